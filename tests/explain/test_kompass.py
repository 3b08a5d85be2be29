"""Every mark is what a solve from the beginning says about plans without the placement."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain import Case, Pairs, Status, Tier
from planner.explain.difference import bests
from planner.explain.kompass import Kind, Mark, kompass
from planner.solve import Workbench, solve
from planner.solve.tiers import floor_of, objective_of
from tests.solve import brute_force
from tests.solve.decided import decided
from tests.solve.plain_cases import plain_case, scenario
from tests.solve.random_cases import Size, random_case


def marks_of(case: Case, pairs: Pairs, *, prices: bool = True) -> dict[str, Mark]:
    return {m.candidate_id: m for m in kompass(Workbench.of(case, pairs, law_version="t"), prices=prices).marks}


def keeps_every_tier(case: Case, pairs: Pairs, placements: tuple[tuple[str, str], ...], best: dict[Tier, int]) -> bool:
    """Whether a plan breaks no rule and is in every tier above the lot where the base plan may be."""
    position = {
        (case.candidates[c].candidate_id, case.sites[s].site_id): (c, p)
        for p, (c, s) in enumerate(zip(pairs.candidate.tolist(), pairs.site.tolist(), strict=True))
    }
    plan = dict(position[pair] for pair in placements)
    values = brute_force._tiers(case, pairs, plan)
    return brute_force._allowed(case, pairs, plan) and all(
        objective_of(tier, values[tier], case) >= floor_of(tier, best[tier], case) for tier in case.scenario.tiers.order
    )


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**9))
def test_every_mark_is_right(seed):
    """Forced where no plan exists without it, priced with the difference of the best one, free with a plan to show."""
    rng = random.Random(seed)
    case, pairs = random_case(rng, Size(rng.randint(2, 8), rng.randint(1, 4), rng.randint(1, 3), rng.random()))
    bench = Workbench.of(case, pairs, law_version="t")
    base = bests(bench.plan.tiers)
    quick = {m.candidate_id: m for m in kompass(bench, prices=False).marks}
    for mark in kompass(bench).marks:
        expected = solve(*decided(case, pairs, (), bench.together(mark.candidate_id)), law_version="t")
        if expected.status is Status.INFEASIBLE:
            assert mark.kind is Kind.FORCED
            continue
        without = bests(expected.tiers)
        worse = [t for t in case.scenario.tiers.order if without[t] != base[t]]
        if worse:
            assert (mark.kind, mark.tier) == (Kind.PRICED, worse[0])
            assert {c.tier: c.other for c in mark.changes} == without
            assert mark.least == mark.changes[[c.tier for c in mark.changes].index(worse[0])].loss > 0
        else:
            assert mark.kind is Kind.FREE
            assert (mark.candidate_id, mark.site_id) not in mark.witness
            assert keeps_every_tier(case, pairs, mark.witness, base)
        first = quick[mark.candidate_id]
        assert first.kind is mark.kind
        assert first.tier in {None, mark.tier}


def test_a_decided_placement_is_forced_and_the_only_way_is_priced():
    """Of two equal people for one post the chosen one is free; a single one has a price; a pinned one is forced."""
    case, pairs = plain_case(2, 1, rules=scenario())
    assert [m.kind for m in marks_of(case, pairs).values()] == [Kind.FREE]
    case, pairs = plain_case(1, 1)
    (mark,) = marks_of(case, pairs).values()
    assert (mark.kind, mark.tier, mark.least) == (Kind.PRICED, Tier.PLACEMENTS, 1)
    pinned, pairs = decided(case, pairs, [("c00000", "s00000")], ())
    assert [m.kind for m in marks_of(pinned, pairs).values()] == [Kind.FORCED]


def test_without_time_nothing_is_claimed():
    """When time is over at once, no mark is more than prices alone prove."""
    case, pairs = plain_case(6, 6)
    bench = Workbench.of(case, pairs, law_version="t")
    found = kompass(bench, time_limit=0.0)
    assert all(m.kind in {Kind.OPEN, Kind.PRICED} for m in found.marks)
    assert found.solved <= len(found.marks)
