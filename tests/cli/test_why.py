"""``planner why`` and ``planner sheet``: the plan is checked first, then one person explained."""

from pathlib import Path

import pytest

from planner.tables import read_plan
from tests.cli.conftest import Run


@pytest.fixture(scope="module")
def plan(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan of the small case."""
    from click.testing import CliRunner

    from planner.cli import cli

    folder = tmp_path_factory.mktemp("plans") / "plan"
    assert CliRunner().invoke(cli, ["solve", str(small), "--out", str(folder)]).exit_code == 0
    return folder


def someone(plan: Path, reason: str) -> str:
    """Return the first person without a placement for a reason."""
    return next(u.candidate_id for u in read_plan(plan).unplaced if u.reason == reason)


def test_why_placed(run: Run, small: Path, plan: Path) -> None:
    """Site, parts and tiers of a placement, in sentences and as JSON."""
    placement = read_plan(plan).placements[0]
    asked = ("why", small, plan, "--candidate", placement.candidate_id)
    data = run(*asked, "--json").data
    assert (data["status"], data["site_id"]) == ("placed", placement.site_id)
    assert sum(data["parts"].values()) == data["quality"] == placement.quality
    assert data["adds"]["placements"] == 1
    assert data["kompass"]["kind"] in {"forced", "priced", "free"}
    german, english = run(*asked), run(*asked, "--lang", "en")
    assert (german.code, english.code) == (0, 0)
    assert f"Güte der Passung: {placement.quality} von 100 Punkten" in german.out
    assert f"Quality of fit: {placement.quality} of 100 points" in english.out


def test_why_not(run: Run, small: Path, plan: Path) -> None:
    """Somebody who is not eligible is told the paragraph; nothing is solved for them."""
    who = someone(plan, "not_eligible")
    ran = run("why", small, plan, "--candidate", who)
    assert ran.code == 0
    assert "kein Vorschlag" in ran.out
    assert "§" in ran.out
    assert run("why", small, plan, "--candidate", who, "--json").data["changes"] is None


def test_why_displaced(run: Run, small: Path, plan: Path) -> None:
    """Somebody displaced is told what a proposal would cost; without --changes nothing is looked for."""
    who = someone(plan, "displaced")
    data = run("why", small, plan, "--candidate", who, "--changes", "0", "--json").data
    assert data["forced"]["status"] in {"optimal", "infeasible"}
    assert data["possible_sites"] > 0
    assert data["scarce"]
    assert data["changes"] is None


def test_a_sheet(run: Run, small: Path, plan: Path, tmp_path: Path) -> None:
    """The sheet is shown, or written to a file, and names the hashes of case and plan."""
    found = read_plan(plan)
    placement = found.placements[0]
    asked = ("sheet", small, plan, "--candidate", placement.candidate_id)
    data = run(*asked, "--json").data
    assert data["case_hash"] == found.case_hash
    assert len(data["alternatives"]) <= 3
    ran = run(*asked, "--out", tmp_path / "sheet.txt")
    assert (ran.code, ran.out.startswith("Geschrieben")) == (0, True)
    written = (tmp_path / "sheet.txt").read_text(encoding="utf-8")
    assert written.startswith(f"Begründungsblatt: {placement.candidate_id}")
    assert data["plan_hash"] in written


def test_wrong_input(run: Run, small: Path, plan: Path, tmp_path: Path) -> None:
    """Exit 2 for an unknown person, for a sheet without a placement and for no plan."""
    assert run("why", small, plan, "--candidate", "nobody").code == 2
    assert run("sheet", small, plan, "--candidate", someone(plan, "displaced")).code == 2
    assert run("why", small, tmp_path, "--candidate", "nobody").code == 2


def test_a_plan_of_another_case_is_not_explained(run: Run, editable: Path, plan: Path) -> None:
    """Exit 5, with what the check found, before anything is explained."""
    scenario = editable / "scenario.toml"
    text = scenario.read_text(encoding="utf-8").replace("posts = 12", "posts = 13")
    scenario.write_text(text, encoding="utf-8")
    who = read_plan(plan).placements[0].candidate_id
    for command in ("why", "sheet"):
        ran = run(command, editable, plan, "--candidate", who, "--json")
        assert ran.code == 5
        assert {finding["rule"] for finding in ran.data["findings"]} >= {"case_hash"}


def test_an_infeasible_plan_has_nothing_to_explain(run: Run, infeasible: Path, tmp_path: Path) -> None:
    """Exit 2 where there are no placements."""
    assert run("solve", infeasible, "--out", tmp_path / "plan").code == 3
    assert run("why", infeasible, tmp_path / "plan", "--candidate", "K0001").code == 2
