"""The plan under check beside the facts of its case."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property

from planner.check.facts import Facts
from planner.check.feasibility import Feasibility
from planner.check.remembered import Remembered
from planner.check.tiers import VALUE_OF
from planner.domain import Candidate, Case, Limit, Payer, Placement, Plan, Site, Status, Tier
from planner.geo import TravelTimes
from planner.law import Law


class Subject:
    """A plan read against its case.

    Only *who* is *where* is taken from the plan; every number comes from ``facts``. Placements of unknown people or at
    unknown sites have rules of their own and are left out of everything else.
    """

    def __init__(
        self, case: Case, plan: Plan, law: Law, travel: TravelTimes, remembered: Remembered | None = None
    ) -> None:
        self.case = case
        self.plan = plan
        self.law = law
        self.facts = Facts(case, law, travel)
        self.feasibility = Feasibility(self.facts)
        usable = remembered is not None and remembered.asks_the_same(case, law, travel)
        self._remembered = remembered if usable else None

    @property
    def shown(self) -> bool:
        """Whether the plan claims placements, be it none: not so when infeasible or stopped before there was a plan."""
        if self.plan.status is Status.STOPPED:
            return bool(self.plan.tiers)
        return self.plan.status is not Status.INFEASIBLE

    def unplaced_reason(self, candidate: Candidate) -> str:
        """Return why a person without a placement has none."""
        if self._remembered is None:
            return self.feasibility.unplaced_reason(candidate)
        decided = self.facts.decided_about(candidate.candidate_id)
        return self._remembered.reason(candidate, decided, self.feasibility.unplaced_reason)

    @cached_property
    def placed(self) -> tuple[tuple[Placement, Candidate, Site], ...]:
        """The placements of known people at known sites."""
        people, sites = self.case.candidate_of, self.case.site_of
        return tuple(
            (p, people[p.candidate_id], sites[p.site_id])
            for p in self.plan.placements
            if p.candidate_id in people and p.site_id in sites
        )

    @cached_property
    def chosen(self) -> frozenset[tuple[str, str]]:
        """The pairs of the plan, by candidate id and site id."""
        return frozenset((candidate.candidate_id, site.site_id) for _, candidate, site in self.placed)

    @cached_property
    def by_site(self) -> Counter[str]:
        """Placements by site id."""
        return Counter(site.site_id for _, _, site in self.placed)

    @cached_property
    def by_candidate(self) -> Counter[str]:
        """Placements by candidate id."""
        return Counter(candidate.candidate_id for _, candidate, _ in self.placed)

    @cached_property
    def by_neighbourhood(self) -> Counter[str]:
        """Placements by code of the site's neighbourhood."""
        return Counter(site.neighbourhood for _, _, site in self.placed)

    @cached_property
    def given_up(self) -> frozenset[tuple[str, str]]:
        """Pairs of the previous plan that are not in this one."""
        return frozenset(self.case.previous_plan) - self.chosen

    @cached_property
    def costs(self) -> Mapping[tuple[int, Payer], int]:
        """Cents by calendar year and payer over all placements."""
        total: Counter[tuple[int, Payer]] = Counter()
        for _, candidate, site in self.placed:
            total.update(self.facts.costs(candidate, site))
        return total

    @cached_property
    def limits(self) -> tuple[tuple[Limit, int], ...]:
        """Every limit with the number of placements it counts, in the order of the scenario."""
        at: defaultdict[str, list[Candidate]] = defaultdict(list)
        for _, candidate, site in self.placed:
            at[site.site_id].append(candidate)
        return tuple(
            (reach.limit, sum(reach.counts(person) for site_id in reach.site_ids & at.keys() for person in at[site_id]))
            for reach in self.facts.limits
        )

    @cached_property
    def tiers(self) -> Mapping[Tier, int]:
        """The value of every tier, whether the scenario orders it or not."""
        return {tier: value(self) for tier, value in VALUE_OF.items()}
