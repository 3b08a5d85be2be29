"""What the case says about people, sites and pairs, each fact worked out once."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property

from planner.check.limits import Reach, reach
from planner.check.needs import Needs, need_shares
from planner.check.quality import quality
from planner.check.ways import Ways
from planner.domain import BEYOND_TESTS, Candidate, Case, Decision, DecisionKind, Eligibility, Payer, Site, Transport
from planner.geo import TravelTimes
from planner.law import Law, assess, commute_cap, measles_proof_needed, placement_costs

NO_SITES: frozenset[str] = frozenset()


class Facts:
    """The case's side of a check: nothing here has seen the plan."""

    def __init__(self, case: Case, law: Law, travel: TravelTimes) -> None:
        self.case = case
        self.scenario = case.scenario
        self._law = law
        self._ways = Ways(case, travel)
        self._eligibility: dict[str, Eligibility] = {}
        self._caps: dict[Decimal, int] = {}
        self._costs: dict[tuple[str, str], Mapping[tuple[int, Payer], int]] = {}

    @cached_property
    def borough_of(self) -> Mapping[str, str]:
        """Boroughs by neighbourhood code."""
        return {n.code: n.borough for n in self.case.neighbourhoods}

    @cached_property
    def need(self) -> Needs:
        """Need by neighbourhood code, exact."""
        return need_shares(self.case)

    @cached_property
    def limits(self) -> tuple[Reach, ...]:
        """The limits with their sites, in the order of the scenario."""
        return tuple(reach(limit, self.case.sites, self.borough_of) for limit in self.scenario.limit)

    @cached_property
    def _asking_at(self) -> Mapping[str, list[Reach]]:
        """The limits that ask for people, by site id."""
        found: dict[str, list[Reach]] = {}
        for limit in self.limits:
            for site_id in limit.site_ids if limit.asks_for_people else ():
                found.setdefault(site_id, []).append(limit)
        return found

    @cached_property
    def _said(self) -> Mapping[tuple[DecisionKind, str], frozenset[str]]:
        """Site ids by kind of decision and candidate id."""
        found: dict[tuple[DecisionKind, str], frozenset[str]] = {}
        for d in self.case.decisions:
            found[d.decision, d.candidate_id] = found.get((d.decision, d.candidate_id), NO_SITES) | {d.site_id}
        return found

    @cached_property
    def _decisions(self) -> Mapping[str, frozenset[Decision]]:
        """Decisions by candidate id."""
        found: dict[str, frozenset[Decision]] = {}
        for d in self.case.decisions:
            found[d.candidate_id] = found.get(d.candidate_id, frozenset()) | {d}
        return found

    def decided_about(self, candidate_id: str) -> frozenset[Decision]:
        """Return the decisions about a person."""
        return self._decisions.get(candidate_id, frozenset())

    def sites_with(self, kind: DecisionKind, candidate_id: str) -> frozenset[str]:
        """Return the ids of the sites about which a decision of this kind was taken for a person."""
        return self._said.get((kind, candidate_id), NO_SITES)

    def beyond_tests(self, candidate: Candidate) -> frozenset[str]:
        """Return the ids of the sites where someone accepted the person, or they started: possible without any test."""
        return NO_SITES.union(*(self.sites_with(kind, candidate.candidate_id) for kind in BEYOND_TESTS))

    def eligibility(self, candidate: Candidate) -> Eligibility:
        """Return what follows for a person from the law and the Jobcenter's word."""
        known = self._eligibility.get(candidate.candidate_id)
        if known is None:
            known = assess(candidate, self.scenario, self._law).status
            self._eligibility[candidate.candidate_id] = known
        return known

    def measles_proof_needed(self, candidate: Candidate) -> bool:
        """Return whether the law asks a person for proof of measles protection."""
        return measles_proof_needed(self._law, candidate)

    def commute_cap(self, hours: Decimal) -> int:
        """Return the most minutes one way that may be demanded for some weekly hours."""
        if hours not in self._caps:
            self._caps[hours] = commute_cap(self._law, hours, self.scenario.start)
        return self._caps[hours]

    def minutes_between(self, origin: str, destination: str, transport: Transport) -> int:
        """Return the minutes one way between two neighbourhood codes."""
        return self._ways.minutes(origin, destination, transport)

    def minutes(self, candidate: Candidate, site: Site) -> int:
        """Return the minutes one way from home to work."""
        return self._ways.minutes(candidate.neighbourhood, site.neighbourhood, candidate.transport)

    def hours(self, candidate: Candidate, site: Site) -> Decimal:
        """Return the agreed weekly hours: the most that suits both, or of an accepted pair the smaller maximum."""
        return min(candidate.max_hours, site.max_hours)

    def start(self, candidate: Candidate, site: Site) -> date:
        """Return the first working day: that of the decision that fixes the pair, else the scenario's."""
        return self.case.start_of(candidate.candidate_id, site.site_id)

    def quality(self, candidate: Candidate, site: Site) -> int:
        """Return the quality of a pair, 0 to 100."""
        return quality(
            candidate,
            site,
            hours=self.hours(candidate, site),
            start=self.scenario.start,
            same_borough=self.borough_of[site.neighbourhood] == self.borough_of[candidate.neighbourhood],
            asked_for=any(limit.counts(candidate) for limit in self._asking_at.get(site.site_id, ())),
        )

    def costs(self, candidate: Candidate, site: Site) -> Mapping[tuple[int, Payer], int]:
        """Return the cents by calendar year and payer that a placement costs; nothing is listed with 0."""
        pair = (candidate.candidate_id, site.site_id)
        if pair not in self._costs:
            hours, start = self.hours(candidate, site), self.start(candidate, site)
            costs = placement_costs(self._law, candidate, site, hours, start, self.scenario)
            self._costs[pair] = {key: cents for key, cents in costs.items() if cents}
        return self._costs[pair]
