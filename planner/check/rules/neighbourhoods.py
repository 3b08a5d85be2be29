"""The table of need and outcome."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from planner.check.needs import unfair_exchange
from planner.check.registry import rule
from planner.check.report import Params
from planner.check.subject import Subject
from planner.domain import NeighbourhoodResult

HALF_A_DIGIT = Fraction(1, 2 * 10**9)
"""A need is written with nine decimals."""


def _rows(subject: Subject) -> Iterator[NeighbourhoodResult]:
    """Yield the rows of known neighbourhoods."""
    return (row for row in subject.plan.neighbourhoods if row.code in subject.case.neighbourhood_of)


@rule("neighbourhood_rows")
def neighbourhood_rows(subject: Subject) -> Iterator[Params]:
    """Every neighbourhood of the case, and no other, has one row."""
    rows = Counter(row.code for row in subject.plan.neighbourhoods)
    for code in sorted(rows.keys() | subject.case.neighbourhood_of.keys()):
        expected = int(code in subject.case.neighbourhood_of)
        if rows[code] != expected:
            yield {"code": code, "stated": rows[code], "expected": expected}


@rule("neighbourhood_need")
def neighbourhood_need(subject: Subject) -> Iterator[Params]:
    """The need is the share of the people meant, rounded to nine decimals."""
    for row in _rows(subject):
        expected = subject.facts.need[row.code]
        if abs(Fraction(row.need) - expected) > HALF_A_DIGIT:
            yield {"code": row.code, "stated": str(row.need), "expected": f"{float(expected):.9f}"}


@rule("neighbourhood_target")
def neighbourhood_target(subject: Subject) -> Iterator[Params]:
    """The targets share out the placements by Sainte-Laguë; ties go to the smaller code."""
    targets = {row.code: row.target for row in _rows(subject)}
    if targets.keys() != subject.case.neighbourhood_of.keys():
        return  # shares of an incomplete table mean nothing; its own rule says so
    expected = len(subject.placed) if any(subject.facts.need.values()) else 0
    if sum(targets.values()) != expected:
        yield {"stated": sum(targets.values()), "expected": expected, "code": "-", "other": "-"}
    elif (exchange := unfair_exchange(subject.facts.need, targets)) is not None:
        yield {"stated": expected, "expected": expected, "code": exchange[0], "other": exchange[1]}


@rule("neighbourhood_placed")
def neighbourhood_placed(subject: Subject) -> Iterator[Params]:
    """The number placed is that of the placements at the neighbourhood's sites."""
    for row in _rows(subject):
        expected = subject.by_neighbourhood[row.code]
        if row.placed != expected:
            yield {"code": row.code, "stated": row.placed, "expected": expected}


@rule("neighbourhood_planned_posts")
def neighbourhood_planned_posts(subject: Subject) -> Iterator[Params]:
    """The planned posts are those of the sites without a host."""
    planned: Counter[str] = Counter()
    for site in subject.case.sites:
        planned[site.neighbourhood] += 0 if site.host else site.posts
    for row in _rows(subject):
        if row.planned_posts != planned[row.code]:
            yield {"code": row.code, "stated": row.planned_posts, "expected": planned[row.code]}
