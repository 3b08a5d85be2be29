"""The case card of the page "Review": exact prices, checklist, own view first, filters, and the other way round."""

import time
from importlib import import_module

import pytest

from planner.messages import text
from planner.service import contract_checklist, open_desk, review_queue, set_review_guard
from planner.store import Role
from planner.store.checklists import Item
from tests.ui.workplaces.test_tradeoff import finished, press

COMPUTE = "Genaue Preise und Begründungsblatt berechnen"


@pytest.fixture
def app(visit, world):
    return visit(Role.REVIEWER, page="review")


@pytest.fixture
def rows(world):
    """Return the queue, the most pressing first."""
    made, store = world
    return review_queue(store, made.reviewer, open_desk(store, made.reviewer, made.project, made.plan))


def queued(app):
    """Return the queue as a table, which is made when somebody opens it."""
    app.session_state["queue_card"] = True
    return app.run().dataframe[0].value


def words(app):
    return " ".join(one.value for one in app.markdown)


def priced(app):
    """Wait until the exact prices are there."""
    until = time.monotonic() + 240
    while not app.get("download_button"):
        assert time.monotonic() < until
        time.sleep(0.5)
        app.run()
        assert not app.exception
    return app


def test_the_card_gives_reasons(app):
    """Each point has its fact; every rule that is met and the near misses can be read."""
    table = next(one.value for one in app.markdown if one.value.startswith("| Teil"))
    assert "| Weil |" in table
    assert "Knapp verfehlt: Einsatzstellen, denen nur eine Regel entgegensteht" in [one.label for one in app.expander]
    assert "Vorschau, noch ohne die Folgen für andere:" in words(app)


def test_the_alternatives_get_their_exact_price(app):
    """What others would lose replaces the preview, with the mark, the proof and the sheet; the next case has it too."""
    press(app, COMPUTE)
    told = words(priced(app))
    assert "Vorschau, noch ohne die Folgen für andere:" not in told
    assert "Kompass:" in told
    labels = [button.label for button in app.get("download_button")]
    assert labels == ["Begründungsblatt (PDF)", "Begründungsblatt (Text)"]
    press(app, "Weiter")
    priced(app)
    assert COMPUTE not in [button.label for button in app.button]


def test_a_person_without_a_place_is_compared_with_nothing(app, rows, world):
    """Places are told as they are, not as a change of nought, and each says what it would displace."""
    made, store = world
    plan = open_desk(store, made.reviewer, made.project, made.plan).plan
    person = next(one.candidate_id for one in plan.unplaced if one.reason == "displaced")
    app.selectbox(key="review_case").select(person).run()
    assert "Wo diese Person arbeiten könnte" in [one.value for one in app.subheader]
    told = words(app)
    assert "von 100, Weg" in told
    assert "Alle Plätze dort sind besetzt" in told or "Dort ist ein Platz leer" in told
    assert "Güte ±" not in [name for table in app.dataframe for name in table.value.columns]


def test_the_way_stands_in_a_table_too(app, rows, world):
    """What the small map shows can be read: from where, to where, how long."""
    made, _ = world
    case, place = made.case, rows[0].placement
    home = case.neighbourhood_of[case.candidate_of[place.candidate_id].neighbourhood].name
    work = case.neighbourhood_of[place.neighbourhood].name
    table = next(one.value for one in app.markdown if one.value.startswith("| Von"))
    assert f"| {home} | {work} |" in table


def test_the_checklist_keeps_who_and_when(app, rows, world):
    """A ticked item is saved at once with the name of who did it."""
    made, store = world
    place = rows[0].placement
    box = next(box for box in app.checkbox if box.label == "Der Träger ist gefragt und einverstanden")
    box.check().run()
    assert not app.exception
    checks = contract_checklist(store, made.reviewer, made.project, place.candidate_id, place.site_id)
    assert [check.item for check in checks if check.done] == [Item.HOST]
    assert any(one.value.startswith("erledigt: Anna Beispiel") for one in app.caption)


def test_ones_own_view_comes_before_the_reasons(visit, rows, world):
    """With the guard neither points nor decision are shown before the reviewer noted what they think."""
    made, store = world
    set_review_guard(store, made.reviewer, made.project, own_view=True, sample=100)
    app = visit(Role.REVIEWER, page="review")
    assert not any("von 100 Punkten" in one.value for one in app.subheader)
    assert "Ablehnen" not in app.segmented_control[-1].options
    assert text("report.quality", "de") not in queued(app).columns
    app.radio(key=f"view_{rows[0].placement.candidate_id}").set_value("unsure")
    press(app, "Einschätzung festhalten und Gründe zeigen")
    assert any("von 100 Punkten" in one.value for one in app.subheader)
    assert "Ich bin unsicher" in words(app)


def test_a_blank_reason_will_do_outside_the_sample(visit, rows, world):
    """Where no reason is asked for, an acceptance is saved without one."""
    made, store = world
    set_review_guard(store, made.reviewer, made.project, own_view=False, sample=0)
    app = visit(Role.REVIEWER, page="review")
    app.segmented_control[-1].set_value("accepted").run()
    press(app, "Ohne neuen Plan speichern")
    assert not app.error
    app.selectbox(key="review_case").select(rows[0].placement.candidate_id).run()
    assert any("ohne Begründung" in one.value for one in app.text)


def test_a_long_queue_is_searched_and_sent_in_parts(app, rows, monkeypatch):
    """A browser gets a part of the list; the buttons go on beyond it, and a search finds whoever is not in it.

    A case is also found by the id of its site, as the tables of a plan write it.
    """
    whole = list(app.selectbox(key="review_case").options)
    monkeypatch.setattr(import_module("planner.ui.review.queue"), "LISTED", 4)
    app.run()
    cases = app.selectbox(key="review_case")
    assert cases.options == whole[:4]
    assert cases.label == f"Fall (1/{len(whole)})"
    last = whole[-1].split(" · ")[0]
    app.text_input(key="case_find").set_value(f" {last.lower()} ").run()
    assert app.session_state["review_case"] == last
    site = rows[-1].placement.site_id
    app.text_input(key="case_find").set_value(site).run()
    placed = {row.placement.candidate_id: row.placement.site_id for row in rows}
    assert placed[app.session_state["review_case"]] == site
    app.text_input(key="case_find").set_value(last).run()
    app.text_input(key="case_find").set_value("niemand").run()
    assert "Niemand in der Warteschlange passt zu „niemand“." in [one.value for one in app.warning]
    app.text_input(key="case_find").set_value("").run()
    assert app.session_state["review_case"] == last
    assert app.selectbox(key="review_case").options[-1] == whole[-1]
    press(app, "Zurück")
    assert app.session_state["review_case"] != last
    assert not app.exception


def test_the_queue_is_filtered(app, rows, world):
    """By way, by borough; a filter that leaves nobody says so."""
    made, _ = world
    app.selectbox(key="filter_order").select("way").run()
    minutes = list(queued(app)[text("report.minutes", "de")])
    assert minutes == sorted(minutes, reverse=True)
    code = rows[0].placement.neighbourhood
    borough = made.case.neighbourhood_of[code].borough
    app.multiselect(key="filter_boroughs").select(borough).run()
    assert 0 < len(queued(app)) <= len(rows)
    app.checkbox(key="filter_twice").check().run()
    assert not app.exception
    assert any("Der Filter lässt keinen Fall übrig" in info.value for info in app.info)


def test_priced_proposals_are_found(app, rows):
    """With the Kompass the queue can be narrowed to proposals with one mark; the counts add up."""
    press(app, "Kompass berechnen")
    finished(app)
    app.run()
    field = app.selectbox(key="filter_leeway")
    counts = [int(option.rsplit("(", 1)[1].rstrip(")")) for option in field.options]
    assert counts[0] == len(rows) == sum(counts[1:])
    at = next(number for number, count in enumerate(counts) if number and count)
    field.select_index(at).run()
    assert len(queued(app)) == counts[at]


def test_the_best_people_for_a_site(visit, rows, world):
    """Whoever is proposed at a site is among its people, and their case can be opened from there."""
    place = rows[3].placement
    app = visit(Role.REVIEWER, page="review", tab="Menschen für einen Ort")
    app.selectbox(key="for_site").select(place.site_id).run()
    press(app, "Menschen finden")
    finished(app)
    table = app.dataframe[-1].value
    assert place.candidate_id in set(table[text("report.candidate_id", "de")])
    app.selectbox(key="people_for_case").select(place.candidate_id).run()
    press(app, "Fall öffnen")
    assert app.selectbox(key="review_case").value == place.candidate_id


def test_the_rate_of_the_team_is_withheld_for_few(visit, world):
    """Nobody has decided yet: the page says why nothing is shown; the settings can be changed."""
    app = visit(Role.REVIEWER, page="review", tab="Team")
    assert "Noch nicht gezeigt" in words(app)
    assert not app.metric
    app.number_input(key="guard_sample").set_value(20)
    press(app, "Speichern")
    assert any("gespeichert" in one.value for one in app.success)
