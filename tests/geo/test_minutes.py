import numpy as np
import pytest

from planner.domain import Transport
from planner.errors import InputError
from planner.geo import UNKNOWN, dresden_neighbourhoods, travel_times
from planner.geo.speeds import SPEEDS
from tests.geo.cases import LEIPZIG, case_of, dresden_case

CAR, BIKE, WALK, TRANSIT = Transport.CAR, Transport.BIKE, Transport.WALK, Transport.TRANSIT


def test_dresden_without_a_table() -> None:
    """Dresden's transit, bike and walk come from the embedded table, the car from geometry, without a warning."""
    found = travel_times(dresden_case())
    assert found.sources == {TRANSIT: "dresden", BIKE: "dresden", WALK: "dresden", CAR: "geometry"}
    assert found.notes == ()
    assert found.codes == tuple(n.code for n in dresden_neighbourhoods())
    assert 45 <= found.between("23", "07", TRANSIT) <= 50
    for minutes in found.minutes.values():
        assert minutes.shape == (64, 64)
        assert minutes.dtype == np.int32
        assert not minutes.flags.writeable


def test_car_in_dresden_is_plausible() -> None:
    """By car nobody needs less than 9 or more than 75 minutes, both directions agree, and most ways beat transit."""
    found = travel_times(dresden_case(CAR, TRANSIT)).minutes
    assert found[CAR].min() >= 9
    assert found[CAR].max() <= 75
    assert np.abs(found[CAR] - found[CAR].T).max() <= 1
    assert (found[CAR] < found[TRANSIT]).mean() > 0.9


def test_car_needs_a_bridge() -> None:
    """From Laubegast to Hosterwitz/Pillnitz over the river the car takes the ferry or a bridge: more than straight."""
    found = travel_times(dresden_case(CAR))
    straight_minutes = 8 + 4.0 * SPEEDS[CAR].minutes_per_metre * 1000
    assert found.between("62", "43", CAR) > straight_minutes


def test_only_transports_in_use() -> None:
    """Minutes are there for the transports of the candidates and for no other."""
    assert set(travel_times(dresden_case(BIKE)).minutes) == {BIKE}


def test_some_of_dresden() -> None:
    """A case with some of Dresden's districts gets the same minutes as the whole city."""
    whole = travel_times(dresden_case(TRANSIT))
    some = travel_times(case_of([n for n in dresden_neighbourhoods() if n.code in {"07", "23", "96"}], [TRANSIT]))
    assert some.codes == ("07", "23", "96")
    assert all(some.between(a, b, TRANSIT) == whole.between(a, b, TRANSIT) for a in some.codes for b in some.codes)


def test_the_case_wins_row_by_row() -> None:
    """A row of the case's table replaces ours in its direction only; the rest is filled and counted in one warning."""
    case = case_of(
        [n for n in dresden_neighbourhoods() if n.code in {"07", "23"}],
        [TRANSIT, CAR],
        travel_times={("23", "07", TRANSIT): 58},
    )
    found = travel_times(case)
    assert found.between("23", "07", TRANSIT) == 58
    assert 45 <= found.between("07", "23", TRANSIT) <= 50
    assert found.sources == {TRANSIT: "mixed", CAR: "geometry"}
    notes = {note.params["transport"]: note for note in found.notes}
    assert (notes["transit"].code, notes["transit"].params["ways"]) == ("geo.rows_missing_dresden", 3)
    assert (notes["car"].code, notes["car"].params["ways"]) == ("geo.rows_missing_geometry", 4)
    assert "3 von 4 Wegen" in notes["transit"].text("de")


def test_a_table_that_covers_what_is_needed() -> None:
    """A table without rows that nobody needs is complete: no warning, and no position is asked for."""
    case = case_of(LEIPZIG, [TRANSIT], homes=["00"], work=["XY"], travel_times={("00", "XY", TRANSIT): 0})
    found = travel_times(case)
    assert (found.sources, found.notes) == ({TRANSIT: "case_table"}, ())
    assert found.between("00", "XY", TRANSIT) == 0
    assert found.between("XY", "00", TRANSIT) == UNKNOWN


def test_geometry_elsewhere() -> None:
    """In a city we know nothing of, minutes are straight line × detour / speed + access, rounded up."""
    found = travel_times(case_of(LEIPZIG[:2]))
    assert set(found.sources.values()) == {"geometry"}
    metres = 2753.0
    for transport in (WALK, BIKE, CAR):
        speed = SPEEDS[transport]
        exact = speed.access + metres / 1000 * speed.detour / speed.km_per_hour * 60
        assert exact - 0.1 <= found.between("00", "70", transport) <= exact + 1.1
    assert found.between("00", "70", TRANSIT) <= found.between("00", "70", WALK)


def test_within_one_neighbourhood() -> None:
    """A way within a neighbourhood takes time, but less than the way to the next one."""
    found = travel_times(case_of(LEIPZIG[:2]))
    for transport in Transport:
        assert 0 < found.between("00", "00", transport) < found.between("00", "70", transport)


def test_a_single_neighbourhood() -> None:
    """A case with one neighbourhood whose size nobody knows gets the mean way in one of Dresden's size."""
    found = travel_times(case_of(LEIPZIG[:1], [WALK, CAR]))
    assert 15 <= found.between("00", "00", WALK) <= 25
    assert 10 <= found.between("00", "00", CAR) <= 14


def test_neither_row_nor_position() -> None:
    """Every home with an unknown way is named, with the transport and the number of ways, all at once."""
    with pytest.raises(InputError) as caught:
        travel_times(case_of(LEIPZIG, [WALK, CAR]))
    problems = caught.value.problems
    assert len(problems) == 6
    assert {(p.code, p.column) for p in problems} == {("geo.no_minutes", "origin")}
    ways = {(p.value, p.params["transport"]): p.params["ways"] for p in problems}
    assert ways["XY", "walk"] == 3
    assert ways["00", "car"] == 1
    assert "XY" in problems[0].text("en")


def test_nobody_and_nowhere() -> None:
    """A case without candidates has no minutes, one without neighbourhoods neither."""
    assert travel_times(case_of(LEIPZIG, [])).minutes == {}
    assert travel_times(case_of([])).minutes == {}


def test_unknown_code() -> None:
    """Asking for a place that the case does not have is an error of the caller."""
    with pytest.raises(KeyError):
        travel_times(dresden_case(WALK)).between("23", "00", WALK)
