"""The paper that a document is the text of: a treaty with its preamble and articles, under its title, which may run over
several lines."""

from __future__ import annotations

from collections.abc import Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.names.paper_words import cased, topics_in
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["own_title"]

_PREAMBLE = re.compile(
    r"\bha(?:ve|s) (?:decided to conclude|agreed (?:as follows|(?:up)?on the following|to the following|the following))\b|\bhereby agree as follows\b"
    r"|\bhereinafter (?:\w+ )?(?:referred to|called)\b[^\n]{0,80}\bPart(?:ies|y)\b",
    re.IGNORECASE,
)
_SIDES = re.compile(r"\bhereinafter\b|^\W*The (?:Governments? of|Kingdom|Republic)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^\W*Article (?:1|I|one)\b", re.IGNORECASE | re.MULTILINE)
_GOES_ON = re.compile(
    r"\W*(?:between|on|concerning|regarding|relating|to|for|about|establishing|amending|of)\s", re.IGNORECASE
)
_SERIES = re.compile(
    r"\s+(?:Series|Collection|Database|Section|Office|Department|Action)\b", re.IGNORECASE
)  # "Treaty Series"
_HEAD = 8  # lines in which a title stands
_REACH = 5000  # characters of the preamble


def own_title(lines: Sequence[Line], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, the title of the text of a treaty as the paper that it is."""
    if not lines:
        return list(mentions)
    text, start = lines[0].text, lines[0].span.start
    if not (_PREAMBLE.search(text, start, start + _REACH) and _ARTICLE.search(text, start)):
        return list(mentions)
    for index, line in enumerate(lines[:_HEAD]):
        first = next((m for m in mentions if m.type == "paper" and m.span in line.span), None)
        if first is None or first.span.start - line.span.start > 12 or not first.attributes.get("capital"):
            continue
        if _SERIES.match(text, first.span.end):
            continue
        own = _whole(lines, index, first, mentions)
        title = (own.span, *own.antecedents)
        gone = {id(m) for m in mentions if m.type == "paper" and any(m.span in s for s in title)}
        kept = [m for m in mentions if id(m) not in gone]
        return sorted([*kept, own], key=lambda m: (m.span.start, -m.span.end, m.type))
    return list(mentions)


def _sides(lines: Sequence[Line], mentions: Sequence[Mention]) -> list[Mention]:
    """The states of the sentence that names the parties."""
    for line in lines[: _HEAD * 2]:
        if _SIDES.search(line.text, line.span.start, line.span.end):
            return [m for m in mentions if m.type == "state" and m.states and m.span in line.span]
    return []


def _whole(lines: Sequence[Line], index: int, first: Mention, mentions: Sequence[Mention]) -> Mention:
    """The title with the lines that go on with it, its parties those named in it or in the first lines behind."""
    line, spans = lines[index], [first.span]
    tail = line.text[first.span.end : line.span.end].strip(" .")
    names = [cased(first.name) + (f" {tail}" if 0 < len(tail) < 8 and line.text[first.span.end] == " " else "")]
    joined = not first.attributes.get("topical") or len(tail) < 8
    for behind in lines[index + 1 : index + 4] if joined else ():
        words = behind.text[behind.span.start : behind.span.end]
        if not _GOES_ON.match(words) or words.rstrip().endswith((";", ",")):
            break
        names.append(cased(" ".join(words.split()).rstrip(".")))
        spans.append(behind.span)
    name = " ".join([names[0], *(n[0].lower() + n[1:] for n in names[1:])])
    near = _sides(lines, mentions) or [
        m
        for m in mentions
        if m.type == "state" and m.states and line.span.start <= m.span.start < line.span.start + 900
    ]
    states: dict[str, Span] = {}
    for m in near:
        for s in m.states:
            states.setdefault(s, m.span)
    parties = tuple(states)[:2] if len(states) == 2 else first.states if len(first.states) >= 2 else tuple(states)[:2]
    topics = first.topics
    for behind in lines[index + 1 : index + len(names)]:
        topics = tuple(
            dict.fromkeys((*(t for t in topics if t != "general"), *topics_in(behind, 0, len(behind.tokens))))
        )
    return first.but(
        name=name, states=parties, antecedents=(*spans[1:], *(first.antecedents or tuple(states[p] for p in parties if p in states))),
        definite=False, period=None, topics=topics,
        attributes={**first.attributes, "titled": True, "telling": True, "plural": False, "weak": False, "with": len(parties) >= 2, "own": True, "dated": False},
    )  # fmt: skip
