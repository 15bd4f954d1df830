"""The sentences of a document with what stands in them: tokens, names, dates and amounts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from accord.document import Block, Document, Span
from accord.languages import patterns as re
from accord.languages.en.names.names import find_names
from accord.languages.en.text.phrases import Line
from accord.languages.en.text.tokens import tokenize
from accord.languages.en.values.amounts import amounts
from accord.languages.en.values.dates import dates
from accord.languages.views import Mention, Sentence
from accord.values import Period

__all__ = ["cover", "in_text", "put", "read_lines", "redated"]

_DOLLAR = re.compile(r"[$]| dollars?\b", re.IGNORECASE)  # "US$" and "million US dollars" name no state


def read_lines(
    document: Document,
    blocks: tuple[Block, ...],
    rows: tuple[Sentence, ...],
    header: tuple[Period, Span] | None,
) -> tuple[list[Line], list[Mention]]:
    """Each sentence with its tokens and the names, dates and amounts in it."""
    text = document.text
    spans = [row.span for row in rows]
    days = dates(text, spans, header[0] if header else document.published)
    if header:
        days = [
            d.but(antecedents=(header[1],)) if d.attributes.get("context") and not d.antecedents else d for d in days
        ]
    figures = amounts(text, spans)
    taken = sorted((m.span.start, m.span.end) for m in (*days, *figures) if m.type in ("date", "amount"))
    names = [n for n in _free(_inside(find_names(text), spans), taken) if not _DOLLAR.match(text, n.span.end)]
    found: list[Mention] = sorted([*days, *figures, *names], key=in_text)
    lines = []
    at = 0
    for row in rows:
        while at < len(found) and found[at].span.start < row.span.start:
            at += 1
        end = at
        while end < len(found) and found[end].span.start < row.span.end:
            end += 1
        own = found[at:end]
        tokens = tokenize(text, row.span.start, row.span.end)
        line = Line(text, tokens, [None] * len(tokens), row.span, blocks[row.block].kind, [m for m in own if m.type == "date"],
                    [m for m in own if m.type in ("amount", "number", "change")])  # fmt: skip
        cover(line, [m for m in own if m.type not in ("amount", "number", "change")])
        lines.append(line)
    return lines, found


def _inside(names: Iterable[Mention], spans: Sequence[Span]) -> Iterator[Mention]:
    """The names that stand in one of some spans, which are in the order of the text."""
    starts = [span.start for span in spans]
    for name in names:
        at = bisect_right(starts, name.span.start) - 1
        if at >= 0 and name.span.end <= spans[at].end:
            yield name


def _free(names: Iterable[Mention], taken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    """The names that reach into nothing taken; both are in the order of the text."""
    at = reached = 0
    for name in names:
        while at < len(taken) and taken[at][0] < name.span.end:
            reached = max(reached, taken[at][1])
            at += 1
        if reached <= name.span.start:
            yield name


def redated(
    lines: Sequence[Line], found: list[Mention], changed: dict[int, Mention], new: list[Mention]
) -> list[Mention]:
    """The mentions with the dates changed in their places, in the lines too, and new ones in place of what stood there."""
    put(lines, changed)
    kept = [changed.get(id(m), m) for m in found]
    if new:
        kept = [m for m in kept if not any(m.span.overlaps(n.span) for n in new)]
    return sorted({id(m): m for m in (*kept, *new)}.values(), key=in_text) if changed or new else kept


def put(lines: Sequence[Line], changed: dict[int, Mention]) -> None:
    for line in lines if changed else ():
        line.at = [changed.get(id(m), m) for m in line.at]


def cover(line: Line, mentions: Sequence[Mention]) -> None:
    ends = [token.end for token in line.tokens] if mentions else []
    for mention in mentions:
        i, end = bisect_right(ends, mention.span.start), mention.span.end
        while i < len(ends) and line.tokens[i].start < end:
            line.at[i] = mention
            i += 1


def in_text(mention: Mention) -> tuple[int, int, str]:
    return mention.span.start, -mention.span.end, mention.type
