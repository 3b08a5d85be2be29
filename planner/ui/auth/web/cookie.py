"""The signed cookie of ``st.login``, read outside of a page.

Streamlit offers no public way to it; the version of Streamlit is pinned, and the tests sign in for real.
"""

import json
from collections.abc import Mapping
from typing import Any

from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from streamlit.web.server.starlette.starlette_websocket import _get_signed_cookie_with_chunks


def claims_of(cookies: Mapping[str, str]) -> dict[str, Any]:
    """Return what the cookie says; nothing if there is none, or if it was not signed here."""
    signed = _get_signed_cookie_with_chunks(dict(cookies), USER_COOKIE_NAME)
    found = json.loads(signed) if signed else {}
    return found if isinstance(found, dict) else {}
