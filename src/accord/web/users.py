"""Who may sign in: a small file beside the store, so that no store and no export carries a secret.

``NAME.users.json``, readable by its owner only, holds a name, a role and an argon2id hash for each person, and the key
that cookies are signed with.
"""

from __future__ import annotations

import json
import os
import secrets
import stat
import tempfile
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from accord.errors import NotFound, StoreError, UsageError
from accord.store.where import Where, beside

__all__ = ["LONGEST", "ROLES", "SHORTEST", "User", "Users", "person_name", "plain_name"]

ROLES = ("reader", "reviewer", "admin")
"""Each may do what the ones before it may."""

SHORTEST, LONGEST = 12, 256
"""Characters of a password."""

_NAME = 64  # characters
_HASHER = PasswordHasher()  # argon2id, the first choice of RFC 9106 for little memory: 64 MiB, 3 passes, 4 lanes
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$1/Hw+dVGKSDJ+Wp7wPpYfQ$+00MaNziWAautUzFE5jsQ60IFnb2EoKuK8cVx+D0vr0"  # of a word that nobody knows


@dataclass(frozen=True, slots=True)
class User:
    """`stamp` is another one after each change of role or password: sessions that carry an older one have ended."""

    role: str
    hash: str
    stamp: str


class Users:
    """The people of one store, as its file has them now; a change by another process is seen at the next question."""

    def __init__(self, store: Where) -> None:
        self.path = beside(store, ".users.json")
        self._seen: tuple[int, ...] | None = None
        self._key = secrets.token_hex(32)
        self._users: dict[str, User] = {}

    @property
    def all(self) -> Mapping[str, User]:
        """Everybody, by name. Raises StoreError where the file cannot be trusted."""
        self._look()
        return dict(sorted(self._users.items()))

    @property
    def key(self) -> bytes:
        """What cookies are signed with; as long as there is no file, another one in each process."""
        self._look()
        return bytes.fromhex(self._key)

    def get(self, name: str) -> User | None:
        self._look()
        return self._users.get(name)

    def check(self, name: str, password: str) -> User | None:
        """The user of that name and password. Takes the same time for names that are not there."""
        user = self.get(name)
        try:
            _HASHER.verify(user.hash if user else _NOBODY, password)
        except (VerifyMismatchError, InvalidHashError):
            return None
        return user

    def put(self, name: str, role: str, password: str) -> None:
        """Add a person, or give one another role and password. Raises UsageError."""
        name = person_name(name)
        if role not in ROLES:
            raise UsageError(f"no role is called {role!r}", f"say one of {', '.join(ROLES)}")
        if not SHORTEST <= len(password) <= LONGEST:
            raise UsageError(f"the password has {len(password)} characters", f"give one of {SHORTEST} to {LONGEST}")
        if password.casefold() == name.casefold():
            raise UsageError("the password is the name", "give another one")
        self._look()
        if near := next((n for n in self._users if n.casefold() == name.casefold() and n != name), None):
            raise UsageError(f"{name!r} differs from {near!r} only in small and capital letters", "give another name")
        self._users[name] = User(role, _HASHER.hash(password), secrets.token_hex(8))
        self._write()

    def grant(self, name: str, role: str) -> None:
        """Give a person another role. Raises UsageError and NotFound."""
        if role not in ROLES:
            raise UsageError(f"no role is called {role!r}", f"say one of {', '.join(ROLES)}")
        self._users[name] = User(role, self._known(name).hash, secrets.token_hex(8))
        self._write()

    def remove(self, name: str) -> None:
        """Take a person out. Raises NotFound."""
        self._known(name)
        del self._users[name]
        self._write()

    def keep_key(self) -> None:
        """Put the key in a file, so that cookies are still good after a restart. Raises StoreError."""
        if not self.path.exists():
            self._write()

    def _known(self, name: str) -> User:
        if (user := self.get(name)) is None:
            raise NotFound(f"nobody is called {name!r} among the users", "see `accord users list`")
        return user

    def _look(self) -> None:
        """Read the file where it is another one than the last time."""
        try:
            status = self.path.stat()
        except FileNotFoundError:
            self._users, self._seen = {}, None
            return
        seen = (status.st_mtime_ns, status.st_size, status.st_ino, status.st_mode)
        if seen == self._seen:
            return
        if os.name == "posix" and stat.S_IMODE(status.st_mode) & 0o077:
            raise StoreError(f"{self.path} can be read by others", f"chmod 600 {self.path}")
        try:
            data = json.loads(self.path.read_text(encoding="utf-8"))
            users = {name: User(**fields) for name, fields in data["users"].items()}
            key = str(data["key"])
            bytes.fromhex(key)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            reason = f"{self.path} is no list of users ({error})"
            raise StoreError(reason, "take it away, and add the users again") from error
        self._users, self._key, self._seen = users, key, seen

    def _write(self) -> None:
        """The whole file at once, for its owner only."""
        text = json.dumps({"key": self._key, "users": {n: asdict(u) for n, u in self._users.items()}}, indent=1)
        try:
            handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=self.path.name)  # mode 600
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(f"{text}\n")
            Path(name).replace(self.path)
        except OSError as error:
            reason = f"{self.path} cannot be written ({error.strerror or error})"
            raise StoreError(reason, "check that its folder may be written to") from error


def plain_name(text: str) -> str:
    """A name as it is compared: NFC, without space around it."""
    return unicodedata.normalize("NFC", text.strip())


def person_name(text: str) -> str:
    """A name as it is kept. Raises UsageError where it is empty, too long, or holds what cannot be seen."""
    name = plain_name(text)
    if not name or len(name) > _NAME or not name.isprintable():
        raise UsageError(f"{text[:_NAME]!r} is no name for a person", f"give 1 to {_NAME} letters, without line breaks")
    return name
