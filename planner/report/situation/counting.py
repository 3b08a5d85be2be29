"""What is counted of people and money, before disclosure control decides what of it may be shown."""

from collections import Counter
from collections.abc import Mapping

from planner.domain import Case, Payer, Plan
from planner.law import months_by_site
from planner.law.values import Law
from planner.outlook import Course
from planner.report.disclosure import Cell, Dimension, Table, areas, flat, merged

PEOPLE = "candidates"
PLACED, UNPLACED, EVERYBODY = "placed", "unplaced", ""

CONTRACTS = "contracts"
FULL, EARLY = "full", "early"

ROUGHLY = 1_000_000
"""Money is shown in multiples of this many cents (10,000 EUR): less than half of what a year of one person costs."""

GRANT = "grant"
"""Integration budget and transfer together: apart they tell who has a child (the cap of the transfer)."""

Money = Mapping[str, Mapping[str, int]]
"""Cents by calendar year and payer (``city``, ``host``, ``grant``)."""


def people_table(case: Case, plan: Plan) -> Table:
    """Count people by home and by whether the plan has a place for them."""
    home: Dimension = areas(case.neighbourhoods)
    counted_with = merged(case.neighbourhoods)
    placed = {placement.candidate_id for placement in plan.placements}
    counts = Counter[Cell](
        (counted_with[one.neighbourhood], PLACED if one.candidate_id in placed else UNPLACED) for one in case.candidates
    )
    return Table(PEOPLE, (home, flat("status", (PLACED, UNPLACED), EVERYBODY)), counts)


def contracts_table(case: Case, course: Course, law: Law) -> Table:
    """Count contracts by whether they run as long as law and site allow, or end earlier for the person's sake.

    Earlier means: the age limit, or months that were supported before.
    """
    counts = Counter[Cell]()
    for run in course.runs:
        most = max(1, months_by_site(case.site_of[run.site_id], run.start, case.scenario.scheme, law))
        counts[(FULL if run.months >= most else EARLY,)] += 1
    return Table(CONTRACTS, (flat("length", (FULL, EARLY), EVERYBODY),), counts)


def rounded_money(plan: Plan) -> Money:
    """Return the costs of a plan in multiples of ``ROUGHLY``, with the grant as one payer."""
    found: dict[str, Counter[str]] = {}
    for (year, payer), cents in plan.costs().items():
        who = GRANT if payer in {Payer.INTEGRATION, Payer.TRANSFER} else payer.value
        found.setdefault(str(year), Counter())[who] += cents
    return {
        year: {who: (cents + ROUGHLY // 2) // ROUGHLY * ROUGHLY for who, cents in sorted(by.items())}
        for year, by in sorted(found.items())
    }
