"""Quotations and whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages.en.text.phrases import Line
from accord.languages.en.voices.parties import Parties
from accord.languages.en.voices.pieces import Said
from accord.languages.views import Mention

__all__ = ["quotations", "quoted"]

_LEAST = 2  # words; fewer are a name or a scare quote
_MARKS = " \n”“\"»«'’.,!?"
_SPOKEN = 20  # characters of a quotation that may stand alone
_LOOKING_BACK = frozenset(("that", "this", "so", "those", "these", "such", "thus"))
_CAPTION = 14  # tokens of a line that names whose the quotation above it is


def quotations(lines: Sequence[Line]) -> list[Span]:
    """Quotations of at least two words, those over several paragraphs whole; one word that is a sentence."""
    found: list[Span] = []
    start: int | None = None
    opener = ""
    paragraph_end = -1
    for line in lines:
        if start is not None and opener == '"' and "\n" in line.text[paragraph_end : line.span.start]:
            start = None
        paragraph_end = line.span.end
        for token in line.tokens:
            if token.low != '"':
                continue
            if token.text in "“«„" or (token.text == '"' and start is None):
                start, opener = (token.end, token.text) if start is None or token.text == '"' else (start, opener)
            elif start is not None:
                words = line.text[start : token.start].split()
                if len(words) >= _LEAST or (words and words[0][:1].isupper() and words[-1][-1] in ",.!"):
                    found.append(Span(start, token.start))
                start = None
    return found


def quoted(lines: Sequence[Line], quotes: Sequence[Span], own: Sequence[Said], speakers: Parties) -> Iterator[Said]:
    """Each quotation whole, with its speaker: told in its own sentences, just before or behind, or under it."""
    last: tuple[Mention | None, int, str] = (None, -1, "")
    waiting: list[tuple[Span, list[int]]] = []
    for quote in quotes:
        touched = [i for i, line in enumerate(lines) if line.span.overlaps(quote)]
        if not touched:
            continue
        signed = _signed(lines, touched[-1], quote, speakers)
        speaker, tone = (signed, "") if signed is not None else _told(lines, quote, touched, own, speakers)
        if speaker is None and last[0] is not None and _joined(lines, last[1], touched[0]):
            speaker, tone = last[0], last[2]
        if speaker is None:
            speaker = _below(lines, touched[-1], quote, speakers) or _about(lines, touched, quote, speakers)
        if speaker is not None:
            last = (speaker, touched[-1], tone)
        waiting.append((quote, touched))
        yield from _pieces(lines, quote, touched, speaker, tone)


def _pieces(
    lines: Sequence[Line], quote: Span, touched: Sequence[int], speaker: Mention | None, tone: str
) -> Iterator[Said]:
    spans = [(i, Span(max(quote.start, lines[i].span.start), min(quote.end, lines[i].span.end))) for i in touched]
    first, span = spans[0]
    yield Said(speaker, "quote", first, span, span, tone=tone, more=tuple(spans[1:]))


def _joined(lines: Sequence[Line], before: int, here: int) -> bool:
    """Whether two sentences stand beside each other in one paragraph."""
    return here - before <= 1 and "\n" not in lines[before].text[lines[before].span.end : lines[here].span.start]


def _told(
    lines: Sequence[Line], quote: Span, touched: Sequence[int], own: Sequence[Said], speakers: Parties
) -> tuple[Mention | None, str]:
    """Who is told to say a quotation, and in what manner: nearest to it in its sentences, or in those about it."""
    near = [
        s
        for s in own
        if s.line in touched and s.manner != "according" and s.speaker is not None and not s.trigger.overlaps(quote)
    ]
    if near:
        named = [s for s in near if s.speaker is not None and s.speaker.type == "person"]
        best = min(near, key=lambda s: (_away(s, quote), s.trigger.start))
        if named and best.speaker is not None and best.speaker.type == "group":
            best = min(named, key=lambda s: (_away(s, quote), s.trigger.start))
        return best.speaker, best.manner
    source = next((s for s in own if s.line in touched and s.manner == "according" and s.speaker is not None), None)
    if source is not None:
        return source.speaker, ""
    if (label := speakers.labelled(lines[touched[0]], quote.start)) is not None:
        return label, ""
    before = touched[0] - 1
    if before >= 0:
        text = lines[before].text[lines[before].span.start : lines[before].span.end].rstrip()
        told = next((s for s in reversed(own) if s.line == before and s.speaker is not None), None)
        opens = text.endswith(":")
        if told is not None and (opens or _joined(lines, before, touched[0])):
            return told.speaker, told.manner
        if opens and (subject := speakers.subject_of(lines[before])) is not None:
            return subject, ""
    behind = touched[-1] + 1
    if behind < len(lines) and "\n" not in lines[behind].text[quote.end : lines[behind].span.start]:
        told = next((s for s in own if s.line == behind and s.speaker is not None), None)
        if told is not None:
            return told.speaker, told.manner
    return None, ""


def _away(piece: Said, quote: Span) -> int:
    """How far the telling stands from the quotation."""
    return max(piece.trigger.start - quote.end, quote.start - piece.trigger.end, 0)


def _signed(lines: Sequence[Line], last: int, quote: Span, speakers: Parties) -> Mention | None:
    """Who is named behind a quotation at the end of its paragraph: '"..." - Ana Ruiz, Centre for Ports'."""
    line, text = lines[last], lines[last].text
    behind = line
    if not any(t.word and t.start >= quote.end for t in line.tokens) and last + 1 < len(lines):
        behind = lines[last + 1]
    between = text[quote.end : behind.span.start]
    if "\n" in between or text[behind.span.end : behind.span.end + 1] not in ("\n", ""):
        return None
    return speakers.signed_behind(behind, quote.end)


def _below(lines: Sequence[Line], last: int, quote: Span, speakers: Parties) -> Mention | None:
    """Who stands under a quotation that is a paragraph of its own: a short line of a name and a role."""
    if last + 1 >= len(lines):
        return None
    line, under = lines[last], lines[last + 1]
    alone = not line.text[quote.end : line.span.end].strip(" ”\"»'’.,")
    if not alone or len(under.tokens) > _CAPTION or under.text[under.span.start : under.span.end].endswith((".", "!")):
        return None
    return speakers.signed(under)


def _about(lines: Sequence[Line], touched: Sequence[int], quote: Span, speakers: Parties) -> Mention | None:
    """Whose a quotation is that is a paragraph of its own: of the person whom the next sentence looks back with ("That was
    how X put it"), else of the subject of the sentence before."""
    start, end = lines[touched[0]].span.start, lines[touched[-1]].span.end
    text = lines[touched[0]].text
    if (
        text[start : quote.start].strip(_MARKS)
        or text[quote.end : end].strip(_MARKS)
        or len(text[quote.start : quote.end]) < _SPOKEN
    ):
        return None
    if touched[-1] + 1 < len(lines) and lines[touched[-1] + 1].low(0) in _LOOKING_BACK:
        found = speakers.subject_of(lines[touched[-1] + 1])
        if found is not None:
            return found
    before = touched[0] - 1
    if before < 0 or "\n" not in text[lines[before].span.end : start]:
        return None
    found = speakers.subject(lines[before])
    return found if found is not None and found.type == "person" else None
