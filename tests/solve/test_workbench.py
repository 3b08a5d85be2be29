"""A workbench answers as a solve of the case with the conditions written down as decisions."""

import random
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from planner.domain import Case, Pairs, Status, Tier
from planner.solve import DecidedBy, Question, Workbench, solve
from tests.solve.decided import decided
from tests.solve.plain_cases import plain_case
from tests.solve.random_cases import Size, random_case


def ids_of(case: Case, pairs: Pairs) -> list[tuple[str, str]]:
    """Return all possible pairs."""
    both = zip(pairs.candidate.tolist(), pairs.site.tolist(), strict=True)
    return [(case.candidates[c].candidate_id, case.sites[s].site_id) for c, s in both]


def some_pairs(rng: random.Random, case: Case, pairs: Pairs, most: int) -> tuple[tuple[str, str], ...]:
    """Return up to ``most`` possible pairs, now and then one that is not possible."""
    ids = ids_of(case, pairs)
    drawn = rng.sample(ids, min(len(ids), rng.randint(0, most)))
    if rng.random() < 0.1:
        drawn.append((rng.choice(case.candidates).candidate_id, rng.choice(case.sites).site_id))
    return tuple(drawn)


def compare(seed: int, size: Size) -> None:
    """Ask a random case three questions and solve each anew."""
    rng = random.Random(seed)
    case, pairs = random_case(rng, size)
    bench = Workbench.of(case, pairs, law_version="test")
    for _ in range(3):
        question = Question(some_pairs(rng, case, pairs, 2), some_pairs(rng, case, pairs, 3))
        answer = bench.ask(question)
        expected = solve(*decided(case, pairs, question.with_pairs, question.without_pairs), law_version="test")
        assert answer.status is expected.status, question
        assert [(t.name, t.best, t.bound) for t in answer.tiers] == [
            (t.name, t.best, t.bound) for t in expected.tiers
        ], question
        if expected.status is Status.OPTIMAL and all(t.value == t.best for t in expected.tiers[:-1]):
            assert [t.value for t in answer.tiers] == [t.value for t in expected.tiers]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9))
def test_a_question_is_answered_as_a_solve_with_decisions(seed):
    """With pins and bans on small cases, every tier's best and bound are those of a solve from the beginning."""
    rng = random.Random(seed)
    compare(seed, Size(rng.randint(1, 9), rng.randint(1, 4), rng.randint(1, 3), rng.random()))


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**9))
def test_losses_never_exceed_the_price(seed):
    """What prices alone say of a pair, or of a plan without it, is at most what a solve shows."""
    rng = random.Random(seed)
    case, pairs = random_case(rng, Size(rng.randint(2, 8), rng.randint(1, 4), rng.randint(1, 3), rng.random()))
    bench = Workbench.of(case, pairs, law_version="test")
    order = case.scenario.tiers.order
    base = {t.name: t.best for t in bench.plan.tiers}
    claims = [(Question(with_pairs=(pair,)), bench.losses().of(*pair)) for pair in ids_of(case, pairs)[:4]]
    claims += [(Question(without_pairs=(pair,)), claim) for pair, claim in list(bench.losses_without().items())[:4]]
    for question, claim in claims:
        expected = solve(*decided(case, pairs, question.with_pairs, together(bench, question)), law_version="test")
        if claim is None or expected.status is Status.INFEASIBLE or claim[0] is Tier.LOT:
            continue
        then = {t.name: t.best for t in expected.tiers}
        number = order.index(claim[0])
        loss = [base[t] - then[t] if t.maximised else then[t] - base[t] for t in order]
        assert any(one > 0 for one in loss[:number]) or loss[number] >= claim[1] > 0


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**9))
def test_whoever_need_not_move_stays(seed):
    """Among the best plans up to the lot the answer gives up as few placements as a solve that counts them last."""
    rng = random.Random(seed)
    case, pairs = random_case(rng, Size(rng.randint(2, 9), rng.randint(1, 4), rng.randint(1, 3), rng.random()))
    order = tuple(tier for tier in case.scenario.tiers.order if tier is not Tier.CHANGES)
    assume(order)
    case = ordered(case, order, ())
    bench = Workbench.of(case, pairs, law_version="test")
    before = {(placement.candidate_id, placement.site_id) for placement in bench.plan.placements}
    counting = ordered(case, (*order, Tier.CHANGES), tuple(sorted(before)))
    for pair in rng.sample(ids_of(case, pairs), min(3, len(pairs))):
        answer = bench.ask(Question(with_pairs=(pair,)), upto=bench.above_lot, staying=True)
        expected = solve(*decided(counting, pairs, (pair,), ()), law_version="test")
        assert answer.status is expected.status
        if answer.status is not Status.INFEASIBLE:
            fewest = next(tier.best for tier in expected.tiers if tier.name is Tier.CHANGES)
            assert len(before - set(answer.placements)) == fewest


def ordered(case: Case, order: tuple[Tier, ...], previous: tuple[tuple[str, str], ...]) -> Case:
    """Return the case with other tiers, without tolerance, and a previous plan."""
    tiers = case.scenario.tiers.model_copy(update={"order": order, "tolerance": {}})
    scenario = case.scenario.model_copy(update={"tiers": tiers, "max_changes": None})
    return replace(case, scenario=scenario, previous_plan=previous)


def together(bench: Workbench, question: Question) -> tuple[tuple[str, str], ...]:
    """Return the placements a question bars, with those of the tandem."""
    return tuple(pair for person, _ in question.without_pairs for pair in bench.together(person))


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**9))
def test_plans_that_avoid_placements_keep_the_tiers_before(seed):
    """Each plan found is one that a solve with its pairs pinned accepts, as good as the base in every tier before."""
    rng = random.Random(seed)
    case, pairs = random_case(rng, Size(rng.randint(2, 8), rng.randint(1, 4), rng.randint(1, 3), rng.random()))
    bench = Workbench.of(case, pairs, law_version="test")
    placed = [(p.candidate_id, p.site_id) for p in bench.plan.placements]
    order = (*case.scenario.tiers.order, Tier.LOT)
    if not placed or bench.tolerant:
        return
    tier = rng.choice(order)
    base = {t.name: t.best for t in bench.plan.tiers}
    left = set(placed)
    for step in bench.avoid(tier, placed):
        if step.placements is None:
            for person, _ in step.left:
                barred = bench.together(person)
                expected = solve(*decided(case, pairs, (), barred), law_version="test")
                then = {t.name: t.best for t in expected.tiers}
                assert not then or any(then[t] != base[t] for t in order[: order.index(tier)])
            break
        assert left - set(step.left)
        assert not (left - set(step.left)) & set(step.placements)
        left = set(step.left)
        pinned = solve(*decided(case, pairs, step.placements, ()), law_version="test")
        then = {t.name: t.best for t in pinned.tiers}
        better = [then[t] >= base[t] if t.maximised else then[t] <= base[t] for t in order[: order.index(tier)]]
        assert all(better)


def test_what_the_plan_shows_already_is_known():
    """A question that the plan meets is answered without a search, one that names no possible pair is infeasible."""
    case, pairs = plain_case(3, 2)
    bench = Workbench.of(case, pairs, law_version="test")
    (candidate, site), *_ = [(p.candidate_id, p.site_id) for p in bench.plan.placements]
    assert bench.ask(Question(with_pairs=((candidate, site),))).decided_by is DecidedBy.KNOWN
    assert bench.ask(Question(with_pairs=(("nobody", site),))).status is Status.INFEASIBLE
    both = Question(with_pairs=((candidate, site),), without_pairs=((candidate, site),))
    assert bench.ask(both).status is Status.INFEASIBLE


def test_a_plan_to_begin_with_changes_nothing():
    """Beginning from a plan, good or bad, gives the same plan as beginning from nothing."""
    case, pairs = random_case(random.Random(7), Size(9, 4, 3, 0.6))
    bench = Workbench.of(case, pairs, law_version="test")
    again = Workbench.of(case, pairs, law_version="test", plan=bench.plan)
    poor = Workbench.of(case, pairs, law_version="test", plan=replace(bench.plan, placements=()))
    assert again.plan.placements == poor.plan.placements == bench.plan.placements
    assert again.plan.tiers == poor.plan.tiers == bench.plan.tiers


def test_upto_ends_after_a_tier():
    """With a last tier named, the answer ends there and is the same as far as it goes."""
    case, pairs = plain_case(5, 3, quality=range(10, 25), minutes=range(20, 35))
    bench = Workbench.of(case, pairs, law_version="test")
    question = Question(without_pairs=((bench.plan.placements[0].candidate_id, bench.plan.placements[0].site_id),))
    whole, part = bench.ask(question), bench.ask(question, upto=bench.above_lot)
    assert [(t.name, t.best) for t in part.tiers] == [(t.name, t.best) for t in whole.tiers[:-1]]


def test_time_over_at_once_claims_nothing_false():
    """Without time an answer is a plan with bounds, or no plan, never a claim that none exists."""
    case, pairs = plain_case(30, 10)
    bench = Workbench.of(case, pairs, law_version="test")
    placed = bench.plan.placements[0]
    answer = bench.ask(Question(without_pairs=((placed.candidate_id, placed.site_id),)), time_limit=0.0)
    assert answer.status in {Status.FEASIBLE, Status.STOPPED, Status.OPTIMAL}
