"""From files to a case with everything that belongs to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from planner.domain import Case
from planner.errors import Problem
from planner.geo import TravelTimes, travel_times
from planner.law import Law, assumptions, load_law
from planner.store.shelf import Reach
from planner.tables import Reading, read_case, read_uploads


@dataclass(frozen=True, slots=True)
class OpenedCase:
    """A case that can be planned.

    Parameters
    ----------
    notes
        Warnings to show beside every result: what was ignored, estimated or assumed.
    law
        The version in force; it chooses by the scenario's dates.
    travel
        Minutes between the neighbourhoods.
    """

    case: Case
    notes: tuple[Problem, ...]
    law: Law
    travel: TravelTimes


def open_case(source: Path, scenario: Path | None = None) -> OpenedCase:
    """Read a case from a folder of CSV files or from a workbook.

    Parameters
    ----------
    source
        The folder, or the .xlsx.
    scenario
        Another scenario than the one that lies with the case.

    Raises
    ------
    InputError
        With every problem found.
    """
    law = load_law()
    return _opened(read_case(source, scenario, wage_tables=law.wage_tables), law)


def open_uploads(files: Mapping[str, bytes]) -> OpenedCase:
    """Read a case from uploaded files, content by file name.

    Raises
    ------
    InputError
        With every problem found.
    """
    law = load_law()
    return _opened(read_uploads(files, wage_tables=law.wage_tables), law)


def opened_from(case: Case) -> OpenedCase:
    """Return a case that was made or changed by the program itself as one that can be planned.

    Raises
    ------
    InputError
        If minutes between two of its neighbourhoods cannot be found.
    """
    return _opened(Reading(case, ()), load_law())


def kept_opened(shelf: Reach, project: str, case: Case) -> OpenedCase:
    """Return a case of the database as ``opened_from`` does, opened at most once in a while.

    Raises
    ------
    InputError
        As ``opened_from``.
    """
    return shelf.get(("opened", project, case.hash), lambda: opened_from(case))


def _opened(reading: Reading, law: Law) -> OpenedCase:
    case = reading.case
    travel = travel_times(case)
    notes = (*reading.notes, *travel.notes, *assumptions(law, case.scenario, case.sites))
    return OpenedCase(case, notes, law, travel)
