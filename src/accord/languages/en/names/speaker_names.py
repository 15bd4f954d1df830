"""Names of people among the words of a sentence, and the roles that stand beside them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from accord.document import Span
from accord.languages.en.names.office_words import initial
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.text.tokens import Token
from accord.languages.en.values.date_parts import DAYS_AND_MONTHS
from accord.languages.en.values.numbers import listed

__all__ = ["groups", "names", "role_beside", "words"]

_PARTICLES = frozenset(listed("al el bin ibn ben de da do dos del van von der den la ould uulu ogly kyzy ul bint ter"))

_UNITS = frozenset(listed("desk department bureau directorate section division unit service agency office"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    return frozenset(table(name)[key].split())


@cache
def groups() -> frozenset[str]:
    return frozenset(table("stance")["speakers"]["groups"].split())


@cache
def _not_names() -> frozenset[str]:
    offices = (
        words("offices", "organisations")
        | words("offices", "heads")
        | words("offices", "fields")
        | words("offices", "plural")
        | words("offices", "honorifics")
    )
    return (
        offices
        | DAYS_AND_MONTHS
        | frozenset(
            listed(
                "article agreement treaty mr mrs ms dr hon river road lake north south east west i it he she they "
                "africa asia europe america americas eastern western northern southern caribbean pacific atlantic mediterranean balkans "
                "caucasus gulf arctic tour pool summit games cup corridor "
                "we the in on at a an his her by from for to of with but as why how what when if and so yet"
            )
        )
    )


@cache
def _leading() -> frozenset[str]:
    """Callings that stand before a name like a part of it ("Economist Jan Lind", "Skipper Ann Awino")."""
    return words("offices", "experts") | words("offices", "callings") | _UNITS


def names(line: Line) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that may be a person's name: (first token, end)."""
    i = 0
    while i < len(line.tokens):
        if not (line.tokens[i].capital and _name_word(line, i)):
            i += 1
            continue
        j = i + 1
        while j < len(line.tokens):
            if _name_word(line, j) or (line.low(j) == "-" and line.tokens[j].glued and _name_word(line, j + 1)):
                j += 1
            elif (
                (line.low(j) == "." and line.tokens[j].glued and initial(line.tokens, j) and _name_word(line, j + 1))
                or (
                    j - i > 1
                    and line.low(j) == "-"
                    and line.tokens[j].glued
                    and j + 1 < len(line.tokens)
                    and _syllable(line, j + 1)
                )
                or (line.low(j) in _PARTICLES and _name_word(line, j + 1))
            ):
                j += 2
            elif line.low(j) in _PARTICLES and line.low(j + 1) == "-" and _name_word(line, j + 2):
                j += 3
            else:
                break
        first = i
        while first + 1 < j and line.low(first) in _leading():
            first += 1
        yield _initial(line, first), j
        i = j


def _initial(line: Line, first: int) -> int:
    """The first token of a name with the initials that stand before it ("K. Lind")."""
    while (
        first > 1
        and line.low(first - 1) == "."
        and line.tokens[first - 1].glued
        and line.tokens[first - 2].capital
        and len(line.tokens[first - 2].text) == 1
    ):
        first -= 2
    return first


def _syllable(line: Line, i: int) -> bool:
    """Whether a lower-case word goes on a name behind a hyphen ("Chia-lung")."""
    token = line.tokens[i]
    return token.word and token.glued and not token.capital and len(token.text) < 7 and token.low not in PREPOSITIONS


def _name_word(line: Line, i: int) -> bool:
    if not 0 <= i < len(line.tokens):
        return False
    token: Token = line.tokens[i]
    if not (token.word and token.capital and len(token.text) > 1) or token.low in _not_names():
        return False
    mention = line.covered(i)
    if mention is not None and mention.form == "capital" and line.low(i - 1) in words("offices", "honorifics"):
        mention = None
    return (
        mention is None
        or (mention.type == "person" and token.text in mention.attributes.get("spelled", token.text))
        or (mention.type == "place" and mention.form == "city" and line.low(i - 1) not in PREPOSITIONS)
    )


def role_beside(line: Line, name: Span) -> str:
    """The role that stands before a name or, between commas, behind it."""
    first = next(i for i, t in enumerate(line.tokens) if t.end > name.start)
    last = next((i for i, t in enumerate(line.tokens) if t.start >= name.end), len(line.tokens))
    if (line.low(last) == "," and line.low(last + 1) in ("a", "an", "the")) or (
        line.low(last) == "," and line.low(last + 1) in words("offices", "experts")
    ):
        end = next(
            (k for k in range(last + 1, len(line.tokens)) if line.low(k) in (",", ".", "who", "in", "and")),
            len(line.tokens),
        )
        start = last + 1 + (line.low(last + 1) in DETERMINERS)
        return line.words(start, end) if end - start < 12 else ""
    end = first - (line.low(first - 1) == ",")
    start = end
    while (
        start > 0
        and end - start < 12
        and (line.tokens[start - 1].word or line.low(start - 1) in ("'", "'s", "-"))
        and not line.finite(start - 1)
        and line.low(start - 1) not in ("and", "with", "by")
    ):
        start -= 1
    while start < end and (line.low(start) in DETERMINERS | PREPOSITIONS or not line.tokens[start].word):
        start += 1
    told = line.words(start, end)
    return (
        told
        if any(
            line.low(k) in words("offices", "heads") | words("offices", "experts") | groups() for k in range(start, end)
        )
        else ""
    )
