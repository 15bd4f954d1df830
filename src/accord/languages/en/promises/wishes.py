"""What somebody wants of another, sets or threatens: ultimatums, requests for things, schedules, answers in kind."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages.en.promises.frames import deed_noun, wanted_thing
from accord.languages.en.promises.opening_words import ADVERBS, Opening, verb_at, words
from accord.languages.en.promises.subjects import subject_start
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.numbers import listed

__all__ = ["ANSWERS", "CLAIMING", "NO_THING", "answers", "claimed", "scheduled", "ultimatums"]

_BE = frozenset(listed("is are was were 's 're am been be"))
_GAVE = frozenset(listed("gave given gives giving"))
CLAIMING = frozenset(
    listed(
        "demanded demands demand demanding requested requests request sought seeks called calls asked asks press "
        "pressed pressing push pushed pushing lobbied lobby lobbying pleaded pleads wants want insisted insists"
    )
)
_FOR = frozenset(
    listed("called calls asked asks press pressed pressing push pushed pushing lobbied lobby lobbying pleaded pleads")
)
ANSWERS = frozenset(listed("response answer reply retaliation countermeasures reprisals"))
_COMING = frozenset(listed("follow come"))
_DUE = frozenset(listed("set due"))
_PROMISED = frozenset(("promised", "pledged"))
_SCHEDULED = frozenset(listed("planned foreseen scheduled envisaged envisioned slated programmed projected earmarked"))
NO_THING = frozenset(
    listed("calm restraint peace dialogue unity support cooperation respect patience talks solidarity clarification")
)


def scheduled(line: Line, i: int) -> Iterator[Opening]:
    """ "The purchase of 300 buses is planned for 2027", "two more lanes were promised for May"."""
    if line.low(i) not in _BE:
        return
    k = i + 1
    while line.low(k) in ADVERBS | {"currently", "still", "being"} or line.low(k).endswith("ly"):
        k += 1
    dated = line.low(k) in _DUE and line.low(k + 1) == "for" and line.covered(k + 2) is not None
    ahead = any(d.period and d.span.start > line.tokens[k].end for d in line.dates) if k < len(line.tokens) else False
    given = ahead and line.low(k) in _PROMISED
    planned = line.low(k) in _SCHEDULED and line.low(i) in ("is", "are")
    if not (planned or given or (dated and line.low(i) in ("is", "are"))) or line.low(k + 1) in ("to", "that"):
        return
    start = subject_start(line, i)
    told = set(line.lows(start, i))
    if line.covered(i - 1, "person", "office", "organisation") is not None:
        return
    counted = any(m.span in line.slice(start, i) for m in line.amounts) if start < i else False
    if (dated and not counted) or told & {"one", "ones", "next"}:
        return
    if given and told & {"we", "i", "you"}:
        return
    if start >= i or told & (words("words", "gatherings") | {"it", "he", "she", "there", "what", "this", "visit"}):
        return
    yield Opening(i, line.slice(i, k + 1), "reported", "noted", i, start)


def ultimatums(line: Line, i: int) -> Iterator[Opening]:
    """ "has until 1 May to reopen", "gave Chad 48 hours to withdraw", "gave Chad until Friday to withdraw"."""
    if line.low(i) in ("has", "have", "had"):
        if line.low(i + 1) != "until" and not line.covered(i + 1, "date"):
            return
        gave = i
    elif line.low(i) == "until":
        gave = next((k for k in range(i - 1, max(i - 6, -1), -1) if line.low(k) in _GAVE), -1)
        if gave < 0:
            return
    else:
        return
    for k in range(i + 2, min(i + 9, len(line.tokens))):
        if line.low(k) == "to" and (line.covered(k - 1, "date") is not None or line.low(i) == "until"):
            if (first := verb_at(line, k + 1, "base")) is not None:
                yield Opening(first, line.slice(i, i + 1), "proposed", "call", gave, doer=i - 1)
            return


def claimed(line: Line, i: int) -> Iterator[Opening]:
    """ "demanded a joint inquiry", "asked for full opening hours", "press for visa-free entry", "wants quotas lifted"."""
    low = line.low(i)
    before = {"'s", "of", "will", "would", "may", "could"} | ({"to"} if low not in _FOR else set())
    if low not in CLAIMING or line.low(i - 1) in DETERMINERS | before | _BE:
        return
    if low in ("asked", "asks") and (given := line.covered(i + 1, "state", "place")) is not None:
        at = next((k for k in range(i + 1, min(i + 5, len(line.tokens))) if line.covered(k) is not given), i)
        thing = wanted_thing(line, at + 1) if line.low(at) == "for" else None
        if thing is not None:
            yield Opening(thing, line.slice(i, i + 1), "proposed", "noun", i, thing, doer=at - 1)
        return
    calling = low in _FOR or line.low(i + 1) in ("for", "on")
    if calling != (line.low(i + 1) in ("for", "on")) or (low.startswith(("call", "ask")) and line.low(i + 1) == "on"):
        return
    start, trigger = i + 1 + calling, line.slice(i, i + 1)
    if low in ("wants", "want"):
        if (done := _to_be_done(line, start)) is not None:
            yield Opening(done, trigger, "proposed", "wish", i, start)
        return
    thing = wanted_thing(line, start) if deed_noun(line, start) is None else start
    if thing is None and calling and _described(line, start):
        thing = start
    if thing is None and calling and any(m.span.start == line.tokens[start].start for m in line.amounts):
        thing = start if "things" not in line.lows(start, start + 3) else None
    if thing is not None and not NO_THING & set(line.lows(thing, thing + 5)):
        yield Opening(thing, trigger, "proposed", "wish", i, thing)


def _to_be_done(line: Line, start: int) -> int | None:
    """The participle at the end of "quotas for its tea lifted", "the two posts reopened by May"."""
    for k in range(start + 1, min(start + 9, len(line.tokens) - 1)):
        form = verbs().get(line.low(k))
        if form is not None and "pp" in form.forms and "base" not in form.forms:
            ends = line.low(k + 1) in (".", ",", ";", "by", "before", "and", "from") or line.covered(k + 1, "date")
            return k if ends and line.low(k - 1) not in _BE and k - start < 8 else None
        if line.low(k) in (",", ";", "to", "that", "which", "who", "and"):
            return None
    return None


def _described(line: Line, k: int) -> bool:
    """Whether a thing told by more than one word stands at k: "full opening hours", "visa-free entry"."""
    near = line.lows(k, k + 6)
    token = line.tokens[k] if k < len(line.tokens) else None
    if token is None or not token.word or token.capital or line.covered(k) is not None:
        return False
    if near[0] in DETERMINERS | PREPOSITIONS | {"to", "that", "him", "her", "them", "it", "us", "me", "more", "better"}:
        return False
    empty = (
        NO_THING
        | words("words", "vague_objects")
        | words("words", "gatherings")
        | {"help", "backing", "time", "comment", "things"}
    )
    second = line.tokens[k + 1] if k + 1 < len(line.tokens) else None
    return (
        second is not None
        and (second.word or second.text == "-")
        and second.low not in PREPOSITIONS
        and not empty & set(near)
    )


def answers(line: Line, i: int) -> Iterator[Opening]:
    """ "a response of the same kind would follow", "a mirror answer will not be long in coming"."""
    if line.low(i) not in ANSWERS or line.covered(i) is not None:
        return
    for k in range(i + 1, min(i + 8, len(line.tokens) - 1)):
        if line.low(k) in ("will", "would"):
            coming = line.low(k + 1) in _COMING or (line.low(k + 1) == "not" and "long" in line.lows(k + 2, k + 5))
            start = subject_start(line, k)
            if coming and start <= i:
                yield Opening(k + 1, line.slice(k, k + 1), "reported", "thing", k, start, firm=True)
            return
        if line.low(k) in (",", ";", ".") or line.finite(k):
            break
    if (
        line.lows(i - 5, i - 1)[:3]
        and "there" in line.lows(max(0, i - 6), i)
        and {"will", "would"} & set(line.lows(max(0, i - 5), i))
    ):
        yield Opening(i, line.slice(i, i + 1), "reported", "thing", i, subject_start(line, i), firm=True)
