"""What the page has to know before any other script runs: its language, which a screen reader pronounces by, and where
its server is.

Streamlit has no option for the language; the page it serves says English whatever it shows.
"""

import re
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import Message

from planner.messages import Language, gettext
from planner.ui.auth.web.asgi import ASGIApp, Receive, Scope, Send
from planner.ui.auth.web.base import base_script
from planner.ui.preference import COOKIE, PARAMETER, preferred

_ENGLISH = b'<html lang="en">'
_NO_SCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
_HEAD = b"<head>"

_PARTS = frozenset({b"accept-encoding", b"if-none-match", b"if-modified-since", b"range", b"if-range"})
"""What asks for less than the whole page in the clear; Streamlit's file is the same for every language."""

_OF_THE_FILE = ("etag", "last-modified", "accept-ranges")
"""What an answer says of Streamlit's file, and not of the page."""


class Document:
    """Writes into the page the language that is asked for, and where the server is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on, and change the answer if it is a page."""
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            await self.app(scope, receive, send)
            return
        plain = [(name, value) for name, value in scope["headers"] if name.lower() not in _PARTS]
        start: Message | None = None
        body = bytearray()

        async def collected(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _is_page(message):
                start = _described(message)
                if scope["method"] == "HEAD":
                    del MutableHeaders(scope=start)["content-length"]
            elif start is None or message["type"] != "http.response.body":
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    page = _told(bytes(body), _language(scope))
                    page = page.replace(_HEAD, _HEAD + b"<script>" + base_script() + b"</script>", 1)
                    if page:
                        MutableHeaders(scope=start)["content-length"] = str(len(page))
                    await send(start)
                    await send({"type": "http.response.body", "body": page})

        await self.app({**scope, "headers": plain}, receive, collected)


def _is_page(message: Message) -> bool:
    return Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")


def _described(message: Message) -> Message:
    """Return the beginning of the answer as one about this page, which another reader gets in another language."""
    headers = MutableHeaders(scope=message)
    for name in _OF_THE_FILE:
        del headers[name]
    headers.add_vary_header("Accept-Language")
    headers.add_vary_header("Cookie")
    return message


def _told(page: bytes, language: Language) -> bytes:
    """Return the page in a language, as far as it says anything itself."""
    silent = gettext("This program needs JavaScript in the browser.", language)
    page = _NO_SCRIPT.sub(f"<noscript><p>{silent}</p></noscript>".encode(), page, count=1)
    return page.replace(_ENGLISH, f'<html lang="{language}">'.encode(), 1)


def _language(scope: Scope) -> Language:
    headers = Headers(scope=scope)
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get(PARAMETER, [""])[0]
    return preferred(asked, cookie_parser(headers.get("cookie", "")).get(COOKIE), headers.get("accept-language"))
