"""Plans with their certificate, each beside the hash of the exact case it was made from."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import RowMapping, insert, select, update

from planner.domain import Placement, Plan, Status, Unplaced
from planner.store import layout
from planner.store.codec import from_json, plain_json, record, row_of
from planner.store.errors import NotFoundError
from planner.store.ids import new_id
from planner.store.plan_content import conflict_of, conflict_row, head_json, plan_of
from planner.store.projects import next_revision
from planner.store.proofs import DecisionPrice, decision_prices
from planner.store.store import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanInfo:
    """What is said of a plan in a list; nobody is in it.

    Parameters
    ----------
    number
        Counts the plans of the project in the order in which they were made; that of a deleted plan is not given again.
    version_id
        The scenario version it was made from.
    repair_of
        The plan that it repairs, which may be deleted by now; ``None`` for one that was solved from its scenario.
    placed
        How many placements it had when it was made.
    removed, removed_rule
        How many of its rows deletion has taken out since, and by which rule last.
    """

    plan_id: str
    project_id: str
    number: int
    case_hash: str
    version_id: str | None
    repair_of: str | None
    status: Status
    law: str
    placed: int
    made_at: datetime
    made_by: str
    released_at: datetime | None
    released_by: str | None
    removed: int
    removed_rule: str | None


def save_plan(
    tx: Transaction,
    project: str,
    plan: Plan,
    *,
    by: str,
    version_id: str | None = None,
    repair_of: str | None = None,
) -> PlanInfo:
    """Keep a plan that has passed its check.

    Parameters
    ----------
    by
        User id.
    version_id
        The scenario version it was made from.
    repair_of
        The plan that it repairs.
    """
    info = PlanInfo(
        plan_id=new_id(),
        project_id=project,
        # Never given twice: minutes and letters name a plan by it long after its retention is over.
        number=next_revision(tx, project, "plans_made"),
        case_hash=plan.case_hash,
        version_id=version_id,
        repair_of=repair_of,
        status=plan.status,
        law=plan.law,
        placed=len(plan.placements),
        made_at=tx.now,
        made_by=by,
        released_at=None,
        released_by=None,
        removed=0,
        removed_rule=None,
    )
    values = {name: getattr(info, name) for name in PlanInfo.__slots__}
    tx.run(insert(layout.plans).values({**values, "status": plan.status.value, "content": head_json(plan)}))
    key = {"plan_id": info.plan_id}
    placements = [
        {**key, "candidate_id": p.candidate_id, "site_id": p.site_id, "content": plain_json(record(p))}
        for p in plan.placements
    ]
    tx.insert(insert(layout.plan_placements), placements)
    unplaced = [{**key, "candidate_id": u.candidate_id, "reason": u.reason} for u in plan.unplaced]
    tx.insert(insert(layout.plan_unplaced), unplaced)
    conflicts = [{**key, "position": at, **conflict_row(c)} for at, c in enumerate(plan.conflict)]
    tx.insert(insert(layout.plan_conflicts), conflicts)
    tx.insert(insert(layout.plan_prices), [{**key, **asdict(price)} for price in decision_prices(plan)])
    return info


def load_plan(tx: Transaction, plan_id: str) -> Plan:
    """Return a plan as it was saved, but for the rows that deletion has taken out (``PlanInfo.removed``); with such a
    gap it has no certificate any more.

    Raises
    ------
    NotFoundError
        ``store.no_plan``.
    """
    table = layout.plans
    head = tx.run(select(table.c.content, table.c.removed).where(table.c.plan_id == plan_id)).first()
    if head is None:
        raise NotFoundError.of("store.no_plan")
    placed, left, clash = layout.plan_placements, layout.plan_unplaced, layout.plan_conflicts
    placements = tx.run(select(placed.c.content).where(placed.c.plan_id == plan_id)).scalars()
    unplaced = tx.run(select(left.c.candidate_id, left.c.reason).where(left.c.plan_id == plan_id))
    conflicts = tx.run(select(clash.c.content).where(clash.c.plan_id == plan_id).order_by(clash.c.position)).scalars()
    price = layout.plan_prices
    columns = (price.c.tier, price.c.candidate_id, price.c.site_id, price.c.price)
    prices = tx.run(select(*columns).where(price.c.plan_id == plan_id))
    plan = plan_of(
        head.content,
        placements=sorted(
            (row_of(Placement, from_json(p)) for p in placements), key=lambda p: (p.candidate_id, p.site_id)
        ),
        unplaced=sorted((Unplaced(candidate_id=c, reason=r) for c, r in unplaced), key=lambda u: u.candidate_id),
        conflict=[conflict_of(c) for c in conflicts],
        prices=[DecisionPrice(*row) for row in prices],
    )
    return replace(plan, certificate=None) if head.removed else plan


def kept_plan(tx: Transaction, info: PlanInfo) -> Plan:
    """Return a plan as ``load_plan`` does, read at most once in a while and anew as soon as deletion has touched it.

    Raises
    ------
    NotFoundError
        ``store.no_plan``.
    """
    return tx.shelf.get(("plan", info.plan_id, info.removed), lambda: load_plan(tx, info.plan_id))


def get_plan(tx: Transaction, plan_id: str) -> PlanInfo:
    """Return what is said of a plan in a list.

    Raises
    ------
    NotFoundError
        ``store.no_plan``.
    """
    row = tx.run(select(*_COLUMNS).where(layout.plans.c.plan_id == plan_id)).mappings().first()
    if row is None:
        raise NotFoundError.of("store.no_plan")
    return _info(row)


def list_plans(tx: Transaction, project: str) -> tuple[PlanInfo, ...]:
    """Return the plans of a project, the newest first."""
    table = layout.plans
    wanted = select(*_COLUMNS).where(table.c.project_id == project).order_by(table.c.number.desc(), table.c.plan_id)
    return tuple(_info(row) for row in tx.run(wanted).mappings())


def release_plan(tx: Transaction, plan_id: str, by: str) -> PlanInfo:
    """Make a plan the one the office works with; releasing it again changes nothing.

    Raises
    ------
    NotFoundError
        ``store.no_plan``.
    """
    table = layout.plans
    info = get_plan(tx, plan_id)
    if info.released_at is None:
        last = released_plan(tx, info.project_id)
        behind = last.released_at + timedelta(microseconds=1) if last and last.released_at else tx.now
        at = max(tx.now, behind)  # so that the last one stays the last, also when the clock is set back
        tx.run(update(table).where(table.c.plan_id == plan_id).values(released_at=at, released_by=by))
    return get_plan(tx, plan_id)


def released_plan(tx: Transaction, project: str) -> PlanInfo | None:
    """Return the plan that was released last, if any was."""
    table = layout.plans
    wanted = select(*_COLUMNS).where(table.c.project_id == project, table.c.released_at.is_not(None))
    row = tx.run(wanted.order_by(table.c.released_at.desc(), table.c.plan_id).limit(1)).mappings().first()
    return None if row is None else _info(row)


def placed_pairs(tx: Transaction, plan_id: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of candidate id and site id of a plan.

    Raises
    ------
    NotFoundError
        ``store.no_plan``.
    """
    get_plan(tx, plan_id)
    table = layout.plan_placements
    found = tx.run(select(table.c.candidate_id, table.c.site_id).where(table.c.plan_id == plan_id))
    return tuple(sorted((one, other) for one, other in found))


def _info(row: RowMapping) -> PlanInfo:
    return PlanInfo(**{**row, "status": Status(row["status"])})


_COLUMNS = tuple(layout.plans.c[name] for name in PlanInfo.__slots__)
