"""True counts of people by one or more dimensions. Never leaves the service; only what is published of it does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from planner.report.disclosure.dimension import Dimension

Cell = tuple[str, ...]
"""One category per dimension, in the order of the table's dimensions."""


@dataclass(frozen=True)
class Line:
    """A total and the parts it is the sum of, along one dimension: a row or column of the table."""

    total: Cell
    parts: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table of counts that adds up along every dimension.

    Parameters
    ----------
    subject
        Who is counted. Tables with one subject are guarded against subtraction from each other.
    counts
        People by the finest categories; a cell that is not named counts nobody.
    public
        Cells that everybody may know anyway, such as posts that are occupied. They are shown exactly.

    Raises
    ------
    ValueError
        If a count is negative or not of the finest categories, or a public cell is unknown.
    """

    subject: str
    dimensions: tuple[Dimension, ...]
    counts: Mapping[Cell, int]
    public: frozenset[Cell] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        finest = set(self.leaves(self.root))
        if wrong := [cell for cell, count in self.counts.items() if cell not in finest or count < 0]:
            raise ValueError(f"not a count of people by the finest categories: {sorted(wrong)[:3]}")
        if unknown := self.public - set(self.cells):
            raise ValueError(f"public cells that the table does not have: {sorted(unknown)[:3]}")

    @property
    def root(self) -> Cell:
        """The cell of everybody."""
        return tuple(dimension.root for dimension in self.dimensions)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """All cells, totals before their parts along the last dimension."""
        return tuple(product(*(dimension.codes for dimension in self.dimensions)))

    def leaves(self, cell: Cell) -> tuple[Cell, ...]:
        """Return the finest cells that the cell is the sum of."""
        return tuple(product(*(d.leaves[code] for d, code in zip(self.dimensions, cell, strict=True))))

    @cached_property
    def totals(self) -> Mapping[Cell, int]:
        """The true count of every cell."""
        found = dict.fromkeys(self.cells, 0)
        for leaf, count in self.counts.items():
            for cell in product(*(d.paths[code] for d, code in zip(self.dimensions, leaf, strict=True))):
                found[cell] += count
        return found

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every total with its parts, along every dimension."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        for cell in self.cells:
            for at, dimension in enumerate(self.dimensions):
                if parts := dimension.parts[cell[at]]:
                    yield Line(cell, tuple((*cell[:at], part, *cell[at + 1 :]) for part in parts))

    def offered(self, cell: Cell) -> bool:
        """Return whether the cell is shown at all: categories of a sensitive dimension are, for the whole city only."""
        fine = [d for d, code in zip(self.dimensions, cell, strict=True) if code != d.root]
        return len(fine) < 2 or not any(dimension.sensitive for dimension in fine)

    @cached_property
    def finest(self) -> Mapping[Cell, int]:
        """The counts of the finest cells, zeros included."""
        return {leaf: self.counts.get(leaf, 0) for leaf in self.leaves(self.root)}
