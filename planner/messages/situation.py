"""The page for leadership and its PDF: sentences, figures, what needs deciding, what the colours mean."""

from planner.messages.texts import N_

TEXTS: dict[str, str] = {
    "situation.nobody_placed": N_("The plan places nobody; there is nothing to report."),
    "situation.posts": N_("Of {posts} posts {n} are occupied."),
    "situation.planned": N_("Behind {n} posts there is no host yet."),
    "situation.no_plan": N_("No plan has been released yet."),
    "situation.plan": N_("The plan fills {n} posts; {under} neighbourhoods stay below their target."),
    "situation.released": N_(
        "The plan released on {date} fills {n} posts; {under} neighbourhoods stay below their target."
    ),
    "situation.of_all": N_("{n} of {all}"),
    "situation.figure.occupied": N_("Occupied posts"),
    "situation.figure.coverage": N_("Coverage"),
    "situation.figure.placed": N_("People with a place in the plan"),
    "situation.figure.unplaced": N_("People without one"),
    "situation.below.occupied": N_("people who work there today"),
    "situation.below.coverage": N_("of the neighbourhoods' targets"),
    "situation.below.placed": N_("rounded"),
    "situation.below.unplaced": N_("rounded"),
    "situation.about.occupied": N_("Posts for which the start of work was noted, of the posts of all sites."),
    "situation.about.coverage": N_(
        "Posts that the plan fills up to each neighbourhood's target, divided by the sum of the targets; the targets "
        "share the plan's posts out by need (Sainte-Laguë)."
    ),
    "situation.about.placed": N_(
        "People for whom the plan has a place, rounded to five; few people are not shown at all."
    ),
    "situation.about.unplaced": N_(
        "People for whom the plan has no place, rounded to five; few people are not shown at all."
    ),
    "situation.deciding": N_("What needs deciding"),
    "situation.nothing_to_decide": N_("Nothing is waiting for a decision."),
    "situation.decide.release": N_("No plan is in force: planners have to release one."),
    "situation.decide.hosts": N_("{n} posts need a host before anybody can begin there: {places}."),
    "situation.decide.no_posts": N_(
        "{n} more posts would be needed to meet the targets where there are too few: {places}."
    ),
    "situation.decide.empty_posts": N_(
        "{n} posts stay empty although they are there and the target is not met: {places}."
    ),
    "situation.decide.grant": N_(
        "From {date} the grant covers only {share} of wages, from {last_date} only {last_share}."
    ),
    "situation.decide.own_share": N_(
        "What the grant does not cover rises from about {before} in {first} to about {after} in {year}."
    ),
    "situation.decide.ends": N_("By {date} all contracts of the plan have ended: what comes then?"),
    "situation.decide.ends_early": N_(
        "By {date} all contracts of the plan have ended, about {n} of them before their time: what comes then?"
    ),
    "situation.and_more": N_("{places} and {n} more"),
    "situation.map.occupied": N_("Occupied posts"),
    "situation.map.running": N_("Occupied posts by month"),
    "situation.map.difference": N_("Placed − target"),
    "situation.filling.none": N_("nobody works here yet"),
    "situation.filling.nobody": N_("nobody"),
    "situation.filling.some": N_("less than half"),
    "situation.filling.many": N_("half and more"),
    "situation.filling.all": N_("all occupied"),
    "situation.difference.far_under": N_("2 or more too few"),
    "situation.difference.under": N_("1 too few"),
    "situation.difference.met": N_("on target"),
    "situation.difference.over": N_("1 more"),
    "situation.difference.far_over": N_("2 or more above"),
    "situation.no_posts": N_("no posts"),
    "situation.no_target": N_("no target"),
    "situation.unknown": N_("no plan yet"),
    "situation.by_month": N_(
        "Occupied at most: as long as the law and the site allow. When somebody's own contract ends is not public."
    ),
    "situation.column.planned": N_("of them without a host"),
    "situation.column.occupied": N_("of them occupied"),
    "situation.column.proposed": N_("Proposed in the plan"),
    "situation.column.proposed_short": N_("Proposed"),
    "situation.column.target": N_("Target"),
    "situation.column.coverage": N_("Coverage"),
    "situation.column.placed": N_("with a place"),
    "situation.column.unplaced": N_("without"),
    "situation.worst": N_("Covered worst"),
    "situation.best": N_("Covered best"),
    "situation.equity": N_("Equity of coverage"),
    "situation.people": N_("People by borough of their home"),
    "situation.city": N_("City"),
    "situation.grant": N_("Jobcenter"),
    "situation.costs": N_("Costs, rounded to 10,000 EUR"),
}
