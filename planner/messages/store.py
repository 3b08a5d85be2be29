"""Sentences of ``planner.store``: what keeps the database from working, and why a decision is not taken."""

from planner.messages.texts import N_

TEXTS: dict[str, str] = {
    "store.url": N_(
        "PLANNER_DATABASE_URL is no address of a database. Allowed: sqlite:///FILE or postgresql://USER@HOST/NAME."
    ),
    "store.no_driver": N_(
        "PostgreSQL needs the extra “postgres”: pip install 'quartiersassistenten-planner[postgres]'."
    ),
    "store.busy": N_("Others are writing to the database at the moment. Nothing was changed; please try again."),
    "store.gone": N_("The database cannot be reached. Nothing was changed; please try again later."),
    "store.full": N_("The disk of the database is full. Nothing was changed; please make room and try again."),
    "store.read_only": N_("The database may only be read. Nothing was changed."),
    "store.damaged": N_("The database is damaged. Please restore the last backup (planner db restore)."),
    "store.failed": N_("The database refused ({kind}). Nothing was changed."),
    "store.older": N_("The database is older than this program. Please run: planner db upgrade."),
    "store.newer": N_("The database was written by a newer version of this program. Please install that version."),
    "store.foreign": N_("The database already holds something else. Please name an empty one."),
    "store.no_project": N_("There is no such project."),
    "store.no_places": N_("No places have been imported yet: neighbourhoods and sites are needed."),
    "store.no_person": N_("There is no such candidate."),
    "store.no_scenario": N_("There is no such scenario in this project."),
    "store.no_case": N_("There is no such case in this project."),
    "store.no_plan": N_("There is no such plan."),
    "store.no_job": N_("There is no such run."),
    "store.no_user": N_("There is no such user."),
    "store.changed_meanwhile": N_(
        "Changed meanwhile by {by} ({at}). Nothing was overwritten; please look at it again."
    ),
    "forgotten.request": N_("A person of this case was deleted at their request; it cannot be shown or solved again."),
    "forgotten.proposal": N_(
        "A person of this case was deleted, as no proposal was taken up in time; it cannot be shown or solved again."
    ),
    "forgotten.run": N_("This run was deleted at the end of its period; it cannot be shown or solved again."),
    "forgotten.placement": N_(
        "A person of this case was deleted some time after their work ended; it cannot be shown or solved again."
    ),
    "forgotten.clearance": N_(
        "The note of a record check in this case was deleted after the work ended; it cannot be shown or solved again."
    ),
    "backup.failed": N_("The backup could not be written. Is the folder there, and is there room?"),
    "backup.none": N_("The file is no backup of this program, or it is damaged."),
    "backup.not_empty": N_("The database is not empty. To replace everything in it, say so (--replace)."),
    "decision.no_reason": N_("A decision needs a reason."),
    "decision.no_step": N_("From “{before}” there is no step to “{after}”."),
    "decision.ended_before": N_("The last working day ({until}) is before the first ({since})."),
    "decision.fixed_elsewhere": N_("The person is already pinned, accepted or working at site {site_id}."),
    "audit.changed": N_("Entry {seq} was changed after it was written."),
    "audit.missing": N_("Entries before {seq} were removed."),
    "audit.unlinked": N_("Entry {seq} does not follow the one before it."),
    "audit.backwards": N_("Entry {seq} is dated before the one before it."),
    "audit.cut": N_("The end of the trail is missing; it went up to entry {seq}."),
    "audit.beyond": N_("The noted end of the trail is not where it ends (entry {seq})."),
    "audit.anchor": N_("This is not the trail that was noted earlier, up to entry {seq}."),
}
