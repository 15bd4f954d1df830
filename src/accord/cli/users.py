"""`accord users`: who may sign in to the desk."""

from __future__ import annotations

import getpass
import sys

from accord.cli.options import Format
from accord.cli.tables import print_rows
from accord.errors import UsageError
from accord.store.where import Where
from accord.web.users import ROLES, Users, person_name

__all__ = ["add", "list_users", "remove", "role"]


def add(where: Where, name: str, role: str) -> int:
    """Add a person with a password."""
    users, name = Users(where), person_name(name)
    if role not in ROLES:
        raise UsageError(f"no role is called {role!r}", f"say one of {', '.join(ROLES)}")
    users.put(name, role, _password())
    print(f"{name} may sign in now, as {role} (kept in {users.path})", file=sys.stderr)
    return 0


def role(where: Where, name: str, role: str) -> int:
    """Another role for a person."""
    Users(where).grant(name, role)
    print(f"{name} is {role} now; their sessions have ended", file=sys.stderr)
    return 0


def list_users(where: Where, form: Format) -> int:
    """Everybody with their role."""
    rows = [{"name": name, "role": user.role} for name, user in Users(where).all.items()]
    print_rows(rows, ("name", "role"), form, "nobody may sign in yet: accord users add NAME --role admin")
    return 0


def remove(where: Where, name: str) -> int:
    """Nobody of that name any more."""
    Users(where).remove(name)
    print(f"{name} may no longer sign in", file=sys.stderr)
    return 0


def _password() -> str:
    """From the terminal, twice; else the first line of standard input. Raises UsageError."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != first:
        raise UsageError("the two passwords differ", "run the command again")
    return first
