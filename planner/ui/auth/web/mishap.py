"""What the reader sees when the program itself fails: that it did, and a number that finds it in the log."""

from collections.abc import Callable

import streamlit as st

from planner.messages import Language
from planner.ui.auth.web.quiet import note
from planner.ui.language import current_words


def show_mishap(error: Exception) -> bool:
    """Say what can be said; never the values that led there."""
    words = current_words()
    own: Callable[[Language], str] | None = getattr(error, "text", None)
    if callable(own) and hasattr(error, "problem"):
        st.error(own(words.language), icon=":material/error:")
        return True
    number = note(error)
    st.error(
        words(
            "Something went wrong in the program. Nothing was half done. In the log it is error {number}.",
            number=number,
        ),
        icon=":material/error:",
    )
    return True
