"""The audit trail: read, verified, and its plans made again."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.domain import Plan
from planner.service.acting import looking, looking_at_people
from planner.service.errors import RefusedError
from planner.service.opening import opened_from
from planner.service.planning import make_plan
from planner.store import Role, Store, User, audit, cases, plans
from planner.store.audit import Entry, Finding, Head


@dataclass(frozen=True, slots=True)
class Verified:
    """What a look at the whole trail found; ``head`` is worth noting elsewhere."""

    findings: tuple[Finding, ...]
    head: Head


@dataclass(frozen=True, slots=True)
class Replayed:
    """Whether a plan came out again as it was kept, but for times and machine."""

    seq: int
    plan_id: str
    same: bool


def verify_audit(store: Store, user: User, anchor: Head | None = None) -> Verified:
    """Find every entry that was changed, removed, put elsewhere or cut off. Administrators may.

    Parameters
    ----------
    anchor
        A head noted earlier outside the database.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with looking(store, user, Role.ADMIN) as tx:
        return Verified(audit.verify(tx, anchor), audit.head(tx))


def list_audit(store: Store, user: User, *, after: int = 0, project: str | None = None) -> Sequence[Entry]:
    """Return the entries in order; persons stand in them only as keyed hashes. Administrators may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with looking(store, user, Role.ADMIN) as tx:
        return tuple(audit.entries(tx, after=after, project=project))


def replay_entry(store: Store, user: User, seq: int) -> Replayed:
    """Make the plan of an entry again from its case and compare. Administrators and planners may.

    Nothing of the case is handed on, only whether the plan is the same. A plan that was proven best comes out equal;
    one that was stopped early may not.

    Raises
    ------
    ForbiddenError
        If the user may not.
    ForgottenError
        If somebody in the case was deleted; names the rule.
    NotFoundError
        ``store.no_plan`` or ``store.no_case`` if its period is over.
    RefusedError
        ``replay.no_plan`` if the entry made none.
    """
    with looking_at_people(store, user, Role.ADMIN, Role.PLANNER) as tx:
        entry = next((one for one in audit.entries(tx, after=seq - 1) if one.seq == seq), None)
        plan_id = str(entry.details.get("plan_id", "")) if entry else ""
        if entry is None or not entry.case_hash or not plan_id:
            raise RefusedError.of("replay.no_plan", seq=seq)
        case = cases.recall(tx, entry.project_id, entry.case_hash)
        kept = plans.load_plan(tx, plan_id)
    again = make_plan(opened_from(case)).plan
    return Replayed(seq, plan_id, _comparable(again) == _comparable(kept))


def _comparable(plan: Plan) -> tuple[object, ...]:
    """Return everything a plan decides; how it was found may differ."""
    return (
        plan.status,
        plan.law,
        plan.case_hash,
        sorted(plan.placements, key=lambda p: (p.candidate_id, p.site_id)),
        sorted((u.candidate_id, u.reason) for u in plan.unplaced),
        plan.neighbourhoods,
        plan.limits,
        plan.tiers,
    )
