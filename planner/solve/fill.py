"""A plan in one go: minimum after minimum takes the columns that need least of what is scarce, as long as they fit."""

import numpy as np
import scipy.sparse as sp

from planner.domain.pairs import Ints
from planner.solve.program import FREE
from planner.solve.stage import Mask, Stage

_TRIED = 2000
"""Columns looked at for one minimum; where they are not enough, a search has to look further."""


def fill(stage: Stage, chosen: Mask) -> Mask:
    """Return a choice of columns with others added, for the sake of missed minima, as far as every maximum allows.

    The minima with the fewest columns go first: they have the least choice.

    Parameters
    ----------
    chosen
        Columns that keep every maximum.
    """
    plan = chosen.copy()
    columns = len(stage.columns)
    placed = np.zeros(len(stage.var_lo), dtype=np.int64)
    placed[:columns] = plan
    used = stage.coefficients.by_row @ placed
    room = np.where(stage.row_hi >= FREE, FREE, stage.row_hi - used)
    missed = stage.soft_rows[used[stage.soft_rows] < stage.row_lo[stage.soft_rows]]
    options = {row: _columns(stage, row) for row in missed.tolist()}
    for row in sorted(options, key=lambda r: len(options[r])):
        left = int(stage.row_lo[row]) - int(plan[_columns(stage, row)] @ _terms(stage, row))
        if left <= 0:
            continue
        here = options[row][stage.alive[options[row]] & ~plan[options[row]]]
        part = stage.coefficients.by_variable[here]
        order = np.lexsort((scattered(stage, here), _needs(part, room)))[:_TRIED]
        for k in order.tolist():
            span = slice(part.indptr[k], part.indptr[k + 1])
            rows, amounts = part.indices[span], part.data[span]
            if np.all(amounts <= room[rows]):
                plan[here[k]] = True
                room[rows] -= amounts
                left -= int(amounts[rows == row].sum())
                if left <= 0:
                    break
    return plan


def scattered(stage: Stage, columns: Ints) -> Ints:
    """Return a number per column that puts them in an order without order: neighbours in it share neither person nor
    site, so that the first ones do not all want the same. It is the same on every machine.
    """
    key: Ints = (stage.columns.unit[columns] * 2654435761 + stage.columns.site[columns] * 40503) % 1048573
    return key


def _columns(stage: Stage, row: int) -> Ints:
    matrix = stage.coefficients.by_row
    here = matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]]
    found: Ints = here[here < len(stage.columns)].astype(np.int64)
    return found


def _terms(stage: Stage, row: int) -> Ints:
    matrix = stage.coefficients.by_row
    span = slice(matrix.indptr[row], matrix.indptr[row + 1])
    terms: Ints = matrix.data[span][matrix.indices[span] < len(stage.columns)]
    return terms


def _needs(part: sp.csr_matrix, room: Ints) -> Ints:
    """Return, rounded, the share of what every maximum leaves that each column takes, added up."""
    share = np.where(room >= FREE, 0.0, 1.0 / np.maximum(room, 1))
    needs: Ints = np.rint(1e4 * (part.astype(np.float64) @ share)).astype(np.int64)
    return needs
