"""Who comes in, how long, and with which roles."""

from datetime import timedelta

import pytest

from planner.service import ForbiddenError, sign_out
from planner.store import Role, audit, sessions, users
from planner.ui.auth.identity import identify
from planner.ui.auth.setup import read_setup
from planner.ui.auth.visit import State, at_workstation, by_sign_in
from tests.ui.auth.conftest import SECTION, claims


@pytest.fixture
def setup(organised):
    return read_setup()


def test_a_mapped_claim_gives_its_roles(store, setup):
    """Somebody unknown with a mapped group comes in with its roles, and the trail tells of both."""
    visit = by_sign_in(store, setup, claims())
    assert visit.state is State.IN
    assert (visit.user.name, visit.user.roles) == ("Anna Beispiel", {Role.PLANNER})
    with store.read() as tx:
        assert {entry.action for entry in audit.entries(tx)} == {"claim.mapped", "user.roles"}
        assert audit.verify(tx) == ()


def test_an_unmapped_claim_gives_nothing(store, setup):
    """Somebody whom the organisation knows but no group maps has no access yet."""
    visit = by_sign_in(store, setup, claims(groups=["sport"], sub="zoe"))
    assert (visit.state, visit.user.roles) == (State.NO_ROLE, frozenset())


@pytest.mark.parametrize("groups", [None, 7, {"qa-planung": 1}, [["qa-planung"]]])
def test_odd_claims_give_nothing(store, setup, groups):
    """A claim of another shape is no claim."""
    assert by_sign_in(store, setup, claims(groups=groups)).state is State.NO_ROLE


def test_claims_may_lie_deeper(store, secrets):
    """Dots lead into nested claims."""
    secrets(**{**SECTION, "roles_claim": "realm_access.roles"})
    visit = by_sign_in(store, read_setup(), claims(realm_access={"roles": ["qa-verwaltung"]}))
    assert visit.user.roles == {Role.ADMIN, Role.PLANNER}


def test_leaving_a_group_takes_its_role(store, setup):
    """At the next sign-in the roles are those of the groups, no more."""
    by_sign_in(store, setup, claims(groups=["qa-verwaltung"]))
    assert by_sign_in(store, setup, claims(nonce="n-2")).user.roles == {Role.PLANNER}


def test_administrators_say_it_where_the_set_up_does_not(store, secrets):
    """Without a mapping the roles in the table hold."""
    secrets(**{**SECTION, "roles": ...})
    setup = read_setup()
    visit = by_sign_in(store, setup, claims())
    assert visit.state is State.NO_ROLE
    with store.write() as tx:
        users.set_roles(tx, visit.user.user_id, {Role.REVIEWER})
    assert by_sign_in(store, setup, claims(nonce="n-2")).user.roles == {Role.REVIEWER}


def test_a_signed_out_cookie_is_refused(store, setup):
    """After the sign-out the same claims do not come in again, however fresh they are."""
    seen = claims()
    visit = by_sign_in(store, setup, seen)
    sign_out(store, visit.token)
    assert by_sign_in(store, setup, seen).state is State.ENDED
    assert by_sign_in(store, setup, claims(nonce="n-2")).state is State.IN


def test_a_session_ends(store, setup, clock):
    """After its lifetime a session is over on the very next run; neither may the same sign-in begin another."""
    seen = claims()
    by_sign_in(store, setup, seen)
    clock.now += timedelta(hours=7, minutes=59)
    assert by_sign_in(store, setup, seen).state is State.IN
    clock.now += timedelta(minutes=2)
    assert by_sign_in(store, setup, seen).state is State.ENDED
    with store.write() as tx:
        sessions.drop_sessions(tx, clock.now)
    assert by_sign_in(store, setup, seen).state is State.ENDED


@pytest.mark.parametrize("late", [{"iat": -3600, "exp": 3600}, {"iat": -60, "exp": -1}, {"iat": 3600, "exp": 7200}])
def test_only_a_fresh_sign_in_begins_a_session(store, setup, clock, late):
    """A token that is old, expired or from the future begins nothing."""
    now = int(clock.now.timestamp())
    assert by_sign_in(store, setup, claims(**{key: now + by for key, by in late.items()})).state is State.ENDED


@pytest.mark.parametrize("missing", ["iss", "sub", "nonce", "iat", "exp", "is_logged_in"])
def test_half_a_sign_in_is_none(store, setup, missing):
    """Nobody comes in with a claim missing that the standard requires."""
    seen = {key: value for key, value in claims().items() if key != missing}
    assert by_sign_in(store, setup, seen).state is State.OUT


def test_people_of_two_issuers_are_two(store, setup):
    """A subject means a person only together with its issuer."""
    one = by_sign_in(store, setup, claims()).user
    assert by_sign_in(store, setup, claims(iss="https://other.example.org")).user.user_id != one.user_id


def test_a_closed_account_stays_out(store, setup):
    """An account that an administrator closed cannot sign in again."""
    visit = by_sign_in(store, setup, claims())
    with store.write() as tx:
        users.set_active(tx, visit.user.user_id, False)
    with pytest.raises(ForbiddenError):
        by_sign_in(store, setup, claims(nonce="n-2"))


def test_a_token_names_one_sign_in():
    """The same sign-in has the same token whatever else is claimed, the next one another."""
    assert identify(claims(name="A")).token == identify(claims(name="B")).token
    assert identify(claims()).token != identify(claims(nonce="n-2")).token


def test_the_workstation_has_one_person_with_every_role(store):
    """On this computer somebody works at once, and may say how they are called."""
    user = at_workstation(store, {"host": "127.0.0.1:8501"}).user
    assert user.roles == frozenset(Role)
    assert at_workstation(store, {}, "Anna Beispiel").user.user_id == user.user_id
    assert at_workstation(store, {"host": "localhost:8501"}).user.name == "Anna Beispiel"


@pytest.mark.parametrize(
    "headers",
    [{"host": "planung.example.org"}, {"host": "127.0.0.1", "x-forwarded-for": "192.0.2.7"}, {"host": "[::]"}],
)
def test_the_workstation_is_for_nobody_elsewhere(store, headers):
    """Through a proxy, or under another name, the local profile is refused."""
    with pytest.raises(ForbiddenError):
        at_workstation(store, headers)
