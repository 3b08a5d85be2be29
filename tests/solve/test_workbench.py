"""A workbench answers as a solve of the case with the conditions written down as decisions."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain import Case, Pairs, Status
from planner.solve import Question, Workbench, solve
from tests.solve.decided import decided
from tests.solve.random_cases import Size, random_case


def some_pairs(rng: random.Random, case: Case, pairs: Pairs, most: int) -> tuple[tuple[str, str], ...]:
    """Return up to ``most`` possible pairs, now and then one that is not possible."""
    ids = [
        (case.candidates[c].candidate_id, case.sites[s].site_id)
        for c, s in zip(pairs.candidate.tolist(), pairs.site.tolist(), strict=True)
    ]
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


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_a_question_is_answered_as_a_solve_with_decisions(seed):
    """With pins and bans on small cases, every tier's best and bound are those of a solve from the beginning."""
    rng = random.Random(seed)
    compare(seed, Size(rng.randint(1, 9), rng.randint(1, 4), rng.randint(1, 3), rng.random()))
