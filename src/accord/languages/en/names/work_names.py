"""How far the name of a work reaches to the left of its head noun: capitals, hyphens, figures, plain nouns between."""

from __future__ import annotations

from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, STOPS, Line
from accord.languages.en.values.numbers import listed

__all__ = ["SMALL", "name_start"]

SMALL = frozenset(
    listed(
        "power motor automobile combined electricity transmission high voltage gas oil natural hydropower "
        "hydroelectric railway rail road international cross border interstate standard gauge deep water sea dry "
        "transit trans regional overhead double circuit pumping compressor solar wind nuclear thermal fibre optic "
        "access four lane second third fourth fifth sixth high speed freight undersea subsea submarine products "
        "fuel refined crude electric single track toll ring container cargo friendship coastal river inland"
    )
)  # qualifiers in a name


def name_start(line: Line, head: int) -> int:
    """The first token of the name before a head noun: capitals, hyphens, figures ("500kV Datka-Sughd power line")."""
    i = head
    while i > 0 and (_small_part(line, i, head) or _name_part(line, i) or _modifier(line, i)):
        i -= 1
    while i < head and (
        line.low(i) in ("-", "–", "—", "/", "of", "kv", "mw", "gw", "km")
        or (line.covered(i, "amount") and not line.tokens[i].capital)
    ):
        i += 1
    return i


def _modifier(line: Line, i: int) -> bool:
    """Whether the token before i is a plain noun between a name and its head ("the Struma motorway tunnel")."""
    low, name = line.low(i - 1), i - 2
    if name > 0 and line.tokens[name].word and not line.tokens[name].capital and _plain(line.low(name)):
        name -= 1
    return (
        name >= 0
        and line.tokens[i - 1].word
        and not line.tokens[i - 1].capital
        and _plain(low)
        and _name_part(line, name + 1)
        and not line.low(name).endswith(("s", "ly"))
        and line.covered(name, "state", "organisation") is None
    )


def _plain(low: str) -> bool:
    """Whether a word may be a noun before another, by its form alone."""
    return (
        low.isalpha()
        and low not in DETERMINERS | PREPOSITIONS | STOPS
        and not low.endswith(("ly", "ed", "ing"))
        and (low not in verbs() or verbs()[low].forms <= {"base"})
    )


def _name_part(line: Line, i: int) -> bool:
    """Whether the token before i is a capitalised part of a name, or a particle between two of them."""
    token, covered = line.tokens[i - 1], line.covered(i - 1)
    if token.low in ("de", "la", "del", "el", "al", "da", "do", "dos", "das", "di", "van", "von", "den", "der"):
        return i > 1 and line.tokens[i - 2].capital and line.tokens[i].capital
    if not (token.word and token.capital) or token.low in DETERMINERS:
        return False
    if covered is not None and covered.type in ("person", "office", "date"):
        return False
    return not (i == 1 and token.low in _OPENERS)


def _joined_ends(line: Line, i: int) -> bool:
    """Whether the dash before token i stands between the two ends of a name ("the A – B railway"), which an article or a
    preposition opens; a dateline's dash does not."""
    if line.low(i - 1) not in ("–", "—", "-") or not line.tokens[i].capital:
        return False
    k = i - 1
    while k > 0 and (
        (line.tokens[k - 1].word and line.tokens[k - 1].capital and not line.covered(k - 1, "person", "office", "date"))
        or (line.low(k - 1) in ("–", "—", "-") and k < i - 1)
    ):
        k -= 1
    return k < i - 1 and k > 0 and (line.low(k - 1) in _ARTICLES or line.covered(k - 1, "amount") is not None)


_ARTICLES = frozenset(listed("the a an of on for at new second planned kv km mw and proposed via"))


def _small_part(line: Line, i: int, head: int) -> bool:
    """Whether the token before i is a hyphen, a figure or a small qualifier of a name."""
    token = line.tokens[i - 1]
    if token.low in ("–", "—"):
        return i < head + 1 and _joined_ends(line, i)
    if token.low in ("-", "/", "kv", "mw") or (token.low in SMALL and not line.covered(i - 1, "date")):
        return True
    if token.low == "and":
        return i > 1 and line.low(i - 2) in SMALL and line.low(i) in SMALL
    if not token.low[:1].isdigit():
        return False
    if line.low(i - 2) == "-":
        return True
    numbered = token.low.isdigit() and len(token.low) < 3 and i > 1 and i == head and not line.covered(i - 1, "date")
    before = line.tokens[i - 2]
    return numbered and before.word and before.capital and not line.covered(i - 2, "date", "person", "state")


_OPENERS = frozenset("in on at as after for under with when while since by a both".split())
