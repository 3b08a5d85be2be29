"""A small app behind the real door: a page that gives, takes and fails, each with data that must not get out."""

import streamlit as st

from planner.ui.auth import account_page, current_user, sign_in_gate
from planner.ui.language import current_words, tell_document


def page() -> None:
    """Draw the page."""
    name = current_user().name
    st.title(f"Secret of {name}", anchor=False)
    st.button("Again")
    st.download_button("Take", f"candidate of {name}", file_name="plan.csv", mime="text/csv")
    given = st.file_uploader("Give")
    if given is not None:
        st.markdown(f"Read {len(given.getvalue())} bytes")
        if st.button("Fail"):
            raise ValueError(f"cannot read {given.getvalue().decode()} of {name}")


st.set_page_config(page_title="Small")
tell_document(current_words())
sign_in_gate()
st.navigation([st.Page(page, title="Page", url_path="page", default=True), st.Page(account_page, title="Konto")]).run()
