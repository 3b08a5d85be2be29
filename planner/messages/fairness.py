"""Sentences of ``planner.fairness``: envy, the blind probe, groups side by side."""

from planner.messages.texts import N_

TEXTS: dict[str, str] = {
    "fairness.no_plan": N_("There is nothing to look at: the plan has no placements."),
    "cli.phase_envy": N_("Asking what giving a post away would cost"),
    "cli.phase_probe": N_("Planning anew with changes that must not matter"),
    # envy
    "envy.nobody": N_("Nobody waits longer and would fit a post better than the person who got it."),
    "envy.head": N_(
        "{number} times somebody waits longer and would fit a post better than the person who got it"
        " ({people} people are concerned). Why it went to the other person:"
    ),
    "envy.count.rule": N_("{number} × because of a rule"),
    "envy.count.tier": N_("{number} × because of an aim above the quality of fit"),
    "envy.count.quality": N_("{number} × because the fit of all people together would become worse"),
    "envy.count.none": N_("{number} × without such a reason: only a lower aim or the lot made the difference"),
    "envy.count.open": N_("{number} × not settled in the time given"),
    "envy.preview": N_("{number} of these answers are a preview from recorded prices, not the whole price."),
    "envy.clean": N_("Nobody is owed a reason: each time a rule or an aim down to the quality of fit is one."),
    "envy.rule_count": N_("{number} × {rule}"),
    "envy.rule.pin": N_("pinned by a reviewer"),
    "envy.rule.accepted": N_("accepted already"),
    "envy.rule.started": N_("started already"),
    "envy.rule.tandem": N_("tandem"),
    "envy.rule.limit": N_("limit"),
    "envy.rule.budget": N_("budget"),
    "envy.rule.posts": N_("number of placements"),
    "envy.rule.site_posts": N_("posts of the site"),
    "envy.rule.max_changes": N_("most changes allowed"),
    "envy.rule.unknown": N_("rules that were not found in the time given"),
    "envy.who_unplaced": N_("{candidate} (waits since {since}, without a proposal)"),
    "envy.who_placed": N_("{candidate} (waits since {since}, proposed at {own_site} with quality {own_quality})"),
    "envy.who_unplaced_bare": N_("{candidate} (waits longer, without a proposal)"),
    "envy.who_placed_bare": N_("{candidate} (waits longer, proposed at {own_site} with quality {own_quality})"),
    "envy.claim": N_("{who} would reach quality {quality} at {site}; {holder} has the post with {holder_quality}."),
    "envy.why.rule": N_("No admissible plan gives the post away so: {rules}."),
    "envy.why.tier": N_("The best plan that does so loses {amount} in the aim “{tier}”, which ranks above quality."),
    "envy.why.quality": N_(
        "The best plan that does so loses {amount} in the quality of all people together: what is gained here is lost"
        " elsewhere."
    ),
    "envy.why.none": N_("No rule and no aim down to quality speaks against it; the lot made the difference."),
    "envy.why.none_open": N_(
        "No rule and no aim down to quality speaks against it; which lower aim, or whether the lot, made the difference"
        " was not settled in the time given."
    ),
    "envy.why.none_better": N_(
        "Nothing speaks against it: the best plan that does so is better by at least {amount} in the aim “{tier}”; this"
        " plan is not the best."
    ),
    "envy.why.none_lower": N_(
        "No rule and no aim down to quality speaks against it; only {amount} in the aim “{tier}” does."
    ),
    "envy.why.open": N_("Why is not settled: the time was not enough."),
    "envy.why.preview": N_(
        "Preview: a rule or an aim that ranks above quality speaks against it, “{tier}” with at least {amount} if no"
        " other."
    ),
    # the blind probe
    "blind.proven": N_(
        "Blind: in {number} probes the case, its possible pairs and the plan came out the same to the last bit."
    ),
    "blind.held": N_("No probe was seen by the program, but not everything is shown:"),
    "blind.not_blind": N_("NOT BLIND: the program saw what must not matter."),
    "blind.groups": N_("Columns of groups.csv: {columns}."),
    "blind.invented": N_("The case brings no groups.csv; groups were drawn by chance."),
    "blind.incomplete": N_("Not all probes were made."),
    "blind.change.retold": N_("tables written anew, cell by cell"),
    "blind.change.groups_absent": N_("without groups.csv"),
    "blind.change.groups_permuted": N_("everybody with the groups of somebody else"),
    "blind.change.groups_swapped": N_("the two largest groups of each column exchanged"),
    "blind.change.columns_added": N_("columns outside the contract added, one of them with the groups"),
    "blind.change.columns_permuted": N_("columns outside the contract exchanged between people"),
    "blind.change.rows_shuffled": N_("rows in another order"),
    "blind.change.columns_shuffled": N_("columns in another order"),
    "blind.same": N_("{change}: the same"),
    "blind.seen": N_("{change}: DIFFERENT ({parts}; {moved} people have another place)"),
    "blind.open": N_("{change}: case and pairs the same; the plan differs, but a time limit cut a solve off"),
    "blind.part.case": N_("the case as read"),
    "blind.part.pairs": N_("the possible pairs"),
    "blind.part.plan": N_("the plan"),
    "blind.refused": N_("A column named {columns} about people is refused when it is read."),
    "blind.not_refused": N_("A column named {columns} about people was READ."),
    "blind.proxies": N_(
        "Blindness is no proof of fair outcomes: a requirement can weigh on one group more than on others."
        " “planner fairness groups” measures that, requirement by requirement."
    ),
    # groups
    "groups.no_column": N_("{file} has no column of groups beside candidate_id."),
    "groups.unknown_people": N_("{number} candidate ids of {file} are not in the case; they were passed over."),
    "groups.women": N_("“{value}”: the group of the women is given as COLUMN=GROUP, as in sex=f, and must be there."),
    "groups.no_women": N_(
        "{file}: a share of the women was given, but none of the columns ({value}) has a group named as theirs. "
        "Name it as COLUMN=GROUP."
    ),
    "groups.share": N_("“{value}” is no share of the women. Allowed: above 0, below 1 (0.48 means 48 percent)."),
    "groups.everybody": N_("all people"),
    "groups.not_stated": N_("not stated"),
    "groups.others": N_("small groups together"),
    "groups.head": N_("Groups of column “{column}”"),
    "groups.one": N_("Only one group can be shown; there is nothing to compare."),
    "groups.col.group": N_("Group"),
    "groups.col.present": N_("People"),
    "groups.col.eligible": N_("fundable"),
    "groups.col.feasible": N_("with a possible post"),
    "groups.col.placed": N_("proposed"),
    "groups.col.requirement": N_("Requirement"),
    "groups.col.refuses": N_("Pairs it refuses"),
    "groups.col.alone": N_("refuses alone"),
    "groups.col.opens": N_("People it shuts out alone"),
    "groups.measure.eligible": N_("are fundable"),
    "groups.measure.feasible": N_("have a possible post"),
    "groups.measure.placed": N_("are proposed"),
    "groups.measure.feasible_of_eligible": N_("of the fundable have a possible post"),
    "groups.measure.placed_of_feasible": N_("of those with a possible post are proposed"),
    "groups.gap": N_(
        "{group}: {share} {measure} ({low} to {high}), of everybody else {others}: more than chance explains (p = {p})."
    ),
    "groups.no_gap": N_("No rate differs between the groups by more than chance explains (p < {p})."),
    "groups.unknown_gaps": N_("No rate may be compared: the groups are too small."),
    "groups.barrier": N_(
        "Without the requirement “{requirement}”, {share} of {group} would have a possible post who have none, of"
        " everybody else {others}: it opens {points} percentage points between them (p = {p})."
    ),
    "groups.no_barrier": N_("No single requirement opens a gap between the groups that goes beyond chance."),
    "groups.weighs": N_(
        "The requirement “{requirement}” refuses {group} {share} of all pairs with a site, everybody on average"
        " {average}."
    ),
    "groups.women_share": N_(
        "Women are {share} of the people proposed ({low} to {high}); to be held against {reference} (§ 1 (2) no. 4 SGB"
        " III). Source: {source}."
    ),
    "groups.women_below": N_("That is less than chance explains (p = {p})."),
    "groups.women_within": N_("It is not below that by more than chance explains (p = {p})."),
    "groups.women_withheld": N_("Women's share of the people proposed is withheld: too few people."),
    "groups.women_unconfirmed": N_(
        "That share is an assumption; give the present one of the unemployed with --women-share."
    ),
    "groups.note.proxies": N_(
        "The optimiser knows none of these groups. That is no proof of fair outcomes: requirements can stand for groups"
        " (proxies), which is why each one is measured here. A gap alone is no proof of discrimination either; whether"
        " a requirement is needed for the work is for people to judge."
    ),
    "groups.note.withheld": N_(
        "Groups of fewer than {threshold} people are counted together, counts are rounded to {rounding}, “.” is"
        " withheld; rates of fewer than {denominator} people are not shown. Intervals (95 percent, Wilson) and tests"
        " (Fisher, exact; Holm for several groups) are computed from the rounded counts."
    ),
    "groups.note.forgotten": N_("The file of groups was read for this run only and is kept nowhere."),
}
