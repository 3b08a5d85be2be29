"""All candidates × sites at once: the feasible pairs, and why the others are not."""

from planner.match.again import find_pairs_again, same_tests
from planner.match.distance import CapBy, Distances, distances, way_cap
from planner.match.find import find_pairs
from planner.match.refused import SEPARATOR, Refused, refusals
from planner.match.unplaced import unplaced_reason

__all__ = [
    "SEPARATOR",
    "CapBy",
    "Distances",
    "Refused",
    "distances",
    "find_pairs",
    "find_pairs_again",
    "refusals",
    "same_tests",
    "unplaced_reason",
    "way_cap",
]
