"""The curves of the page "Planning", computed beside it."""

import time

from planner.domain import Payer, Status
from planner.outlook.sweep import STEPS, Point, Sweep
from planner.store import Role
from planner.ui.planning.tradeoff import curve_sheet
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
