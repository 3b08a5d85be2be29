"""Disclosure control: from true counts to what leadership may see, also against subtraction."""

from planner.report.disclosure.areas import CITY, areas, borough_code, merged
from planner.report.disclosure.dimension import Dimension, flat
from planner.report.disclosure.ledger import Ledger, Publication
from planner.report.disclosure.publish import publish
from planner.report.disclosure.rules import FLOOR, ROUNDING, Rules
from planner.report.disclosure.shares import share
from planner.report.disclosure.shown import Published, Shown, Sign
from planner.report.disclosure.table import Cell, Table

__all__ = [
    "CITY",
    "FLOOR",
    "ROUNDING",
    "Cell",
    "Dimension",
    "Ledger",
    "Publication",
    "Published",
    "Rules",
    "Shown",
    "Sign",
    "Table",
    "areas",
    "borough_code",
    "flat",
    "merged",
    "publish",
    "share",
]
