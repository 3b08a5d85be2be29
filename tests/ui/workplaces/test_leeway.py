"""Leeway on the page "Planning": marks and values, computed beside it."""

import pytest

from planner.store import Role
from tests.ui.workplaces.test_tradeoff import finished, press


@pytest.fixture
def app(visit, world):
    return visit(Role.PLANNER, page="planning", tab="Spielraum")


def test_every_proposal_gets_its_mark(app, world):
    """The counts add up to the plan's proposals, each has a row, and the free ones lose nothing."""
    press(app, "Berechnen")
    finished(app)
    counts = {metric.label: int(metric.value) for metric in app.metric}
    table = app.dataframe[-1].value
    assert sum(counts.values()) == len(table) == 12
    assert counts["Offen"] == 0
    assert dict(table["Kennzeichen"].value_counts()) == {name: n for name, n in counts.items() if n}
    assert set(table.loc[table["Kennzeichen"] == "Frei", "Ohne ihn"]) <= {"wird nichts schlechter"}


def test_every_neighbourhood_gets_a_value(app, world):
    """One row each, the most valuable first, some of them exact and in words."""
    made, _ = world
    app.segmented_control(key="leeway_kind").set_value("value").run()
    press(app, "Berechnen")
    finished(app)
    table = app.dataframe[-1].value
    assert len(table) == len(made.case.neighbourhoods)
    assert any("Ein weiterer Platz" in one.value or "Platz" in one.value for one in app.markdown)
