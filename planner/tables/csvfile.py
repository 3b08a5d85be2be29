"""CSV text to a raw table, in either dialect."""

import csv
import io
import re

from planner.errors import InputError, Problem
from planner.settings import MAX_ROWS
from planner.tables.raw import RawTable, table_of

_EXCEL_HINT = re.compile(r'\A"?sep=([,;\t|])"?\r?\n', re.IGNORECASE)
"""Excel's own first line, which it does not show as a row."""

_QUOTED = re.compile(r'"[^"]*"')


def delimiter_of(text: str) -> str:
    """Return ``;`` or ``,``: whichever the first line has more of outside quotation marks."""
    header = _QUOTED.sub("", text[: text.find("\n")] if "\n" in text else text)
    return ";" if header.count(";") > header.count(",") else ","


def read_csv(file: str, text: str) -> RawTable:
    """Read a table.

    Raises
    ------
    InputError
        ``file.quotes`` where a quotation mark is never closed, ``file.too_many_rows`` beyond ``MAX_ROWS``.
    """
    hint = _EXCEL_HINT.match(text)
    body = text[hint.end() :] if hint else text
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=hint[1] if hint else delimiter_of(body), strict=True)
    lines: list[list[str]] = []
    try:
        for cells in reader:
            lines.append(cells)
            if len(lines) > MAX_ROWS:
                raise InputError.of("file.too_many_rows", file=file, allowed=MAX_ROWS)
    except csv.Error:
        raise InputError([Problem("file.quotes", file=file, row=len(lines) + 1)]) from None
    return table_of(file, lines)
