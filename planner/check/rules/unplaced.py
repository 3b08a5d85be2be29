"""Whoever is not placed is listed once, with the right reason."""

from collections import Counter
from collections.abc import Iterator

from planner.check.registry import rule
from planner.check.report import Params
from planner.check.subject import Subject


@rule("unplaced_missing")
def unplaced_missing(subject: Subject) -> Iterator[Params]:
    """Every candidate without a placement is listed."""
    listed = {row.candidate_id for row in subject.plan.unplaced}
    for candidate_id in subject.case.candidate_of:
        if candidate_id not in listed and candidate_id not in subject.by_candidate:
            yield {"candidate_id": candidate_id}


@rule("unplaced_placed")
def unplaced_placed(subject: Subject) -> Iterator[Params]:
    """Nobody is both placed and listed as unplaced."""
    for row in subject.plan.unplaced:
        if row.candidate_id in subject.by_candidate:
            yield {"candidate_id": row.candidate_id}


@rule("unplaced_once")
def unplaced_once(subject: Subject) -> Iterator[Params]:
    """Nobody is listed as unplaced twice."""
    for candidate_id, rows in sorted(Counter(row.candidate_id for row in subject.plan.unplaced).items()):
        if rows > 1:
            yield {"candidate_id": candidate_id, "rows": rows}


@rule("unplaced_known")
def unplaced_known(subject: Subject) -> Iterator[Params]:
    """Whoever is listed as unplaced is a candidate of the case."""
    for row in subject.plan.unplaced:
        if row.candidate_id not in subject.case.candidate_of:
            yield {"candidate_id": row.candidate_id}


@rule("unplaced_reason")
def unplaced_reason(subject: Subject) -> Iterator[Params]:
    """The reason of everyone unplaced is the one that follows from the case."""
    for row in subject.plan.unplaced:
        candidate = subject.case.candidate_of.get(row.candidate_id)
        if candidate is None or row.candidate_id in subject.by_candidate:
            continue
        expected = subject.unplaced_reason(candidate)
        if row.reason != expected:
            yield {"candidate_id": row.candidate_id, "stated": row.reason, "expected": expected}
