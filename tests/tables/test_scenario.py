"""A scenario is read exactly, and every mistake in it is named with its key."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from planner.domain import Payer, Scenario, Scheme, Tier
from planner.errors import InputError, Problem
from planner.tables import read_scenario, scenario_toml
from planner.tables.raw import Document
from planner.tables.scenario import parse_scenario
from tests.tables.conftest import Files

EVERYTHING = """
name = "Dresden 100"
start = 2027-03-01
scheme = "16i"
posts = 100
unclear_is_eligible = false
max_commute = 45
max_changes = 10
own_share_paid_by = "city"
[need]
age_65p = 0.4
households_single = 0.2
foreigners = 0.2
households_single_parent = 0.2
[fields]
confirmed = ["seniors", "encounter"]
[budget]
city = { 2027 = 250000, 2028 = 300000.5 }
integration = { 2027 = 1500000 }
[[limit]]
name = "Arabisch in Gorbitz"
where = { neighbourhood = ["96", "97", "95"] }
who = { languages = "ar:A2" }
reason = "Lotsendienst auf Arabisch"
at_least = 1
[[limit]]
where = { borough = ["Cotta"] }
at_most = 30
[tiers]
order = ["shortage", "placements", "coverage", "quality", "commute", "changes"]
tolerance = { coverage = 0.01 }
seed = "2027-03 Sozialamt"
"""


def parse(text: str) -> Scenario:
    """Read a scenario from its text."""
    return parse_scenario(Document("scenario.toml", text))


def problems(text: str) -> list[Problem]:
    """Return what is wrong with a scenario."""
    with pytest.raises(InputError) as caught:
        parse(text)
    assert all(p.text("de") and p.text("en") and p.file == "scenario.toml" for p in caught.value.problems)
    return list(caught.value.problems)


def test_everything() -> None:
    """Every key of the contract is read."""
    scenario = parse(EVERYTHING)
    assert scenario.start == date(2027, 3, 1)
    assert scenario.budget == {Payer.CITY: {2027: 25_000_000, 2028: 30_000_050}, Payer.INTEGRATION: {2027: 150_000_000}}
    assert scenario.tiers.tolerance == {Tier.COVERAGE: Decimal("0.01")}
    assert scenario.need is not None
    assert sum(scenario.need.values()) == 1
    assert scenario.limit[0].who is not None
    assert scenario.limit[0].who.languages == ("ar:A2",)
    assert scenario.limit[1].label == "borough=Cotta"


def test_only_start_is_required() -> None:
    """A start is enough, in any of its spellings."""
    expected = Scenario(start=date(2027, 3, 1))
    for start in ("2027-03-01", '"2027-03-01"', '"01.03.2027"'):
        assert parse(f"start = {start}") == expected
    assert [(p.code, p.column) for p in problems("posts = 3")] == [("scenario.missing", "start")]


def test_decimals_are_exact() -> None:
    """Weights keep all their digits; no float comes in between."""
    scenario = parse("start = 2027-03-01\nneed = { a = 0.1000000000000000000001, b = 1 }")
    assert scenario.need == {"a": Decimal("0.1000000000000000000001"), "b": Decimal(1)}


@pytest.mark.parametrize(
    ("line", "column", "near"),
    [
        ("postss = 3", "postss", "posts"),
        ("Max_commute = 3", "Max_commute", "max_commute"),
        ("[tier]\nseed = ''", "tier", "tiers"),
        ("[tiers]\nodrer = []", "tiers.odrer", "order"),
        ("[fields]\nconfirm = []", "fields.confirm", "confirmed"),
        ("[[limit]]\nat_most = 1\n[[limit]]\nat_mots = 1\nat_most = 2", "limit[2].at_mots", "at_most"),
        ("[[limit]]\nat_most = 1\nwhere = { bourough = 'Cotta' }", "limit[1].where.bourough", "borough"),
        ("[[limit]]\nat_least = 1\nreason='x'\nwho = { language = 'ar:A2' }", "limit[1].who.language", "languages"),
    ],
)
def test_typo_in_a_key(line: str, column: str, near: str) -> None:
    """A wrong key is named, with the nearest right one."""
    found = [p for p in problems(f"start = 2027-03-01\n{line}") if p.code == "scenario.key_near"]
    assert [(p.column, p.params["nearest"]) for p in found] == [(column, near)]
    assert f"“{near}”" in found[0].text("en")


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("start = 2027-02-30", "scenario.toml", ""),
        ("start = 1", "cell.date", "start"),
        ("start = 2027-03-01T10:00:00", "cell.date", "start"),
        ("start = '30.02.2027'", "cell.date_missing", "start"),
        ("scheme = '16j'", "scenario.choice_near", "scheme"),
        ("own_share_paid_by = 'integration'", "scenario.choice", "own_share_paid_by"),
        ("posts = -1", "scenario.range", "posts"),
        ("posts = 2.5", "scenario.whole", "posts"),
        ("posts = 'many'", "scenario.whole", "posts"),
        ("posts = true", "scenario.number", "posts"),
        ("posts = 100000000000000000000", "scenario.range", "posts"),
        ("unclear_is_eligible = 'perhaps'", "scenario.flag", "unclear_is_eligible"),
        ("name = 7", "scenario.text", "name"),
        ('name = "a\\u0007"', "cell.control_characters", "name"),
        ("need = 5", "scenario.table", "need"),
        ("need = { population = -1 }", "scenario.range", "need.population"),
        ("need = { population = 'x' }", "scenario.decimal", "need.population"),
        ("need = { population = nan }", "scenario.decimal", "need.population"),
        ("need = { population = 1e999999 }", "scenario.toml", ""),
        ("need = { population = 0 }", "scenario.need_without_weight", ""),
        ("budget = { city = { 2027 = -1 } }", "scenario.eur", "budget.city.2027"),
        ("budget = { city = { 2027 = 0.001 } }", "scenario.eur", "budget.city.2027"),
        ("budget = { city = { 2027 = '1' } }", "scenario.eur", "budget.city.2027"),
        ("budget = { city = { 207 = 1 } }", "cell.year", "budget.city.207"),
        ("budget = { citty = { 2027 = 1 } }", "scenario.choice_near", "budget.citty"),
        ("budget = { city = 5 }", "scenario.table", "budget.city"),
        ("tiers = { order = ['coverge'] }", "scenario.choice_near", "tiers.order[1]"),
        ("tiers = { order = ['lot'] }", "scenario.tier_lot_is_last", "tiers"),
        ("tiers = { order = ['quality', 'quality'] }", "scenario.tier_twice", "tiers"),
        ("tiers = { tolerance = { quality = 1 } }", "scenario.range", "tiers.tolerance.quality"),
        ("tiers = { order = [], tolerance = { quality = 0.1 } }", "scenario.tolerance_without_tier", "tiers"),
        ("limit = [{}]", "scenario.limit_without_number", "limit[1]"),
        ("limit = [{ at_least = 2, at_most = 1 }]", "scenario.limit_min_above_max", "limit[1]"),
        ("limit = [{ at_most = 1, hard = true }]", "scenario.limit_hard_without_minimum", "limit[1]"),
        ("limit = [{ at_least = 1, who = { skills = 'x' } }]", "scenario.limit_reason_missing", "limit[1]"),
        ("limit = [{ at_most = 1, reason = 'x', who.skills = 'x' }]", "scenario.limit_ceiling_on_people", "limit[1]"),
        ("limit = [{ at_least = 1, reason = 'x', who = {} }]", "scenario.who_empty", "limit[1].who"),
        ("limit = [{ at_least = 1, reason = 'x', who.languages = 'ar' }]", "scenario.language_level", "limit[1].who"),
        ("limit = [{ at_most = 1, where.neighbourhood = [1] }]", "scenario.text", "limit[1].where.neighbourhood[1]"),
        ("limit = 1", "scenario.list", "limit"),
    ],
)  # fmt: skip
def test_wrong_value(line: str, code: str, column: str) -> None:
    """A wrong value is named by its key."""
    start = "" if line.startswith("start") else "start = 2027-03-01\n"
    assert [(p.code, p.column) for p in problems(start + line)] == [(code, column)]


def test_too_early_for_16e() -> None:
    """§ 16e in the version this program knows starts on 1 July 2026."""
    assert parse('start = 2026-07-01\nscheme = "16e"').scheme is Scheme.P16E
    assert [p.code for p in problems('start = 2026-06-30\nscheme = "16e"')] == ["scenario.scheme_16e_too_early"]


def test_broken_toml_names_its_line() -> None:
    """What is no TOML is named with the line."""
    (problem,) = problems("start = 2027-03-01\nposts = = 3\n")
    assert (problem.code, problem.row) == ("scenario.toml", 2)


def test_all_problems_at_once() -> None:
    """Wrong keys, wrong values and wrong amounts come together."""
    text = "start = 'soon'\nscheme = '16x'\nfoo = 1\nbudget = { city = { 2027 = -5 } }\nlimit = [{}, { at_most = -1 }]"
    assert {p.column for p in problems(text)} == {
        "start", "scheme", "foo", "budget.city.2027", "limit[1]", "limit[2].at_most",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "code", "column"),
    [
        ('borough = "Altstadt"', 'borough = "Alstadt"', "scenario.where_near", "limit[1].where.borough"),
        ('borough = "Altstadt"', 'neighbourhood = "1"', "scenario.where_near", "limit[1].where.neighbourhood"),
        ('borough = "Altstadt"', 'host = "AWO Sachsen"', "scenario.where", "limit[1].where.host"),
        ('borough = "Altstadt"', 'field = ["seniors", "senior"]', "scenario.where_near", "limit[1].where.field"),
        ('borough = "Altstadt"', 'site = "S10"', "scenario.where_near", "limit[1].where.site"),
        ("age_65p = 0.4", "age_64p = 0.4", "scenario.need_near", "need.age_64p"),
        ("age_65p = 0.4", "name = 0.4", "scenario.need", "need.name"),
    ],
)
def test_names_the_tables_do_not_have(files: Files, old: str, new: str, code: str, column: str) -> None:
    """What a scenario names must exist in the tables."""
    assert files.edit("scenario.toml", old, new).places() == [(code, "scenario.toml", None, column)]


def test_need_that_nobody_has(files: Files) -> None:
    """An indicator that is 0 everywhere is an error."""
    files.edit("neighbourhoods.csv", ",486,", ",0,").edit("neighbourhoods.csv", ",1500,", ",,")
    assert files.places() == [("scenario.need_zero", "scenario.toml", None, "need.age_65p")]


def test_no_need_at_all(files: Files) -> None:
    """Without [need] and without population every need is 0, which is said."""
    files.edit("neighbourhoods.csv", "population", "people").edit(
        "scenario.toml", "population = 0.6\nage_65p = 0.4\n", ""
    )
    files.edit("scenario.toml", "[need]\n", "")
    assert [(n.code, n.column) for n in files.read().notes] == [("scenario.no_need", "need")]


def test_warnings(files: Files) -> None:
    """A confirmed field without a site and a change limit without a previous plan are shown."""
    files.edit("scenario.toml", "[need]", "max_changes = 2\n[fields]\nconfirmed = ['seniors', 'garden']\n[need]")
    del files.content["previous_plan.csv"]
    assert [(n.code, n.column) for n in files.read().notes] == [
        ("scenario.confirmed", "fields.confirmed"),
        ("scenario.no_previous_plan", "max_changes"),
    ]


def test_canonical_text() -> None:
    """The writer leaves out what holds its default and spells the rest in one way."""
    assert scenario_toml(Scenario(start=date(2027, 3, 1))) == (
        'start = 2027-03-01\nscheme = "16i"\nown_share_paid_by = "city"\n'
    )
    again = scenario_toml(parse(EVERYTHING))
    assert parse(again) == parse(EVERYTHING)
    assert "city = { 2027 = 250000, 2028 = 300000.5 }" in again


def test_from_a_file(tmp_path: Path) -> None:
    """A file is read with a byte-order mark, in Windows-1252 or UTF-8; a missing one is named."""
    path = tmp_path / "s.toml"
    for data in ("name = 'Löbtau'\r\nstart = 2027-03-01\r\n".encode(e) for e in ("utf-8-sig", "cp1252", "utf-8")):
        path.write_bytes(data)
        assert read_scenario(path).name == "Löbtau"
    with pytest.raises(InputError) as caught:
        read_scenario(tmp_path / "none.toml")
    assert [(p.code, p.file) for p in caught.value.problems] == [("file.missing", "none.toml")]
