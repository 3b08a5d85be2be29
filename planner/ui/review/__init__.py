"""The parts of the page "Review"."""

from planner.service import Desk
from planner.ui.bench import Bench
from planner.ui.review.card import case_page
from planner.ui.review.people import import_candidates
from planner.ui.review.people_for import people_for
from planner.ui.review.queue import TABS, lay_desk, queue
from planner.ui.review.team import team

__all__ = ["TABS", "cases", "import_candidates", "lay_desk", "people_for", "team"]


def cases(bench: Bench, desk: Desk) -> None:
    """Show the queue, and the case of it that lies on the desk."""
    if ids := queue(bench, desk):
        case_page(bench, desk, ids)
