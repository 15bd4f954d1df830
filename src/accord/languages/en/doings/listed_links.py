"""Links told by their two ends alone under a lead or behind a label that speaks of links: "Quito – Lima, 4 May" under
"Routes to be added", "Flights: Quito–Lima, back since 4 May"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.names.naming import called, end_of_link
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention
from accord.values import Period

__all__ = ["listed_links"]

_ACTS = (
    (re.compile(r"\b(?:dropped|suspended|cancell?ed|discontinued|withdrawn|stopped|halted|cut|closed|axed)\b", re.IGNORECASE), "suspend"),
    (re.compile(r"\b(?:resum\w+|restor\w+|returning|reinstat\w+|back)\b", re.IGNORECASE), "resume"),
    (re.compile(r"\b(?:new|add(?:ed|itions?)?|launch\w*|open(?:ed|ings?)?|introduced|started|begun|additional|planned|agreed)\b", re.IGNORECASE), "launch"),
)  # fmt: skip
_LINKS = re.compile(
    r"\b(?:routes?|flights?|services?|lines?|points?|connections?|links?|trains?|bus(?:es)?|coach(?:es)?|ferr(?:y|ies)|destinations?|frequencies)\b",
    re.IGNORECASE,
)
_MODES = (
    ("sea", re.compile(r"\b(?:ferr(?:y|ies)|boats?|sea|shipping|port)\b", re.IGNORECASE)),
    ("rail", re.compile(r"\b(?:trains?|rail\w*)\b", re.IGNORECASE)),
    ("bus", re.compile(r"\b(?:bus(?:es)?|coach(?:es)?)\b", re.IGNORECASE)),
    ("air", re.compile(r"\b(?:flights?|air|airports?|airlines?|airways|aeronautical|aviation|summer season|winter season)\b", re.IGNORECASE)),
)  # fmt: skip
_TO_BE = re.compile(r"\b(?:to be|to come|will|planned|upcoming|agreed|new points)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|from|as of|as from|begun|first)\b", re.IGNORECASE)
_BEHIND = frozenset(("", ",", "(", ")", ";", ".", ":", "from", "since", "on", "in", "back", "again", "daily", "weekly"))
_DASHES = ("-", "–", "—", "/")
_OPENING = 4  # lines that tell what a document is on
_LONGEST = 16  # words of an item that is a link


def listed_links(lines: Sequence[Line], today: Period | None) -> tuple[list[Clause], list[Mention]]:
    """What becomes of the links of a list, as its lead or the words behind each say, as clauses, and those links."""
    clauses: list[Clause] = []
    links: list[Mention] = []
    for index, line in enumerate(lines):
        told = _led(line)
        if told is None:
            continue
        found = list(_links(line, told[0], told[1], lines))
        for n, link in enumerate(found):
            reach = Span(link.span.start, found[n + 1].span.start if n + 1 < len(found) else line.span.end)
            clause = _clause(line, index, link, reach, told[0], today)
            if clause is not None:
                clauses.append(clause)
                links.append(link)
    return clauses, links


def _words(line: Line) -> str:
    return line.text[line.span.start : line.span.end]


def _led(line: Line) -> tuple[str, int] | None:
    """The words that tell that what follows are links, a lead's or a label's, and the token behind them."""
    if line.kind not in ("item", "paragraph") or len(line.tokens) > _LONGEST:
        return None
    colon = next((i for i, t in enumerate(line.tokens[:5]) if t.low == ":"), None)
    if colon is not None and _LINKS.search(line.words(0, colon)):
        return line.words(0, colon), colon + 1
    if line.over and _LINKS.search(_words(line.over[0])) and len(line.over[0].tokens) <= _LONGEST:
        return _words(line.over[0]), 0
    return None


def _links(line: Line, lead: str, begin: int, lines: Sequence[Line]) -> Iterator[Mention]:
    """The links that a line names one behind the other, of the mode that it, its lead or the head of the document tells."""
    for first in range(begin, len(line.tokens)):
        opens = (
            first == begin or not line.tokens[first - 1].word or (first == begin + 1 and not line.tokens[begin].word)
        )
        left = end_of_link(line, first) if opens and line.low(first - 1) not in _DASHES else None
        right = end_of_link(line, left[1] + 1) if left is not None and line.low(left[1]) in _DASHES else None
        if left is None or right is None or called(left[0]) == called(right[0]):
            continue
        mode = next(_modes([_words(line), lead, *map(_words, lines[:_OPENING])]), None)
        if mode is None or line.low(right[1]) not in _BEHIND or "domestic" in line.said:
            continue
        names = called(left[0]), called(right[0])
        yield Mention(
            "transport",
            line.slice(first, right[1]),
            f"{names[0]}-{names[1]}",
            tuple(dict.fromkeys((*left[0].states, *right[0].states))),
            (left[0].span, right[0].span),
            form=mode,
            attributes={"from": names[0], "to": names[1]},
        )


def _clause(line: Line, index: int, link: Mention, reach: Span, lead: str, today: Period | None) -> Clause | None:
    """What is said of a link behind it ("back since 2 May"), else over it ("Routes dropped"); None where it but runs."""
    own = line.text[link.span.end : reach.end]
    when = next((d for d in line.dates if d.period is not None and d.span in reach), None)
    act = next((act for pattern, act in _ACTS if pattern.search(own)), None)
    act = act or next((act for pattern, act in _ACTS if pattern.search(lead)), None)
    if act is None and when is not None and _SINCE.search(own):
        act = "launch"
    if act is None:
        return None
    if when is not None and when.period is not None and when.period.iso.endswith("/.."):
        when = when.but(period=Period.parse(when.period.iso.removesuffix("/..")))
    planned = act != "suspend" and (_TO_BE.search(lead) is not None or _ahead(when, today))
    status, tense = ("planned", "future") if planned else ("reported", "past")
    return Clause(f"transport/{act}", link.span, reach, index, (Argument(link, "object"),), when, status, tense, True)


def _modes(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield from (mode for mode, pattern in _MODES if pattern.search(text))


def _ahead(when: Mention | None, today: Period | None) -> bool:
    return when is not None and when.period is not None and today is not None and when.period.first > today.last
