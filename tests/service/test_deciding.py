"""Decisions: previewed, saved whole, never overwriting anybody."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain import DecisionKind, Placement, Tier
from planner.service import (
    OutdatedError,
    RefusedError,
    Step,
    case_card,
    decide,
    import_people,
    open_desk,
    preview_decision,
    preview_repair,
    replay_entry,
    review_queue,
    save_repair,
    user_names,
)
from planner.store import ChangedMeanwhileError, DecisionError, NotFoundError, Role, audit, decisions, plans
from tests.service.world import World, files_of, make_user

ACCEPTED, DECLINED, PIN = DecisionKind.ACCEPTED, DecisionKind.DECLINED, DecisionKind.PIN


def placements(world: World, plan_id: str = "") -> tuple[Placement, ...]:
    with world.store.read() as tx:
        return plans.load_plan(tx, plan_id or world.plan).placements


def step(placement: Placement, state: DecisionKind | None, since: date | None = None) -> Step:
    return Step(candidate_id=placement.candidate_id, site_id=placement.site_id, state=state, since=since)


def length(world: World) -> int:
    with world.store.read() as tx:
        return audit.head(tx).seq


def test_a_preview_saves_nothing(world: World) -> None:
    """A preview shows the moves and leaves decisions, plans and trail as they are."""
    one = placements(world)[0]
    before = length(world)
    repair = preview_decision(world.store, world.reviewer, world.project, world.plan, step(one, DECLINED))
    assert repair.possible
    assert (one.candidate_id, one.site_id) not in {(p.candidate_id, p.site_id) for p in repair.plan.placements}
    assert any(move.candidate_id == one.candidate_id and move.before == one.site_id for move in repair.moves)
    assert length(world) == before
    with world.store.read() as tx:
        assert decisions.list_decisions(tx, world.project) == ()
        assert len(plans.list_plans(tx, world.project)) == 1


def test_whoever_stops_working_leaves_the_plan(world: World) -> None:
    """Saved with its preview, the end of work frees the post; later plans do not bring the person back to it."""
    one = placements(world)[0]
    pair = one.candidate_id, one.site_id
    for version, state in enumerate((ACCEPTED, DecisionKind.STARTED)):
        decide(world.store, world.reviewer, world.project, step(one, state), expected_version=version, reason="x")
    end = step(one, DecisionKind.ENDED)
    repair = preview_decision(world.store, world.reviewer, world.project, world.plan, end)
    assert pair not in {(p.candidate_id, p.site_id) for p in repair.plan.placements}
    done = decide(world.store, world.reviewer, world.project, end, expected_version=2, reason="x", repair=repair)
    assert done.decision.state is DecisionKind.ENDED
    assert done.plan is not None
    again = preview_repair(world.store, world.reviewer, world.project, done.plan.plan_id)
    assert pair not in {(p.candidate_id, p.site_id) for p in again.plan.placements}
    card = case_card(
        world.store, world.reviewer, open_desk(world.store, world.reviewer, world.project, world.plan), *pair[:1]
    )
    assert card.steps == {ACCEPTED}


def test_changes_come_right_behind_the_first_tiers(world: World) -> None:
    """A repair fills posts first and then moves as few others as possible; coverage and quality come later."""
    one = placements(world)[0]
    repair = preview_decision(world.store, world.reviewer, world.project, world.plan, step(one, DECLINED))
    order = [tier.name for tier in repair.plan.tiers]
    assert order[:3] == [Tier.SHORTAGE, Tier.PLACEMENTS, Tier.CHANGES]
    changes = next(tier for tier in repair.plan.tiers if tier.name is Tier.CHANGES)
    given_up = {m.candidate_id for m in repair.moves if m.before is not None} - {one.candidate_id}
    assert len(given_up) == changes.value == changes.bound


def test_at_most_k_moves(world: World) -> None:
    """With no move allowed, nobody but the person decided on loses a place."""
    one = placements(world)[0]
    repair = preview_decision(world.store, world.reviewer, world.project, world.plan, step(one, DECLINED), max_moves=0)
    assert {m.candidate_id for m in repair.moves if m.before is not None} == {one.candidate_id}


@pytest.mark.parametrize("state", [DECLINED, PIN, ACCEPTED])
def test_a_repair_is_the_same_whatever_is_known_of_the_plan(
    world: World, state: DecisionKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not worked out again for a repair changes neither its plan nor the hash of its case."""
    one = placements(world)[0]
    wanted = step(one, state, date(2027, 2, 1) if state is ACCEPTED else None)
    quick = preview_decision(world.store, world.reviewer, world.project, world.plan, wanted)
    monkeypatch.setattr("planner.service.repairing.same_tests", lambda *_: False)
    anew = preview_decision(world.store, world.reviewer, world.project, world.plan, wanted)
    assert replace(quick.plan, run={}) == replace(anew.plan, run={})
    assert quick.moves == anew.moves


def test_decision_and_plan_are_saved_together(world: World) -> None:
    """Saved with its repair, a decision brings its plan, its case and one entry that can be made again."""
    one = placements(world)[0]
    repair = preview_decision(world.store, world.reviewer, world.project, world.plan, step(one, DECLINED))
    before = length(world)
    done = decide(
        world.store,
        world.reviewer,
        world.project,
        step(one, DECLINED),
        expected_version=0,
        reason="Weg zu weit",
        repair=repair,
    )
    assert done.plan is not None
    with world.store.read() as tx:
        (entry,) = audit.entries(tx, after=before)
        assert entry.case_hash == done.plan.case_hash == repair.plan.case_hash
        assert entry.law == repair.plan.law
        assert "Weg zu weit" not in str(entry.details)
        assert one.candidate_id not in str(entry.details)
    assert replay_entry(world.store, world.admin, entry.seq).same
    assert placements(world, done.plan.plan_id) == repair.plan.placements


def test_what_is_accepted_stays(world: World) -> None:
    """However a plan is repaired, accepted placements stay with their first working day."""
    kept, other = placements(world)[:2]
    since = date(2027, 5, 1)
    decide(world.store, world.reviewer, world.project, step(kept, ACCEPTED, since), expected_version=0, reason="passt")
    repair = preview_decision(world.store, world.reviewer, world.project, world.plan, step(other, DECLINED))
    found = {(p.candidate_id, p.site_id): p.start for p in repair.plan.placements}
    assert found[kept.candidate_id, kept.site_id] == since


def test_a_pin_elsewhere(world: World) -> None:
    """A person pinned at an alternative is there in the repaired plan, and taking it back frees them."""
    desk = open_desk(world.store, world.reviewer, world.project, world.plan)
    cards = (case_card(world.store, world.reviewer, desk, p.candidate_id) for p in desk.plan.placements)
    card = next(card for card in cards if card.alternatives)
    one, site = card.candidate, card.alternatives[0].pair.site_id
    pin = Step(candidate_id=one.candidate_id, site_id=site, state=PIN)
    repair = preview_decision(world.store, world.reviewer, world.project, world.plan, pin)
    assert (one.candidate_id, site) in {(p.candidate_id, p.site_id) for p in repair.plan.placements}
    done = decide(world.store, world.reviewer, world.project, pin, expected_version=0, reason="Wunsch", repair=repair)
    assert done.plan is not None
    back = Step(candidate_id=one.candidate_id, site_id=site, state=None)
    again = preview_decision(world.store, world.reviewer, world.project, done.plan.plan_id, back)
    assert again.possible
    decide(world.store, world.reviewer, world.project, back, expected_version=1, reason="doch nicht", repair=again)


def test_the_second_reviewer_is_told(world: World) -> None:
    """Of two reviewers on one pair the second is told who was faster and when; nothing is overwritten."""
    one = placements(world)[0]
    berta = make_user(world.store, "Berta", Role.REVIEWER)
    decide(world.store, berta, world.project, step(one, ACCEPTED), expected_version=0, reason="passt")
    before = length(world)
    with pytest.raises(ChangedMeanwhileError) as caught:
        decide(world.store, world.reviewer, world.project, step(one, DECLINED), expected_version=0, reason="nein")
    assert caught.value.by == "Berta"
    assert caught.value.version == 1
    assert "Berta" in caught.value.text("de")
    assert f"{caught.value.at:%H:%M}" in caught.value.text("de")
    assert length(world) == before
    with world.store.read() as tx:
        (kept,) = decisions.list_decisions(tx, world.project)
    assert kept.state is ACCEPTED
    assert user_names(world.store, world.reviewer)[kept.by] == "Berta"


def test_an_outdated_preview_saves_nothing(world: World) -> None:
    """If anything else was decided since the preview, neither decision nor plan is saved."""
    one, other = placements(world)[:2]
    repair = preview_decision(world.store, world.reviewer, world.project, world.plan, step(one, DECLINED))
    decide(world.store, world.reviewer, world.project, step(other, DECLINED), expected_version=0, reason="x")
    before = length(world)
    with pytest.raises(OutdatedError):
        decide(
            world.store,
            world.reviewer,
            world.project,
            step(one, DECLINED),
            expected_version=0,
            reason="x",
            repair=repair,
        )
    with world.store.read() as tx:
        assert decisions.get_decision(tx, world.project, one.candidate_id, one.site_id) is None
        assert len(plans.list_plans(tx, world.project)) == 1
    assert length(world) == before


def test_a_preview_of_another_step_saves_nothing(world: World) -> None:
    """A plan repaired around one step cannot be saved with another."""
    one, other = placements(world)[:2]
    repair = preview_decision(world.store, world.reviewer, world.project, world.plan, step(one, DECLINED))
    with pytest.raises(OutdatedError):
        decide(
            world.store,
            world.reviewer,
            world.project,
            step(other, DECLINED),
            expected_version=0,
            reason="x",
            repair=repair,
        )


def test_no_plan_is_said_and_not_saved(world: World) -> None:
    """A pin on an impossible pair has no repaired plan; the preview names the rule, saving is refused."""
    desk = open_desk(world.store, world.reviewer, world.project, world.plan)
    ruled_out = next(u.candidate_id for u in desk.plan.unplaced if u.reason == "not_eligible")
    pin = Step(candidate_id=ruled_out, site_id=desk.case.sites[0].site_id, state=PIN)
    repair = preview_decision(world.store, world.reviewer, world.project, world.plan, pin)
    assert not repair.possible
    assert "pin" in {rule.rule for rule in repair.plan.conflict}
    with pytest.raises(RefusedError, match=r"repair\.none"):
        decide(world.store, world.reviewer, world.project, pin, expected_version=0, reason="x", repair=repair)
    with world.store.read() as tx:
        assert decisions.list_decisions(tx, world.project) == ()


def test_strangers_are_refused(world: World) -> None:
    """Nobody decides on people or sites that the project does not have, or on another project's plan."""
    one = placements(world)[0]
    nobody = Step(candidate_id="nobody", site_id=one.site_id, state=PIN)
    nowhere = Step(candidate_id=one.candidate_id, site_id="nowhere", state=PIN)
    with pytest.raises(NotFoundError):
        decide(world.store, world.reviewer, world.project, nobody, expected_version=0, reason="x")
    with pytest.raises(RefusedError):
        decide(world.store, world.reviewer, world.project, nowhere, expected_version=0, reason="x")
    with pytest.raises(NotFoundError):
        preview_repair(world.store, world.reviewer, "another", world.plan)


def test_a_reason_is_needed(world: World) -> None:
    """A decision without a reason, or by a step that is not allowed, is refused."""
    one = placements(world)[0]
    with pytest.raises(DecisionError):
        decide(world.store, world.reviewer, world.project, step(one, ACCEPTED), expected_version=0, reason="  ")
    with pytest.raises(DecisionError):
        decide(
            world.store,
            world.reviewer,
            world.project,
            step(one, DecisionKind.STARTED),
            expected_version=0,
            reason="x",
        )


def test_the_queue_and_the_card(world: World) -> None:
    """The queue begins with who has waited longest; what is decided goes to its end, with its history on the card."""
    desk = open_desk(world.store, world.reviewer, world.project, world.plan)
    queue = review_queue(world.store, world.reviewer, desk)
    waits = [row.waiting_since or date.max for row in queue]
    assert waits == sorted(waits)
    first = queue[0].placement
    decide(world.store, world.reviewer, world.project, step(first, ACCEPTED), expected_version=0, reason="passt gut")
    queue = review_queue(world.store, world.reviewer, desk)
    assert queue[-1].placement == first
    assert not queue[-1].open
    card = case_card(world.store, world.reviewer, desk, first.candidate_id)
    assert card.version == 1
    assert card.steps == {DecisionKind.STARTED, DECLINED}
    assert [s.reason for s in card.history] == ["passt gut"]
    assert card.pair is not None
    assert sum(card.pair.parts.values()) == card.pair.quality == first.quality
    assert all(a.pair.site_id != first.site_id for a in card.alternatives)


def test_a_repair_around_new_people(world: World) -> None:
    """After another import a plan is repaired around who is there now."""
    gone = placements(world)[0].candidate_id
    left = tuple(one for one in world.case.candidates if one.candidate_id != gone)
    import_people(world.store, world.reviewer, world.project, files_of(replace(world.case, candidates=left)))
    repair = preview_repair(world.store, world.reviewer, world.project, world.plan)
    assert gone not in {p.candidate_id for p in repair.plan.placements}
    info = save_repair(world.store, world.reviewer, world.project, repair)
    assert placements(world, info.plan_id) == repair.plan.placements
    assert (info.number, info.repair_of) == (2, world.plan)
