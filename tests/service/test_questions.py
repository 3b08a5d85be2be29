"""What reviewers ask about a plan, and which part of the queue they look at."""

from collections import Counter

import pytest

from planner.domain import Case, DecisionKind, Plan, Status, Tier
from planner.service import Order, QueueFilter, Step, decide, filter_queue, open_desk, review_queue
from planner.service.questions import CaseAnswer, answers_about, people_for_sites
from planner.store import plans
from tests.service.world import World


@pytest.fixture(scope="module")
def solved(made: World) -> tuple[Case, Plan]:
    with made.store.read() as tx:
        return made.case, plans.load_plan(tx, made.plan)


def test_people_are_explained_in_turn(solved: tuple[Case, Plan]) -> None:
    """Whoever has a proposal gets a sheet and a mark, whoever has none reasons and the price of each best place."""
    case, plan = solved
    placed, unplaced = plan.placements[0].candidate_id, plan.unplaced[0].candidate_id
    found: list[CaseAnswer] = []
    assert answers_about(case, plan, (placed, unplaced), 20, report=found.append, stop=lambda: False) == 2
    first, begun, second = found
    assert [answer.complete for answer in found] == [True, False, True]
    assert (begun.candidate_id, begun.why) == (unplaced, ())
    assert begun.sites == second.sites
    assert first.sheet is not None
    assert first.sheet.candidate_id == placed
    assert first.sheet.why.mark is not None
    assert first.sheet.why.mark.witness is None
    assert all(one.price.status is Status.OPTIMAL for one in first.sheet.alternatives)
    assert second.sheet is None
    assert second.why
    assert first.sites is None
    assert second.sites is not None
    assert all(row.price.exact is not None for row in second.sites.pairs)
    assert len(second.sites.pairs) == min(3, second.sites.possible)


def test_the_best_people_for_a_site(solved: tuple[Case, Plan]) -> None:
    """Whoever the plan proposes there costs nothing; the others' prices are never a gain above the lot."""
    case, plan = solved
    one = plan.placements[0]
    ranking = people_for_sites(case, plan, [one.site_id], 20, report=lambda _: None, stop=lambda: False)
    assert {row.price.site_id for row in ranking.pairs} == {one.site_id}
    assert one.candidate_id in {row.price.candidate_id for row in ranking.pairs if row.price.placed}
    solved_ones = [row.price.exact for row in ranking.pairs if row.price.exact is not None]
    assert solved_ones
    for exact in solved_ones:
        first = next((c for c in exact.changes if c.loss and c.tier is not Tier.LOT), None)
        assert first is None or first.loss > 0


def test_the_queue_is_filtered_and_sorted(world: World) -> None:
    """By borough and quarter, of home or work; by way; by chosen pairs; and who has declined twice."""
    desk = open_desk(world.store, world.reviewer, world.project, world.plan)
    rows = review_queue(world.store, world.reviewer, desk)
    far = filter_queue(rows, desk.case, QueueFilter(order=Order.WAY))
    assert [row.placement.minutes for row in far] == sorted((r.placement.minutes for r in rows), reverse=True)
    home = desk.case.candidate_of[rows[0].placement.candidate_id].neighbourhood
    here = filter_queue(rows, desk.case, QueueFilter(codes=[home]))
    assert rows[0] in here
    homes = [(desk.case.candidate_of[r.placement.candidate_id].neighbourhood, r.placement.neighbourhood) for r in here]
    assert all(home in both for both in homes)
    borough = desk.case.neighbourhood_of[home].borough
    around = filter_queue(rows, desk.case, QueueFilter(boroughs=[borough]))
    assert all(row in around for row in here)
    pair = rows[1].placement.candidate_id, rows[1].placement.site_id
    assert filter_queue(rows, desk.case, QueueFilter(pairs=[pair])) == (rows[1],)


def test_who_declined_twice_is_found(world: World) -> None:
    """Two declined sites of one person count, one does not."""
    desk = open_desk(world.store, world.reviewer, world.project, world.plan)
    person = desk.plan.placements[0].candidate_id
    sites = [desk.plan.placements[0].site_id, *(s.site_id for s in desk.case.sites)]
    for number, site in enumerate(dict.fromkeys(sites)):
        rows = review_queue(world.store, world.reviewer, desk)
        wanted = filter_queue(rows, desk.case, QueueFilter(twice_declined=True))
        assert Counter(row.placement.candidate_id for row in wanted) == ({person: 1} if number >= 2 else {})
        if number == 2:
            break
        step = Step(candidate_id=person, site_id=site, state=DecisionKind.DECLINED)
        decide(world.store, world.reviewer, world.project, step, expected_version=0, reason="x")
