"""What a node of the search tree assumes: bounds on counts, and only in the last place on a single pair."""

from dataclasses import dataclass, replace

import numpy as np

from planner.domain.pairs import Ints
from planner.solve.relax import Floats
from planner.solve.stage import Mask, Stage

_WHOLE = 1e-5


@dataclass(frozen=True, slots=True)
class Cut:
    """Bounds on a count.

    Parameters
    ----------
    kind
        ``count``: placements of a cost class; ``place``: of a neighbourhood; ``site``: at a site; ``unit``: whether a
        unit is placed; ``column``: whether it is placed at a site.
    key
        Its number: class, neighbourhood position, site position, unit, or unit and site.
    lo, hi
        Bounds.
    """

    kind: str
    key: tuple[int, ...]
    lo: int
    hi: int


def applied(stage: Stage, cuts: tuple[Cut, ...], columns: Mask | None) -> Stage:
    """Return the stage under the assumptions of a node, with only some columns in play."""
    row_lo, row_hi = stage.row_lo.copy(), stage.row_hi.copy()
    var_lo, var_hi = stage.var_lo.copy(), stage.var_hi.copy()
    if columns is not None:
        var_hi[: len(columns)][~columns] = 0
    for cut in cuts:
        if cut.kind in {"count", "site"}:
            row = stage.row_of[cut.kind, cut.key[0]]
            row_lo[row], row_hi[row] = max(row_lo[row], cut.lo), min(row_hi[row], cut.hi)
        elif cut.kind == "place":
            steps = len(stage.columns) + np.flatnonzero(stage.steps == cut.key[0])
            var_lo[steps[: cut.lo]] = 1
            var_hi[steps[cut.hi :]] = 0
        elif cut.kind == "unit":
            _bound_unit(stage, cut, row_lo, var_hi)
        else:
            _bound_column(stage, cut, row_lo, var_hi)
    return replace(stage, row_lo=row_lo, row_hi=row_hi, var_lo=var_lo, var_hi=var_hi)


def _bound_unit(stage: Stage, cut: Cut, row_lo: Ints, var_hi: Ints) -> None:
    first, last = np.searchsorted(stage.columns.unit, [cut.key[0], cut.key[0] + 1])
    if cut.hi == 0:
        var_hi[first:last] = 0
    elif cut.lo == 1 and first < last:
        row_lo[np.searchsorted(stage.unit_start, first)] = 1


def _bound_column(stage: Stage, cut: Cut, row_lo: Ints, var_hi: Ints) -> None:
    """Ban a column, or ban the unit's other columns and ask for the unit."""
    unit, site = cut.key
    first, last = np.searchsorted(stage.columns.unit, [unit, unit + 1])
    here = np.arange(first, last)[stage.columns.site[first:last] == site]
    if cut.hi == 0:
        var_hi[here] = 0
    else:
        others = np.setdiff1d(np.arange(first, last), here)
        var_hi[others] = 0
        if first < last:
            row_lo[np.searchsorted(stage.unit_start, first)] = 1


def split(stage: Stage, x: Floats) -> tuple[Cut, Cut] | None:
    """Return two assumptions, one of which every plan meets and neither of which the fractional plan does.

    Counts come first: where money is short, single pairs are substitutes, and assuming one changes nothing.
    """
    columns, size = stage.columns, stage.columns.size
    on_columns = x[: len(columns)]
    weight = on_columns * size
    counts = [(key, row) for key, row in stage.row_of.items() if key[0] == "count"]
    activity = stage.coefficients.by_row[[row for _, row in counts]] @ x if counts else np.zeros(0)
    # Placements of a neighbourhood are counted by its steps: without them there is nothing to bound.
    placed = np.bincount(columns.neighbourhood, weights=weight * bool(len(stage.steps)), minlength=1)
    at_site = np.bincount(columns.site, weights=weight, minlength=1)
    units, position = np.unique(columns.unit, return_inverse=True)
    per_unit = np.bincount(position, weights=on_columns, minlength=1)
    ranked = (
        ("count", [(key[1],) for key, _ in counts], activity),
        ("place", [(k,) for k in range(len(placed))], placed),
        ("site", [(k,) for k in range(len(at_site))], at_site),
        ("unit", [(u,) for u in units.tolist()], per_unit),
        ("column", list(zip(columns.unit.tolist(), columns.site.tolist(), strict=True)), on_columns),
    )
    for kind, keys, values in ranked:
        distance = np.abs(values - np.rint(values))
        if len(values) and distance.max() > _WHOLE:
            worst = int(distance.argmax())
            below = int(np.floor(values[worst]))
            most = 1 if kind in {"unit", "column"} else int(size.sum())
            return Cut(kind, keys[worst], 0, below), Cut(kind, keys[worst], below + 1, most)
    return None
