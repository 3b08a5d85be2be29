"""The checklist before the contract."""

from datetime import timedelta

import pytest

from planner.store import ChangedMeanwhileError, Rule, Store, retention
from planner.store.checklists import Item, get_checks, set_check
from planner.store.guards import View, get_view, note_view
from tests.store.example import make_project


def test_every_item_is_open_at_first(store: Store) -> None:
    """A placement nobody has touched has every item in its order, none done."""
    with store.write() as tx:
        project = make_project(tx).project
        found = get_checks(tx, project, "c1", "s1")
    assert [one.item for one in found] == list(Item)
    assert not any(one.done or one.version for one in found)


def test_who_and_when_are_kept(store: Store) -> None:
    """A ticked item says by whom, another pair is not touched, and it can be unticked."""
    with store.write() as tx:
        project = make_project(tx).project
        set_check(tx, project, "c1", "s1", Item.HOST, done=True, expected_version=0, by="ben")
        host = get_checks(tx, project, "c1", "s1")[0]
        assert (host.done, host.by, host.version, host.at) == (True, "ben", 1, tx.now)
        assert not get_checks(tx, project, "c1", "s2")[0].done
        set_check(tx, project, "c1", "s1", Item.HOST, done=False, expected_version=1, by="eva")
        assert not get_checks(tx, project, "c1", "s1")[0].done


def test_nobody_overwrites_a_colleague(store: Store) -> None:
    """Whoever saw an older state is told who was faster; nothing is changed."""
    with store.write() as tx:
        project = make_project(tx).project
        set_check(tx, project, "c1", "s1", Item.COACHING, done=True, expected_version=0, by="ben")
        with pytest.raises(ChangedMeanwhileError) as caught:
            set_check(tx, project, "c1", "s1", Item.COACHING, done=True, expected_version=0, by="eva")
        assert caught.value.by == "ben"
        assert get_checks(tx, project, "c1", "s1")[2].by == "ben"


def test_notes_on_what_nobody_decided_go_with_the_proposal(store: Store) -> None:
    """A checklist and a view of a pair without a decision are due like a proposal nobody took up, and leave nothing."""
    with store.write() as tx:
        project = make_project(tx).project
        set_check(tx, project, "c1", "s1", Item.HOST, done=True, expected_version=0, by="ben")
        note_view(tx, project, "c1", "s1", View.FITS, "gut", by="ben")
        today = tx.today
        assert retention.due(tx, today) == ()
        done = retention.apply(tx, today + timedelta(days=200))
        assert (Rule.PROPOSAL, "c1", "s1") in {(one.rule, one.candidate_id, one.site_id) for one in done}
        assert not get_checks(tx, project, "c1", "s1")[0].version
        assert get_view(tx, project, "c1", by="ben") is None
