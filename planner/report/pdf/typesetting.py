"""From plain values to a PDF file.

Values reach the typesetter as JSON and are set as text there, never read as markup: whatever somebody called a site is
printed letter by letter. Nothing is fetched; fonts are those inside the typesetter.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, cast

import typst

from planner.messages import Language
from planner.report.pdf.letters import drawable

_HERE = Path(__file__).parent


def typeset(
    template: str, content: Mapping[str, Any], language: Language, day: date, drawings: Mapping[str, str] | None = None
) -> bytes:
    """Return a PDF file by PDF/UA-1 (ISO 14289-1): tagged, with language, title, order of reading, words for pictures.

    Parameters
    ----------
    template
        Name of a file ``<template>.typ`` beside this one.
    content
        What JSON can hold; texts are ready for the reader.
    day
        Stands in the file as the day it was made on.
    drawings
        SVG by file name.
    """
    values = {**content, "language": language, "day": day.isoformat()}
    try:
        return _compiled(template, values, day, drawings or {})
    except typst.TypstError:
        # Nearly always a letter that no font has; finding out beforehand would cost every file what few need.
        return _compiled(template, drawable(values), day, drawings or {})


def _compiled(template: str, content: Mapping[str, Any], day: date, drawings: Mapping[str, str]) -> bytes:
    files = {
        "main.typ": _template(template),
        "house.typ": _template("house"),
        "content.json": json.dumps(content).encode(),
        **{name: drawing.encode() for name, drawing in drawings.items()},
    }
    made: bytes = typst.compile(
        cast("Any", files),  # its types do not tell that it takes files by name
        format="pdf",
        ignore_system_fonts=True,
        pdf_standards="ua-1",
        timestamp=round(datetime.combine(day, time(), UTC).timestamp()),
    )
    return made


@cache
def _template(name: str) -> bytes:
    return (_HERE / f"{name}.typ").read_bytes()
