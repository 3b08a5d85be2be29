"""The blind probe holds for the program as it is, and fails as soon as a group reaches the optimiser."""

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from planner.domain import Case, Pairs, Status
from planner.errors import InputError
from planner.fairness import Blindness, Change, blind_data, blind_words
from planner.fairness.perturb import GROUPS, PEOPLE, changed
from planner.service import opening, pairing, probe_blindness
from planner.synthetic import generate
from planner.tables import RawTable, raw_case, read_groups, write_case

Groups = Mapping[str, Mapping[str, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small case with groups beside it and a column that the contract does not have."""
    place = tmp_path_factory.mktemp("blind") / "case"
    case = generate(60, 15, 12, 2)
    write_case(case, place)
    rng = random.Random(1)
    rows = [f"{one.candidate_id},{rng.choice('fm')},{rng.choice('xyz')}" for one in case.candidates]
    (place / "groups.csv").write_text("\n".join(["candidate_id,sex,from", *rows]) + "\n", encoding="utf-8")
    people = (place / "candidates.csv").read_text(encoding="utf-8").splitlines()
    noted = [f"{line},{'note' if k == 0 else rng.randrange(9)}" for k, line in enumerate(people)]
    (place / "candidates.csv").write_text("\n".join(noted) + "\n", encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def result(folder: Path) -> Blindness:
    return probe_blindness(folder, rounds=2)


def outcomes(found: Blindness) -> dict[Change, bool]:
    """Whether each kind of change went unseen."""
    return {probe.change: not probe.seen for probe in found.probes}


def test_the_program_is_blind(result: Blindness) -> None:
    """Groups, columns outside the contract and order change nothing: case, pairs and plan are the same to the bit."""
    assert result.proven
    assert result.status is Status.OPTIMAL
    assert outcomes(result) == dict.fromkeys(Change, True)
    assert result.groups == ("sex", "from")
    assert set(result.refused.values()) == {True}


def test_rounds_repeat_what_chance_takes_part_in(result: Blindness) -> None:
    """Each drawn change is made as often as asked, the others once."""
    times = Counter(probe.change for probe in result.probes)
    assert times == {change: 2 if change.drawn else 1 for change in Change}


def leaky_reader(monkeypatch: pytest.MonkeyPatch, leak: object) -> None:
    """Let the one way in look at the groups that lie beside the tables."""
    honest = opening.read_case

    def read(source: Path, *more: object, **named: object) -> object:
        found = honest(source, *more, **named)
        beside = source / "groups.csv"
        return replace(found, case=leak(found.case, read_groups(beside) if beside.is_file() else {}))

    monkeypatch.setattr(opening, "read_case", read)


def test_a_reader_that_leaks_a_group_into_quality_is_caught(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once women count as wanting a field, every change of groups is seen, in the case and in the pairs."""

    def leak(case: Case, groups: Groups) -> Case:
        women = {one for one, group in groups.get("sex", {}).items() if group == "f"}
        wanted = frozenset(site.field for site in case.sites)
        people = (replace(p, fields_wanted=wanted) if p.candidate_id in women else p for p in case.candidates)
        return replace(case, candidates=tuple(people))

    leaky_reader(monkeypatch, leak)
    found = probe_blindness(folder)
    assert not found.blind
    seen = {change for change, unseen in outcomes(found).items() if not unseen}
    assert seen == {Change.GROUPS_ABSENT, Change.GROUPS_PERMUTED, Change.GROUPS_SWAPPED}
    assert not any(probe.case or probe.pairs for probe in found.probes if probe.seen)
    assert any(probe.moved for probe in found.probes)
    assert "NICHT BLIND" in blind_words(found, "de")[0]


def test_a_matcher_that_knows_groups_is_caught(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A leak behind the reader's back leaves the case the same and is seen in the pairs and the plan."""
    known: dict[str, str] = {}
    honest = pairing.find_pairs

    def remember(case: Case, groups: Groups) -> Case:
        known.clear()
        known.update(groups.get("sex", {}))
        return case

    def biased(case: Case, *more: object) -> Pairs:
        pairs = honest(case, *more)
        favoured = np.array([known.get(one.candidate_id) == "m" for one in case.candidates])[pairs.candidate]
        parts = pairs.parts.copy()
        parts[:, 0] = np.where(favoured, 30, 0)
        return replace(pairs, parts=parts)

    leaky_reader(monkeypatch, remember)
    monkeypatch.setattr(pairing, "find_pairs", biased)
    monkeypatch.setattr("planner.service.planning.check_plan", lambda *_: _Passed())
    found = probe_blindness(folder)
    swapped = next(probe for probe in found.probes if probe.change is Change.GROUPS_SWAPPED)
    assert (swapped.case, swapped.pairs, swapped.plan) == (True, False, False)
    assert not found.blind


class _Passed:
    """The twin would have caught the bias too, which is not what this is about."""

    passed = True


def test_a_reader_that_takes_protected_columns_is_caught(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the reader no longer refuses columns that name a protected attribute, the probe says which it read."""
    monkeypatch.setattr("planner.tables.headers.refusal", lambda _: None)
    found = probe_blindness(folder, stop=lambda: True)
    assert set(found.refused.values()) == {False}
    assert not found.blind
    assert "GELESEN" in " ".join(blind_words(found, "de"))


def test_without_groups_chance_draws_some(tmp_path: Path) -> None:
    """A case that brings no groups is probed with invented ones, and says so."""
    write_case(generate(30, 8, 6, 3), tmp_path / "case")
    found = probe_blindness(tmp_path / "case", stop=lambda: True)
    assert found.invented
    assert not found.complete
    assert not found.proven
    assert blind_data(found, "en")["groups_invented"] is True


def test_groups_with_names_are_refused(folder: Path, tmp_path: Path) -> None:
    """Identities have no place in the groups either."""
    (tmp_path / "groups.csv").write_text("candidate_id,Nachname\nK0001,x\n", encoding="utf-8")
    with pytest.raises(InputError):
        probe_blindness(folder, groups=tmp_path / "groups.csv", stop=lambda: True)


def cells(table: RawTable, column: str) -> list[str]:
    """A column as it stands."""
    return [row[table.header.index(column)] for row in table.rows]


@pytest.mark.parametrize("change", list(Change))
def test_each_change_changes_what_it_says(folder: Path, change: Change) -> None:
    """Every change keeps all cells of the contract with their row and does something to the rest."""
    raw = dict(raw_case(folder).tables)
    groups = RawTable(
        "groups.csv",
        ("candidate_id", "g"),
        [[one, "ab"[k % 2]] for k, one in enumerate(cells(raw[PEOPLE], "candidate_id"))],
        [],
    )
    before = {**raw, GROUPS: groups}
    after = changed(before, change, random.Random(5))
    for name, table in raw.items():
        known = [column for column in table.header if column != "note"]
        rows = zip(*(cells(table, column) for column in known), strict=True)
        again = zip(*(cells(after[name], column) for column in known), strict=True)
        assert sorted(rows) == sorted(again)
    assert (after == before) is (change is Change.RETOLD)
    if change in {Change.GROUPS_PERMUTED, Change.GROUPS_SWAPPED}:
        assert cells(after[GROUPS], "candidate_id") == cells(groups, "candidate_id")
        assert cells(after[GROUPS], "g") != cells(groups, "g")
