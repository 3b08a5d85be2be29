"""A solve in a process of its own, so that the web server stays free and a stop is always a stop.

Run as ``python -m planner.ui.worker``. It reads one pickled order from its standard input and answers on its standard
output with one JSON object per line: steps, and at last the outcome. Nothing touches the disk. A further byte on the
input, or its end because the server has gone, means: stop.
"""

import base64
import contextlib
import json
import os
import pickle
import sys
import threading
import time
from typing import IO, Any

from planner.errors import PlannerError
from planner.progress import Step
from planner.service import make_plan

EVERY = 0.15
"""Seconds between two steps of one phase that are passed on."""


class Reporter:
    """Passes steps on as lines; drops those that come faster than anyone looks."""

    def __init__(self, lines: IO[str]) -> None:
        self._lines = lines
        self._last: tuple[tuple[str, str], float] = (("", ""), 0.0)

    def report(self, step: Step, /) -> None:
        """Write the step unless one of its kind was written just now."""
        kind, now = (step.phase, step.tier), time.monotonic()
        final = step.value is not None and step.value == step.bound
        if kind == self._last[0] and now - self._last[1] < EVERY and not final:
            return
        self._last = (kind, now)
        fields = ("phase", "done", "total", "tier", "value", "bound")
        self.send("step", {name: getattr(step, name) for name in fields})

    def send(self, name: str, content: Any) -> None:
        """Write one message."""
        self._lines.write(json.dumps({name: content}) + "\n")
        self._lines.flush()


def packed(value: object) -> str:
    """Return a value as text."""
    return base64.b64encode(pickle.dumps(value)).decode("ascii")


def main() -> None:
    """Read the order, solve, answer."""
    orders = sys.stdin.buffer
    # Libraries may print; only what is meant for the server goes to the pipe.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(10)
    size = int.from_bytes(orders.read(8), "big")
    opened, time_limit = pickle.loads(orders.read(size))  # noqa: S301  (written by the process that started this one)
    stop = threading.Event()

    def listen() -> None:
        orders.read(1)
        stop.set()

    threading.Thread(target=listen, daemon=True).start()
    reporter = Reporter(answers)
    try:
        outcome = make_plan(opened, time_limit=time_limit, progress=reporter, stop=stop.is_set)
    except PlannerError as error:
        reporter.send("refused", packed(error))
    else:
        reporter.send("plan", packed(outcome.plan))
    answers.close()
    # The listening thread still waits for its byte; nothing is left to be done for it.
    os._exit(0)


if __name__ == "__main__":
    main()
