"""Tests of where the site is and what is done there."""

from decimal import Decimal

from planner.check.facts import Facts
from planner.check.pair_tests.base import PairTest
from planner.domain import Candidate, Reason, Transport

Names = frozenset[str]
End = tuple[str, Decimal]
Traveller = tuple[str, Transport, int | None, Decimal]


def commute(facts: Facts) -> PairTest[End, Traveller]:
    """The way is within the person's own cap, the scenario's, and the law's for the agreed hours."""
    cap = facts.scenario.max_commute

    def brought(candidate: Candidate) -> Traveller:
        caps = [minutes for minutes in (candidate.max_commute, cap) if minutes is not None]
        return (candidate.neighbourhood, candidate.transport, min(caps, default=None), candidate.max_hours)

    def fails(asked: End, brought: Traveller) -> bool:
        destination, most_hours = asked
        origin, transport, own, hours = brought
        minutes = facts.minutes_between(origin, destination, transport)
        return (own is not None and minutes > own) or minutes > facts.commute_cap(min(hours, most_hours))

    return PairTest(Reason.COMMUTE, lambda s: (s.neighbourhood, s.max_hours), brought, fails)


def field_refused(_: Facts) -> PairTest[str, Names]:
    """The person does not refuse the field of activity."""
    return PairTest(Reason.FIELD_REFUSED, lambda s: s.field, lambda c: c.fields_refused, lambda a, b: a in b)


def neighbourhood_refused(_: Facts) -> PairTest[str, Names]:
    """The person does not refuse the neighbourhood."""
    return PairTest(
        Reason.NEIGHBOURHOOD_REFUSED, lambda s: s.neighbourhood, lambda c: c.neighbourhoods_refused, lambda a, b: a in b
    )
