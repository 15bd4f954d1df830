"""The sections of a digest: what a heading of states ("Kenya / Uganda", "3. Chad") leaves to what stands under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.document import Block, Span
from accord.languages import patterns as re
from accord.languages.en.names.names import find_names
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention, Sentence

__all__ = ["Section", "sections"]

_FEWEST = 3  # states that the headings of a digest name between them
_MOST = 3  # states that one heading names
_LABEL = 60  # characters in which a label that opens a paragraph names its states
_JOINS = re.compile(r"\s*(?:[-–—/&⇄↔+|,]|<?[-=]?>|and|with|vs?\.?)\s*(?:the\s+)?", re.IGNORECASE)
_NUMBER = re.compile(r"[\W_]*(?:\d{1,2}[.)]|[A-Za-z][.)]|[IVX]{1,4}[.)])?[\W_]*(?:The\s+|the\s+|THE\s+)?")
_CLOSES = re.compile(r"\s*(?:[:.|](?=\s|$)|\s[–—-]\s)")
_ALL = re.compile(r"[\W\d_]*all (?P<count>three|four|five|six)\b")
_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6}
_BESIDE = frozenset(  # what may stand in a heading beside one state
    "and the of to from with in on for relations ties news corner desk front affairs neighbours meanwhile round up roundup update".split()
)
_REST = re.compile(
    r"[\W\d_]*(?:elsewhere|also|and also|other|others|in brief|briefly|at a glance|opinion|comment|voices|quotes?|quoted|all (?:two|three|four|five)"
    r"|calendar|diary|agenda|dates|coming up|ahead|next|what next|the week ahead|numbers?|figures|data|general|regional|multilateral|region|notes?|sources?"
    r"|bottom line|conclusions?|outlook|contents|in this issue|hot take|our view|editorial|people|miscellan\w+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Section:
    """The lines from `first` to before `end`; `heads` are the states that their heading names, none where it names none;
    `own` is the one whose section it is."""

    first: int
    end: int
    heads: tuple[Mention, ...] = ()
    own: Mention | None = None


def sections(lines: Sequence[Line], rows: Sequence[Sentence], blocks: Sequence[Block]) -> list[Section]:
    """A document in the parts that its headings make, where they name several pairs of states, or several states; else
    all of it as one."""
    if sum(block.kind == "heading" for block in blocks) < 2 and sum(map(bool, map(_label, lines))) < 2:
        return [Section(0, len(lines))]
    title = _states([m for line in lines[:1] if line.kind == "headline" for m in line.at if m is not None])
    found = [(i, end, _with_title(heads, title)) for i, end, heads in _headed(lines, rows, blocks)]
    told = [frozenset(s for m in heads for s in m.states) for _, _, heads in found if heads]
    if len(set(told)) < 2 or len(frozenset[str]().union(*told)) < _FEWEST:
        return [Section(0, len(lines))]
    apart = (part for section in _cut(_of_all(found, lines), len(lines)) for part in _by_partner(section, lines, rows))
    return list(apart)


_Head = tuple[int, int, tuple[Mention, ...]]  # its line, the end of what it heads where that is known, its states


def _headed(lines: Sequence[Line], rows: Sequence[Sentence], blocks: Sequence[Block]) -> Iterator[_Head]:
    """Where something new begins: at headings and at labels that open a paragraph; those of the same words in several
    sections part no more than these."""
    starts = [i for i, row in enumerate(rows) if not i or rows[i - 1].block != row.block]
    ends = [*starts[1:], len(rows)]
    opened = [(i, end, blocks[rows[i].block].kind) for i, end in zip(starts, ends, strict=True)]
    again = Counter(_words(lines[i]) for i, _, kind in opened if kind == "heading")
    apart, below = False, False  # whether one of states was met, and one without under it
    for i, end, kind in opened:
        if kind == "heading":
            named = [m for line in lines[i:end] for m in line.at if m is not None]
            heads = _of_heading([*named, *_in_capitals(lines[i:end])], lines[i:end])
            if heads:
                apart = True
                yield i, 0, heads
            elif apart and again[_words(lines[i])] < 2:
                last = not any(k == "heading" and s > i for s, _, k in opened)
                if _REST.match(_words(lines[i])) or (last and not below):
                    yield i, 0, ()
                else:
                    below = True
        elif kind in ("paragraph", "item") and (heads := _label(lines[i])):
            apart = True
            yield i, end if kind == "item" else 0, heads


def _cut(found: Sequence[_Head], count: int) -> Iterator[Section]:
    """The sections that begin there; what follows one whose end is known goes on with what was before."""
    at, heads = 0, tuple[Mention, ...]()
    for first, end, named in found:
        if first > at:
            yield Section(at, first, heads)
        if end:
            yield Section(first, end, named)
            at = end
        else:
            at, heads = first, named
    if at < count:
        yield Section(at, count, heads)


def _of_all(found: Sequence[_Head], lines: Sequence[Line]) -> list[_Head]:
    """The heads, those that speak of all ("All three") given the states of the others, where these are so many."""
    named: dict[str, Mention] = {}
    for _, _, heads in found:
        for m in heads:
            named.setdefault(m.states[0], m)
    every = tuple(named.values())

    def given(first: int) -> tuple[Mention, ...]:
        match = _ALL.match(_words(lines[first]))
        return every if match and _COUNTS[match["count"]] == len(every) else ()

    return [(first, end, heads or given(first)) for first, end, heads in found]


def _by_partner(section: Section, lines: Sequence[Line], rows: Sequence[Sentence]) -> Iterator[Section]:
    """A section under one state by the other that its paragraphs name, where each names one: a paragraph that names none
    goes with the one before."""
    if len(section.heads) != 1:
        yield section
        return
    own, first, partner = section.heads[0], section.first, None
    at = first
    while at < section.end:
        block, start = rows[at].block, at
        while at < section.end and rows[at].block == block:
            at += 1
        named = _states([m for line in lines[start:at] for m in line.at if m is not None], towns=True)
        others = [m for state, m in named.items() if state not in own.states]
        if len(others) != 1 or start == section.first:
            continue
        if partner is not None and partner.states != others[0].states:
            yield Section(first, start, (own, partner), own)
            first = start
        partner = others[0]
    yield Section(first, section.end, (own, partner) if partner is not None else (own,), own)


def _words(line: Line) -> str:
    return line.own.strip().casefold()


def _with_title(heads: tuple[Mention, ...], title: dict[str, Mention]) -> tuple[Mention, ...]:
    """A heading's one state beside the one that the title names, or the two of the title that it is one of."""
    if len(heads) != 1 or len(title) > 2 or (len(title) == 2 and heads[0].states[0] not in title):
        return heads
    return heads if heads[0].states[0] in title and len(title) == 1 else (*title.values(), *heads)[:2]


def _states(mentions: Sequence[Mention], *, towns: bool = False) -> dict[str, Mention]:
    """The first mention of each state; towns tell of theirs where they may."""
    found: dict[str, Mention] = {}
    for m in mentions:
        if (m.type == "state" or (towns and m.type == "place")) and len(m.states) == 1:
            found.setdefault(m.states[0], m)
    return found


def _in_capitals(lines: Sequence[Line]) -> list[Mention]:
    """The names in a heading in capitals."""
    start, end = lines[0].span.start, lines[-1].span.end
    words = lines[0].text[start:end]
    if not words.isupper():
        return []
    return [
        m.but(span=Span(m.span.start + start, m.span.end + start))
        for m in find_names(words.title())
        if m.type == "state"
    ]


def _of_heading(mentions: Sequence[Mention], lines: Sequence[Line]) -> tuple[Mention, ...]:
    """The states that a heading names: two or three, or one that hardly a word stands beside."""
    found = tuple(_states(mentions).values())
    if len(found) == 1:
        own = found[0]
        words = (t for line in lines for t in line.tokens if t.word and not (own.span.start <= t.start < own.span.end))
        return found if all(t.low in _BESIDE or t.low.isdigit() for t in words) else ()
    return found if len(found) <= _MOST else ()


def _label(line: Line) -> tuple[Mention, ...]:
    """The two states, side by side, with which a paragraph is labelled: "Kenya–Uganda: talks on ..."."""
    near = list(_states([m for m in line.at if m is not None and m.span.start - line.span.start < _LABEL]).values())[:2]
    if len(near) < 2:
        return ()
    one, other = near
    opens = _NUMBER.fullmatch(line.text, line.span.start, one.span.start)
    joined = _JOINS.fullmatch(line.text, one.span.end, other.span.start)
    return (one, other) if opens and joined and _CLOSES.match(line.text, other.span.end) else ()
