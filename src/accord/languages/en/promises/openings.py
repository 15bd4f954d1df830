"""Where promises begin in a sentence: agreed to, pledged, is ready to, will, shall, the goal of, set a target."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from accord.languages import patterns as re
from accord.languages.en.promises.frames import (
    act_after,
    bare_clause,
    deed_noun,
    passive_object,
    that_clauses,
    thing_after,
    wanted_thing,
)
from accord.languages.en.promises.modals import MARKERS, of_headline, of_modal, would_have
from accord.languages.en.promises.nouns import DASHED, of_noun
from accord.languages.en.promises.opening_words import Opening, hypothetical, verb_at, words
from accord.languages.en.promises.promisers import Promisers
from accord.languages.en.promises.subjects import acting, head_of, subject_start
from accord.languages.en.text.lexicon import inflect, table, verbs
from accord.languages.en.text.phrases import DETERMINERS, Line
from accord.languages.en.values.numbers import listed

__all__ = ["openings", "promising"]

_REFLEXIVE = frozenset(
    listed(
        "gave give given gives set bind binds bound commit commits committed oblige obliged obligate engage engaged pledge pledged tie tied"
    )
)
_BE = frozenset(listed("is are was were be been"))
_IN_PAPER = re.compile(
    r"\bin (?:a|an|the) (?:[\w-]+ ){0,2}(?:protocol|agreement|memorandum|treaty|accord|deal)\b[^.;,]*\b(?:signed|dated|concluded)\b"
)
_SWEARING = ("swore", "swear", "vow", "promis", "pledg", "guarant", "agree", "assur")
_SUGGESTING = ("suggest", "recommend", "propos")
_TOLD_BY = frozenset(listed("said says announced confirmed added stated told declared that"))
_WANTING = ("prepar", "plan", "eye", "want", "seek", "propos", "suggest", "recommend", "pledg", "promis", "offer")
_GIVING = ("offer", "promis", "pledg", "guarant", "commit", "vow", "propos", "volunteer", "assur")
_ORDERING = ("task", "instruct", "mandate", "direct", "order", "entrust", "assure")
_GOING_ON = frozenset(listed("is are were was been and , also both now"))
_CALLS = frozenset(listed("calls calling requests call request appeal appeals"))
_NOUNS_TOO = frozenset(listed("vow offer pledge promise order aim plan target"))


@cache
def promising() -> dict[str, tuple[str, frozenset[str]]]:
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
    return frozenset(promising()) | _nouns() | _moods() | MARKERS | {"to", "itself", "themselves", "forward"}


def openings(line: Line, promisers: Promisers, index: int) -> Iterator[Opening]:
    """The openings of one sentence, from left to right."""
    if "?" in line.text[line.span.end - 2 : line.span.end] or line.low(0) in ("unless", "were", "should"):
        return
    if line.low(0) == "if" and not ("," in line.lows(0, 30) and "shall" in line.lows(0, len(line.tokens))):
        return
    cues, verbs_, nouns, moods = _cues(), promising(), _nouns(), _moods()
    for i, token in enumerate(line.tokens):
        low = token.low
        if low not in cues:
            continue
        noun = low in nouns and (low not in verbs_ or _noun_here(line, i))
        if low in verbs_ and not noun:
            governed = list(_of_verb(line, i))
            yield from governed or (_of_mood(line, i) if low in moods and line.low(i - 1) in _BE else ())
        elif noun:
            yield from of_noun(line, i)
        elif low in moods:
            yield from _of_mood(line, i)
        if low in ("itself", "themselves") and line.low(i - 1) in _REFLEXIVE:
            yield from (
                Opening(act.first, line.slice(i - 1, i), "reported", "firm", i - 1)
                for act in [act_after(line, i + 1, "")]
                if act is not None
            )
        if low == "forward" and line.low(i - 1).startswith("look") and line.low(i + 1) == "to":
            first = verb_at(line, i + 2, "ing") or (i + 2 if deed_noun(line, i + 2) is not None else None)
            if first is not None:
                yield Opening(first, line.slice(i - 1, i + 1), "proposed", "past", i - 1)
        if low == "to" and i and line.kind in ("headline", "heading", "item"):
            yield from of_headline(line, i, promisers)
        if low in MARKERS:
            yield from of_modal(line, i, promisers, index)
        if low == "have" and line.low(i - 1) == "would" and line.low(i - 2) in ("he", "she"):
            yield from would_have(line, i)


def _of_verb(line: Line, i: int) -> Iterator[Opening]:
    low = line.low(i)
    kind, forms = promising()[low]
    before = verbs().get(line.low(i - 1))
    told = line.low(i - 1).endswith("ed") if before is None else "past" in before.forms
    if forms == {"s"} and (told or line.low(i - 1) in DASHED) and not line.covered(i - 1):
        return  # "ignored orders to"
    if (
        (forms == {"base"} and line.low(i - 1) in ("to", "not", "will", "would", "could", "may", "might", "should"))
        or hypothetical(line, i)
        or (line.tokens[i].capital and i)
    ):
        return
    if ("past" not in forms or low in _NOUNS_TOO) and line.low(i - 1) in DETERMINERS | {
        "'s",
        "of",
        "a",
        "further",
        "by",
    }:
        return
    if (
        "past" in forms
        and line.low(i - 1) not in ("has", "have")
        and _IN_PAPER.search(line.text, line.tokens[i].end, line.span.end)
    ):
        return
    if line.low(i - 1) == "had" and {"never", "failed", "broken"} & set(line.lows(i, len(line.tokens))):
        return
    if low in ("task", "mandate", "direct", "order", "mean") or (low.startswith("engag") and line.low(i + 1) != "to"):
        return  # "engaged in joint efforts to address"
    if low == "aimed" and _of_thing(line, i):
        return
    if {"suggests", "suggest", "suggesting", "believes", "apparently"} & set(line.lows(max(0, i - 6), i)):
        return
    passive = (line.low(i - 1) in _BE and "ing" not in forms) or (
        line.low(i - 2) in _BE and line.low(i - 1) in ("also", "not", "being")
    )
    if kind in ("call", "bind"):
        for opening in _of_call(line, i, passive):
            yield replace(opening, status="reported", strength="firm") if kind == "bind" else opening
        return
    if "ing" in forms and line.low(i - 1) not in _GOING_ON:
        return
    settled = kind == "plan" or low in ("agreed", "decided", "resolved", "accepted")
    if passive and "pp" in forms and settled and not _impersonal(line, i) and line.low(i + 1) != "that":
        return
    for opening in _governed(line, i, kind, forms, passive):
        yield replace(opening, told=True)


def _of_thing(line: Line, i: int) -> bool:
    """Whether what is aimed is a thing beside its noun: "reforms aimed at", "a weapon aimed mainly at"."""
    before = line.low(i - 1)
    if line.covered(i - 1, "state", "person", "office", "organisation") or before in _BE | {
        "has",
        "have",
        "had",
        "they",
    }:
        return False
    return not acting(line, i - 1)


def _governed(line: Line, i: int, kind: str, forms: frozenset[str], passive: bool) -> Iterator[Opening]:
    """What a promising verb that is told of somebody governs."""
    low, trigger = line.low(i), line.slice(i, i + 1)
    strength = "past" if _bygone(line, i, kind, forms) else kind
    status = "proposed" if kind == "soft" else "reported"
    if low.startswith(_SUGGESTING) and (first := verb_at(line, i + 1, "ing")) is not None:
        yield Opening(first, trigger, "proposed", "soft", i)
        return
    if kind in ("firm", "soft") and not passive and not hypothetical(line, i):
        thing = thing_after(line, i + 1, sums=True)
        if thing is not None and line.low(i + 1) not in ("for", "at") and low.startswith(_GIVING):
            yield Opening(thing, trigger, status, "noun", i, thing)
            return
    orders = low.startswith(_ORDERING)
    act = act_after(line, i + 1, "that" if kind != "plan" else "", others=orders)
    if act is not None:
        told = act.doer > i and (
            (low.startswith("want") and line.covered(act.doer, "state", "organisation", "place") is not None)
            or (low.startswith("order") and any(line.covered(n, "state") for n in range(i + 1, act.doer + 1)))
        )
        yield Opening(
            act.first, trigger, status, "call" if told else strength, i, act.head, doer=act.doer if told else -1
        )
        return
    thats = list(that_clauses(line, i + 1, trigger, status, strength, i, wished=orders or low.startswith(_SUGGESTING)))
    if thats:
        yield from thats
    elif low.startswith(_SWEARING) and (bare := bare_clause(line, i + 1, trigger, status, strength, i)) is not None:
        yield bare
    elif len(line.tokens) <= i + 6 and line.low(len(line.tokens) - 1) == ":":
        yield Opening(len(line.tokens), trigger, status, strength, i)
    elif low.startswith("want") and (found := passive_object(line, i + 1)) is not None:
        yield Opening(found[1], trigger, status, "soft", i, found[0])
    elif low.startswith(_WANTING) and not passive and (thing := wanted_thing(line, i + 1)) is not None:
        yield Opening(thing, trigger, status, "noun", i, thing)
    elif low.startswith("offer") and (venue := _venue(line, i + 1)):
        yield Opening(venue, trigger, status, "noun", i, i + 1)
    elif (
        low.startswith(("order", "agree", "promis", "pledg", "guarant", "offer", "assur", "seek", "volunteer"))
        and not passive
        and line.low(i + 1) in DETERMINERS | {"early", "full", "immediate", "speedy"}
        and deed_noun(line, i + 1) is not None
    ):
        yield Opening(i + 1, trigger, status, "noun", i, i + 1)
    elif (
        low.startswith((*_GIVING, "want", "seek", "hop", "aim", "target", "agree"))
        and not passive
        and line.low(i - 1) not in DETERMINERS
    ):
        thing = thing_after(line, i + 1, sums=not low.startswith(_GIVING))
        if thing is not None:
            yield Opening(thing, trigger, status, "noun", i, thing)


def _bygone(line: Line, i: int, kind: str, forms: frozenset[str]) -> bool:
    """Whether a plan or a wish was had, and may be had no more: "planned to", "sought to"."""
    low = line.low(i)
    return (
        "past" in forms
        and kind in ("plan", "soft")
        and line.low(i - 1) not in ("has", "have")
        and low not in ("offered", "proposed", "volunteered", "recommended", "suggested")
        and not (low in ("planned", "intended", "wanted", "aimed") and _TOLD_BY & set(line.lows(max(0, i - 6), i)))
    ) or low.startswith(("seek", "hope", "wish", "striv"))


def _venue(line: Line, i: int) -> int:
    """ "offered Lima as a place for talks": the token of the place."""
    for k in range(i, min(i + 5, len(line.tokens) - 2)):
        if line.low(k) == "as" and {"venue", "place", "host", "site", "location", "mediator"} & set(
            line.lows(k, k + 4)
        ):
            return i
    return 0


def _noun_here(line: Line, i: int) -> bool:
    """Whether a word that may be a verb ("pledge", "promise", "offer") is a noun at i."""
    before = line.low(i - 1)
    told = verbs().get(before)
    if line.low(i) in ("plan", "plans") and told is not None and "past" in told.forms and line.low(i + 1) == "to":
        return True
    if line.low(i) in ("target", "aim", "plan") and line.low(i + 1) in ("of", "is", "was", "remains", "set", ":"):
        return True
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


def _of_call(line: Line, i: int, passive: bool) -> Iterator[Opening]:
    """ "urged Peru to open", "called on both sides to", "called for the reopening of", "demanded that Peru open"."""
    low, trigger = line.low(i), line.slice(i, i + 1)
    own = not passive and i and line.low(i + 1) == "to" and low.startswith(("ask", "request", "demand", "appl"))
    if low in _CALLS and line.low(i + 1) not in ("on", "upon", "for", "that") and not own:
        return
    if low in ("appealed", "appealing") and line.low(i + 1) not in ("to", "for", "on"):
        return
    if not passive and low not in _CALLS:
        thats = list(that_clauses(line, i + 1, trigger, "proposed", "call", i, wished=True))
        if thats:
            yield from thats
            return
    if low in ("demanded", "demands", "demanding") and deed_noun(line, i + 1) is not None:
        yield Opening(i + 1, trigger, "proposed", "wish", i, i + 1)
        return
    if own:
        first = verb_at(line, i + 2, "base")
        if first is not None and line.low(first) not in words("words", "elsewhere"):
            yield Opening(first, trigger, "proposed", "soft", i)
        return
    for k in range(i + 1, min(i + 14, len(line.tokens))):
        at = line.low(k)
        if at == "to" and (first := verb_at(line, k + 1, "base")) is not None:
            if (
                line.low(first) == "be"
                and line.low(i + 1) == "for"
                and low.startswith(("call", "appeal"))
                and line.low(k - 1) != "not"
            ):
                yield Opening(first, trigger, "proposed", "call", i, i + 2)
                return
            doer = _before_be(line, i) if passive else k - 1
            if line.low(first) not in words("words", "elsewhere") and _called(line, doer, i, passive):
                yield Opening(first, trigger, "proposed", "call", i, first, doer=doer)
            return
        if at in (".", ";", "that") or (at in (",", "and") and passive):
            return
        if at == "for" and k == i + 1 and deed_noun(line, k + 1) is not None:
            yield Opening(k + 1, trigger, "proposed", "noun", i, k + 1)
            return


def _before_be(line: Line, i: int) -> int:
    """The last token of the subject of a passive: "Peru was again urged"."""
    k = i - 1
    while k > 0 and (
        line.low(k) in _BE | {"has", "have", "had", "also", "again", "both", "then"} or line.low(k).endswith("ly")
    ):
        k -= 1
    return k


def _called(line: Line, doer: int, i: int, passive: bool) -> bool:
    """Whether who is called upon is a state, an official, the sides."""
    doer -= line.low(doer) == "republic"  # "Niger Republic"
    if line.covered(doer, "state", "person", "office", "organisation", "body") is not None:
        return True
    start = max(subject_start(line, doer + 1), 0 if passive else i + 1)
    head = head_of(line, start, doer + 1) if start <= doer else doer
    pairs = {
        "both",
        "sides",
        "parties",
        "countries",
        "neighbours",
        "neighbors",
        "capitals",
        "them",
        "each",
        "two",
        "it",
    }
    return acting(line, head) or bool(pairs & set(line.lows(start, doer + 1)))


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
