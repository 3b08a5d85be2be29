import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from planner.cli import cli
from planner.synthetic import generate
from planner.tables import write_case


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """The whole of standard output as JSON."""
        found: dict[str, Any] = json.loads(self.out)
        return found


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return the function that runs a command in this process."""
    monkeypatch.delenv("PLANNER_LANG", raising=False)
    monkeypatch.delenv("PLANNER_DEBUG", raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    # The process of the tests goes on afterwards, and nothing makes it less nice again.
    monkeypatch.setattr("planner.jobs.be_nice", lambda: None)

    def running(*arguments: object) -> Ran:
        result = CliRunner().invoke(cli, [str(argument) for argument in arguments])
        return Ran(result.exit_code, result.stdout, result.stderr)

    return running


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small invented case."""
    folder = tmp_path_factory.mktemp("cases") / "small"
    write_case(generate(80, 60, 12, 1), folder)
    return folder


@pytest.fixture
def editable(small: Path, tmp_path: Path) -> Path:
    """A copy of the small case that a test may change."""
    folder = tmp_path / "case"
    folder.mkdir()
    for file in small.iterdir():
        folder.joinpath(file.name).write_bytes(file.read_bytes())
    return folder


@pytest.fixture
def infeasible(editable: Path) -> Path:
    """A case whose limit asks for more than a site has."""
    with editable.joinpath("scenario.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[limit]]\nname = "zu viel"\nwhere = { site = ["E001"] }\nat_least = 11\nhard = true\n')
    return editable
