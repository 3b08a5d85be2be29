"""From metres on the ellipsoid's grid to the small whole numbers of a drawing."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

METRES_PER_UNIT = 10
"""Nobody sees less on a screen: at full zoom one unit is about four pixels."""

Ring = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Frame:
    """The drawing's own system: origin at the north-west, y down, units of ten metres.

    Parameters
    ----------
    west, north
        Corner in EPSG:25833 metres.
    width, height
        In units.
    """

    west: float
    north: float
    width: int
    height: int

    @classmethod
    def around(cls, west: float, south: float, east: float, north: float) -> "Frame":
        """Return the frame that just holds what lies between these bounds (EPSG:25833)."""
        width, height = (max(1, ceil(length / METRES_PER_UNIT)) for length in (east - west, north - south))
        return cls(west, north, width, height)

    def units(self, points: NDArray[np.float64]) -> NDArray[np.int64]:
        """Return (n, 2) positions in whole units."""
        local = np.column_stack([points[:, 0] - self.west, self.north - points[:, 1]]) / METRES_PER_UNIT
        return np.rint(local).astype(np.int64)

    def unit(self, x: float, y: float) -> tuple[int, int]:
        """Return one position in whole units."""
        column, row = self.units(np.array([[x, y]]))[0]
        return int(column), int(row)

    def area(self, rings: Iterable[Ring]) -> str:
        """Return closed rings as an SVG path; holes follow from the even-odd rule."""
        return "".join(path + "z" for ring in rings if (path := _path(self.units(ring[:-1]), least=3)))

    def line(self, points: NDArray[np.float64]) -> str:
        """Return an open line as an SVG path."""
        return _path(self.units(points), least=2)


def _path(units: NDArray[np.int64], *, least: int) -> str:
    """Write a line as one absolute position and relative steps; positions that fall together are written once."""
    if not len(units):
        return ""
    kept = units[np.concatenate([[True], np.any(np.diff(units, axis=0) != 0, axis=1)])]
    if len(kept) < least:
        return ""
    steps = np.diff(kept, axis=0).tolist()
    return f"M{kept[0][0]} {kept[0][1]}l" + " ".join(f"{dx} {dy}" for dx, dy in steps)


GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))


def spread(count: int, distance: float) -> NDArray[np.float64]:
    """Return (count, 2) shifts in metres that keep things at one spot apart: a sunflower's seeds."""
    i = np.arange(count)
    radius = distance * np.sqrt(i if count == 1 else i + 0.5)
    return np.column_stack([radius * np.cos(i * GOLDEN_ANGLE), radius * np.sin(i * GOLDEN_ANGLE)])
