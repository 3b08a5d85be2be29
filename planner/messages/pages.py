"""Names of decisions and of the parts of the quality, as the pages show them."""

from planner.messages.texts import N_

TEXTS: dict[str, str] = {
    "pages.state.none": N_("proposed"),
    "pages.state.pin": N_("pinned"),
    "pages.state.forbid": N_("ruled out"),
    "pages.state.accepted": N_("accepted"),
    "pages.state.declined": N_("declined"),
    "pages.state.started": N_("started"),
    "pages.state.ended": N_("ended"),
    "pages.step.none": N_("Take back"),
    "pages.step.pin": N_("Pin"),
    "pages.step.forbid": N_("Rule out"),
    "pages.step.accepted": N_("Accept"),
    "pages.step.declined": N_("Decline"),
    "pages.step.started": N_("Started work"),
    "pages.step.ended": N_("Ended work"),
    "pages.part.field": N_("Field the person wants"),
    "pages.part.neighbourhood": N_("Neighbourhood the person wants"),
    "pages.part.near_home": N_("Close to home"),
    "pages.part.limit": N_("Brings what the work needs"),
    "pages.part.waiting": N_("Time of waiting"),
    "pages.part.hours": N_("Hours as many as possible"),
}
