"""Full text in PostgreSQL. SQLite has a file of the same functions.

Words are parted as FTS5 parts them (letters and digits; any other sign is a gap), and no word is too common to be found,
so that both find the same claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sqlalchemy import Integer, column, text
from sqlalchemy.engine import Connection
from sqlalchemy.sql.selectable import TextualSelect

from accord.store.wording import CLOSE, OPEN, SNIPPET_WORDS, phrases

__all__ = ["add", "clean", "create", "numbers", "remove", "search", "snippets"]

_SCHEMA = (
    "CREATE EXTENSION IF NOT EXISTS unaccent",
    "CREATE TEXT SEARCH DICTIONARY accord_stem (TEMPLATE = snowball, LANGUAGE = english)",  # without its stop words
    "CREATE TEXT SEARCH CONFIGURATION accord (COPY = pg_catalog.simple)",
    "ALTER TEXT SEARCH CONFIGURATION accord ALTER MAPPING FOR asciiword, word, numword, int WITH unaccent, accord_stem",
    "CREATE TABLE fulltext (number integer PRIMARY KEY, quotes text NOT NULL, words tsvector NOT NULL)",
    "CREATE INDEX fulltext_words ON fulltext USING gin (words)",
)
_ADD = (
    "INSERT INTO fulltext VALUES (:number, :quotes, setweight(to_tsvector('accord', :quoted), 'A') "
    "|| setweight(to_tsvector('accord', :said), 'B'))"
)
_MARKS = (
    f"StartSel={OPEN}, StopSel={CLOSE}, MaxFragments=1, FragmentDelimiter=…, "
    f"MaxWords={SNIPPET_WORDS}, MinWords={SNIPPET_WORDS // 2}"
)


def create(connection: Connection) -> None:
    """The configuration and the table; words are folded by case, accents and English endings."""
    for statement in _SCHEMA:
        connection.execute(text(statement))


def add(connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None:
    """Rows of claim number, quotes, values."""
    connection.execute(
        text(_ADD),
        [{"number": n, "quotes": quotes, "quoted": _parted(quotes), "said": _parted(said)} for n, quotes, said in rows],
    )


def remove(connection: Connection, numbers: Iterable[int]) -> None:
    """Take claims out of the index."""
    connection.execute(text("DELETE FROM fulltext WHERE number = ANY(:gone)"), {"gone": list(numbers)})


def clean(connection: Connection) -> None:
    """Nothing is left to do: a deleted row is gone for every question, and its space is used anew after a VACUUM."""


def search(connection: Connection, words: str, limit: int) -> list[int]:
    """Claim numbers, best first; all words must stand in the claim, "quoted ones" side by side."""
    query, asked = _query(words)
    if not asked:
        return []
    found = connection.execute(
        text(
            f"WITH asked AS (SELECT {query} AS query) SELECT number FROM fulltext, asked WHERE words @@ query "
            "ORDER BY ts_rank('{0, 0, 0.5, 1}', words, query) DESC, number LIMIT :limit"
        ),
        {**asked, "limit": limit},
    )
    return [int(number) for (number,) in found]


def snippets(connection: Connection, words: str, numbers: Iterable[int]) -> dict[int, str]:
    """The quote of each of some claims, cut around the words."""
    query, asked = _query(words)
    if not asked:
        return {}
    found = connection.execute(
        text(
            f"SELECT number, ts_headline('accord', quotes, {query}, :marks) FROM fulltext WHERE number = ANY(:numbers)"
        ),
        {**asked, "marks": _MARKS, "numbers": list(numbers)},
    )
    return {int(number): str(snippet) for number, snippet in found}


def numbers(words: str) -> TextualSelect:
    """The numbers of the claims in which all the words stand, as a part of another question."""
    query, asked = _query(words)
    where = f"words @@ ({query})" if asked else "false"
    found = text(f"SELECT number FROM fulltext WHERE {where}")
    return found.bindparams(**asked).columns(column("number", Integer))


def _query(words: str) -> tuple[str, dict[str, str]]:
    """A query of which all phrases must stand, and its parameters."""
    asked = {f"phrase{i}": _parted(phrase) for i, phrase in enumerate(phrases(words))}
    return " && ".join(f"phraseto_tsquery('accord', :{name})" for name in asked), asked


def _parted(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words)
