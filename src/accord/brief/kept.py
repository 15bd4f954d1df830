"""Briefs kept ready: of two states of whom much is told, as they are asked for without further wishes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from accord.analysis.archive import Archive
from accord.analysis.commitments import Commitment
from accord.brief.build import Matter, Options, build, build_of
from accord.brief.ground import remembering
from accord.brief.left_out import skipped_lines
from accord.brief.model import Book, Brief, plain_text
from accord.brief.reading import MOST, Reading
from accord.brief.words import Words
from accord.store.model import Finding

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


def ahead(
    book: Book, whole: Archive, lines: Sequence[Commitment], states: tuple[str, str], day: date, language: str
) -> Iterator[Finding]:
    """The briefs of two states, named in either order, to be kept. `whole` are all of their records, doubtful ones too;
    `lines` is the ledger of the others."""
    from accord.brief.command import told_in

    if len(whole.records) < _FROM:
        return
    words, grounds = told_in(language)
    options, remembered = Options(day, language=language), remembering(grounds)
    matter = Matter.of(Reading(whole, len(whole.records)), states, options, lambda _: lines)
    for named in (states, states[::-1]):
        if len(whole.records) > MOST:
            made = build(book, named, options, whole.kinds, words, remembered)
        else:
            made = build_of(book, matter, named, options, words, remembered)
        yield Finding("brief", "-".join(named), _brief().dump_json(made).decode())
