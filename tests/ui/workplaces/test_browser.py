"""The three workplaces in a real browser, from an empty database to what leadership sees."""

import pytest
from playwright.sync_api import expect

from tests.ui.browsing import PATIENCE, barriers, serving, settled, watched

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser, folder, tmp_path):
    """Return the open app of a fresh workstation."""
    with serving(tmp_path, folder) as address, watched(browser, address) as tab:
        yield tab


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
    assert barriers(page) == {}
    page.get_by_role("tab", name="Vergleich").click()
    expect(page.get_by_role("combobox", name="Plan B")).to_be_visible(timeout=PATIENCE)
    settled(page)
    expect(page.locator(".city-map:visible")).to_have_count(3)
    page.locator(".city-map:visible").first.get_by_role("button", name="Vergrößern").click()
    page.wait_for_timeout(300)
    assert len(set(scales(page))) == 1
    assert barriers(page) == {}

    page.get_by_role("link", name="Prüfung").click()
    page.get_by_role("radio", name="Ablehnen").click(timeout=PATIENCE)
    page.get_by_role("textbox", name="Begründung").fill("Möchte näher bei den Kindern arbeiten.")
    page.get_by_role("button", name="Vorschau").click()
    page.get_by_text("noch ist nichts gespeichert").wait_for(timeout=PATIENCE)
    settled(page)
    assert barriers(page) == {}
    page.get_by_role("button", name="Entscheidung und Plan speichern").click()
    page.get_by_text("Die Entscheidung und der angepasste Plan wurden gespeichert").wait_for(timeout=PATIENCE)

    page.get_by_role("link", name="Lage").click()
    expect(page.get_by_role("heading", name="Lage")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".city-map:visible path.cell")).to_have_count(64)
    settled(page)
    assert barriers(page) == {}
