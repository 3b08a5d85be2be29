"""A planner's hour in a real browser: what if there were 300 posts instead of 100?"""

import shutil
from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect

from planner.domain import Tier
from planner.messages import text
from tests.ui.browsing import barriers, fills, serving, settled, watched
from tests.ui.walking import View, go, turn

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def page(browser, city, folder, tmp_path_factory):
    """Return the app of a workstation with a plan of 100 posts, opened by the address of its first page."""
    home = shutil.copytree(city, tmp_path_factory.mktemp("planning"), dirs_exist_ok=True)
    with serving(home, folder) as address, watched(browser, address, path="plan") as tab:
        yield tab


def views(tab):
    """Return the part of the city that each visible map shows."""
    seen = "all => all.filter(g => g.getBoundingClientRect().width).map(g => g.getAttribute('transform'))"
    return tab.locator("g.land").evaluate_all(seen)


def watched_tiers(tab):
    """Return the objectives whose figures were shown while a plan was computed."""
    card, seen = tab.locator("[class*=st-key-job_]"), set()
    expect(card.first).to_be_visible()
    while card.count():
        with suppress(Error):
            said = card.first.inner_text(timeout=500)
            seen |= {tier for tier in Tier if text(f"tier.{tier}", "de") in said}
        tab.wait_for_timeout(100)
    settled(tab)
    return seen


def test_a_scenario_is_tried_out_before_it_is_saved(page):
    """Weights colour the map at once, a limit is a sentence, arrows order the objectives; one click undoes it all."""
    go(page, View("Planning", ("Scenario", "report.need")))
    expect(page.locator("path.cell:visible")).to_have_count(64)
    before = fills(page)
    page.get_by_role("radio", name="nach Einwohnern").click()
    settled(page)
    assert fills(page) != before

    turn(page, "Grenzen")
    page.get_by_role("button", name="Grenze hinzufügen").click()
    expect(page.get_by_text("Mindestens eine Person in der ganzen Stadt")).to_be_visible()
    settled(page)
    assert barriers(page) == {}

    turn(page, "Ziele")
    page.get_by_role("button", name="Deckung des Bedarfs: nach oben").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("2. Deckung des Bedarfs")).to_be_visible()
    page.get_by_role("button", name="Änderungen verwerfen").click()
    expect(page.get_by_text("3. Deckung des Bedarfs")).to_be_visible()


def test_300_posts_out_of_100(page):
    """A new scenario is solved before one's eyes, then compared; the maps move together and say who gains."""
    go(page, View("Planning", ("Scenario", "Key data")))
    page.get_by_role("textbox", name="Name").fill("Dresden mit 300")
    page.get_by_role("spinbutton", name="Plätze höchstens").fill("300")
    page.get_by_role("button", name="Speichern und berechnen").click()
    assert Tier.PLACEMENTS in watched_tiers(page)

    turn(page, "Pläne")
    expect(page.get_by_test_id("stMetric").filter(has_text="Besetzte Plätze")).to_contain_text("300 von 300")
    expect(page.get_by_text("nachweislich bestmöglich").locator("visible=true").first).to_be_visible()

    turn(page, "Vergleich")
    expect(page.locator(".city-map:visible")).to_have_count(3)
    filled = page.get_by_test_id("stMetric").filter(has_text="Besetzte Plätze")
    expect(filled).to_contain_text("+200")
    expect(page.get_by_role("heading", name="Stadtteile mit mehr in B")).not_to_contain_text("(0)")
    city = set(views(page))
    page.locator(".city-map:visible").first.get_by_role("button", name="Vergrößern").click()
    settled(page)
    assert len(set(views(page))) == 1
    assert set(views(page)) != city
    assert barriers(page) == {}


def test_where_it_hurts(page):
    """A missed minimum has a way out, one more post a value; a curve ends when one has seen enough."""
    go(page, View("Planning", ("Plans",)))
    expect(page.get_by_text("Für die Mindestzahlen fehlt ein Vorschlag")).to_be_visible()
    page.get_by_role("button", name="Auswege suchen").click()
    expect(page.get_by_role("button", name="Als Szenario speichern und berechnen").first).to_be_visible()
    settled(page)
    assert barriers(page) == {}

    turn(page, "Spielraum")
    page.get_by_role("radio", name="Wert eines weiteren Platzes").click()
    settled(page)
    page.get_by_role("button", name="Berechnen").click()
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
    expect(page.locator("path.cell:visible")).to_have_count(64)

    turn(page, "Abwägung")
    page.get_by_role("button", name="Kurve berechnen").click()
    expect(page.get_by_test_id("stVegaLiteChart")).to_be_visible()
    page.get_by_role("button", name="Anhalten").click()
    expect(page.get_by_role("button", name="Neu berechnen")).to_be_visible()
    settled(page)
    assert barriers(page) == {}


def test_the_demo_is_a_project_of_its_own(page):
    """A beginner makes the demo beside the work there is; its plans are computed, one is opened and released."""
    page.get_by_role("button", name="Neues Vorhaben").click()
    page.get_by_role("button", name="Vorführvorhaben anlegen").click()
    expect(page.get_by_text("Das Vorführvorhaben wurde angelegt")).to_be_visible()
    expect(page.get_by_role("combobox", name="Vorhaben", exact=True)).to_have_value("Dresden (Vorführung)")
    expect(page.locator("[class*=st-key-job_]")).to_have_count(0)
    go(page, View("Planning", ("Scenario",)))
    page.get_by_role("button", name="Plan öffnen").click()
    page.get_by_role("button", name="Freigeben").click()
    expect(page.get_by_text("Bisher ist kein Plan freigegeben")).to_be_visible()
    settled(page)
    assert barriers(page) == {}
    page.get_by_role("button", name="Jetzt freigeben").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Der Plan wurde freigegeben")).to_be_visible()
    settled(page)
    assert barriers(page) == {}
