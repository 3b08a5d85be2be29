"""Which layer of areas holds for the neighbourhoods at hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from planner.domain import Case, Neighbourhood
from planner.errors import Problem, Severity
from planner.geo.crs import to_metres
from planner.geo.dresden import by_code, is_dresden
from planner.geo.generalised import generalised_layer
from planner.geo.layer import Layer, Shape
from planner.geo.stored import Stamp, stored_layer

STRAY = 3_000.0
"""Metres a known point may lie off its area before the area counts as another city's with the same code."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known about where neighbourhoods lie.

    Parameters
    ----------
    places
        The neighbourhoods, sorted by code.
    dresden
        Whether they are Dresden's.
    layer
        Areas of at least some of them; ``None`` where nothing is known.
    notes
        Warnings, such as a stored file that cannot be read.
    """

    places: tuple[Neighbourhood, ...]
    dresden: bool
    layer: Layer | None
    notes: tuple[Problem, ...] = ()


def places_of(source: Case | Sequence[str]) -> tuple[Neighbourhood, ...]:
    """Return the neighbourhoods of a case, or those that bare codes stand for, sorted by code.

    Bare codes are Dresden's if all of them are; otherwise nothing but the code is known.
    """
    if isinstance(source, Case):
        return source.neighbourhoods
    codes = sorted(set(source))
    ours = by_code()
    if all(code in ours for code in codes):
        return tuple(ours[code] for code in codes)
    return tuple(Neighbourhood(code=code, name="", borough="") for code in codes)


def ground_of(places: tuple[Neighbourhood, ...], stamp: Stamp | None) -> Ground:
    """Return the layer that holds for the neighbourhoods.

    An imported layer wins if it knows some of the codes and does not put most of them elsewhere; Dresden's own
    reference points come next.

    Parameters
    ----------
    stamp
        Of the stored layer: ``planner.geo.stored.stored_stamp()``.
    """
    ours = is_dresden(places)
    notes: tuple[Problem, ...] = ()
    if stamp is not None:
        layer = stored_layer(stamp)
        if layer is None:
            notes = (Problem("geo.stored_unreadable", file=Path(stamp[0]).name, severity=Severity.WARNING),)
        elif _fits(layer, places, dresden=ours):
            return Ground(places, ours, layer)
    return Ground(places, ours, generalised_layer() if ours else None, notes)


def _fits(layer: Layer, places: Sequence[Neighbourhood], *, dresden: bool) -> bool:
    known = [n for n in places if n.code in layer.areas]
    if not known or (dresden and len(known) < len(places)):
        return False
    return _share_in_place(layer.areas, known, dresden=dresden) >= 0.5


def lies_in_dresden(areas: Mapping[str, Shape]) -> bool:
    """Return whether areas are Dresden's districts: by their codes and by where they lie."""
    known = [n for code, n in by_code().items() if code in areas]
    return len(known) == len(areas) > 0 and _share_in_place(areas, known, dresden=True) >= 0.5


def _share_in_place(areas: Mapping[str, Shape], places: Sequence[Neighbourhood], *, dresden: bool) -> float:
    """Return which share of the places with a known position has its area there; 1 where no position is known."""
    points = positions(places, dresden=dresden)
    there = np.isfinite(points).all(axis=1)
    if not there.any():
        return 1.0
    shapes = np.array([areas[n.code] for n in places], dtype=object)
    off = shapely.distance(shapes[there], shapely.points(points[there]))
    return float((off <= STRAY).mean())


def positions(places: Sequence[Neighbourhood], *, dresden: bool) -> NDArray[np.float64]:
    """Return (n, 2) positions in EPSG:25833: the case's own, else Dresden's; not a number where neither is known."""
    ours = by_code() if dresden else {}
    nowhere = Neighbourhood(code="", name="", borough="")
    lat, lon = np.full(len(places), np.nan), np.full(len(places), np.nan)
    for i, place in enumerate(places):
        for known in (place, ours.get(place.code, nowhere)):
            if known.lat is not None and known.lon is not None:
                lat[i], lon[i] = known.lat, known.lon
                break
    metres = np.full((len(places), 2), np.nan)
    there = np.isfinite(lat) & np.isfinite(lon)
    if there.any():
        metres[there] = to_metres(lat[there], lon[there])
    metres[~np.isfinite(metres).all(axis=1)] = np.nan
    return metres
