"""The app in a real browser: everything that only exists there."""

import zipfile
from contextlib import suppress

import pytest
from playwright.sync_api import expect

from tests.ui.browsing import barriers, serving, settled, too_wide, watched

pytestmark = pytest.mark.browser

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


@pytest.fixture
def page(browser, address):
    """Return the open app; afterwards nobody else was asked and nothing was complained about."""
    with watched(browser, address) as tab:
        yield tab


def cell(tab, code):
    return tab.locator(f"path.cell[data-code='{code}']")


def quarter(tab):
    return tab.get_by_role("combobox", name="Stadtteil")


def test_the_whole_city_is_drawn(page):
    """64 neighbourhoods, the river, sites, a legend, a scale bar and the source are on the map."""
    expect(page.locator("path.cell")).to_have_count(64)
    expect(page.locator("path.river")).to_have_count(1)
    expect(page.locator("circle.site").first).to_be_visible()
    expect(page.locator(".legend")).to_contain_text("wie Soll")
    expect(page.locator(".scale .length")).to_have_text("5 km")
    expect(page.locator(".source")).to_contain_text("opendata.dresden.de, dl-de/by-2-0, verändert")
    expect(page.locator(".source")).to_contain_text("generalisiert")


def test_labels_never_overlap(page):
    """No two names cover each other, at the whole city and closer in."""
    for _ in range(3):
        boxes = [box for box in (label.bounding_box() for label in page.locator("text.label").all()) if box]
        assert len(boxes) > 8
        for i, a in enumerate(boxes):
            for b in boxes[i + 1 :]:
                apart = (
                    a["x"] + a["width"] <= b["x"] + 1
                    or b["x"] + b["width"] <= a["x"] + 1
                    or a["y"] + a["height"] <= b["y"] + 4
                    or b["y"] + b["height"] <= a["y"] + 4
                )
                assert apart
        page.get_by_role("button", name="Vergrößern").click()


def test_labels_keep_off_the_sites(page):
    """No name covers a site, at the whole city and closer in."""
    for _ in range(2):
        names = [label.bounding_box() for label in page.locator("text.label").all()]
        dots = [dot.bounding_box() for dot in page.locator("circle.site").all()]
        for name in names:
            for dot in dots:
                x, y = dot["x"] + dot["width"] / 2, dot["y"] + dot["height"] / 2
                inside_x = name["x"] + 2 < x < name["x"] + name["width"] - 2
                assert not (inside_x and name["y"] + 4 < y < name["y"] + name["height"] - 4)
        page.get_by_role("button", name="Vergrößern").click()


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


def test_a_click_chooses_and_a_second_lets_go(page):
    """Map, list and panel are in step."""
    cell(page, "35").click()
    settled(page)
    expect(quarter(page)).to_have_value("35 Weixdorf")
    expect(page.get_by_role("heading", name="Weixdorf", exact=True)).to_be_visible()
    expect(cell(page, "35")).to_have_attribute("aria-selected", "true")
    cell(page, "35").click()
    settled(page)
    expect(quarter(page)).to_have_value("")
    expect(cell(page, "35")).to_have_attribute("aria-selected", "false")


def test_a_choice_in_the_list_shows_on_the_map(page):
    """The list works without the map, and the map follows it."""
    quarter(page).click()
    quarter(page).fill("Klotzsche")
    page.get_by_role("option", name="31 Klotzsche").click()
    settled(page)
    expect(cell(page, "31")).to_have_attribute("aria-selected", "true")
    cell(page, "35").click()
    settled(page)
    expect(quarter(page)).to_have_value("35 Weixdorf")


def test_the_map_can_be_used_by_keyboard(page):
    """Arrows go to the neighbour in that direction, Enter chooses and speaks, + and 0 zoom."""
    page.locator("path.cell[tabindex='0']").focus()
    start = page.evaluate(FOCUSED)
    page.keyboard.press("ArrowUp")
    north = page.evaluate(FOCUSED)
    assert north != start
    page.keyboard.press("Enter")
    settled(page)
    expect(cell(page, north)).to_have_attribute("aria-selected", "true")
    expect(page.locator("[aria-live=polite]").filter(has_text="Gewählt")).to_contain_text("Soll")
    before = page.locator("g.land").get_attribute("transform")
    page.keyboard.press("+")
    assert page.locator("g.land").get_attribute("transform") != before
    page.keyboard.press("0")
    assert page.locator("g.land").get_attribute("transform") == before


def test_the_wheel_leaves_the_page_its_scrolling(page):
    """The wheel scrolls the page over the map and zooms with Ctrl."""
    before = page.locator("g.land").get_attribute("transform")
    box = page.locator(".window").bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 100)
    page.mouse.wheel(0, -120)
    assert page.locator("g.land").get_attribute("transform") == before
    page.keyboard.down("Control")
    page.mouse.wheel(0, -240)
    page.keyboard.up("Control")
    page.wait_for_timeout(200)
    assert page.locator("g.land").get_attribute("transform") != before


def test_hovering_tells_what_the_table_says(page):
    """The card beside the pointer names the place and its numbers."""
    cell(page, "35").hover()
    expect(page.locator(".tooltip")).to_contain_text("Weixdorf")
    expect(page.locator(".tooltip")).to_contain_text("Anteil am Bedarf")


def test_colours_change_with_the_layer(page):
    """The layer is switched without sending the city again."""
    before = cell(page, "35").get_attribute("style")
    page.get_by_role("radio", name="Dichte").click()
    settled(page)
    expect(page.locator(".legend")).to_contain_text("je 10.000")
    assert cell(page, "35").get_attribute("style") != before


def test_the_language_is_switched_for_page_map_and_document(page):
    """English reaches the title, the map and the document's language; the address remembers it."""
    assert page.evaluate("document.documentElement.lang") == "de"
    page.get_by_role("radio", name="English").click()
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Neighbourhood assistants: placement plan")
    expect(page.locator(".legend")).to_contain_text("on target")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "lang=en" in page.url


@pytest.mark.parametrize(
    ("label", "start"), [("XLSX", b"PK"), ("CSV (ZIP)", b"PK"), ("GeoPackage", b"SQLite format 3"), ("GeoJSON", b"{")]
)
def test_the_plan_can_be_downloaded(page, tmp_path, label, start):
    """Each file arrives whole and is what its name says."""
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name=label).click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.read_bytes().startswith(start)
    if start == b"PK":
        assert zipfile.is_zipfile(file)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_barrier(browser, address, scheme):
    """Axe finds nothing beyond what Streamlit's own widgets bring along, in light and in dark."""
    with watched(browser, address, color_scheme=scheme) as tab:
        cell(tab, "35").click()
        settled(tab)
        assert barriers(tab) == {}


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
