"""Minutes one way between neighbourhoods."""

from collections.abc import Mapping

from planner.domain import Case, Transport
from planner.geo import TravelTimes


class Ways:
    """Minutes by origin, destination and transport: the case's own table wins, else geography.

    Rows become plain dictionaries at their first use, since a numpy cell costs ten times as much to read.
    """

    def __init__(self, case: Case, travel: TravelTimes) -> None:
        self._stated = case.travel_times
        self._travel = travel
        self._codes = [n.code for n in case.neighbourhoods]
        self._rows: dict[tuple[str, Transport], Mapping[str, int]] = {}

    def minutes(self, origin: str, destination: str, transport: Transport) -> int:
        """Return the minutes one way between two neighbourhood codes."""
        row = self._rows.get((origin, transport))
        if row is None:
            row = self._rows[origin, transport] = self._row(origin, transport)
        return row[destination]

    def _row(self, origin: str, transport: Transport) -> Mapping[str, int]:
        geography: list[int] = self._travel.minutes[transport][self._codes.index(origin)].tolist()
        row = dict(zip(self._codes, geography, strict=True))
        if self._stated:
            row |= {code: self._stated.get((origin, code, transport), minutes) for code, minutes in row.items()}
        return row
