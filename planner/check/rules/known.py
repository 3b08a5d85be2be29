"""Placements are about people and sites of the case, each person at most once."""

from collections.abc import Iterator

from planner.check.registry import rule
from planner.check.report import Params
from planner.check.subject import Subject


@rule("candidate_known")
def candidate_known(subject: Subject) -> Iterator[Params]:
    """Whoever is placed is a candidate of the case."""
    for placement in subject.plan.placements:
        if placement.candidate_id not in subject.case.candidate_of:
            yield {"candidate_id": placement.candidate_id}


@rule("site_known")
def site_known(subject: Subject) -> Iterator[Params]:
    """Wherever someone is placed is a site of the case."""
    for placement in subject.plan.placements:
        if placement.site_id not in subject.case.site_of:
            yield {"site_id": placement.site_id, "candidate_id": placement.candidate_id}


@rule("candidate_once")
def candidate_once(subject: Subject) -> Iterator[Params]:
    """Each person is placed at most once."""
    for candidate_id, placed in sorted(subject.by_candidate.items()):
        if placed > 1:
            yield {"candidate_id": candidate_id, "placed": placed}
