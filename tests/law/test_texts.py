"""The sentences of this room."""

import re

from planner.messages import gettext
from planner.messages.law import TEXTS


def test_german_for_every_sentence() -> None:
    """Every sentence has a German one with the same values in it."""
    for code, english in TEXTS.items():
        german = gettext(english, "de")
        assert german != english or code == "law.data_entry"
        assert set(re.findall(r"{\w+}", german)) == set(re.findall(r"{\w+}", english))
