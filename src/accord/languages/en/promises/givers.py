"""By what name whoever gives a word is called: "Okello promised", "the Lake Bank, which lends to both, plans"."""

from __future__ import annotations

from accord.languages import patterns as re
from accord.languages.en.promises.asides import first_verb
from accord.languages.en.promises.opening_words import words
from accord.languages.en.promises.promiser_words import AUXILIARIES, HEADS, PAIR_WORDS, PERSONS, PUBLIC
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.numbers import listed

__all__ = ["giver"]

_TITLES = frozenset(listed("mr mrs ms dr prof professor sir madam sheikh hon"))
_JOINERS = frozenset(listed("of for - and &"))
_NO_NAMES = (
    HEADS | PAIR_WORDS | PERSONS | PUBLIC | frozenset(listed("i he she it they we this that these those who which"))
)
_LONGEST = 8  # tokens of a name


def giver(line: Line, at: int) -> str:
    """The name of who is told of by the verb that begins at token `at`; empty where a state, an office or no name stands there."""
    if line.low(at - 1) == "and" and (verb := first_verb(line, 0, at)) is not None:
        at = _clear(line, verb)
    if line.low(at - 1) == ",":
        at = next((n for n in range(at - 2, max(at - 24, 0), -1) if line.low(n) == ","), at)
    person = line.covered(at - 1, "person")
    if person is not None:
        return person.name
    first = at
    while first > 0 and at - first < _LONGEST and _of_name(line, first - 1, at):
        first -= 1
    while first < at and (line.low(first) in DETERMINERS | _TITLES | _JOINERS | {"."}):
        first += 1
    led = line.low(first - 1) in PREPOSITIONS  # "his counterpart from Oruro"
    if first == at or led or line.low(at - 1) in _NO_NAMES | words("words", "groups") | words("words", "organs"):
        return ""
    alone = first + 1 == at and first == 0
    if alone and re.search(rf"[a-z,] {re.escape(line.tokens[0].text)}\b", line.text) is None:
        return ""
    return line.words(first, at)


def _clear(line: Line, at: int) -> int:
    """The first token of a verb with its auxiliaries."""
    while at > 1 and (line.low(at - 1) in AUXILIARIES or line.low(at - 1).endswith("ly")):
        at -= 1
    return at


def _of_name(line: Line, k: int, end: int) -> bool:
    """Whether the token at k belongs to a name that ends before token `end`."""
    if line.covered(k, "date") or (k == end - 1 and line.covered(k, "state", "office", "place")):
        return False
    if line.low(k) in _JOINERS | {"."}:
        before = line.tokens[k - 1] if k else None
        return k < end - 1 and before is not None and before.capital and (line.low(k) != "." or before.low in _TITLES)
    return line.tokens[k].capital and line.tokens[k].word
