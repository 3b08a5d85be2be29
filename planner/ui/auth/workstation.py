"""The local profile: one person at this very computer, without any set-up."""

from collections.abc import Mapping

from streamlit import config

from planner.service import is_loopback

FORWARDED = frozenset({"forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"})
"""Headers by which a proxy says that somebody else is asking."""


def listening_address() -> str:
    """Return what the server was told to listen at; nothing means every network card."""
    return str(config.get_option("server.address") or "0.0.0.0")  # noqa: S104  (that is what Streamlit binds to)


def from_here(headers: Mapping[str, str], *addresses: str | None) -> bool:
    """Return whether a request was made on this very computer, and for it.

    Parameters
    ----------
    headers
        By lower-case name. A ``Host`` that is not this computer's betrays a page elsewhere that had its own name
        point here; a proxy's headers betray somebody behind it.
    addresses
        Both ends of the connection, as far as known.
    """
    host = hostname(headers.get("host", "localhost"))
    ends = (address for address in addresses if address is not None)
    return is_loopback(host) and all(map(is_loopback, ends)) and not FORWARDED & headers.keys()


def hostname(host: str) -> str:
    """Return the name in a ``Host`` header, without its port."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].lower().rstrip(".")
