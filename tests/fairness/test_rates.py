"""Intervals and tests against published numbers."""

import pytest

from planner.fairness.rates import adjusted, below, difference, rate


def test_the_interval_is_wilsons() -> None:
    """Ten of a hundred, and none of twenty, as in tables of Wilson's interval."""
    ten = rate(10, 100)
    assert ten is not None
    assert (ten.share, round(ten.low, 4), round(ten.high, 4)) == (0.1, 0.0552, 0.1744)
    none = rate(0, 20)
    assert none is not None
    assert (none.low, round(none.high, 4)) == (0.0, 0.1611)


def test_nobody_has_no_rate() -> None:
    """A rate of nobody is none; a part larger than its whole is an error."""
    assert rate(0, 0) is None
    assert difference(rate(0, 0), rate(1, 2)) is None
    with pytest.raises(ValueError, match="k"):
        rate(3, 2)


def test_the_difference_is_fishers() -> None:
    """The tea taster: three of four against one of four happens by chance in 34 of 70 cases."""
    assert difference(rate(3, 4), rate(1, 4)) == pytest.approx(34 / 70)
    assert difference(rate(4, 4), rate(0, 4)) == pytest.approx(2 / 70)


def test_a_share_below() -> None:
    """No woman among five, had each place gone to one with probability one half: one in thirty-two."""
    none = rate(0, 5)
    assert none is not None
    assert below(none, 0.5) == pytest.approx(1 / 32)


def test_many_looks_are_corrected() -> None:
    """Holm's steps: the smallest counts for all, no later one becomes smaller than an earlier one; unknown stays so."""
    first, unknown, *others = adjusted([0.01, None, 0.04, 0.03])
    assert unknown is None
    assert [first, *others] == pytest.approx([0.03, 0.06, 0.06])
    assert adjusted([0.9, 0.8]) == pytest.approx((1.0, 1.0))
