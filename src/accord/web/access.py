"""Who asks, and what they may do: every answer takes a `Reader`, everything that changes the record a `Reviewer`."""

from __future__ import annotations

import getpass
import hmac
import secrets
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, HTTPException, Request

__all__ = ["CSRF", "Admin", "Person", "Reader", "Reviewer", "csrf_token"]

CSRF = "accord_csrf"
"""The cookie that a form's hidden field, or the header X-CSRF-Token, must repeat."""

_ROLES = ("reader", "reviewer", "admin")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the desk; `role` is reader, reviewer or admin, each of which may do what the former may."""

    name: str
    role: str


def csrf_token(request: Request) -> str:
    """The token of this browser, a new one where it has none."""
    return request.cookies.get(CSRF) or str(getattr(request.state, "csrf", "")) or secrets.token_urlsafe(32)


def _reader() -> Person:
    return Person(getpass.getuser(), "admin")


async def _reviewer(request: Request, person: Annotated[Person, Depends(_reader)]) -> Person:
    await _check(request, person, "reviewer")
    return person


async def _admin(request: Request, person: Annotated[Person, Depends(_reader)]) -> Person:
    await _check(request, person, "admin")
    return person


async def _check(request: Request, person: Person, role: str) -> None:
    if request.app.state.desk.settings.read_only:
        raise HTTPException(403, "this desk is read-only")
    if _ROLES.index(person.role) < _ROLES.index(role):
        raise HTTPException(403, f"this takes a {role}; you are a {person.role}")
    given = request.headers.get("x-csrf-token") or str((await request.form()).get("csrf", ""))
    if not hmac.compare_digest(given, request.cookies.get(CSRF, "") or "-"):
        raise HTTPException(403, "the form is older than this session; load the page again and send it once more")


Reader = Annotated[Person, Depends(_reader)]
Reviewer = Annotated[Person, Depends(_reviewer)]
Admin = Annotated[Person, Depends(_admin)]
