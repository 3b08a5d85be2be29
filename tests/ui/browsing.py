"""What every test in a real browser needs: a server, a browser, pages that are watched, and looks at what they show."""

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

ROOT = Path(__file__).parents[2]

PATIENCE = 120_000
"""Milliseconds for what a worker does, on a machine that has much else to do."""

expect.set_options(timeout=PATIENCE)

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--no-first-run",
]

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""Programs to look for; the same engine without the frame of a window opens a page with two thirds of the work."""

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""Tags of axe for what the law asks for, WCAG 2.2 at A and AA, and for what axe advises beyond it."""

AT_REST = """() => new Promise(done => {
  let quiet = 0;
  const look = () => {
    const app = document.querySelector("[data-testid=stApp]");
    const busy = app?.dataset.testScriptState !== "notRunning"
      || document.querySelector("[data-testid=stSpinner], [data-testid=stSkeleton], [data-stale=true]");
    quiet = busy ? 0 : quiet + 1;
    if (quiet > 6) done(true); else setTimeout(look, 40);
  };
  look();
})"""
"""Resolves once no script has run and nothing has waited to be drawn for a quarter of a second."""

TOO_WIDE = """() => {
  const parts = [...document.querySelectorAll("[data-testid=stMain], html")];
  return Math.max(...parts.map((part) => part.scrollWidth - part.clientWidth));
}"""
"""Returns by how many pixels the page is wider than its window."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(command, port, log=None, **environment):
    """Run a server from when it listens until the tests are through."""
    with Path(log or os.devnull).open("wb") as out:
        server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment}, stdout=out, stderr=out)
        try:
            until = time.monotonic() + 60
            while server.poll() is None and time.monotonic() < until:
                with suppress(OSError):
                    socket.create_connection(("127.0.0.1", port), timeout=2).close()
                    break
                time.sleep(0.1)
            yield
        finally:
            server.terminate()
            server.wait(20)


@contextmanager
def serving(home, demo=None, *, app="app.py", options=(), log=None, **environment):
    """Serve the app to this computer, as ``make run`` does; give its address.

    ``home`` is the folder that the app keeps its files in, ``demo`` the folder of the demo case.
    """
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port)]
    places = {"PLANNER_HOME": str(home)} | ({} if demo is None else {"PLANNER_DEMO_DIR": str(demo)})
    with running([*command, *options], port, log, **places, **environment):
        yield f"http://127.0.0.1:{port}"


def program():
    """Return where the browser lies; ``None`` if there is none but what Playwright may have brought."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


@contextmanager
def chromium():
    """Start a browser without a screen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=QUIET)
        yield browser
        browser.close()


@contextmanager
def watched(browser, address, *, path="", width=1280, height=1000, language="de-DE", **options):
    """Open the app in a window of its own; at the end nobody else was asked and nothing was complained about."""
    size = {"width": width, "height": height}
    context = browser.new_context(viewport=size, locale=language, accept_downloads=True, **options)
    context.set_default_timeout(PATIENCE)
    tab = context.new_page()
    strangers, complaints = [], []
    context.on("request", lambda request: strangers.append(request.url) if is_foreign(request.url, address) else None)
    context.on("console", lambda said: complaints.append(_said(said)) if said.type == "error" else None)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    try:
        tab.goto(f"{address}/{path}")
        tab.wait_for_selector("[data-testid=stApp]")
        settled(tab)
        yield tab
    finally:
        context.close()
    assert strangers == []
    assert complaints == []


def _said(message):
    return f"{message.text} ({message.location.get('url', '')})"


def is_foreign(url, address):
    return urlsplit(url).scheme in {"http", "https", "ws", "wss"} and urlsplit(url).netloc != urlsplit(address).netloc


def settled(tab):
    """Wait until the script has run and the page has drawn its answer."""
    tab.evaluate(AT_REST)


def fills(tab):
    """Return the colours of the visible map."""
    return tab.locator("path.cell:visible").evaluate_all("all => all.map(cell => cell.style.fill)")


def too_wide(tab):
    """Return by how many pixels the page has to be scrolled sideways."""
    return tab.evaluate(TOO_WIDE)


def barriers(tab):
    """Return what axe finds at each of several looks, as Streamlit dims for a moment what it is drawing anew.

    By rule, with a few of the elements that break it.
    """
    for _ in range(4):
        if not (found := _violations(tab)):
            break
        tab.wait_for_timeout(600)
    return found


def _violations(tab):
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": LEVELS}}
    found = Axe().run(tab, options=options).response["violations"]
    return {rule["id"]: [node["html"][:200] for node in rule["nodes"]][:3] for rule in found}
