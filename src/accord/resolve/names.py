"""Comparison of names: tolerant of spelling and of words that all titles share, strict on numbers and short names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from rapidfuzz.distance import Levenshtein

from accord.resolve.words import COMMON, HEADS, ORDINALS, STOP, UNITS, fold, skeleton, state_words, stem

__all__ = [
    "PARTLY",
    "SAME",
    "Comparison",
    "Name",
    "contains",
    "near_keys",
    "place_named",
    "same_name",
    "same_place",
    "same_text",
]

SAME = 0.8  # tuned on tests/resolve/test_names.py and the titles of gold/seeds.jsonl
PARTLY = 0.7  # from here on a partial agreement may count
_CONTAINED = 0.72
_WITH_REGION = 0.95
_SIDE = 4  # letters that one side of a double name needs
_TELLING, _COMMON, _STATE = 1.0, 0.3, 0.1
_TOKEN = re.compile(r"[^\W_]+")
_ROMAN = re.compile(r"(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})")
_VOWELS = str.maketrans("", "", "aeiou")
_NTH = re.compile(r"(\d+)(?:st|nd|rd|th)")
_SINGLE_HEADS = frozenset(
    "treaty memorandum protocol addendum programme plan line railway road pipeline bridge plant airport port".split()
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How near two values are, 0 to 1, why, and the two that met. `telling`: they share what few others have;
    `partial`: one says less than the other, so that a second candidate would make it doubtful."""

    score: float
    reason: str
    left: str = ""
    right: str = ""
    telling: bool = False
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    key: str
    stem: str
    weight: float
    acronym: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name made ready: its words with their weights, its numbers, head nouns and hyphenated parts."""

    text: str
    folded: str
    words: tuple[Word, ...]
    numbers: frozenset[str]
    heads: frozenset[str]
    parts: tuple[str, ...]
    further: frozenset[str]  # "second line", "third addendum": the ordinals, from two on, of a thing beside the first

    @classmethod
    @lru_cache(maxsize=65536)
    def of(cls, text: str) -> Name:
        return _name(str(text))

    @property
    def content(self) -> tuple[Word, ...]:
        """The words that say what it is about: neither its form nor its parties."""
        return tuple(w for w in self.words if w.weight > _STATE and w.text not in HEADS)


def _number(token: str, position: int) -> str:
    """The number that a token is ("17th", "1996", "II", "third"), or an empty string."""
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", token.casefold()):
        return match[1].lstrip("0") or "0"
    if position and (match := _ROMAN.fullmatch(token)):
        ones = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
        return str(10 * len(match[1]) + ones[match[2]])
    return ORDINALS.get(token.casefold(), "")


def _weight(word: str) -> float:
    if word in state_words() or word in ("state", "states", "republic"):
        return _STATE
    return _COMMON if word in COMMON or word in HEADS else _TELLING


def _name(text: str) -> Name:
    plain = re.sub(r"(?<=\w)['’‘ʻʼ`](?!s\b)(?=\w)", "", unicodedata.normalize("NFKC", text))
    tokens = _TOKEN.findall(re.sub(r"['’]s\b", "", plain))
    words: list[Word] = []
    numbers: set[str] = set()
    for position, token in enumerate(tokens):
        if number := _number(token, position):
            if position + 1 >= len(tokens) or tokens[position + 1].casefold() not in UNITS:
                numbers.add(number)
            continue
        folded = fold(token)
        if re.fullmatch(r"\d+[a-z]+", folded):
            if re.sub(r"^\d+", "", folded) not in UNITS:
                numbers.add(folded)
            continue
        if folded and folded not in STOP and folded not in UNITS:
            acronym = token.isupper() and 2 <= len(token) <= 6
            stemmed = skeleton(stem(folded))
            words.append(Word(folded, skeleton(folded), stemmed, _weight(folded), acronym))
    parts = tuple(skeleton("".join(_TOKEN.findall(fold(p)))) for p in re.split(r"\s*[-‐‑–—/]\s*", plain) if p.strip())
    heads = frozenset(HEADS[w.text] for w in words if w.text in HEADS)
    folded_name = " ".join(_TOKEN.findall(fold(plain)))
    return Name(text, folded_name, tuple(words), frozenset(numbers), heads, parts, _further(tokens))


def _further(tokens: Sequence[str]) -> frozenset[str]:
    """The ordinals from two on that stand before the head noun of what is built or signed; a "third session" or "second
    forum" recurs and is left out."""
    found = set()
    for position, token in enumerate(tokens):
        number = ORDINALS.get(token.casefold(), "") or (_NTH.fullmatch(token.casefold()) or ("", ""))[1]
        after = takewhile(lambda t: fold(t) not in STOP, tokens[position + 1 :])
        heads = (HEADS.get(fold(t), "") for t in after)
        if number not in ("", "1") and next(filter(None, heads), "") in _SINGLE_HEADS:
            found.add(number)
    return frozenset(found)


@lru_cache(maxsize=262144)
def near_keys(a: str, b: str) -> bool:
    """Two skeletons that differ as spellings of one word do: short ones not at all, middling ones by a vowel."""
    if a == b:
        return True
    short = min(len(a), len(b))
    if short < 5 or abs(len(a) - len(b)) > 2 or any(c.isdigit() for c in a + b):
        return False
    distance = Levenshtein.distance(a, b, score_cutoff=2)
    same_consonants = a.translate(_VOWELS) == b.translate(_VOWELS)
    return (distance <= 1 and (same_consonants or short >= 8)) or (distance <= 2 and same_consonants and short >= 8)


def _joined(
    left: Sequence[Word], right: Sequence[Word], free_l: set[int], free_r: set[int]
) -> list[tuple[set[int], set[int]]]:
    """Two words on the left that stand as one on the right (Kyzyl-Bel, Kyzylbel), or whose initials do (HPP)."""
    found = []
    for j in sorted(free_r):
        word = right[j]
        for i in range(len(left) - 1):
            if {i, i + 1} <= free_l and near_keys(skeleton(left[i].text + left[i + 1].text), word.key):
                found.append(({i, i + 1}, {j}))
                free_l -= {i, i + 1}
                free_r.discard(j)
                break
        if j in free_r and word.acronym:
            size = len(word.text)
            for i in range(len(left) - size + 1):
                run = set(range(i, i + size))
                if run <= free_l and "".join(w.text[0] for w in left[i : i + size]) == word.text:
                    found.append((run, {j}))
                    free_l -= run
                    free_r.discard(j)
                    break
    return found


def _align(left: Sequence[Word], right: Sequence[Word]) -> list[tuple[set[int], set[int]]]:
    """Which words of the one stand in the other, each used once: equal ones first, then joined, then nearly equal."""
    free_l, free_r = set(range(len(left))), set(range(len(right)))
    pairs: list[tuple[set[int], set[int]]] = []

    def take(test: int) -> None:
        for i in sorted(free_l):
            for j in sorted(free_r):
                a, b = left[i], right[j]
                if (a.key == b.key or a.stem == b.stem) if test == 0 else near_keys(a.key, b.key):
                    pairs.append(({i}, {j}))
                    free_l.discard(i)
                    free_r.discard(j)
                    break

    take(0)
    if free_l and free_r:
        pairs += _joined(left, right, free_l, free_r)
        pairs += [(i, j) for j, i in _joined(right, left, free_r, free_l)]
        take(1)
    return pairs


def _sum(words: Sequence[Word], chosen: set[int] | None = None) -> float:
    return sum(w.weight for k, w in enumerate(words) if chosen is None or k in chosen)


@dataclass(frozen=True, slots=True)
class _Shared:
    """What two names share: `dice` and `cover` by weight; telling words in common and left over on each side."""

    dice: float
    cover: float
    telling: int
    matched: int
    left_over: int
    right_over: int


def _shared(a: Name, b: Name) -> _Shared:
    pairs = _align(a.words, b.words)
    used_a = set().union(*(i for i, _ in pairs)) if pairs else set()
    used_b = set().union(*(j for _, j in pairs)) if pairs else set()
    total_a, total_b = _sum(a.words), _sum(b.words)
    got_a, got_b = _sum(a.words, used_a), _sum(b.words, used_b)
    if total_a == 0 or total_b == 0:
        return _Shared(0, 0, 0, 0, 0, 0)
    dice = (got_a + got_b) / (total_a + total_b)
    cover = max(got_a / total_a, got_b / total_b)
    telling = sum(any(a.words[i].weight == _TELLING for i in some) for some, _ in pairs)
    over_a = sum(w.weight == _TELLING for k, w in enumerate(a.words) if k not in used_a)
    over_b = sum(w.weight == _TELLING for k, w in enumerate(b.words) if k not in used_b)
    return _Shared(dice, cover, telling, len(pairs), over_a, over_b)


@lru_cache(maxsize=262144)
def same_name(a: str, b: str) -> Comparison:
    """How likely two names name one thing; SAME and above is the same, `partial` where one holds the other."""
    left, right = Name.of(a), Name.of(b)
    if left.folded == right.folded:
        telling = len(left.words) > 1 or any(w.weight == _TELLING for w in left.words) or bool(left.numbers)
        return Comparison(1.0, "the same name", a, b, telling)
    if left.numbers and right.numbers and left.numbers != right.numbers:
        return Comparison(0.0, "different numbers in the names", a, b)
    if left.further != right.further:
        return Comparison(0.0, "a thing and another one of its sort", a, b)
    shared = _shared(left, right)
    score, reason = shared.dice, "names share their words"
    if shared.left_over and shared.right_over:  # one word stands instead of another: tea, coal
        score -= 0.15 * min(shared.left_over, shared.right_over)
        reason = "names differ in a telling word"
    elif shared.dice > 0.999:
        reason = "names differ in spelling or in the order of words"
    if left.heads and right.heads and not left.heads & right.heads:
        return Comparison(min(max(score, 0.0), 0.5), "names of different forms", a, b)
    telling = bool(shared.telling) or (shared.matched > 1 and shared.dice >= 0.75)
    added = max(shared.left_over, shared.right_over)
    partial = bool(left.numbers) != bool(right.numbers) or (added > 0 and 4 * added > shared.telling)
    if score < SAME and shared.cover > 0.99 and telling and not (shared.left_over and shared.right_over):
        return Comparison(_CONTAINED, "one name holds the other", a, b, True, True)
    return Comparison(round(max(score, 0.0), 3), reason, a, b, telling, partial and score >= PARTLY)


@lru_cache(maxsize=65536)
def same_place(a: str, b: str) -> Comparison:
    """As `same_name`; a double name of a crossing (Guliston-Kyzyl-Bel) may share only one side with another."""
    whole = same_name(a, b)
    if whole.score >= SAME and not whole.partial:
        return whole
    town, _, region = (a if len(a) > len(b) else b).partition(",")
    if region and fold(town.strip()) == fold(min(a, b, key=len).strip()):
        return Comparison(_WITH_REGION, "the same place, once with its region", a, b, True)
    left, right = Name.of(a), Name.of(b)
    if left.numbers != right.numbers:
        return whole
    short, long_ = sorted((left.parts, right.parts), key=len)
    whole_short = "".join(short)
    if len(whole_short) < _SIDE and whole.partial:
        return replace(whole, score=0.0, reason="too short for one side of a double name", partial=False)
    if len(whole_short) >= _SIDE and len(long_) > 1:
        for cut in range(1, len(long_)):
            if near_keys(whole_short, "".join(long_[:cut])) or near_keys(whole_short, "".join(long_[cut:])):
                return Comparison(_CONTAINED, "the name of one side of a double name", a, b, True, True)
    return whole


@lru_cache(maxsize=262144)
def same_text(a: str, b: str) -> Comparison:
    """As `same_name` for a few free words ("boost trade turnover to $500mn"): numbers in them are left to others."""
    left, right = Name.of(a), Name.of(b)
    if left.folded == right.folded:
        return Comparison(1.0, "the same words", a, b, True)
    shared = _shared(left, right)
    telling = shared.telling >= 2 or (shared.telling == 1 and shared.cover > 0.99)
    score = 0.5 * shared.dice + 0.5 * shared.cover
    if left.numbers and right.numbers and left.numbers != right.numbers:
        score -= 0.2
    return Comparison(round(max(score, 0.0), 3), "words in common", a, b, telling)


def contains(a: str, b: str) -> bool:
    """Whether all that the one title is about stands in the other (the state border; delimitation of the border)."""
    left, right = Name.of(a).content, Name.of(b).content
    if not left or not right:
        return False
    pairs = _align(left, right)
    return len(pairs) >= min(len(left), len(right)) > 0


def place_named(texts: Iterable[str]) -> frozenset[str]:
    """The telling words of names or places, as spellings of them share them."""
    return frozenset(w.key for text in texts for w in Name.of(text).words if w.weight == _TELLING)
