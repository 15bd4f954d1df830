"""Sessions told without a verb: the one to come, in a line of a record ("Next session: Quito, spring 2026", "Twelfth
round in Quito on 4 May"), and the one that a record is of, in its title ("Conclusions of the Mixed Committee")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import ordinal, roman
from accord.languages.views import Argument, Clause, Mention

__all__ = ["fragment_sittings"]

_NOUN = r"(?:session|meeting|round|sitting|edition)"
_KINDS = r"(?:(?:regular|ordinary|extraordinary|annual|plenary|joint)\s+)*"
_MARK = r"[\W_]*(?:(?:item|point|no\.?)\s+)?(?:(?:[ivx]+|\d{1,2}|[a-z])[.):]?\s+)?"
_TOLD = re.compile(
    rf"{_MARK}(?:the\s+)?(?:(?P<which>next|following)|(?P<number>\d{{1,3}}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?(?:st|nd|rd|th)))\s+{_KINDS}{_NOUN}\b"
    r"(?=\s*(?:[:,;(–—-]|in\s|at\s|to be held\b|of\s|on\s|$))",
    re.IGNORECASE,
)
_NEXT = re.compile(rf"{_MARK}next(?:\s+{_KINDS}{_NOUN})?\s*:?\s*$", re.IGNORECASE)
_NEXT_AT = re.compile(rf"{_MARK}next\s*:", re.IGNORECASE)
_RECORD = re.compile(
    r"\b(?:session|meeting|sitting|round|minutes|protocol|record|communiqu[eé]|conclusions|outcomes?|results?|read-?out|decisions|final act)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"\W*{_NOUN}\s*(?:no\.?|number)?\s*:\s*(?:no\.?\s*)?(?P<number>\d{{1,3}}|[IVXL]{{1,6}})(?:st|nd|rd|th)?\b",
    re.IGNORECASE,
)
_NTH = re.compile(
    rf"\b(?P<number>\d{{1,3}}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?(?:st|nd|rd|th)|(?-i:[IVXL]{{1,6}}))\s+{_KINDS}{_NOUN}\b",
    re.IGNORECASE,
)
_OPENING = 8  # lines in which a record tells of what it is
_WEEK = 7  # days of a session
_LONGEST = 25  # words of a line that tells without a verb


def fragment_sittings(lines: Sequence[Line], clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Clause]:
    """The clauses, with the sessions added that lines without a verb tell of."""
    bodies = [
        m for m in mentions if m.type == "body" and m.attributes.get("telling") and not m.attributes.get("plural")
    ]
    if not bodies:
        return list(clauses)
    found = [*clauses, *_of_record(lines, clauses, bodies, mentions)]
    found = [_placed(lines[c.sentence], c, mentions) if c.concept == "sitting" else c for c in found]
    held = [c for c in found if c.concept == "sitting" and c.status == "reported" and c.mentions("body")]
    for index, line in enumerate(lines):
        told = _to_come(line)
        if told is None or any(c.concept == "sitting" and c.sentence == index and c.mentions("body") for c in found):
            continue
        at, number = told
        body = _whose(line, index, bodies, held)
        place = _places(line, at, mentions)
        if body is not None and (place is not None or _dated(line, at)):
            status = "reported" if number is not None and _held(line, at) else "planned"
            found.append(_sitting(line, index, at, body, number or _following(body, held), place, status))
    return found


def _placed(line: Line, clause: Clause, mentions: Sequence[Mention]) -> Clause:
    """A session to come with the town that its line names without a preposition: "Next session: Quito, in spring"."""
    told = _to_come(line)
    if told is None or clause.mentions("place", "state", parts=("at",)):
        return clause
    place = _places(line, told[0], mentions)
    return clause if place is None else replace(clause, arguments=(*clause.arguments, Argument(place, "at")))


def _to_come(line: Line) -> tuple[Span, int | None] | None:
    """What tells of a session to come, and its number: "Next session: Quito", or "Quito, in May" under "Next"."""
    if len(line.tokens) > _LONGEST or line.kind == "headline" or any(map(line.finite, range(len(line.tokens)))):
        return None
    match = _TOLD.match(line.text, line.span.start, line.span.end) or _NEXT_AT.match(
        line.text, line.span.start, line.span.end
    )
    if match is not None:
        number = match.groupdict().get("number")
        return Span(match.start(), match.end()), ordinal(number) if number else None
    lead = line.over[0] if line.over else None
    if lead is not None and len(line.tokens) < 10 and _NEXT.fullmatch(lead.text, lead.span.start, lead.span.end):
        return Span(line.span.start, line.span.start + len(line.tokens[0].text)), None
    return None


def _whose(line: Line, index: int, bodies: Sequence[Mention], held: Sequence[Clause]) -> Mention | None:
    """The body named in the line, else that which sat last before it, else the only one or the first of the text."""
    own = next((b for b in bodies if b.span in line.span), None)
    if own is not None:
        return own
    before = [c for c in held if c.sentence <= index]
    if before:
        return before[-1].mentions("body")[0]
    return next((b for b in bodies if b.span.start < line.span.start), None)


def _following(body: Mention, held: Sequence[Clause]) -> int | None:
    """The number behind that of the body's last session."""
    numbers = [
        o.ordinal
        for c in held
        for o in c.mentions("ordinal")
        if body.name in {b.name for b in c.mentions("body")} and o.ordinal
    ]
    return max(numbers) + 1 if numbers else None


def _dated(line: Line, at: Span) -> bool:
    return any(d.period is not None and d.span.start >= at.start for d in line.dates)


def _held(line: Line, at: Span) -> bool:
    """Whether a numbered session is told with its whole day and as no next one ("4th meeting, Lima, 2 May 2020")."""
    next_one = "next" in line.own.lower()
    days = [d for d in line.dates if d.period is not None and d.span.start >= at.start]
    return not next_one and bool(days) and not days[0].attributes.get("context") and days[0].period.length.days < _WEEK  # type: ignore[union-attr]


def _places(line: Line, at: Span, mentions: Sequence[Mention]) -> Mention | None:
    """The town that a line without a verb names."""
    towns = (
        m for m in mentions
        if m.span in line.span and m.span.start >= at.start and (m.type == "place" or (m.type == "state" and m.form in ("capital", "city")))
    )  # fmt: skip
    chosen = next(towns, None)
    return chosen.but(type="place") if chosen is not None else None


def _sitting(
    line: Line, index: int, at: Span, body: Mention, number: int | None, place: Mention | None, status: str
) -> Clause:
    whole = body if body.span in line.span else body.but(antecedents=(*body.antecedents, body.span), ordinal=None)
    arguments = [Argument(whole, "of")]
    if number is not None:
        arguments.append(Argument(Mention("ordinal", at, ordinal=number), "of"))
    if place is not None:
        arguments.append(Argument(place, "at"))
    dated = status == "planned" or body.span not in line.span
    when = next((d for d in line.dates if dated and d.period is not None and d.span.start >= at.start), None)
    tense = "future" if status == "planned" else "past"
    return Clause("sitting", at, line.span, index, tuple(arguments), when, status, tense, True)


def _of_record(
    lines: Sequence[Line], clauses: Sequence[Clause], bodies: Sequence[Mention], mentions: Sequence[Mention]
) -> Iterator[Clause]:
    """The session of which a record bears the title, where nothing else tells that its body sat."""
    early = lines[:_OPENING]
    if any(c.concept == "sitting" and c.status != "planned" and c.sentence < _OPENING * 2 for c in clauses):
        return
    short = (
        line for line in early if len(line.tokens) <= _LONGEST and not any(map(line.finite, range(len(line.tokens))))
    )
    if not any(_RECORD.search(line.text, line.span.start, line.span.end) for line in short):
        return
    for index, line in enumerate(early[:3]):
        body = next((b for b in bodies if b.span in line.span), None)
        if body is None or any(map(line.finite, range(len(line.tokens)))) or len(line.tokens) > _LONGEST:
            continue
        number = body.ordinal or next((n for n in map(_numbered, early) if n), None)
        yield _sitting(line, index, body.span, body, number, None, "reported")
        return


def _numbered(line: Line) -> int | None:
    """The number of the session that a line tells: "XIII Meeting of", "Session: 8th"."""
    match = _LABELLED.match(line.text, line.span.start, line.span.end) or _NTH.search(
        line.text, line.span.start, line.span.end
    )
    if match is None:
        return None
    told = match["number"]
    return int(told) if told.isdigit() else ordinal(told) or (roman(told) if told.isupper() else None)
