"""The rules of a plan as rows that prices can stand on, by the names a certificate uses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from planner.check.columns import Column, Step
from planner.check.facts import Facts
from planner.check.limits import Reach
from planner.domain import FIXED


@dataclass(frozen=True, slots=True)
class Row:
    """lo ≤ Σ coefficient · variable ≤ hi; ``None`` where a side does not bind.

    Parameters
    ----------
    columns, steps, shortages
        Coefficients; shortages by number of the limit, counted from 1.
    """

    lo: int | None
    hi: int | None
    columns: dict[Column, int]
    steps: dict[Step, int] = field(default_factory=dict)
    shortages: dict[int, int] = field(default_factory=dict)


def rows_of(facts: Facts, columns: list[Column], steps: list[Step]) -> dict[str, Row]:
    """Return every row of a case by its name."""
    rows = {f"site:{s.site_id}": Row(None, s.posts, {}) for s in facts.case.sites}
    rows |= {f"place:{n.code}": Row(0, 0, {}) for n in facts.case.neighbourhoods}
    for column in columns:
        rows[f"site:{column.site.site_id}"].columns[column] = len(column.people)
        rows[f"place:{column.site.neighbourhood}"].columns[column] = len(column.people)
    for step in steps:
        rows[f"place:{step.place}"].steps[step] = -1
    return rows | dict(_scenario_rows(facts, columns)) | dict(_decision_rows(facts, columns))


def _scenario_rows(facts: Facts, columns: list[Column]) -> Iterator[tuple[str, Row]]:
    scenario = facts.scenario
    if scenario.posts is not None:
        yield "posts", Row(None, scenario.posts, {c: len(c.people) for c in columns})
    if scenario.max_changes is not None:
        kept = set(facts.case.previous_plan)
        on = {c: sum((p.candidate_id, c.site.site_id) in kept for p in c.people) for c in columns}
        yield "max_changes", Row(len(facts.case.previous_plan) - scenario.max_changes, None, _used(on))
    for payer, years in scenario.budget.items():
        for year, cents in years.items():
            yield f"budget:{payer.value}:{year}", Row(None, cents, _used({c: c.cost(payer, year) for c in columns}))
    for number, reach in enumerate(facts.limits, 1):
        yield from _limit_rows(number, reach, columns)


def _limit_rows(number: int, reach: Reach, columns: Iterable[Column]) -> Iterator[tuple[str, Row]]:
    limit = reach.limit
    here = (c for c in columns if c.site.site_id in reach.site_ids)
    counted = _used({c: sum(reach.counts(person) for person in c.people) for c in here})
    if limit.at_most is not None:
        yield f"limit:{number}:at_most", Row(None, limit.at_most, counted)
    if limit.at_least is not None and limit.hard:
        yield f"limit:{number}:at_least", Row(limit.at_least, None, counted)
    elif limit.at_least is not None:
        yield f"limit:{number}:soft", Row(limit.at_least, None, counted, shortages={number: 1})


def _decision_rows(facts: Facts, columns: list[Column]) -> Iterator[tuple[str, Row]]:
    where = {(person.candidate_id, c.site.site_id): c for c in columns for person in c.people}
    for decision in facts.case.decisions:
        column = where.get((decision.candidate_id, decision.site_id))
        if decision.decision in FIXED and column is not None:
            yield f"decision:{decision.candidate_id}:{decision.site_id}", Row(1, None, {column: 1})


def _used(coefficients: dict[Column, int]) -> dict[Column, int]:
    return {column: value for column, value in coefficients.items() if value}
