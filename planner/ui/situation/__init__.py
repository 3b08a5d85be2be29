"""The page "Situation"."""

from planner.ui.situation.page import show_situation

__all__ = ["show_situation"]
