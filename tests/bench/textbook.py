"""The model as a textbook writes it: one 0/1 variable per pair, one row per rule. The three baselines translate it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from planner.domain import FIXED, Candidate, Case, Limit, Pairs, Site, Tier, language_at_level
from planner.domain.need import needs, step_value
from planner.solve.lot import lot

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Row:
    """Low ≤ Σ coefficient · variable ≤ high; ``None`` where a side is open."""

    variable: Ints
    coefficient: Ints
    low: int | None
    high: int | None


@dataclass(eq=False)
class Textbook:
    """Variables in three runs: pairs, steps of the neighbourhoods, shortages of the soft limits."""

    case: Case
    pairs: Pairs
    rows: list[Row] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Write every rule down."""
        case, pairs = self.case, self.pairs
        self.steps = [(n.code, k) for n in case.neighbourhoods for k in range(1, 1 + self._posts_in(n.code))]
        self.soft = [limit for limit in case.scenario.limit if limit.at_least is not None and not limit.hard]
        self.size = len(pairs) + len(self.steps) + len(self.soft)
        self.upper = np.ones(self.size, dtype=np.int64)
        self.upper[len(pairs) + len(self.steps) :] = [limit.at_least for limit in self.soft]
        self.rows += [*self._people_and_posts(), *self._totals(), *self._neighbourhoods(), *self._limits()]
        self.rows += [*self._decisions(), *self._tandems()]

    def objective(self, tier: Tier) -> Row:
        """Return a tier's terms; its bounds are open."""
        n, first_shortage = len(self.pairs), len(self.pairs) + len(self.steps)
        everything = np.arange(n)
        if tier is Tier.SHORTAGE:
            variable, coefficient = np.arange(first_shortage, self.size), np.ones(len(self.soft))
        elif tier is Tier.COVERAGE:
            need = needs(self.case)
            variable, coefficient = np.arange(n, first_shortage), [step_value(need[c], k) for c, k in self.steps]
        elif tier is Tier.CHANGES:
            variable, coefficient = everything, -self._among(set(self.case.previous_plan)).astype(np.int64)
        elif tier is Tier.LOT:
            seed = self.case.scenario.tiers.seed
            variable, coefficient = everything, [lot(seed, c, s) for c, s in self._ids()]
        else:
            columns = {Tier.PLACEMENTS: np.ones(n), Tier.QUALITY: self.pairs.quality, Tier.COMMUTE: self.pairs.minutes}
            variable, coefficient = everything, columns[tier]
        return self._row(variable, coefficient, None, None)

    def value(self, tier: Tier, x: Ints) -> int:
        """Return a tier's value as people read it."""
        terms = self.objective(tier)
        return int(terms.coefficient @ x[terms.variable]) + self._offset(tier)

    def fix(self, tier: Tier, best: int) -> None:
        """Let later tiers keep this one within its tolerance."""
        terms, t = self.objective(tier), Fraction(self.case.scenario.tiers.tolerance.get(tier, 0))
        low = ceil((1 - t) * best) - self._offset(tier) if tier.maximised else None
        high = None if tier.maximised else floor((1 + t) * best) - self._offset(tier)
        self.rows.append(Row(terms.variable, terms.coefficient, low, high))

    def keeps(self, x: Ints) -> bool:
        """Whether whole numbers keep every row exactly: what floats claim is not believed."""
        activities = (int(row.coefficient @ x[row.variable]) for row in self.rows)
        within = all(
            (row.low is None or row.low <= a) and (row.high is None or a <= row.high)
            for row, a in zip(self.rows, activities, strict=True)
        )
        return within and bool(np.all(x >= 0) and np.all(x <= self.upper))

    def _offset(self, tier: Tier) -> int:
        return len(self.case.previous_plan) if tier is Tier.CHANGES else 0

    @staticmethod
    def _row(variable: object, coefficient: object, low: int | None, high: int | None) -> Row:
        columns, terms = np.asarray(variable, dtype=np.int64), np.asarray(coefficient).astype(np.int64)
        return Row(columns[terms != 0], terms[terms != 0], low, high)

    def _ids(self) -> Iterator[tuple[str, str]]:
        people = [c.candidate_id for c in self.case.candidates]
        places = [s.site_id for s in self.case.sites]
        for i, s in zip(self.pairs.candidate.tolist(), self.pairs.site.tolist(), strict=True):
            yield people[i], places[s]

    def _among(self, wanted: set[tuple[str, str]]) -> NDArray[np.bool_]:
        return np.fromiter((key in wanted for key in self._ids()), dtype=bool, count=len(self.pairs))

    def _posts_in(self, code: str) -> int:
        posts = sum(s.posts for s in self.case.sites if s.neighbourhood == code)
        return min(posts, len(self.case.candidates))

    def _grouped(self, key: NDArray[np.int32], high: dict[int, int]) -> Iterator[Row]:
        order = np.argsort(key, kind="stable")
        values, first = np.unique(key[order], return_index=True)
        for value, part in zip(values.tolist(), np.split(order, first[1:]), strict=True):
            yield self._row(part, np.ones(len(part)), None, high.get(value, 1))

    def _people_and_posts(self) -> Iterator[Row]:
        yield from self._grouped(self.pairs.candidate, {})
        yield from self._grouped(self.pairs.site, {k: s.posts for k, s in enumerate(self.case.sites)})

    def _totals(self) -> Iterator[Row]:
        everything, scenario = np.arange(len(self.pairs)), self.case.scenario
        if scenario.posts is not None:
            yield self._row(everything, np.ones(len(everything)), None, scenario.posts)
        for payer, years in scenario.budget.items():
            for year, cents in years.items():
                yield self._row(everything, self.pairs.cost(payer, year), None, cents)
        if scenario.max_changes is not None:
            previous = self.case.previous_plan
            yield self._row(everything, self._among(set(previous)), len(previous) - scenario.max_changes, None)

    def _neighbourhoods(self) -> Iterator[Row]:
        codes = np.array([s.neighbourhood for s in self.case.sites])[self.pairs.site]
        of_steps = np.array([code for code, _ in self.steps])
        for n in self.case.neighbourhoods:
            columns, steps = np.flatnonzero(codes == n.code), np.flatnonzero(of_steps == n.code)
            terms = np.concatenate([np.ones(len(columns)), -np.ones(len(steps))])
            yield self._row(np.concatenate([columns, len(self.pairs) + steps]), terms, 0, 0)

    def _limits(self) -> Iterator[Row]:
        shortage = len(self.pairs) + len(self.steps)
        for limit in self.case.scenario.limit:
            people = np.array([_meets(c, limit) for c in self.case.candidates])
            places = np.array([_holds(self.case, s, limit) for s in self.case.sites])
            columns = np.flatnonzero(people[self.pairs.candidate] & places[self.pairs.site])
            ones = np.ones(len(columns))
            if limit.at_most is not None:
                yield self._row(columns, ones, None, limit.at_most)
            if limit.at_least is not None and limit.hard:
                yield self._row(columns, ones, limit.at_least, None)
            elif limit.at_least is not None:
                yield self._row(np.append(columns, shortage), np.append(ones, 1), limit.at_least, None)
                shortage += 1

    def _decisions(self) -> Iterator[Row]:
        for d in self.case.decisions:
            if d.decision in FIXED:
                yield self._row(np.flatnonzero(self._among({(d.candidate_id, d.site_id)})), [1], 1, None)

    def _tandems(self) -> Iterator[Row]:
        groups: dict[str, list[int]] = {}
        for i, person in enumerate(self.case.candidates):
            if person.tandem:
                groups.setdefault(person.tandem, []).append(i)
        for first, *others in groups.values():
            for other in others:
                for site in range(len(self.case.sites)):
                    here = self.pairs.site == site
                    ours = np.flatnonzero(here & (self.pairs.candidate == first))
                    theirs = np.flatnonzero(here & (self.pairs.candidate == other))
                    terms = np.concatenate([np.ones(len(ours)), -np.ones(len(theirs))])
                    if len(terms):
                        yield self._row(np.concatenate([ours, theirs]), terms, 0, 0)


def _holds(case: Case, site: Site, limit: Limit) -> bool:
    facts = {
        "neighbourhood": site.neighbourhood,
        "borough": case.neighbourhood_of[site.neighbourhood].borough,
        "host": site.host,
        "field": site.field,
        "site": site.site_id,
    }
    return all(facts[key] in values for key, values in limit.where.as_dict().items())


def _meets(person: Candidate, limit: Limit) -> bool:
    who = limit.who
    if who is None:
        return True
    speaks = [person.languages.get(name, 0) >= level for name, level in map(language_at_level, who.languages)]
    return (not speaks or any(speaks)) and (not who.skills or bool(person.skills & set(who.skills)))
