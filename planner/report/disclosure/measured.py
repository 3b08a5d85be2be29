"""Numbers per person, such as minutes to work, by the categories of one dimension."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from planner.domain.need import round_half_up
from planner.report.disclosure.dimension import Dimension


@dataclass(frozen=True)
class Measured:
    """A whole number, not negative, per person. Never leaves the service; only the means that are published do.

    Parameters
    ----------
    subject
        What is measured of whom. Publications of one subject are guarded against subtraction from each other.
    values
        By finest category the numbers of its people, in any order.
    """

    subject: str
    dimension: Dimension
    values: Mapping[str, tuple[int, ...]]

    @cached_property
    def within(self) -> Mapping[str, Counter[int]]:
        """By category: how many people have which number."""
        found = {code: Counter[int]() for code in self.dimension.codes}
        for leaf, numbers in self.values.items():
            for code in self.dimension.paths[leaf]:
                found[code].update(numbers)
        return found

    def mean(self, code: str) -> int:
        """Return the mean of a category, rounded half up to a whole number."""
        numbers = self.within[code]
        return round_half_up(Fraction(sum(value * people for value, people in numbers.items()), numbers.total()))

    def remainder(self, code: str, family: Collection[str]) -> Counter[int]:
        """Return the numbers of a category's people who are in none of its parts of the family."""
        left = Counter(self.within[code])
        for part in self.largest(code, family):
            left -= self.within[part]
        return left

    def largest(self, code: str, family: Collection[str]) -> Iterator[str]:
        """Yield the largest parts of a category that belong to the family."""
        for part in self.dimension.parts[code]:
            if part in family:
                yield part
            else:
                yield from self.largest(part, family)


def changed(before: Counter[int], after: Counter[int]) -> int:
    """Return how many people's numbers differ at least between two groups, whoever they are."""
    return max((before - after).total(), (after - before).total())
