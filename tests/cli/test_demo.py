"""``planner demo``: the case and its plan, from any folder."""

from pathlib import Path

import pytest

from planner.cli.commands import demo as module
from planner.settings import data_dir
from tests.cli.conftest import Run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo folder, made once."""
    from click.testing import CliRunner

    from planner.cli import cli

    out = tmp_path_factory.mktemp("demo") / "demo"
    assert CliRunner().invoke(cli, ["demo", "--out", str(out)]).exit_code == 0
    return out


@pytest.fixture
def copy(made: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    import shutil

    shutil.copytree(made, tmp_path / "demo")
    return tmp_path / "demo"


def test_case_and_plan_lie_in_one_folder(made: Path, run: Run) -> None:
    """All files of the demo are there, and the plan in it passes its check."""
    assert {file.name for file in (data_dir() / "demo").iterdir()} | {"plan"} == {e.name for e in made.iterdir()}
    assert [entry.name for entry in made.parent.iterdir()] == ["demo"]
    assert run("check", made, made / "plan").code == 0


def test_a_second_time_there_is_nothing_to_do(copy: Path, run: Run) -> None:
    """Complete and up to date: exit 0, not one byte rewritten."""
    before = {file: file.stat().st_mtime_ns for file in copy.rglob("*")}
    ran = run("demo", "--out", copy, "--json")
    assert (ran.code, ran.data["status"]) == (0, "current")
    assert before == {file: file.stat().st_mtime_ns for file in copy.rglob("*")}


def test_what_someone_changed_is_kept(copy: Path, run: Run) -> None:
    """An edited case, or a file beside it, is not overwritten: exit 2."""
    (copy / "scenario_30.toml").unlink()
    with (copy / "scenario.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[limit]]\nname = "neu"\nat_least = 1\n')
    edited = (copy / "scenario.toml").read_bytes()
    assert run("demo", "--out", copy).code == 2
    assert (copy / "scenario.toml").read_bytes() == edited


def test_an_older_demo_is_renewed(copy: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A demo of an earlier version that nobody touched gives way to the new one, whole."""
    monkeypatch.setenv("PLANNER_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    for folder in ("law", "dresden"):
        (tmp_path / "data" / folder).symlink_to(data_dir_of_checkout() / folder)
    newer = tmp_path / "data" / "demo"
    newer.mkdir()
    for file in (data_dir_of_checkout() / "demo").iterdir():
        text = file.read_text(encoding="utf-8").replace("posts = 100", "posts = 90")
        newer.joinpath(file.name).write_text(text, encoding="utf-8")
    ran = run("demo", "--out", copy, "--json")
    assert (ran.code, ran.data["placements"]) == (0, 90)
    assert "posts = 90" in (copy / "scenario.toml").read_text(encoding="utf-8")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["data", "demo"]


def data_dir_of_checkout() -> Path:
    return Path(module.__file__).parents[3] / "data"
