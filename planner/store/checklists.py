"""The checklist before the contract: what is done for a placement, and who said so."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, insert, select

from planner.store import layout
from planner.store.errors import ChangedMeanwhileError
from planner.store.store import Transaction


class Item(StrEnum):
    """What has to be done before a contract is signed, in this order."""

    HOST = "host"
    APPLICATION = "application"
    COACHING = "coaching"
    FIELD = "field"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """An item of a checklist.

    Parameters
    ----------
    version
        Counts the changes from 1; 0 where nobody has touched it.
    by
        User id.
    """

    item: Item
    done: bool = False
    version: int = 0
    by: str = ""
    at: datetime | None = None


def get_checks(tx: Transaction, project: str, candidate_id: str, site_id: str) -> tuple[Check, ...]:
    """Return every item of a pair in its order, those that nobody has touched too."""
    table = layout.checks
    wanted = select(table.c.item, table.c.done, table.c.version, table.c.by, table.c.at).where(
        table.c.project_id == project, table.c.candidate_id == candidate_id, table.c.site_id == site_id
    )
    known = {row["item"]: row for row in tx.run(wanted).mappings()}
    return tuple(Check(**{**known[item], "item": item}) if item in known else Check(item=item) for item in Item)


def set_check(
    tx: Transaction,
    project: str,
    candidate_id: str,
    site_id: str,
    item: Item,
    *,
    done: bool,
    expected_version: int,
    by: str,
) -> Check:
    """Say that an item is done, or that it is not.

    Parameters
    ----------
    expected_version
        The version the reviewer saw.

    Raises
    ------
    ChangedMeanwhileError
        If the item has another version by now; nothing is changed.
    """
    before = next(one for one in get_checks(tx, project, candidate_id, site_id) if one.item is item)
    if before.version != expected_version:
        raise ChangedMeanwhileError(before.by, before.at or tx.now, before.version)
    after = Check(item=item, done=done, version=expected_version + 1, by=by, at=tx.now)
    table = layout.checks
    pair = {"project_id": project, "candidate_id": candidate_id, "site_id": site_id, "item": item.value}
    tx.run(delete(table).where(*(table.c[name] == value for name, value in pair.items())))
    tx.run(insert(table).values(**pair, done=done, version=after.version, by=by, at=after.at))
    return after
