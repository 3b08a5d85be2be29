"""A case from its files: the one way in."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from planner.domain import Candidate, Case, Decision, Neighbourhood, Scenario, Site, Transport
from planner.errors import InputError, Problem, raise_errors
from planner.tables import schemas
from planner.tables.columns import Parsed
from planner.tables.counts import known_counts, read_neighbourhoods
from planner.tables.crosschecks import check_tables
from planner.tables.raw import Bundle, warning
from planner.tables.reader import read_table
from planner.tables.scenario import parse_scenario
from planner.tables.scenario_checks import check_scenario
from planner.tables.sources import from_path, from_uploads


@dataclass(frozen=True, slots=True)
class Reading:
    """A case that holds together, and the warnings that came up on the way."""

    case: Case
    notes: tuple[Problem, ...]


def read_case(source: Path, scenario: Path | None = None, *, wage_tables: Collection[str]) -> Reading:
    """Read a case.

    Parameters
    ----------
    source
        A folder of CSV files, an ``.xlsx`` workbook, or a ``.zip`` of such a folder.
    scenario
        The scenario file; by default ``scenario.toml`` in the folder, or ``NAME.toml`` beside the workbook.
    wage_tables
        Names that ``pay`` of a site may have.

    Raises
    ------
    InputError
        With every problem of every file, warnings included.
    """
    return _assemble(from_path(source, scenario), wage_tables)


def read_uploads(files: Mapping[str, bytes], *, wage_tables: Collection[str]) -> Reading:
    """Read a case from uploaded files by name: CSV files or a workbook with a TOML file, or a ZIP file of a folder.

    Raises
    ------
    InputError
        With every problem of every file, warnings included.
    """
    return _assemble(from_uploads(files), wage_tables)


def _assemble(bundle: Bundle, wage_tables: Collection[str]) -> Reading:
    problems = bundle.problems
    tables = _parse(bundle, wage_tables)
    scenario = _scenario(bundle, problems)
    problems += check_tables(tables)
    neighbourhoods: tuple[Neighbourhood, ...] = ()
    counts = None
    if "neighbourhoods" in tables:
        neighbourhoods = read_neighbourhoods(tables["neighbourhoods"], problems)
        counts = known_counts(tables["neighbourhoods"])
    if scenario and bundle.scenario:
        problems += check_scenario(scenario, bundle.scenario.file, tables, counts)
    raise_errors(problems)
    if scenario is None:
        raise InputError.of("file.missing", file="scenario.toml")
    case = Case(
        scenario=scenario,
        neighbourhoods=neighbourhoods,
        sites=tables["sites"].records(Site),
        candidates=tables["candidates"].records(Candidate),
        travel_times=_travel_times(tables.get("travel_times")),
        decisions=tables["decisions"].records(Decision) if "decisions" in tables else (),
        previous_plan=tables["previous_plan"].records(_pair) if "previous_plan" in tables else (),
    )
    return Reading(case, tuple(problems))


def _parse(bundle: Bundle, wage_tables: Collection[str]) -> dict[str, Parsed]:
    """Read every table there is, and say which are missing or without rows."""
    known = (
        schemas.NEIGHBOURHOODS,
        schemas.sites(wage_tables),
        schemas.CANDIDATES,
        schemas.TRAVEL_TIMES,
        schemas.DECISIONS,
        schemas.PREVIOUS_PLAN,
    )
    tables: dict[str, Parsed] = {}
    for schema in known:
        if raw := bundle.tables.get(schema.name):
            tables[schema.name] = read_table(raw, schema, bundle.problems)
            if not raw.rows and schema is schemas.NEIGHBOURHOODS:
                bundle.problems.append(Problem("table.no_rows", file=raw.file))
            elif not raw.rows and schema.name in schemas.REQUIRED:
                bundle.problems.append(warning("table.no_rows", raw.file))
        elif schema.name in schemas.REQUIRED and schema.name not in bundle.broken:
            bundle.problems.append(Problem("table.missing", file=f"{schema.name}.csv"))
    return tables


def _scenario(bundle: Bundle, problems: list[Problem]) -> Scenario | None:
    if bundle.scenario is None:
        return None
    try:
        return parse_scenario(bundle.scenario)
    except InputError as error:
        problems.extend(error.problems)
        return None


def _travel_times(parsed: Parsed | None) -> Mapping[tuple[str, str, Transport], int]:
    return dict(parsed.records(ride)) if parsed else {}


def ride(origin: str, destination: str, transport: Transport, minutes: int) -> tuple[tuple[str, str, Transport], int]:
    """Return a row of ``travel_times`` as key and value."""
    return (origin, destination, transport), minutes


def _pair(candidate_id: str, site_id: str) -> tuple[str, str]:
    return candidate_id, site_id
