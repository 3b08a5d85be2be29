from collections.abc import Callable

import pytest

from planner.domain import Case, Pairs
from planner.geo import travel_times
from planner.law import Law, load_law
from planner.match import find_pairs


@pytest.fixture(scope="session")
def law() -> Law:
    return load_law()


@pytest.fixture(scope="session")
def pairs_of(law: Law) -> Callable[[Case], Pairs]:
    """Return the function that finds the pairs of a case with the real law and the real minutes."""
    return lambda case: find_pairs(case, law, travel_times(case))
