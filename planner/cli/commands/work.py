"""``planner work``: the process in which solves happen."""

import time
from typing import TYPE_CHECKING

import click

from planner.cli.interrupt import interruptible
from planner.cli.manner import DONE, Answer, Manner
from planner.cli.parts import Command, answering, option
from planner.cli.show import say
from planner.cli.stores import opened_store
from planner.messages import N_
from planner.progress import Stop

if TYPE_CHECKING:
    from planner.store import Store

IDLE = 1.0
"""Seconds between two looks into an empty queue."""


@click.command(
    cls=Command, help=N_("Carry out the solves that wait in the database, one after the other, until stopped.")
)
@option("--job", "job_id", metavar="ID", help=N_("Carry out this one only."))
@option("--once", is_flag=True, help=N_("End once nothing waits any longer."))
@answering
@click.pass_obj
def work(how: Manner, *, job_id: str | None, once: bool) -> Answer:
    """Be a worker."""
    from planner.jobs import be_nice

    be_nice()
    with opened_store() as store:
        states = interruptible(lambda stop: _work(store, job_id, stop, once=once), how.language)
    return Answer(DONE, {"status": "done", "jobs": states}, say("operate.worked", number=len(states)))


def _work(store: "Store", job_id: str | None, stop: Stop, *, once: bool) -> dict[str, str]:
    """Work until there is nothing left to do, and return how each job ended."""
    from planner.service import work_on
    from planner.store import UnavailableError

    ended: dict[str, str] = {}
    while not stop():
        try:
            job = work_on(store, job_id=job_id, stop=stop)
        except UnavailableError:
            if once or job_id:
                raise
            time.sleep(IDLE)
            continue
        if job is not None:
            ended[job.job_id] = job.state.value
        if job_id or (once and job is None):
            break
        if job is None:
            time.sleep(IDLE)
    return ended
