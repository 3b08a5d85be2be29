"""A plan from its folder, as written: whether it keeps the rules is for ``planner.check`` to say."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from planner.domain import (
    Conflict,
    Limit,
    LimitResult,
    NeighbourhoodResult,
    Payer,
    Placement,
    Plan,
    Scenario,
    Status,
    Tier,
    TierResult,
    Unplaced,
)
from planner.errors import InputError, Problem, raise_errors
from planner.tables import cells, listcells
from planner.tables.certificate import read_certificate
from planner.tables.columns import Column, Parsed, Schema
from planner.tables.csvfile import read_csv
from planner.tables.plan_format import cost_key
from planner.tables.raw import Document, RawTable, shorten
from planner.tables.reader import read_table
from planner.tables.scenario import parse_scenario, read_scenario
from planner.tables.scenario_problems import path_of
from planner.tables.textfile import check_size, decode


class _Loose(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Tier(_Loose):
    name: Tier
    value: int
    best: int
    bound: int


class _Conflict(_Loose):
    rule: str
    params: dict[str, str | int] = {}


class _PlanFile(_Loose):
    status: Status
    case_hash: str
    law: str
    tiers: tuple[_Tier, ...] = ()
    conflict: tuple[_Conflict, ...] = ()
    scenario: str | None = None
    run: dict[str, str | int | float] = {}


def read_plan(folder: Path) -> Plan:
    """Read a plan folder; a plan that ``write_plan`` wrote comes back equal, with its rows sorted by id.

    Texts of reasons, gaps and ``costs.csv`` follow from the rest and are not read.

    Raises
    ------
    InputError
        With every problem of every file.
    """
    if not folder.is_dir():
        raise InputError.of("plan.missing", file=folder.name)
    head = _plan_file(folder / "plan.json")
    tiers = tuple(TierResult(name=t.name, value=t.value, best=t.best, bound=t.bound) for t in head.tiers)
    conflict = tuple(Conflict(rule=c.rule, params=c.params) for c in head.conflict)
    common: dict[str, Any] = {
        "status": head.status,
        "case_hash": head.case_hash,
        "law": head.law,
        "tiers": tiers,
        "conflict": conflict,
        "run": head.run,
    }
    if head.scenario is not None:
        return Plan(scenario=parse_scenario(Document("plan.json", head.scenario)), **common)
    problems: list[Problem] = []
    tables = {schema.name: _table(folder, schema, problems) for schema in (_PLACEMENTS, _UNPLACED, _PLACES, _LIMITS)}
    scenario: Scenario | None = None
    try:
        scenario = read_scenario(folder / "scenario.toml")
    except InputError as error:
        problems.extend(error.problems)
    placements = _placements(tables["placements"], problems)
    raise_errors(problems)
    if scenario is None:
        raise InputError.of("file.missing", file="scenario.toml")
    limits = tables["limits"].records(LimitResult)
    return Plan(
        scenario=scenario,
        placements=placements,
        unplaced=tuple(sorted(tables["unplaced"].records(Unplaced), key=lambda u: u.candidate_id)),
        neighbourhoods=tuple(sorted(tables["neighbourhoods"].records(NeighbourhoodResult), key=lambda n: n.code)),
        limits=_in_order(limits, scenario.limit),
        certificate=read_certificate(folder),
        **common,
    )


def read_costs(folder: Path) -> Mapping[tuple[int, Payer], int]:
    """Read the sums of ``costs.csv``, cents by calendar year and payer, to compare them with those of the placements.

    Raises
    ------
    InputError
        With every problem of the file.
    """
    problems: list[Problem] = []
    parsed = _table(folder, _COSTS, problems)
    raise_errors(problems)
    return dict(parsed.records(lambda year, payer, eur: ((year, payer), eur)))


def _in_order(results: tuple[LimitResult, ...], limits: tuple[Limit, ...]) -> tuple[LimitResult, ...]:
    """Bring the rows, sorted by name in the file, into the order of the scenario and under its names."""
    waiting = list(results)
    found = []
    for limit in limits:
        match = next((result for result in waiting if result.name == limit.label.strip()), None)
        if match is not None:
            waiting.remove(match)
            found.append(replace(match, name=limit.label))
    return (*found, *waiting)


def _plan_file(path: Path) -> _PlanFile:
    try:
        check_size(path.name, path.stat().st_size)
        return _PlanFile.model_validate_json(decode(path.name, path.read_bytes()))
    except OSError:
        raise InputError.of("file.missing", file=path.name) from None
    except ValidationError as error:
        found = error.errors(include_url=False)
        raise InputError(
            Problem("plan.json", {"detail": e["msg"]}, file=path.name, column=path_of(e["loc"])) for e in found
        ) from None


def _table(folder: Path, schema: Schema, problems: list[Problem]) -> Parsed:
    path = folder / f"{schema.name}.csv"
    raw = RawTable(path.name, (), [], [])
    try:
        check_size(path.name, path.stat().st_size)
        raw = read_csv(path.name, decode(path.name, path.read_bytes()))
    except OSError:
        problems.append(Problem("file.missing", file=path.name))
    except InputError as error:
        problems.extend(error.problems)
    else:
        return read_table(raw, schema, problems)
    return Parsed(schema, raw.file, [], {}, {}, set())


def _placements(parsed: Parsed, problems: list[Problem]) -> tuple[Placement, ...]:
    """Make the placements with their costs; what costs nothing, 0 or blank, is not among them."""
    costs: list[dict[tuple[int, Payer], int]] = [{} for _ in parsed.numbers]
    for name, texts in parsed.extra.items():
        key = cost_key(name)
        for at, text in enumerate(texts if key else ()):
            if key and text.strip():
                try:
                    if cents := cells.cents(text.strip()):
                        costs[at][key] = cents
                except cells.CellError as error:
                    problems.append(parsed.problem(error.code, at, name, shorten(text), error.params))
                    parsed.unsound.add(at)
    parsed.values["costs"] = costs
    return tuple(sorted(parsed.records(Placement), key=lambda p: (p.candidate_id, p.site_id)))


def _marks(text: str) -> tuple[str, ...]:
    return tuple(listcells.entries(cells.identifier(text)))


def _all(**parsers: cells.Parser[Any]) -> tuple[Column, ...]:
    return tuple(Column(name, parse, needed=True, filled=True) for name, parse in parsers.items())


_integer = cells.whole(-cells.MANY, cells.MANY)

_PLACEMENTS = Schema(
    "placements",
    (
        *_all(candidate_id=cells.identifier, site_id=cells.identifier, neighbourhood=cells.identifier, start=cells.day),
        *_all(hours=cells.number(0, 168), minutes=_integer, quality=_integer),
        Column("marks", _marks, blank=tuple),
    ),
    key=(),
    open_ended=True,
)
_UNPLACED = Schema("unplaced", _all(candidate_id=cells.identifier, reason=cells.identifier), key=(), open_ended=True)
_PLACES = Schema(
    "neighbourhoods",
    _all(code=cells.identifier, need=cells.number(0, 1), target=_integer, placed=_integer, planned_posts=_integer),
    key=(),
    open_ended=True,
)
_LIMITS = Schema(
    "limits",
    (
        Column("name", str, needed=True, blank=str),
        Column("at_least", _integer),
        Column("at_most", _integer),
        *_all(got=_integer, short=_integer),
    ),
    key=(),
    open_ended=True,
)
_COSTS = Schema(
    "costs", _all(year=cells.whole(1900, 2999), payer=cells.choice(Payer), eur=cells.cents), key=("year", "payer")
)
"""Plan tables have no key: a person placed twice is a broken rule, which the check names, not a broken file."""
