"""Where figures and facts are said to come from: "according to", "data from X show", "by X's count", "X puts it at"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.en.voices.parties import Parties
from accord.languages.en.voices.pieces import Said
from accord.languages.views import Mention

__all__ = ["sources"]

_DATA = (
    r"(?:data|figures?|statistics|estimates?|records|numbers|returns|bulletins?|reports?|surveys?|counts?|documents?)"
)
_SHOWN = r"(?:show|shows|showed|shown|indicate|indicates|indicated|suggest|suggests|suggested|reveal|revealed|put|puts|say|said)"
_FROM = re.compile(
    rf"\b{_DATA}\s(?:released\s|published\s|issued\s)?(?:from|of|by)\s(?=[^,.;]{{3,80}}?\s{_SHOWN}\b)", re.IGNORECASE
)
_SHOWING = re.compile(rf"\b{_DATA}\s(?:seen\sby\s[^,.;]{{3,40}}\s|[^\s,.;]+\s)?{_SHOWN}\b(?!\s(?:of|by)\b)")
_REFERRING = re.compile(
    r"\b(?:with reference to|citing|quoting|in the words of|on the word of|reported by|counted by|published by|released by|"
    r"cited by|as (?:reported|stated|noted|announced|told|confirmed) by)\s"
)
_BY_COUNT = re.compile(
    r"\b(?:[Bb]y|[Oo]n|[Ii]n) (?=[^,.;\"]{2,60}?(?:['’]s?|\bown|\bofficial) (?:own )?(?:count|counts|estimates?|reckoning|figures?|tally|calculations?)\b)"
)
_BY_RECKONING = re.compile(
    r"\b(?:[Bb]y|[Oo]n|[Ii]n) (?:the )?(?:count|estimates?|reckoning|figures|tally|calculations?) of\s"
)
_PUTS = re.compile(
    r"\b(?:(?:put|puts)\s(?=[^.;:\"]{1,60}?\bat\b)|(?:estimates?|estimated|counts?|counted|reckons?|reckoned|speaks? of|spoke of|acknowledges?|acknowledged|recorded|registered|logged)\s)"
    r"(?=(?:[^.;:\"]{0,40}?\bat\b |only |some |about |around |nearly |over |more than |fewer than |at least |no more than |up to |“|\")?[^.;:]{0,3}(?:\d|[$€£]|[a-z]+ (?:hundred|thousand|million|dozen)|six|seven|eight|nine|ten|two|three|four|five|twenty|thirty))"
)


def sources(line: Line, index: int, quotes: Sequence[Span], speakers: Parties, last: Mention | None) -> Iterator[Said]:
    """Whose the figures of a sentence are, without a judgement of theirs."""
    text, start, end = line.text, line.span.start, line.span.end
    if not line.amounts and not any(map(str.isdigit, text[start:end])):
        return
    for pattern in re.likely((_FROM, _REFERRING, _BY_COUNT, _BY_RECKONING), text, start, end):
        for match in pattern.finditer(text, start, end):
            if any(q.start <= match.start() < q.end for q in quotes):
                continue
            who = speakers.party(line, match.end(), last)
            if who is not None:
                yield _piece(line, index, who, Span(match.start(), match.end()))
    for match in _SHOWING.finditer(text, start, end):
        who = speakers.party_before(line, match.start())
        if who is not None and not any(q.start <= match.start() < q.end for q in quotes):
            yield _piece(line, index, who, Span(match.start(), match.end()))
    for match in _PUTS.finditer(text, start, end):
        i = next((k for k, t in enumerate(line.tokens) if t.start >= match.start()), 0)
        if any(q.start <= match.start() < q.end for q in quotes):
            continue
        who, _ = speakers.of_verb(line, i, last)
        if who is not None and who.name:
            stop = next((t.start for t in line.tokens[i:] if t.low in (";", "—")), end)
            yield Said(who, "source", index, Span(match.start(), stop), Span(match.start(), match.end()))


def _piece(line: Line, index: int, who: Mention, trigger: Span) -> Said:
    """A source told beside a figure holds for its clause of the sentence: from semicolon to semicolon."""
    marks = [line.span.start, *(t.end for t in line.tokens if t.low == ";"), line.span.end]
    start = max(m for m in marks if m <= trigger.start)
    end = min(m for m in marks if m >= trigger.end)
    return Said(who, "source", index, Span(start, end), trigger)
