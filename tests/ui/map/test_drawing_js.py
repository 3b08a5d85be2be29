"""What is on the map, as a reader sees it."""

import re
from math import pi

import pytest

from planner.ui.map.layers import Layer, Value
from planner.ui.map.payload import layer_json

pytestmark = pytest.mark.browser

FILLS = "Object.fromEntries([...document.querySelectorAll('path.cell')].map((c) => [c.dataset.code, c.style.fill]))"


def css(colour):
    return f"rgb({', '.join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))})"


def swatches(stage):
    return stage.tab.locator(".legend .group").first.locator("li").all_text_contents()


@pytest.mark.parametrize("layer", ["difference", "rate", "coverage", "field"])
def test_every_place_has_the_colour_of_its_class(window, payload, layer):
    """Choropleth, diverging and categories alike: 64 places, the colour of the class, a hatch without a value."""
    fills = window.mount(payload, layer=layer).run(FILLS)
    content = next(one for one in payload["layers"] if one["id"] == layer)
    assert len(fills) == 64
    for code, value in content["values"].items():
        level = value["level"]
        expected = 'url("#hatch")' if level is None else css(content["classes"][level]["colour"])
        assert fills[code] == expected


def test_lines_between_light_places_are_dark(window, payload):
    """White lines between places get lost on light colours and on the hatch, so they are grey there."""
    window.mount(payload, layer="rate")
    content = next(one for one in payload["layers"] if one["id"] == "rate")
    lines = window.run(
        "Object.fromEntries([...map.cells].map(([code, cell]) => [code, getComputedStyle(cell).stroke]))"
    )
    for code, value in content["values"].items():
        light = value["level"] in (None, 0, 1)
        assert lines[code] == ("rgb(154, 165, 175)" if light else "rgb(255, 255, 255)")


@pytest.mark.parametrize("layer", ["difference", "rate", "coverage", "field"])
def test_the_legend_counts_every_place_once(window, payload, layer):
    """The numbers behind the classes add up to 64; a category that does not occur is left out."""
    entries = swatches(window.mount(payload, layer=layer))
    assert window.tab.locator(".legend small").text_content() == "in Klammern: Zahl der Stadtteile"
    counts = [int(re.search(r"\((\d+)\)$", text)[1]) for text in entries]
    assert sum(counts) == 64
    if layer == "field":
        assert all(counts)


def test_categories_are_told_by_texture_too(window, payload):
    """Classes without an order have a texture each on the land and in the legend; a scale shows none."""
    content = next(one for one in payload["layers"] if one["id"] == "field")
    used = {value["level"] for value in content["values"].values() if value["level"] is not None}
    assert len(used) == 2
    textures = "getComputedStyle(document.querySelector('.textures')).display"
    stage = window.mount(payload, layer="field")
    assert stage.run(textures) == "inline"
    filled = stage.run(
        "[...document.querySelectorAll('.textures path')].map((t) => t.style.fill).filter((f) => f.startsWith('url'))"
    )
    assert len(filled) >= 1
    assert window.mount(payload, layer="difference").run(textures) == "none"


def test_eight_categories_have_eight_looks(window, payload):
    """No two of eight categories share colour or texture."""
    codes = [place["code"] for place in payload["places"]]
    colours = ("#4b609b", "#e8ad5e", "#0da5a4", "#853853", "#a4b5f8", "#99966f", "#9fe6e0", "#545516")
    values = {code: Value(index % 8, f"Art {index % 8}") for index, code in enumerate(codes)}
    layer = Layer("kinds", "Art", colours, tuple(f"Art {i}" for i in range(8)), "keine", values, categories=True)
    window.mount({**payload, "layers": [layer_json(layer)]})
    looks = window.run("[...document.querySelectorAll('.swatch .texture')].map((one) => one.getAttribute('fill'))")
    assert len(looks) == len(set(looks)) == 8
    for look in looks:
        assert look == "none" or window.tab.locator(look[4:-1]).count() == 1


def test_circles_are_as_large_as_their_posts(window, full):
    """A site's area grows with its posts, and a site without a host is hollow."""
    window.mount(full)
    window.tab.mouse.move(0, 0)
    radii = window.run("[...document.querySelectorAll('.sites circle')].map((c) => Number(c.getAttribute('r')))")
    large = [(site["posts"], radius) for site, radius in zip(full["sites"], radii, strict=True) if radius > 2]
    per_post = [pi * radius**2 / posts for posts, radius in large]
    assert max(per_post) < 1.15 * min(per_post)
    hollow = window.run("[...document.querySelectorAll('.sites circle.planned')].map((c) => getComputedStyle(c).fill)")
    assert len(hollow) == sum(site["planned"] for site in full["sites"])
    assert set(hollow) == {"rgb(255, 255, 255)"}


def test_many_circles_leave_the_city_visible(window, full, payload):
    """300 sites together cover less than a twentieth of the map; three sites are drawn larger."""
    radii = window.mount(full).run(
        "[...document.querySelectorAll('.sites circle')].map((c) => Number(c.getAttribute('r')))"
    )
    width, height = window.run("[map.view.city.width * map.view.fit, map.view.city.height * map.view.fit]")
    assert sum(pi * radius**2 for radius in radii) < width * height / 20
    few = window.mount(payload).run("map.sites.radius(1)")
    assert few > min(radii)


def test_the_legend_shows_true_sizes(window, full):
    """The circles and the ribbon of the legend have the size they have on the map."""
    window.mount(full)
    one = window.run("Number(document.querySelector('.signs circle.site').getAttribute('r'))")
    assert one == pytest.approx(window.run("map.sites.radius(1)"), abs=0.05)


@pytest.mark.parametrize("width", [1400, 720, 360])
@pytest.mark.parametrize("zoom", [1, 2, 6])
def test_labels_never_touch(window, full, width, zoom):
    """No two labels overlap, none lies on a site, none is cut: at any width and zoom, with 300 sites."""
    window.tab.set_viewport_size({"width": width + 24, "height": 1000})
    window.mount(full, ways="none")
    window.run("(zoom) => { map.resize(); map.view.zoomAt(zoom); map.draw(); }", zoom)
    labels = window.boxes("text.label")
    assert all(
        name[2] <= a[0] + 1 or a[2] <= name[0] + 1 or name[3] <= a[1] + 3 or a[3] <= name[1] + 3
        for name in window.boxes("text.river-name")
        for a in labels
    )
    left, top, right, bottom = window.boxes(".window")[0]
    assert len(labels) >= {1: 15, 2: 8, 6: 3}[zoom] / (2 if width < 500 else 1)
    for index, a in enumerate(labels):
        assert left - 1 <= a[0] <= a[2] <= right + 1
        assert top - 1 <= a[1] <= a[3] <= bottom + 1
        for b in labels[index + 1 :]:
            assert a[2] <= b[0] + 1 or b[2] <= a[0] + 1 or a[3] <= b[1] + 4 or b[3] <= a[1] + 4
    for x0, y0, x1, y1 in window.boxes(".sites circle"):
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        assert not any(a[0] + 2 < x < a[2] - 2 and a[1] + 4 < y < a[3] - 4 for a in labels)
    window.tab.set_viewport_size({"width": 900, "height": 1000})


def test_the_chosen_place_is_always_named(window, full):
    """However full its surroundings are, the chosen place has its label."""
    window.mount(full)
    nameless = window.run(
        """() => map.data.places.filter((place) => {
          map.choose({ selected: place.code });
          const names = [...document.querySelectorAll("text.label")].map((one) => one.textContent.replaceAll(" ", ""));
          return !names.some((name) => name.startsWith(place.name.replaceAll(" ", "")));
        }).map((place) => place.name)"""
    )
    assert nameless == []


def test_whoever_looks_closely_reads_where_they_are(window, payload):
    """Where only the edge of a place fills the window, its name stands in that part."""
    window.mount(payload)
    window.run("() => { map.view.zoom = 14; map.view.centre = { x: 1150, y: 1180 }; map.draw(); }")
    here = window.run("map.data.places.find((p) => map.cells.get(p.code).isPointInFill(new DOMPoint(1150, 1180))).name")
    names = "".join(window.tab.locator("text.label").all_text_contents())
    assert here.replace(" ", "") in names.replace(" ", "")


def test_where_no_name_fits_the_value_may_stand(window, payload):
    """At the width of a telephone some places show their value alone, inside their own borders."""
    window.tab.set_viewport_size({"width": 384, "height": 900})
    window.mount(payload, layer="difference", ways="none")
    window.run("() => map.resize()")
    texts = window.tab.locator("text.label").all_text_contents()
    assert any(re.fullmatch(r"[+−]?\d", text) for text in texts)
    window.tab.set_viewport_size({"width": 900, "height": 1000})


def test_river_and_boroughs_are_drawn(stage, payload):
    """The river has a name, and each of the ten boroughs an outline."""
    assert stage.tab.locator("path.river").count() == 1
    assert stage.tab.locator("text.river-name").text_content() == "Elbe"
    assert stage.tab.locator("path.borough").count() == len(payload["boroughs"]) == 10


@pytest.mark.parametrize("zoom", [1, 3, 14])
def test_the_scale_bar_is_true(stage, payload, zoom):
    """The bar is as long as its words say, and takes a fifth of the map at most."""
    stage.run("(zoom) => { map.view.zoomAt(zoom); map.draw(); }", zoom)
    said = stage.tab.locator(".scale .length").text_content()
    metres = float(said.split()[0]) * (1000 if said.endswith("km") else 1)
    width = stage.run("parseFloat(document.querySelector('.scale .bar').style.width)")
    scale = stage.run("document.querySelector('.land').getCTM().a")
    assert width * payload["frame"]["metresPerUnit"] / scale == pytest.approx(metres, rel=0.01)
    assert 30 < width <= stage.run("map.view.window.width") / 5


def test_a_hole_is_no_ground(window, payload):
    """A place within another one is clickable: the outer one has a hole there."""
    ring = "M100 100l400 0 0 400 -400 0zM200 200l0 100 100 0 0 -100z"
    places = [{**payload["places"][0], "path": ring, "x": 350, "y": 350}]
    window.mount({**payload, "places": places, "sites": [], "ways": []})
    inside = "(x) => document.querySelector('path.cell').isPointInFill(new DOMPoint(x, 250))"
    assert window.run(inside, 150)
    assert not window.run(inside, 250)
    assert not window.use("shape", "m.holds(m.ringsOf(x), { x: 250, y: 250 })", ring)
    assert window.use("shape", "m.holds(m.ringsOf(x), { x: 150, y: 250 })", ring)
