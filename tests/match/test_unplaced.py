"""One code for whoever is not in a plan."""

import pytest

from planner.domain import Reason
from planner.match import unplaced_reason


@pytest.mark.parametrize(
    ("reasons", "has_pair", "code"),
    [
        ([], True, "displaced"),
        ([Reason.COMMUTE], True, "displaced"),
        ([Reason.COMMUTE], False, "commute"),
        ([Reason.COMMUTE, Reason.LANGUAGE], False, "language"),
        ([], False, "no_pair"),
    ],
)
def test_unplaced_reason(reasons: list[Reason], has_pair: bool, code: str) -> None:
    """The first reason that rules out every site; mixed reasons are ``no_pair``; a possible pair means displaced."""
    assert unplaced_reason(sum(reason.bit for reason in reasons), has_pair) == code
