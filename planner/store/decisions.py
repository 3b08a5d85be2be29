"""What reviewers decided on pairs: every step checked, with its reason, its version and its history."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import RowMapping, func, insert, select, update

from planner.domain import FIXED, Decision, DecisionKind
from planner.store import layout
from planner.store.errors import ChangedMeanwhileError, DecisionError
from planner.store.store import Transaction

_NONE, _KIND = None, DecisionKind

STEPS: dict[DecisionKind | None, frozenset[DecisionKind | None]] = {
    _NONE: frozenset({_KIND.PIN, _KIND.FORBID, _KIND.ACCEPTED, _KIND.DECLINED}),
    _KIND.PIN: frozenset({_NONE, _KIND.FORBID, _KIND.ACCEPTED, _KIND.DECLINED}),
    _KIND.FORBID: frozenset({_NONE, _KIND.PIN}),
    _KIND.ACCEPTED: frozenset({_KIND.STARTED, _KIND.DECLINED}),
    _KIND.DECLINED: frozenset({_NONE}),
    _KIND.STARTED: frozenset({_KIND.ENDED}),
    _KIND.ENDED: frozenset({_KIND.ACCEPTED}),
}
"""From which state a pair can get into which; ``None`` is a pair that is only proposed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDecision:
    """The state of a pair after one step.

    Parameters
    ----------
    state
        ``None``: only proposed.
    since
        First working day.
    until
        Last working day, once it has ended.
    version
        Counts the steps of this pair from 1; 0 for a pair nobody has decided on.
    by
        User id.
    reason
        Why; never exported.
    """

    candidate_id: str
    site_id: str
    state: DecisionKind | None
    since: date | None
    until: date | None
    version: int
    by: str
    at: datetime
    reason: str

    def as_domain(self) -> Decision | None:
        """Return the decision for a case; ``None`` if the pair is only proposed."""
        if self.state is None:
            return None
        said = Decision(candidate_id=self.candidate_id, site_id=self.site_id, decision=self.state, since=self.since)
        return for_plans(said)


def for_plans(decision: Decision) -> Decision:
    """Return what a decision says to every plan of the project.

    In files ``ended`` is no rule. Here whoever has left a post is not proposed for it again: to bring them back,
    reviewers accept the pair anew.
    """
    if decision.decision is not DecisionKind.ENDED:
        return decision
    return Decision(
        candidate_id=decision.candidate_id, site_id=decision.site_id, decision=DecisionKind.FORBID, since=None
    )


def decide(
    tx: Transaction,
    project: str,
    candidate_id: str,
    site_id: str,
    state: DecisionKind | None,
    *,
    expected_version: int,
    reason: str,
    by: str,
    since: date | None = None,
    until: date | None = None,
    unexplained: bool = False,
) -> StoredDecision:
    """Take a step.

    Parameters
    ----------
    expected_version
        The version the reviewer saw; 0 for a pair nobody has decided on.
    by
        User id.
    since
        First working day; kept from the step before where it is not given, but for work that has ended.
    until
        Last working day, with ``ended``; where it is not given, today, or the first working day if that is still to
        come.
    unexplained
        Whether the reason may be left blank.

    Raises
    ------
    ChangedMeanwhileError
        If the pair has another version by now; nothing is changed.
    DecisionError
        ``decision.no_reason``, ``decision.no_step``, ``decision.ended_before`` if the last working day is before the
        first, or ``decision.fixed_elsewhere`` if the person is pinned, accepted or working at another site.
    """
    before = get_decision(tx, project, candidate_id, site_id)
    if before is not None and before.version != expected_version:
        raise ChangedMeanwhileError(before.by, before.at, before.version)
    if before is None and expected_version:
        raise ChangedMeanwhileError("", tx.now, 0)
    if not (reason.strip() or unexplained):
        raise DecisionError.of("decision.no_reason")
    _require_possible(tx, project, (candidate_id, site_id), before.state if before else None, state)
    first = since or first_day_kept(before, state)
    after = StoredDecision(
        candidate_id=candidate_id,
        site_id=site_id,
        state=state,
        since=first,
        until=last_day(first, until, tx.today) if state is DecisionKind.ENDED else None,
        version=expected_version + 1,
        by=by,
        at=_not_before_the_last(tx, project, candidate_id),
        reason=reason.strip(),
    )
    values = {name: getattr(after, name) for name in StoredDecision.__slots__}
    values |= {"project_id": project, "state": None if state is None else state.value}
    table = layout.decisions
    if before is None:
        tx.run(insert(table).values(values))
    else:
        tx.run(
            update(table)
            .where(table.c.project_id == project, table.c.candidate_id == candidate_id, table.c.site_id == site_id)
            .values(values)
        )
    tx.run(insert(layout.decision_history).values(values))
    return after


def first_day_kept(before: StoredDecision | None, state: DecisionKind | None) -> date | None:
    """Return the first working day that a step takes over from the one before, where it names none itself."""
    going_on = before is not None and before.state is not DecisionKind.ENDED
    return before.since if before and going_on and state in FIXED | {DecisionKind.ENDED} else None


def last_day(first: date | None, until: date | None, today: date) -> date:
    """Return the last working day; where none is named, today, or the first one if that is still to come.

    Raises
    ------
    DecisionError
        ``decision.ended_before`` if it is before the first.
    """
    if first is None:
        return until or today
    if until is not None and until < first:
        raise DecisionError.of("decision.ended_before", since=first.isoformat(), until=until.isoformat())
    return until or max(today, first)


def get_decision(tx: Transaction, project: str, candidate_id: str, site_id: str) -> StoredDecision | None:
    """Return the state of a pair; ``None`` if nobody has decided on it."""
    table = layout.decisions
    wanted = select(*_COLUMNS).where(
        table.c.project_id == project, table.c.candidate_id == candidate_id, table.c.site_id == site_id
    )
    row = tx.run(wanted).mappings().first()
    return None if row is None else _stored(row)


def list_decisions(tx: Transaction, project: str) -> tuple[StoredDecision, ...]:
    """Return the state of every pair that anyone decided on, sorted by ids; withdrawn ones too."""
    wanted = select(*_COLUMNS).where(layout.decisions.c.project_id == project)
    return tuple(sorted((_stored(row) for row in tx.run(wanted).mappings()), key=lambda d: (d.candidate_id, d.site_id)))


def history(tx: Transaction, project: str, candidate_id: str, site_id: str | None = None) -> tuple[StoredDecision, ...]:
    """Return every step about a person, or about one pair, in the order they were taken."""
    table = layout.decision_history
    wanted = select(*_STEPS_TAKEN).where(table.c.project_id == project, table.c.candidate_id == candidate_id)
    if site_id is not None:
        wanted = wanted.where(table.c.site_id == site_id)
    found = (_stored(row) for row in tx.run(wanted).mappings())
    return tuple(sorted(found, key=lambda d: (d.at, d.site_id, d.version)))


def _not_before_the_last(tx: Transaction, project: str, candidate_id: str) -> datetime:
    """Return now, or the instant of the person's last step where the clock was set back behind it."""
    table = layout.decision_history
    mine = (table.c.project_id == project, table.c.candidate_id == candidate_id)
    last = tx.run(select(func.max(table.c.at, type_=layout.Instant)).where(*mine)).scalar()
    return max(tx.now, last) if last else tx.now


def _require_possible(
    tx: Transaction,
    project: str,
    pair: tuple[str, str],
    before: DecisionKind | None,
    after: DecisionKind | None,
) -> None:
    if after not in STEPS[before]:
        raise DecisionError.of("decision.no_step", before=before or "none", after=after or "none")
    if after in FIXED:
        table = layout.decisions
        elsewhere = tx.run(
            select(table.c.site_id).where(
                table.c.project_id == project,
                table.c.candidate_id == pair[0],
                table.c.site_id != pair[1],
                table.c.state.in_([kind.value for kind in FIXED]),
            )
        ).scalar()
        if elsewhere is not None:
            raise DecisionError.of("decision.fixed_elsewhere", site_id=elsewhere)


def _stored(row: RowMapping) -> StoredDecision:
    state = row["state"]
    return StoredDecision(**{**row, "state": None if state is None else DecisionKind(state)})


_COLUMNS = tuple(layout.decisions.c[name] for name in StoredDecision.__slots__)
_STEPS_TAKEN = tuple(layout.decision_history.c[name] for name in StoredDecision.__slots__)
