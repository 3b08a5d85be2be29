"""A plan as a workbook for Excel and LibreOffice."""

import io
from collections.abc import Mapping
from datetime import date, datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from planner.domain import Case, Plan
from planner.messages import Language, text
from planner.report.overview import certificate, facts
from planner.report.sheets import Cell, Column, Kind, Sheet, plan_sheets

TEXT_STAYS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""A candidate id such as ``=cmd()`` must never run in the reader's spreadsheet program."""

FIXED_TIME = datetime(1980, 1, 1)  # noqa: DTZ001  (a spreadsheet knows no time zones)
"""Written as the time of creation, so that the same plan gives the same bytes."""

WIDTH = {
    Kind.ID: 16,
    Kind.TEXT: 30,
    Kind.LONG: 70,
    Kind.FIGURE: 18,
    Kind.YEAR: 8,
    Kind.INTEGER: 14,
    Kind.HOURS: 14,
    Kind.SHARE: 12,
    Kind.RATIO: 14,
    Kind.EURO: 18,
    Kind.DATE: 14,
}
NUMBER_FORMAT = {
    Kind.YEAR: "0",
    Kind.INTEGER: "#,##0",
    Kind.HOURS: "0.00",
    Kind.SHARE: "0.00%",
    Kind.RATIO: "0.00",
    Kind.EURO: "#,##0.00",
    Kind.DATE: "dd.mm.yyyy",
}
FACT_WIDTH = 44
_SIGNED = "signed"


def plan_xlsx(case: Case, plan: Plan, language: Language) -> bytes:
    """Return the plan as an XLSX workbook: an overview, then one sheet per table.

    Parameters
    ----------
    case, plan
        A plan and the case it was made for.
    language
        Of headings and reasons; ids and codes stay as they are.

    Returns
    -------
    bytes
        The same plan gives the same bytes. Text cells are text whatever they begin with; dates and amounts (EUR) are
        real dates and numbers.
    """
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True, **TEXT_STAYS_TEXT}) as workbook:
        workbook.set_properties({"title": plan.scenario.name, "created": FIXED_TIME})
        formats = _formats(workbook)
        _overview(workbook, formats, case, plan, language)
        for sheet in plan_sheets(case, plan, language):
            worksheet = workbook.add_worksheet(sheet.title)
            _table(worksheet, sheet, formats, first_row=0)
            worksheet.freeze_panes(1, 1)
            worksheet.set_landscape()
            worksheet.fit_to_pages(1, 0)
            worksheet.repeat_rows(0)
    return buffer.getvalue()


def _formats(workbook: Workbook) -> Mapping[str, Format]:
    """Return a cell format per kind of column, and those of the headings."""
    formats = {kind.value: workbook.add_format({"num_format": number}) for kind, number in NUMBER_FORMAT.items()}
    formats[_SIGNED] = workbook.add_format({"num_format": "+#,##0;-#,##0;0"})
    formats["heading"] = workbook.add_format(
        {"bold": True, "bg_color": "#E3E8EE", "bottom": 1, "text_wrap": True, "valign": "top"}
    )
    formats["name"] = workbook.add_format({"bold": True})
    formats["note"] = workbook.add_format({"italic": True})
    formats["left_date"] = workbook.add_format({"num_format": NUMBER_FORMAT[Kind.DATE], "align": "left"})
    formats["left"] = workbook.add_format({"align": "left"})
    return formats


def _overview(workbook: Workbook, formats: Mapping[str, Format], case: Case, plan: Plan, language: Language) -> None:
    """Write the facts one below the other and, under them, the certificate."""
    worksheet = workbook.add_worksheet(text("report.overview", language))
    worksheet.write_string(0, 0, text("report.only_proposals", language), formats["note"])
    row = 2
    for name, value in facts(case, plan, language):
        worksheet.write_string(row, 0, name, formats["name"])
        _cell(worksheet, row, 1, value, formats["left_date"] if isinstance(value, date) else formats["left"])
        row += 1
    _table(worksheet, certificate(plan, language), formats, first_row=row + 1)
    worksheet.set_column(0, 0, FACT_WIDTH)


def _table(worksheet: Worksheet, sheet: Sheet, formats: Mapping[str, Format], *, first_row: int) -> None:
    """Write a table with its headings, a filter over them, and columns wide enough to read."""
    for number, column in enumerate(sheet.columns):
        worksheet.set_column(number, number, WIDTH[column.kind])
        worksheet.write_string(first_row, number, column.heading, formats["heading"])
    for row, cells in enumerate(sheet.rows, start=first_row + 1):
        for number, (column, value) in enumerate(zip(sheet.columns, cells, strict=True)):
            _cell(worksheet, row, number, value, _format(column, formats))
    worksheet.autofilter(first_row, 0, first_row + len(sheet.rows), len(sheet.columns) - 1)


def _format(column: Column, formats: Mapping[str, Format]) -> Format | None:
    return formats.get(_SIGNED if column.signed else column.kind.value)


def _cell(worksheet: Worksheet, row: int, column: int, value: Cell, style: Format | None) -> None:
    """Write a value as what it is; no value is guessed from its text."""
    match value:
        case None:
            worksheet.write_blank(row, column, None, style)
        case str():
            worksheet.write_string(row, column, value, style)
        case date():
            worksheet.write_datetime(row, column, value, style)
        case _:
            worksheet.write_number(row, column, value, style)
