"""What the app says by code: fields of activity, units of the objectives; and what Streamlit says itself."""

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

UNITS = {
    "shortage": N_("missing proposals"),
    "placements": N_("proposals"),
    "coverage": N_("millionths of the need, by Sainte-Laguë"),
    "quality": N_("points, 0 to 100 a proposal"),
    "commute": N_("minutes one way, all together"),
    "changes": N_("proposals of the previous plan given up"),
    "lot": N_("numbers drawn, all together"),
}

TEXTS = {f"field_name.{name}": message for name, message in FIELDS.items()} | {
    f"unit.{name}": message for name, message in UNITS.items()
}

STREAMLIT = (
    N_("Upload"),
    N_("Add files"),
    N_("{what} per file"),
    N_("Drag and drop files here"),
    N_("Remove {what}"),
    N_("Help for {what}"),
    N_("Open"),
    N_("No results"),
    N_("Clear value"),
    N_("Show/hide columns"),
    N_("Download as CSV"),
    N_("Search"),
    N_("Fullscreen"),
    N_("Close fullscreen"),
    N_("Show/hide columns: {what}"),
    N_("Download as CSV: {what}"),
    N_("Search: {what}"),
    N_("Fullscreen: {what}"),
    N_("Close fullscreen: {what}"),
    N_("Sort ascending"),
    N_("Sort descending"),
    N_("Autosize"),
    N_("Pin column"),
    N_("Unpin column"),
    N_("Hide column"),
    N_("Copy column name"),
)
"""Words of Streamlit's own widgets, which it has in English only. ``{what}`` is a name or a number."""
