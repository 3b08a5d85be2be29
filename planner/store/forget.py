"""Delete a person from everything."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, and_, delete, func, or_, select, update

from planner.store import layout
from planner.store.codec import from_json
from planner.store.rules import Rule
from planner.store.store import Transaction


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What a deletion took: cases that can no longer be replayed, and rows taken out of plans."""

    cases: int
    plan_rows: int


def forget_person(tx: Transaction, project: str, candidate_id: str, rule: Rule) -> Forgotten:
    """Delete everything that is kept about a person, in every list, case, plan and log of a project.

    The audit trail keeps its entries: with the person's key deleted, nobody can tell whom they are about. After the
    transaction, ``Store.scrub`` overwrites what is left of the deleted rows in the file.

    Parameters
    ----------
    rule
        Why; shown where a case or plan is no longer whole.
    """
    tandems = _tandems(tx, project, candidate_id)
    cases = forget_in_cases(tx, project, candidate_id, rule)
    rows = _from_plans(tx, project, candidate_id, rule, tandems)
    kept = ("people", "person_rows", "decisions", "decision_history", "checks", "own_views", "reads", "person_keys")
    for name in kept:
        table = layout.METADATA.tables[name]
        tx.run(delete(table).where(table.c.project_id == project, table.c.candidate_id == candidate_id))
    return Forgotten(cases, rows)


def forget_in_cases(tx: Transaction, project: str, candidate_id: str, rule: Rule) -> int:
    """Take a person out of every case and mark the cases; return how many there were."""
    rows, links = layout.person_rows, layout.case_people
    mine = select(rows.c.row_id).where(rows.c.project_id == project, rows.c.candidate_id == candidate_id)
    ids = set(tx.run(select(links.c.case_id).where(links.c.row_id.in_(mine))).scalars())
    tx.run(delete(links).where(links.c.row_id.in_(mine)))
    of_project = select(layout.cases.c.case_id).where(layout.cases.c.project_id == project)
    for table in (layout.case_decisions, layout.case_previous):
        which = (table.c.candidate_id == candidate_id, table.c.case_id.in_(of_project))
        ids |= set(tx.run(select(table.c.case_id).where(*which)).scalars())
        tx.run(delete(table).where(*which))
    for case_id in ids:
        mark = {"forgotten_rule": rule.value, "forgotten_at": tx.now}
        tx.run(update(layout.cases).where(layout.cases.c.case_id == case_id).values(mark))
    return len(ids)


def take_from_plans(tx: Transaction, table: Table, project: str, which: ColumnElement[bool], rule: Rule) -> int:
    """Delete rows of one of the plan tables, count them in their plans, and return how many there were."""
    of_project = select(layout.plans.c.plan_id).where(layout.plans.c.project_id == project)
    which = and_(which, table.c.plan_id.in_(of_project))
    counts = tx.run(select(table.c.plan_id, func.count()).where(which).group_by(table.c.plan_id)).all()
    tx.run(delete(table).where(which))
    plans = layout.plans
    for plan_id, number in counts:
        values = {"removed": plans.c.removed + number, "removed_rule": rule.value}
        tx.run(update(plans).where(plans.c.plan_id == plan_id).values(values))
    return sum(number for _, number in counts)


def _from_plans(tx: Transaction, project: str, candidate_id: str, rule: Rule, tandems: set[str]) -> int:
    taken = 0
    for table in layout.PLAN_ROWS:
        which = table.c.candidate_id == candidate_id
        if table is layout.plan_conflicts and tandems:
            which = or_(which, table.c.tandem.in_(tandems))
        taken += take_from_plans(tx, table, project, which, rule)
    return taken


def _tandems(tx: Transaction, project: str, candidate_id: str) -> set[str]:
    """Return the tandem marks of a person: a mark shared by two tells almost as much as a name."""
    rows = layout.person_rows
    mine = select(rows.c.content).where(rows.c.project_id == project, rows.c.candidate_id == candidate_id)
    return {mark for content in tx.run(mine).scalars() if (mark := from_json(content).get("tandem"))}
