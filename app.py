"""The app: ``streamlit run app.py``. What the server wraps around the pages is put together here."""

import streamlit as st

from planner.ui.auth.web import MAIN, shield
from planner.ui.memory import set_aside_what_lives_long
from planner.ui.warming import warmed

set_aside_what_lives_long()
app = st.App(MAIN, lifespan=warmed, **shield())
