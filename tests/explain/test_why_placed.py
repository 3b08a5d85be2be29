"""Why somebody is placed: every number is worked out once more by other means."""

from dataclasses import replace

import pytest

from planner.check.quality import full_months
from planner.check.subject import Subject
from planner.check.tiers import VALUE_OF
from planner.domain import Plan, Reason, Tier
from planner.errors import InputError
from planner.explain.why import sentences, why_placed
from tests.explain.cases import Solved, random_solved
from tests.match.by_hand import facts

SEEDS = range(8)


def value(solved: Solved, plan: Plan, tier: Tier) -> int:
    """Return the value of a tier by the solver-free twin."""
    return VALUE_OF[tier](Subject(solved.case, plan, solved.law, solved.travel))


@pytest.mark.parametrize("seed", SEEDS)
def test_parts_add_up(seed: int) -> None:
    """The points of the six parts are those of the contract and add up to the quality of the placement."""
    s = random_solved(seed)
    for placement in s.plan.placements:
        why = why_placed(s.case, s.pairs, s.plan, s.law, s.travel, placement.candidate_id)
        person, site = s.case.candidate_of[placement.candidate_id], s.case.site_of[placement.site_id]
        assert {part.name: part.points for part in why.parts} == dict(
            facts(s.case, s.law, s.travel, person, site).parts
        )
        assert sum(part.points for part in why.parts) == placement.quality
        assert all(part.points <= part.most for part in why.parts)
        waiting = next(part for part in why.parts if part.name == "waiting")
        if person.waiting_since is not None:
            assert waiting.fact.values["number"] == full_months(person.waiting_since, s.case.scenario.start)


@pytest.mark.parametrize("seed", SEEDS)
def test_rules_are_those_of_the_contract(seed: int) -> None:
    """A rule is shown as met exactly where the pair passes it, with the minutes of the way."""
    s = random_solved(seed)
    for placement in s.plan.placements:
        why = why_placed(s.case, s.pairs, s.plan, s.law, s.travel, placement.candidate_id)
        person, site = s.case.candidate_of[placement.candidate_id], s.case.site_of[placement.site_id]
        by_hand = facts(s.case, s.law, s.travel, person, site)
        assert {rule.reason for rule in why.rules if not rule.met} == set(by_hand.reasons)
        way = next(rule for rule in why.rules if rule.reason is Reason.COMMUTE)
        assert way.fact.values["minutes"] == by_hand.minutes
        assert (way.fact.values["minutes"] <= way.fact.values["cap"]) == way.met


@pytest.mark.parametrize("seed", SEEDS)
def test_additions_are_what_would_be_missing(seed: int) -> None:
    """What a placement adds to each tier is the twin's value of the plan minus that of the plan without it."""
    s = random_solved(seed)
    for placement in s.plan.placements:
        why = why_placed(s.case, s.pairs, s.plan, s.law, s.travel, placement.candidate_id)
        without = replace(s.plan, placements=tuple(p for p in s.plan.placements if p is not placement))
        assert [a.tier for a in why.adds] == [*s.case.scenario.tiers.order, Tier.LOT]
        for addition in why.adds:
            expected = value(s, s.plan, addition.tier) - value(s, without, addition.tier)
            assert addition.amount == expected, addition.tier


@pytest.mark.parametrize("seed", SEEDS)
def test_additions_add_up(seed: int) -> None:
    """Placements, quality, minutes and lot of the plan are the sums of what its placements add."""
    s = random_solved(seed)
    total: dict[Tier, int] = {}
    for placement in s.plan.placements:
        for addition in why_placed(s.case, s.pairs, s.plan, s.law, s.travel, placement.candidate_id).adds:
            total[addition.tier] = total.get(addition.tier, 0) + addition.amount
    values = {tier.name: tier.value for tier in s.plan.tiers}
    for tier in (Tier.PLACEMENTS, Tier.QUALITY, Tier.COMMUTE, Tier.LOT):
        assert total.get(tier, 0) == values[tier]
    assert values[Tier.CHANGES] == len(s.case.previous_plan) + total.get(Tier.CHANGES, 0)


def test_sentences_in_both_languages() -> None:
    """Every fact of every placement can be said in German and in English, and neither says months of benefits."""
    for seed in SEEDS:
        s = random_solved(seed)
        for placement in s.plan.placements:
            why = why_placed(s.case, s.pairs, s.plan, s.law, s.travel, placement.candidate_id)
            german, english = (sentences(s.case, why, language) for language in ("de", "en"))
            assert len(german) == len(english) > 20
            assert not any("{" in line for line in (*german, *english))


def test_only_the_placed() -> None:
    """Somebody without a placement has no reasons for one."""
    s = random_solved(0)
    with pytest.raises(InputError):
        why_placed(s.case, s.pairs, s.plan, s.law, s.travel, s.plan.unplaced[0].candidate_id)
