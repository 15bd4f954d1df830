"""Full text in PostgreSQL. SQLite has a file of the same functions.

Words are parted as FTS5 parts them (letters and digits; any other sign is a gap), and no word is too common to be found,
so that both find the same claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sqlalchemy import text
from sqlalchemy.engine import Connection

from accord.store.wording import CLOSE, OPEN, SNIPPET_WORDS, phrases

__all__ = ["add", "clean", "concern", "create", "numbers", "remove", "search", "snippets"]

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


def concern(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Add states to the values of claims, where they are not among them."""
    state = "setweight(to_tsvector('accord', :state), 'B')"
    connection.execute(
        text(
            f"UPDATE fulltext SET words = words || {state} WHERE number = :number "
            "AND NOT words @@ plainto_tsquery('accord', :state)"
        ),
        [{"number": number, "state": state} for number, state in rows],
    )


def search(connection: Connection, words: str, states: Sequence[str], limit: int, ranked: int) -> list[int]:
    """Claim numbers, best first."""
    query, asked = _query(words, states)
    if not asked:
        return []
    found = connection.execute(
        text(
            f"WITH asked AS (SELECT {query} AS query), "
            "last AS (SELECT number, words FROM fulltext, asked WHERE words @@ query ORDER BY number DESC LIMIT :ranked) "
            "SELECT number FROM last, asked ORDER BY ts_rank('{0, 0, 0.5, 1}', words, query) DESC, number LIMIT :limit"
        ),
        {**asked, "limit": limit, "ranked": ranked},
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


def numbers(connection: Connection, words: str, states: Sequence[str], most: int, without: int) -> list[int]:
    """Claim numbers, those kept last first."""
    query, asked = _query(words, states)
    if not asked:
        return []
    wanted = f"SELECT number FROM fulltext WHERE words @@ ({query}) ORDER BY number DESC LIMIT :most OFFSET :without"
    found = connection.scalars(text(wanted), {**asked, "most": most, "without": without})
    return [int(number) for number in found]


def _query(words: str, states: Sequence[str] = ()) -> tuple[str, dict[str, str]]:
    """A query of which all phrases must stand, with the codes of states, and its parameters; none without words."""
    said = phrases(words)
    asked = {f"phrase{i}": _parted(phrase) for i, phrase in enumerate((*said, *states) if said else ())}
    return " && ".join(f"phraseto_tsquery('accord', :{name})" for name in asked), asked


def _parted(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words)
