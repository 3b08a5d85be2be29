"""Guards against nodding: which are on, what reviewers thought before they saw the reasons, and what came of it."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, func, insert, select

from planner.domain import DecisionKind
from planner.store import layout
from planner.store.errors import ChangedMeanwhileError
from planner.store.store import Transaction


class View(StrEnum):
    """What a reviewer thinks of a proposal."""

    FITS = "fits"
    UNSURE = "unsure"
    UNFIT = "unfit"


@dataclass(frozen=True, slots=True)
class Guard:
    """Which guards a project has.

    Parameters
    ----------
    own_view
        Whether reviewers note their own view before they see the reasons.
    sample
        Percent of acceptances that need a reason.
    seed
        What the sample is drawn from, with the pair.
    """

    own_view: bool = False
    sample: int = 100
    seed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnView:
    """What somebody thought of a proposal before they saw the reasons."""

    view: View
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FirstStep:
    """The first step anybody took about a person.

    Parameters
    ----------
    proposed
        Whether a plan made before had proposed the very pair.
    """

    state: DecisionKind
    by: str
    proposed: bool


def get_guard(tx: Transaction, project: str) -> Guard:
    """Return the guards of a project; every acceptance needs a reason unless somebody set it otherwise."""
    table = layout.review_guards
    wanted = select(table.c.own_view, table.c.sample, table.c.seed).where(table.c.project_id == project)
    row = tx.run(wanted).first()
    return Guard() if row is None else Guard(*row)


def set_guard(tx: Transaction, project: str, *, own_view: bool, sample: int, by: str) -> Guard:
    """Switch the guards of a project; the seed is drawn once and stays.

    Parameters
    ----------
    sample
        0 to 100 percent.
    """
    table = layout.review_guards
    guard = Guard(own_view, min(100, max(0, sample)), get_guard(tx, project).seed or secrets.token_hex(8))
    tx.run(delete(table).where(table.c.project_id == project))
    values = {"own_view": guard.own_view, "sample": guard.sample, "seed": guard.seed}
    tx.run(insert(table).values(project_id=project, **values, by=by, at=tx.now))
    return guard


def note_view(
    tx: Transaction, project: str, candidate_id: str, site_id: str, view: View, note: str, *, by: str
) -> OwnView:
    """Keep somebody's own view of a proposal, once.

    Raises
    ------
    ChangedMeanwhileError
        If they have noted one already: what was thought before is not changed afterwards.
    """
    before = get_view(tx, project, candidate_id, site_id, by=by)
    if before is not None:
        raise ChangedMeanwhileError(by, before.at, 1)
    made = OwnView(view=view, note=note.strip(), by=by, at=tx.now)
    pair = {"project_id": project, "candidate_id": candidate_id, "site_id": site_id}
    tx.run(insert(layout.own_views).values(**pair, by=by, view=view.value, note=made.note, at=made.at))
    return made


def get_view(
    tx: Transaction, project: str, candidate_id: str, site_id: str | None = None, *, by: str
) -> OwnView | None:
    """Return somebody's own view of a proposal, or their latest of any proposal to the person."""
    table = layout.own_views
    wanted = select(table.c.view, table.c.note, table.c.by, table.c.at).where(
        table.c.project_id == project, table.c.candidate_id == candidate_id, table.c.by == by
    )
    if site_id is not None:
        wanted = wanted.where(table.c.site_id == site_id)
    row = tx.run(wanted.order_by(table.c.at.desc())).mappings().first()
    return None if row is None else OwnView(**{**row, "view": View(row["view"])})


def first_steps(tx: Transaction, project: str) -> tuple[FirstStep, ...]:
    """Return the first step about each person of a project on whom anybody has decided, in no order that tells who."""
    table, plans, placed = layout.decision_history, layout.plans, layout.plan_placements
    proposals = select(placed.c.candidate_id, placed.c.site_id, func.min(plans.c.made_at, type_=layout.Instant)).join(
        plans, plans.c.plan_id == placed.c.plan_id
    )
    proposals = proposals.where(plans.c.project_id == project).group_by(placed.c.candidate_id, placed.c.site_id)
    since = {(one, other): at for one, other, at in tx.run(proposals)}
    steps = select(table.c.candidate_id, table.c.site_id, table.c.state, table.c.by, table.c.at).where(
        table.c.project_id == project, table.c.state.is_not(None)
    )
    first: dict[str, FirstStep] = {}
    for one, site, state, by, at in tx.run(steps.order_by(table.c.at, table.c.version)):
        made = since.get((one, site))
        first.setdefault(one, FirstStep(DecisionKind(state), by, made is not None and made < at))
    return tuple(sorted(first.values(), key=lambda step: (step.state, step.by, step.proposed)))
