"""Sweeps: one choice of a scenario turned step by step, and what the best plan is at each step.

Two curves are drawn from them:

- **coverage against minutes.** The tolerance of coverage goes from 0 to 5 %, and the minutes to work come right after
  coverage, before everything else: how much shorter do the ways get for each percent of coverage given up? The curve
  falls or stays level, as each step may use every plan of the one before.
- **placements against money.** Every budget is multiplied by 0.4 to 1.2. Where the scenario has no budget, what the
  plan at hand costs the city per calendar year is taken for one. As long as no minimum changes, the curve rises or
  stays level.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from planner.domain import Case, Payer, Plan, Scenario, Status, Tier
from planner.progress import Stop, never

Solve = Callable[[Case], Plan]
"""Returns the checked plan of a case."""


class Sweep(StrEnum):
    """What is turned."""

    COVERAGE = "coverage"
    MONEY = "money"


TOLERANCES = tuple(Decimal(percent) / 100 for percent in range(6))
"""Shares of coverage that are given up."""

FACTORS = tuple(Decimal(tenths) / 10 for tenths in (4, 6, 8, 10, 12))
"""What budgets are multiplied by."""

STEPS: Mapping[Sweep, Sequence[Decimal]] = {Sweep.COVERAGE: TOLERANCES, Sweep.MONEY: FACTORS}


@dataclass(frozen=True, slots=True)
class Point:
    """One step of a sweep.

    Parameters
    ----------
    setting
        The tolerance, or the factor.
    budget
        Cents over all years and payers that have a budget; 0 in a sweep of the tolerance.
    placed
        Placements of the best plan; 0 where there is none.
    coverage, minutes
        Values of these tiers; ``None`` where there is no plan or the scenario leaves them out.
    costs
        Cents by payer over all years.
    proven
        Whether nothing better exists in any tier up to the one the curve shows.
    """

    setting: Decimal
    status: Status
    budget: int = 0
    placed: int = 0
    coverage: int | None = None
    minutes: int | None = None
    costs: Mapping[Payer, int] = field(default_factory=dict)
    proven: bool = False


def possible(scenario: Scenario, kind: Sweep) -> bool:
    """Return whether a scenario can be swept: coverage must be among its tiers to be given up."""
    return kind is Sweep.MONEY or Tier.COVERAGE in scenario.tiers.order


def variants(scenario: Scenario, kind: Sweep, plan: Plan) -> Iterator[tuple[Decimal, Scenario]]:
    """Yield setting and scenario of each step.

    Parameters
    ----------
    plan
        The plan at hand; only its costs are used, and only where the scenario has no budget.
    """
    if kind is Sweep.COVERAGE:
        yield from ((share, _giving_up(scenario, share)) for share in TOLERANCES)
        return
    reference = scenario.budget if any(scenario.budget.values()) else _city_costs(plan)
    for factor in FACTORS:
        budget = {payer: {year: int(cents * factor) for year, cents in of.items()} for payer, of in reference.items()}
        yield factor, scenario.model_copy(update={"budget": budget})


def sweep(
    case: Case,
    plan: Plan,
    kind: Sweep,
    solve: Solve,
    *,
    report: Callable[[Point], None] = lambda _: None,
    stop: Stop = never,
) -> tuple[Point, ...]:
    """Solve every step of a sweep.

    Parameters
    ----------
    case, plan
        A plan and the case it was made for; everything but the scenario's swept choice stays.
    solve
        Makes the plan of a step.
    report
        Told of each point as soon as it is known.
    stop
        Asked between the steps; what was not solved is left out.
    """
    found: list[Point] = []
    for setting, scenario in variants(case.scenario, kind, plan):
        if stop():
            break
        made = solve(replace(case, scenario=scenario))
        if made.status is Status.STOPPED:
            break
        found.append(_point(setting, kind, made))
        report(found[-1])
    return tuple(found)


def _giving_up(scenario: Scenario, share: Decimal) -> Scenario:
    """Return the scenario with minutes right behind coverage, of which a share may be given up."""
    order: list[Tier] = [tier for tier in scenario.tiers.order if tier is not Tier.COMMUTE]
    order.insert(order.index(Tier.COVERAGE) + 1, Tier.COMMUTE)
    tolerance = {**scenario.tiers.tolerance, Tier.COVERAGE: share}
    return scenario.model_copy(
        update={"tiers": scenario.tiers.model_copy(update={"order": tuple(order), "tolerance": tolerance})}
    )


def _city_costs(plan: Plan) -> dict[Payer, dict[int, int]]:
    return {Payer.CITY: {year: cents for (year, payer), cents in plan.costs().items() if payer is Payer.CITY}}


def _point(setting: Decimal, kind: Sweep, plan: Plan) -> Point:
    tiers = {tier.name: tier for tier in plan.tiers}
    shown = Tier.COMMUTE if kind is Sweep.COVERAGE else Tier.PLACEMENTS
    upto = list(tiers).index(shown) + 1 if shown in tiers else len(tiers)
    costs = dict.fromkeys(Payer, 0)
    for (_, payer), cents in plan.costs().items():
        costs[payer] += cents
    budgets = plan.scenario.budget.values() if kind is Sweep.MONEY else ()
    coverage, minutes = tiers.get(Tier.COVERAGE), tiers.get(Tier.COMMUTE)
    return Point(
        setting=setting,
        status=plan.status,
        budget=sum(cents for years in budgets for cents in years.values()),
        placed=len(plan.placements),
        coverage=coverage.value if coverage else None,
        minutes=minutes.value if minutes else None,
        costs={payer: cents for payer, cents in costs.items() if cents},
        proven=bool(tiers) and all(tier.proven for tier in plan.tiers[:upto]),
    )
