"""Workers as real processes: they outlive their parent, and their death is survived."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest

from planner.domain import Case, Scenario
from planner.jobs import JobState, reap, start_worker, tend
from planner.store import Store, audit, people, places, plans, projects, scenarios
from planner.store import jobs as rows
from planner.store.jobs import Job
from planner.store.places import Places
from planner.synthetic import generate
from tests.jobs.conftest import job_of
from tests.store.example import Example

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")

one_database = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
"""For what has nothing to do with the database: a process takes seconds to start."""


@pytest.fixture
def small(store: Store) -> Iterator[Example]:
    """A project that is solved in a moment."""
    yield _project(store, generate(60, 14, 12, 3), 12)
    _end_all(store)


@pytest.fixture
def large(store: Store) -> Iterator[Example]:
    """A project that takes many seconds to be solved."""
    yield _project(store, generate(4000, 300, 100, 3), 400)
    _end_all(store)


def _project(store: Store, case: Case, posts: int) -> Example:
    with store.write() as tx:
        project = projects.create_project(tx, "p", "anna").project_id
        where = Places(neighbourhoods=case.neighbourhoods, sites=case.sites, travel_times=case.travel_times)
        places.replace_places(tx, project, where, by="anna")
        people.replace_people(tx, project, case.candidates)
        scenario = Scenario(start=case.scenario.start, posts=posts)
        return Example(project, scenarios.save_scenario(tx, project, scenario, by="anna").version_id)


_launched: "list[subprocess.Popen[bytes]]" = []


def begin(store: Store, job: Job) -> "subprocess.Popen[bytes]":
    """Start a worker that the test waits for in the end."""
    _launched.append(start_worker(store, job.job_id))
    return _launched[-1]


def _end_all(store: Store) -> None:
    """Leave no worker behind."""
    for worker in _launched:
        worker.kill()
        worker.wait()
    _launched.clear()
    with store.read() as tx:
        for job in rows.list_jobs(tx):
            if job.state is JobState.RUNNING:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid_of(job), signal.SIGKILL)


def submit(store: Store, example: Example) -> Job:
    with store.write() as tx:
        return rows.submit(tx, example.project, example.version, by="anna")


def pid_of(job: Job) -> int:
    return int(job.worker.split(":")[-2])


def until(what: Callable[[], bool], seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "took too long"
        time.sleep(0.1)


@one_database
def test_a_worker_outlives_its_parent(store: Store, small: Example) -> None:
    """The process that started a worker may be killed at once: the plan comes all the same."""
    job = submit(store, small)
    script = (
        "import os, sys\n"
        "from planner.jobs import start_worker\n"
        "from planner.store import connect\n"
        "start_worker(connect(), sys.argv[1])\n"
        "os.kill(os.getpid(), 9)\n"
    )
    address = store.engine.url.render_as_string(hide_password=False)
    parent = subprocess.run(
        [sys.executable, "-c", script, job.job_id],
        env={**os.environ, "PLANNER_DATABASE_URL": address},
        check=False,
        capture_output=True,
    )
    assert parent.returncode == -signal.SIGKILL
    until(lambda: job_of(store, job).state is JobState.DONE)
    with store.read() as tx:
        assert len(plans.list_plans(tx, small.project)) == 1


@pytest.mark.slow
def test_a_killed_worker_is_replaced_once(store: Store, large: Example) -> None:
    """Killed outright, a worker's job is tried once more; killed again, the job has died. Nothing half-done is kept."""
    job = submit(store, large)
    for attempt in (1, 2):
        worker = begin(store, job)
        until(lambda attempt=attempt: (now := job_of(store, job)).state is JobState.RUNNING and now.attempts == attempt)  # type: ignore[misc]
        os.kill(pid_of(job_of(store, job)), signal.SIGKILL)
        worker.wait()
        time.sleep(0.2)
        (taken,) = reap(store, silence=0.1)
        assert taken.state is (JobState.QUEUED if attempt == 1 else JobState.DIED)
    assert job_of(store, job).finished_at is not None
    with store.read() as tx:
        assert plans.list_plans(tx, large.project) == ()
        assert audit.head(tx).seq == 0


@one_database
@pytest.mark.slow
def test_a_stop_ends_a_real_solve(store: Store, large: Example) -> None:
    """Asked to stop while it solves, a worker ends with what it has, and its process is gone."""
    job = submit(store, large)
    worker = begin(store, job)
    until(lambda: job_of(store, job).progress.get("tier") not in {None, ""})
    with store.write() as tx:
        rows.request_stop(tx, job.job_id)
    until(lambda: job_of(store, job).finished_at is not None)
    assert job_of(store, job).state in {JobState.DONE, JobState.STOPPED}
    assert worker.wait(timeout=60) == 0


@pytest.mark.slow
def test_a_restarted_server_goes_on(store: Store, small: Example) -> None:
    """Whoever looks after the queue starts what waits, as many as may run; each end lets the next one begin."""
    jobs = [submit(store, small) for _ in range(2)]
    assert tend(store, at_most=1) == (jobs[0].job_id,)
    assert tend(store, at_most=1) == ()
    until(lambda: all(job_of(store, job).state is JobState.DONE for job in jobs))
    with store.read() as tx:
        assert audit.verify(tx) == ()
        assert len(plans.list_plans(tx, small.project)) == 2


@one_database
def test_a_worker_is_nice(store: Store, large: Example) -> None:
    """A worker leaves the processor to others."""
    job = submit(store, large)
    begin(store, job)
    until(lambda: job_of(store, job).state is JobState.RUNNING)
    assert os.getpriority(os.PRIO_PROCESS, pid_of(job_of(store, job))) >= 10
