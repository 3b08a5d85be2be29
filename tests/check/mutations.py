"""For every rule, ways to break it and nothing else: a forbidden plan told honestly, or an allowed one told wrongly."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from planner.domain import (
    DISPLACED,
    Case,
    Conflict,
    DecisionKind,
    Level,
    Limit,
    Payer,
    Placement,
    Plan,
    Reason,
    Shift,
    Status,
    Tier,
    TierResult,
    Unplaced,
    Verdict,
    Where,
)
from tests.check.build import (
    PAIRS,
    SPEAKS_ARABIC,
    START,
    honest_plan,
    small_case,
    with_candidate,
    with_decision,
    with_scenario,
    with_site,
)

Broken = tuple[Case, Plan]
Mutation = Callable[[], Broken]

MUTATIONS: list[tuple[str, Mutation]] = []


def breaks(*rules: str) -> Callable[[Mutation], Mutation]:
    """Say which rule a mutation breaks."""

    def register(mutation: Mutation) -> Mutation:
        MUTATIONS.extend((code, mutation) for code in rules)
        return mutation

    return register


def honest(rule: str, case: Case, pairs: tuple[tuple[str, str], ...] = PAIRS) -> None:
    """Register an honest plan that the case forbids."""
    MUTATIONS.append((rule, lambda: (case, honest_plan(case, pairs))))


def false(rule: str, **fields: Any) -> None:
    """Register a plan of the small case with some fields replaced; a function gets what the honest plan says."""

    def mutation() -> Broken:
        plan = honest_plan(small_case())
        new = {name: value(getattr(plan, name)) if callable(value) else value for name, value in fields.items()}
        return small_case(), replace(plan, **new)

    MUTATIONS.append((rule, mutation))


def first(**fields: Any) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    """Change the first row of a table; a function gets the old value."""

    def change(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        new = {n: value(getattr(rows[0], n)) if callable(value) else value for n, value in fields.items()}
        return (replace(rows[0], **new), *rows[1:])

    return change


def one_more(number: int) -> int:
    return number + 1


CASE = small_case()
ROOMY = with_scenario(CASE, posts=None)

# The plan answers this case, and its parts fit together.
false("scenario", scenario=CASE.scenario.model_copy(update={"name": "another"}))
false("case_hash", case_hash="0" * 64)
false("law", law="another")
false("status", status=Status.FEASIBLE)
false("conflict", conflict=(Conflict(rule="posts"),))


@breaks("status")
def optimal_with_a_gap() -> Broken:
    plan = honest_plan(CASE)
    tiers = tuple(replace(t, bound=t.bound + 1) if t.name is Tier.QUALITY else t for t in plan.tiers)
    return CASE, replace(plan, tiers=tiers)


@breaks("conflict")
def infeasible_without_a_reason() -> Broken:
    plan = honest_plan(CASE)
    return CASE, Plan(scenario=CASE.scenario, status=Status.INFEASIBLE, case_hash=CASE.hash, law=plan.law)


@breaks("nothing_shown")
def infeasible_with_a_placement() -> Broken:
    plan = honest_plan(CASE)
    empty = Plan(scenario=CASE.scenario, status=Status.INFEASIBLE, case_hash=CASE.hash, law=plan.law)
    return CASE, replace(empty, placements=plan.placements[:1], conflict=(Conflict(rule="posts"),))


@breaks("nothing_shown")
def stopped_before_a_plan_with_rows() -> Broken:
    return CASE, replace(honest_plan(CASE), status=Status.STOPPED, tiers=())


# People, sites and posts.
def _also(**fields: Any) -> Callable[[tuple[Placement, ...]], tuple[Placement, ...]]:
    return lambda rows: (*rows, replace(rows[0], **fields))


false("candidate_known", placements=_also(candidate_id="C99"))
false("site_known", placements=_also(candidate_id="C4", site_id="S99"))
honest("candidate_once", ROOMY, (*PAIRS, ("C1", "S3")))
honest("site_posts", ROOMY, (*PAIRS, ("C4", "S2")))
honest("posts", with_scenario(CASE, posts=2))

# Limits, budgets, changes, decisions, tandems.
honest(
    "limit_at_most", with_scenario(CASE, limit=(SPEAKS_ARABIC, Limit(where=Where(borough=("Altstadt",)), at_most=2)))
)
honest(
    "limit_at_least", with_scenario(CASE, limit=(Limit(name="West", where=Where(site=("S3",)), at_least=1, hard=True),))
)
honest("budget", with_scenario(CASE, budget={Payer.INTEGRATION: {2027: 100_00}}))
honest("max_changes", replace(with_scenario(CASE, max_changes=0), previous_plan=(("C4", "S3"), ("C1", "S1"))))
honest("pin", with_decision(CASE, "C4", "S3", DecisionKind.PIN))
honest("accepted", with_decision(CASE, "C4", "S3", DecisionKind.ACCEPTED))
honest("started", with_decision(CASE, "C4", "S3", DecisionKind.STARTED, date(2026, 9, 1)))
honest("tandem", with_candidate(with_candidate(CASE, "C1", tandem="T"), "C3", tandem="T"))
honest("tandem", with_candidate(with_candidate(CASE, "C1", tandem="T"), "C4", tandem="T"))

# The tests of a pair: C3 at S2.
_UNKNOWN = {"eligibility": None, "born": None}
_AFTER = START + timedelta(days=1)
_BEFORE = START - timedelta(days=1)
for _rule, _case in (
    ("pair_not_eligible", with_candidate(CASE, "C3", eligibility=Verdict.REJECTED)),
    ("pair_unclear", with_candidate(CASE, "C3", **_UNKNOWN)),
    ("pair_hours", with_candidate(CASE, "C3", min_hours=Decimal(10), max_hours=Decimal("14.5"))),
    ("pair_hours", with_candidate(CASE, "C3", min_hours=Decimal("39.5"), max_hours=Decimal(40))),
    ("pair_language", with_site(CASE, "S2", languages={"de": Level.C1})),
    ("pair_language", with_site(CASE, "S2", languages={"de": Level.A1, "fa": Level.A1})),
    ("pair_skill", with_site(CASE, "S2", skills=frozenset({"driving"}))),
    ("pair_clearance", with_site(CASE, "S2", clearance=True)),
    ("pair_measles", with_site(CASE, "S2", measles_proof=True)),
    ("pair_step_free", with_candidate(CASE, "C3", needs_step_free=True)),
    ("pair_shift", with_candidate(CASE, "C3", shifts=frozenset({Shift.EVENING, Shift.WEEKEND}))),
    ("pair_available", with_candidate(CASE, "C3", available_from=_AFTER)),
    ("pair_available", with_site(CASE, "S2", available_from=_AFTER)),
    ("pair_permit", with_candidate(CASE, "C3", permit_until=_BEFORE)),
    ("pair_commute", with_candidate(CASE, "C3", max_commute=8)),
    ("pair_field_refused", with_candidate(CASE, "C3", fields_refused=frozenset({"encounter"}))),
    ("pair_neighbourhood_refused", with_candidate(CASE, "C3", neighbourhoods_refused=frozenset({"02"}))),
    ("pair_forbidden", with_decision(CASE, "C3", "S2", DecisionKind.FORBID)),
    ("pair_declined", with_decision(CASE, "C3", "S2", DecisionKind.DECLINED)),
):
    honest(_rule, _case)

honest("pair_commute", with_scenario(CASE, max_commute=20))
honest("pair_skill", with_decision(ROOMY, "C4", "S4", DecisionKind.PIN), (*PAIRS, ("C4", "S4")))

# What a placement says.
false("placement_neighbourhood", placements=first(neighbourhood="03"))
false("placement_start", placements=first(start=date(2027, 3, 2)))
false("placement_hours", placements=first(hours=Decimal("38.5")))
false("placement_minutes", placements=first(minutes=one_more))
false("placement_quality", placements=first(quality=one_more))
false("placement_marks", placements=first(marks=("field_not_confirmed",)))
false(
    "placement_costs", placements=first(costs=lambda costs: {**costs, (2028, Payer.CITY): costs[2028, Payer.CITY] + 1})
)
false("placement_costs", placements=first(costs=lambda costs: {**costs, (2099, Payer.HOST): 1}))
false("placement_costs", placements=first(costs={}))

# The unplaced.
false("unplaced_missing", unplaced=lambda rows: rows[1:])
false("unplaced_placed", unplaced=lambda rows: (*rows, Unplaced(candidate_id="C1", reason=DISPLACED)))
false("unplaced_once", unplaced=lambda rows: (*rows, rows[0]))
false("unplaced_known", unplaced=lambda rows: (*rows, Unplaced(candidate_id="C99", reason=DISPLACED)))
false("unplaced_reason", unplaced=first(reason=Reason.COMMUTE.value))

# The tables of neighbourhoods and limits.
false("neighbourhood_rows", neighbourhoods=lambda rows: rows[1:])
false("neighbourhood_rows", neighbourhoods=lambda rows: (*rows, rows[0]))
false("neighbourhood_rows", neighbourhoods=lambda rows: (*rows, replace(rows[0], code="99")))
false("neighbourhood_need", neighbourhoods=first(need=lambda need: need + Decimal("0.000000001")))
false("neighbourhood_target", neighbourhoods=first(target=one_more))
false(
    "neighbourhood_target",
    neighbourhoods=lambda rows: (replace(rows[0], target=1), replace(rows[1], target=2), *rows[2:]),
)
false("neighbourhood_placed", neighbourhoods=first(placed=one_more))
false("neighbourhood_planned_posts", neighbourhoods=first(planned_posts=one_more))
false("limit_rows", limits=())
false("limit_rows", limits=first(at_least=2))
false("limit_got", limits=first(got=one_more))
false("limit_short", limits=first(short=one_more))

# The certificate.
false("tier_rows", tiers=lambda rows: rows[:-1])
false("tier_rows", tiers=lambda rows: (rows[1], rows[0], *rows[2:]))


def _tier(rule: str, tier: Tier, **change: int) -> None:
    """Register a certificate with the numbers of one tier shifted."""

    def shifted(rows: tuple[TierResult, ...]) -> tuple[TierResult, ...]:
        return tuple(
            replace(row, **{n: getattr(row, n) + by for n, by in change.items()}) if row.name is tier else row
            for row in rows
        )

    proven = change.get("best", 0) == change.get("bound", 0)
    false(rule, tiers=shifted, status=Status.OPTIMAL if proven else Status.FEASIBLE)


for _each in Tier:
    _worse = -1 if _each.maximised else 1
    _tier("tier_value", _each, value=1, best=1, bound=1)
    _tier("tier_bound", _each, bound=_worse)
    _tier("tier_tolerance", _each, best=-_worse, bound=-_worse)
_tier("tier_bound", Tier.QUALITY, best=-1, bound=-1)
