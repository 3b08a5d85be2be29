"""Guards against nodding."""

import pytest

from planner.domain import DecisionKind
from planner.store import ChangedMeanwhileError, Store, cases, decisions, plans
from planner.store.guards import Guard, View, first_steps, get_guard, get_view, note_view, set_guard
from tests.store.example import make_plan, make_project


def test_every_acceptance_needs_a_reason_at_first(store: Store) -> None:
    """A project without settings asks for all reasons and no own view; the seed is drawn once and stays."""
    with store.write() as tx:
        project = make_project(tx).project
        assert get_guard(tx, project) == Guard(own_view=False, sample=100, seed="")
        made = set_guard(tx, project, own_view=True, sample=20, by="ben")
        again = set_guard(tx, project, own_view=False, sample=300, by="ben")
        assert len(made.seed) == 16
        assert again == Guard(own_view=False, sample=100, seed=made.seed) == get_guard(tx, project)


def test_an_own_view_is_noted_once(store: Store) -> None:
    """Each reviewer has one view of a proposal, and it is never changed."""
    with store.write() as tx:
        project = make_project(tx).project
        note_view(tx, project, "c1", "s1", View.UNSURE, " weit ", by="ben")
        with pytest.raises(ChangedMeanwhileError):
            note_view(tx, project, "c1", "s1", View.FITS, "", by="ben")
        note_view(tx, project, "c1", "s1", View.FITS, "", by="eva")
        found = get_view(tx, project, "c1", by="ben")
        assert found is not None
        assert (found.view, found.note, found.at) == (View.UNSURE, "weit", tx.now)
        assert get_view(tx, project, "c1", "s2", by="ben") is None


def test_the_first_step_counts(store: Store) -> None:
    """Of each person only the first step counts, and whether it was about what a plan had proposed before."""
    with store.write() as tx:
        example = make_project(tx)
        project = example.project
        case = cases.assemble(tx, project, example.version)
        plan = make_plan(case)
        cases.remember(tx, project, case)
        plans.save_plan(tx, project, plan, by="anna")
    one, site = plan.placements[0].candidate_id, plan.placements[0].site_id
    other = next(c.candidate_id for c in case.candidates if c.candidate_id != one)
    steps = (
        (one, site, DecisionKind.ACCEPTED, 0),
        (one, site, DecisionKind.DECLINED, 1),
        (other, site, DecisionKind.PIN, 0),
    )
    for who, where, state, version in steps:
        with store.write() as tx:
            decisions.decide(tx, project, who, where, state, expected_version=version, reason="x", by="ben")
    with store.read() as tx:
        found = {(step.state, step.proposed) for step in first_steps(tx, project)}
    assert found == {(DecisionKind.ACCEPTED, True), (DecisionKind.PIN, False)}
