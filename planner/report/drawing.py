"""The city as an SVG drawing of our own: vectors, no tiles, no fonts from elsewhere."""

from collections.abc import Iterator, Mapping
from html import escape

from planner.geo import CityMap
from planner.geo.drawing import METRES_PER_UNIT, Frame
from planner.report.colours import ink

FONT = "Libertinus Serif"
"""Comes with the typesetter."""

INK = {"dark": "#16222e", "light": "#ffffff"}
BLANK = "#ffffff"
BORDER, BOROUGH, RIVER = "#8a97a3", "#3b4a58", "#7fb2d6"
SCALE_METRES = 5000

LABEL = 2.1
"""Height of a label in hundredths of the drawing's longer side."""

LETTER = 0.5
"""Width of a digit in heights of the letters."""


def city_svg(city: CityMap, colours: Mapping[str, str], labels: Mapping[str, str], *, scale: str) -> str:
    """Return the neighbourhoods in their colours, borough outlines, river, labels and a scale bar.

    Parameters
    ----------
    colours
        ``#rrggbb`` by neighbourhood code; the others are white.
    labels
        Short texts by code, written where a neighbourhood is widest.
    scale
        What stands at the scale bar, which is 5 km long.

    Returns
    -------
    str
        An SVG whose units are ten metres; the same input gives the same text.
    """
    frame = Frame.around(*city.bounds)
    size = max(frame.width, frame.height) / 100
    parts = [
        *_areas(city, frame, colours, size),
        *_outlines(city, frame, size),
        *_labels(city, frame, colours, labels, size),
        *_bar(frame, scale, size),
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {frame.width} {frame.height}">'
    return head + "".join(parts) + "</svg>"


def _areas(city: CityMap, frame: Frame, colours: Mapping[str, str], size: float) -> Iterator[str]:
    for code, area in city.areas.items():
        path = frame.area(ring for part in area for ring in part)
        yield (
            f'<path d="{path}" fill="{colours.get(code, BLANK)}" fill-rule="evenodd" '
            f'stroke="{BORDER}" stroke-width="{size * 0.12:.1f}"/>'
        )


def _outlines(city: CityMap, frame: Frame, size: float) -> Iterator[str]:
    for line in city.river:
        yield f'<path d="{frame.line(line)}" fill="none" stroke="{RIVER}" stroke-width="{size * 0.7:.1f}"/>'
    for area in city.boroughs.values():
        path = frame.area(ring for part in area for ring in part)
        yield f'<path d="{path}" fill="none" stroke="{BOROUGH}" stroke-width="{size * 0.28:.1f}"/>'


def _labels(
    city: CityMap, frame: Frame, colours: Mapping[str, str], labels: Mapping[str, str], size: float
) -> Iterator[str]:
    """Write the labels, the longest first; one that would touch another is left to the table."""
    height = size * LABEL
    taken: list[tuple[float, float, float]] = []
    for code, label in sorted(labels.items(), key=lambda item: (-len(item[1]), item[0])):
        if code not in city.points or not label:
            continue
        x, y = frame.unit(*city.points[code])
        half = len(label) * height * LETTER / 2
        if any(abs(x - a) < half + b and abs(y - c) < height * 0.8 for a, b, c in taken):
            continue
        taken.append((x, half, y))
        yield _text(label, x, y + round(height / 3), height, INK[ink(colours.get(code, BLANK))])


def _bar(frame: Frame, scale: str, size: float) -> Iterator[str]:
    """Draw the bar at the lower left, where Dresden leaves room."""
    length, y = SCALE_METRES // METRES_PER_UNIT, round(frame.height - size)
    yield (
        f'<path d="M{size:.0f} {y - size:.0f}v{size:.0f}h{length}v-{size:.0f}" fill="none" '
        f'stroke="{INK["dark"]}" stroke-width="{size * 0.25:.1f}"/>'
    )
    yield _text(scale, round(size + length / 2), round(y - size * 0.8), size * 2.3, INK["dark"])


def _text(words: str, x: int, y: int, size: float, colour: str) -> str:
    return (
        f'<text x="{x}" y="{y}" font-family="{FONT}" font-size="{size:.0f}" text-anchor="middle" '
        f'fill="{colour}">{escape(words)}</text>'
    )
