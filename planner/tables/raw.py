"""A table as it stands in a file: texts with the row numbers a spreadsheet shows."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from planner.errors import Problem, Severity

FORMULA = "\0"
"""First character of a cell that holds a formula. No text cell can begin with it: NUL is refused everywhere."""

SHOWN = 60
"""Characters of a cell that a problem shows."""


@dataclass(frozen=True, slots=True)
class RawTable:
    """A header and its rows; rows that are blank throughout are left out, the numbers of the others stay.

    Parameters
    ----------
    file
        Where it was read, as problems name it.
    header
        The cells of row 1, outer blanks removed.
    rows
        Cells below the header, each row as long as the file has it.
    numbers
        The row number of each of ``rows``; the header is row 1.
    """

    file: str
    header: tuple[str, ...]
    rows: list[list[str]]
    numbers: list[int]


@dataclass(frozen=True, slots=True)
class Document:
    """A text file that is no table, such as a scenario."""

    file: str
    text: str


@dataclass(slots=True)
class Bundle:
    """What a source holds: its tables by name, its scenario, and what was wrong with the files themselves.

    Parameters
    ----------
    tables
        By name without ending, in lower case.
    broken
        Names of the tables that exist but could not be read; nobody calls them missing.
    """

    tables: dict[str, RawTable] = field(default_factory=dict)
    scenario: Document | None = None
    broken: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def shorten(value: object) -> str:
    """Return a cell as problems show it: printable, at most 60 characters."""
    text = "".join(c if c.isprintable() else "�" for c in str(value)[: SHOWN + 1])
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def table_of(file: str, lines: Iterable[list[str]]) -> RawTable:
    """Make a table of all lines of a file, the header first."""
    header: tuple[str, ...] = ()
    rows: list[list[str]] = []
    numbers: list[int] = []
    for number, cells in enumerate(lines, start=1):
        if number == 1:
            header = tuple(cell.strip() for cell in cells)
        elif any(map(str.strip, cells)):
            rows.append(cells)
            numbers.append(number)
    return RawTable(file, header, rows, numbers)


def warning(code: str, file: str, row: int | None = None, column: str = "", **params: str | int) -> Problem:
    """Return a problem that does not stop the work."""
    return Problem(code, params, file=file, row=row, column=column, severity=Severity.WARNING)
