"""Uploaded tables as a workbook in which every problem is marked where it stands, to be put right and read again."""

import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from planner.errors import Problem, Severity
from planner.messages import Language, text
from planner.report.workbook import FIXED_TIME, TEXT_STAYS_TEXT
from planner.tables import position_of, shown_headings
from planner.tables.raw import FORMULA, RawTable

_COLOURS = {Severity.ERROR: "#F4B8A5", Severity.WARNING: "#F8E3A8"}
_LIST = ("severity", "file", "row", "column", "value", "text")
_WIDTHS = (10, 22, 8, 24, 24, 100)

Marks = Mapping[tuple[int, int], Sequence[Problem]]
"""Problems by row (from 0) and column (from 0) of a sheet."""


def marked_workbook(tables: Mapping[str, RawTable], problems: Iterable[Problem], language: Language) -> bytes:
    """Return the tables with marked cells that carry the problem as a comment, and the list of all problems.

    Parameters
    ----------
    tables
        By name, as they were uploaded.
    problems
        What was found, errors and warnings.

    Returns
    -------
    bytes
        An XLSX workbook with a sheet per table; rows keep their numbers, text stays text. Cells of columns that must
        not be kept, and formulas, are left blank. The same content gives the same bytes.
    """
    found = tuple(problems)
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True, **TEXT_STAYS_TEXT}) as workbook:
        workbook.set_properties({"created": FIXED_TIME})
        head = workbook.add_format({"bold": True, "bg_color": "#E8EDF2", "border": 1})
        marks = {s: workbook.add_format({"bg_color": colour, "border": 1}) for s, colour in _COLOURS.items()}
        for name, raw in tables.items():
            sheet = workbook.add_worksheet(name)
            _table(sheet, name, raw, _marks(raw, found), head, marks, language)
        _listed(workbook.add_worksheet(text("marked.problems", language)), found, head, language)
    return buffer.getvalue()


def _marks(raw: RawTable, problems: Iterable[Problem]) -> Marks:
    """Return the problems of a table by cell; those of a whole row stand at its first cell."""
    found: defaultdict[tuple[int, int], list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.file == raw.file and problem.row is not None:
            names = problem.column.split(", ") if problem.column else []
            at = next((p for name in names if (p := position_of(raw, name)) is not None), 0)
            found[problem.row - 1, at].append(problem)
    return found


def _table(
    sheet: Worksheet,
    name: str,
    raw: RawTable,
    marks: Marks,
    head: Format,
    colours: Mapping[Severity, Format],
    language: Language,
) -> None:
    shown = set(shown_headings(name, raw))
    for column, cell in enumerate(raw.header):
        sheet.write_string(0, column, cell.removeprefix(FORMULA), head)
    for number, cells in zip(raw.numbers, raw.rows, strict=True):
        for column, cell in enumerate(cells[: len(raw.header)]):
            if raw.header[column] in shown and cell and not cell.startswith(FORMULA):
                sheet.write_string(number - 1, column, cell)
    lines = dict(zip(raw.numbers, raw.rows, strict=True))
    for (row, column), found in marks.items():
        worst = Severity.ERROR if any(p.severity is Severity.ERROR for p in found) else Severity.WARNING
        cells = (list(raw.header) if row == 0 else lines.get(row + 1, []))[column : column + 1]
        visible = row == 0 or (column < len(raw.header) and raw.header[column] in shown)
        cell = cells[0] if cells and visible and not cells[0].startswith(FORMULA) else ""
        sheet.write_string(row, column, cell, colours[worst]) if cell else sheet.write_blank(
            row, column, None, colours[worst]
        )
        sheet.write_comment(row, column, "\n".join(p.text(language) for p in found), {"x_scale": 2.5, "y_scale": 1.5})
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, max(0, len(raw.header) - 1), 18)


def _listed(sheet: Worksheet, problems: Sequence[Problem], head: Format, language: Language) -> None:
    for column, (name, width) in enumerate(zip(_LIST, _WIDTHS, strict=True)):
        sheet.write_string(0, column, text(f"marked.{name}", language), head)
        sheet.set_column(column, column, width)
    for row, problem in enumerate(problems, start=1):
        cells = problem.as_dict(language)
        cells["severity"] = text(f"marked.{problem.severity}", language)
        for column, name in enumerate(_LIST):
            value = cells[name]
            if isinstance(value, int):
                sheet.write_number(row, column, value)
            elif value:
                sheet.write_string(row, column, value)
    sheet.freeze_panes(1, 0)
