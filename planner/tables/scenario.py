"""``scenario.toml`` to a scenario, exactly: decimals as written, EUR as cents, every wrong key named."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from planner.domain import Scenario
from planner.errors import InputError, Problem, raise_errors
from planner.tables.cells import MANY, CellError, day
from planner.tables.raw import Document, shorten
from planner.tables.scenario_keys import drop_unknown_keys
from planner.tables.scenario_problems import as_problem
from planner.tables.textfile import check_size, decode

_LINE = re.compile(r"at line (\d+)")
_NUMBERS = frozenset({"posts", "max_commute", "max_changes", "at_least", "at_most"})
_MOST_EUR = 10**12
_MAGNITUDE = 30
"""Powers of ten a decimal may have: exact fractions of more would fill the memory."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_YEAR = re.compile(r"2[01]\d\d", re.ASCII)


def read_scenario(path: Path) -> Scenario:
    """Read a scenario file.

    Raises
    ------
    InputError
        With every problem; ``column`` names the key, such as ``limit[2].where.borough`` (the second limit).
    """
    try:
        check_size(path.name, path.stat().st_size)
        data = path.read_bytes()
    except OSError:
        raise InputError.of("file.missing", file=path.name) from None
    return parse_scenario(Document(path.name, decode(path.name, data)))


def parse_scenario(document: Document) -> Scenario:
    """Read a scenario from its text.

    Raises
    ------
    InputError
        With every problem.
    """
    try:
        raw = tomllib.loads(document.text.replace("\r\n", "\n"), parse_float=_decimal)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        line = _LINE.search(str(error))
        problem = Problem("scenario.toml", {"detail": str(error)}, document.file, int(line[1]) if line else None)
        raise InputError([problem]) from None
    problems: list[Problem] = []
    known = drop_unknown_keys(raw, document.file, problems)
    _check_values(known, "", document.file, problems)
    ready = {**known, **_start(known, document.file, problems)}
    if "budget" in ready:
        ready["budget"] = _budget(ready["budget"], document.file, problems)
    broken = {problem.column for problem in problems}
    try:
        scenario = Scenario.model_validate(ready)
    except ValidationError as error:
        found = (as_problem(detail, document.file) for detail in error.errors(include_url=False))
        problems += [problem for problem in found if problem.column not in broken]
        raise InputError(problems) from None
    raise_errors(problems)
    return scenario


def _decimal(text: str) -> Decimal:
    value = Decimal(text.replace("_", ""))
    if value.is_finite() and abs(value.adjusted()) > _MAGNITUDE:
        raise ValueError(f"{shorten(text)} is out of range")
    return value


def _start(raw: Mapping[str, Any], file: str, problems: list[Problem]) -> dict[str, date]:
    """Read ``start`` as a date; also as a text in either spelling of the tables."""
    value = raw.get("start")
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return {}
    try:
        return {"start": day(str(value).strip())}
    except CellError as error:
        problems.append(Problem(error.code, error.params, file=file, column="start", value=shorten(value)))
        return {"start": date(2000, 1, 1)}  # only so that the other keys are checked too


def _check_values(value: object, path: str, file: str, problems: list[Problem]) -> None:
    """Refuse what is valid TOML but means no good.

    True and false where a number is meant would be read as 1 and 0; huge numbers fit no sum; control characters other
    than line feed and tab break exports.
    """
    match value:
        case str() if _CONTROL.search(value):
            problems.append(Problem("cell.control_characters", file=file, column=path, value=shorten(value)))
        case dict():
            for key, item in value.items():
                where = f"{path}.{key}" if path else str(key)
                numeric = key in _NUMBERS or path in {"need", "tiers.tolerance"}
                if numeric and isinstance(item, bool):
                    problems.append(Problem("scenario.number", file=file, column=where, value=str(item).lower()))
                elif numeric and isinstance(item, int) and item > MANY:
                    problems.append(Problem("scenario.range", {"bounds": f"≤ {MANY}"}, file=file, column=where))
                _check_values(item, where, file, problems)
        case list():
            for position, item in enumerate(value, start=1):
                _check_values(item, f"{path}[{position}]", file, problems)


def _budget(raw: object, file: str, problems: list[Problem]) -> object:
    """Turn EUR into cents; what is no table is left for the type check."""
    if not isinstance(raw, dict):
        return raw
    cents: dict[str, object] = {}
    for payer, years in raw.items():
        cents[payer] = years
        if isinstance(years, dict):
            kept = {year: eur for year, eur in years.items() if _plausible(year, payer, file, problems)}
            cents[payer] = {y: _cents(eur, f"budget.{payer}.{y}", file, problems) for y, eur in kept.items()}
    return cents


def _plausible(year: str, payer: str, file: str, problems: list[Problem]) -> bool:
    if _YEAR.fullmatch(year):
        return True
    where = f"budget.{payer}.{year}"
    problems.append(Problem("cell.year", {"low": 2000, "high": 2199}, file=file, column=where, value=shorten(year)))
    return False


def _cents(eur: object, path: str, file: str, problems: list[Problem]) -> int:
    amount = Decimal(eur) if isinstance(eur, int | Decimal) and not isinstance(eur, bool) else None
    if amount is None or not amount.is_finite() or not 0 <= amount <= _MOST_EUR or amount * 100 % 1:
        problems.append(Problem("scenario.eur", file=file, column=path, value=shorten(eur)))
        return 0
    return int(amount * 100)
