"""The columns say of every pair what a slow reading of the contract says."""

from functools import reduce
from operator import and_

import numpy as np
import pytest

from planner.domain import Case, Pairs, reasons_of
from planner.geo import travel_times
from planner.law import Law
from planner.match import find_pairs, refusals
from planner.match.board import BLOCK_CELLS
from tests.match.by_hand import Facts, facts
from tests.match.random_case import random_case

SEEDS = range(25)


def _facts(case: Case, law: Law) -> dict[tuple[int, int], Facts]:
    travel = travel_times(case)
    return {
        (c, s): facts(case, law, travel, person, site)
        for c, person in enumerate(case.candidates)
        for s, site in enumerate(case.sites)
    }


def _rows(case: Case, pairs: Pairs) -> dict[tuple[int, int], Facts]:
    found = {}
    for position, key in enumerate(zip(pairs.candidate.tolist(), pairs.site.tolist(), strict=True)):
        row = pairs.row(case, position)
        kept = bool(row.broken)
        found[key] = Facts(row.broken, kept, row.hours, row.minutes, row.parts, row.costs)
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_pairs_as_read_by_hand(seed: int, law: Law) -> None:
    """Which pairs are possible, their hours, minutes, parts of the quality, broken tests and every cent agree."""
    case = random_case(seed)
    expected = {key: fact for key, fact in _facts(case, law).items() if fact.kept or not fact.reasons}
    found = _rows(case, find_pairs(case, law, travel_times(case)))
    assert found.keys() == expected.keys()
    for key, fact in expected.items():
        got = found[key]
        assert (got.reasons, got.hours, got.minutes) == (fact.reasons, fact.hours, fact.minutes)
        assert got.parts == fact.parts
        assert got.costs == fact.costs


@pytest.mark.parametrize("seed", SEEDS)
def test_refusals_as_read_by_hand(seed: int, law: Law) -> None:
    """Every pair that is not possible comes with all its reasons, in the order of the tests; no other pair comes."""
    case = random_case(seed)
    expected = {key: fact.reasons for key, fact in _facts(case, law).items() if fact.reasons and not fact.kept}
    found = {
        (c, s): reasons_of(mask)
        for block in refusals(case, law, travel_times(case))
        for c, s, mask in zip(block.candidate.tolist(), block.site.tolist(), block.reasons.tolist(), strict=True)
    }
    assert found == expected


@pytest.mark.parametrize("seed", SEEDS)
def test_common_reasons(seed: int, law: Law) -> None:
    """``common`` holds the reasons that stand against every single site."""
    case = random_case(seed, candidates=6, sites=3)
    known = _facts(case, law)
    common = find_pairs(case, law, travel_times(case)).common
    for c in range(len(case.candidates)):
        masks = [sum(reason.bit for reason in known[c, s].reasons) for s in range(len(case.sites))]
        assert common[c] == reduce(and_, masks)


def test_generator_meets_everything(law: Law) -> None:
    """The random cases hit every reason, every part of the quality, and pairs kept beyond the tests."""
    known = [fact for seed in SEEDS for fact in _facts(random_case(seed), law).values()]
    assert len({reason for fact in known for reason in fact.reasons}) == 16
    assert any(fact.kept and fact.reasons for fact in known)
    possible = [fact for fact in known if not fact.reasons]
    for part in possible[0].parts:
        assert len({fact.parts[part] for fact in possible}) > 1


def test_blocks_do_not_matter(law: Law, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case cut into blocks of a few cells gives the same pairs as in one block."""
    case = random_case(1, candidates=40)
    assert len(case.candidates) * len(case.sites) < BLOCK_CELLS
    whole = find_pairs(case, law, travel_times(case))
    monkeypatch.setattr("planner.match.board.BLOCK_CELLS", 30)
    cut = find_pairs(case, law, travel_times(case))
    for column in ("candidate", "site", "hours", "minutes", "parts", "broken", "cost_class", "class_costs", "common"):
        np.testing.assert_array_equal(getattr(cut, column), getattr(whole, column))
