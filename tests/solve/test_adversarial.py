"""Cases at the edge, each with an answer that can be reasoned out, or found by listing every plan."""

from collections import Counter
from decimal import Decimal

import pytest

from planner.domain import Decision, DecisionKind, Limit, Payer, Status, Tier, Tiers, Where
from planner.solve import solve
from planner.solve.lot import lot
from tests.solve.brute_force import best_tiers
from tests.solve.plain_cases import plain_case, scenario


def _solved(case, pairs):
    plan = solve(case, pairs, law_version="t")
    assert plan.status is Status.OPTIMAL
    assert all(t.bound == t.best for t in plan.tiers)
    return plan, {t.name: t.value for t in plan.tiers}


def _as_listed(case, pairs):
    """Solve, and compare every tier with the best of all plans."""
    plan, _ = _solved(case, pairs)
    assert {t.name: (t.value, t.best) for t in plan.tiers} == best_tiers(case, pairs)
    return plan


def _drawn(seed, pairs):
    return sorted((lot(seed, c, s) for c, s in pairs), reverse=True)


def test_all_equal_leaves_the_choice_to_the_lot():
    """Four posts for eight people who are alike at sites that are alike: the lot alone decides, and is maximised."""
    plan, tiers = _solved(*plain_case(8, 4))
    assert (tiers[Tier.PLACEMENTS], tiers[Tier.QUALITY], tiers[Tier.COMMUTE]) == (4, 200, 120)
    _as_listed(*plain_case(5, 3))
    assert len({p.site_id for p in plan.placements}) == 4


def test_one_site_takes_the_luckiest():
    """One site, nobody better than another: the largest lots get the posts."""
    plan, tiers = _solved(*plain_case(30, 1, posts=4))
    ids = [(f"c{k:05}", "s00000") for k in range(30)]
    assert tiers[Tier.LOT] == sum(_drawn("", ids)[:4])
    assert len(plan.placements) == 4


@pytest.mark.parametrize(("candidates", "sites"), [(0, 0), (0, 3), (3, 0), (3, 2)])
def test_no_pairs_is_the_empty_plan(candidates, sites):
    """Without a possible pair the empty plan is the best, and proven."""
    plan, tiers = _solved(*plain_case(candidates, sites, []))
    assert not plan.placements
    assert len(plan.unplaced) == candidates
    assert set(tiers.values()) == {0}


def test_posts_exactly_met():
    """As many people as posts, and only one way to seat them: a chain in which each site has one newcomer."""
    chain = [(i, s) for i in range(40) for s in (i - 1, i) if s >= 0]
    plan, tiers = _solved(*plain_case(40, 40, chain, places=5))
    assert tiers[Tier.PLACEMENTS] == 40
    assert all(p.candidate_id[1:] == p.site_id[1:] for p in plan.placements)


def test_empty_order_draws_lots_alone():
    """Without any tier the lot alone is maximised: every post is filled, as every lot is worth something."""
    plan = _as_listed(*plain_case(4, 3, rules=scenario(tiers=Tiers(order=(), seed="x"))))
    assert [t.name for t in plan.tiers] == [Tier.LOT]
    assert len(plan.placements) == 3


def test_a_tier_that_is_nought_everywhere_decides_nothing():
    """Quality, minutes and need of zero: those tiers are 0 and proven, the others as usual."""
    plan = _as_listed(*plain_case(4, 3, quality=0, minutes=0, population=0, places=2))
    values = {t.name: t.value for t in plan.tiers}
    assert (values[Tier.COVERAGE], values[Tier.QUALITY], values[Tier.COMMUTE]) == (0, 0, 0)
    assert values[Tier.PLACEMENTS] == 3


@pytest.mark.timeout(60)
def test_one_candidate_and_ten_thousand_sites():
    """Of ten thousand sites the person gets the best: quality first, then the shorter way, then the lot."""
    best = {77, 4711, 9999}
    quality = [60 if s in best else s % 60 for s in range(10_000)]
    minutes = [20 if s in {77, 9999} else 25 for s in range(10_000)]
    plan, tiers = _solved(*plain_case(1, 10_000, quality=quality, minutes=minutes))
    assert (tiers[Tier.QUALITY], tiers[Tier.COMMUTE]) == (60, 20)
    assert tiers[Tier.LOT] == _drawn("", [("c00000", "s00077"), ("c00000", "s09999")])[0]
    assert len(plan.placements) == 1


@pytest.mark.timeout(60)
def test_ten_thousand_candidates_and_one_site():
    """Seven posts for ten thousand: the five of quality 60, then two of the many of 59, the nearest ones."""
    quality = [60 if k < 5 else 59 for k in range(10_000)]
    minutes = [30 if k < 9_990 else k - 9_980 for k in range(10_000)]
    plan, tiers = _solved(*plain_case(10_000, 1, posts=7, quality=quality, minutes=minutes))
    assert (tiers[Tier.PLACEMENTS], tiers[Tier.QUALITY], tiers[Tier.COMMUTE]) == (7, 5 * 60 + 2 * 59, 5 * 30 + 10 + 11)
    assert {p.candidate_id for p in plan.placements} == {f"c{k:05}" for k in (0, 1, 2, 3, 4, 9_990, 9_991)}


def test_no_money_is_the_empty_plan():
    """With a budget of nothing nobody who costs anything is placed; without costs it does not bind."""
    nothing = scenario(budget={Payer.CITY: {2027: 0}})
    assert not _solved(*plain_case(3, 2, cents=1, rules=nothing))[0].placements
    assert len(_solved(*plain_case(3, 2, cents=0, rules=nothing))[0].placements) == 2
    assert len(_solved(*plain_case(3, 2, cents=1, year=2028, rules=nothing))[0].placements) == 2


def test_money_for_exactly_one():
    """A budget of what one placement costs pays for one, a cent less for none."""
    exact = plain_case(4, 4, cents=1_234_567, rules=scenario(budget={Payer.INTEGRATION: {2027: 1_234_567}}))
    assert len(_as_listed(*exact).placements) == 1
    short = plain_case(4, 4, cents=1_234_567, rules=scenario(budget={Payer.INTEGRATION: {2027: 1_234_566}}))
    assert not _as_listed(*short).placements


def test_a_dear_person_gives_way_to_two_cheap_ones():
    """Placements come before quality: money for one good and dear person goes to two others."""
    case, pairs = plain_case(
        3,
        3,
        [(0, 0), (1, 1), (2, 2)],
        quality=[90, 1, 1],
        cents=[10, 5, 5],
        rules=scenario(budget={Payer.CITY: {2027: 10}}),
    )
    assert {p.candidate_id for p in _as_listed(case, pairs).placements} == {"c00001", "c00002"}


def test_everybody_in_one_tandem():
    """All people are one tandem: all at one site, or nobody if no site has the posts."""
    plan = _as_listed(*plain_case(4, 2, posts=4, tandem=lambda _: "t"))
    assert Counter(p.site_id for p in plan.placements).most_common()[0][1] == 4
    assert not _as_listed(*plain_case(4, 2, posts=3, tandem=lambda _: "t")).placements


def test_a_tandem_counts_as_many_placements_as_it_has_members():
    """With three posts in all, a tandem of two and one more person beat two single people."""
    case, pairs = plain_case(
        4, 2, posts=2, tandem=lambda k: "t" if k < 2 else "", rules=scenario(posts=3), quality=[9] * 4 + [1] * 4
    )
    plan = _as_listed(case, pairs)
    assert {"c00000", "c00001"} < {p.candidate_id for p in plan.placements}


def test_a_tandem_split_by_pins_is_a_conflict():
    """Two members of a tandem pinned to different sites cannot be: no plan, and both pins are named."""
    pins = tuple(Decision(candidate_id=f"c0000{k}", site_id=f"s0000{k}", decision=DecisionKind.PIN) for k in (0, 1))
    plan = solve(*plain_case(2, 2, posts=2, tandem=lambda _: "t", decisions=pins), law_version="t")
    assert plan.status is Status.INFEASIBLE
    assert sorted(c.params["candidate_id"] for c in plan.conflict if c.rule == "pin") == ["c00000", "c00001"]


@pytest.mark.parametrize(
    "previous",
    [
        (("c00000", "s00000"), ("c00001", "s00000")),
        (("gone", "s00000"),),
        (("c00001", "s00001"),),
    ],
    ids=["two on one post", "the person is gone", "the pair is not possible any more"],
)
def test_no_change_allowed_from_an_impossible_plan(previous):
    """A previous plan that cannot be kept and no change allowed: no plan, and the rule is named."""
    both = [(0, 0), (0, 1), (1, 0)]
    plan = solve(*plain_case(2, 2, both, rules=scenario(max_changes=0), previous=previous), law_version="t")
    assert plan.status is Status.INFEASIBLE
    assert "max_changes" in {c.rule for c in plan.conflict}


def test_a_tolerance_of_nearly_everything():
    """With 99 % of each tier to give, the next tier takes nearly all, yet one placement of 100 is kept."""
    order = (Tier.PLACEMENTS, Tier.COMMUTE)
    tolerance = {Tier.PLACEMENTS: Decimal("0.99")}
    rules = scenario(tiers=Tiers(order=order, tolerance=tolerance))
    plan = solve(*plain_case(100, 100, [(k, k) for k in range(100)], rules=rules), law_version="t")
    assert [(t.value, t.best, t.bound) for t in plan.tiers[:2]] == [(1, 100, 100), (30, 30, 30)]
    _as_listed(*plain_case(4, 3, rules=rules, minutes=list(range(12))))


def test_no_posts_at_all():
    """A scenario of no posts, or sites of no posts: the empty plan; together with a pin a conflict."""
    assert not _as_listed(*plain_case(3, 2, rules=scenario(posts=0))).placements
    assert not _as_listed(*plain_case(3, 2, posts=0)).placements
    pin = (Decision(candidate_id="c00000", site_id="s00000", decision=DecisionKind.PIN),)
    plan = solve(*plain_case(3, 2, rules=scenario(posts=0), decisions=pin), law_version="t")
    assert plan.status is Status.INFEASIBLE
    assert "pin" in {c.rule for c in plan.conflict}


def test_minimum_equal_to_maximum():
    """Exactly two here and all else free: the limit is met from both sides."""
    limit = Limit(where=Where(site=("s00001",)), at_least=2, at_most=2, hard=True)
    plan = _as_listed(*plain_case(4, 2, posts=3, quality=[9, 1] * 4, rules=scenario(limit=(limit,))))
    assert Counter(p.site_id for p in plan.placements)["s00001"] == 2


@pytest.mark.parametrize("cents", [10**9, 10**12, 10**15])
def test_huge_amounts_are_counted_to_the_cent(cents):
    """Ten placements of 10¹⁵ cents each: the budget of five pays five, one cent less pays four."""
    for budget, expected in ((5 * cents, 5), (5 * cents - 1, 4)):
        rules = scenario(budget={Payer.CITY: {2027: budget}})
        plan, _ = _solved(*plain_case(10, 10, [(k, k) for k in range(10)], cents=cents, rules=rules))
        assert len(plan.placements) == expected


def test_huge_populations_are_shares_all_the_same():
    """Need is an exact share, so 10³⁰ people per quarter are no more than 100."""
    few, many = (_solved(*plain_case(4, 4, places=2, population=p))[1] for p in (100, 10**30))
    assert few == many


def test_huge_soft_minimum_is_missed_by_the_exact_number():
    """A soft minimum of a thousand million is short by all but two."""
    rules = scenario(limit=(Limit(at_least=10**9),))
    _, tiers = _solved(*plain_case(3, 2, rules=rules))
    assert (tiers[Tier.SHORTAGE], tiers[Tier.PLACEMENTS]) == (10**9 - 2, 2)


def test_limits_that_bind_nobody_are_harmless():
    """Maxima and minima about no site at all change nothing."""
    nowhere = Where(host=("nobody",))
    rules = scenario(limit=(Limit(where=nowhere, at_most=0), Limit(where=nowhere, at_least=3)))
    plan = _as_listed(*plain_case(4, 3, rules=rules))
    assert [(limit.got, limit.short) for limit in plan.limits] == [(0, 0), (0, 3)]
