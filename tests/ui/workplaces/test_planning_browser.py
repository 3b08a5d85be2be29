"""The planner's page in a real browser: what only exists there."""

import pytest
from playwright.sync_api import expect

from tests.ui.browsing import PATIENCE, barriers, serving, settled, too_wide, watched

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser, folder, tmp_path):
    """Return the open app of a fresh workstation."""
    with serving(tmp_path, folder) as address, watched(browser, address) as tab:
        yield tab


def fills(tab):
    """Return the colours of the visible map."""
    return tab.locator("path.cell:visible").evaluate_all("all => all.map(cell => cell.style.fill)")


def turn(tab, name):
    tab.get_by_role("tab", name=name, exact=True).click()
    settled(tab)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_scenario_is_edited_by_eye_and_by_keyboard(page):
    """Weights colour the map at once, arrows order the objectives by keyboard, nothing is barred or too wide."""
    page.get_by_role("link", name="Planung").click()
    page.get_by_role("button", name="Vorführprojekt anlegen").click()
    page.get_by_text("Das Vorführprojekt wurde angelegt").wait_for(timeout=PATIENCE)

    turn(page, "Bedarf")
    expect(page.locator("path.cell:visible")).to_have_count(64)
    before = fills(page)
    page.get_by_role("radio", name="nach Einwohnern").click()
    settled(page)
    assert fills(page) != before
    assert barriers(page) == {}

    turn(page, "Grenzen")
    page.get_by_role("button", name="Grenze hinzufügen").click()
    settled(page)
    expect(page.get_by_text("Mindestens eine Person in der ganzen Stadt")).to_be_visible()
    assert barriers(page) == {}

    turn(page, "Ziele")
    page.get_by_role("button", name="Deckung des Bedarfs: nach oben").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("2. Deckung des Bedarfs")).to_be_visible(timeout=PATIENCE)
    assert barriers(page) == {}
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for tab in ("Eckdaten", "Bedarf", "Grenzen", "Budgets", "Ziele"):
            turn(page, tab)
            assert too_wide(page) <= 0, (width, tab)

    page.get_by_role("button", name="Nur speichern").click()
    page.get_by_text("Gespeichert als Nr.").wait_for(timeout=PATIENCE)
