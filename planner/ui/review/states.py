"""The states of a pair and the steps between them, by name."""

from planner.domain import DecisionKind
from planner.service import CaseCard
from planner.store.decisions import StoredDecision
from planner.ui.words import Words


def state_words(state: DecisionKind | None, words: Words) -> str:
    """Return what a pair in a state is called."""
    return words.of(f"pages.state.{state or 'none'}")


def step_words(state: str | None, words: Words) -> str:
    """Return what the step into a state is called."""
    return words.of(f"pages.step.{state or 'none'}")


def last_step(card: CaseCard, site_id: str) -> StoredDecision | None:
    """Return the last step of the person's pair with a site; ``None`` if nobody has decided on it."""
    return next((one for one in reversed(card.history) if one.site_id == site_id), None)
