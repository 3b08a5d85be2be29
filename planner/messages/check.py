"""What a check finds wrong with a plan, one sentence per rule."""

from planner.messages.texts import N_

TEXTS = {
    "check.scenario": N_("The plan was made for another scenario: “{stated}” instead of “{expected}”."),
    "check.case_hash": N_("The plan was made from other data: fingerprint {stated} instead of {expected}."),
    "check.law": N_("The plan was made under another version of the law: {stated} instead of {expected}."),
    "check.status": N_("The status {status} does not fit the proof; objectives not proven: {open}."),
    "check.conflict": N_(
        "An infeasible plan names the rules in conflict and no other plan does: status {status}, {rules} rules named."
    ),
    "check.nothing_shown": N_("A plan with the status {status} and nothing to show has {rows} rows."),
    "check.candidate_known": N_("{candidate_id} is placed but is not a candidate of the case."),
    "check.site_known": N_("{candidate_id} is placed at {site_id}, which is not a site of the case."),
    "check.candidate_once": N_("{candidate_id} is placed {placed} times; once is allowed."),
    "check.site_posts": N_("{placed} people are placed at {site_id}, which has {posts} posts."),
    "check.posts": N_("{placed} people are placed; the scenario allows {posts}."),
    "check.limit_at_most": N_("Limit “{limit}” counts {got} placements; at most {at_most} are allowed."),
    "check.limit_at_least": N_("Limit “{limit}” counts {got} placements; at least {at_least} are a must."),
    "check.budget": N_("{payer} spends {cents} cents in {year}; the budget is {budget} cents."),
    "check.max_changes": N_(
        "{changes} placements of the previous plan are given up; at most {max_changes} are allowed."
    ),
    "check.pin": N_("{candidate_id} is pinned to {site_id} but not placed there."),
    "check.accepted": N_("{candidate_id} was accepted at {site_id} but is not placed there."),
    "check.started": N_("{candidate_id} has started at {site_id} but is not placed there."),
    "check.tandem": N_("The {members} people of tandem “{tandem}” are not all at one site; some are at {site_ids}."),
    "check.pair_not_eligible": N_("{candidate_id} is placed at {site_id} but is not eligible."),
    "check.pair_unclear": N_("{candidate_id} is placed at {site_id} although eligibility is unclear."),
    "check.pair_hours": N_("{candidate_id} and {site_id} have no weekly hours in common."),
    "check.pair_language": N_("{candidate_id} lacks a language that {site_id} requires."),
    "check.pair_skill": N_("{candidate_id} lacks a skill that {site_id} requires."),
    "check.pair_clearance": N_("{candidate_id} lacks the criminal record check that {site_id} requires."),
    "check.pair_measles": N_("{candidate_id} lacks the proof of measles protection that {site_id} requires."),
    "check.pair_step_free": N_("{candidate_id} needs a step-free place; {site_id} is not step-free."),
    "check.pair_shift": N_("{candidate_id} and {site_id} have no shift in common."),
    "check.pair_available": N_("{candidate_id} or {site_id} is not available at the start."),
    "check.pair_permit": N_("The permit of {candidate_id}, placed at {site_id}, ends before the start."),
    "check.pair_commute": N_("The way of {candidate_id} to {site_id} is too long."),
    "check.pair_field_refused": N_("{candidate_id} refuses the field of activity of {site_id}."),
    "check.pair_neighbourhood_refused": N_("{candidate_id} refuses the neighbourhood of {site_id}."),
    "check.pair_forbidden": N_("{candidate_id} is placed at {site_id}, which a reviewer has forbidden."),
    "check.pair_declined": N_("{candidate_id} is placed at {site_id}, which was declined."),
    "check.placement_neighbourhood": N_(
        "{candidate_id} at {site_id}: the neighbourhood is {stated} instead of {expected}."
    ),
    "check.placement_start": N_(
        "{candidate_id} at {site_id}: the first working day is {stated} instead of {expected}."
    ),
    "check.placement_hours": N_("{candidate_id} at {site_id}: {stated} hours a week instead of {expected}."),
    "check.placement_minutes": N_("{candidate_id} at {site_id}: {stated} minutes one way instead of {expected}."),
    "check.placement_quality": N_("{candidate_id} at {site_id}: the quality is {stated} instead of {expected}."),
    "check.placement_marks": N_("{candidate_id} at {site_id}: the marks are “{stated}” instead of “{expected}”."),
    "check.placement_costs": N_(
        "{candidate_id} at {site_id}: {payer} pays {stated} cents in {year} instead of {expected}."
    ),
    "check.unplaced_missing": N_("{candidate_id} is neither placed nor listed as unplaced."),
    "check.unplaced_placed": N_("{candidate_id} is both placed and listed as unplaced."),
    "check.unplaced_once": N_("{candidate_id} is listed as unplaced {rows} times."),
    "check.unplaced_known": N_("{candidate_id} is listed as unplaced but is not a candidate of the case."),
    "check.unplaced_reason": N_("{candidate_id} is unplaced with the reason {stated} instead of {expected}."),
    "check.neighbourhood_rows": N_("Neighbourhood {code} has {stated} rows instead of {expected}."),
    "check.neighbourhood_need": N_("Neighbourhood {code}: the need is {stated} instead of {expected}."),
    "check.neighbourhood_target": N_(
        "The targets do not share out the placements by need: {stated} of {expected} shared out; too many for {code}, "
        "too few for {other}."
    ),
    "check.neighbourhood_placed": N_("Neighbourhood {code}: {stated} placed instead of {expected}."),
    "check.neighbourhood_planned_posts": N_("Neighbourhood {code}: {stated} planned posts instead of {expected}."),
    "check.limit_rows": N_(
        "The table of limits has {stated} rows, the scenario {expected} limits; different: {limits}."
    ),
    "check.limit_got": N_("Limit “{limit}”: {stated} counted instead of {expected}."),
    "check.limit_short": N_("Limit “{limit}”: {stated} missing instead of {expected}."),
    "check.repeated_seed": N_("plan.json states the seed “{stated}” instead of the scenario's “{expected}”."),
    "check.repeated_gap": N_("Objective {tier}: the gap is {stated} instead of {expected}."),
    "check.repeated_proven": N_(
        "Objective {tier}: whether it is proven does not follow from the best value {best} and the bound {bound}."
    ),
    "check.repeated_costs": N_("costs.csv: {payer} pays {stated} cents in {year}; the placements come to {expected}."),
    "check.certificate_missing": N_("The plan brings no certificate."),
    "check.certificate_case": N_("The certificate belongs to another case."),
    "check.certificate_tiers": N_("The certificate and the plan do not name the same objectives."),
    "check.certificate_price": N_("Objective {tier}: the price of row {row} is impossible."),
    "check.certificate_bound": N_("Objective {tier}: the prices prove {expected}, not the stated bound {stated}."),
    "check.tier_rows": N_("The certificate has the objectives {stated} instead of {expected}."),
    "check.tier_value": N_("Objective {tier}: the value is {stated} instead of {expected}."),
    "check.tier_bound": N_("Objective {tier}: value {value} or best {best} is better than the bound {bound}."),
    "check.tier_tolerance": N_(
        "Objective {tier}: value {value} is worse than {worst}, which {best} and its tolerance allow."
    ),
}
