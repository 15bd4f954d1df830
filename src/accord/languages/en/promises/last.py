"""The last reader of promises: frames that tell of what is to come, where no promising word was found in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from accord.languages.en.promises.frames import deed_noun, that_clauses, wanted_thing
from accord.languages.en.promises.modals import MARKERS, marker_at, other_kind
from accord.languages.en.promises.opening_words import ADVERBS, Opening, hypothetical, verb_at, words
from accord.languages.en.promises.openings import promising
from accord.languages.en.promises.promiser_words import AUXILIARIES
from accord.languages.en.promises.promisers import Promisers
from accord.languages.en.promises.subjects import subject_start
from accord.languages.en.promises.wishes import ANSWERS, CLAIMING, NO_THING, answers, claimed, scheduled, ultimatums
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line, heads
from accord.languages.en.values.numbers import listed

__all__ = ["last_openings"]

_BE = frozenset(listed("is are was were 's 're am been be"))
_WEIGHING = frozenset(listed("considering weighing studying mulling contemplating examining exploring eyeing debating"))
_WEIGHS = frozenset(listed("mulls weighs eyes mulled weighed eyed contemplates considers considered"))
_GIVING = frozenset(
    listed("providing contributing committing extending donating lending granting sending supplying")
    + listed("preparing deploying")
)
_DENYING = frozenset(listed("denied denies deny denying dismissed dismisses rejected rejects refuted"))
_RUMOURS = frozenset(
    listed("reports report claims claim suggestions suggestion rumours rumors rumour allegations speculation that talk")
    + listed("having plans plan intention intentions any it")
)
_JUDGING = frozenset(listed("consider considers considered deem deems deemed find finds found think thinks thought"))
_FITTING = frozenset(
    listed("possible necessary expedient appropriate advisable desirable essential useful imperative vital urgent")
    + listed("crucial indispensable important")
)
_MINDING = frozenset(  # asks for thought, not for a deed
    listed(
        "understand note remember realise realize recognise recognize know see say mention stress emphasise emphasize"
    )
    + listed("point recall acknowledge add consider think bear ask clarify distinguish admit observe")
)
_PROVIDING = frozenset(listed("envisages envisaged envisage foresees foresaw foresee stipulates stipulated stipulate"))
_PROVIDES = frozenset(listed("provides provided provide calls called call"))
_SCHEMES = frozenset(
    listed("deal accord pact memorandum contract roadmap programme program initiative scheme project proposal bid")
    + listed("measures steps campaign strategy blueprint arrangement drive effort efforts push")
)
_RAISING = frozenset(
    listed("raise increase bring boost double triple quadruple lift expand take grow halve cut reduce")
)
_RAISINGS = frozenset(listed("raising increasing bringing boosting doubling tripling lifting expanding taking halving"))
_POSSIBLE = frozenset(listed("may might could can"))
_HAPPENING = frozenset(
    listed(
        "come follow leave return pass move disappear vanish end finish close shut fall get shift expand ship arrive reach"
    )
)
_RULING = frozenset(
    listed(
        "settled stipulated stipulates determined established arranged fixed provided provides ruled ordained specifies"
    )
    + listed("specified understood foresees envisages concluded laid-down")
)
_APPROVING = frozenset(
    listed("approved endorsed authorised authorized sanctioned approve approves endorses authorises")
)
_GRANTS = frozenset(listed("grant loan credit package purchase donation"))
_AGREEING = frozenset(listed("agreed consented agree agrees commits"))
_OFFERING = frozenset(listed("offers offered promises promised pledges pledged guarantees guaranteed"))
_EMPTY = frozenset(
    listed(
        "condolences congratulations prayers thanks assistance apologies sympathy opportunities mediation much little"
    )
    + listed("them him her us it more no nothing everything what insights advice criticism few many only them")
)
_DONE = frozenset(  # an infinitive behind these tells no more than what is, was or may be
    listed(
        "failed fails fail tried tries try managed manages continued continues continue began begins begin started starts"
    )
    + listed(
        "helping trying struggling attempting came comes come used seems seemed appears appeared helped helps served serves went goes able unable likely"
    )
    + listed(
        "unlikely easy hard difficult first last said believed reported known thought alleged proud happy pleased glad"
    )
    + listed(
        "honoured honored delighted sorry sad surprised has have had is are was were be not going ought need needs due"
    )
    + listed(
        "according related thanks due similar next close close adjacent prior subject attributed linked led leads up"
    )
    + listed(
        "refer refers respond responded return returned travelled traveled moved amounted amounts rose fell grew increased"
    )
    + listed(
        "supposed claimed claims purports happens tends tend struggled struggles stopped paused dared forced obliged"
    )
    + listed(
        "sent brought taken given added handed committed addressed referred turned exported delivered supplied sold"
    )
    + listed(
        "belongs belonged owed contributed contributes reacted reacts objected opposed limited free enough right and as"
    )
)
_CUES = (
    _BE
    | _WEIGHS
    | _DENYING
    | _JUDGING
    | _PROVIDING
    | _PROVIDES
    | _SCHEMES
    | CLAIMING
    | _POSSIBLE
    | _AGREEING
    | {"earmarked", "aside", "with", "right"}
    | _RULING
    | _APPROVING
    | _OFFERING
    | ANSWERS
    | {"shall", "must", "due", "set", "scheduled", "'ll"}
    | {"to", "of", "at", "for", "towards", "has", "have", "had", "until", "expected", "will", "would", "shall"}
)


def last_openings(line: Line, promisers: Promisers, index: int) -> Iterator[Opening]:
    """What is likely a promise in a sentence that gave none, from left to right."""
    if line.text[line.span.end - 2 : line.span.end].strip().endswith("?") or line.low(0) in ("if", "unless", "were"):
        return
    readers = _readers()
    for i, token in enumerate(line.tokens):
        if token.low not in readers or i == 0:
            continue
        directed = _directed(line, i, promisers, index) if token.low == "to" else ()
        for opening in [*directed, *(found for reader in readers[token.low] for found in reader(line, i))]:
            if opening.status == "denied" or not (
                hypothetical(line, opening.verb) or _DENYING & set(line.lows(0, opening.verb))
            ):
                yield replace(opening, last=True)


@cache
def _readers() -> Mapping[str, tuple[Callable[[Line, int], Iterator[Opening]], ...]]:
    """The readers that each word may open something for, in their order; infinitives have one of their own."""
    cues = (
        (_RULING | _APPROVING | _AGREEING | _OFFERING | {"with"}, _settled),
        (_BE | _WEIGHS | _DENYING, _deliberated),
        (_BE, scheduled),
        (_JUDGING | {"is", "was", "expected"}, _judged),
        (MARKERS, _to_come),
        (_PROVIDING | _PROVIDES | _SCHEMES, _of_paper),
        (frozenset(("earmarked", "aside", "to", "of", "at", "for", "towards")), _aimed),
        (frozenset(("has", "have", "had", "until")), ultimatums),
        (CLAIMING, claimed),
        (ANSWERS, answers),
    )
    return {word: tuple(reader for words, reader in cues if word in words) for word in _CUES}


def _deliberated(line: Line, i: int) -> Iterator[Opening]:
    """ "is considering a ban", "mulls building", "is providing 68 million", "denied that it would raise the duty"."""
    low = line.low(i)
    k = i + 1
    while line.low(k) in ADVERBS | {"still", "currently", "already", "actively"} or line.low(k).endswith("ly"):
        k += 1
    trigger = line.slice(i, min(k + 1, len(line.tokens)))
    weighs = low in _WEIGHS and line.low(i - 1) not in DETERMINERS
    if (low in _BE and line.low(k) in _WEIGHING) or weighs:
        after = (k + 1) if not weighs else i + 1
        first = after if line.low(after) == "building" else verb_at(line, after, "ing")
        if first is not None:
            yield Opening(first, trigger, "proposed", "soft", i, told=True)
        elif (thing := wanted_thing(line, after)) is not None:
            yield Opening(thing, trigger, "proposed", "noun", i, thing, told=True)
    elif low in _BE and low not in ("been", "be") and line.low(k) in _GIVING:
        if any(m.type == "amount" and m.span.start >= line.tokens[k].start for m in line.amounts):
            yield Opening(k, trigger, "reported", "firm", i, told=True)
    elif low in _DENYING and line.low(i + 1) in _RUMOURS:
        yield from _denied(line, i)


def _denied(line: Line, i: int) -> Iterator[Opening]:
    trigger = line.slice(i, i + 1)
    for k in range(i + 1, min(i + 14, len(line.tokens) - 1)):
        if line.low(k) in ("would", "will"):
            yield Opening(k + 1, trigger, "denied", "firm", k, doer=k - 1)
            return
        if line.low(k) == "to" and line.low(k - 1) in (
            "about",
            "plans",
            "planning",
            "intends",
            "plan",
            "intention",
            "preparing",
        ):
            if (first := verb_at(line, k + 1, "base")) is not None:
                yield Opening(first, trigger, "denied", "firm", i)
            return


def _directed(line: Line, i: int, promisers: Promisers, index: int) -> Iterator[Opening]:
    """An infinitive that hangs on a verb or an adjective of which no completed deed is told: "threatens to reroute"."""
    if line.low(i) != "to":
        return
    k = i - 1
    if line.low(k) == "right" and line.low(k - 2).startswith("reserv"):
        if (first := verb_at(line, i + 1, "base")) is not None:
            yield Opening(first, line.slice(k - 2, i), "proposed", "soft", k - 2, told=True)
        return
    while k > 0 and (line.low(k) in ADVERBS or line.low(k).endswith("ly")):
        k -= 1
    low, form = line.low(k), verbs().get(line.low(k))
    first = verb_at(line, i + 1, "base")
    if (
        first is None
        or low in _DONE
        or low in promising()
        or line.low(first) in words("words", "elsewhere") | words("words", "stative")
    ):
        return
    at = k
    while at > 0 and line.low(at - 1) in AUXILIARIES | {"being", "would", "will", "who", "which"}:
        at -= 1
    if form is None and not (line.low(k - 1) in _BE or line.low(k - 2) in _BE):
        return
    if (
        form is not None
        and not {"past", "s", "ing", "pp"} & form.forms
        and line.low(k - 1) not in ("they", "sides", "countries", "governments", "both")
    ):
        return
    if line.tokens[k].capital or line.covered(k) is not None or not promisers.actor_before(line, at, index):
        return
    if low.startswith(("refus", "declin")) or "not" in line.lows(at, k):
        return
    yield Opening(first, line.slice(k, i), "proposed", "soft", k, told=True)


def _to_come(line: Line, i: int) -> Iterator[Opening]:
    """Anything that will, shall, must be so: "the fence shall come down by May", "the dam will be delivering from 2028"."""
    marker = marker_at(line, i)
    if (
        marker is None
        or line.low(marker.act) in ("not", "never")
        or line.low(marker.at - 1) in ("which", "that", "who")
    ):
        return
    first = marker.act
    while line.low(first) in ADVERBS or line.low(first).endswith("ly"):
        first += 1
    start = subject_start(line, marker.at)
    named = set(line.lows(start, marker.at))
    if start >= marker.at or named & (
        words("words", "gatherings") | {"there", "it", "he", "she", "i", "you", "who", "this"}
    ):
        return
    act = line.low(first)
    if act == "be" and (line.low(first + 1).endswith("ing") or line.low(first + 1) == "able"):
        act = line.low(first + 1)
    known = verbs().get(act)
    wrong = (
        words("words", "stative") | words("words", "elsewhere") | words("words", "forecast") | words("words", "speech")
    )
    if line.lows(first, first + 2) == ["get", "under"]:
        wrong -= {"get"}
    if marker.kind == "would" or (
        marker.kind == "will" and act not in _HAPPENING and line.low(first) not in ("be", "have")
    ):
        return
    if (
        known is None
        or act in words("words", "growing") | wrong | {"be", "take", "expire", "last", "continue"}
        or other_kind(line, first)
    ) and (line.lows(first, first + 2) != ["have", "been"] or line.low(marker.at) in ("was", "were")):
        return
    yield Opening(first, line.slice(marker.at, first), "reported", "noted", marker.at, start)


def _judged(line: Line, i: int) -> Iterator[Opening]:
    """ "consider it possible to bring", "it is necessary to open", "is expected to be finished by 2027"."""
    low = line.low(i)
    if low in _JUDGING and line.low(i + 1) == "it" and line.low(i + 2) in _FITTING and line.low(i + 3) == "to":
        if (first := verb_at(line, i + 4, "base")) is not None:
            yield Opening(first, line.slice(i, i + 1), "reported", "firm", i, told=True)
    elif low in ("is", "was") and line.low(i - 1) == "it" and line.low(i + 1) in _FITTING and line.low(i + 2) == "to":
        if (first := verb_at(line, i + 3, "base")) is not None and line.low(first) not in _MINDING:
            yield Opening(first, line.slice(i, i + 1), "proposed", "call", i)
    elif low == "expected" and line.low(i - 1) in _BE and line.low(i + 1) == "to":
        first = i + 2
        start = subject_start(line, i - 1)
        passive = line.low(first) == "be" and not other_kind(line, first)
        if (passive or line.low(first) in words("words", "beginning")) and start < i - 1:
            yield Opening(first, line.slice(i, i + 1), "reported", "thing", i - 1, start)


def _of_paper(line: Line, i: int) -> Iterator[Opening]:
    """ "the plan envisages the building of", "the accord provides for raising trade", "a deal to buy 300 buses"."""
    low = line.low(i)
    told = low in _PROVIDING or (low in _PROVIDES and line.low(i + 1) == "for")
    if told and line.low(i - 1) != "to":
        k = i + 1 + (line.low(i + 1) == "for")
        paper = any(
            line.low(n) in heads("papers") or line.low(n) in _SCHEMES or line.covered(n, "paper")
            for n in range(max(0, i - 12), i)
        )
        if not paper or line.covered(i, "paper") is not None:
            return
        first = verb_at(line, k, "ing")
        if first is None and (deed_noun(line, k) is not None or wanted_thing(line, k) is not None):
            yield Opening(k, line.slice(i, i + 1), "reported", "noun", i, k, firm=True)
        elif first is not None:
            yield Opening(first, line.slice(i, i + 1), "reported", "noun", i)
    elif low in _SCHEMES and line.low(i + 1) == "to" and not line.tokens[i].capital:
        first = verb_at(line, i + 2, "base")
        if first is not None and line.low(first) not in words("words", "elsewhere"):
            yield Opening(first, line.slice(i, i + 1), "reported", "past", i)


def _aimed(line: Line, i: int) -> Iterator[Opening]:
    """A quantity that is to reach a number: "to bring trade to $5 billion", "of doubling the turnover"."""
    low, after = line.low(i), line.low(i + 1)
    if low in ("earmarked", "aside") and any(
        m.type == "amount" and m.span.start == line.tokens[i + 1].start for m in line.amounts
    ):
        yield Opening(i + 1, line.slice(i, i + 1), "reported", "noun", i - (low == "aside"), i + 1, told=True)
        return
    raising = (low == "to" and after in _RAISING) or (
        low in ("of", "at", "for", "towards", "to") and after in _RAISINGS
    )
    if not raising:
        return
    aimed = any(
        m.type == "amount"
        and m.span.start > line.tokens[i + 1].start
        and line.text[: m.span.start]
        .rstrip()
        .endswith((" to", " above", " beyond", " past", " by", " least", " about"))
        for m in line.amounts
    )
    if aimed or after.startswith(("doubl", "tripl", "halv", "quadrup")):
        yield Opening(i + 1, line.slice(i, i + 2), "reported", "past", i)


def _settled(line: Line, i: int) -> Iterator[Opening]:
    """ "it was settled that Peru would pay", "approved the introduction of", "agreed to quarterly reports"."""
    low, trigger = line.low(i), line.slice(i, i + 1)
    if low in _RULING and line.low(i + 1) == "that":
        yield from that_clauses(line, i + 1, trigger, "reported", "firm", i, wished=True)
    elif (low in _APPROVING and line.low(i - 1) not in _BE and deed_noun(line, i + 1) is not None) or (
        low in _APPROVING and line.low(i + 1) in ("a", "an") and _GRANTS & set(line.lows(i + 2, i + 5))
    ):
        yield Opening(i + 1, trigger, "reported", "past", i, i + 1, told=True)
    elif low in _AGREEING and line.low(i + 1) == "to":
        thing = line.low(i + 2)
        if _plain(line, i + 2) and thing.endswith(("ly", "al", "er", "ed", "ic", "nt", "s", "y")):
            yield Opening(i + 2, trigger, "reported", "noun", i, i + 2, told=True)
    elif low in _OFFERING and _plain(line, i + 1) and line.low(i - 1) not in DETERMINERS | _BE:
        status = "proposed" if low.startswith("offer") else "reported"
        yield Opening(i + 1, trigger, status, "noun", i, i + 1, told=True)
    elif low == "with" and (k := next((n for n in range(i + 2, i + 8) if line.low(n) == "to"), None)) is not None:
        first = verb_at(line, k + 1, "base")
        if first is not None and not other_kind(line, first) and not any(line.finite(n) for n in range(i, k)):
            yield Opening(first, trigger, "reported", "noted", i, i + 1)


def _plain(line: Line, k: int) -> bool:
    """Whether a bare noun phrase stands at k: "free docking", "quarterly reports"."""
    near = line.lows(k, k + 5)
    token = line.tokens[k] if k < len(line.tokens) else None
    if token is None or not token.word or token.capital or line.covered(k) is not None or line.finite(k):
        return False
    if (
        near[0] in DETERMINERS | PREPOSITIONS | _EMPTY
        or near[0].endswith("ing")
        or near[0] in ("to", "that", "and", "by")
    ):
        return False
    return not (_EMPTY | NO_THING | words("words", "vague_objects") | words("words", "gatherings")) & set(near)
