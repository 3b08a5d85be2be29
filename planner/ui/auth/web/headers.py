"""What every answer says to the browser: nothing from elsewhere, nothing for elsewhere."""

import re
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.types import Message
from streamlit import config

from planner.ui.auth.setup import LIFETIME, Setup, SetupError, read_setup
from planner.ui.auth.web.asgi import ASGIApp, Receive, Scope, Send, route
from planner.ui.auth.web.base import base_script, digest

POLICY = {
    "default-src": "'self'",
    "script-src": "'self' blob:",  # Streamlit loads the code of components such as the map from blobs it makes itself
    "style-src": "'self' 'unsafe-inline'",  # its style sheets are written at run time
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
"""Source: Content Security Policy Level 3; what is needed beyond ``'self'`` was found by leaving it out."""

UNUSED = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

_INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
_AGE = re.compile(r"Max-Age=(\d{5,})", re.IGNORECASE)


class Headers:
    """Adds the headers, and makes cookies as short-lived and as secret as they should be."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on, and look after the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        setup = _setup()
        private = route(scope, config.get_option("server.baseUrlPath")).startswith(("/media/", "/auth/", "/oauth2"))

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update({**ALWAYS, "Content-Security-Policy": content_policy()})
                if private:
                    headers["Cache-Control"] = "no-store"
                if setup is not None and setup.encrypted:
                    headers["Strict-Transport-Security"] = "max-age=31536000"
                message["headers"] = [
                    (name, _cookie(value, setup) if name.lower() == b"set-cookie" else value)
                    for name, value in message["headers"]
                ]
            await send(message)

        await self.app(scope, receive, dressed)


@cache
def content_policy() -> str:
    """Return the policy; scripts inside the page, Streamlit's and ours, are allowed by their hashes."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_bytes()
    scripts = " ".join((POLICY["script-src"], *map(digest, (base_script(), *_INLINE.findall(page)))))
    return "; ".join(f"{name} {value}" for name, value in {**POLICY, "script-src": scripts}.items())


def _cookie(value: bytes, setup: Setup | None) -> bytes:
    """Let a cookie of the sign-in end with the session, and travel by TLS only where there is TLS."""
    longest = int((setup.lifetime if setup else LIFETIME).total_seconds())
    text = _AGE.sub(lambda age: f"Max-Age={min(longest, int(age[1]))}", value.decode("latin-1"))
    if setup is not None and setup.encrypted and "; secure" not in text.lower():
        text += "; Secure"
    return text.encode("latin-1")


def _setup() -> Setup | None:
    try:
        return read_setup()
    except SetupError:
        return None
