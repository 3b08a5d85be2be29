"""A source as it stands, cell by cell, and back as a folder: for probes that change what must not matter."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from planner.errors import InputError
from planner.tables import schemas
from planner.tables.csvfile import read_csv
from planner.tables.csvout import write_table
from planner.tables.raw import FORMULA, RawTable
from planner.tables.sources import from_path
from planner.tables.textfile import check_size, decode


@dataclass(frozen=True)
class RawCase:
    """The tables of a case by name, unknown columns included, and the text of its scenario."""

    tables: Mapping[str, RawTable]
    scenario: str


def raw_case(source: Path, scenario: Path | None = None) -> RawCase:
    """Return the cells of a case, read by the same readers as ``read_case`` does and not looked at.

    Raises
    ------
    InputError
        Where there is no such source. What is wrong in its tables says ``read_case``.
    """
    bundle = from_path(source, scenario)
    return RawCase(bundle.tables, bundle.scenario.text if bundle.scenario else "")


def raw_table(path: Path) -> RawTable:
    """Return the cells of one CSV file.

    Raises
    ------
    InputError
        If it is missing, too large, or no such file.
    """
    try:
        check_size(path.name, path.stat().st_size)
        return read_csv(path.name, decode(path.name, path.read_bytes()))
    except OSError:
        raise InputError.of("file.missing", file=path.name) from None


def write_raw_case(case: RawCase, folder: Path) -> None:
    """Write the cells into an existing folder, a CSV file per table."""
    for name, table in case.tables.items():
        rows = ([cell.removeprefix(FORMULA) for cell in row] for row in table.rows)
        write_table(folder / f"{name}.csv", [cell.removeprefix(FORMULA) for cell in table.header], rows)
    (folder / "scenario.toml").write_bytes(case.scenario.encode())


def contract_columns(table: str) -> frozenset[str] | None:
    """Return the names of the columns that a table of the contract has.

    Returns
    -------
    frozenset of str or None
        ``None`` for tables in which any further column has a meaning too, and for those the contract does not have.
    """
    known = (schemas.sites(()), schemas.CANDIDATES, schemas.TRAVEL_TIMES, schemas.DECISIONS, schemas.PREVIOUS_PLAN)
    return next((frozenset(c.name for c in schema.columns) for schema in known if schema.name == table), None)
