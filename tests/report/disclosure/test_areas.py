"""Areas of a case as a dimension."""

from planner.domain import Neighbourhood
from planner.geo import dresden_neighbourhoods
from planner.report.disclosure import CITY, areas, borough_code, merged


def test_dresden_is_merged_as_its_statistics_office_does() -> None:
    """33 and 34 are counted with 31, 44 with 42; every other neighbourhood is itself."""
    places = dresden_neighbourhoods()
    assert {code: into for code, into in merged(places).items() if code != into} == {"33": "31", "34": "31", "44": "42"}
    home = areas(places)
    assert len(home.leaves[CITY]) == 61
    assert len(home.parts[CITY]) == 10
    assert home.parent["31"] == borough_code("Blasewitz") or home.parent["31"] in home.parts[CITY]


def test_other_cities_are_not_merged() -> None:
    """Codes alone do not make a Dresden."""
    places = [Neighbourhood(code=code, name=f"Place {code}", borough="North") for code in ("31", "33", "North")]
    assert merged(places) == {"31": "31", "33": "33", "North": "North"}
    assert areas(places).leaves[CITY] == ("31", "33", "North")
