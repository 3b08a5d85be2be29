"""What a planner could set otherwise, so that there is room for somebody."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from planner.domain import Candidate, Case, Limit, Payer, Reason, Site
from planner.explain.statement import Bare, Eur, Statement, Term
from planner.explain.why.lever import Lever
from planner.explain.why.scarce import Scarce
from planner.geo import TravelTimes
from planner.law import Law, commute_cap
from planner.match import distances

MOST_AT_SITE = 3
"""Posts more that are tried at one site."""

MOST_MINUTES = 30
"""Minutes more that are tried for everybody."""

STEP_CENTS = 100_00
"""Money is tried in steps of 100 EUR."""

NEW_SITE = "+1"
"""Id of a site that does not exist yet."""

Money = Mapping[tuple[Payer, int], int]
"""Cents by payer and calendar year."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a displaced person needs room for.

    Parameters
    ----------
    sites
        The possible sites, the most promising first.
    full
        Those of them without enough posts, as far as they are worth trying.
    money
        What the placement at the first of them costs, as far as there are budgets.
    scarce
        The rules without room.
    """

    sites: Sequence[Site]
    full: Sequence[Site]
    money: Money
    scarce: tuple[Scarce, ...]

    def lacks(self, rule: str) -> bool:
        """Return whether a rule has no room."""
        return any(known.rule == rule for known in self.scarce)


def room_levers(case: Case, room: Room, unit: int) -> Iterator[Lever]:
    """Yield what would make room, the most plausible first: posts, places in a limit, money.

    Where money is short too, each post comes with the money for it.

    Parameters
    ----------
    unit
        How many people start together; a tandem may need as many posts.
    """
    money = room.money if room.lacks("budget") else {}
    total = room.lacks("posts")
    yield from (_post(case, site, unit, money, total=total) for site in room.full)
    if total:
        yield _posts(case, money)
    for limit in case.scenario.limit:
        if limit.at_most is not None and room.lacks("limit"):
            yield _limit(case, limit)
    if room.lacks("budget"):
        yield from _budgets(case, room)


def _funded(case: Case, money: Money, times: int) -> Case:
    """Raise the budgets by some placements' money."""
    budget = {
        payer: {year: cents + times * money.get((payer, year), 0) for year, cents in years.items()}
        for payer, years in case.scenario.budget.items()
    }
    return replace(case, scenario=case.scenario.model_copy(update={"budget": budget}))


def _more_posts(case: Case, more: int) -> Case:
    posts = case.scenario.posts
    total = None if posts is None else posts + more
    return replace(case, scenario=case.scenario.model_copy(update={"posts": total}))


def _said(code: str, values: Mapping[str, object], money: Money, times: int) -> Statement:
    total = times * sum(money.values())
    suffix = ".funded" if total else ""
    extra = {"eur": Eur(total)} if total else {}
    return Statement(f"why.change.{code}{suffix}", {**values, **extra})  # type: ignore[dict-item]


def _post(case: Case, site: Site, unit: int, money: Money, *, total: bool) -> Lever:
    """Posts more at one full site; where the scenario's are used up, on top of them."""

    def change(more: int) -> Case:
        sites = (replace(s, posts=s.posts + more) if s.site_id == site.site_id else s for s in case.sites)
        return _funded(_more_posts(replace(case, sites=tuple(sites)), more if total else 0), money, more)

    place = case.neighbourhood_of[site.neighbourhood].name
    return Lever(
        "post",
        range(1, unit + MOST_AT_SITE),
        change,
        lambda more: _said("post", {"number": more, "site": site.name, "place": place}, money, more),
    )


def _posts(case: Case, money: Money) -> Lever:
    """Posts more in all, at the sites as they are."""
    posts = case.scenario.posts or 0
    return Lever(
        "posts",
        range(1, max(10, posts // 2) + 1),
        lambda more: _funded(_more_posts(case, more), money, more),
        lambda more: _said("posts", {"number": more, "total": posts + more}, money, more),
    )


def _limit(case: Case, limit: Limit) -> Lever:
    def change(more: int) -> Case:
        raised = limit.model_copy(update={"at_most": (limit.at_most or 0) + more})
        limits = tuple(raised if one is limit else one for one in case.scenario.limit)
        return replace(case, scenario=case.scenario.model_copy(update={"limit": limits}))

    return Lever(
        "limit",
        range(1, MOST_AT_SITE + 1),
        change,
        lambda more: Statement.of("why.change.limit", limit=limit.label, at_most=(limit.at_most or 0) + more),
    )


def _budgets(case: Case, room: Room) -> Iterator[Lever]:
    """Money in the budgets that have too little of it, all together in proportion to what the placement costs."""
    short = [(known.payer, known.year) for known in room.scarce if known.payer is not None]
    costs = {key: room.money[key] for key in short if room.money.get(key)}
    if not costs:
        return
    dearest = max(costs.values())
    most = -(-dearest // STEP_CENTS)

    def shares(steps: int) -> Money:
        return {key: -(-steps * STEP_CENTS * cents // dearest // 100) * 100 for key, cents in costs.items()}

    def say(steps: int) -> Statement:
        parts = (
            Statement.of("why.money", payer=Term(f"payer.{payer}"), year=Bare(year), eur=Eur(cents))
            for (payer, year), cents in shares(steps).items()
        )
        return Statement.of("why.change.money", budgets=tuple(parts))

    yield Lever("money", range(1, most + 1), lambda steps: _funded(case, shares(steps), 1), say)


def scenario_cap(case: Case, law: Law, travel: TravelTimes, person: Candidate) -> Iterator[Lever]:
    """Yield minutes beyond the planner's cap, for everybody, as far as the person and the law allow."""
    cap = case.scenario.max_commute
    if cap is None:
        return
    found = distances(case, law, travel, person)
    amounts = set()
    for position in np.flatnonzero(found.failed == Reason.COMMUTE.bit).tolist():
        legal = commute_cap(law, min(person.max_hours, case.sites[position].max_hours), case.scenario.start)
        minutes, own = int(found.minutes[position]), legal if person.max_commute is None else person.max_commute
        if cap < minutes <= min(legal, own, cap + MOST_MINUTES):
            amounts.add(minutes - cap)
    if amounts:
        yield Lever(
            "scenario_cap",
            sorted(amounts),
            lambda more: replace(case, scenario=case.scenario.model_copy(update={"max_commute": cap + more})),
            lambda more: Statement.of("why.change.scenario_cap", number=more, cap=cap + more),
        )


def new_site(case: Case, person: Candidate) -> Lever:
    """Return posts at a planned site in the person's own quarter that asks for nothing, on top of the scenario's."""
    field = next(chain(sorted(person.fields_wanted - person.fields_refused), (s.field for s in case.sites)), "")
    home = case.neighbourhood_of[person.neighbourhood]

    def change(more: int) -> Case:
        site = Site(
            site_id=f"{case.sites[-1].site_id if case.sites else ''}{NEW_SITE}",
            name=home.name,
            host="",
            neighbourhood=home.code,
            field=field,
            posts=more,
            step_free=True,
            shifts=person.shifts,
            min_hours=person.min_hours,
            max_hours=person.max_hours,
        )
        return _more_posts(replace(case, sites=(*case.sites, site)), more)

    return Lever(
        "new_site",
        range(1, MOST_AT_SITE + 1),
        change,
        lambda more: Statement.of("why.change.new_site", number=more, place=home.name),
    )


def withdrawn(case: Case, law: Law, travel: TravelTimes, person: Candidate) -> Iterator[Lever]:
    """Yield decisions against single sites that alone keep the person from them."""
    found = distances(case, law, travel, person)
    for reason in (Reason.FORBIDDEN, Reason.DECLINED):
        for position in np.flatnonzero(found.failed == reason.bit).tolist():
            yield _withdrawn(case, person, case.sites[position], reason)


def _withdrawn(case: Case, person: Candidate, site: Site, reason: Reason) -> Lever:
    def change(_: int) -> Case:
        about = (person.candidate_id, site.site_id)
        kept = (d for d in case.decisions if (d.candidate_id, d.site_id) != about)
        return replace(case, decisions=tuple(kept))

    return Lever("decision", (1,), change, lambda _: Statement.of(f"why.change.{reason}", site=site.name))
