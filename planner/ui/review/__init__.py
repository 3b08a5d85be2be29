"""The parts of the page "Review"."""

from planner.ui.review.card import case_page
from planner.ui.review.people import import_candidates
from planner.ui.review.queue import queue

__all__ = ["case_page", "import_candidates", "queue"]
