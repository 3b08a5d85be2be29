"""What the server around the pages lets in and sends out."""

import asyncio
import io
import logging
import re
import sys
import threading

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from planner.errors import Problem
from planner.store import StoreError
from planner.ui.auth.setup import read_setup
from planner.ui.auth.web.base import digest
from planner.ui.auth.web.door import Door, is_allowed
from planner.ui.auth.web.quiet import bare, kind, quieten
from planner.ui.auth.web.shield import shield
from tests.ui.auth.conftest import ORIGIN, SECTION

HERE = ("127.0.0.1", 50_000)
LATER = "Fri, 01 Jan 2100 00:00:00 GMT"


async def page(request):
    response = HTMLResponse('<!DOCTYPE html>\n<html lang="en"><head></head><body>ä</body></html>')
    response.set_cookie("_streamlit_user", "x", max_age=30 * 24 * 3600, httponly=True, samesite="lax")
    return response


async def asked(request):
    return PlainTextResponse(request.url.query)


ROUTES = [
    *(Route(place, page) for place in ("/", "/media/{name}")),
    *(Route(place, asked) for place in ("/oauth2callback", "/_stcore/health")),
]


@pytest.fixture(autouse=True)
def loud_again():
    """Give the process of the tests its own ways of telling errors back."""
    before = logging.getLogRecordFactory(), sys.excepthook, threading.excepthook
    yield
    logging.setLogRecordFactory(before[0])
    sys.excepthook, threading.excepthook = before[1:]


def ask(path, *, base="http://127.0.0.1", peer=HERE, method="GET", routes=ROUTES, **options):
    """Return the answer to a request through all layers, made on this computer unless said otherwise."""
    app = Starlette(routes=routes, middleware=shield()["middleware"])

    async def go():
        transport = httpx.ASGITransport(app, client=peer)
        async with httpx.AsyncClient(transport=transport, base_url=base) as browser:
            return await browser.request(method, path, **options)

    return asyncio.run(go())


def test_every_answer_is_wrapped():
    """Nothing may be loaded from or framed by anybody else, and nothing is guessed or told elsewhere."""
    sent = ask("/")
    policy = dict(part.split(" ", 1) for part in sent.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in policy["script-src"]
    assert sent.headers["x-content-type-options"] == "nosniff"
    assert sent.headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in sent.headers["permissions-policy"]
    refused = ask("/", base="http://elsewhere.example")
    assert refused.headers["content-security-policy"] == sent.headers["content-security-policy"]


def test_the_page_knows_where_its_server_is():
    """A page opened at any address finds the server at once, by a script that the policy allows by its hash."""
    sent = ask("/", headers={"Accept": "text/html"})
    (script,) = re.findall(r"<head><script>(.*?)</script>", sent.text)
    assert script == 'window.__streamlit = { BACKEND_BASE_URL: location.origin + "/" };'
    assert digest(script.encode()) in sent.headers["content-security-policy"]


@pytest.mark.parametrize(("query", "language"), [("", "de"), ("?lang=en", "en"), ("?lang=xx", "de")])
def test_the_page_says_its_language(query, language):
    """A screen reader knows the language before any script runs."""
    sent = ask(f"/{query}", headers={"Accept": "text/html"})
    assert f'<html lang="{language}">' in sent.text
    assert sent.text.endswith("ä</body></html>")


@pytest.mark.parametrize("asked", ["If-None-Match", "If-Modified-Since", "Range"])
def test_a_page_kept_in_another_language_is_not_good_enough(tmp_path, asked):
    """The file below has not changed; whoever asks in another language gets the page whole, not what was kept of it."""
    (tmp_path / "index.html").write_text('<html lang="en"><head></head>ä</html>', encoding="utf-8")
    files = [Mount("/", StaticFiles(directory=tmp_path, html=True))]
    known = {"If-Modified-Since": LATER, "Range": "bytes=0-9", "If-None-Match": ask("/", routes=files).headers["etag"]}
    assert ask("/", routes=files, headers={asked: known[asked]}).status_code != 200
    headers = {"Accept": "text/html", "Accept-Language": "de", asked: known[asked]}
    sent = ask("/", routes=files, headers=headers)
    assert (sent.status_code, '<html lang="de">' in sent.text) == (200, True)
    assert {"etag", "last-modified", "accept-ranges"}.isdisjoint(sent.headers)
    assert sent.headers["vary"] == "Accept-Language, Cookie"
    head = ask("/", routes=files, headers=headers, method="HEAD")
    assert (head.status_code, "content-length" in head.headers) == (200, False)


@pytest.mark.parametrize("base", ["http://planung.example.org", "http://127.0.0.1.example.org", "http://192.0.2.7"])
def test_without_a_sign_in_only_this_computer_is_answered(base):
    """Another name or address than this computer's is refused."""
    assert ask("/", base=base).status_code == 403
    assert ask("/_stcore/health", base=base).status_code == 200


def test_without_a_sign_in_nobody_else_is_answered():
    """Whoever comes from another computer or through a proxy is refused, whatever they call this one."""
    assert ask("/").status_code == 200
    assert ask("/", peer=("192.0.2.7", 50_000)).status_code == 403
    for header in ("X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"):
        assert ask("/", headers={header: "192.0.2.7"}).status_code == 403


def test_a_broken_set_up_answers_nobody(secrets):
    """While the set-up is wrong every door is closed."""
    secrets(**{**SECTION, "cookie_secret": "short"})
    assert ask("/").status_code == 503


def test_a_signed_in_server_answers_to_its_name(organised):
    """The name in the browser is answered, another one is not; cookies are short-lived and travel by TLS."""
    sent = ask("/", base=ORIGIN)
    assert sent.status_code == 200
    assert "Max-Age=28800" in sent.headers["set-cookie"]
    assert sent.headers["set-cookie"].endswith("; Secure")
    assert sent.headers["strict-transport-security"].startswith("max-age=")
    assert ask("/", base="https://elsewhere.example").status_code == 400


@pytest.mark.parametrize("host", ["planung.example.org:443", "PLANUNG.example.org."])
def test_a_name_is_a_name_with_any_port(organised, host):
    """Port, case and a final dot do not matter."""
    assert is_allowed(host, read_setup())


@pytest.mark.parametrize("host", ["", "127.0.0.1", "planung.example.org.evil.example", "evil-planung.example.org"])
def test_no_other_name_will_do(organised, host):
    """Names that only look alike are others."""
    assert not is_allowed(host, read_setup())


def test_files_are_for_those_signed_in(organised):
    """Without a session there is no file, whatever its address, and no upload; nothing of it is kept on the way."""
    assert ask("/media/0a1b.csv", base=ORIGIN).status_code == 403
    assert ask("/_stcore/upload_file/s/f", base=ORIGIN, method="PUT", content=b"x").status_code == 403
    assert ask("/media/0a1b.csv", base=ORIGIN).headers["cache-control"] == "no-store"


def test_a_forged_cookie_is_nobodys(organised):
    """A cookie that was not signed here opens nothing."""
    forged = {"Cookie": "_streamlit_user=eyJpc19sb2dnZWRfaW4iOnRydWV9.x.y"}
    assert ask("/media/0a1b.csv", base=ORIGIN, headers=forged).status_code == 403


def test_a_failed_sign_in_tells_no_tales():
    """What a provider adds in words never reaches what writes the log."""
    sent = ask("/oauth2callback?state=s&error=access_denied&error_description=Anna%20Geheim&name=Anna")
    assert sent.text == "state=s&error=access_denied"
    assert ask("/oauth2callback?error=Geheim").text == "error=error"


def test_web_sockets_pass_the_same_door():
    """A web socket under another name is closed before it opens."""
    sent = []

    async def receive():
        return {"type": "websocket.connect"}

    async def send(message):
        sent.append(message)

    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": [(b"host", b"evil.example")], "client": HERE}
    asyncio.run(Door(Starlette())(scope, receive, send))
    assert sent == [{"type": "websocket.close", "code": 1008}]


def fail(value):
    try:
        {}[value]
    except KeyError as error:
        raise ValueError(f"{value} again") from error


def test_logs_name_places_not_values():
    """An error is logged with its kind, its way and its causes, and never with its message."""
    quieten()
    written = io.StringIO()
    log = logging.getLogger("test.quiet")
    handler = logging.StreamHandler(written)
    log.addHandler(handler)
    try:
        fail("Anna Geheim")
    except ValueError as error:
        log.error("It failed: %s", error, exc_info=error)  # noqa: TRY400  (as libraries do)
    finally:
        log.removeHandler(handler)
    text = written.getvalue()
    assert "Geheim" not in text
    assert "It failed: ValueError" in text
    assert "caused by KeyError" in text
    assert "test_web.py" in text


def test_own_errors_are_logged_by_their_code():
    """The code of a problem holds no values and says what happened."""
    error = StoreError(Problem("store.url"))
    assert kind(error) == "StoreError(store.url)"
    assert bare(error) == "StoreError(store.url)"
