"""Small cases for this room."""

from collections.abc import Iterable, Mapping
from datetime import date

from planner.domain import Candidate, Case, Neighbourhood, Scenario, Site, Transport
from planner.geo import dresden_neighbourhoods


def case_of(
    neighbourhoods: Iterable[Neighbourhood],
    transports: Iterable[Transport] = tuple(Transport),
    *,
    homes: Iterable[str] | None = None,
    work: Iterable[str] | None = None,
    travel_times: Mapping[tuple[str, str, Transport], int] | None = None,
) -> Case:
    """Return a case with one candidate per home and transport and one site per place of work; all by default."""
    places = tuple(neighbourhoods)
    codes = [n.code for n in places]
    at_home = list(codes if homes is None else homes)
    return Case(
        scenario=Scenario(start=date(2027, 3, 1)),
        neighbourhoods=places,
        sites=tuple(
            Site(site_id=f"s{code}", name=code, host="h", neighbourhood=code, field="f", posts=1)
            for code in (codes if work is None else work)
        ),
        candidates=tuple(
            Candidate(candidate_id=f"c{code}{mode}", neighbourhood=code, transport=mode)
            for mode in transports
            for code in at_home
        ),
        travel_times=travel_times or {},
    )


def dresden_case(*transports: Transport) -> Case:
    """Return the whole city, everybody living and working everywhere."""
    return case_of(dresden_neighbourhoods(), transports or tuple(Transport))


LEIPZIG = (
    Neighbourhood(code="00", name="Zentrum", borough="Mitte", lat=51.3397, lon=12.3731),
    Neighbourhood(code="70", name="Lindenau", borough="Alt-West", lat=51.3386, lon=12.3336),
    Neighbourhood(code="XY", name="Nirgends", borough="Mitte"),
)
"""Two places with a position, 2.75 km apart, and one without."""
