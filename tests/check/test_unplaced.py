"""Why someone is not placed, against the plain definition over all pairs."""

import time

from planner.check import check_plan
from planner.check.facts import Facts
from planner.check.feasibility import Feasibility
from planner.domain import DISPLACED, NO_PAIR, Candidate, Case, Reason
from planner.geo import travel_times
from planner.synthetic import generate
from tests.check.build import honest_plan, law, small_case, with_candidate, with_site


def by_definition(case: Case, feasibility: Feasibility, candidate: Candidate) -> str:
    """Return the reason by testing every pair of a person with every test."""
    failed = [{t.reason for t in feasibility.tests if t.fails_pair(candidate, site)} for site in case.sites]
    beyond = [feasibility.possible_anyway(candidate, site) for site in case.sites]
    if any(beyond) or not all(failed):
        return DISPLACED
    shared = set.intersection(*failed)
    return next((reason.value for reason in Reason if reason in shared), NO_PAIR)


def test_sets_of_sites_give_what_single_pairs_give() -> None:
    """Working with sets of sites at once changes no reason."""
    case = generate(400, 40, 30, seed=5)
    feasibility = Feasibility(Facts(case, law(), travel_times(case)))
    reasons = {c.candidate_id: feasibility.unplaced_reason(c) for c in case.candidates}
    assert reasons == {c.candidate_id: by_definition(case, feasibility, c) for c in case.candidates}
    assert len(set(reasons.values())) > 3


def test_the_first_reason_that_rules_out_every_site_is_named() -> None:
    """Of two reasons that each rule out everything the earlier one is named; of mixed ones none is."""
    case = with_candidate(small_case(), "C6", max_commute=0)
    feasibility = Feasibility(Facts(case, law(), travel_times(case)))
    assert feasibility.unplaced_reason(case.candidate_of["C6"]) == "language"
    case = with_site(with_candidate(case, "C6", max_commute=8), "S1", languages={"fa": 1})
    case = with_site(case, "S2", languages={"ar": 1})
    feasibility = Feasibility(Facts(case, law(), travel_times(case)))
    assert feasibility.unplaced_reason(case.candidate_of["C6"]) == NO_PAIR


def test_a_city_is_checked_in_under_two_seconds() -> None:
    """600 placements and the reasons of 5,400 people at 300 sites take less than two seconds of one core."""
    case = generate(6000, 300, 600, seed=1)
    travel = travel_times(case)
    fixed = [(d.candidate_id, d.site_id) for d in case.decisions if d.decision in {"pin", "accepted", "started"}]
    plan = honest_plan(case, greedy(case, Feasibility(Facts(case, law(), travel)), fixed), travel)
    assert len(plan.placements) == 600
    taken = []
    for _ in range(2):
        begun = time.process_time()
        report = check_plan(case, plan, law(), travel)
        taken.append(time.process_time() - begun)
        assert report.passed
    assert min(taken) < 2


def greedy(case: Case, feasibility: Feasibility, fixed: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return a pair for everyone who finds a site with a post left, until the scenario's posts are gone."""
    left = {site.site_id: site.posts for site in case.sites}
    pairs = list(fixed)
    placed = {candidate_id for candidate_id, _ in fixed}
    for _, site_id in fixed:
        left[site_id] -= 1
    for candidate in case.candidates:
        if len(pairs) == case.scenario.posts:
            break
        if candidate.candidate_id in placed or candidate.tandem:
            continue
        for site in case.sites:
            if left[site.site_id] and not any(t.fails_pair(candidate, site) for t in feasibility.tests):
                left[site.site_id] -= 1
                pairs.append((candidate.candidate_id, site.site_id))
                break
    return pairs
