"""What is kept in memory: nobody sees more by it, and nothing outlives its deletion."""

import pytest

from planner.service import forget_person, open_desk, opening, view_plan
from planner.store import ForgottenError, Role, Store, users


def test_a_planner_sees_no_more_after_a_reviewer_has_looked(world):
    """Both look at the same plan; the order in which they do changes nothing."""
    whole = view_plan(world.store, world.reviewer, world.project, world.plan)
    reduced = view_plan(world.store, world.planner, world.project, world.plan)
    again = view_plan(world.store, world.reviewer, world.project, world.plan)
    assert any(p.costs for p in whole.plan.placements)
    assert not any(p.costs for p in reduced.plan.placements)
    assert {c.born for c in reduced.case.candidates} == {None} != {c.born for c in whole.case.candidates}
    assert again.plan is whole.plan


def test_a_deleted_person_is_in_no_memory(world):
    """Who looked before the deletion is refused after it as everybody else is; what was kept is let go of."""
    person = world.case.candidates[0].candidate_id
    open_desk(world.store, world.reviewer, world.project, world.plan)
    assert len(world.store.shelf) > 0
    forget_person(world.store, world.admin, world.project, person)
    assert len(world.store.shelf) == 0
    with pytest.raises(ForgottenError):
        open_desk(world.store, world.reviewer, world.project, world.plan)
    assert len(world.store.shelf) == 0


def test_who_was_deleted_while_a_desk_was_laid_is_in_no_memory(world, monkeypatch):
    """A desk takes seconds after its case was read; a deletion meanwhile leaves nothing of the old case behind."""
    person = world.case.candidates[0].candidate_id
    opened_from = opening.opened_from

    def deleted_meanwhile(case):
        forget_person(world.store, world.admin, world.project, person)
        return opened_from(case)

    monkeypatch.setattr(opening, "opened_from", deleted_meanwhile)
    open_desk(world.store, world.reviewer, world.project, world.plan)
    assert len(world.store.shelf) == 0


def test_a_role_that_was_taken_away_is_gone_at_once(world):
    """Whoever was a reviewer, too, a moment ago sees what a planner sees, also of what is kept."""
    with world.store.write() as tx:
        both = users.set_roles(tx, world.planner.user_id, [Role.PLANNER, Role.REVIEWER])
    assert view_plan(world.store, both, world.project, world.plan).full
    with world.store.write() as tx:
        users.set_roles(tx, both.user_id, [Role.PLANNER])
    view = view_plan(world.store, both, world.project, world.plan)
    assert not view.full
    assert {c.born for c in view.case.candidates} == {None}


def test_what_another_server_deleted_is_shown_by_none(world):
    """Two servers on one database: what one has kept is let go of as soon as it is asked for what the other deleted."""
    person = world.case.candidates[0].candidate_id
    with_memory, other = world.store, Store(world.store.engine, world.store.clock)
    open_desk(with_memory, world.reviewer, world.project, world.plan)
    forget_person(other, world.admin, world.project, person)
    for look in (open_desk, view_plan):
        with pytest.raises(ForgottenError):
            look(with_memory, world.reviewer, world.project, world.plan)
    assert len(with_memory.shelf) == 0
