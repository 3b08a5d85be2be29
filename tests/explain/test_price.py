"""A price is the difference to a solve with the pair pinned; a preview never claims more than that."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain import Case, Pairs, Status, Tier
from planner.errors import InputError
from planner.explain.difference import bests
from planner.explain.price import Exact, Preview, exact_of, preview_of, price
from planner.explain.price_words import price_lines, sentences
from planner.explain.ranking import people_for, sites_of
from planner.geo import travel_times
from planner.law import load_law
from planner.match import find_pairs, refusals
from planner.solve import Workbench, solve
from planner.synthetic import generate
from tests.solve.decided import decided
from tests.solve.random_cases import Size, random_case


def ids(case: Case, pairs: Pairs) -> list[tuple[str, str]]:
    """Return all possible pairs."""
    both = zip(pairs.candidate.tolist(), pairs.site.tolist(), strict=True)
    return [(case.candidates[c].candidate_id, case.sites[s].site_id) for c, s in both]


def losses_above_lot(case: Case, base: dict[Tier, int], then: dict[Tier, int]) -> list[int]:
    """Return by how much each tier above the lot is worse, in solving order."""
    return [base[t] - then[t] if t.maximised else then[t] - base[t] for t in case.scenario.tiers.order]


def holds(preview: Preview, exact: list[int], order: tuple[Tier, ...]) -> bool:
    """Whether a preview says no more than the whole price: its tier worse by as much, or an earlier one worse."""
    if preview.tier is None:
        return True
    number = order.index(preview.tier)
    return any(loss > 0 for loss in exact[:number]) or exact[number] >= preview.least > 0


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**9))
def test_exact_prices_are_those_of_a_solve_with_the_pair_pinned(seed):
    """For every pair asked, status, every tier's change and the moves are those of the pinned case."""
    rng = random.Random(seed)
    case, pairs = random_case(rng, Size(rng.randint(2, 8), rng.randint(1, 4), rng.randint(1, 3), rng.random()))
    bench = Workbench.of(case, pairs, law_version="t")
    if bench.plan.status is Status.INFEASIBLE:
        return
    base = bests(bench.plan.tiers)
    known = ids(case, pairs)
    for pair in rng.sample(known, min(4, len(known))):
        preview = preview_of(bench.losses(), *pair)
        expected = solve(*decided(case, pairs, [pair], ()), law_version="t")
        if preview is None:
            assert expected.status is Status.INFEASIBLE
            continue
        found = exact_of(bench, *pair)
        assert found.status is expected.status
        if expected.status is Status.INFEASIBLE:
            continue
        then = bests(expected.tiers)
        assert {c.tier: (c.plan, c.other) for c in found.changes} == {t: (base[t], then[t]) for t in base}
        assert holds(preview, losses_above_lot(case, base, then), case.scenario.tiers.order)
        after = {p.candidate_id: p.site_id for p in bench.plan.placements}
        for move in found.moves:
            assert after.pop(move.candidate_id, None) == move.before
            if move.after is not None:
                after[move.candidate_id] = move.after
        assert after[pair[0]] == pair[1]


@pytest.fixture(scope="module")
def invented():
    case = generate(60, 40, 10, 3)
    law, travel = load_law(), travel_times(case)
    pairs = find_pairs(case, law, travel)
    return case, law, travel, Workbench.of(case, pairs, law_version=law.version)


def test_a_refused_pair_names_every_rule(invented):
    """Where a pair is not possible, each failed test is named with its values, and there is no price."""
    case, law, travel, bench = invented
    block = next(b for b in refusals(case, law, travel) if len(b))
    for row in range(min(20, len(block))):
        candidate, site = case.candidates[block.candidate[row]], case.sites[block.site[row]]
        found = price(bench, law, travel, candidate.candidate_id, site.site_id)
        assert not found.possible
        assert found.exact is None
        own = {rule.reason for refusal in found.refusals for rule in refusal.rules}
        assert own.issuperset(block.codes()[row].split(";"))
        assert all(sentences(price_lines(case, found), language) for language in ("de", "en"))


def test_ranking_is_sorted_and_complete_when_it_says_so(invented):
    """The sites of a person come cheapest first, and no site left out is cheaper if the ranking says it is complete."""
    case, _, _, bench = invented
    order = case.scenario.tiers.order
    base = bests(bench.plan.tiers)

    def vector(exact: Exact) -> list[float]:
        if not exact.changes:
            return [float("inf")]
        return losses_above_lot(case, base, {c.tier: c.other for c in exact.changes})

    person = min(range(len(case.candidates)), key=lambda k: abs(int((bench.pairs.candidate == k).sum()) - 8))
    ranking = sites_of(bench, case.candidates[person].candidate_id, exact=3)
    assert ranking.possible == len(ranking.pairs) == int((bench.pairs.candidate == person).sum())
    solved = [vector(row.price.exact) for row in ranking.pairs if row.price.exact]
    assert solved == sorted(solved)
    everything = [(row, vector(exact_of(bench, row.price.candidate_id, row.price.site_id))) for row in ranking.pairs]
    for row, whole in everything:
        assert whole == [float("inf")] or holds(row.price.preview, whole, order)
    if ranking.complete:
        assert all(whole >= solved[-1] for row, whole in everything if row.price.exact is None)


def test_people_for_a_site_appear_once(invented):
    """Each person with a possible pair at one of the sites is ranked once."""
    case, _, _, bench = invented
    sites = [s.site_id for s in case.sites[:5]]
    ranking = people_for(bench, sites, exact=1, most=None)
    people = [row.price.candidate_id for row in ranking.pairs]
    expected = {c for c, s in ids(case, bench.pairs) if s in sites and bench.losses().of(c, s)}
    assert len(people) == len(set(people)) == ranking.possible
    assert set(people) == expected


def test_unknown_ids_are_refused(invented):
    """An id that the case does not have is an input error."""
    _, law, travel, bench = invented
    with pytest.raises(InputError):
        price(bench, law, travel, "nobody", "nowhere")
    with pytest.raises(InputError):
        sites_of(bench, "nobody")
