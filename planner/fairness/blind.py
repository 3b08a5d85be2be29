"""The blind probe: whatever must not matter is changed, and the case is planned anew the way every case is.

It shows that no protected attribute reaches the optimiser. It is no proof of fair outcomes: a requirement can stand for
a group (``planner.fairness.groups`` measures that).
"""

import hashlib
import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from planner.domain import Case, Pairs, Plan, Status
from planner.errors import InputError
from planner.fairness.perturb import GROUPS, PEOPLE, Change, Tables, changed, invented_groups, with_column
from planner.progress import Progress, Silent, Step, Stop, never
from planner.tables import RawCase, raw_case, raw_table, read_groups, write_plan_files, write_raw_case

PROTECTED = ("nationality", "Herkunft", "sex", "Geschlecht", "religion", "diagnosis")
"""Columns the reader must refuse; a few of its words stand for all."""


@dataclass(frozen=True, eq=False)
class Made:
    """What became of a case on its way: read, matched, planned."""

    case: Case
    pairs: Pairs
    plan: Plan


Chain = Callable[[Path, Path | None], Made]
"""The way every case goes, from a source and perhaps another scenario to its plan."""


@dataclass(frozen=True, slots=True)
class Probe:
    """One change and what it did.

    Parameters
    ----------
    turn
        Which one of its kind, from 1.
    case, pairs
        Whether the case as read, and its pairs with qualities and costs, are the same to the last bit.
    plan
        Whether the plan is, but for times and machine; ``None`` where it differs, but a time limit cut a solve off, so
        that two runs on one case may differ too.
    moved
        People whose place is another one.
    """

    change: Change
    turn: int
    case: bool
    pairs: bool
    plan: bool | None
    moved: int

    @property
    def same(self) -> bool:
        """Whether nothing is different."""
        return self.case and self.pairs and self.plan is True

    @property
    def seen(self) -> bool:
        """Whether the change was seen by the program: then it is not blind."""
        return not (self.case and self.pairs) or self.plan is False


@dataclass(frozen=True)
class Blindness:
    """Every probe of a case.

    Parameters
    ----------
    status
        Of the plan all others are held against.
    groups
        Columns of groups that were permuted, in the order of the file.
    invented
        Whether the case brought none, so that they were drawn by chance.
    refused
        For columns that name a protected attribute: whether the reader refused the file.
    complete
        Whether every probe was made.
    """

    case_hash: str
    status: Status
    groups: tuple[str, ...]
    invented: bool
    probes: tuple[Probe, ...]
    refused: Mapping[str, bool]
    complete: bool

    @property
    def blind(self) -> bool:
        """Whether no change was seen and no protected column was read."""
        return all(self.refused.values()) and not any(probe.seen for probe in self.probes)

    @property
    def proven(self) -> bool:
        """Whether, beyond that, every plan came out the same and nothing was left out."""
        return self.blind and self.complete and all(probe.same for probe in self.probes)


def blind(
    source: Path,
    chain: Chain,
    *,
    scenario: Path | None = None,
    groups: Path | None = None,
    rounds: int = 1,
    seed: int = 0,
    progress: Progress | None = None,
    stop: Stop = never,
) -> Blindness:
    """Plan a case again and again with changes that must not matter.

    Parameters
    ----------
    source
        Folder, workbook or ZIP file of the case.
    chain
        How a case is read, matched and planned in earnest.
    groups
        Groups by candidate; by default ``groups.csv`` in the folder, else two columns drawn by chance. Read for this
        run, kept in a temporary folder until its end.
    rounds
        How often each change in which chance takes part is made.
    seed
        Of that chance.

    Raises
    ------
    InputError
        If the case or the groups cannot be read.
    """
    watch = progress or Silent()
    raw = raw_case(source, scenario)
    rng = random.Random(seed)  # noqa: S311  (chance for probes, no secret)
    given = groups or _beside(source)
    if given:
        read_groups(given)
    tables = {**raw.tables, GROUPS: raw_table(given) if given else invented_groups(raw.tables, rng)}
    planned = _planned(rounds)
    watch.report(Step("probe", 0, len(planned) + 1))
    base = chain(source, scenario)
    known = _fingerprint(base)
    probes: list[Probe] = []
    for change, turn in planned:
        if stop():
            break
        watch.report(Step("probe", len(probes) + 1, len(planned) + 1))
        with _written(raw, changed(tables, change, rng)) as folder:
            probes.append(_probe(change, turn, base, known, chain(folder, None)))
    return Blindness(
        case_hash=base.case.hash,
        status=base.plan.status,
        groups=tuple(name for name in tables[GROUPS].header if name.casefold() != "candidate_id"),
        invented=given is None,
        probes=tuple(probes),
        refused={name: _refused(raw, name, chain) for name in PROTECTED},
        complete=len(probes) == len(planned),
    )


def _beside(source: Path) -> Path | None:
    found = source / "groups.csv"
    return found if source.is_dir() and found.is_file() else None


def _planned(rounds: int) -> Sequence[tuple[Change, int]]:
    return [(change, turn) for change in Change for turn in range(1, 1 + (rounds if change.drawn else 1))]


@contextmanager
def _written(raw: RawCase, tables: Tables) -> Iterator[Path]:
    """Write a case into a folder that is gone afterwards."""
    with TemporaryDirectory() as folder:
        write_raw_case(RawCase(tables, raw.scenario), Path(folder))
        yield Path(folder)


def _probe(change: Change, turn: int, base: Made, known: "_Fingerprint", made: Made) -> Probe:
    found = _fingerprint(made)
    same: bool | None = found.plan == known.plan
    if not same and {base.plan.status, made.plan.status} & {Status.FEASIBLE, Status.STOPPED}:
        same = None
    before, after = ({p.candidate_id: p.site_id for p in one.plan.placements} for one in (base, made))
    moved = sum(before.get(who) != after.get(who) for who in before.keys() | after.keys())
    return Probe(change, turn, found.case == known.case, found.pairs == known.pairs, same, moved)


def _refused(raw: RawCase, column: str, chain: Chain) -> bool:
    """Return whether a file about people with a column of this name is refused for that reason."""
    if PEOPLE not in raw.tables:
        return False
    people = raw.tables[PEOPLE]
    tables = {**raw.tables, PEOPLE: with_column(people, column, ["x"] * len(people.rows))}
    with _written(raw, tables) as folder:
        try:
            chain(folder, None)
        except InputError as error:
            return any(problem.code == "column.protected" for problem in error.problems)
    return False


@dataclass(frozen=True, slots=True)
class _Fingerprint:
    """What is compared, bit by bit: the case, its pairs, and the files of its plan."""

    case: str
    pairs: str
    plan: Mapping[str, bytes]


def _fingerprint(made: Made) -> _Fingerprint:
    return _Fingerprint(made.case.hash, _pairs(made.pairs), _plan(made.plan))


def _pairs(pairs: Pairs) -> str:
    digest = hashlib.sha256(repr(pairs.years).encode())
    for field in fields(pairs):
        if isinstance(column := getattr(pairs, field.name), np.ndarray):
            digest.update(f"{field.name}{column.shape}{column.dtype}".encode())
            digest.update(np.ascontiguousarray(column).tobytes())
    return digest.hexdigest()


def _plan(plan: Plan) -> Mapping[str, bytes]:
    """Return the files of a plan without the part that tells of the run.

    The certificate is left out: it is one of many witnesses of the same bounds, and which one is found first may hang
    on the time a machine had.
    """
    with TemporaryDirectory() as folder:
        write_plan_files(replace(plan, certificate=None), Path(folder))
        files = {path.name: path.read_bytes() for path in Path(folder).iterdir()}
    content = json.loads(files["plan.json"])
    del content["run"]
    return {**files, "plan.json": json.dumps(content, sort_keys=True).encode()}
