"""Short names that a text gives its bodies and papers: "the Bi-National Commission (BNC) ... the BNC", "the Conference"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["aliases"]

_SHORT = re.compile(r"\s*\((?:the\s+)?[\"“']?(?P<short>[A-Z][A-Za-z]*[A-Z][A-Za-z]*)[\"”']?\)")
_HEAD = re.compile(r"\bConference$")  # heads that name a body nowhere else
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
    if not known:
        return
    pattern = re.passing(rf"\b(?:{'|'.join(map(re.escape, sorted(known, key=len, reverse=True)))})\b(?![\w-]*-)")
    for line in lines:
        if not any(short in line.text[line.span.start : line.span.end] for short in known):
            continue
        here = [m.span for m in mentions if m.span.overlaps(line.span)]
        for match in pattern.finditer(line.text, line.span.start, line.span.end):
            span, whole = Span(match.start(), match.end()), known[match[0]]
            if span.start < whole.span.end + len(match[0]) + 4 or any(span.overlaps(s) for s in here):
                continue
            if match[0].istitle() and not line.text[: span.start].endswith("the "):
                continue
            attributes = {**whole.attributes, "anaphor": True, "rest": None}
            yield whole.but(
                span=span, antecedents=(whole.span, *whole.antecedents), ordinal=None, count=None, period=None,
                definite=whole.type == "paper", attributes=attributes,
            )  # fmt: skip


def _names(lines: Sequence[Line], mention: Mention) -> Iterator[str]:
    match = _SHORT.match(lines[0].text, mention.span.end, mention.span.end + 24)
    if match is not None and match["short"] not in _COMMON:
        yield match["short"]
    head = _HEAD.search(mention.name) if mention.type == "body" else None
    if head is not None:
        yield head[0]
