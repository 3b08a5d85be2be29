"""Importing the people of a project."""

from functools import partial

import streamlit as st

from planner.service import Imported, count_people, import_people
from planner.tables import people_tables
from planner.ui.bench import Bench, refusals, say
from planner.ui.guided import Kind, begin, guide
from planner.ui.problems import show_notes


def import_candidates(bench: Bench) -> None:
    """Show how many people there are, and take a new list of them."""
    words = bench.words
    number = count_people(bench.store, bench.user, bench.project)
    there = words.plural(
        "The project has one person. A new list takes the place of the present one.",
        "The project has {n} people. A new list takes the place of the present one.",
        number,
    )
    st.markdown(there if number else words("The project has no people yet."))
    with st.form("people", border=False, clear_on_submit=True):
        upload = st.file_uploader(
            words("candidates.csv, an XLSX with that sheet, or a ZIP; pseudonyms only, no names"),
            type=("csv", "xlsx", "zip"),
            key="people_file",
        )
        pressed = st.form_submit_button(words("Import people"), icon=":material/upload:")
    kind = Kind(
        f"people_{bench.project}", people_tables, partial(import_people, bench.store, bench.user, bench.project)
    )
    if pressed and upload is None:
        st.error(words("Please choose a file first."), icon=":material/upload_file:")
    with refusals(words):
        if pressed and upload is not None:
            _tell(bench, begin(kind, {upload.name: upload.getvalue()}))
        _tell(bench, guide(kind, words))


def _tell(bench: Bench, done: Imported | None) -> None:
    words = bench.words
    if done is not None and done.notes:
        show_notes(done.notes, words)
    elif done is not None:
        say(words.plural("One person was imported.", "{n} people were imported.", done.rows))
