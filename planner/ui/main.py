"""What runs at every visit and every click: the gate, then the page. ``app.py`` serves it."""

import streamlit as st

from planner.ui.auth import account_page, sign_in_gate
from planner.ui.icon import icon
from planner.ui.language import current_words, tell_document
from planner.ui.plan_page import plan_page

words = current_words()
st.set_page_config(page_title=words("Placement plan"), page_icon=icon(), layout="wide")
user = sign_in_gate()
pages = [
    st.Page(plan_page, title=words("Plan"), url_path="plan", default=True),
    st.Page(account_page, title=words("Account"), url_path="account"),
]
st.navigation(pages, position="top").run()
tell_document(words)
