"""One job from its claim to its end."""

import os
import platform
import secrets
import time
from collections.abc import Callable, Mapping, Sequence

from planner.domain import Case, Plan, Status
from planner.errors import InputError, PlannerError, Problem
from planner.jobs.pulse import Pulse
from planner.progress import Progress, Step, Stop, never
from planner.settings import max_jobs
from planner.store import Store, StoreError, Transaction, UnavailableError, audit, cases, jobs, people, plans
from planner.store.jobs import Job, JobState

Make = Callable[[Case, float | None, Progress, Stop], Plan]
"""Makes a checked plan of a case within a number of seconds."""

ROUNDS = 3
"""How often a solve begins anew because people were taken out meanwhile."""

PATIENCE = 600.0
"""Seconds a finished plan waits for a database that is gone."""


class _NoLongerOursError(Exception):
    """The job was taken from this worker; what it made is given up."""


def run_job(
    store: Store, make: Make, *, job_id: str | None = None, at_most: int | None = None, stop: Stop = never
) -> Job | None:
    """Take a job from the queue and see it to its end.

    The plan, its case, one entry in the audit trail and the end of the job become true together or not at all. Of
    errors only codes are kept, never what was worked on.

    Parameters
    ----------
    make
        Makes the plan.
    job_id
        Which job; by default the first that waits.
    at_most
        How many may run at once; by default ``PLANNER_MAX_JOBS``.
    stop
        A further way to be stopped; the best plan so far is kept.

    Returns
    -------
    Job or None
        As it ended; ``None`` if it does not wait (any longer) or enough are running.

    Raises
    ------
    UnavailableError
        If the database is gone or busy for longer than it can be waited for.
    """
    worker = f"{platform.node()}:{os.getpid()}:{secrets.token_hex(4)}"
    with store.write() as tx:
        job = jobs.claim(tx, worker, at_most=max_jobs() if at_most is None else at_most, job_id=job_id)
    if job is None:
        return None
    with Pulse(store, job, stop) as pulse:
        try:
            _work(store, job, make, pulse)
        except _NoLongerOursError:
            pass
        except Exception as error:  # noqa: BLE001  (the last door of this process: whatever happens ends the job)
            problems = _problems(error)
            _patiently(store, lambda tx: jobs.finish(tx, job.job_id, job.worker, JobState.FAILED, problems=problems))
    with store.read() as tx:
        return jobs.get_job(tx, job.job_id)


def _work(store: Store, job: Job, make: Make, pulse: Pulse) -> None:
    for _ in range(ROUNDS):
        pulse.report(Step("read"))
        with store.read() as tx:
            case = cases.assemble(tx, job.project_id, job.version_id, previous_plan=job.previous_plan_id)
        plan = make(case, job.time_limit, pulse, pulse.stopped)
        pulse.report(Step("write"))
        if _patiently(store, lambda tx, case=case, plan=plan: _keep(tx, job, case, plan)):  # type: ignore[misc]
            return
    raise InputError.of("jobs.people_changed")


def _keep(tx: Transaction, job: Job, case: Case, plan: Plan) -> bool:
    """Keep what came of a job; ``False`` (and nothing kept) if somebody in it is no longer there.

    Whoever was deleted while the solver worked must not come back with its plan.
    """
    if plan.status is Status.STOPPED:
        _finish(tx, job, JobState.STOPPED, None)
        return True
    present = {one.candidate_id for one in people.get_people(tx, job.project_id)}
    if not present.issuperset(one.candidate_id for one in case.candidates):
        return False
    cases.remember(tx, job.project_id, case)
    info = plans.save_plan(tx, job.project_id, plan, by=job.user_id, version_id=job.version_id)
    audit.append(
        tx,
        job.user_id,
        "plan.made",
        project=job.project_id,
        law=plan.law,
        case_hash=plan.case_hash,
        seed=plan.scenario.tiers.seed,
        details={"plan_id": info.plan_id, "job_id": job.job_id, "status": plan.status.value, "placed": info.placed},
    )
    _finish(tx, job, JobState.DONE if plan.has_placements else JobState.INFEASIBLE, info.plan_id)
    return True


def _finish(tx: Transaction, job: Job, state: JobState, plan_id: str | None) -> None:
    if not jobs.finish(tx, job.job_id, job.worker, state, plan_id=plan_id):
        raise _NoLongerOursError


def _patiently(store: Store, change: Callable[[Transaction], bool]) -> bool:
    """Make a change; wait for the database if it is gone, busy or full."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with store.write() as tx:
                return change(tx)
        except UnavailableError:
            if time.monotonic() > deadline:
                raise
            time.sleep(1)


def _problems(error: Exception) -> Sequence[Mapping[str, object]]:
    """Return an error as codes with their values. Cells of tables, and messages of strange errors, stay here."""
    match error:
        case InputError():
            return [_plain(problem) for problem in error.problems]
        case StoreError():
            return [_plain(error.problem)]
        case PlannerError():
            return [_plain(Problem("jobs.internal", {"name": f"{type(error).__name__}: {error}"}))]
    return [_plain(Problem("jobs.internal", {"name": type(error).__name__}))]


def _plain(problem: Problem) -> Mapping[str, object]:
    return {"code": problem.code, "params": dict(problem.params), "file": problem.file, "severity": problem.severity}
