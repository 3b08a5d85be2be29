"""Starting, watching and stopping a solve from a page."""

import base64
import contextlib
import json
import pickle
import subprocess
import sys
import threading
import time
import weakref
from dataclasses import dataclass, field
from typing import Any

from planner.domain import Plan
from planner.errors import PlannerError
from planner.progress import Step
from planner.service import OpenedCase

PATIENCE = 20.0
"""Seconds a solve may take to end after it was asked to."""


@dataclass
class _State:
    """What the reading thread writes and the page reads. It does not know the run, so that a forgotten run can end."""

    started: float = field(default_factory=time.monotonic)
    ended: float | None = None
    step: Step = field(default_factory=lambda: Step("read"))
    tiers: dict[str, Step] = field(default_factory=dict)
    plan: Plan | None = None
    refusal: PlannerError | None = None

    def take(self, message: dict[str, Any]) -> None:
        match message:
            case {"step": fields}:
                self.step = Step(**fields)
                if self.step.tier:
                    self.tiers[self.step.tier] = self.step
            case {"plan": packed}:
                self.plan = _unpacked(packed)
            case {"refused": packed}:
                self.refusal = _unpacked(packed)


def _unpacked(text: str) -> Any:
    return pickle.loads(base64.b64decode(text))  # noqa: S301  (written by the process this one started)


def _serve(process: "subprocess.Popen[bytes]", order: bytes, state: _State) -> None:
    """Hand over the order, then read until the process ends."""
    if process.stdin is None or process.stdout is None:
        return
    try:
        process.stdin.write(len(order).to_bytes(8, "big") + order)
        process.stdin.flush()
        for line in process.stdout:
            state.take(json.loads(line))
    except (OSError, ValueError):
        pass
    finally:
        process.stdout.close()
        with contextlib.suppress(OSError):
            process.stdin.close()
        process.wait()
        state.ended = time.monotonic()


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process nobody waits for any longer."""
    if process.poll() is None:
        process.kill()


class Run:
    """One solve under way. Whoever forgets it, ends it."""

    def __init__(self, opened: OpenedCase, time_limit: float | None) -> None:
        self.case_hash = opened.case.hash
        self._state = _State()
        self._asked_to_stop: float | None = None
        order = pickle.dumps((opened, time_limit))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "planner.ui.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        threading.Thread(target=_serve, args=(self._process, order, self._state), daemon=True).start()
        weakref.finalize(self, _end, self._process)

    @property
    def running(self) -> bool:
        """Whether the outcome is still open."""
        overdue = self._asked_to_stop is not None and time.monotonic() - self._asked_to_stop > PATIENCE
        if overdue:
            _end(self._process)
        return self._state.ended is None

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return (self._state.ended or time.monotonic()) - self._state.started

    @property
    def step(self) -> Step:
        """The latest step."""
        return self._state.step

    @property
    def tiers(self) -> dict[str, Step]:
        """The latest step of each tier that was begun, in solving order."""
        return dict(self._state.tiers)

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop."""
        return self._asked_to_stop is not None

    @property
    def plan(self) -> Plan | None:
        """The plan, once there is one."""
        return self._state.plan

    @property
    def refusal(self) -> PlannerError | None:
        """Why there is no plan."""
        return self._state.refusal

    def stop(self) -> None:
        """Ask for the best plan so far; before the first objective there is none to wait for."""
        self._asked_to_stop = time.monotonic()
        if not self._state.tiers:
            _end(self._process)
            return
        if self._process.stdin is not None:
            # It may have ended this very moment; then there is nothing to stop.
            with contextlib.suppress(OSError, ValueError):
                self._process.stdin.write(b"s")
                self._process.stdin.flush()
