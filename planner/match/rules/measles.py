"""Proof of measles protection (§ 20(8)–(9) IfSG) where the facility needs it; who was born early needs none."""

from planner.match.arrays import Bools
from planner.match.board import Block


def lacks_measles_proof(block: Block) -> Bools:
    """Return shape (people, sites): the site asks for proof, the person needs it and has none."""
    return ~block.people.measles_safe[:, None] & block.places.measles_proof
