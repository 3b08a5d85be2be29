"""The language of the reader: asked of the browser, switched, kept, and spoken by what Streamlit brings along."""

import shutil

import pytest
from playwright.sync_api import expect

from tests.ui.browsing import PATIENCE, serving, settled, watched
from tests.ui.speaking import foreign
from tests.ui.walking import speak

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(solved, folder, tmp_path_factory):
    """Serve a workstation with a solved project."""
    home = tmp_path_factory.mktemp("languages")
    shutil.copytree(solved[0], home, dirs_exist_ok=True)
    with serving(home, folder) as place:
        yield place


def test_a_page_that_is_not_there_says_so_in_german(browser, address):
    """An address that leads nowhere is told in the language of the browser."""
    tab = browser.new_context(locale="de-DE").new_page()
    tab.goto(f"{address}/nowhere")
    expect(tab.get_by_role("dialog")).to_contain_text("Seite nicht gefunden", timeout=PATIENCE)
    settled(tab)
    assert foreign(tab, "de") == []
    tab.context.close()


def test_widgets_speak_german_where_they_are_opened(browser, address):
    """Calendar, lists, hints and sizes of files are German; what people call things stays as they wrote it."""
    with watched(browser, address, path="planning") as tab:
        tab.get_by_test_id("stDateInputCalendarButton").click()
        expect(tab.get_by_test_id("stDateInputCalendar")).to_contain_text("März 2027")
        assert foreign(tab, "de") == []
        tab.keyboard.press("Escape")
        tab.get_by_role("combobox", name="Förderung").click()
        tab.keyboard.type("xyz")
        expect(tab.get_by_role("listbox")).to_contain_text("Nichts gefunden")
        assert foreign(tab, "de") == []
        tab.keyboard.press("Escape")
        tab.get_by_role("textbox", name="Name", exact=True).press_sequentially("x")
        expect(tab.get_by_test_id("InputInstructions")).to_have_text("Mit der Eingabetaste übernehmen")
        assert foreign(tab, "de") == []
        tab.get_by_role("textbox", name="Name", exact=True).press("Backspace")
        tab.get_by_role("tab", name="Orte", exact=True).click()
        expect(tab.get_by_test_id("stFileUploader")).to_contain_text("100\u00a0MB je Datei")
        # What people call things is no size of a file, neither in a list nor for the ear.
        house = "document.body.insertAdjacentHTML('beforeend', '<p role=listbox aria-label=\"Haus 4B\">Haus 4B</p>')"
        tab.evaluate(house)
        tab.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert tab.get_by_role("listbox", name="Haus 4B", exact=True).text_content() == "Haus 4B"


def test_the_language_of_the_browser_until_somebody_chooses(browser, address):
    """An English browser gets English from the first byte; a choice holds on every page and for the next visit."""
    with watched(browser, address, language="en-GB") as tab:
        assert '<html lang="en">' in tab.goto(address).text()
        settled(tab)
        assert "lang=" not in tab.url
        tab.get_by_role("combobox", name="At most").click()
        tab.get_by_role("option", name="5 min").click()
        tab.get_by_role("radio", name="Density").click()
        settled(tab)
        speak(tab, "de")
        expect(tab.get_by_role("radio", name="Dichte")).to_be_checked()
        expect(tab.get_by_role("combobox", name="Höchstens")).to_have_value("5\u00a0min")
        assert tab.evaluate("document.documentElement.lang") == "de"
        for page in ("Planung", "Konto"):
            tab.get_by_role("link", name=page, exact=True).click()
            settled(tab)
            expect(tab).to_have_title(f"{page} · Quartiersassistenz: Einsatzplan")
            assert "lang=de" in tab.url
        assert '<html lang="de">' in tab.goto(f"{address}/planning").text()
        settled(tab)
        expect(tab.get_by_role("heading", level=1)).to_have_text("Planung")
        tab.get_by_role("tab", name="Pläne", exact=True).click()
        settled(tab)
        speak(tab, "en")
        expect(tab.get_by_role("tab", name="Plans", exact=True)).to_have_attribute("aria-selected", "true")
