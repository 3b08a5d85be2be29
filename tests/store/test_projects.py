"""Projects, their places, people and scenarios."""

from dataclasses import replace

import pytest

from planner.domain import Scenario
from planner.store import (
    NotFoundError,
    Store,
    UnavailableError,
    cases,
    layout,
    people,
    places,
    plans,
    projects,
    reads,
    scenarios,
)
from tests.store.example import PEOPLE, PLACES, SCENARIO, make_project, solved


def test_revisions_count_the_imports(store: Store) -> None:
    """Each import of places or people counts up; earlier places can still be read."""
    with store.write() as tx:
        project = make_project(tx).project
        fewer = replace(PLACES, sites=PLACES.sites[:1], travel_times={})
        assert places.replace_places(tx, project, fewer, by="anna") == 2
        assert people.replace_people(tx, project, PEOPLE[:2]) == 2
        assert places.get_places(tx, project) == fewer
        assert places.get_places(tx, project, 1) == PLACES
        assert people.get_people(tx, project) == PEOPLE[:2]
        found = projects.get_project(tx, project)
    assert (found.people_revision, found.places_revision, found.created_by) == (2, 2, "anna")


def test_versions_have_parents(store: Store) -> None:
    """Versions are numbered, never changed, and know where they come from."""
    with store.write() as tx:
        example = make_project(tx)
        second = scenarios.save_scenario(tx, example.project, replace_posts(5), example.version, by="ben")
        third = scenarios.save_scenario(tx, example.project, replace_posts(6), second.version_id, by="ben")
        other = make_project(tx)
        with pytest.raises(NotFoundError, match=r"store\.no_scenario"):
            scenarios.save_scenario(tx, other.project, SCENARIO, second.version_id, by="ben")
        assert scenarios.get_scenario(tx, third.version_id) == third
        assert [one.number for one in scenarios.ancestors(tx, third.version_id)] == [2, 1]
        assert [one.number for one in scenarios.list_scenarios(tx, example.project)] == [3, 2, 1]
        with pytest.raises(NotFoundError, match=r"store\.no_scenario"):
            cases.assemble(tx, other.project, third.version_id)


def replace_posts(posts: int) -> Scenario:
    """The scenario with another number of posts."""
    return SCENARIO.model_copy(update={"posts": posts})


def test_what_is_missing_is_named(store: Store) -> None:
    """Nothing, and what belongs to another project, is an error that says what is missing."""
    with store.write() as tx:
        project = projects.create_project(tx, "Leer", "anna").project_id
        version = scenarios.save_scenario(tx, project, SCENARIO, by="anna").version_id
        for code, ask in {
            "no_project": lambda: people.replace_people(tx, "0", ()),
            "no_places": lambda: cases.assemble(tx, project, version),
            "no_person": lambda: people.get_person(tx, project, "c1"),
            "no_case": lambda: cases.recall(tx, project, "0" * 64),
            "no_plan": lambda: plans.load_plan(tx, "0"),
        }.items():
            with pytest.raises(NotFoundError, match=rf"store\.{code}"):
                ask()


def test_an_earlier_plan_is_part_of_the_case(store: Store) -> None:
    """The placements to change as little as possible are those of the plan named, where people and sites remain."""
    example, _, plan = solved(store)
    with store.write() as tx:
        case = cases.assemble(tx, example.project, example.version, previous_plan=plan)
        assert case.previous_plan == (("c1", "s1"),)
        people.replace_people(tx, example.project, PEOPLE[1:])
        assert cases.assemble(tx, example.project, example.version, previous_plan=plan).previous_plan == ()


def test_the_plan_released_last_is_in_force(store: Store) -> None:
    """A plan is released once, by somebody, at a time; releasing it again changes nothing."""
    example, _, first = solved(store)
    with store.write() as tx:
        assert plans.released_plan(tx, example.project) is None
        released = plans.release_plan(tx, first, "anna")
        assert (released.released_by, released.released_at) == ("anna", tx.now)
    with store.write() as tx:
        assert plans.release_plan(tx, first, "ben") == released
        second = plans.save_plan(tx, example.project, plans.load_plan(tx, first), by="ben")
        assert [one.plan_id for one in plans.list_plans(tx, example.project)][-1] == first
        plans.release_plan(tx, second.plan_id, "ben")
        in_force = plans.released_plan(tx, example.project)
    assert in_force is not None
    assert in_force.plan_id == second.plan_id


def test_reads_are_listed_by_person(store: Store) -> None:
    """Who looked at whom can be asked for a project and for one person."""
    with store.write() as tx:
        project = make_project(tx).project
        reads.log_read(tx, "ben", project, "queue")
        reads.log_read(tx, "ben", project, "case", "c1")
        assert [(read.what, read.candidate_id) for read in reads.list_reads(tx, project, "c1")] == [("case", "c1")]
        assert len(reads.list_reads(tx, project)) == 2
        assert reads.list_reads(tx, "other") == ()


@pytest.mark.parametrize("what", ["content", "person"])
def test_a_case_that_was_touched_is_not_recalled(store: Store, what: str) -> None:
    """What no longer has its hash is damaged, and never taken for the case."""
    example, case, _ = solved(store)
    with store.write() as tx:
        if what == "content":
            tx.run(layout.documents.update().values(content=b"x"))
        else:
            row = tx.run(layout.case_people.select()).first()
            assert row is not None
            tx.run(layout.case_people.delete().where(layout.case_people.c.row_id == row.row_id))
    with store.read() as tx, pytest.raises(UnavailableError, match=r"store\.damaged"):
        cases.recall(tx, example.project, case)
