"""The queue: in order, one worker each, at most so many, the dead are noticed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from planner.store import NotFoundError, Store, jobs
from planner.store.jobs import Job, JobState
from tests.store.databases import ready_store
from tests.store.example import Example, make_project


class Watch:
    """A clock that tests wind on."""

    def __init__(self) -> None:
        self.now = datetime(2027, 3, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the instant."""
        return self.now

    def wind(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def store(dialect: str, tmp_path: Path, watch: Watch) -> Iterator[Store]:
    store = ready_store(dialect, tmp_path, watch)
    yield store
    store.close()


@pytest.fixture
def example(store: Store) -> Example:
    with store.write() as tx:
        return make_project(tx)


def submit(store: Store, example: Example) -> str:
    with store.write() as tx:
        return jobs.submit(tx, example.project, example.version, by="anna", time_limit=2.5).job_id


def claim(store: Store, worker: str, at_most: int = 9, job_id: str | None = None) -> Job | None:
    with store.write() as tx:
        return jobs.claim(tx, worker, at_most=at_most, job_id=job_id)


def get(store: Store, job_id: str) -> Job:
    with store.read() as tx:
        return jobs.get_job(tx, job_id)


def test_jobs_are_taken_in_order(store: Store, example: Example, watch: Watch) -> None:
    """First come, first served, also when the clock is set back in between; then the queue is empty."""
    first = submit(store, example)
    watch.wind(-3600)
    second = submit(store, example)
    taken = [claim(store, "w1"), claim(store, "w2")]
    assert [job.job_id for job in taken if job] == [first, second]
    assert claim(store, "w3") is None
    with store.read() as tx:
        assert [job.number for job in jobs.list_jobs(tx, project=example.project)] == [1, 2]


def test_only_so_many_run_at_once(store: Store, example: Example) -> None:
    """With one allowed, the second waits until the first has ended."""
    first, second = submit(store, example), submit(store, example)
    assert claim(store, "w1", at_most=1) is not None
    assert claim(store, "w2", at_most=1) is None
    with store.write() as tx:
        assert jobs.finish(tx, first, "w1", JobState.DONE)
    taken = claim(store, "w2", at_most=1)
    assert taken is not None
    assert taken.job_id == second
    assert (taken.state, taken.worker, taken.attempts, taken.time_limit) == (JobState.RUNNING, "w2", 1, 2.5)


def test_a_certain_job_is_taken_once(store: Store, example: Example) -> None:
    """A job can be taken out of order, but only by one worker."""
    submit(store, example)
    second = submit(store, example)
    assert claim(store, "w1", job_id=second) is not None
    assert claim(store, "w2", job_id=second) is None


def test_progress_is_seen_and_the_stop_arrives(store: Store, example: Example) -> None:
    """What the worker says can be read; once a stop is asked for, the next sign of life returns it."""
    job = submit(store, example)
    claim(store, "w1")
    with store.write() as tx:
        assert not jobs.heartbeat(tx, job, "w1", {"tier": "quality", "value": 5, "gap": 0.25})
    assert get(store, job).progress == {"tier": "quality", "value": 5, "gap": 0.25}
    with store.write() as tx:
        assert jobs.request_stop(tx, job).stop_requested
    with store.write() as tx:
        assert jobs.heartbeat(tx, job, "w1")
    assert get(store, job).progress["value"] == 5


def test_a_waiting_job_stops_at_once(store: Store, example: Example) -> None:
    """Nobody takes a job that was stopped while it waited."""
    job = submit(store, example)
    with store.write() as tx:
        assert jobs.request_stop(tx, job).state is JobState.STOPPED
    assert claim(store, "w1") is None


def test_the_dead_are_tried_again_once(store: Store, example: Example, watch: Watch) -> None:
    """Without a sign of life a job returns to its place in the queue, and the second time it has died."""
    job, later = submit(store, example), submit(store, example)
    for worker, state in (("w1", JobState.QUEUED), ("w2", JobState.DIED)):
        taken = claim(store, worker)
        assert taken is not None
        assert taken.job_id == job
        watch.wind(5)
        with store.write() as tx:
            assert jobs.reap(tx, watch.now - timedelta(seconds=10)) == ()
        watch.wind(6)
        with store.write() as tx:
            assert [one.state for one in jobs.reap(tx, watch.now - timedelta(seconds=10))] == [state]
    assert get(store, job).finished_at == watch.now
    assert get(store, later).state is JobState.QUEUED


def test_a_dead_job_that_was_to_stop_is_not_tried_again(store: Store, example: Example, watch: Watch) -> None:
    """Nobody waits for it any more."""
    job = submit(store, example)
    claim(store, "w1")
    with store.write() as tx:
        jobs.request_stop(tx, job)
    watch.wind(60)
    with store.write() as tx:
        jobs.reap(tx, watch.now - timedelta(seconds=10))
    assert get(store, job).state is JobState.DIED


def test_who_was_taken_for_dead_writes_nothing(store: Store, example: Example, watch: Watch) -> None:
    """A worker that wakes up late is told to stop and cannot end a job that another has taken."""
    job = submit(store, example)
    claim(store, "late")
    watch.wind(60)
    with store.write() as tx:
        jobs.reap(tx, watch.now - timedelta(seconds=10))
    claim(store, "next")
    with store.write() as tx:
        assert jobs.heartbeat(tx, job, "late", {"value": 1})
        assert not jobs.finish(tx, job, "late", JobState.DONE)
    found = get(store, job)
    assert (found.state, found.worker, found.progress) == (JobState.RUNNING, "next", {})


def test_problems_are_kept(store: Store, example: Example) -> None:
    """Why a job failed comes back as codes with their values."""
    job = submit(store, example)
    claim(store, "w1")
    problems = [{"code": "store.full", "params": {"n": 1}}]
    with store.write() as tx:
        jobs.finish(tx, job, "w1", JobState.FAILED, problems=problems)
    assert get(store, job).problems == problems
    with store.read() as tx:
        assert [one.job_id for one in jobs.list_jobs(tx, states=frozenset({JobState.FAILED}))] == [job]
        assert jobs.list_jobs(tx, states=jobs.OPEN) == ()


def test_an_unknown_job_is_named_as_such(store: Store) -> None:
    """Asking for what is not there is an error in plain words."""
    with pytest.raises(NotFoundError, match=r"store\.no_job"):
        get(store, "0" * 16)
