"""Briefs kept ready: of two states of whom much is told, as they are asked for without further wishes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from accord.brief.build import Options
from accord.brief.left_out import skipped_lines
from accord.brief.model import Book, Brief, plain_text
from accord.brief.words import Words
from accord.store.model import Circle, Finding

if TYPE_CHECKING:
    from pydantic import TypeAdapter

__all__ = ["ahead", "kept"]

_FROM = 500  # records, of which a brief takes about a second
_PAIR = 2


@cache
def _brief() -> TypeAdapter[Brief]:
    from pydantic import TypeAdapter

    return TypeAdapter(Brief)


def kept(book: Book, states: Sequence[str], options: Options, words: Words) -> Brief | None:
    """The brief as it was kept; None where it was not, where something of the states has changed since, or where more is
    asked for than the states, the day, the language and a marking. What could not be read is told as of now."""
    plain = Options(options.as_of, marking=options.marking, language=options.language)
    body = book.kept_brief(states, options.as_of, options.language) if options == plain and len(states) == _PAIR else ""
    if not body:
        return None
    brief = _brief().validate_json(body)
    lines, count = skipped_lines(words, book.skipped(), options.lines_left)
    left = replace(brief.left_out, skipped=lines, counts={**brief.left_out.counts, "skipped": count})
    return brief.but(left_out=left, marking=plain_text(options.marking))


def ahead(book: Book, circle: Circle, day: date, language: str) -> Iterator[Finding]:
    """The briefs of a circle of two states, named in either order, to be kept."""
    from accord.brief.command import make_brief

    first, last = (*circle.between, "", "")[:_PAIR]
    if not (first and last) or circle.records < _FROM:
        return
    for states in ((first, last), (last, first)):
        made = make_brief(book, states, Options(day, language=language))
        yield Finding("brief", "-".join(states), _brief().dump_json(made).decode())
