"""Whose place somebody else could claim: who waits longer and would do better at a post that another person got."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from planner.domain import Case, Pairs, Plan
from planner.domain.pairs import Ints

_NO_WAIT = date.max.toordinal()
"""A blank ``waiting_since``: nobody knows of a wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envy:
    """One person and one post that somebody else holds.

    Parameters
    ----------
    candidate_id, site_id
        Who could claim the post; the pair is possible.
    holder_id
        Who has it in the plan.
    quality, holder_quality
        Of the two people at this site; the first is higher.
    own_site, own_quality
        Where the person is in the plan, with a lower quality; ``None`` without a placement.
    since, holder_since
        Since when the two wait; the first day is earlier. The holder's may be blank; both are where they are withheld.
    """

    candidate_id: str
    site_id: str
    holder_id: str
    quality: int
    holder_quality: int
    own_site: str | None
    own_quality: int | None
    since: date | None
    holder_since: date | None

    @property
    def better(self) -> int:
        """How much higher the person's quality is than the holder's."""
        return self.quality - self.holder_quality


@dataclass(frozen=True, eq=False)
class _Held:
    """The placements of a plan as columns, sorted by site: positions of holder and site, quality of their pair."""

    holder: Ints
    site: Ints
    quality: Ints


def envies(case: Case, pairs: Pairs, plan: Plan) -> tuple[Envy, ...]:
    """Return every case of envy: longer wait and higher quality than the one who got the post.

    The person is unplaced, or placed with a lower quality than they would have there. People of whom no wait is known
    claim nothing; a holder of whom none is known counts as having waited least.

    Returns
    -------
    tuple of Envy
        Who waits longest first, then by how much better they would do, then by ids.
    """
    held = _held(case, pairs, plan)
    if not len(held.site):
        return ()
    own_site, own_quality = _own(case, held)
    since = np.array([_ordinal(one.waiting_since) for one in case.candidates], dtype=np.int64)
    pair, place = _claims(pairs, held, own_site, own_quality, since, len(case.sites))
    order = np.lexsort(
        (
            held.holder[place],
            pairs.site[pair],
            pairs.candidate[pair],
            held.quality[place] - pairs.quality[pair],
            since[pairs.candidate[pair]],
        )
    )
    return tuple(
        _envy(case, pairs, held, p, h) for p, h in zip(pair[order].tolist(), place[order].tolist(), strict=True)
    )


def _held(case: Case, pairs: Pairs, plan: Plan) -> _Held:
    """Find the placements among the pairs; all of a checked plan's are there."""
    rows = [(case.candidate_position[p.candidate_id], case.site_position[p.site_id]) for p in plan.placements]
    table = np.array(rows, dtype=np.int64).reshape(-1, 2)
    keys = pairs.candidate.astype(np.int64) * len(case.sites) + pairs.site
    at = np.searchsorted(keys, table[:, 0] * len(case.sites) + table[:, 1])
    order = np.argsort(table[:, 1], kind="stable")
    return _Held(table[order, 0], table[order, 1], pairs.quality[at[order]])


def _own(case: Case, held: _Held) -> tuple[Ints, Ints]:
    """Return shape (candidates,): everybody's site and quality in the plan, −1 without one."""
    site = np.full(len(case.candidates), -1, dtype=np.int64)
    quality = site.copy()
    site[held.holder], quality[held.holder] = held.site, held.quality
    return site, quality


def _claims(
    pairs: Pairs, held: _Held, own_site: Ints, own_quality: Ints, since: Ints, sites: int
) -> tuple[NDArray[np.intp], Ints]:
    """Return positions of pairs and of placements that belong together as envy.

    Every pair is first held against the weakest holder of its site, so that few are left to be held against each.
    """
    weakest, latest = np.full(sites, 101, dtype=np.int64), np.full(sites, -1, dtype=np.int64)
    np.minimum.at(weakest, held.site, held.quality)
    np.maximum.at(latest, held.site, since[held.holder])
    wait = since[pairs.candidate]
    left = np.flatnonzero(
        (wait != _NO_WAIT)
        & (own_site[pairs.candidate] != pairs.site)
        & (pairs.quality > own_quality[pairs.candidate])
        & (pairs.quality > weakest[pairs.site])
        & (wait < latest[pairs.site])
    )
    first, last = (np.searchsorted(held.site, pairs.site[left], side) for side in ("left", "right"))
    number = last - first
    pair = np.repeat(left, number)
    place = np.arange(number.sum()) - np.repeat(np.cumsum(number) - number, number) + np.repeat(first, number)
    found = (pairs.quality[pair] > held.quality[place]) & (since[pairs.candidate[pair]] < since[held.holder[place]])
    return pair[found], place[found]


def _envy(case: Case, pairs: Pairs, held: _Held, pair: int, place: int) -> Envy:
    person, holder = case.candidates[pairs.candidate[pair]], case.candidates[held.holder[place]]
    own = np.flatnonzero(held.holder == pairs.candidate[pair])
    return Envy(
        candidate_id=person.candidate_id,
        site_id=case.sites[pairs.site[pair]].site_id,
        holder_id=holder.candidate_id,
        quality=int(pairs.quality[pair]),
        holder_quality=int(held.quality[place]),
        own_site=case.sites[held.site[own[0]]].site_id if len(own) else None,
        own_quality=int(held.quality[own[0]]) if len(own) else None,
        since=person.waiting_since,
        holder_since=holder.waiting_since,
    )


def _ordinal(day: date | None) -> int:
    return _NO_WAIT if day is None else day.toordinal()
