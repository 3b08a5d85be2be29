"""The way to work: not longer than the person, the planner and the law allow."""

import numpy as np

from planner.match.arrays import Bools, spread
from planner.match.board import Block


def too_far(block: Block) -> Bools:
    """Return shape (people, sites): the minutes one way exceed the smallest of the three caps.

    The legal cap (§ 140(4) SGB III) follows from the agreed hours, so the caps differ between sites with different
    hours only.
    """
    people, places = block.people, block.places
    agreed = np.minimum(people.max_hours[:, None], places.hours[:, 1])
    cap = np.minimum(people.max_commute[:, None], block.legal_cap[agreed])
    minutes = block.minutes[people.transport, people.home]
    return spread(minutes, places.neighbourhood) > spread(cap, places.hours_set)
