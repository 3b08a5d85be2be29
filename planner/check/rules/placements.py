"""Every placement says what the case says about its pair."""

from collections.abc import Iterator

from planner.check.registry import rule
from planner.check.report import Params
from planner.check.subject import Subject
from planner.domain import Candidate, Site


def _differs(candidate: Candidate, site: Site, stated: object, expected: object) -> Iterator[Params]:
    if stated != expected:
        yield {
            "candidate_id": candidate.candidate_id,
            "site_id": site.site_id,
            "stated": stated if isinstance(stated, int) else str(stated),
            "expected": expected if isinstance(expected, int) else str(expected),
        }


@rule("placement_neighbourhood")
def neighbourhood(subject: Subject) -> Iterator[Params]:
    """The neighbourhood is the site's."""
    for placement, candidate, site in subject.placed:
        yield from _differs(candidate, site, placement.neighbourhood, site.neighbourhood)


@rule("placement_start")
def start(subject: Subject) -> Iterator[Params]:
    """The first working day is the scenario's, or that of the decision that fixed the pair."""
    for placement, candidate, site in subject.placed:
        yield from _differs(candidate, site, placement.start, subject.facts.start(candidate, site))


@rule("placement_hours")
def hours(subject: Subject) -> Iterator[Params]:
    """The hours are the most that suits both."""
    for placement, candidate, site in subject.placed:
        yield from _differs(candidate, site, placement.hours, subject.facts.hours(candidate, site))


@rule("placement_minutes")
def minutes(subject: Subject) -> Iterator[Params]:
    """The minutes are those from home to the site's neighbourhood."""
    for placement, candidate, site in subject.placed:
        yield from _differs(candidate, site, placement.minutes, subject.facts.minutes(candidate, site))


@rule("placement_quality")
def quality(subject: Subject) -> Iterator[Params]:
    """The quality is the sum of the pair's six parts."""
    for placement, candidate, site in subject.placed:
        yield from _differs(candidate, site, placement.quality, subject.facts.quality(candidate, site))


@rule("placement_marks")
def marks(subject: Subject) -> Iterator[Params]:
    """The marks are the failed tests of a pair accepted all the same, then the open questions about it."""
    for placement, candidate, site in subject.placed:
        expected = subject.feasibility.marks(candidate, site)
        yield from _differs(candidate, site, ";".join(placement.marks), ";".join(expected))


@rule("placement_costs")
def costs(subject: Subject) -> Iterator[Params]:
    """The costs are those of the law, to the cent, for every calendar year and payer."""
    for placement, candidate, site in subject.placed:
        expected = subject.facts.costs(candidate, site)
        for year, payer in sorted(placement.costs.keys() | expected.keys()):
            stated_cents, expected_cents = placement.costs.get((year, payer), 0), expected.get((year, payer), 0)
            for difference in _differs(candidate, site, stated_cents, expected_cents):
                yield {**difference, "year": year, "payer": payer.value}
