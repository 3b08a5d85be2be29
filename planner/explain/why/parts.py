"""The six parts of a pair's quality, each with the fact behind its points."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.domain import QUALITY_PARTS, Candidate, Case, Pair, Site
from planner.explain.statement import Statement, Value, field_of_work
from planner.explain.why.limits import limits_counting
from planner.match.quality import full_months

MOST: Mapping[str, int] = {"field": 30, "neighbourhood": 15, "near_home": 10, "limit": 15, "waiting": 20, "hours": 10}
"""Points each part can bring (design § 4, tier 4)."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the quality: its points, how many there can be, and the fact behind them."""

    name: str
    points: int
    most: int
    fact: Statement


def quality_facts(case: Case, pair: Pair) -> tuple[Part, ...]:
    """Return the parts of a pair's quality in the order of ``QUALITY_PARTS``; their points add up to it."""
    person, site = case.candidate_of[pair.candidate_id], case.site_of[pair.site_id]
    facts = {
        "field": _wanted("field", site.field, person.fields_wanted, field_of_work(site.field)),
        "neighbourhood": _wanted(
            "neighbourhood",
            site.neighbourhood,
            person.neighbourhoods_wanted,
            case.neighbourhood_of[site.neighbourhood].name,
        ),
        "near_home": _near_home(case, person, site),
        "limit": _limit(case, person, site),
        "waiting": _waiting(case, person),
        "hours": Statement.of("why.part.hours", hours=pair.hours, own_most=person.max_hours),
    }
    return tuple(Part(name, pair.parts[name], MOST[name], facts[name]) for name in QUALITY_PARTS)


def _wanted(part: str, here: str, wanted: frozenset[str], name: Value) -> Statement:
    kind = "wanted" if here in wanted else "other" if wanted else "blank"
    return Statement(f"why.part.{part}.{kind}", {part: name} if wanted else {})


def _near_home(case: Case, person: Candidate, site: Site) -> Statement:
    home, work = (case.neighbourhood_of[code] for code in (person.neighbourhood, site.neighbourhood))
    if home.code == work.code:
        return Statement.of("why.part.near_home.home", place=work.name)
    if home.borough == work.borough:
        return Statement.of("why.part.near_home.borough", borough=work.borough)
    return Statement.of("why.part.near_home.far", borough=work.borough)


def _limit(case: Case, person: Candidate, site: Site) -> Statement:
    counting = limits_counting(case, person, site)
    asking = tuple(
        Statement.of("why.limit.reason", limit=known.label, reason=known.reason)
        for known in counting
        if known.who is not None and known.at_least is not None
    )
    return Statement.of("why.part.limit.asked", limit=asking) if asking else Statement("why.part.limit.none")


def _waiting(case: Case, person: Candidate) -> Statement:
    if person.waiting_since is None:
        return Statement("why.part.waiting.blank")
    months = full_months(person.waiting_since, case.scenario.start)
    return Statement.of("why.part.waiting.months", number=months)
