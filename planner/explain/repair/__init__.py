"""What is in the way of a plan, and the cheapest ways out."""

from planner.explain.repair.change import Change, Kind, Table, changed
from planner.explain.repair.conflict import Exits
from planner.explain.repair.repair import WAYS, Repair, repair
from planner.explain.repair.shortage import Cause, Missing
from planner.explain.repair.way import Way

__all__ = ["WAYS", "Cause", "Change", "Exits", "Kind", "Missing", "Repair", "Table", "Way", "changed", "repair"]
