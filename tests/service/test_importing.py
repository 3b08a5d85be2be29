"""People and places are brought in apart, each by whose task it is."""

from dataclasses import replace

import pytest

from planner.domain import DecisionKind, Limit, Where
from planner.errors import InputError
from planner.service import (
    Step,
    count_people,
    create_project,
    decide,
    import_people,
    import_places,
    present_places,
    save_scenario,
)
from planner.store import NotFoundError, audit, people, plans
from tests.service.world import World, files_of, zipped


def codes(error: InputError) -> set[str]:
    return {problem.code for problem in error.problems}


def test_people_need_places(world: World) -> None:
    """People are checked against the places, so places come first."""
    project = create_project(world.store, world.planner, "leer").project_id
    with pytest.raises(NotFoundError):
        import_people(world.store, world.reviewer, project, files_of(world.case))


def test_a_planner_does_not_read_people(world: World) -> None:
    """A broken table of people beside the places is not even looked at."""
    files = files_of(world.case) | {"candidates.csv": b"\xff\xfe nonsense"}
    brought = import_places(world.store, world.planner, world.project, files)
    assert brought.rows == len(world.case.sites)
    assert {note.code for note in brought.notes} <= {"counts.blank"}
    assert present_places(world.store, world.planner, world.project).sites == world.case.sites


def test_people_from_a_zip(world: World) -> None:
    """A ZIP file of a whole case folder brings its people and nothing else."""
    brought = import_people(world.store, world.reviewer, world.project, {"case.zip": zipped(files_of(world.case))})
    assert brought.rows == len(world.case.candidates) == count_people(world.store, world.planner, world.project)
    assert brought.revision == 2


def test_every_problem_and_nothing_changed(world: World) -> None:
    """A file with mistakes is refused as a whole, every mistake named."""
    table = b"candidate_id,neighbourhood,max_hours\nX1,nowhere,20\nX2,,abc\n"
    with pytest.raises(InputError) as caught:
        import_people(world.store, world.reviewer, world.project, {"candidates.csv": table})
    assert len(caught.value.problems) >= 3
    with world.store.read() as tx:
        assert people.get_people(tx, world.project) == world.case.candidates


def test_names_are_refused(world: World) -> None:
    """A table of people with a name or a nationality is refused."""
    table = b"candidate_id,neighbourhood,Nachname\nX1,01,Schmidt\n"
    with pytest.raises(InputError) as caught:
        import_people(world.store, world.reviewer, world.project, {"candidates.csv": table})
    assert "Schmidt" not in str([p.as_dict("de") for p in caught.value.problems])


def test_nobody_fixed_goes_missing(world: World) -> None:
    """Who was accepted cannot drop out of the list, nor their site out of the places."""
    with world.store.read() as tx:
        one = plans.load_plan(tx, world.plan).placements[0]
    step = Step(candidate_id=one.candidate_id, site_id=one.site_id, state=DecisionKind.ACCEPTED)
    decide(world.store, world.reviewer, world.project, step, expected_version=0, reason="x")
    without = replace(
        world.case, candidates=tuple(c for c in world.case.candidates if c.candidate_id != one.candidate_id)
    )
    with pytest.raises(InputError) as caught:
        import_people(world.store, world.reviewer, world.project, files_of(without))
    assert codes(caught.value) == {"people.fixed_missing"}
    closed = replace(world.case, sites=tuple(s for s in world.case.sites if s.site_id != one.site_id))
    with pytest.raises(InputError) as caught:
        import_places(world.store, world.planner, world.project, files_of(closed))
    assert codes(caught.value) == {"places.site_fixed"}


def test_no_home_goes_missing(world: World) -> None:
    """A neighbourhood where people live cannot be left out; the planner is told how many, not who."""
    home = world.case.candidates[0].neighbourhood
    left = replace(
        world.case,
        neighbourhoods=tuple(n for n in world.case.neighbourhoods if n.code != home),
        sites=tuple(s for s in world.case.sites if s.neighbourhood != home),
        travel_times={},
    )
    with pytest.raises(InputError) as caught:
        import_places(world.store, world.planner, world.project, files_of(left))
    assert codes(caught.value) == {"places.home_missing"}
    assert world.case.candidates[0].candidate_id not in str(caught.value.problems)


def test_a_scenario_must_fit(world: World) -> None:
    """A scenario that names what there is not is refused, and no version is saved."""
    limit = Limit(where=Where(site=("nowhere",)), at_least=1)
    scenario = world.case.scenario.model_copy(update={"limit": (limit,)})
    with world.store.read() as tx:
        before = audit.head(tx)
    with pytest.raises(InputError):
        save_scenario(world.store, world.planner, world.project, scenario, world.version)
    with world.store.read() as tx:
        assert audit.head(tx) == before


def test_a_scenario_of_another_project_is_no_parent(world: World) -> None:
    """Parentage stays within a project."""
    project = create_project(world.store, world.planner, "zwei").project_id
    import_places(world.store, world.planner, project, files_of(world.case))
    with pytest.raises(NotFoundError):
        save_scenario(world.store, world.planner, project, world.case.scenario, world.version)
