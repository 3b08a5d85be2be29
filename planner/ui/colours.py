"""The choice of what the colours of a map mean."""

from collections.abc import Mapping

import streamlit as st

from planner.ui.about import layers_about
from planner.ui.words import Words


def choose_layer(names: Mapping[str, str], words: Words, *, key: str) -> str:
    """Offer the layers of a map, the first one to begin with, and return the key of the chosen one.

    Parameters
    ----------
    names
        What the layers are called, by key.
    """
    return st.segmented_control(
        words("Colours"),
        list(names),
        format_func=names.__getitem__,
        default=next(iter(names)),
        required=True,
        key=key,
        help=layers_about(names, words),
    )
