"""Full text in SQLite's FTS5. PostgreSQL has a file of the same functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, text
from sqlalchemy.engine import Connection

from accord.store.wording import CLOSE, OPEN, SNIPPET_WORDS, phrases

__all__ = ["add", "clean", "concern", "create", "numbers", "remove", "search", "snippets"]


def create(connection: Connection) -> None:
    """The table; words are folded by case, accents and English endings."""
    connection.execute(
        text(
            "CREATE VIRTUAL TABLE IF NOT EXISTS fulltext "
            "USING fts5(quotes, said, tokenize = 'porter unicode61 remove_diacritics 2')"
        )
    )


_ADD = text("INSERT INTO fulltext(rowid, quotes, said) VALUES (:number, :quotes, :said)")


def add(connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None:
    """Rows of claim number, quotes, values."""
    if rows:
        connection.execute(_ADD, [{"number": number, "quotes": quotes, "said": said} for number, quotes, said in rows])


def remove(connection: Connection, numbers: Iterable[int]) -> None:
    """Take claims out of the index."""
    rows = [{"number": number} for number in numbers]
    if rows:
        connection.execute(text("DELETE FROM fulltext WHERE rowid = :number"), rows)


def clean(connection: Connection) -> None:
    """Write the index anew, so that nothing of what was removed is left in it."""
    connection.execute(text("INSERT INTO fulltext(fulltext) VALUES ('rebuild')"))


def concern(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Add states to the values of claims, where they are not among them."""
    line = "char(10) || said || char(10)"
    connection.execute(
        text(
            "UPDATE fulltext SET said = said || char(10) || :state WHERE rowid = :number "
            f"AND instr({line}, char(10) || :state || char(10)) = 0"
        ),
        [{"number": number, "state": state} for number, state in rows],
    )


def search(connection: Connection, words: str, states: Sequence[str], limit: int, ranked: int) -> list[int]:
    """Claim numbers, best first; to rank one takes 3 microseconds."""
    query = _query(words, states)
    if not query:
        return []
    asked = {"query": query, "limit": limit, "most": ranked - 1}
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
        "WHERE fulltext MATCH :query AND rowid BETWEEN :first AND :last AND +rowid IN :numbers"  # else it seeks each
    ).bindparams(bindparam("numbers", expanding=True))
    some = list(numbers)
    asked: dict[str, object] = {"open": OPEN, "close": CLOSE, "query": _query(words), "numbers": some}
    asked |= {"first": min(some, default=0), "last": max(some, default=0)}
    return {int(number): str(snippet) for number, snippet in connection.execute(query, asked)}


def numbers(connection: Connection, words: str, states: Sequence[str], most: int, without: int) -> list[int]:
    """Claim numbers, those kept last first."""
    query = _query(words, states)
    if not query:
        return []
    found = text(
        "SELECT rowid FROM fulltext WHERE fulltext MATCH :query ORDER BY rowid DESC LIMIT :most OFFSET :without"
    )
    asked = {"query": query, "most": most, "without": without}
    return [int(number) for number in connection.scalars(found, asked)]


def _query(words: str, states: Sequence[str] = ()) -> str:
    """The user's words as an FTS5 query: every word a quoted string, so that no sign in it is an operator; with the
    codes of states, which stand among the values."""
    said = " ".join(f'"{phrase}"' for phrase in phrases(words))
    return " AND ".join([f"({said})", *(f'said : "{state}"' for state in states)]) if said else ""
