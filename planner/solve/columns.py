"""The columns of the program: who can start where. A tandem is one column, so it is split by construction never.

A *unit* is a candidate without a tandem, or all candidates with one mark. A column is a unit at a site where every
member has a possible pair. All amounts of a column are sums over its members.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from planner.domain import Case, Pairs, Payer
from planner.domain.pairs import Ints
from planner.solve.lot import lot


@dataclass(frozen=True, eq=False)
class Columns:
    """Columns sorted by unit and site, with their amounts.

    Parameters
    ----------
    case, pairs
        What they were made from.
    unit
        Shape (columns,): number of the unit, rising.
    site
        Shape (columns,): position in ``case.sites``.
    member_start, members
        Positions in ``pairs`` of the members of column c: ``members[member_start[c]:member_start[c + 1]]``.
    unit_of_candidate
        Shape (candidates,): the unit of each candidate.
    """

    case: Case
    pairs: Pairs
    unit: NDArray[np.int64]
    site: NDArray[np.int64]
    member_start: NDArray[np.int64]
    members: NDArray[np.int64]
    unit_of_candidate: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.unit)

    def total(self, per_pair: Ints) -> Ints:
        """Return shape (columns,): the sum of a pair column over the members of each column."""
        if len(self.members) == len(self):
            return per_pair[self.members].astype(np.int64)
        summed: Ints = np.add.reduceat(per_pair.astype(np.int64)[self.members], self.member_start[:-1])
        return summed

    @cached_property
    def size(self) -> Ints:
        """Shape (columns,): number of people."""
        sizes: Ints = np.diff(self.member_start)
        return sizes

    @cached_property
    def quality(self) -> Ints:
        """Shape (columns,): summed quality."""
        return self.total(self.pairs.quality)

    @cached_property
    def minutes(self) -> Ints:
        """Shape (columns,): summed minutes one way."""
        return self.total(self.pairs.minutes.astype(np.int64))

    @cached_property
    def kept(self) -> Ints:
        """Shape (columns,): how many placements of the previous plan the column keeps."""
        return self.total(pairs_mask(self.pairs, self.case, set(self.case.previous_plan)).astype(np.int64))

    def lot(self, wanted: NDArray[np.bool_]) -> Ints:
        """Return shape (columns,): the summed lots of the wanted columns, 0 for the others.

        Drawn late and only for what is still in question, because hashing every pair of a large case takes longer
        than solving it.
        """
        drawn = np.zeros(len(self), dtype=np.int64)
        seed = self.case.scenario.tiers.seed
        for column in np.flatnonzero(wanted).tolist():
            site_id = self.case.sites[self.site[column]].site_id
            for pair in self.members[self.member_start[column] : self.member_start[column + 1]].tolist():
                candidate = self.case.candidates[self.pairs.candidate[pair]]
                drawn[column] += lot(seed, candidate.candidate_id, site_id)
        return drawn

    def cost(self, payer: Payer, year: int) -> Ints:
        """Return shape (columns,): cents of one payer in one calendar year."""
        return self.total(self.pairs.cost(payer, year))

    @cached_property
    def neighbourhood(self) -> NDArray[np.int64]:
        """Shape (columns,): position of the site's neighbourhood in ``case.neighbourhoods``."""
        position = {n.code: k for k, n in enumerate(self.case.neighbourhoods)}
        of_site = np.array([position[s.neighbourhood] for s in self.case.sites], dtype=np.int64)
        found: NDArray[np.int64] = of_site[self.site] if len(self) else np.zeros(0, dtype=np.int64)
        return found

    def subset(self, kept: NDArray[np.bool_]) -> "Columns":
        """Return the kept columns."""
        sizes = self.size[kept]
        return replace(
            self,
            unit=self.unit[kept],
            site=self.site[kept],
            member_start=np.concatenate(([0], np.cumsum(sizes))).astype(np.int64),
            members=self.members[np.repeat(kept, self.size)],
        )

    def holding(self, pairs: Ints) -> NDArray[np.bool_]:
        """Return shape (columns,): the columns with one of these positions in ``pairs`` among their members."""
        found = np.zeros(len(self), dtype=bool)
        found[np.searchsorted(self.member_start, np.flatnonzero(np.isin(self.members, pairs)), "right") - 1] = True
        return found

    def at(self, unit: int, site: int) -> int | None:
        """Return the column of a unit at a site, or ``None`` where there is none."""
        first, last = np.searchsorted(self.unit, [unit, unit + 1])
        found = int(first) + int(np.searchsorted(self.site[first:last], site))
        return found if found < last and self.site[found] == site else None


def pairs_mask(pairs: Pairs, case: Case, wanted: set[tuple[str, str]]) -> NDArray[np.bool_]:
    """Return shape (pairs,): whether the pair of candidate id and site id is among the wanted."""
    mask = np.zeros(len(pairs), dtype=bool)
    for candidate_id, site_id in wanted:
        position = pair_position(pairs, case, candidate_id, site_id)
        if position is not None:
            mask[position] = True
    return mask


def pair_position(pairs: Pairs, case: Case, candidate_id: str, site_id: str) -> int | None:
    """Return the position of a pair, or ``None`` where it is not possible."""
    candidate, site = case.candidate_position.get(candidate_id), case.site_position.get(site_id)
    if candidate is None or site is None:
        return None
    # Numbers of another type than the column's would have it copied at every call.
    first, last = np.searchsorted(pairs.candidate, np.array([candidate, candidate + 1], dtype=pairs.candidate.dtype))
    offset = int(np.searchsorted(pairs.site[first:last], pairs.site.dtype.type(site)))
    found = int(first) + offset
    return found if found < last and pairs.site[found] == site else None


def make_columns(case: Case, pairs: Pairs) -> Columns:
    """Merge the pairs of tandems and return the columns."""
    unit_of_candidate = _units(case)
    unit = unit_of_candidate[pairs.candidate] if len(pairs) else np.zeros(0, dtype=np.int64)
    order = np.lexsort((pairs.candidate, pairs.site, unit))
    unit, site = unit[order], pairs.site[order].astype(np.int64)
    first = np.ones(len(unit), dtype=bool)
    first[1:] = (unit[1:] != unit[:-1]) | (site[1:] != site[:-1])
    start = np.append(np.flatnonzero(first), len(unit))
    whole = np.diff(start) == np.bincount(unit_of_candidate, minlength=1)[unit[start[:-1]]]
    kept = np.repeat(whole, np.diff(start))
    members = order[kept]
    sizes = np.diff(start)[whole]
    return Columns(
        case=case,
        pairs=pairs,
        unit=unit[start[:-1]][whole],
        site=site[start[:-1]][whole],
        member_start=np.concatenate(([0], np.cumsum(sizes))).astype(np.int64),
        members=members.astype(np.int64),
        unit_of_candidate=unit_of_candidate,
    )


def _units(case: Case) -> NDArray[np.int64]:
    """Number the units in the order of their first member."""
    number: dict[tuple[str, str], int] = {}
    units = [
        number.setdefault(("tandem", c.tandem) if c.tandem else ("single", c.candidate_id), len(number))
        for c in case.candidates
    ]
    return np.array(units, dtype=np.int64)
