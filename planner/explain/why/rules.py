"""Each test of a pair with the values that decided it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from planner.domain import Candidate, Case, Eligibility, Reason, Site, Verdict
from planner.explain.statement import Speech, Statement, Term, Value, field_of_work, skill
from planner.geo import TravelTimes
from planner.law import Law, assess
from planner.match import way_cap


@dataclass(frozen=True, slots=True)
class RuleFact:
    """One test of a pair.

    Parameters
    ----------
    met
        Whether the pair passes it.
    fact
        The values on both sides; by how much it fails where it does.
    """

    reason: Reason
    met: bool
    fact: Statement


@dataclass(frozen=True, slots=True)
class _Pair:
    case: Case
    law: Law
    travel: TravelTimes
    person: Candidate
    site: Site


def rule_facts(
    case: Case, law: Law, travel: TravelTimes, person: Candidate, site: Site, failed: int
) -> tuple[RuleFact, ...]:
    """Return every test that has something to say about a pair, in the order of ``Reason``.

    Parameters
    ----------
    failed
        Mask of the tests that fail, from ``planner.match``: what holds is decided there, only the values are read here.
    """
    pair = _Pair(case, law, travel, person, site)
    return tuple(
        RuleFact(reason, not failed & reason.bit, fact)
        for reason in Reason
        if (fact := _fact(pair, reason, failed=bool(failed & reason.bit))) is not None
    )


def _fact(pair: _Pair, reason: Reason, *, failed: bool) -> Statement | None:
    """Return the values of one test; ``None`` where it has nothing to say."""
    if (own := _OWN.get(reason)) is not None:
        return own(pair, failed)
    return Statement(_code(reason, failed=failed)) if failed else None


def _code(reason: Reason, *, failed: bool) -> str:
    return f"why.rule.{reason}.{'not' if failed else 'met'}"


def _variant(asked: bool, *, failed: bool) -> str:
    return "not" if failed else "met" if asked else "none"


def _at_start(pair: _Pair, code: str) -> Statement:
    return Statement.of(code, start=pair.case.scenario.start)


def _eligible(pair: _Pair, failed: bool) -> Statement:
    """Say only that, and by whom: the months behind it are nobody's business but the Jobcenter's."""
    said = pair.person.eligibility
    if failed:
        return Statement("why.rule.not_eligible.rejected" if said is Verdict.REJECTED else "why.rule.not_eligible.not")
    if said is Verdict.CONFIRMED:
        return Statement("why.rule.not_eligible.confirmed")
    if assess(pair.person, pair.case.scenario, pair.law).status is Eligibility.UNCLEAR:
        return Statement("why.rule.not_eligible.unclear")
    return Statement.of("why.rule.not_eligible.met", scheme=Term(f"scheme.{pair.case.scenario.scheme}"))


def _hours(pair: _Pair, failed: bool) -> Statement:
    person, site = pair.person, pair.site
    agreed = min(person.max_hours, site.max_hours)
    values: dict[str, Value] = {
        "hours": agreed,
        "site_least": site.min_hours,
        "site_most": site.max_hours,
        "own_least": person.min_hours,
        "own_most": person.max_hours,
    }
    if failed:
        values["gap"] = Decimal(max(person.min_hours, site.min_hours) - agreed)
    return Statement(_code(Reason.HOURS, failed=failed), values)


def _language(pair: _Pair, failed: bool) -> Statement:
    asked, own = pair.site.languages, pair.person.languages
    needed = tuple(Speech(name, level) for name, level in sorted(asked.items()))
    held = tuple(Speech(name, own[name]) for name in sorted(asked) if name in own)
    values: dict[str, Value] = {"needed": needed, "held": held}
    if failed:
        lacking = sorted((name, level) for name, level in asked.items() if own.get(name, 0) < level)
        values["missing"] = tuple(Speech(name, level) for name, level in lacking)
    return Statement(f"why.rule.language.{_variant(bool(asked), failed=failed)}", values)


def _skill(pair: _Pair, failed: bool) -> Statement:
    asked = pair.site.skills
    values: dict[str, Value] = {"needed": tuple(map(skill, sorted(asked)))}
    if failed:
        values["missing"] = tuple(map(skill, sorted(asked - pair.person.skills)))
    return Statement(f"why.rule.skill.{_variant(bool(asked), failed=failed)}", values)


def _shift(pair: _Pair, failed: bool) -> Statement:
    def words(shifts: frozenset[str]) -> tuple[Value, ...]:
        return tuple(Term(f"why.shift.{shift}") for shift in ORDER if shift in shifts)

    site, own = frozenset(pair.site.shifts), frozenset(pair.person.shifts)
    values: dict[str, Value] = {"site": words(site), "own": words(own), "common": words(site & own)}
    return Statement(_code(Reason.SHIFT, failed=failed), values)


ORDER = ("morning", "afternoon", "evening", "weekend")


def _available(pair: _Pair, failed: bool) -> Statement:
    """Name what is furthest from the start: the person's first day, the site's first, or the site's last."""
    start = pair.case.scenario.start
    if not failed:
        return _at_start(pair, "why.rule.available.met")
    kind, day, days = max(_away(pair, start), key=lambda known: known[2])
    return Statement.of(f"why.rule.available.{kind}", number=days, since=day, start=start)


def _away(pair: _Pair, start: date) -> Iterator[tuple[str, date, int]]:
    site = pair.site
    known = (
        ("person", pair.person.available_from, 1),
        ("site", site.available_from, 1),
        ("gone", site.available_to, -1),
    )
    for kind, day, sign in known:
        if day is not None and (days := sign * (day - start).days) > 0:
            yield kind, day, days


def _permit(pair: _Pair, failed: bool) -> Statement:
    start, until = pair.case.scenario.start, pair.person.permit_until
    if until is None:
        return Statement("why.rule.permit.none")
    if not failed:
        return _at_start(pair, "why.rule.permit.met")
    return Statement.of("why.rule.permit.not", until=until, number=(start - until).days)


def _commute(pair: _Pair, failed: bool) -> Statement:
    person, site = pair.person, pair.site
    minutes = pair.travel.between(person.neighbourhood, site.neighbourhood, person.transport)
    cap, by = way_cap(pair.case, pair.law, person, site)
    values: dict[str, Value] = {"minutes": minutes, "cap": cap, "by": Term(f"why.cap.{by}")}
    if failed:
        values["number"] = minutes - cap
    return Statement(_code(Reason.COMMUTE, failed=failed), values)


def _clearance(pair: _Pair, failed: bool) -> Statement:
    return Statement(f"why.rule.clearance.{_variant(pair.site.clearance, failed=failed)}")


def _measles(pair: _Pair, failed: bool) -> Statement:
    return Statement(f"why.rule.measles.{_variant(pair.site.measles_proof, failed=failed)}")


def _step_free(pair: _Pair, failed: bool) -> Statement:
    return Statement(f"why.rule.step_free.{_variant(pair.person.needs_step_free, failed=failed)}")


def _field(pair: _Pair, failed: bool) -> Statement:
    return Statement.of(_code(Reason.FIELD_REFUSED, failed=failed), field=field_of_work(pair.site.field))


def _neighbourhood(pair: _Pair, failed: bool) -> Statement:
    place = pair.case.neighbourhood_of[pair.site.neighbourhood].name
    return Statement.of(_code(Reason.NEIGHBOURHOOD_REFUSED, failed=failed), place=place)


_OWN: Mapping[Reason, Callable[[_Pair, bool], Statement]] = {
    Reason.NOT_ELIGIBLE: _eligible,
    Reason.HOURS: _hours,
    Reason.LANGUAGE: _language,
    Reason.SKILL: _skill,
    Reason.CLEARANCE: _clearance,
    Reason.MEASLES: _measles,
    Reason.STEP_FREE: _step_free,
    Reason.SHIFT: _shift,
    Reason.AVAILABLE: _available,
    Reason.PERMIT: _permit,
    Reason.COMMUTE: _commute,
    Reason.FIELD_REFUSED: _field,
    Reason.NEIGHBOURHOOD_REFUSED: _neighbourhood,
}
"""The tests that say something also where they hold; of the others only a failure is worth a word."""
