"""``planner report``: a page for leadership."""

from pathlib import Path

import pytest

from planner.service import make_plan, opened_from
from planner.synthetic import generate
from planner.tables import read_plan, write_case, write_plan
from tests.cli.conftest import Run


@pytest.fixture(scope="module")
def solved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with its plan in the folder ``plan``."""
    folder = tmp_path_factory.mktemp("report") / "case"
    case = generate(60, 20, 12, 4)
    write_case(case, folder)
    write_plan(make_plan(opened_from(case), time_limit=20).plan, folder / "plan")
    return folder


def test_a_report_is_written_in_either_language(run: Run, solved: Path, tmp_path: Path) -> None:
    """The command ends with 0 and the file is a PDF; the same command gives the same bytes."""
    files = [tmp_path / name for name in ("a.pdf", "b.pdf", "c.pdf")]
    for file, language in zip(files, ("de", "de", "en"), strict=True):
        ran = run("report", solved, solved / "plan", "--out", file, "--lang", language, "--json")
        assert ran.code == 0
        assert ran.data["bytes"] == file.stat().st_size
    first, second, other = (file.read_bytes() for file in files)
    assert first.startswith(b"%PDF")
    assert first == second != other


def test_a_plan_of_another_case_is_refused(run: Run, small: Path, solved: Path, tmp_path: Path) -> None:
    """The broken rules are named and nothing is written."""
    ran = run("report", small, solved / "plan", "--out", tmp_path / "a.pdf", "--json")
    assert ran.code == 5
    assert ran.data["findings"]
    assert not (tmp_path / "a.pdf").exists()


def test_a_plan_that_is_none_is_refused(run: Run, infeasible: Path, tmp_path: Path) -> None:
    """Of an impossible case there is nothing to report."""
    run("solve", infeasible, "--out", tmp_path / "plan")
    assert read_plan(tmp_path / "plan").conflict
    ran = run("report", infeasible, tmp_path / "plan", "--out", tmp_path / "a.pdf", "--json")
    assert ran.code == 2
    assert not (tmp_path / "a.pdf").exists()


def test_a_reason_sheet_can_be_a_pdf(run: Run, solved: Path, tmp_path: Path) -> None:
    """Where the name of the file ends in .pdf the sheet is printed, else written as text."""
    person = read_plan(solved / "plan").placements[0].candidate_id
    for name, begins in (("a.pdf", b"%PDF"), ("a.txt", "Begründungsblatt".encode())):
        ran = run("sheet", solved, solved / "plan", "--candidate", person, "--out", tmp_path / name)
        assert ran.code == 0
        assert (tmp_path / name).read_bytes().startswith(begins)
