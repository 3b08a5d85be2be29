"""``planner pairs``: every pair is in one of two files."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_possible_and_refused_pairs(run: Run, small: Path, tmp_path: Path) -> None:
    """Both commands end with 0 and together list 80 × 60 pairs."""
    possible = run("pairs", small, "--out", tmp_path / "a.csv", "--json")
    refused = run("pairs", small, "--refused", "--out", tmp_path / "b.csv", "--json")
    assert possible.code == refused.code == 0
    assert possible.data["pairs"] + refused.data["pairs"] == 80 * 60
    heads = [(tmp_path / name).read_text(encoding="utf-8").splitlines()[0] for name in ("a.csv", "b.csv")]
    assert heads[0].startswith("candidate_id,site_id,hours,minutes,quality,city_2027,integration_2027")
    assert heads[1] == "candidate_id,site_id,reasons"


@pytest.mark.parametrize("target", ["folder", "file/inside.csv"])
def test_where_nothing_can_be_written(run: Run, small: Path, tmp_path: Path, target: str) -> None:
    """Exit 2, and no part of a file is left."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("", encoding="utf-8")
    ran = run("pairs", small, "--out", tmp_path / target, "--json")
    assert ran.code == 2
    assert ran.data["problems"]
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["file", "folder"]
