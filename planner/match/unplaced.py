"""Why somebody is not in a plan, in one code."""

from functools import cache

from planner.domain import DISPLACED, NO_PAIR, reasons_of


@cache
def unplaced_reason(common_mask: int, has_pair: bool) -> str:
    """Return the code of the reason for a person without a placement.

    Parameters
    ----------
    common_mask
        The reasons that each rule out every site for the person (``Pairs.common``).
    has_pair
        Whether some pair of the person is possible.

    Returns
    -------
    str
        ``displaced`` with a possible pair: others took what there was. Else the first reason, in the order of the
        tests, that rules out every site; ``no_pair`` where only mixed reasons do.
    """
    if has_pair:
        return DISPLACED
    reasons = reasons_of(common_mask)
    return reasons[0].value if reasons else NO_PAIR
