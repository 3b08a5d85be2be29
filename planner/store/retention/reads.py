"""Who looked at whom, and sessions that ended."""

from datetime import datetime

from sqlalchemy import ColumnElement, Table, delete, func, select

from planner.store import layout
from planner.store.retention.overdue import Due
from planner.store.rules import Rule
from planner.store.store import Transaction


def find(tx: Transaction, limit: datetime) -> tuple[Due, ...]:
    """Count the reads, and the sessions that ended, before the limit."""
    found = []
    for what, (table, old) in _tables(limit).items():
        rows = tx.run(select(func.count()).select_from(table).where(old)).scalar()
        if rows:
            found.append(Due(rule=Rule.READ, what=what, item_id=limit.isoformat(), rows=rows))
    return tuple(found)


def carry_out(tx: Transaction, due: Due) -> None:
    """Delete them."""
    table, old = _tables(datetime.fromisoformat(due.item_id))[due.what]
    tx.run(delete(table).where(old))


def _tables(limit: datetime) -> dict[str, tuple[Table, ColumnElement[bool]]]:
    reads, sessions = layout.reads, layout.sessions
    return {"reads": (reads, reads.c.at < limit), "sessions": (sessions, sessions.c.expires_at < limit)}
