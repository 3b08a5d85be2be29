"""The tour of a page: a few cards beside its parts; never in the way, and started again whenever somebody likes."""

from planner.ui.tour.showing import ask_for_tour, offer_tour
from planner.ui.tour.steps import TOURS

__all__ = ["TOURS", "ask_for_tour", "offer_tour"]
