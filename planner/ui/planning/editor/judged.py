"""From the fields to a scenario, or to everything that keeps them from being one."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from planner.domain import Payer, Scenario
from planner.domain.scenario import WHERE_KEYS
from planner.errors import InputError, Problem
from planner.tables.scenario_problems import as_problem
from planner.ui.planning.editor.draft import PERCENT, Draft, LimitDraft, as_eur, as_percent, once

YEARS = range(2000, 2200)

_AT = {
    "scenario.scheme_16e_too_early": "scheme",
    "scenario.need_without_weight": "need",
    "scenario.tolerance_without_tier": "tiers",
    "scenario.tier_twice": "tiers",
    "scenario.tier_lot_is_last": "tiers",
}
_AT_LIMIT = {
    "scenario.limit_without_number": "at_least",
    "scenario.limit_min_above_max": "at_least",
    "scenario.limit_hard_without_minimum": "at_least",
    "scenario.limit_ceiling_on_people": "at_most",
    "scenario.limit_reason_missing": "reason",
    "scenario.language_level": "who.languages",
}
"""Rules about several fields, and the field at which they are told."""


def scenario_of(draft: Draft) -> Scenario:
    """Return the scenario that the fields make.

    Raises
    ------
    InputError
        With every problem found; ``column`` names the field as scenario files name their keys.
    """
    problems = [*_number_problems(draft), *_budget_problems(draft)]
    try:
        scenario = Scenario.model_validate(raw_of(draft))
    except ValidationError as error:
        problems += [_at_field(as_problem(detail, "")) for detail in error.errors()]
        problems += [problem for problem in _rules_across(draft) if problem not in problems]
        raise InputError(problems) from None
    if problems:
        raise InputError(problems)
    return scenario


def raw_of(draft: Draft) -> dict[str, Any]:
    """Return what the fields hold as the domain's type reads it; exact where a field is as it was."""
    base = draft.base
    confirmed = base.fields.confirmed or ()
    return {
        "name": draft.name,
        "start": draft.start,
        "scheme": draft.scheme,
        "posts": draft.posts,
        "unclear_is_eligible": draft.unclear,
        "max_commute": draft.max_commute,
        "max_changes": draft.max_changes,
        "own_share_paid_by": draft.own_share,
        "need": _need(draft),
        "fields": {"confirmed": _texts(draft.confirmed, confirmed) if draft.stated else None},
        "budget": _budget(draft),
        "limit": [_limit(limit) for limit in draft.limits],
        "tiers": {"order": tuple(draft.order), "tolerance": _tolerance(draft), "seed": draft.seed},
    }


def _need(draft: Draft) -> dict[str, Decimal] | None:
    if not draft.weighted:
        return None
    before = draft.base.need or {}
    return {column: _exact(draft.weights.get(column, 0.0), before.get(column)) for column in draft.columns}


def _exact(shown: float, before: Decimal | None) -> Decimal:
    """Return a number as it was as long as its field shows that, otherwise as it was typed."""
    return before if before is not None and float(before) == shown else Decimal(str(shown))


def _texts(shown: list[str], before: tuple[str, ...]) -> tuple[str, ...]:
    return before if once(before) == shown else tuple(shown)


def _tolerance(draft: Draft) -> dict[str, Decimal]:
    before = draft.base.tiers.tolerance
    found: dict[str, Decimal] = {}
    for tier in draft.order:
        shown = draft.tolerance.get(tier, 0.0)
        if tier in before and as_percent(before[tier]) == shown:
            found[tier] = before[tier]
        elif shown:
            found[tier] = Decimal(str(shown)) / PERCENT
    return found


def _budget(draft: Draft) -> dict[Payer, dict[int, int]]:
    before = draft.base.budget
    found: dict[Payer, dict[int, int]] = {payer: {} for payer, years in before.items() if not years}
    for row in draft.budget:
        for payer, eur in row.eur.items():
            if row.year is not None:
                cents = before.get(payer, {}).get(row.year)
                kept = cents is not None and as_eur(cents) == eur
                found.setdefault(payer, {})[row.year] = cents if kept and cents is not None else round(eur * PERCENT)
    return found


def _limit(draft: LimitDraft) -> dict[str, Any]:
    base = draft.base
    before = base.who if base else None
    who = {
        "languages": _texts(draft.languages, before.languages if before else ()),
        "skills": _texts(draft.skills, before.skills if before else ()),
    }
    return {
        "name": draft.name,
        "where": {key: _texts(draft.where[key], getattr(base.where, key) if base else ()) for key in WHERE_KEYS},
        "who": who if any(who.values()) else None,
        "reason": draft.reason,
        "at_least": draft.at_least,
        "at_most": draft.at_most,
        "hard": draft.hard and draft.at_least is not None,
    }


def _number_problems(draft: Draft) -> Iterator[Problem]:
    """Yield what stands where a number belongs, in fields that count."""
    weights = {f"need.{column}" for column in draft.columns} if draft.weighted else set()
    counted = weights | {f"tiers.tolerance.{tier}" for tier in draft.order}
    for path, unread in draft.unread.items():
        if path in counted:
            yield Problem(unread.code, unread.values, column=path, value=unread.typed)


def _budget_problems(draft: Draft) -> Iterator[Problem]:
    """Yield what is wrong with the table of budgets itself, before it is a mapping by year."""
    often = Counter(row.year for row in draft.budget)
    for row in draft.budget:
        if row.year is None:
            if row.eur:
                yield Problem("planning.budget.no_year", column="budget")
            continue
        if row.year not in YEARS:
            allowed = {"low": YEARS.start, "high": YEARS.stop - 1}
            yield Problem("cell.year", allowed, column=f"budget.{row.year}", value=str(row.year))
        if often[row.year] > 1:
            often[row.year] = 0
            yield Problem("planning.budget.year_twice", {"year": row.year}, column=f"budget.{row.year}")
        for payer, eur in row.eur.items():
            if eur < 0 or abs(eur * PERCENT - round(eur * PERCENT)) > 1e-6 * max(1.0, eur):
                yield Problem("scenario.eur", column=f"budget.{payer}.{row.year}", value=str(eur))


def _rules_across(draft: Draft) -> Iterator[Problem]:
    """Yield the broken rules about the scenario as a whole, which pydantic leaves for when every field is sound."""
    raw = raw_of(draft)
    for parts in (("start", "scheme"), ("start", "need")):
        try:
            Scenario.model_validate({part: raw[part] for part in parts})
        except ValidationError as error:
            yield from (_at_field(as_problem(detail, "")) for detail in error.errors())


def _at_field(problem: Problem) -> Problem:
    """Name the field at which a rule about several fields is told."""
    column = problem.column
    if problem.code in _AT and not column.startswith("limit"):
        column = _AT[problem.code]
    elif problem.code in _AT_LIMIT:
        column = f"{column.removesuffix('.who')}.{_AT_LIMIT[problem.code]}"
    return Problem(problem.code, problem.params, "", None, column, problem.value)
