"""Case and pairs to a plan with its certificate; and, with a workbench, answers around that plan."""

from planner.solve.solve import solve
from planner.solve.workbench import Workbench
from planner.solve.workbench_question import Answer, DecidedBy, Question

__all__ = ["Answer", "DecidedBy", "Question", "Workbench", "solve"]
