"""``groups.csv`` for one run of the fairness audit: read, used, forgotten; never part of a case."""

from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

from planner.errors import InputError, Problem, Severity, raise_errors
from planner.tables import cells
from planner.tables.columns import Column, Schema
from planner.tables.csvfile import read_csv
from planner.tables.protected import Refusal, refusal
from planner.tables.reader import read_table
from planner.tables.schemas import AUDIT
from planner.tables.textfile import check_size, decode

_GROUPS = Schema(
    AUDIT,
    (Column("candidate_id", cells.identifier, needed=True, filled=True),),
    key=("candidate_id",),
    open_ended=True,
)


def unknown_people(file: str, people: Iterable[str], known: Container[str]) -> Iterator[Problem]:
    """Warn that a file has people whom the case does not have."""
    if strangers := {one for one in people if one not in known}:
        yield Problem("groups.unknown_people", {"number": len(strangers)}, file=file, severity=Severity.WARNING)


def read_groups(path: Path, known: Container[str] | None = None) -> Mapping[str, Mapping[str, str]]:
    """Read groups as group by candidate id, for each group column; a blank cell is left out.

    Protected attributes are what this table is for; identities are refused here as everywhere.

    Parameters
    ----------
    known
        The people of the case; a broken file says at once that it has others too.

    Raises
    ------
    InputError
        With every problem of the file.
    """
    try:
        check_size(path.name, path.stat().st_size)
        raw = read_csv(path.name, decode(path.name, path.read_bytes()))
    except OSError:
        raise InputError.of("file.missing", file=path.name) from None
    problems: list[Problem] = []
    parsed = read_table(raw, _GROUPS, problems)
    problems += [
        Problem("column.identity", file=raw.file, row=1, column=name)
        for name in parsed.extra
        if refusal(name) is Refusal.IDENTITY
    ]
    ids = parsed.values["candidate_id"]
    if problems and known is not None:
        problems += unknown_people(raw.file, (one for one in ids if one), known)
    raise_errors(problems)
    return {
        name: {
            candidate: group for candidate, text in zip(ids, texts, strict=True) if (group := " ".join(text.split()))
        }
        for name, texts in parsed.extra.items()
    }
