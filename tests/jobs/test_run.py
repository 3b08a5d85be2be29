"""One job in this process: what it keeps, what it says, how it ends."""

import threading
import time
from collections.abc import Callable

import pytest

from planner.domain import Case, Plan, Status
from planner.errors import InputError
from planner.jobs import JobState, run_job
from planner.progress import Progress, Step, Stop
from planner.store import Store, audit, cases, people, plans
from planner.store import jobs as rows
from tests.jobs.conftest import job_of, submit
from tests.store.example import PEOPLE, Example, make_conflict, make_plan


def quickly(case: Case, _limit: float | None, progress: Progress, _stop: Stop) -> Plan:
    progress.report(Step("solve", 1, 2, "coverage", 90, 100))
    return make_plan(case)


def test_plan_case_entry_and_end_together(store: Store, example: Example) -> None:
    """A job that ends well has kept its plan, the very case, and one entry with law, case and lot."""
    submit(store, example)
    job = run_job(store, quickly)
    assert job is not None
    assert job.state is JobState.DONE
    assert job.plan_id is not None
    with store.read() as tx:
        info = plans.get_plan(tx, job.plan_id)
        case = cases.recall(tx, example.project, info.case_hash)
        (entry,) = audit.entries(tx)
    assert case.candidates == PEOPLE
    assert (entry.action, entry.case_hash, entry.user_id) == ("plan.made", info.case_hash, "anna")
    assert (entry.seed, entry.law) == (case.scenario.tiers.seed, "2026-07-01")
    assert info.version_id == example.version


def test_a_failure_on_the_way_keeps_nothing(store: Store, example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the last of the writes fails, neither plan nor case nor entry is there, and the job says so."""
    submit(store, example)

    def refuse(*_args: object, **_more: object) -> None:
        raise InputError.of("source.missing", file="x")

    monkeypatch.setattr(audit, "append", refuse)
    job = run_job(store, quickly)
    assert job is not None
    assert job.state is JobState.FAILED
    with store.read() as tx:
        assert plans.list_plans(tx, example.project) == ()
        assert audit.head(tx).seq == 0


@pytest.mark.parametrize(
    ("make", "state"),
    [
        (lambda case, *_: make_conflict(case), JobState.INFEASIBLE),
        (
            lambda case, *_: Plan(scenario=case.scenario, status=Status.STOPPED, case_hash=case.hash, law="x"),
            JobState.STOPPED,
        ),
    ],
)
def test_other_ends(store: Store, example: Example, make: Callable[..., Plan], state: JobState) -> None:
    """An impossible case is kept with its conflict; one that was stopped before any plan keeps none."""
    submit(store, example)
    job = run_job(store, make)
    assert job is not None
    assert job.state is state
    assert (job.plan_id is not None) == (state is JobState.INFEASIBLE)


def test_errors_tell_nothing_personal(store: Store, example: Example) -> None:
    """Of an unexpected error only its kind is kept, never its message."""
    submit(store, example)

    def fail(*_: object) -> Plan:
        raise ValueError("c1 lives in 01")

    job = run_job(store, fail)
    assert job is not None
    assert job.state is JobState.FAILED
    assert [p["code"] for p in job.problems] == ["jobs.internal"]
    assert "c1" not in str(job.problems)
    assert "ValueError" in str(job.problems)


def test_live_figures_and_stop(store: Store, example: Example) -> None:
    """While it runs, the row shows tier, value, bound and gap; a stop is heard within a second."""
    job = submit(store, example)
    heard: list[float] = []

    def slowly(case: Case, _limit: float | None, progress: Progress, stop: Stop) -> Plan:
        progress.report(Step("solve", 1, 2, "coverage", 90, 100))
        deadline = time.monotonic() + 60
        while not stop() and time.monotonic() < deadline:
            time.sleep(0.01)
        heard.append(time.monotonic())
        return make_plan(case)

    worker = threading.Thread(target=run_job, args=(store, slowly))
    worker.start()
    deadline = time.monotonic() + 60
    while not job_of(store, job).progress and time.monotonic() < deadline:
        time.sleep(0.05)
    progress = job_of(store, job).progress
    assert (progress["tier"], progress["value"], progress["bound"], progress["gap"]) == ("coverage", 90, 100, 0.1)
    assert progress["tiers"]["coverage"] == {"value": 90, "bound": 100, "gap": 0.1}
    with store.write() as tx:
        rows.request_stop(tx, job.job_id)
    asked = time.monotonic()
    worker.join()
    # Half a second between two looks; the rest is leave for a machine with other work.
    assert heard[0] - asked < 1.0 or store.dialect == "postgresql"
    assert heard[0] - asked < 5.0
    assert job_of(store, job).state is JobState.DONE


def test_somebody_deleted_meanwhile_does_not_come_back(store: Store, example: Example) -> None:
    """If a person is taken out while the solver works, the solve begins anew without them."""
    submit(store, example)
    seen: list[int] = []

    def meanwhile(case: Case, *_: object) -> Plan:
        seen.append(len(case.candidates))
        if len(seen) == 1:
            with store.write() as tx:
                people.replace_people(tx, example.project, PEOPLE[:2])
        return make_plan(case)

    job = run_job(store, meanwhile)
    assert job is not None
    assert seen == [3, 2]
    assert job.plan_id is not None
    with store.read() as tx:
        kept = cases.recall(tx, example.project, plans.get_plan(tx, job.plan_id).case_hash)
    assert kept.candidates == PEOPLE[:2]


def test_a_job_taken_away_keeps_nothing(store: Store, example: Example) -> None:
    """A worker that was taken for dead finds its job gone and keeps nothing; another one has it now."""
    job = submit(store, example)

    def reaped(case: Case, *_: object) -> Plan:
        with store.write() as tx:
            rows.reap(tx, tx.now)
        return make_plan(case)

    left = run_job(store, reaped)
    assert left is not None
    assert left.state is JobState.QUEUED
    with store.read() as tx:
        assert plans.list_plans(tx, example.project) == ()
        assert audit.head(tx).seq == 0
    again = run_job(store, quickly, job_id=job.job_id)
    assert again is not None
    assert (again.state, again.attempts) == (JobState.DONE, 2)


def test_at_most_so_many(store: Store, example: Example) -> None:
    """While as many run as may, the next one waits; the order is that of submission."""
    first, second, third = (submit(store, example) for _ in range(3))
    with store.write() as tx:
        assert (one := rows.claim(tx, "a", at_most=2)) is not None
        assert one.job_id == first.job_id
        assert (two := rows.claim(tx, "b", at_most=2)) is not None
        assert two.job_id == second.job_id
    assert run_job(store, quickly, at_most=2) is None
    assert run_job(store, quickly, job_id=third.job_id, at_most=2) is None
    assert job_of(store, third).state is JobState.QUEUED
    assert run_job(store, quickly, at_most=0) is None


def test_no_two_workers_claim_one_job(store: Store, example: Example) -> None:
    """Eight workers at once share twenty jobs, each claimed once."""
    for _ in range(20):
        submit(store, example)
    claimed: list[str] = []

    def work(name: str) -> None:
        while True:
            with store.write() as tx:
                job = rows.claim(tx, name, at_most=100)
            if job is None:
                return
            claimed.append(job.job_id)

    workers = [threading.Thread(target=work, args=(str(n),)) for n in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(claimed) == len(set(claimed)) == 20
