"""What a node of the search tree assumes: bounds on counts, and only in the last place on a single pair."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from planner.domain.pairs import Ints
from planner.solve.relax import Floats
from planner.solve.stage import Mask, Stage

_WHOLE = 1e-5
_MANY = 2**40


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


_SINGLE = frozenset({"tandem", "unit", "column"})


@dataclass(frozen=True, eq=False)
class Counts:
    """The counts of one kind in a fractional plan: keys and, shape (keys,), values."""

    kind: str
    keys: Sequence[tuple[int, ...]]
    values: Floats

    @property
    def distance(self) -> Floats:
        """Shape (keys,): distance to the next whole number, 0 for what floats cannot tell from it."""
        distance: Floats = np.abs(self.values - np.rint(self.values))
        return np.where(distance > _WHOLE, distance, 0.0)

    def rounded(self, at: int) -> Cut:
        """Return the assumption that a key has the nearest whole value."""
        nearest = int(np.rint(self.values[at]))
        return Cut(self._name, self.keys[at], nearest, nearest)

    def split(self, at: int) -> tuple[Cut, Cut]:
        """Return two assumptions about a key: every plan meets one of them, the fractional plan neither."""
        below = int(np.floor(self.values[at]))
        most = 1 if self.kind in _SINGLE else _MANY
        return Cut(self._name, self.keys[at], 0, below), Cut(self._name, self.keys[at], below + 1, most)

    @property
    def _name(self) -> str:
        return "column" if self.kind == "tandem" else self.kind


def counts_of(stage: Stage, x: Floats) -> dict[str, Counts]:
    """Return what a search may branch on, by kind.

    Counts come first: where money is short, single pairs are substitutes, and assuming one changes nothing. Tandems
    have a kind of their own: half a tandem fills a post that no whole one can.
    """
    columns = stage.columns
    used = np.flatnonzero(x[: len(columns)] > 0)
    share, size = x[used], columns.size[used]
    classes = [(key, row) for key, row in stage.row_of.items() if key[0] == "count"]
    activity = stage.coefficients.by_row[[row for _, row in classes]] @ x if classes else np.zeros(0)
    units, position = np.unique(columns.unit[used], return_inverse=True)
    pairs = list(zip(columns.unit[used].tolist(), columns.site[used].tolist(), strict=True))
    tandems = np.flatnonzero(size > 1)
    # Placements of a neighbourhood are counted by its steps: without them there is nothing to bound.
    places = _summed("place", columns.neighbourhood[used], share * size * bool(len(stage.steps)))
    # Sites of a neighbourhood whose own count is fractional would say the same twice.
    whole = places.distance[columns.neighbourhood[used]] == 0
    per_unit = np.bincount(position, weights=share).astype(np.float64)
    found = (
        Counts("count", [(key[1],) for key, _ in classes], activity),
        Counts("tandem", [pairs[k] for k in tandems], share[tandems]),
        places,
        _summed("site", columns.site[used][whole], (share * size)[whole]),
        Counts("unit", [(u,) for u in units.tolist()], per_unit),
        Counts("column", pairs, share),
    )
    return {counts.kind: counts for counts in found}


def splits_of(stage: Stage, x: Floats) -> dict[str, tuple[Cut, ...]]:
    """Return the two assumptions about the most fractional count of each kind, where any is fractional."""
    return {
        kind: counts.split(int(counts.distance.argmax()))
        for kind, counts in counts_of(stage, x).items()
        if counts.distance.max(initial=0.0) > 0
    }


def _summed(kind: str, group: Ints, weight: Floats) -> Counts:
    total = np.bincount(group, weights=weight).astype(np.float64)
    return Counts(kind, [(k,) for k in range(len(total))], total)


def any_split(stage: Stage) -> dict[str, tuple[Cut, ...]]:
    """Split on some undecided column, where the relaxation is whole but its plan is not allowed."""
    columns = stage.columns
    in_play = np.add.reduceat(stage.alive, stage.unit_start[:-1])
    decided = (in_play == 1) & (stage.row_lo[: stage.people] >= 1)
    undecided = np.flatnonzero(stage.alive & ~np.repeat(decided, np.diff(stage.unit_start)))
    if not len(undecided):
        return {}
    key = (int(columns.unit[undecided[0]]), int(columns.site[undecided[0]]))
    return {"column": (Cut("column", key, 0, 0), Cut("column", key, 1, 1))}
