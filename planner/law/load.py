"""``data/law/*.toml`` read into a ``Law``."""

import hashlib
import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from planner.errors import InputError, Problem, raise_errors
from planner.law.values import Law, Series, Version
from planner.settings import data_dir

STATE_FILE = "state.toml"
TABLES_FILE = "wage_tables.toml"

REQUIRED = frozenset(
    {
        "age_limit",
        "care_rate",
        "care_rate_employer_saxony",
        "coaching_16e",
        "coaching_16i",
        "commute_long_day",
        "commute_short_day",
        "flat_share_16e",
        "flat_share_16i",
        "grant_steps_16e",
        "grant_steps_16i",
        "health_additional_rate",
        "health_rate",
        "levies",
        "long_day_hours",
        "measles_proof",
        "minijob_hours",
        "minimum_age_16i",
        "minimum_wage",
        "pension_rate",
        "receipt_months_16e",
        "receipt_months_16i",
        "receipt_months_16i_family",
        "subsidised_months_16e",
        "subsidised_months_16i",
        "transfer_cap",
        "transfer_cap_minor_child",
        "transfer_share",
        "transition_base",
        "transition_limit",
        "unemployment_rate",
        "weeks_per_month",
    }
)
"""Keys without which nothing can be computed."""

Number = Decimal | int


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    since: date = Field(alias="from")
    value: Number | Annotated[list[Number], Field(min_length=1)]
    source: Annotated[str, Field(min_length=1)]
    confirmed: bool

    def version(self, unit: str) -> Version:
        values = self.value if isinstance(self.value, list) else [self.value]
        whole = 100 if unit == "%" else 1
        numbers = tuple(Fraction(value) / whole for value in values)
        return Version(self.since, numbers, "/".join(str(v) for v in values), self.source, self.confirmed)


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    unit: str
    topic: str = ""
    known_until: date | None = None
    values: Annotated[list[_Entry], Field(min_length=1)]

    @model_validator(mode="after")
    def _one_version_a_day(self) -> "_Table":
        if len({entry.since for entry in self.values}) != len(self.values):
            raise ValueError("two values from one day")
        return self

    def series(self, key: str, file: str) -> Series:
        versions = sorted((entry.version(self.unit) for entry in self.values), key=lambda version: version.since)
        return Series(key, self.unit, self.topic or key, file, tuple(versions), self.known_until)


def load_law(folder: Path | None = None) -> Law:
    """Return the law of a folder, ``data/law`` unless named; read once per folder.

    Raises
    ------
    InputError
        If a file cannot be read, an entry is malformed, or a value that is needed is missing; all of it at once.
    """
    return _load((folder or data_dir() / "law").resolve())


@lru_cache(maxsize=8)
def _load(folder: Path) -> Law:
    files = {path.name: path.read_bytes().replace(b"\r\n", b"\n") for path in sorted(folder.glob("*.toml"))}
    if STATE_FILE not in files:
        raise InputError.of("law.data_no_state", file=str(folder))
    problems: list[Problem] = []
    tables = {name: _parse(name, content, problems) for name, content in files.items()}
    state = tables.pop(STATE_FILE).get("state")
    if not isinstance(state, date):
        problems.append(Problem("law.data_missing", file=STATE_FILE, column="state"))
    series: dict[str, Series] = {}
    for name, content in tables.items():
        for found in _series(name, content, problems):
            if found.key in series:
                problems.append(Problem("law.data_twice", file=name, column=found.key))
            series[found.key] = found
    problems += [Problem("law.data_missing", file=str(folder), column=key) for key in sorted(REQUIRED - series.keys())]
    raise_errors(problems)
    digest = hashlib.sha256(b"\0".join(name.encode() + b"\0" + raw for name, raw in files.items())).hexdigest()
    return Law(
        version=f"{state}+{digest[:8]}",
        series=series,
        wage_tables=frozenset(key for key, found in series.items() if found.file == TABLES_FILE),
        changes=tuple(sorted({version.since for found in series.values() for version in found.versions})),
    )


def _parse(name: str, content: bytes, problems: list[Problem]) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode(), parse_float=Decimal)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problems.append(Problem("law.data_unreadable", {"problem": str(error)}, file=name))
        return {}


def _series(name: str, content: dict[str, Any], problems: list[Problem]) -> Iterator[Series]:
    for key, raw in content.items():
        try:
            yield _Table.model_validate(raw).series(key, name)
        except ValidationError as error:
            problems += [
                Problem(
                    "law.data_entry",
                    {"place": ".".join(str(step) for step in found["loc"]), "problem": found["msg"]},
                    file=name,
                    column=key,
                )
                for found in error.errors()
            ]
