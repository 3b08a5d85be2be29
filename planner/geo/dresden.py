"""What ``data/dresden`` says: districts, river, crossings, minutes."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from planner.domain import Neighbourhood, Transport
from planner.geo.crs import to_metres
from planner.settings import data_dir

ATTRIBUTION = "Landeshauptstadt Dresden, opendata.dresden.de, dl-de/by-2-0, verändert"
"""Stands on every map and export. Licence: https://www.govdata.de/dl-de/by-2-0."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """A bridge or ferry over the Elbe.

    Parameters
    ----------
    point
        East and north in metres (EPSG:25833).
    open_for
        Who may use it; empty for a closed bridge.
    penalty
        Minutes lost waiting and crossing.
    """

    name: str
    point: tuple[float, float]
    open_for: frozenset[Transport]
    penalty: float


def folder() -> Path:
    """Return the folder of Dresden's data."""
    return data_dir() / "dresden"


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one of the tables."""
    with (folder() / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def dresden_neighbourhoods() -> tuple[Neighbourhood, ...]:
    """Return the 64 statistical districts with their counts, sorted by code."""
    fixed = {"code", "name", "borough", "lat", "lon"}
    return tuple(
        Neighbourhood(
            code=row["code"],
            name=row["name"],
            borough=row["borough"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            counts={key: int(value or 0) for key, value in row.items() if key not in fixed},
            blank=frozenset(key for key, value in row.items() if key not in fixed and not value),
        )
        for row in rows("neighbourhoods.csv")
    )


@cache
def by_code() -> Mapping[str, Neighbourhood]:
    """Return the 64 districts by code."""
    return {n.code: n for n in dresden_neighbourhoods()}


def is_dresden(neighbourhoods: Iterable[Neighbourhood]) -> bool:
    """Return whether these are Dresden's districts, all or some of them.

    Each code must be one of the 64 and its name or its borough must agree with ours: other cities number their
    districts from 01 as well.
    """
    given = tuple(neighbourhoods)
    return bool(given) and all(
        (ours := by_code().get(n.code)) is not None and (n.name == ours.name or n.borough == ours.borough)
        for n in given
    )


@cache
def river() -> NDArray[np.float64]:
    """Return the middle line of the Elbe, (48, 2) in EPSG:25833, downstream."""
    table = list(rows("elbe.csv"))
    return to_metres([float(r["lat"]) for r in table], [float(r["lon"]) for r in table])


@cache
def crossings() -> tuple[Crossing, ...]:
    """Return all bridges and ferries, open or not."""
    table = list(rows("bridges.csv"))
    metres = to_metres([float(r["lat"]) for r in table], [float(r["lon"]) for r in table])
    modes = (Transport.WALK, Transport.BIKE, Transport.CAR)
    return tuple(
        Crossing(
            row["name"],
            (float(x), float(y)),
            frozenset(mode for mode in modes if row[mode] == "1"),
            float(row["penalty_min"]),
        )
        for row, (x, y) in zip(table, metres, strict=True)
    )


@cache
def minutes() -> Mapping[Transport, NDArray[np.int32]]:
    """Return minutes from door to door, (64, 64) per transport in the order of the codes; the car has none.

    Method, sources and weaknesses: ``data/dresden/README.md``.
    """
    codes = sorted(by_code())
    found: dict[Transport, NDArray[np.int32]] = {}
    for row in rows("travel_times.csv"):
        table = found.setdefault(Transport(row["transport"]), np.zeros((len(codes), len(codes)), dtype=np.int32))
        table[codes.index(row["origin"])] = [int(row[code]) for code in codes]
    return found
