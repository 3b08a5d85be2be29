"""Who looked at whom: a log apart from the trail of changes, kept for six months."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from planner.store import layout
from planner.store.ids import new_id
from planner.store.store import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Somebody looked at a person's data, or at everybody's (``candidate_id`` is ``None``)."""

    at: datetime
    user_id: str
    project_id: str
    candidate_id: str | None
    what: str


def log_read(tx: Transaction, user: str, project: str, what: str, candidate_id: str | None = None) -> None:
    """Write down that a user looks at personal data.

    Parameters
    ----------
    what
        Code of the view.
    candidate_id
        Whom they look at; ``None``: everybody in the project.
    """
    values = {"read_id": new_id(), "at": tx.now, "user_id": user, "project_id": project}
    tx.run(insert(layout.reads).values(**values, candidate_id=candidate_id, what=what))


def list_reads(tx: Transaction, project: str, candidate_id: str | None = None) -> tuple[Read, ...]:
    """Return the reads of a project, or of one person, in order of time."""
    table = layout.reads
    wanted = select(table.c.at, table.c.user_id, table.c.project_id, table.c.candidate_id, table.c.what)
    wanted = wanted.where(table.c.project_id == project)
    if candidate_id is not None:
        wanted = wanted.where(table.c.candidate_id == candidate_id)
    return tuple(Read(**row) for row in tx.run(wanted.order_by(table.c.at)).mappings())


def drop_reads(tx: Transaction, before: datetime) -> int:
    """Delete the reads before an instant, and return how many there were."""
    return tx.run(delete(layout.reads).where(layout.reads.c.at < before)).rowcount
