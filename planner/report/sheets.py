"""What the tables of an exported plan hold, before any spreadsheet program is thought of."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from planner.domain import PAYERS, Case, Payer, Placement, Plan
from planner.messages import Language, text

Cell = str | int | float | Decimal | date | None


class Kind(StrEnum):
    """What stands in a column; who draws the table decides the width and the format of the numbers.

    A ``FIGURE`` is written already, with its unit, and stands where numbers do.
    """

    ID = "id"
    TEXT = "text"
    LONG = "long"
    FIGURE = "figure"
    YEAR = "year"
    INTEGER = "integer"
    HOURS = "hours"
    SHARE = "share"
    RATIO = "ratio"
    EURO = "euro"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A heading that is already in the reader's language, and what stands below it.

    Parameters
    ----------
    signed
        Whether the numbers are differences: above zero they are written with a plus.
    """

    heading: str
    kind: Kind
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table; every row has one cell per column, ``None`` where there is nothing to say."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def columns(language: Language, *named: tuple[str, Kind], signed: str = "") -> tuple[Column, ...]:
    """Return columns whose headings are the sentences ``report.<name>``.

    Parameters
    ----------
    signed
        The name of the one that holds differences.
    """
    return tuple(Column(text(f"report.{name}", language), kind, name == signed) for name, kind in named)


def euro(cents: int) -> Decimal:
    """Return an amount of cents in EUR."""
    return Decimal(cents) / 100


def in_order(keys: Iterable[tuple[int, Payer]]) -> tuple[tuple[int, Payer], ...]:
    """Return years and payers by year and then in the order of ``PAYERS``, each once."""
    return tuple(sorted(set(keys), key=lambda key: (key[0], PAYERS.index(key[1]))))


def plan_sheets(case: Case, plan: Plan, language: Language) -> Iterator[Sheet]:
    """Yield the tables of a plan in the order in which they are shown."""
    yield placements_sheet(case, plan, language)
    yield unplaced_sheet(plan, language)
    yield neighbourhoods_sheet(case, plan, language)
    yield limits_sheet(plan, language)
    yield spent_sheet(plan, language)


def placements_sheet(case: Case, plan: Plan, language: Language, *, yearly: bool = True) -> Sheet:
    """Return a row per placement, with its costs by payer.

    Parameters
    ----------
    yearly
        Whether each year has columns of its own; otherwise they are added up over the whole contract.
    """
    keys = in_order(key for placement in plan.placements for key in placement.costs)
    payers = [payer for payer in PAYERS if any(key[1] is payer for key in keys)]
    head = columns(
        language,
        ("candidate_id", Kind.ID),
        ("site_id", Kind.ID),
        ("site_name", Kind.TEXT),
        ("host", Kind.TEXT),
        ("field", Kind.ID),
        ("code", Kind.ID),
        ("neighbourhood", Kind.TEXT),
        ("borough", Kind.ID),
        ("start", Kind.DATE),
        ("hours", Kind.HOURS),
        ("minutes", Kind.INTEGER),
        ("quality", Kind.INTEGER),
        ("marks", Kind.TEXT),
    )
    money = tuple(
        Column(
            text("report.payer_year", language, {"payer": text(f"payer.{payer}", language), "year": year}), Kind.EURO
        )
        for year, payer in keys
    )
    if not yearly:
        money = tuple(Column(text(f"payer.{payer}", language), Kind.EURO) for payer in payers)
    rows: list[tuple[Cell, ...]] = []
    for placement in plan.placements:
        site = case.site_of[placement.site_id]
        place = case.neighbourhood_of[placement.neighbourhood]
        rows.append(
            (
                placement.candidate_id,
                placement.site_id,
                site.name,
                site.host or text("report.planned_post", language),
                site.field,
                place.code,
                place.name,
                place.borough,
                placement.start,
                placement.hours,
                placement.minutes,
                placement.quality,
                "; ".join(text(f"mark.{mark}", language) for mark in placement.marks),
                *(euro(cents) for cents in (_by_year(placement, keys) if yearly else _by_payer(placement, payers))),
            )
        )
    return Sheet(text("report.placements", language), head + money, tuple(rows))


def _by_year(placement: Placement, keys: Iterable[tuple[int, Payer]]) -> Iterator[int]:
    return (placement.costs.get(key, 0) for key in keys)


def _by_payer(placement: Placement, payers: Iterable[Payer]) -> Iterator[int]:
    sums = Counter[Payer]()
    for (_, payer), cents in placement.costs.items():
        sums[payer] += cents
    return (sums[payer] for payer in payers)


def unplaced_sheet(plan: Plan, language: Language) -> Sheet:
    """Return a row per person without a place, with the reason."""
    head = columns(language, ("candidate_id", Kind.ID), ("reason", Kind.TEXT), ("reason_text", Kind.LONG))
    rows = tuple((u.candidate_id, u.reason, text(f"unplaced.{u.reason}", language)) for u in plan.unplaced)
    return Sheet(text("report.unplaced", language), head, rows)


def neighbourhoods_sheet(case: Case, plan: Plan, language: Language) -> Sheet:
    """Return a row per neighbourhood: need, target and what is placed."""
    head = columns(
        language,
        ("code", Kind.ID),
        ("neighbourhood", Kind.TEXT),
        ("borough", Kind.ID),
        ("need", Kind.SHARE),
        ("target", Kind.INTEGER),
        ("placed", Kind.INTEGER),
        ("difference", Kind.INTEGER),
        ("coverage", Kind.RATIO),
        ("planned_posts", Kind.INTEGER),
        signed="difference",
    )
    rows = tuple(
        (
            result.code,
            case.neighbourhood_of[result.code].name,
            case.neighbourhood_of[result.code].borough,
            result.need,
            result.target,
            result.placed,
            result.placed - result.target,
            result.coverage,
            result.planned_posts,
        )
        for result in plan.neighbourhoods
    )
    return Sheet(text("report.neighbourhoods", language), head, rows)


def limits_sheet(plan: Plan, language: Language) -> Sheet:
    """Return a row per limit of the scenario."""
    head = columns(
        language,
        ("limit", Kind.TEXT),
        ("at_least", Kind.INTEGER),
        ("at_most", Kind.INTEGER),
        ("got", Kind.INTEGER),
        ("short", Kind.INTEGER),
    )
    rows = tuple((r.name, r.at_least, r.at_most, r.got, r.short) for r in plan.limits)
    return Sheet(text("report.limits", language), head, rows)


def spent_sheet(plan: Plan, language: Language) -> Sheet:
    """Return a row per year and payer: what is spent, and of which budget."""
    head = columns(
        language,
        ("year", Kind.YEAR),
        ("payer", Kind.TEXT),
        ("euro", Kind.EURO),
        ("budget", Kind.EURO),
        ("left", Kind.EURO),
    )
    spent = plan.costs()
    budget = {(year, payer): cents for payer, years in plan.scenario.budget.items() for year, cents in years.items()}
    rows: list[tuple[Cell, ...]] = []
    for year, payer in in_order((*spent, *budget)):
        cents, most = spent.get((year, payer), 0), budget.get((year, payer))
        limited = (None, None) if most is None else (euro(most), euro(most - cents))
        rows.append((year, text(f"payer.{payer}", language), euro(cents), *limited))
    return Sheet(text("report.costs", language), head, tuple(rows))
