"""A plan folder from anywhere, checked."""

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


def test_a_plan_that_is_not_there(case_folder: Path, tmp_path: Path) -> None:
    """A missing plan folder is wrong input."""
    with pytest.raises(InputError):
        check_folder(case_folder, tmp_path / "nothing")
