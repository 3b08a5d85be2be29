"""Sentences of ``planner.service``: the rules of a conflict in words."""

from planner.messages.texts import N_

TEXTS: dict[str, str] = {
    "conflict.posts": N_("There may be at most {posts} placements in all."),
    "conflict.site_posts": N_("Site {site_id} offers {posts} posts."),
    "conflict.limit": N_("Limit {limit}, “{name}”:"),
    "conflict.limit.at_least": N_("at least {at_least}."),
    "conflict.limit.at_most": N_("at most {at_most}."),
    "conflict.budget": N_("{payer} has {eur} EUR in {year}."),
    "conflict.max_changes": N_("At most {max_changes} placements of the previous plan may be given up."),
    "conflict.pin": N_("{candidate_id} is pinned to site {site_id}."),
    "conflict.accepted": N_("{candidate_id} has been accepted for site {site_id}."),
    "conflict.started": N_("{candidate_id} has started at site {site_id}."),
    "conflict.tandem": N_("The people of tandem {tandem} start at the same site or not at all."),
    "conflict.also.tandem": N_("The whole tandem {tandem} would have to work there."),
    "conflict.relief.number": N_("If it gave way by {number}, there would be a plan."),
    "conflict.relief.money": N_("With {eur} EUR more there would be a plan."),
    "conflict.relief.decision": N_("Without it there would be a plan."),
    "conflict.also.reasons": N_("Against it: {reasons}."),
}
