"""Runs: plans, the cases they were made from, and jobs. The plan in force stays."""

from datetime import datetime

from sqlalchemy import delete, exists, select, update

from planner.store import layout
from planner.store.cases import empty_case
from planner.store.jobs import OPEN
from planner.store.people import drop_unused_rows
from planner.store.plans import released_plan
from planner.store.projects import list_projects
from planner.store.retention.overdue import Due
from planner.store.rules import Rule
from planner.store.store import Transaction


def find(tx: Transaction, limit: datetime) -> tuple[Due, ...]:
    """Find the jobs, the plans and, where no younger plan needs them, the cases from before the limit."""
    return (*_jobs(tx, limit), *_plans(tx, limit), *_cases(tx, limit))


def carry_out(tx: Transaction, due: Due) -> None:
    """Delete the job, the plan or the case."""
    jobs, plans = layout.jobs, layout.plans
    match due.what:
        case "job":
            tx.run(delete(jobs).where(jobs.c.job_id == due.item_id))
        case "plan":
            for table in layout.PLAN_ROWS:
                tx.run(delete(table).where(table.c.plan_id == due.item_id))
            tx.run(update(jobs).where(jobs.c.plan_id == due.item_id).values(plan_id=None))
            tx.run(update(jobs).where(jobs.c.previous_plan_id == due.item_id).values(previous_plan_id=None))
            tx.run(delete(plans).where(plans.c.plan_id == due.item_id))
        case _:
            empty_case(tx, due.item_id)
            tx.run(delete(layout.cases).where(layout.cases.c.case_id == due.item_id))
            drop_unused_rows(tx, due.project_id)


def _jobs(tx: Transaction, limit: datetime) -> list[Due]:
    table = layout.jobs
    over = table.c.state.not_in([state.value for state in OPEN])
    wanted = select(table.c.project_id, table.c.job_id).where(over, table.c.submitted_at < limit)
    return [Due(rule=Rule.RUN, what="job", project_id=project, item_id=one) for project, one in tx.run(wanted)]


def _plans(tx: Transaction, limit: datetime) -> list[Due]:
    table = layout.plans
    in_force = {plan.plan_id for one in list_projects(tx) if (plan := released_plan(tx, one.project_id))}
    wanted = select(table.c.project_id, table.c.plan_id).where(table.c.made_at < limit)
    return [
        Due(rule=Rule.RUN, what="plan", project_id=project, item_id=one)
        for project, one in tx.run(wanted)
        if one not in in_force
    ]


def _cases(tx: Transaction, limit: datetime) -> list[Due]:
    table, plans = layout.cases, layout.plans
    going = [due.item_id for due in _plans(tx, limit)]
    mine = (plans.c.project_id == table.c.project_id, plans.c.case_hash == table.c.hash)
    needed = exists().where(*mine, plans.c.plan_id.not_in(going))
    wanted = select(table.c.project_id, table.c.case_id).where(table.c.made_at < limit, ~needed)
    return [Due(rule=Rule.RUN, what="case", project_id=project, item_id=one) for project, one in tx.run(wanted)]
