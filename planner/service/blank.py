"""Places as a case without people."""

from datetime import date

from planner.domain import Case, Scenario
from planner.store.places import Places


def places_only(places: Places, scenario: Scenario | None = None) -> Case:
    """Return a case that holds places and nobody.

    Parameters
    ----------
    scenario
        By default one that chooses nothing.
    """
    return Case(
        scenario=scenario or Scenario(start=date(2027, 1, 1)),
        neighbourhoods=places.neighbourhoods,
        sites=places.sites,
        candidates=(),
        travel_times=places.travel_times,
    )
