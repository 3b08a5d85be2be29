"""What the map is given to draw."""

import json
import re

import pytest

from planner.geo import city_map
from planner.ui.map.payload import map_payload, way_json
from planner.ui.words import Words


@pytest.fixture(scope="module")
def payload(case, plan):
    return map_payload(case, plan, city_map(case), Words("de"), name="map")


def absolute(path):
    """Follow the relative steps of a path and return its positions."""
    positions = []
    for x, y, steps in re.findall(r"M(-?\d+) (-?\d+)l([-\d ]*)z?", path):
        at = (int(x), int(y))
        positions.append(at)
        numbers = [int(n) for n in steps.split()]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            at = (at[0] + dx, at[1] + dy)
            positions.append(at)
    return positions


def test_it_is_json_and_small(payload):
    """All 64 neighbourhoods travel in less than 80 kB."""
    assert len(json.dumps(payload)) < 80_000
    assert len(payload["places"]) == 64


def test_everything_lies_within_the_frame(payload):
    """No vertex, label or site lies outside of the drawing."""
    frame = payload["frame"]
    for place in payload["places"]:
        for x, y in [*absolute(place["path"]), (place["x"], place["y"])]:
            assert 0 <= x <= frame["width"]
            assert 0 <= y <= frame["height"]
    for site in payload["sites"]:
        assert 0 <= site["x"] <= frame["width"]
        assert 0 <= site["y"] <= frame["height"]


def test_y_grows_to_the_south(payload):
    """Weixdorf in the north lies above Leuben in the south."""
    at = {place["code"]: place for place in payload["places"]}
    assert at["36"]["y"] < at["61"]["y"]


def test_the_area_drawn_is_the_city(payload):
    """The polygons cover Dresden's 328 square kilometres."""
    total = 0.0
    for place in payload["places"]:
        for part in re.findall(r"M[^M]*z", place["path"]):
            ring = absolute(part)
            turned = zip(ring, ring[1:] + ring[:1], strict=True)
            total += abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in turned)) / 2
    assert total * 100 / 1e6 == pytest.approx(328.2, abs=1.0)


def test_ways_are_bundled_by_neighbourhood(payload, case, plan):
    """Each person's way is in exactly one bundle, which says how many minutes it takes."""
    assert sum(way["people"] for way in payload["ways"]) == len(plan.placements)
    one = next(way for way in payload["ways"] if (way["from"], way["to"]) == ("96", "07"))
    minutes = [
        p.minutes
        for p in plan.placements
        if (case.candidate_of[p.candidate_id].neighbourhood, p.neighbourhood) == ("96", "07")
    ]
    assert one["people"] == len(minutes) == 1
    assert one["minutes"] == str(minutes[0])


def test_several_minutes_are_a_span():
    """People of one bundle may go by bicycle or by bus: the least and the most minutes are told."""
    assert way_json("96", "07", [31, 18, 25], Words("de"))["minutes"] == "18–31"


def test_planned_sites_are_told_apart(payload):
    """A site without a host is drawn hollow and says so."""
    planned = [site for site in payload["sites"] if site["planned"]]
    assert [site["id"] for site in planned] == ["S3"]
    assert planned[0]["host"] == "geplanter Platz, noch ohne Träger"


def test_sites_at_one_spot_are_kept_apart(payload):
    """Two sites that are known by their neighbourhood only do not cover each other."""
    at = {site["id"]: (site["x"], site["y"]) for site in payload["sites"]}
    assert at["S2"] != at["S3"]


def test_the_map_says_what_it_is_made_of(payload):
    """Generalised borders, the source and the merged counts are named on the map."""
    line = " · ".join(payload["source"])
    assert "generalisiert" in line
    assert "Landeshauptstadt Dresden, opendata.dresden.de, dl-de/by-2-0, verändert" in line
    assert "Flughafen/Industriegebiet Klotzsche, Hellerberge mit Klotzsche gezählt" in line
    assert "Dresdner Heide mit Bühlau/Weißer Hirsch gezählt" in line


def test_the_version_changes_with_the_content(case, plan, payload):
    """The browser draws anew exactly when something has changed."""
    again = map_payload(case, plan, city_map(case), Words("de"), name="map")
    english = map_payload(case, plan, city_map(case), Words("en"), name="map")
    assert again["version"] == payload["version"]
    assert english["version"] != payload["version"]
