"""Cases written down by hand: everybody alike unless told otherwise."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import numpy as np

from planner.domain import PAYERS, Candidate, Case, Decision, Neighbourhood, Pairs, Scenario, Site

START = date(2027, 3, 1)


def scenario(**choices: Any) -> Scenario:
    """Return a scenario with the start that all these cases have."""
    return Scenario(start=START, **choices)


def plain_case(
    candidates: int,
    sites: int,
    both: Iterable[tuple[int, int]] | None = None,
    *,
    posts: int = 1,
    places: int = 1,
    population: int = 100,
    quality: Iterable[int] | int = 50,
    minutes: Iterable[int] | int = 30,
    cents: Iterable[int] | int = 0,
    year: int = 2027,
    tandem: Callable[[int], str] = lambda _: "",
    rules: Scenario | None = None,
    previous: tuple[tuple[str, str], ...] = (),
    decisions: tuple[Decision, ...] = (),
) -> tuple[Case, Pairs]:
    """Return candidates c00000, c00001, … and sites s00000, s00001, …, site s in neighbourhood s mod ``places``.

    Parameters
    ----------
    both
        Positions of candidate and site of each possible pair, rising; all of them if ``None``.
    quality, minutes, cents
        One for all pairs, or one per pair; ``cents`` are what each payer pays in ``year``.
    """
    rows = np.array(list(np.ndindex(candidates, sites)) if both is None else list(both), dtype=np.int64).reshape(-1, 2)
    number = len(rows)
    amounts, cost_class = np.unique(np.broadcast_to(np.asarray(cents, dtype=np.int64), number), return_inverse=True)
    parts = np.zeros((number, 6), dtype=np.int8)
    parts[:, 0] = quality
    pairs = Pairs(
        candidate=rows[:, 0].astype(np.int32),
        site=rows[:, 1].astype(np.int32),
        hours=np.full(number, 3000, dtype=np.int32),
        minutes=np.broadcast_to(np.asarray(minutes, dtype=np.int32), number).copy(),
        parts=parts,
        broken=np.zeros(number, dtype=np.int32),
        cost_class=cost_class.astype(np.int32),
        class_costs=np.broadcast_to(amounts[:, None, None], (len(amounts), 1, len(PAYERS))).copy(),
        years=(year,),
        common=np.zeros(candidates, dtype=np.int32),
        unclear=np.zeros(candidates, dtype=bool),
    )
    case = Case(
        scenario=rules or scenario(),
        neighbourhoods=tuple(
            Neighbourhood(code=f"{k:02}", name=f"N{k}", borough="B", counts={"population": population})
            for k in range(places)
        ),
        sites=tuple(
            Site(site_id=f"s{k:05}", name=f"S{k}", host="H", neighbourhood=f"{k % places:02}", field="f", posts=posts)
            for k in range(sites)
        ),
        candidates=tuple(
            Candidate(candidate_id=f"c{k:05}", neighbourhood="00", tandem=tandem(k)) for k in range(candidates)
        ),
        travel_times={},
        previous_plan=previous,
        decisions=decisions,
    )
    return case, pairs
