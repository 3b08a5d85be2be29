"""Mend exactly one rule of a pair, as much as a near miss says, or one unit less: read from the contract anew."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from planner.domain import Candidate, Case, Level, Reason, Site
from planner.match import distances
from tests.explain.cases import Solved

COUNTED = frozenset({Reason.COMMUTE, Reason.HOURS, Reason.LANGUAGE, Reason.AVAILABLE, Reason.PERMIT, Reason.SKILL})
"""Rules whose shortfall is a number of units."""


def mended(case: Case, person: Candidate, site: Site, reason: Reason, amount: int) -> Case:
    """Return the case in which the rule is eased by an amount; for rules of yes and no, lifted."""
    match reason:
        case Reason.COMMUTE:
            way = (person.neighbourhood, site.neighbourhood, person.transport)
            return replace(case, travel_times={**case.travel_times, way: case.travel_times[way] - amount})
        case Reason.AVAILABLE:
            return _on_time(case, person, site, amount)
        case Reason.FORBIDDEN | Reason.DECLINED:
            about = (person.candidate_id, site.site_id)
            return replace(case, decisions=tuple(d for d in case.decisions if (d.candidate_id, d.site_id) != about))
        case Reason.STEP_FREE:
            return _with(case, person, needs_step_free=False)
    return _with(case, person, **_ability(person, site, reason, amount))


def _ability(person: Candidate, site: Site, reason: Reason, amount: int) -> Mapping[str, Any]:
    match reason:
        case Reason.HOURS if site.min_hours > person.max_hours:
            return {"max_hours": person.max_hours + Decimal(amount) / 100}
        case Reason.HOURS:
            return {"min_hours": person.min_hours - Decimal(amount) / 100}
        case Reason.LANGUAGE:
            return {"languages": _taught(person, site, amount)}
        case Reason.SKILL:
            return {"skills": person.skills | frozenset(sorted(site.skills - person.skills)[:amount])}
        case Reason.CLEARANCE:
            return {"clearance": True}
        case Reason.MEASLES:
            return {"measles_proof": True}
        case Reason.SHIFT:
            return {"shifts": person.shifts | site.shifts}
        case Reason.PERMIT if person.permit_until is not None:
            return {"permit_until": person.permit_until + timedelta(amount)}
        case Reason.FIELD_REFUSED:
            return {"fields_refused": person.fields_refused - {site.field}}
        case Reason.NEIGHBOURHOOD_REFUSED:
            return {"neighbourhoods_refused": person.neighbourhoods_refused - {site.neighbourhood}}
    raise AssertionError(reason)


def _taught(person: Candidate, site: Site, levels: int) -> dict[str, Level]:
    """Return the person's languages with so many levels more, given to those that are asked for."""
    known = dict(person.languages)
    for name, asked in sorted(site.languages.items()):
        given = min(levels, max(0, asked - known.get(name, 0)))
        if given:
            known[name] = Level(known.get(name, 0) + given)
            levels -= given
    return known


def _on_time(case: Case, person: Candidate, site: Site, days: int) -> Case:
    """Bring person and site towards the start by so many days."""

    def nearer(day: date | None, sign: int) -> date | None:
        late = day is not None and sign * (day - case.scenario.start).days > 0
        return day - timedelta(sign * days) if day is not None and late else day

    here = replace(site, available_from=nearer(site.available_from, 1), available_to=nearer(site.available_to, -1))
    moved = _with(case, person, available_from=nearer(person.available_from, 1))
    return replace(moved, sites=tuple(here if s.site_id == site.site_id else s for s in moved.sites))


def _with(case: Case, person: Candidate, **changes: Any) -> Case:
    people = (replace(p, **changes) if p.candidate_id == person.candidate_id else p for p in case.candidates)
    return replace(case, candidates=tuple(people))


def failed(solved: Solved, case: Case, candidate_id: str, site_id: str, travel: Any) -> int:
    """Return the mask of the rules that a pair of a changed case fails."""
    found = distances(case, solved.law, travel, case.candidate_of[candidate_id])
    return int(found.failed[case.site_position[site_id]])
