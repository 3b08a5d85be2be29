"""The reason sheet of a placement as a file."""

import streamlit as st

from planner.explain.sheet import ReasonSheet
from planner.explain.sheet_words import sheet_text
from planner.report import sheet_pdf
from planner.ui.words import Words


def offer_sheet(sheet: ReasonSheet, words: Words) -> None:
    """Offer the sheet as PDF and as text; no pseudonym is in the name of the file."""
    stem = words("reason-sheet-{hash}", hash=sheet.plan_hash[:8])
    with st.container(horizontal=True, key="reason_sheet"):
        st.download_button(
            words("Reason sheet (PDF)"),
            lambda: sheet_pdf(sheet, words.language),
            file_name=f"{stem}.pdf",
            mime="application/pdf",
            key="sheet_pdf",
            on_click="ignore",
            icon=":material/description:",
        )
        st.download_button(
            words("Reason sheet (text)"),
            lambda: sheet_text(sheet, words.language).encode(),
            file_name=f"{stem}.txt",
            mime="text/plain",
            key="sheet_text",
            on_click="ignore",
            icon=":material/article:",
        )
