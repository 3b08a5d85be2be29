"""The three workplaces in a real browser, from an empty database to what leadership sees."""

import os
import socket
import subprocess
import sys
import time
from contextlib import suppress

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.ui.test_browser import READY, ROOT, STREAMLITS_OWN, browser, is_foreign

pytestmark = pytest.mark.browser

__all__ = ["browser"]

PATIENCE = 120_000
"""Milliseconds for what a worker does."""


@pytest.fixture
def address(folder, tmp_path):
    """Start the app of a fresh workstation."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT,
        env={**os.environ, "PLANNER_DEMO_DIR": str(folder), "PLANNER_HOME": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(240):
            with suppress(OSError):
                socket.create_connection(("127.0.0.1", port), timeout=2).close()
                break
            time.sleep(0.25)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture
def page(browser, address):
    """Return the open app; afterwards nobody else was asked and nothing was complained about."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000}, locale="de-DE")
    tab = context.new_page()
    strangers, complaints = [], []
    tab.on("request", lambda request: strangers.append(request.url) if is_foreign(request.url, address) else None)
    tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto(address)
    tab.wait_for_selector("path.cell", timeout=PATIENCE)
    yield tab
    context.close()
    assert strangers == []
    assert complaints == []


def settled(tab):
    tab.wait_for_timeout(400)
    tab.wait_for_selector(READY, timeout=PATIENCE)
    tab.wait_for_timeout(400)


def serious(tab):
    """Return what axe finds at each of several looks, as Streamlit dims for a moment what it is drawing anew."""
    for _ in range(5):
        if not (found := violations(tab)):
            break
        tab.wait_for_timeout(700)
    return found


def violations(tab):
    """Return what axe finds now, but for what Streamlit's own widgets bring along."""
    found = Axe().run(tab).response["violations"]
    return {
        rule["id"]: [node["html"][:200] for node in rule["nodes"]][:3]
        for rule in found
        if rule["impact"] in {"serious", "critical"} and rule["id"] not in STREAMLITS_OWN
    }


def scales(tab):
    """Return the part of the city that each visible map shows."""
    seen = "all => all.filter(g => g.getBoundingClientRect().width).map(g => g.getAttribute('transform'))"
    return tab.locator("g.land").evaluate_all(seen)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_from_nothing_to_a_released_plan(page):
    """Demo project, plan, second plan, comparison with one zoom, a decision with its preview, release, the city."""
    page.get_by_role("link", name="Planung").click()
    page.get_by_role("button", name="Vorführprojekt anlegen").click()
    page.get_by_text("Das Vorführprojekt wurde angelegt").wait_for(timeout=PATIENCE)
    page.get_by_role("tab", name="Pläne").click()
    page.get_by_role("button", name="Freigeben").click(timeout=PATIENCE)
    page.get_by_text("Der Plan wurde freigegeben").wait_for(timeout=PATIENCE)

    page.get_by_role("tab", name="Szenario").click()
    page.get_by_role("spinbutton", name="Plätze höchstens").fill("4")
    page.get_by_role("button", name="Speichern und berechnen").click()
    page.get_by_text("wird berechnet").wait_for(timeout=PATIENCE)
    settled(page)
    assert serious(page) == {}
    page.get_by_role("tab", name="Vergleich").click()
    expect(page.get_by_role("combobox", name="Plan B")).to_be_visible(timeout=PATIENCE)
    settled(page)
    expect(page.locator(".city-map:visible")).to_have_count(3)
    page.locator(".city-map:visible").first.get_by_role("button", name="Vergrößern").click()
    page.wait_for_timeout(300)
    assert len(set(scales(page))) == 1
    assert serious(page) == {}

    page.get_by_role("link", name="Prüfung").click()
    page.get_by_role("radio", name="Ablehnen").click(timeout=PATIENCE)
    page.get_by_role("textbox", name="Begründung").fill("Möchte näher bei den Kindern arbeiten.")
    page.get_by_role("button", name="Vorschau").click()
    page.get_by_text("noch ist nichts gespeichert").wait_for(timeout=PATIENCE)
    settled(page)
    assert serious(page) == {}
    page.get_by_role("button", name="Entscheidung und Plan speichern").click()
    page.get_by_text("Die Entscheidung und der angepasste Plan wurden gespeichert").wait_for(timeout=PATIENCE)

    page.get_by_role("link", name="Lage").click()
    expect(page.get_by_role("heading", name="Lage")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".city-map:visible path.cell")).to_have_count(64)
    settled(page)
    assert serious(page) == {}
