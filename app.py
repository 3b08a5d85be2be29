"""The app: ``streamlit run app.py``. What the server wraps around the pages is put together here."""

import streamlit as st

from planner.ui.auth.web import MAIN, shield

app = st.App(MAIN, **shield())
