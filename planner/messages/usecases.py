"""Sentences of the use cases in ``planner.service``: what is refused and why, and what the audit trail tells."""

from planner.messages.texts import N_

TEXTS: dict[str, str] = {
    "role.planner": N_("Planning"),
    "role.reviewer": N_("Review"),
    "role.leadership": N_("Leadership"),
    "role.admin": N_("Administration"),
    "role.forbidden": N_("This needs another role: {roles}."),
    "role.inactive": N_("This account may no longer sign in."),
    "local.not_loopback": N_(
        "The local profile works only where the program is reached from this very computer (127.0.0.1), not at "
        "{address}. Please set up the organisation's sign-in."
    ),
    "people.fixed_missing": N_(
        "{candidate_id} is pinned, accepted or working at site {site_id} but missing from the list. Please end or "
        "withdraw that first."
    ),
    "places.site_fixed": N_("People are pinned, accepted or working at site {site_id}; it cannot be left out."),
    "places.home_missing": N_("{number} people refer to neighbourhood {code}; it cannot be left out."),
    "people.no_people": N_("No people have been imported yet."),
    "repair.outdated": N_(
        "Something else has changed since the preview: other decisions, people or places. Nothing was saved; please "
        "look at the preview again."
    ),
    "repair.none": N_("With this decision there is no plan that keeps every rule."),
    "repair.no_version": N_("This plan does not come from a scenario of the project; it cannot be repaired."),
    "review.not_in_case": N_("The person is not part of this plan."),
    "project.no_name": N_("A project needs a name."),
    "replay.no_plan": N_("Entry {seq} made no plan that could be made again."),
    "release.no_placements": N_("There is nothing to release: the plan has no placements."),
}
