"""Leadership in a real browser: looks, moves the months, prints."""

import io
import shutil

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.ui.browsing import barriers, fills, serving, settled, watched

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def page(browser, city, folder, tmp_path_factory):
    """Return the page of a city whose plan is released."""
    home = shutil.copytree(city, tmp_path_factory.mktemp("situation"), dirs_exist_ok=True)
    with serving(home, folder) as address, watched(browser, address, path="situation") as tab:
        yield tab


def test_the_months_are_moved_by_a_slider(page):
    """The page opens with a slider that colours the map and says in words what it shows, and with no other layer."""
    expect(page.get_by_test_id("stMetric")).to_have_count(4)
    expect(page.locator("path.cell:visible")).to_have_count(64)
    said = page.get_by_text("sind durch diesen Plan höchstens")
    first, now = fills(page), said.inner_text()
    slider = page.get_by_role("slider", name="Monat")
    slider.focus()
    page.keyboard.press("End")
    settled(page)
    expect(said).not_to_have_text(now)
    assert fills(page) != first
    assert barriers(page) == {}
    page.get_by_role("radio", name="Belegte Plätze", exact=True).click()
    settled(page)
    expect(slider).to_have_count(0)
    expect(said).to_have_count(0)


def test_the_page_is_a_file_with_marks_for_screen_readers(page):
    """The PDF arrives whole, in German, tagged, on few pages, with what the page says."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Die Seite als PDF").click()
    reader = PdfReader(waiting.value.path())
    assert waiting.value.suggested_filename.endswith(".pdf")
    assert reader.root_object["/Lang"] == "de"
    assert reader.root_object["/MarkInfo"]["/Marked"]
    words = " ".join(one.extract_text() for one in reader.pages)
    assert "Plätzen" in words
    assert len(reader.pages) <= 3


def test_the_page_prints_whole(page):
    """On paper nothing is cut off at the end of the window, and what only a screen can do is left away."""
    page.emulate_media(media="print")
    settled(page)
    for hidden in ("stHeader", "stDownloadButton", "stTooltipIcon"):
        expect(page.get_by_test_id(hidden).first).to_be_hidden()
    expect(page.get_by_role("radio", name="English")).to_be_hidden()
    paper = PdfReader(io.BytesIO(page.pdf(format="A4", print_background=True)))
    words = " ".join(one.extract_text() for one in paper.pages)
    assert "Was zu entscheiden ist" in words
    assert "Dasselbe als Tabelle" in words
    assert len(paper.pages) <= 4
    page.emulate_media(media="screen")
