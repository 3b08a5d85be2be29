"""Explanations on paper: the reason sheet, and any other answer in sections of sentences."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from planner.explain.sheet import ReasonSheet
from planner.explain.sheet_words import sheet_sections
from planner.explain.why.words import Line, Section, Under
from planner.messages import Language, text
from planner.report.pdf.typesetting import typeset


def sheet_pdf(sheet: ReasonSheet, language: Language) -> bytes:
    """Return the reason sheet of a placement as a PDF file.

    Returns
    -------
    bytes
        A4, PDF/UA-1; the same sheet gives the same bytes. It carries the day on which the placement begins.
    """
    return sections_pdf(sheet_sections(sheet), language, sheet.why.placement.start)


def sections_pdf(sections: Sequence[Section], language: Language, day: date) -> bytes:
    """Return sections of sentences as a PDF file, the head of the first one as its title.

    Parameters
    ----------
    day
        Stands in the file as the day it was made on.
    """
    first, *others = sections
    content = {
        "title": first.head.text(language),
        "author": text("pdf.author", language),
        "footer": text("report.only_proposals", language),
        "lead": [_text(line, language) for line in first.lines],
        "sections": [
            {"head": section.head.text(language), "lines": _lines(section.lines, language)} for section in others
        ],
    }
    return typeset("sheet", content, language, day)


def _lines(lines: Iterable[Line], language: Language) -> list[dict[str, Any]]:
    """Return the sentences, each with those that belong to it."""
    found: list[dict[str, Any]] = []
    for line in lines:
        if isinstance(line, Under) and found:
            found[-1]["under"].append(_text(line, language))
        else:
            found.append({"text": _text(line, language), "under": []})
    return found


def _text(line: Line, language: Language) -> str:
    return (line.fact if isinstance(line, Under) else line).text(language)
