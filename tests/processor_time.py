"""How much of the processor's time a call takes, where other programs run on the same machine."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def least_seconds(call: Callable[[], object]) -> float:
    """The least of three runs, because other programs only ever add to it; in seconds.

    The collector of cycles is off: it would look through all that the tests before have left.
    """
    return min(_seconds(call) for _ in range(3))


def _seconds(call: Callable[[], object]) -> float:
    gc.disable()
    start = time.process_time()
    try:
        call()
        return time.process_time() - start
    finally:
        gc.enable()
