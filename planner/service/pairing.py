"""The possible pairs, and the files that list them and the others."""

import csv
import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import numpy as np

from planner.domain import PAYERS, Pairs
from planner.match import find_pairs, refusals
from planner.service.opening import OpenedCase
from planner.store.shelf import Reach
from planner.tables import cost_column, spell, spell_eur, whole_file

BLOCK = 100_000
"""Pairs made into text at a time, so that any case fits into memory."""


def pairs_of(opened: OpenedCase) -> Pairs:
    """Return every possible pair of the case."""
    return find_pairs(opened.case, opened.law, opened.travel)


def kept_pairs(shelf: Reach, project: str, opened: OpenedCase) -> Pairs:
    """Return the possible pairs of a case of the database, found at most once in a while."""
    return shelf.get(("pairs", project, opened.case.hash), lambda: pairs_of(opened))


def write_pairs_csv(opened: OpenedCase, pairs: Pairs, file: Path) -> None:
    """Write one row per possible pair: ids, hours, minutes, quality, then EUR per calendar year and payer.

    Only years and payers with any cost have a column, as in a plan. The file appears whole or not at all.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    candidates, sites = _ids(opened)
    heads, costs = _costs(pairs)
    hours = {h: spell(Decimal(h) / 100) for h in np.unique(pairs.hours).tolist()}

    def rows() -> Iterator[str]:
        yield ",".join(("candidate_id", "site_id", "hours", "minutes", "quality", *heads)) + "\n"
        for first in range(0, len(pairs), BLOCK):
            part = slice(first, first + BLOCK)
            columns = (pairs.candidate, pairs.site, pairs.hours, pairs.minutes, pairs.quality, pairs.cost_class)
            for c, s, h, m, q, k in zip(*(column[part].tolist() for column in columns), strict=True):
                yield f"{candidates[c]},{sites[s]},{hours[h]},{m},{q}{costs[k]}\n"

    _write(file, rows())


def write_refused_csv(opened: OpenedCase, file: Path) -> int:
    """Write one row per pair that is not possible, with the codes of all its reasons; return how many.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    candidates, sites = _ids(opened)
    written = 0

    def rows() -> Iterator[str]:
        nonlocal written
        yield "candidate_id,site_id,reasons\n"
        for block in refusals(opened.case, opened.law, opened.travel):
            written += len(block)
            for c, s, codes in zip(block.candidate.tolist(), block.site.tolist(), block.codes().tolist(), strict=True):
                yield f"{candidates[c]},{sites[s]},{codes}\n"

    _write(file, rows())
    return written


def _write(file: Path, rows: Iterator[str]) -> None:
    with whole_file(file) as part, part.open("w", encoding="utf-8", newline="") as out:
        out.writelines(rows)


def _ids(opened: OpenedCase) -> tuple[list[str], list[str]]:
    """Return the ids of candidates and sites as CSV cells."""
    case = opened.case
    return [_cell(c.candidate_id) for c in case.candidates], [_cell(s.site_id) for s in case.sites]


def _costs(pairs: Pairs) -> tuple[Sequence[str], Sequence[str]]:
    """Return the names of the cost columns, and the cells of each cost class as one text."""
    used = np.argwhere(pairs.class_costs.any(axis=0)).tolist()
    heads = [cost_column(pairs.years[y], PAYERS[p]) for y, p in used]
    cells = ["".join("," + spell_eur(int(row[y, p])) for y, p in used) for row in pairs.class_costs]
    return heads, cells


def _cell(value: str) -> str:
    """Return a text as a CSV cell, quoted where it must be."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([value])
    return line.getvalue()
