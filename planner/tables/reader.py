"""One reader for every table: raw texts and a schema in, columns of values out."""

from planner.errors import Problem
from planner.tables.columns import BROKEN, Parsed, Schema, parse_cells
from planner.tables.headers import match_header
from planner.tables.raw import RawTable, shorten


def read_table(raw: RawTable, schema: Schema, problems: list[Problem]) -> Parsed:
    """Read a table as far as it can be read; what is wrong is added to ``problems``.

    Cells right of the header, broken cells, and rows with the key of an earlier row make their row unsound. Short rows
    are filled up with blanks.
    """
    positions, further = match_header(raw, schema, problems)
    unsound: set[int] = set()
    _overhang(raw, problems, unsound)
    values = {
        column.name: parse_cells(raw, column, _texts(raw, positions[column.name]), problems, unsound)
        for column in schema.columns
        if column.name in positions
    }
    extra = {name: _texts(raw, position) for name, position in further.items()}
    parsed = Parsed(schema, raw.file, raw.numbers, values, extra, unsound)
    if all(name in values for name in schema.key):
        _doubles(parsed, problems)
    return parsed


def _texts(raw: RawTable, position: int) -> list[str]:
    try:
        return [row[position] for row in raw.rows]
    except IndexError:
        return [row[position] if position < len(row) else "" for row in raw.rows]


def _overhang(raw: RawTable, problems: list[Problem], unsound: set[int]) -> None:
    """Report cells right of the header; their content stays unseen, it may be anything."""
    width = len(raw.header)
    for at, row in enumerate(raw.rows):
        if len(row) > width and any(map(str.strip, row[width:])):
            params = {"cells": len(row), "columns": width}
            problems.append(Problem("row.too_long", params, file=raw.file, row=raw.numbers[at]))
            unsound.add(at)


def _doubles(parsed: Parsed, problems: list[Problem]) -> None:
    """Report rows whose key an earlier row has."""
    first: dict[tuple[object, ...], int] = {}
    key = parsed.schema.key
    for at, values in enumerate(zip(*(parsed.values[name] for name in key), strict=True)):
        if BROKEN in values:
            continue
        earlier = first.setdefault(values, at)
        if earlier != at:
            shown = ", ".join(map(str, values))
            row = parsed.numbers[earlier]
            problems.append(parsed.problem("row.twice", at, ", ".join(key), shorten(shown), {"first": row}))
            parsed.unsound.add(at)
