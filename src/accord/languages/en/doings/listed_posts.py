"""Border crossings told together: in a row aside ("of the nine posts eight - A, B and C - closed"), as the items of a list
whose lead says what becomes of them, and as the card of one ("A – B", "Opened: 1 March 2022")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.rows.acts import Said, told_in
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention
from accord.values import Period

__all__ = ["listed_posts"]

_NOUN = r"(?:(?:border |frontier |land |road )?(?:(?:crossing|check|passage|entry)[ -]?)?(?:points?|posts?|crossings?|gates?|checkpoints?)|points? of (?:passage|entry|crossing)|crossings?|checkpoints?)"
_POSTS = re.compile(rf"(?<!talking )(?<!turning )(?<!percentage )\b{_NOUN}\b", re.IGNORECASE)
_CAP = r"[A-ZÀ-ÞŁŠŽČĐİ][^\W\d_]*[’']?[^\W\d_]*"
_NAME = rf"{_CAP}(?:[ -](?:{_CAP}|(?:de|del|la|las|los|el|al|of|da|do|na|no)(?= ))){{0,4}}(?:\s?[–/]\s?{_CAP}(?: {_CAP}){{0,2}})?"
_ROW = rf"(?P<row>{_NAME}(?:, (?:the )?{_NAME})*(?:,? (?:and|&) (?:the )?{_NAME}))"
_ASIDE = re.compile(
    rf"(?:\s[–—-]\s|\(|:\s)(?:the |those of |at )?{_ROW}(?: among them| included)?(?=\s[–—-]\s|\s?[()]|\.?$|;)"
)
_APART = re.compile(r",? (?:and|&) (?:the )?|, (?:the )?")
_ITEM = re.compile(
    rf"\W{{0,3}}(?P<name>{_NAME}(?: (?:market|landing|pontoon|pier|bridge|ferry|pass|road|rail|dam|quay)){{0,2}})(?: (?:border )?(?:post|crossing|gate|checkpoint|point))?(?P<rest>.*)",
    re.DOTALL,
)
_LITTLE = re.compile(
    r"[\s,;.:()\d–—-]*(?:(?:every|day|daily|only|Mon|Tue|Wed|Thu|Fri|Sat|Sun|weekdays|weekends|pedestrians?|cars|lorries|goods|on foot|hours|from|to|and|market)\w*[\s,;.:()\d–—-]*)*"
)
_CARD = re.compile(
    rf"\W{{0,3}}(?P<name>{_CAP}(?:[ -]{_CAP}){{0,3}}\s?[–/—-]\s?{_CAP}(?:[ -]{_CAP}){{0,3}})(?: \([^()]*\))?\W*"
)
_FIELD = re.compile(
    r"\W{0,3}(?P<label>opened|closed|reopened|shut|planned|opening|closure|re-opened)\s*[:\t]\s*", re.IGNORECASE
)
_COMING = re.compile(r"\b(?:re-?opens?|opens?|will|to)\b", re.IGNORECASE)
_LONG = 9  # words of an item that is a crossing
_LEAD = 40  # words of a lead
_TOP = 3  # lines that tell what a page is on


def listed_posts(lines: Sequence[Line], clauses: list[Clause], today: Period | None) -> list[Clause]:
    """The clauses, those of crossings that are told together as one for each of them."""
    if not any(_POSTS.search(line.text, line.span.start, line.span.end) for line in lines):
        return clauses
    told: list[Clause] = []
    for index, line in enumerate(lines):
        told += _aside(line, index, clauses, today)
    told += _under_leads(lines, today)
    told += _cards(lines, today)
    taken = {c.sentence for c in told} | _leads_of(lines, told)
    return [*(c for c in clauses if c.sentence not in taken or not c.concept.startswith("crossing")), *told]


def _leads_of(lines: Sequence[Line], told: Sequence[Clause]) -> set[int]:
    """The sentences in front of the crossings of lists that speak of them as "the following points"."""
    return {c.sentence - 1 for c in told if c.sentence and _words(lines[c.sentence - 1]).endswith(":")}


def _words(line: Line) -> str:
    return line.own.rstrip()


def _post(line: Line, start: int, end: int) -> Mention:
    return Mention("crossing", Span(start, end), " ".join(line.text[start:end].split()), attributes={"count": 1})


def _aside(line: Line, index: int, clauses: Sequence[Clause], today: Period | None) -> Iterator[Clause]:
    """The crossings that a row between dashes, in brackets or behind a colon names behind a noun for them, each with what
    the sentence tells of them."""
    noun = _POSTS.search(line.text, line.span.start, line.span.end) if line.kind != "row" else None
    match = _ASIDE.search(line.text, noun.end(), line.span.end) if noun is not None else None
    if match is None:
        return
    row = Span(match.start("row"), match.end("row"))
    about = [c for c in clauses if c.sentence == index and c.concept.startswith("crossing/")]
    if not about:
        rest = line.text[line.span.start : row.start] + " " * (row.end - row.start) + line.text[row.end : line.span.end]
        said = told_in("crossing", Cell(rest, line.span))
        when = next((d for d in line.dates if d.period is not None), None)
        about = [_clause(line, index, (), said[0], when, today)] if said else []
    posts = tuple(Argument(p, "object") for p in _parted(line, row))
    for clause in about:
        others = tuple(a for a in clause.arguments if a.mention.type != "crossing")
        yield replace(clause, arguments=(*posts, *others))


def _parted(line: Line, row: Span) -> Iterator[Mention]:
    at = row.start
    for apart in [*_APART.finditer(line.text, row.start, row.end), None]:
        end = apart.start() if apart is not None else row.end
        if end > at:
            yield _post(line, at, end)
        at = apart.end() if apart is not None else end


def _under_leads(lines: Sequence[Line], today: Period | None) -> Iterator[Clause]:
    """The crossings that stand under a lead that says what becomes of them ("The following points reopen on 1 May:")."""
    lead: Line | None = None
    said: Said | None = None
    of_posts = False
    for index, line in enumerate(lines):
        words = _words(line)
        if line.kind == "heading" or words.endswith(":"):
            of_posts = of_posts or _POSTS.search(words) is not None
            told = told_in("crossing", Cell(words, line.span)) if of_posts and len(line.tokens) < _LEAD else []
            lead, said = line, next(iter(told), None)
            continue
        item = _ITEM.fullmatch(words) if said is not None and len(line.tokens) <= _LONG else None
        if item is None or lead is None or said is None or not _LITTLE.fullmatch(item["rest"]):
            said = said if line.kind == "item" else None
            continue
        start = line.span.start + item.start("name")
        post = _post(line, start, line.span.start + item.end("name"))
        days = [d for d in lead.dates if d.period is not None]
        when = next((d for d in days if d.span.start >= said.span.start), next(iter(days), None))
        told_clause = _clause(line, index, (post,), said, when, today)
        coming = said.act in ("reopen", "open") and when is not None and today is None
        if coming and _COMING.search(lead.text, lead.span.start, lead.span.end):
            told_clause = replace(told_clause, status="planned", tense="future")
        yield told_clause


def _cards(lines: Sequence[Line], today: Period | None) -> Iterator[Clause]:
    """What the lines under the double name of a crossing tell of it ("Opened: 1 March 2022"), on a page on crossings."""
    if not any(_POSTS.search(line.text, line.span.start, line.span.end) for line in lines[:_TOP]):
        return
    name: Mention | None = None
    for index, line in enumerate(lines):
        card = _CARD.fullmatch(line.text, line.span.start, line.span.end)
        if card is not None:
            name = _post(line, card.start("name"), card.end("name"))
        elif line.kind == "heading":
            name = None
        field = _FIELD.match(line.text, line.span.start, line.span.end) if name is not None else None
        when = next((d for d in line.dates if d.period is not None), None)
        if field is None or name is None or when is None or when.span.start - field.end() > 1:
            continue
        label = Span(field.start("label"), field.end("label"))
        for said in told_in("crossing", Cell(field["label"], label))[:1]:
            yield _clause(line, index, (name,), said, when, today)


def _clause(
    line: Line, index: int, posts: Sequence[Mention], said: Said, when: Mention | None, today: Period | None
) -> Clause:
    period = when.period if when is not None else None
    ahead = period is not None and today is not None and period.first > today.last
    status = "planned" if said.status == "reported" and (ahead or said.act == "plan") else said.status
    arguments = tuple(Argument(p, "object") for p in posts)
    tense = "past" if status == "reported" else "future"
    return Clause(f"crossing/{said.act}", line.span, line.span, index, arguments, when, status, tense)
