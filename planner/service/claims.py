"""The roles that claims stand for, as the file of the set-up says."""

from collections.abc import Mapping

from planner.store import Role, Store, audit, users

SETUP = "setup"
"""Who changed something where nobody did but the file of the set-up."""


def adopt_claims(store: Store, wanted: Mapping[str, frozenset[Role]]) -> None:
    """Make the table of claims say exactly what the set-up says; each change leaves an entry.

    Whoever may write that file owns the server, so no role is asked for. Where the file says nothing, the table
    belongs to the administrators (``map_claim``).
    """
    wanted = {claim: roles for claim, roles in wanted.items() if roles}
    with store.read() as tx:
        if users.claim_map(tx) == wanted:
            return
    with store.write() as tx:
        known = users.claim_map(tx)
        for claim in sorted(known.keys() | wanted.keys()):
            roles = wanted.get(claim, frozenset())
            if known.get(claim, frozenset()) != roles:
                users.map_claim(tx, claim, roles)
                audit.append(tx, SETUP, "claim.mapped", details={"claim": claim, "roles": sorted(roles)})
