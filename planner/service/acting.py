"""Who may do what, and the one entry that every change leaves.

Every use case opens its transaction here, so none can forget to ask for the role or to write to the audit trail.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from planner.domain import Plan
from planner.service.errors import ForbiddenError
from planner.store import NotFoundError, Role, Store, Transaction, User, audit, users
from planner.store.audit import Entry


def require(user: User, *roles: Role) -> None:
    """Make sure that a user has at least one of the roles.

    Raises
    ------
    ForbiddenError
        ``role.forbidden``, or ``role.inactive`` for somebody who may no longer sign in.
    """
    if not user.active:
        raise ForbiddenError.of("role.inactive")
    if not user.roles & set(roles):
        raise ForbiddenError.lacking(roles)


@dataclass
class Change:
    """A change under way: its transaction, who makes it, and its entry in the audit trail."""

    tx: Transaction
    user: User
    entry: Entry | None = field(default=None, init=False)

    def note(self, action: str, project: str = "", *, plan: Plan | None = None, **details: object) -> None:
        """Write the entry of this change.

        Parameters
        ----------
        plan
            The plan that was made, if one was: its law, case and seed are noted.
        details
            Values by name; persons only as ``person``.

        Raises
        ------
        RuntimeError
            If the change has its entry already.
        """
        if self.entry is not None:
            raise RuntimeError("a change leaves one entry")
        made = {"law": plan.law, "case_hash": plan.case_hash, "seed": plan.scenario.tiers.seed} if plan else {}
        self.entry = audit.append(self.tx, self.user.user_id, action, project=project, **made, details=details)

    def person(self, project: str, candidate_id: str) -> str:
        """Return what stands for a person in the entry."""
        return audit.person_hash(self.tx, project, candidate_id)


@contextmanager
def changing(store: Store, user: User, *roles: Role) -> Iterator[Change]:
    """Open the transaction of a change; what happens inside and its entry become true together or not at all.

    The role is asked twice: of the user at hand before anything is opened, and of the table as it is now, so that a
    role that was taken away is gone at once.

    Raises
    ------
    ForbiddenError
        If the user has none of the roles.
    RuntimeError
        If the change left no entry; then nothing was changed.
    """
    require(user, *roles)
    with store.write() as tx:
        change = Change(tx, _present(tx, user, roles))
        yield change
        if change.entry is None:
            raise RuntimeError("a change leaves one entry")


@contextmanager
def looking(store: Store, user: User, *roles: Role) -> Iterator[Transaction]:
    """Open a transaction that only reads, and nobody's personal data.

    Raises
    ------
    ForbiddenError
        If the user has none of the roles.
    """
    require(user, *roles)
    with store.read() as tx:
        _present(tx, user, roles)
        yield tx


@contextmanager
def looking_at_people(store: Store, user: User, *roles: Role) -> Iterator[Transaction]:
    """Open a transaction that reads personal data and says so in the log of reads (``reads.log_read``).

    Raises
    ------
    ForbiddenError
        If the user has none of the roles.
    """
    require(user, *roles)
    with store.write() as tx:
        _present(tx, user, roles)
        yield tx


def _present(tx: Transaction, user: User, roles: tuple[Role, ...]) -> User:
    try:
        now = users.get_user(tx, user.user_id)
    except NotFoundError:
        raise ForbiddenError.of("role.inactive") from None
    require(now, *roles)
    return now
