"""What the app says, in the reader's language and with its numbers and dates."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from planner.messages import Language, gettext, ngettext, objectives, text, written
from planner.messages.ui import FIELDS, SKILLS

HERE = "Europe/Berlin"
"""Where the clock hangs of somebody whose browser does not say."""


@dataclass(frozen=True, slots=True)
class Words:
    """The app's voice in one language.

    Called with an English message it returns the translated one, its ``{names}`` filled in.

    Parameters
    ----------
    zone
        The reader's time zone by its name.
    """

    language: Language
    zone: str = HERE

    def __call__(self, message: str, /, **values: object) -> str:
        """Return a message of the app's own catalogue."""
        return gettext(message, self.language).format_map(values)

    def plural(self, singular: str, plural: str, n: int) -> str:
        """Return the form that fits ``n``, which it names ``{n}``."""
        return ngettext(singular, plural, n, self.language).format_map({"n": self.number(n)})

    def of(self, code: str, /, **values: object) -> str:
        """Return the sentence of a code."""
        return text(code, self.language, values)

    def field(self, name: str) -> str:
        """Return a field of activity; names that the program does not know stay what they are."""
        return self.of(f"field_name.{name}") if name in FIELDS else name

    def skill(self, name: str) -> str:
        """Return a skill; names that the program does not know stay what they are."""
        return self.of(f"skill_name.{name}") if name in SKILLS else name

    def number(self, value: Decimal | float, digits: int = 0, least: int = 0) -> str:
        """Return a number with ``least`` to ``digits`` decimals and the language's separators."""
        return written.number(value, self.language, digits, least)

    def signed(self, value: int) -> str:
        """Return a difference with its sign."""
        return written.signed(value, self.language)

    def reached(self, tier: str, value: int) -> str:
        """Return what an objective reaches: the coverage in percent of the need."""
        return objectives.reached(tier, value, self.language)

    def changed(self, tier: str, difference: int) -> str:
        """Return by how much an objective changes, with its sign."""
        return objectives.changed(tier, difference, self.language)

    def coverage(self, share: Decimal | float) -> str:
        """Return a part of a target as percent."""
        return written.coverage(share, self.language)

    def percent(self, value: Decimal | float, digits: int = 0) -> str:
        """Return a share as percent."""
        return written.percent(value, self.language, digits)

    def euros(self, cents: int) -> str:
        """Return an amount in whole EUR."""
        return written.euros(cents, self.language)

    def day(self, value: date) -> str:
        """Return a date as it is written."""
        return written.day(value, self.language)

    def local(self, at: datetime) -> datetime:
        """Return a moment as the reader's clock shows it."""
        try:
            return at.astimezone(ZoneInfo(self.zone))
        except (ZoneInfoNotFoundError, ValueError, OSError):  # names of folders, and names too long for a file
            return at.astimezone(ZoneInfo(HERE))

    def moment(self, at: datetime) -> str:
        """Return day and time by the reader's clock."""
        here = self.local(at)
        return f"{self.day(here.date())}, {here:%H:%M}"

    @property
    def day_field(self) -> str:
        """How a field for a date writes it."""
        return "DD.MM.YYYY" if self.language == "de" else "DD/MM/YYYY"

    def month(self, value: date) -> str:
        """Return the month of a date and its year."""
        return written.month(value, self.language)

    def minutes(self, value: float) -> str:
        """Return a duration in minutes."""
        return f"{self.number(value)}\u00a0min"
