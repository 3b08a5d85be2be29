"""The letters that the typesetter's fonts have.

A file by PDF/UA may hold no letter that cannot be drawn, so of a text with others these are replaced visibly.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

REPLACEMENT = "\ufffd"

DRAWN = (
    *(range(0x0020, 0x007F), range(0x00A0, 0x0370)),  # Latin
    *(range(0x0370, 0x0500), range(0x0531, 0x0589), range(0x05D0, 0x05EB)),  # Greek, Cyrillic, Armenian, Hebrew
    *(range(0x0621, 0x063B), range(0x0641, 0x0656), range(0x0660, 0x066A)),  # Arabic as it is written in Arabic
    *(range(0x1E00, 0x1F00), range(0x2010, 0x2041), range(0x20A0, 0x20C0)),  # Latin, punctuation, currencies
    *(range(0x2190, 0x2300), range(0x25A0, 0x2600)),  # arrows, signs of mathematics, shapes
)
"""Every assigned character of these ranges is in Libertinus Serif or DejaVu Sans Mono (see the tests)."""


def drawable(content: Any) -> Any:
    """Return the content with every letter that no font has replaced, in texts of lists and mappings too."""
    match content:
        case str():
            return "".join(letter if letter == "\n" or drawn(letter) else REPLACEMENT for letter in content)
        case Mapping():
            return {key: drawable(value) for key, value in content.items()}
        case Sequence():
            return [drawable(value) for value in content]
    return content


def drawn(letter: str) -> bool:
    """Return whether a letter is surely in one of the fonts."""
    return any(ord(letter) in block for block in DRAWN) and not unicodedata.category(letter).startswith("C")
