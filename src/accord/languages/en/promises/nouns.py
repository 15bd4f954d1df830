"""Promises told by a noun: "the goal of", "a pledge by the chancellor to", "the readiness of Oman to", "a plan for one"."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages.en.promises.frames import deed_noun, that_clauses, wanted_thing
from accord.languages.en.promises.opening_words import Opening, hypothetical, verb_at, words
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import listed

__all__ = ["DASHED", "of_noun"]

_SIGNED = frozenset(listed("signing signed documents memoranda papers signature initialled"))
_WANTED = frozenset(listed("plan proposal request demand call appeal bid idea"))
_PUT = (
    "repeat",
    "present",
    "put",
    "made",
    "make",
    "renew",
    "submit",
    "table",
    "reiterat",
    "voic",
    "lodg",
    "rais",
    "outlin",
)
_VAGUE_NOUNS = frozenset(listed("interest desire wish"))

_GIVEN = frozenset(
    listed("give gave given gives giving issued issues made received obtained sought set setting renewed")
)
_AIMS = frozenset(listed("target goal aim objective sights ambition milestone threshold"))
DASHED = frozenset(
    listed(
        "dampening dampened dashing dashed dimmed dimming over despite rejected rejects refused ignored fading dismissed fading"
    )
)
_SIDES = frozenset(listed("sides parties countries governments nations leaders ministers presidents"))
_MET = frozenset(listed("reached met missed exceeded surpassed achieved topped passed beat attained fulfilled"))


def of_noun(line: Line, i: int) -> Iterator[Opening]:
    low = line.low(i)
    soft = low in words("nouns", "soft")
    status = "proposed" if soft or low == "need" else "reported"
    trigger = line.slice(i, i + 1)
    if hypothetical(line, i) or line.tokens[i].capital or line.covered(i, "paper"):
        return
    if low == "understanding" and line.low(i - 1) == "of":
        return
    if low == "need" and line.low(i - 1) not in ("the", "urgent", "pressing", "common"):
        return
    if DASHED & set(line.lows(max(0, i - 4), i)):
        return
    if low in ("agreement", "plan") and line.low(i + 1) in ("on", "for") and _SIGNED & set(line.lows(0, i)):
        return  # the title of a paper
    if low in ("target", "goal", "aim", "objective", "plan", "ambition") and line.low(i + 1) in (
        "is",
        "was",
        "remains",
    ):
        yield from _of_aim(line, i, trigger, status)
        return
    if low in _AIMS and line.low(i + 1) in ("of", "for", ":", "on", "at"):
        amount = next(
            (
                m
                for m in line.amounts
                if m.amount is not None
                and (m.amount.unit or m.amount.value >= 10)
                and m.span.start >= line.tokens[i].end
                and m.span.start - line.tokens[i].end < (12 if line.low(i + 1) != ":" else 40)
            ),
            None,
        )
        if amount is not None and not _MET & set(line.lows(max(0, i - 6), i)):
            figure = next(k for k, t in enumerate(line.tokens) if t.end > amount.span.start)
            yield Opening(figure, trigger, status, "noun", i, figure, firm=True)
            return
    if (low in ("pledge", "promise", "offer") and line.low(i + 1) == "of" and line.low(i + 2)[:1].isdigit()) or (
        low in ("pledge", "offer") and line.low(i + 1) == "of" and line.covered(i - 1, "state", "person")
    ):
        yield Opening(i + 2, trigger, status, "noun", i, i + 2)
        return
    if low in _AIMS and line.low(i + 1) == "of" and (act := _aim_of(line, i)) is not None:
        yield Opening(
            act, trigger, status, "firm", i, doer=next(k for k in range(act, i, -1) if line.low(k) in ("is", "was")) - 1
        )
        return
    k = _past_given(line, i + 1)
    if line.low(k) in ("reached", "that"):
        k += line.low(k) == "reached"
    k = _past(line, k) if low == "understanding" else k
    if line.low(k) in ("made", "given", "voiced") or line.low(k) == ",":
        k = next(
            (n for n in range(k, min(k + 8, len(line.tokens))) if line.low(n) == "," and line.low(n + 1) == "to"), k
        )
        k += line.low(k) == ","
    yield from _noun_content(line, i, k, trigger, status)


def _noun_content(line: Line, i: int, k: int, trigger: Span, status: str) -> Iterator[Opening]:
    """What stands behind a promising noun at i, from token k on: "to raise", "of opening", "that", "for the repair of"."""
    low = line.low(i)
    soft = low in words("nouns", "soft")
    first: int | None = None
    if line.low(k) == "to":
        first = verb_at(line, k + 1, "base") or verb_at(line, k + 1, "ing")
    elif line.low(k) in ("of", "in", "for", "on"):
        first = verb_at(line, k + 1, "ing")
    elif (at := _that(line, i)) is not None:
        verb = _given(line, i)
        yield from that_clauses(line, at, trigger, status, "soft" if soft else "firm", verb, wished=False)
        return
    if first is None and line.low(k) in ("by", "of", "from") and (act := _owned(line, k)) is not None:
        yield Opening(act[0], trigger, status, _strength(low, soft), i, doer=act[1])
        return
    if first is None and line.low(k) == "for" and low in _WANTED and (thing := _wanted(line, i, k + 1)):
        yield Opening(thing, trigger, "proposed", "noun", _given(line, i), thing)
        return
    if first is None and line.low(k) in ("for", "to", "on") and deed_noun(line, k + 1) is not None:
        strength = (
            "noun" if low not in ("agreement", "decision", "plan", "plans", "understanding", "agreements") else "past"
        )
        yield Opening(k + 1, trigger, status, strength, _given(line, i), k + 1)
        return
    if first is None or (
        low in ("agreement", "decision", "plan", "plans", "wish", "desire", "hope")
        and line.low(i - 1) in ("of", "the", "an")
        and low == "agreement"
        and k == i + 1
    ):
        return
    purpose = low in ("aim", "goal", "objective") and "with" in line.lows(max(0, i - 3), i)
    yield Opening(first, trigger, status, "past" if purpose else _strength(low, soft), i)


def _past_given(line: Line, k: int) -> int:
    """Behind "was reached", "has been taken": where the content of an agreement or a decision begins."""
    n = k
    while line.low(n) in ("was", "were", "is", "has", "have", "been", "also"):
        n += 1
    given = line.low(n) in ("reached", "taken", "made", "given", "struck", "concluded", "adopted")
    return n + 1 if n > k and given and line.low(n + 1) in ("to", "on", "that", "for", "by") else k


def _aim_of(line: Line, i: int) -> int | None:
    """ "The aim of the two governments is to link their grids": the act."""
    for k in range(i + 2, min(i + 12, len(line.tokens) - 2)):
        if line.low(k) in ("is", "was") and line.low(k + 1) == "to":
            return verb_at(line, k + 2, "base")
        if line.low(k) in (",", ".", ";", "to"):
            return None
    return None


def _that(line: Line, i: int) -> int | None:
    """Where "that" stands behind a noun, past whom it is given to: "an assurance to the Government of Chad that"."""
    for k in range(i + 1, min(i + 10, len(line.tokens))):
        if line.low(k) == "that":
            return k
        if line.low(k) in ("is", "was") and line.low(k + 1) == "that" and k == i + 1:
            return k + 1
        if line.low(i + 1) != "to" or line.low(k) in (",", ".", ";", "which") or line.finite(k):
            return None
    return None


def _owned(line: Line, k: int) -> tuple[int, int] | None:
    """ "a pledge by the chancellor to return", "the readiness of Oman to host": the act, and the last word of its doer."""
    for n in range(k + 2, min(k + 14, len(line.tokens) - 2)):
        if line.low(n) == "to":
            doer = n - 1 - (line.low(n - 1) == ",")
            act = verb_at(line, n + 1, "base")
            named = any(line.covered(t, "state", "person", "office", "organisation") for t in range(k + 1, doer + 1))
            named = named or bool((words("words", "organs") | _SIDES) & set(line.lows(k + 1, doer + 1)))
            return (act, doer) if act is not None and named else None
        if line.low(n) in (".", ";", "that", "which", "who") or (line.finite(n) and not line.covered(n)):
            return None
    return None


def _wanted(line: Line, i: int, k: int) -> int | None:
    """What a request or a plan that is put forward asks for: "repeated its request for 50,000 more seats"."""
    if not any(line.low(n).startswith(_PUT) for n in range(max(0, i - 7), i)):
        return None
    counted = any(m.span.start == line.tokens[k].start and m.type in ("number", "amount") for m in line.amounts)
    return k if counted or line.low(k) == "one" else wanted_thing(line, k)


def _given(line: Line, i: int) -> int:
    """The verb by which the word at i is given: "has given Chad assurances"."""
    return next((k for k in range(i - 1, max(i - 6, 0), -1) if line.low(k) in _GIVEN), i)


def _strength(low: str, soft: bool) -> str:
    """How firmly a noun promises."""
    strength = (
        "past"
        if low in ("decision", "importance", "necessity", "need")
        else "soft"
        if soft
        else "plan"
        if low in ("plan", "plans", "intention", "aim")
        else "firm"
    )
    if low in _VAGUE_NOUNS and not soft:
        strength = "vague"
    return strength


def _of_aim(line: Line, i: int, trigger: Span, status: str) -> Iterator[Opening]:
    """ "the aim is to plant", "the governments' goal is commerce of $4bn by 2028"."""
    act = verb_at(line, i + 3, "base") if line.low(i + 2) == "to" else None
    sums = [m.span for m in line.amounts if m.amount is not None and m.span.start > line.tokens[i].end]
    if act is not None:
        yield Opening(act, trigger, status, "firm", i)
    elif sums and not any(line.finite(k) for k in range(i + 2, len(line.tokens)) if line.tokens[k].start < sums[0].end):
        yield Opening(i + 2, trigger, status, "noun", i, i + 2, firm=True)


def _past(line: Line, k: int) -> int:
    """Behind "was reached": where the content of the understanding begins."""
    return next((n for n in range(k, min(k + 4, len(line.tokens))) if line.low(n) in ("to", "on", "that")), k)
