"""Sentences of ``planner.jobs``: where a run is, and why it has no plan."""

from planner.messages.texts import N_

TEXTS: dict[str, str] = {
    "jobs.state.queued": N_("waiting"),
    "jobs.state.running": N_("running"),
    "jobs.state.done": N_("finished"),
    "jobs.state.infeasible": N_("impossible"),
    "jobs.state.stopped": N_("stopped without a plan"),
    "jobs.state.failed": N_("failed"),
    "jobs.state.died": N_("died"),
    "jobs.died": N_(
        "The process of this run ended twice without a result, perhaps for want of memory. Nothing was changed; please "
        "start it again or ask whoever runs the program."
    ),
    "jobs.people_changed": N_(
        "The people of the project changed again and again while it was being planned. Please start it again."
    ),
    "jobs.internal": N_("The program made a mistake ({name}). Nothing was changed."),
}
