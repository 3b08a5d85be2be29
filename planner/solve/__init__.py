"""Case and pairs to a plan with its certificate; and, with a workbench, answers around that plan."""

from planner.solve.solve import solve
from planner.solve.workbench import Workbench
from planner.solve.workbench_losses import Losses
from planner.solve.workbench_question import Answer, Avoided, DecidedBy, Question

__all__ = ["Answer", "Avoided", "DecidedBy", "Losses", "Question", "Workbench", "solve"]
