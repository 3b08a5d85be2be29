"""A part of a search tree, as one tier hands it to the next."""

from dataclasses import dataclass, field, replace

import numpy as np

from planner.solve.cuts import Cut
from planner.solve.stage import Mask

_UNKNOWN = 2**62


@dataclass(frozen=True, order=True)
class Leaf:
    """A part of the tree that is not ruled out.

    Parameters
    ----------
    rank
        Minus the bound, so that a heap gives the most promising leaf first; then the order of making.
    bound
        No plan of the leaf is worth more, in terms of the tier that last looked at it.
    cuts
        Its assumptions.
    columns
        What its plans worth the floor can use; ``None`` means anything.
    """

    rank: tuple[int, int]
    bound: int = field(compare=False)
    cuts: tuple[Cut, ...] = field(compare=False)
    columns: Mask | None = field(compare=False, default=None)

    def unseen(self) -> "Leaf":
        """Return the leaf without its bound, which speaks of the tier before."""
        return replace(self, rank=(-_UNKNOWN, self.rank[1]), bound=_UNKNOWN)

    def of(self, kept: Mask) -> "Leaf":
        """Return the leaf in terms of a stage with only the kept columns."""
        return self if self.columns is None else replace(self, columns=self.columns[kept])


ROOT = Leaf((0, 0), _UNKNOWN, ())


def usable(leaves: tuple[Leaf, ...], columns: int) -> Mask:
    """Return the columns that some leaf can use."""
    if any(leaf.columns is None for leaf in leaves):
        return np.ones(columns, dtype=bool)
    mask = np.zeros(columns, dtype=bool)
    for leaf in leaves:
        mask |= leaf.columns if leaf.columns is not None else True
    return mask
