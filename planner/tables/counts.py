"""The count columns of the neighbourhoods: whatever people, households or initiatives a scenario may ask for."""

from collections.abc import Sequence

from planner.domain import Neighbourhood
from planner.errors import Problem
from planner.tables.cells import CellError, whole
from planner.tables.columns import Parsed
from planner.tables.raw import FORMULA, shorten, warning

LISTED = 6
"""Neighbourhoods, or columns, named in one sentence."""


def _count(text: str) -> int:
    if text.startswith(FORMULA):
        raise CellError("cell.formula")
    return _whole(text)


_whole = whole(0)


def read_neighbourhoods(parsed: Parsed, problems: list[Problem]) -> tuple[Neighbourhood, ...]:
    """Make the neighbourhoods of a table, with every further column of whole numbers as a count.

    A column most of whose filled cells are no whole numbers (notes, shares, areas) is no count: it is reported and
    ignored. In a count column a blank cell is 0 and remembered, any other cell that is no count is an error.
    """
    columns = {
        name: counts
        for name, texts in parsed.extra.items()
        if (counts := _counts(parsed, name, texts, problems)) is not None
    }
    parsed.values["counts"] = [dict(zip(columns, row, strict=True)) for row in _rows(parsed, columns, blank=0)]
    parsed.values["blank"] = [
        frozenset(name for name, value in zip(columns, row, strict=True) if value is None)
        for row in _rows(parsed, columns, blank=None)
    ]
    _list_blanks(parsed, columns, problems)
    return parsed.records(Neighbourhood)


def _list_blanks(parsed: Parsed, columns: dict[str, list[int | None]], problems: list[Problem]) -> None:
    """Say where a blank counts as 0, in one sentence for all columns that are blank in the same places."""
    codes = parsed.values.get("code", [])
    alike: dict[tuple[str, ...], list[str]] = {}
    for name, counts in columns.items():
        places = tuple(str(code) for code, count in zip(codes, counts, strict=False) if count is None)
        alike.setdefault(places, []).append(name)
    for places, names in alike.items():
        if places:
            problems.append(
                warning(
                    "counts.blank",
                    parsed.file,
                    column=shorten(names[0]) if len(names) == 1 else "",
                    number=len(places),
                    codes=_listed(places),
                    columns=_listed(names),
                )
            )


def _listed(entries: Sequence[str]) -> str:
    return ", ".join(map(shorten, entries[:LISTED])) + (", …" if len(entries) > LISTED else "")


def _rows(parsed: Parsed, columns: dict[str, list[int | None]], blank: int | None) -> list[tuple[int | None, ...]]:
    if not columns:
        return [()] * len(parsed)
    return [tuple(blank if value is None else value for value in row) for row in zip(*columns.values(), strict=True)]


def _counts(parsed: Parsed, name: str, texts: list[str], problems: list[Problem]) -> list[int | None] | None:
    """Read one column; ``None`` for a blank cell, and instead of a column that holds no counts."""
    counts: list[int | None] = []
    wrong: dict[int, CellError] = {}
    for at, text in enumerate(map(str.strip, texts)):
        value: int | None = None
        try:
            value = _count(text) if text else None
        except CellError as error:
            wrong[at] = error
        counts.append(value)
    filled = sum(1 for text in texts if text.strip())
    strangers = sum(1 for found in wrong.values() if found.code == "cell.whole")
    if 2 * strangers > filled:
        problems.append(warning("column.no_count", parsed.file, 1, shorten(name)))
        return None
    for at, found in wrong.items():
        shown = texts[at].strip().removeprefix(FORMULA)
        problems.append(parsed.problem(found.code, at, name, shown, found.params))
        parsed.unsound.add(at)
    return counts


def known_counts(parsed: Parsed) -> dict[str, int]:
    """Return the city's sum of each count column, once ``read_neighbourhoods`` has read them."""
    total: dict[str, int] = {}
    for counts in parsed.values["counts"]:
        for name, count in counts.items():
            total[name] = total.get(name, 0) + count
    return total
