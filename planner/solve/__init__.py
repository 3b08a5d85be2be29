"""Case and pairs to a plan with its certificate."""

from planner.solve.solve import solve

__all__ = ["solve"]
