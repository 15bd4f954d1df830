"""Promises told by a modal: "Bolivia shall build", "teams will begin", "trade is to reach", "Georgia must finish"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from accord.languages.en.promises.opening_words import ADVERBS, Opening, hypothetical, verb_at, words
from accord.languages.en.promises.promisers import Promisers
from accord.languages.en.promises.subjects import acting, head_of, subject_start
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line, heads
from accord.languages.en.values.numbers import listed

__all__ = ["MARKERS", "marker_at", "of_modal", "other_kind", "would_have"]
_RECURRING = frozenset(listed("within every twice annually monthly weekly quarterly once regularly"))
_BE = frozenset(listed("is are was were been be 's 're"))
_DUE = frozenset(listed("due scheduled set slated planned poised meant earmarked targeted"))
_WILL = frozenset(listed("will shall would 'll we'll i'll they'll he'll she'll it'll"))
_DUTY = frozenset(listed("should must ought needs need has have"))
MARKERS = {"going"} | _WILL | _DUE | _DUTY | {"is", "are", "was", "were"}
_PAPERS = frozenset(listed("understanding deal arrangement contract accord scheme plan terms truce compromise pact"))
_SAID_OF_PAPERS = frozenset(
    listed(
        "establish create lay take enter come expire apply remain be have help make bring strengthen boost serve run last govern cover give"
    )
    + listed("contribute deepen promote mark form open pave lead follow need require benefit mean go stay allow")
)
_RULED = frozenset(listed("exempt free entitled permitted allowed responsible obliged"))
_RULED_DEEDS = frozenset(listed("accompanied allowed permitted provided"))
_READY = frozenset(listed("ready open finished built completed running operational installed"))
_BY_THEMSELVES = frozenset(  # what grows and falls whatever anybody promises
    listed(
        "economy economies gdp output prices price inflation population currency demand temperatures shares profit sales"
    )
)
_PUT_OFF = frozenset(listed("off postponed delayed but never however cancelled scrapped"))
_INSTITUTIONS = frozenset(
    listed(
        "service corporation bank fund agency authority commission board office institute university company railways"
    )
    + listed("railway airlines police customs union chamber centre center department directorate council foundation")
)
_GOING = frozenset(listed("return leave fly head depart stay tour go"))
_EXPECTING = frozenset(listed("hopes hope hoped expects expected fears feared predicts predicted forecasts believes"))


@dataclass(frozen=True, slots=True)
class _Marker:
    """What tells that something is to come: `at` its first token, `act` the token behind it."""

    kind: str  # shall, will, would, to, due, should, must
    at: int
    act: int


def marker_at(line: Line, i: int) -> _Marker | None:
    low = line.low(i)
    if low in _WILL:
        kind = low if low in ("shall", "would") else "will"
        return _Marker(kind, i, i + 1)
    if low in ("is", "are", "was", "were"):
        k = i + 1 + (line.low(i + 1) in ("now", "also", "both", "finally", "then", "jointly"))
        return _Marker("to", i, k + 1) if line.low(k) == "to" else None
    if low in _DUE and line.low(i + 1) == "to":
        at = next((k for k in range(i - 1, max(i - 4, -1), -1) if line.low(k) in _BE), None)
        return _Marker("due", at - (line.low(at) == "been"), i + 2) if at is not None else None
    if (
        low == "going"
        and line.low(i + 1) == "to"
        and (line.low(i - 1) in _BE or line.low(i - 1).endswith(("'re", "'m")))
    ):
        own = "'" in line.low(i - 1) and len(line.low(i - 1)) > 3
        return _Marker("will", i if own else i - 1, i + 2)
    if low in ("should", "must"):
        return _Marker(low, i, i + 1)
    if low in ("ought", "needs", "need") and line.low(i + 1) == "to" and line.low(i - 1) != "the":
        return _Marker("should", i, i + 2)
    if low in ("has", "have") and line.low(i + 1) == "to" and line.low(i - 1) not in ("would", "will", "might"):
        return _Marker("must", i, i + 2)
    return None


def of_modal(line: Line, i: int, promisers: Promisers, index: int) -> Iterator[Opening]:
    """ "Bolivia shall build", "teams will begin", "trade is to reach", "Georgia ought to finish"."""
    marker = marker_at(line, i)
    if marker is None or hypothetical(line, marker.at) or _noun_will(line, i):
        return
    if line.low(marker.act) == "not":
        yield from _of_refusal(line, marker, promisers, index)
        return
    first = _act(line, marker.act)
    if first is None or (_EXPECTING & set(line.lows(max(0, marker.at - 5), marker.at))):
        return
    if marker.kind == "shall" and line.low(first) == "meet" and _RECURRING & set(line.lows(first, first + 12)):
        yield Opening(first, line.slice(marker.at, first), "reported", "thing", marker.at, firm=True)
        return
    ready = _READY & set(line.lows(first + 2, first + 9)) and any(d.period for d in line.dates)
    if line.low(first) == "have" and not ready and (marker.kind != "shall" or line.covered(first + 1) is None):
        return
    start = subject_start(line, marker.at) if not line.low(i).endswith("'ll") else marker.at
    actor = promisers.actor_before(line, marker.at, index) or (
        start < marker.at and (acting(line, head_of(line, start, marker.at)) or _institution(line, start, marker.at))
    )
    if (
        marker.kind == "must"
        and line.low(i) in ("have", "has")
        and line.low(marker.at - 1) in ("they", "he", "she", "people")
    ):
        return
    if (
        marker.kind == "due"
        and line.low(marker.at) in ("was", "were")
        and _PUT_OFF & set(line.lows(i, len(line.tokens)))
    ):
        return
    if actor and line.low(first) != "be" and not starts_itself(line, first):
        for opening in _of_actor(line, marker, first, promisers, index):
            yield replace(opening, told=True)
    elif start < marker.at and (not actor or line.low(first) != "be"):
        yield from _of_thing(line, marker, first, start, promisers, index)


def _institution(line: Line, start: int, end: int) -> bool:
    """Whether a subject is an institution by its own name: "the Revenue Service", "Lake Oil Corporation"."""
    return end - start < 7 and line.low(end - 1) in _INSTITUTIONS and line.tokens[end - 1].capital


def _noun_will(line: Line, i: int) -> bool:
    """Whether "will" is a noun: "political will", "the will of the people"."""
    return line.low(i) == "will" and (
        line.low(i - 1)
        in ("political", "good", "free", "strong", "the", "their", "own", "a", "no", "popular", "common")
        or line.low(i + 1) in ("of", "to", ".", "and")
    )


def _of_refusal(line: Line, marker: _Marker, promisers: Promisers, index: int) -> Iterator[Opening]:
    """ "the Parties shall not levy fees", "Peru said it would not raise its tariffs"."""
    act = line.low(marker.act + 1)
    if marker.kind not in ("shall", "will", "would") or not promisers.actor_before(line, marker.at, index):
        return
    if act in words("words", "stative") | words("words", "defiant") | words("words", "forecast") or act == "be":
        return
    if marker.kind != "shall" and not promisers.told_by_official(line, marker.at, index):
        return
    trigger = line.slice(marker.at, marker.act + 1)
    yield Opening(marker.act + 1, trigger, "reported", "will", marker.at, marker.act)


def _act(line: Line, first: int) -> int | None:
    """The verb behind a modal, past adverbs, dates and asides between commas."""
    while first < len(line.tokens) - 1:
        low = line.low(first)
        if low in ("not", "never"):
            return None
        if low == ",":
            close = next((k for k in range(first + 1, min(first + 16, len(line.tokens))) if line.low(k) == ","), None)
            if close is None:
                return None
            first = close + 1
            continue
        adverb = low in ADVERBS or (
            low.endswith("ly") and low not in ("supply", "apply", "comply", "rely", "fly", "reply", "multiply")
        )
        if not adverb and low not in ("by", "as", "in", "on", "from", "each") and not line.covered(first, "date"):
            break
        first += 1
    return first if first < len(line.tokens) - 1 and line.tokens[first].word else None


def _of_actor(line: Line, marker: _Marker, first: int, promisers: Promisers, index: int) -> Iterator[Opening]:
    act = line.low(first)
    trigger = line.slice(marker.at, first)
    if act in words("words", "stative") or act in ("enter", "remain"):
        return
    if marker.kind in ("will", "would", "to") and (other := _passed_on(line, first)) is not None:
        yield Opening(other, trigger, "proposed", "call", first, other, doer=other - 2)
        return
    if act == "meet" and _RECURRING & set(line.lows(first, first + 12)):
        yield Opening(first, trigger, "reported", "shall", marker.at)
        return
    often = marker.kind == "shall" and "every" in line.lows(first, first + 10) and act in ("hold", "convene", "conduct")
    if (not often and {act, " ".join(line.lows(first, first + 2))} & words("words", "elsewhere")) or {
        "visit",
        "session",
        "sessions",
    } & set(line.lows(first, first + 7)):
        return
    if (
        act in _GOING
        and line.low(first + 1) != "on"
        and (line.low(first + 1) in PREPOSITIONS | {"home", "there", ".", ","} or line.covered(first + 1))
    ):
        return
    goes_on = first + 1 + (act == "go")
    if act in ("continue", "keep", "go") and (
        verb_at(line, goes_on, "ing") or (line.low(goes_on) == "to" and verb_at(line, goes_on + 1, "base"))
    ):
        inner = verb_at(line, goes_on, "ing") or verb_at(line, goes_on + 1, "base")
        if (inner is not None and act != "go") or line.low(first + 1) == "on":
            yield Opening(inner or first, line.slice(marker.at, first), "reported", "will", marker.at, first)
        return
    phrase = {act, " ".join(line.lows(first, first + 2)), " ".join(line.lows(first, first + 3))}
    if marker.kind in ("should", "must"):
        yield Opening(first, trigger, "proposed", "duty", marker.at)
        return
    if marker.kind != "shall" and phrase & words("words", "forecast"):
        return
    if marker.kind == "would" and not (
        promisers.told_by_official(line, marker.at, index) or _by_paper(line, marker.at)
    ):
        return
    yield Opening(first, trigger, "reported", "shall" if marker.kind == "shall" else "will", marker.at)


def _passed_on(line: Line, first: int) -> int | None:
    """What somebody will ask another state to do: "would ask Beijing to introduce"."""
    if line.low(first) not in ("ask", "urge", "request", "press", "call", "invite", "demand"):
        return None
    k = first + 1 + (line.low(first + 1) in ("on", "upon"))
    while line.low(k) in DETERMINERS:
        k += 1
    while line.covered(k, "state", "place", "office") is not None and k < first + 6:
        k += 1
    return verb_at(line, k + 1, "base") if line.low(k) == "to" and line.covered(k - 1) is not None else None


def _of_thing(
    line: Line, marker: _Marker, first: int, start: int, promisers: Promisers, index: int
) -> Iterator[Opening]:
    """ "the duty will be lifted from 1 July", "works are to begin in May", "trade should reach 900 million by 2030"."""
    if marker.kind in ("will", "would") and _binds(line, start, marker.at, first):
        yield Opening(first, line.slice(marker.at, first), "reported", "thing", marker.at, first, firm=True)
        return
    head = line.low(head_of(line, start, marker.at))
    if _no_thing(line, marker, first, start, head):
        return
    act, done = line.low(first), line.low(first + 1)
    grows = act in words("words", "growing") or (act in ("stay", "remain") and done == "at")
    if act == "be":
        done = _done(line, first)
        if not _to_be_done(done, head, marker):
            return
    elif not grows and act not in words("words", "beginning"):
        takes = line.lows(first, first + 2) == ["take", "place"] and head not in words("words", "gatherings")
        if marker.kind == "shall" and (
            takes or act not in words("words", "boilerplate") | words("words", "vague") | {"take"}
        ):
            yield Opening(first, line.slice(marker.at, first), "reported", "thing", marker.at, start, firm=True)
        return
    if marker.kind in ("should", "must") and act == "be":
        if (
            promisers.told_by_official(line, marker.at, index)
            and any(d.period and d.span.start > line.tokens[first].start for d in line.dates)
            and done not in ("noted", "recalled", "stressed")
        ):
            yield Opening(first, line.slice(marker.at, first), "proposed", "thing", marker.at, start)
        return
    if (
        act in ("run", "operate", "work")
        and marker.kind in ("will", "would")
        and "again" not in line.lows(first, first + 4)
    ):
        return
    official = promisers.told_by_official(line, marker.at, index) or _by_paper(line, marker.at)
    if marker.kind == "to" and line.low(marker.at) in ("was", "were") and not official:
        return
    if grows and marker.kind in ("will", "would") and not official:
        return
    if act != "be" and marker.kind == "would" and not official:
        return
    yield Opening(
        first,
        line.slice(marker.at, first),
        "proposed" if marker.kind == "should" else "reported",
        "thing",
        marker.at,
        start,
        firm=marker.kind in ("shall", "to", "due")
        or (act == "be" and marker.kind in ("will", "would") and promisers.told_by_official(line, marker.at, index))
        or _by_paper(line, marker.at),
    )


def _binds(line: Line, start: int, end: int, first: int) -> bool:
    """Whether a paper is to do something of itself: "the free trade agreement with Fiji will abolish the duty"."""
    head, act = head_of(line, start, end), line.low(first)
    if (
        act in _SAID_OF_PAPERS | words("words", "boilerplate") | words("words", "vague")
        or line.low(first + 1) in PREPOSITIONS
    ):
        return False
    return line.covered(head, "paper") is not None or line.low(head) in heads("papers") or line.low(head) in _PAPERS


def _no_thing(line: Line, marker: _Marker, first: int, start: int, head: str) -> bool:
    """Whether a subject is no thing that somebody is to make so: a session, prices, "there", "this"."""
    return (
        head in words("words", "gatherings") | _BY_THEMSELVES
        or other_kind(line, first)
        or line.low(marker.at - 1) in ("this", "that")
        or (line.low(marker.at - 1) == "it" and not _takes_up(line, marker, start))
        or (line.low(first) == "follow" and marker.kind in ("will", "would"))
        or line.low(start) in ("there", "this", "he", "she", "i", "who", "nobody", "no", "nothing")
    )


def _takes_up(line: Line, marker: _Marker, start: int) -> bool:
    """Whether "it" is a thing told of before that is to be something by a day: "It shall be delivered in March"."""
    ahead = any(d.period and d.span.start > line.tokens[marker.at].end for d in line.dates)
    return (
        start == marker.at - 1 and start < 4 and marker.kind != "would" and ahead and line.low(marker.act + 1) != "that"
    )


def _done(line: Line, first: int) -> str:
    """What is to be done with a thing, past adverbs: the participle behind "be"."""
    k = first + 1
    while line.low(k) in ADVERBS or line.low(k).endswith("ly"):
        k += 1
    return line.low(k)


def _to_be_done(done: str, head: str, marker: _Marker) -> bool:
    """Whether a participle behind "be" tells of a deed that somebody is to do."""
    deed = "pp" in _forms(done) or (done.endswith("ed") and done not in verbs())
    if marker.kind == "shall" and (done in _RULED or (deed and done in _RULED_DEEDS)):
        return True
    if done == "called" and head in ("tender", "tenders", "bids"):
        return True
    return (deed and done not in words("words", "told_of_things")) or done in words("words", "ready")


def starts_itself(line: Line, first: int) -> bool:
    """Whether a beginning has no object: "patrols will begin on 1 May"."""
    if line.low(first) not in words("words", "beginning") | words("words", "growing"):
        return False
    k = first + 1
    return (
        line.low(k) in PREPOSITIONS | {".", ",", "again", "next", "this", "and", "soon"}
        or line.covered(k, "date") is not None
    )


def _by_paper(line: Line, i: int) -> bool:
    """Whether a paper provides what a modal tells: "an accord under which Peru would release", "Under the deal, Peru would"."""
    for k in range(max(0, i - 14), i):
        if line.low(k) == "whereby" or (line.low(k) in ("under", "by", "in") and line.low(k + 1) == "which"):
            return any(line.low(n) in _PAPERS or line.low(n) in heads("papers") for n in range(max(0, k - 12), k))
    for k in range(i + 1, len(line.tokens) - 2):
        if (
            line.low(k) == "under"
            and line.low(k + 1) in ("the", "this", "a")
            and _PAPERS & set(line.lows(k + 2, k + 5))
        ):
            return True
    for k in range(max(0, i - 14), i):
        if line.low(k) == "under" and any(
            line.low(n) in _PAPERS or line.low(n) in heads("papers") for n in range(k + 1, min(k + 7, i))
        ):
            return True
    return False


def _forms(word: str) -> frozenset[str]:
    form = verbs().get(word)
    return form.forms if form is not None else frozenset()


def other_kind(line: Line, first: int) -> bool:
    """Whether what is to come is a session, a visit, an opening, an entry into force: other kinds tell it."""
    lows = line.lows(first, first + 3)
    if lows[:1] == ["meet"] and _RECURRING & set(line.lows(first, first + 12)):
        return False
    if set(line.lows(first, first + 4)) & {"session", "sessions", "meetings", "sittings"}:
        return True
    return bool(set(lows) & words("words", "other_kinds")) and "open" not in lows[1:2]


def of_headline(line: Line, i: int, promisers: Promisers) -> Iterator[Opening]:
    """A headline's future: "Peru to build dry port by 2027", "Exports to reach 800 MW", "lorries to be admitted from May"."""
    if any(line.finite(k) and not line.covered(k) for k in range(i)) or {":", "how", "what", "ways"} & set(
        line.lows(0, i)
    ):
        told = [k for k in range(i) if line.low(k) == ":"]
        if line.kind != "item" or not told or any(line.finite(k) for k in range(told[-1], i)):
            return
    first = verb_at(line, i + 1, "base")
    if first is None or other_kind(line, first) or line.low(first) in words("words", "elsewhere"):
        return
    if not line.tokens[i - 1].word and line.low(i - 1) not in (")", '"'):
        return
    if line.low(i - 1) in _DUE | {"agree", "agreed", "ready", "able", "plan", "plans"} or any(
        line.low(k) in _BE | _WILL for k in range(i + 2, len(line.tokens))
    ):
        return
    start = max((k + 1 for k in range(i) if line.low(k) in (":", "-", "—")), default=0)
    if line.low(first) == "be" or line.low(first) in words("words", "beginning") | words("words", "growing"):
        yield Opening(first, line.slice(i, i + 1), "reported", "noted", i, start)
    elif line.kind != "item" and promisers.actor_before(line, i, 0):
        if line.low(first) in words("words", "stative") | words("words", "forecast"):
            return
        yield Opening(first, line.slice(i, i + 1), "reported", "past", i)


def would_have(line: Line, i: int) -> Iterator[Opening]:
    """ "He would have the treasuries set up a fund"."""
    for k in range(i + 1, min(i + 9, len(line.tokens))):
        form = verbs().get(line.low(k)) or verbs().get(f"{line.low(k)} {line.low(k + 1)}")
        if form is not None and "base" in form.forms and k > i + 1 and not line.covered(k):
            yield Opening(k, line.slice(i - 1, i + 1), "proposed", "call", i, k, doer=k - 1)
            return
