"""Parts of a case from their own files: people without the rest, places without the people."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from planner.domain import Candidate, Case, Neighbourhood, Scenario, Site, Transport
from planner.errors import Problem, raise_errors
from planner.tables import schemas
from planner.tables.case_writer import write_case_files
from planner.tables.cases import Reading, read_case, ride
from planner.tables.columns import Parsed, Schema
from planner.tables.counts import read_neighbourhoods
from planner.tables.crosschecks import check_tables
from planner.tables.mending import Mend, mended
from planner.tables.raw import Bundle, warning
from planner.tables.reader import read_table
from planner.tables.sources import from_path, from_uploads


@dataclass(frozen=True, slots=True)
class PeopleReading:
    """People who fit the places they are read for, and the warnings that came up."""

    candidates: tuple[Candidate, ...]
    notes: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class PlacesReading:
    """Places that hold together, and the warnings that came up."""

    neighbourhoods: tuple[Neighbourhood, ...]
    sites: tuple[Site, ...]
    travel_times: Mapping[tuple[str, str, Transport], int]
    notes: tuple[Problem, ...]


def read_people(
    files: Mapping[str, bytes], places: Case, *, wage_tables: Collection[str], mend: Mend | None = None
) -> PeopleReading:
    """Read ``candidates`` from uploads; every other table is left alone.

    Parameters
    ----------
    files
        Contents by name: a CSV file, a workbook, or a ZIP file of a folder.
    places
        Where the people live and may work; its own people do not matter.
    mend
        What is changed in the table before it is read.

    Raises
    ------
    InputError
        With every problem found.
    """
    with TemporaryDirectory() as folder:
        write_case_files(replace(places, candidates=(), decisions=(), previous_plan=()), Path(folder))
        known = from_path(Path(folder), None)
    bundle = people_tables(files, mend or Mend())
    sites, people = schemas.sites(wage_tables), schemas.CANDIDATES
    tables = {
        schema.name: read_table(known.tables[schema.name], schema, []) for schema in (schemas.NEIGHBOURHOODS, sites)
    }
    tables |= _read(bundle, people)
    bundle.problems += check_tables(tables)
    raise_errors(bundle.problems)
    return PeopleReading(tables[people.name].records(Candidate), tuple(bundle.problems))


def people_tables(files: Mapping[str, bytes], mend: Mend) -> Bundle:
    """Return ``candidates`` as it stands in uploads, after some changes.

    Raises
    ------
    InputError
        Where the files cannot be opened at all.
    """
    return mended(_gather(files, "candidates"), mend)


def places_tables(files: Mapping[str, bytes], mend: Mend) -> Bundle:
    """Return ``neighbourhoods``, ``sites`` and ``travel_times`` as they stand in uploads, after some changes.

    Raises
    ------
    InputError
        Where the files cannot be opened at all.
    """
    return mended(_gather(files, "neighbourhoods", "sites", "travel_times"), mend)


def read_places(files: Mapping[str, bytes], *, wage_tables: Collection[str], mend: Mend | None = None) -> PlacesReading:
    """Read ``neighbourhoods``, ``sites`` and ``travel_times`` from uploads; people among them are not looked at.

    Parameters
    ----------
    files
        Contents by name: CSV files, a workbook, or a ZIP file of a folder.
    mend
        What is changed in the tables before they are read.

    Raises
    ------
    InputError
        With every problem found.
    """
    known = (schemas.NEIGHBOURHOODS, schemas.sites(wage_tables), schemas.TRAVEL_TIMES)
    bundle = places_tables(files, mend or Mend())
    tables = _read(bundle, *known)
    bundle.problems += check_tables(tables)
    neighbourhoods: tuple[Neighbourhood, ...] = ()
    if "neighbourhoods" in tables:
        neighbourhoods = read_neighbourhoods(tables["neighbourhoods"], bundle.problems)
    raise_errors(bundle.problems)
    rides = tables["travel_times"].records(ride) if "travel_times" in tables else ()
    return PlacesReading(neighbourhoods, tables["sites"].records(Site), dict(rides), tuple(bundle.problems))


def fit_scenario(scenario: Scenario, places: Case, *, wage_tables: Collection[str]) -> tuple[Problem, ...]:
    """Return the warnings that come up where a scenario is used for places.

    Raises
    ------
    InputError
        If it names what the places do not have.
    """
    whole = replace(places, scenario=scenario, candidates=(), decisions=(), previous_plan=())
    with TemporaryDirectory() as folder:
        write_case_files(whole, Path(folder))
        found: Reading = read_case(Path(folder), wage_tables=wage_tables)
    # The previous plan is chosen when the solve is asked for.
    return tuple(p for p in found.notes if p.file == "scenario.toml" and p.code != "scenario.no_previous_plan")


def _gather(files: Mapping[str, bytes], *names: str) -> Bundle:
    """Return these tables alone; no cell of another one is looked at."""
    others = {name for name in files if name.lower().endswith(".csv") and _table(name) not in names}
    bundle = from_uploads({name: data for name, data in files.items() if name not in others}, with_scenario=False)
    bundle.tables = {name: raw for name, raw in bundle.tables.items() if name in names}
    bundle.broken &= set(names)
    bundle.problems = [p for p in bundle.problems if not p.code.startswith("table.unknown")]
    return bundle


def _table(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).stem.strip().casefold()


def _read(bundle: Bundle, *known: Schema) -> dict[str, Parsed]:
    tables: dict[str, Parsed] = {}
    for schema in known:
        if raw := bundle.tables.get(schema.name):
            tables[schema.name] = read_table(raw, schema, bundle.problems)
            if not raw.rows and schema.name in schemas.REQUIRED:
                bundle.problems.append(warning("table.no_rows", raw.file))
        elif schema.name in schemas.REQUIRED and schema.name not in bundle.broken:
            bundle.problems.append(Problem("table.missing", file=f"{schema.name}.csv"))
    return tables
