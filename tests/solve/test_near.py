"""Near-equal plans as an integer program: the most that can be avoided, against all plans of small cases."""

import itertools
import random
from decimal import Decimal

import numpy as np

from planner.solve import solve
from planner.solve.build import build
from planner.solve.clock import Clock
from planner.solve.near import Near
from planner.solve.stage import first_stage
from planner.solve.tiers import floor_of
from tests.solve.near_plans import near_plans
from tests.solve.plain_cases import plain_case
from tests.solve.random_cases import Size, random_case


def _near(seed):
    """Return a random case with its plan, all near-equal plans, and the program that stands for them."""
    rng = random.Random(seed)
    case, pairs = random_case(rng, Size(rng.randint(2, 5), rng.randint(1, 4), 2, 0.7))
    plan = solve(case, pairs, law_version="t")
    if not plan.placements:
        return None
    shares = {t: Decimal(rng.choice(["0", "0.1", "0.4"])) for t in case.scenario.tiers.order}
    loose = case.scenario.model_copy(update={"tiers": case.scenario.tiers.model_copy(update={"tolerance": shares})})
    program = build(case, pairs)
    known = _columns(program, {(p.candidate_id, p.site_id) for p in plan.placements})
    stage = first_stage(program, next(iter(shares), "lot"))
    eased = _Loose(case, loose)
    best = {t.name: t.best for t in plan.tiers}
    floors = {t: min(stage.turn(t).value(known), floor_of(t, best[t], eased)) for t in shares}
    return rng, plan, near_plans(case, pairs, plan, shares), Near.of(program, known, floors, Clock())


class _Loose:
    """The case as the tolerance sees it."""

    def __init__(self, case, scenario):
        self.scenario, self.previous_plan = scenario, case.previous_plan


def _ids(program, column):
    columns = program.columns
    case, pairs = columns.case, columns.pairs
    members = columns.members[columns.member_start[column] : columns.member_start[column + 1]]
    return {(case.candidates[pairs.candidate[m]].candidate_id, case.sites[pairs.site[m]].site_id) for m in members}


def _columns(program, ids):
    return np.array([_ids(program, c) <= ids for c in range(len(program.columns))], dtype=bool)


def test_nothing_avoids_more():
    """What is found to avoid most does so among all near-equal plans, whatever avoiding a placement is worth."""
    found = 0
    for seed in itertools.count():
        made = _near(seed)
        if made is None:
            continue
        rng, _, every, near = made
        program = near.program
        weight = np.array([rng.randint(0, 3) for _ in range(len(program.columns))], dtype=np.int64)
        answer = near.avoiding(weight, Clock(), 20.0)
        most = max(int(weight @ ~_columns(program, ids)) for ids in every)
        assert answer.avoided == answer.most == most, seed
        chosen = set().union(*(_ids(program, c) for c in np.flatnonzero(answer.chosen).tolist()))
        assert frozenset(chosen) in every, seed
        found += 1
        if found == 15:
            return


def test_bounds_hold_for_every_near_equal_plan():
    """No near-equal plan exceeds the bound of a tier."""
    for seed in range(12):
        if (made := _near(seed)) is None:
            continue
        _, _, every, near = made
        stage = first_stage(near.program, next(iter(near.bounds), "lot"))
        for ids in every:
            mask = _columns(near.program, ids)
            assert all(stage.turn(t).value(mask) <= bound for t, bound in near.bounds.items()), seed
            assert int(near.program.columns.lot(mask).sum()) <= near.lot_bound(), seed


def test_a_plan_that_must_differ_from_the_only_one_does_not_exist():
    """One person and one post: no other plan is as good, and that is proven."""
    case, pairs = plain_case(1, 1)
    program = build(case, pairs)
    only = np.ones(1, dtype=bool)
    stage = first_stage(program, case.scenario.tiers.order[0])
    floors = {t: stage.turn(t).value(only) for t in case.scenario.tiers.order}
    answer = Near.of(program, only, floors, Clock()).avoiding(only.astype(np.int64), Clock(), 5.0, [only])
    assert answer.chosen is None
    assert answer.most == 0
