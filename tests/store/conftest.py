"""Every test of this room runs on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.store import Store
from tests.store.databases import DIALECTS, ready_store


@pytest.fixture(params=DIALECTS)
def dialect(request: pytest.FixtureRequest) -> str:
    """Which database."""
    return str(request.param)


@pytest.fixture
def store(dialect: str, tmp_path: Path) -> Iterator[Store]:
    """An empty store of the present layout."""
    store = ready_store(dialect, tmp_path)
    yield store
    store.close()
