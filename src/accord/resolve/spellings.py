"""Spellings of people's names: which are one person's, and whom a surname alone may stand for.

Two full names (of two words or more) are one person when the surnames are spelled nearly alike and no given name forbids
it; they are compared where their first or last words begin alike. A person is known by the fullest spelling.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Set
from functools import lru_cache

from accord.resolve.names import near_keys
from accord.resolve.words import fold, skeleton

__all__ = [
    "Joined",
    "beginnings",
    "ending",
    "fullest_first",
    "grouped_names",
    "is_full",
    "meant",
    "near_surname",
    "same_person_name",
    "short_form",
    "tokens",
]

_ENDINGS = ("zoda", "zade", "ovich", "evich", "ov", "ev", "uli")
_BEGINNING = 3  # letters


@lru_cache(maxsize=65536)
def tokens(name: str) -> tuple[str, ...]:
    """The keys of its words, that spellings share."""
    return tuple(
        skeleton(fold(part)) for part in name.replace(".", ". ").replace("-", "").split() if fold(part).strip(".")
    )


def is_full(name: str) -> bool:
    """Whether it is more than a surname."""
    return len(tokens(name)) > 1


def short_form(name: str) -> str:
    """What a surname that stands for nobody in particular is known by."""
    return " ".join(tokens(name))


def beginnings(name: str) -> tuple[str, str]:
    """How the first and the last word of a name begin."""
    words = tokens(name)
    return (words[0][:_BEGINNING], words[-1][:_BEGINNING]) if words else ("", "")


def ending(name: str) -> str:
    """How the last word of a name begins."""
    return beginnings(name)[1]


def near_surname(short: str, full: str) -> bool:
    """Whether a surname alone may be of a name."""
    one, two = tokens(short), tokens(full)
    return bool(one) and bool(two) and near_keys(one[-1], two[-1])


def fullest_first(name: str) -> tuple[int, int, str]:
    """The order in which the spellings of a person give its name."""
    return -len(tokens(name)), -len(name), name


def _bare(token: str) -> str:
    for end in _ENDINGS:
        if token.endswith(end) and len(token) - len(end) >= 4:
            return token[: -len(end)]
    return token


def same_person_name(a: str, b: str) -> bool | None:
    """Whether two names without titles are one person's: yes, no, or None where one is too short to tell."""
    left, right = tokens(a), tokens(b)
    if not left or not right:
        return None
    if len(left) == 1 or len(right) == 1:
        short, long_ = (left, right) if len(left) == 1 else (right, left)
        if len(long_) == 1:
            return near_keys(short[0], long_[0])
        return None if near_keys(short[0], long_[-1]) else False
    if sorted(left) == sorted(right):
        return True
    surnames = near_keys(left[-1], right[-1])
    given_a, given_b = left[0].strip("."), right[0].strip(".")
    initial = min(len(given_a), len(given_b)) == 1
    if initial:
        return None if surnames and given_a[0] == given_b[0] else False
    given = near_keys(given_a, given_b)
    return given and (surnames or _bare(left[-1]) == _bare(right[-1]))


class Joined:
    """Names put together, each known by the fullest of its group."""

    def __init__(self, names: Iterable[str]) -> None:
        self._leader = {name: name for name in names}

    def top(self, name: str) -> str:
        leader = self._leader
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    def join(self, a: str, b: str) -> None:
        first, second = sorted((self.top(a), self.top(b)), key=fullest_first)
        self._leader[second] = first

    def compare(self, a: str, b: str) -> None:
        """Join two names that are one person's."""
        if self.top(a) != self.top(b) and same_person_name(a, b):
            self.join(a, b)

    def compare_all(self, names: Iterable[str]) -> None:
        """Join those of some names that begin alike and are one person's."""
        blocks: dict[str, list[str]] = defaultdict(list)
        for name in sorted(names):
            for beginning in set(beginnings(name)):
                blocks[beginning].append(name)
        for block in blocks.values():
            for i, a in enumerate(block):
                for b in block[i + 1 :]:
                    self.compare(a, b)

    def tops(self) -> dict[str, str]:
        """Every name -> the fullest of its group."""
        return {name: self.top(name) for name in self._leader}


def grouped_names(names: Iterable[str]) -> dict[str, str]:
    """Full names -> the fullest spelling of the person."""
    every = sorted(names)
    joined = Joined(every)
    joined.compare_all(every)
    return joined.tops()


def meant(name: str, states: Set[str], near: Iterable[str], homes: Callable[[str], Set[str]], here: Set[str]) -> str:
    """The one person whom a surname stands for, said with some states, else the surname itself. `near`: people with a name
    whose last word begins like it; `homes`: the states of a person; `here`: who is named in full in the document."""
    words = tokens(name)
    if not words:
        return ""
    fits = {p for p in near if same_person_name(name, p) is not False}
    fits = {p for p in fits if not states or not (home := homes(p)) or states & home}
    chosen = fits & here or fits
    return next(iter(chosen)) if len(chosen) == 1 else " ".join(words)
