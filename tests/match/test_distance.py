"""How far a person is from each site agrees with the contract read pair by pair."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from planner.domain import Level, Reason, Transport, reasons_of
from planner.geo import travel_times
from planner.law import commute_cap, load_law
from planner.match import CapBy, distances, way_cap
from tests.match.by_hand import facts
from tests.match.plain_case import candidate, case, site
from tests.match.random_case import random_case


@pytest.mark.parametrize("seed", range(6))
def test_failed_rules_are_those_of_the_contract(seed: int) -> None:
    """Masks name every failing test of every site, and an amount stands beside each."""
    made = random_case(seed)
    law, travel = load_law(), travel_times(made)
    for person in made.candidates:
        found = distances(made, law, travel, person)
        for position, place in enumerate(made.sites):
            reasons = facts(made, law, travel, person, place).reasons
            assert reasons_of(int(found.failed[position])) == reasons
            assert {r for r, amount in found.amounts.items() if amount[position] > 0} == set(reasons)
        assert np.array_equal(
            found.minutes,
            [travel.between(person.neighbourhood, s.neighbourhood, person.transport) for s in made.sites],
        )


def test_amounts_are_in_the_units_of_the_rules() -> None:
    """Minutes over the cap, hundredths of an hour, levels, skills and days."""
    place = site(
        min_hours=Decimal(30),
        max_hours=Decimal(39),
        languages={"de": Level.B2, "ar": Level.A2},
        skills=frozenset({"a", "b"}),
        available_from=date(2027, 3, 11),
    )
    who = candidate(
        max_hours=Decimal("19.5"), languages={"de": Level.B1}, max_commute=20, permit_until=date(2027, 2, 27)
    )
    made = case([who], [place], minutes=30)
    found = distances(made, load_law(), travel_times(made), who)
    assert {reason: int(amount[0]) for reason, amount in found.amounts.items()} == {
        Reason.HOURS: 1050,
        Reason.LANGUAGE: 3,
        Reason.SKILL: 2,
        Reason.AVAILABLE: 10,
        Reason.PERMIT: 2,
        Reason.COMMUTE: 10,
    }


def test_nearer_is_fewer_steps() -> None:
    """Of two sites that are too far, the one with fewer minutes over the cap comes first."""
    who = candidate(max_commute=20, transport=Transport.TRANSIT)
    made = case([who], [site("s1"), site("s2", neighbourhood="03")], minutes=30)
    times = {**made.travel_times, ("01", "03", Transport.TRANSIT): 22}
    made = replace(made, travel_times=times)
    steps = distances(made, load_law(), travel_times(made), who).steps()
    assert steps[1] < steps[0]


def test_the_smallest_cap_speaks() -> None:
    """The cap is the smallest of the three, and it says whose it is; the law wins a tie, the person loses it."""
    law, place = load_law(), site()
    legal = commute_cap(law, place.max_hours, case().scenario.start)
    for planner, own, expected in (
        (None, None, (legal, CapBy.LAW)),
        (45, None, (45, CapBy.SCENARIO)),
        (45, 45, (45, CapBy.SCENARIO)),
        (45, 30, (30, CapBy.CANDIDATE)),
        (legal, legal, (legal, CapBy.LAW)),
    ):
        who = candidate(max_commute=own)
        assert way_cap(case([who], max_commute=planner), law, who, place) == expected


def test_no_site_is_no_distance() -> None:
    """A case without sites has nothing to be far from."""
    made = case(sites=())
    assert len(distances(made, load_law(), travel_times(made), candidate()).failed) == 0
