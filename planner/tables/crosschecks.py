"""What must hold between the cells of a row and between the tables."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from planner.domain import FIXED
from planner.errors import Problem, Severity
from planner.tables.columns import BROKEN, Parsed
from planner.tables.nearest import Suggestions


def cells_of(parsed: Parsed, *columns: str) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield position and values of the rows in which all these columns could be read; nothing if one is absent."""
    if all(name in parsed.values for name in columns):
        for at, values in enumerate(zip(*(parsed.values[name] for name in columns), strict=True)):
            if BROKEN not in values:
                yield at, values


def references(
    parsed: Parsed, column: str, target: Parsed, target_column: str, severity: Severity = Severity.ERROR
) -> Iterator[Problem]:
    """Yield the cells that name something the other table does not have. Lists are checked entry by entry.

    Tables are joined by id alone: a wrong id never falls back to a position.
    """
    known = target.known(target_column)
    near = Suggestions(known)
    code = "reference.unknown" if severity is Severity.ERROR else "reference.gone"
    for at, (value,) in cells_of(parsed, column):
        for entry in sorted(value - known) if isinstance(value, frozenset) else [value]:
            if entry in known:
                continue
            suffix = "_near" if severity is Severity.ERROR and near[entry] else ""
            params = {"table": target.schema.name, "nearest": near[entry]}
            yield parsed.problem(code + suffix, at, column, entry, params, severity)


def ordered(parsed: Parsed, low: str, high: str, code: str) -> Iterator[Problem]:
    """Yield the rows whose ``low`` exceeds ``high``; a blank or absent one counts with its default."""
    if low not in parsed.values and high not in parsed.values:
        return
    blanks = {column.name: column.blank() for column in parsed.schema.columns}
    lows, highs = (parsed.values.get(name, [blanks[name]] * len(parsed)) for name in (low, high))
    for at, (least, most) in enumerate(zip(lows, highs, strict=True)):
        if least is BROKEN or most is BROKEN or least is None or most is None:
            continue
        if least > most:
            shown = low if low in parsed.values else high
            yield parsed.problem(
                code, at, shown, least if shown == low else most, {"low": str(least), "high": str(most)}
            )


def places(parsed: Parsed) -> Iterator[Problem]:
    """Yield the rows with a latitude but no longitude, or the other way round."""
    absent = [None] * len(parsed)
    lats, lons = parsed.values.get("lat", absent), parsed.values.get("lon", absent)
    for at, (lat, lon) in enumerate(zip(lats, lons, strict=True)):
        if (lat is None) != (lon is None):
            yield parsed.problem("row.half_place", at, "lat" if lat is None else "lon")


def fixed_once(decisions: Parsed) -> Iterator[Problem]:
    """Yield the decisions that fix a candidate at a second site."""
    first: dict[str, tuple[int, str]] = {}
    for at, (candidate, site, decision) in cells_of(decisions, "candidate_id", "site_id", "decision"):
        if decision in FIXED:
            row, other = first.setdefault(candidate, (decisions.numbers[at], site))
            if other != site:
                yield decisions.problem("decision.fixed_twice", at, "site_id", site, {"first": row, "other": other})


_WINDOWS = (84, 60, 24)


def benefit_months(candidates: Parsed) -> Iterator[Problem]:
    """Warn of months that cannot be: more than the window has, or not fitting into the longer window."""
    for window in _WINDOWS:
        column = f"benefit_months_last_{window}"
        for at, (months,) in cells_of(candidates, column):
            if months is not None and months > window:
                yield candidates.problem("months.beyond", at, column, months, {"window": window}, Severity.WARNING)
    for longer, shorter in pairwise(_WINDOWS):
        columns = f"benefit_months_last_{shorter}", f"benefit_months_last_{longer}"
        for at, (few, many) in cells_of(candidates, *columns):
            if few is None or many is None or few > shorter or many > longer:
                continue
            if not few <= many <= few + longer - shorter:
                params: dict[str, str | int] = {"few": few, "many": many, "shorter": shorter, "longer": longer}
                yield candidates.problem("months.unlike", at, columns[1], many, params, Severity.WARNING)


def lone_tandems(candidates: Parsed) -> Iterator[Problem]:
    """Warn of a tandem mark that only one person has."""
    members = Counter(mark for _, (mark,) in cells_of(candidates, "tandem") if mark)
    for at, (mark,) in cells_of(candidates, "tandem"):
        if members[mark] == 1:
            yield candidates.problem("tandem.alone", at, "tandem", mark, severity=Severity.WARNING)


def unknown_fields(candidates: Parsed, sites: Parsed) -> Iterator[Problem]:
    """Warn once per field of activity that someone wants or refuses and no site has."""
    known = sites.known("field")
    near = Suggestions(known)
    seen: set[str] = set()
    for column in ("fields_wanted", "fields_refused"):
        for at, (fields,) in cells_of(candidates, column):
            for entry in sorted(fields - known - seen):
                seen.add(entry)
                code = "field.unknown_near" if near[entry] else "field.unknown"
                yield candidates.problem(code, at, column, entry, {"nearest": near[entry]}, Severity.WARNING)


def check_tables(tables: dict[str, Parsed]) -> Iterator[Problem]:
    """Yield everything wrong within and between the tables that could be read."""
    neighbourhoods, sites, candidates = (tables.get(name) for name in ("neighbourhoods", "sites", "candidates"))
    for table in (neighbourhoods, sites):
        if table:
            yield from places(table)
    for table in (sites, candidates):
        if table:
            yield from ordered(table, "min_hours", "max_hours", "row.hours")
    if sites:
        yield from ordered(sites, "available_from", "available_to", "row.available")
    if candidates:
        yield from benefit_months(candidates)
        yield from lone_tandems(candidates)
    if candidates and sites and "field" in sites.values:
        yield from unknown_fields(candidates, sites)
    if "decisions" in tables:
        yield from fixed_once(tables["decisions"])
    for column, name, target, target_column, severity in _REFERENCES:
        if name in tables and target in tables and target_column in tables[target].values:
            yield from references(tables[name], column, tables[target], target_column, severity)


_REFERENCES = (
    ("neighbourhood", "sites", "neighbourhoods", "code", Severity.ERROR),
    ("neighbourhood", "candidates", "neighbourhoods", "code", Severity.ERROR),
    ("neighbourhoods_wanted", "candidates", "neighbourhoods", "code", Severity.ERROR),
    ("neighbourhoods_refused", "candidates", "neighbourhoods", "code", Severity.ERROR),
    ("origin", "travel_times", "neighbourhoods", "code", Severity.ERROR),
    ("destination", "travel_times", "neighbourhoods", "code", Severity.ERROR),
    ("candidate_id", "decisions", "candidates", "candidate_id", Severity.ERROR),
    ("site_id", "decisions", "sites", "site_id", Severity.ERROR),
    ("candidate_id", "previous_plan", "candidates", "candidate_id", Severity.WARNING),
    ("site_id", "previous_plan", "sites", "site_id", Severity.WARNING),
)
"""Column, its table, the table and column it points to, and how bad a wrong one is."""
