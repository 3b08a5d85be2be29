"""Placements that ended, which two rules ask for."""

from datetime import datetime

from sqlalchemy import exists, select

from planner.domain import DecisionKind
from planner.store import layout
from planner.store.store import Transaction

TAKEN_UP = tuple(kind.value for kind in (DecisionKind.ACCEPTED, DecisionKind.STARTED, DecisionKind.ENDED))
"""States in which a proposal was taken up."""

RUNNING = tuple(kind.value for kind in (DecisionKind.ACCEPTED, DecisionKind.STARTED))
"""States in which work goes on, or is about to begin."""


def ended_before(tx: Transaction, limit: datetime) -> list[tuple[str, str, str]]:
    """Return project, candidate and site of the placements whose last day was before the limit."""
    table = layout.decisions
    wanted = select(table.c.project_id, table.c.candidate_id, table.c.site_id).where(
        table.c.state == DecisionKind.ENDED.value, table.c.until < limit.date()
    )
    return sorted((project, one, other) for project, one, other in tx.run(wanted))


def is_present(tx: Transaction, project: str, candidate_id: str) -> bool:
    """Whether a person is on the present list."""
    people = layout.people
    return _any(tx, people.c.project_id == project, people.c.candidate_id == candidate_id)


def has_work(tx: Transaction, project: str, candidate_id: str) -> bool:
    """Whether a person works somewhere, or is about to."""
    table = layout.decisions
    mine = (table.c.project_id == project, table.c.candidate_id == candidate_id)
    return _any(tx, *mine, table.c.state.in_(RUNNING))


def _any(tx: Transaction, *which: object) -> bool:
    return bool(tx.run(select(exists().where(*which))).scalar())  # type: ignore[arg-type]
