"""The handbook in the app, without a network: a chapter at a time, and the way back to the tours."""

from collections.abc import Mapping

import streamlit as st

from planner.ui.help.chapters import CHAPTERS, Picture, chapter_parts
from planner.ui.language import current_words
from planner.ui.tour import TOURS, ask_for_tour
from planner.ui.words import Words

_CHAPTER = "chapter"
_WIDTH = 860
"""Of the text in pixels: longer lines are hard to read."""

# The handbook is German whatever the language of the page is; a screen reader has to know.
_GERMAN = st.components.v2.component(
    "planner_german", js='export default () => { document.querySelector(".st-key-handbook").lang = "de"; };'
)


def help_page(pages: Mapping[str, st.Page]) -> None:
    """Draw the page.

    Parameters
    ----------
    pages
        What is offered to the user, by address.
    """
    words = current_words()
    st.title(words("Help"), anchor=False)
    _tours(pages, words)
    if words.language != "de":
        st.markdown(words("The handbook is in German."))
    chapter = _choose(words)
    with st.container(key="handbook", width=_WIDTH):
        try:
            for part in chapter_parts(chapter, words.language):
                if isinstance(part, Picture):
                    st.image(part.file, alt=part.about)
                else:
                    st.markdown(part)
        except FileNotFoundError:
            st.info(words("The handbook does not lie beside this program."), icon=":material/info:")
    _GERMAN(key="handbook_language", height=1)


def _tours(pages: Mapping[str, st.Page], words: Words) -> None:
    """Offer the tour of each page that has one."""
    offered = [address for address in TOURS if address in pages]
    if not offered:
        return
    st.markdown(words("A tour shows on a few cards what is where. Which page?"))
    with st.container(horizontal=True, key="tours"):
        for address in offered:
            pressed = st.button(
                words("Tour: {page}", page=pages[address].title), icon=":material/signpost:", key=f"tour_of_{address}"
            )
            if pressed:
                ask_for_tour(address)
                st.switch_page(pages[address])


def _choose(words: Words) -> str:
    """Let a chapter be chosen; the choice stands in the address, so that links lead to it."""
    asked = st.query_params.get(_CHAPTER, "")
    chosen: str = st.segmented_control(
        words("Chapter of the handbook"),
        list(CHAPTERS),
        format_func=lambda name: words(CHAPTERS[name][1]),
        default=asked if asked in CHAPTERS else next(iter(CHAPTERS)),
        required=True,
        key="handbook_chapter",
    )
    if asked != chosen:
        st.query_params[_CHAPTER] = chosen
    return chosen
