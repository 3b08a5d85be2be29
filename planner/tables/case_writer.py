"""A case as a folder that reads back equal."""

from dataclasses import fields
from pathlib import Path
from typing import Any

from planner.domain import Candidate, Case, Decision, Site
from planner.tables.atomic import write_folder
from planner.tables.csvout import spell_eur, write_table
from planner.tables.scenario_writer import scenario_toml


def write_case(case: Case, folder: Path) -> None:
    """Write a case as a folder, whole or not at all.

    Raises
    ------
    InputError
        ``folder.taken`` if the folder exists and is not empty, ``folder.failed`` if the system refuses.
    """
    write_folder(folder, lambda path: write_case_files(case, path))


def write_case_files(case: Case, folder: Path) -> None:
    """Write the files of a case into an existing folder; optional tables without rows are left out."""
    _neighbourhoods(case, folder / "neighbourhoods.csv")
    _records(Site, case.sites, folder / "sites.csv", money="material_costs_per_year")
    _records(Candidate, case.candidates, folder / "candidates.csv")
    if case.travel_times:
        rides = ((*key, minutes) for key, minutes in sorted(case.travel_times.items()))
        write_table(folder / "travel_times.csv", ("origin", "destination", "transport", "minutes"), rides)
    if case.decisions:
        _records(Decision, case.decisions, folder / "decisions.csv")
    if case.previous_plan:
        write_table(folder / "previous_plan.csv", ("candidate_id", "site_id"), case.previous_plan)
    (folder / "scenario.toml").write_bytes(scenario_toml(case.scenario).encode())


def _neighbourhoods(case: Case, path: Path) -> None:
    counts = list(case.neighbourhoods[0].counts) if case.neighbourhoods else []
    rows = (
        (n.code, n.name, n.borough, n.lat, n.lon, *(None if c in n.blank else n.counts[c] for c in counts))
        for n in case.neighbourhoods
    )
    write_table(path, ("code", "name", "borough", "lat", "lon", *counts), rows)


def _records(kind: type[Any], records: tuple[Any, ...], path: Path, money: str = "") -> None:
    """Write one row per record and one column per field; the ``money`` field holds cents."""
    names = [field.name for field in fields(kind)]
    rows = (
        [spell_eur(value) if name == money else value for name, value in _cells(record, names)] for record in records
    )
    write_table(path, names, rows)


def _cells(record: Any, names: list[str]) -> list[tuple[str, Any]]:
    return [(name, getattr(record, name)) for name in names]
