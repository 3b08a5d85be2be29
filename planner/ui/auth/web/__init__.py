"""The web server around the pages: who may ask, what leaves, and in what wrapping."""

from planner.ui.auth.web.shield import MAIN, shield

__all__ = ["MAIN", "shield"]
