"""What pydantic finds wrong with a scenario, in the words of this program."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from planner.domain import Payer, Scheme, Tier
from planner.errors import Problem
from planner.tables.nearest import nearest
from planner.tables.raw import shorten

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_KINDS = {
    "bool": "scenario.flag",
    "int": "scenario.whole",
    "decimal": "scenario.decimal",
    "finite": "scenario.decimal",
    "float": "scenario.decimal",
    "is": "scenario.decimal",
    "date": "cell.date",
    "string": "scenario.text",
    "tuple": "scenario.list",
    "dict": "scenario.table",
    "model": "scenario.table",
    "greater": "scenario.range",
    "less": "scenario.range",
}
"""Sentence by the first word of pydantic's error type."""


def path_of(location: tuple[int | str, ...]) -> str:
    """Return a location as a key path: ``limit[2].where.borough``, counting from 1."""
    path = ""
    for part in location:
        if part == "[key]":
            continue
        path += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if path else part
    return path


def as_problem(detail: "ErrorDetails", file: str) -> Problem:
    """Return one finding as a problem; rules of the domain carry their own code as message."""
    kind, context = detail["type"], detail.get("ctx", {})
    column, value = path_of(detail["loc"]), shorten(detail["input"])
    if kind == "value_error":
        return Problem(f"scenario.{context['error']}", file=file, column=column, value=_brief(detail["input"]))
    if kind == "missing":
        return Problem("scenario.missing", file=file, column=column)
    if kind in {"enum", "literal_error"}:
        allowed = _words(detail["loc"])
        near = nearest(str(detail["input"]), allowed)
        code = "scenario.choice_near" if near else "scenario.choice"
        return Problem(code, {"allowed": ", ".join(allowed), "nearest": near}, file=file, column=column, value=value)
    code = _KINDS.get(kind.split("_")[0], "scenario.wrong")
    params = {"detail": detail["msg"], "bounds": _bounds(context)}
    return Problem(code, params, file=file, column=column, value=_brief(detail["input"]))


def _brief(value: object) -> str:
    """Show a single value; a whole table says nothing in one cell."""
    return "" if isinstance(value, dict | list | tuple) else shorten(value)


def _words(location: tuple[int | str, ...]) -> list[str]:
    """Return the closed list that stands at a location."""
    top = location[0]
    if top == "scheme":
        return [scheme.value for scheme in Scheme]
    if top == "own_share_paid_by":
        return [Payer.CITY.value, Payer.HOST.value]
    if top == "budget":
        return [payer.value for payer in Payer]
    return [tier.value for tier in Tier if tier is not Tier.LOT]


def _bounds(context: Mapping[str, Any]) -> str:
    signs = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}
    return ", ".join(f"{sign} {context[name]}" for name, sign in signs.items() if name in context)
