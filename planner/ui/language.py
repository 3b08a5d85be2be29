"""Which language the reader wants: what the switch says, else the address, else the browser."""

from pathlib import Path
from typing import cast

import streamlit as st

from planner.messages import LANGUAGES, Language, gettext
from planner.messages.widgets import WIDGETS
from planner.ui.preference import COOKIE, PARAMETER, preferred
from planner.ui.words import HERE, Words

_KEY = "lang"
_KEPT = "lang_kept"
_NAMES = {"de": "Deutsch", "en": "English"}

# Streamlit has no option for the language of the document, which a screen reader needs to pronounce the page, nor for
# that of its own widgets.
_DOCUMENT = st.components.v2.component(
    "planner_document", js=(Path(__file__).parent / "document.js").read_text(encoding="utf-8")
)
_STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")


def current_words() -> Words:
    """Return the voice of this run."""
    chosen = st.session_state.get(_KEY)
    language = cast(Language, chosen) if chosen in LANGUAGES else _wanted(st.query_params.get(PARAMETER))
    return Words(language, st.context.timezone or HERE)


def language_bar(words: Words) -> None:
    """Put the switch into the bar above every page, and document and widgets into the language.

    Only the script around all pages may draw it: what a page draws forgets itself on the way to the next page.
    """
    with st.container(key="language", width="content"):
        _switch(words)
        tell_document(words)


def tell_document(words: Words) -> None:
    """Put document and widgets into the language, and add the page's own style; takes no room."""
    phrases = [{language: gettext(message, language) for language in LANGUAGES} for message in WIDGETS]
    keep = COOKIE if st.session_state.get(_KEPT) else ""
    _DOCUMENT(key="document_language", data={"language": words.language, "phrases": phrases, "keep": keep}, height=1)
    st.html(f"<style>{_STYLE}</style>")


def _switch(words: Words) -> None:
    """Show the switch; the choice stands in the address, so that it can be bookmarked."""
    chosen = st.segmented_control(
        words("Language"),
        LANGUAGES,
        format_func=lambda language: _NAMES[language],
        default=words.language,
        required=True,
        key=_KEY,
        on_change=_switched,
        label_visibility="collapsed",
    )
    if chosen != _wanted(None) and st.query_params.get(PARAMETER) != chosen:
        st.query_params[PARAMETER] = chosen


def _wanted(asked: str | None) -> Language:
    """Return the language of somebody who has not used the switch of this session."""
    header = st.context.headers.get("Accept-Language") or st.context.locale
    return preferred(asked, st.context.cookies.get(COOKIE), header)


def _switched() -> None:
    """Let what is chosen elsewhere on the page be written anew: the browser keeps it in words, not as what it means."""
    st.session_state[_KEPT] = True
    for key, value in st.session_state.items():
        if key != _KEY and _is_choice(value):
            st.session_state[key] = value
    if PARAMETER in st.query_params:
        st.query_params[PARAMETER] = st.session_state[_KEY]


def _is_choice(value: object) -> bool:
    """Return whether a value may be that of a field with words to choose from."""
    if isinstance(value, list | tuple):
        return bool(value) and all(map(_is_choice, value))
    return isinstance(value, str | int) and not isinstance(value, bool)
