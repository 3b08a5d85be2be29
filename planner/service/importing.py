"""People come from the reviewers, places from the planners; neither needs the other's files."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from planner.domain import FIXED, Candidate, Case
from planner.errors import InputError, Problem
from planner.law import load_law
from planner.service.acting import changing, looking
from planner.service.blank import places_only
from planner.store import Role, Store, Transaction, User, decisions, people, places
from planner.store.places import Places
from planner.tables import Mend, read_people, read_places


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought.

    Parameters
    ----------
    revision
        Counts the imports of the project from 1.
    rows
        How many people, or sites.
    notes
        Warnings about single cells.
    """

    revision: int
    rows: int
    notes: tuple[Problem, ...]


def import_people(
    store: Store, user: User, project: str, files: Mapping[str, bytes], mend: Mend | None = None
) -> Imported:
    """Make the people of a file the project's present ones; whoever is not among them leaves. Reviewers may.

    Parameters
    ----------
    files
        ``candidates`` as CSV, in a workbook or a ZIP file: contents by name.
    mend
        What was changed in the table since.

    Raises
    ------
    ForbiddenError
        If the user may not.
    InputError
        With every problem found, ``people.fixed_missing`` among them: nobody who is pinned, accepted or working
        may be missing.
    NotFoundError
        ``store.no_project``, ``store.no_places`` if there are no places yet that people could be checked against.
    """
    with looking(store, user, Role.REVIEWER) as tx:
        where = places_only(places.get_places(tx, project))
    read = read_people(files, where, wage_tables=load_law().wage_tables, mend=mend)
    with changing(store, user, Role.REVIEWER) as change:
        _none_missing(change.tx, project, read.candidates)
        revision = people.replace_people(change.tx, project, read.candidates)
        change.note("people.imported", project, people=len(read.candidates), revision=revision)
    return Imported(revision, len(read.candidates), read.notes)


def import_places(
    store: Store, user: User, project: str, files: Mapping[str, bytes], mend: Mend | None = None
) -> Imported:
    """Make neighbourhoods, sites and travel times the project's present ones. Planners may.

    Parameters
    ----------
    files
        ``neighbourhoods``, ``sites`` and perhaps ``travel_times`` as CSV, in a workbook or a ZIP file: contents by
        name. A table of people among them is not looked at.
    mend
        What was changed in the tables since.

    Raises
    ------
    ForbiddenError
        If the user may not.
    InputError
        With every problem found, among them ``places.site_fixed`` and ``places.home_missing``: what people refer to
        cannot be left out.
    NotFoundError
        ``store.no_project``.
    """
    with looking(store, user, Role.PLANNER):
        read = read_places(files, wage_tables=load_law().wage_tables, mend=mend)
    found = Places(neighbourhoods=read.neighbourhoods, sites=read.sites, travel_times=read.travel_times)
    with changing(store, user, Role.PLANNER) as change:
        _nothing_missing(change.tx, project, found)
        revision = places.replace_places(change.tx, project, found, change.user.user_id)
        change.note("places.imported", project, sites=len(read.sites), revision=revision)
    return Imported(revision, len(read.sites), read.notes)


def present_places(store: Store, user: User, project: str) -> Case:
    """Return the present places as a case without people. Planners and reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    NotFoundError
        ``store.no_places``.
    """
    with looking(store, user, Role.PLANNER, Role.REVIEWER) as tx:
        return places_only(places.get_places(tx, project))


def count_people(store: Store, user: User, project: str) -> int:
    """Return how many people the project has. Planners and reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with looking(store, user, Role.PLANNER, Role.REVIEWER) as tx:
        return people.count_people(tx, project)


def _none_missing(tx: Transaction, project: str, candidates: tuple[Candidate, ...]) -> None:
    there = {one.candidate_id for one in candidates}
    gone = [d for d in decisions.list_decisions(tx, project) if d.state in FIXED and d.candidate_id not in there]
    if gone:
        raise InputError(
            Problem("people.fixed_missing", {"candidate_id": d.candidate_id, "site_id": d.site_id}) for d in gone
        )


def _nothing_missing(tx: Transaction, project: str, found: Places) -> None:
    """Refuse to leave out what people refer to. People are counted, not named: a planner reads this."""
    sites = {site.site_id for site in found.sites}
    codes = {place.code for place in found.neighbourhoods}
    fixed = {d.site_id for d in decisions.list_decisions(tx, project) if d.state in FIXED}
    problems = [Problem("places.site_fixed", {"site_id": site}) for site in sorted(fixed - sites)]
    referring = Counter(code for one in people.get_people(tx, project) for code in _codes(one) - codes)
    problems += [
        Problem("places.home_missing", {"code": code, "number": number}) for code, number in sorted(referring.items())
    ]
    if problems:
        raise InputError(problems)


def _codes(one: Candidate) -> frozenset[str]:
    return frozenset({one.neighbourhood}) | one.neighbourhoods_wanted | one.neighbourhoods_refused
