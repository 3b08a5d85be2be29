"""An import that fails leads on: what is wrong, put right on the page, tried again."""

import pytest

from planner.service import present_places
from planner.store import Role, people
from planner.ui.guided import changes
from tests.service.world import files_of

CSV = "text/csv"


def broken(case, name, change):
    """Return the files of a case as uploads, one of them changed."""
    files = files_of(case)
    text = files[name].decode("utf-8")
    return [(one, (change(text) if one == name else files[one].decode("utf-8")).encode(), CSV) for one in files]


def places_of(case, spoil):
    """Return the tables a planner imports, the sites spoilt."""
    return [one for one in broken(case, "sites.csv", spoil) if one[0] in {"neighbourhoods.csv", "sites.csv"}]


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def problems(app):
    return " ".join(" ".join(map(str, row)) for table in app.table for row in table.value.to_numpy().tolist()).replace(
        "\\", ""
    )


@pytest.fixture
def places(visit, world):
    return visit(Role.PLANNER, page="planning", tab="Orte")


def test_cells_rows_and_headings_are_put_right_on_the_page(places, world):
    """A wrong cell, a doubled row and a misnamed column are mended there, and the import goes through."""
    made, store = world
    first = min(site.site_id for site in made.case.sites)

    def spoil(text):
        lines = text.splitlines()
        doubled = lines[1]
        spoilt = [lines[0].replace("posts", "Plaetze"), *lines[1:], doubled]
        return "\n".join(spoilt).replace(f",{made.case.site_of[first].neighbourhood},", ",9X,", 1) + "\n"

    app = places
    app.file_uploader[0].set_value(places_of(made.case, spoil))
    press(app, "Orte einlesen")
    assert "9X" in problems(app)
    assert "Die Spalte „posts“ fehlt" in problems(app)
    next(box for box in app.selectbox if "posts" in box.label).set_value("Plaetze")
    key = f"places_{made.project}_cells_sites_0"
    app.session_state[key] = {
        "edited_rows": {0: {"neighbourhood": made.case.site_of[first].neighbourhood}, 1: {"=out": True}}
    }
    press(app, "Erneut prüfen und einlesen")
    assert not app.error, problems(app)
    assert present_places(store, made.planner, made.project).sites == made.case.sites


def test_what_stays_wrong_is_told_again(places, world):
    """One of two mended: the other one stays, and giving up leaves everything as it was."""
    made, store = world
    app = places
    spoil = lambda text: text.replace(",morning", ",night").replace(",afternoon", ",dawn")  # noqa: E731
    app.file_uploader[0].set_value(places_of(made.case, spoil))
    press(app, "Orte einlesen")
    before = app.error[0].value
    press(app, "Erneut prüfen und einlesen")
    assert app.error[0].value == before
    press(app, "Diese Dateien verwerfen")
    assert not app.error
    assert present_places(store, made.planner, made.project).sites == made.case.sites


def test_only_what_was_changed_is_a_change():
    """Rows that were only looked at leave no trace."""
    import pandas as pd

    before = pd.DataFrame({"=row": [2, 5], "=out": [False, False], "a": ["x", "y"], "=wrong": ["", ""]})
    after = before.assign(**{"a": ["x", None], "=out": [True, False]})
    found = changes(before, after, "f.csv")
    assert found.cells == {("f.csv", 5, "a"): ""}
    assert found.rows == {("f.csv", 2)}
    assert changes(before, before.copy(), "f.csv").cells == {}


def test_a_reviewer_is_led_through_people_too(visit, world):
    """A name column is refused, never shown, and left out with one tick."""
    made, store = world
    app = visit(Role.REVIEWER, page="review")
    named = broken(
        made.case,
        "candidates.csv",
        lambda text: "\n".join(
            f"{line},{'Vorname' if not at else 'Erika'}" for at, line in enumerate(text.splitlines())
        ),
    )
    app.file_uploader[0].set_value(next(u for u in named if u[0] == "candidates.csv"))
    press(app, "Menschen einlesen")
    assert "Vorname" in problems(app)
    shown = [str(table.value) for table in [*app.table, *app.dataframe]]
    assert not [one for one in shown if "Erika" in one]
    next(box for box in app.checkbox if "Vorname" in box.label).check()
    press(app, "Erneut prüfen und einlesen")
    with store.read() as tx:
        assert people.get_people(tx, made.project) == made.case.candidates
