"""The parts of the page "Planning"."""

from planner.ui.planning.comparing import compare
from planner.ui.planning.editor import scenario_editor
from planner.ui.planning.first_steps import first_steps
from planner.ui.planning.kept import TABS
from planner.ui.planning.leeway import leeway
from planner.ui.planning.places import import_sites
from planner.ui.planning.plans import plans
from planner.ui.planning.runs import runs
from planner.ui.planning.tradeoff import tradeoffs

__all__ = ["TABS", "compare", "first_steps", "import_sites", "leeway", "plans", "runs", "scenario_editor", "tradeoffs"]
