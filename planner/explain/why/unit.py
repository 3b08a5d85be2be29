"""Who is placed together with somebody: a tandem starts at one site or not at all."""

from collections.abc import Mapping

import numpy as np

from planner.domain import Candidate, Case, Pairs


def unit_of(case: Case, candidate_id: str) -> tuple[Candidate, ...]:
    """Return the person, or everybody of their tandem, sorted by id."""
    person = case.candidate_of[candidate_id]
    if not person.tandem:
        return (person,)
    return tuple(one for one in case.candidates if one.tandem == person.tandem)


def unit_pairs(case: Case, pairs: Pairs, unit: tuple[Candidate, ...]) -> Mapping[int, tuple[int, ...]]:
    """Return the sites possible for the whole unit: positions in ``pairs`` of its members, by position of the site."""
    found: dict[int, list[int]] = {}
    for one in unit:
        position = case.candidate_position[one.candidate_id]
        first, last = np.searchsorted(pairs.candidate, [position, position + 1]).tolist()
        for pair in range(first, last):
            found.setdefault(int(pairs.site[pair]), []).append(pair)
    return {site: tuple(members) for site, members in sorted(found.items()) if len(members) == len(unit)}
