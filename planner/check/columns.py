"""Who could start where, as the certificate counts it: people, or whole tandems, at one site."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from planner.check.facts import Facts
from planner.check.feasibility import Feasibility
from planner.check.needs import MILLION
from planner.domain import Candidate, Payer, Site, Tier


@dataclass(eq=False)
class Column:
    """A person, or all people of a tandem, at a site; amounts are sums over the people.

    Parameters
    ----------
    unit
        Number of the person or tandem.
    """

    unit: int
    people: tuple[Candidate, ...]
    site: Site
    _facts: Facts = field(repr=False)

    @cached_property
    def _values(self) -> Mapping[Tier, int]:
        facts, site = self._facts, self.site
        kept = set(facts.case.previous_plan)
        return {
            Tier.SHORTAGE: 0,
            Tier.PLACEMENTS: len(self.people),
            Tier.COVERAGE: 0,
            Tier.QUALITY: sum(facts.quality(person, site) for person in self.people),
            Tier.COMMUTE: -sum(facts.minutes(person, site) for person in self.people),
            Tier.CHANGES: sum((person.candidate_id, site.site_id) in kept for person in self.people),
        }

    def objective(self, tier: Tier) -> int:
        """Return what the column adds to a tier, more being better."""
        if tier is not Tier.LOT:
            return self._values[tier]
        seed = self._facts.scenario.tiers.seed
        texts = (f"{seed}|{person.candidate_id}|{self.site.site_id}" for person in self.people)
        return sum(int(sha256(text.encode()).hexdigest()[:8], 16) for text in texts)

    def cost(self, payer: Payer, year: int) -> int:
        """Return cents of a payer in a calendar year."""
        return sum(self._facts.costs(person, self.site).get((year, payer), 0) for person in self.people)


@dataclass(frozen=True, slots=True)
class Step:
    """The k-th placement in a neighbourhood and what it adds to coverage."""

    place: str
    k: int
    value: int


def columns_of(facts: Facts, feasibility: Feasibility) -> list[Column]:
    """Return every column: all members of the unit can work at the site."""
    units: defaultdict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for person in facts.case.candidates:
        units["tandem" if person.tandem else "single", person.tandem or person.candidate_id].append(person)
    found = []
    for number, members in enumerate(units.values()):
        common = frozenset.intersection(*(feasibility.possible_sites(person) for person in members))
        found += [Column(number, tuple(members), facts.case.site_of[site_id], facts) for site_id in sorted(common)]
    return found


def steps_of(facts: Facts, columns: list[Column]) -> list[Step]:
    """Return the steps of every neighbourhood, as many as placements there can be."""
    case = facts.case
    posts = {column.site.site_id: column.site for column in columns}
    most = len(case.candidates) if case.scenario.posts is None else min(len(case.candidates), case.scenario.posts)
    room: defaultdict[str, int] = defaultdict(int)
    for site in posts.values():
        room[site.neighbourhood] += site.posts
    return [
        Step(code, k, (2 * MILLION * facts.need[code] / (2 * k - 1) + 1) // 2)
        for code, number in sorted(room.items())
        for k in range(1, min(number, most) + 1)
    ]
