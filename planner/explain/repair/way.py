"""A way out, solved: what changes, what plan there is then, and what that costs."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from planner.domain import Case, Pairs, Payer, Plan, Tier
from planner.explain.difference import TierChange, tier_changes
from planner.explain.repair.change import Change, Table, changed
from planner.solve import solve
from planner.solve.clock import Clock

Match = Callable[[Case], Pairs]
"""Returns the possible pairs of a case."""


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """A way out, verified by the plan it leads to.

    Parameters
    ----------
    changes
        The rules that give way together.
    least
        Whether it is proven that none of them could give way by less, the others alike.
    case
        The changed case, ready to be planned.
    plan
        Its best plan.
    before
        The plan it is compared with; ``None`` where there was none.
    """

    changes: tuple[Change, ...]
    least: bool
    case: Case
    plan: Plan
    before: Plan | None

    @property
    def only_scenario(self) -> bool:
        """Whether another scenario is all it takes; else sites or decisions change too."""
        return all(change.table is Table.SCENARIO for change in self.changes)

    @property
    def tiers(self) -> tuple[TierChange, ...]:
        """What changes in every tier; empty where there was no plan before."""
        return tier_changes(self.before.tiers, self.plan.tiers) if self.before else ()

    @property
    def money(self) -> Mapping[tuple[int, Payer], int]:
        """Cents by calendar year and payer, more or less than before; in all where there was no plan before."""
        now, then = self.plan.costs(), self.before.costs() if self.before else {}
        return {key: now.get(key, 0) - then.get(key, 0) for key in sorted({*now, *then})}

    @property
    def rank(self) -> tuple[int, ...]:
        """Sorts ways by cost: worse in a tier, in solving order, comes later; among equals, more money does."""
        tiers = (-t.best if t.name.maximised else t.best for t in self.plan.tiers if t.name is not Tier.LOT)
        return (*tiers, sum(self.money.values()), len(self.changes))


@dataclass(frozen=True, eq=False)
class Trials:
    """Solves changed cases.

    Parameters
    ----------
    match
        For the changes after which other pairs are possible.
    before
        The plan of the case as it is, if there is one.
    """

    case: Case
    pairs: Pairs
    law_version: str
    match: Match
    before: Plan | None
    clock: Clock

    def way(self, changes: Iterable[Change], *, least: bool) -> Way | None:
        """Return the changes as a way out; ``None`` if there is no plan after them, or none was found in time."""
        made = tuple(changes)
        case = changed(self.case, *made)
        pairs = self.match(case) if any(change.touches_pairs for change in made) else self.pairs
        left = self.clock.left
        limit = None if left == float("inf") else left
        if limit is not None and limit <= 0:
            return None
        plan = solve(case, pairs, law_version=self.law_version, time_limit=limit, stop=self.clock.stop)
        return Way(made, least, case, plan, self.before) if plan.has_placements else None
