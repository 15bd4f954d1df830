"""Sessions told without the name of their body: "the next meeting will be held in Accra", "the seventh took place in May",
"they agreed to meet again in June", "the meeting was the 41st of the committee". The body is the one that sits in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.clauses.sittings import Found, sitting_clause
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import ordinal
from accord.languages.views import Argument, Clause, Mention

__all__ = ["bare_sittings", "of_session"]

_ORDINAL = r"\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?(?:st|nd|rd|th)"
_NOUN = r"(?:session|meeting|round|sitting|edition|gathering)"
_NEXT = ("next", "upcoming", "forthcoming", "following")
_NOUNED = re.compile(
    rf"\b(?:the|their|its|a)\s+(?:(?P<which>next|previous|last|preceding|following|upcoming|forthcoming)|(?P<number>{_ORDINAL}))"
    rf"(?:\s+(?:such|regular|ordinary|annual|scheduled|similar|plenary|formal|full|joint))*\s+{_NOUN}(?: of (?:talks|negotiations|consultations|this kind|its kind|the kind))?\b"
    r"(?!\s+(?:of|between|with|among|on)\b)(?![’'])",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"\b(?P<at>[Tt]he(?:ir)?\s+(?:(?P<which>next|previous|last|latest)|(?P<number>{_ORDINAL}))(?:\s+one)?)(?=(?:,[^,]{{2,90}},)?\s+"
    r"(?:is|was|will|took|takes|had|has|would|were|are|met|sat|sits|convened|gathered|falls|followed|due|set|scheduled|planned|to be)\b)"
)
_OPENING = re.compile(r"(?:[.;:,(\"“]|\band)\s*$")
_AGAIN = re.compile(
    r"\b(?P<at>(?:to|will|would|shall)\s+(?:(?:next|again)\s+)?(?:re-?convene|(?:meet|convene|sit|gather|come together)\s+(?:again|next|once more|anew)))\b"
)
_SCHEDULED = re.compile(
    rf"\b(?P<at>(?:[Tt]he|[Aa]|[Tt]heir)\s+{_NOUN}),?\s+(?:(?:which|that|originally|initially|had|has|was|were|been|first)\s+)*(?:scheduled|planned|due|set|fixed|foreseen|slated)\b"
    r"(?=[^.;]*\b(?:put off|postponed|called off|cancell?ed|pushed|deferred|delayed|moved|scrapped)\b)"
)
_GOES = re.compile(rf"\b(?P<at>[Tt]he\s+(?P<number>{_ORDINAL})\s+{_NOUN})\s+(?:goes to|moves to|is for|falls to)\b")
_NTH = re.compile(rf"\b(?:the|its|their)\s+(?P<number>{_ORDINAL})\s+of\s+(?:the\s+|their\s+)?$", re.IGNORECASE)
_PAST = re.compile(
    r"(?:,[^,]{2,60},)?\s*(?:was|were|took|had|met|sat|convened|gathered|held|hosted|ended|concluded|has|broke|came|closed)\b"
)
_TOP = 5  # lines that name what a text is about
_NEAR = 12  # sentences before a body's first session in which one of its sessions may be told without its name


@dataclass(frozen=True, slots=True)
class _Sat:
    """A session whose body is named."""

    sentence: int
    body: Mention
    number: int | None
    at: Span
    held: bool


def bare_sittings(lines: Sequence[Line], clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Clause]:
    """The clauses, with the sessions told without a body given theirs, and those added that nothing else has seen."""
    found = [*clauses, *_nth_of(lines, clauses, mentions)]
    sat = _named(found)
    spoken = [m for m in mentions if m.type == "body" and (m.attributes.get("telling") or m.attributes.get("anaphor"))]
    if not spoken:
        return found
    found = [_next_of(lines[c.sentence], c, sat) if c.concept == "sitting" else c for c in found]
    taken = [c.trigger for c in found if c.concept == "sitting"]
    for index, line in enumerate(lines):
        if line.kind in ("headline", "heading"):
            continue
        for at, number, which in _told(line):
            body = (
                _body(sat, index, number, which) or _owner(lines, index, at, spoken) or _of_title(lines, index, spoken)
            )
            if body is None or any(at.overlaps(t) or 0 <= t.start - at.end < 3 for t in taken):
                continue
            if any(m.type == "body" and m.attributes.get("telling") and m.span.overlaps(at) for m in mentions):
                continue
            clause = sitting_clause(line, index, Found(at, None, number, which), line.span, mentions)
            if clause is None or (not number and (which in (*_NEXT, "set")) == (clause.status == "reported")):
                continue
            taken.append(at)
            found.append(_of(clause, body, number, which))
    return found


def _owner(lines: Sequence[Line], index: int, at: Span, bodies: Sequence[Mention]) -> _Sat | None:
    """The body told last before "its last sitting", in its sentence or the one before."""
    if lines[index].text[at.start : at.start + 4].lower() != "its ":
        return None
    since = lines[max(0, index - 1)].span.start
    told = [b for b in bodies if since <= b.span.start < at.start and not b.attributes.get("plural")]
    return _Sat(index, told[-1], None, told[-1].span, True) if told else None


def _of_title(lines: Sequence[Line], index: int, bodies: Sequence[Mention]) -> _Sat | None:
    """The only body that a text names, which its first lines do."""
    top = lines[min(_TOP, index) - 1].span.end if index else 0
    named = {b.name.casefold() for b in bodies if not b.attributes.get("anaphor")}
    first = next((b for b in bodies if b.span.end <= top and not b.attributes.get("plural")), None)
    return _Sat(0, first, first.ordinal, first.span, True) if first is not None and len(named) == 1 else None


def _named(clauses: Sequence[Clause]) -> list[_Sat]:
    found = [
        _Sat(c.sentence, b, next((o.ordinal for o in c.mentions("ordinal")), None), c.trigger, c.status == "reported")
        for c in clauses
        if c.concept == "sitting"
        for b in c.mentions("body")
        if b.attributes.get("telling") or b.attributes.get("anaphor")
    ]
    return sorted(found, key=lambda s: s.at.start)


def _told(line: Line) -> Iterator[tuple[Span, int | None, str]]:
    """Each telling of a session by its number or as the next or previous one."""
    text, start, end = line.text, line.span.start, line.span.end
    for pattern in (_NOUNED, _ALONE):
        for match in pattern.finditer(text, start, end):
            at = Span(*(match.span("at") if pattern is _ALONE else match.span()))
            which = (match["which"] or "").lower()
            number = ordinal(match["number"]) if match["number"] else None
            if number is None and not which:
                continue
            if (
                pattern is _ALONE
                and not _OPENING.search(text[max(start, at.start - 8) : at.start])
                and at.start > start + 2
            ):
                continue
            if which in ("last", "previous", "preceding", "latest") and not _PAST.match(text[at.end : at.end + 80]):
                continue
            yield at, number, which
    for match in _GOES.finditer(text, start, end):
        yield Span(*match.span("at")), ordinal(match["number"]), "next"
    for pattern, which in ((_AGAIN, "next"), (_SCHEDULED, "set")):
        for match in pattern.finditer(text, start, end):
            yield Span(*match.span("at")), None, which


def _body(sat: Sequence[_Sat], index: int, number: int | None, which: str) -> _Sat | None:
    """The body whose session one is: that with the number beside, else the one that sat last before."""
    if number is not None:
        return next((s for s in reversed(sat) if s.number in (number - 1, number + 1)), None)
    before = [s for s in sat if s.sentence <= index]
    if not before:
        return next((s for s in sat if s.sentence - index <= _NEAR and which == "next"), None)
    numbered = (s for s in reversed(before) if s.held and s.number is not None)
    return next(numbered, None) or next((s for s in reversed(before) if s.held), before[-1])


def _next_of(line: Line, clause: Clause, sat: Sequence[_Sat]) -> Clause:
    """A clause of "the next session" given the body that sat last before it, and its number."""
    words = line.text[clause.trigger.start : clause.trigger.end].lower().split()
    which = next((w for w in words[:2] if w in (*_NEXT, "previous", "preceding", "last")), "")
    if not which or clause.mentions("ordinal"):
        return clause
    own = next(iter(clause.mentions("body")), None)
    body = _body([s for s in sat if s.at != clause.trigger], clause.sentence, None, which)
    if body is None or (own is not None and own.name != body.body.name):
        return clause
    return _of(clause, body, None, which, own is None)


def _of(clause: Clause, sat: _Sat, number: int | None, which: str, given: bool = True) -> Clause:
    """The clause with its body and, beside a numbered session, the number of the next or the previous one."""
    extra: list[Argument] = []
    if given:
        body = sat.body.but(antecedents=(*sat.body.antecedents, sat.body.span), ordinal=None)
        extra.append(Argument(body, "of"))
    step = 1 if which in _NEXT else -1 if which in ("previous", "preceding", "last") else 0
    if number is None and step and sat.number is not None and sat.held and sat.number + step > 0:
        nth = Mention("ordinal", clause.trigger, ordinal=sat.number + step, antecedents=(sat.at,))
        extra.append(Argument(nth, "of"))
    return replace(clause, arguments=(*clause.arguments, *extra))


def _nth_of(lines: Sequence[Line], clauses: Sequence[Clause], mentions: Sequence[Mention]) -> Iterator[Clause]:
    """ "The meeting was the 41st of the committee"."""
    for body in mentions:
        if body.type != "body" or body.ordinal is not None or body.attributes.get("plural"):
            continue
        index = next((i for i, line in enumerate(lines) if body.span in line.span), None)
        if index is None:
            continue
        line = lines[index]
        match = _NTH.search(line.text, max(line.span.start, body.span.start - 40), body.span.start)
        number = ordinal(match["number"]) if match else None
        if (
            match is None
            or number is None
            or any(
                c.concept == "sitting" and body.span.overlaps(c.scope) and c.mentions("body")
                for c in clauses
                if c.sentence == index
            )
        ):
            continue
        at = Span(match.start(), body.span.end)
        clause = sitting_clause(line, index, Found(at, body, number, ""), line.span, mentions)
        if clause is not None:
            yield clause


_RECORDS = frozenset("protocol minutes communiqué communique record document".split())


def of_session(lines: Sequence[Line], clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses that sign a bare "protocol", told behind the numbered session that it sums up, with the title that the
    session gives it."""
    sat = [
        c
        for c in clauses
        if c.concept == "sitting" and c.status == "reported" and c.mentions("body") and c.mentions("ordinal")
    ]
    found: list[Clause] = []
    for clause in clauses:
        signed = bool(sat) and clause.concept == "sign" and clause.status == "reported"
        paper = next((p for p in clause.mentions("paper") if _record(p)), None) if signed else None
        session = next((c for c in reversed(sat) if 0 <= clause.sentence - c.sentence <= _REACH), None)
        if paper is not None and session is not None:
            whole = _titled(lines[session.sentence], paper, session)
            others = tuple(Argument(whole, a.part) if a.mention is paper else a for a in clause.arguments)
            clause = replace(clause, arguments=others)
        found.append(clause)
    return found


_REACH = 25  # sentences from a session to the signing of its protocol


def _record(paper: Mention) -> bool:
    return paper.name.casefold().removeprefix("final ") in _RECORDS and not paper.count


def _titled(line: Line, paper: Mention, session: Clause) -> Mention:
    body = session.mentions("body")[0]
    number = session.mentions("ordinal")[0]
    words = " ".join(line.text[session.trigger.start : session.trigger.end].split())
    words = words.removeprefix("the ").removeprefix("The ")
    name = (
        f"{paper.name} of the {words} of the {body.name}" if body.name not in words else f"{paper.name} of the {words}"
    )
    attributes = {**paper.attributes, "telling": True, "plural": False, "weak": False, "titled": True}
    return paper.but(
        name=name, definite=False, states=body.states or paper.states, topics=("institutions",),
        antecedents=(*paper.antecedents, session.trigger, *number.spans[:1], body.span, *body.antecedents), attributes=attributes,
    )  # fmt: skip
