"""Deeds told by a verb and its object alone: aid delivered, diplomats expelled, notes of protest, places without a gazetteer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import DETERMINERS, Line
from accord.languages.views import Mention

__all__ = ["deeds", "manners", "unknown_places"]

_GOODS = (
    r"(?:(?:humanitarian|emergency|relief|medical|food|flood|military|financial)\s+)?(?:aid|assistance|supplies|food|blankets|tents|rice|wheat|flour|grain|medicines?|vaccines?|"
    r"relief|generators|ambulances|fuel|water tanks|doses|rescuers|rescue teams?|doctors)"
)
_AID = re.compile(
    rf"\b(?:sent|delivered|handed out|handed over|donated|dispatched|provided|flew in|shipped|airlifted|gave|supplied|distributed|sends|delivers|donates)\b[^.;]{{0,60}}?\b{_GOODS}\b(?:\s+(?:and|,)\s+\w+)?",
    re.IGNORECASE,
)  # fmt: skip
_EXPELLED = re.compile(
    r"\b(?:expel(?:led|s|ling)?|declared?|deported)\b[^.;]{0,30}?\b(?:(?:\w+\s+){0,3}?(?:diplomats?|consul|attach[ée]s?|ambassador|envoys?|staff|officials?|chargé))\b[^.;,]{0,30}?(?:\bpersona(?:e)? non grata(?:e)?\b)?"
    r"|\b(?:a|an|the|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:\w+\s+){0,2}?(?:diplomats?|consul|attach[ée]s?|envoys?|embassy (?:staff|employees|officials))\b[^.;,]{0,20}?\b(?:was|were|had been|has been|have been|being|would be|will be|are to be)\s+(?:expelled|deported|declared persona(?:e)? non grata(?:e)?|declared unwelcome|sent home|given \d+ hours|told to leave|ordered (?:out|to leave))(?:\s+from\s+\w+)?",
    re.IGNORECASE,
)  # fmt: skip
_SANCTION = re.compile(
    r"\b(?:closed its|froze|freezes?|frozen|imposed?|imposes|slapped|introduced|approved|announced|banned|blocked|extended|tightened)\b[^.;]{0,40}?\b(?:assets?|sanctions?|lev(?:y|ies)|embargo|tariffs?|dut(?:y|ies)|restrictions?|ban|bans|travel ban|import ban|airspace)\b(?:\s+(?:of|on|against)\s+[^.;,]{3,50})?",
    re.IGNORECASE,
)  # fmt: skip
_PROTEST = re.compile(
    r"\b(?:protest note|note of protest|note verbale of protest|formal protest|diplomatic protest)\b"
    r"(?!\s+(?:had been|has been|was|is being|would be|could be)?\s*(?:drafted|prepared|considered))",
    re.IGNORECASE,
)

_DEEDS = {_EXPELLED: "expulsion", _AID: "aid", _SANCTION: "sanction", _PROTEST: ""}


def deeds(line: Line) -> Iterator[Mention]:
    """Events told by verb and object; the words from the verb to its object are the name."""
    for pattern in re.likely(_DEEDS, line.text, line.span.start, line.span.end):
        for match in pattern.finditer(line.text, line.span.start, line.span.end):
            span = Span(match.start(), match.end())
            yield Mention(
                "event",
                span,
                " ".join(match[0].split()),
                form=_DEEDS[pattern],
                attributes={"deed": True, "named": False},
            )


_MANNERS = {
    re.compile(words, re.IGNORECASE): manner
    for manner, words in {
        "state": r"\bstate (?:visit|trip)s?\b",
        "official": r"\bofficial (?:visit|trip)s?\b",
        "working": r"\bworking (?:visit|trip)s?\b",
        "phone": r"\b(?:tele)?phone(?: call| conversation| talks)?\b|\bby phone\b",
        "video": r"\bvideo[ -]?(?:conference|conferencing|link|call)\b|\bvirtual(?:ly)?\b|\bonline\b",
    }.items()
}


def manners(line: Line) -> Iterator[Mention]:
    """How a visit or a meeting is called: state, official, working; by phone, by video."""
    for pattern in re.likely(_MANNERS, line.text, line.span.start, line.span.end):
        for match in pattern.finditer(line.text, line.span.start, line.span.end):
            yield Mention("manner", Span(match.start(), match.end()), match[0], form=_MANNERS[pattern])


_LOCATIVE = ("near", "at", "outside", "in")
_GOING = frozenset(
    "travel travels travelled traveled travelling traveling fly flies flew flying flown go goes went going gone come came head heads headed heading drive drove "
    "return returned trip visit journey journeyed sail sailed invited".split()
)


def unknown_places(line: Line, taken: Sequence[Mention]) -> Iterator[Mention]:
    """Capitalised names behind "near", "at", "outside" and "in" that no gazetteer has and that nothing else names."""
    for i, token in enumerate(line.tokens[:-1]):
        if token.low not in _LOCATIVE and not (token.low == "to" and line.low(i - 1) in _GOING):
            continue
        j = i + 1 + (line.low(i + 1) in ("the", "a"))
        k = j
        while (
            k < len(line.tokens)
            and line.tokens[k].word
            and line.tokens[k].capital
            and line.at[k] is None
            and line.low(k) not in DETERMINERS
        ):
            k += 1
        if k == j or k - j > 3 or (j > i + 1 and line.low(i + 1) == "the" and k - j < 2):
            continue
        span = line.slice(j, k)
        if any(m.span.overlaps(span) for m in taken) or (line.low(k) in ("'s", "-") and k - j == 1):
            continue
        yield Mention("place", span, line.words(j, k), form="unknown", attributes={"name": line.words(j, k)})
