"""The language of somebody who has not used the switch yet, for the page itself and for the layer that serves it."""

from planner.messages import LANGUAGES, Language

PARAMETER = "lang"
"""Names the language in the address."""

COOKIE = "planner_lang"
"""Keeps what the switch said last; it holds nothing else, and only whoever has used the switch has one."""


def preferred(asked: str | None, kept: str | None, accepted: str | None) -> Language:
    """Return the first language that is ours: of the address, of the cookie, of the browser; else the first we have.

    Parameters
    ----------
    accepted
        ``Accept-Language``. Source: RFC 9110, § 12.5.4.
    """
    wanted = [asked or "", kept or "", *_by_weight(accepted or "")]
    return next((ours for tag in wanted for ours in LANGUAGES if tag.lower() == ours), LANGUAGES[0])


def _by_weight(accepted: str) -> list[str]:
    """Return the languages without their regions, the most wanted first and without those that are ruled out."""
    weights: dict[str, float] = {}
    for part in accepted.split(","):
        tag, _, rest = part.strip().partition(";")
        weights.setdefault(tag.partition("-")[0], _weight(rest))
    return sorted((tag for tag, weight in weights.items() if weight > 0), key=lambda tag: -weights[tag])


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
