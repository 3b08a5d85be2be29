"""Every language of the site, each at its level or above."""

import numpy as np

from planner.match.arrays import Bools, spread
from planner.match.board import Block


def lacks_language(block: Block) -> Bools:
    """Return shape (people, sites): some language is missing or known too little."""
    owned, places = block.people.levels, block.places
    lacking = np.zeros((len(owned), len(places.languages)), dtype=np.bool_)
    for position, demand in enumerate(places.languages):
        asked = np.flatnonzero(demand)
        lacking[:, position] = (owned[:, asked] < demand[asked]).any(axis=1)
    return spread(lacking, places.languages_set)
