"""Sessions: a signed cookie says who sits at this browser; the token of its forms is bound to it."""

from __future__ import annotations

import base64
import getpass
import hashlib
import hmac
import json
import secrets
import time
from dataclasses import dataclass
from functools import cache

from accord.errors import UsageError
from accord.web.settings import Settings
from accord.web.users import ROLES, Users, person_name

__all__ = ["COOKIE", "HOURS", "Person", "Session", "Sessions"]

COOKIE = "accord_session"
HOURS = 12
"""How long a sign-in lasts; a name that was merely said, at a desk on this machine, is kept for a year."""

_YEAR = 365 * 24


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the desk; `role` is reader, reviewer or admin, each of which may do what the former may."""

    name: str
    role: str


@dataclass(slots=True)
class Session:
    """What a cookie says. `name` is empty where nobody has said one; `stamp` is the user's; `until` in seconds of the
    epoch; `given` is whether the browser has its cookie; `issue` asks that it be set with the answer."""

    id: str
    name: str = ""
    stamp: str = ""
    until: int = 0
    given: bool = False
    issue: bool = False


@cache
def _user() -> str:
    """The user of this machine."""
    return getpass.getuser()


class Sessions:
    """Signs and reads the cookies of one desk.

    Where a sign-in is demanded, the key is this process's own: a restart ends all sessions. Else it is the one in the
    file of users, so that the name that somebody gave outlives a restart.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.users = Users(settings.store)
        self._own = secrets.token_bytes(32) if settings.sign_in else b""
        self._ended: dict[str, int] = {}

    def read(self, cookie: str) -> Session:
        """The session of a cookie; a new one where the cookie is none of ours, has expired or was ended."""
        body, _, mark = cookie.partition(".")
        if not hmac.compare_digest(mark.encode(), self._mark("session", body).encode()):
            return self.begin()
        said = json.loads(base64.urlsafe_b64decode(body))
        found = Session(said["id"], said["name"], said["stamp"], said["until"], given=True)
        if found.until < time.time() or found.id in self._ended:
            return self.begin()
        return found

    def write(self, session: Session) -> str:
        """The cookie of a session."""
        said = {"id": session.id, "name": session.name, "stamp": session.stamp, "until": session.until}
        body = base64.urlsafe_b64encode(json.dumps(said).encode()).decode()
        return f"{body}.{self._mark('session', body)}"

    def begin(self, name: str = "", stamp: str = "") -> Session:
        """A session with an id that nobody has seen before."""
        hours = HOURS if self.settings.sign_in else _YEAR
        return Session(secrets.token_urlsafe(16), name, stamp, int(time.time()) + hours * 3600, issue=bool(name))

    def end(self, session: Session) -> None:
        """No cookie of this session counts from now on."""
        now = int(time.time())
        self._ended = {id_: until for id_, until in self._ended.items() if until > now} | {session.id: session.until}

    def say(self, name: str) -> Session:
        """A session of somebody who says who they are, at a desk without sign-in. Raises UsageError and StoreError."""
        if self.settings.sign_in:
            raise UsageError("this desk takes its names from the sign-in", "sign out, and in as somebody else")
        name = person_name(name)
        self.users.keep_key()
        return self.begin(name)

    def person(self, session: Session) -> Person | None:
        """Who this is: whoever has signed in; without sign-in, whoever they say, else the user of this machine."""
        if not self.settings.sign_in:
            return Person(session.name or _user(), ROLES[-1])
        user = self.users.get(session.name)
        if user is None or not hmac.compare_digest(user.stamp, session.stamp):
            return None
        return Person(session.name, user.role)

    def token(self, session: Session) -> str:
        """What a form of this session carries."""
        return self._mark("form", session.id)

    def _mark(self, use: str, text: str) -> str:
        key = self._own or self.users.key
        return hmac.new(key, f"{use}:{text}".encode(), hashlib.sha256).hexdigest()
