"""Put the program together from its rules and objectives."""

import numpy as np

from planner.domain import Case, Pairs, Tier
from planner.domain.pairs import Ints
from planner.solve.columns import Columns, make_columns
from planner.solve.counting import Counting
from planner.solve.magnitude import require_magnitude
from planner.solve.program import Program, Rows
from planner.solve.rules import budgets, changes, cost_classes, decisions, limits, neighbourhoods, people, posts


def build(case: Case, pairs: Pairs) -> Program:
    """Return the program of a case: all rules as rows, all tiers but the lot as objectives.

    Raises
    ------
    InputError
        ``solve.too_large`` where exact sums would not fit into 64 bits.
    """
    require_magnitude(case, pairs)
    columns = make_columns(case, pairs)
    step_place, step_values = neighbourhoods.steps(columns)
    soft = tuple(k for k, limit in enumerate(case.scenario.limit) if limits.is_soft(limit))
    first_shortage = len(columns) + len(step_place)
    shortage_variable = {position: first_shortage + k for k, position in enumerate(soft)}
    fixed = decisions.fix(columns)
    blocks: dict[str, Rows] = {"people": people.rows(columns), "site posts": posts.site_rows(columns)}
    blocks["neighbourhoods"] = neighbourhoods.rows(columns, step_place)
    optional = {
        "posts": posts.total_row(columns),
        "max changes": changes.row(columns),
        "cost classes": cost_classes.rows(columns),
    }
    blocks.update({name: block for name, block in optional.items() if block is not None})
    blocks["decisions"] = fixed.rows
    counting = Counting(columns)
    blocks.update(limits.rows(columns, counting, shortage_variable))
    blocks.update(budgets.rows(columns))
    wanted = [case.scenario.limit[k].at_least or 0 for k in soft]
    runs = (len(columns), len(step_place), len(soft))
    return Program(
        columns=columns,
        counting=counting,
        steps=step_place,
        shortages=soft,
        var_lo=np.zeros(sum(runs), dtype=np.int64),
        var_hi=np.concatenate([np.ones(runs[0] + runs[1]), wanted]).astype(np.int64),
        blocks=blocks,
        objectives=_objectives(columns, step_values, runs),
        impossible=fixed.impossible,
    )


def _objectives(columns: Columns, step_values: Ints, runs: tuple[int, int, int]) -> dict[Tier, Ints]:
    """Return the coefficients of each tier, maximised throughout."""
    on_columns = {
        Tier.PLACEMENTS: columns.size,
        Tier.QUALITY: columns.quality,
        Tier.COMMUTE: -columns.minutes,
        Tier.CHANGES: columns.kept,
    }
    objectives = {tier: np.concatenate([c, np.zeros(runs[1] + runs[2])]) for tier, c in on_columns.items()}
    objectives[Tier.COVERAGE] = np.concatenate([np.zeros(runs[0]), step_values, np.zeros(runs[2])])
    objectives[Tier.SHORTAGE] = np.concatenate([np.zeros(runs[0] + runs[1]), -np.ones(runs[2])])
    return {tier: c.astype(np.int64) for tier, c in objectives.items()}
