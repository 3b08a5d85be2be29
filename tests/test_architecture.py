"""The house stands as drawn: floors, one room per heavy library, short files, no way out to the network."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

LONGEST_FILE = 400

ROOMS = {
    "streamlit": {"ui"},
    "ortools": {"solve"},
    "scipy": {"solve", "fairness"},
    "geopandas": {"geo", "report"},
    "pyogrio": {"geo", "report"},
    "openpyxl": {"tables"},
    "xlsxwriter": {"report"},
    "typst": {"report"},
    "click": {"cli"},
    "rich": {"cli"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "psycopg": {"store"},
}
"""Which rooms may name a library."""

FETCHES = "planner/geo/fetch.py"
"""The one file that may ask another computer: for the city's boundaries, when somebody tells it to."""

NETWORK = {"socket", "http", "urllib.request", "ftplib", "smtplib", "requests", "httpx", "aiohttp", "urllib3"}


def imports(file: Path) -> Iterator[str]:
    """Yield the full names of the modules a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.fixture(scope="module")
def modules(repo_root: Path) -> list[Path]:
    return sorted((repo_root / "planner").rglob("*.py"))


def test_floors(repo_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every room imports from lower floors only."""
    status = lint_imports(config_filename=str(repo_root / "pyproject.toml"), no_cache=True)
    assert status == 0, capsys.readouterr().out


def test_libraries_stay_in_their_rooms(repo_root: Path, modules: list[Path]) -> None:
    """A heavy library is named in its rooms only."""
    strays = [
        (str(file), name)
        for file in modules
        for name in imports(file)
        if (library := name.partition(".")[0]) in ROOMS
        and file.relative_to(repo_root / "planner").parts[0] not in ROOMS[library]
    ]
    assert strays == []


def test_nothing_calls_out(repo_root: Path, modules: list[Path]) -> None:
    """No module but the fetching of boundaries can reach another computer."""
    callers = [
        (str(file), name)
        for file in (*modules, repo_root / "app.py")
        for name in imports(file)
        if file != repo_root / FETCHES and any(name == module or name.startswith(f"{module}.") for module in NETWORK)
    ]
    assert callers == []


def test_files_are_short(modules: list[Path]) -> None:
    """One idea per file: none is longer than 400 lines."""
    lengths = {str(file): len(file.read_text(encoding="utf-8").splitlines()) for file in modules}
    assert {file: length for file, length in lengths.items() if length > LONGEST_FILE} == {}
