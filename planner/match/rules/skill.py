"""Every skill of the site."""

import numpy as np

from planner.match.arrays import Bools, spread
from planner.match.board import Block


def lacks_skill(block: Block) -> Bools:
    """Return shape (people, sites): some skill is missing."""
    owned, places = block.people.skills, block.places
    lacking = np.zeros((len(owned), len(places.skills)), dtype=np.bool_)
    for position, demand in enumerate(places.skills):
        lacking[:, position] = ~owned[:, demand].all(axis=1)
    return spread(lacking, places.skills_set)
