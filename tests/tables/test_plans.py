"""The plan folder is the contract's, cell by cell."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from planner.domain import (
    Certificate,
    Conflict,
    Limit,
    LimitResult,
    NeighbourhoodResult,
    Payer,
    Placement,
    Plan,
    Scenario,
    Status,
    Tier,
    TierResult,
    Unplaced,
)
from planner.errors import InputError
from planner.tables import PLAN_FILES, placements_hash, read_costs, read_plan, write_plan

PLAN = Plan(
    scenario=Scenario(start=date(2027, 3, 1), limit=(Limit(name="z", at_most=3), Limit(name="b", at_least=1))),
    status=Status.FEASIBLE,
    case_hash="ab" * 32,
    law="2027-01-01",
    placements=(
        Placement(
            candidate_id="=cmd()",
            site_id="S1",
            neighbourhood="01",
            start=date(2027, 3, 1),
            hours=Decimal("20.50"),
            minutes=24,
            quality=57,
            marks=("commute", "field_not_confirmed"),
            costs={(2027, Payer.INTEGRATION): 123_456, (2028, Payer.HOST): 5},
        ),
        Placement(
            candidate_id="C2",
            site_id="S1",
            neighbourhood="01",
            start=date(2027, 3, 1),
            hours=Decimal(30),
            minutes=9,
            quality=10,
            costs={(2027, Payer.CITY): 100},
        ),
    ),
    unplaced=(Unplaced(candidate_id="C3", reason="language"), Unplaced(candidate_id="C4", reason="displaced")),
    neighbourhoods=(
        NeighbourhoodResult(code="01", need=Decimal("0.250000000"), target=1, placed=2, planned_posts=0),
        NeighbourhoodResult(code="02", need=Decimal("0.75"), target=1, placed=0, planned_posts=3),
    ),
    limits=(
        LimitResult(name="z", at_least=None, at_most=3, got=2, short=0),
        LimitResult(name="b", at_least=1, at_most=None, got=0, short=1),
    ),
    tiers=(
        TierResult(name=Tier.SHORTAGE, value=1, best=1, bound=0),
        TierResult(name=Tier.LOT, value=5, best=6, bound=6),
    ),
    certificate=Certificate(case_hash="ab" * 32, proofs=()),
    run={"seconds": 1.25, "machine": "x"},
)


def lines(folder: Path, name: str) -> list[str]:
    """Return the lines of a file; they end with a line feed alone."""
    data = (folder / name).read_bytes()
    assert b"\r" not in data
    assert data.endswith(b"\n")
    return data.decode().splitlines()


def test_files(tmp_path: Path) -> None:
    """Every table has the contract's columns and spelling; rows are sorted by id."""
    write_plan(PLAN, tmp_path / "plan")
    folder = tmp_path / "plan"
    assert {p.name for p in folder.iterdir()} == PLAN_FILES
    assert lines(folder, "placements.csv") == [
        "candidate_id,site_id,neighbourhood,start,hours,minutes,quality,marks,city_2027,integration_2027,host_2028",
        "=cmd(),S1,01,2027-03-01,20.5,24,57,commute;field_not_confirmed,0.00,1234.56,0.05",
        "C2,S1,01,2027-03-01,30,9,10,,1.00,0.00,0.00",
    ]
    header, *unplaced = lines(folder, "unplaced.csv")
    assert header == "candidate_id,reason,text"
    assert [row.split(",")[:2] for row in unplaced] == [["C3", "language"], ["C4", "displaced"]]
    assert all(len(row.split(",")[2]) > 20 for row in unplaced)
    assert lines(folder, "neighbourhoods.csv") == [
        "code,need,target,placed,planned_posts",
        "01,0.25,1,2,0",
        "02,0.75,1,0,3",
    ]
    assert lines(folder, "limits.csv") == ["name,at_least,at_most,got,short", "b,1,,0,1", "z,,3,2,0"]
    assert lines(folder, "costs.csv") == [
        "year,payer,eur",
        "2027,city,1.00",
        "2027,integration,1234.56",
        "2028,host,0.05",
    ]


def test_hash_of_the_placements(tmp_path: Path) -> None:
    """The hash that a reason sheet names is that of the file, whatever the order of the placements."""
    write_plan(PLAN, tmp_path / "plan")
    written = hashlib.sha256((tmp_path / "plan" / "placements.csv").read_bytes()).hexdigest()
    assert placements_hash(PLAN) == written
    assert placements_hash(replace(PLAN, placements=PLAN.placements[::-1])) == written


def test_plan_json(tmp_path: Path) -> None:
    """``plan.json`` holds the certificate with value, best, bound, gap and proven."""
    write_plan(PLAN, tmp_path / "plan")
    content = json.loads((tmp_path / "plan" / "plan.json").read_text())
    assert list(content) == ["status", "case_hash", "law", "seed", "tiers", "run"]
    assert content["tiers"] == [
        {"name": "shortage", "value": 1, "best": 1, "bound": 0, "gap": 1.0, "proven": False},
        {"name": "lot", "value": 5, "best": 6, "bound": 6, "gap": 0.0, "proven": True},
    ]


def test_only_run_differs(tmp_path: Path) -> None:
    """Two runs, and any order of rows, give the same bytes but for ``run``."""
    turned = replace(PLAN, placements=PLAN.placements[::-1], unplaced=PLAN.unplaced[::-1], run={"seconds": 9})
    write_plan(PLAN, tmp_path / "a")
    write_plan(turned, tmp_path / "b")
    for name in PLAN_FILES - {"plan.json"}:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    first, second = (json.loads((tmp_path / x / "plan.json").read_text()) for x in "ab")
    assert first.pop("run") != second.pop("run")
    assert first == second


def test_read_back(tmp_path: Path) -> None:
    """A plan reads back equal, with its costs, and its sums."""
    write_plan(PLAN, tmp_path / "plan")
    assert read_plan(tmp_path / "plan") == replace(
        PLAN, placements=tuple(sorted(PLAN.placements, key=lambda p: p.candidate_id))
    )
    assert read_costs(tmp_path / "plan") == PLAN.costs()


def test_infeasible_plan(tmp_path: Path) -> None:
    """An infeasible answer is ``plan.json`` alone, with the conflict; it reads back equal."""
    conflict = (Conflict(rule="limit", params={"name": "b", "at_least": 1}), Conflict(rule="posts", params={}))
    plan = Plan(scenario=PLAN.scenario, status=Status.INFEASIBLE, case_hash="cd" * 32, law="x", conflict=conflict)
    write_plan(plan, tmp_path / "plan")
    assert [p.name for p in (tmp_path / "plan").iterdir()] == ["plan.json"]
    assert read_plan(tmp_path / "plan") == plan


def test_a_plan_is_replaced_but_a_case_is_not(tmp_path: Path) -> None:
    """A second solve replaces the first plan; ``--out`` on a case folder destroys nothing."""
    write_plan(PLAN, tmp_path / "plan")
    write_plan(replace(PLAN, law="other"), tmp_path / "plan")
    assert read_plan(tmp_path / "plan").law == "other"
    case = tmp_path / "case"
    case.mkdir()
    for name in ("candidates.csv", "scenario.toml", "neighbourhoods.csv"):
        (case / name).write_text("mine")
    with pytest.raises(InputError) as caught:
        write_plan(PLAN, case)
    assert [p.code for p in caught.value.problems] == ["folder.taken"]
    assert (case / "candidates.csv").read_text() == "mine"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "row", "column"),
    [
        ("placements.csv", "1234.56", "a lot", "cell.number", 2, "integration_2027"),
        ("placements.csv", "20.5,24", "20.5,x", "cell.whole", 2, "minutes"),
        ("placements.csv", "site_id", "post", "column.missing", 1, "site_id"),
        ("limits.csv", "b,1", "b,x", "cell.whole", 2, "at_least"),
        ("neighbourhoods.csv", "0.25", "25 %", "cell.number", 2, "need"),
        ("scenario.toml", "start", "stat", "scenario.key_near", None, "stat"),
        ("plan.json", '"feasible"', '"fine"', "plan.json", None, "status"),
        ("plan.json", "{", "[", "plan.json", None, ""),
    ],
)
def test_broken_plan(tmp_path: Path, file: str, old: str, new: str, code: str, row: int | None, column: str) -> None:
    """What cannot be read in a plan folder is named where it stands."""
    write_plan(PLAN, tmp_path / "plan")
    path = tmp_path / "plan" / file
    path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(InputError) as caught:
        read_plan(tmp_path / "plan")
    problems = caught.value.problems
    assert all(p.text("de") for p in problems)
    assert (code, file, row, column) in [(p.code, p.file, p.row, p.column) for p in problems]


@pytest.mark.parametrize("file", sorted(PLAN_FILES - {"costs.csv", "certificate.json"}))
def test_missing_file(tmp_path: Path, file: str) -> None:
    """A missing file is named."""
    write_plan(PLAN, tmp_path / "plan")
    (tmp_path / "plan" / file).unlink()
    with pytest.raises(InputError) as caught:
        read_plan(tmp_path / "plan")
    assert [(p.code, p.file) for p in caught.value.problems] == [("file.missing", file)]


def test_broken_rules_are_not_for_the_reader(tmp_path: Path) -> None:
    """A hand-edited plan that breaks rules is read as it stands; the check names what is wrong."""
    write_plan(PLAN, tmp_path / "plan")
    path = tmp_path / "plan" / "placements.csv"
    path.write_text(path.read_text() + "C2,S9,77,2027-03-01,60,999,500,,,,\n")
    plan = read_plan(tmp_path / "plan")
    assert [p.site_id for p in plan.placements if p.candidate_id == "C2"] == ["S1", "S9"]
