"""The rules that a planner can change, as a stage that may miss every minimum: its best plan misses none, or none can.

All that is never negotiable is that everyone works at one site at most. Without a minimum the empty plan keeps every
rule, so what a set of rules asks of a plan are its minima, and only columns that serve one of them matter: all other
rules are maxima, which no plan breaks by leaving somebody out.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np
import scipy.sparse as sp

from planner.domain import FIXED, Conflict, Tier
from planner.domain.pairs import Ints
from planner.solve.program import FREE, Program
from planner.solve.stage import Coefficients, Mask, Stage

_PREFERENCE = ("site_posts", "budget", "posts", "max_changes", "limit", "pin", "accepted", "started")
"""In which order rules are let go: those that a planner would rather keep, first, so that the others are named."""


DECISIONS = frozenset(kind.value for kind in FIXED)
"""Rules that hold or not: they cannot give way by an amount."""

_MOST = 0.7
"""To leave columns out costs about as much as to ask twice about all; it pays only where many rules have gone."""


@dataclass(frozen=True)
class Named:
    """A rule that can be changed.

    Parameters
    ----------
    row
        Its row in the program.
    at
        Its row in the stage of the demands, counted from behind the rows of the units.
    """

    row: int
    at: int
    what: Conflict


@dataclass(frozen=True, eq=False)
class Demands:
    """All changeable rules of a program.

    Parameters
    ----------
    stage
        Rows of units, then the rules, each minimum with a variable for what is missed, which is to be small in all.
    named
        The rules, in the order in which they are let go.
    """

    stage: Stage
    named: tuple[Named, ...]

    @property
    def anything(self) -> bool:
        """Whether some minimum asks for a placement."""
        return len(self.stage.soft_rows) > 0

    def under(self, kept: Collection[Named], wanted: Collection[Named] = ()) -> Stage:
        """Return the stage in which only some of the rules hold, with the columns that serve their minima in play.

        Parameters
        ----------
        wanted
            Rules that do not hold but whose columns are in play, too.
        """
        stage = self.stage
        holds = np.ones(len(stage.row_lo), dtype=bool)
        holds[[stage.people + n.at for n in self.named]] = False
        holds[[stage.people + n.at for n in kept]] = True
        row_lo, row_hi = np.where(holds, stage.row_lo, -FREE), np.where(holds, stage.row_hi, FREE)
        holds[[stage.people + n.at for n in wanted]] = True
        var_hi = stage.var_hi.copy()
        var_hi[: len(stage.columns)][~_serving(stage, np.where(holds, stage.row_lo, -FREE))] = 0
        return replace(stage, row_lo=row_lo, row_hi=row_hi, var_hi=var_hi)

    def narrowed(self, kept: Collection[Named], taken: Mask) -> tuple["Demands", Mask]:
        """Return the demands of some of the rules alone, with only the columns that can make a difference to them.

        Parameters
        ----------
        taken
            Some columns, returned as those of the narrower stage.
        """
        stage, rows = self.under(kept), {n.row for n in kept}
        named = tuple(n for n in self.named if n.row in rows)
        if len(named) > _MOST * len(self.named):
            return Demands(stage, named), taken
        different = _different(stage)
        return Demands(stage.shrunk(different), named), taken[different]

    def without(self, named: Named) -> "Demands":
        """Return the demands in which a rule does not hold any more."""
        stage = self.under(tuple(n for n in self.named if n.row != named.row), wanted=self.named)
        return Demands(stage, tuple(n for n in self.named if n.row != named.row))

    def eased(self, named: Named, amount: int) -> "Demands":
        """Return the demands in which a rule has given way by an amount, or is gone where it can only go."""
        row = self.stage.people + named.at
        row_lo, row_hi = self.stage.row_lo.copy(), self.stage.row_hi.copy()
        if named.what.rule in DECISIONS:
            return self.without(named)
        if row_hi[row] < FREE:
            row_hi[row] += amount
        else:
            row_lo[row] -= amount
        return Demands(replace(self.stage, row_lo=row_lo, row_hi=row_hi), self.named)


def demands(program: Program) -> Demands:
    """Return the demands of a program: its rules but for soft limits and steps, which follow from the rest.

    The steps of a neighbourhood end at its posts, so with their rows the posts would be kept without being named.
    """
    first = program.blocks["people"].number
    used, named, row_of = _rules(program)
    lo = program.row_lo[used]
    minima = np.flatnonzero(lo > 0)
    serving = np.zeros(program.variables, dtype=bool)
    serving[program.matrix[used[minima]].indices] = True
    serving = serving[: len(program.columns)]
    terms = program.matrix[:, np.flatnonzero(serving)].tocsr()
    units = np.flatnonzero(np.diff(terms.indptr[: first + 1]))
    rows = np.concatenate([units, used])
    start = len(units)
    missing = sp.csr_matrix((np.ones(len(minima)), (start + minima, np.arange(len(minima)))), (len(rows), len(minima)))
    columns = int(serving.sum())
    stage = Stage(
        columns=program.columns.subset(serving),
        tier=Tier.SHORTAGE,
        objectives={},
        objective=np.concatenate([np.zeros(columns), -np.ones(len(minima))]).astype(np.int64),
        coefficients=Coefficients(sp.hstack([terms[rows], missing], format="csr", dtype=np.int64)),
        row_lo=program.row_lo[rows],
        row_hi=program.row_hi[rows],
        var_lo=np.zeros(columns + len(minima), dtype=np.int64),
        var_hi=np.concatenate([np.ones(columns, dtype=np.int64), lo[minima]]),
        steps=np.zeros(0, dtype=np.int64),
        soft_rows=start + minima,
        keys=("",) * len(used),
        row_of={key: start + at for key, at in row_of.items()},
    )
    return Demands(stage, named)


def _rules(program: Program) -> tuple[Ints, tuple[Named, ...], dict[tuple[str, int], int]]:
    """Return the program's rows of rules, the rules, and where the rows that a search may branch on stand."""
    used: list[int] = []
    named: list[Named] = []
    row_of: dict[tuple[str, int], int] = {}
    shift = 0
    for name, block in program.blocks.items():
        here = range(len(used), len(used) + block.number)
        if block.describe is not None:
            named += [Named(shift + r, at, block.describe(r)) for r, at in enumerate(here)]
        if name == "site posts":
            row_of.update(
                {("site", s): at for s, at in zip(np.unique(program.columns.site).tolist(), here, strict=True)}
            )
        elif name == "cost classes":
            row_of.update({("count", r): at for r, at in enumerate(here)})
        if block.describe is not None or name == "cost classes":
            used += range(shift, shift + block.number)
        shift += block.number
    ordered = sorted(named, key=lambda n: _PREFERENCE.index(n.what.rule))
    return np.array(used, dtype=np.int64), tuple(ordered), row_of


def _serving(stage: Stage, row_lo: Ints) -> Mask:
    """Return the columns that count for a minimum."""
    minima = np.arange(stage.people, len(row_lo))[row_lo[stage.people :] > 0]
    serving = np.zeros(len(stage.var_lo), dtype=bool)
    serving[stage.coefficients.by_row[minima].indices] = True
    mask: Mask = serving[: len(stage.columns)]
    return mask


def _different(stage: Stage) -> Mask:
    """Return columns in play, without those of a unit that count alike for every row with a bound.

    Where rules are few, most of the sites of a person are substitutes for each other. Equal columns are found by a
    fingerprint and compared in full before one is left out.
    """
    binding = np.flatnonzero(stage.binding)
    binding = binding[binding >= stage.people]
    columns = np.flatnonzero(stage.alive)
    terms = stage.coefficients.by_row[binding][:, columns].T.tocsr()
    weight = np.random.default_rng(1).integers(1, 2**62, len(binding)) | 1
    print_of = (terms.astype(np.uint64) @ weight.astype(np.uint64)).astype(np.uint64)
    order = np.lexsort((print_of, stage.columns.unit[columns]))
    unit, mark = stage.columns.unit[columns][order], print_of[order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (unit[1:] != unit[:-1]) | (mark[1:] != mark[:-1])
    first = order[np.flatnonzero(new)[np.cumsum(new) - 1]]
    unlike = np.diff((terms[order] != terms[first]).indptr) > 0
    kept = np.zeros(len(stage.columns), dtype=bool)
    kept[columns[order[new | unlike]]] = True
    return kept
