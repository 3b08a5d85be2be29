"""Numbers, dates and amounts as a language writes them.

Numbers are put together here from the separators that Babel knows: a table has thousands of them, and its own way from
pattern to text takes thirty times as long.
"""

from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import get_decimal_symbol, get_group_symbol

from planner.messages.catalogue import Language

LOCALE = {"de": "de_DE", "en": "en_GB"}
MINUS = "−"


def number(value: Decimal | float, language: Language, digits: int = 0, least: int = 0) -> str:
    """Return a number with ``least`` to ``digits`` decimals, half to even, and the language's separators."""
    return _written(_exact(value), language, digits, least)


def signed(value: int, language: Language) -> str:
    """Return a difference with its sign."""
    return f"+{number(value, language)}" if value > 0 else number(value, language)


def percent(value: Decimal | float, language: Language, digits: int = 0) -> str:
    """Return a share as percent."""
    sign = "\u00a0%" if language == "de" else "%"
    return _written(_exact(value).scaleb(2), language, digits, digits) + sign


def coverage(share: Decimal | float, language: Language) -> str:
    """Return a part of a target as whole percent; 100 are said of nothing but the whole of it."""
    if share != 1 and round(share * 100) == 100:
        share = Decimal("0.99") if share < 1 else Decimal("1.01")
    return percent(share, language)


def euros(cents: int, language: Language) -> str:
    """Return an amount in whole EUR."""
    return f"{number(Decimal(cents) / 100, language)}\u00a0€"


@lru_cache(maxsize=4096)
def day(value: date, language: Language) -> str:
    """Return a date as it is written."""
    return str(format_date(value, format="medium" if language == "de" else "long", locale=LOCALE[language]))


@lru_cache(maxsize=4096)
def month(value: date, language: Language) -> str:
    """Return the month of a date and its year."""
    return str(format_date(value, format="LLLL y", locale=LOCALE[language]))


def _exact(value: Decimal | float) -> Decimal:
    """Return what a reader would take a number for: 0.1 is a tenth."""
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _written(value: Decimal, language: Language, digits: int, least: int) -> str:
    whole, _, part = f"{value.quantize(_unit(digits)):,f}".partition(".")
    part = part.rstrip("0").ljust(least, "0")
    group, point = _separators(language)
    return whole.replace(",", group).replace("-", MINUS) + (point + part if part else "")


@cache
def _unit(digits: int) -> Decimal:
    return Decimal(1).scaleb(-digits)


@cache
def _separators(language: Language) -> tuple[str, str]:
    locale = Locale.parse(LOCALE[language])
    return get_group_symbol(locale), get_decimal_symbol(locale)
