"""Full text in SQLite's FTS5. PostgreSQL has a file of the same functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Integer, column, text
from sqlalchemy.engine import Connection
from sqlalchemy.sql.selectable import TextualSelect

from accord.store.wording import CLOSE, OPEN, SNIPPET_WORDS, phrases

__all__ = ["add", "clean", "create", "numbers", "remove", "search"]


def create(connection: Connection) -> None:
    """The table; words are folded by case, accents and English endings."""
    connection.execute(
        text(
            "CREATE VIRTUAL TABLE IF NOT EXISTS fulltext "
            "USING fts5(quotes, said, tokenize = 'porter unicode61 remove_diacritics 2')"
        )
    )


def add(connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None:
    """Rows of claim number, quotes, values."""
    if rows:
        connection.execute(
            text("INSERT INTO fulltext(rowid, quotes, said) VALUES (:number, :quotes, :said)"),
            [{"number": number, "quotes": quotes, "said": said} for number, quotes, said in rows],
        )


def remove(connection: Connection, numbers: Iterable[int]) -> None:
    """Take claims out of the index."""
    rows = [{"number": number} for number in numbers]
    if rows:
        connection.execute(text("DELETE FROM fulltext WHERE rowid = :number"), rows)


def clean(connection: Connection) -> None:
    """Write the index anew, so that nothing of what was removed is left in it."""
    connection.execute(text("INSERT INTO fulltext(fulltext) VALUES ('rebuild')"))


def search(connection: Connection, words: str, limit: int) -> list[tuple[int, str]]:
    """Claim numbers with a snippet each, best first; all words must stand in the claim, "quoted ones" side by side."""
    query = _query(words)
    if not query:
        return []
    found = connection.execute(
        text(
            f"SELECT rowid, snippet(fulltext, 0, :open, :close, '…', {SNIPPET_WORDS}) FROM fulltext "
            "WHERE fulltext MATCH :query ORDER BY bm25(fulltext, 2.0, 1.0), rowid LIMIT :limit"
        ),
        {"open": OPEN, "close": CLOSE, "query": query, "limit": limit},
    )
    return [(int(number), str(snippet)) for number, snippet in found]


def numbers(words: str) -> TextualSelect:
    """The numbers of the claims in which all the words stand, as a part of another question."""
    found = text("SELECT rowid AS number FROM fulltext WHERE fulltext MATCH :words")
    return found.bindparams(words=_query(words) or '""').columns(column("number", Integer))


def _query(words: str) -> str:
    """The user's words as an FTS5 query: every word a quoted string, so that no sign in it is an operator."""
    return " ".join(f'"{phrase}"' for phrase in phrases(words))
