"""Why somebody else has the post: the reason where there is one, found by asking what giving it away would cost."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from planner.domain import FIXED, Case, Conflict, Decision, DecisionKind, Pairs, Plan, Status, Tier, TierResult
from planner.fairness.envy import Envy
from planner.progress import Stop, never
from planner.solve import Answer, Question, Workbench, solve


class Cause(StrEnum):
    """What speaks against giving the post to the one who claims it.

    ``rule``: no admissible plan does. ``tier``: the best plan that does is worse in an aim above quality. ``quality``:
    it is worse in the quality of all people together. ``none``: it is as good in all of these, so only an aim below
    quality, or the lot, made the difference. ``open``: not settled in the time given.
    """

    RULE = "rule"
    TIER = "tier"
    QUALITY = "quality"
    NONE = "none"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The answer to one case of envy.

    Parameters
    ----------
    exact
        Whether everything here is the exact answer. Otherwise, of ``tier``, it is a preview: proven is that this aim,
        an aim before it or a rule speaks against it, and that it costs at least ``amount``, if it is this aim; of
        ``none``, which lower aim made the difference is not known.
    tier, amount
        The first aim that gets worse and by how much, as a positive number; of ``none`` an aim below quality, if one
        does. Negative where the aim gets better by at least as much: then the plan was not the best.
    rules
        Of ``rule``: rules that cannot hold together with it.
    """

    cause: Cause
    exact: bool = True
    tier: Tier | None = None
    amount: int = 0
    rules: tuple[Conflict, ...] = ()


class Decided:
    """What is decided about people and their partners: grounds that need no solver."""

    def __init__(self, case: Case, pairs: Pairs) -> None:
        self._case, self._pairs = case, pairs
        self._fixed: dict[str, list[Decision]] = {}
        for decision in case.decisions:
            if decision.decision in FIXED:
                self._fixed.setdefault(decision.candidate_id, []).append(decision)
        self._partners: dict[str, list[str]] = {}
        for one in case.candidates:
            if one.tandem:
                self._partners.setdefault(one.tandem, []).append(one.candidate_id)

    def ground(self, envy: Envy) -> Ground | None:
        """Return the ground where a decision fixes the holder here or the person elsewhere, or a partner cannot come.

        Decisions and partners of a tandem are those of all its members.
        """
        held = (d for one in self._together(envy.holder_id) for d in self._fixed.get(one, ()))
        own = (d for one in self._together(envy.candidate_id) for d in self._fixed.get(one, ()))
        fixed = [d for d in held if d.site_id == envy.site_id] + [d for d in own if d.site_id != envy.site_id]
        if fixed:
            return Ground(cause=Cause.RULE, rules=tuple(map(_rule, fixed)))
        for partner in self._together(envy.candidate_id):
            if partner != envy.candidate_id and not self._possible(partner, envy.site_id):
                tandem = {"tandem": self._case.candidate_of[partner].tandem, "candidate_id": partner}
                return Ground(cause=Cause.RULE, rules=(Conflict(rule="tandem", params=tandem),))
        return None

    def _together(self, candidate_id: str) -> Sequence[str]:
        tandem = self._case.candidate_of[candidate_id].tandem
        return self._partners[tandem] if tandem else (candidate_id,)

    def _possible(self, candidate_id: str, site_id: str) -> bool:
        candidate, site = self._case.candidate_position[candidate_id], self._case.site_position[site_id]
        return bool((self._pairs.site[self._pairs.candidate == candidate] == site).any())


def by_preview(found: tuple[Tier, int] | None, order: Sequence[Tier]) -> Ground:
    """Return what the recorded prices tell of a pair: a higher aim where they prove one, else that it is open."""
    if found is not None and found[0] in above_quality(order) and found[1] > 0:
        return Ground(cause=Cause.TIER, exact=False, tier=found[0], amount=found[1])
    return Ground(cause=Cause.OPEN, exact=False)


def by_asking(bench: Workbench, plan: Plan, envy: Envy, *, time_limit: float | None, stop: Stop = never) -> Ground:
    """Return the exact ground: the price of giving the post to the person instead.

    Parameters
    ----------
    plan
        The plan in which the envy was found; the price is the difference from it.
    time_limit
        Seconds; ``None`` is unlimited. Where they are not enough the ground is ``open``.
    """
    order, clock = bench.case.scenario.tiers.order, time.monotonic()
    question = Question(
        with_pairs=((envy.candidate_id, envy.site_id),), without_pairs=((envy.holder_id, envy.site_id),)
    )
    before = {tier.name: tier for tier in plan.tiers}
    decisive = (*above_quality(order), Tier.QUALITY) if Tier.QUALITY in order else order
    answer = bench.ask(question, time_limit=time_limit, stop=stop, upto=decisive[-1] if decisive else None)
    left = None if time_limit is None else max(0.0, time_limit - (time.monotonic() - clock))
    if answer.status is Status.INFEASIBLE:
        return Ground(cause=Cause.RULE, rules=_conflict(bench, envy, left, stop))
    ground = _compared(answer, before, decisive, order)
    if ground != Ground(cause=Cause.NONE) or decisive == order:
        return ground
    whole = _compared(bench.ask(question, time_limit=left, stop=stop, upto=order[-1]), before, order, order)
    return whole if whole.exact else Ground(cause=Cause.NONE, exact=False)


def above_quality(order: Sequence[Tier]) -> tuple[Tier, ...]:
    """Return the aims before quality; all of them where quality is no aim."""
    return tuple(order[: order.index(Tier.QUALITY)] if Tier.QUALITY in order else order)


def _compared(
    answer: Answer, before: Mapping[Tier, TierResult], wanted: Sequence[Tier], order: Sequence[Tier]
) -> Ground:
    """Return the first of the wanted aims in which the answer is proven worse, if all before it are proven equal."""
    found = {tier.name: tier for tier in answer.tiers}
    for tier in wanted:
        if tier not in found:
            return Ground(cause=Cause.OPEN, exact=False)
        sign = 1 if tier.maximised else -1
        least, most = (sign * (before[tier].best - value) for value in (found[tier].bound, found[tier].best))
        if most < 0:
            return Ground(cause=Cause.NONE, tier=tier, amount=most)
        if most != least:
            return Ground(cause=Cause.OPEN, exact=False)
        if least > 0:
            return Ground(cause=_cause(tier, order), tier=tier, amount=least)
    return Ground(cause=Cause.NONE)


def _cause(tier: Tier, order: Sequence[Tier]) -> Cause:
    if tier in above_quality(order):
        return Cause.TIER
    return Cause.QUALITY if tier is Tier.QUALITY else Cause.NONE


def _conflict(bench: Workbench, envy: Envy, time_limit: float | None, stop: Stop) -> tuple[Conflict, ...]:
    """Name the rules that stand against the exchange, by solving the case with it as decisions."""
    case, pairs = bench.case, bench.pairs
    wanted, lost = (envy.candidate_id, envy.site_id), (envy.holder_id, envy.site_id)
    others = tuple(d for d in case.decisions if (d.candidate_id, d.site_id) not in {wanted, lost})
    pin = Decision(candidate_id=wanted[0], site_id=wanted[1], decision=DecisionKind.PIN)
    found = solve(
        replace(case, decisions=(*others, pin)),
        _without(case, pairs, lost),
        law_version=bench.plan.law,
        time_limit=time_limit,
        stop=stop,
    )
    return tuple(rule for rule in found.conflict if not _is(rule, wanted))


def _without(case: Case, pairs: Pairs, lost: tuple[str, str]) -> Pairs:
    kept = (pairs.candidate != case.candidate_position[lost[0]]) | (pairs.site != case.site_position[lost[1]])
    columns = ("candidate", "site", "hours", "minutes", "parts", "broken", "cost_class")
    return replace(pairs, **{name: getattr(pairs, name)[np.flatnonzero(kept)] for name in columns})


def _is(rule: Conflict, pair: tuple[str, str]) -> bool:
    return rule.rule == DecisionKind.PIN and (rule.params["candidate_id"], rule.params["site_id"]) == pair


def _rule(decision: Decision) -> Conflict:
    pair = {"candidate_id": decision.candidate_id, "site_id": decision.site_id}
    return Conflict(rule=decision.decision.value, params=pair)
