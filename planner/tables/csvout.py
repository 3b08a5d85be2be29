"""Tables of the contract as CSV: UTF-8, comma, line feed, one spelling per value."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from planner.domain import Level


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table; cells are spelt by ``spell``.

    A text is kept as it is, also one that a spreadsheet would take for a formula: these files are read by programs.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        _write(file, header, rows)


def table_bytes(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return the content of a table as ``write_table`` writes it."""
    text = io.StringIO(newline="")
    _write(text, header, rows)
    return text.getvalue().encode()


def _write(file: TextIO, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([spell(value) for value in row] for row in rows)


def spell(value: object) -> str:
    """Return a value as a cell: yes/no, ISO dates, plain decimals, sorted lists, blank for ``None``."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case StrEnum():
            return value.value
        case str():
            return value
        case Decimal():
            return spell_decimal(value)
        case float():
            return spell_decimal(Decimal(repr(value)))
        case date():
            return value.isoformat()
        case Mapping():
            return ";".join(
                f"{key}:{level.name if isinstance(level, Level) else level}" for key, level in sorted(value.items())
            )
        case frozenset():
            return ";".join(sorted(map(spell, value)))
    return str(value)


def spell_decimal(value: Decimal) -> str:
    """Return a decimal with every digit it has, without exponent and without closing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def spell_eur(cents: int | None) -> str:
    """Return cents as EUR with two decimals, blank for ``None``."""
    return "" if cents is None else format(Decimal(cents) / 100, ".2f")
