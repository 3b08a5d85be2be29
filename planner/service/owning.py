"""What belongs to a project: an id from another one is as good as none."""

from planner.domain import Case, Plan
from planner.store import NotFoundError, Transaction, cases, jobs, plans
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


def case_and_plan(tx: Transaction, project: str, plan_id: str) -> tuple[Case, Plan]:
    """Return one of the project's plans, and the case it was made from.

    Raises
    ------
    ForgottenError
        If somebody in the plan's case was deleted; names the rule.
    NotFoundError
        ``store.no_plan``.
    """
    info = plan_of_project(tx, project, plan_id)
    return cases.kept_case(tx, project, info.case_hash), plans.kept_plan(tx, info)


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
