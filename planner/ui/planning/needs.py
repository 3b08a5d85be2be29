"""Whether the figures of two plans are measured by the same need."""

from planner.domain import Case
from planner.domain.need import needs
from planner.ui.words import Words


def other_need(before: Case, after: Case, words: Words) -> str:
    """Return what is said where the needs of two plans differ; nothing where they are the same."""
    if needs(before) == needs(after):
        return ""
    return words(
        "Targets and coverage of the two plans are measured by different needs: their figures cannot be set against "
        "each other."
    )
