"""The city as an SVG drawing."""

from xml.etree import ElementTree as ET

from planner.geo import city_map, dresden_neighbourhoods
from planner.report.drawing import city_svg

CITY = city_map([place.code for place in dresden_neighbourhoods()])
SVG = "{http://www.w3.org/2000/svg}"


def draw(labels: dict[str, str]) -> ET.Element:
    assert CITY is not None
    return ET.fromstring(city_svg(CITY, {"07": "#123456"}, labels, scale="5 km"))  # noqa: S314  (our own text)


def test_every_neighbourhood_is_drawn() -> None:
    """64 areas, one of them coloured, ten boroughs, the river and the bar."""
    root = draw({})
    fills = [path.get("fill") for path in root.iter(f"{SVG}path")]
    assert fills.count("#123456") == 1
    assert fills.count("#ffffff") == 63
    assert fills.count("none") == 10 + 1 + 1


def test_labels_never_touch() -> None:
    """Where two labels would, one is left out; the others stand as given, escaped."""
    assert CITY is not None
    labels = dict.fromkeys(CITY.points, "12/34") | {"42": "<&>"}
    shown = [text for text in root_texts(labels) if text != "5 km"]
    assert "<&>" in shown
    assert 15 < len(shown) < 64


def test_the_same_input_gives_the_same_drawing() -> None:
    """Whatever order the labels come in."""
    labels = {"07": "1", "96": "2", "31": "3"}
    assert root_texts(labels) == root_texts(dict(reversed(labels.items())))


def root_texts(labels: dict[str, str]) -> list[str]:
    return [text.text or "" for text in draw(labels).iter(f"{SVG}text")]
