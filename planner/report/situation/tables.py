"""The tables beside the map; they say the same and more."""

from decimal import Decimal

from planner.messages import Language, text
from planner.report.disclosure import CITY
from planner.report.disclosure.areas import borough_code
from planner.report.sheets import Cell, Column, Kind, Sheet
from planner.report.situation.counting import GRANT, PLACED, UNPLACED
from planner.report.situation.equity import Equity
from planner.report.situation.facts import Quarter, Situation
from planner.report.situation.figures import shown


def _column(name: str, kind: Kind, language: Language) -> Column:
    return Column(text(name, language), kind)


def quarters_sheet(situation: Situation, language: Language) -> Sheet:
    """Return the posts of every neighbourhood."""
    head = (
        _column("report.code", Kind.ID, language),
        _column("report.neighbourhood", Kind.TEXT, language),
        _column("report.borough", Kind.ID, language),
        _column("report.posts", Kind.INTEGER, language),
        _column("situation.column.planned", Kind.INTEGER, language),
        _column("situation.column.occupied", Kind.INTEGER, language),
        _column("situation.column.proposed", Kind.INTEGER, language),
        _column("situation.column.target", Kind.INTEGER, language),
    )
    rows = tuple(
        (q.code, q.name, q.borough, q.posts, q.planned, q.occupied, q.proposed, q.target) for q in situation.quarters
    )
    return Sheet(text("report.neighbourhoods", language), head, rows)


def equity_sheets(found: Equity, language: Language) -> tuple[Sheet, Sheet]:
    """Return the quarters covered worst and those covered best, with what their coverage is made of."""
    head = (
        _column("report.neighbourhood", Kind.TEXT, language),
        _column("situation.column.coverage", Kind.RATIO, language),
        _column("situation.column.proposed_short", Kind.INTEGER, language),
        _column("situation.column.target", Kind.INTEGER, language),
    )
    return (
        Sheet(text("situation.worst", language), head, tuple(map(_end, found.worst))),
        Sheet(text("situation.best", language), head, tuple(map(_end, found.best))),
    )


def _end(quarter: Quarter) -> tuple[Cell, ...]:
    share = None if quarter.coverage is None else float(quarter.coverage)
    return quarter.name or quarter.code, share, quarter.proposed, quarter.target


def people_sheet(situation: Situation, language: Language) -> Sheet | None:
    """Return people by borough of their home, as far as they may be counted; ``None`` before they are.

    Boroughs of which nothing may be shown follow the others, so that what can be read is read first; the city is last.
    """
    people = situation.people
    if people is None:
        return None
    head = (
        _column("report.borough", Kind.ID, language),
        _column("situation.column.placed", Kind.ID, language),
        _column("situation.column.unplaced", Kind.ID, language),
    )

    def row(name: str, area: str) -> tuple[str, str, str]:
        placed, unplaced = (shown(people[area, status], language) for status in (PLACED, UNPLACED))
        return name, placed, unplaced

    hidden = (shown(None, language),) * 2
    boroughs = (row(name, borough_code(name)) for name in sorted({quarter.borough for quarter in situation.quarters}))
    ordered = sorted(boroughs, key=lambda one: one[1:] == hidden)
    return Sheet(text("situation.people", language), head, (*ordered, row(text("situation.city", language), CITY)))


def money_sheet(situation: Situation, language: Language) -> Sheet | None:
    """Return the costs by year and payer, rounded; ``None`` where they may not be shown."""
    if not situation.money:
        return None
    payers = sorted({who for by in situation.money.values() for who in by})
    names = {who: text("situation.grant" if who == GRANT else f"payer.{who}", language) for who in payers}
    head = (_column("report.year", Kind.ID, language), *(Column(names[who], Kind.EURO) for who in payers))
    rows: list[tuple[Cell, ...]] = [
        (year, *(Decimal(by.get(who, 0)) / 100 for who in payers)) for year, by in sorted(situation.money.items())
    ]
    return Sheet(text("situation.costs", language), head, tuple(rows))
