"""Which limits count a pair, and how many placements of a plan they count."""

from planner.check.limits import Reach, reach
from planner.domain import Candidate, Case, Limit, Plan, Site


def limits_counting(case: Case, person: Candidate, site: Site) -> tuple[Limit, ...]:
    """Return the limits whose ``where`` holds the site and whose ``who`` the person meets, in the scenario's order."""
    known = (_reach(case, limit, (site,)) for limit in case.scenario.limit)
    return tuple(one.limit for one in known if one.site_ids and one.counts(person))


def number_counted(case: Case, plan: Plan, limit: Limit) -> int:
    """Return how many placements of a plan a limit counts."""
    known = _reach(case, limit, case.sites)
    return sum(
        placement.site_id in known.site_ids and known.counts(case.candidate_of[placement.candidate_id])
        for placement in plan.placements
    )


def _reach(case: Case, limit: Limit, sites: tuple[Site, ...]) -> Reach:
    return reach(limit, sites, {n.code: n.borough for n in case.neighbourhoods})
