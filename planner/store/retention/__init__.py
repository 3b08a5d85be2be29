"""Deletion by periods: what is due, and doing it."""

from planner.store.retention.overdue import Due
from planner.store.retention.schedule import apply, due

__all__ = ["Due", "apply", "due"]
