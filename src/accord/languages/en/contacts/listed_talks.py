"""Meetings told by who was there, without a verb: "Present: A (Peru), B (Chile)", "For Peru: A. For Chile: B.", "Foreign
ministers A and B; two deputies" under a title that says where and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line, by_line
from accord.languages.views import Argument, Clause, Mention
from accord.values import Period

__all__ = ["listed_talks"]

_LABEL = re.compile(
    r"\W{0,3}(?:present|in attendance|attend(?:ed by|ees|ance|ing)|participants?|heads? of (?:the )?delegations?|delegations?|leaders?|led by|interlocutors|whom?(?: (?:met|was there|with))?|who sat down|met)\b[^:.\n]{0,24}(?::|[–—]|-\s)\s*(?=\S)",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"\W{0,3}(?:(?i:present )?(?i:for|on behalf of)) (?:the )?(?=[A-ZÀ-Þ])(?=[^:.]{3,40}(?::| was | were |,))"
)
_NAME = r"[A-ZÀ-Þ][\w'’.-]+(?: (?:al|bin|de|del|da|van|von|der) | )(?:[A-ZÀ-Þ][\w'’.-]+ ?){1,3}"
_BESIDE = re.compile(rf"(?P<name>{_NAME})\((?=[A-ZÀ-Þ])")
_BEHIND = re.compile(
    rf"(?::|\bwas|,) (?:(?:[A-Z][a-z]{{1,4}}\.|[\w-]*(?:[Cc]ommissioner|[Mm]inister|[Gg]overnor|[Ss]ecretary|[Dd]irector)|Mr|Ms|Mrs|Dr) ){{0,2}}(?P<name>{_NAME})(?=[.;,(]|$)"
)
_TWO = re.compile(
    rf"\W{{0,3}}(?:the )?(?P<office>[\w -]{{4,40}}s),? (?P<a>{_NAME})(?:and|&) (?P<b>{_NAME}?)(?=[;,.(]|$| plus| with)",
    re.IGNORECASE,
)
_TOP = 8  # lines of a page that tell who met
_OF_BODY = 5  # lines in which a page tells that it is of a session of a body
_DAYS = 5  # of a meeting
_NEAR = 24  # characters between a state and who is there for it
_MOST = 6  # people
_CARD = 4  # lines of a card of label and value


def listed_talks(
    lines: Sequence[Line],
    mentions: Sequence[Mention],
    clauses: Sequence[Clause],
    pair: tuple[str, ...],
    today: Period | None,
) -> list[Clause]:
    """The meetings of lines that only tell who was there; none of a session of a body, nor one told already."""
    marked = [i for i, line in enumerate(lines) if line.kind != "row" and _may_tell(line, i)]
    if not marked or any(c.concept in ("sitting", "session") and c.sentence < _OF_BODY for c in clauses):
        return []
    own = by_line(lines, mentions)
    if any(m.type == "body" for here in own[:_OF_BODY] for m in here):
        return []
    known = {m.name for c in clauses if c.concept.startswith("talks") for m in c.mentions("person", "office")}
    found, before = list[Clause](), list[tuple[int, list[Mention]]]()
    for i in marked:
        who = _of_states(lines[i], own[i]) or _of_pair(lines[i], own[i], pair)
        met = _met([m for k, others in before if i - k <= _CARD for m in others], who, pair)
        before = [] if met else [*before, (i, who)]
        if met and not known & {m.name for m in met}:
            found += _talk(lines, i, own, met, today)
    return found


def _met(first: list[Mention], then: list[Mention], pair: tuple[str, ...]) -> list[Mention]:
    """Those of a line who met each other, or those of lines above it ("Who: A", "Whom: B")."""
    told = [m for m in then if m.states]
    if len({m.states for m in told}) > 1:
        return told
    states = {m.states[0] for m in first if m.states}
    if len(states) != 1 or not then:
        return []
    others = [s for s in pair[:2] if s not in states] if states <= set(pair) and len(pair) == 2 else []
    given = [m if m.states else m.but(states=tuple(others)) for m in then]
    return [*first, *given] if others and all(m.states == tuple(others) for m in given) else []


def _may_tell(line: Line, index: int) -> bool:
    start, end = line.span.start, line.span.end
    if _LABEL.match(line.text, start, end) or (index < _TOP and _SIDES.match(line.text, start, end)):
        return True
    return index < _TOP and _TWO.match(line.text, start, end) is not None and not _told(line)


def _told(line: Line) -> bool:
    return any(line.finite(i) and line.covered(i) is None for i in range(len(line.tokens)))


def _talk(
    lines: Sequence[Line], index: int, own: Sequence[Sequence[Mention]], who: list[Mention], today: Period | None
) -> Iterator[Clause]:
    line = lines[index]
    when, place = _when_and_where(lines, index, own)
    if when is None or when.period is None:
        return
    trigger = Span(min(m.span.start for m in who if m.span in line.span), who[-1].span.end)
    arguments = [Argument(m, "subject") for m in who[:_MOST]]
    if place is not None:
        arguments.append(Argument(place, "at"))
    arguments.append(Argument(Mention("manner", trigger, "in-person", form="in-person"), "as"))
    late = today is not None and when.period.first > today.last
    yield Clause("talks", trigger, line.span, index, tuple(arguments), when, "planned" if late else "reported")


def _of_states(line: Line, here: Sequence[Mention]) -> list[Mention]:
    """Those named in a line, with the state for which each is there where it says so."""
    people = {m.span: m for m in here if m.type == "person" and m.form != "expert" and not m.attributes.get("pronoun")}
    named = [*_BESIDE.finditer(line.text, line.span.start, line.span.end)]
    if _SIDES.match(line.text, line.span.start, line.span.end):
        named += _BEHIND.finditer(line.text, line.span.start, line.span.end)
    for match in named:
        span = Span(match.start("name"), match.start("name") + len(match["name"].rstrip()))
        if not any(span.overlaps(s) for s in people):
            people[span] = Mention("person", span, match["name"].rstrip(), form="name")
    states = [m for m in here if m.type in ("state", "place") and len(m.states) == 1]
    found: list[Mention] = []
    last = line.span.start
    for span, person in sorted(people.items(), key=lambda item: item[0].start):
        behind = next(
            (s for s in states if 0 < s.span.start - span.end <= 2 and "(" in line.text[span.end : s.span.start]), None
        )
        before = next(
            (s for s in reversed(states) if last <= s.span.start and 0 <= span.start - s.span.end <= _NEAR), None
        )
        of = behind or (before if not person.states or person.states == (before and before.states) else None)
        if of is not None:
            person = person.but(states=of.states, antecedents=(*person.antecedents, of.span))
        found.append(person.but(states=person.states[:1]))
        last = span.end
    return found


def _of_pair(line: Line, here: Sequence[Mention], pair: tuple[str, ...]) -> list[Mention]:
    """Two by name behind an office that both hold, one for each of the two states that a page is about."""
    match = _TWO.match(line.text, line.span.start, line.span.end)
    if match is None or len(pair) != 2 or not any(m.type == "office" and m.attributes.get("plural") for m in here):
        return []
    spans = [Span(match.start(g), match.start(g) + len(match[g].rstrip())) for g in ("a", "b")]
    office = match["office"].removesuffix("s")
    return [
        Mention("person", span, line.text[span.start : span.end], (state,), office=office, form="office")
        for span, state in zip(spans, pair, strict=True)
    ]


def _when_and_where(
    lines: Sequence[Line], index: int, own: Sequence[Sequence[Mention]]
) -> tuple[Mention | None, Mention | None]:
    """The day of the line, or of a line over it near the top of the page, and the town beside it."""
    for at in (index, *range(min(index, _TOP) - 1, -1, -1), *range(index + 1, min(index + 3, len(lines)))):
        days = [d for d in lines[at].dates if d.period is not None and d.period.length.days <= _DAYS]
        if days and not days[0].period.open:
            towns = [m for m in own[at] if m.type == "place" or m.form in ("capital", "city", "town", "unknown")]
            towns = towns if at != index else []
            return days[0], towns[0] if towns else None
        if at < index and lines[at].kind == "item":
            break
    return None, None
