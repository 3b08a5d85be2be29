"""Parsers of cells that hold several things, separated by ``;`` or ``|``, and of pay."""

from collections.abc import Collection
from decimal import Decimal

from planner.domain import DAY_SHIFTS, MINIMUM_WAGE, Level, Shift, language_at_level
from planner.tables.cells import LIST_MARKS, CellError, Parser, T, choice, identifier, number
from planner.tables.nearest import nearest

_MAX_HOURLY_PAY = 500


def entries(text: str) -> list[str]:
    """Split a list; blank entries are none."""
    return [entry for part in LIST_MARKS.split(text) if (entry := part.strip())]


def several(parse: Parser[T]) -> Parser[frozenset[T]]:
    """Return a reader of a list whose entries ``parse`` reads."""
    return lambda text: frozenset(parse(entry) for entry in entries(text))


def shifts(text: str) -> frozenset[Shift]:
    """Read shifts; a list without entries means the same as a blank cell."""
    return several(choice(Shift))(text) or DAY_SHIFTS


def languages(text: str) -> dict[str, Level]:
    """Read languages with their CEFR levels, such as ``de:B1;ar:A2``."""
    found: dict[str, Level] = {}
    for entry in entries(identifier(text)):
        try:
            language, level = language_at_level(entry)
        except ValueError:
            raise CellError("cell.language", entry=entry, allowed=", ".join(Level.__members__)) from None
        if language in found:
            raise CellError("cell.language_twice", entry=language)
        found[language] = level
    return found


def pay(wage_tables: Collection[str]) -> Parser[str | Decimal]:
    """Return a reader of pay: ``minimum_wage``, the name of a wage table, or EUR per hour."""
    names = {name.casefold(): name for name in (MINIMUM_WAGE, *sorted(wage_tables))}
    amount = number("0.01", _MAX_HOURLY_PAY, places=4)

    def parse(text: str) -> str | Decimal:
        if name := names.get(text.casefold()):
            return name
        try:
            return amount(text)
        except CellError as error:
            if error.code != "cell.number":
                raise
            listed = ", ".join(names.values())
            near = nearest(text, names.values()) or MINIMUM_WAGE
            raise CellError("cell.pay", allowed=listed, nearest=near) from None

    return parse
