"""The demo's words: plain data, read by the load_demo command."""
