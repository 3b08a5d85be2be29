"""Minutes from home to work: the case's table, else Dresden's, else geometry. Row by row, and it says which."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from planner.domain import Case, Transport
from planner.errors import Problem, Severity, raise_errors
from planner.geo import dresden
from planner.geo.areas import Ground, ground_of
from planner.geo.geometry import geometric_minutes
from planner.geo.stored import stored_stamp

Minutes = NDArray[np.int32]

UNKNOWN = int(np.iinfo(np.int32).max)
"""Minutes of a way nobody needs and nothing is known about: beyond every cap."""

_TABLE = "travel_times.csv"


@dataclass(frozen=True, eq=False)
class TravelTimes:
    """Minutes one way between all neighbourhoods of a case.

    Parameters
    ----------
    codes
        The neighbourhoods in the order of rows and columns, which is the case's.
    minutes
        Whole minutes by transport, (n, n), row = home, column = neighbourhood of the site. Read-only.
    sources
        Where they come from, by transport: ``case_table``, ``dresden``, ``geometry`` or ``mixed``.
    notes
        Warnings: how many ways the case's table leaves out.
    """

    codes: tuple[str, ...]
    minutes: Mapping[Transport, Minutes]
    sources: Mapping[Transport, str]
    notes: tuple[Problem, ...] = field(default=())

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Row and column of each neighbourhood code."""
        return {code: i for i, code in enumerate(self.codes)}

    def between(self, origin: str, destination: str, transport: Transport) -> int:
        """Return the minutes from one neighbourhood to another.

        Raises
        ------
        KeyError
            If a code is not the case's or no candidate uses the transport.
        """
        return int(self.minutes[transport][self.index[origin], self.index[destination]])


def travel_times(case: Case) -> TravelTimes:
    """Return the minutes for every transport that a candidate of the case uses.

    The case's own table wins row by row. What it leaves out comes from Dresden's table where the codes are Dresden's
    (transit, bike, walk), else from geometry (``planner.geo.speeds``), rounded up.

    Raises
    ------
    InputError
        If a candidate's way to a site has neither a row nor two known positions; all such places are gathered.
    """
    ground = ground_of(case.neighbourhoods, stored_stamp())
    codes = tuple(n.code for n in case.neighbourhoods)
    given = _given(case, codes)
    needed = _needed(case, codes)
    minutes: dict[Transport, Minutes] = {}
    sources: dict[Transport, str] = {}
    problems: list[Problem] = list(ground.notes)
    for transport, wanted in needed.items():
        table = given[transport]
        open_ = table < 0
        source = "case_table"
        if open_.any():
            rest, source = _fallback(ground, transport)
            problems += _places_missing(ground, transport, wanted & open_ & (rest == UNKNOWN))
            if case.travel_times:
                ways, sites = int((wanted & open_).sum()), int(wanted.sum())
                problems += [_rows_missing(transport, source, ways, sites)] if ways else []
            source = source if open_.all() else "mixed" if (wanted & open_).any() else "case_table"
            table = np.where(open_, rest, table)
        table.setflags(write=False)
        minutes[transport], sources[transport] = table, source
    raise_errors(problems)
    return TravelTimes(codes, minutes, sources, tuple(problems))


def _given(case: Case, codes: tuple[str, ...]) -> Mapping[Transport, Minutes]:
    """Return the case's table as (n, n) per transport, -1 where it has no row."""
    row = {code: i for i, code in enumerate(codes)}
    tables = {transport: np.full((len(codes), len(codes)), -1, dtype=np.int32) for transport in Transport}
    for (origin, destination, transport), value in case.travel_times.items():
        tables[transport][row[origin], row[destination]] = value
    return tables


def _needed(case: Case, codes: tuple[str, ...]) -> Mapping[Transport, NDArray[np.bool_]]:
    """Return, per transport in use, which ways lead from a home to a site: (n, n)."""
    row = {code: i for i, code in enumerate(codes)}
    at_work = np.zeros(len(codes), dtype=bool)
    at_work[[row[site.neighbourhood] for site in case.sites]] = True
    homes: dict[Transport, NDArray[np.bool_]] = {}
    for candidate in case.candidates:
        homes.setdefault(candidate.transport, np.zeros(len(codes), dtype=bool))[row[candidate.neighbourhood]] = True
    return {transport: np.outer(homes[transport], at_work) for transport in Transport if transport in homes}


def _fallback(ground: Ground, transport: Transport) -> tuple[Minutes, str]:
    """Return what is known without the case's table, and its source."""
    if ground.dresden and transport in dresden.minutes():
        places = {code: i for i, code in enumerate(sorted(dresden.by_code()))}
        chosen = [places[n.code] for n in ground.places]
        return dresden.minutes()[transport][np.ix_(chosen, chosen)], "dresden"
    exact = geometric_minutes(ground, transport)
    # A hair is taken off before rounding up, so that 20 minutes that came out as 20.000000001 stay 20.
    whole = np.where(np.isfinite(exact), np.ceil(np.nan_to_num(exact, posinf=0) - 1e-6), UNKNOWN)
    return whole.astype(np.int32), "geometry"


def _places_missing(ground: Ground, transport: Transport, lost: NDArray[np.bool_]) -> list[Problem]:
    """Return one problem per neighbourhood from which ways are wanted that nothing is known about."""
    return [
        Problem(
            "geo.no_minutes",
            {
                "name": place.name or place.code,
                "transport": transport.value,
                "ways": int(lost[i].sum()),
                "example": ground.places[int(lost[i].argmax())].code,
            },
            file=_TABLE,
            column="origin",
            value=place.code,
        )
        for i, place in enumerate(ground.places)
        if lost[i].any()
    ]


def _rows_missing(transport: Transport, source: str, ways: int, total: int) -> Problem:
    return Problem(
        f"geo.rows_missing_{source}",
        {"transport": transport.value, "ways": ways, "total": total},
        file=_TABLE,
        column="transport",
        severity=Severity.WARNING,
    )
