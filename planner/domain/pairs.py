"""The possible pairs as columns; a ``Pair`` is a row made on demand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from planner.domain.case import Case
from planner.domain.codes import Payer, Reason, reasons_of

Ints = NDArray[np.int64]

QUALITY_PARTS = ("field", "neighbourhood", "near_home", "limit", "waiting", "hours")
"""The six parts of a pair's quality, in the order of ``Pairs.parts``."""

PAYERS = tuple(Payer)
"""The order of the last axis of ``Pairs.class_costs``."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Candidate × site that breaks no rule, or that a person accepted all the same."""

    candidate_id: str
    site_id: str
    hours: Decimal
    minutes: int
    quality: int
    parts: Mapping[str, int]
    broken: tuple[Reason, ...]
    costs: Mapping[tuple[int, Payer], int]


@dataclass(frozen=True, eq=False)
class Pairs:
    """All possible pairs of a case, sorted by candidate and site.

    Parameters
    ----------
    candidate, site
        Shape (pairs,): positions in ``case.candidates`` and ``case.sites``.
    hours
        Shape (pairs,): agreed weekly hours in hundredths.
    minutes
        Shape (pairs,): one way.
    parts
        Shape (pairs, 6): the parts of the quality, ``QUALITY_PARTS``.
    broken
        Shape (pairs,): mask of the tests that fail, 0 but for pairs someone accepted or that have started.
    cost_class, class_costs, years
        Shape (pairs,) and (classes, years, payers), cents: what a placement costs per calendar year and payer. Years
        are in ``years``, payers in ``PAYERS``.
    common
        Shape (candidates,): mask of the reasons that rule out every site for a candidate.
    unclear
        Shape (candidates,): whether the person's eligibility cannot be decided from the data.
    """

    candidate: NDArray[np.int32]
    site: NDArray[np.int32]
    hours: NDArray[np.int32]
    minutes: NDArray[np.int32]
    parts: NDArray[np.int8]
    broken: NDArray[np.int32]
    cost_class: NDArray[np.int32]
    class_costs: NDArray[np.int64]
    years: tuple[int, ...]
    common: NDArray[np.int32]
    unclear: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.candidate)

    @cached_property
    def quality(self) -> Ints:
        """Shape (pairs,): 0 to 100, the sum of the parts."""
        total: Ints = self.parts.sum(axis=1, dtype=np.int64)
        return total

    def cost(self, payer: Payer, year: int) -> Ints:
        """Return shape (pairs,): cents of one payer in one calendar year, 0 in years without costs."""
        if year not in self.years:
            return np.zeros(len(self), dtype=np.int64)
        cents = self.class_costs[:, self.years.index(year), PAYERS.index(payer)]
        column: Ints = np.asarray(cents[self.cost_class], dtype=np.int64)
        return column

    def subset(self, kept: NDArray[np.bool_]) -> "Pairs":
        """Return the kept pairs, shape (pairs,); what is known of each candidate stays."""
        return replace(
            self,
            candidate=self.candidate[kept],
            site=self.site[kept],
            hours=self.hours[kept],
            minutes=self.minutes[kept],
            parts=self.parts[kept],
            broken=self.broken[kept],
            cost_class=self.cost_class[kept],
        )

    def row(self, case: Case, position: int) -> Pair:
        """Return one pair as a value."""
        costs = self.class_costs[self.cost_class[position]]
        parts = self.parts[position].tolist()
        return Pair(
            candidate_id=case.candidates[self.candidate[position]].candidate_id,
            site_id=case.sites[self.site[position]].site_id,
            hours=Decimal(int(self.hours[position])) / 100,
            minutes=int(self.minutes[position]),
            quality=sum(parts),
            parts=dict(zip(QUALITY_PARTS, parts, strict=True)),
            broken=reasons_of(int(self.broken[position])),
            costs={
                (year, payer): int(costs[y, p])
                for y, year in enumerate(self.years)
                for p, payer in enumerate(PAYERS)
                if costs[y, p]
            },
        )
