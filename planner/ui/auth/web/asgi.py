"""What the layers around the app share."""

from typing import Protocol

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from planner.errors import Problem
from planner.messages import LANGUAGES

__all__ = ["ASGIApp", "Layer", "Receive", "Scope", "Send", "refuse", "route"]


class Layer(Protocol):
    """One layer around the app."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request, or hand it on."""


async def refuse(problem: Problem, status: int, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with the sentence of a problem; a web socket is only closed."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
        return
    sentences = "\n".join(problem.text(language) for language in LANGUAGES)
    await PlainTextResponse(sentences + "\n", status)(scope, receive, send)


def route(scope: Scope, base: str) -> str:
    """Return the path of a request below the app's own address."""
    path = str(scope.get("path", ""))
    prefix = f"/{base.strip('/')}" if base.strip("/") else ""
    return path.removeprefix(prefix) if path.startswith(f"{prefix}/") else path
