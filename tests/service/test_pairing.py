"""Files of pairs."""

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from planner.domain import Pairs, Reason
from planner.service import OpenedCase, opened_from, pairs_of, write_pairs_csv, write_refused_csv


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def costs_of(row: dict[str, str]) -> dict[str, Decimal]:
    return {head: Decimal(cell) for head, cell in row.items() if head.partition("_")[2].isdigit() and Decimal(cell)}


def written_pairs(opened: OpenedCase, tmp_path: Path) -> tuple[Pairs, list[dict[str, str]]]:
    pairs = pairs_of(opened)
    write_pairs_csv(opened, pairs, tmp_path / "pairs.csv")
    return pairs, rows_of(tmp_path / "pairs.csv")


def test_every_pair_is_written_as_it_is(opened: OpenedCase, tmp_path: Path) -> None:
    """Each row of the file is the pair of the same position: ids, hours, minutes, quality, costs in EUR."""
    pairs, rows = written_pairs(opened, tmp_path)
    assert len(rows) == len(pairs) > 0
    for position, row in enumerate(rows):
        pair = pairs.row(opened.case, position)
        assert (row["candidate_id"], row["site_id"]) == (pair.candidate_id, pair.site_id)
        assert Decimal(row["hours"]) == pair.hours
        assert (int(row["minutes"]), int(row["quality"])) == (pair.minutes, pair.quality)
        assert costs_of(row) == {f"{payer}_{year}": Decimal(c) / 100 for (year, payer), c in pair.costs.items()}


def test_possible_and_refused_are_all_pairs(opened: OpenedCase, tmp_path: Path) -> None:
    """Every candidate × site is in exactly one of the two files, and each refused one has known reasons."""
    _, possible = written_pairs(opened, tmp_path)
    number = write_refused_csv(opened, tmp_path / "refused.csv")
    refused = rows_of(tmp_path / "refused.csv")
    assert number == len(refused)
    ids = [(row["candidate_id"], row["site_id"]) for row in (*possible, *refused)]
    assert len(ids) == len(set(ids)) == len(opened.case.candidates) * len(opened.case.sites)
    assert all(Reason(code) for row in refused for code in row["reasons"].split(";"))


def test_ids_with_commas_survive(opened: OpenedCase, tmp_path: Path) -> None:
    """An id with a comma and a quotation mark is one cell."""
    odd = 'K,"1'
    people = tuple(replace(c, candidate_id=odd) if i == 0 else c for i, c in enumerate(opened.case.candidates))
    changed = opened_from(replace(opened.case, candidates=people, decisions=(), previous_plan=()))
    write_refused_csv(changed, tmp_path / "refused.csv")
    assert odd in {row["candidate_id"] for row in rows_of(tmp_path / "refused.csv")}
