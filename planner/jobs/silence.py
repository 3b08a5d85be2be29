"""Workers that died without a word."""

from datetime import timedelta

from planner.store import Store, jobs
from planner.store.jobs import Job

SILENCE = 20.0
"""Seconds without a sign of life after which a worker is taken for dead; it gives two a second."""


def reap(store: Store, silence: float = SILENCE) -> tuple[Job, ...]:
    """Take their jobs from dead workers: once back into the queue, the second time they have died.

    Should the worker live after all, it finds that the job is no longer its own and keeps nothing.

    Parameters
    ----------
    silence
        Seconds without a sign of life.

    Raises
    ------
    UnavailableError
        If the database is gone or busy.
    """
    with store.write() as tx:
        return jobs.reap(tx, tx.now - timedelta(seconds=silence))
