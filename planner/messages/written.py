"""Numbers, dates and amounts as a language writes them."""

from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent

from planner.messages.catalogue import Language

LOCALE = {"de": "de_DE", "en": "en_GB"}
MINUS = "−"


def number(value: Decimal | float, language: Language, digits: int = 0, least: int = 0) -> str:
    """Return a number with ``least`` to ``digits`` decimals and the language's separators."""
    pattern = "#,##0" + ("." + "0" * least + "#" * (digits - least) if digits else "")
    return str(format_decimal(value, format=pattern, locale=LOCALE[language])).replace("-", MINUS)


def signed(value: int, language: Language) -> str:
    """Return a difference with its sign."""
    return f"+{number(value, language)}" if value > 0 else number(value, language)


def percent(value: Decimal | float, language: Language, digits: int = 0) -> str:
    """Return a share as percent."""
    separator = "\u00a0%" if language == "de" else "%"
    pattern = "#,##0" + ("." + "0" * digits if digits else "") + "%"
    return str(format_percent(value, format=pattern, locale=LOCALE[language])).replace("%", separator)


def euros(cents: int, language: Language) -> str:
    """Return an amount in whole EUR."""
    amount = Decimal(cents) / 100
    shown = format_currency(amount, "EUR", "#,##0\u00a0¤", locale=LOCALE[language], currency_digits=False)
    return str(shown).replace("-", MINUS)


def day(value: date, language: Language) -> str:
    """Return a date as it is written."""
    return str(format_date(value, format="medium" if language == "de" else "long", locale=LOCALE[language]))


def month(value: date, language: Language) -> str:
    """Return the month of a date and its year."""
    return str(format_date(value, format="LLLL y", locale=LOCALE[language]))
