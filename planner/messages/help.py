"""One sentence for each figure, heading of a table and layer of a map: how it is made."""

from planner.messages.texts import N_

HEADINGS = {
    "report.hours": N_("The most hours a week that both the person and the site can agree to."),
    "report.minutes": N_("One way, door to door, by the person's means of transport."),
    "report.quality": N_("How well person and site fit: the sum of six parts, each shown in the case under “Review”."),
    "report.marks": N_("What has to be known about the proposal before it is decided on."),
    "report.status": N_("Whether it is proven that no plan is better in the order of the objectives."),
    "report.placed_total": N_("People whom the plan has a place for."),
    "report.need": N_("The neighbourhood's share of the people the programme is for, by the weights of the scenario."),
    "report.target": N_("The neighbourhood's part of the plan's posts, shared out by need (Sainte-Laguë)."),
    "report.placed": N_("Proposals at sites in the neighbourhood, wherever the people live."),
    "report.difference": N_("Above zero: more proposals than the need gives; below zero: fewer."),
    "report.coverage": N_("Proposals divided by the target; blank where the target is 0."),
    "report.planned_posts": N_("Posts of sites that have no host yet."),
    "report.posts": N_("Posts at all sites in the neighbourhood, occupied or not."),
    "report.at_least": N_("What the limit asks for."),
    "report.at_most": N_("What the limit allows."),
    "report.got": N_("Proposals of the plan that count for the limit."),
    "report.short": N_("So many proposals are missing for the minimum."),
    "report.rank": N_("The objective ranked first comes first: those after it never worsen it."),
    "report.value": N_("What the plan reaches."),
    "report.best": N_("What was found at the objective's turn; a tolerance lets the plan end up a little below it."),
    "report.bound": N_("No plan that keeps the objectives before it can be better than this."),
    "report.gap": N_("Distance between bound and best value, in percent; 0 means proven."),
    "report.proven": N_("Yes, if the bound is reached: then no better plan exists."),
    "report.budget": N_("What the scenario allows in this year; it counts every month of every placement."),
    "report.left": N_("Budget less costs."),
    "outlook.running": N_("Placements whose contract runs in this month."),
    "outlook.ended": N_("Contracts that have ended by this month, by law or because the site or the person leaves."),
    "situation.column.planned": N_("Posts that no organisation employs people for yet."),
    "situation.column.occupied": N_("Posts for which the start of work was noted."),
    "situation.column.proposed": N_("Posts that the released plan fills."),
    "situation.column.proposed_short": N_("Posts that the released plan fills."),
    "situation.column.target": N_("The neighbourhood's part of the plan's posts, shared out by need (Sainte-Laguë)."),
    "situation.column.coverage": N_("Posts filled up to the target, divided by the target."),
    "situation.column.placed": N_("People for whom the plan has a place, rounded to five; few people are not shown."),
    "situation.column.unplaced": N_("People for whom the plan has no place, rounded to five; few are not shown."),
}
"""By the code of the heading."""

WORDS = {
    N_("Quality ±"): N_("Points of this site less those of the proposed one."),
    N_("Minutes ±"): N_("Way to this site less the way to the proposed one."),
    N_("Posts left empty there"): N_("Posts of the site that the plan leaves empty."),
    N_("Waiting since"): N_("The day from which the person has waited, as imported."),
    N_("What it would change"): N_("What the objectives lose if the person were there, and who else would move."),
    N_("Estimate (% of the need)"): N_("What one more post adds to the coverage: need / (2·placed + 1)."),
    N_("Without it"): N_("What the best plan without this proposal would lose."),
    N_("Mark"): N_("Forced, with a price, free or left open."),
    N_("Given up"): N_("How much of the best coverage the plan was allowed to give up."),
    N_("Part of the budgets"): N_("Part of every budget that was there to be spent."),
    N_("Mean"): N_("Minutes of all proposals divided by their number."),
    N_("Minutes"): N_("One way, door to door, by the person's means of transport."),
    N_("Change"): N_("Plan B less plan A."),
    N_("Plan A"): N_("As in the plan chosen first."),
    N_("Plan B"): N_("As in the plan chosen second."),
    N_("Released on"): N_("From this day on leadership has seen what may be shown of the plan."),
}
"""By the heading."""

LAYERS = {
    "difference": N_("proposals less target: where more or fewer are planned than the need gives."),
    "rate": N_("proposals per 10,000 people the programme is for."),
    "coverage": N_("proposals divided by target."),
    "field": N_("what most of the proposals of a neighbourhood are about."),
    "need": N_("each neighbourhood's share of the people the programme is for."),
    "target": N_("that share as whole posts (Sainte-Laguë)."),
    "occupied": N_("part of the posts for which the start of work was noted."),
    "running": N_("posts occupied at most in the month of the slider."),
}
"""By the key of the layer; follows its title and a colon."""

FIGURES = {
    "filled": N_("Placements, of the posts of the sites or the scenario's number, whichever is smaller."),
    "coverage": N_("Placements up to each neighbourhood's target, which Sainte-Laguë apportions by need."),
    "way": N_("One way, door to door, by each person's means of transport."),
    "under": N_("Neighbourhoods with fewer placements than their target."),
    "city": N_("What the city pays for all placements of the plan, over all years of their contracts."),
    "forced": N_("No admissible plan exists without these proposals; below, their part of all proposals."),
    "priced": N_("Every plan without one of these is worse in some objective; below, their part of all proposals."),
    "free": N_("Another plan without one of these is as good in every objective; below, their part of all proposals."),
    "open": N_("For these the time ran out; below, their part of all proposals."),
    "rate": N_("People whose first decision took the proposal as it was, of all people decided on."),
}
"""Of tiles, by name."""

TEXTS = {f"help.{code}": message for code, message in HEADINGS.items()}
TEXTS |= {f"help.word.{heading}": message for heading, message in WORDS.items()}
TEXTS |= {f"help.layer.{key}": message for key, message in LAYERS.items()}
TEXTS |= {f"help.figure.{name}": message for name, message in FIGURES.items()}
TEXTS |= {
    "help.money": N_("Wages, social insurance, material costs and grant, added up over the months of all placements."),
    "help.grant_step": N_("Placements whose wage the grant covers to this part in the month."),
}
