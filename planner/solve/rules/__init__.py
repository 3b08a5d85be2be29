"""The rules of a plan as rows of the program, one module per rule. Each has its twin in ``planner.check``."""

from planner.solve.rules import budgets, changes, cost_classes, decisions, limits, neighbourhoods, people, posts

__all__ = ["budgets", "changes", "cost_classes", "decisions", "limits", "neighbourhoods", "people", "posts"]
