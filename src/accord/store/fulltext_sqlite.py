"""Full text in SQLite's FTS5. PostgreSQL has a file of the same functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Integer, bindparam, column, text
from sqlalchemy.engine import Connection
from sqlalchemy.sql.selectable import TextualSelect

from accord.store.wording import CLOSE, OPEN, SNIPPET_WORDS, phrases

__all__ = ["add", "clean", "create", "numbers", "remove", "search", "snippets"]

_RANKED = 2000  # claims; to rank them takes 3 microseconds each


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


def search(connection: Connection, words: str, limit: int) -> list[int]:
    """Claim numbers, best first; all words must stand in the claim, "quoted ones" side by side. Of words that stand in
    very many claims, those kept last are ranked."""
    query = _query(words)
    if not query:
        return []
    asked = {"query": query, "limit": limit, "most": _RANKED - 1}
    first = connection.scalar(
        text("SELECT rowid FROM fulltext WHERE fulltext MATCH :query ORDER BY rowid DESC LIMIT 1 OFFSET :most"), asked
    )
    found = connection.execute(
        text(
            "SELECT rowid FROM fulltext WHERE fulltext MATCH :query AND rowid >= :first "
            "ORDER BY bm25(fulltext, 2.0, 1.0), rowid LIMIT :limit"
        ),
        {**asked, "first": first or 0},
    )
    return [int(number) for (number,) in found]


def snippets(connection: Connection, words: str, numbers: Iterable[int]) -> dict[int, str]:
    """The quote of each of some claims, cut around the words."""
    query = text(
        f"SELECT rowid, snippet(fulltext, 0, :open, :close, '…', {SNIPPET_WORDS}) FROM fulltext "
        "WHERE fulltext MATCH :query AND rowid IN :numbers"
    ).bindparams(bindparam("numbers", expanding=True))
    asked = {"open": OPEN, "close": CLOSE, "query": _query(words), "numbers": list(numbers)}
    return {int(number): str(snippet) for number, snippet in connection.execute(query, asked)}


def numbers(words: str) -> TextualSelect:
    """The numbers of the claims in which all the words stand, as a part of another question."""
    found = text("SELECT rowid AS number FROM fulltext WHERE fulltext MATCH :words")
    return found.bindparams(words=_query(words) or '""').columns(column("number", Integer))


def _query(words: str) -> str:
    """The user's words as an FTS5 query: every word a quoted string, so that no sign in it is an operator."""
    return " ".join(f'"{phrase}"' for phrase in phrases(words))
