"""Sentences of ``planner.solve``."""

from planner.messages.texts import N_

TEXTS: dict[str, str] = {
    "solve.too_large": N_("{what}: {number} is too large to be computed exactly. Allowed: up to {largest}."),
}
