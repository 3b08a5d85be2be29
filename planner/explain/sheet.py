"""The reason sheet of one placement: what is proposed, why, what else was on the table, and what all this rests on."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from planner.domain import Case, Pair, Pairs, Payer, Plan, Status
from planner.errors import Problem
from planner.explain.kompass import Mark
from planner.explain.price import Exact
from planner.explain.why import WhyPlaced, why_placed
from planner.explain.why.others import Others, other_sites
from planner.explain.why.unit import unit_of
from planner.geo import TravelTimes
from planner.law import Law, assumptions
from planner.progress import Stop, never
from planner.solve import Workbench
from planner.solve.lot import lot
from planner.tables import placements_hash

ALTERNATIVES = 3
"""Other sites on a sheet."""


@dataclass(frozen=True, slots=True)
class Place:
    """A site as the sheet names it; ``host`` is empty for a planned post."""

    site_id: str
    name: str
    host: str
    neighbourhood: str
    borough: str
    field: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another site of the person, with its exact price.

    Parameters
    ----------
    pair
        The possible pair there.
    price
        What changes in every tier if the person is proposed there instead.
    others
        How many other people would be placed differently then; who they are is not the sheet's business.
    """

    place: Place
    pair: Pair
    price: Exact
    others: int


@dataclass(frozen=True, slots=True)
class Competition:
    """Who else could work at the site, as counts.

    Parameters
    ----------
    possible
        Other people for whom the site is possible.
    here, elsewhere, unplaced
        Of those, how many the plan proposes there, at another site, nowhere.
    better
        Of those not proposed there, how many would fit better there by quality.
    """

    possible: int
    here: int
    elsewhere: int
    unplaced: int
    better: int


@dataclass(frozen=True, slots=True)
class Lot:
    """The lot of the pair, and how to draw it again: the first eight hexadecimal digits of SHA-256 of ``text``."""

    seed: str
    text: str
    number: int


@dataclass(frozen=True, slots=True)
class ReasonSheet:
    """Everything on the sheet; persons appear as the pseudonym of the one in question, others as counts.

    Parameters
    ----------
    costs
        Cents by payer over the whole contract.
    why
        Quality, rules, what the placement adds to each tier, and its Kompass mark.
    alternatives, alternatives_proven
        The best other sites, and whether it is proven that no other one is better.
    possible_sites
        At how many other sites the person could work.
    law, notes
        Version of the law, and the unconfirmed or held-on values that the result uses.
    status
        Of the plan: proven best or not.
    case_hash, plan_hash
        SHA-256 of the case and of the plan's placements.
    """

    place: Place
    why: WhyPlaced
    costs: Mapping[Payer, int]
    alternatives: tuple[Alternative, ...]
    alternatives_proven: bool
    possible_sites: int
    competition: Competition
    lot: Lot
    scenario: str
    law: str
    notes: tuple[Problem, ...]
    status: Status
    case_hash: str
    plan_hash: str

    @property
    def candidate_id(self) -> str:
        """The pseudonym."""
        return self.why.candidate_id


def reason_sheet(
    bench: Workbench,
    plan: Plan,
    law: Law,
    travel: TravelTimes,
    candidate_id: str,
    *,
    mark: Mark | None = None,
    time_limit: float | None = None,
    stop: Stop = never,
) -> ReasonSheet:
    """Return the reason sheet of a person's placement.

    Parameters
    ----------
    bench
        The workbench of the plan's case.
    plan
        A plan that passed its check.
    mark
        The Kompass mark of the placement, from ``planner.explain.kompass``.
    time_limit
        Seconds for the prices of the alternatives; those not proven by then are left out.

    Raises
    ------
    InputError
        ``why.not_placed`` if the plan does not place the person.
    """
    case, pairs = bench.case, bench.pairs
    why = why_placed(case, pairs, plan, law, travel, candidate_id, mark=mark)
    site_id = why.placement.site_id
    found = other_sites(bench, plan, candidate_id, ALTERNATIVES, time_limit=time_limit, stop=stop)
    seed = case.scenario.tiers.seed
    return ReasonSheet(
        place=place_of(case, site_id),
        why=why,
        costs=_by_payer(why.pair.costs),
        alternatives=_alternatives(case, found, candidate_id),
        alternatives_proven=found.proven,
        possible_sites=found.possible,
        competition=_competition(case, pairs, plan, candidate_id, site_id),
        lot=Lot(seed, f"{seed}|{candidate_id}|{site_id}", lot(seed, candidate_id, site_id)),
        scenario=case.scenario.name,
        law=plan.law,
        notes=assumptions(law, case.scenario, (case.site_of[site_id],)),
        status=plan.status,
        case_hash=plan.case_hash,
        plan_hash=placements_hash(plan),
    )


def place_of(case: Case, site_id: str) -> Place:
    """Return a site as the sheet names it."""
    site = case.site_of[site_id]
    quarter = case.neighbourhood_of[site.neighbourhood]
    return Place(site.site_id, site.name or site.site_id, site.host, quarter.name, quarter.borough, site.field)


def _by_payer(costs: Mapping[tuple[int, Payer], int]) -> Mapping[Payer, int]:
    total: dict[Payer, int] = {}
    for (_, payer), cents in costs.items():
        total[payer] = total.get(payer, 0) + cents
    return {payer: total[payer] for payer in Payer if payer in total}


def _alternatives(case: Case, found: Others, candidate_id: str) -> tuple[Alternative, ...]:
    """Count the others who move, the partners of a tandem not among them: they come along."""
    own = {one.candidate_id for one in unit_of(case, candidate_id)}
    return tuple(
        Alternative(
            place=place_of(case, pair.site_id),
            pair=pair,
            price=price,
            others=sum(move.candidate_id not in own for move in price.moves),
        )
        for pair, price in found.best
    )


def _competition(case: Case, pairs: Pairs, plan: Plan, candidate_id: str, site_id: str) -> Competition:
    at_site = pairs.site == case.site_position[site_id]
    own = case.candidate_position[candidate_id]
    mine = int(pairs.quality[at_site & (pairs.candidate == own)][0])
    rivals = at_site & (pairs.candidate != own)
    where = np.full(len(case.candidates), -1)
    for placement in plan.placements:
        where[case.candidate_position[placement.candidate_id]] = case.site_position[placement.site_id]
    there = where[pairs.candidate[rivals]]
    here = there == case.site_position[site_id]
    return Competition(
        possible=len(there),
        here=int(here.sum()),
        elsewhere=int((~here & (there >= 0)).sum()),
        unplaced=int((there < 0).sum()),
        better=int((~here & (pairs.quality[rivals] > mine)).sum()),
    )
