"""Deletion: of one person, and of everything whose period is over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planner.service.acting import changing, looking
from planner.settings import backup_dir
from planner.store import NotFoundError, Role, Rule, Store, User, forget, people, retention
from planner.store.backups import drop_backups
from planner.store.forget import Forgotten
from planner.store.retention import Due
from planner.store.rules import months_before, periods, set_period


@dataclass(frozen=True, slots=True)
class Deleted:
    """What a deletion took.

    Parameters
    ----------
    clean
        Whether nothing of it is left in the database file. It can be while somebody still reads an older state; then
        deleting again, also nothing, finishes it.
    backups
        Backups that were removed, as they were older than their period.
    """

    due: tuple[Due, ...]
    clean: bool
    backups: tuple[Path, ...]


def forget_person(store: Store, user: User, project: str, candidate_id: str, rule: Rule = Rule.REQUEST) -> Forgotten:
    """Delete a person from everything. Administrators may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    NotFoundError
        ``store.no_person`` if nothing is kept about such a person.
    """
    with changing(store, user, Role.ADMIN) as change:
        if not people.is_known(change.tx, project, candidate_id):
            raise NotFoundError.of("store.no_person")
        person = change.person(project, candidate_id)
        gone = forget.forget_person(change.tx, project, candidate_id, rule)
        change.note(
            "person.forgotten", project, person=person, rule=rule.value, cases=gone.cases, plan_rows=gone.plan_rows
        )
    store.scrub()
    return gone


def retention_due(store: Store, user: User, today: date) -> tuple[Due, ...]:
    """Return everything whose period is over on a day. Administrators may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with looking(store, user, Role.ADMIN) as tx:
        return retention.due(tx, today)


def apply_retention(store: Store, user: User, today: date) -> Deleted:
    """Delete everything whose period is over on a day, in the database and in the folder of backups.

    Administrators may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with changing(store, user, Role.ADMIN) as change:
        done = retention.apply(change.tx, today)
        until = months_before(today, periods(change.tx)[Rule.BACKUP])
        counts: dict[str, int] = {}
        for one in done:
            counts[f"{one.rule}.{one.what}"] = counts.get(f"{one.rule}.{one.what}", 0) + one.rows
        change.note("retention.applied", today=today.isoformat(), deleted=counts)
    clean = store.scrub()
    return Deleted(done, clean, drop_backups(backup_dir(), until))


def retention_periods(store: Store, user: User) -> Mapping[Rule, int]:
    """Return the periods in months. Administrators may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with looking(store, user, Role.ADMIN) as tx:
        return periods(tx)


def set_retention(store: Store, user: User, rule: Rule, months: int) -> Mapping[Rule, int]:
    """Set a period in months; what the law demands is kept. Administrators may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    ValueError
        For ``Rule.REQUEST``, which has no period.
    """
    if rule is Rule.REQUEST:
        raise ValueError("a request has no period")
    with changing(store, user, Role.ADMIN) as change:
        set_period(change.tx, rule, months)
        found = periods(change.tx)
        change.note("retention.period", rule=rule.value, months=found[rule])
        return found
