"""The pictures of the handbook: a walk that takes them, and looks for what the handbook says about each.

``make pictures`` takes them anew, of the demo; otherwise the same walk goes through a small project and only looks.
"""

import io
import os
import shutil
from contextlib import ExitStack

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.ui.browsing import PATIENCE, ROOT, barriers, serving, settled, too_wide, watched
from tests.ui.handbook.reading import PICTURES, pictures
from tests.ui.workplaces.conftest import solved

__all__ = ["solved"]

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]

TAKE = bool(os.environ.get("PLANNER_PICTURES"))
SEEN = (
    "for (const page of ['plan', 'planning', 'review', 'situation']) localStorage.setItem(`planner.tour.${page}`, '')"
)
WIDTH, HEIGHT = 1200, 900
COLOURS = 96


@pytest.fixture(scope="module")
def address(solved, folder, tmp_path_factory):
    """Serve a workstation with a solved project; for taking pictures, a fresh one with the whole demo."""
    home = tmp_path_factory.mktemp("pictures")
    if not TAKE:
        shutil.copytree(solved[0], home, dirs_exist_ok=True)
    with serving(home, ROOT / "local" / "demo" if TAKE else folder, LOGNAME="anna") as served:
        yield served


@pytest.fixture
def tab(browser, address):
    """Return an open window of a German reader."""
    with watched(browser, address, width=WIDTH, height=HEIGHT) as opened:
        yield opened


class Album:
    """Looks at what the handbook says about each picture, and keeps the picture if it is to be taken."""

    def __init__(self):
        self.left = pictures()

    def add(self, tab, name, top=None, bottom=None):
        """Look at the page from one element to the end of another."""
        settled(tab)
        for label in self.left.pop(name):
            expect(tab.get_by_text(label).locator("visible=true").first, f"{name}: {label}").to_be_visible()
        if TAKE:
            tab.mouse.move(0, 0)
            tab.evaluate("document.activeElement?.blur()")
            tab.set_viewport_size({"width": WIDTH, "height": 2600 if top or bottom else HEIGHT})
            settled(tab)
            tab.wait_for_timeout(400)
            start = top.bounding_box()["y"] - 12 if top else 0
            end = bottom.bounding_box()["y"] + bottom.bounding_box()["height"] + 12 if bottom else HEIGHT
            shot = tab.screenshot(clip={"x": 0, "y": max(0, start), "width": WIDTH, "height": end - max(0, start)})
            with Image.open(io.BytesIO(shot)) as image:
                few = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
                few.save(PICTURES / f"{name}.png", optimize=True)
            tab.set_viewport_size({"width": WIDTH, "height": HEIGHT})
            settled(tab)


def key(tab, name):
    return tab.locator(f".st-key-{name}").first


def turn(tab, name):
    tab.get_by_role("tab", name=name, exact=True).click()
    settled(tab)


def test_the_handbook_shows_what_there_is(tab):
    """On the way through the handbook every picture's page has each label that the handbook names below it."""
    album = Album()
    expect(tab.get_by_role("button", name="Rundgang beginnen")).to_be_visible()
    album.add(tab, "plan", bottom=key(tab, "explore"))
    tab.get_by_role("button", name="Rundgang beginnen").click()
    tab.get_by_role("button", name="Weiter").click()
    tab.get_by_role("button", name="Weiter").click()
    album.add(tab, "rundgang")
    tab.keyboard.press("Escape")
    tab.evaluate(SEEN)

    tab.get_by_role("link", name="Planung").click()
    if TAKE:
        tab.get_by_role("button", name="Vorführvorhaben anlegen").click()
        tab.get_by_text("Das Vorführvorhaben wurde angelegt").wait_for(timeout=PATIENCE)
        expect(tab.get_by_role("button", name="Anhalten")).to_have_count(0, timeout=PATIENCE)
        tab.reload()
    key(tab, "scenario_actions").wait_for(timeout=PATIENCE)
    album.add(tab, "planung-szenario", bottom=key(tab, "scenario_actions"))
    turn(tab, "Bedarf")
    album.add(tab, "planung-bedarf", top=key(tab, "scenario_editor"), bottom=tab.locator(".city-map:visible"))
    tab.get_by_role("button", name="Plan öffnen").click()
    tab.get_by_role("button", name="Freigeben").click(timeout=PATIENCE)
    tab.get_by_role("button", name="Jetzt freigeben").click(timeout=PATIENCE)
    tab.get_by_text("Der Plan wurde freigegeben").wait_for(timeout=PATIENCE)
    album.add(tab, "planung-plan", top=key(tab, "plan_list_card"), bottom=key(tab, "explore"))
    costs = tab.get_by_role("heading", name="Kosten über 60 Monate")
    album.add(tab, "planung-kosten", top=costs, bottom=tab.locator("[data-testid=stVegaLiteChart]"))

    turn(tab, "Szenario")
    turn(tab, "Eckdaten")
    tab.get_by_role("spinbutton", name="Plätze höchstens").fill("30" if TAKE else "4")
    tab.get_by_role("button", name="Speichern und berechnen").click()
    tab.get_by_text("wird berechnet").wait_for(timeout=PATIENCE)
    expect(tab.get_by_role("button", name="Anhalten")).to_have_count(0, timeout=PATIENCE)
    turn(tab, "Vergleich")
    expect(tab.locator(".city-map:visible")).to_have_count(3, timeout=PATIENCE)
    album.add(tab, "planung-vergleich", top=key(tab, "comparison"), bottom=key(tab, "compared_pair"))

    tab.get_by_role("link", name="Prüfung").click()
    key(tab, "review_decision").wait_for(timeout=PATIENCE)
    album.add(tab, "pruefung-fall", bottom=tab.get_by_text("Jede Regel mit ihren Werten"))
    tab.get_by_role("radio", name="Ablehnen").click()
    tab.get_by_role("textbox", name="Begründung").fill("Möchte näher bei den Kindern arbeiten.")
    tab.get_by_role("button", name="Vorschau").click()
    tab.get_by_text("noch ist nichts gespeichert").wait_for(timeout=PATIENCE)
    album.add(tab, "pruefung-vorschau", top=key(tab, "review_case_card"), bottom=key(tab, "review_decision"))
    tab.get_by_role("button", name="Zurück, nichts speichern").click()

    tab.get_by_role("link", name="Lage").click()
    expect(tab.locator(".city-map:visible path.cell")).to_have_count(64, timeout=PATIENCE)
    album.add(tab, "lage", bottom=key(tab, "situation_map"))
    assert album.left == {}


def test_a_tour_by_keyboard_alone(browser, address):
    """The tour is begun, read to its end, left and begun again without a mouse; whoever has seen it is left alone."""
    with ExitStack() as windows:
        tab = windows.enter_context(watched(browser, address, path="situation", width=320, height=700))
        begin = tab.get_by_role("button", name="Rundgang beginnen")
        expect(begin).to_be_visible(timeout=PATIENCE)
        assert barriers(tab) == {}
        begin.focus()
        tab.keyboard.press("Enter")
        card = tab.get_by_role("dialog")
        for number in range(1, 6):
            expect(card.get_by_text(f"Karte {number} von 5")).to_be_visible()
            assert card.evaluate("card => card.matches(':focus-within')")
            assert inside(card, 320, 700)
            if number in {1, 3}:
                assert barriers(tab) == {}
            assert too_wide(tab) <= 0
            tab.keyboard.press("ArrowRight")
        tab.keyboard.press("ArrowLeft")
        expect(card.get_by_text("Karte 4 von 5")).to_be_visible()
        tab.keyboard.press("Escape")
        expect(card).to_have_count(0)

        tab.reload()
        settled(tab)
        expect(begin).to_have_count(0)
        tab.get_by_role("link", name="Hilfe").focus()
        tab.keyboard.press("Enter")
        again = tab.get_by_role("button", name="Rundgang: Lage")
        again.focus()
        tab.keyboard.press("Enter")
        expect(card.get_by_text("Karte 1 von 5")).to_be_visible(timeout=PATIENCE)
        for _ in range(4):
            card.get_by_role("button", name="Weiter").press("Enter")
        card.get_by_role("button", name="Fertig").press("Enter")
        expect(card).to_have_count(0)


def inside(card, width, height):
    """Return whether the whole card can be seen."""
    card.page.wait_for_timeout(100)
    box = card.bounding_box()
    fits = box["x"] >= 0 and box["y"] >= 0
    return fits and box["x"] + box["width"] <= width and box["y"] + box["height"] <= height


def test_the_handbook_is_read_in_the_app(browser, address):
    """Every chapter shows its pictures from this very server; German text says so on an English page."""
    with watched(browser, address, path="help", language="en-GB") as tab:
        expect(tab.get_by_role("heading", name="Help", exact=True)).to_be_visible(timeout=PATIENCE)
        assert key(tab, "handbook").get_attribute("lang") == "de"
        tab.get_by_role("radio", name="Planning").click()
        settled(tab)
        shown = key(tab, "handbook").get_by_role("img")
        expect(shown).to_have_count(sum(name.startswith("planung") for name in pictures()))
        assert all(shown.evaluate_all("all => all.map(image => image.complete && image.naturalWidth > 0)"))
        assert "chapter=planning" in tab.url
        assert barriers(tab) == {}
        for width in (1280, 320):
            tab.set_viewport_size({"width": width, "height": 900})
            settled(tab)
            assert too_wide(tab) <= 0
