"""What the app says, in the reader's language and with its numbers and dates."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent

from planner.messages import Language, gettext, ngettext, text
from planner.messages.ui import FIELDS

_LOCALE = {"de": "de_DE", "en": "en_GB"}
MINUS = "−"


@dataclass(frozen=True, slots=True)
class Words:
    """The app's voice in one language.

    Called with an English message it returns the translated one, its ``{names}`` filled in.
    """

    language: Language

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

    def number(self, value: Decimal | float, digits: int = 0, least: int = 0) -> str:
        """Return a number with ``least`` to ``digits`` decimals and the language's separators."""
        pattern = "#,##0" + ("." + "0" * least + "#" * (digits - least) if digits else "")
        return str(format_decimal(value, format=pattern, locale=_LOCALE[self.language])).replace("-", MINUS)

    def signed(self, value: int) -> str:
        """Return a difference with its sign."""
        return f"+{self.number(value)}" if value > 0 else self.number(value)

    def percent(self, value: Decimal | float, digits: int = 0) -> str:
        """Return a share as percent."""
        separator = "\u00a0%" if self.language == "de" else "%"
        pattern = "#,##0" + ("." + "0" * digits if digits else "") + "%"
        return str(format_percent(value, format=pattern, locale=_LOCALE[self.language])).replace("%", separator)

    def euros(self, cents: int) -> str:
        """Return an amount in whole EUR."""
        amount = Decimal(cents) / 100
        shown = format_currency(amount, "EUR", "#,##0\u00a0¤", locale=_LOCALE[self.language], currency_digits=False)
        return str(shown).replace("-", MINUS)

    def day(self, value: date) -> str:
        """Return a date as it is written."""
        return str(
            format_date(value, format="medium" if self.language == "de" else "long", locale=_LOCALE[self.language])
        )

    def minutes(self, value: float) -> str:
        """Return a duration in minutes."""
        return f"{self.number(value)}\u00a0min"
