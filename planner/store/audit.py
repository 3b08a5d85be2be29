"""The audit trail of changes: append-only, each entry sealed with the hash of the one before.

A person stands in it only as a hash under their own random key; once the key is deleted nobody can tell whom it meant,
and the chain still holds.
"""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from planner.store import layout
from planner.store.codec import digest, from_json, to_json
from planner.store.layout.base import instant_text
from planner.store.people import make_keys
from planner.store.store import Transaction

START = "0" * 64
"""The hash before the first entry."""

_PAGE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One change.

    Parameters
    ----------
    seq
        Place in the trail, from 1. It is the order; ``at`` never runs backwards, even where the clock does.
    user_id
        Who changed something.
    action
        What was done, as a code.
    project_id, law, case_hash, seed
        Where, by which version of law, on which input, with which lot; empty where it does not apply.
    details
        Values by name; persons only as ``person_hash``.
    """

    seq: int
    at: datetime
    user_id: str
    action: str
    project_id: str
    law: str
    case_hash: str
    seed: str
    details: Mapping[str, Any]
    previous_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """How long the trail is and where it ends. Noted elsewhere, it also shows a trail that was rewritten as a whole."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with the trail at a place."""

    code: str
    seq: int


def append(
    tx: Transaction,
    user: str,
    action: str,
    *,
    project: str = "",
    law: str = "",
    case_hash: str = "",
    seed: str = "",
    details: Mapping[str, object] | None = None,
) -> Entry:
    """Write one entry, in the same transaction as the change it tells of.

    Parameters
    ----------
    user
        User id.
    action
        Code of what was done.
    details
        Values by name; persons only as ``person_hash``.
    """
    last = head(tx)
    before = tx.run(select(layout.audit_entries.c.at).where(layout.audit_entries.c.seq == last.seq)).scalar()
    values: dict[str, Any] = {
        "seq": last.seq + 1,
        "at": max(tx.now, before) if before else tx.now,
        "user_id": user,
        "action": action,
        "project_id": project,
        "law": law,
        "case_hash": case_hash,
        "seed": seed,
        "details": to_json(details or {}),
        "previous_hash": last.hash,
    }
    values["hash"] = _seal(values)
    tx.run(insert(layout.audit_entries).values(values))
    tx.run(update(layout.audit_head).values(seq=values["seq"], hash=values["hash"]))
    return Entry(**{**values, "details": from_json(values["details"])})


def person_hash(tx: Transaction, project: str, candidate_id: str) -> str:
    """Return what stands for a person in the trail: HMAC-SHA256 of the pseudonym under the person's own key."""
    table = layout.person_keys
    wanted = select(table.c.key).where(table.c.project_id == project, table.c.candidate_id == candidate_id)
    key = tx.run(wanted).scalar()
    if key is None:
        make_keys(tx, project, [candidate_id])
        key = tx.run(wanted).scalar()
    return hmac.new(bytes(key or b""), candidate_id.encode(), hashlib.sha256).hexdigest()


def head(tx: Transaction) -> Head:
    """Return how long the trail is and where it ends."""
    row = tx.run(select(layout.audit_head.c.seq, layout.audit_head.c.hash)).first()
    return Head(row.seq, row.hash) if row else Head(0, START)


def entries(
    tx: Transaction, *, after: int = 0, project: str | None = None, person: str | None = None
) -> Iterator[Entry]:
    """Yield the entries in order.

    Parameters
    ----------
    after
        Only those behind this place.
    person
        Only those in whose details this ``person_hash`` stands.
    """
    for values in _rows(tx, after):
        if project is not None and values["project_id"] != project:
            continue
        if person is None or person in values["details"]:
            yield Entry(**{**values, "details": from_json(values["details"])})


def verify(tx: Transaction, anchor: Head | None = None) -> tuple[Finding, ...]:
    """Find every entry that was changed, removed, put elsewhere or cut off.

    Parameters
    ----------
    anchor
        A head noted earlier outside the database.

    Returns
    -------
    tuple of Finding
        ``audit.changed`` (the content is not what was sealed), ``audit.missing`` (entries before it are gone),
        ``audit.unlinked`` (it does not follow the one before), ``audit.backwards`` (it is earlier than the one
        before), ``audit.cut`` (the end is missing), ``audit.beyond`` (entries behind the noted end), ``audit.anchor``
        (it is not the trail the anchor was noted from).
    """
    found: list[Finding] = []
    last, at = Head(0, START), ""
    anchored = anchor is None or anchor.seq == 0
    for values in _rows(tx, 0):
        seq, now = values["seq"], instant_text(values["at"])
        if _seal(values) != values["hash"]:
            found.append(Finding("audit.changed", seq))
        if seq != last.seq + 1:
            found.append(Finding("audit.missing", seq))
        elif values["previous_hash"] != last.hash:
            found.append(Finding("audit.unlinked", seq))
        if now < at:
            found.append(Finding("audit.backwards", seq))
        last, at = Head(seq, values["hash"]), now
        anchored = anchored or last == anchor
    noted = head(tx)
    if last.seq < noted.seq:
        found.append(Finding("audit.cut", noted.seq))
    elif last != noted:
        found.append(Finding("audit.beyond", last.seq))
    if not anchored and anchor is not None:
        found.append(Finding("audit.anchor", anchor.seq))
    return tuple(found)


def _seal(values: Mapping[str, Any]) -> str:
    """Return the SHA-256 of everything else in an entry."""
    sealed = {name: value for name, value in values.items() if name != "hash"}
    return digest(to_json({**sealed, "at": instant_text(values["at"])}))


def _rows(tx: Transaction, after: int) -> Iterator[dict[str, Any]]:
    """Yield the rows in order, a page at a time."""
    table = layout.audit_entries
    while page := tx.run(select(table).where(table.c.seq > after).order_by(table.c.seq).limit(_PAGE)).mappings().all():
        yield from (dict(row) for row in page)
        after = page[-1]["seq"]
