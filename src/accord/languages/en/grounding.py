"""Whether quotes yield a value: the check that stands between a claim and the brief.

Numbers and dates are read again from the quotes by the parsers that read the text; names must have their telling words
in the quotes; a state must be there under one of its surfaces. Words of a vocabulary are the extractor's to judge.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

from accord.document import Span
from accord.errors import ValueFormatError
from accord.languages import patterns as re
from accord.languages.en.names.names import lies_in
from accord.languages.en.values.numbers import SCALES
from accord.record import Type
from accord.values import Period

__all__ = ["grounds"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SMALL_WORDS = frozenset(
    {"a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "as", "its", "their"}
    | {"his", "her", "between", "into", "under", "over", "this", "that", "two", "both", "new", "joint", "upon", "via"}
    | {"per", "which", "who", "whose", "be", "is", "are", "was", "were", "will", "would", "no", "not"}
)
_TEXT_SHARE = 0.7  # of a paraphrase's telling words; names need all of theirs
_ROUND = 1e-9
_HEADING_SCALE = re.compile(
    r"(?:\b[A-Z]{3}|[$€£]|[,(:]|\bin)[ ]?(thousand|million|mln|mn|billion|bln|bn|trillion|trn)s?\b"
)  # "trade, USD bn"


def grounds(kind: Type, value: Any, quotes: Sequence[str], reference: Period | None = None) -> bool:
    """Whether the quotes yield the value; `reference` is the date that relative dates are counted from."""
    if value in (None, "", [], ()):
        return True
    if kind in (Type.CODE, Type.CODES, Type.UNIT):
        return True
    if not any(q.strip() for q in quotes):
        return False
    if isinstance(value, (list, tuple)):
        return all(grounds(kind, item, quotes, reference) for item in value)
    if kind is Type.NUMBER:
        return isinstance(value, (int, float)) and _number(float(value), quotes)
    if kind is Type.PERIOD:
        return _period(str(value), tuple(quotes), reference)
    text = str(value)
    if kind in (Type.STATE, Type.STATES):
        return _state(text, quotes) or _named(text, quotes, 1.0)
    if kind in (Type.ACTORS, Type.PLACE, Type.PERSON, Type.PEOPLE) and len(text) == 3 and text.isupper():
        return _state(text, quotes) or _organisation(text, quotes)
    if kind is Type.ORGANISATION:
        return _organisation(text, quotes)
    return _named(text, quotes, _TEXT_SHARE if kind is Type.TEXT else 1.0, strict=kind in (Type.PERSON, Type.PEOPLE))


# ------------------------------------------------------------------------------------------------- numbers and dates


@lru_cache(maxsize=4096)
def _numbers(quote: str) -> tuple[float, ...]:
    """Every number that the language's parsers read in a quote: amounts, counts, changes, ordinals."""
    from accord.languages.en.values.amounts import amounts
    from accord.languages.en.values.numbers import NUMBER, ORDINAL_WORD, ordinal, parse_number, roman

    found: list[float] = []
    for mention in amounts(quote, [Span(0, len(quote))]):
        amount, change = mention.amount, mention.change
        if amount is not None:
            found += [float(n) for n in (amount.value, amount.low, amount.high) if n is not None]
        if change is not None:
            found.append(float(change.percent))
        if "from" in mention.attributes:
            found.append(float(mention.attributes["from"]))
    for match in re.finditer(rf"(?<![\w.,]){NUMBER}(?![\w])", quote, re.I):
        number = parse_number(match[0])
        found += [] if number is None else [float(number)]
        if number is not None and re.search(r"(?:^|[\t (])[-−–]$", quote[: match.start()]):
            found.append(-float(number))  # a table's "−1.1"
    for match in re.finditer(rf"\b(?:\d{{1,4}}(?:st|nd|rd|th)|{ORDINAL_WORD})\b", quote, re.I):
        nth = ordinal(match[0])
        found += [] if nth is None else [float(nth)]
    found += [float(n) for n in map(roman, re.findall(r"\b[IVXLC]+\b", quote)) if n]
    return tuple(found)


def _number(value: float, quotes: Sequence[str]) -> bool:
    """Whether a quote has the number, or a table's cell has it in the scale that the table's heading names."""
    scales = {1.0, *(SCALES[m[1].lower()] for q in quotes for m in _HEADING_SCALE.finditer(q))}
    near = _ROUND * max(1.0, abs(value))
    return any(abs(n * scale - value) <= near for q in quotes for n in _numbers(q) for scale in scales)


def _period(value: str, quotes: tuple[str, ...], reference: Period | None) -> bool:
    """Whether a date parser run on the quotes, counting from the reference or from another quote's date, yields it."""
    try:
        wanted = Period.parse(value)
    except ValueFormatError:
        return False
    own = _own_periods(quotes, reference)
    if any((p.first, p.last) == (wanted.first, wanted.last) for p in own):
        return True
    found = _periods(quotes, reference)
    return any((p.first, p.last) == (wanted.first, wanted.last) for p in found) or _spanned(wanted, found)


def _spanned(wanted: Period, found: Iterable[Period]) -> bool:
    """A span whose two ends, or whose one closed end, are dates of their own in the quotes."""
    firsts, lasts = {p.first for p in found}, {p.last for p in found}
    starts = wanted.iso.startswith("..") or wanted.first in firsts
    ends = wanted.iso.endswith("..") or wanted.last in lasts
    return "/" in wanted.iso and starts and ends


@lru_cache(maxsize=2048)
def _own_periods(quotes: tuple[str, ...], reference: Period | None) -> tuple[Period, ...]:
    return tuple(dict.fromkeys(_read_dates(quotes, reference)))


@lru_cache(maxsize=2048)
def _periods(quotes: tuple[str, ...], reference: Period | None) -> tuple[Period, ...]:
    """The dates in the quotes, and those that they give when they are counted from each other."""
    own = _own_periods(quotes, reference)
    return tuple(dict.fromkeys([*own, *(period for other in own for period in _read_dates(quotes, other))]))


def _read_dates(quotes: tuple[str, ...], reference: Period | None) -> list[Period]:
    """The dates in the quotes, each read alone and all read as the sentences of one text."""
    from accord.languages.en.values.dates import dates

    if len(quotes) == 1:
        alone = dates(quotes[0], [Span(0, len(quotes[0]))], reference)
        return [m.period for m in alone if m.period is not None]
    text, spans = "", []
    for quote in quotes:
        spans.append(Span(len(text), len(text) + len(quote)))
        text += quote + "\n"
    mentions = dates(text, spans, reference)
    for quote in quotes:
        mentions += dates(quote, [Span(0, len(quote))], reference)
    return [m.period for m in mentions if m.period is not None]


# -------------------------------------------------------------------------------------------------------------- names


def _fold(text: str) -> str:
    """Letters without marks or case; quotes and dashes as one."""
    text = unicodedata.normalize("NFKD", text.replace("’", "'").replace("ʼ", "'"))
    return "".join(c for c in text if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    """The folded words of a text, possessives without their ending."""
    return tuple(w.removesuffix("'s").replace("'", "") for w in _WORD.findall(_fold(text)))


def _alike(one: str, other: str) -> bool:
    """Whether two words are forms of one ("inaugurated", "inauguration"); figures must be equal."""
    if one == other:
        return True
    if any(c.isdigit() for c in one + other) or min(len(one), len(other)) < 4:
        return one.rstrip("s") == other.rstrip("s") and not one.isdigit()
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= max(4, int(0.6 * max(len(one), len(other))))


def _named(value: str, quotes: Sequence[str], share: float, strict: bool = False) -> bool:
    """Whether enough of a name's telling words stand in the quotes; a person's must stand there as they are."""
    there = {w for q in quotes for w in _words(q)}
    telling = [w for w in _words(value) if w not in _SMALL_WORDS] or list(_words(value))
    if not telling:
        return False
    hits = sum(w in there or (not strict and any(_alike(w, t) for t in there)) for w in telling)
    if hits >= share * len(telling):
        return True
    if strict:  # an office of several at once: "the presidents of Kenya and Uganda"
        there |= {t.removesuffix("s") for t in there}
        hits = sum(w in there for w in telling)
        if hits >= share * len(telling):
            return True
    missing = [w for w in telling if w not in there and (strict or not any(_alike(w, t) for t in there))]
    hits += sum(_by_state(w, quotes) for w in missing)
    return hits >= share * len(telling) or _number_word(value, quotes)


def _by_state(word: str, quotes: Sequence[str]) -> bool:
    """A word that is a form of a state which the quotes name by another form ("Tajikistan" for "Tajik")."""
    return any(_state(code, quotes) for code in _owners().get(word, ()))


def _number_word(value: str, quotes: Sequence[str]) -> bool:
    """A name that is a number ("139"): read as one."""
    return value.isdigit() and _number(float(value), quotes)


# ------------------------------------------------------------------------------------------ states and organisations


@cache
def _surfaces() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The folded words of each state's surfaces, by its code."""
    from accord.gazetteer import forms

    found: dict[str, dict[tuple[str, ...], None]] = defaultdict(dict)
    for form in forms():
        found[form.alpha3][_words(form.surface)] = None
    return {code: tuple(k) for code, k in found.items()}


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    """States by the words that are a whole surface of theirs."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for code, surfaces in _surfaces().items():
        for surface in surfaces:
            if len(surface) == 1:
                found[surface[0]][code] = None
    return {word: tuple(codes) for word, codes in found.items()}


def _stands(phrase: tuple[str, ...], quote: str) -> bool:
    words = _words(quote)
    size = len(phrase)
    return bool(phrase) and any(words[i : i + size] == phrase for i in range(len(words) - size + 1))


def _state(code: str, quotes: Sequence[str]) -> bool:
    told = any(_stands(surface, q) for surface in _surfaces().get(code, ((code.casefold(),),)) for q in quotes)
    return told or any(lies_in(q.strip(), code) for q in quotes)


def _organisation(key: str, quotes: Sequence[str]) -> bool:
    from accord.gazetteer.organisations import organisation

    entry = organisation(key)
    surfaces = entry.surfaces if entry else (key,)
    return any(_stands(_words(s), q) for s in surfaces for q in quotes) or _named(key, quotes, 1.0)
