"""The four views of an English document, put together: as one, or section by section where headings name other states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from accord.document import Block, Document, Span
from accord.languages.en.clauses.entries import under_dates
from accord.languages.en.clauses.standing import ordinals
from accord.languages.en.named import Part
from accord.languages.en.names.deeds import deeds, manners, unknown_places
from accord.languages.en.names.papers import find_papers
from accord.languages.en.names.people import find_people, outside_names
from accord.languages.en.names.things import find_things
from accord.languages.en.reading import cover, read_lines, redated
from accord.languages.en.referents import pair_of
from accord.languages.en.rows.early import days_of_cells
from accord.languages.en.text.blocks import read_blocks
from accord.languages.en.text.chronology import entries, entry_days
from accord.languages.en.text.issued import issued
from accord.languages.en.text.leads import leads
from accord.languages.en.text.phrases import Line
from accord.languages.en.text.quotes import with_double_marks
from accord.languages.en.text.sections import Section, sections
from accord.languages.en.text.tokens import sentences
from accord.languages.en.told import told_in
from accord.languages.en.values.dates import lead_day
from accord.languages.views import Clause, Mention, Sentence, Views
from accord.values import Period

__all__ = ["view"]


def view(document: Document) -> Views:
    """Read a document as English, its quotations in double marks."""
    told = _read(replace(document, text=with_double_marks(document.text)))
    return replace(told, document=document, parts=tuple(replace(part, document=document) for part in told.parts))


def _read(document: Document) -> Views:
    blocks = read_blocks(document)
    rows = sentences(document.text, blocks, told := entries(document.text, blocks))
    header = _header(document, blocks, rows, told)
    today = header[0] if header else document.published
    lines, named = read_lines(document, blocks, rows, header)
    leads(lines, rows, blocks)
    days = entry_days(document.text, blocks, told, today)
    named = days_of_cells(lines, redated(lines, named, *under_dates(lines, rows, told, days)))
    people, _ = find_people(document.text, [line.tokens for line in lines], [line.at for line in lines])
    for line in lines:
        cover(line, [m for m in people if m.span in line.span])
    found = [*outside_names(document.text, named, people), *people]
    titles = _with_things(lines, found)
    parts = [_part(s, rows, lines, found, titles) for s in sections(lines, rows, blocks)]
    reads = [told_in(document, blocks, part, header, _about(part)) for part in parts]
    return reads[0] if len(reads) == 1 else _joined(reads, rows)


def _with_things(lines: Sequence[Line], found: list[Mention]) -> dict[int, list[Span]]:
    """Add the papers, things and deeds of each line to what was found; where its papers stand, by line."""
    titles: dict[int, list[Span]] = {}
    for line in lines:
        papers = list(find_papers(line))
        found += papers
        found += find_things(line, papers)
        found += ordinals(line)
        found += deeds(line)
        found += manners(line)
        found += list(unknown_places(line, found))
        titles[id(line)] = [p.span for p in papers]
        line.dates = [d for d in line.dates if not line.calls_paper(d, ())]
    return titles


def _part(
    section: Section,
    rows: tuple[Sentence, ...],
    lines: list[Line],
    found: list[Mention],
    titles: dict[int, list[Span]],
) -> Part:
    """A section's share of what was named, its sentences counted from 0."""
    if section.end - section.first == len(lines):
        return Part(rows, lines, found, titles, section.heads, section.own)
    own = lines[section.first : section.end]
    start, end = own[0].span.start, own[-1].span.end
    within = [m for m in found if start <= m.span.start < end]
    told = tuple(replace(row, index=i) for i, row in enumerate(rows[section.first : section.end]))
    return Part(told, own, within, titles, section.heads, section.own)


def _joined(reads: Sequence[Views], rows: tuple[Sentence, ...]) -> Views:
    """A digest: what its sections tell as one, each with the pair that it is about."""
    clauses, mentions, first = list[Clause](), list[Mention](), 0
    for read in reads:
        clauses += [replace(c, sentence=c.sentence + first) for c in read.clauses]
        mentions += read.mentions
        first += len(read.sentences)
    about = max(reads, key=lambda r: len(r.pair))
    return replace(
        about,
        sentences=rows,
        mentions=tuple(mentions),
        clauses=tuple(clauses),
        together=any(r.together for r in reads),
        guesser=None,
        parts=tuple(reads),
    )


def _about(part: Part) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The states that a text or a section is about: those of its heading before those that it names."""
    rows, found = part.rows, sorted(part.found, key=lambda m: m.span.start)
    early = rows[min(2, len(rows) - 1)].span.end if rows else 0
    pair, spans = pair_of(part.lines, found, early)
    told = {m.states[0]: m.span for m in part.heads}
    if len(told) == 1:
        named = {s: span for s, span in zip(pair, spans, strict=True) if s not in told}
        told |= dict(list(named.items())[:1])
    return (tuple(told), tuple(told.values())) if told else (pair, spans)


def _header(
    document: Document, blocks: tuple[Block, ...], rows: tuple[Sentence, ...], told: Mapping[int, Span]
) -> tuple[Period, Span] | None:
    """The day that a text bears or, where it bears none, that its lead tells; None where it is known from elsewhere."""
    if document.published is not None:
        return None
    return issued(document, blocks, told) or lead_day(document.text, [row.span for row in rows])
