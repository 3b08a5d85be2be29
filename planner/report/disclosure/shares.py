"""Shares of published counts: computed from what is shown, so they tell nothing more."""

from planner.report.disclosure.rules import SLACK, Rules
from planner.report.disclosure.shown import Published, Shown, Sign
from planner.report.disclosure.table import Cell


def share(published: Published, part: Cell, whole: Cell) -> int | None:
    """Return how many percent of ``whole`` the shown count of ``part`` is.

    Returns
    -------
    int or None
        0 to 100, rounded half up. ``None`` where one of the two is hidden, or the whole may be fewer people than
        ``Rules.denominator``.
    """
    above, below = published[part].value, published[whole].value
    if above is None or not below or least(published[whole], published.rules) < published.rules.denominator:
        return None
    return min(100, (200 * above + below) // (2 * below))


def least(shown: Shown, rules: Rules) -> int:
    """Return how many people a shown count stands for at least; 0 of a hidden one."""
    if shown.value is None:
        return 0
    match shown.sign:
        case Sign.ROUNDED:
            return max(rules.threshold, shown.value - SLACK)
        case Sign.KEPT:
            return max(rules.threshold, shown.value - SLACK - rules.threshold + 1)
        case _:
            return shown.value
