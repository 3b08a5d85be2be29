"""CPU time against the number of possible pairs, both logarithmic, as SVG."""

from collections.abc import Iterator, Sequence
from math import ceil, floor, log10

from tests.bench.engines import TITLES
from tests.bench.measure import Record

_WIDTH, _HEIGHT = 720, 440
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 150, 24, 48
_FONT = 'font-family="system-ui, sans-serif" font-size="12" fill="#222"'
_COLOURS = {"planner": "#0072b2", "cpsat": "#d55e00", "cbc": "#009e73", "highs": "#cc79a7"}


def svg(records: Sequence[Record]) -> str:
    """Return a drawing with one line per solver at full money; hollow points did not come to their end."""
    shown = [r for r in records if r.level == 1.0 and r.pairs and r.cpu > 0]
    x = _Axis([r.pairs for r in shown], _LEFT, _WIDTH - _RIGHT)
    y = _Axis([r.cpu for r in shown], _HEIGHT - _BOTTOM, _TOP)
    parts = [*_grid(x, y), *(part for engine in TITLES for part in _line(engine, shown, x, y))]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" {_FONT}>'
    title = "<title>CPU seconds until all tiers are proven, against possible pairs</title>"
    ground = f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>'
    return "\n".join([head, title, ground, *parts, "</svg>\n"])


class _Axis:
    """Whole powers of ten around some values, and where a value lies between two pixels."""

    def __init__(self, values: Sequence[float], begin: float, end: float) -> None:
        logs = [log10(v) for v in values] or [0.0]
        self.low = floor(min(logs))
        self.high = max(self.low + 1, ceil(max(logs)))
        self._begin, self._end = begin, end

    def at(self, value: float) -> float:
        share = (log10(value) - self.low) / (self.high - self.low)
        return round(self._begin + share * (self._end - self._begin), 1)

    def ticks(self) -> Iterator[tuple[float, str]]:
        for power in range(self.low, self.high + 1):
            yield self.at(10.0**power), f"{10**power:,}" if power >= 0 else f"{10.0**power:g}"


def _grid(x: _Axis, y: _Axis) -> Iterator[str]:
    bottom, right = _HEIGHT - _BOTTOM, _WIDTH - _RIGHT
    for at, text in x.ticks():
        yield f'<path d="M{at} {_TOP}V{bottom}" stroke="#ddd"/>'
        yield f'<text x="{at}" y="{bottom + 18}" text-anchor="middle">{text}</text>'
    for at, text in y.ticks():
        yield f'<path d="M{_LEFT} {at}H{right}" stroke="#ddd"/>'
        yield f'<text x="{_LEFT - 8}" y="{at + 4}" text-anchor="end">{text}</text>'
    yield f'<text x="{(_LEFT + right) / 2}" y="{_HEIGHT - 10}" text-anchor="middle">possible pairs</text>'
    middle = (_TOP + bottom) / 2
    yield f'<text x="14" y="{middle}" transform="rotate(-90 14 {middle})" text-anchor="middle">CPU seconds</text>'


def _line(engine: str, shown: Sequence[Record], x: _Axis, y: _Axis) -> Iterator[str]:
    points = sorted((r.pairs, r.cpu, r.complete) for r in shown if r.engine == engine)
    if not points:
        return
    colour = _COLOURS[engine]
    path = " ".join(f"{x.at(pairs)},{y.at(cpu)}" for pairs, cpu, _ in points)
    yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    for pairs, cpu, complete in points:
        fill = colour if complete else "#fff"
        yield f'<circle cx="{x.at(pairs)}" cy="{y.at(cpu)}" r="4.5" fill="{fill}" stroke="{colour}" stroke-width="2"/>'
    pairs, cpu, _ = points[-1]
    yield f'<text x="{x.at(pairs) + 10}" y="{y.at(cpu) + 4}" fill="{colour}">{TITLES[engine]}</text>'
