"""What is promised in one breath: acts in one form behind "and" or a comma, sums side by side; each up to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accord.document import Span
from accord.languages.en.promises.opening_words import ADVERBS, MODALS, Opening, verb_at
from accord.languages.en.promises.reach import content
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.numbers import listed
from accord.languages.views import Mention

__all__ = ["conjuncts", "reach", "shared_act", "summed", "within"]

_FAR = 30  # tokens from one act to the next
_CLOSING = frozenset(listed("will would shall said says that who : should must which urged"))
_JOINTS = frozenset({"and", ",", ";"})
_BESIDE = ADVERBS | frozenset({"then", "later", "subsequently", "afterwards"})
_BY = frozenset(("by", "until", "before", "in", "on", "from"))
_MORE = frozenset(listed("another further some about around nearly almost over"))
_NO_BASE = ("ed", "ly", "ive", "ant", "ent", "al", "last", "next", "so")  # how words end that are no bare verbs
_LARGE = 10000  # from which a number without a unit is of the sums beside it
_TIMES = frozenset(listed("years year months month days day hours weeks"))
_MEANT = (" for ", " to ", " in ", " towards ", " of ", " as ")  # what a sum is for
_OBJECTS = frozenset(listed("another more further additional new joint all both each several some two three four five"))


def reach(line: Line, opening: Opening) -> int:
    """The token before which the words of a promise end: its clause, or where the next promise begins."""
    last = content(line, opening.first)
    if 0 <= opening.end < last:
        last = opening.end
        while last > opening.first + 1 and line.low(last - 1) in _JOINTS:
            last -= 1
    return last


def within(line: Line, opening: Opening) -> bool:
    """Whether the clause of a promise goes on beyond where the next begins."""
    return opening.end >= 0 and content(line, opening.first) > opening.end + 2


def conjuncts(line: Line, opening: Opening) -> Iterator[Opening]:
    """A promise and those that hang on the same word: "agreed to raise A by 2028, to lift B by 2026, and to open C"."""
    part = opening
    while (following := _next(line, part)) is not None:
        joint, act, whole = following
        yield replace(part, end=joint)
        part = replace(opening, first=act, head=act, firm=opening.firm or not whole)
        if not whole:
            part = replace(part, strength="noun", shared=opening)
    yield part


def shared_act(line: Line, opening: Opening, n: int) -> tuple[str, Span]:
    """What the words at n share with a promise, and where it stands: "withdraw", "open" of "will be opened", "close the
    post" of "close the post at A by March and at B by May"."""
    k = opening.first + (line.low(opening.first) == "be")
    form = verbs().get(line.low(k))
    told = form.lemma if form is not None and opening.head < opening.first else line.low(k)
    until = next((i for i in range(k + 1, n) if line.low(i) == line.low(n)), n) if line.low(n) in PREPOSITIONS else n
    if until < n and opening.head == opening.first:
        return line.words(k, until), line.slice(k, until)
    return ("" if opening.strength == "noun" else told), line.slice(k, k + 1)


def _next(line: Line, part: Opening) -> tuple[int, int, bool] | None:
    """Where the next act behind that of a promise is joined to it, its first token, and whether it has a verb of its own."""
    first, led = part.first, line.low(_led(line, part.first))
    for k in range(first + 2, min(first + _FAR, len(line.tokens) - 2)):
        low = line.low(k)
        if low in _CLOSING or low == '"':
            return None
        if low not in _JOINTS:
            continue
        n = k + 1 + (low != "and" and line.low(k + 1) == "and")
        act = _alike(line, first, led, n) if part.shared is None else None
        if act is not None and not _object_shared(line, first, k):
            return k, act, True
        if _elided(line, first, k, n):
            return k, n, False
    return None


def _elided(line: Line, first: int, joint: int, n: int) -> bool:
    """Whether what is joined at n shares the act at `first` and has a date or a sum of its own, as that has: "one unit by
    March and the other by May", "20 million for schools and 5 million for clinics"."""
    tells = [line.finite(k) and not line.covered(k) for k in range(len(line.tokens))]
    end = next((k for k in range(n, len(line.tokens)) if line.low(k) in _JOINTS | {"."} or tells[k]), n)
    if end < n + 2 or tells[end] or line.low(n) in _CLOSING:
        return False
    before, behind = line.slice(first, joint), line.slice(n, end)
    days = [
        [d for d in line.dates if d.period and d.span in part and d.span.end == part.end] for part in (before, behind)
    ]
    if all(days) and len({str(d[0].attributes.get("part", "")) for d in days}) == 1:
        return line.tokens[n + 1].end < days[1][0].span.start and days[0][0].attributes.get("part") in _BY
    own = next((m for m in line.amounts if m.span.start == line.tokens[n + (line.low(n) in _MORE)].start), None)
    same = summed(line, before, own)
    return own is not None and same is not None and _meant(line, own) and _meant(line, same)


def summed(line: Line, before: Span, own: Mention | None) -> Mention | None:
    """The last sum in words before another of the same unit, or of none: "20 million euros for schools and 5 million for"."""
    sums = [m for m in line.amounts if m.span in before and m.type == "amount" and m.amount and m.amount.unit]
    if own is None or own.amount is None or (not own.amount.unit and own.amount.value < _LARGE):
        return None
    unit = own.amount.unit
    return next((m for m in reversed(sums) if m.amount and m.amount.unit not in _TIMES and (not unit or m.amount.unit == unit)), None)  # fmt: skip


def _meant(line: Line, sum_: Mention) -> bool:
    """Whether it is told what a sum is for."""
    return line.text[sum_.span.end :].startswith(_MEANT)


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
    if not again and (doing or led not in MODALS | {"to"}):
        return None
    act = verb_at(line, n + again, "ing" if doing else "base") if line.low(n + again) not in PREPOSITIONS else None
    return act if act is not None and (again or (_acts(line, act) and _takes(line, act))) else None


def _acts(line: Line, act: int) -> bool:
    """Whether a bare word is an act: a known verb, or behind "and" one that looks like no adjective and no other form."""
    form = verbs().get(line.low(act))
    if form is not None:
        return "base" in form.forms
    return line.low(act - 1) == "and" and not line.low(act).endswith(_NO_BASE)


def _takes(line: Line, act: int) -> bool:
    """Whether an object stands right behind a verb: "start a law course", "train 40 pilots", "send them"."""
    after = line.low(act + 1)
    return after in DETERMINERS | _OBJECTS or after[:1].isdigit() or line.covered(act + 1) is not None


def _object_shared(line: Line, first: int, joint: int) -> bool:
    """Whether a verb without its own object stands before a joint: "build, equip and run the post"."""
    form = verbs().get(line.low(joint - 1))
    alone = form is not None and "base" in form.forms and line.low(joint - 2) in _JOINTS
    return alone or line.low(joint - 2) == "to" or joint < first + 2
