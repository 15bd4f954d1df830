"""Signing in and out, and saying who one is: the only forms that no reviewer is needed for."""

from __future__ import annotations

import asyncio
import ipaddress
import math
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import FastAPI, Form, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from accord.web.access import Checked, Reader, Sender, csrf_token, session_of, sessions_of
from accord.web.attempts import Attempts
from accord.web.pages import page
from accord.web.refusal import Refusal
from accord.web.users import LONGEST, plain_name

__all__ = ["Door", "Me", "add_signing", "local"]

_BY_NAME, _BY_ADDRESS = 5, 30  # failures within the time
_WHILE = 15 * 60.0  # seconds
_AT_ONCE = 2  # passwords that are checked side by side, at 64 MiB each

Next = Annotated[str, Query(alias="next", max_length=2000, description="Where to go on: a path of this desk.")]
NextField = Annotated[str, Form(alias="next", max_length=2000)]
Name = Annotated[str, Form(max_length=200)]


class Door:
    """Counts failed sign-ins of one desk, and lets only so many passwords be checked at once."""

    def __init__(self) -> None:
        self.names = Attempts(_BY_NAME, _WHILE)
        self.addresses = Attempts(_BY_ADDRESS, _WHILE)
        self.checking = asyncio.Semaphore(_AT_ONCE)


@dataclass(frozen=True, slots=True)
class Me:
    """Who asks, and the token for the header X-CSRF-Token of what they send."""

    name: str
    role: str
    csrf: str
    read_only: bool


def add_signing(app: FastAPI) -> None:
    """Give the desk its door."""
    app.state.door = Door()
    app.get("/api/session", tags=["session"])(me)
    app.get("/sign-in", include_in_schema=False)(sign_in_page)
    app.post("/sign-in", include_in_schema=False)(sign_in)
    app.post("/sign-out", include_in_schema=False)(sign_out)
    app.get("/who", include_in_schema=False)(who_page)
    app.post("/who", include_in_schema=False)(who)


def me(request: Request, person: Reader) -> Me:
    """Who asks. Whoever sends changes asks this first, keeps the cookie, and sends the token with each."""
    return Me(person.name, person.role, csrf_token(request), sessions_of(request).settings.read_only)


def sign_in_page(request: Request, next_: Next = "/") -> Response:
    return page(request, "sign-in.html", next=local(next_), said="", wrong=False)


async def sign_in(
    request: Request,
    _checked: Checked,
    name: Name,
    password: Annotated[str, Form(max_length=LONGEST)],
    next_: NextField = "/",
) -> Response:
    """A new session for whoever knows the password; the same words and the same time for a wrong name."""
    sessions, door, back, name = sessions_of(request), request.app.state.door, local(next_), plain_name(name)
    if not sessions.settings.sign_in:
        raise Refusal(404, "this desk has no sign-in", "say who you are at /who")
    keys = ((door.names, name.casefold()), (door.addresses, _network(request)))
    if (wait := max(attempts.wait(key) for attempts, key in keys)) > 0:
        reason, mend = "too many sign-ins failed", f"try again in {math.ceil(wait / 60)} minutes"
        raise Refusal(429, reason, mend, {"retry-after": str(math.ceil(wait))})
    for attempts, key in keys:
        attempts.note(key)
    async with door.checking:
        user = await run_in_threadpool(sessions.users.check, name, password)
    if user is None:
        return page(request, "sign-in.html", 403, next=back, said=name, wrong=True)
    door.names.clear(name.casefold())
    door.addresses.take_back(_network(request))
    sessions.end(session_of(request))
    request.state.session = sessions.begin(name, user.stamp)
    return RedirectResponse(back, 303)


def sign_out(request: Request, _person: Sender) -> Response:
    sessions = sessions_of(request)
    sessions.end(session_of(request))
    request.state.session = sessions.begin()
    request.state.session.issue = True
    return RedirectResponse("/sign-in" if sessions.settings.sign_in else "/", 303)


def who_page(request: Request, person: Reader, next_: Next = "/") -> Response:
    return page(request, "who.html", next=local(next_))


def who(request: Request, _person: Sender, name: Name, next_: NextField = "/") -> Response:
    """Another name at this browser, for the judgements to come."""
    back = local(next_)
    request.state.session = sessions_of(request).say(name)
    return RedirectResponse(back, 303)


def local(path: str) -> str:
    """A path of this desk. Refuses what leads away from it."""
    parts = urlsplit(path)
    if parts.scheme or parts.netloc or not path.startswith("/") or path.startswith("//"):
        raise Refusal(400, "`next` leads away from the desk", "give a path that begins with one /")
    if "\\" in path or not path.isprintable():
        raise Refusal(400, "`next` is no path", "give a path without backslashes and line breaks")
    return path


def _network(request: Request) -> str:
    """The address that a request comes from; of IPv6 the network, which one machine has whole."""
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.version == 6:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return host
