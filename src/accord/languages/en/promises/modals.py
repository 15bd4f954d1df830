"""Promises told by a modal: "Bolivia shall build", "teams will begin", "trade is to reach", "Georgia must finish"."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages.en.promises.opening_words import ADVERBS, Opening, hypothetical, words
from accord.languages.en.promises.promisers import Promisers
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import listed

__all__ = ["of_duty", "of_modal", "other_kind", "would_have"]
_ELSEWHERE = frozenset(
    listed(
        "held hold take open reopen reopened meet enter remain start resumed signed visit opened closed "
        "chaired begin composed celebrated convene blame apply mean prevail cease valid extended force "
    )
)


def of_modal(line: Line, i: int, promisers: Promisers, index: int) -> Iterator[Opening]:
    """ "Bolivia shall build", "teams will begin", "trade is to reach"."""
    low = line.low(i)
    first = i + 1 + (line.low(i + 1) == "to")
    while (
        line.low(first) in ADVERBS
        or (line.low(first).endswith("ly") and line.low(first) not in ("supply", "apply", "comply", "rely", "fly"))
        or line.low(first) in ("by", "as")
        or line.covered(first, "date")
    ):
        if line.low(first) in ("not",):
            return
        first += 1
    if {"hopes", "hope", "hoped", "expects", "expected"} & set(line.lows(max(0, i - 5), i)) or line.low(first) == '"':
        return
    if first >= len(line.tokens) - 1 or hypothetical(line, i) or (line.low(first) == "have" and low != "shall"):
        return
    trigger = line.slice(i, i + 1)
    actor = promisers.actor_before(line, i, index)
    act = line.low(first)
    if actor and act not in ("be",):
        shall = low == "shall"
        if not shall and (
            act in words("words", "forecast")
            or " ".join(line.lows(first, first + 3)) in words("words", "forecast")
            or "visit" in line.lows(first, first + 7)
            or act in words("words", "elsewhere")
            or (low in ("would",) and not promisers.told_by_official(line, i, index))
        ):
            return
        if act in words("words", "elsewhere") or act in ("enter", "remain"):
            return
        yield Opening(first, trigger, "reported", "shall" if shall else "will", i)
    elif (
        not actor
        and low == "will"
        and act == "be"
        and not other_kind(line, first)
        and _deadline(line, first)
        and "pp" in _forms(line.low(first + 1))
    ):
        yield Opening(first, trigger, "reported", "thing", i, _thing(line, i))
    elif not actor and low in ("shall", "is", "are") and not other_kind(line, first):
        yield Opening(first, trigger, "reported", "thing", i, _thing(line, i), firm=low == "shall")


def of_duty(line: Line, i: int, promisers: Promisers, index: int) -> Iterator[Opening]:
    """ "Georgia must finish the hall by May", "trade should reach 900 million by 2030": only with a date or figure."""
    first = i + 1 + (line.low(i) in ("has", "have"))
    while line.low(first) in ADVERBS and line.low(first) != "not":
        first += 1
    if (
        first >= len(line.tokens) - 1
        or line.low(first) in ("not", "be", "have")
        or (line.low(i) == "have" and line.low(i - 1) in ("would", "will"))
    ):
        return
    trigger = line.slice(i, i + 1)
    status = "proposed" if line.low(i) == "should" else "reported"
    if line.low(i) != "should" and promisers.actor_before(line, i, index):
        yield Opening(first, trigger, status, "past", i)
    elif line.low(i) == "should" and line.low(first) in (
        "reach",
        "double",
        "rise",
        "grow",
        "increase",
        "exceed",
        "triple",
    ):
        yield Opening(first, trigger, status, "thing", i, _thing(line, i))


def _forms(word: str) -> frozenset[str]:
    form = verbs().get(word)
    return form.forms if form is not None else frozenset()


def _deadline(line: Line, first: int) -> bool:
    """Whether a date by which follows."""
    return any(
        d.attributes.get("part") in ("by", "before", "until") and d.span.start > line.tokens[first].start
        for d in line.dates
    )


def _thing(line: Line, i: int) -> int:
    """The first token of the subject before a modal."""
    k = i
    while (
        k > 0
        and line.low(k - 1) not in (";", ":", "that", ".", '"')
        and not (line.low(k - 1) in (",", "and") and line.finite(k - 2))
    ):
        k -= 1
        if line.low(k) == "," and any(line.covered(n, "date") for n in range(max(0, k - 3), k)):
            return k + 1
    return k


def other_kind(line: Line, first: int) -> bool:
    """Whether what is to come is a session, a visit, an opening, an entry into force: other kinds tell it."""
    lows = line.lows(first, first + 3)
    if lows[:1] == ["meet"] and "within" in line.lows(first, len(line.tokens)):
        return False
    if set(line.lows(first, first + 4)) & {"session", "sessions", "meetings", "sittings"}:
        return True
    return bool(set(lows) & _ELSEWHERE) and "open" not in lows[1:2]


def would_have(line: Line, i: int) -> Iterator[Opening]:
    """ "He would have the treasuries set up a fund"."""
    for k in range(i + 1, min(i + 9, len(line.tokens))):
        form = verbs().get(line.low(k)) or verbs().get(f"{line.low(k)} {line.low(k + 1)}")
        if form is not None and "base" in form.forms and k > i + 1 and not line.covered(k):
            yield Opening(k, line.slice(i - 1, i + 1), "proposed", "call", i, k, doer=k - 1)
            return
