"""Solves as rows: a queue, one worker each, signs of life, what came of it. No row names a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, func, insert, select, update

from planner.store import layout
from planner.store.codec import from_json, to_json
from planner.store.errors import NotFoundError
from planner.store.ids import new_id
from planner.store.store import Transaction


class JobState(StrEnum):
    """Where a job is; the last five are ends."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    INFEASIBLE = "infeasible"
    STOPPED = "stopped"
    FAILED = "failed"
    DIED = "died"


OPEN = frozenset({JobState.QUEUED, JobState.RUNNING})
"""States that are not ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A solve.

    Parameters
    ----------
    previous_plan_id
        The plan to change as little as possible.
    number
        Place in the queue.
    time_limit
        Seconds; ``None`` is unlimited.
    attempts
        How often a worker has taken it.
    worker
        Who works on it.
    progress
        What the worker last said: texts and numbers by name.
    plan_id
        What came of it.
    problems
        Codes with their values, where it failed.
    """

    job_id: str
    project_id: str
    version_id: str
    previous_plan_id: str | None
    user_id: str
    number: int
    state: JobState
    time_limit: float | None
    attempts: int
    worker: str
    stop_requested: bool
    submitted_at: datetime
    started_at: datetime | None
    heartbeat_at: datetime | None
    finished_at: datetime | None
    progress: Mapping[str, Any]
    plan_id: str | None
    problems: Sequence[Mapping[str, Any]]


def submit(
    tx: Transaction,
    project: str,
    version_id: str,
    *,
    by: str,
    time_limit: float | None = None,
    previous_plan: str | None = None,
) -> Job:
    """Put a solve at the end of the queue."""
    table = layout.jobs
    values: dict[str, Any] = {
        "job_id": new_id(),
        "project_id": project,
        "version_id": version_id,
        "previous_plan_id": previous_plan,
        "user_id": by,
        "number": (tx.run(select(func.max(table.c.number))).scalar() or 0) + 1,
        "state": JobState.QUEUED.value,
        "time_limit": time_limit,
        "attempts": 0,
        "worker": "",
        "stop_requested": False,
        "submitted_at": tx.now,
        "progress": "{}",
        "problems": "[]",
    }
    tx.run(insert(table).values(values))
    return get_job(tx, values["job_id"])


def get_job(tx: Transaction, job_id: str) -> Job:
    """Return a job.

    Raises
    ------
    NotFoundError
        ``store.no_job``.
    """
    row = tx.run(select(layout.jobs).where(layout.jobs.c.job_id == job_id)).mappings().first()
    if row is None:
        raise NotFoundError.of("store.no_job")
    return _job(row)


def list_jobs(
    tx: Transaction, *, project: str | None = None, states: frozenset[JobState] | None = None
) -> tuple[Job, ...]:
    """Return jobs in the order they were submitted, of one project or all, in some states or all."""
    table = layout.jobs
    wanted = select(table).order_by(table.c.number)
    if project is not None:
        wanted = wanted.where(table.c.project_id == project)
    if states is not None:
        wanted = wanted.where(table.c.state.in_([state.value for state in states]))
    return tuple(_job(row) for row in tx.run(wanted).mappings())


def claim(tx: Transaction, worker: str, *, at_most: int, job_id: str | None = None) -> Job | None:
    """Take the first job of the queue, or a certain one; ``None`` if there is none, or enough are running.

    Parameters
    ----------
    worker
        Who works on it, in words that tell workers apart.
    at_most
        How many may run at once.
    """
    table = layout.jobs
    running = tx.run(select(func.count()).select_from(table).where(table.c.state == JobState.RUNNING.value)).scalar()
    wanted = select(table.c.job_id, table.c.attempts).where(table.c.state == JobState.QUEUED.value)
    if job_id is not None:
        wanted = wanted.where(table.c.job_id == job_id)
    row = tx.run(wanted.order_by(table.c.number).limit(1)).first()
    if row is None or (running or 0) >= at_most:
        return None
    values = {"state": JobState.RUNNING.value, "worker": worker, "attempts": row.attempts + 1}
    moments = {"started_at": tx.now, "heartbeat_at": tx.now, "progress": "{}"}
    tx.run(update(table).where(table.c.job_id == row.job_id).values(**values, **moments))
    return get_job(tx, row.job_id)


def heartbeat(tx: Transaction, job_id: str, worker: str, progress: Mapping[str, object] | None = None) -> bool:
    """Say that the worker lives and how far it is; return whether it is to stop.

    It is also to stop when the job is no longer its own, as it was taken for dead.
    """
    table = layout.jobs
    values: dict[str, object] = {"heartbeat_at": tx.now}
    if progress is not None:
        values["progress"] = to_json(progress)
    if not tx.run(update(table).where(*_own(job_id, worker)).values(values)).rowcount:
        return True
    return bool(tx.run(select(table.c.stop_requested).where(table.c.job_id == job_id)).scalar())


def request_stop(tx: Transaction, job_id: str) -> Job:
    """Ask for a job to end: a waiting one ends at once, a running one when its worker next looks.

    Raises
    ------
    NotFoundError
        ``store.no_job``.
    """
    table = layout.jobs
    mine = table.c.job_id == job_id
    tx.run(update(table).where(mine, table.c.state == JobState.RUNNING.value).values(stop_requested=True))
    waiting = update(table).where(mine, table.c.state == JobState.QUEUED.value)
    tx.run(waiting.values(stop_requested=True, state=JobState.STOPPED.value, finished_at=tx.now))
    return get_job(tx, job_id)


def finish(
    tx: Transaction,
    job_id: str,
    worker: str,
    state: JobState,
    *,
    plan_id: str | None = None,
    problems: Sequence[Mapping[str, object]] = (),
) -> bool:
    """Write down how a job ended; ``False`` (and nothing written) if it is no longer this worker's."""
    values = {"state": state.value, "finished_at": tx.now, "plan_id": plan_id, "problems": to_json(problems)}
    return bool(tx.run(update(layout.jobs).where(*_own(job_id, worker)).values(values)).rowcount)


def reap(tx: Transaction, silent_since: datetime, *, attempts: int = 2) -> tuple[Job, ...]:
    """Take the jobs without a sign of life since an instant from their workers, and return them.

    They go back to their place in the queue until they have been tried ``attempts`` times; then they have died.
    """
    table = layout.jobs
    stale = (table.c.state == JobState.RUNNING.value, table.c.heartbeat_at < silent_since)
    ids = tuple(tx.run(select(table.c.job_id).where(*stale)).scalars())
    again = (table.c.attempts < attempts, table.c.stop_requested.is_(False))
    tx.run(update(table).where(*stale, *again).values(state=JobState.QUEUED.value, worker=""))
    tx.run(update(table).where(*stale).values(state=JobState.DIED.value, finished_at=tx.now))
    return tuple(get_job(tx, job_id) for job_id in ids)


def _own(job_id: str, worker: str) -> tuple[ColumnElement[bool], ...]:
    table = layout.jobs
    return (table.c.job_id == job_id, table.c.worker == worker, table.c.state == JobState.RUNNING.value)


def _job(row: RowMapping) -> Job:
    read = {"progress": from_json(row["progress"]), "problems": from_json(row["problems"])}
    return Job(**{**row, **read, "state": JobState(row["state"])})
