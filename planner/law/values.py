"""Values that hold from a day on. A law is nothing but such values; what follows from them is code."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Version:
    """What a value is from a day on.

    Parameters
    ----------
    numbers
        One number, or one per year of the employment; percentages are parts of 1.
    shown
        The value as it stands in the file.
    source
        Address or paragraph.
    confirmed
        Whether someone read it in the source; otherwise it is shown as an assumption wherever it is used.
    """

    since: date
    numbers: tuple[Fraction, ...]
    shown: str
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Series:
    """All versions of one value, the oldest first.

    Parameters
    ----------
    topic
        Values of one topic are reported together.
    known_until
        Last day for which the last version is known; ``None`` for rules that hold until they are changed.
    """

    key: str
    unit: str
    topic: str
    file: str
    versions: tuple[Version, ...]
    known_until: date | None = None
    days: tuple[date, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the days of the versions apart, for looking one up is what takes most of the time."""
        object.__setattr__(self, "days", tuple(version.since for version in self.versions))

    def at(self, day: date) -> Version:
        """Return the version in force; the last one holds on, and the first one holds for days before it."""
        return self.versions[max(bisect_right(self.days, day) - 1, 0)]

    def between(self, first: date, last: date) -> tuple[Version, ...]:
        """Return the versions in force on some day of a period."""
        newer = (version for version in self.versions if first < version.since <= last)
        return (self.at(first), *newer)


@dataclass(frozen=True)
class Law:
    """The values by key. Two laws are equal if they have the same version.

    Parameters
    ----------
    version
        State of the law and a short hash of the files, as in ``2026-08-19+1a2b3c4d``.
    wage_tables
        Names a site may give as its pay.
    """

    version: str
    series: Mapping[str, Series] = field(compare=False)
    wage_tables: frozenset[str] = field(compare=False)
    changes: tuple[date, ...] = field(compare=False)

    def numbers(self, key: str, day: date) -> tuple[Fraction, ...]:
        """Return the numbers of a value in force on a day."""
        return self.series[key].at(day).numbers

    def number(self, key: str, day: date) -> Fraction:
        """Return the number in force on a day."""
        return self.series[key].at(day).numbers[0]

    def whole(self, key: str, day: date) -> int:
        """Return the number in force on a day, one that counts months, years or minutes."""
        return int(self.number(key, day))

    def last_change(self, day: date) -> date:
        """Return the latest day, up to this one, on which any value changed: both days have the same law."""
        return self.changes[max(bisect_right(self.changes, day) - 1, 0)]
