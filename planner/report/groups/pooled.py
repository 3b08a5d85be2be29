"""Groups too small to be shown are counted together before anything else is."""

from collections.abc import Mapping

import numpy as np

from planner.fairness import Grouping

OTHERS = "*"
"""The group of all groups that are too small to be shown by themselves."""


def pooled(groups: Grouping, threshold: int) -> Grouping:
    """Return the groups with all those of fewer than ``threshold`` people as one.

    Where even together they are too few, the next smallest group joins them, so that they are a group that may be
    shown. What is left unsaid is how many there are, and who.
    """
    sizes = groups.sizes()
    small = _small(sizes, threshold)
    if not small:
        return groups
    kept = tuple(name for name in groups.names if name not in small)
    names = (*kept, OTHERS)
    position = {name: names.index(OTHERS if name in small else name) for name in groups.names}
    return Grouping(groups.column, names, np.array([position[name] for name in groups.names])[groups.member])


def _small(sizes: Mapping[str, int], threshold: int) -> frozenset[str]:
    rising = sorted(sizes, key=lambda name: (sizes[name], name))
    small = [name for name in rising if sizes[name] < threshold or name == OTHERS]
    left = iter(name for name in rising if name not in small)
    while small and sum(sizes[name] for name in small) < threshold and (more := next(left, None)):
        small.append(more)
    return frozenset(small)
