"""Sentences of the room for boundaries and minutes."""

from planner.messages.texts import N_

TEXTS: dict[str, str] = {
    # Boundaries from a file
    "geo.file_missing": N_("The file of boundaries {file} cannot be opened."),
    "geo.file_kind": N_("{file} is no file of boundaries. Allowed: .geojson, .json, .gpkg, .shp."),
    "geo.file_too_big": N_("{file} is larger than {limit} MB, which is too large for boundaries."),
    "geo.file_content": N_("{file} cannot be read: its content is not what its ending says, or it is damaged."),
    "geo.no_areas": N_("{file} holds no areas."),
    "geo.no_crs": N_(
        "{file} does not say its system of coordinates. A Shapefile needs its .prj file beside it; a GeoPackage must "
        "name the system."
    ),
    "geo.crs_wrong": N_("The coordinates of {file} do not fit the system it names ({crs})."),
    "geo.no_code_column": N_(
        "{file} has no column that looks like the code of a neighbourhood. It has: {columns}. Name the column, or "
        "rename it to one of: {looked_for}."
    ),
    "geo.column_unknown": N_("{file} has no column {value}. It has: {columns}. Nearest: {near}."),
    "geo.codes_missing": N_("{file}: {count} areas have no code in column {column} (areas {rows})."),
    "geo.not_an_area": N_("{file}: feature {number} is no area but {kind}. Allowed: Polygon, MultiPolygon."),
    "geo.overlap": N_("{file}: areas overlap, or their common borders do not meet exactly."),
    "geo.dresden_incomplete": N_(
        "{file} lacks districts of Dresden: {codes}. Cases with them keep the generalised map."
    ),
    "geo.stored_unreadable": N_("The imported boundaries ({file}) are damaged and are not used. Import them again."),
    # Boundaries from the city
    "geo.fetch_address": N_("{url} is no address that starts with http:// or https://."),
    "geo.fetch_offline": N_(
        "{url} cannot be reached. The generalised map stays in use; a file with boundaries can be imported instead."
    ),
    "geo.fetch_refused": N_("{url} refused the request (HTTP {status})."),
    "geo.fetch_answer": N_("{url} did not answer with GeoJSON."),
    "geo.fetch_count": N_(
        "{url} answered with {got} areas (column {column}); expected are exactly the {expected} districts of Dresden. "
        "Nothing was changed."
    ),
    # Where the map and the minutes come from
    "geo.source_reference_points": N_("Generalised borders, computed from reference points"),
    "geo.source_city": N_("Official borders of the city"),
    "geo.source_file": N_("Imported borders"),
    "geo.minutes_case_table": N_("Minutes from the case's travel_times.csv"),
    "geo.minutes_dresden": N_(
        "Minutes from the model of Dresden's network of 5 January 2026, door to door; direct rides ± 5 minutes, with "
        "two changes ± 10"
    ),
    "geo.minutes_geometry": N_("Minutes estimated from the straight line with a detour, rounded up"),
    "geo.minutes_mixed": N_("Minutes from the case's travel_times.csv, its gaps filled"),
    # Minutes
    "geo.rows_missing_dresden": N_(
        "{file} has no row for {ways} of {total} ways with transport {transport}; they are taken from the model of "
        "Dresden's network."
    ),
    "geo.rows_missing_geometry": N_(
        "{file} has no row for {ways} of {total} ways with transport {transport}; they are estimated from the straight "
        "line."
    ),
    "geo.no_minutes": N_(
        "From {value} ({name}) {ways} ways with transport {transport} are unknown, the first to {example}: {file} has "
        "no row, and a position is missing. Add rows, or lat and lon to neighbourhoods.csv, or import boundaries."
    ),
}
