"""What a regular expression needs: pieces of words, one of each set of which stands in every match, and how it begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

__all__ = ["EDGE", "NUMBER", "Need", "needs"]

EDGE = "\0"  # in a piece: the word begins or ends here; in a string: no letter stands here
NUMBER = "#"  # a piece: any word with a digit

Item = tuple[Any, Any]  # of a parsed pattern: an operation and what it is given
Need = frozenset[str]

_MOST, _FEW = 400, 10  # strings that one stretch of a pattern may stand for; characters that a set may
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_ASSERTIONS = (op.AT, op.ASSERT, op.ASSERT_NOT)
_BLANKS = (op.CATEGORY_SPACE, op.CATEGORY_NOT_WORD)
_WORDLIKE = (op.CATEGORY_WORD, op.CATEGORY_NOT_SPACE)
_COMMON = frozenset("the a an of in on to for and with by at from is are was were has had have been be its".split())
_WORDS = re.compile(r"\w+")


def needs(pattern: str, flags: int = 0) -> tuple[list[Need], Need]:
    """The sets of pieces that a pattern needs, lower case, none where nothing can be told: a match lies in a text only
    where of each set one piece is part of a word (a run of letters, digits and underscores), edges included. And the
    pieces, one of which begins the word that every match begins with; none where matches may begin elsewhere."""
    tree, reader = parser.parse(pattern, flags), _Reader()
    found = dict.fromkeys(need for need in reader.sequence(tree, False, False) if _weight(need) > 1)
    return list(found), frozenset(reader.beginnings(tree, False) or ())


class _Reader:
    """Reads one parsed pattern; the strings that each item stands for are told once."""

    def __init__(self) -> None:
        self.told: dict[int, list[str] | None] = {}

    def sequence(self, items: Sequence[Item], before: bool, after: bool) -> list[Need]:
        """The needs of a sequence; `before` and `after` tell whether words surely end at its ends."""
        found: list[Need] = []
        run, start = [""], 0
        for i, item in enumerate(items):
            if item[0] is op.ASSERT and item[1][0] > 0:
                found += self.sequence(item[1][1], False, False)
            strings = self.strings(item)
            if strings is not None and len(run) * len(strings) <= _MOST:
                run = [a + b for a in run for b in strings]
                continue
            found += _of_strings(run, self.edge(items[:start], before, -1), self.edge(items[i:], after, 0))
            if strings is not None:
                run, start = strings, i
                continue
            run, start = [""], i + 1
            found += self.item(item, self.edge(items[:i], before, -1), self.edge(items[i + 1 :], after, 0))
        return found + _of_strings(run, self.edge(items[:start], before, -1), after)

    def item(self, item: Item, before: bool, after: bool) -> list[Need]:
        """The needs of what stands for more strings than can be told."""
        code, given = item
        if code is op.SUBPATTERN:
            return self.sequence(given[-1], before, after)
        if code is op.ATOMIC_GROUP:
            return self.sequence(given, before, after)
        if code in _REPEATS and given[0] > 0:
            return self.sequence(given[2], before and given[1] == 1, after and given[1] == 1)
        if code is op.IN and all(map(_digits, given)):
            return [frozenset({NUMBER})]
        if code is op.BRANCH:
            best = [max(self.sequence(branch, before, after), key=_weight, default=None) for branch in given[1]]
            return [] if None in best else [frozenset().union(*(need for need in best if need))]
        return []

    def beginnings(self, items: Sequence[Item], before: bool) -> set[str] | None:
        """The pieces that a sequence begins with; None where it may begin with anything, or inside a word."""
        first = next((i for i, (code, _) in enumerate(items) if code not in _ASSERTIONS), len(items))
        before = self.edge(items[:first], before, -1)
        run, end = [""], first
        for end in range(first, len(items) + 1):
            strings = self.strings(items[end]) if end < len(items) else None
            if strings is None or len(run) * len(strings) > _MOST:
                break
            run = [a + b for a in run for b in strings]
        if first == len(items):
            return None
        if end == first or any(s.startswith(EDGE) for s in run):
            return self._group(items[first], before)
        rest = self.beginnings(items[end:], before) if "" in run else set()
        if rest is None or not before:
            return None
        words = [m for s in run if (m := _WORDS.match(s))]
        return rest | {EDGE + m[0] + (EDGE if m.end() < len(m.string) else "") for m in words}

    def _group(self, item: Item, before: bool) -> set[str] | None:
        """The pieces that what stands for no few strings begins with."""
        code, given = item
        if code is op.SUBPATTERN:
            return self.beginnings(given[-1], before)
        if code in _REPEATS and given[0] > 0:
            return self.beginnings(given[2], before)
        if code is op.BRANCH:
            found: set[str] = set()
            for branch in given[1]:
                own = self.beginnings(branch, before)
                if own is None:
                    return None
                found |= own
            return found
        return {EDGE + NUMBER} if before and code is op.IN and all(map(_digits, given)) else None

    def edge(self, items: Sequence[Item], outside: bool, at: int) -> bool:
        """Whether a word surely ends at the end (`at` -1) or the beginning (0) of items."""
        for item in items if at == 0 else reversed(items):
            strings = self.strings(item)
            if strings is None:
                return False
            if any(strings):
                return all(s and s[at] == EDGE for s in strings)
        return outside

    def strings(self, item: Item) -> list[str] | None:
        """All strings that an item stands for, lower case, with EDGE for what is no letter; None for too many."""
        if id(item) not in self.told:
            self.told[id(item)] = self._strings(*item)
        return self.told[id(item)]

    def _strings(self, code: Any, given: Any) -> list[str] | None:
        if code is op.LITERAL:
            return _letter(given)
        if code is op.AT:
            return [EDGE if given is not op.AT_NON_BOUNDARY else ""]
        if code is op.IN:
            return _of_set(given)
        if code is op.SUBPATTERN:
            return self.joined(given[-1])
        if code is op.BRANCH:
            return _either(self.joined(branch) for branch in given[1])
        if code in _REPEATS and given[1] == 1:
            return _either((self.joined(given[2]), [] if given[0] else [""]))
        if code in _REPEATS and given[0] > 0 and all(c is op.IN and _blank(g) for c, g in given[2]):
            return [EDGE]
        if code in (op.ASSERT_NOT, op.ASSERT):
            return [EDGE if _closes(code, *given) else ""]
        return None

    def joined(self, items: Iterable[Item]) -> list[str] | None:
        found = [""]
        for item in items:
            own = self.strings(item)
            if own is None or len(found) * len(own) > _MOST:
                return None
            found = [a + b for a in found for b in own]
        return found


def _either(choices: Iterable[list[str] | None]) -> list[str] | None:
    found: dict[str, None] = {}
    for strings in choices:
        if strings is None or len(found) + len(strings) > _MOST:
            return None
        found.update(dict.fromkeys(strings))
    return list(found)


def _letter(code: int) -> list[str] | None:
    """A character, lower case; EDGE for what is none of a word. None for letters that have more than two cases."""
    letter = chr(code)
    if letter.isascii():
        return [letter.lower() if letter.isalnum() or letter == "_" else EDGE]
    return None if _WORDS.match(letter) else [EDGE]


def _of_set(members: Sequence[Item]) -> list[str] | None:
    if _blank(members):
        return [EDGE]
    codes = [range(given[0], given[1] + 1) if code is op.RANGE else (given,) for code, given in members]
    if any(code not in (op.LITERAL, op.RANGE) for code, _ in members) or sum(map(len, codes)) > _FEW:
        return None
    return _either(_letter(value) for values in codes for value in values)


def _blank(members: Sequence[Item]) -> bool:
    """Whether a set holds only what stands in no word."""
    return all(
        (c is op.CATEGORY and g in _BLANKS) or (c is op.LITERAL and not _WORDS.match(chr(g))) for c, g in members
    )


def _closes(code: Any, way: int, inner: Sequence[Item]) -> bool:
    """Whether an assertion holds only at an edge of a word, or outside words: no letter stands beyond it."""
    if not inner or (code is op.ASSERT_NOT and len(inner) > 1):
        return False
    kind, value = inner[0 if way > 0 else -1]
    if code is op.ASSERT:
        return _blank(value) if kind is op.IN else kind is op.LITERAL and not _WORDS.match(chr(value))
    if kind is not op.IN or any(c is op.NEGATE for c, _ in value):
        return False
    return any(c is op.CATEGORY and g in _WORDLIKE for c, g in value)


def _digits(member: Item) -> bool:
    code, given = member
    if code is op.RANGE:
        return bool(ord("0") <= given[0] and given[1] <= ord("9"))
    return code is op.CATEGORY and given is op.CATEGORY_DIGIT


def _of_strings(strings: Iterable[str], before: bool, after: bool) -> list[Need]:
    """The need of one of some strings: the piece of each that tells most."""
    best: set[str] = set()
    for string in dict.fromkeys(strings):
        whole = (EDGE if before else "") + string + (EDGE if after else "")
        pieces = [whole[max(0, m.start() - 1) : m.end() + 1] for m in _WORDS.finditer(whole)]
        if not pieces:
            return []
        best.add(max(pieces, key=_length))
    return [frozenset(best)]


def _length(piece: str) -> float:
    """How much a piece tells."""
    bare = piece.strip(EDGE)
    return 1.5 if bare in _COMMON or piece == NUMBER else len(bare) + (len(piece) - len(bare)) / 4


def _weight(need: Need) -> float:
    return min(map(_length, need))
