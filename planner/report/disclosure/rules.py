"""The numbers of disclosure control and what they demand of a count."""

from dataclasses import dataclass

from planner.errors import InputError

FLOOR = 3
"""The lowest threshold that may be chosen: the Federal Employment Agency's minimum of cases per cell (§ 16 BStatG)."""

ROUNDING = 5
"""Shown counts are multiples of this, as in Baden-Württemberg's personnel statistics. Odd: no count lies halfway."""

SLACK = ROUNDING // 2
"""How far a shown count can be from the true one by rounding alone."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a publication must keep to.

    Parameters
    ----------
    threshold
        k: groups of 1 to k − 1 people are not shown, nor can they be recomputed.
    denominator
        Shares are shown only of at least this many people.

    Raises
    ------
    InputError
        If the threshold lies below ``FLOOR``, or the denominator below the threshold.
    """

    threshold: int = 10
    denominator: int = 30

    def __post_init__(self) -> None:
        if self.threshold < FLOOR:
            raise InputError.of("disclosure.threshold_too_low", threshold=self.threshold, floor=FLOOR)
        if self.denominator < self.threshold:
            raise InputError.of(
                "disclosure.denominator_too_low", denominator=self.denominator, threshold=self.threshold
            )

    def small(self, people: int) -> bool:
        """Return whether so many people are a group that must not be recognised: 1 to k − 1."""
        return 0 < people < self.threshold


def rounded(count: int) -> int:
    """Return the nearest multiple of ``ROUNDING``."""
    return (count + SLACK) // ROUNDING * ROUNDING
