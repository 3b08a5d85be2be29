"""Invented cases of any size."""

from collections import Counter
from pathlib import Path

import pytest

from planner.domain import FIXED, Case, DecisionKind, Payer, Verdict
from planner.errors import InputError
from planner.geo import travel_times
from planner.law import load_law
from planner.match import find_pairs
from planner.synthetic import generate
from planner.tables import read_case, write_case


@pytest.fixture(scope="module")
def medium() -> Case:
    return generate(2000, 300, 500, 1)


def test_the_same_seed_gives_the_same_case() -> None:
    """Two runs are equal; another seed is another case."""
    assert generate(200, 40, 50, 3).hash == generate(200, 40, 50, 3).hash
    assert generate(200, 40, 50, 3).hash != generate(200, 40, 50, 4).hash


def test_sizes_are_as_asked(medium: Case) -> None:
    """So many candidates, sites and posts, and sites offer a fifth more posts than are planned."""
    assert len(medium.candidates) == 2000
    assert len(medium.sites) == 300
    assert medium.scenario.posts == 500
    assert sum(site.posts for site in medium.sites) >= 600
    assert len(medium.neighbourhoods) == 64


def test_about_a_fifth_of_all_pairs_is_possible(medium: Case) -> None:
    """The density of possible pairs lies between 15 and 25 %."""
    pairs = find_pairs(medium, load_law(), travel_times(medium))
    assert 0.15 < len(pairs) / (2000 * 300) < 0.25


def test_every_kind_of_rule_is_there(medium: Case) -> None:
    """Budgets, limits with and without who, every kind of decision, a previous plan, tandems."""
    scenario = medium.scenario
    assert set(scenario.budget) == {Payer.CITY, Payer.INTEGRATION}
    assert any(limit.who for limit in scenario.limit)
    assert any(limit.at_most is not None for limit in scenario.limit)
    kinds = {decision.decision for decision in medium.decisions}
    assert kinds == {
        DecisionKind.STARTED,
        DecisionKind.ACCEPTED,
        DecisionKind.PIN,
        DecisionKind.FORBID,
        DecisionKind.DECLINED,
    }
    assert medium.previous_plan
    assert any(candidate.tandem for candidate in medium.candidates)


def test_fixed_pairs_contradict_nothing(medium: Case) -> None:
    """Nobody is fixed twice, no site beyond its posts, and everyone fixed is confirmed and alone."""
    fixed = [d for d in medium.decisions if d.decision in FIXED]
    assert len({d.candidate_id for d in fixed}) == len(fixed)
    assert all(n <= medium.site_of[s].posts for s, n in Counter(d.site_id for d in fixed).items())
    people = [medium.candidate_of[d.candidate_id] for d in fixed]
    assert all(p.eligibility is Verdict.CONFIRMED and not p.tandem for p in people)


def test_receipt_is_consistent(medium: Case) -> None:
    """Months of receipt in a shorter window never exceed those in a longer one, nor the window."""
    for c in medium.candidates:
        if c.benefit_months_last_84 is not None:
            assert c.benefit_months_last_60 is not None
            assert c.benefit_months_last_24 is not None
            assert c.benefit_months_last_24 <= 24
            assert c.benefit_months_last_24 <= c.benefit_months_last_60 <= 60
            assert c.benefit_months_last_60 <= c.benefit_months_last_84 <= c.benefit_months_last_60 + 24
            assert c.benefit_months_last_60 - c.benefit_months_last_24 <= 36


def test_hosts_cannot_be_mistaken_for_real_ones(medium: Case) -> None:
    """Every host says that it is invented; the scenario's name does too."""
    assert all(site.host.startswith("Musterträger ") or site.planned for site in medium.sites)
    assert "synthetisch" in medium.scenario.name


def test_a_large_case_lives_in_an_invented_region() -> None:
    """More than 20,000 candidates live in 700 neighbourhoods inside Saxony's bounding box."""
    case = generate(20_001, 100, 50, 1)
    assert len(case.neighbourhoods) == 700
    assert all(50 < (n.lat or 0) < 52 and 11.8 < (n.lon or 0) < 15.1 for n in case.neighbourhoods)


def test_it_reads_back_equal(tmp_path: Path) -> None:
    """What is written is a valid case of the contract: the same hash, no note but on the city's blank counts."""
    case = generate(60, 90, 25, 5)
    write_case(case, tmp_path / "case")
    reading = read_case(tmp_path / "case", wage_tables=load_law().wage_tables)
    assert reading.case.hash == case.hash
    assert {note.code for note in reading.notes} <= {"counts.blank"}


@pytest.mark.parametrize("numbers", [(0, 0, 0, 0), (0, 3, 2, 1), (5, 0, 0, 1), (1, 1, 1, 1), (2, 1, 100, 1)])
def test_the_smallest_cases(numbers: tuple[int, int, int, int]) -> None:
    """Nothing breaks where nobody or nothing is there."""
    case = generate(*numbers)
    assert (len(case.candidates), len(case.sites)) == numbers[:2]


@pytest.mark.parametrize("numbers", [(-1, 1, 1, 1), (1, -1, 1, 1), (1, 1, -1, 1), (1, 1, 1, -1), (1, 0, 1, 1)])
def test_impossible_numbers(numbers: tuple[int, int, int, int]) -> None:
    """Negative numbers, and posts without any site, are refused."""
    with pytest.raises(InputError):
        generate(*numbers)
