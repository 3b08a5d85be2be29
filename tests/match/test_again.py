"""Pairs found again after something else was decided."""

from dataclasses import fields, replace
from datetime import date

import numpy as np
import pytest

from planner.domain import Decision, DecisionKind
from planner.geo import travel_times
from planner.law import load_law
from planner.match import find_pairs, find_pairs_again, same_tests
from planner.synthetic import generate

KINDS = tuple(DecisionKind)


@pytest.fixture(scope="module")
def city():
    """A case, and what its pairs are found with."""
    case = generate(150, 25, 20, seed=11)
    return case, load_law(), travel_times(case)


def differing(one, other):
    """Return the columns in which two lists of pairs differ."""
    return [
        column.name
        for column in fields(one)
        if not np.array_equal(getattr(one, column.name), getattr(other, column.name))
        or getattr(getattr(one, column.name), "dtype", None) != getattr(getattr(other, column.name), "dtype", None)
    ]


def some_decisions(rng, case, number):
    """Return decisions of any kind by pair, about so many people."""
    decided = {}
    for person in rng.choice(len(case.candidates), number, replace=False):
        pair = case.candidates[person].candidate_id, case.sites[rng.choice(len(case.sites))].site_id
        since = date(2026, int(rng.integers(1, 13)), 1) if rng.random() < 0.5 else None
        decided[pair] = Decision(candidate_id=pair[0], site_id=pair[1], decision=rng.choice(KINDS), since=since)
    return decided


@pytest.mark.parametrize("seed", range(6))
def test_what_is_found_again_is_what_is_found(city, seed):
    """Whatever is decided or withdrawn, every column is the one of a search from nothing."""
    plain, law, travel = city
    rng = np.random.default_rng(seed)
    earlier = some_decisions(rng, plain, 20)
    case = plain.amended(decisions=tuple(earlier.values()))
    kept = {pair: decision for pair, decision in earlier.items() if rng.random() < 0.7}
    tiers = case.scenario.tiers.model_copy(update={"seed": "another"})
    changed = case.amended(
        scenario=case.scenario.model_copy(update={"tiers": tiers, "max_changes": 3}),
        decisions=tuple({**kept, **some_decisions(rng, plain, int(rng.integers(0, 6)))}.values()),
        previous_plan=(),
    )
    assert kept.keys() < earlier.keys()
    known = find_pairs(case, law, travel)
    again = find_pairs_again(changed, law, travel, case, known)
    assert differing(again, find_pairs(changed, law, travel)) == []


def test_another_case_is_looked_at_wholly(city):
    """Where more than decisions has changed, nothing that was known is believed."""
    case, law, travel = city
    strict = replace(case, scenario=case.scenario.model_copy(update={"max_commute": 20}))
    fewer = replace(case, candidates=case.candidates[1:])
    known = find_pairs(case, law, travel)
    for other in (strict, fewer):
        assert not same_tests(other, case)
        again = find_pairs_again(other, law, travel, case, known)
        assert differing(again, find_pairs(other, law, travel)) == []
