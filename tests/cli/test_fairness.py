"""``planner envy`` and ``planner fairness``: 0 done, 5 not blind or a broken plan, 2 wrong input."""

import random
from pathlib import Path

import pytest

from planner.service import opening
from planner.tables import read_case
from tests.cli.conftest import Run


@pytest.fixture
def plan(run: Run, small: Path, tmp_path: Path) -> Path:
    assert run("solve", small, "--out", tmp_path / "plan").code == 0
    return tmp_path / "plan"


@pytest.fixture
def groups(small: Path, tmp_path: Path) -> Path:
    """Groups of the people of the small case, and of somebody else."""
    rng = random.Random(3)
    people = [line.split(",")[0] for line in (small / "candidates.csv").read_text(encoding="utf-8").splitlines()[1:]]
    rows = [f"{one},{rng.choice('fm')}" for one in (*people, "K9999")]
    file = tmp_path / "groups.csv"
    file.write_text("\n".join(["candidate_id,sex", *rows]) + "\n", encoding="utf-8")
    return file


def test_envy(run: Run, small: Path, plan: Path) -> None:
    """Every case comes with cause, exactness and a sentence; without time for questions nothing is called settled."""
    ran = run("envy", small, plan, "--json")
    assert ran.code == 0
    assert ran.data["number"] == len(ran.data["envy"]) == sum(ran.data["count"].values())
    assert ran.data["exact"] == ran.data["number"]
    assert all(one["text"] and one["cause"] for one in ran.data["envy"])
    quick = run("envy", small, plan, "--time-limit", "0.000001", "--json")
    assert quick.code == 0
    assert quick.data["number"] == ran.data["number"]
    assert quick.data["exact"] <= ran.data["exact"]
    assert run("envy", small, plan, "--lang", "en").out.strip()


def test_a_plan_of_another_case_is_refused(run: Run, small: Path, plan: Path, groups: Path, tmp_path: Path) -> None:
    """Both audits check the plan first: exit 5 where it does not belong to the case."""
    few = (small / "scenario.toml").read_text(encoding="utf-8").replace("posts = 12", "posts = 5")
    (tmp_path / "few.toml").write_text(few, encoding="utf-8")
    assert run("envy", small, plan, "--scenario", tmp_path / "few.toml").code == 5
    assert run("fairness", "groups", small, plan, "--groups", groups, "--scenario", tmp_path / "few.toml").code == 5
    assert run("envy", small, tmp_path / "nothing").code == 2


def test_no_placements_no_audit(run: Run, infeasible: Path, groups: Path, tmp_path: Path) -> None:
    """There is nothing to look at in an answer without a plan."""
    assert run("solve", infeasible, "--out", tmp_path / "plan").code == 3
    assert run("envy", infeasible, tmp_path / "plan").code == 2
    assert run("fairness", "groups", infeasible, tmp_path / "plan", "--groups", groups).code == 2


def test_blind(run: Run, small: Path, groups: Path) -> None:
    """Exit 0 with every probe and its outcome; what that does not prove is said too."""
    ran = run("fairness", "blind", small, "--groups", groups, "--json")
    assert ran.code == 0
    assert (ran.data["status"], ran.data["proven"], ran.data["groups"]) == ("blind", True, ["sex"])
    assert {probe["plan_same"] for probe in ran.data["probes"]} == {True}
    assert "Blindheit beweist keine gerechten Ergebnisse" in ran.data["text"][-1]


def test_not_blind(run: Run, small: Path, groups: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 5 as soon as a change that must not matter is seen."""
    monkeypatch.setattr(opening, "read_case", lambda source, _, **named: _first_row_decides(source, named))
    ran = run("fairness", "blind", small, "--groups", groups, "--json")
    assert ran.code == 5
    assert ran.data["status"] == "broken"
    assert [probe["change"] for probe in ran.data["probes"] if not probe["case_same"]] == ["rows_shuffled"]


def _first_row_decides(source: Path, named: dict[str, object]) -> object:
    """Read a case so that whoever stands first in the table wants every field."""
    from dataclasses import replace

    found = read_case(source, **named)
    first = (source / "candidates.csv").read_text(encoding="utf-8").splitlines()
    at = first[0].split(",").index("candidate_id")
    fields = frozenset(site.field for site in found.case.sites)
    people = tuple(
        replace(one, fields_wanted=fields) if one.candidate_id == first[1].split(",")[at] else one
        for one in found.case.candidates
    )
    return replace(found, case=replace(found.case, candidates=people))


def test_groups(run: Run, small: Path, plan: Path, groups: Path) -> None:
    """Groups are shown in multiples of five, the stranger in the file is counted, the file stays where it was."""
    ran = run("fairness", "groups", small, plan, "--groups", groups, "--women-share", "48%", "--json")
    assert ran.code == 0
    (column,) = ran.data["columns"]
    assert column["column"] == "sex"
    counts = [row["present"] for row in column["groups"] if row["present"] is not None]
    assert counts
    assert all(number % 5 == 0 for number in counts)
    assert column["women"]["reference"] == 0.48
    assert [note["code"] for note in ran.data["notes"]] == ["groups.unknown_people"]
    assert "kein" in run("fairness", "groups", small, plan, "--groups", groups).out


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (["--women", "sex=x"], "groups.women"),
        (["--women", "nonsense"], "groups.women"),
        (["--women-share", "48"], "groups.share"),
        (["--women-share", "half"], "groups.share"),
    ],
)
def test_wrong_women(run: Run, small: Path, plan: Path, groups: Path, more: list[str], code: str) -> None:
    """A group that is not there and a share that is none are named."""
    ran = run("fairness", "groups", small, plan, "--groups", groups, *more, "--json")
    assert ran.code == 2
    assert [problem["code"] for problem in ran.data["problems"]] == [code]


def test_groups_without_a_column(run: Run, small: Path, plan: Path, tmp_path: Path) -> None:
    """A file of ids alone holds no groups."""
    (tmp_path / "g.csv").write_text("candidate_id\nK0001\n", encoding="utf-8")
    ran = run("fairness", "groups", small, plan, "--groups", tmp_path / "g.csv", "--json")
    assert ran.code == 2
    assert [problem["code"] for problem in ran.data["problems"]] == ["groups.no_column"]


def test_a_share_without_women(run: Run, small: Path, plan: Path, groups: Path, tmp_path: Path) -> None:
    """A share of the women is never ignored: where no group is named as theirs, the answer says so."""
    unnamed = tmp_path / "groups.csv"
    unnamed.write_text(groups.read_text(encoding="utf-8").replace("sex", "g"), encoding="utf-8")
    ran = run("fairness", "groups", small, plan, "--groups", unnamed, "--women-share", "48%", "--json")
    assert ran.code == 2
    assert [problem["code"] for problem in ran.data["problems"]] == ["groups.no_women"]
