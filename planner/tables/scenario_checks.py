"""What a scenario names must exist in the tables."""

from collections.abc import Iterator

from planner.domain import Scenario, Tier
from planner.domain.need import POPULATION
from planner.errors import Problem, Severity
from planner.tables.columns import Parsed
from planner.tables.nearest import nearest
from planner.tables.raw import shorten, warning

_WHERE = {
    "neighbourhood": ("neighbourhoods", "code"),
    "borough": ("neighbourhoods", "borough"),
    "host": ("sites", "host"),
    "field": ("sites", "field"),
    "site": ("sites", "site_id"),
}
"""Table and column of what a limit can be about."""

_LISTED = 12
"""Allowed words shown when none is near."""


def check_scenario(
    scenario: Scenario, file: str, tables: dict[str, Parsed], counts: dict[str, int] | None
) -> Iterator[Problem]:
    """Yield every name that the tables do not know. ``counts`` are the city's sums, ``None`` where unknown."""
    if counts is not None:
        yield from _need(scenario, file, counts)
    for number, limit in enumerate(scenario.limit, start=1):
        for key, values in limit.where.as_dict().items():
            name, column = _WHERE[key]
            if name in tables and column in tables[name].values:
                known = tables[name].known(column) - {""}
                path = f"limit[{number}].where.{key}"
                yield from (_unknown("scenario.where", file, path, v, known) for v in values if v not in known)
    if scenario.fields.confirmed and "sites" in tables and "field" in tables["sites"].values:
        fields = tables["sites"].known("field")
        for value in scenario.fields.confirmed:
            if value not in fields:
                yield _unknown("scenario.confirmed", file, "fields.confirmed", value, fields, Severity.WARNING)
    if scenario.max_changes is not None and "previous_plan" not in tables:
        yield warning("scenario.no_previous_plan", file, column="max_changes")


def _need(scenario: Scenario, file: str, counts: dict[str, int]) -> Iterator[Problem]:
    if scenario.need is None:
        if not counts.get(POPULATION) and Tier.COVERAGE in scenario.tiers.order:
            yield warning("scenario.no_need", file, column="need")
        return
    for column in scenario.need:
        if column not in counts:
            yield _unknown("scenario.need", file, f"need.{column}", column, set(counts))
        elif not counts[column]:
            yield Problem("scenario.need_zero", file=file, column=f"need.{column}", value=shorten(column))


def _unknown(
    code: str, file: str, path: str, value: str, known: set[str], severity: Severity = Severity.ERROR
) -> Problem:
    near = nearest(value, known)
    listed = sorted(known)
    allowed = ", ".join(listed[:_LISTED]) + (", …" if len(listed) > _LISTED else "")
    params = {"nearest": near, "allowed": allowed}
    return Problem(f"{code}_near" if near else code, params, file, None, path, shorten(value), severity)
