"""People who left the list without a placement."""

from datetime import datetime

from sqlalchemy import exists, func, or_, select

from planner.store import layout
from planner.store.forget import forget_person
from planner.store.retention.ended import TAKEN_UP
from planner.store.retention.overdue import Due
from planner.store.rules import Rule
from planner.store.store import Transaction


def find(tx: Transaction, limit: datetime) -> tuple[Due, ...]:
    """Find who is not on the present list, was last on it before the limit, and on whom nobody has decided since."""
    keys, people, steps = layout.person_keys, layout.people, layout.decisions
    here = exists().where(people.c.project_id == keys.c.project_id, people.c.candidate_id == keys.c.candidate_id)
    mine = (steps.c.project_id == keys.c.project_id, steps.c.candidate_id == keys.c.candidate_id)
    kept = exists().where(*mine, or_(steps.c.state.in_(TAKEN_UP), steps.c.at >= limit))
    last = func.coalesce(keys.c.left_at, keys.c.created_at, type_=layout.Instant)
    wanted = select(keys.c.project_id, keys.c.candidate_id).where(~here, ~kept, last < limit)
    return tuple(
        Due(rule=Rule.PROPOSAL, what="person", project_id=project, candidate_id=one)
        for project, one in sorted(tuple(row) for row in tx.run(wanted))
    )


def carry_out(tx: Transaction, due: Due) -> None:
    """Delete the person."""
    forget_person(tx, due.project_id, due.candidate_id, due.rule)
