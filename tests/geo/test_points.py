from dataclasses import replace

import numpy as np
import pytest
import shapely

from planner.domain import Site
from planner.geo import dresden_neighbourhoods, neighbourhood_point, site_point, to_degrees, to_metres
from planner.geo.layer import Layer
from planner.geo.stored import store
from tests.geo.cases import LEIPZIG, case_of

HERE = Site(site_id="s", name="s", host="h", neighbourhood="00", field="f", posts=1, lat=51.34, lon=12.38)


def test_projection_there_and_back() -> None:
    """The Frauenkirche lies at 411,8xx east and 5,656,3xx north in EPSG:25833, and comes back to its degrees."""
    metres = to_metres(51.0519, 13.7416)
    assert metres[0] == pytest.approx([411_810, 5_656_350], abs=100)
    assert to_degrees(metres)[0] == pytest.approx([13.7416, 51.0519])


def test_own_coordinates_first() -> None:
    """A site with coordinates lies there, one without lies at its neighbourhood's point."""
    case = case_of(LEIPZIG)
    assert site_point(case, HERE) == pytest.approx(tuple(to_metres(51.34, 12.38)[0]))
    assert site_point(case, replace(HERE, lat=None)) == neighbourhood_point(case, "00")


def test_known_from_dresden() -> None:
    """Dresden's neighbourhoods have a position also where the case gives none."""
    case = case_of([replace(n, lat=None, lon=None) for n in dresden_neighbourhoods()])
    assert all(neighbourhood_point(case, n.code) is not None for n in case.neighbourhoods)


def test_from_an_imported_area() -> None:
    """A neighbourhood without coordinates lies inside its imported area; without one its position is not known."""
    case = case_of(LEIPZIG)
    assert neighbourhood_point(case, "XY") is None
    area = shapely.box(316_000, 5_690_000, 317_000, 5_691_000)
    store(Layer({"XY": area}, "file", ""))
    point = neighbourhood_point(case, "XY")
    assert point is not None
    assert area.contains(shapely.Point(point))


def test_coordinates_beyond_the_projection() -> None:
    """Degrees that no projection knows count as no position."""
    case = case_of([replace(LEIPZIG[0], lat=float("nan")), replace(LEIPZIG[1], lat=91.0, lon=12.0)])
    assert neighbourhood_point(case, "00") is None
    assert np.isinf(to_metres(91.0, 12.0)).any()
    assert neighbourhood_point(case, "70") is None
