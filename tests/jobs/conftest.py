from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.store import Store
from planner.store import jobs as rows
from planner.store.jobs import Job
from tests.store.databases import DIALECTS, ready_store
from tests.store.example import Example, make_project


@pytest.fixture(params=DIALECTS)
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An empty store, and a user's folder of its own."""
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    store = ready_store(request.param, tmp_path)
    yield store
    store.close()


@pytest.fixture
def example(store: Store) -> Example:
    """A small project."""
    with store.write() as tx:
        return make_project(tx)


def submit(store: Store, example: Example, time_limit: float | None = None) -> Job:
    """Put a solve into the queue."""
    with store.write() as tx:
        return rows.submit(tx, example.project, example.version, by="anna", time_limit=time_limit)


def job_of(store: Store, job: Job) -> Job:
    """Return a job as it is now."""
    with store.read() as tx:
        return rows.get_job(tx, job.job_id)
