"""Where promises begin in a sentence: agreed to, pledged, is ready to, will, shall, the goal of, set a target."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from accord.document import Span
from accord.languages.en.promises.modals import of_duty, of_modal, other_kind, would_have
from accord.languages.en.promises.opening_words import MODALS, Opening, hypothetical, verb_at, words
from accord.languages.en.promises.promisers import Promisers
from accord.languages.en.text.lexicon import inflect, table
from accord.languages.en.text.phrases import DETERMINERS, Line
from accord.languages.en.values.numbers import listed

__all__ = ["openings"]

_BE = frozenset(listed("is are was were be been"))
_OF_ACTS = frozenset(listed("agreed agree agrees hope hopes seek seeks decided want wants wanted wish"))
_REACH = 7  # tokens between a promising verb and its "to"


@cache
def _verbs() -> dict[str, tuple[str, frozenset[str]]]:
    """Forms of promising verbs: (kind, forms)."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for kind, lemmas in table("promises")["verbs"].items():
        for lemma in lemmas.split():
            for word, forms in inflect(lemma).items():
                found[word] = (kind, frozenset(forms))
    return found


@cache
def _nouns() -> frozenset[str]:
    return words("nouns", "firm") | words("nouns", "soft")


@cache
def _moods() -> frozenset[str]:
    return words("moods", "firm") | words("moods", "soft")


@cache
def _cues() -> frozenset[str]:
    """Every word at which a promise may open."""
    others = listed("itself themselves forward must should has have is are was were")
    return frozenset(_verbs()) | _nouns() | _moods() | MODALS | frozenset(others)


def openings(line: Line, promisers: Promisers, index: int) -> Iterator[Opening]:
    """The openings of one sentence, from left to right."""
    if "?" in line.text[line.span.end - 2 : line.span.end] or line.low(0) in ("if", "unless", "were", "should"):
        return
    for i, token in enumerate(line.tokens):
        low = token.low
        if low not in _cues():
            continue
        noun = low in _nouns() and (low not in _verbs() or _noun_here(line, i))
        if low in _verbs() and not noun:
            yield from _of_verb(line, i)
        elif noun:
            yield from _of_noun(line, i)
        elif low in _moods():
            yield from _of_mood(line, i)
        if low in ("itself", "themselves") and line.low(i - 1) in ("gave", "give", "given", "set", "gives"):
            yield from (
                Opening(first, line.slice(i - 1, i), "reported", "firm", i - 1) for first, _ in _acts(line, i + 1, "")
            )
        if low == "forward" and line.low(i - 1).startswith("look") and line.low(i + 1) == "to":
            first = verb_at(line, i + 2, "ing")
            if first is not None:
                yield Opening(first, line.slice(i - 1, i + 1), "proposed", "past", i - 1)
        if low in ("must", "should") or (low in ("has", "have") and line.low(i + 1) == "to"):
            yield from of_duty(line, i, promisers, index)
        if low in MODALS or (low in ("is", "are", "was", "were") and line.low(i + 1) == "to"):
            yield from of_modal(line, i, promisers, index)
        if low == "have" and line.low(i - 1) == "would" and line.low(i - 2) in ("he", "she"):
            yield from would_have(line, i)


def _of_verb(line: Line, i: int) -> Iterator[Opening]:
    kind, forms = _verbs()[line.low(i)]
    if (
        (forms == {"base"} and line.low(i - 1) in ("to", "not", "will", "would", "could", "may", "might", "should"))
        or hypothetical(line, i)
        or (line.tokens[i].capital and i)
    ):
        return
    if "past" not in forms and "s" not in forms and line.low(i - 1) in DETERMINERS | {"'s", "of", "a", "further"}:
        return
    if line.low(i) in ("task", "mandate", "direct"):
        return
    trigger = line.slice(i, i + 1)
    passive = line.low(i - 1) in _BE or (line.low(i - 2) in _BE and line.low(i - 1) in ("also", "not", "being"))
    if kind in ("call", "bind"):
        for opening in _of_call(line, i, passive):
            yield replace(opening, status="reported", strength="firm") if kind == "bind" else opening
        return
    if line.low(i) in ("suggested", "suggests", "recommended", "recommends"):
        first = verb_at(line, i + 1, "ing")
        if first is not None:
            yield Opening(first, trigger, "proposed", "soft", i)
        return
    if "ing" in forms and line.low(i - 1) not in ("is", "are", "were", "was", "and", ",", "also", "both"):
        return
    past = (
        "past" in forms
        and kind in ("plan", "soft")
        and line.low(i - 1) not in ("has", "have")
        and line.low(i) not in ("offered", "proposed")
    ) or line.low(i).startswith(("seek", "hope", "wish", "striv"))
    if {"suggests", "suggest", "suggesting", "believes", "apparently"} & set(line.lows(max(0, i - 6), i)):
        return
    strength = "past" if past else kind
    status = "proposed" if kind == "soft" else "reported"
    if passive and line.low(i - 1) in _BE and kind == "plan" and not _impersonal(line, i):
        return
    for first, head in _acts(line, i + 1, "that" if kind != "plan" else ""):
        yield Opening(first, trigger, status, strength, i, head)
        return
    for at in _thats(line, i + 1):
        yield from _that(line, at, trigger, status, strength, i)
    if len(line.tokens) <= i + 3 and line.low(len(line.tokens) - 1) == ":":
        yield Opening(len(line.tokens), trigger, status, strength, i)
    elif (
        kind in ("firm", "soft") and line.low(i) not in _OF_ACTS and not passive and line.low(i - 1) not in DETERMINERS
    ):
        thing = _object(line, i + 1)
        if thing is not None:
            yield Opening(thing, trigger, status, "noun", i, thing)


def _noun_here(line: Line, i: int) -> bool:
    """Whether a word that may be a verb ("pledge", "promise", "offer") is a noun at i."""
    before = line.low(i - 1)
    return (
        before in DETERMINERS | {"'s", "'", "of", "joint", "firm", "first", "second", "new", "earlier", "old", "with"}
        or before in _adjectives()
        or (line.covered(i - 1, "state") is not None and line.low(i) in ("plan", "promise", "pledge", "offer", "aim"))
    )


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(
        listed(
            "common mutual ambitious recent previous solemn longstanding former ambitious stated main key "
            "strong shared strategic russian"
        )
    )


def _impersonal(line: Line, i: int) -> bool:
    return line.low(i - 2) == "it" or line.low(i - 3) == "it"


def _acts(line: Line, i: int, stop: str) -> Iterator[tuple[int, int]]:
    """The act after a promising word: (first token of the verb, where what is promised starts)."""
    for k in range(i, min(i + _REACH, len(line.tokens))):
        low = line.low(k)
        if low == "to" and line.low(k - 1) in ("itself", "themselves") and line.low(k + 1) in ("a", "an", "the"):
            yield k + 1, k + 1
            return
        if low == stop or low in (".", ";", ":", "and", "which", "who", '"'):
            return
        if low == "to" and (first := verb_at(line, k + 1, "base") or verb_at(line, k + 1, "ing")) is not None:
            yield first, first
            return
        if low in ("on", "in", "for", "of", "with") and (first := verb_at(line, k + 1, "ing")) is not None:
            yield first, first
            return
        if (
            low in ("on", "for")
            and line.low(k + 1) in DETERMINERS
            and line.low(k + 2) in _act_nouns()
            and line.low(k + 3) == "of"
        ):
            yield k + 1, k + 1
            return


@cache
def _act_nouns() -> frozenset[str]:
    return frozenset(
        listed(
            "opening reopening creation establishment construction resumption launch supply delivery exchange "
            "return release joint removal abolition lifting demarcation restoration setting-up introduction "
            "extension"
        )
    )


def _thats(line: Line, i: int) -> Iterator[int]:
    """The places behind "that" in "agreed that ... and that ..."."""
    for k in range(i, min(i + 6, len(line.tokens))):
        if line.low(k) == "that":
            yield k + 1
            for n in range(k + 3, len(line.tokens) - 2):
                if line.low(n) == "and" and line.low(n + 1) == "that":
                    yield n + 2
            return
        if line.low(k) in (".", ",", ";", "to"):
            return


def _that(line: Line, at: int, trigger: Span, status: str, strength: str, verb: int) -> Iterator[Opening]:
    """What "agreed that A would do B" promises: B by A where A can act, else A itself by those who agreed."""
    for k in range(at, min(at + 16, len(line.tokens))):
        low = line.low(k)
        if low in MODALS or low == "should" or (low in ("is", "are", "was", "were") and line.low(k + 1) == "to"):
            first = k + 1 + (line.low(k + 1) == "to")
            if other_kind(line, first):
                return
            actor = _acts_itself(line, at, k) and line.low(first) not in ("be", "not")
            yield Opening(
                first,
                trigger,
                "proposed" if low == "should" else status,
                strength,
                verb,
                first if actor else at,
                doer=k - 1 if actor and _named(line, at, k) else -1,
                firm=True,
            )
            return
        if low in (";", "and", "that", "which") and k > at + 10:
            return


def _acts_itself(line: Line, at: int, k: int) -> bool:
    lows = set(line.lows(at, k))
    return bool(lows & (words("words", "groups") | {"they", "it", "we", "he", "she", "both", "party"})) or _named(
        line, at, k
    )


def _named(line: Line, at: int, k: int) -> bool:
    mention = next(
        (line.covered(n) for n in range(k - 1, at - 1, -1) if line.covered(n, "state", "person", "office")), None
    )
    return mention is not None and not mention.form.startswith("demonym") and line.covered(k - 1) is mention


def _object(line: Line, i: int) -> int | None:
    """What is pledged or proposed as a thing: "a ferry service", "20 million dollars", "two more coaches"."""
    k = i
    if line.covered(k, "state") and line.low(k + 1) not in ("'s",):
        k += 1
    start = line.tokens[k].start if k < len(line.tokens) else -1
    if any(m.span.start <= start < m.span.end for m in line.amounts):
        return k
    if (
        line.low(k)
        in (
            "a",
            "an",
            "another",
            "two",
            "three",
            "four",
            "five",
            "$",
            "€",
            "£",
            "us",
            "more",
            "further",
            "up",
            "at",
        )
        or line.low(k)[:1].isdigit()
    ):
        told = {
            "link",
            "links",
            "flight",
            "flights",
            "meeting",
            "visit",
            "summit",
            "session",
            "talks",
            "round",
            "conference",
        } & set(line.lows(k, k + 4))
        return k if line.low(k) not in ("up", "at") and not told else None
    return None


def _of_call(line: Line, i: int, passive: bool) -> Iterator[Opening]:
    """ "urged Peru to open", "called on both sides to", "called for the reopening of", "asked for"."""
    trigger = line.slice(i, i + 1)
    if line.low(i) in ("calls", "calling", "requests", "call", "request", "appeal", "appeals") and line.low(
        i + 1
    ) not in ("on", "upon", "for"):
        return
    for k in range(i + 1, min(i + 10, len(line.tokens))):
        low = line.low(k)
        if low == "to" and (first := verb_at(line, k + 1, "base")) is not None:
            if line.low(first) in words("words", "elsewhere"):
                return
            doer = i - 1 if passive else k - 1
            yield Opening(first, trigger, "proposed", "call", i, first, doer=doer)
            return
        if low in (".", ",", ";", "and", "that"):
            return
        if low == "for" and k == i + 1:
            first = k + 1
            if line.low(first) in DETERMINERS or line.low(first) in _act_nouns():
                yield Opening(first, trigger, "proposed", "noun", i, first)
                return


def _of_noun(line: Line, i: int) -> Iterator[Opening]:
    low = line.low(i)
    soft = low in words("nouns", "soft")
    status = "proposed" if soft else "reported"
    trigger = line.slice(i, i + 1)
    if hypothetical(line, i) or line.tokens[i].capital:
        return
    if low in ("target", "goal", "aim", "objective", "plan", "ambition") and line.low(i + 1) in (
        "is",
        "was",
        "remains",
    ):
        yield from _of_aim(line, i, trigger, status)
        return
    if low in ("target", "goal", "aim", "objective") and line.low(i + 1) in ("of", "for"):
        amount = next(
            (
                m
                for m in line.amounts
                if m.amount is not None
                and m.span.start >= line.tokens[i].end
                and m.span.start - line.tokens[i].end < 12
            ),
            None,
        )
        if amount is not None:
            figure = next(k for k, t in enumerate(line.tokens) if t.end > amount.span.start)
            yield Opening(figure, trigger, status, "noun", i, figure, firm=True)
            return
    if (low in ("pledge", "promise", "offer") and line.low(i + 1) == "of" and line.low(i + 2)[:1].isdigit()) or (
        low in ("pledge", "offer") and line.low(i + 1) == "of" and line.covered(i - 1, "state", "person")
    ):
        yield Opening(i + 2, trigger, status, "noun", i, i + 2)
        return
    k = i + 1
    if line.low(k) in ("reached", "that"):
        k += line.low(k) == "reached"
    k = _past(line, k) if low == "understanding" else k
    if line.low(k) in ("made", "given", "voiced") or line.low(k) == ",":
        k = next(
            (n for n in range(k, min(k + 8, len(line.tokens))) if line.low(n) == "," and line.low(n + 1) == "to"), k
        )
        k += line.low(k) == ","
    first: int | None = None
    if line.low(k) == "to":
        first = verb_at(line, k + 1, "base") or verb_at(line, k + 1, "ing")
    elif line.low(k) in ("of", "in", "for", "on"):
        first = verb_at(line, k + 1, "ing")
    if first is None or (
        low in ("agreement", "decision", "plan", "plans", "wish", "desire", "hope")
        and line.low(i - 1) in ("of", "the", "an")
        and low == "agreement"
    ):
        return
    yield Opening(first, trigger, status, _strength(low, soft), i)


def _strength(low: str, soft: bool) -> str:
    """How firmly a noun promises."""
    strength = (
        "past"
        if low == "decision"
        else "soft"
        if soft
        else "plan"
        if low in ("plan", "plans", "intention", "aim")
        else "firm"
    )
    if low in ("commitment", "interest", "determination", "resolve", "desire", "wish") and not soft:
        strength = "vague"
    return strength


def _of_aim(line: Line, i: int, trigger: Span, status: str) -> Iterator[Opening]:
    """ "the aim is to plant", "the governments' goal is commerce of $4bn by 2028"."""
    act = verb_at(line, i + 3, "base") if line.low(i + 2) == "to" else None
    amount = any(m.amount is not None and m.span.start > line.tokens[i].end for m in line.amounts)
    if act is not None:
        yield Opening(act, trigger, status, "firm", i)
    elif amount and not any(line.finite(k) for k in range(i + 2, len(line.tokens))):
        yield Opening(i + 2, trigger, status, "noun", i, i + 2, firm=True)


def _past(line: Line, k: int) -> int:
    """Behind "was reached": where the content of the understanding begins."""
    return next((n for n in range(k, min(k + 4, len(line.tokens))) if line.low(n) in ("to", "on", "that")), k)


def _of_mood(line: Line, i: int) -> Iterator[Opening]:
    low = line.low(i)
    if hypothetical(line, i) or line.low(i + 1) not in ("to", "in"):
        return
    before = line.lows(max(0, i - 4), i)
    if not set(before) & (
        _BE
        | {
            "stands",
            "stand",
            "stood",
            "remained",
            "remains",
            "remain",
            "'re",
            "am",
            "itself",
            "themselves",
            "expressed",
        }
    ):
        return
    first = verb_at(line, i + 2, "base" if line.low(i + 1) == "to" else "ing") or (
        verb_at(line, i + 2, "ing") if low == "committed" else None
    )
    if first is not None:
        yield Opening(
            first,
            line.slice(i, i + 1),
            "proposed" if low in words("moods", "soft") else "reported",
            "soft" if low in words("moods", "soft") else "firm",
            i,
        )
