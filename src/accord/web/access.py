"""Who asks, and what they may do: every answer takes a `Reader`, everything that changes the record a `Reviewer`."""

from __future__ import annotations

import hmac
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request

from accord.web.refusal import Refusal
from accord.web.sessions import Person, Session, Sessions
from accord.web.users import ROLES

__all__ = ["Admin", "Checked", "Person", "Reader", "Reviewer", "Sender", "csrf_token", "session_of", "sessions_of"]


def sessions_of(request: Request) -> Sessions:
    found: Sessions = request.app.state.sessions
    return found


def session_of(request: Request) -> Session:
    """The session of this browser, as the gate read it from the cookie."""
    found: Session = request.state.session
    return found


def csrf_token(request: Request) -> str:
    """The token that forms and calls of this session carry; its cookie is set with the answer, if it was not yet."""
    session = session_of(request)
    session.issue |= not session.given
    return sessions_of(request).token(session)


async def _reader(request: Request) -> Person:
    person = sessions_of(request).person(session_of(request))
    if person is None:
        raise Refusal(401, "nobody is signed in", "sign in at /sign-in")
    return person


async def _checked(request: Request) -> AsyncIterator[None]:
    """Refuse what no page of this session sent."""
    async with request.form() as form:
        given = request.headers.get("x-csrf-token") or form.get("csrf")
        wanted = sessions_of(request).token(session_of(request))
        if not isinstance(given, str) or not hmac.compare_digest(given.encode(), wanted.encode()):
            raise Refusal(403, "the form is not of this session", "load the page again and send it once more")
        yield


Checked = Annotated[None, Depends(_checked)]
"""That the token of this session came with it."""


async def _sender(person: Annotated[Person, Depends(_reader)], _checked: Checked) -> Person:
    return person


def _check(request: Request, person: Person, role: str) -> Person:
    if request.app.state.desk.settings.read_only:
        raise Refusal(403, "this desk is read-only", "start it without --read-only to change the record")
    if ROLES.index(person.role) < ROLES.index(role):
        raise Refusal(403, f"this takes a {role}, you are a {person.role}", "ask whoever runs the desk")
    return person


async def _reviewer(request: Request, person: Annotated[Person, Depends(_sender)]) -> Person:
    return _check(request, person, "reviewer")


async def _admin(request: Request, person: Annotated[Person, Depends(_sender)]) -> Person:
    return _check(request, person, "admin")


Reader = Annotated[Person, Depends(_reader)]
"""Whoever may look."""
Sender = Annotated[Person, Depends(_sender)]
"""A reader whose form is of this session: for what changes the session, never the record."""
Reviewer = Annotated[Person, Depends(_reviewer)]
Admin = Annotated[Person, Depends(_admin)]
