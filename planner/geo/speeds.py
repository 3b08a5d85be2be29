"""How fast people move where no table says so. Every number is an assumption with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.domain import Transport


@dataclass(frozen=True, slots=True)
class Speed:
    """From straight metres to minutes: ``access + metres · detour / speed``.

    Parameters
    ----------
    km_per_hour
        Speed along the way.
    detour
        Way / straight line.
    access
        Minutes that every trip costs: unlocking, waiting, changing, parking, the last steps.
    """

    km_per_hour: float
    detour: float
    access: float

    @property
    def minutes_per_metre(self) -> float:
        """Minutes for one metre as the crow flies."""
        return self.detour * 60 / (self.km_per_hour * 1000)


SPEEDS: Mapping[Transport, Speed] = {
    # As in data/dresden/travel_times.csv, so that a gap in a table is filled by the same yardstick.
    Transport.WALK: Speed(4.5, 1.25, 0),
    Transport.BIKE: Speed(15, 1.3, 4),
    # Fitted to the 64 x 63 ways of data/dresden/travel_times.csv: 19.6 min + 4.13 min per straight kilometre. Without a
    # line plan it is a guess for a city with trams and buses.
    Transport.TRANSIT: Speed(19, 1.3, 20),
    # 26 to 29 km/h were measured on Dresden's main roads over the day (city of Dresden, press release of July 2006 on
    # the travel times of 2004 and 2005). Detour as for the bike. Eight minutes for walking to the car, looking for a
    # place to park and walking from it are assumed.
    Transport.CAR: Speed(27, 1.3, 8),
}

MEAN_WAY_IN_DISC = 0.5108
"""Mean distance of two places in a disc of area 1: 128 / (45 π) radii (disc line picking), radius 1 / √π."""

AREA_PER_SQUARED_GAP = 0.7854
"""Where a neighbourhood has a point but no borders: a disc as wide as the way to the nearest other point, π/4 of it."""

LONE_NEIGHBOURHOOD_AREA = 5.1e6
"""Square metres of a neighbourhood without borders or neighbours: the mean of Dresden's 64."""
