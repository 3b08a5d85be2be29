"""What lives long is taken out of the search for garbage that Streamlit begins after every run.

A server that holds a city has some 400,000 objects, nearly all of them there for hours, and looking through all of
them takes longer than most clicks. What a long search has left over is alive: it is set aside, so that the next one
looks only at what has come since. From time to time everything is looked through again.
"""

import gc
import time
from functools import cache
from typing import Literal

LONG = 0.02
"""Seconds from which a search is worth shortening."""

AGAIN = 600.0
"""Seconds after which what was set aside is looked through again."""

_OLDEST = 2


class Aside:
    """Listens to the collector; see ``gc.callbacks``."""

    def __init__(self) -> None:
        self._began = self._whole = 0.0

    def __call__(self, phase: Literal["start", "stop"], info: dict[str, int]) -> None:
        """Take back what was set aside before a search now and then; set aside what is left after a long one."""
        if info["generation"] != _OLDEST:
            return
        now = time.monotonic()
        if phase == "start":
            if now - self._whole > AGAIN:
                gc.unfreeze()
                self._whole = now
            self._began = time.thread_time()
        elif time.thread_time() - self._began > LONG:
            gc.freeze()


@cache
def set_aside_what_lives_long() -> None:
    """Begin to listen; asked for by what a server starts from, once is enough for it."""
    gc.callbacks.append(Aside())
