"""Looking after the queue: whoever looks at the runs, or ends one, sees to it that the next one begins.

So a queue goes on whatever happens: a server that restarts finds its runs, a worker killed from outside is replaced.
"""

import subprocess
import threading
import time
from collections.abc import Callable
from datetime import timedelta

from planner.jobs.silence import SILENCE, reap
from planner.jobs.worker import start_worker
from planner.settings import max_jobs
from planner.store import Store, jobs
from planner.store.jobs import OPEN, Job, JobState

Launch = Callable[[Store, str], "subprocess.Popen[bytes]"]

GRACE = 15.0
"""Seconds a started worker has to take its job before another one is started for it."""

_lock = threading.Lock()
_started: dict[str, float] = {}
_children: "list[subprocess.Popen[bytes]]" = []


def tend(
    store: Store, *, at_most: int | None = None, silence: float = SILENCE, launch: Launch = start_worker
) -> tuple[str, ...]:
    """Reap the dead, and start workers for the jobs whose turn it is; return the ids of these jobs.

    Parameters
    ----------
    at_most
        How many may run at once; by default ``PLANNER_MAX_JOBS``.
    silence
        Seconds without a sign of life after which a worker is dead.
    launch
        What starts a worker.

    Raises
    ------
    UnavailableError
        If the database is gone or busy.
    """
    found = _open(store)
    with store.read() as tx:
        limit = tx.now - timedelta(seconds=silence)
    if any(job.state is JobState.RUNNING and (job.heartbeat_at or limit) < limit for job in found):
        reap(store, silence)
        found = _open(store)
    running = sum(job.state is JobState.RUNNING for job in found)
    free = max(0, (max_jobs() if at_most is None else at_most) - running)
    turn = [job.job_id for job in found if job.state is JobState.QUEUED][:free]
    with _lock:
        _children[:] = [child for child in _children if child.poll() is None]
        now = time.monotonic()
        for job_id in [one for one, at in _started.items() if now - at > GRACE]:
            del _started[job_id]
        fresh = tuple(job_id for job_id in turn if job_id not in _started)
        for job_id in fresh:
            _started[job_id] = now
            _children.append(launch(store, job_id))
    return fresh


def _open(store: Store) -> tuple[Job, ...]:
    with store.read() as tx:
        return jobs.list_jobs(tx, states=OPEN)
