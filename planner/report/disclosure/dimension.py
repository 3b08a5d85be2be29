"""One dimension of a table: a tree of categories, from the total down to the finest."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Dimension:
    """Categories by which people are counted, each but the root a part of another one.

    Parameters
    ----------
    name
        What the categories are, such as ``home`` or ``status``.
    root
        The category of everybody.
    parent
        The category that each other one is a part of.
    sensitive
        Crossed with no other dimension: its categories are shown for the whole city only.

    Raises
    ------
    ValueError
        If the root has a parent, or a category does not lead to the root.
    """

    name: str
    root: str
    parent: Mapping[str, str]
    sensitive: bool = False

    def __post_init__(self) -> None:
        if self.root in self.parent:
            raise ValueError(f"the root {self.root!r} of {self.name} is part of another category")
        for code in self.parent:
            self._climb(code)

    def _climb(self, code: str) -> tuple[str, ...]:
        path = [code]
        while path[-1] != self.root:
            above = self.parent.get(path[-1])
            if above is None or above in path:
                raise ValueError(f"{code!r} of {self.name} does not lead to the root {self.root!r}")
            path.append(above)
        return tuple(path)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """All categories, the root first, then as given."""
        return (self.root, *self.parent)

    @cached_property
    def paths(self) -> Mapping[str, tuple[str, ...]]:
        """From each category up to the root, both included."""
        return {code: self._climb(code) for code in self.codes}

    @cached_property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The direct parts of each category; none of a finest one."""
        found: dict[str, list[str]] = {code: [] for code in self.codes}
        for code, above in self.parent.items():
            found[above].append(code)
        return {code: tuple(below) for code, below in found.items()}

    @cached_property
    def leaves(self) -> Mapping[str, tuple[str, ...]]:
        """The finest categories within each category; of a finest one itself."""
        found: dict[str, list[str]] = {code: [] for code in self.codes}
        for code in self.codes:
            if not self.parts[code]:
                for above in self.paths[code]:
                    found[above].append(code)
        return {code: tuple(below) for code, below in found.items()}


def flat(name: str, codes: tuple[str, ...], root: str = "", *, sensitive: bool = False) -> Dimension:
    """Return a dimension of categories directly below the total."""
    return Dimension(name, root, dict.fromkeys(codes, root), sensitive)
