"""Groups side by side: counts against counting by hand, dropped requirements against dropping them."""

from dataclasses import replace

import numpy as np
import pytest

from planner.domain import Case, Reason
from planner.fairness import (
    EVERYBODY,
    NOT_STATED,
    Measure,
    Stage,
    Standing,
    barriers,
    gaps,
    grouping,
    mean_per_mille,
    opened,
    reached,
    standing_of,
    weighing,
)
from planner.fairness.standing import REASONS
from planner.service import OpenedCase, make_plan, opened_from, pairs_of
from planner.synthetic import generate

LANGUAGE = REASONS.index(Reason.LANGUAGE)


def people(*rows: tuple[str, int, int]) -> tuple[Standing, Case]:
    """Return people by id, stage, and at how many of ten sites the language alone is missing."""
    case = generate(len(rows), 3, 3, 1)
    case = replace(
        case,
        decisions=(),
        previous_plan=(),
        candidates=tuple(
            replace(one, candidate_id=name, tandem="") for one, (name, *_) in zip(case.candidates, rows, strict=True)
        ),
    )
    alone = np.zeros((len(rows), len(REASONS)), dtype=np.int32)
    alone[:, LANGUAGE] = [sites for *_, sites in rows]
    stage = np.array([stage for _, stage, _ in rows], dtype=np.int8)
    return Standing(stage, alone.copy(), alone, 10), case


EXAMPLE = (
    ("a1", Stage.PLACED, 2),
    ("a2", Stage.FEASIBLE, 0),
    ("a3", Stage.ELIGIBLE, 0),
    ("b1", Stage.PRESENT, 0),
    ("b2", Stage.ELIGIBLE, 4),
    ("b3", Stage.ELIGIBLE, 9),
    ("b4", Stage.FEASIBLE, 1),
    ("c1", Stage.PLACED, 0),
)
OF = {name: name[0].upper() for name, *_ in EXAMPLE if name != "c1"} | {"zz": "A"}


def test_counts_by_hand() -> None:
    """Each stage counts who reached it or went further; who is not in the file is a group of its own."""
    standing, case = people(*EXAMPLE)
    groups = grouping(case, "letter", OF)
    assert groups.names == ("A", "B", NOT_STATED)
    found = {name: tuple(row.values()) for name, row in reached(standing, groups).items()}
    assert found == {"A": (3, 3, 2, 1), "B": (4, 3, 1, 0), NOT_STATED: (1, 1, 1, 1), EVERYBODY: (8, 7, 4, 2)}


def test_rates_by_hand() -> None:
    """A group is compared with everybody outside it."""
    standing, case = people(*EXAMPLE)
    found = {(gap.group, gap.measure): gap for gap in gaps(reached(standing, grouping(case, "letter", OF)))}
    placed = found["B", Measure.PLACED]
    assert placed.found is not None
    assert placed.others is not None
    assert (placed.found.part, placed.found.whole, placed.others.part, placed.others.whole) == (0, 4, 2, 4)
    of_feasible = found["A", Measure.PLACED_OF_FEASIBLE]
    assert of_feasible.found is not None
    assert (of_feasible.found.part, of_feasible.found.whole) == (1, 2)
    assert of_feasible.p is not None


def test_small_rates_are_left_out() -> None:
    """Below the least denominator there is neither a rate nor a test."""
    standing, case = people(*EXAMPLE)
    found = [gap for gap in gaps(reached(standing, grouping(case, "letter", OF)), least=4) if gap.found]
    assert {gap.group for gap in found} == {"B"}
    assert all(gap.found.whole >= 4 for gap in found)


def test_what_a_requirement_opens_by_hand() -> None:
    """Two of four in B would have a post without the language, nobody else: it opens 50 points."""
    standing, case = people(*EXAMPLE)
    groups = grouping(case, "letter", OF)
    freed = opened(standing, groups, Reason.LANGUAGE)
    assert freed == {"A": 0, "B": 2, NOT_STATED: 0, EVERYBODY: 2}
    sizes = {name: row[Stage.PRESENT] for name, row in reached(standing, groups).items()}
    of_b = next(one for one in barriers(Reason.LANGUAGE, freed, sizes) if one.group == "B")
    assert of_b.closes == pytest.approx(0.5)
    means = mean_per_mille(standing.alone[:, LANGUAGE], standing, groups)
    assert means["B"] == (0, 400, 900, 100)
    assert weighing(standing) == [Reason.LANGUAGE]


def test_between_two_groups_there_is_one_test() -> None:
    """With two groups the p-value stands once, uncorrected, and the others are the other group."""
    standing, case = people(*EXAMPLE)
    groups = grouping(case, "letter", {name: "B" if name[0] == "b" else "A" for name, *_ in EXAMPLE})
    one, other = (gap for gap in gaps(reached(standing, groups)) if gap.measure is Measure.PLACED)
    assert one.p == other.p
    assert one.others == other.found


@pytest.fixture(scope="module")
def made() -> tuple[OpenedCase, Standing, set[str]]:
    opened_case = opened_from(generate(150, 25, 20, 4))
    outcome = make_plan(opened_case)
    placed = {placement.candidate_id for placement in outcome.plan.placements}
    standing = standing_of(opened_case.case, outcome.pairs, placed, opened_case.law, opened_case.travel)
    return opened_case, standing, placed


def test_standing_counts_everybody(made: tuple[OpenedCase, Standing, set[str]]) -> None:
    """Placed are those in the plan, feasible those with a pair, and every site is either possible or refused."""
    opened_case, standing, placed = made
    pairs = pairs_of(opened_case)
    ids = [one.candidate_id for one in opened_case.case.candidates]
    assert {ids[at] for at in np.flatnonzero(standing.stage == Stage.PLACED)} == placed
    assert set(np.flatnonzero(standing.stage >= Stage.FEASIBLE)) == set(pairs.candidate.tolist())
    assert (standing.alone <= standing.failing).all()
    refused = len(ids) * len(opened_case.case.sites) - len(pairs)
    assert standing.alone.sum() <= refused <= standing.failing.sum()


@pytest.mark.parametrize(
    ("reason", "dropped"),
    [
        (Reason.LANGUAGE, {"languages": {}}),
        (Reason.SKILL, {"skills": frozenset()}),
        (Reason.CLEARANCE, {"clearance": False}),
        (Reason.MEASLES, {"measles_proof": False}),
    ],
)
def test_a_requirement_dropped_in_earnest(
    made: tuple[OpenedCase, Standing, set[str]], reason: Reason, dropped: dict[str, object]
) -> None:
    """Who has a pair once every site drops the requirement are those who had one and those it opens."""
    opened_case, standing, _ = made
    case = opened_case.case
    without = replace(case, sites=tuple(replace(site, **dropped) for site in case.sites))
    now = set(pairs_of(opened_from(without)).candidate.tolist())
    before = set(np.flatnonzero(standing.stage >= Stage.FEASIBLE).tolist())
    assert now - before == set(np.flatnonzero(standing.opened[:, REASONS.index(reason)]).tolist())
