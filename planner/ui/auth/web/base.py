"""Where the server is, told to its page.

Streamlit's page looks for its server below the address it was opened at and then one step higher each time. Whoever
opens a bookmark of a workplace would be answered first from where nobody is.
"""

import base64
import hashlib
import json

from streamlit import config


def base_script() -> bytes:
    """Return what a page has to run first."""
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    place = json.dumps(f"/{base}/" if base else "/")
    return f"window.__streamlit = {{ BACKEND_BASE_URL: location.origin + {place} }};".encode()


def digest(script: bytes) -> str:
    """Return the words by which a policy allows a script inside a page; source: Content Security Policy Level 3."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"
