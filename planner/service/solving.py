"""Solves that are asked for, watched and stopped; the work itself happens in other processes."""

from planner.domain import Case, Plan
from planner.jobs import Job, JobState, reap, run_job, tend
from planner.messages import Language, text
from planner.progress import Progress, Stop, never
from planner.service.acting import changing, looking
from planner.service.opening import opened_from
from planner.service.owning import job_of, plan_of_project
from planner.service.planning import make_plan
from planner.store import NotFoundError, Role, Store, User, jobs, scenarios


def submit_solve(
    store: Store,
    user: User,
    project: str,
    version_id: str,
    *,
    time_limit: float | None = None,
    previous_plan: str | None = None,
    start: bool = True,
) -> Job:
    """Put a solve at the end of the queue and see to it that it begins. Planners may.

    Parameters
    ----------
    version_id
        The scenario; it is solved with the people, places and decisions present when the solve begins.
    time_limit
        Seconds; ``None`` is unlimited.
    previous_plan
        Id of the plan to change as little as possible.
    start
        Whether a worker is started here; else one that runs elsewhere takes it.

    Raises
    ------
    ForbiddenError
        If the user may not.
    NotFoundError
        ``store.no_scenario``, ``store.no_plan``.
    """
    with changing(store, user, Role.PLANNER) as change:
        if scenarios.get_scenario(change.tx, version_id).project_id != project:
            raise NotFoundError.of("store.no_scenario")
        if previous_plan is not None:
            plan_of_project(change.tx, project, previous_plan)
        job = jobs.submit(
            change.tx,
            project,
            version_id,
            by=change.user.user_id,
            time_limit=time_limit,
            previous_plan=previous_plan,
        )
        change.note("solve.submitted", project, job_id=job.job_id, version_id=version_id)
    if start:
        tend(store)
    return job


def stop_solve(store: Store, user: User, project: str, job_id: str) -> Job:
    """Ask a solve to end with the best plan so far; one that still waits ends at once. Planners may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    NotFoundError
        ``store.no_job``.
    """
    with changing(store, user, Role.PLANNER) as change:
        job_of(change.tx, project, job_id)
        job = jobs.request_stop(change.tx, job_id)
        change.note("solve.stopped", project, job_id=job_id)
    return job


def watch_solves(store: Store, user: User, project: str) -> tuple[Job, ...]:
    """Return the solves of a project in the order they were asked for. Planners and reviewers may.

    Looking also takes care of the queue: dead workers are replaced, the next solve begins.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with looking(store, user, Role.PLANNER, Role.REVIEWER) as tx:
        found = jobs.list_jobs(tx, project=project)
    if any(job.finished_at is None for job in found):
        tend(store)
    return found


def watch_solve(store: Store, user: User, project: str, job_id: str) -> Job:
    """Return how far a solve is; looking also takes care of the queue. Planners and reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    NotFoundError
        ``store.no_job``.
    """
    with looking(store, user, Role.PLANNER, Role.REVIEWER) as tx:
        job = job_of(tx, project, job_id)
    if job.finished_at is None:
        tend(store)
    return job


def job_words(job: Job, language: Language) -> tuple[str, ...]:
    """Return in sentences where a solve is, and if it came to nothing, why."""
    state = text(f"jobs.state.{job.state}", language)
    if job.state is JobState.DIED:
        return state, text("jobs.died", language)
    where = {"file": "", "row": "", "column": "", "value": ""}
    return state, *(text(p["code"], language, {**where, "file": p["file"], **p["params"]}) for p in job.problems)


def work_on(store: Store, *, job_id: str | None = None, stop: Stop = never) -> Job | None:
    """Be the worker of one job: a certain one, or the first that waits; then see to it that the next one begins.

    Returns
    -------
    Job or None
        As it ended; ``None`` if there is none to be worked on, or enough are running.

    Raises
    ------
    UnavailableError
        If the database is gone or busy for longer than it can be waited for.
    """
    reap(store)
    job = run_job(store, solve_case, job_id=job_id, stop=stop)
    if job_id is not None:
        tend(store)
    return job


def solve_case(case: Case, time_limit: float | None, progress: Progress, stop: Stop) -> Plan:
    """Return the checked plan of a case."""
    return make_plan(opened_from(case), time_limit=time_limit, progress=progress, stop=stop).plan
