"""A whole invented case of any size."""

from planner.domain import Case
from planner.errors import InputError
from planner.synthetic.candidates import invent_candidates
from planner.synthetic.choices import budget, choose, limits, numbers_for, scenario_of
from planner.synthetic.region import dresden, invent_region
from planner.synthetic.sites import invent_sites

BEYOND_DRESDEN = 20_000
"""More candidates than this do not fit into Dresden; they live in an invented region of 700 neighbourhoods."""


def generate(candidates: int, sites: int, posts: int, seed: int) -> Case:
    """Return an invented case: the same for the same numbers on every machine.

    Up to 20,000 candidates live in the real 64 neighbourhoods of Dresden, more in an invented region of 700. The case
    has budgets that allow a little more than ``posts`` typical placements, limits with and without ``who``, decisions
    (people at work, accepted, pinned, refused) and a previous plan.

    Parameters
    ----------
    candidates, sites, posts
        How many of each; ``posts`` is the scenario's total. Sites offer at least a fifth more.
    seed
        Non-negative.

    Raises
    ------
    InputError
        If a number is negative, or there are candidates or posts without any site.
    """
    problems = {"candidates": candidates, "sites": sites, "posts": posts, "seed": seed}
    for name, value in problems.items():
        if value < 0 or (name == "sites" and value == 0 and posts > 0):
            raise InputError.of("synthetic_number", name=name, number=value)
    region = dresden(seed) if candidates <= BEYOND_DRESDEN else invent_region(seed)
    scenario = scenario_of(posts, region.max_commute, seed)
    places = invent_sites(region, sites, posts, scenario.start, seed)
    persons = invent_candidates(region, candidates, scenario.start, seed)
    scenario = scenario.model_copy(
        update={
            "limit": limits(region.neighbourhoods, places, posts),
            "budget": budget(scenario, posts, 115),
        }
    )
    rows, previous = choose(scenario, persons, places, numbers_for(posts), seed)
    return Case(
        scenario=scenario,
        neighbourhoods=region.neighbourhoods,
        sites=places,
        candidates=persons,
        travel_times={},
        decisions=rows,
        previous_plan=previous,
    )
