"""The headers of every answer: nothing from outside, no script in the page, no frame around it."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["POLICY", "Headed", "put"]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS = {
    "cache-control": "private, no-store",
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",  # with no-referrer, browsers would hide the Origin of our own forms
    "speculation-rules": '"/static/prefetch.rules"',  # a page that is pointed at is fetched before it is pressed
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
_KEPT = "no-cache"  # files of the desk's own: asked for again, answered by 304


class Headed:
    """Puts the headers on each answer that does not bring its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        own = scope["path"].startswith("/static/")

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if own:
                    headers.setdefault("cache-control", _KEPT)
                put(headers)
            await send(message)

        await self.app(scope, receive, sent)


def put(headers: MutableHeaders) -> None:
    """Add the headers that an answer does not bring."""
    for name, value in _HEADERS.items():
        headers.setdefault(name, value)
