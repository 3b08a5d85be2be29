"""The tests of a feasible pair, one small function each."""

from collections.abc import Callable
from typing import Any

from planner.check.facts import Facts
from planner.check.pair_tests import abilities, person, places, words, work
from planner.check.pair_tests.base import AnyTest, PairTest

__all__ = ["AnyTest", "PairTest", "pair_tests"]

_MAKERS: tuple[Callable[[Facts], PairTest[Any, Any]], ...] = (
    person.not_eligible,
    person.unclear,
    work.hours,
    abilities.language,
    abilities.skill,
    abilities.clearance,
    abilities.measles,
    abilities.step_free,
    work.shift,
    work.available,
    person.permit,
    places.commute,
    places.field_refused,
    places.neighbourhood_refused,
    words.forbidden,
    words.declined,
)


def pair_tests(facts: Facts) -> tuple[AnyTest, ...]:
    """Return all tests of a case, in the order of ``Reason``."""
    return tuple(make(facts) for make in _MAKERS)
