"""Groups side by side: how far their people come, and which requirement opens the gap between them.

The optimiser knows no groups; whoever belongs to which is read for one run and forgotten. That it is blind is no proof
of fair outcomes: a requirement can weigh on one group more than on others (a proxy). So every requirement is measured.
Everything here follows from counts, true ones or those that disclosure control lets through.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from planner.domain import Case, Reason
from planner.fairness.rates import Rate, adjusted, difference, rate
from planner.fairness.standing import REASONS, Stage, Standing

EVERYBODY = ""
"""The group of all people of a case."""

NOT_STATED = "–"
"""The group of those about whom the file says nothing."""


@dataclass(frozen=True, eq=False)
class Grouping:
    """One column of groups.

    Parameters
    ----------
    column
        Its name in the file.
    names
        The groups that occur, sorted, ``NOT_STATED`` last.
    member
        Shape (people,): position in ``names``.
    """

    column: str
    names: tuple[str, ...]
    member: NDArray[np.int64]

    def sizes(self) -> Mapping[str, int]:
        """Return the number of people by group."""
        found = np.bincount(self.member, minlength=len(self.names)).tolist()
        return dict(zip(self.names, found, strict=True))


def grouping(case: Case, column: str, group_of: Mapping[str, str]) -> Grouping:
    """Return a column of groups for the people of a case.

    Parameters
    ----------
    group_of
        Group by candidate id; people of other cases are passed over.
    """
    named = [group_of.get(one.candidate_id) or NOT_STATED for one in case.candidates]
    names = tuple(sorted(set(named), key=lambda name: (name == NOT_STATED, name)))
    position = {name: at for at, name in enumerate(names)}
    return Grouping(column, names, np.array([position[name] for name in named], dtype=np.int64))


Reached = Mapping[Stage, int | None]
"""People who come at least so far; ``None`` where that may not be known."""


class Measure(StrEnum):
    """A rate by which groups are compared."""

    ELIGIBLE = "eligible"
    FEASIBLE = "feasible"
    PLACED = "placed"
    FEASIBLE_OF_ELIGIBLE = "feasible_of_eligible"
    PLACED_OF_FEASIBLE = "placed_of_feasible"

    @property
    def stages(self) -> tuple[Stage, Stage]:
        """Whose share of whom it is."""
        return _STAGES[self]


_STAGES = {
    Measure.ELIGIBLE: (Stage.ELIGIBLE, Stage.PRESENT),
    Measure.FEASIBLE: (Stage.FEASIBLE, Stage.PRESENT),
    Measure.PLACED: (Stage.PLACED, Stage.PRESENT),
    Measure.FEASIBLE_OF_ELIGIBLE: (Stage.FEASIBLE, Stage.ELIGIBLE),
    Measure.PLACED_OF_FEASIBLE: (Stage.PLACED, Stage.FEASIBLE),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """A rate of a group beside that of everybody else.

    Parameters
    ----------
    p
        Of Fisher's exact test, corrected for the number of groups compared by this measure; ``None`` where one of the
        two rates is not known.
    """

    group: str
    measure: Measure
    found: Rate | None
    others: Rate | None
    p: float | None


@dataclass(frozen=True, slots=True)
class Barrier:
    """What dropping one requirement would change for a group.

    Parameters
    ----------
    found, others
        People without a possible pair who would have one, in the group and outside it.
    p
        As of ``Gap``, corrected for the number of groups.
    """

    group: str
    reason: Reason
    found: Rate
    others: Rate
    p: float | None

    @property
    def closes(self) -> float:
        """By how much the group's rate of people with a possible pair would rise beyond that of the others."""
        return self.found.share - self.others.share


def reached(standing: Standing, groups: Grouping) -> Mapping[str, Reached]:
    """Return the true counts by group, ``EVERYBODY`` among them."""
    found: dict[str, Reached] = {
        name: {stage: int((standing.stage[groups.member == at] >= stage).sum()) for stage in Stage}
        for at, name in enumerate(groups.names)
    }
    found[EVERYBODY] = {stage: int((standing.stage >= stage).sum()) for stage in Stage}
    return found


def opened(standing: Standing, groups: Grouping, reason: Reason) -> Mapping[str, int]:
    """Return by group the people without a possible pair who have one once the requirement is dropped."""
    column = standing.opened[:, REASONS.index(reason)]
    counted = Counter(groups.member[column].tolist())
    found = {name: counted[at] for at, name in enumerate(groups.names)}
    return {**found, EVERYBODY: int(column.sum())}


def gaps(counts: Mapping[str, Reached], least: int = 1) -> tuple[Gap, ...]:
    """Compare every group with everybody else by every measure.

    Parameters
    ----------
    counts
        By group and for ``EVERYBODY``.
    least
        Rates of fewer people are left out.
    """
    names = [name for name in counts if name != EVERYBODY]
    made: list[Gap] = []
    for measure in Measure:
        part, whole = ({name: row[stage] for name, row in counts.items()} for stage in measure.stages)
        found = [_rate(part[name], whole[name], least) for name in names]
        others = [_rate(_others(part, name), _others(whole, name), least) for name in names]
        tests = _tested(list(zip(found, others, strict=True)), len(names))
        made += map(Gap, names, [measure] * len(names), found, others, tests)
    return tuple(made)


def barriers(
    reason: Reason, opened: Mapping[str, int | None], people: Mapping[str, int | None], least: int = 1
) -> tuple[Barrier, ...]:
    """Compare what dropping a requirement opens for every group with what it opens for everybody else.

    Parameters
    ----------
    opened, people
        By group and for ``EVERYBODY``: those for whom it opens a pair, and all.
    least
        Rates of fewer people are left out.
    """
    names = [name for name in people if name != EVERYBODY]
    rows = []
    for name in names:
        found = _rate(opened[name], people[name], least)
        others = _rate(_others(opened, name), _others(people, name), least)
        if found is not None and others is not None:
            rows.append((name, found, others))
    tests = _tested([(found, others) for _, found, others in rows], len(names))
    return tuple(Barrier(name, reason, found, others, p) for (name, found, others), p in zip(rows, tests, strict=True))


def mean_per_mille(cells: NDArray[np.int32], standing: Standing, groups: Grouping) -> Mapping[str, tuple[int, ...]]:
    """Return by group, for each of its people, how many of 1,000 sites a requirement refuses, rounded half up.

    Parameters
    ----------
    cells
        Shape (people,): a column of ``Standing.failing`` or ``Standing.alone``.
    """
    sites = max(1, standing.sites)
    shares = (2000 * cells.astype(np.int64) + sites) // (2 * sites)
    return {name: tuple(shares[groups.member == at].tolist()) for at, name in enumerate(groups.names)}


def weighing(standing: Standing) -> Sequence[Reason]:
    """Return the requirements that refuse anybody anything."""
    return [reason for at, reason in enumerate(REASONS) if standing.failing[:, at].any()]


def _tested(rates: Sequence[tuple[Rate | None, Rate | None]], groups: int) -> tuple[float | None, ...]:
    """Return a p-value per group; between two groups there is but one comparison, so nothing is to be corrected."""
    tests = [difference(one, other) for one, other in rates]
    return tuple(tests) if groups == 2 else adjusted(tests)


def _others(counts: Mapping[str, int | None], name: str) -> int | None:
    """Return the people of all other groups: where there is but one, its own count, which is rounded only once."""
    match [group for group in counts if group not in {EVERYBODY, name}]:
        case [other]:
            return counts[other]
    everybody, group = counts[EVERYBODY], counts[name]
    return None if everybody is None or group is None else max(0, everybody - group)


def _rate(part: int | None, whole: int | None, least: int) -> Rate | None:
    """Return a rate; rounded counts can make a part a little larger than its whole."""
    if part is None or whole is None or whole < least:
        return None
    return rate(min(part, whole), whole)
