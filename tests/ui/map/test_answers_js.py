"""What the map answers to pointer, fingers and keys."""

import pytest

from tests.ui.browsing import barriers
from tests.ui.map.stage import Stage

pytestmark = pytest.mark.browser


def middle(stage, code):
    """Return where on the page a place is."""
    return stage.run(
        """(code) => {
          const place = map.placeOf.get(code);
          const frame = document.querySelector(".window").getBoundingClientRect();
          const at = map.view.toWindow(place.x, place.y);
          return [frame.left + at.x, frame.top + at.y];
        }""",
        code,
    )


def touch(stage, kind, *points):
    stage.touches.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})


def test_buttons_zoom_in_out_and_back(stage):
    """Plus goes nearer, minus farther, the third shows the whole city; at either end a button says it is of no use."""
    in_, out, whole = (stage.tab.get_by_role("button", name=name) for name in ("Vergrößern", "Verkleinern", "Ganze"))
    assert out.get_attribute("aria-disabled") == whole.get_attribute("aria-disabled") == "true"
    in_.click()
    assert stage.look[0] == pytest.approx(1.6)
    assert out.get_attribute("aria-disabled") == "false"
    in_.click()
    out.click()
    assert stage.look[0] == pytest.approx(1.6)
    whole.click()
    assert stage.look[0] == 1
    for _ in range(6):
        in_.click()
    assert stage.look[0] == 14
    assert in_.get_attribute("aria-disabled") == "true"


def test_the_wheel_zooms_with_ctrl_only(stage):
    """Alone it belongs to the page, and the map says how; with Ctrl the point under the pointer stays."""
    x, y = middle(stage, "61")
    stage.tab.mouse.move(x, y)
    stage.tab.mouse.wheel(0, -100)
    stage.tab.locator(".hint").get_by_text("Strg").wait_for()
    assert stage.look[0] == 1
    stage.tab.mouse.wheel(0, 100)
    stage.tab.keyboard.down("Control")
    stage.tab.mouse.wheel(0, -300)
    stage.tab.keyboard.up("Control")
    stage.tab.wait_for_function("map.view.zoom > 1.5")
    stage.frame()
    x2, y2 = middle(stage, "61")
    assert (x2, y2) == (pytest.approx(x, abs=2), pytest.approx(y, abs=2))


def test_two_clicks_go_nearer(stage):
    """A double click zooms at its point and chooses once, not twice."""
    x, y = middle(stage, "61")
    stage.tab.mouse.dblclick(x, y)
    assert stage.look[0] == 2
    assert stage.run("picks") == ["61"]


def test_a_drag_moves_and_does_not_choose(stage):
    """The city follows the pointer; letting go is no click."""
    stage.run("() => { map.view.zoomAt(3); map.draw(); }")
    x, y = middle(stage, "07")
    stage.tab.mouse.move(x, y)
    stage.tab.mouse.down()
    stage.tab.mouse.move(x + 80, y + 50, steps=4)
    stage.tab.mouse.up()
    assert middle(stage, "07") == [pytest.approx(x + 80, abs=1), pytest.approx(y + 50, abs=1)]
    assert stage.run("picks") == []


def test_two_fingers_move_and_zoom(browser, payload):
    """Two fingers draw the city apart around themselves; one finger leaves the page its scrolling."""
    context = browser.new_context(viewport={"width": 400, "height": 500}, has_touch=True)
    stage = Stage(context.new_page()).mount(payload)
    stage.touches = context.new_cdp_session(stage.tab)
    stage.run("() => { document.body.style.height = '3000px'; }")
    left, top, right, bottom = stage.boxes(".window")[0]
    x, y = (left + right) / 2, (top + bottom) / 2
    touch(stage, "touchStart", (x - 30, y), (x + 30, y))
    for apart in (45, 60):
        touch(stage, "touchMove", (x - apart, y), (x + apart, y))
    touch(stage, "touchEnd")
    assert stage.look[0] == pytest.approx(2, rel=0.05)
    before = stage.look
    touch(stage, "touchStart", (x, y))
    for step in range(1, 6):
        touch(stage, "touchMove", (x, y - 30 * step))
    touch(stage, "touchEnd")
    stage.tab.wait_for_function("scrollY > 0")
    assert stage.look == before
    context.close()


def test_a_click_chooses_and_a_second_lets_go(stage):
    """The choice is told to the page, marked for the eye and spoken with every figure."""
    x, y = middle(stage, "61")
    stage.tab.mouse.click(x, y)
    assert stage.run("picks") == ["61"]
    assert stage.cell("61").get_attribute("aria-selected") == "true"
    assert stage.run("document.querySelector('.selected-line').getAttribute('d').length") > 10
    assert stage.spoken.startswith("Gewählt: ")
    assert "Anteil am Bedarf" in stage.spoken
    stage.tab.wait_for_timeout(400)
    stage.tab.mouse.click(x, y)
    assert stage.run("picks") == ["61", None]
    assert stage.spoken == "Kein Stadtteil gewählt"


def test_a_site_says_what_it_is(stage):
    """Over a site stand its name, its host and its posts; a click on it chooses its neighbourhood."""
    site = stage.tab.locator("circle[data-site=S1]")
    site.hover()
    card = stage.tab.locator(".tooltip")
    assert "Treff Johann" in card.text_content()
    assert "Träger A" in card.text_content()
    site.click()
    assert stage.run("picks") == ["07"]


def test_a_place_says_its_figure_first(stage):
    """The card begins with what the colour means, in the words of the legend."""
    x, y = middle(stage, "61")
    stage.tab.mouse.move(x, y)
    facts = stage.tab.locator(".tooltip dt").all_text_contents()
    assert facts[0] == "Besetzt − Soll"
    assert "Anteil am Bedarf" in facts


def test_the_list_of_places_is_one_stop(stage):
    """A screen reader meets a named list of 64 named options of which one can be reached by Tab."""
    box = stage.tab.get_by_role("listbox", name="Karte der Stadtteile")
    assert box.get_by_role("option").count() == 64
    assert stage.tab.locator("path.cell[tabindex='0']").count() == 1
    names = stage.run("[...document.querySelectorAll('path.cell')].map((cell) => cell.getAttribute('aria-label'))")
    assert all(": Besetzt − Soll " in name for name in names)
    assert any(name.endswith("kein Soll, mit Klotzsche gezählt") for name in names)
    described = stage.tab.locator("[role=listbox]").get_attribute("aria-describedby")
    assert "Pfeiltasten" in stage.tab.locator(f"#{described}").text_content()


def test_everything_by_keyboard(stage):
    """Tab enters, arrows go as the eye would, letters jump, Enter chooses and speaks, + − 0 zoom, Escape lets go."""
    keys = stage.tab.keyboard
    stage.tab.locator("#start").focus()
    keys.press("Tab")
    assert stage.focused == stage.run("map.data.places[0].code")
    at = stage.run("(code) => [map.placeOf.get(code).x, map.placeOf.get(code).y]", stage.focused)
    keys.press("ArrowRight")
    there = stage.run("(code) => [map.placeOf.get(code).x, map.placeOf.get(code).y]", stage.focused)
    assert there[0] > at[0]
    assert stage.run("getComputedStyle(document.querySelector('.focus-line')).strokeWidth") == "5px"
    assert stage.run("document.querySelector('.focus-line').getAttribute('d').length") > 10
    keys.press("End")
    assert stage.focused == stage.run("map.data.places.at(-1).code")
    keys.press("Home")
    keys.type("wei")
    assert "Wei" in stage.run("(code) => map.placeOf.get(code).name", stage.focused)
    keys.press("Enter")
    assert stage.run("picks") == [stage.focused]
    assert stage.spoken.startswith("Gewählt: Wei")
    keys.press("+")
    assert stage.look[0] == pytest.approx(1.6)
    assert stage.spoken.endswith("160 %")
    keys.press("0")
    assert stage.look[0] == 1
    keys.press("Escape")
    keys.press("Escape")
    assert stage.run("picks")[-1] is None
    for name in ("Vergrößern", "Verkleinern", "Ganze"):
        keys.press("Tab")
        assert name in stage.run("document.activeElement.getAttribute('aria-label')")
    keys.press("Shift+Tab")
    assert stage.run("document.activeElement.tagName") == "BUTTON"


def test_the_same_letter_again_goes_on(stage):
    """P, P, P goes through the places that begin with it, one after the other."""
    stage.tab.locator("#start").focus()
    stage.tab.keyboard.press("Tab")
    seen = []
    for _ in range(3):
        stage.tab.keyboard.press("p")
        seen.append(stage.run("(code) => map.placeOf.get(code).name", stage.focused))
    assert len(set(seen)) == 3
    assert all(name.startswith("P") for name in seen)


@pytest.fixture
def inside(stage, payload):
    """Return the map with the focus on the place of the first site, its code, and the names of what lies within."""
    code = payload["sites"][0]["place"]
    stage.run("(code) => { map.keyboard = true; map.focus(code); }", code)
    stage.tab.keyboard.press("PageDown")
    names = stage.run("[...document.querySelectorAll('.stop')].map((stop) => stop.getAttribute('aria-label'))")
    return stage, code, names


def said(stage):
    return stage.run("document.activeElement.getAttribute('aria-label')")


def test_sites_and_ways_of_a_place_are_stops(inside, payload):
    """Page down goes to the first site; arrows reach every site and way, each named with all that its card shows."""
    stage, code, names = inside
    sites = [site for site in payload["sites"] if site["place"] == code]
    ways = [way for way in payload["ways"] if code in (way["from"], way["to"]) and way["from"] != way["to"]]
    assert len(names) == len(sites) + len(ways)
    assert ways
    assert stage.spoken == f"Einsatzstellen: {len(sites)}, Wege: {len(ways)}"
    place = stage.run("(code) => map.placeOf.get(code).name", code)
    assert stage.tab.get_by_role("listbox", name=f"Einsatzstellen und Wege: {place}").count() == 1
    for site in sites:
        facts = [f"{name} {value}" for name, value in site["facts"]]
        assert ", ".join([site["name"], f"{site['host']} · {place}", *facts]) in names
    for way in ways:
        home, work = stage.run("(ends) => ends.map((code) => map.placeOf.get(code).name)", [way["from"], way["to"]])
        assert any(name.startswith(f"Von {home} nach {work}, ") and name.endswith(way["minutes"]) for name in names)
    met = [said(stage)]
    for _ in names[1:]:
        stage.tab.keyboard.press("ArrowDown")
        met.append(said(stage))
    assert met == names
    assert stage.tab.locator(".tooltip").text_content().startswith("Von ")


def test_a_stop_has_a_ring_where_its_thing_is(inside):
    """The ring of a site is a little larger than its circle, that of a way follows it, also after a zoom."""
    stage, _, _ = inside
    for _ in range(2):
        ring = stage.run("document.activeElement.getBoundingClientRect().toJSON()")
        mark = stage.boxes(f"circle[data-site={stage.run('map.stops.of(document.activeElement).site.id')}]")[0]
        assert ring["left"] < mark[0] < mark[2] < ring["right"]
        assert stage.run("getComputedStyle(document.activeElement).stroke") == "rgb(255, 191, 71)"
        stage.tab.keyboard.press("+")
    stage.tab.keyboard.press("End")
    drawn = "[...document.querySelectorAll('.chosen-ways .way')].map((way) => way.getAttribute('d'))"
    assert stage.run("document.activeElement.getAttribute('d')") in stage.run(drawn)


def test_keys_lead_from_sites_to_ways_and_out(inside):
    """Page down goes on to the ways, Page up back, Escape and Page up lead out to the place; Tab leaves the map."""
    stage, code, names = inside
    keys = stage.tab.keyboard
    keys.press("PageDown")
    assert said(stage).startswith("Von ")
    keys.press("PageUp")
    assert said(stage) == names[0]
    keys.press("PageUp")
    assert stage.focused == code
    assert stage.boxes(".stop") == []
    keys.press("PageDown")
    keys.press("End")
    assert said(stage) == names[-1]
    keys.press("Escape")
    assert stage.focused == code
    keys.press("PageDown")
    keys.press("Tab")
    assert stage.run("document.activeElement.tagName") == "BUTTON"
    keys.press("Shift+Tab")
    assert stage.focused == code


def test_enter_chooses_from_within(inside):
    """On a site Enter means its place and the focus stays; a way is followed to the place at its other end."""
    stage, code, names = inside
    stage.tab.keyboard.press("Enter")
    assert stage.run("picks") == [code]
    assert said(stage) == names[0]
    assert barriers(stage.tab) == {}
    stage.tab.keyboard.press("PageDown")
    other = stage.run("map.stops.of(document.activeElement).other.code")
    stage.tab.keyboard.press("Enter")
    assert stage.run("picks") == [code, other]
    assert stage.focused == other


def test_where_nothing_lies_within_the_page_keeps_its_key(stage):
    """With sites and ways switched off, Page down scrolls the page as everywhere."""
    stage.run("() => { map.choose({ sites: false, ways: 'none' }); map.keyboard = true; map.focus('07'); }")
    kept = (
        "() => { addEventListener('keydown', (event) => { window.kept = !event.defaultPrevented; }, { once: true }); }"
    )
    stage.run(kept)
    stage.tab.keyboard.press("PageDown")
    assert stage.run("kept")
    assert stage.focused == "07"


def test_a_way_says_what_it_is(stage, payload):
    """Over a way of the chosen place stand its ends and minutes; a click on it chooses the place under it."""
    code = payload["sites"][0]["place"]
    stage.run("(code) => map.choose({ selected: code, sites: false })", code)
    way = stage.tab.locator(".chosen-ways .way").first
    at = way.evaluate(
        """(path) => {
          const half = path.getPointAtLength(path.getTotalLength() / 4);
          const { x, y } = half.matrixTransform(path.getScreenCTM());
          return [x, y];
        }"""
    )
    stage.tab.mouse.move(*at)
    assert "Minuten" in stage.tab.locator(".tooltip").text_content()
    stage.tab.mouse.click(*at)
    assert len(stage.run("picks")) == 1
    stage.tab.mouse.move(0, 0)


def test_a_new_layer_is_spoken(stage):
    """Who cannot see the colours change hears what they mean now."""
    stage.run("() => map.choose({ layer: 'rate' })")
    assert "je 10.000" in stage.spoken
    assert ": Vorschläge je" in stage.cell("61").get_attribute("aria-label")


@pytest.mark.parametrize("layer", ["difference", "field"])
def test_no_barrier(stage, layer):
    """Axe finds nothing of level A or AA in the map alone."""
    stage.run("(layer) => map.choose({ layer, selected: '61' })", layer)
    assert barriers(stage.tab) == {}
