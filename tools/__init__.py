"""The parts of ./run. Standard library only: they run before anything is installed."""
