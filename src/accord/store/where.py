"""Where a store is: a file, or a database of a PostgreSQL server."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from accord.errors import UsageError

__all__ = ["Where", "beside", "where", "written"]

Where = Path | URL
"""A file, or postgresql://USER@HOST/DATABASE; as text a URL hides its password."""

_SCHEMES = ("postgresql://", "postgres://", "postgresql+psycopg://")


def where(text: str | Path | URL) -> Where:
    """What a person named as the store. Raises UsageError for a URL that is none, or of another database."""
    if not isinstance(text, str):
        return text
    if "://" not in text:
        return Path(text)
    if not text.startswith(_SCHEMES):
        raise UsageError(
            f"no store is kept at {text.split(':')[0]}://", "give a file, or postgresql://USER@HOST/DATABASE"
        )
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise UsageError(
            f"{text.split('@')[-1]} is no address of a database", "write postgresql://USER@HOST/DATABASE"
        ) from error
    if not url.database:
        raise UsageError(f"{url} names no database", "write postgresql://USER@HOST/DATABASE")
    return url.set(drivername="postgresql")


def written(at: Where) -> str:
    """What `where` reads back, password and all: for another process of the same user, never to be shown."""
    return str(at) if isinstance(at, Path) else at.render_as_string(hide_password=False)


def beside(at: Where, ending: str) -> Path:
    """A file that belongs to a store: beside its own, or in the current folder by the name of its database."""
    own = at if isinstance(at, Path) else Path(at.database or "")
    return own.with_name(f"{own.name}{ending}")
