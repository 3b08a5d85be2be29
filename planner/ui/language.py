"""Which language the reader wants: German unless the address or the switch says otherwise."""

from pathlib import Path
from typing import cast

import streamlit as st

from planner.messages import LANGUAGES, Language, gettext
from planner.messages.ui import STREAMLIT
from planner.ui.words import Words

_KEY = "lang"
_NAMES = {"de": "Deutsch", "en": "English"}

# Streamlit has no option for the language of the document, which a screen reader needs to pronounce the page, nor for
# that of its own widgets.
_DOCUMENT = st.components.v2.component(
    "planner_document", js=(Path(__file__).parent / "document.js").read_text(encoding="utf-8")
)
_STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")


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
    """Put document and widgets into the language, and add the page's own style; takes no room."""
    phrases = [{language: gettext(message, language) for language in LANGUAGES} for message in STREAMLIT]
    _DOCUMENT(key="document_language", data={"language": words.language, "phrases": phrases}, height=1)
    st.html(f"<style>{_STYLE}</style>")
