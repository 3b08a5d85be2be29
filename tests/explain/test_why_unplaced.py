"""Why somebody is not placed: near misses mended, displacement and changes solved once more."""

from dataclasses import replace

import pytest

from planner.check import check_plan
from planner.domain import Case, Decision, DecisionKind, Eligibility, Plan, Reason, Status, Tier
from planner.errors import InputError
from planner.explain.why import WhyUnplaced, placement_of, sentences, why_unplaced
from planner.explain.why.personal import personal_levers
from planner.explain.why.smallest import Trials, smallest_changes
from planner.geo import travel_times
from planner.match import find_pairs
from planner.solve import solve
from planner.solve.clock import Clock
from tests.explain.cases import Solved, random_solved
from tests.explain.mending import COUNTED, failed, mended
from tests.match.by_hand import facts

SEEDS = range(8)
CHANGED = range(1, 7)


def why(s: Solved, candidate_id: str, wanted: int = 0) -> WhyUnplaced:
    return why_unplaced(s.case, s.pairs, s.plan, s.law, s.travel, candidate_id, wanted=wanted)


@pytest.mark.parametrize("seed", SEEDS)
def test_mending_the_one_rule_makes_the_pair_possible(seed: int) -> None:
    """A near miss is possible once its rule is eased by the amount, and with one unit less it is not."""
    s = random_solved(seed)
    for row in s.plan.unplaced:
        found = why(s, row.candidate_id)
        person = s.case.candidate_of[row.candidate_id]
        personal = sum(rule.reason.bit for rule in found.misses.personal)
        for near in (near for group in found.misses.groups for near in group.nearest):
            site, reason = s.case.site_of[near.site_id], near.rule.reason
            assert near.amount > 0
            eased = mended(s.case, person, site, reason, near.amount)
            assert failed(s, eased, row.candidate_id, near.site_id, travel_times(eased)) == personal
            if reason in COUNTED:
                less = mended(s.case, person, site, reason, near.amount - 1)
                assert failed(s, less, row.candidate_id, near.site_id, travel_times(less)) == personal | reason.bit


@pytest.mark.parametrize("seed", SEEDS)
def test_every_site_is_counted_once(seed: int) -> None:
    """Sites that fail one rule, those that fail more and those open otherwise are all the sites, as by hand."""
    s = random_solved(seed)
    for row in s.plan.unplaced:
        found, person = why(s, row.candidate_id).misses, s.case.candidate_of[row.candidate_id]
        personal = {rule.reason for rule in found.personal}
        beside = [set(facts(s.case, s.law, s.travel, person, site).reasons) - personal for site in s.case.sites]
        assert found.open_otherwise == sum(not reasons for reasons in beside)
        assert found.farther == sum(len(reasons) > 1 for reasons in beside)
        for group in found.groups:
            assert group.sites == sum(reasons == {group.reason} for reasons in beside)
        nearest = [[near.amount for near in group.nearest] for group in found.groups]
        assert nearest == [sorted(amounts) for amounts in nearest]


@pytest.mark.parametrize("seed", SEEDS)
def test_grounds_come_from_the_law(seed: int) -> None:
    """Whoever is not eligible is told so with a paragraph for each ground, and no change is promised."""
    s = random_solved(seed)
    for row in s.plan.unplaced:
        found = why(s, row.candidate_id)
        if found.assessment.status is Eligibility.NOT_ELIGIBLE:
            assert {rule.reason for rule in found.misses.personal} >= {Reason.NOT_ELIGIBLE}
            assert all("§" in ground.paragraph for ground in found.assessment.grounds)
            assert why(s, row.candidate_id, wanted=1).search is None


def forced_by_pins(s: Solved, candidate_id: str) -> Plan | None:
    """Return the best plan over every site the person could be pinned to; best is lexicographic."""
    position = s.case.candidate_position[candidate_id]
    plans = []
    for site in s.pairs.site[s.pairs.candidate == position].tolist():
        pin = Decision(candidate_id=candidate_id, site_id=s.case.sites[site].site_id, decision=DecisionKind.PIN)
        plan = solve(replace(s.case, decisions=(*s.case.decisions, pin)), s.pairs, law_version=s.law.version)
        if plan.status is not Status.INFEASIBLE:
            plans.append(plan)
    return max(plans, key=lambda p: [t.best if t.name.maximised else -t.best for t in p.tiers], default=None)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_price_of_being_placed_is_the_best_over_all_pins(seed: int) -> None:
    """For a displaced person, the plan that places them anyway is as good as the best of all plans with a pin."""
    s = random_solved(seed)
    for row in s.plan.unplaced:
        if row.reason != "displaced":
            continue
        forced, best = why(s, row.candidate_id).forced, forced_by_pins(s, row.candidate_id)
        assert forced is not None
        if best is None:
            assert forced.status is Status.INFEASIBLE
            continue
        before = {t.name: t.best for t in s.plan.tiers}
        differences = {t.name: t.best - before[t.name] for t in best.tiers}
        assert {c.tier: c.difference for c in forced.changes} == differences
        assert forced.placement is not None
        assert forced.placement.candidate_id == row.candidate_id
        worse = [c.tier for c in forced.changes if c.loss > 0 and c.tier is not Tier.LOT]
        assert forced.worsened == (worse[0] if worse else None)


def planned(s: Solved, case: Case) -> Plan:
    """Solve a changed case from nothing and let the twin check the plan."""
    travel = travel_times(case)
    plan = solve(case, find_pairs(case, s.law, travel), law_version=s.law.version)
    assert plan.status is Status.INFEASIBLE or check_plan(case, plan, s.law, travel).passed
    return plan


def test_a_change_places_the_person_and_one_unit_less_does_not() -> None:
    """Every change shown is planned anew: with it the person is placed where it says; one unit less does not."""
    kinds = set()
    for s in map(random_solved, CHANGED):
        for row in s.plan.unplaced[:5]:
            search = why(s, row.candidate_id, wanted=1).search
            assert search is None or search.complete
            for change in search.changes if search else ():
                kinds.add(change.kind)
                assert change.least
                assert change.case != s.case
                assert placement_of(planned(s, change.case), row.candidate_id) == change.placement
                assert placement_of(planned(s, change.one_less or s.case), row.candidate_id) is None
                assert (change.less is None) == (change.one_less is None)
    assert len(kinds) > 3


@pytest.mark.parametrize("seed", [2, 7])
def test_for_what_only_adds_pairs_the_amount_is_the_least_of_all(seed: int) -> None:
    """Minutes of the own cap, levels and hours: no smaller amount places the person."""
    s = random_solved(seed)
    for row in s.plan.unplaced:
        person = s.case.candidate_of[row.candidate_id]
        for lever in personal_levers(s.case, s.law, s.travel, person):
            trials = Trials(s.case, s.pairs, s.law, s.travel, row.candidate_id, Clock())
            found = smallest_changes([lever], trials).changes
            least = found[0].amount if found else max(lever.amounts) + 1
            for amount in lever.amounts:
                placed = placement_of(planned(s, lever.change(amount)), row.candidate_id)
                assert (placed is not None) == (amount >= least)


def test_without_time_nothing_is_claimed() -> None:
    """When time runs out at once, no price and no change is shown, and that is said."""
    s = random_solved(1)
    row = next(u for u in s.plan.unplaced if u.reason == "displaced")
    found = why_unplaced(s.case, s.pairs, s.plan, s.law, s.travel, row.candidate_id, time_limit=1e-9, stop=lambda: True)
    assert found.search is not None
    assert (found.search.changes, found.search.complete) == ((), False)
    assert found.forced is None or found.forced.status is not Status.OPTIMAL


def test_sentences_in_both_languages() -> None:
    """Every answer can be said in German and in English, with nothing left to fill in."""
    for seed in SEEDS:
        s = random_solved(seed)
        for row in s.plan.unplaced:
            found = why(s, row.candidate_id)
            german, english = (sentences(s.case, found, language) for language in ("de", "en"))
            assert len(german) == len(english) > 1
            assert not any("{" in line for line in (*german, *english))


def test_only_the_unplaced() -> None:
    """Somebody with a placement is not asked why they have none."""
    s = random_solved(1)
    with pytest.raises(InputError):
        why(s, s.plan.placements[0].candidate_id)
