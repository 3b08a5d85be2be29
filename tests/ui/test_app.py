"""The app as a user meets it, without a browser."""

import csv
import gc
import io
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from planner.tables import read_plan
from planner.ui.demo import solved_plans
from planner.ui.memory import Aside

APP = Path(__file__).parents[2] / "planner/ui/main.py"


@pytest.fixture
def app(folder, monkeypatch):
    """Return the app over the small demo, run once."""
    monkeypatch.setenv("PLANNER_DEMO_DIR", str(folder))
    return AppTest.from_file(str(APP), default_timeout=30).run()


def labels(app):
    return {metric.label: metric.value for metric in app.metric}


def table_with(app, heading):
    return next(table.value for table in app.dataframe if heading in table.value.columns)


def opened(app, title):
    """Open the tab whose title begins so; only the open one is drawn."""
    app.session_state["details_de"] = next(tab.label for tab in app.tabs if tab.label.startswith(title))
    return app.run()


def test_the_solved_demo_is_shown_at_once(app):
    """Without a click there is a plan with its figures, in German."""
    assert not app.exception
    assert app.title[0].value == "Quartiersassistenz: Einsatzplan"
    figures = labels(app)
    assert figures["Besetzte Plätze"].endswith("von 10")
    assert figures["Nachweis"] == "vollständig"
    assert figures["Weg im Mittel"].endswith("min")


def test_a_plan_that_misses_a_minimum_says_so(app, folder):
    """Each minimum that the plan misses is named above its figures with what was reached."""
    missed = [limit.name for limit in read_plan(folder / "plan").limits if limit.short]
    assert missed
    (warning,) = (one.value for one in app.warning)
    assert warning.startswith("Für die Mindestzahlen fehl")
    assert all(name in warning for name in missed)


def test_a_page_leaves_the_search_for_garbage_alone(app):
    """How memory is looked after is the server's affair: a page drawn in another process changes nothing there."""
    assert not app.exception
    assert not any(isinstance(listener, Aside) for listener in gc.callbacks)


def test_the_language_can_be_switched(app):
    """English words and English numbers follow the switch; nothing is solved anew."""
    app.segmented_control(key="lang").set_value("en").run()
    assert not app.exception
    assert app.title[0].value == "Neighbourhood assistants: placement plan"
    assert labels(app)["Proof"] == "complete"


def test_the_address_can_ask_for_english(folder, monkeypatch):
    """``?lang=en`` opens the app in English."""
    monkeypatch.setenv("PLANNER_DEMO_DIR", str(folder))
    app = AppTest.from_file(str(APP), default_timeout=30)
    app.query_params["lang"] = "en"
    app.run()
    assert labels(app)["Proof"] == "complete"


def test_tables_hold_every_candidate_once(app):
    """Placements and people without one add up to all candidates; the reason is a German sentence."""
    placements = table_with(app, "Träger (Organisation)")
    unplaced = table_with(opened(app, "Ohne Vorschlag"), "Grund")
    assert len(placements) + len(unplaced) == 40
    assert unplaced["Grund"].str.endswith(".").all()


def test_choosing_a_neighbourhood_shows_its_panel(app):
    """The list and the panel are in step: tiles of need, target, placed and planned posts."""
    app.selectbox(key="quarter").select("96").run()
    assert not app.exception
    assert any(heading.value == "Gorbitz-Ost" for heading in app.header)
    assert {"Anteil am Bedarf", "Soll", "Hier besetzt", "Geplante Plätze"} <= set(labels(app))


def test_a_scenario_without_a_plan_can_be_solved(app):
    """Another scenario is offered for solving, is solved in a process of its own and then shown."""
    app.selectbox(key="scenario").select_index(1).run()
    assert "Plan berechnen" in app.info[0].value or app.button(key="solve").label == "Plan berechnen"
    app.button(key="solve").click().run()
    solve_to_the_end(app)
    assert labels(app)["Besetzte Plätze"].endswith("von 4")


def solve_to_the_end(app):
    run = app.session_state["run"]
    for _ in range(600):
        if not run.running:
            break
        time.sleep(0.1)
    app.run()
    assert not app.exception


def upload(app, files):
    app.segmented_control(key="kind").set_value("files").run()
    app.file_uploader(key="uploads").set_value(files).run()
    assert not app.exception


def test_broken_files_are_answered_with_a_table(app, folder):
    """Every problem is listed with file, row, column and what is allowed, and can be taken along."""
    broken = (folder / "sites.csv").read_text(encoding="utf-8").splitlines()
    header = next(csv.reader([broken[0]], delimiter=","))
    cells = next(csv.reader([broken[1]], delimiter=","))
    cells[header.index("posts")] = "-3"
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    content = "\n".join([broken[0], out.getvalue().strip(), *broken[2:]])
    files = [
        (path.name, path.read_bytes() if path.name != "sites.csv" else content.encode(), "text/csv")
        for path in [*folder.glob("*.csv"), folder / "scenario.toml"]
    ]
    upload(app, files)
    assert app.error
    table = app.table[0].value
    row = table[table["Spalte"] == "posts"].iloc[0]
    assert (row["Datei"], row["Zeile"]) == ("sites.csv", "2")
    assert "Erlaubt" in row["Was nicht stimmt und was erlaubt ist"]
    assert not app.metric


def test_an_uploaded_case_is_solved(app, folder):
    """Files of one's own are read, solved and shown."""
    files = [(path.name, path.read_bytes(), "text/csv") for path in [*folder.glob("*.csv"), folder / "scenario_4.toml"]]
    files = [("scenario.toml" if name.endswith("toml") else name, content, kind) for name, content, kind in files]
    upload(app, files)
    app.button(key="solve").click().run()
    solve_to_the_end(app)
    assert labels(app)["Besetzte Plätze"].endswith("von 4")


def test_a_solve_without_any_plan_yet_stops_at_once(app):
    """Before the first objective there is nothing to wait for, and the page says how it ended."""
    app.selectbox(key="scenario").select_index(1).run()
    app.button(key="solve").click().run()
    run = app.session_state["run"]
    run.stop()
    started = time.monotonic()
    while run.running and time.monotonic() - started < 20:
        time.sleep(0.05)
    app.run()
    assert not app.exception
    assert time.monotonic() - started < 10
    assert run.plan is not None or [warning.value for warning in app.warning] == [
        "Angehalten, bevor ein Plan gefunden war."
    ]


def test_the_certificate_says_what_is_counted(app):
    """Beside each objective stands its unit."""
    certificate = table_with(opened(app, "Ziele und Nachweis"), "Gezählt werden")
    assert list(certificate["Ziel"][:2]) == ["Fehlende Mindestzahlen", "Vorschläge"]
    assert certificate["Gezählt werden"].str.len().min() > 5


def test_solved_plans_are_found_by_their_case(folder):
    """A plan is shown for the very case it was made for, wherever it lies below the folder."""
    plans = solved_plans(folder)
    assert list(plans.values()) == [folder / "plan"]
