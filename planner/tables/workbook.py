"""XLSX sheets to raw tables. Formulas, macros and tricks of the format end here."""

import io
import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zipfile import ZipFile

import openpyxl

from planner.errors import InputError
from planner.settings import MAX_ROWS
from planner.tables.archive import open_zip
from planner.tables.raw import FORMULA, RawTable, table_of

MAX_COLUMNS = 512
"""Widest header read: a sheet may claim 16,384 columns in a few bytes."""

_OVERHANG = 16
"""Columns beyond the header that are looked at, to report cells without a heading."""

_ZEROS = re.compile(r"0{2,}")
"""Number formats such as ``00``, under which Excel shows 1 as 01."""


def read_workbook(file: str, data: bytes) -> Iterator[tuple[str, RawTable]]:
    """Yield name and table of each sheet that is not blank.

    Dates become ISO texts, whole numbers lose their ``.0``, numbers shown with leading zeros keep them. A formula is
    marked with ``FORMULA``: neither its text nor its last result is a value.

    Raises
    ------
    InputError
        As ``open_zip``; ``xlsx.macros`` for a macro workbook, ``xlsx.broken`` where it cannot be read as a workbook,
        ``file.too_many_rows``.
    """
    with open_zip(file, data) as archive:
        _refuse_macros(file, archive)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # openpyxl on extensions that carry no data
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
            sheets = [(sheet.title, _table(f"{file}#{sheet.title}", sheet)) for sheet in book.worksheets]
        except InputError:
            raise
        except Exception:  # noqa: BLE001  (a hostile or damaged file may break the library in any way)
            raise InputError.of("xlsx.broken", file=file) from None
    yield from ((title, table) for title, table in sheets if table.header)


def _refuse_macros(file: str, archive: ZipFile) -> None:
    names = {name.lower() for name in archive.namelist()}
    types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in archive.namelist() else b""
    macro = any(name.endswith("vbaproject.bin") or "macrosheets/" in name for name in names)
    if macro or b"macroenabled" in types.lower() or not file.lower().endswith(".xlsx"):
        raise InputError.of("xlsx.macros", file=file)


def _table(file: str, sheet: Any) -> RawTable:
    """Read a sheet by the width of its header, never by the size it claims for itself."""
    first = next(sheet.iter_rows(min_row=1, max_row=1, max_col=MAX_COLUMNS), ())
    width = max((position for position, cell in enumerate(first, 1) if cell.value is not None), default=0)
    if not width:
        return RawTable(file, (), [], [])
    lines: list[list[str]] = []
    absent: object = None
    for cells in sheet.iter_rows(min_row=1, max_row=MAX_ROWS + 1, max_col=width + _OVERHANG):
        if cells is absent:  # openpyxl yields one and the same row for all that the sheet leaves out
            lines.append([])
            continue
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        absent = None if texts else cells
        lines.append(texts)
    if len(lines) > MAX_ROWS and any(lines[-1]):
        raise InputError.of("file.too_many_rows", file=file, allowed=MAX_ROWS)
    return table_of(file, lines)


def _text(cell: Any) -> str:
    """Return the cell as a CSV file would hold it."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return f"{FORMULA}{value if isinstance(value, str) else '='}"
    match value:
        case str():
            return value.replace("\0", "")
        case bool():
            return "yes" if value else "no"
        case int() | float() if value == int(value):
            shown = cell.number_format or ""
            return str(int(value)).zfill(len(shown) if _ZEROS.fullmatch(shown) else 0)
        case float():
            return f"{value:.15g}"  # as many digits as Excel itself keeps
        case datetime():
            midnight = value.time().isoformat() == "00:00:00"
            return value.date().isoformat() if midnight else value.isoformat(sep=" ")
        case date():
            return value.isoformat()
    return str(value)
