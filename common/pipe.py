"""A file that is fetched while it is written, so that a large one needs no more memory than a small one."""


class Pipe:
    """What a zip is written to: it keeps only what has not been fetched yet."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []

    def write(self, data: bytes) -> int:
        """Keep `data` until it is fetched."""
        self._waiting.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def take(self) -> bytes:
        """What was written since it was last asked."""
        taken, self._waiting = b"".join(self._waiting), []
        return taken
