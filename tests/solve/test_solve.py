"""What a caller can rely on: time limits, stopping, progress, determinism."""

import random
import threading
import time
from dataclasses import replace

from planner.domain import Status, Tier, Tiers
from planner.solve import solve
from tests.solve.random_cases import Size, random_case, random_pairs


class _Steps:
    def __init__(self):
        self.seen = []

    def report(self, step):
        self.seen.append(step)


def _case():
    case, pairs = random_case(random.Random(5), Size(40, 10, 4, 0.4))
    bare = case.scenario.model_copy(
        update={"limit": (), "budget": {}, "max_changes": None, "posts": 20, "tiers": Tiers()}
    )
    return replace(case, scenario=bare, decisions=()), pairs


def test_a_stop_before_any_work_is_stopped_or_a_plan():
    """Stop at once: either no plan and the status says so, or a plan whose every tier has a bound."""
    case, pairs = _case()
    plan = solve(case, pairs, law_version="t", stop=lambda: True)
    assert plan.status in {Status.STOPPED, Status.FEASIBLE, Status.OPTIMAL}
    assert bool(plan.tiers) == (plan.status is not Status.STOPPED)


def test_without_time_every_tier_still_has_a_valid_bound():
    """A time limit of nothing gives bounds on the right side of what a full solve finds."""
    case, pairs = _case()
    hurried = solve(case, pairs, law_version="t", time_limit=0.0)
    full = solve(case, pairs, law_version="t")
    assert full.status is Status.OPTIMAL
    for quick, best in zip(hurried.tiers[:1], full.tiers[:1], strict=True):
        assert quick.bound >= best.best if best.name.maximised else quick.bound <= best.best
    for tier in hurried.tiers:
        assert tier.bound >= tier.value if tier.name.maximised else tier.bound <= tier.value


def test_the_same_case_gives_the_same_plan_whatever_the_row_order():
    """Rows are sorted when a case is made and the lot decides among equals."""
    case, pairs = _case()
    shuffled = replace(case, candidates=case.candidates[::-1], sites=case.sites[::-1])
    first, second = (solve(c, pairs, law_version="t") for c in (case, shuffled))
    assert first.status is Status.OPTIMAL
    assert (first.placements, first.tiers, first.case_hash) == (second.placements, second.tiers, second.case_hash)


def test_progress_names_every_tier_with_value_and_bound():
    """Each tier is reported as finished, with what was found and proven."""
    case, pairs = _case()
    steps = _Steps()
    plan = solve(case, pairs, law_version="t", progress=steps)
    finished = {s.tier: (s.value, s.bound) for s in steps.seen if s.value is not None and s.bound is not None}
    assert finished == {t.name.value: (t.best, t.bound) for t in plan.tiers}


def test_a_case_without_pairs_is_an_empty_plan():
    """Nobody can be placed: a proven plan of nobody."""
    case, _ = _case()
    none = random_pairs(random.Random(1), [], len(case.candidates))
    plan = solve(replace(case, previous_plan=()), none, law_version="t")
    assert plan.status is Status.OPTIMAL
    assert not plan.placements
    assert {t.name: t.value for t in plan.tiers}[Tier.PLACEMENTS] == 0
    assert len(plan.unplaced) == len(case.candidates)


def test_a_stop_from_another_thread_ends_the_search_soon():
    """A search that would go on for long ends within a second of the request."""
    case, pairs = random_case(random.Random(11), Size(200, 40, 12, 0.5))
    flag = threading.Event()
    threading.Timer(1.0, flag.set).start()
    begun = time.monotonic()
    plan = solve(case, pairs, law_version="t", stop=flag.is_set)
    assert plan.status in set(Status)
    assert time.monotonic() - begun < 8
