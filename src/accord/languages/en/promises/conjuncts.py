"""What is promised in one breath: acts in one form behind "and" or a comma, sums side by side; each up to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accord.languages.en.promises.opening_words import ADVERBS, MODALS, Opening, verb_at
from accord.languages.en.promises.reach import content
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.numbers import listed

__all__ = ["conjuncts", "reach"]

_FAR = 30  # tokens from one act to the next
_CLOSING = frozenset(listed("will would shall said says that who : should must which urged"))
_JOINTS = frozenset({"and", ",", ";"})
_BESIDE = ADVERBS | frozenset({"then", "later", "subsequently", "afterwards"})
_OBJECTS = frozenset(listed("another more further additional new joint all both each several some two three four five"))


def reach(line: Line, opening: Opening) -> int:
    """The token before which the words of a promise end: its clause, or where the next promise begins."""
    last = content(line, opening.first)
    if 0 <= opening.end < last:
        last = opening.end
        while last > opening.first + 1 and line.low(last - 1) in _JOINTS:
            last -= 1
    return last


def conjuncts(line: Line, opening: Opening) -> Iterator[Opening]:
    """A promise and those that hang on the same word: "agreed to raise A by 2028, to lift B by 2026, and to open C"."""
    part = opening
    while (following := _next(line, part)) is not None:
        joint, act = following
        yield replace(part, end=joint)
        part = replace(opening, first=act, head=act)
    yield part


def _next(line: Line, part: Opening) -> tuple[int, int] | None:
    """Where the next act behind that of a promise is joined to it, and its verb."""
    first, led = part.first, line.low(_led(line, part.first))
    for k in range(first + 2, min(first + _FAR, len(line.tokens) - 2)):
        low = line.low(k)
        if low in _CLOSING or low == '"':
            return None
        if low not in _JOINTS:
            continue
        n = k + 1 + (low != "and" and line.low(k + 1) == "and")
        if (act := _alike(line, first, led, n)) is not None and not _object_shared(line, first, k):
            return k, act
    return None


def _led(line: Line, first: int) -> int:
    """The token that leads an act in, adverbs left out: "to jointly build"."""
    k = first - 1
    while k > 0 and (line.low(k) in _BESIDE or line.low(k).endswith("ly")):
        k -= 1
    return k


def _alike(line: Line, first: int, led: str, n: int) -> int | None:
    """The act at n, in the form of the one at `first` that `led` leads in."""
    form = verbs().get(line.low(first))
    doing = line.low(first).endswith("ing") and (form is None or "base" not in form.forms)
    while line.low(n) in _BESIDE:
        n += 1
    again = line.low(n) == led and led in PREPOSITIONS | {"to"}
    if not again and (doing or led not in MODALS | {"to"}) and not (doing and led in PREPOSITIONS | {"to"}):
        return None
    act = verb_at(line, n + again, "ing" if doing else "base") if line.low(n + again) not in PREPOSITIONS else None
    return act if act is not None and (again or _takes(line, act)) else None


def _takes(line: Line, act: int) -> bool:
    """Whether an object stands right behind a verb: "start a law course", "train 40 pilots", "send them"."""
    after = line.low(act + 1)
    return after in DETERMINERS | _OBJECTS or after[:1].isdigit() or line.covered(act + 1) is not None


def _object_shared(line: Line, first: int, joint: int) -> bool:
    """Whether a verb without its own object stands before a joint: "build, equip and run the post"."""
    form = verbs().get(line.low(joint - 1))
    alone = form is not None and "base" in form.forms and line.low(joint - 2) in _JOINTS
    return alone or joint < first + 2
