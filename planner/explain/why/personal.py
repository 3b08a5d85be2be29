"""What could be different about a person, so that more sites become possible."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import numpy as np

from planner.domain import Candidate, Case, Eligibility, Level, Reason, Site, Verdict
from planner.explain.statement import Speech, Statement, Term, Value, field_of_work, skill
from planner.explain.why.lever import Lever, with_person
from planner.geo import TravelTimes
from planner.law import Law, assess, commute_cap
from planner.match import Distances, distances

QUARTER = Decimal("0.25")
"""Weekly hours are tried in quarters of an hour."""


@dataclass(frozen=True, slots=True)
class Reachable:
    """One person's way to the sites, for those who look for levers."""

    case: Case
    law: Law
    person: Candidate
    found: Distances

    def only(self, reason: Reason) -> list[int]:
        """Return the positions of the sites that fail this rule alone."""
        return [int(site) for site in np.flatnonzero(self.found.failed == reason.bit)]

    def sites(self, reason: Reason) -> list[Site]:
        """Return the sites that fail this rule alone."""
        return [self.case.sites[site] for site in self.only(reason)]

    def lever(
        self,
        kind: str,
        amounts: set[int],
        changed: Callable[[int], Mapping[str, Any]],
        values: Callable[[int], Mapping[str, Value]],
    ) -> Iterator[Lever]:
        """Yield a lever that changes attributes of the person, if there is any amount to it."""
        if amounts:
            yield Lever(
                kind,
                sorted(amounts),
                lambda amount: with_person(self.case, replace(self.person, **changed(amount))),
                lambda amount: Statement(f"why.change.{kind}", values(amount)),
            )


def personal_levers(case: Case, law: Law, travel: TravelTimes, person: Candidate) -> Iterator[Lever]:
    """Yield what could be different about a person, the most plausible first.

    Only what opens a site by itself is yielded; what the person does not want comes last.
    """
    reach = Reachable(case, law, person, distances(case, law, travel, person))
    yield from _status(reach)
    yield from _papers(reach)
    yield from _own_cap(reach)
    yield from _languages(reach)
    yield from _skills(reach)
    yield from _hours(reach)
    yield from _shifts(reach)
    yield from _refusals(reach)


def _status(reach: Reachable) -> Iterator[Lever]:
    """Eligibility confirmed, a permit that lasts, an earlier first day."""
    case, person, start = reach.case, reach.person, reach.case.scenario.start
    if reach.only(Reason.UNCLEAR) and assess(person, case.scenario, reach.law).status is Eligibility.UNCLEAR:
        yield _single(reach, "eligibility", {"eligibility": Verdict.CONFIRMED})
    until = person.permit_until
    if until is not None and reach.only(Reason.PERMIT):
        yield from reach.lever(
            "permit",
            {(start - until).days},
            lambda days: {"permit_until": until + timedelta(days)},
            lambda days: {"until": until + timedelta(days)},
        )
    since = person.available_from
    if since is not None and since > start and reach.only(Reason.AVAILABLE):
        yield from reach.lever(
            "available",
            {(since - start).days},
            lambda days: {"available_from": since - timedelta(days)},
            lambda days: {"since": since - timedelta(days), "number": days},
        )


def _papers(reach: Reachable) -> Iterator[Lever]:
    for reason, paper in ((Reason.CLEARANCE, {"clearance": True}), (Reason.MEASLES, {"measles_proof": True})):
        if reach.only(reason):
            yield _single(reach, reason.value, paper)


def _single(reach: Reachable, kind: str, changed: Mapping[str, Any], **values: Value) -> Lever:
    """Return a lever that is there or not."""
    person = replace(reach.person, **changed)
    statement = Statement.of(f"why.change.{kind}", **values)
    return Lever(kind, (1,), lambda _: with_person(reach.case, person), lambda _: statement)


def _own_cap(reach: Reachable) -> Iterator[Lever]:
    """Minutes beyond the person's own cap, as far as the planner and the law allow."""
    own, planner = reach.person.max_commute, reach.case.scenario.max_commute
    if own is None:
        return
    amounts = set()
    for position in reach.only(Reason.COMMUTE):
        minutes = int(reach.found.minutes[position])
        agreed = min(reach.person.max_hours, reach.case.sites[position].max_hours)
        legal = commute_cap(reach.law, agreed, reach.case.scenario.start)
        if minutes <= min(legal, legal if planner is None else planner):
            amounts.add(minutes - own)
    yield from reach.lever(
        "own_cap",
        amounts,
        lambda more: {"max_commute": own + more},
        lambda more: {"number": more, "cap": own + more},
    )


def _languages(reach: Reachable) -> Iterator[Lever]:
    """Levels of one language, where it is the only thing missing."""
    own = reach.person.languages
    wanted: dict[str, set[int]] = {}
    for site in reach.sites(Reason.LANGUAGE):
        lacking = {name: level - own.get(name, 0) for name, level in site.languages.items() if own.get(name, 0) < level}
        if len(lacking) == 1:
            ((name, levels),) = lacking.items()
            wanted.setdefault(name, set()).add(levels)
    for name, amounts in sorted(wanted.items(), key=lambda known: (min(known[1]), known[0])):
        yield from _language(reach, name, amounts)


def _language(reach: Reachable, name: str, amounts: set[int]) -> Iterator[Lever]:
    own = reach.person.languages

    def level(more: int) -> Level:
        return Level(own.get(name, 0) + more)

    yield from reach.lever(
        "language",
        amounts,
        lambda more: {"languages": {**own, name: level(more)}},
        lambda more: {"language": Speech(name), "level": level(more).name},
    )


def _skills(reach: Reachable) -> Iterator[Lever]:
    own = reach.person.skills
    lacking = [site.skills - own for site in reach.sites(Reason.SKILL)]
    for one in sorted({name for names in lacking if len(names) == 1 for name in names}):
        yield _single(reach, "skill", {"skills": own | {one}}, skill=skill(one))


def _hours(reach: Reachable) -> Iterator[Lever]:
    """Quarters of a weekly hour more at the upper end, or fewer at the lower end."""
    person, sites = reach.person, reach.sites(Reason.HOURS)

    def quarters(gap: Decimal) -> int:
        return int(-(-gap // QUARTER))

    more = {quarters(site.min_hours - person.max_hours) for site in sites if site.min_hours > person.max_hours}
    yield from reach.lever(
        "hours_more",
        more,
        lambda amount: {"max_hours": person.max_hours + amount * QUARTER},
        lambda amount: {"hours": person.max_hours + amount * QUARTER},
    )
    fewer = {quarters(person.min_hours - site.max_hours) for site in sites if site.max_hours < person.min_hours}
    yield from reach.lever(
        "hours_fewer",
        fewer,
        lambda amount: {"min_hours": person.min_hours - amount * QUARTER},
        lambda amount: {"hours": person.min_hours - amount * QUARTER},
    )


def _shifts(reach: Reachable) -> Iterator[Lever]:
    own = reach.person.shifts
    for shift in sorted({shift for site in reach.sites(Reason.SHIFT) for shift in site.shifts}):
        yield _single(reach, "shift", {"shifts": own | {shift}}, shift=Term(f"why.shift.{shift}"))


def _refusals(reach: Reachable) -> Iterator[Lever]:
    """What the person refuses now: theirs to decide, so it is named last."""
    person = reach.person
    for name in sorted({site.field for site in reach.sites(Reason.FIELD_REFUSED)}):
        yield _single(reach, "field", {"fields_refused": person.fields_refused - {name}}, field=field_of_work(name))
    for code in sorted({site.neighbourhood for site in reach.sites(Reason.NEIGHBOURHOOD_REFUSED)}):
        left = {"neighbourhoods_refused": person.neighbourhoods_refused - {code}}
        yield _single(reach, "neighbourhood", left, place=reach.case.neighbourhood_of[code].name)
