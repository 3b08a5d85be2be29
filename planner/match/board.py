"""Everybody and every place of a case as columns, and the blocks in which the tests go through them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from planner.domain import Case, Transport
from planner.geo import TravelTimes
from planner.law import Law, commute_cap
from planner.match.arrays import Ints
from planner.match.people import TRANSPORT_ROW, People, people_of
from planner.match.places import Places, places_of
from planner.match.vocabulary import Vocabulary, vocabulary

BLOCK_CELLS = 1 << 19
"""Cells tested at once: the working set stays in the processor's cache, and memory does not grow with the case."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some candidates × all sites: what a test sees.

    Parameters
    ----------
    first
        Position of the block's first candidate in ``case.candidates``.
    people, places
        The columns; ``people`` only of this block.
    start
        Ordinal of the scenario's start.
    unclear_is_eligible
        Whether the scenario plans people whose eligibility is unclear.
    minutes
        Shape (transports, neighbourhoods, neighbourhoods): from home to site.
    legal_cap
        Minutes one way that may be demanded, by agreed hours in hundredths.
    """

    first: int
    people: People
    places: Places
    start: int
    unclear_is_eligible: bool
    minutes: Ints
    legal_cap: Ints


@dataclass(frozen=True, slots=True)
class Board:
    """All candidates × all sites of a case, as columns."""

    case: Case
    words: Vocabulary
    people: People
    places: Places
    minutes: Ints
    legal_cap: Ints

    def blocks(self) -> Iterator[Block]:
        """Yield the candidates in order, so many at a time that a block has about ``BLOCK_CELLS`` cells."""
        step = max(1, BLOCK_CELLS // max(1, len(self.places)))
        for first in range(0, len(self.people), step):
            yield Block(
                first=first,
                people=self.people.rows(first, first + step),
                places=self.places,
                start=self.case.scenario.start.toordinal(),
                unclear_is_eligible=self.case.scenario.unclear_is_eligible,
                minutes=self.minutes,
                legal_cap=self.legal_cap,
            )


def board_of(case: Case, law: Law, travel: TravelTimes) -> Board:
    """Return the columns of a case."""
    words = vocabulary(case)
    people = people_of(case, law, words)
    places = places_of(case, words)
    return Board(case, words, people, places, _minutes(case, travel), _legal_cap(case, law, people, places))


def _minutes(case: Case, travel: TravelTimes) -> Ints:
    """Stack the matrices of the means of transport; one that nobody uses stays 0."""
    size = len(case.neighbourhoods)
    stack = np.zeros((len(Transport), size, size), dtype=np.int32)
    for transport, matrix in travel.minutes.items():
        stack[TRANSPORT_ROW[transport]] = matrix
    return stack


def _legal_cap(case: Case, law: Law, people: People, places: Places) -> Ints:
    """Ask the law once for each number of hours that can be agreed on: somebody's or some site's most."""
    most = np.unique(np.concatenate((people.max_hours, places.hours[:, 1])))
    caps = np.zeros(int(most.max(initial=0)) + 1, dtype=np.int32)
    for value in most.tolist():
        caps[value] = commute_cap(law, Decimal(value) / 100, case.scenario.start)
    return caps
