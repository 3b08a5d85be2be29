"""The page "Situation"."""

from planner.service import release_plan, view_situation
from planner.store import Role


def everything_on(app):
    """Return every text and every cell of a page as one text."""
    shown = [one.value for one in (*app.markdown, *app.title, *app.header, *app.subheader)]
    shown += [f"{metric.label} {metric.value} {metric.delta}" for metric in app.metric]
    return " ".join([*shown, *(table.value.to_csv() for table in app.dataframe)])


def figures(app):
    return {metric.label: metric.value for metric in app.metric}


def test_without_a_release_people_are_unknown(visit, world):
    """Posts are public; what only a plan says is "no plan yet", and no sign of a count is explained."""
    app = visit(Role.LEADERSHIP, page="situation")
    made, _ = world
    posts = sum(site.posts for site in made.case.sites)
    assert figures(app)["Belegte Plätze"] == f"0 von {posts}"
    assert figures(app)["Menschen mit Platz im Plan"] == "noch kein Plan"
    assert "genau niemand" not in everything_on(app)
    table = next(table.value for table in app.dataframe if "Soll" in table.value.columns)
    assert table[["Im Plan vorgesehen", "Soll"]].isna().all(axis=None)


def test_counts_of_people_are_those_of_disclosure_control(visit, world):
    """What is shown of people is what was published with the release, sign by sign."""
    made, store = world
    release_plan(store, made.planner, made.project, made.plan)
    situation = view_situation(store, made.leader, made.project)
    app = visit(Role.LEADERSHIP, page="situation")
    assert figures(app)["Menschen mit Platz im Plan"] == situation.placed.text
    assert figures(app)["Menschen ohne Platz"] == situation.unplaced.text
    cells = next(table.value for table in app.dataframe if "mit Platz" in table.value.columns)
    values = [cell for name in ("mit Platz", "ohne Platz") for cell in cells[name]]
    assert all(cell in {".", "-"} or int(cell) % 5 == 0 for cell in values)


def test_nobody_is_named(visit, world):
    """No pseudonym reaches the page, the map's data included."""
    made, store = world
    release_plan(store, made.planner, made.project, made.plan)
    app = visit(Role.LEADERSHIP, page="situation")
    shown = everything_on(app) + str(app.session_state)
    assert not [one.candidate_id for one in made.case.candidates if one.candidate_id in shown]


def test_the_table_says_what_the_map_says(visit, world):
    """Every neighbourhood has a row with its posts."""
    made, _ = world
    app = visit(Role.LEADERSHIP, page="situation")
    table = next(table.value for table in app.dataframe if "davon belegt" in table.value.columns)
    assert len(table) == len(made.case.neighbourhoods)


def test_the_slider_moves_the_map(visit, world):
    """The page opens with the layer of months; a chosen month says how many posts are occupied at most then."""
    made, store = world
    release_plan(store, made.planner, made.project, made.plan)
    app = visit(Role.LEADERSHIP, page="situation")
    slider = app.select_slider[0]
    course = view_situation(store, made.leader, made.project).course
    last = course.axis.window[-1]
    slider.set_value(last).run()
    assert not app.exception
    assert app.session_state["situation_layer"] == "running"
    said = "sind durch diesen Plan höchstens"
    posts = sum(site.posts for site in made.case.sites)
    assert f"{said} {sum(course.at(last).values())} von {posts} Plätzen" in everything_on(app)
    for layer in ("occupied", "difference"):
        app.segmented_control(key="situation_layer").set_value(layer).run()
        assert not app.select_slider
        assert said not in everything_on(app)
    app.segmented_control(key="situation_layer").set_value("running").run()
    assert app.select_slider[0].value == last


def test_without_a_plan_there_is_no_slider(visit, world):
    """Before a release there are no months to move through, and leadership is told that a release is missing."""
    app = visit(Role.LEADERSHIP, page="situation")
    assert not app.select_slider
    assert "Die Planung muss einen freigeben" in everything_on(app)


def test_the_best_and_the_worst_covered_are_named(visit, world):
    """Two tables show at most five quarters each, the worst with the smallest coverage first."""
    made, store = world
    release_plan(store, made.planner, made.project, made.plan)
    app = visit(Role.LEADERSHIP, page="situation")
    worst, best = (table.value["Deckung"] for table in app.dataframe if "Deckung" in table.value.columns)
    assert 1 <= len(worst) <= 5
    assert worst.is_monotonic_increasing
    assert best.is_monotonic_decreasing
    assert worst.max() <= best.min()


def test_the_page_can_be_had_as_pdf(visit, world):
    """There is a button for it."""
    app = visit(Role.LEADERSHIP, page="situation")
    assert [one for one in app.get("download_button") if "PDF" in one.label]
