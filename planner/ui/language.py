"""Which language the reader wants: German unless the address or the switch says otherwise."""

from typing import cast

import streamlit as st

from planner.messages import LANGUAGES, Language
from planner.ui.words import Words

_KEY = "lang"
_NAMES = {"de": "Deutsch", "en": "English"}

# Streamlit has no option for the language of the document; a screen reader needs it to pronounce the page.
_DOCUMENT = st.components.v2.component(
    "planner_language",
    js="""
export default function ({ data }) {
  document.documentElement.lang = data.language;
}
""",
)


def current_words() -> Words:
    """Return the voice of this run."""
    wanted = st.session_state.get(_KEY) or st.query_params.get(_KEY)
    return Words(cast(Language, wanted) if wanted in LANGUAGES else LANGUAGES[0])


def language_switch(words: Words) -> None:
    """Show the switch; the choice stands in the address, so that it can be bookmarked."""
    chosen = st.segmented_control(
        words("Language"),
        LANGUAGES,
        format_func=lambda language: _NAMES[language],
        default=words.language,
        required=True,
        key=_KEY,
        label_visibility="collapsed",
    )
    if st.query_params.get(_KEY, LANGUAGES[0]) != chosen:
        st.query_params[_KEY] = chosen


def tell_document(words: Words) -> None:
    """Mark the document with its language; it takes no room."""
    _DOCUMENT(key="document_language", data={"language": words.language}, height=1)
