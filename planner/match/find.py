"""The possible pairs of a case."""

import numpy as np

from planner.domain import Case, Pairs
from planner.geo import TravelTimes
from planner.law import Law
from planner.match.arrays import Ints
from planner.match.board import Board, board_of
from planner.match.costs import costs_of
from planner.match.decided import beyond_tests
from planner.match.masks import masks
from planner.match.quality import quality_parts


def find_pairs(case: Case, law: Law, travel: TravelTimes) -> Pairs:
    """Return every possible pair with its hours, minutes, quality and costs, and what rules out the others.

    A pair is possible when it passes every test of ``planner.match.rules`` and no decision forbids it; a pair that
    someone accepted, or that has started, is possible whatever the tests say, and keeps the mask of those it fails.

    Parameters
    ----------
    case
        As ``planner.tables`` hands it over.
    law
        Its version decides eligibility, the longest way and the costs.
    travel
        Minutes for every means of transport that occurs among the candidates.
    """
    board = board_of(case, law, travel)
    candidate, site, broken, common = _possible(board)
    people, places = board.people, board.places
    hours = np.minimum(people.max_hours[candidate], places.hours[places.hours_set[site], 1])
    where = places.neighbourhood[site]
    costs = costs_of(case, law, candidate, site, hours)
    return Pairs(
        candidate=candidate,
        site=site,
        hours=hours,
        minutes=board.minutes[people.transport[candidate], people.home[candidate], where],
        parts=quality_parts(board, candidate, site, hours),
        broken=broken,
        cost_class=costs.cost_class,
        class_costs=costs.class_costs,
        years=costs.years,
        common=common,
        unclear=people.unclear,
    )


def _possible(board: Board) -> tuple[Ints, Ints, Ints, Ints]:
    """Return candidate, site and broken tests of the possible pairs, and per candidate what rules out every site."""
    kept = beyond_tests(board.case)
    candidates, sites, broken = [], [], []
    common = np.zeros(len(board.people), dtype=np.int32)
    for block, against in masks(board):
        last = block.first + len(block.people)
        accepted = kept.within(block.first, last)
        possible = against == 0
        possible[accepted.candidate - block.first, accepted.site] = True
        row, site = np.nonzero(possible)
        candidates.append((row + block.first).astype(np.int32))
        sites.append(site.astype(np.int32))
        broken.append(against[row, site].astype(np.int32))
        if len(block.places):
            common[block.first : last] = np.bitwise_and.reduce(against, axis=1)
    empty = np.zeros(0, dtype=np.int32)
    return (
        np.concatenate((empty, *candidates)),
        np.concatenate((empty, *sites)),
        np.concatenate((empty, *broken)),
        common,
    )
