"""What stands on paper besides the content: titles, footers, words for pictures."""

from planner.messages.texts import N_

TEXTS: dict[str, str] = {
    "pdf.situation": N_("Situation: {project}"),
    "pdf.author": N_("Planner for Quartiersassistenten"),
    "pdf.as_of": N_("As of {date}"),
    "pdf.generalised": N_("Boundaries generalised"),
    "pdf.map_alt": N_("Map of the neighbourhoods: {title}. The table of all neighbourhoods says the same."),
    "pdf.made": N_("How the figures are made"),
}
