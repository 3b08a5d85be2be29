"""The wheel carries everything it needs and works from any folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

USE_DATA = """
import planner
from planner.geo import dresden_neighbourhoods
from planner.law import load_law
from planner.messages import text
print(planner.__file__, len(dresden_neighbourhoods()), bool(load_law().version), text("tier.lot", "de"))
"""


@pytest.fixture(scope="module")
def wheel(repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built without any network."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=repo_root, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the unpacked wheel and nothing else."""
    target = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def run(installed: Path, folder: Path, *arguments: str) -> str:
    """Run Python on the installed package from another folder; return what it prints."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PLANNER_")}
    environment |= {"PYTHONPATH": str(installed), "PYTHONUTF8": "1", "PYTHONSAFEPATH": "1"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout


def test_holds_every_file(wheel: Path, repo_root: Path) -> None:
    """Data, handbook, catalogues, styles and scripts are inside, and no test is."""
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    package = {f"planner/{file}" for file in files(repo_root / "planner")}
    data = {f"planner/_data/{file}" for file in files(repo_root / "data")}
    handbook = {f"planner/_docs/handbuch/{file}" for file in files(repo_root / "docs/handbuch")}
    assert package | data | handbook | {"planner/_docs/betrieb.md"} <= inside
    assert not any(name.startswith("tests/") for name in inside)


def files(folder: Path) -> set[str]:
    """Return the files of a folder, relative to it, but for what Python leaves behind."""
    every = (file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return {file.relative_to(folder).as_posix() for file in every}


def test_finds_its_data(installed: Path, tmp_path: Path) -> None:
    """Law, city and texts are found in the wheel, with no checkout in sight."""
    where, neighbourhoods, law, *lot = run(installed, tmp_path, "-c", USE_DATA).split()
    assert Path(where).is_relative_to(installed)
    assert (neighbourhoods, law, " ".join(lot)) == ("64", "True", "Öffentliches Los")


def test_command_line(installed: Path, tmp_path: Path) -> None:
    """The command of an installed wheel names its sub-commands from any folder."""
    shown = run(installed, tmp_path, "-c", "from planner.cli import main; main()", "--help")
    assert {"solve", "check", "pairs", "generate", "demo"} <= set(shown.split())
