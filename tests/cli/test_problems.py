"""Wrong input, wrong usage and our own mistakes: clear answers, never a traceback."""

from pathlib import Path

import pytest

from planner import service
from tests.cli.conftest import Run


@pytest.fixture
def many_problems(editable: Path) -> Path:
    """A case with the same mistake in sixty rows."""
    file = editable / "sites.csv"
    head, *rows = file.read_text(encoding="utf-8").splitlines()
    column = head.split(",").index("neighbourhood")
    cells = [row.split(",") for row in rows]
    for row in cells:
        row[column] = "XX"
    file.write_text("\n".join([head, *(",".join(row) for row in cells)]) + "\n", encoding="utf-8")
    return editable


def test_problems_are_a_table(run: Run, many_problems: Path, tmp_path: Path) -> None:
    """The first fifty with file, row, column and value, then how many more."""
    ran = run("solve", many_problems, "--out", tmp_path / "plan", "--lang", "en")
    assert ran.code == 2
    assert ran.err.count("sites.csv") == 50
    assert "XX" in ran.err
    assert "more" in ran.err
    assert not (tmp_path / "plan").exists()


def test_json_gives_all_problems(run: Run, many_problems: Path, tmp_path: Path) -> None:
    """Every one of the sixty, with its place, on standard output alone."""
    found = run("solve", many_problems, "--out", tmp_path / "plan", "--json").data["problems"]
    wrong = [p for p in found if p["file"] == "sites.csv" and p["column"] == "neighbourhood"]
    assert [p["row"] for p in wrong] == list(range(2, 62))
    assert {p["value"] for p in wrong} == {"XX"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("solve",),
        ("solve", "x", "--out"),
        ("fly",),
        ("solve", "x", "--out", "y", "--time-limit", "-1"),
        ("solve", "x", "--out", "y", "--time-limit", "nan"),
        ("kompass", "x", "y", "--time-limit", "inf"),
        ("--lang", "fr"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    """Exit 2; with ``--json`` the answer is JSON all the same."""
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.err.strip()
    assert run("--json", *arguments).data["problems"][0]["code"] == "cli.usage"


def test_our_mistake_gives_no_data_away(run: Run, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 1 with the kind of the error and no traceback; PLANNER_DEBUG adds the places, never the message."""
    person = "K" + "0001"

    def breaking(*_: object, **__: object) -> None:
        raise RuntimeError(person)

    monkeypatch.setattr(service, "make_plan", breaking)
    ran = run("solve", small, "--out", tmp_path / "plan")
    assert ran.code == 1
    assert "RuntimeError" in ran.err
    assert "Traceback" not in ran.err + ran.out
    monkeypatch.setenv("PLANNER_DEBUG", "1")
    told = run("solve", small, "--out", tmp_path / "plan")
    assert "breaking" in told.err
    assert person not in ran.err + ran.out + told.err + told.out


def test_help_is_in_german_or_english(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The help of every command speaks the chosen language; PLANNER_LANG chooses too."""
    assert "Schlägt vor" in run("--help").out
    assert "Proposes" in run("--lang", "en", "--help").out
    assert "Schreibt alle" in run("pairs", "--help").out
    monkeypatch.setenv("PLANNER_LANG", "en")
    assert "Write every" in run("pairs", "--help").out
    assert run("--help").code == 0
