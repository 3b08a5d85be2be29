"""Distinct combinations of columns."""

import numpy as np
import pytest

from planner.match.distinct import distinct


@pytest.mark.parametrize("dense", [0, 1 << 22])
def test_distinct(dense: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row leads back to its own combination, combinations are distinct and sorted, by table and by sorting."""
    monkeypatch.setattr("planner.match.distinct.DENSE", dense)
    rng = np.random.default_rng(7)
    columns = [rng.integers(0, size, 500) for size in (3, 40, 2)]
    rows, combinations = distinct(*columns)
    for column, values in zip(columns, combinations, strict=True):
        np.testing.assert_array_equal(values[rows], column)
    found = list(zip(*(values.tolist() for values in combinations), strict=True))
    assert found == sorted(set(found))


def test_no_rows() -> None:
    """Without rows there is no combination."""
    rows, combinations = distinct(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32))
    assert len(rows) == 0
    assert [len(values) for values in combinations] == [0, 0]
