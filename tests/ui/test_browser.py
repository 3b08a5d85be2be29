"""The app in a real browser: everything that only exists there."""

import zipfile
from contextlib import suppress

import pytest
from playwright.sync_api import expect

from tests.ui.browsing import barriers, serving, settled, too_wide, watched

pytestmark = pytest.mark.browser

FILES = {"XLSX": b"PK", "CSV (ZIP)": b"PK", "GeoPackage": b"SQLite format 3", "GeoJSON": b"{"}
"""What the file behind each button begins with."""

FOCUSED = """() => {
  let at = document.activeElement;
  while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at.dataset.code;
}"""
"""Returns the place that has the focus, in whichever shadow tree it lives."""


@pytest.fixture(scope="module")
def address(folder, tmp_path_factory):
    """Start the app as a user does and return where it listens."""
    with serving(tmp_path_factory.mktemp("home"), folder) as place:
        yield place


@pytest.fixture(scope="module")
def seen(browser, address):
    """Return the open app for tests that leave it as they find it, or change what no other of them looks at."""
    with watched(browser, address) as tab:
        yield tab


@pytest.fixture
def page(browser, address):
    """Return the app, just opened; afterwards nobody else was asked and nothing was complained about."""
    with watched(browser, address) as tab:
        yield tab


def cell(tab, code):
    return tab.locator(f"path.cell[data-code='{code}']")


def quarter(tab):
    return tab.get_by_role("combobox", name="Stadtteil")


def test_the_whole_city_is_drawn(seen):
    """64 neighbourhoods, the river, sites, a legend, a scale bar and the source are on the map."""
    expect(seen.locator("path.cell")).to_have_count(64)
    expect(seen.locator("path.river")).to_have_count(1)
    expect(seen.locator("circle.site").first).to_be_visible()
    expect(seen.locator(".legend")).to_contain_text("wie Soll")
    expect(seen.locator(".scale .length")).to_have_text("5 km")
    expect(seen.locator(".source")).to_contain_text("opendata.dresden.de, dl-de/by-2-0, verändert")
    expect(seen.locator(".source")).to_contain_text("generalisiert")


def test_a_click_chooses_and_a_second_lets_go(seen):
    """Map, list and panel are in step."""
    cell(seen, "35").click()
    settled(seen)
    expect(quarter(seen)).to_have_value("35 Weixdorf")
    expect(seen.get_by_role("heading", name="Weixdorf", exact=True)).to_be_visible()
    expect(cell(seen, "35")).to_have_attribute("aria-selected", "true")
    cell(seen, "35").click()
    settled(seen)
    expect(quarter(seen)).to_have_value("")
    expect(cell(seen, "35")).to_have_attribute("aria-selected", "false")


def test_a_choice_in_the_list_shows_on_the_map(seen):
    """The list works without the map, and the map follows it."""
    quarter(seen).click()
    quarter(seen).fill("Klotzsche")
    seen.get_by_role("option", name="31 Klotzsche").click()
    settled(seen)
    expect(cell(seen, "31")).to_have_attribute("aria-selected", "true")
    cell(seen, "35").click()
    settled(seen)
    expect(quarter(seen)).to_have_value("35 Weixdorf")
    cell(seen, "35").click()
    settled(seen)


def test_the_map_can_be_used_by_keyboard(seen):
    """Arrows go to the neighbour in that direction, Enter chooses and speaks, + and 0 zoom."""
    seen.locator("path.cell[tabindex='0']").focus()
    start = seen.evaluate(FOCUSED)
    seen.keyboard.press("ArrowDown")
    south = seen.evaluate(FOCUSED)
    assert south != start
    seen.keyboard.press("Enter")
    settled(seen)
    expect(cell(seen, south)).to_have_attribute("aria-selected", "true")
    expect(seen.locator("[aria-live=polite]").filter(has_text="Gewählt")).to_contain_text("Soll")
    before = seen.locator("g.land").get_attribute("transform")
    seen.keyboard.press("+")
    assert seen.locator("g.land").get_attribute("transform") != before
    seen.keyboard.press("0")
    assert seen.locator("g.land").get_attribute("transform") == before


def test_colours_change_with_the_layer(seen):
    """The layer is switched without sending the city again."""
    before = cell(seen, "35").get_attribute("style")
    seen.get_by_role("radio", name="Dichte").click()
    settled(seen)
    expect(seen.locator(".legend")).to_contain_text("je 10.000")
    assert cell(seen, "35").get_attribute("style") != before


def test_the_plan_can_be_downloaded(seen, tmp_path):
    """Each file arrives whole and is what its name says."""
    for label, start in FILES.items():
        with seen.expect_download(timeout=60_000) as download:
            seen.get_by_role("button", name=label).click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        assert file.read_bytes().startswith(start)
        if start == b"PK":
            assert zipfile.is_zipfile(file)


def test_no_serious_barrier_in_the_dark(browser, address):
    """Whoever's system asks for a dark page meets no barrier either."""
    with watched(browser, address, color_scheme="dark") as tab:
        cell(tab, "35").click()
        settled(tab)
        assert barriers(tab) == {}


def test_widgets_of_streamlit_speak_german_too(page):
    """Buttons that Streamlit brings along are named in the language of the page, and follow its switch."""
    expect(page.get_by_role("button", name="Als CSV herunterladen: Vorschläge")).to_have_count(1)
    expect(page.get_by_role("button", name="Hilfe zu Deckung")).to_have_count(1)
    page.get_by_role("radio", name="Eigene Dateien").click()
    expect(page.get_by_test_id("stFileUploader")).to_contain_text("höchstens 100 MB je Datei")
    page.get_by_role("radio", name="English").click()
    expect(page.get_by_test_id("stFileUploader")).to_contain_text("100 MB per file")


def test_in_a_narrow_window_nothing_is_cut(browser, address):
    """At 720 pixels the map has the whole width, and buttons show all of their words."""
    with watched(browser, address, width=720, height=900) as tab:
        width = tab.locator(".city-map").bounding_box()["width"]
        cut = tab.evaluate(
            "[...document.querySelectorAll('.st-key-source button *')].filter((p) => p.scrollWidth > p.clientWidth + 1"
            " && getComputedStyle(p).overflow !== 'visible').map((p) => p.textContent)"
        )
    assert width > 640
    assert cut == []


def test_the_language_is_switched_for_page_map_and_document(page):
    """English reaches the title, the map and the document's language; the address remembers it."""
    assert page.evaluate("document.documentElement.lang") == "de"
    page.get_by_role("radio", name="English").click()
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Neighbourhood assistants: placement plan")
    expect(page.locator(".legend")).to_contain_text("on target")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "lang=en" in page.url


def test_the_page_never_scrolls_sideways(page):
    """Nothing is wider than the window."""
    for width in (1280, 1024, 720, 320):
        page.set_viewport_size({"width": width, "height": 900})
        settled(page)
        assert too_wide(page) <= 0, width


def test_a_solve_can_be_watched_and_stopped(page):
    """The solver card shows its objectives and has a stop button; afterwards there is a plan or a clear sentence."""
    page.get_by_role("combobox", name="Szenario").click()
    page.get_by_role("option").nth(1).click()
    settled(page)
    page.get_by_role("button", name="Plan berechnen").click()
    stop = page.get_by_role("button", name="Anhalten")
    expect(stop).to_be_visible(timeout=15_000)
    with suppress(Exception):
        stop.click(timeout=2_000)
    expect(page.locator("path.cell, [data-testid=stAlert]").first).to_be_visible(timeout=60_000)
