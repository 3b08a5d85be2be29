"""Which columns an exact search looks at: all that can reach a value, if they are few; else the most promising."""

from dataclasses import dataclass

import numpy as np

from planner.domain.pairs import Ints
from planner.solve.price import Priced
from planner.solve.stage import Mask, Stage

_USED = 1e-6
"""From this share on, the relaxation counts as using a column."""


@dataclass(frozen=True, eq=False)
class Window:
    """A set of columns and what it covers.

    Parameters
    ----------
    mask
        The columns.
    covers
        Every plan worth at least this uses columns of the window only; ``None`` where the window is a mere selection.
    """

    mask: Mask
    covers: int | None


def choose(stage: Stage, priced: Priced, size: int, wanted: int | None, keep: Mask | None) -> Window:
    """Return a window of about ``size`` columns.

    Parameters
    ----------
    wanted
        The value just above the best plan known: a window that covers it settles the tier.
    keep
        Columns that belong to it in any case, such as the best plan known.
    """
    proven = priced.bound
    alive = int(stage.alive.sum())
    if alive <= size:
        return Window(stage.alive, _reached_by_all(stage, priced))
    kept = np.zeros_like(stage.alive) if keep is None else keep
    if wanted is not None:
        reaching = stage.alive & proven.reaching(wanted)
        if reaching.sum() <= size:
            return Window(reaching | kept, wanted)
    losses = np.partition(proven.loss[stage.alive], size - 1)
    covers = -((int(losses[size - 1]) - proven.total) >> proven.shift)
    if covers <= proven.value:
        reaching = stage.alive & proven.reaching(covers)
        if reaching.sum() <= 2 * size:
            return Window(reaching | kept, covers)
    return Window(_promising(stage, priced, size) | kept, None)


def _reached_by_all(stage: Stage, priced: Priced) -> int:
    """Return a value that every plan reaches: with all columns in it, a window covers everything."""
    return min(priced.bound.value, 0) - int(np.abs(stage.objective).sum())


def _promising(stage: Stage, priced: Priced, size: int) -> Mask:
    """Return the columns that the relaxation uses, then those with the smallest loss, the better ones among equals."""
    columns = stage.columns
    unused = np.ones(len(columns), dtype=bool)
    if priced.relaxed is not None:
        unused = priced.relaxed.x[: len(columns)] < _USED
    worth: Ints = 4 * columns.quality - columns.minutes
    order = np.lexsort((-worth, ~priced.taken, priced.bound.loss, unused))
    mask = np.zeros(len(columns), dtype=bool)
    mask[order[:size]] = True
    return mask & stage.alive
