"""Means tell nothing about fewer than k people, by subtraction over boroughs, scenarios and time."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from planner.report.disclosure import MeanPublication, Measured, Rules, Shown, Sign, publish_means
from tests.report.disclosure.tables import city

HOME = city([3, 2])
SHOWN = dict.fromkeys(HOME.codes, Shown(Sign.ROUNDED, 100))
RULES = Rules()


def series(*history: dict[str, tuple[int, ...]]) -> list[MeanPublication]:
    made: list[MeanPublication] = []
    for values in history:
        measured = Measured("minutes", HOME, values)
        made.append(MeanPublication(measured, RULES, publish_means(measured, SHOWN, RULES, made)))
    return made


def texts(made: MeanPublication) -> dict[str, str]:
    return {code: shown.text for code, shown in made.shown.items()}


FULL = {"b0q0": (20,) * 12, "b0q1": (30,) * 20, "b0q2": (40,) * 11, "b1q0": (25,) * 15, "b1q1": (35,) * 15}


def test_means_of_many_are_shown() -> None:
    """Where every quarter has at least k people, each mean is its rounded mean."""
    assert texts(series(FULL)[0]) == {
        "city": "30", "b0": "30", "b1": "30", "b0q0": "20", "b0q1": "30", "b0q2": "40", "b1q0": "25", "b1q1": "35",
    }  # fmt: skip


def test_no_mean_of_few_by_subtraction() -> None:
    """The mean of four people is not shown, and neither are all means of the others beside their borough's."""
    shown = texts(series(FULL | {"b0q2": (40,) * 4})[0])
    assert shown["b0q2"] == "."
    assert "." in {shown["b0"], shown["b0q0"], shown["b0q1"]}


def test_no_mean_where_the_count_is_hidden() -> None:
    """A mean would tell that at least k people are there."""
    counts = {code: shown for code, shown in SHOWN.items() if code != "b1q0"}
    assert publish_means(Measured("minutes", HOME, FULL), counts, RULES, [])["b1q0"].text == "."


def test_one_person_does_not_move_a_mean() -> None:
    """A mean stays until the numbers of at least k people changed."""
    one_longer = FULL | {"b0q0": (80, *FULL["b0q0"][1:])}
    all_longer = FULL | {"b0q0": (50,) * 12}
    made = series(FULL, one_longer, all_longer)
    assert [texts(one)["b0q0"] for one in made] == ["20", "20", "50"]


def test_unchanged_means_are_no_help() -> None:
    """A mean that stayed true is not subtracted from a new one to learn about the few others."""
    before = {"b0q0": (20,) * 20, "b0q1": (30,) * 20, "b0q2": (), "b1q0": (25,) * 15, "b1q1": (35,) * 15}
    after = before | {"b0q1": (60,) * 4}
    made = series(before, after)
    assert texts(made[0])["b0"] == "25"
    assert texts(made[1])["b0q0"] == "20"
    assert texts(made[1])["b0"] == "."


def small_sums(made: list[MeanPublication]) -> list[NDArray[np.int_]]:
    """Return the groups, fewer than k people, whose sum subtraction gives, in any one publication."""
    found = []
    for one in made:
        leaves = HOME.leaves["city"]
        known = [code for code in HOME.codes if one.shown[code].sign is Sign.ROUNDED]
        sets = np.array([[leaf in HOME.leaves[code] for leaf in leaves] for code in known], dtype=int).reshape(
            -1, len(leaves)
        )
        people = np.array([one.measured.within[leaf].total() for leaf in leaves])
        for chosen in range(1, 2 ** len(leaves)):
            group = np.array([chosen >> at & 1 for at in range(len(leaves))])
            rank = np.linalg.matrix_rank
            if 0 < group @ people < RULES.threshold and known and rank(np.vstack([sets, group])) == rank(sets):
                found.append(group)
    return found


numbers = st.lists(st.integers(5, 75), max_size=25).map(tuple)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.fixed_dictionaries(dict.fromkeys(HOME.leaves["city"], numbers)), min_size=1, max_size=3))
def test_linear_algebra_finds_no_small_group(history: list[dict[str, tuple[int, ...]]]) -> None:
    """No combination of shown means singles out fewer than k people, and every fresh mean is right."""
    made = series(*history)
    assert small_sums(made) == []
    for one in made:
        for code in one.fresh:
            values = list(one.measured.within[code].elements())
            assert len(values) >= RULES.threshold
            assert abs(Fraction(sum(values), len(values)) - (one.shown[code].value or 0)) <= Fraction(1, 2)
