"""Twinned towns told as a list: the partners of one town ("Bergen, Norway – since 1946" under "Our twin towns"), or pairs behind a
label ("Sister cities: Lodz – Tampere; Turku – Bergen (1957)")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line, by_line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["TWINS", "deeds_with_towns", "home_town", "listed_towns", "twinned"]

_TOWNS = r"(?:cit(?:y|ies)|towns?|municipalit(?:y|ies)|communes?|localit(?:y|ies)|regions?|provinces?|prefectures?)"
TWINS = re.compile(
    rf"\b(?:(?:sister|twin(?:ned)?|partner(?:ed)?|friendship)[ -]{_TOWNS}|town[ -]twinnings?|twinnings|(?:town|city) partnerships?)\b",
    re.IGNORECASE,
)
_CAP = r"[A-ZÀ-ÞŁŠŽČĐİ][^\W\d_]*[.'’]?"
_NAME = rf"{_CAP}(?:[ '’-](?:{_CAP}|(?:de|del|la|las|los|el|al|of|du|da|do|dos|van|der|am|an|na|upon|sur|im|on)(?=[ -]))){{0,4}}"
_LABEL = re.compile(
    rf"\W{{0,3}}(?:[IVX]{{1,4}}[/.)]\s*)?(?:(?:\w+ )?(?:sister|twin(?:ned)?|partner)[ -]{_TOWNS}|[Tt]winnings?|[Ll]ocalities)\s*[:–—]\s*",
    re.IGNORECASE,
)
_PAIR = re.compile(rf"\s*(?P<a>{_NAME})\s*(?:[-–—/↔]|\band\b|\bwith\b)\s*(?P<b>{_NAME})(?=\s*(?:[(,;.]|$))")
_SAID = re.compile(
    rf"\W{{0,3}}(?:[Tt]he (?:city|town) of )?(?P<a>{_NAME})\s*(?:[-–—/]|\band\b)\s*(?:the (?:city|town) of )?(?P<b>{_NAME})\s*:\s*(?:sister|twin|partner)[ -]?\w*"
)
_CHARTER = re.compile(
    rf"\b(?:twin(?:ning)?|sister|friendship)(?:[ -](?:town|city|cities))?[ -](?:charter|agreement|pact|accord|treaty|memorandum)\W+(?:of |between |for )?(?P<a>{_NAME})\s*(?:[-–—/]|\band\b|\bwith\b)\s*(?P<b>{_NAME})"
)
_ENTRY = re.compile(rf"\W{{0,3}}(?P<town>{_NAME})\s*(?:,|\(|[–—-]\s)\s*$")
_OF = re.compile(
    rf"(?i:{_TOWNS}|twinnings|partnerships) of (?:the )?(?:(?i:city|town|municipality) of )?(?P<town>{_NAME})"
)
_OPENS = re.compile(rf"(?P<town>{_NAME})\s*(?:\(|,|[–—-]\s|'s |’s |has |keeps |is )")
_DEEDS = (
    ("severed", re.compile(r"\b(?:ended|terminated|cancell?ed|dissolved|revoked|severed|annulled|given up)\b", re.IGNORECASE)),
    ("suspended", re.compile(r"\b(?:frozen|suspended|paused|on hold|put on ice|dormant since)\b", re.IGNORECASE)),
    ("restored", re.compile(r"\b(?:restored|resumed|revived|taken up again)\b", re.IGNORECASE)),
)  # fmt: skip
_TO_COME = re.compile(
    r"\b(?:to follow|under discussion|planned|letter of intent|proposed|pending|in preparation|to be signed|applied|awaited)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"[\s,:;()–—-]*(?:(?:since|twinned|partners?|signed|agreement|friendship|treaty|pact|charter|of|in|from|on|town|city|established|link|the|a|as)\s+)*$",
    re.IGNORECASE,
)
_TITLE = 14  # tokens of a line that tells that what follows are twinned towns
_TOP = 5  # lines that tell whose towns they are


@dataclass(frozen=True, slots=True)
class _Deed:
    """What is told of a tie: its act, its day, how sure it is."""

    action: str
    when: Mention | None
    status: str


def listed_towns(lines: Sequence[Line], mentions: Sequence[Mention]) -> list[Clause]:
    """Clauses of the towns that lines list as twinned."""
    if not any(_speaks(line) for line in lines):
        return []
    found: list[Clause] = []
    here = by_line(lines, mentions)
    home: Mention | None = None
    under = False
    for index, line in enumerate(lines):
        days = [m for m in here[index] if m.type == "date"]
        pairs = list(_pairs(line, index, days))
        found += pairs
        if pairs or line.kind == "row":
            continue
        titled = len(line.tokens) <= _TITLE and TWINS.search(line.text, line.span.start, line.span.end) is not None
        if line.kind in ("heading", "headline") or titled:
            under = titled
            continue
        if under:
            town = _entry(line, here[index])
            home = home or (home_town(lines[:index], mentions) if town is not None else None)
            if town is not None and home is not None and town.name != home.name:
                found += _told(line, index, home, town, Span(_past(line, here[index], town), line.span.end), days)
    return found


def _speaks(line: Line) -> bool:
    words = line.own
    return bool(TWINS.search(words) or _LABEL.match(words) or _CHARTER.search(words))


def _town(line: Line, match: re.Match[str], key: str) -> Mention:
    return Mention("place", Span(match.start(key), match.end(key)), match[key], attributes={"name": match[key]})


def _pairs(line: Line, index: int, days: Sequence[Mention]) -> Iterator[Clause]:
    """The pairs that a line lists behind a label, or tells as sister towns."""
    start, end = line.span.start, line.span.end
    said = _SAID.match(line.text, start, end) or _CHARTER.search(line.text, start, end)
    if said is not None:
        yield from _told(
            line, index, _town(line, said, "a"), _town(line, said, "b"), Span(said.end(), end), days, sure=True
        )
        return
    label = _LABEL.match(line.text, start, end)
    at = label.end() if label is not None else end
    while at < end and (match := _PAIR.match(line.text, at, end)) is not None:
        stop = line.text.find(";", match.end(), end)
        stop = stop if stop >= 0 else end
        yield from _told(line, index, _town(line, match, "a"), _town(line, match, "b"), Span(match.end(), stop), days)
        at = stop + 1


def _entry(line: Line, here: Sequence[Mention]) -> Mention | None:
    """The town with whose name and state a line opens."""
    state = next((m for m in here if m.type == "state" and len(m.states) == 1 and m.form in ("name", "official")), None)
    if state is None:
        return None
    match = _ENTRY.fullmatch(line.text, line.span.start, state.span.start)
    return _town(line, match, "town").but(states=state.states) if match is not None else None


def _past(line: Line, here: Sequence[Mention], town: Mention) -> int:
    """Behind the state that stands with a town."""
    return next((m.span.end for m in here if m.type == "state" and m.span.start >= town.span.end), town.span.end)


def home_town(lines: Sequence[Line], mentions: Sequence[Mention]) -> Mention | None:
    """The town whose partners a page lists: "Partner towns of X", the town with which a line over them opens, else the
    first that is named."""
    for pattern, find in ((_OF, "search"), (_OPENS, "match")):
        for line in lines:
            match = getattr(pattern, find)(line.text, line.span.start, line.span.end)
            if match is not None and (pattern is _OF or _is_town(match, lines, mentions)):
                return _town(line, match, "town")
    first = _named(lines, mentions)
    return next(iter(first.values()), None)


def _is_town(match: re.Match[str], lines: Sequence[Line], mentions: Sequence[Mention]) -> bool:
    """Whether a name is a town's: one that is known, or that its state stands behind."""
    state = any(m.type == "state" and m.span.start == match.end() for m in mentions)
    return state or match["town"] in _named(lines, mentions)


def _named(lines: Sequence[Line], mentions: Sequence[Mention]) -> dict[str, Mention]:
    """The towns that lines name."""
    end = lines[-1].span.end if lines else 0
    towns = (m for m in mentions if m.span.end <= end and (m.type == "place" or m.form == "capital"))
    found: dict[str, Mention] = {}
    for town in sorted(towns, key=lambda m: m.span.start):
        found.setdefault(str(town.attributes.get("name", town.name)), town)
    return found


def deeds_with_towns(text: str, span: Span, dates: Sequence[Mention]) -> Iterator[_Deed]:
    """What words say of a tie of towns: since when, and what became of it; once, undated, where they say nothing."""
    words = text[span.start : span.end]
    days = [d for d in dates if d.period is not None and d.span in span]
    first = next((d for d in days if _SINCE.fullmatch(text, span.start, d.span.start)), None)
    ends = [(m.start(), deed) for deed, pattern in _DEEDS if (m := pattern.search(words))]
    coming = _TO_COME.search(words) is not None
    if first is not None and not coming:
        yield _Deed("established", first.begun(), "reported")
    for at, deed in ends:
        behind = next((d for d in days if d.span.start >= span.start + at), None)
        yield _Deed(deed, behind, "reported")
    if coming:
        yield _Deed("established", None, "planned")
    elif first is None and not ends:
        yield _Deed("", None, "reported")


def twinned(one: Mention, other: Mention, action: str) -> Mention:
    """The tie of two towns."""
    names = tuple(str(m.attributes.get("name", m.name)) for m in (one, other))
    states = tuple(dict.fromkeys((*one.states, *other.states)))
    return Mention("tie", other.span, "sister-cities", states, (one.span, other.span), form="sister-cities",
                   attributes={"action": action, "places": names})  # fmt: skip


def _told(
    line: Line, index: int, one: Mention, other: Mention, words: Span, days: Sequence[Mention], *, sure: bool = False
) -> Iterator[Clause]:
    """The clauses of what a line tells of two towns."""
    for deed in deeds_with_towns(line.text, words, days):
        tie = twinned(one, other, deed.action or ("established" if sure else ""))
        trigger = Span(min(one.span.start, other.span.start), words.end) if sure else Span(other.span.start, words.end)
        yield Clause("bond", trigger, line.span, index, (Argument(tie, "object"),), deed.when, deed.status)
