"""Who is at the door: known, gone, without a role, or nobody yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from planner.service import find_user, local_user, sign_in
from planner.service.claims import adopt_claims
from planner.service.errors import ForbiddenError
from planner.store import Store, User
from planner.ui.auth.identity import Identity, identify
from planner.ui.auth.setup import Setup
from planner.ui.auth.workstation import from_here, listening_address


class State(Enum):
    """What is to be shown."""

    IN = "in"
    OUT = "out"
    ENDED = "ended"
    NO_ROLE = "no_role"


@dataclass(frozen=True, slots=True)
class Visit:
    """What is known of the one at the door; ``token`` names their session, if there is one."""

    state: State
    user: User | None = None
    token: str = ""


def at_workstation(store: Store, headers: Mapping[str, str], name: str | None = None) -> Visit:
    """Let in the one person of a workstation.

    Raises
    ------
    ForbiddenError
        ``local.not_loopback`` if anybody else could be meant; ``role.inactive``.
    """
    user = local_user(store, address=listening_address(), name=name)
    if not from_here(headers):
        raise ForbiddenError.of("local.not_loopback", address=headers.get("host", ""))
    return Visit(State.IN, user)


def by_sign_in(store: Store, setup: Setup, claims: Mapping[str, Any]) -> Visit:
    """Let in whom the organisation vouches for, for as long as the session lasts.

    The first look at a fresh sign-in begins its session. From then on only the session counts, so that a sign-out ends
    every copy of its cookie.

    Raises
    ------
    ForbiddenError
        ``role.inactive``.
    """
    identity = identify(claims, setup.roles_claim)
    if identity is None:
        return Visit(State.OUT)
    user = find_user(store, identity.token) or _begin(store, setup, identity)
    if user is None:
        return Visit(State.ENDED, token=identity.token)
    return Visit(State.IN if user.roles else State.NO_ROLE, user, identity.token)


def _begin(store: Store, setup: Setup, identity: Identity) -> User | None:
    if not identity.may_begin(store.clock()):
        return None
    if setup.roles is not None:
        adopt_claims(store, setup.roles)
    sign_in(
        store,
        identity.issuer,
        identity.subject,
        identity.name,
        identity.claims,
        token=identity.token,
        lifetime=setup.lifetime,
    )
    # A sign-in that was ended before finds its session ended, whatever it still vouches for.
    return find_user(store, identity.token)
