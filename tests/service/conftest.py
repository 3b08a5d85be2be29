import itertools
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from planner.service import OpenedCase, open_case
from planner.store import connect
from planner.store.backups import backup, restore
from planner.synthetic import generate
from planner.tables import write_case
from tests.service.world import World, make_world
from tests.store.databases import DIALECTS, postgres_server, postgres_url, ready_store

_numbers = itertools.count()


def fresh_name() -> str:
    """Return the name of a database that there is not yet."""
    return f"service_{next(_numbers)}"


def new_postgres(name: str, template: str) -> str:
    """Make a PostgreSQL database as a copy of another one and return its address."""
    postgres_server().psql(f"CREATE DATABASE {name} TEMPLATE {template}")
    return postgres_url(name)


@pytest.fixture(scope="session")
def case_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small invented case as a folder."""
    folder = tmp_path_factory.mktemp("cases") / "small"
    write_case(generate(80, 16, 12, 1), folder)
    return folder


@pytest.fixture(scope="session")
def opened(case_folder: Path) -> OpenedCase:
    return open_case(case_folder)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A solved project, made once in either database and copied for each test."""
    folder = tmp_path_factory.mktemp("world")
    store = ready_store("sqlite", folder)
    world = make_world(store)
    backup(store, folder / "world.backup")
    store.close()
    return world


@pytest.fixture(scope="session")
def templates(made: World) -> dict[str, Path | str]:
    """Where each kind of database is copied from; a PostgreSQL is only started for tests that ask for it."""
    return {"sqlite": cast(Path, made.store.file)}


@pytest.fixture(params=DIALECTS)
def world(
    request: pytest.FixtureRequest,
    made: World,
    templates: dict[str, Path | str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[World]:
    """A solved project on either database."""
    monkeypatch.setenv("PLANNER_BACKUP_DIR", str(tmp_path / "backups"))
    store = connect(_copy(request.param, made, templates, tmp_path))
    yield replace(made, store=store)
    store.close()


def _copy(dialect: str, made: World, templates: dict[str, Path | str], folder: Path) -> str:
    """Return the address of a copy of the project."""
    file = cast(Path, templates["sqlite"])
    if dialect == "sqlite":
        shutil.copy(file, folder / "world.db")
        return f"sqlite:///{folder}/world.db"
    if dialect not in templates:
        templates[dialect] = fresh_name()
        url = new_postgres(str(templates[dialect]), "template_planner")
        store = connect(url)
        restore(file.with_name("world.backup"), store, replace=True)
        store.close()
    return new_postgres(fresh_name(), str(templates[dialect]))
