"""The colours of the map and what can be read on them."""

DIVERGING = ("#a63603", "#ea9350", "#f3ead9", "#8bbbdb", "#2b6ca3")
"""From too few to more than aimed for, as far from the middle on either side; told apart with every common kind of
colour vision (see the tests)."""

SEQUENTIAL = ("#f3f1ec", "#cbddec", "#92bbdb", "#5593c5", "#235e96")
"""From nothing to much; one hue, lightness falling in even steps."""

CATEGORIES = ("#4b609b", "#e8ad5e", "#0da5a4", "#853853", "#a4b5f8", "#99966f", "#9fe6e0", "#545516")
"""Of things that are different without being more or less; told apart like the others."""

MIXED = "#e2dfb4"
"""Beside the categories: several of them alike."""

DARK_INK_FROM = 0.21
"""Relative luminance from which the dark ink (#16222e) has more contrast than white (WCAG 2.2)."""


PALE_FROM = 0.66
"""Relative luminance from which white lines between two areas are lost."""


def pale(colour: str) -> bool:
    """Whether areas of a colour ``#rrggbb`` need darker lines between them than white ones."""
    return luminance(colour) >= PALE_FROM


def ink(colour: str) -> str:
    """Return ``dark`` or ``light``, whichever letters are easier to read on a colour ``#rrggbb``."""
    return "dark" if luminance(colour) >= DARK_INK_FROM else "light"


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb`` (WCAG 2.2)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
