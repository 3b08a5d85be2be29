"""Names of fields of activity that cases commonly use; a case may name others."""

from planner.messages.texts import N_

FIELDS = {
    "accommodation": N_("living and neighbours"),
    "children": N_("children and families"),
    "encounter": N_("meeting places"),
    "events": N_("events and culture"),
    "garden": N_("gardens"),
    "language": N_("languages"),
    "navigation": N_("guidance to services"),
    "seniors": N_("older people"),
}

TEXTS = {f"field_name.{name}": message for name, message in FIELDS.items()}
