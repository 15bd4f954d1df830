"""Short names that a text gives its bodies and papers: "the Bi-National Commission (BNC) ... the BNC", "the Conference"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import ordinal
from accord.languages.views import Mention

__all__ = ["aliases"]

_SHORT = re.compile(r"\s*\((?:the\s+)?[\"“']?(?P<short>[A-Z][A-Za-z]*[A-Z][A-Za-z]*)[\"”']?\)")
_TITLE = re.compile(
    r"(?:[A-Z][\w-]+ (?:(?:and|of|on|for|the) )*)+(?:Agreement|Treaty|Convention|Pact|Accord|Partnership)\b"
)
_HEAD = re.compile(r"\bConference$")  # heads that name a body nowhere else
_CLOSING = tuple(")\"”'")  # behind a short name where it is given
_COMMON = frozenset("MOU MoU MOUS MoUs LOI LoI FTA US UN EU UK".split())


def aliases(lines: Sequence[Line], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The bodies and papers that short names given before stand for, where nothing else is seen in their words."""
    known: dict[str, Mention] = {}
    for mention in mentions:
        if (
            mention.type not in ("body", "paper")
            or not mention.attributes.get("telling")
            or mention.attributes.get("plural")
        ):
            continue
        for short in _names(lines, mention):
            known.setdefault(short, mention)
    yield from _undefined(lines, mentions, known)
    if not known:
        return
    pattern = re.passing(rf"\b(?:{'|'.join(map(re.escape, sorted(known, key=len, reverse=True)))})\b(?![\w-]*-)")
    for line in lines:
        if not any(short in line.own for short in known):
            continue
        here = [m.span for m in mentions if m.span.overlaps(line.span)]
        for match in pattern.finditer(line.text, line.span.start, line.span.end):
            span, whole = Span(match.start(), match.end()), known[match[0]]
            given = span.start < whole.span.end + len(match[0]) + 4 and line.text[span.end : span.end + 1] in _CLOSING
            if given or span.start < whole.span.end or any(span.overlaps(s) for s in here):
                continue
            if match[0].istitle() and not line.text[: span.start].endswith("the "):
                continue
            attributes = {**whole.attributes, "anaphor": True, "rest": None}
            yield whole.but(
                span=span, antecedents=(whole.span, *whole.antecedents), ordinal=_nth(match.string, span.start), count=None, period=None,
                definite=whole.type == "paper", attributes=attributes,
            )  # fmt: skip


_NUMBER = re.compile(r"\b(?P<number>\d{1,3}(?:st|nd|rd|th)|[A-Za-z]+(?:-[a-z]+)?(?:st|nd|rd|th)) $")


def _nth(text: str, at: int) -> int | None:
    """The number of a session told before a body's short name: "the 10th JCBC"."""
    match = _NUMBER.search(text[max(0, at - 20) : at])
    return ordinal(match["number"]) if match else None


# Short names that the field uses of joint commissions, councils and consultations without spelling them out.
_KNOWN = re.compile(
    r"\b(?:JEC|IGC|JMC|JCC|BNC|JTC|JCBC|HLSCC|PJC|HJC|JBC|JCM|JETCO|JPDSC|FOC|BPC)\b(?! ?(?:\)|[A-Z][a-z]+ (?:[Bb]ank|[Cc]ompany)))"
)
_LINKED = re.compile(r"(?:-|–|/| and | & )")


def _undefined(lines: Sequence[Line], mentions: Sequence[Mention], known: dict[str, Mention]) -> Iterator[Mention]:
    """Bodies told by a short name that the text does not spell out, of the states before it ("the Togo-Benin JMC")."""
    for line in lines:
        for match in _KNOWN.finditer(line.text, line.span.start, line.span.end):
            at = Span(match.start(), match.end())
            if match[0] in known or any(m.span.overlaps(at) for m in mentions):
                continue
            own = [
                m for m in mentions if m.type == "state" and line.span.start <= m.span.start and m.span.end <= at.start
            ]
            own = own[-2:] if len(own) > 1 and own[-1].span.end + 1 == at.start else []
            if own and not _LINKED.fullmatch(line.text[own[0].span.end : own[1].span.start]):
                own = []
            first = own[0].span.start if own else at.start
            yield Mention(
                "body", Span(first, at.end), line.text[first : at.end], tuple(s for m in own for s in m.states),
                tuple(m.span for m in own), form="commission", ordinal=_nth(line.text, first),
                attributes={"telling": True, "titled": True, "joint": bool(own), "plural": False, "three": False},
            )  # fmt: skip


def _names(lines: Sequence[Line], mention: Mention) -> Iterator[str]:
    match = _SHORT.match(lines[0].text, mention.span.end, mention.span.end + 24)
    if match is not None and match["short"] not in _COMMON:
        yield match["short"]
    elif mention.type == "paper" and (title := _TITLE.match(mention.name)) is not None:
        letters = "".join(word[0] for word in title[0].split() if word[0].isupper())
        if 2 < len(letters) < 7 and letters in lines[0].text:
            yield letters
    head = _HEAD.search(mention.name) if mention.type == "body" else None
    if head is not None:
        yield head[0]
