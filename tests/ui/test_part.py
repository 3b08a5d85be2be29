"""Parts of a page that are drawn anew by themselves."""

import re
from pathlib import Path

import pytest
import streamlit as st

import planner.ui
from planner.ui import part as module

ANEW = re.compile(r"@st\.fragment(\(run_every=EVERY\))?\n(?=.*?def (\w+))")


@pytest.fixture
def page(monkeypatch):
    """Return who looks, what was drawn, and how a part is drawn again with what Streamlit has kept for it."""
    looking, drawn, kept = ["Anna"], [], []

    def fragment(draw):
        def first(*args):
            kept.append(lambda: draw(*args))
            draw(*args)

        return first

    def rerun():
        raise RuntimeError("the whole page")

    monkeypatch.setattr(st, "fragment", fragment)
    monkeypatch.setattr(st, "rerun", rerun)
    monkeypatch.setattr(module, "standing", lambda: looking[0])
    module.part(lambda one, *, other: drawn.append((one, other)))("a", other="b")
    return looking, drawn, kept[0]


def test_a_part_is_drawn_again_for_the_same_reader(page):
    """What happens in it draws it with the same values."""
    _, drawn, again = page
    again()
    assert drawn == [("a", "b")] * 2


def test_a_part_is_not_drawn_for_anybody_else(page):
    """Who has signed out, lost a role or would see somebody deleted gets the whole page, which asks for itself."""
    looking, drawn, again = page
    looking[0] = "nobody"
    with pytest.raises(RuntimeError, match="the whole page"):
        again()
    assert drawn == [("a", "b")]


def test_data_is_shown_by_such_parts_only():
    """Streamlit's own fragments are what watches something at work, and the fields of the editor."""
    root = Path(planner.ui.__file__).parent
    found = {
        (file.relative_to(root).as_posix(), name)
        for file in root.rglob("*.py")
        for _, name in ANEW.findall(file.read_text(encoding="utf-8"))
    }
    assert {name for _, name in found} == {"_watch", "_edit"}
