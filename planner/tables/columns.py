"""What a table of the contract looks like, and how its cells become values column by column."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import partial
from typing import Any, TypeVar

from planner.errors import Problem, Severity
from planner.tables.cells import CellError, Parser
from planner.tables.raw import FORMULA, RawTable, shorten

R = TypeVar("R")


class _Broken:
    """Stands for a cell that could not be read."""

    def __repr__(self) -> str:
        return "BROKEN"


BROKEN = _Broken()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the contract.

    Parameters
    ----------
    parse
        Reads a stripped, non-blank cell.
    needed
        Whether the column must be there.
    filled
        Whether no cell may be blank.
    blank
        Makes the value of a blank cell.
    """

    name: str
    parse: Parser[Any]
    needed: bool = False
    filled: bool = False
    blank: Callable[[], Any] = lambda: None


@dataclass(frozen=True, slots=True)
class Schema:
    """One table of the contract.

    Parameters
    ----------
    name
        The file name without ``.csv``; the sheet name in a workbook.
    key
        Columns that together name a row; no two rows may have the same.
    guarded
        Whether columns that name a protected attribute or an identity are refused.
    open_ended
        Whether columns beyond these belong to the table.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    guarded: bool = False
    open_ended: bool = False


def _same(value: Any) -> Any:
    return value


def columns_of(
    record: type[Any], parsers: Mapping[str, Parser[Any]], *, may_be_blank: Iterable[str] = ()
) -> tuple[Column, ...]:
    """Return the columns of a domain type: a field without default is a required column, a default is the blank's.

    Parameters
    ----------
    may_be_blank
        Required columns whose cells may be blank; a blank is an empty text there.
    """
    known = {field.name: field for field in fields(record)}
    optional = set(may_be_blank)
    columns = []
    for name, parse in parsers.items():
        field = known[name]
        if field.default_factory is not MISSING:
            columns.append(Column(name, parse, blank=field.default_factory))
        elif field.default is not MISSING:
            columns.append(Column(name, parse, blank=partial(_same, field.default)))
        else:
            columns.append(Column(name, parse, needed=True, filled=name not in optional, blank=str))
    return tuple(columns)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A table as columns of values; a broken cell holds ``BROKEN``.

    Parameters
    ----------
    values
        By column name, as far as the file has the column; all of one length.
    extra
        Texts of the columns beyond the schema, where it is open-ended.
    unsound
        Positions of the rows with a broken cell.
    """

    schema: Schema
    file: str
    numbers: list[int]
    values: dict[str, list[Any]]
    extra: dict[str, list[str]]
    unsound: set[int]

    def __len__(self) -> int:
        return len(self.numbers)

    def known(self, column: str) -> set[Any]:
        """Return the distinct readable values of a column, also those of rows that are broken elsewhere."""
        return {value for value in self.values.get(column, ()) if value is not BROKEN}

    def records(self, make: Callable[..., R]) -> tuple[R, ...]:
        """Make one record per sound row; none where a needed column is missing."""
        if any(column.needed and column.name not in self.values for column in self.schema.columns):
            return ()
        names = tuple(self.values)
        rows = zip(*self.values.values(), strict=True)
        return tuple(
            make(**dict(zip(names, row, strict=True))) for at, row in enumerate(rows) if at not in self.unsound
        )

    def problem(
        self,
        code: str,
        at: int,
        column: str,
        value: object = "",
        params: Mapping[str, str | int] | None = None,
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """Return a problem with the cell at a position."""
        return Problem(code, params or {}, self.file, self.numbers[at], column, shorten(value), severity)


def _value(column: Column, text: str) -> Any:
    if text.startswith(FORMULA):
        raise CellError("cell.formula")
    if text:
        return column.parse(text)
    if column.filled:
        raise CellError("cell.blank")
    return column.blank()


def parse_cells(
    raw: RawTable, column: Column, texts: list[str], problems: list[Problem], unsound: set[int]
) -> list[Any]:
    """Read one column, each distinct text once."""
    values: dict[str, Any] = {}
    wrong: dict[str, CellError] = {}
    for text in set(texts):
        stripped = text.strip()
        try:
            values[text] = _value(column, stripped)
        except CellError as error:
            values[text], wrong[text] = BROKEN, error
    if wrong:
        for at, text in enumerate(texts):
            if found := wrong.get(text):
                shown = shorten(text.strip().removeprefix(FORMULA))
                problems.append(Problem(found.code, found.params, raw.file, raw.numbers[at], column.name, shown))
                unsound.add(at)
    return [values[text] for text in texts]
