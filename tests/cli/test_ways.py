"""``planner repair``, ``alternatives`` and ``compare``: answers, files that can be used, exit codes of the contract."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

MUST = '\n[[limit]]\nname = "too many"\nat_least = 40\nhard = true\n'


@pytest.fixture
def plan(run: Run, small: Path, tmp_path: Path) -> Path:
    assert run("solve", small, "--out", tmp_path / "plan").code == 0
    return tmp_path / "plan"


def test_ways_out_of_a_conflict_can_be_planned(run: Run, small: Path, tmp_path: Path) -> None:
    """Each file that is written leads to a plan with the tiers that were promised."""
    bad = tmp_path / "bad.toml"
    bad.write_text((small / "scenario.toml").read_text(encoding="utf-8") + MUST, encoding="utf-8")
    ran = run("repair", small, "--scenario", bad, "--out", tmp_path / "ways", "--ways", "3", "--json")
    assert ran.code == 0
    conflict = ran.data["conflict"]
    assert conflict["minimal"]
    assert "too many" in {rule.get("name") for rule in conflict["rules"]}
    assert len(ran.data["files"]) == len(conflict["ways"]) > 0
    for number, (file, way) in enumerate(zip(ran.data["files"], conflict["ways"], strict=True)):
        source = (small, "--scenario", file) if file.endswith(".toml") else (file,)
        solved = run("solve", *source, "--out", tmp_path / f"solved{number}", "--json")
        assert solved.code == 0
        assert solved.data["case_hash"] == way["case_hash"]
        assert [t["value"] for t in solved.data["tiers"]] == [t["value"] for t in way["tiers"]]


def test_a_plan_with_its_minima_met_needs_nothing(run: Run, small: Path, plan: Path) -> None:
    """With a plan, only what it misses is looked at; the sentences are German unless asked otherwise."""
    ran = run("repair", small, plan, "--json")
    assert ran.code == 0
    assert ran.data["conflict"] is None
    assert len(ran.data["missing"]) == sum(line.startswith("Grenze") for line in ran.data["text"])
    assert run("repair", small, plan, "--lang", "en").out


def test_alternatives_pass_the_check(run: Run, small: Path, plan: Path, tmp_path: Path) -> None:
    """Every plan that is written passes ``planner check``."""
    ran = run(
        "alternatives", small, plan, "--k", "2", "--tolerance", "quality=0.05", "--out", tmp_path / "near", "--json"
    )
    assert ran.code == 0
    assert ran.data["tolerance"]["quality"] == "0.05"
    written = sorted((tmp_path / "near").iterdir())
    assert len(written) == len(ran.data["alternatives"]) > 0
    assert all(run("check", small, folder).code == 0 for folder in written)


@pytest.mark.parametrize("wrong", ["quality", "quality=much", "colour=0.1", "quality=1"])
def test_wrong_tolerances_are_wrong_input(run: Run, small: Path, plan: Path, wrong: str) -> None:
    """Exit 2, with what is allowed."""
    assert run("alternatives", small, plan, "--tolerance", wrong).code == 2


def test_two_scenarios_are_compared_with_prices(run: Run, small: Path, plan: Path, tmp_path: Path) -> None:
    """Every move away from a site has its price; the scenario of each plan is the one in its folder."""
    few = tmp_path / "few.toml"
    few.write_text((small / "scenario.toml").read_text(encoding="utf-8").replace("posts = 12", "posts = 9"), "utf-8")
    assert run("solve", small, "--scenario", few, "--out", tmp_path / "fewer").code == 0
    ran = run("compare", small, plan, tmp_path / "fewer", "--prices", "--json")
    assert ran.code == 0
    gone = [move for move in ran.data["moves"] if move["before"]]
    assert len(gone) >= 3
    assert all("price" in move for move in gone)
    assert run("compare", small, plan, tmp_path / "fewer", "--lang", "en").code == 0


def test_a_plan_of_other_tables_is_refused(run: Run, small: Path, editable: Path, plan: Path, tmp_path: Path) -> None:
    """Exit 5 as everywhere: a plan of another city compares to nothing."""
    sites = (editable / "sites.csv").read_text(encoding="utf-8").splitlines()
    (editable / "sites.csv").write_text("\n".join(sites[:-1]) + "\n", encoding="utf-8")
    assert run("compare", editable, plan, plan).code == 5
