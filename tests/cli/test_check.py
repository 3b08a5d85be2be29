"""``planner check``: 0 where every rule is kept, 5 where one is broken."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def plan(run: Run, small: Path, tmp_path: Path) -> Path:
    assert run("solve", small, "--out", tmp_path / "plan").code == 0
    return tmp_path / "plan"


def test_our_plan_passes(run: Run, small: Path, plan: Path) -> None:
    """Exit 0, with every tier recomputed."""
    ran = run("check", small, plan, "--json")
    assert ran.code == 0
    assert ran.data["status"] == "passed"
    assert ran.data["findings"] == []
    assert ran.data["tiers"]["placements"] == 12


def test_an_edited_plan_does_not(run: Run, small: Path, plan: Path) -> None:
    """Exit 5; each finding names its rule and says what is wrong."""
    file = plan / "placements.csv"
    file.write_text("\n".join(file.read_text(encoding="utf-8").splitlines()[:-1]) + "\n", encoding="utf-8")
    ran = run("check", small, plan, "--json")
    assert ran.code == 5
    assert ran.data["status"] == "broken"
    assert all(finding["rule"] and finding["text"] for finding in ran.data["findings"])
    assert run("check", small, plan).code == 5


def test_another_scenario_is_another_case(run: Run, small: Path, plan: Path, tmp_path: Path) -> None:
    """A plan for one scenario does not pass for another."""
    text = (small / "scenario.toml").read_text(encoding="utf-8").replace("posts = 12", "posts = 5")
    (tmp_path / "few.toml").write_text(text, encoding="utf-8")
    assert run("check", small, plan, "--scenario", tmp_path / "few.toml").code == 5
    assert run("check", small, plan, "--scenario", small / "scenario.toml").code == 0


def test_an_infeasible_answer_is_no_plan(run: Run, infeasible: Path, tmp_path: Path) -> None:
    """A folder that says infeasible ends as the solve did: exit 3."""
    assert run("solve", infeasible, "--out", tmp_path / "plan").code == 3
    assert run("check", infeasible, tmp_path / "plan").code == 3


def test_no_plan_is_wrong_input(run: Run, small: Path, tmp_path: Path) -> None:
    """Exit 2 where there is no plan."""
    assert run("check", small, tmp_path / "nothing").code == 2
