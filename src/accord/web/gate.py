"""The gate: what is refused before anything of it is read, and whose session it is."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable
from urllib.parse import quote, unquote_to_bytes, urlsplit

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from accord.errors import StoreError
from accord.web.refusal import Refusal
from accord.web.sessions import COOKIE, Session, Sessions
from accord.web.settings import Settings

__all__ = ["BODY", "SAFE", "UPLOAD", "Gate"]

BODY = 2_000_000
"""Bytes of a form or of JSON."""
UPLOAD = 100_000_000
"""Bytes of a form with files, all together."""
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""

_ADDRESS = 8_000  # bytes of path and query
_HEADERS = 32_000  # bytes of all headers
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?", re.IGNORECASE)
_FILES, _DOOR = "/static/", "/sign-in"  # what is there before anybody has signed in

Telling = Callable[[Request, Refusal], Response]


class Gate:
    """Checks, in this order: the Host (against rebinding of names), the address, the sizes, where a change comes from,
    and who asks. Forwarding headers are not read."""

    def __init__(self, app: ASGIApp, sessions: Sessions, tell: Telling) -> None:
        self.app = app
        self.sessions = sessions
        self.settings = sessions.settings
        self.tell = tell
        self.names = _names(self.settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        session = self.sessions.begin()
        scope.setdefault("state", {})["session"] = session
        try:
            self._check(scope)
            session = scope["state"]["session"] = self.sessions.read(request.cookies.get(COOKIE, ""))
            asked = self._unknown(request, session)
        except Refusal as refusal:
            asked = self.tell(request, refusal)
        except StoreError as error:  # the file of users cannot be trusted: nobody is let in
            asked = PlainTextResponse(f"{error}\n", status_code=500)
        sender = self._sender(scope, send)
        if asked is not None:
            await asked(scope, receive, sender)
        else:
            await self.app(scope, _counted(receive, _most(scope)), sender)

    def _check(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._answers(hosts[0]):
            shown = ", ".join(hosts)[:100] or "no host"
            raise Refusal(421, f"this desk does not answer for {shown!r}", "see `accord serve --help`: --address")
        address = scope.get("raw_path", scope["path"].encode()) + b"?" + scope["query_string"]
        if len(address) > _ADDRESS:
            raise Refusal(414, f"the address has more than {_ADDRESS} bytes", "ask for less at once")
        if sum(len(name) + len(value) for name, value in scope["headers"]) > _HEADERS:
            raise Refusal(431, f"the headers have more than {_HEADERS} bytes", "send fewer cookies")
        if not _is_text(address):
            raise Refusal(400, "the address is no UTF-8 text, or has a NUL in it", "check what it was made from")
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length) > _most(scope):
            raise _too_much(_most(scope))
        if scope["method"] not in SAFE and not self._from_here(headers):
            raise Refusal(403, "another site sent this", "open the desk, and do it there")

    def _answers(self, host: str) -> bool:
        found = _HOST.fullmatch(host)
        if not found:
            return False
        name = found[1].lower().rstrip(".")
        return name in self.names or (self.settings.sign_in and _is_number(name))

    def _from_here(self, headers: Headers) -> bool:
        """Whether the desk's own page sends it, as far as the browser says; the form's token proves it."""
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        here = {f"{scheme}://{headers['host']}".lower() for scheme in ("http", "https")} | {self.settings.address}
        return (origin is None or origin.lower() in here) and site in (None, "same-origin", "none")

    def _unknown(self, request: Request, session: Session) -> Response | None:
        """What somebody is told who must sign in first."""
        path = request.url.path
        if path.startswith(_FILES) or path == _DOOR or self.sessions.person(session):
            return None
        if request.method in SAFE and not path.startswith(("/api/", "/openapi.json")):
            back = f"{path}?{request.url.query}" if request.url.query else path
            return RedirectResponse(f"{_DOOR}?next={quote(back)}", status_code=303)
        return self.tell(request, Refusal(401, "nobody is signed in", f"sign in at {_DOOR}"))

    def _sender(self, scope: Scope, send: Send) -> Send:
        """Sends the answer, with the session's cookie where it has not been set yet."""

        async def sent(message: Message) -> None:
            session: Session = scope["state"]["session"]
            if message["type"] == "http.response.start" and session.issue:
                secure = "; Secure" if self.settings.address.startswith("https:") else ""
                age = "" if self.settings.sign_in else "; Max-Age=31536000"
                cookie = f"{COOKIE}={self.sessions.write(session)}; Path=/; HttpOnly; SameSite=Strict{age}{secure}"
                MutableHeaders(scope=message).append("set-cookie", cookie)
            await send(message)

        return sent


def _names(settings: Settings) -> frozenset[str]:
    """The names and numbers in the Host header that mean this desk."""
    own = {"127.0.0.1", "localhost", "[::1]", f"[{settings.host}]" if ":" in settings.host else settings.host}
    if settings.sign_in:
        own |= {socket.gethostname(), f"{socket.gethostname()}.local"}
    if settings.address:
        own.add(urlsplit(settings.address).hostname or "")
    return frozenset(name.lower() for name in own if name)


def _is_number(host: str) -> bool:
    """Whether it is an IP address, which no name server can turn to another machine."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def _is_text(address: bytes) -> bool:
    try:
        return "\0" not in unquote_to_bytes(address).decode()
    except UnicodeDecodeError:
        return False


def _most(scope: Scope) -> int:
    form = Headers(scope=scope).get("content-type", "").lower()
    return UPLOAD if form.startswith("multipart/form-data") else BODY


def _too_much(most: int) -> Refusal:
    return Refusal(413, f"more than {most / 1e6:.0f} MB were sent", "send less at once, or use `accord read`")


def _counted(receive: Receive, most: int) -> Receive:
    """Receives up to so many bytes, whatever length was announced."""
    got = 0

    async def received() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        if got > most:
            raise _too_much(most)
        return message

    return received
