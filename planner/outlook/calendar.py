"""Calendar months as a row of numbers."""

from dataclasses import dataclass
from datetime import date

from planner.law import add_months

WINDOW = 60
"""Months that an outlook shows from the scenario's start: the longest contract there is (§ 16i Abs. 8 SGB II)."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Calendar months from one on.

    Parameters
    ----------
    first
        The first day of the first month.
    length
        How many months there are.
    opening
        The position of the month in which the scenario starts; months before it belong to people who work already.
    """

    first: date
    length: int
    opening: int

    @property
    def days(self) -> tuple[date, ...]:
        """The first day of each month."""
        return tuple(add_months(self.first, k) for k in range(self.length))

    @property
    def window(self) -> range:
        """Positions of the ``WINDOW`` months from the scenario's start, and of the month after them."""
        return range(self.opening, self.opening + WINDOW + 1)

    def at(self, day: date) -> int:
        """Return the position of the month that a day lies in."""
        return (day.year - self.first.year) * 12 + day.month - self.first.month

    @classmethod
    def over(cls, opening: date, runs: list[tuple[date, int]]) -> "Axis":
        """Return the months that hold the window and every run, with one more in which the last of them is over.

        Parameters
        ----------
        opening
            The scenario's start.
        runs
            First day and months of each contract.
        """
        first = min([opening, *(start for start, _ in runs)]).replace(day=1)
        bare = cls(first, 0, 0)
        ends = [bare.at(start) + months for start, months in runs]
        position = bare.at(opening)
        return cls(first, max([position + WINDOW, *ends]) + 1, position)
