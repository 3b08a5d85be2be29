"""What ``find_pairs`` keeps, and cases at the edge."""

from collections.abc import Callable
from datetime import date

import numpy as np
import pytest

from planner.domain import Case, DecisionKind, Mark, Pairs, Payer, Reason
from planner.geo import travel_times
from planner.law import Law
from planner.match import find_pairs, refusals
from tests.match.plain_case import candidate, case, decision, site

Find = Callable[[Case], Pairs]


@pytest.mark.parametrize("kind", [DecisionKind.ACCEPTED, DecisionKind.STARTED])
def test_agreed_pairs_stay(kind: DecisionKind, pairs_of: Find, law: Law) -> None:
    """A pair that was accepted or has started is possible beyond the tests, marked with those it fails."""
    one = case([candidate(max_commute=10, clearance=False)], [site(clearance=True)], [decision(kind)])
    row = pairs_of(one).row(one, 0)
    assert row.broken == (Reason.CLEARANCE, Reason.COMMUTE)
    assert sum(len(block) for block in refusals(one, law, travel_times(one))) == 0


def test_pin_needs_a_possible_pair(pairs_of: Find) -> None:
    """A pin exempts from no test."""
    one = case([candidate(max_commute=10)], decisions=[decision(DecisionKind.PIN)])
    pairs = pairs_of(one)
    assert len(pairs) == 0
    assert pairs.common.tolist() == [Reason.COMMUTE.bit]


def test_unclear_but_planned_is_not_broken(pairs_of: Find) -> None:
    """With ``unclear_is_eligible`` an unclear person breaks no test."""
    one = case([candidate(brief_work_only=None)], unclear_is_eligible=True)
    assert pairs_of(one).row(one, 0).broken == ()


def test_since_moves_the_costs(pairs_of: Find) -> None:
    """A started placement costs from its own first day on, its neighbours from the scenario's."""
    started = case(
        [candidate("c1"), candidate("c2")], decisions=[decision(DecisionKind.STARTED, since=date(2026, 7, 1))]
    )
    pairs = pairs_of(started)
    assert pairs.cost(Payer.INTEGRATION, 2026).tolist()[0] > 0
    assert pairs.cost(Payer.INTEGRATION, 2026).tolist()[1] == 0
    assert pairs.years == (2026, 2027, 2028, 2029, 2030, 2031, 2032)


def test_alike_contracts_share_a_class(pairs_of: Find) -> None:
    """Pairs with the same wage, material and length have one class of costs between them."""
    people = [candidate(f"c{number}", born=date(1980 + number, 1, 1)) for number in range(9)]
    pairs = pairs_of(case(people, [site("s1"), site("s2")]))
    assert len(pairs) == 18
    assert len(pairs.class_costs) == 1


def test_sorted_and_typed(pairs_of: Find) -> None:
    """Pairs come sorted by candidate and site, in the types the columns promise."""
    pairs = pairs_of(case([candidate("b"), candidate("a")], [site("z"), site("y")]))
    assert pairs.candidate.tolist() == [0, 0, 1, 1]
    assert pairs.site.tolist() == [0, 1, 0, 1]
    for column in (pairs.candidate, pairs.site, pairs.hours, pairs.minutes, pairs.broken, pairs.cost_class):
        assert column.dtype == np.int32
    assert pairs.common.dtype == np.int32
    assert (pairs.parts.dtype, pairs.class_costs.dtype) == (np.int8, np.int64)


@pytest.mark.parametrize("people", [[], [candidate()]])
@pytest.mark.parametrize("sites", [[], [site()]])
def test_empty_tables(people: list, sites: list, pairs_of: Find, law: Law) -> None:
    """Without candidates or sites there are no pairs, no refusals and no common reason."""
    one = case(people, sites)
    pairs = pairs_of(one)
    assert len(pairs) == len(people) * len(sites)
    assert pairs.parts.shape == (len(pairs), 6)
    assert pairs.class_costs.shape[2] == 4
    assert pairs.common.tolist() == [0] * len(people)
    assert sum(len(block) for block in refusals(one, law, travel_times(one))) == 0


@pytest.mark.parametrize(("people", "sites"), [(1, 10_000), (10_000, 1)])
def test_long_and_thin(people: int, sites: int, pairs_of: Find) -> None:
    """One person × ten thousand sites and the other way round give a row each."""
    one = case([candidate(f"c{number}") for number in range(people)], [site(f"s{number}") for number in range(sites)])
    assert len(pairs_of(one)) == 10_000


def test_part_of_a_case(law: Law) -> None:
    """Decisions about people and sites that a part of a case leaves out are passed over."""
    one = case([candidate("c2")], decisions=[decision(kind) for kind in DecisionKind])
    assert len(find_pairs(one, law, travel_times(one))) == 1


def test_codes_have_texts() -> None:
    """Every reason has a label, a sentence and a mark in both languages."""
    from planner.domain import DISPLACED, NO_PAIR
    from planner.messages import text

    keys = [f"{kind}.{reason}" for reason in Reason for kind in ("reason", "unplaced", "mark")]
    keys += [f"unplaced.{code}" for code in (NO_PAIR, DISPLACED)] + [f"mark.{mark}" for mark in Mark]
    for key in keys:
        assert text(key, "de") != text(key, "en")
