import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from planner.domain import Transport
from planner.geo import dresden
from planner.geo.crs import to_metres
from planner.geo.dresden import Crossing
from planner.geo.speeds import SPEEDS
from planner.geo.ways import straight, ways_over_river

ALL = frozenset(Transport)
EAST = np.array([[-5000.0, 0], [0, 0], [5000, 0]])


def bridge(x: float, y: float, penalty: float = 0) -> Crossing:
    return Crossing("bridge", (x, y), ALL, penalty)


def points(*xy: tuple[float, float]) -> NDArray[np.float64]:
    return np.array(xy, dtype=float)


def test_over_the_bridge() -> None:
    """Between the banks the way leads over the bridge and its penalty counts; on one bank it is straight."""
    ways = ways_over_river(points((0, 300), (0, -300), (800, 300)), EAST, [bridge(400, 0, 8)], 0.01)
    assert ways[0, 1] == pytest.approx(2 * 500 * 0.01 + 8)
    assert ways[0, 2] == pytest.approx(800 * 0.01)
    assert np.array_equal(ways, ways.T)


def test_nearest_of_two_bridges() -> None:
    """The crossing with the shortest way in minutes is taken, not the nearest one."""
    near, far = bridge(400, 0, 60), bridge(-3000, 0)
    ways = ways_over_river(points((0, 300), (0, -300)), EAST, [near, far], 0.01)
    assert ways[0, 1] == pytest.approx(2 * np.hypot(3000, 300) * 0.01)


def test_without_a_crossing() -> None:
    """Without a crossing the other bank cannot be reached."""
    assert np.isinf(ways_over_river(points((0, 300), (0, -300)), EAST, [], 0.01)[0, 1])


def test_round_the_bend() -> None:
    """Two places on one bank with a bend of the river between them walk round its vertex."""
    bend = np.array([[-9000.0, 0], [-1000, 0], [0, 1000], [1000, 0], [9000, 0]])
    ways = ways_over_river(points((-1000, 500), (1000, 500)), bend, [], 0.01)
    assert ways[0, 1] == pytest.approx(2 * np.hypot(1000, 500) * 0.01)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(-4000, 4000), st.integers(-3000, 3000)), min_size=2, max_size=8, unique=True))
def test_ways_are_a_metric(places: list[tuple[int, int]]) -> None:
    """Ways are symmetric, never shorter than the straight line, and no detour over a third place is shorter."""
    where = points(*places)
    ways = ways_over_river(where, np.add(EAST, (0, 0.5)), [bridge(100, 0), bridge(-900, 0, 3)], 1.0)
    assert np.allclose(ways, ways.T)
    assert (ways >= straight(where) - 1e-6).all()
    assert (ways[:, :, None] + ways[None, :, :] >= ways[:, None, :] - 1e-6).all()


def test_agreement_with_the_bike_table() -> None:
    """By the same rules geometry comes within 2.5 minutes of Dresden's bike table in the mean (Heide aside)."""
    places = [n for n in dresden.dresden_neighbourhoods() if n.code != "44"]
    where = to_metres([n.lat for n in places], [n.lon for n in places])
    speed = SPEEDS[Transport.BIKE]
    usable = [c for c in dresden.crossings() if Transport.BIKE in c.open_for]
    ways = ways_over_river(where, dresden.river(), usable, speed.minutes_per_metre) + speed.access
    rows = [i for i, code in enumerate(sorted(dresden.by_code())) if code != "44"]
    table = dresden.minutes()[Transport.BIKE][np.ix_(rows, rows)]
    off = ~np.eye(len(rows), dtype=bool)
    assert np.abs(ways - table)[off].mean() < 2.5
    assert np.corrcoef(ways[off], table[off])[0, 1] > 0.98
