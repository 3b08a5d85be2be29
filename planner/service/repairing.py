"""A plan repaired around what was decided, with the fewest changes for everybody else."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from planner.check import Remembered
from planner.domain import FIXED, Case, Decision, DecisionKind, Pairs, Plan, Scenario, Tier
from planner.explain.compare import TierPair, moves_between, tier_pairs
from planner.explain.difference import Move
from planner.match import find_pairs_again, same_tests
from planner.progress import Stop, never
from planner.service.checking import kept_reasons
from planner.service.errors import RefusedError
from planner.service.opening import OpenedCase, kept_opened, opened_from
from planner.service.owning import plan_of_project
from planner.service.pairing import kept_pairs, pairs_of
from planner.service.planning import make_plan
from planner.store import ForgottenError, Transaction, cases, plans
from planner.store.plans import PlanInfo
from planner.store.shelf import Reach

SECONDS = 10.0
"""How long a preview may take; the best plan so far is shown with its gaps."""

FIRST = (Tier.SHORTAGE, Tier.PLACEMENTS)
"""What comes before few changes: no minimum is missed and no post left empty for the sake of staying put."""

RULED_OUT = frozenset({DecisionKind.FORBID, DecisionKind.DECLINED})


@dataclass(frozen=True, slots=True)
class Ask:
    """The wish to repair a plan.

    Parameters
    ----------
    plan_id
        The plan at hand.
    decision
        What is being decided, if it is not saved yet: it takes the place of what holds for its pair.
    withdrawn
        A pair whose decision is being taken back.
    max_moves
        At most this many other people may lose the place they have in the plan; ``None``: as few as possible.
    """

    plan_id: str
    decision: Decision | None = None
    withdrawn: tuple[str, str] | None = None
    max_moves: int | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """A plan repaired around a decision.

    Parameters
    ----------
    plan
        As it would be saved; infeasible if no plan keeps every rule.
    moves
        Whose place differs from the plan at hand, the person decided on among them.
    tiers
        What the plan at hand and the repaired one reach.
    """

    ask: Ask
    plan: Plan
    moves: tuple[Move, ...]
    tiers: tuple[TierPair, ...]

    @property
    def possible(self) -> bool:
        """Whether there is a plan that keeps every rule."""
        return self.plan.has_placements


Found = tuple[OpenedCase, Pairs, Remembered | None]


@dataclass(frozen=True, slots=True)
class Damaged:
    """A plan that is to be repaired.

    Parameters
    ----------
    case
        What it is repaired for: the people, places and decisions of this moment.
    plan
        The plan at hand.
    found
        Returns the case as one that can be planned, its pairs, and what its check need not work out. What is known of
        the plan's own case is not worked out again where both differ in decisions only.
    """

    case: Case
    plan: Plan
    found: Callable[[], Found]


def case_to_repair(tx: Transaction, project: str, ask: Ask) -> Damaged:
    """Return the case of a repair, and the plan at hand.

    The case holds the people, places and decisions of this moment. What the decisions rule out of the plan at hand is
    no longer counted as a change: only what happens to the others is.

    Raises
    ------
    NotFoundError
        ``store.no_plan``, ``store.no_places``.
    RefusedError
        ``repair.no_version`` if the plan comes from no scenario of the project.
    """
    info = plan_of_project(tx, project, ask.plan_id)
    if info.version_id is None:
        raise RefusedError.of("repair.no_version")
    case = cases.assemble(tx, project, info.version_id, previous_plan=ask.plan_id)
    decided = {(d.candidate_id, d.site_id): d for d in case.decisions}
    if ask.withdrawn is not None:
        decided.pop(ask.withdrawn, None)
    if ask.decision is not None:
        decided[ask.decision.candidate_id, ask.decision.site_id] = ask.decision
    fixed = {d.candidate_id: d.site_id for d in decided.values() if d.decision in FIXED}
    kept = tuple(
        (one, other)
        for one, other in case.previous_plan
        if fixed.get(one, other) == other
        and not ((d := decided.get((one, other))) is not None and d.decision in RULED_OUT)
    )
    present = replace(
        case,
        scenario=_staying_put(case.scenario, ask.max_moves),
        decisions=tuple(decided.values()),
        previous_plan=kept,
    )
    plan, before = plans.kept_plan(tx, info), _known_case(tx, project, info)
    if before is None or not same_tests(present, before):
        return Damaged(present, plan, lambda: _from_nothing(present))
    changed = before.amended(
        scenario=present.scenario, decisions=present.decisions, previous_plan=present.previous_plan
    )
    return Damaged(changed, plan, lambda: _from_before(tx.shelf, project, changed, before))


def _known_case(tx: Transaction, project: str, info: PlanInfo) -> Case | None:
    """Return the case that a plan was made from; ``None`` once somebody in it has been deleted."""
    try:
        return cases.kept_case(tx, project, info.case_hash)
    except ForgottenError:
        return None


def _from_nothing(case: Case) -> Found:
    opened = opened_from(case)
    return opened, pairs_of(opened), None


def _from_before(shelf: Reach, project: str, case: Case, before: Case) -> Found:
    known = kept_opened(shelf, project, before)
    opened = replace(known, case=case)
    pairs = find_pairs_again(case, opened.law, opened.travel, before, kept_pairs(shelf, project, known))
    return opened, pairs, kept_reasons(shelf, project, known)


def repaired(damaged: Damaged, ask: Ask, *, time_limit: float | None = SECONDS, stop: Stop = never) -> Repair:
    """Solve a repair.

    Raises
    ------
    InputError
        If minutes between two neighbourhoods cannot be found.
    """
    opened, pairs, remembered = damaged.found()
    plan = make_plan(opened, pairs=pairs, remembered=remembered, time_limit=time_limit, stop=stop).plan
    return Repair(ask, plan, moves_between(damaged.plan, plan), tier_pairs(damaged.plan, plan))


def _staying_put(scenario: Scenario, max_moves: int | None) -> Scenario:
    """Put few changes right behind the first tiers, and cap them."""
    order: list[Tier] = [tier for tier in scenario.tiers.order if tier is not Tier.CHANGES]
    behind = max((at + 1 for at, tier in enumerate(order) if tier in FIRST), default=0)
    order.insert(behind, Tier.CHANGES)
    tolerance = {tier: share for tier, share in scenario.tiers.tolerance.items() if tier is not Tier.CHANGES}
    tiers = scenario.tiers.model_copy(update={"order": tuple(order), "tolerance": tolerance})
    return scenario.model_copy(update={"tiers": tiers, "max_changes": max_moves})
