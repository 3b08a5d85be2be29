"""Who the sign-in vouches for, from the claims of the ID token."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

FRESH = timedelta(minutes=10)
"""How old a sign-in may be that begins a session. What is older was copied, or comes from before a clean-up."""

_SKEW = timedelta(minutes=2)
_OWN = ("iss", "sub", "iat", "nonce", "sid", "jti", "provider")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One sign-in of one person.

    Parameters
    ----------
    issuer, subject
        Together the same for every sign-in of this person and for nobody else.
    claims
        Groups or roles as the organisation names them.
    token
        What this one sign-in is called: the same in every tab and after a restart, another after the next sign-in.
    issued_at, valid_until
        When the organisation vouched, and until when.
    """

    issuer: str
    subject: str
    name: str
    claims: tuple[str, ...]
    token: str
    issued_at: datetime
    valid_until: datetime

    def may_begin(self, now: datetime) -> bool:
        """Return whether a session may begin with this sign-in."""
        return self.issued_at - _SKEW <= now < min(self.valid_until, self.issued_at + FRESH)


def identify(claims: Mapping[str, Any], roles_claim: str = "") -> Identity | None:
    """Return whom claims speak of; ``None`` if nobody is signed in or what is needed is missing.

    Source: OpenID Connect Core 1.0, § 2 (``iss``, ``sub``, ``iat`` and ``exp`` are required; ``nonce`` was sent).
    """
    named = {key: claims.get(key) for key in _OWN}
    if not claims.get("is_logged_in") or not all(isinstance(claims.get(key), str) for key in ("iss", "sub", "nonce")):
        return None
    try:
        issued, until = (datetime.fromtimestamp(int(claims[key]), UTC) for key in ("iat", "exp"))
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        return None
    return Identity(
        issuer=claims["iss"],
        subject=claims["sub"],
        name=_name(claims),
        claims=_values(claims, roles_claim),
        token=hashlib.sha256(json.dumps(named, sort_keys=True, default=str).encode()).hexdigest(),
        issued_at=issued,
        valid_until=until,
    )


def _name(claims: Mapping[str, Any]) -> str:
    found = (claims.get(key) for key in ("name", "preferred_username", "email", "sub"))
    return next(name for name in found if isinstance(name, str) and name.strip())[:200]


def _values(claims: Mapping[str, Any], path: str) -> tuple[str, ...]:
    """Return the values of a claim; a claim whose whole name has dots goes before one inside another."""
    found: object = claims.get(path)
    if found is None:
        found = claims
        for key in path.split("."):
            found = found.get(key) if isinstance(found, Mapping) else None
    if isinstance(found, str):
        return (found,)
    return tuple(value for value in found if isinstance(value, str)) if isinstance(found, list | tuple) else ()
