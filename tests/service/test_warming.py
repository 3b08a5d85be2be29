"""What is read before anybody asks: what the pages begin with, for nobody's eyes."""

import pytest

from planner.service import ForbiddenError, forget_person, open_desk, view_plan
from planner.service.warming import warm_newest_project
from planner.store import cases, plans


def test_what_was_warmed_is_not_read_again(world, monkeypatch):
    """The first look at the plan and at the desk finds everything on the shelf."""
    warm_newest_project(world.store, world.reviewer)

    def again(*_):
        raise AssertionError

    monkeypatch.setattr(cases, "recall", again)
    monkeypatch.setattr(plans, "load_plan", again)
    kept = len(world.store.shelf)
    assert view_plan(world.store, world.reviewer, world.project, world.plan).full
    open_desk(world.store, world.reviewer, world.project, world.plan)
    assert len(world.store.shelf) == kept


def test_only_who_may_look_warms(world):
    """Leadership, who may see nobody's row, has nobody's row read either."""
    with pytest.raises(ForbiddenError):
        warm_newest_project(world.store, world.leader)
    assert len(world.store.shelf) == 0


def test_who_was_deleted_is_not_warmed(world):
    """A case that lost a person cannot be laid out any more, and nothing of it comes to lie in memory."""
    forget_person(world.store, world.admin, world.project, world.case.candidates[0].candidate_id)
    warm_newest_project(world.store, world.reviewer)
    assert len(world.store.shelf) == 0
