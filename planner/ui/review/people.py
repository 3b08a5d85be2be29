"""Importing the people of a project."""

import streamlit as st

from planner.service import count_people, import_people
from planner.ui.bench import Bench, refusals, say
from planner.ui.problems import show_notes


def import_candidates(bench: Bench) -> None:
    """Show how many people there are, and take a new list of them."""
    words = bench.words
    st.markdown(
        words.plural(
            "The project has one person. A new list takes the place of the present one.",
            "The project has {n} people. A new list takes the place of the present one.",
            count_people(bench.store, bench.user, bench.project),
        )
    )
    with st.form("people", border=False, clear_on_submit=True):
        upload = st.file_uploader(
            words("candidates.csv, an XLSX with that sheet, or a ZIP; pseudonyms only, no names"),
            type=("csv", "xlsx", "zip"),
            key="people_file",
        )
        pressed = st.form_submit_button(words("Import people"), icon=":material/upload:")
    if pressed and upload is not None:
        with refusals(words):
            done = import_people(bench.store, bench.user, bench.project, {upload.name: upload.getvalue()})
            if done.notes:
                show_notes(done.notes, words)
            else:
                say(words.plural("One person was imported.", "{n} people were imported.", done.rows))
