"""Users, their roles, and sessions that can be ended."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from planner.store import NotFoundError, Role, Store, sessions, users
from planner.store.copying import tables_of
from tests.store.databases import ready_store

LIFE = timedelta(hours=1)


def test_nobody_may_do_anything_at_first(store: Store) -> None:
    """A new user has no role; the same sign-in is the same user, with the newest name."""
    with store.write() as tx:
        first = users.sign_in(tx, "stadt", "42", "Anna Alt")
        again = users.sign_in(tx, "stadt", "42", "Anna Neu")
        other = users.sign_in(tx, "jobcenter", "42", "Ben")
    assert first.roles == frozenset()
    assert (again.user_id, again.name) == (first.user_id, "Anna Neu")
    assert other.user_id != first.user_id
    with store.read() as tx:
        assert [user.name for user in users.list_users(tx)] == ["Anna Neu", "Ben"]


def test_roles_are_exactly_those_given(store: Store) -> None:
    """Giving roles replaces the earlier ones."""
    with store.write() as tx:
        user = users.sign_in(tx, "stadt", "42", "Anna").user_id
        users.set_roles(tx, user, [Role.PLANNER, Role.ADMIN, Role.PLANNER])
        assert users.set_roles(tx, user, [Role.REVIEWER]).roles == {Role.REVIEWER}
        with pytest.raises(NotFoundError, match=r"store\.no_user"):
            users.set_roles(tx, "nobody", [])


def test_claims_stand_for_roles(store: Store) -> None:
    """Only claims that were entered stand for roles; entering none removes them."""
    with store.write() as tx:
        users.map_claim(tx, "grp-planung", [Role.PLANNER])
        users.map_claim(tx, "grp-leitung", [Role.LEADERSHIP, Role.PLANNER])
        assert users.roles_of_claims(tx, ["grp-planung", "admin"]) == {Role.PLANNER}
        assert users.roles_of_claims(tx, ["grp-leitung"]) == {Role.LEADERSHIP, Role.PLANNER}
        users.map_claim(tx, "grp-leitung", [])
        assert users.claim_map(tx) == {"grp-planung": {Role.PLANNER}}


def test_a_session_ends(dialect: str, tmp_path: Path) -> None:
    """A session is good until its time is over, it is revoked, or its user may not sign in any more."""
    now = [datetime(2027, 3, 1, tzinfo=UTC)]
    store = ready_store(dialect, tmp_path, lambda: now[0])
    with store.write() as tx:
        user = users.sign_in(tx, "stadt", "42", "Anna").user_id
        tokens = [sessions.open_session(tx, user, LIFE) for _ in range(3)]
        found = sessions.find_session(tx, tokens[0])
        assert found is not None
        assert (found.user.user_id, found.expires_at - found.started_at) == (user, LIFE)
        assert sessions.find_session(tx, "guessed") is None
        sessions.revoke_session(tx, tokens[0])
        assert [sessions.find_session(tx, token) is not None for token in tokens] == [False, True, True]
        users.set_active(tx, user, active=False)
        assert sessions.find_session(tx, tokens[1]) is None
        users.set_active(tx, user, active=True)
        assert sessions.revoke_user(tx, user) == 2
        late = sessions.open_session(tx, user, LIFE)
    now[0] += LIFE
    with store.write() as tx:
        assert sessions.find_session(tx, late) is None
        assert sessions.drop_sessions(tx, now[0] + timedelta(seconds=1)) == 4
    store.close()


def test_a_revoked_token_stays_revoked(store: Store) -> None:
    """Signing in again with a copied token of the sign-in does not revive it."""
    with store.write() as tx:
        user = users.sign_in(tx, "stadt", "42", "Anna").user_id
        token = sessions.open_session(tx, user, LIFE)
        assert sessions.open_session(tx, user, LIFE, token) == token
        sessions.revoke_session(tx, token)
        sessions.open_session(tx, user, LIFE, token)
        assert sessions.find_session(tx, token) is None


def test_tokens_are_not_kept(store: Store) -> None:
    """Whoever reads the database cannot use what stands there as a token."""
    with store.write() as tx:
        user = users.sign_in(tx, "stadt", "42", "Anna").user_id
        token = sessions.open_session(tx, user, LIFE)
        rows = [str(row) for row in tx.run(tables_of(tx.connection).tables["sessions"].select())]
    assert len(rows) == 1
    assert token not in rows[0]
