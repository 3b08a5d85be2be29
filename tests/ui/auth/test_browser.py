"""Signing in for real: a browser, a provider and the server, each a process of its own."""

import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.ui.browsing import free_port, running

pytestmark = pytest.mark.browser

MARK = "Zwiebelturm"
"""Stands in everything that must not get out: names, files, secrets, messages of errors."""

PEOPLE = [
    f'{{"sub": "anna", "name": "Anna {MARK}", "groups": ["qa-planung"]}}',
    f'{{"sub": "ben", "name": "Ben {MARK}", "groups": ["qa-planung"]}}',
    f'{{"sub": "zoe", "name": "Zoe {MARK}", "groups": ["sport"]}}',
]

SECRETS = """
[auth]
redirect_uri = "{origin}/oauth2callback"
cookie_secret = "{mark}-{mark}-{mark}-{mark}"
roles_claim = "groups"
[auth.roles]
"qa-planung" = ["planner"]
[auth.stadt]
label = "Stadt"
client_id = "planner"
client_secret = "{mark}"
server_metadata_url = "http://localhost:{provider}/.well-known/openid-configuration"
"""

APP = """
import streamlit as st
from planner.ui.auth.web import shield
app = st.App({page!r}, **shield())
"""


@dataclass
class Town:
    """Where the app is, and what it wrote."""

    origin: str
    home: Path
    log: Path
    asked: list[str]


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """Start the provider and the app."""
    place = tmp_path_factory.mktemp("town")
    provider, port = free_port(), free_port()
    made = Town(f"http://127.0.0.1:{port}", place / "home", place / "app.log", [])
    (place / "app.py").write_text(APP.format(page=str(Path(__file__).with_name("small_app.py"))), encoding="utf-8")
    secrets = place / "secrets.toml"
    secrets.write_text(SECRETS.format(origin=made.origin, provider=provider, mark=MARK), encoding="utf-8")
    people = [word for claims in PEOPLE for word in ("--user-claims", claims)]
    serve = [str(Path(sys.executable).with_name("oidc-provider-mock")), "--port", str(provider), *people]
    show = [sys.executable, "-m", "streamlit", "run", str(place / "app.py"), "--server.port", str(port)]
    show += ["--secrets.files", str(secrets), "--logger.level", "debug"]
    with ExitStack() as both:
        both.enter_context(running(serve, provider, place / "provider.log"))
        both.enter_context(running(show, port, made.log, PLANNER_HOME=str(made.home)))
        yield made


@pytest.fixture
def visitor(browser, town):
    """Return a maker of visitors, each with cookies of their own; all that they ask the app for is noted."""
    contexts = []

    def come(cookies=()):
        context = browser.new_context(accept_downloads=True, locale="de-DE")
        context.set_default_timeout(60_000)
        context.route("**/*jsdelivr*/**", lambda route: route.abort())
        context.on("request", lambda request: town.asked.append(request.url) if is_ours(request.url, town) else None)
        context.add_cookies(list(cookies))
        contexts.append(context)
        return context.new_page()

    yield come
    for context in contexts:
        context.close()


def is_ours(url, town):
    return url.startswith(town.origin)


def sign_in(tab, town, subject):
    tab.goto(town.origin)
    tab.get_by_role("button", name="Anmelden mit Stadt").click()
    tab.get_by_role("button", name=subject, exact=True).click()


def sees(tab, title):
    expect(tab.get_by_role("heading", name=title, exact=True)).to_be_visible(timeout=60_000)


def take(tab):
    with tab.expect_download() as waiting:
        tab.get_by_role("button", name="Take").click()
    return waiting.value


def test_a_session_from_sign_in_to_sign_out(town, visitor):
    """Who signs in has their own files; signing out ends every copy of the cookie at once."""
    anna, ben, stranger = visitor(), visitor(), visitor()
    sign_in(anna, town, "anna")
    sees(anna, f"Secret of Anna {MARK}")
    cookies = anna.context.cookies()
    (cookie,) = (cookie for cookie in cookies if cookie["name"] == "_streamlit_user")
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Lax"
    assert cookie["expires"] <= time.time() + 8 * 3600 + 60

    download = take(anna)
    # Asked of the server: a browser under load may name a file before it has read what the answer calls it.
    assert 'filename="plan.csv"' in anna.request.get(download.url).headers["content-disposition"]
    assert Path(download.path()).read_text(encoding="utf-8") == f"candidate of Anna {MARK}"
    sign_in(ben, town, "ben")
    sees(ben, f"Secret of Ben {MARK}")
    answers = [tab.request.get(download.url).status for tab in (anna, ben, stranger)]
    assert answers == [200, 403, 403]

    copy = visitor(cookies)
    copy.goto(town.origin)
    sees(copy, f"Secret of Anna {MARK}")
    anna.get_by_role("link", name="Konto").click()
    anna.get_by_role("button", name="Abmelden").click()
    anna.wait_for_url("**/oauth2/end_session**")
    copy.get_by_role("button", name="Again").click()
    sees(copy, "Anmelden")
    assert copy.request.get(download.url).status == 403
    late = visitor(cookies)
    late.goto(town.origin)
    expect(late.get_by_text("Die Sitzung ist beendet.")).to_be_visible()
    ben.get_by_role("button", name="Again").click()
    sees(ben, f"Secret of Ben {MARK}")


def test_who_has_no_role_is_told_so(town, visitor):
    """Somebody the organisation knows but no group maps sees that, and no page."""
    zoe = visitor()
    sign_in(zoe, town, "zoe")
    sees(zoe, "Noch kein Zugang")
    zoe.goto(f"{town.origin}/page")
    sees(zoe, "Noch kein Zugang")


def test_nothing_gets_out(town, visitor, tmp_path):
    """After a sign-in, an upload, a failure and attempts to break in, no log, address or file name has a value."""
    given = tmp_path / f"{MARK}.csv"
    given.write_text(f"candidate_id\n{MARK}\n", encoding="utf-8")
    tab = visitor()
    sign_in(tab, town, "ben")
    sees(tab, f"Secret of Ben {MARK}")
    tab.set_input_files("input[type=file]", given)
    expect(tab.get_by_text("Read 25 bytes")).to_be_visible()
    tab.get_by_role("button", name="Fail").click()
    expect(tab.get_by_text("Im Programm ist etwas schiefgegangen.")).to_be_visible()
    assert "cannot read" not in tab.content()
    for query in (f"error=access_denied&error_description={MARK}", f"error={MARK}", f"code={MARK}&state={MARK}"):
        visitor().request.get(f"{town.origin}/oauth2callback?{query}")
    visitor().request.get(f"{town.origin}/", headers={"Cookie": f"_streamlit_user={MARK}"})

    log = town.log.read_text(encoding="utf-8", errors="replace")
    assert "ValueError" in log
    assert MARK not in log
    assert len(town.asked) > 20
    assert [url for url in town.asked if MARK in url] == []
    assert [name for name in map(str, town.home.rglob("*")) if MARK in name] == []
