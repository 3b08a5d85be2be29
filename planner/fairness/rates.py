"""Rates with their intervals, and exact tests of differences between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

import numpy as np

CONFIDENCE = 0.95
"""Of every interval."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of people.

    Parameters
    ----------
    part, whole
        People; ``whole`` is at least 1.
    low, high
        Wilson's score interval at ``CONFIDENCE``, as shares. Everybody there is was counted, so it does not speak of a
        sample: it says how far chance alone moves a rate in a group of this size.
    """

    part: int
    whole: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.part / self.whole


def rate(part: int, whole: int) -> Rate | None:
    """Return the rate with its interval (Wilson 1927, *JASA* 22); ``None`` of nobody.

    Raises
    ------
    ValueError
        If the part is negative or larger than the whole.
    """
    if whole == 0:
        return None
    interval = _tests().binomtest(part, whole).proportion_ci(confidence_level=CONFIDENCE, method="wilson")
    return Rate(part, whole, float(interval.low), float(interval.high))


def difference(one: Rate | None, other: Rate | None) -> float | None:
    """Return the p-value of Fisher's exact test (two-sided): how often chance alone parts two rates so far.

    ``None`` where one of them is of nobody.
    """
    if one is None or other is None:
        return None
    table = np.array([[one.part, one.whole - one.part], [other.part, other.whole - other.part]])
    return min(1.0, float(_tests().fisher_exact(table).pvalue))


def below(found: Rate, wanted: float) -> float:
    """Return the p-value of the exact binomial test that a share lies below the wanted one by chance alone."""
    return float(_tests().binomtest(found.part, found.whole, wanted, alternative="less").pvalue)


def adjusted(values: Sequence[float | None]) -> tuple[float | None, ...]:
    """Return p-values corrected for how many of them are looked at (Holm 1979, *Scand. J. Stat.* 6)."""
    known = sorted((p, at) for at, p in enumerate(values) if p is not None)
    result: list[float | None] = [None] * len(values)
    highest = 0.0
    for rank, (p, at) in enumerate(known):
        highest = max(highest, min(1.0, p * (len(known) - rank)))
        result[at] = highest
    return tuple(result)


def _tests() -> ModuleType:
    """Return SciPy's tests, which take most of a second to load and are needed for an audit of groups only."""
    return import_module("scipy.stats")
