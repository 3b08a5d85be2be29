"""The months of a plan on the page "Planning"."""

from planner.service import view_plan
from planner.store import Role


def test_the_table_has_the_months_of_the_plan(visit, world):
    """Each month's row says how many placements run and what each payer pays; the sum over all is the plan's costs."""
    made, store = world
    app = visit(Role.PLANNER, page="planning", tab="Pläne")
    table = next(one.value for one in app.dataframe if "Verträge ausgelaufen" in one.value.columns)
    found = view_plan(store, made.planner, made.project, made.plan).months
    assert found is not None
    assert len(table) == len(found.months) >= 61
    assert table["Vorschläge"].tolist() == [month.running for month in found.months]
    assert round(table["Summe"].sum() * 100) == sum(sum(month.cents.values()) for month in found.months)
    assert int(table["Verträge ausgelaufen"].sum()) == table["Vorschläge"].max()
    assert next(name for name in table.columns if "Zuschuss" in name) == "bei 100\u00a0% Zuschuss"


def test_the_falls_are_told_in_sentences(visit, world):
    """Each month in which the grant of many falls is named with what it costs."""
    app = visit(Role.PLANNER, page="planning", tab="Pläne")
    told = next(one.value for one in app.markdown if "Der Zuschuss sinkt" in one.value)
    assert "90\u00a0%" in told
    assert "Verträge sind ausgelaufen" in told
