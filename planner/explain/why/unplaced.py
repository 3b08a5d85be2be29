"""Why somebody is in no placement of the plan, and what it would take."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from planner.domain import Candidate, Case, Eligibility, Pairs, Plan
from planner.domain.need import counts_by, needs, step_value
from planner.errors import InputError
from planner.explain.why.forced import Forced, force
from planner.explain.why.lever import Lever
from planner.explain.why.near import Misses, misses
from planner.explain.why.personal import personal_levers
from planner.explain.why.planned import Room, new_site, room_levers, scenario_cap, withdrawn
from planner.explain.why.scarce import Scarce, scarce
from planner.explain.why.smallest import Search, Trials, smallest_changes
from planner.explain.why.unit import unit_of, unit_pairs
from planner.geo import TravelTimes
from planner.law import Assessment, Law, assess
from planner.progress import Stop, never
from planner.solve.clock import Clock

SITES_TRIED = 3
"""Sites at which posts more are tried."""


@dataclass(frozen=True, slots=True, eq=False)
class WhyUnplaced:
    """Why somebody has no proposal.

    Parameters
    ----------
    reason
        The plan's code.
    assessment
        Eligibility with its grounds.
    misses
        What keeps the person from the sites that are not possible.
    possible
        Number of sites possible for the person.
    shared
        Number of sites possible for the whole tandem; equal to ``possible`` without one.
    partners
        The others of the tandem.
    scarce
        With a possible site: the rules without room.
    forced
        With a possible site: the best plan that places the person all the same; ``None`` where nobody asked.
    search
        What it would take; ``None`` where nobody asked.
    """

    candidate_id: str
    reason: str
    assessment: Assessment
    misses: Misses
    possible: int
    shared: int
    partners: tuple[str, ...]
    scarce: tuple[Scarce, ...]
    forced: Forced | None
    search: Search | None


def why_unplaced(
    case: Case,
    pairs: Pairs,
    plan: Plan,
    law: Law,
    travel: TravelTimes,
    candidate_id: str,
    *,
    wanted: int = 1,
    time_limit: float | None = None,
    stop: Stop = never,
) -> WhyUnplaced:
    """Return why a person is not placed, and the smallest changes that would place them.

    Parameters
    ----------
    case, pairs, law, travel
        What the plan was made from.
    plan
        A plan that passed its check.
    wanted
        How many changes to look for; 0 looks for none.
    time_limit
        Seconds for everything that has to be solved, half of them for the price of being placed; what is not proven
        by then is left out.

    Raises
    ------
    InputError
        ``why.not_unplaced`` if the plan places the person.
    """
    row = next((u for u in plan.unplaced if u.candidate_id == candidate_id), None)
    if row is None:
        raise InputError.of("why.not_unplaced", candidate=candidate_id)
    clock = Clock(limit=time_limit, stop=stop)
    person, unit = case.candidate_of[candidate_id], unit_of(case, candidate_id)
    shared = unit_pairs(case, pairs, unit)
    forced = None
    if shared:
        half = None if time_limit is None else clock.left / 2
        forced = force(case, pairs, plan, candidate_id, time_limit=half, stop=stop)
    lacking = scarce(case, pairs, plan, unit, shared) if shared else ()
    found = misses(case, law, travel, person)
    search = None
    if wanted and assess(person, case.scenario, law).status is not Eligibility.NOT_ELIGIBLE:
        room = _room(case, pairs, plan, shared, forced, lacking)
        levers = _levers(case, law, travel, person, found, room, len(unit))
        trials = Trials(case, pairs, law, travel, candidate_id, clock)
        search = smallest_changes(levers, trials, wanted=wanted)
    return WhyUnplaced(
        candidate_id=candidate_id,
        reason=row.reason,
        assessment=assess(person, case.scenario, law),
        misses=found,
        possible=len(unit_pairs(case, pairs, (person,))),
        shared=len(shared),
        partners=tuple(one.candidate_id for one in unit if one is not person),
        scarce=lacking,
        forced=forced,
        search=search,
    )


def _levers(
    case: Case, law: Law, travel: TravelTimes, person: Candidate, found: Misses, room: Room, unit: int
) -> Iterator[Lever]:
    """Yield what could be different: room first where a site is possible, the person first where none is."""
    own = chain(scenario_cap(case, law, travel, person), personal_levers(case, law, travel, person))
    yield from chain(room_levers(case, room, unit), own) if room.sites else own
    if not found.personal:
        yield new_site(case, person)
    yield from withdrawn(case, law, travel, person)


def _room(
    case: Case,
    pairs: Pairs,
    plan: Plan,
    shared: Mapping[int, tuple[int, ...]],
    forced: Forced | None,
    lacking: tuple[Scarce, ...],
) -> Room:
    """Return where a unit could be, the best place for the whole first, and what it costs there."""
    need, quality = needs(case), pairs.quality
    placed = counts_by([p.neighbourhood for p in plan.placements])
    best = forced.placement.site_id if forced is not None and forced.placement is not None else ""

    def rank(site: int) -> tuple[bool, int, int, int]:
        place = case.sites[site]
        step = step_value(need[place.neighbourhood], placed.get(place.neighbourhood, 0) + 1)
        return place.site_id != best, -step, -sum(int(quality[pair]) for pair in shared[site]), site

    sites = sorted(shared, key=rank)
    money = {
        (payer, year): sum(int(pairs.cost(payer, year)[pair]) for pair in shared[sites[0]])
        for payer, years in (case.scenario.budget.items() if sites else ())
        for year in years
    }
    taken = counts_by([p.site_id for p in plan.placements])
    unit = len(shared[sites[0]]) if sites else 0
    chosen = [case.sites[site] for site in sites]
    full = [site for site in chosen if taken.get(site.site_id, 0) + unit > site.posts]
    return Room(chosen, full[:SITES_TRIED], money, lacking)
