"""The checklist before the contract."""

import pytest

from planner.service import check_off, contract_checklist, forget_person
from planner.store import ChangedMeanwhileError, NotFoundError, Role, audit, plans
from planner.store.checklists import Item
from tests.service.world import World, make_user


def pair(world: World) -> tuple[str, str]:
    with world.store.read() as tx:
        one = plans.load_plan(tx, world.plan).placements[0]
    return one.candidate_id, one.site_id


def test_an_item_is_checked_off(world: World) -> None:
    """An item keeps who checked it off and when; the trail tells of it without the pseudonym."""
    one = pair(world)
    check_off(world.store, world.reviewer, world.project, *one, Item.COACHING, done=True, expected_version=0)
    found = {check.item: check for check in contract_checklist(world.store, world.reviewer, world.project, *one)}
    assert [item for item, check in found.items() if check.done] == [Item.COACHING]
    assert found[Item.COACHING].by == world.reviewer.user_id
    with world.store.read() as tx:
        (entry,) = [entry for entry in audit.entries(tx) if entry.action == "review.checked"]
    assert entry.user_id == world.reviewer.user_id
    assert one[0] not in str(entry.details)


def test_whoever_is_faster_is_named(world: World) -> None:
    """A colleague who saw an older list is told by name who changed it, and changes nothing."""
    one, colleague = pair(world), make_user(world.store, "Eva", Role.REVIEWER)
    check_off(world.store, colleague, world.project, *one, Item.HOST, done=True, expected_version=0)
    with pytest.raises(ChangedMeanwhileError) as caught:
        check_off(world.store, world.reviewer, world.project, *one, Item.HOST, done=False, expected_version=0)
    assert caught.value.by == "Eva"
    assert contract_checklist(world.store, world.reviewer, world.project, *one)[0].done


def test_it_goes_with_the_person(world: World) -> None:
    """Deleting the person deletes the checklist; nothing can be checked off for somebody unknown."""
    one = pair(world)
    check_off(world.store, world.reviewer, world.project, *one, Item.HOST, done=True, expected_version=0)
    forget_person(world.store, world.admin, world.project, one[0])
    assert not any(check.version for check in contract_checklist(world.store, world.reviewer, world.project, *one))
    with pytest.raises(NotFoundError, match=r"store\.no_person"):
        check_off(world.store, world.reviewer, world.project, *one, Item.HOST, done=True, expected_version=0)
