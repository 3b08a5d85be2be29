"""Tables put right before they are read: cells changed, rows and columns left out, headings given their right name."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from planner.tables.protected import refusal
from planner.tables.raw import FORMULA, Bundle, RawTable, shorten
from planner.tables.schemas import CANDIDATES, DECISIONS, NEIGHBOURHOODS, PREVIOUS_PLAN, TRAVEL_TIMES, sites

_SCHEMAS = {s.name: s for s in (NEIGHBOURHOODS, sites(()), CANDIDATES, TRAVEL_TIMES, DECISIONS, PREVIOUS_PLAN)}


@dataclass(frozen=True, slots=True)
class Mend:
    """What somebody changed in uploaded tables. Rows and columns are named as problems name them.

    Parameters
    ----------
    cells
        New texts by file, row and column.
    rows
        File and row of what is left out.
    columns
        File and column of what is left out.
    headings
        What a column is called instead, by file and column.
    """

    cells: Mapping[tuple[str, int, str], str] = field(default_factory=dict)
    rows: frozenset[tuple[str, int]] = frozenset()
    columns: frozenset[tuple[str, str]] = frozenset()
    headings: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __or__(self, later: "Mend") -> "Mend":
        """Return both together; of two changes to one thing the later one holds."""
        return Mend(
            {**self.cells, **later.cells},
            self.rows | later.rows,
            self.columns | later.columns,
            {**self.headings, **later.headings},
        )


def mended(bundle: Bundle, mend: Mend) -> Bundle:
    """Return the tables as they are after the changes; row numbers stay those of the file."""
    tables = {name: _table(raw, mend) for name, raw in bundle.tables.items()}
    return Bundle(tables, bundle.scenario, set(bundle.broken), list(bundle.problems))


def position_of(raw: RawTable, column: str) -> int | None:
    """Return where a column stands, by the name that problems give it."""
    wanted = column.casefold()
    return next(
        (at for at, cell in enumerate(raw.header) if wanted in {cell.casefold(), shorten(cell).casefold()}), None
    )


def shown_headings(table: str, raw: RawTable) -> tuple[str, ...]:
    """Return the headings whose cells may be shown: in a table about people, those of the contract alone."""
    known = _known(table)
    guarded = _SCHEMAS[table].guarded
    return tuple(
        cell
        for cell in raw.header
        if cell and not cell.startswith(FORMULA) and (not guarded or cell.casefold() in known)
    )


def free_headings(table: str, raw: RawTable) -> tuple[str, ...]:
    """Return the headings that the contract does not know and that are not refused: one may be a missing column."""
    known = _known(table)
    return tuple(
        cell
        for cell in raw.header
        if cell and not cell.startswith(FORMULA) and cell.casefold() not in known and refusal(cell) is None
    )


def _known(table: str) -> frozenset[str]:
    return frozenset(column.name for column in _SCHEMAS[table].columns)


def _table(raw: RawTable, mend: Mend) -> RawTable:
    changed = _with_headings(_with_cells(raw, mend), mend)
    gone = {at for file, name in mend.columns if file == raw.file and (at := position_of(changed, name)) is not None}
    kept = [at for at, number in enumerate(changed.numbers) if (raw.file, number) not in mend.rows]
    return replace(
        changed,
        header=tuple(cell for at, cell in enumerate(changed.header) if at not in gone),
        rows=[[cell for at, cell in enumerate(changed.rows[row]) if at not in gone] for row in kept],
        numbers=[changed.numbers[row] for row in kept],
    )


def _with_cells(raw: RawTable, mend: Mend) -> RawTable:
    at_number = {number: at for at, number in enumerate(raw.numbers)}
    rows = list(raw.rows)
    for (file, number, column), text in mend.cells.items():
        at, position = at_number.get(number), position_of(raw, column)
        if file != raw.file or at is None or position is None:
            continue
        cells = [*rows[at], *[""] * (position + 1 - len(rows[at]))]
        cells[position] = text
        rows[at] = cells
    return replace(raw, rows=rows)


def _with_headings(raw: RawTable, mend: Mend) -> RawTable:
    header = list(raw.header)
    for (file, column), name in mend.headings.items():
        position = position_of(raw, column)
        if file == raw.file and position is not None:
            header[position] = name
    return replace(raw, header=tuple(header))
