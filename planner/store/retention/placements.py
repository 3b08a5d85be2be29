"""Placements that ended: the person goes if nothing else keeps them, else the placement alone."""

from datetime import datetime

from sqlalchemy import delete

from planner.store import layout
from planner.store.forget import forget_person, take_from_plans
from planner.store.retention.ended import ended_before, has_work, is_present
from planner.store.retention.overdue import Due
from planner.store.rules import Rule
from planner.store.store import Transaction


def find(tx: Transaction, limit: datetime) -> tuple[Due, ...]:
    """Find the placements whose last day was before the limit."""
    found = []
    for project, candidate_id, site_id in ended_before(tx, limit):
        kept = is_present(tx, project, candidate_id) or has_work(tx, project, candidate_id)
        what = "decision" if kept else "person"
        found.append(
            Due(rule=Rule.PLACEMENT, what=what, project_id=project, candidate_id=candidate_id, site_id=site_id)
        )
    return tuple(found)


def carry_out(tx: Transaction, due: Due) -> None:
    """Delete the person, or the placement with its history and its proposals."""
    if due.what == "person":
        forget_person(tx, due.project_id, due.candidate_id, due.rule)
    else:
        delete_pair(tx, due)


def delete_pair(tx: Transaction, due: Due) -> None:
    """Delete what was decided and noted on a pair, and the proposals of it in every plan."""
    for table in (layout.decisions, layout.decision_history, *layout.PAIR_ROWS):
        mine = (table.c.project_id == due.project_id, table.c.candidate_id == due.candidate_id)
        tx.run(delete(table).where(*mine, table.c.site_id == due.site_id))
    placed = layout.plan_placements
    pair = (placed.c.candidate_id == due.candidate_id) & (placed.c.site_id == due.site_id)
    take_from_plans(tx, layout.plan_placements, due.project_id, pair, due.rule)
