"""Rows of the domain as JSON: equal rows give equal text, and the text reads back equal."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from planner.domain import Candidate, Neighbourhood, Payer, Placement, Scenario, Site
from planner.store.errors import UnavailableError

Row = TypeVar("Row")


def to_json(value: object) -> str:
    """Return the one text of a value: keys sorted, sets sorted, decimals exact, no spaces."""
    return plain_json(_plain(value))


def plain_json(value: object) -> str:
    """Return the one text of a value that consists of JSON's types already."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> Any:
    """Read a text that ``to_json`` wrote.

    Raises
    ------
    UnavailableError
        ``store.damaged`` if it is no such text.
    """
    try:
        return json.loads(text)
    except ValueError:
        raise UnavailableError.of("store.damaged") from None


def record(row: Candidate | Site | Neighbourhood | Placement) -> dict[str, Any]:
    """Return a row of the domain as a record of JSON's types."""
    found = {field.name: _plain(getattr(row, field.name)) for field in fields(row)}
    if isinstance(row, Site) and isinstance(row.pay, Decimal):
        found["pay"] = {"eur": found["pay"]}  # a text is the name of a wage table
    if isinstance(row, Placement):
        found["costs"] = [[year, payer.value, cents] for (year, payer), cents in sorted(row.costs.items())]
    return found


def row_of(kind: type[Row], found: Mapping[str, Any]) -> Row:
    """Read a record that ``record`` made.

    Raises
    ------
    UnavailableError
        ``store.damaged`` if it does not fit; the values are not repeated, as they may be about a person.
    """
    values = dict(found)
    if kind is Site and isinstance(values.get("pay"), Mapping):
        values["pay"] = Decimal(values["pay"]["eur"])
    if kind is Placement:
        values["costs"] = {(year, Payer(payer)): cents for year, payer, cents in values["costs"]}
    try:
        return cast(Row, _adapter(kind).validate_python(values))
    except ValidationError:
        raise UnavailableError.of("store.damaged") from None


def scenario_json(scenario: Scenario) -> str:
    """Return a scenario as JSON; the order of its keys is kept, as it shows where the scenario is written out."""
    return scenario.model_dump_json()


@lru_cache(maxsize=64)
def scenario_of(text: str) -> Scenario:
    """Read a scenario that ``scenario_json`` wrote; lists of versions are asked for with every click.

    Raises
    ------
    UnavailableError
        ``store.damaged`` if it does not fit.
    """
    try:
        return Scenario.model_validate_json(text)
    except ValidationError:
        raise UnavailableError.of("store.damaged") from None


def digest(content: str | bytes) -> str:
    """Return the SHA-256 of a text in hexadecimal digits."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


_adapters: dict[type[Any], TypeAdapter[Any]] = {}


def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    """Return the reader of a kind of row, made when first needed."""
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def _plain(value: Any) -> Any:
    if type(value) in _SCALARS:  # most values are; the rest costs more to ask
        return value
    match value:
        case frozenset() | set():
            return sorted(_plain(item) for item in value)
        case Decimal():
            return format(value.normalize(), "f")
        case date():
            return value.isoformat()
        case list() | tuple():
            return [_plain(item) for item in value]
        case str():
            return value
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
    return value


_SCALARS = frozenset({str, int, float, bool, type(None)})
