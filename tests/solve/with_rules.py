"""Cases with other rules, written down by hand: what a conflict says is tested on them from scratch."""

from collections.abc import Iterable
from dataclasses import replace

from planner.domain import FIXED, Case, Conflict

MANY = 99
"""Posts of a site whose number does not count."""


def alone(case: Case, rules: Iterable[Conflict]) -> Case:
    """Return the case with no other rules than these."""
    kept = list(rules)
    posts = {str(c.params["site_id"]): int(c.params["posts"]) for c in kept if c.rule == "site_posts"}
    fixed = {(c.params["candidate_id"], c.params["site_id"]) for c in kept if c.rule in {k.value for k in FIXED}}
    sides = {(c.params["limit"], side) for c in kept if c.rule == "limit" for side in c.params}
    money = {(c.params["payer"], c.params["year"]) for c in kept if c.rule == "budget"}
    scenario = case.scenario
    limits = []
    for number, limit in enumerate(scenario.limit, 1):
        at_least = limit.at_least if (number, "at_least") in sides else None
        at_most = limit.at_most if (number, "at_most") in sides else None
        if at_least is not None or at_most is not None:
            limits.append(limit.model_copy(update={"at_least": at_least, "at_most": at_most}))
    return replace(
        case,
        sites=tuple(replace(s, posts=posts.get(s.site_id, MANY)) for s in case.sites),
        decisions=tuple(d for d in case.decisions if (d.candidate_id, d.site_id) in fixed),
        scenario=scenario.model_copy(
            update={
                "posts": scenario.posts if any(c.rule == "posts" for c in kept) else None,
                "max_changes": scenario.max_changes if any(c.rule == "max_changes" for c in kept) else None,
                "limit": tuple(limits),
                "budget": {
                    payer: {year: cents for year, cents in years.items() if (payer.value, year) in money}
                    for payer, years in scenario.budget.items()
                },
            }
        ),
    )


def relaxed(case: Case, rule: Conflict, amount: int) -> Case:
    """Return the case in which one rule gives way by an amount; a decision goes, whatever the amount."""
    scenario, params = case.scenario, rule.params
    if rule.rule == "site_posts":
        sites = (replace(s, posts=s.posts + amount) if s.site_id == params["site_id"] else s for s in case.sites)
        return replace(case, sites=tuple(sites))
    if rule.rule in {kind.value for kind in FIXED}:
        gone = params["candidate_id"], params["site_id"]
        return replace(case, decisions=tuple(d for d in case.decisions if (d.candidate_id, d.site_id) != gone))
    if rule.rule == "posts":
        update = {"posts": (scenario.posts or 0) + amount}
    elif rule.rule == "max_changes":
        update = {"max_changes": (scenario.max_changes or 0) + amount}
    elif rule.rule == "budget":
        years = {p: dict(y) for p, y in scenario.budget.items()}
        next(y for p, y in years.items() if p.value == params["payer"])[int(params["year"])] += amount
        update = {"budget": years}
    else:
        limits = list(scenario.limit)
        at = int(params["limit"]) - 1
        side = "at_least" if "at_least" in params else "at_most"
        number = getattr(limits[at], side) + (-amount if side == "at_least" else amount)
        limits[at] = limits[at].model_copy(update={side: number})
        update = {"limit": tuple(limits)}
    return replace(case, scenario=scenario.model_copy(update=update))
