"""The textbook model, one row per rule, for HiGHS: independent of the house's program and of its solver."""

from fractions import Fraction
from math import ceil, floor

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from planner.domain import FIXED, Case, Pairs, Tier, language_at_level
from planner.domain.need import needs, step_value
from planner.solve.lot import lot

INFEASIBLE = 2
"""SciPy's status for a program without a solution."""


class TextbookModel:
    """x per pair, z per step of a neighbourhood, w per soft limit; tiers solved one after another."""

    def __init__(self, case: Case, pairs: Pairs) -> None:
        self.case, self.pairs = case, pairs
        self.steps = [
            (n.code, k)
            for n in case.neighbourhoods
            for k in range(
                1, 1 + min(len(case.candidates), sum(s.posts for s in case.sites if s.neighbourhood == n.code))
            )
        ]
        self.soft = [x for x in case.scenario.limit if x.at_least is not None and not x.hard]
        self.size = len(pairs) + len(self.steps) + len(self.soft)
        self.rows: list[tuple[np.ndarray, float, float]] = []
        self.chosen: frozenset[tuple[str, str]] = frozenset()
        self._rules()

    def solve(self) -> dict[Tier, int] | None:
        """Return the best of each tier, in order; ``None`` where no plan exists. ``chosen`` is the plan then."""
        best = {}
        for tier in (*self.case.scenario.tiers.order, Tier.LOT):
            c = self._objective(tier)
            x = self._optimum(-c if tier.maximised else c)
            if x is None:
                return None
            offset = len(self.case.previous_plan) if tier is Tier.CHANGES else 0
            value = best[tier] = int(c.astype(np.int64) @ x) + offset
            t = Fraction(self.case.scenario.tiers.tolerance.get(tier, 0))
            if tier.maximised:
                self.rows.append((c, ceil((1 - t) * value), np.inf))
            else:
                self.rows.append((c, -np.inf, floor((1 + t) * value) - offset))
        self.chosen = frozenset(key for key, taken in zip(self._ids(), x, strict=False) if taken)
        return best

    def _optimum(self, c: np.ndarray) -> np.ndarray | None:
        """Return what HiGHS finds, as whole numbers that keep every row exactly; ``None`` where there is no plan."""
        if not self.size:
            return np.zeros(0, dtype=np.int64) if all(lo <= 0 <= hi for _, lo, hi in self.rows) else None
        upper = np.ones(self.size)
        upper[len(self.pairs) + len(self.steps) :] = [x.at_least for x in self.soft]
        answer = milp(
            c,
            integrality=np.ones(self.size, dtype=int),
            bounds=Bounds(0, upper),
            constraints=[LinearConstraint(a[None, :], lo, hi) for a, lo, hi in self.rows],
            options={"mip_rel_gap": 0.0},
        )
        if answer.status == INFEASIBLE:
            return None
        assert answer.status == 0, answer.message
        x = np.rint(answer.x).astype(np.int64)
        assert all(lo <= int(a.astype(np.int64) @ x) <= hi for a, lo, hi in self.rows)
        return x

    def _vector(self) -> np.ndarray:
        return np.zeros(self.size)

    def _on_pairs(self, values) -> np.ndarray:
        row = self._vector()
        row[: len(self.pairs)] = values
        return row

    def _objective(self, tier: Tier) -> np.ndarray:
        row = self._vector()
        n = len(self.pairs)
        need = needs(self.case)
        if tier is Tier.SHORTAGE:
            row[n + len(self.steps) :] = 1
        elif tier is Tier.PLACEMENTS:
            row[:n] = 1
        elif tier is Tier.COVERAGE:
            row[n : n + len(self.steps)] = [step_value(need[code], k) for code, k in self.steps]
        elif tier is Tier.QUALITY:
            row[:n] = self.pairs.quality
        elif tier is Tier.COMMUTE:
            row[:n] = self.pairs.minutes
        elif tier is Tier.CHANGES:
            row[:n] = -self._ids_in(set(self.case.previous_plan))
        elif tier is Tier.LOT:
            row[:n] = [lot(self.case.scenario.tiers.seed, *key) for key in self._ids()]
        return row

    def _ids(self) -> list[tuple[str, str]]:
        case, pairs = self.case, self.pairs
        return [
            (case.candidates[i].candidate_id, case.sites[s].site_id)
            for i, s in zip(pairs.candidate, pairs.site, strict=True)
        ]

    def _ids_in(self, wanted) -> np.ndarray:
        return np.array([key in wanted for key in self._ids()], dtype=float)

    def _rules(self) -> None:
        case, pairs, scenario = self.case, self.pairs, self.case.scenario
        for i in range(len(case.candidates)):
            self.rows.append((self._on_pairs(pairs.candidate == i), -np.inf, 1))
        for s, site in enumerate(case.sites):
            self.rows.append((self._on_pairs(pairs.site == s), -np.inf, site.posts))
        if scenario.posts is not None:
            self.rows.append((self._on_pairs(1), -np.inf, scenario.posts))
        for payer, years in scenario.budget.items():
            for year, cents in years.items():
                self.rows.append((self._on_pairs(pairs.cost(payer, year)), -np.inf, cents))
        if scenario.max_changes is not None:
            kept = self._on_pairs(self._ids_in(set(case.previous_plan)))
            self.rows.append((kept, len(case.previous_plan) - scenario.max_changes, np.inf))
        for d in case.decisions:
            if d.decision in FIXED:
                self.rows.append((self._on_pairs(self._ids_in({(d.candidate_id, d.site_id)})), 1, np.inf))
        self._neighbourhoods()
        self._limits()
        self._tandems()

    def _neighbourhoods(self) -> None:
        site_codes = np.array([s.neighbourhood for s in self.case.sites])
        for n in self.case.neighbourhoods:
            row = self._on_pairs(site_codes[self.pairs.site] == n.code)
            for k, (code, _) in enumerate(self.steps):
                row[len(self.pairs) + k] = -(code == n.code)
            self.rows.append((row, 0, 0))

    def _limits(self) -> None:
        shortage = len(self.pairs) + len(self.steps)
        for limit in self.case.scenario.limit:
            row = self._on_pairs(
                [self._counts(i, s, limit) for i, s in zip(self.pairs.candidate, self.pairs.site, strict=True)]
            )
            if limit.at_most is not None:
                self.rows.append((row, -np.inf, limit.at_most))
            if limit.at_least is not None:
                row = row.copy()
                if not limit.hard:
                    row[shortage] = 1
                    shortage += 1
                self.rows.append((row, limit.at_least, np.inf))

    def _counts(self, i: int, s: int, limit) -> bool:
        person, site = self.case.candidates[i], self.case.sites[s]
        borough = self.case.neighbourhood_of[site.neighbourhood].borough
        facts = {
            "neighbourhood": site.neighbourhood,
            "borough": borough,
            "host": site.host,
            "field": site.field,
            "site": site.site_id,
        }
        if not all(facts[key] in values for key, values in limit.where.as_dict().items()):
            return False
        if limit.who is None:
            return True
        speaks = [person.languages.get(a, 0) >= b for a, b in map(language_at_level, limit.who.languages)]
        return (not speaks or any(speaks)) and (not limit.who.skills or bool(person.skills & set(limit.who.skills)))

    def _tandems(self) -> None:
        groups: dict[str, list[int]] = {}
        for i, person in enumerate(self.case.candidates):
            if person.tandem:
                groups.setdefault(person.tandem, []).append(i)
        for members in groups.values():
            for other in members[1:]:
                for s in range(len(self.case.sites)):
                    here = self.pairs.site == s
                    row = 1.0 * (here & (self.pairs.candidate == members[0])) - (here & (self.pairs.candidate == other))
                    self.rows.append((self._on_pairs(row), 0, 0))
