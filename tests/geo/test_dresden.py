from dataclasses import replace

import numpy as np

from planner.domain import Neighbourhood, Transport
from planner.geo import dresden, dresden_neighbourhoods, is_dresden


def test_districts_and_boroughs() -> None:
    """Dresden has 64 districts in ten boroughs and 571,510 people at the end of 2025."""
    places = dresden_neighbourhoods()
    assert len({n.code for n in places}) == 64
    assert {n.borough for n in places} == {
        "Altstadt", "Neustadt", "Pieschen", "Klotzsche", "Loschwitz", "Blasewitz", "Leuben", "Prohlis", "Plauen",
        "Cotta",
    }  # fmt: skip
    assert sum(n.counts["population"] for n in places) == 571_510
    assert {n.code for n in places if "population" in n.blank} == {"33", "34", "44"}


def test_counts_add_up() -> None:
    """Age classes add up to the population, and no part is larger than its whole."""
    for n in dresden_neighbourhoods():
        count = n.counts
        ages = ("age_u18", "age_18_24", "age_25_29", "age_30_44", "age_45_59", "age_60_64", "age_65p")
        assert sum(count[age] for age in ages) == count["population"]
        assert count["age_65_74"] + count["age_75_84"] + count["age_85p"] == count["age_65p"]
        assert count["households_single"] + count["households_single_parent"] <= count["households"]
        assert count["foreigners"] <= count["population"]


def test_every_scenario_indicator_of_the_contract_is_there() -> None:
    """The four indicators that the contract's example weighs are columns of the table."""
    named = {"age_65p", "households_single", "foreigners", "households_single_parent"}
    assert named <= dresden_neighbourhoods()[0].counts.keys()


def test_what_counts_as_dresden() -> None:
    """Codes alone do not make a case Dresden's: each needs our name or our borough, and none may be foreign."""
    places = dresden_neighbourhoods()
    assert is_dresden(places)
    assert is_dresden(places[3:5])
    assert is_dresden([replace(places[0], name="Zentrum")])
    assert is_dresden([replace(places[0], borough="Mitte")])
    assert not is_dresden([replace(places[0], name="Zentrum", borough="Mitte")])
    assert not is_dresden([*places, Neighbourhood(code="00", name="Zentrum", borough="Altstadt")])
    assert not is_dresden([])


def test_minutes_table() -> None:
    """The embedded table is symmetric and positive, and Kaditz to Johannstadt takes about 47 minutes by transit."""
    table = dresden.minutes()
    assert set(table) == {Transport.TRANSIT, Transport.BIKE, Transport.WALK}
    for minutes in table.values():
        assert minutes.shape == (64, 64)
        assert np.array_equal(minutes, minutes.T)
        assert minutes.min() > 0
    codes = sorted(dresden.by_code())
    kaditz, johannstadt = codes.index("23"), [codes.index("06"), codes.index("07")]
    assert all(45 <= table[Transport.TRANSIT][kaditz, j] <= 50 for j in johannstadt)


def test_crossings() -> None:
    """Carolabrücke is closed to all, Augustusbrücke to cars, and only one ferry takes cars."""
    by_name = {c.name.split(" ")[0]: c for c in dresden.crossings() if "Ferry" not in c.name}
    assert by_name["Carolabrücke"].open_for == frozenset()
    assert by_name["Augustusbrücke"].open_for == {Transport.WALK, Transport.BIKE}
    ferries = [c for c in dresden.crossings() if "Ferry" in c.name]
    assert sum(Transport.CAR in c.open_for for c in ferries) == 1
    assert all(c.penalty == 8 for c in ferries)
