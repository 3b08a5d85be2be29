"""What belongs to a project: an id from another one is as good as none."""

from planner.store import NotFoundError, Transaction, jobs, plans
from planner.store.jobs import Job
from planner.store.plans import PlanInfo


def plan_of_project(tx: Transaction, project: str, plan_id: str) -> PlanInfo:
    """Return what is said of one of the project's plans.

    Raises
    ------
    NotFoundError
        ``store.no_plan``.
    """
    info = plans.get_plan(tx, plan_id)
    if info.project_id != project:
        raise NotFoundError.of("store.no_plan")
    return info


def job_of(tx: Transaction, project: str, job_id: str) -> Job:
    """Return one of the project's jobs.

    Raises
    ------
    NotFoundError
        ``store.no_job``.
    """
    job = jobs.get_job(tx, job_id)
    if job.project_id != project:
        raise NotFoundError.of("store.no_job")
    return job
