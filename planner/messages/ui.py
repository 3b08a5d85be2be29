"""What the app says by code: fields of activity, skills, units of the objectives."""

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

SKILLS = {
    "computer": N_("use of a computer"),
    "cooking": N_("cooking"),
    "crafts": N_("crafts"),
    "driving_licence": N_("driving licence"),
    "first_aid": N_("first aid"),
    "gardening": N_("gardening"),
}

UNITS = {
    "shortage": N_("missing proposals"),
    "placements": N_("people with a proposal"),
    "coverage": N_("percent of the need, by Sainte-Laguë"),
    "quality": N_("points, 0 to 100 a proposal"),
    "commute": N_("minutes one way, all together"),
    "changes": N_("proposals of the previous plan given up"),
    "lot": N_("numbers drawn, all together"),
}

TEXTS = {f"field_name.{name}": message for name, message in FIELDS.items()}
TEXTS |= {f"skill_name.{name}": message for name, message in SKILLS.items()}
TEXTS |= {f"unit.{name}": message for name, message in UNITS.items()}
