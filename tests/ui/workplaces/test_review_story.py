"""A reviewer's hour in a real browser: with the mouse, with a colleague in the same case, and without any mouse."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from tests.ui.browsing import barriers, serving, settled, too_wide, watched
from tests.ui.keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

REASON = "Möchte näher bei den Kindern arbeiten."
SAVED = "Die Entscheidung und der angepasste Plan wurden gespeichert"
UNSAVED = "noch ist nichts gespeichert"


@pytest.fixture(scope="module")
def address(solved, folder, tmp_path_factory):
    """Serve a workstation with a plan nobody has decided on."""
    home = shutil.copytree(solved[0], tmp_path_factory.mktemp("review"), dirs_exist_ok=True)
    with serving(home, folder) as place:
        yield place


@pytest.fixture
def page(browser, address):
    """Return the page of one reviewer."""
    with watched(browser, address, path="review") as tab:
        yield tab


@pytest.fixture
def colleague(browser, address):
    """Return the same page in another browser."""
    with watched(browser, address, path="review") as tab:
        yield tab


def cases(tab):
    return tab.get_by_role("combobox", name="Fall")


def state(tab):
    return tab.get_by_text("Stand: ")


def decline(tab, reason=REASON):
    tab.get_by_role("radio", name="Ablehnen").click()
    tab.get_by_role("textbox", name="Begründung").fill(reason)
    tab.get_by_role("button", name="Vorschau").click()
    expect(tab.get_by_text(UNSAVED)).to_be_visible()
    settled(tab)


def test_a_case_is_read_wide_and_narrow(page):
    """The card with exact prices and the way breaks no rule of axe and never pushes the page sideways."""
    page.get_by_role("button", name="Genaue Preise und Begründungsblatt berechnen").click()
    expect(page.get_by_role("button", name="Begründungsblatt (PDF)")).to_be_visible()
    settled(page)
    expect(page.locator(".city-map:visible .ways .way").first).to_be_attached()
    assert barriers(page) == {}
    page.set_viewport_size({"width": 320, "height": 1000})
    settled(page)
    assert too_wide(page) <= 0


def test_a_colleague_is_never_overwritten(page, colleague):
    """A preview can be undone; what a colleague saved meanwhile is told, and what was prepared before is dropped."""
    person = cases(page).input_value()
    decline(page)
    expect(page.get_by_role("table").last).to_contain_text("Vorher")
    assert barriers(page) == {}
    page.get_by_role("button", name="Zurück, nichts speichern").click()
    expect(state(page)).to_contain_text("vorgeschlagen")
    decline(page)

    assert cases(colleague).input_value() == person
    colleague.get_by_role("radio", name="Annehmen").click()
    colleague.get_by_role("textbox", name="Begründung").fill("Passt, mit dem Träger besprochen.")
    colleague.get_by_role("button", name="Ohne neuen Plan speichern").click()
    expect(colleague.get_by_text("Die Entscheidung wurde gespeichert")).to_be_visible()

    page.get_by_role("button", name="Entscheidung und Plan speichern").click()
    expect(page.get_by_test_id("stAlertContentError")).to_contain_text("Inzwischen geändert")
    page.get_by_role("button", name="Weiter").click()
    expect(cases(page)).not_to_have_value(person)
    settled(page)
    page.get_by_role("button", name="Zurück", exact=True).click()
    expect(cases(page)).not_to_have_value(re.compile("vorgeschlagen"))
    expect(state(page)).to_contain_text("angenommen")
    expect(page.get_by_text("Passt, mit dem Träger besprochen.")).to_be_visible()
    expect(page.get_by_text(REASON)).to_have_count(0)


def test_a_whole_case_without_a_mouse(page):
    """From the door to the saved decision by keys alone; at each step one sees where one is."""
    keys = Keyboard(page)
    keys.to(page.get_by_role("link", name="Prüfung"))
    keys.press("Enter")
    settled(page)
    keys.to(page.get_by_role("button", name="Weiter"))
    before = cases(page).input_value()
    keys.press("Enter")
    expect(cases(page)).not_to_have_value(before)
    settled(page)
    steps = page.get_by_role("radiogroup", name="Schritt")
    keys.choose(steps, steps.get_by_role("radio", name="Ablehnen"))
    keys.to(page.get_by_role("textbox", name="Begründung"))
    page.keyboard.type(REASON)
    keys.to(page.get_by_role("button", name="Vorschau"))
    keys.press("Enter")
    expect(page.get_by_text(UNSAVED)).to_be_visible()
    settled(page)
    keys.to(page.get_by_role("button", name="Entscheidung und Plan speichern"))
    keys.press("Enter")
    expect(page.get_by_text(SAVED)).to_be_visible()
