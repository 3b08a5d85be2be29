"""The plan folder as a zip."""

import io
import zipfile
from pathlib import Path

from planner.report import plan_csv_zip
from planner.tables import read_plan
from tests.report.example import make_case, make_plan


def test_reads_back_equal(tmp_path: Path) -> None:
    """The unpacked zip is the plan."""
    plan = make_plan(make_case())
    with zipfile.ZipFile(io.BytesIO(plan_csv_zip(plan))) as archive:
        archive.extractall(tmp_path / "plan")
    assert read_plan(tmp_path / "plan") == plan


def test_same_bytes() -> None:
    """The same plan gives the same bytes."""
    plan = make_plan(make_case())
    assert plan_csv_zip(plan) == plan_csv_zip(plan)
