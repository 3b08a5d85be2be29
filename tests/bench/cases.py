"""The cases that are measured: four sizes, each at several levels of money."""

from dataclasses import dataclass, replace

from planner.domain import FIXED, Case, Pairs
from planner.geo import travel_times
from planner.law import load_law
from planner.match import find_pairs
from planner.synthetic import generate

SEED = 1


@dataclass(frozen=True)
class Size:
    """Numbers for ``planner.synthetic.generate``."""

    candidates: int
    sites: int
    posts: int


SIZES = {
    "S": Size(300, 60, 100),
    "M": Size(2_000, 300, 500),
    "D": Size(6_000, 300, 500),
    "L": Size(50_000, 3_000, 3_000),
}


def make_case(size: str, level: float) -> tuple[Case, Pairs]:
    """Return a case and its possible pairs.

    Parameters
    ----------
    size
        A key of ``SIZES``.
    level
        All budgets are multiplied by this. Without any money nobody can be at work, so at 0 the decisions that must
        be in the plan are left out: the question is then whether the empty plan is proven.
    """
    numbers = SIZES[size]
    case = generate(numbers.candidates, numbers.sites, numbers.posts, SEED)
    budget = {p: {y: int(cents * level) for y, cents in years.items()} for p, years in case.scenario.budget.items()}
    decisions = tuple(d for d in case.decisions if level or d.decision not in FIXED)
    case = replace(case, scenario=case.scenario.model_copy(update={"budget": budget}), decisions=decisions)
    law = load_law()
    return case, find_pairs(case, law, travel_times(case))
