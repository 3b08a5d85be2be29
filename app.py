"""The app: ``streamlit run app.py``."""

import streamlit as st

from planner.ui.icon import icon
from planner.ui.language import current_words, tell_document
from planner.ui.plan_page import plan_page

words = current_words()
st.set_page_config(page_title=words("Placement plan"), page_icon=icon(), layout="wide")
st.navigation([st.Page(plan_page, title=words("Plan"), url_path="plan", default=True)], position="top").run()
tell_document(words)
