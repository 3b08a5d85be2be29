"""Which keys a scenario may have where; a wrong one is named together with the nearest right one."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

from planner.domain import Fields, Limit, Scenario, Tiers, Where, Who
from planner.errors import Problem
from planner.tables.nearest import nearest
from planner.tables.raw import shorten

_BELOW: Mapping[type[BaseModel], Mapping[str, type[BaseModel]]] = {
    Scenario: {"fields": Fields, "limit": Limit, "tiers": Tiers},
    Limit: {"where": Where, "who": Who},
}
"""Tables inside a table, by key."""


def drop_unknown_keys(raw: dict[str, Any], file: str, problems: list[Problem]) -> dict[str, Any]:
    """Return the content without the keys nobody knows, each of which is reported, so that the rest can be checked."""

    def report(key: str, path: str, allowed: list[str]) -> None:
        near = nearest(key, allowed)
        code = "scenario.key_near" if near else "scenario.key"
        params = {"nearest": near, "allowed": ", ".join(allowed)}
        problems.append(Problem(code, params, file=file, column=path, value=shorten(key)))

    return _keep(raw, Scenario, "", report)


def _keep(
    raw: dict[str, Any], model: type[BaseModel], path: str, report: Callable[[str, str, list[str]], None]
) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for key, value in raw.items():
        where = f"{path}.{key}" if path else key
        below = _BELOW.get(model, {}).get(key)
        if key not in model.model_fields:
            report(key, where, list(model.model_fields))
        elif below and isinstance(value, dict):
            kept[key] = _keep(value, below, where, report)
        elif below and isinstance(value, list):
            kept[key] = [
                _keep(item, below, f"{where}[{number}]", report) if isinstance(item, dict) else item
                for number, item in enumerate(value, start=1)
            ]
        else:
            kept[key] = value
    return kept
