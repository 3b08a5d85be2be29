"""The contract read once more, pair by pair and as slowly as it is written: what the columns are compared with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from planner.domain import (
    Candidate,
    Case,
    Decision,
    DecisionKind,
    Eligibility,
    Limit,
    Payer,
    Reason,
    Site,
    language_at_level,
)
from planner.geo import TravelTimes
from planner.law import Law, assess, commute_cap, measles_proof_needed, placement_costs


@dataclass(frozen=True)
class Facts:
    """What is true of one pair."""

    reasons: tuple[Reason, ...]
    kept: bool
    hours: Decimal
    minutes: int
    parts: Mapping[str, int]
    costs: Mapping[tuple[int, Payer], int]


def facts(case: Case, law: Law, travel: TravelTimes, person: Candidate, site: Site) -> Facts:
    """Return the facts of a pair, possible or not."""
    decision = case.decision_of.get((person.candidate_id, site.site_id))
    hours = min(person.max_hours, site.max_hours)
    minutes = travel.between(person.neighbourhood, site.neighbourhood, person.transport)
    start = case.start_of(person.candidate_id, site.site_id)
    failed = _failed(case, law, person, site, hours, minutes, decision)
    costs = placement_costs(law, person, site, hours, start, case.scenario)
    return Facts(
        reasons=tuple(reason for reason in Reason if failed[reason]),
        kept=decision is not None and decision.decision in {DecisionKind.ACCEPTED, DecisionKind.STARTED},
        hours=hours,
        minutes=minutes,
        parts=_parts(case, person, site, hours),
        costs={key: cents for key, cents in costs.items() if cents},
    )


def _failed(
    case: Case, law: Law, person: Candidate, site: Site, hours: Decimal, minutes: int, decision: Decision | None
) -> Mapping[Reason, bool]:
    scenario, start = case.scenario, case.scenario.start
    status = assess(person, scenario, law).status
    caps = [person.max_commute, scenario.max_commute, commute_cap(law, hours, start)]
    said = decision.decision if decision else None
    return {
        Reason.NOT_ELIGIBLE: status is Eligibility.NOT_ELIGIBLE,
        Reason.UNCLEAR: status is Eligibility.UNCLEAR and not scenario.unclear_is_eligible,
        Reason.HOURS: max(person.min_hours, site.min_hours) > hours,
        Reason.LANGUAGE: any(person.languages.get(word, 0) < level for word, level in site.languages.items()),
        Reason.SKILL: not site.skills <= person.skills,
        Reason.CLEARANCE: site.clearance and not person.clearance,
        Reason.MEASLES: site.measles_proof and measles_proof_needed(law, person) and not person.measles_proof,
        Reason.STEP_FREE: person.needs_step_free and not site.step_free,
        Reason.SHIFT: not person.shifts & site.shifts,
        Reason.AVAILABLE: (person.available_from or start) > start
        or (site.available_from or start) > start
        or (site.available_to or start) < start,
        Reason.PERMIT: (person.permit_until or start) < start,
        Reason.COMMUTE: any(minutes > cap for cap in caps if cap is not None),
        Reason.FIELD_REFUSED: site.field in person.fields_refused,
        Reason.NEIGHBOURHOOD_REFUSED: site.neighbourhood in person.neighbourhoods_refused,
        Reason.FORBIDDEN: said is DecisionKind.FORBID,
        Reason.DECLINED: said is DecisionKind.DECLINED,
    }


def _parts(case: Case, person: Candidate, site: Site, hours: Decimal) -> Mapping[str, int]:
    borough = {n.code: n.borough for n in case.neighbourhoods}
    same_borough = borough[person.neighbourhood] == borough[site.neighbourhood]
    near = 10 if person.neighbourhood == site.neighbourhood else 5 if same_borough else 0
    return {
        "field": 30 if site.field in person.fields_wanted else 0,
        "neighbourhood": 15 if site.neighbourhood in person.neighbourhoods_wanted else 0,
        "near_home": near,
        "limit": 15 if any(_counts(limit, person, site, borough) for limit in case.scenario.limit) else 0,
        "waiting": min(20, _months(person.waiting_since, case.scenario.start) // 6),
        "hours": int(10 * hours / person.max_hours),
    }


def _counts(limit: Limit, person: Candidate, site: Site, borough: Mapping[str, str]) -> bool:
    where, who = limit.where, limit.who
    if who is None or limit.at_least is None:
        return False
    spoken = [language_at_level(mark) for mark in who.languages]
    at = [
        (where.neighbourhood, site.neighbourhood),
        (where.borough, borough[site.neighbourhood]),
        (where.host, site.host),
        (where.field, site.field),
        (where.site, site.site_id),
    ]
    return (
        all(value in values for values, value in at if values)
        and (not spoken or any(person.languages.get(word, 0) >= level for word, level in spoken))
        and (not who.skills or any(skill in person.skills for skill in who.skills))
    )


def _months(since: date | None, until: date) -> int:
    """Count the months one by one."""
    count = 0
    while since is not None and _later(since, count + 1) <= until:
        count += 1
    return count


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    moved = date(year, month + 1, 1) + timedelta(days=day.day - 1)
    return moved if moved.month == month + 1 else moved - timedelta(days=moved.day)
