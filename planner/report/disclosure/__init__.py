"""Disclosure control: from true counts to what leadership may see, also against subtraction.

All counts of the same people belong into one table, so that they are audited together: ways from home to work, for
instance, by making the place of work a part of the status "placed".
"""

from planner.report.disclosure.areas import CITY, areas, borough_code, merged
from planner.report.disclosure.dimension import Dimension, flat
from planner.report.disclosure.ledger import Ledger, Publication
from planner.report.disclosure.means import MeanPublication, publish_means
from planner.report.disclosure.measured import Measured
from planner.report.disclosure.publish import publish
from planner.report.disclosure.record import from_record, to_record
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
    "MeanPublication",
    "Measured",
    "Publication",
    "Published",
    "Rules",
    "Shown",
    "Sign",
    "Table",
    "areas",
    "borough_code",
    "flat",
    "from_record",
    "merged",
    "publish",
    "publish_means",
    "share",
    "to_record",
]
