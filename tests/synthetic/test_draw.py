"""Chance that is the same on every machine."""

from collections import Counter

import numpy as np

from planner.synthetic.draw import Draw


def test_the_same_numbers_everywhere() -> None:
    """A column's bits follow from seed, table and column alone; these values hold on every machine."""
    drawn = (Draw(7, "table", 3).unit("column") * 2**53).astype(np.int64).tolist()
    assert drawn == [1683072767192308, 2414965544514873, 3388641606180989]


def test_a_longer_table_begins_alike() -> None:
    """More rows do not change the first ones."""
    assert Draw(1, "t", 10).unit("c").tolist() == Draw(1, "t", 99).unit("c").tolist()[:10]


def test_columns_and_tables_are_independent() -> None:
    """Another column, table or seed gives other numbers."""
    draws = [Draw(1, "t", 5).unit("c"), Draw(1, "t", 5).unit("d"), Draw(1, "u", 5).unit("c"), Draw(2, "t", 5).unit("c")]
    assert len({tuple(column.tolist()) for column in draws}) == 4


def test_picks_follow_the_weights() -> None:
    """Shares of 20,000 rows are within two points of their weights; a weight of 0 is never drawn."""
    found = Counter(Draw(1, "t", 20_000).pick("c", {"a": 0.5, "b": 0.3, "never": 0.0, "c": 0.2}))
    assert "never" not in found
    assert abs(found["a"] / 20_000 - 0.5) < 0.02
    assert abs(found["b"] / 20_000 - 0.3) < 0.02


def test_whole_numbers_reach_both_ends() -> None:
    """Whole numbers include the lowest and the highest, and nothing beyond."""
    found = Draw(1, "t", 2_000).whole("c", -1, 2)
    assert set(found.tolist()) == {-1, 0, 1, 2}


def test_subsets_hold_each_key_by_its_own_chance() -> None:
    """A key with chance 1 is always in, one with chance 0 never."""
    rows = Draw(1, "t", 100).subset("c", {"always": 1.0, "never": 0.0, "some": 0.5})
    assert all("always" in row and "never" not in row for row in rows)
    assert 20 < sum("some" in row for row in rows) < 80
