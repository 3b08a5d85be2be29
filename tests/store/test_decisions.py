"""Decisions: only allowed steps, with a reason, and nobody overwrites anybody."""

import itertools
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert

from planner.domain import Decision, DecisionKind
from planner.store import ChangedMeanwhileError, DecisionError, Store, StoreError, cases, decisions, layout
from planner.store.decisions import STEPS
from tests.store.databases import ready_store
from tests.store.example import ACCEPTED, DECLINED, ENDED, FORBID, PIN, STARTED, make_project, take

PAIR = ("c1", "s1")

WAYS: dict[DecisionKind | None, tuple[DecisionKind | None, ...]] = {
    None: (),
    PIN: (PIN,),
    FORBID: (FORBID,),
    ACCEPTED: (ACCEPTED,),
    DECLINED: (DECLINED,),
    STARTED: (ACCEPTED, STARTED),
    ENDED: (ACCEPTED, STARTED, ENDED),
}
"""How to get into each state."""

ALLOWED = {
    *itertools.product([None], [PIN, FORBID, ACCEPTED, DECLINED]),
    *itertools.product([PIN], [None, FORBID, ACCEPTED, DECLINED]),
    *itertools.product([FORBID], [None, PIN]),
    *itertools.product([ACCEPTED], [STARTED, DECLINED]),
    (DECLINED, None),
    (STARTED, ENDED),
    (ENDED, ACCEPTED),
}


def test_only_allowed_steps_are_taken(dialect: str, tmp_path: Path) -> None:
    """Of the 49 steps between states exactly the allowed ones are taken; a refused one changes nothing."""
    store = ready_store(dialect, tmp_path)
    taken = set()
    for before, after in itertools.product(STEPS, STEPS):
        with store.write() as tx:
            project = make_project(tx).project
            version = 0
            for state in WAYS[before]:
                version = take(tx, project, PAIR, state, version)
            try:
                take(tx, project, PAIR, after, version)
            except DecisionError:
                now = decisions.get_decision(tx, project, *PAIR)
                assert (now.version if now else 0) == version
            else:
                taken.add((before, after))
    assert taken == ALLOWED
    store.close()


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_reason_is_required(store: Store, reason: str) -> None:
    """Nothing is decided without a reason."""
    with store.write() as tx:
        project = make_project(tx).project
        with pytest.raises(DecisionError, match=r"decision\.no_reason"):
            decisions.decide(tx, project, *PAIR, PIN, expected_version=0, reason=reason, by="ben")
        assert decisions.list_decisions(tx, project) == ()


def test_the_second_reviewer_is_told(store: Store) -> None:
    """Who decides on what they saw earlier is told who changed it and when; nothing is overwritten."""
    with store.write() as tx:
        project = make_project(tx).project
        first = decisions.decide(tx, project, *PAIR, ACCEPTED, expected_version=0, reason="passt", by="ben")
    with pytest.raises(ChangedMeanwhileError) as caught, store.write() as tx:
        decisions.decide(tx, project, *PAIR, FORBID, expected_version=0, reason="nein", by="cem")
    assert (caught.value.by, caught.value.at, caught.value.version) == ("ben", first.at, 1)
    with pytest.raises(ChangedMeanwhileError), store.write() as tx:
        decisions.decide(tx, project, "c2", "s1", FORBID, expected_version=3, reason="nein", by="cem")
    with store.read() as tx:
        assert decisions.list_decisions(tx, project) == (first,)


def test_history_is_kept(store: Store) -> None:
    """Every step stays, with who, why and what; first and last day too."""
    with store.write() as tx:
        project = make_project(tx).project
        first = date(2027, 3, 15)
        decisions.decide(tx, project, *PAIR, ACCEPTED, expected_version=0, reason=" passt ", by="ben", since=first)
        take(tx, project, PAIR, STARTED, 1)
        last = decisions.decide(
            tx, project, *PAIR, ENDED, expected_version=2, reason="Umzug", by="cem", until=date(2027, 6, 30)
        )
        assert (last.since, last.until) == (first, date(2027, 6, 30))
        steps = decisions.history(tx, project, *PAIR)
    assert [(s.state, s.version, s.by, s.reason) for s in steps] == [
        (ACCEPTED, 1, "ben", "passt"),
        (STARTED, 2, "ben", "Gespräch"),
        (ENDED, 3, "cem", "Umzug"),
    ]
    assert steps[-1] == last


def test_nobody_stops_before_they_begin(store: Store) -> None:
    """A last working day before the first is refused and nothing is changed; where none is named it is not before."""
    first = date(2127, 3, 1)
    with store.write() as tx:
        project = make_project(tx).project
        decisions.decide(tx, project, *PAIR, ACCEPTED, expected_version=0, reason="x", by="ben", since=first)
        take(tx, project, PAIR, STARTED, 1)
        begun = decisions.get_decision(tx, project, *PAIR)
        with pytest.raises(DecisionError, match="ended_before"):
            decisions.decide(
                tx, project, *PAIR, ENDED, expected_version=2, reason="x", by="ben", until=date(2127, 2, 28)
            )
        assert decisions.get_decision(tx, project, *PAIR) == begun
        ended = decisions.decide(tx, project, *PAIR, ENDED, expected_version=2, reason="x", by="ben")
        assert ended.until == first


def test_whoever_left_is_not_proposed_again_until_accepted_anew(store: Store) -> None:
    """To plans an ended pair is ruled out; accepted again it has no first working day from before."""
    with store.write() as tx:
        project = make_project(tx).project
        decisions.decide(tx, project, *PAIR, ACCEPTED, expected_version=0, reason="x", by="ben", since=date(2027, 3, 1))
        take(tx, project, PAIR, STARTED, 1)
        take(tx, project, PAIR, ENDED, 2)
        ended = decisions.get_decision(tx, project, *PAIR)
        said = ended and ended.as_domain()
        assert said
        assert (said.decision, said.since) == (FORBID, None)
        take(tx, project, PAIR, ACCEPTED, 3)
        again = decisions.get_decision(tx, project, *PAIR)
    assert again
    assert (again.state, again.since, again.until) == (ACCEPTED, None, None)


def test_nobody_is_fixed_at_two_sites(store: Store) -> None:
    """A second site is refused while the person is fixed at another, and free once that is given back."""
    with store.write() as tx:
        project = make_project(tx).project
        take(tx, project, PAIR, PIN, 0)
        for state in (PIN, ACCEPTED):
            with pytest.raises(DecisionError, match=r"decision\.fixed_elsewhere"):
                take(tx, project, ("c1", "s2"), state, 0)
        take(tx, project, ("c1", "s2"), FORBID, 0)
        take(tx, project, ("c2", "s1"), PIN, 0)
        take(tx, project, PAIR, None, 1)
        take(tx, project, ("c1", "s2"), PIN, 1)


def test_the_database_itself_refuses_a_second_site(store: Store) -> None:
    """Also a statement that goes around the program cannot fix a person twice."""
    with store.write() as tx:
        project = make_project(tx).project
        take(tx, project, PAIR, ACCEPTED, 0)
    values = {"project_id": project, "candidate_id": "c1", "site_id": "s2", "state": "pin", "version": 1}
    with pytest.raises(StoreError), store.write() as tx:
        tx.run(insert(layout.decisions).values(**values, by="x", at=tx.now, reason="x"))


def test_a_case_holds_the_decisions_that_still_bind(store: Store) -> None:
    """Withdrawn decisions and those on people or sites that are gone are no part of a case."""
    with store.write() as tx:
        example = make_project(tx)
        take(tx, example.project, ("c1", "s1"), PIN, 0)
        take(tx, example.project, ("c2", "s1"), FORBID, 0)
        take(tx, example.project, ("c2", "s1"), None, 1)
        take(tx, example.project, ("gone", "s1"), FORBID, 0)
        take(tx, example.project, ("c3", "gone"), FORBID, 0)
        case = cases.assemble(tx, example.project, example.version)
    assert case.decisions == (Decision(candidate_id="c1", site_id="s1", decision=PIN),)
