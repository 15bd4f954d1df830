"""The goods that a figure of trade is of, as a short noun phrase of its sentence."""

from __future__ import annotations

from functools import cache

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.words import pattern
from accord.languages.en.text.lexicon import table, verbs
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line

__all__ = ["bracketed_goods", "goods_of"]

_NOMINAL = re.compile(r"(?:re-?)?(?:ex|im)ports?|deliveries|supplies|shipments|sales|purchases", re.IGNORECASE)
_NO_GOODS = frozenset(
    "goods products merchandise commodities services items exports imports it them which re he they whereas while alone "
    "trade us were was is are this total value".split()
) | {"goods and services"}


@cache
def _stop() -> frozenset[str]:
    return frozenset(table("measures")["patterns"]["goods_stop"].split())


def bracketed_goods(line: Line, number: Span) -> tuple[str, Span | None] | None:
    """ "Crude oils (87.8 million)": the noun before a sum in brackets."""
    if line.text[number.start - 1 : number.start] != "(" or line.text[number.end : number.end + 1] not in (
        ")",
        ",",
        ";",
    ):
        return None
    head = next((i for i, t in enumerate(line.tokens) if t.end >= number.start), 0)
    found = _left(line, head)
    return found if found[0] and line.low(head - 1) not in verbs() else None


def goods_of(line: Line, anchor: Span, number: Span, bounds: tuple[int, int]) -> tuple[str, Span | None]:
    """The goods that a flow is of: "deliveries of cement", "wheat exports", "sold 5 t of rice", "tea made up ..."."""
    tokens = line.tokens
    share = pattern("share").search(line.text, bounds[0], number.start)
    if share and "," in line.text[share.end() : number.start]:
        before = next((i for i, t in enumerate(tokens) if t.end >= number.start), 0)
        return _left(line, before)
    if share:
        return _subject(line, share.start(), bounds[0])
    if pattern("of_which").search(line.text, bounds[0], number.start):
        begin = next((i for i, t in enumerate(tokens) if t.start >= number.end), len(tokens))
        begin += line.low(begin) in ("was", "were", "of", "in", "for", "came", "went")
        begin += line.low(begin) in ("from", "to", "of", "on")
        found = _right(line, begin)
        if found[0]:
            return found
    last = next((i for i, t in enumerate(tokens) if t.end >= anchor.end), len(tokens))
    if line.low(last + 1) == "of":
        found = _right(line, last + 2)
        if found[0]:
            return found
    if (
        anchor.end <= number.start
        and (ended := next((i for i, t in enumerate(tokens) if t.start >= number.end), None)) is not None
        and line.low(ended) == "of"
    ):
        found = _right(line, ended + 1)
        if found[0]:
            return found
    if not line.text[number.end : anchor.start].strip() and number.end < anchor.start:
        return "", None  # "32 billion baht exports"
    if line.text[anchor.start : anchor.end].lower().startswith("goods"):
        return "", None
    if anchor.end <= number.start and line.text[: number.start].rstrip().endswith(" worth"):
        return _right(line, last + 1)
    if not _NOMINAL.fullmatch(line.text[anchor.start : anchor.end]):
        return "", None
    first = next((i for i, t in enumerate(tokens) if t.start >= anchor.start), 0)
    return _left(line, first)


def _noun(line: Line, i: int) -> bool:
    token = line.tokens[i]
    return (
        token.word
        and not line.covered(i, "state", "date", "place", "organisation")
        and token.low not in DETERMINERS
        and token.low not in PREPOSITIONS
        and token.low not in _stop()
        and not token.low.endswith("ly")
    )


def _right(line: Line, first: int) -> tuple[str, Span | None]:
    if (
        first < len(line.tokens)
        and (held := line.covered(first, "state")) is not None
        and held.form.startswith("demonym")
    ):
        first += 1
    i = first
    while i < len(line.tokens) and i < first + 6:
        if (
            (
                line.low(i) in ("and", ",")
                and i > first
                and i + 1 < len(line.tokens)
                and _noun(line, i + 1)
                and line.low(i + 1) not in verbs()
            )
            or (_noun(line, i) and not (line.low(i) in verbs() and i > first and "past" in verbs()[line.low(i)].forms))
            or line.low(i) == "-"
        ):
            i += 1
        else:
            break
    while i > first and line.low(i - 1) in ("and", ",", "-"):
        i -= 1
    return _goods(line, first, i)


def _left(line: Line, head: int) -> tuple[str, Span | None]:
    i = head
    while (
        i > 0
        and head - i < 3
        and _noun(line, i - 1)
        and not line.tokens[i - 1].capital
        and line.low(i - 1) not in verbs()
    ):
        i -= 1
    if i > 1 and line.low(i - 1) == "-" and line.low(i - 2) == "non":
        return "", None  # "non-oil exports"
    if i == head and head == 1 and _noun(line, 0) and line.low(0) not in verbs():
        i = 0
    return _goods(line, i, head)


def _subject(line: Line, end: int, start: int) -> tuple[str, Span | None]:
    """The noun phrase before "made up"."""
    last = next((i for i, t in enumerate(line.tokens) if t.start >= end), 0)
    i = last
    while (
        i > 0
        and line.tokens[i - 1].start >= start
        and (_noun(line, i - 1) or line.low(i - 1) in ("and", "-"))
        and last - i < 5
    ):
        i -= 1
    return _goods(line, i, last)


def _goods(line: Line, first: int, last: int) -> tuple[str, Span | None]:
    first += line.low(first) in ("and", "the") and last - first > 1
    words = line.words(first, last)
    if last <= first or words.lower() in _NO_GOODS:
        return "", None
    return (words[0].lower() + words[1:] if first == 0 and not words.isupper() else words), line.slice(first, last)
