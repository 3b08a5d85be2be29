"""The page "Help": the handbook, and the tours again."""

from planner.ui.help.page import help_page

__all__ = ["help_page"]
