"""Tables as texts: what a spreadsheet program would format is written out."""

from datetime import date
from decimal import Decimal
from typing import Any

from planner.messages import Language
from planner.messages.written import day, euros, number, percent
from planner.report.sheets import Cell, Kind, Sheet

_RIGHT = {Kind.FIGURE, Kind.INTEGER, Kind.HOURS, Kind.SHARE, Kind.RATIO, Kind.EURO}


def table_content(sheet: Sheet, language: Language) -> dict[str, Any]:
    """Return a sheet as texts with the side each column is aligned to."""
    return {
        "title": sheet.title,
        "head": [column.heading for column in sheet.columns],
        "right": [column.kind in _RIGHT for column in sheet.columns],
        "rows": [
            [written(cell, column.kind, language) for cell, column in zip(row, sheet.columns, strict=True)]
            for row in sheet.rows
        ],
    }


def written(cell: Cell, kind: Kind, language: Language) -> str:
    """Return a cell as the language writes it; nothing for ``None``."""
    match cell, kind:
        case None, _:
            return ""
        case str(), _:
            return cell
        case date(), _:
            return day(cell, language)
        case _, Kind.EURO:
            return euros(round(Decimal(cell) * 100), language)
        case _, Kind.RATIO:
            return percent(cell, language)
        case _, Kind.SHARE:
            return percent(cell, language, 2)
        case _, Kind.HOURS:
            return number(cell, language, 2)
        case _, Kind.YEAR:
            return str(cell)
        case _:
            return number(cell, language)
