"""The headers of every answer: nothing from outside, no script in the page, no frame around it."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from accord.web.settings import Settings

__all__ = ["POLICY", "guard_headers"]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})


def guard_headers(app: FastAPI, settings: Settings) -> None:
    """Check the Host header of each request, and put the headers on each answer that does not bring its own."""
    hosts = _LOOPBACK | {settings.host}
    app.add_middleware(_Guard, hosts=hosts)


class _Guard:
    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        host = Headers(scope=scope).get("host", "").rsplit(":", 1)[0].lower()

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if host not in self.hosts:
            refusal = PlainTextResponse(f"this desk does not answer for the host {host!r}\n", status_code=421)
            await refusal(scope, receive, sent)
            return
        await self.app(scope, receive, sent)
