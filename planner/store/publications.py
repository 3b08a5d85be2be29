"""What was shown to leadership, kept for as long as somebody could subtract from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, func, insert, select

from planner.store import layout
from planner.store.codec import from_json, to_json
from planner.store.store import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPublication:
    """One publication.

    Parameters
    ----------
    number
        Counts the publications of a project from 1.
    plan_id
        The plan that was released with it.
    content
        A record of plain values; confidential like raw rows.
    """

    project_id: str
    number: int
    at: datetime
    plan_id: str
    content: Mapping[str, Any]


def add_publication(tx: Transaction, project: str, plan_id: str, content: Mapping[str, object]) -> StoredPublication:
    """Keep a publication behind the earlier ones of its project."""
    table = layout.publications
    last = tx.run(select(func.max(table.c.number)).where(table.c.project_id == project)).scalar()
    values: dict[str, Any] = {"project_id": project, "number": (last or 0) + 1, "at": tx.now, "plan_id": plan_id}
    tx.run(insert(table).values(**values, content=to_json(content)))
    return StoredPublication(**values, content=content)


def list_publications(tx: Transaction, project: str) -> tuple[StoredPublication, ...]:
    """Return every publication of a project, the oldest first."""
    table = layout.publications
    wanted = select(table).where(table.c.project_id == project).order_by(table.c.number)
    return tuple(_stored(row) for row in tx.run(wanted).mappings())


def _stored(row: RowMapping) -> StoredPublication:
    return StoredPublication(**{**row, "content": from_json(row["content"])})
