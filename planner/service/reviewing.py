"""The reviewer's desk: a queue, the most pressing first, and the card of one person with everything about them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from planner.domain import Candidate, Case, DecisionKind, Pair, Pairs, Placement, Plan
from planner.explain.why import WhyPlaced, why_placed
from planner.explain.why.near import Misses, misses
from planner.law import Assessment, assess
from planner.service.acting import looking_at_people
from planner.service.errors import RefusedError
from planner.service.opening import OpenedCase, kept_opened
from planner.service.owning import case_and_plan, plan_of_project
from planner.service.pairing import kept_pairs
from planner.store import Role, Store, User, decisions, reads
from planner.store.decisions import STEPS, StoredDecision
from planner.store.plans import PlanInfo

ALTERNATIVES = 3


@dataclass(frozen=True)
class Desk:
    """A plan under review with everything that a card is made of; loaded once, then kept for the session.

    It never changes: decisions are read anew for each card.
    """

    info: PlanInfo
    plan: Plan
    opened: OpenedCase
    pairs: Pairs

    @property
    def case(self) -> Case:
        """The case the plan was made from."""
        return self.opened.case


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """One proposal in the queue.

    Parameters
    ----------
    decision
        The state of the pair; ``None`` if nobody has decided on it.
    open
        Whether it waits for a decision.
    declined
        How many proposals the person has declined so far, this one included.
    """

    placement: Placement
    site_name: str
    waiting_since: date | None
    decision: StoredDecision | None
    open: bool
    declined: int = 0


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another possible place for a person.

    Parameters
    ----------
    free
        Posts that the plan leaves empty there.
    """

    pair: Pair
    free: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCard:
    """Everything about one person and the place proposed to them.

    Parameters
    ----------
    placement, pair
        What the plan proposes, and its quality by parts; ``None`` if it proposes nothing.
    unplaced
        The code of the reason, if it proposes nothing.
    alternatives
        The best other possible places, by quality, then way.
    decision
        The state of the proposed pair; its ``version`` is what the next step expects.
    steps
        The states that may come next.
    history
        Every step about the person, in the order they were taken.
    why
        What speaks for the proposal: the parts of the quality, the rules met, what it adds; ``None`` without one.
    misses
        The sites that the person misses by one rule.
    """

    candidate: Candidate
    assessment: Assessment
    placement: Placement | None
    pair: Pair | None
    unplaced: str
    alternatives: tuple[Alternative, ...]
    decision: StoredDecision | None
    steps: frozenset[DecisionKind | None]
    history: tuple[StoredDecision, ...]
    why: WhyPlaced | None
    misses: Misses

    @property
    def version(self) -> int:
        """The version of the proposed pair; 0 if nobody has decided on it."""
        return self.decision.version if self.decision else 0


def open_desk(store: Store, user: User, project: str, plan_id: str) -> Desk:
    """Load a plan for review; the log of reads notes it. Reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    ForgottenError
        If somebody in it was deleted; names the rule.
    NotFoundError
        ``store.no_plan``.
    """
    with looking_at_people(store, user, Role.REVIEWER) as tx:
        info = plan_of_project(tx, project, plan_id)
        case, plan = case_and_plan(tx, project, plan_id)
        reads.log_read(tx, user.user_id, project, "desk")
    opened = kept_opened(tx.shelf, project, case)
    return Desk(info, plan, opened, kept_pairs(tx.shelf, project, opened))


def review_queue(store: Store, user: User, desk: Desk) -> tuple[QueueRow, ...]:
    """Return the proposals of a plan: those that wait for a decision first, among them who has waited longest.

    Reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with looking_at_people(store, user, Role.REVIEWER) as tx:
        decided = {(d.candidate_id, d.site_id): d for d in decisions.list_decisions(tx, desk.info.project_id)}
        reads.log_read(tx, user.user_id, desk.info.project_id, "queue")
    declined = _declined(decided.values())
    rows = (_row(desk, placement, decided, declined) for placement in desk.plan.placements)
    return tuple(
        sorted(rows, key=lambda row: (not row.open, row.waiting_since or date.max, row.placement.candidate_id))
    )


def count_declined(store: Store, user: User, project: str) -> Mapping[str, int]:
    """Return how many proposals each person has declined; people who declined none are missing. Reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with looking_at_people(store, user, Role.REVIEWER) as tx:
        reads.log_read(tx, user.user_id, project, "declined")
        return _declined(decisions.list_decisions(tx, project))


def case_card(store: Store, user: User, desk: Desk, candidate_id: str) -> CaseCard:
    """Return everything about one person; the log of reads notes whom. Reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    RefusedError
        ``review.not_in_case``.
    """
    project, case = desk.info.project_id, desk.case
    with looking_at_people(store, user, Role.REVIEWER) as tx:
        if candidate_id not in case.candidate_of:
            raise RefusedError.of("review.not_in_case")
        history = decisions.history(tx, project, candidate_id)
        placement = next((p for p in desk.plan.placements if p.candidate_id == candidate_id), None)
        site = placement.site_id if placement else ""
        decision = decisions.get_decision(tx, project, candidate_id, site)
        reads.log_read(tx, user.user_id, project, "card", candidate_id)
    possible = _possible(desk, candidate_id)
    placed = Counter(p.site_id for p in desk.plan.placements)
    others = sorted((p for one, p in possible.items() if one != site), key=lambda p: (-p.quality, p.minutes, p.site_id))
    candidate = case.candidate_of[candidate_id]
    return CaseCard(
        candidate=candidate,
        assessment=assess(candidate, case.scenario, desk.opened.law),
        placement=placement,
        pair=possible.get(site),
        unplaced=next((u.reason for u in desk.plan.unplaced if u.candidate_id == candidate_id), ""),
        alternatives=tuple(
            Alternative(pair, max(0, case.site_of[pair.site_id].posts - placed[pair.site_id]))
            for pair in others[:ALTERNATIVES]
        ),
        decision=decision,
        steps=STEPS[decision.state if decision else None],
        history=history,
        why=_why(desk, possible.get(site), candidate_id),
        misses=misses(case, desk.opened.law, desk.opened.travel, candidate),
    )


def case_history(store: Store, user: User, desk: Desk, candidate_id: str) -> tuple[StoredDecision, ...]:
    """Return every step about one person, as ``CaseCard`` has them. Reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with looking_at_people(store, user, Role.REVIEWER) as tx:
        return decisions.history(tx, desk.info.project_id, candidate_id)


def _declined(steps: Iterable[StoredDecision]) -> Counter[str]:
    return Counter(step.candidate_id for step in steps if step.state is DecisionKind.DECLINED)


def _row(
    desk: Desk,
    placement: Placement,
    decided: Mapping[tuple[str, str], StoredDecision],
    declined: Mapping[str, int],
) -> QueueRow:
    decision = decided.get((placement.candidate_id, placement.site_id))
    state = decision.state if decision else None
    return QueueRow(
        placement=placement,
        site_name=desk.case.site_of[placement.site_id].name,
        waiting_since=desk.case.candidate_of[placement.candidate_id].waiting_since,
        decision=decision,
        open=state is None or state is DecisionKind.PIN,
        declined=declined.get(placement.candidate_id, 0),
    )


def _why(desk: Desk, pair: Pair | None, candidate_id: str) -> WhyPlaced | None:
    """Return what speaks for a proposal; nothing is solved for it."""
    law, travel = desk.opened.law, desk.opened.travel
    return None if pair is None else why_placed(desk.case, desk.pairs, desk.plan, law, travel, candidate_id)


def _possible(desk: Desk, candidate_id: str) -> dict[str, Pair]:
    """Return the possible pairs of a person by site id."""
    rows = np.flatnonzero(desk.pairs.candidate == desk.case.candidate_position[candidate_id]).tolist()
    pairs = (desk.pairs.row(desk.case, row) for row in rows)
    return {pair.site_id: pair for pair in pairs}
