"""The twin and the matcher, two ways to one answer: every pair of a generated case."""

from dataclasses import replace
from typing import Any

import pytest

from planner.check.facts import Facts
from planner.check.feasibility import Feasibility
from planner.domain import Case
from planner.geo import travel_times
from planner.match import find_pairs, unplaced_reason
from planner.synthetic import generate
from tests.check.build import law, with_scenario


@pytest.fixture(scope="module")
def case() -> Case:
    """Return an invented town quarter with decisions, limits and budgets."""
    return generate(160, 45, 30, seed=11)


@pytest.mark.parametrize(
    "changed", [{}, {"unclear_is_eligible": True, "max_commute": 30}, {"scheme": "16e", "own_share_paid_by": "host"}]
)
def test_pairs_agree(case: Case, changed: dict[str, Any]) -> None:
    """Both find the same pairs possible, with the same hours, minutes, quality, failed tests and costs to the cent."""
    case = with_scenario(case, **changed)
    travel = travel_times(case)
    facts = Facts(case, law(), travel)
    feasibility = Feasibility(facts)
    pairs = find_pairs(case, law(), travel)
    rows = (pairs.row(case, position) for position in range(len(pairs)))
    found = {
        (row.candidate_id, row.site_id): (row.hours, row.minutes, row.quality, row.broken, dict(row.costs))
        for row in rows
    }
    expected = {}
    for person in case.candidates:
        for site in case.sites:
            failed = tuple(test.reason for test in feasibility.tests if test.fails_pair(person, site))
            if not failed or feasibility.possible_anyway(person, site):
                expected[person.candidate_id, site.site_id] = (
                    facts.hours(person, site),
                    facts.minutes(person, site),
                    facts.quality(person, site),
                    failed,
                    dict(facts.costs(person, site)),
                )
    assert len(found) > 500
    assert found.keys() == expected.keys()
    assert {pair for pair in found if found[pair] != expected[pair]} == set()
    possible = {candidate_id for candidate_id, _ in found}
    for position, person in enumerate(case.candidates):
        reason = unplaced_reason(int(pairs.common[position]), person.candidate_id in possible)
        assert feasibility.unplaced_reason(person) == reason


def test_a_case_without_sites_rules_out_nobody_for_a_reason(case: Case) -> None:
    """Where there is no site at all no test rules out any: both say that there is no pair."""
    empty = replace(case, sites=(), decisions=(), previous_plan=())
    travel = travel_times(empty)
    feasibility = Feasibility(Facts(empty, law(), travel))
    pairs = find_pairs(empty, law(), travel)
    reasons = {unplaced_reason(int(mask), has_pair=False) for mask in pairs.common}
    assert reasons == {feasibility.unplaced_reason(person) for person in empty.candidates} == {"no_pair"}
