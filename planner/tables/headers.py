"""From a header to the columns that are read: missing, doubled, refused and unknown ones are reported here."""

from planner.errors import Problem
from planner.tables.columns import Schema
from planner.tables.nearest import nearest
from planner.tables.protected import Refusal, refusal
from planner.tables.raw import FORMULA, RawTable, shorten, warning


def match_header(raw: RawTable, schema: Schema, problems: list[Problem]) -> tuple[dict[str, int], dict[str, int]]:
    """Return the positions of the schema's columns and of the further ones that may be read.

    Known names are matched without regard to case. The further columns are empty unless the schema is open-ended.
    """
    known = {column.name for column in schema.columns}
    positions: dict[str, int] = {}
    further: dict[str, int] = {}
    for position, cell in enumerate(raw.header):
        if cell.startswith(FORMULA):
            problems.append(Problem("cell.formula", file=raw.file, row=1, value=shorten(cell[1:])))
            continue
        name = cell.casefold() if cell.casefold() in known else cell
        if not name:
            if any(len(row) > position and row[position].strip() for row in raw.rows):
                problems.append(warning("column.nameless", raw.file, 1, position=position + 1))
        elif name in positions or name in further:
            problems.append(Problem("column.twice", file=raw.file, row=1, column=shorten(name)))
        elif name in known:
            positions[name] = position
        else:
            further[name] = position
    _missing(raw, schema, positions, problems)
    return positions, _further(raw, schema, further, problems)


def _missing(raw: RawTable, schema: Schema, positions: dict[str, int], problems: list[Problem]) -> None:
    for column in schema.columns:
        if column.needed and column.name not in positions:
            found = ", ".join(map(shorten, raw.header[:SHOWN_COLUMNS])).replace(FORMULA, "")
            problems.append(Problem("column.missing", {"found": found}, file=raw.file, row=1, column=column.name))


def _further(raw: RawTable, schema: Schema, further: dict[str, int], problems: list[Problem]) -> dict[str, int]:
    allowed: dict[str, int] = {}
    unread = [c.name for c in schema.columns]
    for name, position in further.items():
        why = refusal(name) if schema.guarded else None
        if why is Refusal.PROTECTED:
            problems.append(Problem("column.protected", file=raw.file, row=1, column=shorten(name)))
        elif why is Refusal.IDENTITY:
            problems.append(Problem("column.identity", file=raw.file, row=1, column=shorten(name)))
        elif schema.open_ended:
            allowed[name] = position
        elif near := nearest(name, unread):
            problems.append(warning("column.unknown_near", raw.file, 1, shorten(name), nearest=near))
        else:
            problems.append(warning("column.unknown", raw.file, 1, shorten(name)))
    return allowed


SHOWN_COLUMNS = 12
"""Headings listed when one is missing."""
