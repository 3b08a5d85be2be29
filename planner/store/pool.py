"""How many connections one process keeps and opens."""

POOL = {"pool_size": 5, "max_overflow": 59, "pool_timeout": 10}
"""More than fifty sessions can read at once, and still write; the next one waits for ten seconds."""
