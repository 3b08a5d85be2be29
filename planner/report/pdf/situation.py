"""The page of leadership on paper: what the page shows, with the tables that say the same as its maps."""

from typing import Any

from planner.geo import CityMap, city_map
from planner.messages import Language, text
from planner.messages.written import day
from planner.report.disclosure import ROUNDING, Rules
from planner.report.drawing import city_svg
from planner.report.pdf.cells import table_content
from planner.report.pdf.typesetting import typeset
from planner.report.situation.deciding import open_questions
from planner.report.situation.equity import equity
from planner.report.situation.facts import Situation
from planner.report.situation.figures import figures
from planner.report.situation.sentences import sentences
from planner.report.situation.shading import Shading, difference, occupied
from planner.report.situation.tables import equity_sheets, money_sheet, people_sheet, quarters_sheet


def situation_pdf(situation: Situation, language: Language) -> bytes:
    """Return the situation of the city as a PDF file: a page to hand out and a page with all quarters.

    Returns
    -------
    bytes
        A4, PDF/UA-1; the same situation gives the same bytes.
    """
    city = city_map(situation.places)
    shadings = _shadings(situation, language) if city else ()
    drawings = {f"{one.key}.svg": _drawing(city, one) for one in shadings} if city else {}
    content = {
        "title": text("pdf.situation", language, {"project": situation.project}),
        "author": text("pdf.author", language),
        "subtitle": text("pdf.as_of", language, {"date": day(situation.as_of, language)}),
        "footer": _footer(city, language),
        "sentences": sentences(situation, language),
        "figures": [
            {"name": one.name, "value": one.value, "below": one.below, "about": one.about}
            for one in figures(situation, language)
        ],
        "maps": [_map(one, language) for one in shadings],
        "questions": _questions(situation, language),
        "tables": _tables(situation, language),
        "notes": _notes(situation, language),
        "equity": text("situation.equity", language),
        "made": {"title": text("pdf.made", language)},
    }
    return typeset("situation", content, language, situation.as_of, drawings)


def _shadings(situation: Situation, language: Language) -> tuple[Shading, ...]:
    found = [occupied(situation, language)]
    if situation.plan is not None:
        found.append(difference(situation, language))
    return tuple(found)


def _drawing(city: CityMap, shading: Shading) -> str:
    colours = {code: shading.classes[level][0] for code, (level, _) in shading.values.items()}
    labels = {code: label for code, (_, label) in shading.values.items()}
    return city_svg(city, colours, labels, scale="5 km")


def _map(shading: Shading, language: Language) -> dict[str, Any]:
    return {
        "title": shading.title,
        "file": f"{shading.key}.svg",
        "alt": text("pdf.map_alt", language, {"title": shading.title}),
        "classes": [
            *({"colour": colour, "label": label} for colour, label in shading.classes),
            {"colour": "#ffffff", "label": shading.blank},
        ],
    }


def _questions(situation: Situation, language: Language) -> dict[str, Any]:
    items = open_questions(situation, language) or (text("situation.nothing_to_decide", language),)
    return {"title": text("situation.deciding", language), "items": items}


def _tables(situation: Situation, language: Language) -> dict[str, Any]:
    ends = equity(situation)
    worst, best = equity_sheets(ends, language) if ends else (None, None)
    found = {
        "quarters": quarters_sheet(situation, language),
        "people": people_sheet(situation, language),
        "money": money_sheet(situation, language),
        "worst": worst,
        "best": best,
    }
    tables = {name: table_content(sheet, language) for name, sheet in found.items() if sheet is not None}
    if "people" in tables:  # counts and signs are texts, but stand like numbers
        tables["people"]["right"][1:] = [True, True]
    return tables


def _notes(situation: Situation, language: Language) -> list[str]:
    """Return what must be known to read the counts of people."""
    if situation.people is None:
        return []
    values = {"rounding": ROUNDING, "threshold": (situation.people.rules or Rules()).threshold}
    signs = {"-": "zero", ".": "hidden", "20": "rounded"}
    return [f"{sign}  {text(f'disclosure.sign.{code}', language, values)}" for sign, code in signs.items()]


def _footer(city: CityMap | None, language: Language) -> str:
    parts = [text("report.only_proposals", language)]
    if city and city.generalised:
        parts.append(text("pdf.generalised", language))
    if city and city.attribution:
        parts.append(city.attribution)
    return " · ".join(parts)
