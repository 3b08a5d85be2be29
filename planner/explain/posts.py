"""What one more post is worth, quarter by quarter, also where there is no site yet."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from planner.domain import Case, Neighbourhood, Pairs, Plan, Site, Status, Tier
from planner.domain.need import counts_by, needs, step_value
from planner.explain.difference import Move, TierChange, moves, tier_changes
from planner.explain.price import require_known
from planner.progress import Stop, never
from planner.solve import Workbench, solve

NEW_SITE = "+"
"""Site id of a post that does not exist yet; the reserved sign keeps it apart from every real one."""

FindPairs = Callable[[Case], Pairs]


@dataclass(frozen=True, slots=True)
class ExactValue:
    """The best plan with the post, beside the plan without it.

    Parameters
    ----------
    changes
        Every tier, the lot last.
    moves
        Who is placed differently.
    """

    status: Status
    changes: tuple[TierChange, ...]
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class PostValue:
    """The value of one more post in a quarter.

    Parameters
    ----------
    site_id
        Where the post would be: the site of the quarter that prices promise most for; ``None`` where the quarter has
        no site that is possible for anybody, and the post would be a new one without special requirements.
    estimate
        What one more placement there adds to the coverage: the next Sainte-Laguë step of the quarter.
    at_most
        What prices allow: the first tier that can get better, and by how much where that is known; ``None`` for a new
        site.
    exact
        ``None`` where nobody asked.
    """

    code: str
    site_id: str | None
    estimate: int
    at_most: tuple[Tier, int | None] | None
    exact: ExactValue | None = None


def value_of_posts(
    bench: Workbench,
    find_pairs: FindPairs,
    *,
    codes: Collection[str] | None = None,
    exact: int = 3,
    time_limit: float | None = None,
    stop: Stop = never,
) -> tuple[PostValue, ...]:
    """Return what one more post is worth in each quarter, the most valuable first.

    The post is one more in all, too, where the scenario has a number of posts.

    Parameters
    ----------
    find_pairs
        Makes the pairs of a case with a new site.
    codes
        Quarters; all of them if ``None``.
    exact
        How many of those with the highest estimate to solve anew.
    time_limit
        Seconds per solve.

    Raises
    ------
    InputError
        ``prices.unknown_neighbourhood``.
    """
    case = bench.case
    for code in codes or ():
        require_known(case, code=code)
    wanted = [n for n in case.neighbourhoods if codes is None or n.code in codes]
    placed = counts_by([p.neighbourhood for p in bench.plan.placements])
    need, gains = needs(case), bench.gains()
    values = [
        PostValue(
            code=n.code,
            site_id=(site_id := _most_promising(case, n, gains)),
            estimate=step_value(need[n.code], placed.get(n.code, 0) + 1),
            at_most=gains.get(site_id) if site_id else None,
        )
        for n in wanted
    ]
    values.sort(key=lambda value: (-value.estimate, value.code))
    solved = [_solved(bench, find_pairs, value, time_limit, stop) for value in values[:exact]]
    return (*sorted(solved, key=_rank), *values[exact:])


def _most_promising(case: Case, place: Neighbourhood, gains: Mapping[str, tuple[Tier, int | None]]) -> str | None:
    """Return the site of a quarter for which prices allow the most; the smaller id among equals."""
    order = (*case.scenario.tiers.order, Tier.LOT)
    sites = [s.site_id for s in case.sites if s.neighbourhood == place.code and s.site_id in gains]
    return min(sites, key=lambda s: (order.index(gains[s][0]), -(gains[s][1] or 0), s), default=None)


def with_post(case: Case, code: str, site_id: str | None) -> Case:
    """Return the case with one more post at a site, or at a new one of the quarter, and in all.

    The new site asks for nothing: 15 to 39 hours, morning or afternoon, no language, skill or record check, the
    minimum wage, no material costs, and a field that nobody has to have wanted.
    """
    total = case.scenario.posts
    scenario = case.scenario if total is None else case.scenario.model_copy(update={"posts": total + 1})
    if site_id is None:
        new = Site(site_id=NEW_SITE, name=NEW_SITE, host="", neighbourhood=code, field="", posts=1, step_free=True)
        return replace(case, scenario=scenario, sites=(*case.sites, new))
    sites = tuple(replace(s, posts=s.posts + 1) if s.site_id == site_id else s for s in case.sites)
    return replace(case, scenario=scenario, sites=sites)


def _solved(
    bench: Workbench, find_pairs: FindPairs, value: PostValue, time_limit: float | None, stop: Stop
) -> PostValue:
    case = with_post(bench.case, value.code, value.site_id)
    pairs = bench.pairs if value.site_id else find_pairs(case)
    plan = solve(case, pairs, law_version=bench.plan.law, time_limit=time_limit, stop=stop)
    changes = tier_changes(bench.plan.tiers, plan.tiers)
    return replace(value, exact=ExactValue(plan.status, changes, moves(_ids(bench.plan), _ids(plan))))


def _ids(plan: Plan) -> list[tuple[str, str]]:
    return [(p.candidate_id, p.site_id) for p in plan.placements]


def _rank(value: PostValue) -> tuple[tuple[int, ...], str]:
    """Sort by what is gained, tier after tier."""
    changes = value.exact.changes if value.exact else ()
    return tuple(change.loss for change in changes if change.tier is not Tier.LOT), value.code
