"""The tests a pair must pass, one idea per file.

A test looks at a block and returns where it fails; the answer may be a column (people, 1) where it hangs on the person
alone. Decisions (``forbidden``, ``declined``) are about single pairs and stand in ``planner.match.decided``.
"""

from planner.match.rules.every import RULES, Test

__all__ = ["RULES", "Test"]
