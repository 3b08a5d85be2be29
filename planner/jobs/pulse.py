"""The sign of life of a solve: a thread that says how far it is and hears whether it is to stop."""

import threading
from types import TracebackType
from typing import Self

from planner.progress import Step, Stop, never
from planner.store import Store, StoreError, jobs
from planner.store.jobs import Job

EVERY = 0.5
"""Seconds between two signs of life: live enough for who watches, and a stop is heard within a second."""


class Pulse:
    """Progress and stop of one job, carried over to its row while the solver works.

    Parameters
    ----------
    job
        As it was claimed.
    stop
        A further way to be stopped, such as a signal.
    every
        Seconds between two signs of life.
    """

    def __init__(self, store: Store, job: Job, stop: Stop = never, every: float = EVERY) -> None:
        self._store = store
        self._job = job
        self._stop = stop
        self._every = every
        self._asked = threading.Event()
        self._ended = threading.Event()
        self._now: dict[str, object] = {}
        self._tiers: dict[str, dict[str, object]] = {}
        self._thread = threading.Thread(target=self._beat, daemon=True)

    def report(self, step: Step, /) -> None:
        """Take note of a step; it is written with the next sign of life."""
        now: dict[str, object] = {"phase": step.phase, "done": step.done, "total": step.total, "tier": step.tier}
        if step.tier:
            figures: dict[str, object] = {"value": step.value, "bound": step.bound, "gap": _gap(step)}
            # A new mapping each time: the other thread may be reading the last one.
            self._tiers = {**self._tiers, step.tier: figures}
            now |= figures
        self._now = {**now, "tiers": self._tiers}

    def stopped(self) -> bool:
        """Return whether somebody asked for the end."""
        return self._asked.is_set() or self._stop()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._ended.set()
        self._thread.join()

    def _beat(self) -> None:
        while not self._ended.wait(self._every):
            try:
                with self._store.write() as tx:
                    asked = jobs.heartbeat(tx, self._job.job_id, self._job.worker, self._now)
            except StoreError:
                # The database may come back before anyone takes this worker for dead.
                continue
            if asked:
                self._asked.set()


def _gap(step: Step) -> float | None:
    if step.value is None or step.bound is None:
        return None
    return abs(step.bound - step.value) / max(1, abs(step.bound))
