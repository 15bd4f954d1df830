"""The noun phrase that stands before a verb: where it begins, and its head."""

from __future__ import annotations

from accord.languages.en.promises.opening_words import words
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.numbers import listed

__all__ = ["acting", "head_of", "subject_start"]

_BREAKS = frozenset(listed('; : " — that which who whether because while whereas but if as when where until ( )'))
_TELLING = frozenset(
    listed(
        "said says say announced announces added adds confirmed confirms stated told noted declared reported pledged "
        "promised agreed decided hopes hoped believes believed thinks thought vowed insisted insists warned explained "
        "stressed emphasised emphasized indicated informed ordered directed"
    )
)
_LONGEST = 40
_RELATIVES = frozenset({"which", "that", "who"})


def subject_start(line: Line, end: int) -> int:
    """The first token of the noun phrase that ends before token `end`, its asides between commas included."""
    k = end - (line.low(end - 1) == '"' and end > 1)  # arrears "are going to be cleared"
    while k > 0 and end - k < _LONGEST:
        low = line.low(k - 1)
        if low == ")" and (bracket := next((n for n in range(k - 2, max(k - 14, -1), -1) if line.low(n) == "("), None)):
            k = bracket
            continue
        if low in _RELATIVES and _of_noun(line, k - 1, end):
            k -= 1
            continue
        if low in _BREAKS or low in _TELLING:
            break
        if low == ",":
            opening = _aside(line, k - 1) if k == end else None
            if opening is None:
                break
            k = opening
            continue
        if low == "and" and _clause_before(line, k - 1):
            break
        if line.covered(k - 1, "date") and not line.covered(k, "date") and line.low(k) in DETERMINERS:
            break
        k -= 1
    while (
        k < end - 1
        and not line.tokens[k].word
        and (line.low(k) in (".", ")", "(") or (k == 0 and line.low(1)[:1] in ".)"))
    ):
        k += 1  # the number of an article's paragraph
    return _past_front(line, k, end)


def _of_noun(line: Line, k: int, end: int) -> bool:
    """Whether the relative word at k begins a clause about the noun before it that ends before token `end`: "the training
    which began in 2021 will"."""
    noun = line.tokens[k - 1] if k > 0 else None
    if noun is None or not noun.word or line.low(k - 1) in _TELLING or not line.finite(k + 1):
        return False
    return k + 2 < end and line.covered(k - 1, "state", "person", "office") is None and "," not in line.lows(k, end)


def _past_front(line: Line, k: int, end: int) -> int:
    """Behind a phrase in front of the subject: "Under the accord with Peru the line"."""
    if line.low(k) not in PREPOSITIONS:
        return k
    for n in range(end - 1, k + 2, -1):
        before = line.low(n - 1)
        if line.low(n) in DETERMINERS and before not in PREPOSITIONS and before not in ("and", "or", ","):
            return n
    return k


def _aside(line: Line, close: int) -> int | None:
    """Where an aside begins whose closing comma is at `close` ("Zambia, for its part, will")."""
    opening = next((n for n in range(close - 1, max(close - 24, 0), -1) if line.low(n) == ","), None)
    return opening if opening is not None and line.low(opening - 1) not in ("and", "") and opening > 1 else None


def _clause_before(line: Line, k: int) -> bool:
    """Whether "and" at k joins clauses: a finite verb stands before it in the same stretch."""
    for n in range(k - 1, max(k - 16, -1), -1):
        if line.low(n) in _BREAKS or line.low(n) in _TELLING or line.low(n) == "between":
            return False
        if line.low(n) in ("will", "shall", "would", "is", "are", "was", "were", "has", "have", "had"):
            return True
        if line.finite(n) and line.low(n) not in DETERMINERS and not line.covered(n):
            return True
    return False


def head_of(line: Line, start: int, end: int) -> int:
    """The head noun of a noun phrase: the last word before its first preposition, clause or comma."""
    k = start
    while k < end and (line.low(k) in DETERMINERS or line.low(k) in PREPOSITIONS):
        k += 1
    while k + 1 < end:
        after = line.low(k + 1)
        if (after in PREPOSITIONS and not _inside(line, k, k + 1)) or after in (",", "to", "who", "which", "that", "("):
            break
        k += 1
    k = min(k, end - 1)
    return k - 1 if line.low(k) in ("concerned", "involved", "respectively", "alike") and k > start else k


def _inside(line: Line, a: int, b: int) -> bool:
    mention = line.covered(a)
    return mention is not None and line.covered(b) is mention


def acting(line: Line, head: int) -> bool:
    """Whether a noun names people or an organ of state that can act: "navies", "the ministers of transport"."""
    if line.low(head) in words("words", "groups") | words("words", "organs"):
        return True
    mention = line.covered(head, "office", "person", "body")
    return mention is not None
