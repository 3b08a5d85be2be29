"""The profile of a single workstation: one person, bound to this very computer."""

import getpass
import ipaddress
from collections.abc import Iterable

from planner.service.acting import Change
from planner.service.errors import ForbiddenError
from planner.store import Role, Store, User, users

ISSUER = "local"


def local_user(store: Store, *, address: str = "127.0.0.1", roles: Iterable[Role] = Role) -> User:
    """Return the one user of a workstation with the roles chosen at the start.

    Parameters
    ----------
    address
        What the server listens at; a command line is its own computer.

    Raises
    ------
    ForbiddenError
        ``local.not_loopback`` if other computers can reach the server; ``role.inactive``.
    """
    if not is_loopback(address):
        raise ForbiddenError.of("local.not_loopback", address=address)
    wanted = frozenset(roles)
    with store.read() as tx:
        for known in users.list_users(tx):
            if (known.issuer, known.subject) == (ISSUER, _account()) and known.roles == wanted:
                return _active(known)
    with store.write() as tx:
        user = _active(users.sign_in(tx, ISSUER, _account(), _account()))
        user = users.set_roles(tx, user.user_id, wanted)
        Change(tx, user).note("user.roles", user_id=user.user_id, roles=sorted(user.roles))
        return user


def is_loopback(address: str) -> bool:
    """Return whether only this computer reaches an address; nothing at all means every network card."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False


def _active(user: User) -> User:
    if not user.active:
        raise ForbiddenError.of("role.inactive")
    return user


def _account() -> str:
    return getpass.getuser()
