"""How things are named in English: stretches of capitals, the ends of a link, states named inside a name."""

from __future__ import annotations

from typing import Any

from accord.document import Span
from accord.languages.en.text.phrases import DETERMINERS, Line
from accord.languages.en.text.topics import topics_of
from accord.languages.en.values.numbers import listed
from accord.languages.views import Mention

__all__ = ["called", "capitals", "end_of_link", "is_town", "mention_of"]

_INNER = frozenset(listed("de del la las los el al of da do dos van der du des el-"))
_NOT_NAMES = frozenset(
    listed(
        "i a the in on at from to and or as by for since after before between when while it they he she both at "
        "during under with but no not all our my we what why how more most also amid"
    )
)


def mention_of(kind: str, line: Line, first: int, last: int, **more: Any) -> Mention:
    """A mention of tokens [first, last) with the states that its words name."""
    states: list[str] = []
    spans: list[Span] = []
    for i in range(first, last):
        covered = line.covered(i, "state", "place")
        if covered:
            states += [s for s in covered.states if s not in states]
            if covered.span not in spans:
                spans.append(covered.span)
    return Mention(
        kind,
        line.slice(first, last),
        line.words(first, last),
        tuple(states),
        tuple(spans),
        topics=topics_of(line.lows(first, last)),
        **more,
    )


def capitals(line: Line, i: int) -> int:
    """The end of the capitalised name that begins at i ("Santa Cruz de la Sierra"); i where none does."""
    j = i
    while j < len(line.tokens):
        token = line.tokens[j]
        if line.kind == "row" and j > i and "\t" in line.text[line.tokens[j - 1].end : token.start]:
            break
        if (
            token.word
            and token.capital
            and not line.covered(j, "date", "person", "office")
            and not (j == i and (token.low in DETERMINERS or token.low in _NOT_NAMES))
        ):
            j += 1
        elif (
            j > i
            and token.low in _INNER
            and j + 1 < len(line.tokens)
            and (
                line.tokens[j + 1].capital
                or (line.low(j + 1) in _INNER and j + 2 < len(line.tokens) and line.tokens[j + 2].capital)
            )
        ):
            if token.low == "of":
                break
            j += 1
        else:
            break
    return j


_BEFORE_A_PLACE = frozenset(
    "the of its border twin city cities capital capitals port ports town towns lake commune communes municipality municipalities village villages district "
    "districts county counties province provinces region regions prefecture prefectures".split()
)


def end_of_link(line: Line, j: int) -> tuple[Mention, int] | None:
    """The place or state named at token j, known to the gazetteer or not, and the token after it."""
    while line.covered(j, "place", "state") is None and line.low(j) in _BEFORE_A_PLACE:
        if (
            line.tokens[j].capital
            and j + 1 < len(line.tokens)
            and line.tokens[j + 1].capital
            and line.low(j) in ("port", "lake")
        ):
            break
        j += 1
    known = line.covered(j, "place", "state")
    if known is not None:
        if known.form.startswith("demonym") or known.form == "pair":
            i = next(k for k in range(j, len(line.tokens) + 1) if line.covered(k, "place", "state") is not known)
            return end_of_link(line, i) if line.low(i) in _BEFORE_A_PLACE - {"the", "of", "its"} else None
        while line.covered(j, "place", "state") is known:
            j += 1
        if line.low(j) == "'s" and line.low(j + 1) in _BEFORE_A_PLACE:
            return end_of_link(line, j + 1)  # "Tripura's capital Agartala"
        last = capitals(line, j) if known.type == "place" and j < len(line.tokens) and line.low(j - 1) != "-" else j
        if last > j and not line.covered(j):
            span = Span(known.span.start, line.tokens[last - 1].end)
            return known.but(
                span=span,
                name=line.text[span.start : span.end],
                form="city",
                attributes={"name": line.text[span.start : span.end]},
            ), last
        return known, j
    end = capitals(line, j)
    if end == j or line.covered(j):
        return None
    if line.low(end) == "'s" and line.low(end + 1) in _BEFORE_A_PLACE:
        return end_of_link(line, end + 1)
    if line.low(end) == "-" and line.tokens[end].glued and line.tokens[end + 1 :][:1] and line.tokens[end + 1].glued:
        whole = capitals(line, end + 1)  # "Velle – Ana-Moru": a hyphen inside a name, the dash between two stands apart
        if whole > end + 1 and (_apart(line, j - 1) or _apart(line, whole)):
            end = whole
    name = line.words(j, end)
    return Mention("place", line.slice(j, end), name, form="unknown", attributes={"name": name}), end


def _apart(line: Line, k: int) -> bool:
    """Whether a dash with spaces about it stands at token k."""
    return 0 <= k < len(line.tokens) - 1 and line.low(k) in ("-", "–", "—") and not line.tokens[k + 1].glued


def called(mention: Mention) -> str:
    """The name of an end of a link: a state by its code, a place by its name."""
    if mention.type == "state" and mention.form != "capital":
        return mention.states[0]
    name: str = mention.attributes.get("name", mention.name)
    return name


def is_town(mention: Mention) -> bool:
    """Whether a mention may be an end of twinned towns."""
    return (mention.type == "place" and bool(mention.name)) or (mention.type == "state" and mention.form == "capital")
