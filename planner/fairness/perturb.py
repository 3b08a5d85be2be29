"""Changes to a case that must not matter: who belongs to which group, columns nobody asked for, the order of things."""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from planner.tables import RawTable, contract_columns

Item = TypeVar("Item")

Tables = Mapping[str, RawTable]
"""Cells by table; ``groups`` among them."""

GROUPS, PEOPLE = "groups", "candidates"
_ID = "candidate_id"

STRANGERS = ("remark_1", "remark_2")
"""Columns that are added: the groups of each person under a name that tells nothing, and chance."""


class Change(StrEnum):
    """What is done to a case before it is planned again."""

    RETOLD = "retold"
    GROUPS_ABSENT = "groups_absent"
    GROUPS_PERMUTED = "groups_permuted"
    GROUPS_SWAPPED = "groups_swapped"
    COLUMNS_ADDED = "columns_added"
    COLUMNS_PERMUTED = "columns_permuted"
    ROWS_SHUFFLED = "rows_shuffled"
    COLUMNS_SHUFFLED = "columns_shuffled"

    @property
    def drawn(self) -> bool:
        """Whether chance takes part, so that another round is another probe."""
        return self not in {Change.RETOLD, Change.GROUPS_ABSENT, Change.GROUPS_SWAPPED}


def changed(tables: Tables, change: Change, rng: random.Random) -> Tables:
    """Return the tables with one kind of change."""
    return _CHANGES[change](tables, rng)


def invented_groups(tables: Tables, rng: random.Random) -> RawTable:
    """Return two columns of groups drawn by chance, for cases that come without any."""
    people = [row[0] for row in _cells(tables[PEOPLE], [_ID])] if PEOPLE in tables else []
    rows = [[one, rng.choice("ab"), rng.choice("abcd")] for one in people]
    return RawTable("groups.csv", (_ID, "of_two", "of_four"), rows, [])


def with_column(table: RawTable, name: str, cells: Sequence[str]) -> RawTable:
    """Return a table with one more column."""
    rows = [[*row, cell] for row, cell in zip(_padded(table), cells, strict=True)]
    return replace(table, header=(*table.header, name), rows=rows)


def _retold(tables: Tables, _: random.Random) -> Tables:
    return tables


def _groups_absent(tables: Tables, _: random.Random) -> Tables:
    return {name: table for name, table in tables.items() if name != GROUPS}


def _groups_permuted(tables: Tables, rng: random.Random) -> Tables:
    """Give everybody the groups of somebody else."""
    return {**tables, GROUPS: _permuted(tables[GROUPS], _further(tables[GROUPS], {_ID}), rng)}


def _groups_swapped(tables: Tables, _: random.Random) -> Tables:
    """Exchange the two largest groups of every column."""
    table = tables[GROUPS]
    rows = _padded(table)
    for at in _further(table, {_ID}):
        largest = [name for name, _ in Counter(row[at] for row in rows).most_common(2)]
        other = dict(zip(largest, reversed(largest), strict=True))
        rows = [[*row[:at], other.get(row[at], row[at]), *row[at + 1 :]] for row in rows]
    return {**tables, GROUPS: replace(table, rows=rows)}


def _columns_added(tables: Tables, rng: random.Random) -> Tables:
    """Add what the contract does not have: to the people their groups, to everything what chance says."""
    added = dict(tables)
    for name, table in tables.items():
        if contract_columns(name) is not None:
            added[name] = with_column(table, STRANGERS[1], [str(rng.randrange(1000)) for _ in table.rows])
    if PEOPLE in tables:
        groups = tables[GROUPS]
        labels = _further(groups, {_ID})
        own = zip(_cells(groups, [_ID]), _padded(groups), strict=True)
        of = {key[0].strip(): " ".join(row[at] for at in labels) for key, row in own}
        people = [row[0].strip() for row in _cells(tables[PEOPLE], [_ID])]
        added[PEOPLE] = with_column(added[PEOPLE], STRANGERS[0], [of.get(one, "") for one in people])
    return added


def _columns_permuted(tables: Tables, rng: random.Random) -> Tables:
    """Exchange between rows what stands in columns outside the contract, those that were there and added ones."""
    mixed = dict(_columns_added(tables, rng))
    for name, table in mixed.items():
        if (known := contract_columns(name)) is not None:
            mixed[name] = _permuted(table, _further(table, known), rng)
    return mixed


def _rows_shuffled(tables: Tables, rng: random.Random) -> Tables:
    return {name: replace(table, rows=_shuffled(table.rows, rng)) for name, table in tables.items()}


def _columns_shuffled(tables: Tables, rng: random.Random) -> Tables:
    mixed = {}
    for name, table in tables.items():
        order = _shuffled(range(len(table.header)), rng)
        rows = [[row[at] for at in order] for row in _padded(table)]
        mixed[name] = replace(table, header=tuple(table.header[at] for at in order), rows=rows)
    return mixed


def _permuted(table: RawTable, columns: Sequence[int], rng: random.Random) -> RawTable:
    """Return a table whose given columns, as one, belong to other rows."""
    rows = _padded(table)
    given = _shuffled([[row[at] for at in columns] for row in rows], rng)
    for row, cells in zip(rows, given, strict=True):
        for at, cell in zip(columns, cells, strict=True):
            row[at] = cell
    return replace(table, rows=rows)


def _further(table: RawTable, known: frozenset[str] | set[str]) -> list[int]:
    return [at for at, name in enumerate(table.header) if name.casefold() not in known]


def _cells(table: RawTable, columns: Sequence[str]) -> list[list[str]]:
    """Return the cells of named columns, blank where there is no such column."""
    names = [name.casefold() for name in table.header]
    at = [names.index(name) if name in names else -1 for name in columns]
    return [[row[k] if k >= 0 else "" for k in at] for row in _padded(table)]


def _padded(table: RawTable) -> list[list[str]]:
    """Return the rows as copies, each as long as the header at least."""
    width = len(table.header)
    return [[*row, *[""] * (width - len(row))] for row in table.rows]


def _shuffled(items: Sequence[Item], rng: random.Random) -> list[Item]:
    mixed = list(items)
    rng.shuffle(mixed)
    return mixed


_CHANGES: Mapping[Change, Callable[[Tables, random.Random], Tables]] = {
    Change.RETOLD: _retold,
    Change.GROUPS_ABSENT: _groups_absent,
    Change.GROUPS_PERMUTED: _groups_permuted,
    Change.GROUPS_SWAPPED: _groups_swapped,
    Change.COLUMNS_ADDED: _columns_added,
    Change.COLUMNS_PERMUTED: _columns_permuted,
    Change.ROWS_SHUFFLED: _rows_shuffled,
    Change.COLUMNS_SHUFFLED: _columns_shuffled,
}
