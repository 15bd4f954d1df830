"""Twinned towns told as lines under a heading that says that they are twinned ("A – B (Finland), 1995", "C / D, since 2001")."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["listed_twins", "of_twins"]

_TWINS = re.compile(
    r"\b(?:twin(?:ned|ning)?|sister|partner)[ -](?:towns?|cit(?:y|ies)|municipalit(?:y|ies)|communes?)\b|\b(?:town|city) twinnings?\b|\btwinnings\b",
    re.IGNORECASE,
)
_TOWN = r"[A-ZÀ-Þ][\w'’.-]*(?: (?:[A-ZÀ-Þ][\w'’.-]*|de|la|del|do|am|an|der|sur|upon)){0,3}"
_LINE = re.compile(
    rf"\W{{0,3}}(?P<a>{_TOWN})(?: \([^()]{{2,30}}\)|, [A-ZÀ-Þ]\w+)?(?:\s?[–—/↔]\s?|\s[-:]\s?|: | and | with |-(?=[A-ZÀ-Þ]))(?P<b>{_TOWN})(?P<rest>\W.*)?$"
)
_PLAIN = re.compile(
    r"(?:[\s,;().–—:-]|\b(?:since|in|from|twinned|signed|agreement|dormant|active|renewed|[A-ZÀ-Þ]\w+)\b|\d+)*$"
)
_STANDING = (
    (re.compile(r"\b(?:proposed|on offer|planned|under discussion|in preparation)\b", re.IGNORECASE), "established", "proposed"),
    (re.compile(r"\b(?:ended|cancelled|dissolved|terminated|broken off)\b", re.IGNORECASE), "severed", "reported"),
    (re.compile(r"\b(?:suspended|frozen)\b", re.IGNORECASE), "suspended", "reported"),
)  # fmt: skip
_LONG = 24  # tokens of a line that lists two towns


def of_twins(line: Line) -> bool:
    """Whether a title or heading is of twinned towns."""
    return _TWINS.search(line.text, line.span.start, line.span.end) is not None


def listed_twins(line: Line, index: int) -> Iterator[Clause]:
    """The twinned towns of a line under such a heading."""
    match = _LINE.match(line.text[line.span.start : line.span.end]) if len(line.tokens) <= _LONG else None
    if match is None or line.kind in ("row", "headline", "heading"):
        return
    rest = match["rest"] or ""
    told = next(((act, status) for pattern, act, status in _STANDING if pattern.search(rest)), None)
    if told is None and _PLAIN.match(rest) is None:
        return
    action, status = told or ("established", "reported")
    at = line.span.start
    spans = tuple(Span(at + match.start(end), at + match.end(end)) for end in ("a", "b"))
    trigger = Span(spans[0].start, spans[1].end)
    tie = Mention(
        "tie",
        trigger,
        "sister-cities",
        antecedents=spans,
        form="sister-cities",
        attributes={"action": action, "places": (match["a"], match["b"])},
    )
    when = next((d for d in line.dates if d.period is not None), None)
    yield Clause("bond", trigger, line.span, index, (Argument(tie, "object"),), when, status)
