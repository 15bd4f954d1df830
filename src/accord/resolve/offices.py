"""Offices: telling a person's name from an office, and the office of one state from another's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from accord.resolve.words import STOP, fold, folded_words, state_phrases, stem

__all__ = ["Office", "Title", "read_title"]

_HEADS = folded_words("""
    president minister chairman chairwoman chairperson chair speaker ambassador secretary chancellor king queen emir
    sultan premier leader head governor mayor director commissioner envoy spokesman spokeswoman spokesperson deputy
    representative consul prince general commander prosecutor akim hokim khokim mp senator co-chair cochair ministry
    presidency government
    президент министр председатель посол премьер глава спикер губернатор секретарь директор
""")
_PLURALS = folded_words("""
    presidents ministers chairmen chairs leaders heads ambassadors officials delegations cochairs co-chairs speakers
    governors secretaries sides parties experts deputies diplomats representatives envoys premiers
""")
_MODIFIERS = folded_words("""
    prime foreign deputy first vice defence defense cabinet affairs acting former special general plenipotentiary
    secretary security council parliament national then new
""")
_HONORIFICS = folded_words("mr mrs ms dr sir his her excellency he")
_DROPPED = folded_words("affairs republic acting former then new incumbent kingdom cabinet")
_HELD_BY_ONE = folded_words("""
    president minister chairman king queen emir sultan premier speaker президент министр премьер
""")
_HELD_BY_SEVERAL = folded_words("deputy first vice representative general director head ambassador envoy")
_UNIQUE, _SHARED = frozenset(map(stem, _HELD_BY_ONE)), frozenset(map(stem, _HELD_BY_SEVERAL))
_PARTICLES = folded_words("al el bin ibn de da del di van von der den la le ter")
_TOKEN = re.compile(r"[^\W_]+(?:['’ʻ`-][^\W_]+)*")


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """An office: `key` is its words in one order ("minister foreign"), `state` alpha-3 or empty where unknown."""

    key: str
    state: str

    @property
    def unique(self) -> bool:
        """Whether one person at a time holds it: a president or a foreign minister, not a deputy or an ambassador."""
        return (
            bool(self.state)
            and not self.key.isspace()
            and bool(_UNIQUE & set(self.key.split()))
            and not (_SHARED & set(self.key.split()))
        )


@dataclass(frozen=True, slots=True)
class Title:
    """What a text that names somebody holds: a person's name (empty where it gives none) and an office, or whatever
    else it calls them ("a Kyrgyz economist"), or None. `group` tells that it speaks of several ("leaders of both
    countries") and so of nobody in particular."""

    name: str
    office: Office | None
    group: bool = False


def _states(words: list[str]) -> tuple[list[int], str]:
    """The positions that name states, and the state if there is only one."""
    phrases = state_phrases()
    taken: list[int] = []
    codes: set[str] = set()
    i = 0
    while i < len(words):
        for size in (4, 3, 2, 1):
            if (code := phrases.get(tuple(words[i : i + size]))) and len(words[i : i + size]) == size:
                taken += range(i, i + size)
                codes.add(code)
                i += size - 1
                break
        i += 1
    return taken, codes.pop() if len(codes) == 1 else ""


def _key(words: list[str]) -> str:
    kept = {stem(w) for w in words if w not in STOP and w not in _DROPPED}
    if "chairman" in kept and "cabinet" in words:
        kept.add("cabinet")
    return " ".join(sorted(kept))


def _personal(tokens: list[str]) -> bool:
    """Whether it is written as people's names are: every word with a capital and not all in capitals (CSTO)."""
    names = [t for t in tokens if t.casefold() not in _PARTICLES]
    return (
        bool(names)
        and all(t[0].isupper() or not t[0].islower() for t in names)
        and not all(t.isupper() and len(t) > 1 for t in names)
    )


@lru_cache(maxsize=16384)
def read_title(text: str, state: str = "") -> Title:
    """Split "Tajik President Emomali Rahmon" into name and office; `state` is the office's where the text has none."""
    tokens = _TOKEN.findall(text)
    words = [fold(t) for t in tokens]
    taken, named = _states(words)
    state = named or state
    if any(w in _PLURALS for w in words):
        return Title("", None, True)
    heads = [i for i, w in enumerate(words) if w in _HEADS]
    if not heads:
        bare = [t for t, w in zip(tokens, words, strict=True) if w not in _HONORIFICS]
        if _personal(bare) and not taken:
            return Title(" ".join(bare), None)
        return Title("", Office(_key([w for i, w in enumerate(words) if i not in taken]), state))
    last = heads[-1]
    after = [i for i in range(last + 1, len(words)) if i not in taken and words[i] not in STOP]
    follows = words[last + 1 : last + 2]
    of_something = bool(follows) and follows[0] in STOP and (last + 2 not in taken and last + 3 not in taken)
    named_after = [i for i in after if words[i] not in _MODIFIERS and words[i] not in _DROPPED]
    if named_after and not of_something and tokens[named_after[0]][:1].isupper():
        name = " ".join(tokens[i] for i in range(named_after[0], len(tokens)) if i not in taken)
        office = [words[i] for i in range(named_after[0]) if i not in taken]
        return Title(name, Office(_key(office), state))
    rest = [w for i, w in enumerate(words) if i not in taken and w not in _HONORIFICS]
    return Title("", Office(_key(rest), state))
