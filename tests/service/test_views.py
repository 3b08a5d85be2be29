"""What each role gets to see."""

import csv
import io
import zipfile
from collections import Counter
from dataclasses import fields

import pytest
from openpyxl import load_workbook

from planner.domain import Candidate, DecisionKind, Payer
from planner.report import situation_pdf
from planner.report.disclosure import CITY, Ledger, Publication, Rules, Sign, publish, to_record
from planner.report.situation import people_table
from planner.service import (
    Form,
    Step,
    compare_plans,
    decide,
    export_plan,
    preview_decision,
    release_plan,
    report_situation,
    view_plan,
    view_situation,
)
from planner.service.personal import TELLING
from planner.store import ForgottenError, NotFoundError, forget, plans, publications, reads
from planner.store.rules import Rule
from tests.service.world import World

REASON = "Grundgeheim"

PERMITTED = {"candidate_id", "neighbourhood"}
"""What a planner may know of a person beside the pair facts."""


def test_a_planner_sees_pseudonyms(world: World) -> None:
    """Of a person the planner's case holds nothing but a pseudonym and a home; costs are there as sums only."""
    view = view_plan(world.store, world.planner, world.project, world.plan)
    full = view_plan(world.store, world.reviewer, world.project, world.plan)
    blank = Candidate(candidate_id="", neighbourhood="")
    told = {
        f.name
        for one in view.case.candidates
        for f in fields(Candidate)
        if getattr(one, f.name) != getattr(blank, f.name)
    }
    assert told == PERMITTED
    assert not view.full
    assert full.full
    assert full.case.candidates == world.case.candidates
    assert view.plan.costs() == full.plan.costs()
    assert any(payer is Payer.TRANSFER for _, payer in full.plan.costs())
    assert all(p.costs == {} for p in view.plan.placements)
    assert not TELLING & {u.reason for u in view.plan.unplaced}
    assert view.eligibility == full.eligibility


def test_reads_are_logged(world: World) -> None:
    """Whoever looks at people stands in the log of reads, whoever looks at totals does not."""
    view_plan(world.store, world.planner, world.project, world.plan)
    compare_plans(world.store, world.reviewer, world.project, world.plan, world.plan)
    view_situation(world.store, world.leader, world.project)
    with world.store.read() as tx:
        found = {(read.user_id, read.what) for read in reads.list_reads(tx, world.project)}
    assert found == {(world.planner.user_id, "plan"), (world.reviewer.user_id, "comparison")}


def test_a_comparison(world: World) -> None:
    """Two plans differ in exactly the moves of their repair; a plan compared with itself differs in nothing."""
    one = view_plan(world.store, world.reviewer, world.project, world.plan).plan.placements[0]
    step = Step(candidate_id=one.candidate_id, site_id=one.site_id, state=DecisionKind.DECLINED)
    repair = preview_decision(world.store, world.reviewer, world.project, world.plan, step)
    done = decide(world.store, world.reviewer, world.project, step, expected_version=0, reason="x", repair=repair)
    assert done.plan is not None
    found = compare_plans(world.store, world.planner, world.project, world.plan, done.plan.plan_id)
    assert found.moves == repair.moves
    assert found.same == done.plan.placed - sum(m.after is not None for m in found.moves)
    with world.store.read() as tx:
        costs = [plans.load_plan(tx, plan_id).costs() for plan_id in (world.plan, done.plan.plan_id)]
    assert {key: pair[0] for key, pair in found.money.items() if pair[0]} == costs[0]
    assert {key: pair[1] for key, pair in found.money.items() if pair[1]} == costs[1]
    assert {row.code for row in found.coverage} == {n.code for n in world.case.neighbourhoods}
    same = compare_plans(world.store, world.planner, world.project, world.plan, world.plan)
    assert same.moves == ()


def test_another_project_has_no_such_plan(world: World) -> None:
    """An id from another project is as good as none."""
    with pytest.raises(NotFoundError):
        view_plan(world.store, world.planner, "another", world.plan)


def test_exports_hold_no_reason_and_no_sanction(world: World) -> None:
    """No export holds the reason of a decision or a column about sanctions, whoever asks."""
    one = view_plan(world.store, world.reviewer, world.project, world.plan).plan.placements[0]
    step = Step(candidate_id=one.candidate_id, site_id=one.site_id, state=DecisionKind.ACCEPTED)
    repair = preview_decision(world.store, world.reviewer, world.project, world.plan, step)
    done = decide(world.store, world.reviewer, world.project, step, expected_version=0, reason=REASON, repair=repair)
    assert done.plan is not None
    for user in (world.planner, world.reviewer):
        for form in Form:
            file = export_plan(world.store, user, world.project, done.plan.plan_id, form, "de")
            texts = unpacked(file.content)
            assert REASON.encode() not in texts
            assert b"sankt" not in texts.lower()
            assert one.candidate_id not in file.name


def test_a_planners_export_has_costs_as_sums(world: World) -> None:
    """The planner's files have the money of the plan, the reviewer's that of each placement too."""
    files = {
        user.name: zipfile.ZipFile(
            io.BytesIO(export_plan(world.store, user, world.project, world.plan, Form.CSV, "de").content)
        )
        for user in (world.planner, world.reviewer)
    }
    heads = {name: next(csv.reader(io.StringIO(f.read("placements.csv").decode()))) for name, f in files.items()}
    assert not any("_20" in column for column in heads["planner"])
    assert any(column.startswith("transfer_20") for column in heads["reviewer"])
    assert files["planner"].read("costs.csv") == files["reviewer"].read("costs.csv")
    book = load_workbook(
        io.BytesIO(export_plan(world.store, world.planner, world.project, world.plan, Form.XLSX, "de").content)
    )
    heads_of_sheet = [cell.value for cell in book["Vorschläge"][1]]
    assert not any("transfer" in str(head).lower() for head in heads_of_sheet)


def test_leadership_sees_no_person(world: World) -> None:
    """Leadership gets posts exactly and people only rounded or hidden; no pseudonym is in any of it."""
    placed = view_plan(world.store, world.reviewer, world.project, world.plan).plan
    release_plan(world.store, world.planner, world.project, world.plan)
    found = view_situation(world.store, world.leader, world.project)
    assert found.released is not None
    assert found.people is not None
    assert found.plan is not None
    assert not any(one.candidate_id in repr(found) for one in world.case.candidates)
    assert found.places.candidates == ()
    assert found.plan.placements == found.plan.unplaced == found.plan.limits == ()
    assert sum(q.posts for q in found.quarters) == sum(s.posts for s in world.case.sites)
    assert sum(q.proposed for q in found.quarters) == len(placed.placements)
    assert found.course is not None
    assert found.course.occupied[found.course.axis.opening].sum() == len(placed.placements)
    whole = found.people[CITY, ""]
    assert whole.sign is Sign.ROUNDED
    assert whole.value is not None
    assert abs(whole.value - len(world.case.candidates)) <= 2
    small = [s for s in found.people.cells.values() if s.sign is not Sign.HIDDEN and 0 < (s.value or 0) < 10]
    assert small == []


def test_months_are_sums(world: World) -> None:
    """What a planner sees of the months adds up to the plan's costs, and holds nobody's id."""
    view = view_plan(world.store, world.planner, world.project, world.plan)
    plan, found = view.plan, view.months
    assert found is not None
    sums = Counter[tuple[int, Payer]]()
    for month in found.months:
        assert sum(month.by_step.values()) == month.running
        for payer, cents in month.cents.items():
            sums[month.day.year, payer] += cents
    assert {key: cents for key, cents in sums.items() if cents} == {k: c for k, c in plan.costs().items() if c}
    assert sum(month.ended for month in found.months) == len(plan.placements)
    assert not any(one.candidate_id in repr(found) for one in world.case.candidates)


def test_the_report_is_a_pdf_of_the_same(world: World) -> None:
    """The PDF of the page is the one made of what the page shows."""
    release_plan(world.store, world.planner, world.project, world.plan)
    made = report_situation(world.store, world.leader, world.project, "de")
    assert made == situation_pdf(view_situation(world.store, world.leader, world.project), "de")


def test_a_small_change_does_not_show(world: World) -> None:
    """When a few people's places change, leadership sees the same people and the same money as before."""
    release_plan(world.store, world.planner, world.project, world.plan)
    before = view_situation(world.store, world.leader, world.project)
    one = view_plan(world.store, world.reviewer, world.project, world.plan).plan.placements[0]
    step = Step(candidate_id=one.candidate_id, site_id=one.site_id, state=DecisionKind.DECLINED)
    repair = preview_decision(world.store, world.reviewer, world.project, world.plan, step)
    done = decide(world.store, world.reviewer, world.project, step, expected_version=0, reason="x", repair=repair)
    assert done.plan is not None
    release_plan(world.store, world.planner, world.project, done.plan.plan_id)
    after = view_situation(world.store, world.leader, world.project)
    assert before.people is not None
    assert after.people is not None
    assert before.contracts is not None
    assert after.contracts is not None
    assert {c: s.text for c, s in after.contracts.cells.items() if s.sign is not Sign.HIDDEN}.items() <= {
        c: s.text for c, s in before.contracts.cells.items()
    }.items()
    assert {c: s.text for c, s in after.people.cells.items() if s.sign is not Sign.HIDDEN}.items() <= {
        c: s.text for c, s in before.people.cells.items()
    }.items()
    assert before.money == after.money
    assert before.money is not None
    assert all(cents % 1_000_000 == 0 for year in before.money.values() for cents in year.values())


def test_releases_that_counted_no_contracts_are_still_read(world: World) -> None:
    """A release from before contracts were counted neither stops a later one nor shows lengths of contracts."""
    plan = view_plan(world.store, world.reviewer, world.project, world.plan).plan
    table = people_table(world.case, plan)
    people = to_record(Publication(table, publish(table, Rules(), Ledger())))
    release_plan(world.store, world.planner, world.project, world.plan)
    with world.store.write() as tx:
        kept = {"people": people, "money": {"shown": None, "plan_id": ""}}
        publications.add_publication(tx, world.project, world.plan, kept)
    found = view_situation(world.store, world.leader, world.project)
    assert found.people is not None
    assert found.contracts is None
    assert found.early is None


def test_occupied_posts_are_public(world: World) -> None:
    """Where somebody has started, a post of the quarter is occupied."""
    one = view_plan(world.store, world.reviewer, world.project, world.plan).plan.placements[0]
    for version, state in enumerate((DecisionKind.ACCEPTED, DecisionKind.STARTED)):
        step = Step(candidate_id=one.candidate_id, site_id=one.site_id, state=state)
        decide(world.store, world.reviewer, world.project, step, expected_version=version, reason="x")
    found = view_situation(world.store, world.leader, world.project)
    assert {q.code: q.occupied for q in found.quarters if q.occupied} == {one.neighbourhood: 1}


def test_nothing_released(world: World) -> None:
    """Before a plan is released leadership sees posts and no figure about people."""
    found = view_situation(world.store, world.leader, world.project)
    assert (found.people, found.money, found.placed) == (None, None, None)
    assert found.quarters


def test_a_plan_with_a_deleted_person_is_not_shown(world: World) -> None:
    """Once somebody in it was deleted, a plan is neither shown nor exported, and the rule is named."""
    one = view_plan(world.store, world.reviewer, world.project, world.plan).plan.placements[0]
    with world.store.write() as tx:
        forget.forget_person(tx, world.project, one.candidate_id, Rule.PROPOSAL)
    with pytest.raises(ForgottenError) as caught:
        view_plan(world.store, world.reviewer, world.project, world.plan)
    assert caught.value.rule == "proposal"


def unpacked(content: bytes) -> bytes:
    """Return a file with everything that is packed in it."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())
