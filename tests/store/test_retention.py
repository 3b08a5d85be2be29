"""Deletion by periods: nothing before its day, everything on it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from planner.store import (
    ForgottenError,
    NotFoundError,
    Rule,
    Store,
    audit,
    cases,
    decisions,
    jobs,
    people,
    plans,
    reads,
    retention,
    sessions,
    users,
)
from planner.store.rules import months_before, periods, set_period
from tests.store.databases import ready_store
from tests.store.example import (
    ACCEPTED,
    DECLINED,
    ENDED,
    PEOPLE,
    PIN,
    STARTED,
    Example,
    make_plan,
    make_project,
    take,
)

START = date(2027, 1, 31)


class Calendar:
    """A clock that tests turn."""

    def __init__(self) -> None:
        self.day = START

    def __call__(self) -> datetime:
        """Return noon of the day."""
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def store(dialect: str, tmp_path: Path, calendar: Calendar) -> Iterator[Store]:
    store = ready_store(dialect, tmp_path, calendar)
    yield store
    store.close()


def project_with_plan(store: Store) -> tuple[Example, str, str]:
    with store.write() as tx:
        example = make_project(tx)
        case = cases.assemble(tx, example.project, example.version)
        cases.remember(tx, example.project, case)
        return example, case.hash, plans.save_plan(tx, example.project, make_plan(case), by="anna").plan_id


def applied(store: Store, today: date) -> Counter[tuple[Rule, str]]:
    """Apply the rules; what was announced is what is done."""
    with store.write() as tx:
        announced = Counter((one.rule, one.what) for one in retention.due(tx, today))
        done = Counter((one.rule, one.what) for one in retention.apply(tx, today))
        assert done <= announced
        assert audit.verify(tx) == ()
        assert retention.due(tx, today) == ()
    return done


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2027, 8, 31), 6, date(2027, 2, 28)),
        (date(2028, 8, 31), 6, date(2028, 2, 29)),
        (date(2027, 3, 15), 3, date(2026, 12, 15)),
        (date(2027, 3, 15), 24, date(2025, 3, 15)),
        (date(2027, 1, 1), 1, date(2026, 12, 1)),
    ],
)
def test_months_are_counted_back_by_the_calendar(day: date, months: int, before: date) -> None:
    """The same day of the earlier month, or its last one."""
    assert months_before(day, months) == before


def test_periods_are_set_within_the_law(store: Store) -> None:
    """A period can be set; a lawful maximum and the least for runs are kept."""
    with store.write() as tx:
        assert periods(tx)[Rule.PLACEMENT] == 12
        set_period(tx, Rule.PLACEMENT, 3)
        set_period(tx, Rule.READ, 60)
        set_period(tx, Rule.RUN, 1)
        found = periods(tx)
    assert (found[Rule.PLACEMENT], found[Rule.READ], found[Rule.RUN], found[Rule.PROPOSAL]) == (3, 6, 6, 6)


def test_reads_go_after_six_months(store: Store) -> None:
    """A read of 31 January is there on 30 July and gone on 31 July; sessions that ended go with it."""
    with store.write() as tx:
        example = make_project(tx)
        reads.log_read(tx, "ben", example.project, "case", "c1")
        user = users.sign_in(tx, "issuer", "ben", "Ben")
        sessions.open_session(tx, user.user_id, timedelta(minutes=5))
    assert applied(store, date(2027, 7, 30)) == {}
    assert applied(store, date(2027, 7, 31)) == {(Rule.READ, "reads"): 1, (Rule.READ, "sessions"): 1}
    with store.read() as tx:
        assert reads.list_reads(tx, example.project) == ()


def test_proposals_nobody_took_up_go(store: Store, calendar: Calendar) -> None:
    """Six months after the plan its proposals go, but for those that were taken up; the people on the list stay."""
    example, case, plan = project_with_plan(store)
    with store.write() as tx:
        plain = make_plan(cases.recall(tx, example.project, case))
        second = replace(plain.placements[0], candidate_id="c2")
        kept = plans.save_plan(tx, example.project, replace(plain, placements=(second,)), by="anna")
        take(tx, example.project, ("c2", "s1"), ACCEPTED, 0)
    assert applied(store, date(2027, 7, 30)) == {}
    assert applied(store, date(2027, 7, 31)) == {(Rule.PROPOSAL, "proposals"): 1}
    with store.read() as tx:
        assert plans.load_plan(tx, plan).placements == ()
        assert plans.get_plan(tx, plan).removed == 1
        assert plans.load_plan(tx, kept.plan_id).placements == (second,)
        assert people.get_people(tx, example.project) == PEOPLE
        assert cases.recall(tx, example.project, case).hash == case


def test_a_plan_in_force_counts_from_its_release(store: Store, calendar: Calendar) -> None:
    """The period of a proposal begins when its plan is released."""
    _, _, plan = project_with_plan(store)
    calendar.day = date(2027, 3, 1)
    with store.write() as tx:
        plans.release_plan(tx, plan, "anna")
    assert applied(store, date(2027, 8, 31)) == {}
    assert applied(store, date(2027, 9, 1)) == {(Rule.PROPOSAL, "proposals"): 1}


def test_people_who_left_go(store: Store, calendar: Calendar) -> None:
    """Six months after leaving the list a person goes from everything, unless they were placed or decided on since."""
    example, case, _ = project_with_plan(store)
    with store.write() as tx:
        take(tx, example.project, ("c2", "s1"), ACCEPTED, 0)
        people.replace_people(tx, example.project, PEOPLE[:0])
    calendar.day = date(2027, 2, 10)
    with store.write() as tx:
        take(tx, example.project, ("c3", "s2"), PIN, 0)
    done = applied(store, date(2027, 7, 31))
    assert done == {(Rule.PROPOSAL, "person"): 1}
    with store.read() as tx, pytest.raises(ForgottenError) as caught:
        cases.recall(tx, example.project, case)
    assert caught.value.rule == Rule.PROPOSAL
    assert applied(store, date(2027, 8, 10)) == {(Rule.PROPOSAL, "person"): 1}


def test_a_person_who_returns_stays(store: Store, calendar: Calendar) -> None:
    """Whoever is on the list again in time is not deleted."""
    with store.write() as tx:
        example = make_project(tx)
        people.replace_people(tx, example.project, ())
    calendar.day = date(2027, 7, 1)
    with store.write() as tx:
        people.replace_people(tx, example.project, PEOPLE)
    assert applied(store, date(2028, 7, 31)) == {}


def test_declined_proposals_go(store: Store) -> None:
    """A declined proposal and its history go after six months; the pair is open again."""
    with store.write() as tx:
        project = make_project(tx).project
        take(tx, project, ("c1", "s1"), DECLINED, 0)
    assert applied(store, date(2027, 7, 31)) == {(Rule.PROPOSAL, "decision"): 1}
    with store.read() as tx:
        assert decisions.list_decisions(tx, project) == decisions.history(tx, project, "c1") == ()


def end(store: Store, project: str, person: str) -> None:
    """Let somebody start and end on 31 January."""
    with store.write() as tx:
        version = 0
        for state in (ACCEPTED, STARTED, ENDED):
            version = take(tx, project, (person, "s1"), state, version)


def test_placements_go_a_year_after_their_end(store: Store) -> None:
    """Twelve months after the end a person who left goes; of one on the list only the placement goes."""
    example, _, _ = project_with_plan(store)
    end(store, example.project, "c1")
    end(store, example.project, "c3")
    with store.write() as tx:
        people.replace_people(tx, example.project, PEOPLE[1:])
    applied(store, date(2028, 1, 30))
    assert applied(store, date(2028, 1, 31)) == {(Rule.PLACEMENT, "person"): 1, (Rule.PLACEMENT, "decision"): 1}
    with store.read() as tx:
        assert decisions.list_decisions(tx, example.project) == ()
        assert people.get_people(tx, example.project) == PEOPLE[1:]


def test_the_note_of_a_check_goes_after_the_work(store: Store, calendar: Calendar) -> None:
    """Six months after the end the note goes from list and cases; a note made after the end stays."""
    example, case, _ = project_with_plan(store)
    end(store, example.project, "c2")
    assert applied(store, date(2027, 7, 30)) == {}
    done = applied(store, date(2027, 7, 31))
    assert done[Rule.CLEARANCE, "clearance"] == 1
    with store.read() as tx:
        assert people.get_person(tx, example.project, "c2") == replace(PEOPLE[1], clearance=False)
        with pytest.raises(ForgottenError) as caught:
            cases.recall(tx, example.project, case)
    assert caught.value.rule == Rule.CLEARANCE
    calendar.day = date(2027, 8, 15)
    with store.write() as tx:
        people.replace_people(tx, example.project, PEOPLE)
    assert applied(store, date(2027, 8, 20)) == {}


def test_the_note_stays_while_work_goes_on(store: Store) -> None:
    """Somebody who works again keeps the note."""
    example, _, _ = project_with_plan(store)
    end(store, example.project, "c2")
    with store.write() as tx:
        take(tx, example.project, ("c2", "s2"), ACCEPTED, 0)
    assert applied(store, date(2027, 7, 31))[Rule.CLEARANCE, "clearance"] == 0


def test_runs_go_after_two_years_but_for_the_plan_in_force(store: Store) -> None:
    """Plans, cases and jobs go after 24 months; the plan released last stays, and its case with it."""
    example, case, plan = project_with_plan(store)
    other, other_case, released = project_with_plan(store)
    with store.write() as tx:
        plans.release_plan(tx, released, "anna")
        job = jobs.submit(tx, example.project, example.version, by="anna", previous_plan=plan)
        jobs.claim(tx, "w", at_most=1)
        jobs.finish(tx, job.job_id, "w", jobs.JobState.DONE, plan_id=plan)
        waiting = jobs.submit(tx, example.project, example.version, by="anna", previous_plan=plan)
    applied(store, date(2029, 1, 30))
    done = applied(store, date(2029, 1, 31))
    assert done == {(Rule.RUN, "job"): 1, (Rule.RUN, "plan"): 1, (Rule.RUN, "case"): 1}
    with store.read() as tx:
        with pytest.raises(NotFoundError):
            plans.get_plan(tx, plan)
        with pytest.raises(NotFoundError):
            cases.recall(tx, example.project, case)
        assert jobs.get_job(tx, waiting.job_id).previous_plan_id is None
        assert plans.released_plan(tx, other.project) is not None
        assert cases.recall(tx, other.project, other_case).hash == other_case


def test_the_number_of_a_deleted_plan_is_not_given_again(store: Store) -> None:
    """Minutes and letters name a plan by its number, long after its retention is over."""
    example, _, _ = project_with_plan(store)
    applied(store, date(2029, 1, 31))
    with store.write() as tx:
        assert plans.list_plans(tx, example.project) == ()
        case = cases.assemble(tx, example.project, example.version)
        cases.remember(tx, example.project, case)
        assert plans.save_plan(tx, example.project, make_plan(case), by="anna").number == 2
