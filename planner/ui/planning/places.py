"""Importing neighbourhoods, sites and travel times."""

import streamlit as st

from planner.service import import_places, present_places
from planner.store import NotFoundError
from planner.ui.bench import Bench, refusals, say
from planner.ui.problems import show_notes


def import_sites(bench: Bench) -> None:
    """Show what places there are, and take new ones."""
    words = bench.words
    try:
        now = present_places(bench.store, bench.user, bench.project)
    except NotFoundError:
        st.info(words("No places yet: please import neighbourhoods and sites."), icon=":material/info:")
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
    if pressed and uploads:
        with refusals(words):
            files = {upload.name: upload.getvalue() for upload in uploads}
            done = import_places(bench.store, bench.user, bench.project, files)
            if done.notes:
                show_notes(done.notes, words)
            else:
                say(words.plural("One site was imported.", "{n} sites were imported.", done.rows))
