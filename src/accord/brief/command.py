"""`accord brief`: the brief of some states from a store, written in the format that the output's name asks for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from accord.brief.build import Options, build
from accord.brief.ground import Grounder
from accord.brief.kept import kept
from accord.brief.model import Book, Brief
from accord.brief.words import Words
from accord.errors import UsageError
from accord.languages.catalogue import load
from accord.record import Type
from accord.values import Period

__all__ = ["FORMATS", "BriefSummary", "compose", "make_brief", "moment", "render", "told_in", "write_brief"]

FORMATS = (".html", ".pdf", ".docx", ".md")
_PAGES = 4
_TIGHTER = (1.0, 0.8, 0.6, 0.45, 0.3)


@dataclass(frozen=True, slots=True)
class BriefSummary:
    """What was written: where (None for standard output), and how many statements, quotes and things left out.
    `withheld` statements are not grounded by their quotes, `doubtful` records are under the threshold."""

    path: Path | None
    title: str
    statements: int
    footnotes: int
    sources: int
    withheld: int
    doubtful: int
    skipped: int
    pages: int = 0


def make_brief(book: Book, states: Sequence[str], options: Options) -> Brief:
    """The brief as data, with the kinds, names and the grounder of this installation; the one kept ready, if there is."""
    from accord.kinds import kinds

    words, grounds = told_in(options.language)
    return kept(book, states, options, words) or build(book, states, options, kinds(), words, grounds)


def told_in(language: str) -> tuple[Words, Grounder]:
    """The words of a language, and the grounder of this installation."""
    from accord.gazetteer import display
    from accord.languages import grounder

    grounds = grounder("en")
    return Words(load(language), display, lambda number, text: grounds(Type.NUMBER, number, [text])), grounds


def write_brief(
    store: Book,
    *,
    states: Sequence[str],
    output: Path | None = None,
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
    with_documents: bool = False,
    template: Path | None = None,
    marking: str = "",
    threshold: float | None = None,
    topic: str = "",
    changes_since: str = "",
) -> BriefSummary:
    """Write the brief, and note in the store that it was written. Markdown to standard output without an output.
    `changes_since`: a date, or "last-brief". Raises UsageError for a suffix that is none of `FORMATS`, a template
    without a .docx, the same state twice, a time that ends before it begins, or a last brief that there is not."""
    suffix = _suffix(output, template)
    from accord.store.model import THRESHOLD

    today = as_of or date.today()  # the only clock; printed on the brief
    least = THRESHOLD if threshold is None else threshold
    since_when = moment(store, states, topic, changes_since)
    options = Options(today, since, until, marking, with_documents, least, topic=topic, changes_since=since_when)
    brief, data, pages = compose(store, states, options, suffix, template)
    if output is None:
        sys.stdout.write(data.decode("utf-8"))
    else:
        _write(output, data)
    store.note_brief(states, topic)
    counts = brief.left_out.counts
    return BriefSummary(
        path=output,
        title=brief.title,
        statements=len(brief.statements()),
        footnotes=len(brief.footnotes),
        sources=len(brief.sources),
        withheld=counts["withheld"],
        doubtful=counts["doubtful"],
        skipped=counts["skipped"],
        pages=pages,
    )


def compose(
    store: Book, states: Sequence[str], options: Options, suffix: str, template: Path | None = None
) -> tuple[Brief, bytes, int]:
    """A brief, its bytes in the format of a suffix, and how many pages a PDF has (else 0). Writes nothing. Raises
    UsageError for the same state twice, for neither a state nor a topic, or a time that ends before it begins."""
    _check(states, options.topic, options.since, options.until)
    if suffix == ".pdf":
        return _fitting(store, states, options)
    brief = make_brief(store, states, options)
    return brief, render(brief, suffix, template), 0


def _suffix(output: Path | None, template: Path | None) -> str:
    suffix = output.suffix.casefold() if output else ".md"
    suffix = {".htm": ".html", ".markdown": ".md"}.get(suffix, suffix)
    if suffix not in FORMATS:
        named = f"{suffix!r} is no format of the brief" if suffix else f"{output} has no suffix"
        raise UsageError(named, "end the output's name in " + ", ".join(FORMATS[:-1]) + f" or {FORMATS[-1]}")
    if template is not None and suffix != ".docx":
        raise UsageError("a template is for Word only", "end the output's name in .docx")
    return suffix


def _check(states: Sequence[str], topic: str, since: date | None, until: date | None) -> None:
    if len(set(states)) != len(states):
        raise UsageError("a state is named twice", "name two different states, or more: accord brief TJK KGZ")
    if not states and not topic:
        raise UsageError("no state is named, and no topic", "say what it is on: accord brief TJK KGZ, or --topic water")
    if since and until and since > until:
        raise UsageError(f"{since} is after {until}", "put the earlier date in --since")


def moment(store: Book, states: Sequence[str], topic: str, since: str) -> str:
    """The moment from which changes are told: a date counts from its end. Raises UsageError and ValueFormatError."""
    if since != "last-brief":
        return Period.parse(since).last.isoformat() if since else ""
    last = store.last_brief(states, topic)
    if not last:
        on = f" on {' and '.join((*states, *([topic] if topic else [])))}" if states or topic else ""
        raise UsageError(f"no brief{on} has been written from this store", "give a date")
    return last


def _fitting(store: Book, states: Sequence[str], options: Options) -> tuple[Brief, bytes, int]:
    """The PDF, its sections shortened until it keeps to four pages (documents in full apart)."""
    from dataclasses import replace

    from accord.brief.pdf import pages, pdf

    for tight in _TIGHTER:
        brief = make_brief(store, states, replace(options, tight=tight))
        data = pdf(brief.but(annexes=()))
        count = pages(data)
        if count <= _PAGES:
            break
    if brief.annexes:
        data = pdf(brief)
        count = pages(data)
    return brief, data, count


def render(brief: Brief, suffix: str, template: Path | None = None) -> bytes:
    """A brief in one of the formats."""
    if suffix == ".html":
        from accord.brief.html import html

        return html(brief).encode("utf-8")
    if suffix == ".pdf":
        from accord.brief.pdf import pdf

        return pdf(brief)
    if suffix == ".docx":
        from accord.brief.docx import docx

        return docx(brief, template)
    from accord.brief.markdown import markdown

    return markdown(brief).encode("utf-8")


def _write(output: Path, data: bytes) -> None:
    """Put the whole file in its place at once: a reader never sees half a brief."""
    beside = output.with_name(f".{output.name}.part")
    try:
        beside.write_bytes(data)
        beside.replace(output)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UsageError(f"{output} cannot be written: {error.strerror}", "give another --output") from error
