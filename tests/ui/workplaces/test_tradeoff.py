"""The curves of the page "Planning", computed beside it."""

import time

from planner.domain import Payer, Status
from planner.outlook.sweep import STEPS, Point, Sweep
from planner.store import Role
from planner.ui.planning.tradeoff import curve_sheet, from_zero, reading
from planner.ui.words import Words


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def finished(app):
    until = time.monotonic() + 120
    while any(button.label == "Anhalten" for button in app.button):
        assert time.monotonic() < until
        time.sleep(0.5)
        app.run()
        assert not app.exception
    return app


def test_a_curve_is_computed_and_shown_with_its_table(visit, world):
    """Every step has its row beside the chart; ways get no longer the more coverage is given up."""
    app = visit(Role.PLANNER, page="planning", tab="Abwägung")
    press(app, "Kurve berechnen")
    table = finished(app).dataframe[-1].value
    assert len(table) == len(STEPS[Sweep.COVERAGE])
    assert list(table["Minuten"]) == sorted(table["Minuten"], reverse=True)
    assert "Neu berechnen" in [button.label for button in app.button]
    assert "Deckung des Bedarfs" in table.columns
    assert "Deckung" not in table.columns
    assert max(table["Deckung des Bedarfs"]) == 1
    assert any("am besten dieser Pläne gemessen" in one.value for one in app.markdown)
    assert any("Die Zahl „Deckung“ ist eine andere" in one.value for one in app.markdown)


def test_a_stopped_curve_shows_what_there_is(visit, world):
    """The stop is answered, said, and nothing is broken."""
    app = visit(Role.PLANNER, page="planning", tab="Abwägung")
    app.segmented_control(key="sweep_kind").set_value(Sweep.MONEY).run()
    press(app, "Kurve berechnen")
    if any(button.label == "Anhalten" for button in app.button):
        press(app, "Anhalten")
    finished(app)
    assert not app.error


def test_a_step_without_a_plan_says_so():
    """No figures stand where there is no plan."""
    points = (
        Point(STEPS[Sweep.MONEY][0], Status.INFEASIBLE, budget=100),
        Point(STEPS[Sweep.MONEY][1], Status.OPTIMAL, budget=200, placed=3, costs={Payer.CITY: 150}, proven=True),
    )
    rows = curve_sheet(points, Sweep.MONEY, Words("de")).rows
    assert rows[0][-1] == "keinem Plan" or rows[0][-1] == "kein Plan"
    assert rows[1][2] == 3
    assert rows[1][-1] == "ja"


def steps(*heights):
    settings = zip(STEPS[Sweep.COVERAGE], heights, strict=False)
    return tuple(Point(setting, Status.OPTIMAL, placed=9, minutes=minutes) for setting, minutes in settings)


def test_an_axis_that_does_not_begin_at_zero_says_so():
    """Where small differences are drawn large, a sentence says it; money is always drawn from 0."""
    words = Words("de")
    small, large = steps(2400, 2300), steps(2400, 900)
    assert not from_zero(small, Sweep.COVERAGE)
    assert "Die Achse der Minuten beginnt nicht bei 0" in " ".join(reading(small, Sweep.COVERAGE, words))
    assert from_zero(large, Sweep.COVERAGE)
    assert "Achse" not in " ".join(reading(large, Sweep.COVERAGE, words))
    assert from_zero(small, Sweep.MONEY)
    assert list(reading(small, Sweep.MONEY, words)) == []
