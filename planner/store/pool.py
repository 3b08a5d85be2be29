"""How many connections one process keeps and opens."""

POOL = {"pool_size": 5, "max_overflow": 45, "pool_timeout": 10}
"""Fifty sessions can read at once; the next one waits for ten seconds."""
