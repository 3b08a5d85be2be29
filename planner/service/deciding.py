"""What reviewers decide, seen beforehand and saved whole: the decision alone, or with the plan repaired around it."""

from dataclasses import dataclass
from datetime import date

from planner.domain import Decision, DecisionKind
from planner.progress import Stop, never
from planner.service.acting import Change, changing, looking_at_people
from planner.service.errors import OutdatedError, RefusedError
from planner.service.guarding import reason_needed, require_guarded
from planner.service.repairing import SECONDS, Ask, Repair, case_to_repair, repaired
from planner.store import (
    ChangedMeanwhileError,
    Role,
    Store,
    Transaction,
    User,
    cases,
    decisions,
    guards,
    people,
    places,
    plans,
    reads,
    users,
)
from planner.store.decisions import StoredDecision
from planner.store.plans import PlanInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step that a reviewer takes with one pair.

    Parameters
    ----------
    state
        ``None`` takes an earlier decision back: the pair is only proposed again.
    since
        First working day, with ``accepted`` and ``started``; kept from before where it is not given.
    until
        Last working day, with ``ended``.
    """

    candidate_id: str
    site_id: str
    state: DecisionKind | None
    since: date | None = None
    until: date | None = None

    def ask(self, plan_id: str, before: StoredDecision | None, max_moves: int | None) -> Ask:
        """Return what is to be repaired if this step is taken after the one before."""
        pair = self.candidate_id, self.site_id
        if self.state is None:
            return Ask(plan_id, withdrawn=pair, max_moves=max_moves)
        since = self.since or decisions.first_day_kept(before, self.state)
        decision = Decision(candidate_id=pair[0], site_id=pair[1], decision=self.state, since=since)
        return Ask(plan_id, decisions.for_plans(decision), max_moves=max_moves)


@dataclass(frozen=True, slots=True)
class Decided:
    """What was saved."""

    decision: StoredDecision
    plan: PlanInfo | None


def preview_decision(
    store: Store,
    user: User,
    project: str,
    plan_id: str,
    step: Step,
    *,
    max_moves: int | None = None,
    time_limit: float | None = SECONDS,
    stop: Stop = never,
) -> Repair:
    """Return the plan as it would be after a step, with the fewest changes for the others. Nothing is saved.

    Parameters
    ----------
    plan_id
        The plan at hand.
    max_moves
        At most this many other people may lose their place; ``None``: as few as possible.
    time_limit
        Seconds for the solver.

    Raises
    ------
    ForbiddenError
        If the user may not; reviewers may.
    NotFoundError
        ``store.no_plan``.
    RefusedError
        ``repair.no_version``.
    """
    with looking_at_people(store, user, Role.REVIEWER) as tx:
        before = decisions.get_decision(tx, project, step.candidate_id, step.site_id)
        ask = step.ask(plan_id, before, max_moves)
        damaged = case_to_repair(tx, project, ask)
        reads.log_read(tx, user.user_id, project, "preview", step.candidate_id)
    return repaired(damaged, ask, time_limit=time_limit, stop=stop)


def decide(
    store: Store,
    user: User,
    project: str,
    step: Step,
    *,
    expected_version: int,
    reason: str,
    repair: Repair | None = None,
) -> Decided:
    """Save a step and, if it was previewed, the plan repaired around it: both or neither. Reviewers may.

    Parameters
    ----------
    expected_version
        The version of the pair that the reviewer saw; 0 for a pair nobody has decided on.
    reason
        Why; stays here and is never exported. May be blank where the project wants reasons for a sample of acceptances
        only and the pair is not in it.
    repair
        What ``preview_decision`` returned for this very step.

    Raises
    ------
    ForbiddenError
        If the user may not.
    ChangedMeanwhileError
        If somebody else decided on the pair since; names who and when. Nothing is overwritten.
    DecisionError
        ``decision.no_reason``, ``decision.no_step``, ``decision.ended_before``, ``decision.fixed_elsewhere``.
    OutdatedError
        ``repair.outdated`` if the case is no longer that of the preview. Nothing is saved, the decision neither.
    NotFoundError
        ``store.no_person``.
    RefusedError
        ``repair.none`` if the preview found no plan; ``decision.no_site``; ``review.no_view`` if the project asks for
        one's own view before a proposal is accepted.
    """
    with changing(store, user, Role.REVIEWER) as change:
        tx = change.tx
        _require_known(tx, project, step)
        accepting = step.state is DecisionKind.ACCEPTED
        if accepting:
            require_guarded(tx, change.user, project, step.candidate_id)
        guard = guards.get_guard(tx, project)
        try:
            decision = decisions.decide(
                tx,
                project,
                step.candidate_id,
                step.site_id,
                step.state,
                expected_version=expected_version,
                reason=reason,
                by=change.user.user_id,
                since=step.since,
                until=step.until,
                unexplained=accepting and not reason_needed(guard, step.candidate_id, step.site_id),
            )
        except ChangedMeanwhileError as error:
            raise _by_name(change, error) from None
        info = None if repair is None else _save(change, project, repair)
        change.note(
            "decision.made",
            project,
            plan=repair.plan if repair else None,
            person=change.person(project, step.candidate_id),
            site_id=step.site_id,
            state=decision.state or "none",
            version=decision.version,
            plan_id=info.plan_id if info else "",
        )
    return Decided(decision, info)


def preview_repair(
    store: Store,
    user: User,
    project: str,
    plan_id: str,
    *,
    max_moves: int | None = None,
    time_limit: float | None = SECONDS,
    stop: Stop = never,
) -> Repair:
    """Return a plan repaired around everything decided by now, with the fewest changes. Nothing is saved.

    Raises
    ------
    ForbiddenError
        If the user may not; reviewers may.
    NotFoundError
        ``store.no_plan``.
    RefusedError
        ``repair.no_version``.
    """
    ask = Ask(plan_id, max_moves=max_moves)
    with looking_at_people(store, user, Role.REVIEWER) as tx:
        damaged = case_to_repair(tx, project, ask)
        reads.log_read(tx, user.user_id, project, "preview")
    return repaired(damaged, ask, time_limit=time_limit, stop=stop)


def save_repair(store: Store, user: User, project: str, repair: Repair) -> PlanInfo:
    """Save a plan that ``preview_repair`` returned. Reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    OutdatedError
        ``repair.outdated`` if the case is no longer that of the preview.
    RefusedError
        ``repair.none`` if the preview found no plan.
    """
    with changing(store, user, Role.REVIEWER) as change:
        info = _save(change, project, repair)
        change.note("plan.repaired", project, plan=repair.plan, plan_id=info.plan_id, before=repair.ask.plan_id)
    return info


def _save(change: Change, project: str, repair: Repair) -> PlanInfo:
    """Save the repaired plan if its case is what is there now, with the decision that has just been saved."""
    if not repair.possible:
        raise RefusedError.of("repair.none")
    now = Ask(repair.ask.plan_id, max_moves=repair.ask.max_moves)
    case = case_to_repair(change.tx, project, now).case
    if case.hash != repair.plan.case_hash:
        raise OutdatedError.of("repair.outdated")
    before = plans.get_plan(change.tx, now.plan_id)
    cases.remember(change.tx, project, case)
    return plans.save_plan(
        change.tx,
        project,
        repair.plan,
        by=change.user.user_id,
        version_id=before.version_id,
        repair_of=before.plan_id,
    )


def _require_known(tx: Transaction, project: str, step: Step) -> None:
    """Refuse a pair that the project does not have."""
    people.get_person(tx, project, step.candidate_id)
    if all(site.site_id != step.site_id for site in places.get_places(tx, project).sites):
        raise RefusedError.of("decision.no_site", site_id=step.site_id)


def _by_name(change: Change, error: ChangedMeanwhileError) -> ChangedMeanwhileError:
    """Return the error with the name of whoever was faster in place of their id."""
    names = {one.user_id: one.name for one in users.list_users(change.tx)}
    return ChangedMeanwhileError(names.get(error.by, error.by), error.at, error.version)
