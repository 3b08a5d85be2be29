"""Proposals nobody took up: those in plans, and decisions against."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, exists, func, or_, select, union_all

from planner.domain import DecisionKind
from planner.store import layout
from planner.store.forget import take_from_plans
from planner.store.retention.ended import TAKEN_UP
from planner.store.retention.overdue import Due
from planner.store.retention.placements import delete_pair
from planner.store.rules import Rule
from planner.store.store import Transaction


def find(tx: Transaction, limit: datetime) -> tuple[Due, ...]:
    """Find the proposals, the decisions, and notes on pairs that nobody decided on, from before the limit."""
    return (*_proposals(tx, limit), *_decisions(tx, limit), *_notes(tx, limit))


def carry_out(tx: Transaction, due: Due) -> None:
    """Delete the open proposals of a plan, or a decision with its history."""
    if due.what == "proposals":
        plan = layout.plan_placements.c.plan_id == due.item_id
        take_from_plans(tx, layout.plan_placements, due.project_id, and_(plan, ~_taken_up()), due.rule)
    else:
        delete_pair(tx, due)


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


def _notes(tx: Transaction, limit: datetime) -> list[Due]:
    """Find the pairs on which reviewers only noted something, the last time before the limit."""
    noted = union_all(*map(_undecided, layout.PAIR_ROWS)).subquery()
    pair = (noted.c.project_id, noted.c.candidate_id, noted.c.site_id)
    wanted = select(*pair).group_by(*pair).having(func.max(noted.c.at) < limit)
    return [
        Due(rule=Rule.PROPOSAL, what="decision", project_id=project, candidate_id=one, site_id=other)
        for project, one, other in sorted(tuple(row) for row in tx.run(wanted))
    ]


def _undecided(table: Table) -> Select[Any]:
    """The rows about pairs without any decision, and when each was written."""
    pair, steps = (table.c.project_id, table.c.candidate_id, table.c.site_id), layout.decisions
    same = zip(pair, (steps.c.project_id, steps.c.candidate_id, steps.c.site_id), strict=True)
    return select(*pair, table.c.at).where(~exists().where(*(one == other for one, other in same)))


def _taken_up() -> ColumnElement[bool]:
    """The pair of a proposal was accepted, whatever came of it later."""
    placed, steps, mine = layout.plan_placements, layout.decisions, layout.plans.alias()
    return (
        select(steps.c.state)
        .join(mine, mine.c.project_id == steps.c.project_id)
        .where(
            mine.c.plan_id == placed.c.plan_id,
            steps.c.candidate_id == placed.c.candidate_id,
            steps.c.site_id == placed.c.site_id,
            steps.c.state.in_(TAKEN_UP),
        )
        .correlate(placed)
        .exists()
    )
