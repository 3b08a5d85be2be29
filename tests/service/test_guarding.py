"""The guard against nodding."""

from collections.abc import Iterator
from itertools import cycle

import pytest

from planner.domain import DecisionKind, Placement
from planner.service import (
    RefusedError,
    Step,
    decide,
    note_own_view,
    own_view,
    reason_needed,
    review_guard,
    set_review_guard,
    team_rate,
)
from planner.store import DecisionError, Role, User, audit, plans
from planner.store.guards import Guard, View
from tests.service.world import World, make_user

ACCEPTED, DECLINED = DecisionKind.ACCEPTED, DecisionKind.DECLINED


def proposals(world: World) -> tuple[Placement, ...]:
    with world.store.read() as tx:
        return plans.load_plan(tx, world.plan).placements


def take(world: World, one: Placement, state: DecisionKind, reason: str, by: User | None = None) -> None:
    step = Step(candidate_id=one.candidate_id, site_id=one.site_id, state=state)
    decide(world.store, by or world.reviewer, world.project, step, expected_version=0, reason=reason)


def switch(world: World, *, own: bool, sample: int) -> Guard:
    return set_review_guard(world.store, world.reviewer, world.project, own_view=own, sample=sample)


def test_the_sample_is_drawn_from_seed_and_pair() -> None:
    """The same seed asks for the same reasons, another one for others; about the share asked for is drawn."""
    pairs = [(f"C{n}", f"S{n % 7}") for n in range(2000)]
    drawn, other = (
        [reason_needed(Guard(sample=20, seed=seed), *pair) for pair in pairs] for seed in ("2027-03", "2027-04")
    )
    assert drawn == [reason_needed(Guard(sample=20, seed="2027-03"), *pair) for pair in pairs]
    assert drawn != other
    assert 340 < sum(drawn) < 460
    assert all(reason_needed(Guard(sample=100), *pair) for pair in pairs)
    assert not any(reason_needed(Guard(sample=0), *pair) for pair in pairs)


def test_acceptances_outside_the_sample_need_no_reason(world: World) -> None:
    """With a sample, only acceptances in it need a reason; declining always does."""
    first, second = proposals(world)[:2]
    with pytest.raises(DecisionError, match=r"decision\.no_reason"):
        take(world, first, ACCEPTED, "")
    switch(world, own=False, sample=0)
    with pytest.raises(DecisionError, match=r"decision\.no_reason"):
        take(world, first, DECLINED, " ")
    take(world, first, ACCEPTED, "")
    switch(world, own=False, sample=100)
    with pytest.raises(DecisionError, match=r"decision\.no_reason"):
        take(world, second, ACCEPTED, "")


def test_ones_own_view_comes_first(world: World) -> None:
    """Where the project asks for it, nobody accepts before they noted what they think, and they note it once."""
    one = proposals(world)[0]
    pair = one.candidate_id, one.site_id
    switch(world, own=True, sample=100)
    assert review_guard(world.store, world.reviewer, world.project).own_view
    with pytest.raises(RefusedError, match=r"review\.no_view"):
        take(world, one, ACCEPTED, "passt")
    note_own_view(world.store, world.reviewer, world.project, *pair, View.UNSURE, "weit")
    with pytest.raises(RefusedError, match=r"review\.view_noted"):
        note_own_view(world.store, world.reviewer, world.project, *pair, View.FITS)
    found = own_view(world.store, world.reviewer, world.project, *pair)
    assert found is not None
    assert (found.view, found.note) == (View.UNSURE, "weit")
    with pytest.raises(RefusedError, match=r"review\.no_view"):
        take(world, one, ACCEPTED, "passt", make_user(world.store, "colleague", Role.REVIEWER))
    take(world, one, ACCEPTED, "passt")
    with world.store.read() as tx:
        told = [str(entry.details) for entry in audit.entries(tx) if entry.action == "review.view_noted"]
    assert len(told) == 1
    assert one.candidate_id not in told[0]
    assert "weit" not in told[0]


def test_the_rate_is_the_teams_and_withheld_for_few(world: World) -> None:
    """Nothing is shown of fewer than ten people or three reviewers; then the rate of first steps that accepted."""
    team = [world.reviewer, *(make_user(world.store, f"colleague {n}", Role.REVIEWER) for n in range(2))]
    by: Iterator[User] = cycle(team[:2])
    rows = proposals(world)
    for number, one in enumerate(rows[:10]):
        assert team_rate(world.store, world.reviewer, world.project).percent is None
        take(world, one, ACCEPTED if number % 3 else DECLINED, "x", next(by))
    assert team_rate(world.store, world.reviewer, world.project).percent is None
    take(world, rows[10], ACCEPTED, "x", team[2])
    assert team_rate(world.store, world.reviewer, world.project).percent == 65
