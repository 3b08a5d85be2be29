"""Everything around the pages, in the order a request meets it."""

from pathlib import Path
from typing import TypedDict

from starlette.middleware import Middleware
from streamlit.runtime.scriptrunner_utils.script_run_context import OnScriptErrorHandler

from planner.ui.auth.web.callback import Callback
from planner.ui.auth.web.document import Document
from planner.ui.auth.web.door import Door
from planner.ui.auth.web.headers import Headers
from planner.ui.auth.web.mishap import show_mishap
from planner.ui.auth.web.quiet import quieten
from planner.ui.auth.web.treasury import Treasury

MAIN = Path(__file__).parents[2] / "main.py"
"""The script of the pages; it is run, never imported."""


class Shield(TypedDict):
    """Arguments of ``st.App``."""

    middleware: list[Middleware]
    on_script_error: OnScriptErrorHandler


def shield() -> Shield:
    """Return what ``st.App`` needs so that nothing leaves that should not."""
    quieten()
    layers = [Middleware(layer) for layer in (Headers, Door, Treasury, Callback, Document)]
    return {"middleware": layers, "on_script_error": show_mishap}
