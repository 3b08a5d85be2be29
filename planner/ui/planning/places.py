"""Importing neighbourhoods, sites and travel times."""

from functools import partial

import streamlit as st

from planner.service import Imported, import_places, present_places
from planner.store import NotFoundError
from planner.tables import places_tables
from planner.ui.bench import Bench, refusals, say
from planner.ui.guided import Kind, begin, guide
from planner.ui.problems import show_notes


def import_sites(bench: Bench) -> None:
    """Show what places there are, and take new ones."""
    words = bench.words
    try:
        now = present_places(bench.store, bench.user, bench.project)
    except NotFoundError:
        st.markdown(words("No places yet."))
    else:
        posts = sum(site.posts for site in now.sites)
        st.markdown(
            words(
                "{places} neighbourhoods, {sites} sites with {posts} posts.",
                places=words.number(len(now.neighbourhoods)),
                sites=words.number(len(now.sites)),
                posts=words.number(posts),
            )
        )
    with st.form("places", border=False, clear_on_submit=True):
        uploads = st.file_uploader(
            words("neighbourhoods.csv, sites.csv and perhaps travel_times.csv; or one XLSX, or a ZIP"),
            type=("csv", "xlsx", "zip"),
            accept_multiple_files=True,
            key="places_files",
        )
        pressed = st.form_submit_button(words("Import places"), icon=":material/upload:")
    kind = Kind(
        f"places_{bench.project}", places_tables, partial(import_places, bench.store, bench.user, bench.project)
    )
    if pressed and not uploads:
        st.error(words("Please choose a file first."), icon=":material/upload_file:")
    with refusals(words):
        if pressed and uploads:
            done = begin(kind, {upload.name: upload.getvalue() for upload in uploads})
            _tell(bench, done)
        _tell(bench, guide(kind, words))


def _tell(bench: Bench, done: Imported | None) -> None:
    words = bench.words
    if done is not None and done.notes:
        show_notes(done.notes, words)
    elif done is not None:
        say(words.plural("One site was imported.", "{n} sites were imported.", done.rows))
