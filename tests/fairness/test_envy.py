"""Envy against its definition, and every reason against an independent solve of the changed case."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain import FIXED, Case, Decision, DecisionKind, Pairs, Plan, Scenario, Tier, Tiers
from planner.fairness import Cause, Envy, Ground, envies, envy_data, envy_words, justified
from planner.solve import Workbench, solve
from tests.solve.brute_force import best_tiers
from tests.solve.plain_cases import START, plain_case
from tests.solve.random_cases import Size, random_case


def waiting(case: Case, rng: random.Random) -> Case:
    """Let everybody wait since some day, a few since nobody knows when."""
    days = [None, *(date(2020, 1, 1) + timedelta(days=100 * k) for k in range(8))]
    return replace(case, candidates=tuple(replace(one, waiting_since=rng.choice(days)) for one in case.candidates))


Small = tuple[Case, Pairs, Plan]


def small(seed: int) -> Small:
    """A random case so small that every plan of it can be listed, with its best plan."""
    rng = random.Random(seed)
    case, pairs = random_case(rng, Size(rng.randint(3, 5), rng.randint(1, 3), rng.randint(1, 2), 0.9))
    case = waiting(case, rng)
    return case, pairs, solve(case, pairs, law_version="t")


_EARLY = (3, 11, 12, 13, 20, 27, 28, 33, 35, 101, 113, 125, 185, 194, 235, 279)
ENVIOUS = (*_EARLY, 408, 521, 625, 667, 1028, 1236, 1270, 1318, 1386)
"""Seeds of cases with envy, rare as they are: every cause is among them."""


@pytest.fixture(scope="module")
def envious() -> list[Small]:
    return [small(seed) for seed in ENVIOUS]


def quality_of(case: Case, pairs: Pairs) -> dict[tuple[str, str], int]:
    """The quality of every pair by its ids."""
    rows = zip(pairs.candidate.tolist(), pairs.site.tolist(), pairs.quality.tolist(), strict=True)
    return {(case.candidates[c].candidate_id, case.sites[s].site_id): q for c, s, q in rows}


def by_definition(case: Case, pairs: Pairs, plan: Plan) -> set[tuple[str, str, str]]:
    """Everybody × every placement, one by one."""
    quality = quality_of(case, pairs)
    own = {p.candidate_id: p.site_id for p in plan.placements}
    found = set()
    for person, placement in product(case.candidates, plan.placements):
        one, site, holder = person.candidate_id, placement.site_id, placement.candidate_id
        since, other = person.waiting_since, case.candidate_of[holder].waiting_since
        if (one, site) not in quality or own.get(one) == site or since is None:
            continue
        longer = other is None or since < other
        better = quality[one, site] > quality[holder, site]
        worse_off = one not in own or quality[one, site] > quality[one, own[one]]
        if longer and better and worse_off:
            found.add((one, site, holder))
    return found


def exchanged(case: Case, pairs: Pairs, envy: Envy) -> tuple[Case, Pairs]:
    """The case in which the person has the post and the holder cannot."""
    wanted, lost = (envy.candidate_id, envy.site_id), (envy.holder_id, envy.site_id)
    kept = [d for d in case.decisions if (d.candidate_id, d.site_id) not in {wanted, lost}]
    pin = Decision(candidate_id=wanted[0], site_id=wanted[1], decision=DecisionKind.PIN)
    held = [d for d in case.decisions if (d.candidate_id, d.site_id) == lost and d.decision in FIXED]
    left = (pairs.candidate != case.candidate_position[lost[0]]) | (pairs.site != case.site_position[lost[1]])
    columns = ("candidate", "site", "hours", "minutes", "parts", "broken", "cost_class")
    fewer = replace(pairs, **{name: getattr(pairs, name)[left] for name in columns})
    return replace(case, decisions=(*kept, *held, pin)), fewer


def expected(case: Case, pairs: Pairs, plan: Plan, envy: Envy) -> tuple[Cause, Tier | None, int]:
    """The reason, from every plan of the changed case."""
    changed, fewer = exchanged(case, pairs, envy)
    best = None if _unmeetable(changed, fewer) else best_tiers(changed, fewer)
    if best is None:
        return Cause.RULE, None, 0
    order = case.scenario.tiers.order
    for tier in order:
        before = next(t.best for t in plan.tiers if t.name is tier)
        loss = (before - best[tier][1]) * (1 if tier.maximised else -1)
        if loss:
            assert loss > 0, "the plan was the best"
            higher = Tier.QUALITY not in order or order.index(tier) < order.index(Tier.QUALITY)
            return Cause.TIER if higher else Cause.QUALITY if tier is Tier.QUALITY else Cause.NONE, tier, loss
    return Cause.NONE, None, 0


def _unmeetable(case: Case, pairs: Pairs) -> bool:
    """Whether a decision fixes a pair that is not possible."""
    possible = quality_of(case, pairs)
    return any(d.decision in FIXED and (d.candidate_id, d.site_id) not in possible for d in case.decisions)


@settings(max_examples=40)
@given(st.integers(0, 10**9))
def test_envy_is_what_its_definition_says(seed: int) -> None:
    """The columns find exactly the cases that going through everybody and every post finds."""
    case, pairs, plan = small(seed)
    found = envies(case, pairs, plan)
    assert {(e.candidate_id, e.site_id, e.holder_id) for e in found} == by_definition(case, pairs, plan)
    assert len(found) == len(set(found))
    assert [e.since for e in found] == sorted(e.since for e in found)


def test_every_reason_is_that_of_the_changed_case(envious: list[Small]) -> None:
    """Cause, aim and loss are those of the best plan among all that give the post to the person instead."""
    causes = Counter()
    for case, pairs, plan in envious:
        report = justified(Workbench.of(case, pairs, law_version="t", plan=plan), plan)
        assert report.exact == len(report.grounds)
        for envy, ground in report.grounds.items():
            assert (ground.cause, ground.tier, ground.amount) == expected(case, pairs, plan, envy)
            assert ground.rules or ground.cause is not Cause.RULE
            causes[ground.cause] += 1
    assert causes.keys() == set(Cause) - {Cause.OPEN}


def test_a_preview_never_says_more_than_is_true(envious: list[Small]) -> None:
    """Without time for questions, an aim is named only where the exact answer is one above quality, or a rule."""
    named = 0
    for case, pairs, plan in envious:
        bench = Workbench.of(case, pairs, law_version="t", plan=plan)
        order, exact = case.scenario.tiers.order, justified(bench, plan).grounds
        for envy, ground in justified(bench, plan, time_limit=0).grounds.items():
            truth = exact[envy]
            if ground.exact:
                assert ground == truth
            elif ground.tier is not None:
                named += 1
                assert truth.cause in {Cause.RULE, Cause.TIER}
                if truth.tier is not None:
                    assert order.index(truth.tier) <= order.index(ground.tier)
                    assert truth.tier is not ground.tier or truth.amount >= ground.amount
    assert named


def two_for_one_post(tiers: tuple[Tier, ...], quality: tuple[int, int], **more: object) -> tuple[Case, Pairs]:
    """Two people, one post; the first waits longer."""
    case, pairs = plain_case(
        2, 1, quality=quality, rules=Scenario(start=START, tiers=Tiers(order=tiers), **more.pop("rules", {})), **more
    )
    people = tuple(
        replace(one, waiting_since=day)
        for one, day in zip(case.candidates, (date(2020, 1, 1), date(2024, 1, 1)), strict=True)
    )
    return replace(case, candidates=people), pairs


def only(case: Case, pairs: Pairs) -> tuple[Envy, Ground]:
    """The only case of envy in the best plan, with its reason."""
    plan = solve(case, pairs, law_version="t")
    ((envy, ground),) = justified(Workbench.of(case, pairs, law_version="t", plan=plan), plan).grounds.items()
    return envy, ground


def test_a_lower_aim_is_no_reason() -> None:
    """Where minutes rank below quality and quality is no aim before it, the plan owes a reason; above, it has one."""
    minutes = (40, 10)
    case, pairs = two_for_one_post((Tier.PLACEMENTS, Tier.COMMUTE), (80, 50), minutes=minutes)
    envy, ground = only(case, pairs)
    assert (envy.candidate_id, envy.holder_id, envy.own_site) == ("c00000", "c00001", None)
    assert (ground.cause, ground.tier, ground.amount) == (Cause.TIER, Tier.COMMUTE, 30)
    none, few = two_for_one_post((Tier.PLACEMENTS, Tier.QUALITY, Tier.COMMUTE), (80, 50), minutes=minutes)
    assert envies(none, few, solve(none, few, law_version="t")) == ()


def test_a_budget_is_a_reason() -> None:
    """Whom the money does not reach is told so, with payer and year."""
    money = {"budget": {"city": {2027: 500}}}
    case, pairs = two_for_one_post((Tier.PLACEMENTS, Tier.QUALITY), (80, 50), cents=(900, 400), rules=money)
    _, ground = only(case, pairs)
    assert ground.cause is Cause.RULE
    assert {rule.rule for rule in ground.rules} == {"budget"}


def test_a_decision_is_a_reason() -> None:
    """A pinned holder keeps the post; no solver is asked."""
    pin = Decision(candidate_id="c00001", site_id="s00000", decision=DecisionKind.PIN)
    case, pairs = two_for_one_post((Tier.PLACEMENTS, Tier.QUALITY), (80, 50), decisions=(pin,))
    _, ground = only(case, pairs)
    assert [rule.rule for rule in ground.rules] == ["pin"]


def test_a_plan_that_is_not_the_best_is_told_so() -> None:
    """Where the exchange would make a worse plan better, that is said, with the aim it gains in."""
    case, pairs = two_for_one_post((Tier.PLACEMENTS, Tier.QUALITY), (80, 50))
    pin = Decision(candidate_id="c00001", site_id="s00000", decision=DecisionKind.PIN)
    worse = solve(replace(case, decisions=(pin,)), pairs, law_version="t")
    report = justified(Workbench.of(case, pairs, law_version="t", plan=worse), worse)
    (ground,) = report.grounds.values()
    assert (ground.cause, ground.tier, ground.amount) == (Cause.NONE, Tier.QUALITY, -30)
    assert report.unjustified
    assert "besser" in " ".join(envy_words(report, "de"))


def test_the_list_in_words() -> None:
    """Every case that no decision settles is told with names, qualities and its reason, in both languages."""
    money = {"budget": {"city": {2027: 500}}}
    case, pairs = two_for_one_post((Tier.PLACEMENTS, Tier.QUALITY), (80, 50), cents=(900, 400), rules=money)
    plan = solve(case, pairs, law_version="t")
    report = justified(Workbench.of(case, pairs, law_version="t", plan=plan), plan)
    german, english = (" ".join(envy_words(report, language)) for language in ("de", "en"))
    assert "c00000 (wartet seit 01.01.2020, ohne Vorschlag) käme bei s00000 auf Passung 80" in german
    assert "Budget (Stadt 2027)" in german
    assert "c00001 has the post with 50" in english
    assert envy_data(report, "en")["count"] == {"rule": 1, "tier": 0, "quality": 0, "none": 0, "open": 0}
    assert report.clean


def test_nobody_to_envy() -> None:
    """A plan without envy says so."""
    case, pairs = plain_case(2, 2)
    plan = solve(case, pairs, law_version="t")
    report = justified(Workbench.of(case, pairs, law_version="t", plan=plan), plan)
    assert report.grounds == {}
    assert envy_words(report, "en") == ("Nobody waits longer and would fit a post better than the person who got it.",)
