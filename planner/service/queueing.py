"""Which proposals of the queue somebody wants to see, and in which order."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.domain import Case
from planner.service.reviewing import QueueRow

TWICE = 2
"""So many proposals to a person were declined."""


class Order(StrEnum):
    """How the queue is sorted; proposals that wait for a decision come first in each."""

    WAITING = "waiting"
    WAY = "way"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What is left of the queue.

    Parameters
    ----------
    boroughs, codes
        People who live, or would work, in one of them; empty: anywhere.
    pairs
        Only these pairs, such as those with a price; ``None``: all.
    twice_declined
        Only people who have declined at least twice.
    """

    boroughs: Collection[str] = ()
    codes: Collection[str] = ()
    pairs: Collection[tuple[str, str]] | None = None
    twice_declined: bool = False
    order: Order = Order.WAITING


def filter_queue(rows: Sequence[QueueRow], case: Case, wanted: QueueFilter) -> tuple[QueueRow, ...]:
    """Return the rows that are wanted, in the order that is wanted."""
    kept = [row for row in rows if _is_wanted(row, case, wanted)]
    if wanted.order is Order.WAY:
        kept.sort(key=lambda row: (not row.open, -row.placement.minutes, row.placement.candidate_id))
    else:
        kept.sort(key=lambda row: (not row.open, row.waiting_since or date.max, row.placement.candidate_id))
    return tuple(kept)


def lies_in(case: Case, code: str, wanted: QueueFilter) -> bool:
    """Return whether a neighbourhood is one of those wanted."""
    if not (wanted.boroughs or wanted.codes):
        return True
    return code in wanted.codes or case.neighbourhood_of[code].borough in wanted.boroughs


def _is_wanted(row: QueueRow, case: Case, wanted: QueueFilter) -> bool:
    place = row.placement
    homes = (case.candidate_of[place.candidate_id].neighbourhood, place.neighbourhood)
    return (
        any(lies_in(case, code, wanted) for code in homes)
        and (wanted.pairs is None or (place.candidate_id, place.site_id) in wanted.pairs)
        and (not wanted.twice_declined or row.declined >= TWICE)
    )
