"""The possible pairs, and the files that list them and the others."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from planner.domain import PAYERS, Pairs
from planner.match import find_pairs, refusals
from planner.service.opening import OpenedCase
from planner.tables import whole_file

BLOCK = 100_000
"""Pairs written at a time."""


def pairs_of(opened: OpenedCase) -> Pairs:
    """Return every possible pair of the case."""
    return find_pairs(opened.case, opened.law, opened.travel)


def write_pairs_csv(opened: OpenedCase, pairs: Pairs, file: Path) -> None:
    """Write one row per possible pair: ids, hours, minutes, quality, then EUR per calendar year and payer.

    The file appears whole or not at all.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    heads = [f"{payer}_{year}" for year in pairs.years for payer in PAYERS]
    candidates = [_cell(c.candidate_id) for c in opened.case.candidates]
    sites = [_cell(s.site_id) for s in opened.case.sites]
    costs = ["".join(f",{_euro(cents)}" for cents in row) for row in _flat(pairs)]

    def write(path: Path) -> None:
        with path.open("w", encoding="utf-8", newline="") as out:
            out.write(",".join(("candidate_id", "site_id", "hours", "minutes", "quality", *heads)) + "\n")
            for first in range(0, len(pairs), BLOCK):
                part = slice(first, first + BLOCK)
                out.writelines(
                    f"{candidates[c]},{sites[s]},{_hours(h)},{m},{q}{costs[k]}\n"
                    for c, s, h, m, q, k in zip(
                        pairs.candidate[part].tolist(),
                        pairs.site[part].tolist(),
                        pairs.hours[part].tolist(),
                        pairs.minutes[part].tolist(),
                        pairs.quality[part].tolist(),
                        pairs.cost_class[part].tolist(),
                        strict=True,
                    )
                )

    with whole_file(file) as part:
        write(part)


def write_refused_csv(opened: OpenedCase, file: Path) -> int:
    """Write one row per pair that is not possible, with the codes of all its reasons; return how many.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    candidates = [_cell(c.candidate_id) for c in opened.case.candidates]
    sites = [_cell(s.site_id) for s in opened.case.sites]
    written = 0

    def write(path: Path) -> None:
        nonlocal written
        with path.open("w", encoding="utf-8", newline="") as out:
            out.write("candidate_id,site_id,reasons\n")
            for block in refusals(opened.case, opened.law, opened.travel):
                written += len(block)
                out.writelines(
                    f"{candidates[c]},{sites[s]},{codes}\n"
                    for c, s, codes in zip(
                        block.candidate.tolist(), block.site.tolist(), block.codes().tolist(), strict=True
                    )
                )

    with whole_file(file) as part:
        write(part)
    return written


def _flat(pairs: Pairs) -> Iterable[list[int]]:
    """Return cents per cost class, years outside, payers inside."""
    rows: list[list[int]] = pairs.class_costs.reshape(len(pairs.class_costs), -1).tolist()
    return rows


def _cell(value: str) -> str:
    """Return a text as a CSV cell, quoted where it must be."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([value])
    return line.getvalue()


def _euro(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def _hours(hundredths: int) -> str:
    """Return hours without needless zeros: 30, 19.5, 19.25."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".") if rest else str(whole)
