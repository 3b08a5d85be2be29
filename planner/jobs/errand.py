"""A question beside the queue: computed in a process of its own while somebody watches, and gone with them.

What the queue makes is kept. An errand answers one session, such as what a smaller budget would mean; nothing of it is
stored, nothing touches the disk.
"""

import contextlib
import pickle
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO, Any

from planner.errors import PlannerError
from planner.jobs.aside import read_parcel, write_parcel

PATIENCE = 20.0
"""Seconds an errand may take to end after it was asked to."""

Task = Callable[..., Any]
"""A function of a module: called with its arguments, ``report`` (takes what is found on the way) and ``stop``."""


@dataclass
class _State:
    """What the reading thread writes and the page reads. It does not know the errand, so that a forgotten one ends."""

    started: float = field(default_factory=time.monotonic)
    ended: float | None = None
    reports: list[Any] = field(default_factory=list)
    result: Any = None
    refusal: PlannerError | None = None
    failure: str = ""
    finished: bool = False


class Errand:
    """A task under way. Whoever forgets it, ends it.

    Parameters
    ----------
    task
        A function that can be named from another process.
    arguments
        Its arguments, handed over in memory.
    """

    def __init__(self, task: Task, *arguments: Any) -> None:
        self._state = _State()
        self._asked_to_stop: float | None = None
        self._process = subprocess.Popen(
            [sys.executable, "-m", "planner.jobs.aside"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback may show what was worked on
        )
        parcel = pickle.dumps((task, arguments))
        threading.Thread(target=_serve, args=(self._process, parcel, self._state), daemon=True).start()
        weakref.finalize(self, _end, self._process)

    @property
    def running(self) -> bool:
        """Whether the outcome is still open."""
        if self._asked_to_stop is not None and time.monotonic() - self._asked_to_stop > PATIENCE:
            _end(self._process)
        return self._state.ended is None

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return (self._state.ended or time.monotonic()) - self._state.started

    @property
    def reports(self) -> tuple[Any, ...]:
        """What was found on the way, in order."""
        return tuple(self._state.reports)

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop."""
        return self._asked_to_stop is not None

    @property
    def finished(self) -> bool:
        """Whether the task came to its end and ``result`` is what it returned."""
        return self._state.finished

    @property
    def result(self) -> Any:
        """What the task returned."""
        return self._state.result

    @property
    def refusal(self) -> PlannerError | None:
        """Why the task could not be done, where the program says so on purpose."""
        return self._state.refusal

    @property
    def failure(self) -> str:
        """The kind of error that ended the task otherwise; its message stays in its process."""
        return self._state.failure

    def stop(self) -> None:
        """Ask for what there is so far."""
        self._asked_to_stop = time.monotonic()
        if self._process.stdin is not None:
            # It may have ended this very moment; then there is nothing to stop.
            with contextlib.suppress(OSError, ValueError):
                self._process.stdin.write(b"s")
                self._process.stdin.flush()


def _serve(process: "subprocess.Popen[bytes]", parcel: bytes, state: _State) -> None:
    """Hand over the task, then read until the process ends."""
    if process.stdin is None or process.stdout is None:
        return
    try:
        write_parcel(process.stdin, parcel)
        _listen(process.stdout, state)
    except (OSError, EOFError, ValueError, pickle.UnpicklingError):
        pass
    finally:
        process.stdout.close()
        with contextlib.suppress(OSError):
            process.stdin.close()
        process.wait()
        state.ended = time.monotonic()


def _listen(answers: IO[bytes], state: _State) -> None:
    while parcel := read_parcel(answers):
        kind, content = pickle.loads(parcel)  # noqa: S301  (written by the process this one started)
        match kind:
            case "report":
                state.reports.append(content)
            case "result":
                state.result, state.finished = content, True
            case "refused":
                state.refusal = content
            case "failed":
                state.failure = content


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process nobody waits for any longer."""
    if process.poll() is None:
        process.kill()
