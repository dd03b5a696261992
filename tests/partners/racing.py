"""Several people at the same moment."""

import threading

from django.db import connection

from common.workflow import TransitionError

PATIENCE = 60


def race(*steps):
    """Start every step in a thread and on a connection of its own, all at once; what each returned or raised."""
    told: list = [None] * len(steps)
    start = threading.Barrier(len(steps))

    def run(number, step):
        try:
            connection.ensure_connection()
            start.wait(PATIENCE)
            told[number] = step()
        except Exception as error:
            told[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair, daemon=True) for pair in enumerate(steps)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive(), "a step hangs"
    return told


def winners(told: list) -> list[int]:
    """Whose step was done; every other one must have been refused in words, not by an error of the server."""
    for one in told:
        assert one == "done" or type(one) is TransitionError, repr(one)
    return [number for number, one in enumerate(told) if one == "done"]
