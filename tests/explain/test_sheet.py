"""The reason sheet: its alternatives solved once more, its hashes and its lot drawn again, nobody else on it."""

import hashlib
from dataclasses import replace

import pytest

from planner.domain import Decision, DecisionKind, Plan, Status, Tier
from planner.errors import InputError
from planner.explain.kompass import Kind
from planner.explain.sheet import ALTERNATIVES, ReasonSheet, reason_sheet
from planner.explain.sheet_words import sheet_record, sheet_sections, sheet_text
from planner.explain.why import mark_of
from planner.explain.why.unit import unit_of
from planner.match import find_pairs
from planner.solve import Workbench, solve
from tests.explain.cases import Solved, random_solved

SEEDS = range(8)


def bench_of(s: Solved) -> Workbench:
    return Workbench.of(s.case, s.pairs, law_version=s.law.version, plan=s.plan)


def sheets(seed: int) -> list[tuple[Solved, ReasonSheet]]:
    s = random_solved(seed)
    bench = bench_of(s)
    return [(s, reason_sheet(bench, s.plan, s.law, s.travel, p.candidate_id)) for p in s.plan.placements[:3]]


def decided(s: Solved, candidate_id: str, site_id: str, kind: DecisionKind) -> Plan:
    """Solve the case with one more decision, from nothing."""
    case = replace(
        s.case,
        decisions=(*s.case.decisions, Decision(candidate_id=candidate_id, site_id=site_id, decision=kind)),
    )
    return solve(case, find_pairs(case, s.law, s.travel), law_version=s.law.version)


def _both(s: Solved) -> list[tuple[int, int]]:
    return list(zip(s.pairs.candidate.tolist(), s.pairs.site.tolist(), strict=True))


def loss(s: Solved, plan: Plan) -> tuple[int, ...]:
    """Return by how much a plan is worse, tier by tier."""
    before = {t.name: t.best for t in s.plan.tiers}
    return tuple((before[t.name] - t.best) * (1 if t.name.maximised else -1) for t in plan.tiers)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_alternatives_are_the_three_best(seed: int) -> None:
    """Alternatives and prices are those of the best plans over every other site, pinned one by one."""
    for s, sheet in sheets(seed):
        own = s.case.candidate_position[sheet.candidate_id]
        sites = [s.case.sites[t].site_id for c, t in _both(s) if c == own]
        others = [site for site in sites if site != sheet.place.site_id]
        plans = {site: decided(s, sheet.candidate_id, site, DecisionKind.PIN) for site in others}
        losses = {site: loss(s, plan) for site, plan in plans.items() if plan.status is not Status.INFEASIBLE}
        assert sheet.possible_sites == len(others)
        assert sheet.alternatives_proven
        shown = [tuple(change.loss for change in one.price.changes) for one in sheet.alternatives]
        assert shown == sorted(losses.values())[:ALTERNATIVES]
        for one in sheet.alternatives:
            assert tuple(change.loss for change in one.price.changes) == losses[one.place.site_id]
            there = {p.candidate_id: p.site_id for p in plans[one.place.site_id].placements}
            here = {p.candidate_id: p.site_id for p in s.plan.placements}
            moved = {i for i in here.keys() | there.keys() if here.get(i) != there.get(i)}
            assert one.others == len(moved - {c.candidate_id for c in unit_of(s.case, sheet.candidate_id)})


@pytest.mark.parametrize("seed", SEEDS)
def test_the_mark_is_that_of_the_plan_without(seed: int) -> None:
    """The mark of one placement follows from the case solved without its pair."""
    s = random_solved(seed)
    bench = bench_of(s)
    for placement in s.plan.placements[:3]:
        mark = mark_of(bench, s.plan, placement)
        if (placement.candidate_id, placement.site_id) in s.case.decision_of:
            assert mark.kind is Kind.FORCED
            continue
        without = decided(s, placement.candidate_id, placement.site_id, DecisionKind.FORBID)
        lost = loss(s, without)[:-1]
        assert mark.kind is (Kind.PRICED if any(lost) else Kind.FREE)
        if any(lost):
            assert mark.least == next(amount for amount in lost if amount)


@pytest.mark.parametrize("seed", SEEDS)
def test_others_are_counted_and_not_named(seed: int) -> None:
    """Who else could work there is told in numbers that add up; no other pseudonym stands on the sheet."""
    for s, sheet in sheets(seed):
        site = s.case.site_position[sheet.place.site_id]
        own = s.case.candidate_position[sheet.candidate_id]
        rivals = {c for c, t in _both(s) if t == site and c != own}
        where = {p.candidate_id: p.site_id for p in s.plan.placements}
        at = [where.get(s.case.candidates[c].candidate_id) for c in rivals]
        known = sheet.competition
        assert known.possible == len(rivals) == known.here + known.elsewhere + known.unplaced
        assert (known.here, known.unplaced) == (at.count(sheet.place.site_id), at.count(None))
        words = {word.strip("„“,.:;()") for word in sheet_text(sheet, "de").replace("|", " ").split()}
        assert {c.candidate_id for c in s.case.candidates} & words == {sheet.candidate_id}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_lot_can_be_drawn_again(seed: int) -> None:
    """The number on the sheet follows from the text on the sheet, with nothing but SHA-256."""
    for s, sheet in sheets(seed):
        again = int(hashlib.sha256(sheet.lot.text.encode()).hexdigest()[:8], 16)
        assert again == sheet.lot.number
        assert sheet.lot.text == f"{s.case.scenario.tiers.seed}|{sheet.candidate_id}|{sheet.place.site_id}"
        assert next(a.amount for a in sheet.why.adds if a.tier is Tier.LOT) == again
        assert f"{again:08x}" in sheet_text(sheet, "en")


def test_it_names_what_it_rests_on() -> None:
    """Case, proposals and law are named so that the sheet can be told from that of any other plan."""
    ((s, sheet), *_) = sheets(1)
    assert sheet.case_hash == s.case.hash
    assert (sheet.law, sheet.status) == (s.law.version, Status.OPTIMAL)
    fewer = replace(s.plan, placements=s.plan.placements[1:])
    bench = bench_of(s)
    other = reason_sheet(bench, fewer, s.law, s.travel, fewer.placements[0].candidate_id)
    assert other.plan_hash != sheet.plan_hash
    text = sheet_text(sheet, "de")
    assert all(part in text for part in (sheet.case_hash, sheet.plan_hash, sheet.law))


def test_in_both_languages_and_for_programs() -> None:
    """Sections are the same in German and English; months of benefits, birth and home are on none of them."""
    for seed in SEEDS:
        for s, sheet in sheets(seed):
            german, english = sheet_text(sheet, "de"), sheet_text(sheet, "en")
            assert german.count("\n") == english.count("\n") > 40
            assert "{" not in german + english
            record = sheet_record(sheet, "de")
            assert record["quality"] == sheet.why.placement.quality
            assert len(sheet_sections(sheet)) >= 7
            person = s.case.candidate_of[sheet.candidate_id]
            for secret in {person.born, person.waiting_since, person.permit_until} - {None, s.case.scenario.start}:
                assert secret.isoformat() not in str(record)
                assert f"{secret:%d.%m.%Y}" not in german


def test_only_the_placed_have_one() -> None:
    """There is no sheet without a placement."""
    s = random_solved(1)
    with pytest.raises(InputError):
        reason_sheet(bench_of(s), s.plan, s.law, s.travel, s.plan.unplaced[0].candidate_id)
