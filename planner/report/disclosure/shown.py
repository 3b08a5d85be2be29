"""What leadership gets to see of a table: signs and rounded counts, nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from planner.report.disclosure.rules import Rules
from planner.report.disclosure.table import Cell


class Sign(StrEnum):
    """How a cell is shown. ``-`` and ``.`` are the signs of Dresden's and Saxony's statistics offices."""

    ROUNDED = "rounded"
    KEPT = "kept"
    EXACT = "exact"
    ZERO = "zero"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell as it is published.

    Parameters
    ----------
    value
        ``None`` where the cell is hidden.
    since
        Of a kept count: which publication of the subject showed it first, counted from 0.
    """

    sign: Sign
    value: int | None = None
    since: int | None = None

    @property
    def text(self) -> str:
        """The count; ``-`` for exactly nobody, ``.`` for a count that is not shown."""
        match self.sign:
            case Sign.HIDDEN:
                return "."
            case Sign.ZERO:
                return "-"
            case _:
                return str(self.value)


HIDDEN = Shown(Sign.HIDDEN)
ZERO = Shown(Sign.ZERO, 0)


@dataclass(frozen=True)
class Published:
    """A table after disclosure control: safe to show, to print and to send.

    Parameters
    ----------
    cells
        Every cell that is offered at all, hidden ones included.
    """

    subject: str
    rules: Rules
    cells: Mapping[Cell, Shown]

    def __getitem__(self, cell: Cell) -> Shown:
        return self.cells.get(cell, HIDDEN)
