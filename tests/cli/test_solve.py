"""``planner solve``: exit codes, folders, answers."""

import csv
import json
from pathlib import Path

from planner.tables import PLAN_FILES
from tests.cli.conftest import Run


def test_a_plan_is_written_whole(run: Run, small: Path, tmp_path: Path) -> None:
    """Exit 0; the folder holds every file of the contract, and the answer tells tiers with their proof."""
    ran = run("solve", small, "--out", tmp_path / "plan", "--json")
    assert ran.code == 0
    assert {file.name for file in (tmp_path / "plan").iterdir()} == PLAN_FILES
    assert ran.data["status"] == "optimal"
    assert ran.data["exit_code"] == 0
    assert [tier["name"] for tier in ran.data["tiers"]][-1] == "lot"
    assert all(tier["proven"] and tier["bound"] == tier["best"] for tier in ran.data["tiers"])
    with (tmp_path / "plan" / "placements.csv").open(encoding="utf-8", newline="") as rows:
        assert len(list(csv.DictReader(rows))) == ran.data["placements"] == 12


def test_the_same_case_gives_the_same_bytes(run: Run, small: Path, tmp_path: Path) -> None:
    """Two runs differ in nothing but ``run``."""
    for name in ("a", "b"):
        assert run("solve", small, "--out", tmp_path / name).code == 0
    for file in PLAN_FILES - {"plan.json"}:
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()
    first, second = (json.loads((tmp_path / name / "plan.json").read_text(encoding="utf-8")) for name in ("a", "b"))
    assert {**first, "run": None} == {**second, "run": None}


def test_people_are_answered_in_their_language(run: Run, small: Path, tmp_path: Path) -> None:
    """German unless asked otherwise."""
    assert "Vorschläge" in run("solve", small, "--out", tmp_path / "a").out
    assert "Placements" in run("solve", small, "--out", tmp_path / "b", "--lang", "en").out


def test_progress_goes_to_standard_error(run: Run, small: Path, tmp_path: Path) -> None:
    """Standard output is one JSON document; the tiers pass by on standard error."""
    ran = run("solve", small, "--out", tmp_path / "plan", "--json", "--lang", "en")
    json.loads(ran.out)
    assert "Coverage of need" in ran.err


def test_another_scenario(run: Run, small: Path, tmp_path: Path) -> None:
    """``--scenario`` replaces the case's own."""
    text = (small / "scenario.toml").read_text(encoding="utf-8").replace("posts = 12", "posts = 5")
    (tmp_path / "few.toml").write_text(text, encoding="utf-8")
    ran = run("solve", small, "--scenario", tmp_path / "few.toml", "--out", tmp_path / "plan", "--json")
    assert ran.data["placements"] == 5


def test_infeasible_is_an_answer(run: Run, infeasible: Path, tmp_path: Path) -> None:
    """Exit 3; the folder holds plan.json alone, and the conflict is told in words."""
    ran = run("solve", infeasible, "--out", tmp_path / "plan", "--json")
    assert ran.code == 3
    assert [file.name for file in (tmp_path / "plan").iterdir()] == ["plan.json"]
    assert any("zu viel" in rule["text"] for rule in ran.data["conflict"])


def test_no_time_no_plan(run: Run, small: Path, tmp_path: Path) -> None:
    """Stopped before any plan: exit 4 and nothing written; a solver that was quicker has written a plan."""
    ran = run("solve", small, "--out", tmp_path / "plan", "--time-limit", "0.000001", "--json")
    assert (ran.code, (tmp_path / "plan").exists()) in {(4, False), (0, True)}
    assert ran.data["exit_code"] == ran.code


def test_our_own_plan_is_replaced(run: Run, small: Path, tmp_path: Path) -> None:
    """A plan folder of ours is written again; nothing is left beside it."""
    for _ in range(2):
        assert run("solve", small, "--out", tmp_path / "plan").code == 0
    assert [entry.name for entry in tmp_path.iterdir()] == ["plan"]


def test_a_folder_of_someone_else_is_kept(run: Run, small: Path, tmp_path: Path) -> None:
    """Exit 2 and nothing touched where the folder holds anything that is not a plan's."""
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.json").write_text("{}", encoding="utf-8")
    (tmp_path / "plan" / "diary.txt").write_text("mine", encoding="utf-8")
    ran = run("solve", small, "--out", tmp_path / "plan", "--json")
    assert ran.code == 2
    assert ran.data["problems"][0]["code"] == "folder.taken"
    assert (tmp_path / "plan" / "diary.txt").read_text(encoding="utf-8") == "mine"
    assert run("solve", small, "--out", small).code == 2
    assert run("solve", small, "--out", small / "sites.csv").code == 2
