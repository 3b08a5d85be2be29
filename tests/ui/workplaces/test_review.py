"""The page "Review"."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.domain import DecisionKind
from planner.service import (
    Step,
    decide,
    forget_person,
    import_people,
    list_plans,
    open_desk,
    preview_repair,
    review_queue,
    save_repair,
)
from planner.store import Role, decisions
from planner.ui.words import Words
from tests.service.world import files_of

SAVE = "Entscheidung und Plan speichern"


@pytest.fixture
def app(visit, world):
    return visit(Role.REVIEWER, page="review")


@pytest.fixture
def first(world):
    """Return the most pressing proposal."""
    made, store = world
    return review_queue(store, made.reviewer, open_desk(store, made.reviewer, made.project, made.plan))[0].placement


def choose(app, step):
    app.segmented_control[-1].set_value(step).run()
    assert not app.exception


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def state_of(world, placement):
    made, store = world
    with store.read() as tx:
        found = decisions.get_decision(tx, made.project, placement.candidate_id, placement.site_id)
    return found and found.state


def test_the_most_pressing_case_lies_on_the_desk(app, first):
    """Whoever waits longest is shown first, with the six parts of the quality and their sum."""
    assert any(header.value.startswith(first.candidate_id) for header in app.header)
    assert any(str(first.quality) in header.value for header in app.subheader)
    parts = next(text.value for text in app.markdown if text.value.startswith("| Teil"))
    assert parts.count("\n") == 7


def test_nothing_is_decided_without_a_reason(app, world, first):
    """An empty reason is answered with a sentence; nothing is saved."""
    choose(app, "declined")
    press(app, "Ohne neuen Plan speichern")
    assert "Begründung" in app.error[0].value
    assert state_of(world, first) is None


def test_a_decision_is_seen_before_it_is_saved(app, world, first):
    """The preview names who moves and saves nothing; going back keeps the reason; both are saved together."""
    made, store = world
    choose(app, "declined")
    app.text_area(key="decision_reason").set_value("Möchte nicht.")
    press(app, "Vorschau")
    moves = next(table.value for table in app.table if "Vorher" in table.value.columns)
    assert first.candidate_id in set(moves.index)
    assert state_of(world, first) is None
    assert len(list_plans(store, made.planner, made.project)) == 1
    press(app, "Zurück, nichts speichern")
    assert app.text_area(key="decision_reason").value == "Möchte nicht."
    press(app, "Vorschau")
    press(app, "Entscheidung und Plan speichern")
    assert state_of(world, first) is DecisionKind.DECLINED
    assert len(list_plans(store, made.planner, made.project)) == 2
    app.selectbox(key="review_case").select(first.candidate_id).run()
    assert any("Möchte nicht." in text.value for text in app.text)


def test_work_begins_and_ends(app, world, first):
    """The last working day is not before the first; the history says both; whoever left can be accepted anew."""
    for state in ("accepted", "started", "ended"):
        choose(app, state)
        app.text_area(key="decision_reason").set_value("Vereinbart.")
        if state == "ended":
            begun = app.date_input(key="decision_until").value
            app.date_input(key="decision_until").set_value(begun - timedelta(days=1))
            press(app, "Ohne neuen Plan speichern")
            assert state_of(world, first) is DecisionKind.STARTED
            assert any("liegt vor dem ersten" in error.value for error in app.error)
            app.date_input(key="decision_until").set_value(begun)
        press(app, "Ohne neuen Plan speichern")
    assert state_of(world, first) is DecisionKind.ENDED
    day = Words("de").day(begun)
    assert any(f"ab {day} · bis {day}" in text.value for text in app.markdown)
    choose(app, "accepted")


def test_a_decision_can_be_taken_back(app, world, first):
    """A person who lost the place by a decision is still found, and the decision is withdrawn with a reason."""
    choose(app, "declined")
    app.text_area(key="decision_reason").set_value("Möchte nicht.")
    press(app, "Vorschau")
    press(app, "Entscheidung und Plan speichern")
    app.selectbox(key="review_case").select(first.candidate_id).run()
    next(box for box in app.selectbox if box.label == "Einsatzstelle").select(first.site_id).run()
    choose(app, "none")
    app.text_area(key="decision_reason").set_value("Doch.")
    press(app, "Ohne neuen Plan speichern")
    assert state_of(world, first) is None


def test_two_reviewers_never_overwrite_each_other(app, world, first):
    """The second one is told who was faster; what the first one decided stays."""
    made, store = world
    choose(app, "declined")
    app.text_area(key="decision_reason").set_value("Zu weit.")
    step = Step(candidate_id=first.candidate_id, site_id=first.site_id, state=DecisionKind.PIN)
    decide(store, made.reviewer, made.project, step, expected_version=0, reason="Passt.")
    press(app, "Ohne neuen Plan speichern")
    assert made.reviewer.name in app.error[0].value
    assert state_of(world, first) is DecisionKind.PIN


def test_a_preview_does_not_overwrite_either(app, world, first):
    """A decision made while somebody looks at the preview stays."""
    made, store = world
    choose(app, "declined")
    app.text_area(key="decision_reason").set_value("Zu weit.")
    press(app, "Vorschau")
    step = Step(candidate_id=first.candidate_id, site_id=first.site_id, state=DecisionKind.PIN)
    decide(store, made.reviewer, made.project, step, expected_version=0, reason="Passt.")
    press(app, "Entscheidung und Plan speichern")
    assert made.reviewer.name in app.error[0].value
    assert state_of(world, first) is DecisionKind.PIN
    assert len(list_plans(store, made.planner, made.project)) == 1


def test_after_a_decision_the_next_waiting_case_is_a_click_away(app, world, first):
    """Where the case on the desk waits no more, a button lays one there that does; where it waits there is none."""
    made, store = world
    assert "case_waiting" not in [button.key for button in app.button]
    step = Step(candidate_id=first.candidate_id, site_id=first.site_id, state=DecisionKind.ACCEPTED)
    decide(store, made.reviewer, made.project, step, expected_version=0, reason="Passt.")
    app.run()
    app.button(key="case_waiting").click().run()
    desk = open_desk(store, made.reviewer, made.project, made.plan)
    rows = {row.placement.candidate_id: row for row in review_queue(store, made.reviewer, desk)}
    assert rows[app.selectbox(key="review_case").value].open


def test_a_preview_belongs_to_its_plan(app, world, first):
    """On another plan, where others would move, nothing is prepared; back on its own it still is."""
    made, store = world
    repair = preview_repair(store, made.reviewer, made.project, made.plan)
    other = save_repair(store, made.reviewer, made.project, repair).plan_id
    choose(app, "declined")
    app.text_area(key="decision_reason").set_value("Zu weit.")
    press(app, "Vorschau")
    app.selectbox(key="review_plan").select(other).run()
    assert first.candidate_id in app.selectbox(key="review_case").value
    assert SAVE not in [button.label for button in app.button]
    app.selectbox(key="review_plan").select(made.plan).run()
    assert SAVE in [button.label for button in app.button]


def test_a_preview_ends_with_a_deletion(app, world):
    """Somebody who came after the plan and was deleted again is named by no preview that was made in between."""
    made, store = world
    last = made.case.candidates[-1]
    more = replace(made.case, candidates=(*made.case.candidates, replace(last, candidate_id="neu")))
    import_people(store, made.reviewer, made.project, files_of(more))
    choose(app, "declined")
    app.text_area(key="decision_reason").set_value("Zu weit.")
    press(app, "Vorschau")
    assert SAVE in [button.label for button in app.button]
    forget_person(store, made.admin, made.project, "neu")
    app.run()
    assert app.header
    assert SAVE not in [button.label for button in app.button]


def test_a_list_of_people_with_a_name_is_refused(app):
    """A column with names is answered with the reason, and nobody is imported."""
    app.file_uploader(key="people_file").set_value(
        ("candidates.csv", b"candidate_id,neighbourhood,name\nX,01,Y\n", "text/csv")
    )
    press(app, "Menschen einlesen")
    assert app.error
    assert "60 Menschen" in next(text.value for text in app.markdown if "Das Vorhaben hat" in text.value)


def test_a_desk_is_laid_anew_after_every_deletion(visit, world):
    """What a session keeps of people goes with its next look, whoever was deleted and wherever."""
    _, store = world
    app = visit(Role.REVIEWER, page="review")
    before = app.session_state["desk"][1]
    app.run()
    assert app.session_state["desk"][1] is before
    store.scrub()
    app.run()
    assert not app.exception
    assert app.session_state["desk"][1] is not before
