"""The places of a synthetic case: the real Dresden, or an invented region the size of Saxony."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from planner.domain import Neighbourhood
from planner.errors import InputError
from planner.geo import dresden_neighbourhoods
from planner.settings import data_dir
from planner.synthetic.draw import Draw

SHORT_OF_VOLUNTEERS = "initiatives_short_of_volunteers"
"""Invented count: initiatives of a quarter that look for volunteers. The council's question behind the programme."""

REGION_NEIGHBOURHOODS = 700
REGION_BOROUGHS = 40
SAXONY = (50.20, 51.65, 11.95, 15.00)
"""South, north, west, east of an invented region's bounding box, degrees."""


@dataclass(frozen=True, slots=True)
class Region:
    """Where people live and sites can be.

    Parameters
    ----------
    people
        Shape (neighbourhoods,): how likely a candidate lives there.
    points
        Positions (lat, lon) inside a neighbourhood, where known.
    max_commute
        The planner's cap in minutes that leaves about 20 % (Dresden) or 1 % (a large region) of all pairs possible.
    """

    neighbourhoods: tuple[Neighbourhood, ...]
    people: NDArray[np.float64]
    points: Mapping[str, Sequence[tuple[float, float]]]
    max_commute: int


def dresden(seed: int) -> Region:
    """Return the 64 statistical districts with their statistics, and an invented count of initiatives.

    People are spread over the boroughs by benefit recipients, and inside a borough by foreigners and single-parent
    households: an estimate of our own, for invented people only.

    Raises
    ------
    InputError
        If a table of Dresden is missing from the data folder.
    """
    folder = data_dir() / "dresden"
    rows = dresden_neighbourhoods()
    recipients = {record["borough"]: int(record["benefit_persons"]) for record in _table(folder / "boroughs.csv")}
    short = Draw(seed, "neighbourhoods", len(rows)).pick(
        SHORT_OF_VOLUNTEERS, {0: 0.30, 1: 0.25, 2: 0.18, 3: 0.12, 4: 0.08, 5: 0.05, 6: 0.02}
    )
    rows = tuple(
        replace(n, counts={**n.counts, SHORT_OF_VOLUNTEERS: number if n.counts.get("population") else 0})
        for n, number in zip(rows, short, strict=True)
    )
    proxy = {n.code: n.counts.get("foreigners", 0) + n.counts.get("households_single_parent", 0) for n in rows}
    inside: dict[str, int] = {}
    for n in rows:
        inside[n.borough] = inside.get(n.borough, 0) + proxy[n.code]
    people = [recipients[n.borough] * proxy[n.code] / inside[n.borough] for n in rows]
    points: dict[str, list[tuple[float, float]]] = {}
    for record in _table(folder / "reference_points.csv"):
        points.setdefault(record["code"], []).append((float(record["lat"]), float(record["lon"])))
    return Region(rows, np.array(people), points, max_commute=41)


def _table(file: Path) -> list[dict[str, str]]:
    """Read one of our own tables."""
    if not file.is_file():
        raise InputError.of("synthetic_data_missing", file=file.name)
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def invent_region(seed: int) -> Region:
    """Return 700 invented neighbourhoods in 40 invented boroughs, scattered over Saxony's bounding box.

    Neighbourhoods lie in clusters around 40 towns of very different size, so that some commutes are short and most
    are impossible, as in a large region.
    """
    south, north, west, east = SAXONY
    towns = Draw(seed, "towns", REGION_BOROUGHS)
    town_lat = south + towns.unit("lat") * (north - south)
    town_lon = west + towns.unit("lon") * (east - west)
    size = 1.0 / (1.0 + np.arange(REGION_BOROUGHS, dtype=np.float64))
    draw = Draw(seed, "region", REGION_NEIGHBOURHOODS)
    town = draw.index("town", 0.15 + size)
    spread = 0.02 + 0.10 * draw.unit("spread")
    lat = np.clip(town_lat[town] + (draw.unit("lat") * 2 - 1) * spread, south, north)
    lon = np.clip(town_lon[town] + (draw.unit("lon") * 2 - 1) * spread * 1.6, west, east)
    population = draw.whole("population", 1500, 15000)
    share = {
        "age_65p": (0.18, 0.36),
        "foreigners": (0.02, 0.30),
        "households_single": (0.18, 0.34),
        "households_single_parent": (0.01, 0.04),
    }
    counts = {c: np.floor(population * (low + draw.unit(c) * (high - low))) for c, (low, high) in share.items()}
    short = draw.whole(SHORT_OF_VOLUNTEERS, 0, 5)
    rows = tuple(
        Neighbourhood(
            code=f"N{i + 1:03d}",
            name=f"Quartier {i + 1:03d}",
            borough=f"Gebiet {int(town[i]) + 1:02d}",
            counts={
                "population": int(population[i]),
                **{column: int(values[i]) for column, values in counts.items()},
                SHORT_OF_VOLUNTEERS: int(short[i]),
            },
            lat=round(float(lat[i]), 5),
            lon=round(float(lon[i]), 5),
        )
        for i in range(REGION_NEIGHBOURHOODS)
    )
    return Region(rows, counts["foreigners"] + counts["households_single_parent"], {}, max_commute=60)
