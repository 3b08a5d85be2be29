"""Proposals nobody took up: people who left the list, proposals in plans, decisions against."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from planner.domain import DecisionKind
from planner.store import layout
from planner.store.forget import forget_person, take_from_plans
from planner.store.retention.ended import TAKEN_UP
from planner.store.retention.overdue import Due
from planner.store.retention.placements import delete_pair
from planner.store.rules import Rule
from planner.store.store import Transaction


def find(tx: Transaction, limit: datetime) -> tuple[Due, ...]:
    """Find the people, the proposals and the decisions whose period ended before the limit."""
    return (*_people(tx, limit), *_proposals(tx, limit), *_decisions(tx, limit))


def carry_out(tx: Transaction, due: Due) -> None:
    """Delete the person, the proposals of a plan, or the decision."""
    match due.what:
        case "person":
            forget_person(tx, due.project_id, due.candidate_id, due.rule)
        case "proposals":
            plan = layout.plan_placements.c.plan_id == due.item_id
            take_from_plans(tx, "plan_placements", due.project_id, and_(plan, ~_taken_up()), due.rule)
        case _:
            delete_pair(tx, due)


def _people(tx: Transaction, limit: datetime) -> list[Due]:
    """Find who is not on the present list, was last on it before the limit, and on whom nobody has decided since."""
    keys, people, steps = layout.person_keys, layout.people, layout.decisions
    here = exists().where(people.c.project_id == keys.c.project_id, people.c.candidate_id == keys.c.candidate_id)
    mine = (steps.c.project_id == keys.c.project_id, steps.c.candidate_id == keys.c.candidate_id)
    kept = exists().where(*mine, or_(steps.c.state.in_(TAKEN_UP), steps.c.at >= limit))
    last = func.coalesce(keys.c.left_at, keys.c.created_at, type_=layout.Instant)
    wanted = select(keys.c.project_id, keys.c.candidate_id).where(~here, ~kept, last < limit)
    return [
        Due(rule=Rule.PROPOSAL, what="person", project_id=project, candidate_id=one)
        for project, one in sorted(tuple(row) for row in tx.run(wanted))
    ]


def _proposals(tx: Transaction, limit: datetime) -> list[Due]:
    """Find the plans from before the limit that still hold proposals nobody took up."""
    plans, placed = layout.plans, layout.plan_placements
    last = func.coalesce(plans.c.released_at, plans.c.made_at, type_=layout.Instant)
    wanted = (
        select(plans.c.project_id, plans.c.plan_id, func.count())
        .join(placed, placed.c.plan_id == plans.c.plan_id)
        .where(last < limit, ~_taken_up())
        .group_by(plans.c.project_id, plans.c.plan_id)
    )
    return [
        Due(rule=Rule.PROPOSAL, what="proposals", project_id=project, item_id=plan_id, rows=rows)
        for project, plan_id, rows in sorted(tuple(row) for row in tx.run(wanted))
    ]


def _decisions(tx: Transaction, limit: datetime) -> list[Due]:
    """Find the proposals that were declined, or given back, before the limit."""
    table = layout.decisions
    against = or_(table.c.state.is_(None), table.c.state == DecisionKind.DECLINED.value)
    wanted = select(table.c.project_id, table.c.candidate_id, table.c.site_id).where(against, table.c.at < limit)
    return [
        Due(rule=Rule.PROPOSAL, what="decision", project_id=project, candidate_id=one, site_id=other)
        for project, one, other in sorted(tuple(row) for row in tx.run(wanted))
    ]


def _taken_up() -> ColumnElement[bool]:
    """The pair of a proposal was accepted, whatever came of it later."""
    placed, plans, steps = layout.plan_placements, layout.plans, layout.decisions
    project = select(plans.c.project_id).where(plans.c.plan_id == placed.c.plan_id).scalar_subquery()
    return exists().where(
        steps.c.project_id == project,
        steps.c.candidate_id == placed.c.candidate_id,
        steps.c.site_id == placed.c.site_id,
        steps.c.state.in_(TAKEN_UP),
    )
