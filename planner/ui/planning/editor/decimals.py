"""Fields for decimal numbers: read with a comma or a point, written as the reader's language writes them."""

import re
from decimal import Decimal

import streamlit as st

from planner.ui.planning.editor.draft import PERCENT, Unread
from planner.ui.planning.editor.editing import Editing
from planner.ui.words import Words

_NUMBER = re.compile(r"[-\u2212]?(\d+([.,]\d*)?|[.,]\d+)")
_MOST_DIGITS = 30


def read_decimal(typed: str) -> Decimal | None:
    """Return the number somebody typed, blank being nought; ``None`` if it is none.

    A single comma or point parts the decimals: ``0,4`` and ``0.4`` are the same number.
    """
    bare = typed.replace(" ", "").replace("\u00a0", "")
    if not bare:
        return Decimal(0)
    if len(bare) > _MOST_DIGITS or not _NUMBER.fullmatch(bare):
        return None
    return Decimal(bare.replace(",", ".").replace("\u2212", "-"))


def write_decimal(value: float, words: Words) -> str:
    """Return a number as a field shows it, so that it is read as the same one: every digit, thousands not parted."""
    whole, _, part = f"{Decimal(str(value)):f}".partition(".")
    point = words.number(Decimal("0.4"), 1)[1]
    part = part.rstrip("0")
    return whole + (point + part if part else "")


def decimal(edit: Editing, label: str, name: str, value: float, *, path: str, percent: bool = False) -> float:
    """Show a field for a number from 0 on and return it; what cannot be read is told at ``path``, and ``value`` stays.

    Parameters
    ----------
    name
        Of the field.
    path
        Where the draft holds it; the spot of this name is to be drawn by the caller.
    percent
        Whether it is a part of a hundred; then the row says what it is, and the label is for the ear only.
    """
    draft, words = edit.draft, edit.words
    kept = draft.unread.pop(path, None)
    typed = st.text_input(
        label,
        key=edit.field(f"{name}_{words.language}", kept.typed if kept else write_decimal(value, words)),
        label_visibility="collapsed" if percent else "visible",
        icon=":material/percent:" if percent else None,
        max_chars=_MOST_DIGITS,
        placeholder=words.number(0),
    )
    found = read_decimal(typed)
    if found is None:
        example = {"example": words.number(Decimal("0.4"), 1)}
        draft.unread[path] = Unread(typed, "planning.number.unread", example)
    elif found < 0:
        draft.unread[path] = Unread(typed, "planning.number.negative", {})
    elif percent and found > PERCENT:
        draft.unread[path] = Unread(typed, "planning.number.range", {"high": PERCENT})
    else:
        return float(found)
    return value
