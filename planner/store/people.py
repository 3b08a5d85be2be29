"""The present people of a project, as the reviewers imported them, and everything that is kept about a person."""

import secrets
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete, exists, func, insert, select, update

from planner.domain import Candidate
from planner.store import layout
from planner.store.codec import digest, from_json, plain_json, record, row_of
from planner.store.errors import NotFoundError
from planner.store.ids import new_id
from planner.store.projects import next_revision
from planner.store.shelf import IDLE
from planner.store.store import Transaction


def replace_people(tx: Transaction, project: str, candidates: Sequence[Candidate]) -> int:
    """Import people as the project's present ones and return the revision; who is not among them leaves the list.

    What was known before of somebody is kept only where a case still refers to it.

    Raises
    ------
    NotFoundError
        ``store.no_project``.
    """
    revision = next_revision(tx, project, "people_revision")
    rows = keep_people(tx, project, candidates)
    tx.run(delete(layout.people).where(layout.people.c.project_id == project))
    tx.insert(
        insert(layout.people),
        [{"project_id": project, "candidate_id": candidate_id, "row_id": row} for candidate_id, row in rows.items()],
    )
    _note_leaving(tx, project)
    drop_unused_rows(tx, project)
    return revision


def get_people(tx: Transaction, project: str) -> tuple[Candidate, ...]:
    """Return the present people, sorted by id."""
    rows = layout.person_rows
    wanted = select(rows.c.content).join(layout.people, layout.people.c.row_id == rows.c.row_id)
    return read_people(tx, project, tx.run(wanted.where(layout.people.c.project_id == project)).scalars())


def count_people(tx: Transaction, project: str) -> int:
    """Return how many people are present."""
    wanted = select(func.count()).select_from(layout.people).where(layout.people.c.project_id == project)
    return int(tx.run(wanted).scalar_one())


def get_person(tx: Transaction, project: str, candidate_id: str) -> Candidate:
    """Return one of the present people.

    Raises
    ------
    NotFoundError
        ``store.no_person``.
    """
    rows, people = layout.person_rows, layout.people
    wanted = select(rows.c.content).join(people, people.c.row_id == rows.c.row_id)
    wanted = wanted.where(people.c.project_id == project, people.c.candidate_id == candidate_id)
    content = tx.run(wanted).scalar_one_or_none()
    if content is None:
        raise NotFoundError.of("store.no_person")
    return row_of(Candidate, from_json(content))


def is_known(tx: Transaction, project: str, candidate_id: str) -> bool:
    """Return whether anything is kept about somebody, on the present list or not."""
    keys = layout.person_keys
    wanted = select(keys.c.candidate_id).where(keys.c.project_id == project, keys.c.candidate_id == candidate_id)
    return tx.run(wanted).first() is not None


def keep_people(tx: Transaction, project: str, candidates: Iterable[Candidate]) -> dict[str, str]:
    """Keep what is known of people, once per content; return the ids of the rows by candidate id."""
    contents = {c.candidate_id: plain_json(record(c)) for c in candidates}
    table = layout.person_rows
    known: Mapping[tuple[str, str], str] = {
        (candidate_id, name): row
        for candidate_id, name, row in tx.run(
            select(table.c.candidate_id, table.c.digest, table.c.row_id).where(table.c.project_id == project)
        )
    }
    make_keys(tx, project, contents)
    rows, new = {}, []
    for candidate_id, content in contents.items():
        name = digest(content)
        row = known.get((candidate_id, name))
        if row is None:
            row = new_id()
            values = {"row_id": row, "project_id": project, "candidate_id": candidate_id}
            new.append({**values, "digest": name, "content": content, "kept_at": tx.now})
        rows[candidate_id] = row
    tx.insert(insert(table), new)
    return rows


def make_keys(tx: Transaction, project: str, candidate_ids: Iterable[str]) -> None:
    """Draw a random key for everybody who has none."""
    keys = layout.person_keys
    known = set(tx.run(select(keys.c.candidate_id).where(keys.c.project_id == project)).scalars())
    tx.insert(
        insert(keys),
        [
            {"project_id": project, "candidate_id": one, "key": secrets.token_bytes(32), "created_at": tx.now}
            for one in candidate_ids
            if one not in known
        ],
    )


def drop_unused_rows(tx: Transaction, project: str) -> None:
    """Delete what is known of people where neither the present list nor a case refers to it."""
    rows = layout.person_rows
    present = exists().where(layout.people.c.row_id == rows.c.row_id)
    cased = exists().where(layout.case_people.c.row_id == rows.c.row_id)
    tx.run(delete(rows).where(rows.c.project_id == project, ~present, ~cased))


def _note_leaving(tx: Transaction, project: str) -> None:
    """Write down when somebody left the list; their periods run from there."""
    keys, people = layout.person_keys, layout.people
    here = exists().where(people.c.project_id == keys.c.project_id, people.c.candidate_id == keys.c.candidate_id)
    mine = keys.c.project_id == project
    tx.run(update(keys).where(mine, ~here, keys.c.left_at.is_(None)).values(left_at=tx.now))
    tx.run(update(keys).where(mine, here, keys.c.left_at.is_not(None)).values(left_at=None))


def read_people(tx: Transaction, project: str, contents: Iterable[str]) -> tuple[Candidate, ...]:
    """Return people from what is kept of them, sorted by id; the same content is read once within half an hour."""
    known: dict[str, Candidate] = tx.shelf.get(("people", project, int(tx.now.timestamp() / IDLE)), dict)
    found = {content: known.get(content) or row_of(Candidate, from_json(content)) for content in contents}
    known.update(found)
    return tuple(sorted(found.values(), key=lambda c: c.candidate_id))
