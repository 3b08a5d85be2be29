"""A plan and its certificate."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from planner.domain.certificate import Certificate
from planner.domain.codes import Payer, Status, Tier
from planner.domain.scenario import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """One candidate proposed at one site (Vorschlag).

    Parameters
    ----------
    marks
        Codes: the broken tests of a pair that someone accepted all the same, and ``Mark``.
    costs
        Cents by calendar year and payer; nothing is listed with 0.
    """

    candidate_id: str
    site_id: str
    neighbourhood: str
    start: date
    hours: Decimal
    minutes: int
    quality: int
    marks: tuple[str, ...] = ()
    costs: Mapping[tuple[int, Payer], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A candidate without a placement, and the code of the reason."""

    candidate_id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TierResult:
    """What is known of one tier.

    Parameters
    ----------
    value
        The final plan's.
    best
        Found at the tier's turn; a tolerance lets later tiers give some of it up.
    bound
        No plan that keeps the tiers before it is better than this.
    """

    name: Tier
    value: int
    best: int
    bound: int

    @property
    def gap(self) -> float:
        """|bound − best| / max(1, |bound|)."""
        return abs(self.bound - self.best) / max(1, abs(self.bound))

    @property
    def proven(self) -> bool:
        """Whether nothing better exists."""
        return self.bound == self.best


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourhoodResult:
    """Need and outcome of one neighbourhood.

    Parameters
    ----------
    need
        Share of the people meant, rounded to nine decimals.
    target
        Sainte-Laguë apportionment of the plan's placements.
    planned_posts
        Posts of sites without a host.
    """

    code: str
    need: Decimal
    target: int
    placed: int
    planned_posts: int

    @property
    def coverage(self) -> float | None:
        """Placed / target; ``None`` where the target is 0."""
        return self.placed / self.target if self.target else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitResult:
    """A limit and how many placements it counts; ``short`` is what is missing from ``at_least``."""

    name: str
    at_least: int | None
    at_most: int | None
    got: int
    short: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One rule of a set that cannot hold together.

    Parameters
    ----------
    rule
        Code of the rule: ``posts``, ``site_posts``, ``limit``, ``budget``, ``max_changes``, ``pin``, ``accepted``,
        ``started``, ``tandem``.
    params
        What it is about: ids, names, years, numbers; ``relax_by``, where known, is by how much this rule alone would
        have to give way for a plan to exist (people, posts, cents; 1 for a decision: without it).
    """

    rule: str
    params: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Placements and unplaced candidates, with the proof of how good they are.

    Parameters
    ----------
    conflict
        With status ``infeasible``: rules that cannot hold together.
    certificate
        Witnesses for the bounds; ``None`` for plans that bring none, such as hand-made ones.
    run
        Times, versions and machine: the only part that differs between two runs on the same case.
    """

    scenario: Scenario
    status: Status
    case_hash: str
    law: str
    placements: tuple[Placement, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    neighbourhoods: tuple[NeighbourhoodResult, ...] = ()
    limits: tuple[LimitResult, ...] = ()
    tiers: tuple[TierResult, ...] = ()
    conflict: tuple[Conflict, ...] = ()
    certificate: Certificate | None = None
    run: Mapping[str, str | float | int] = field(default_factory=dict)

    @property
    def has_placements(self) -> bool:
        """Whether there is a plan to show; an empty one is one too."""
        return self.status is not Status.INFEASIBLE and bool(self.tiers)

    def costs(self) -> Mapping[tuple[int, Payer], int]:
        """Return cents by calendar year and payer over all placements."""
        total: dict[tuple[int, Payer], int] = {}
        for placement in self.placements:
            for key, cents in placement.costs.items():
                total[key] = total.get(key, 0) + cents
        return dict(sorted(total.items()))
