"""The note that a record check was shown: it goes after the end of the work it was for."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, select, update

from planner.domain import Candidate
from planner.store import layout
from planner.store.codec import from_json, row_of
from planner.store.people import get_person, keep_people
from planner.store.retention.ended import ended_before, has_work, is_present
from planner.store.retention.overdue import Due
from planner.store.rules import Rule
from planner.store.store import Transaction


def find(tx: Transaction, limit: datetime) -> tuple[Due, ...]:
    """Find the people whose work ended before the limit and whose note was made before it, too."""
    found = {}
    for project, candidate_id, _ in ended_before(tx, limit):
        rows = _noted(tx, project, candidate_id, limit)
        if rows and not has_work(tx, project, candidate_id):
            about = {"project_id": project, "candidate_id": candidate_id, "item_id": limit.isoformat()}
            found[project, candidate_id] = Due(rule=Rule.CLEARANCE, what="clearance", rows=len(rows), **about)
    return tuple(found.values())


def carry_out(tx: Transaction, due: Due) -> None:
    """Delete the note; cases that hold it are no longer whole."""
    rows = _noted(tx, due.project_id, due.candidate_id, datetime.fromisoformat(due.item_id))
    links, people = layout.case_people, layout.people
    holding = select(links.c.case_id).where(links.c.row_id.in_(rows))
    mark = {"forgotten_rule": due.rule.value, "forgotten_at": tx.now}
    tx.run(update(layout.cases).where(layout.cases.c.case_id.in_(holding)).values(mark))
    tx.run(delete(links).where(links.c.row_id.in_(rows)))
    if is_present(tx, due.project_id, due.candidate_id):
        bare = replace(get_person(tx, due.project_id, due.candidate_id), clearance=False)
        kept = keep_people(tx, due.project_id, [bare])[due.candidate_id]
        tx.run(update(people).where(people.c.row_id.in_(rows)).values(row_id=kept))
    tx.run(delete(layout.person_rows).where(layout.person_rows.c.row_id.in_(rows)))


def _noted(tx: Transaction, project: str, candidate_id: str, limit: datetime) -> list[str]:
    """Return the rows about a person that hold the note and were made before the limit."""
    rows = layout.person_rows
    mine = (rows.c.project_id == project, rows.c.candidate_id == candidate_id, rows.c.kept_at < limit)
    found = tx.run(select(rows.c.row_id, rows.c.content).where(*mine))
    return [row for row, content in found if row_of(Candidate, from_json(content)).clearance]
