"""Sentences of ``planner.synthetic``."""

from planner.messages.texts import N_

TEXTS: dict[str, str] = {
    "synthetic_data_missing": N_("The program's own table {file} is missing from its data folder."),
    "synthetic_number": N_(
        "{name} = {number} is not possible. Allowed: whole numbers from 0, and at least one site where there are posts."
    ),
}
