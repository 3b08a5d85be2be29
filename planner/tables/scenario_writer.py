"""A scenario as TOML: one spelling for equal scenarios, and it reads back equal."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from planner.domain import DEFAULT_ORDER, Limit, Scenario
from planner.tables.csvout import spell_decimal

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def scenario_toml(scenario: Scenario) -> str:
    """Return the scenario as the text of ``scenario.toml``; keys that hold their default are left out."""
    plain = {
        "name": scenario.name or None,
        "start": scenario.start,
        "scheme": scenario.scheme,
        "posts": scenario.posts,
        "unclear_is_eligible": scenario.unclear_is_eligible or None,
        "max_commute": scenario.max_commute,
        "max_changes": scenario.max_changes,
        "own_share_paid_by": scenario.own_share_paid_by,
    }
    blocks = [_lines(plain)]
    if scenario.need is not None:
        blocks.append(["[need]", *_lines(scenario.need)])
    if scenario.fields.confirmed is not None:
        blocks.append(["[fields]", *_lines({"confirmed": scenario.fields.confirmed})])
    if scenario.budget:
        eur = {payer: {year: _eur(cents) for year, cents in years.items()} for payer, years in scenario.budget.items()}
        blocks.append(["[budget]", *_lines(eur)])
    blocks += [["[[limit]]", *_lines(_limit(limit))] for limit in scenario.limit]
    tiers = {
        "order": scenario.tiers.order if scenario.tiers.order != DEFAULT_ORDER else None,
        "tolerance": scenario.tiers.tolerance or None,
        "seed": scenario.tiers.seed or None,
    }
    if any(value is not None for value in tiers.values()):
        blocks.append(["[tiers]", *_lines(tiers)])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _limit(limit: Limit) -> dict[str, object]:
    who = limit.who and {key: value for key, value in limit.who.model_dump().items() if value}
    return {
        "name": limit.name or None,
        "where": limit.where.as_dict() or None,
        "who": who,
        "reason": limit.reason or None,
        "at_least": limit.at_least,
        "at_most": limit.at_most,
        "hard": limit.hard or None,
    }


def _eur(cents: int) -> Decimal:
    return Decimal(cents) / 100


def _lines(table: Mapping[Any, object]) -> list[str]:
    return [f"{_key(key)} = {_value(value)}" for key, value in table.items() if value is not None]


def _key(key: object) -> str:
    text = str(key.value if isinstance(key, Enum) else key)
    return text if _BARE.fullmatch(text) else _text(text)


def _text(text: str) -> str:
    """Quote a text; JSON's escapes are TOML's, but for the delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _value(value: object) -> str:
    match value:
        case Enum():
            return _text(str(value.value))
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return spell_decimal(value)
        case date():
            return value.isoformat()
        case str():
            return _text(value)
        case Mapping():
            return _inline(value.items())
        case tuple() | list():
            return f"[{', '.join(map(_value, value))}]"
    raise TypeError(type(value).__name__)


def _inline(items: Iterable[tuple[object, object]]) -> str:
    inside = ", ".join(f"{_key(key)} = {_value(value)}" for key, value in items)
    return f"{{ {inside} }}" if inside else "{}"
