"""The tour on a page. Whether somebody has seen it, only their browser knows."""

from pathlib import Path

import streamlit as st

from planner.ui.tour.steps import TOURS
from planner.ui.words import Words

_HERE = Path(__file__).parent
_WANTED = "tour_wanted"

_TOUR = st.components.v2.component(
    "planner_tour",
    html=(_HERE / "tour.html").read_text(encoding="utf-8"),
    css=(_HERE / "tour.css").read_text(encoding="utf-8"),
    js=(_HERE / "tour.js").read_text(encoding="utf-8"),
)


def ask_for_tour(page: str) -> None:
    """Let the tour of a page begin as soon as that page is shown."""
    _, asked = st.session_state.get(_WANTED, ("", 0))
    st.session_state[_WANTED] = page, asked + 1


def offer_tour(page: str, words: Words) -> None:
    """Invite whoever sees a page for the first time to a tour of it; takes no room once that is answered.

    Parameters
    ----------
    page
        Its address, a key of ``TOURS``.
    """
    wanted, asked = st.session_state.get(_WANTED, ("", 0))
    steps = [
        {
            "target": f".st-key-{step.target}",
            "tab": step.tab and words(step.tab),
            "title": words.of(f"tour.{page}.{step.name}.title"),
            "text": words.of(f"tour.{page}.{step.name}.text"),
        }
        for step in TOURS[page]
    ]
    texts = {
        "invitation": words("New here? {n} short cards show what is where on this page.", n=len(steps)),
        "start": words("Begin the tour"),
        "later": words("Not now"),
        "back": words("Back"),
        "next": words("Next"),
        "done": words("Finish"),
        "skip": words("End the tour"),
        "count": words("Card {n} of {all}", n="{n}", all=len(steps)),
        "again": words("Tours can be started again under “Help”."),
    }
    data = {"page": page, "asked": asked if wanted == page else 0, "steps": steps, "texts": texts}
    _TOUR(key=f"tour_{page}", data=data)
