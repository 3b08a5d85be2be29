"""The component as Streamlit calls it: one text, handed its data, a place in the page and a way to answer."""

import pytest

from planner.ui.map import bundle
from tests.ui.map.stage import Stage

pytestmark = pytest.mark.browser

CALL = """async ([text, choice, payloads]) => {
  const load = (one) => import(URL.createObjectURL(new Blob([one], { type: "text/javascript" })));
  const main = (await load(text)).default;
  window.choose = (await load(choice)).default;
  for (const leave of window.leave ?? []) leave();
  globalThis.plannerMapChoice = globalThis.plannerMapView = undefined;
  document.querySelector("main").replaceChildren();
  window.answers = [];
  window.hosts = payloads.map((data) => {
    const host = document.querySelector("main").appendChild(document.createElement("div"));
    host.style.width = "400px";
    host.innerHTML = '<section class="city-map"></section>';
    return host;
  });
  const said = (data) => (name, value) => window.answers.push([data.name, name, value.code]);
  window.show = (index, data) =>
    main({ data, parentElement: window.hosts[index], setTriggerValue: said(data) });
  window.leave = payloads.map((data, index) => window.show(index, data));
}"""

LAND = "[...document.querySelectorAll('.land')].map((land) => land.getAttribute('transform'))"


@pytest.fixture(scope="module")
def empty(browser):
    """Return a page for maps that are made as Streamlit makes them."""
    tab = browser.new_page(viewport={"width": 900, "height": 900})
    stage = Stage(tab)
    yield stage
    tab.close()


@pytest.fixture
def pair(empty, payload):
    """Return the page with two new maps that share their zoom, as the comparison has them."""
    both = [{**payload, "name": name, "version": name, "joint": "pair"} for name in ("a", "b")]
    empty.run(CALL, [*(bundle.packed(bundle.script(name)) for name in ("main", "choice")), both])
    yield empty
    assert empty.complaints == []


def test_maps_of_a_group_move_together(pair):
    """Zoom and pan of either show at once on the other."""
    pair.tab.get_by_role("button", name="Vergrößern").first.click()
    one, other = pair.run(LAND)
    assert one == other
    assert "scale" in one
    before = one
    pair.tab.get_by_role("button", name="Vergrößern").last.click()
    one, other = pair.run(LAND)
    assert one == other != before


def test_a_choice_reaches_its_map_only(pair):
    """What is chosen on the page is drawn on the map of that name, without the city being sent again."""
    marked = "[...document.querySelectorAll('.cell[aria-selected=true]')].map((cell) => cell.dataset.code)"
    cells = "[...document.querySelectorAll('.cell')]"
    pair.run(f"() => {{ window.before = {cells}; }}")
    pair.run("() => { choose({ data: { name: 'b', choice: { selected: '61', layer: 'rate' } } }); }")
    assert pair.run(marked) == ["61"]
    assert pair.run(f"{cells}.every((cell, index) => cell === window.before[index])")
    legends = pair.run("[...document.querySelectorAll('.legend strong')].map((title) => title.textContent)")
    assert legends[0] == "Besetzt − Soll"
    assert "je 10.000" in legends[1]


def test_a_click_is_answered_once(pair, payload):
    """Drawing again changes nothing; a click is told to Python once, by the map that was clicked."""
    pair.run("(data) => { show(0, data); }", {**payload, "name": "a", "version": "a", "joint": "pair"})
    pair.tab.locator("path.cell[data-code='61']").first.click()
    assert pair.run("answers") == [["a", "picked", "61"]]


def test_other_content_keeps_the_view(pair, payload):
    """When the plan changes and the city does not, the map stays where somebody had moved it."""
    pair.tab.get_by_role("button", name="Vergrößern").first.click()
    before = pair.run(LAND)[0]
    pair.run("(data) => { show(0, data); }", {**payload, "name": "a", "version": "new", "joint": "pair"})
    assert pair.run(LAND)[0] == before


def test_a_map_that_left_listens_no_more(pair):
    """After its part of the page is gone, choices and zooms of others do not reach a map."""
    pair.run("() => { leave[1](); }")
    before = pair.run(LAND)[1]
    pair.tab.get_by_role("button", name="Vergrößern").first.click()
    pair.run("() => { choose({ data: { name: 'b', choice: { selected: '61' } } }); }")
    assert pair.run(LAND)[1] == before


def test_a_map_about_some_places_shows_them_large(pair, payload):
    """The map of one way shows home and work with little around them, for the next person anew."""
    for codes in (["61", "62"], ["96", "97"]):
        data = {**payload, "name": "a", "version": codes[0], "about": codes}
        pair.run("(data) => { show(0, data); }", data)
        window = pair.tab.locator(".window").first.bounding_box()
        for code in codes:
            place = pair.tab.locator(f"path.cell[data-code='{code}']").first.bounding_box()
            assert window["x"] < place["x"] + place["width"] / 2 < window["x"] + window["width"]
            assert window["y"] < place["y"] + place["height"] / 2 < window["y"] + window["height"]
        assert pair.tab.get_by_role("button", name="Ganze Stadt").first.is_enabled()
