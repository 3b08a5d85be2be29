"""A plan folder from anywhere, checked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from planner.errors import InputError
from planner.service import OpenedCase, check_folder, make_plan
from planner.tables import write_plan


@pytest.fixture(scope="module")
def plan_folder(opened: OpenedCase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plans") / "plan"
    write_plan(make_plan(opened).plan, folder)
    return folder


def test_our_own_plan_passes(case_folder: Path, plan_folder: Path) -> None:
    """A plan that was written and read back keeps every rule."""
    assert check_folder(case_folder, plan_folder).report.passed


def test_a_hand_edited_plan_is_found_out(case_folder: Path, plan_folder: Path, tmp_path: Path) -> None:
    """A placement struck from the file breaks rules."""
    edited = tmp_path / "plan"
    edited.mkdir()
    for file in plan_folder.iterdir():
        edited.joinpath(file.name).write_bytes(file.read_bytes())
    lines = edited.joinpath("placements.csv").read_text(encoding="utf-8").splitlines()
    edited.joinpath("placements.csv").write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
    assert not check_folder(case_folder, edited).report.passed


EDITS: dict[str, tuple[str, Callable[[str], str]]] = {
    "repeated_costs": ("costs.csv", lambda text: text[:-2] + ("1" if text[-2] != "1" else "2") + "\n"),
    "repeated_seed": ("plan.json", lambda text: text.replace('"seed": "', '"seed": "another ', 1)),
    "repeated_gap": ("plan.json", lambda text: text.replace('"gap": 0.0', '"gap": 0.5', 1)),
    "repeated_proven": ("plan.json", lambda text: text.replace('"proven": true', '"proven": false', 1)),
}
"""A cent, the seed, a gap and a proof changed where the plan says them a second time."""


@pytest.mark.parametrize("rule", EDITS)
def test_what_is_said_twice_is_said_alike(case_folder: Path, plan_folder: Path, tmp_path: Path, rule: str) -> None:
    """Sums, seed, gaps and proofs that do not follow from the plan are found, and nothing else is."""
    edited = tmp_path / "plan"
    edited.mkdir()
    name, edit = EDITS[rule]
    for file in plan_folder.iterdir():
        text = file.read_text(encoding="utf-8")
        edited.joinpath(file.name).write_text(edit(text) if file.name == name else text, encoding="utf-8")
    found = check_folder(case_folder, edited).report.findings
    assert [finding.rule for finding in found] == [rule]
    assert all(finding.text("de") for finding in found)


def test_a_missing_sum_is_found_out(case_folder: Path, plan_folder: Path, tmp_path: Path) -> None:
    """A row struck from ``costs.csv`` counts as nothing paid."""
    edited = tmp_path / "plan"
    edited.mkdir()
    for file in plan_folder.iterdir():
        edited.joinpath(file.name).write_bytes(file.read_bytes())
    lines = edited.joinpath("costs.csv").read_text(encoding="utf-8").splitlines()
    edited.joinpath("costs.csv").write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
    assert [f.rule for f in check_folder(case_folder, edited).report.findings] == ["repeated_costs"]


def test_a_plan_that_is_not_there(case_folder: Path, tmp_path: Path) -> None:
    """A missing plan folder is wrong input."""
    with pytest.raises(InputError):
        check_folder(case_folder, tmp_path / "nothing")
