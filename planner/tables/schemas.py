"""The tables of the contract. Defaults of blank cells are those of the domain types."""

from collections.abc import Collection

from planner.domain import Candidate, Decision, DecisionKind, Neighbourhood, Site, Transport, Verdict
from planner.tables import cells, listcells
from planner.tables.columns import Column, Schema, columns_of

MOST_HOURS = 48
"""Weekly hours nobody may exceed for long (§ 3 ArbZG)."""

_min_hours = cells.number(0, MOST_HOURS, places=2)
_max_hours = cells.number("0.01", MOST_HOURS, places=2)
_months = cells.whole(0, 1200)

_PLACE = {"lat": cells.degrees(90), "lon": cells.degrees(180)}

NEIGHBOURHOODS = Schema(
    "neighbourhoods",
    columns_of(Neighbourhood, {"code": cells.code, "name": cells.words, "borough": cells.words, **_PLACE}),
    key=("code",),
    open_ended=True,
)

CANDIDATES = Schema(
    "candidates",
    columns_of(
        Candidate,
        {
            "candidate_id": cells.identifier,
            "neighbourhood": cells.code,
            "born": cells.born,
            "benefit_months_last_84": _months,
            "benefit_months_last_60": _months,
            "benefit_months_last_24": _months,
            "brief_work_only": cells.answer,
            "minor_child": cells.flag,
            "severely_disabled": cells.flag,
            "subsidised_months": _months,
            "coaching_accepted": cells.flag,
            "eligibility": cells.choice(Verdict),
            "languages": listcells.languages,
            "skills": listcells.several(cells.words),
            "clearance": cells.flag,
            "measles_proof": cells.flag,
            "needs_step_free": cells.flag,
            "shifts": listcells.shifts,
            "min_hours": _min_hours,
            "max_hours": _max_hours,
            "max_commute": cells.minutes,
            "transport": cells.choice(Transport),
            "permit_until": cells.day,
            "fields_wanted": listcells.several(cells.words),
            "fields_refused": listcells.several(cells.words),
            "neighbourhoods_wanted": listcells.several(cells.code),
            "neighbourhoods_refused": listcells.several(cells.code),
            "available_from": cells.day,
            "waiting_since": cells.day,
            "tandem": cells.identifier,
        },
    ),
    key=("candidate_id",),
    guarded=True,
)

TRAVEL_TIMES = Schema(
    "travel_times",
    tuple(
        Column(name, parse, needed=True, filled=True)
        for name, parse in {
            "origin": cells.code,
            "destination": cells.code,
            "transport": cells.choice(Transport),
            "minutes": cells.minutes,
        }.items()
    ),
    key=("origin", "destination", "transport"),
)

DECISIONS = Schema(
    "decisions",
    columns_of(
        Decision,
        {
            "candidate_id": cells.identifier,
            "site_id": cells.identifier,
            "decision": cells.choice(DecisionKind),
            "since": cells.day,
        },
    ),
    key=("candidate_id", "site_id"),
    guarded=True,
)

PREVIOUS_PLAN = Schema(
    "previous_plan",
    (
        Column("candidate_id", cells.identifier, needed=True, filled=True),
        Column("site_id", cells.identifier, needed=True, filled=True),
    ),
    key=("candidate_id",),
    guarded=True,
)


def sites(wage_tables: Collection[str]) -> Schema:
    """Return the table of sites; ``pay`` may name one of the wage tables."""
    return Schema(
        "sites",
        columns_of(
            Site,
            {
                "site_id": cells.identifier,
                "name": cells.words,
                "host": cells.words,
                "neighbourhood": cells.code,
                "field": _field,
                "posts": cells.whole(0, 10_000),
                **_PLACE,
                "min_hours": _min_hours,
                "max_hours": _max_hours,
                "languages": listcells.languages,
                "skills": listcells.several(cells.words),
                "clearance": cells.flag,
                "measles_proof": cells.flag,
                "step_free": cells.flag,
                "shifts": listcells.shifts,
                "pay": listcells.pay(wage_tables),
                "tariff_bound": cells.flag,
                "material_costs_per_year": cells.cents,
                "available_from": cells.day,
                "available_to": cells.day,
            },
            may_be_blank=["host"],
        ),
        key=("site_id",),
    )


def _field(text: str) -> str:
    """Read a field of activity, which lists of candidates may name."""
    return cells.words(cells.code(text))


REQUIRED = ("neighbourhoods", "sites", "candidates")
OPTIONAL = ("travel_times", "decisions", "previous_plan")
AUDIT = "groups"
"""Read for the fairness audit only; never part of a case."""
