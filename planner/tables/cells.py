"""Parsers of single cells: a stripped, non-blank text in, a value out, or the code of what is wrong.

Each distinct text of a column is parsed once, so these may take their time.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from typing import TypeVar

from planner.domain import Answer

T = TypeVar("T")
Parser = Callable[[str], T]

_WHOLE = re.compile(r"[+-]?\d{1,15}(?:[.,]0{1,2})?", re.ASCII)
"""``15.0`` is 15; ``15.000`` may mean fifteen thousand and is refused."""
_DECIMAL = re.compile(r"[+-]?(?:\d{1,15}(?:[.,]\d{1,20})?|[.,]\d{1,20})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
_YEAR = re.compile(r"(\d{4})(?:[.,]0)?", re.ASCII)
_YEARS = range(1900, 2200)

_YES = frozenset({"yes", "true", "ja", "1", "wahr"})
_NO = frozenset({"no", "false", "nein", "0", "falsch"})

LIST_MARKS = re.compile(r"[;|]")
"""What separates the entries of a list inside a cell."""

MANY = 10**9
"""Largest count; sums over any table stay far below 64 bits."""


class CellError(Exception):
    """A cell that cannot be read: a code and the values of its sentence, among them what is allowed."""

    def __init__(self, code: str, **params: str | int) -> None:
        self.code = code
        self.params = params
        super().__init__(code)


def words(text: str) -> str:
    """Read a text for people; line breaks and runs of blanks become one blank."""
    plain = " ".join(text.split())
    return identifier(plain)


def identifier(text: str) -> str:
    """Read an id. Anything printable is just text, also ``=cmd()``."""
    if not text.isprintable():
        raise CellError("cell.control_characters")
    return text


def code(text: str) -> str:
    """Read an id that lists may name, so it cannot contain what separates their entries."""
    if LIST_MARKS.search(text):
        raise CellError("cell.list_marks")
    return identifier(text)


def whole(low: int = 0, high: int = MANY) -> Parser[int]:
    """Return a reader of whole numbers from ``low`` to ``high``; ``15.0`` is one."""

    def parse(text: str) -> int:
        if not _WHOLE.fullmatch(text):
            raise CellError("cell.whole", low=low, high=high)
        value = int(re.split("[.,]", text)[0])
        if not low <= value <= high:
            raise CellError("cell.range", low=low, high=high)
        return value

    return parse


def number(low: int | str, high: int | str, places: int = 15) -> Parser[Decimal]:
    """Return a reader of decimals, with comma or point, from ``low`` to ``high`` with at most ``places`` decimals."""
    least, most = Decimal(low), Decimal(high)

    def parse(text: str) -> Decimal:
        if not _DECIMAL.fullmatch(text):
            raise CellError("cell.number", low=low, high=high)
        plain = text.replace(",", ".")
        value = Decimal(plain)
        if not least <= value <= most:
            raise CellError("cell.range", low=low, high=high)
        if len(plain.partition(".")[2]) > places:  # closing zeros too: 1.500 EUR may mean fifteen hundred
            raise CellError("cell.places", places=places)
        return value

    return parse


def minutes(text: str) -> int:
    """Read minutes; decimals are rounded up."""
    return int(number(0, 10_000)(text).to_integral_value(ROUND_CEILING))


def cents(text: str) -> int:
    """Read EUR as cents."""
    return int(number(0, MANY, places=2)(text) * 100)


def degrees(limit: int) -> Parser[float]:
    """Return a reader of a latitude (90) or longitude (180) in degrees."""
    parse = number(-limit, limit, places=20)
    return lambda text: float(parse(text))


def flag(text: str) -> bool:
    """Read yes or no."""
    word = text.casefold()
    if word in _YES or word in _NO:
        return word in _YES
    raise CellError("cell.flag")


def answer(text: str) -> Answer:
    """Read yes, no or unclear."""
    if text.casefold() in {"unclear", "unklar"}:
        return Answer.UNCLEAR
    try:
        return Answer.YES if flag(text) else Answer.NO
    except CellError:
        raise CellError("cell.answer") from None


def day(text: str) -> date:
    """Read a date, ISO or ``DD.MM.YYYY``."""
    if iso := _ISO.fullmatch(text):
        parts = (iso[1], iso[2], iso[3])
    elif german := _GERMAN.fullmatch(text):
        parts = (german[3], german[2], german[1])
    else:
        raise CellError("cell.date")
    try:
        value = date(*map(int, parts))
    except ValueError:
        raise CellError("cell.date_missing") from None
    if value.year not in _YEARS:
        raise CellError("cell.year", low=_YEARS[0], high=_YEARS[-1])
    return value


def born(text: str) -> date:
    """Read a date of birth; a bare year is its 31 December."""
    try:
        return day(f"{year[1]}-12-31" if (year := _YEAR.fullmatch(text)) else text)
    except CellError as error:
        raise CellError("cell.born" if error.code == "cell.date" else error.code, **error.params) from None


E_ = TypeVar("E_", bound=StrEnum)


def choice(kind: type[E_]) -> Parser[E_]:
    """Return a reader of one word of a closed list."""
    members = {member.value: member for member in kind}

    def parse(text: str) -> E_:
        try:
            return members[text.casefold()]
        except KeyError:
            raise CellError("cell.choice", allowed=", ".join(members)) from None

    return parse
