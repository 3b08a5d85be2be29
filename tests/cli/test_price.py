"""``planner price``, ``kompass`` and ``value``: answers about a plan folder."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture(scope="module")
def plan(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from click.testing import CliRunner

    from planner.cli import cli

    folder = tmp_path_factory.mktemp("plans") / "plan"
    assert CliRunner().invoke(cli, ["solve", str(small), "--out", str(folder)]).exit_code == 0
    return folder


def placements(plan: Path) -> list[list[str]]:
    rows = plan.joinpath("placements.csv").read_text(encoding="utf-8").splitlines()[1:]
    return [row.split(",")[:2] for row in rows]


def test_price_of_a_placement_is_zero(run: Run, small: Path, plan: Path) -> None:
    """What the plan proposes costs nothing."""
    candidate, site = placements(plan)[0]
    ran = run("price", small, plan, "--candidate", candidate, "--site", site, "--json")
    assert ran.code == 0
    assert ran.data["placed"]
    assert all(tier["difference"] == 0 for tier in ran.data["exact"]["tiers"])


def test_sites_and_people_are_ranked(run: Run, small: Path, plan: Path) -> None:
    """A candidate alone ranks sites, a site or a quarter alone ranks people."""
    candidate, site = placements(plan)[0]
    sites = run("price", small, plan, "--candidate", candidate, "--exact", 1, "--json")
    assert {pair["candidate_id"] for pair in sites.data["pairs"]} == {candidate}
    people = run("price", small, plan, "--site", site, "--exact", 1, "--json")
    assert {pair["site_id"] for pair in people.data["pairs"]} == {site}
    assert "bei" in run("price", small, plan, "--site", site, "--exact", 0).out


def test_a_question_that_cannot_be_asked_is_wrong_input(run: Run, small: Path, plan: Path) -> None:
    """Nothing named, or something that is not there, ends with code 2."""
    assert run("price", small, plan).code == 2
    assert run("price", small, plan, "--candidate", "nobody").code == 2
    assert run("value", small, plan, "--neighbourhood", "nowhere").code == 2


def test_kompass_marks_every_proposal(run: Run, small: Path, plan: Path) -> None:
    """Every placement has a mark, and the counts add up."""
    found = run("kompass", small, plan, "--quick", "--json").data
    assert [[m["candidate_id"], m["site_id"]] for m in found["marks"]] == placements(plan)
    assert sum(found["count"].values()) == len(placements(plan))
    assert run("kompass", small, plan, "--quick", "--lang", "en").out.startswith("Of ")


def test_value_names_every_quarter(run: Run, small: Path, plan: Path) -> None:
    """Each quarter has a value, the first ones solved anew."""
    found = run("value", small, plan, "--exact", 1, "--json").data["values"]
    assert len(found) == len({value["neighbourhood"] for value in found})
    assert [value["exact"] is not None for value in found].count(True) == 1


def test_a_plan_of_another_case_is_refused(run: Run, editable: Path, plan: Path) -> None:
    """A plan that does not belong to the case is not asked about."""
    scenario = editable / "scenario.toml"
    scenario.write_text(scenario.read_text(encoding="utf-8").replace("posts = 12", "posts = 11"), encoding="utf-8")
    assert run("kompass", editable, plan, "--quick").code in {2, 5}
