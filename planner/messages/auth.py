"""Sentences of the door: why somebody may not come in."""

from planner.messages.texts import N_

TEXTS: dict[str, str] = {
    "auth.unreadable": N_("The file with the set-up of the sign-in (secrets.toml) cannot be read. Nobody can come in."),
    "auth.wrong": N_(
        "The set-up of the sign-in (secrets.toml, section [auth]) is not right at “{key}”. Nobody can come in."
    ),
    "auth.host": N_("This server does not answer under that name."),
    "auth.not_here": N_(
        "No sign-in is set up, so the program answers only on the very computer it runs on. Please set up the "
        "organisation's sign-in."
    ),
    "auth.not_yours": N_("This belongs to somebody else, or the session has ended."),
}
