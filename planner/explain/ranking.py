"""All sites of one person, or all people for some sites, by price: at once for all, exactly for the best."""

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from planner.domain import Tier
from planner.domain.pairs import Ints
from planner.explain.price import Preview, Price, exact_of, require_known
from planner.progress import Stop, never
from planner.solve import Losses, Workbench


@dataclass(frozen=True, slots=True)
class Ranked:
    """A possible pair in a ranking, with its own facts."""

    price: Price
    quality: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """Possible pairs, cheapest first: those solved exactly, then the others by their preview.

    Parameters
    ----------
    pairs
        The first ones.
    possible
        How many there are in all.
    complete
        Whether it is proven that no pair beyond those solved exactly is cheaper than they are.
    """

    pairs: tuple[Ranked, ...]
    possible: int
    complete: bool


def sites_of(
    bench: Workbench,
    candidate_id: str,
    *,
    exact: int = 3,
    upto: Tier | None = None,
    most: int | None = None,
    time_limit: float | None = None,
    stop: Stop = never,
) -> Ranking:
    """Return all possible sites of one person, ranked by price.

    Parameters
    ----------
    exact
        How many of the best to solve exactly, besides the person's own placement.
    upto
        The last tier to settle exactly.
    most
        How many to return; ``None`` returns all.

    Raises
    ------
    InputError
        ``prices.unknown_candidate``.
    """
    require_known(bench.case, candidate_id)
    position = bench.case.candidate_position[candidate_id]
    own = np.array([position, position + 1], dtype=bench.pairs.candidate.dtype)
    first, last = np.searchsorted(bench.pairs.candidate, own)
    return _ranked(bench, np.arange(first, last, dtype=np.int64), exact, upto, most, time_limit, stop)


def people_for(
    bench: Workbench,
    site_ids: Collection[str],
    *,
    exact: int = 3,
    upto: Tier | None = None,
    most: int | None = 20,
    time_limit: float | None = None,
    stop: Stop = never,
) -> Ranking:
    """Return the people for some sites, such as those of a quarter, ranked by price, each at the cheapest of them.

    Raises
    ------
    InputError
        ``prices.unknown_site``.
    """
    for site_id in site_ids:
        require_known(bench.case, site_id=site_id)
    wanted = [bench.case.site_position[site_id] for site_id in site_ids]
    positions = np.flatnonzero(np.isin(bench.pairs.site, wanted)).astype(np.int64)
    ordered = _in_order(bench, bench.losses(), positions)
    _, earliest = np.unique(bench.pairs.candidate[ordered], return_index=True)
    return _ranked(bench, ordered[np.sort(earliest)], exact, upto, most, time_limit, stop)


def _in_order(bench: Workbench, losses: Losses, positions: Ints) -> Ints:
    """Return the possible ones of some pairs: placements of the plan, then the cheapest by preview.

    Among equals the better fit and the shorter way come first.
    """
    here = positions[losses.possible[positions]]
    facts = (bench.pairs.minutes[here], -bench.pairs.quality[here])
    return here[np.lexsort((*facts, losses.least[here], -losses.worsened[here], ~bench.placed[here]))]


def _ranked(
    bench: Workbench,
    positions: Ints,
    exact: int,
    upto: Tier | None,
    most: int | None,
    time_limit: float | None,
    stop: Stop,
) -> Ranking:
    losses = bench.losses()
    ordered = _in_order(bench, losses, positions)
    shown = ordered if most is None else ordered[: max(most, exact + 1)]
    rows = [_row(bench, losses, int(position)) for position in shown]
    own = [_solved(bench, row, upto, time_limit, stop) for row in rows if row.price.placed]
    others = [row for row in rows if not row.price.placed]
    solved = [_solved(bench, row, upto, time_limit, stop) for row in others[:exact]]
    best = sorted([*own, *solved], key=lambda row: _loss_vector(row.price))
    rest = others[exact:]
    complete = not rest or (bool(best) and _loss_vector(best[-1].price) < _least_vector(bench, rest[0].price))
    return Ranking((*best, *rest), len(ordered), complete)


def _row(bench: Workbench, losses: Losses, position: int) -> Ranked:
    case, pairs = bench.case, bench.pairs
    candidate_id = case.candidates[pairs.candidate[position]].candidate_id
    site_id = case.sites[pairs.site[position]].site_id
    tier = losses.tiers[losses.worsened[position]]
    found = Preview(None if tier is Tier.LOT else tier, int(losses.least[position]))
    price = Price(candidate_id, site_id, bool(bench.placed[position]), (), found)
    return Ranked(price, int(pairs.quality[position]), int(pairs.minutes[position]))


def _solved(bench: Workbench, row: Ranked, upto: Tier | None, time_limit: float | None, stop: Stop) -> Ranked:
    found = exact_of(bench, row.price.candidate_id, row.price.site_id, upto, time_limit, stop)
    return replace(row, price=replace(row.price, exact=found))


def _loss_vector(price: Price) -> tuple[float, ...]:
    """Return the losses above the lot in solving order; what no plan can have costs more than anything."""
    if price.exact is None or not price.exact.changes:
        return (float("inf"),)
    return tuple(change.loss for change in price.exact.changes if change.tier is not Tier.LOT)


def _least_vector(bench: Workbench, price: Price) -> tuple[float, ...]:
    """Return a vector that is below the losses of every plan with the pair."""
    if price.preview is None or price.preview.tier is None:
        return ()
    number = [t.name for t in bench.plan.tiers].index(price.preview.tier)
    return (*(0.0 for _ in range(number)), float(price.preview.least))
