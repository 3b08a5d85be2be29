"""Ways of people, drawn in bundles."""

from itertools import pairwise
from math import dist

import pytest

pytestmark = pytest.mark.browser

ROUTES = "m.routes(x.points, x.ways)"


@pytest.fixture(scope="module")
def city(full):
    """Return places as points, and ways between their positions."""
    order = {place["code"]: index for index, place in enumerate(full["places"])}
    points = [{"x": place["x"], "y": place["y"]} for place in full["places"]]
    ways = [{"from": order[w["from"]], "to": order[w["to"]], "people": w["people"]} for w in full["ways"]]
    return {"points": points, "ways": ways}


@pytest.fixture(scope="module")
def found(window, city):
    return window.use("corridors", ROUTES, city)


def length(city, a, b):
    return dist(*((city["points"][at]["x"], city["points"][at]["y"]) for at in (a, b)))


def corridors(route):
    return [tuple(sorted(pair)) for pair in pairwise(route)]


def test_every_place_can_be_reached(window, city):
    """The corridors join all 64 places, each with a few others only, and the same both ways."""
    joints = window.use("corridors", "m.network(x.points).joints", city)
    reached, open_ = {0}, [0]
    while open_:
        for joint in joints[open_.pop()]:
            if joint["to"] not in reached:
                reached.add(joint["to"])
                open_.append(joint["to"])
    assert len(reached) == 64
    assert max(len(around) for around in joints) <= 8
    for at, around in enumerate(joints):
        assert all(any(back["to"] == at for back in joints[joint["to"]]) for joint in around)


def test_each_way_leads_from_home_to_work(city, found):
    """No way loses its ends, passes a place twice or goes more than 1.45 times as far as straight."""
    for way, route in zip(city["ways"], found, strict=True):
        assert (route[0], route[-1]) == (way["from"], way["to"])
        assert len(set(route)) == len(route)
        whole = sum(length(city, a, b) for a, b in corridors(route))
        assert whole <= 1.45 * length(city, way["from"], way["to"]) + 1e-6


def test_six_hundred_ways_share_few_corridors(city, found):
    """The lines on the map are a tenth as long as they would be one by one."""
    single = sum(length(city, way["from"], way["to"]) for way in city["ways"])
    used = {pair for route in found for pair in corridors(route)}
    assert sum(length(city, a, b) for a, b in used) < single / 10
    assert len(used) < 200


def test_the_same_plan_gives_the_same_picture(window, city, found):
    """Nothing is drawn at random."""
    assert window.use("corridors", ROUTES, city) == found


def test_company_bends_a_way(window):
    """Alone somebody goes straight on; where many take the other corridor, as good as as short, they go along."""
    # 0 ─ 1 ─ 2 above, 0 ─ 3 ─ 2 below and a little longer.
    points = [{"x": 0, "y": 0}, {"x": 100, "y": -60}, {"x": 200, "y": 0}, {"x": 100, "y": 64}]
    alone = window.use("corridors", ROUTES, {"points": points, "ways": [{"from": 0, "to": 2, "people": 1}]})
    many = [{"from": 0, "to": 3, "people": 40}, {"from": 3, "to": 2, "people": 40}, {"from": 0, "to": 2, "people": 1}]
    assert alone == [[0, 1, 2]]
    assert window.use("corridors", ROUTES, {"points": points, "ways": many})[2] == [0, 3, 2]


def test_people_in_a_corridor_run_side_by_side(window, city, found):
    """In every corridor the lanes touch and never overlap: a bundle is as wide as its people are many."""
    lanes = window.use(
        "lanes",
        "(({ off, most }) => ({ off: off.map((one) => [...one]), most }))(m.lanes(x.points, x.ways, x.found))",
        {**city, "found": found},
    )
    strips = {}
    for way, route, off in zip(city["ways"], found, lanes["off"], strict=True):
        for step in range(1, len(route)):
            a, b = route[step - 1], route[step]
            middle = off[step] if a < b else -off[step]
            strips.setdefault(tuple(sorted((a, b))), []).append((middle, way["people"]))
    for members in strips.values():
        members.sort()
        edges = [(middle - people / 2, middle + people / 2) for middle, people in members]
        assert edges[0][0] == pytest.approx(-edges[-1][1])
        assert all(one[1] == pytest.approx(other[0]) for one, other in pairwise(edges))
    assert lanes["most"] == max(sum(people for _, people in members) for members in strips.values())


def test_a_way_is_thin_at_home_and_full_at_work(window, payload):
    """The ribbon begins with a third of its width and ends with all of it."""
    window.mount(payload)
    crossings = [{"x": 0, "y": 0}, {"x": 100, "y": 0}, {"x": 200, "y": 0}]
    path = window.use("ribbon", "m.ribbon(x, [0, 0, 0], 10)", crossings)
    ends = window.run(
        """(d) => {
          const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
          path.setAttribute("d", d);
          document.querySelector("svg.canvas").append(path);
          const wide = (x) => {
            let inside = 0;
            for (let y = -100; y <= 100; y += 1) inside += path.isPointInFill(new DOMPoint(x, y));
            return inside / 10;
          };
          const found = [wide(10), wide(1000), wide(1990)];
          path.remove();
          return found;
        }""",
        path,
    )
    home, middle, work = ends
    assert home < 3.5 < middle < 9 < work <= 10.2


def test_chosen_ways_tell_coming_from_leaving(window, payload):
    """Of the chosen place's ways, those who come are full and those who leave are hollow; the others are faint."""
    window.mount(payload, selected="96")
    kinds = window.run(
        "[...document.querySelectorAll('.chosen-ways path.way')].map((way) => way.getAttribute('class'))"
    )
    assert "way leaving" in kinds
    window.mount(payload, selected="07")
    kinds = window.run(
        "[...document.querySelectorAll('.ways .chosen-ways path.way')].map((way) => way.getAttribute('class'))"
    )
    assert kinds == ["way coming"]
    assert window.run("getComputedStyle(document.querySelector('.ways .all-ways')).opacity") == "0.13"
    assert window.tab.locator(".legend").text_content().count("hierher") == 1


def test_ways_are_drawn_where_asked_for(window, payload):
    """All ways, those of the chosen place, or none; without any, nothing is computed for them."""
    shown = "[...document.querySelectorAll('.ways path.way')].filter((way) => way.checkVisibility()).length"
    assert window.mount(payload, ways="all").run(shown) == 1
    assert window.mount(payload, ways="selected").run(shown) == 0
    assert window.mount(payload, ways="selected", selected="07").run(shown) == 1
    assert window.mount(payload, ways="none", selected="07").run(shown) == 0
    assert window.run("map.ways.routes === undefined")
