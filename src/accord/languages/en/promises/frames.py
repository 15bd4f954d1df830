"""What follows a promising word: "to raise", "on the opening of", "that the posts be staffed", "20 million dollars"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accord.document import Span
from accord.languages.en.promises.asides import aside_at
from accord.languages.en.promises.modals import marker_at, other_kind, starts_itself
from accord.languages.en.promises.opening_words import ADVERBS, Opening, verb_at, words
from accord.languages.en.promises.subjects import acting, head_of, subject_start
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.numbers import listed

__all__ = ["Act", "act_after", "bare_clause", "deed_noun", "passive_object", "that_clauses", "thing_after"]

_REACH = 9  # tokens between a promising verb and its "to"
_FAR = 18  # the same where whoever is instructed stands between
_MADE = ("tion", "sion", "ment", "ance", "ence", "ition")
_DEEDS = frozenset(
    listed(
        "opening reopening resumption launch supply delivery exchange return release removal abolition lifting renewal "
        "withdrawal dispatch transfer handover repair purchase sale building rebuilding widening paving dredging "
        "training signing setting doubling tripling raising cutting halving easing waiver upgrade start beginning "
        "disposal approval deployment pull-back use presence survey closure reduction"
    )
)
_NO_DEEDS = frozenset(
    listed(
        "suspicion invitation occasion opinion intention absence evidence accusation allegation information indication "
        "strengthening deepening implementation importance existence absence presence need necessity government "
        "occasion position question condition conditions situation relation agreement statement document department "
        "organisation organization region nation population parliament moment instrument element violation "
        "continuation intensification settlement interests state visit meeting session round stage basis principle field"
    )
)
_SAYINGS = frozenset(  # what is joint and yet no work
    listed(
        "statement declaration communique communiqué position session meeting commission committee council venture letter visit"
    )
)
_NO_OBJECT = frozenset(
    listed(
        "us them him her me you to that and or a an the its their which who will would has have had is was were not on"
    )
)
_FIGURES = frozenset(listed("exports imports trade turnover commerce sales purchases deliveries supplies investment"))
_TIMES = frozenset(listed("years months days hours weeks minutes"))
_COUNTS = frozenset(listed("a an another two three four five $ € £ us more further"))
_HELP = frozenset(listed("assistance training scholarships loans funding grants expertise equipment"))
_TOLD = frozenset(listed("link links flight flights meeting visit summit session talks round conference copy letter wreath toast dinner lunch gift condolences apology apologies explanation toast"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be done: the token of its verb, where its words begin, and whoever is to do it."""

    first: int
    head: int
    doer: int = -1
    noun: bool = False


def act_after(line: Line, i: int, stop: str, *, others: bool = False) -> Act | None:
    """The act behind a promising word at i - 1; `others`: those told to do it stand between ("tasked the experts to")."""
    for k in range(i, min(i + (_FAR if others else _REACH), len(line.tokens))):
        low = line.low(k)
        if low == "to" and line.low(k - 1) in ("itself", "themselves") and line.low(k + 1) in ("a", "an", "the"):
            return Act(k + 1, k + 1)
        if low == ":" and k == i and line.low(k + 1) == "to":
            continue
        if low == "and" and line.low(k + 1) == "to" and line.low(i) == "to" and k > i + 1:
            continue  # "committed to a settlement and to open"
        if low in ("view", "eye", "aim") and line.low(k - 2) == "with":
            return None
        if low in (stop, ".", ";", ":", "which", "who", '"') or (low == "and" and not others):
            return None
        quoted = low == "to" and line.low(k + 1) == '"'
        if (
            low == "to"
            and (first := verb_at(line, k + 1 + quoted, "base") or verb_at(line, k + 1 + quoted, "ing")) is not None
        ):
            unsaid = next((n for n in (k - 1, k + 1) if line.low(n) == "not"), first)
            return Act(first, unsaid, k - 1 if k > i else -1)
        if (
            low in ("on", "in", "for", "of", "with", "upon", "at", "towards")
            and (first := verb_at(line, k + 1, "ing")) is not None
        ):
            if line.low(first) in _NO_DEEDS or line.low(first + 1) == "of":
                continue
            return Act(first, first, k - 1 if k > i else -1)
        if not others and low in ("on", "for", "to", "upon") and deed_noun(line, k + 1) is not None:
            return Act(k + 1, k + 1, noun=True)
        if k > i and low not in ADVERBS and line.finite(k) and not line.covered(k) and low != "as":
            return None
    return None


def deed_noun(line: Line, k: int) -> int | None:
    """The noun of doing that heads the phrase at k: "the early completion of", "a joint survey of"."""
    for n in range(k, min(k + 5, len(line.tokens))):
        low = line.low(n)
        of = line.low(n + 1) == "of" or (
            line.low(n + 1) in ("up", "out", "off", "down", "over") and line.low(n + 2) == "of"
        )
        if n > k and line.low(n - 1) == "joint" and _work(line, k, n):
            return n
        if of and (low in _DEEDS or low.endswith(_MADE) or line.low(n + 1) != "of") and low not in _NO_DEEDS:
            return n
        if low in PREPOSITIONS or not line.tokens[n].word or line.finite(n):
            return None
    return None


def _work(line: Line, k: int, n: int) -> bool:
    """Whether a joint thing named at n is a work to be done: "a joint probe", not "a joint statement"."""
    ends = line.low(n + 1) in PREPOSITIONS | {",", ".", "to", "and"} or line.covered(n + 1, "date") is not None
    return line.low(k) in DETERMINERS and ends and line.low(n) not in _SAYINGS


def that_clauses(
    line: Line, i: int, trigger: Span, status: str, strength: str, verb: int, *, wished: bool
) -> Iterator[Opening]:
    """What "agreed that A would do B and that C be done" promises; `wished`: bare verbs are told of ("that Peru open")."""
    for at in _thats(line, i):
        found = _that(line, at, trigger, status, strength, verb, wished)
        if found is not None:
            yield found


def _thats(line: Line, i: int) -> Iterator[int]:
    far = 16 if line.low(i) in ("during", "at", "in", "on", "by", "with") else 8  # "it was agreed during a call that"
    for k in range(i, min(i + far, len(line.tokens))):
        if line.low(k) == "that":
            yield k + 1
            for n in range(k + 3, len(line.tokens) - 2):
                if line.low(n) in ("and", ",") and line.low(n + 1) == "that":
                    yield n + 2
            return
        if line.low(k) in (".", ",", ";", "to"):
            return


def _that(line: Line, at: int, trigger: Span, status: str, strength: str, verb: int, wished: bool) -> Opening | None:
    """B by A where A can act, else A itself by those who agreed."""
    passed = at
    for k in range(at + 1, min(at + 36, len(line.tokens))):
        aside = aside_at(line, k, len(line.tokens))
        passed = max(passed, aside[1]) if aside is not None else passed
        if k <= passed or (k > at + 23 and passed == at):
            continue
        low = line.low(k)
        marker = marker_at(line, k)
        if marker is not None and marker.at >= k:
            return _by_modal(line, at, marker.at, marker.act, marker.kind, trigger, status, strength, verb)
        if low == "be" and k + 1 < len(line.tokens):
            dated = any(d.period and d.span.start > line.tokens[k].start for d in line.dates)
            if other_kind(line, k) and not (dated and line.low(k + 1) == "signed"):
                return None
            return Opening(k, trigger, status, strength, verb, at, firm=True)
        known = verbs().get(low) or verbs().get(f"{low} {line.low(k + 1)}")
        if (
            wished
            and low not in words("words", "stative")
            and known is not None
            and "base" in known.forms
            and (doer := _before_adverbs(line, k)) > at
            and acting_before(line, at, doer)
        ):
            return Opening(k, trigger, status, strength, verb, k, doer=doer - 1, firm=True)
        if low in ("that", "which", "who") and line.finite(k + 1) and line.tokens[k - 1].word:
            continue  # "the training which began in 2021"
        if low in (";", "that", "which") or (low == "and" and k > at + 10):
            return None
    return None


def bare_clause(line: Line, i: int, trigger: Span, status: str, strength: str, verb: int) -> Opening | None:
    """What is promised without "that": "swore the killers would be caught", "promised Peru would pay"."""
    for k in range(i + 1, min(i + 10, len(line.tokens))):
        if line.low(k) in (",", ";", "to", "that", "for", "by") or line.low(k) == '"':
            return None
        marker = marker_at(line, k)
        if marker is not None and marker.kind in ("will", "would"):
            if line.low(k - 1) in ("it", "this", "that", "there") and line.low(marker.act) == "be":
                return None
            return _by_modal(line, i, marker.at, marker.act, marker.kind, trigger, status, strength, verb)
        if line.finite(k) and not line.covered(k):
            return None
    return None


def _before_adverbs(line: Line, k: int) -> int:
    """The token at which the adverbs before a verb begin: "that Peru further open"."""
    while line.low(k - 1) in ADVERBS or line.low(k - 1).endswith("ly"):
        k -= 1
    return k


def _by_modal(
    line: Line, at: int, aux: int, act: int, kind: str, trigger: Span, status: str, strength: str, verb: int
) -> Opening | None:
    first = act
    while line.low(first) in ADVERBS and line.low(first) != "not":
        first += 1
    opens = line.low(first) == "open" and line.low(first + 1) in DETERMINERS and acting_before(line, at, aux)
    if other_kind(line, first) and not opens:
        return None
    if {line.low(at), line.low(aux - 1)} & {"there", "nothing", "nobody"}:
        return None
    actor = acting_before(line, at, aux) and line.low(first) not in ("be", "not") and not starts_itself(line, first)
    own = "proposed" if kind == "should" else status
    named = actor and line.covered(aux - 1, "state", "person", "office") is not None
    return Opening(
        first, trigger, own, strength, verb, first if actor else at, doer=aux - 1 if named else -1, firm=True
    )


def acting_before(line: Line, at: int, k: int) -> bool:
    """Whether the subject between tokens at and k can act: a state, its officials, the sides, a team."""
    lows = set(line.lows(at, k))
    if lows & {"they", "it", "we", "he", "she", "both", "party"}:
        return True
    mention = line.covered(k - 1, "state", "person", "office")
    if mention is not None and not mention.form.startswith("demonym"):
        return line.low(at - 1) != "of" and not _of(line, at, k)
    start = max(at, subject_start(line, k))
    return start < k and acting(line, head_of(line, start, k))


def _of(line: Line, at: int, k: int) -> bool:
    """Whether the state before k hangs on a thing: "the sale of gas to Peru"."""
    head = head_of(line, at, k)
    return head < k - 1 and line.low(head + 1) in PREPOSITIONS and not acting(line, head)


def passive_object(line: Line, i: int) -> tuple[int, int] | None:
    """ "wants the levy cut to half", "that ferry sailing": where the thing begins, and what is to be done with it."""
    if line.low(i) not in DETERMINERS:
        return None
    for k in range(i + 2, min(i + 8, len(line.tokens))):
        known = verbs().get(line.low(k))
        if (known is not None and "pp" in known.forms) or line.low(k) in ("running", "working", "open", "operating"):
            return i, k
        if line.low(k) in PREPOSITIONS | {"to", "and", ","} or line.finite(k):
            return None
    return None


def wanted_thing(line: Line, i: int) -> int | None:
    """What is wanted as a thing: "a 24-hour hotline", "an extra lane", "new scanners at the post"."""
    if line.low(i) not in ("a", "an", "new", "more", "extra", "additional", "joint") or line.covered(i) is not None:
        return None
    near = line.lows(i, i + 7)
    if _TOLD & set(near) or words("words", "vague_objects") & set(near) or words("words", "gatherings") & set(near):
        return None
    if len(near) < 4 or not any(line.tokens[k].word for k in range(i + 1, min(i + 3, len(line.tokens)))):
        return None
    return None if {"better", "good", "say", "chance", "role", "lot", "solution", "end"} & set(near) else i


def thing_after(line: Line, i: int, *, sums: bool = False) -> int | None:
    """What is pledged or proposed as a thing: "a ferry service", "20 million dollars"; `sums`: amounts only."""
    k = i + (sums and line.low(i) in ("for", "at"))
    if line.covered(k, "state") and line.low(k + 1) != "'s":
        given = line.covered(k)
        while line.covered(k) is given:
            k += 1
        if not sums and line.low(k) in ("a", "an", "the") and not _TOLD & set(line.lows(k, k + 5)):
            return k
        if not sums and line.tokens[k : k + 1] and line.tokens[k].word and line.low(k) not in PREPOSITIONS | _NO_OBJECT:
            return k if not _TOLD & set(line.lows(k, k + 4)) else None
    if sums and line.low(k) in _FIGURES | {"bilateral", "annual", "mutual", "two"}:
        n = next(
            (n for n in range(k, min(k + 5, len(line.tokens))) if line.low(n) in ("of", "worth", "to", "at")), None
        )
        if n is not None and any(m.span.start == line.tokens[n + 1].start for m in line.amounts if m.type == "amount"):
            return k
    start = line.tokens[k].start if k < len(line.tokens) else -1
    if any(
        m.span.start <= start < m.span.end
        for m in line.amounts
        if m.type == "amount" and m.amount and m.amount.unit not in _TIMES
    ):
        return k
    if sums and any(m.span.start == start and m.amount and m.amount.value >= 1000 for m in line.amounts):
        return k
    if line.low(k) == "us" and line.low(k + 1) != "$":
        return None
    if (
        not sums
        and any(line.low(n) in _HELP for n in (k, k + 1))
        and set(line.lows(k, k + 6)) & {"in", "for", "to", "with"}
    ):
        return k  # "technical assistance in the transit of goods"
    if sums or not (line.low(k) in _COUNTS or line.low(k)[:1].isdigit()):
        return None
    return k if not _TOLD & set(line.lows(k, k + 4)) else None
