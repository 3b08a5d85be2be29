"""A scenario while somebody changes it: what the fields hold, also while it is not a possible scenario."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import count

from planner.domain import DEFAULT_ORDER, Limit, Payer, Scenario, Scheme, Tier
from planner.domain.need import POPULATION
from planner.domain.scenario import WHERE_KEYS

PERCENT = 100
_numbers = count()


@dataclass
class LimitDraft:
    """One limit.

    Parameters
    ----------
    base
        As it was loaded; ``None`` for a new one.
    number
        Tells the drafts of a session apart; fields keep their content when another limit goes.
    where
        Values by key of ``WHERE_KEYS``.
    """

    base: Limit | None = None
    number: int = field(default_factory=lambda: next(_numbers))
    name: str = ""
    where: dict[str, list[str]] = field(default_factory=lambda: {key: [] for key in WHERE_KEYS})
    languages: list[str] = field(default_factory=list)
    skills: list[str] = field(default_factory=list)
    reason: str = ""
    at_least: int | None = None
    at_most: int | None = None
    hard: bool = False


@dataclass
class BudgetRow:
    """A calendar year and EUR by payer; a payer that is missing is not limited that year."""

    year: int | None = None
    eur: dict[Payer, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Unread:
    """What was typed where a number belongs, with the code of what is wrong about it and its values."""

    typed: str
    code: str
    values: Mapping[str, str | int]


@dataclass
class Draft:
    """The content of all fields of the editor.

    Parameters
    ----------
    base
        The scenario it began with. What a field only shows rounded, or without repetitions, is taken from there as
        long as the field is as it was.
    weighted
        Whether the need is made of weights; otherwise it is the population. ``columns`` and ``weights`` are kept.
    stated
        Whether the advisory board has stated on fields; ``confirmed`` are kept either way.
    order
        The tiers that count, ``LOT`` never among them.
    tolerance
        Percent by tier, also of tiers that are left out.
    unread
        By the path of a number what stands in its field instead of one.
    """

    base: Scenario
    name: str
    start: date
    scheme: Scheme
    posts: int | None
    unclear: bool
    max_commute: int | None
    max_changes: int | None
    own_share: Payer
    weighted: bool
    columns: list[str]
    weights: dict[str, float]
    stated: bool
    confirmed: list[str]
    budget: list[BudgetRow]
    limits: list[LimitDraft]
    order: list[Tier]
    tolerance: dict[Tier, float]
    seed: str
    unread: dict[str, Unread] = field(default_factory=dict)

    @property
    def left_out(self) -> list[Tier]:
        """The tiers that do not count, in the order that holds unless a scenario says otherwise."""
        return [tier for tier in DEFAULT_ORDER if tier not in self.order]

    def move(self, tier: Tier, by: int) -> None:
        """Let a tier change places with its neighbour above (−1) or below (+1)."""
        at = self.order.index(tier)
        to = at + by
        if 0 <= to < len(self.order):
            self.order[at], self.order[to] = self.order[to], self.order[at]

    def leave_out(self, tier: Tier) -> None:
        """Let a tier no longer count."""
        self.order.remove(tier)

    def take_in(self, tier: Tier) -> None:
        """Let a tier count again, after the others."""
        self.order.append(tier)

    def remove_limit(self, number: int) -> None:
        """Take a limit out."""
        self.limits = [limit for limit in self.limits if limit.number != number]


def draft_of(scenario: Scenario) -> Draft:
    """Return the fields of a scenario."""
    need = scenario.need
    return Draft(
        base=scenario,
        name=scenario.name,
        start=scenario.start,
        scheme=scenario.scheme,
        posts=scenario.posts,
        unclear=scenario.unclear_is_eligible,
        max_commute=scenario.max_commute,
        max_changes=scenario.max_changes,
        own_share=scenario.own_share_paid_by,
        weighted=need is not None,
        columns=list(need) if need is not None else [POPULATION],
        weights={column: float(weight) for column, weight in (need or {POPULATION: Decimal(1)}).items()},
        stated=scenario.fields.confirmed is not None,
        confirmed=once(scenario.fields.confirmed or ()),
        budget=_budget(scenario),
        limits=[limit_draft(limit) for limit in scenario.limit],
        order=list(scenario.tiers.order),
        tolerance={tier: as_percent(share) for tier, share in scenario.tiers.tolerance.items()},
        seed=scenario.tiers.seed,
    )


def once(values: tuple[str, ...]) -> list[str]:
    """Return values without repetitions, as a field shows them."""
    return list(dict.fromkeys(values))


def as_percent(share: Decimal) -> float:
    """Return a share as a field shows it."""
    return float(share * PERCENT)


def as_eur(cents: int) -> float:
    """Return an amount as a field shows it."""
    return cents / PERCENT


def _budget(scenario: Scenario) -> list[BudgetRow]:
    """Return the first two years of the scenario, and every year that has a budget."""
    first = scenario.start.year
    years = sorted({first, first + 1} | {year for of in scenario.budget.values() for year in of})
    return [
        BudgetRow(year, {payer: as_eur(of[year]) for payer, of in scenario.budget.items() if year in of})
        for year in years
    ]


def limit_draft(limit: Limit) -> LimitDraft:
    """Return the fields of a limit."""
    return LimitDraft(
        base=limit,
        name=limit.name,
        where={key: once(getattr(limit.where, key)) for key in WHERE_KEYS},
        languages=once(limit.who.languages) if limit.who else [],
        skills=once(limit.who.skills) if limit.who else [],
        reason=limit.reason,
        at_least=limit.at_least,
        at_most=limit.at_most,
        hard=limit.hard,
    )
