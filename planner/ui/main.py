"""What runs at every visit and every click: the gate, then the page. ``app.py`` serves it."""

import streamlit as st

from planner.ui.auth import sign_in_gate
from planner.ui.icon import icon
from planner.ui.language import current_words, language_bar
from planner.ui.navigation import pages_for

words = current_words()
st.set_page_config(page_title=words("Placement plan"), page_icon=icon(), layout="wide")
language_bar(words)
user = sign_in_gate()
page = st.navigation(pages_for(user, words), position="top")
st.set_page_config(page_title=f"{page.title} · {words('Placement plan')}")
page.run()
