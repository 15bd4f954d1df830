"""How sure an act is told to be: planned, proposed, denied, postponed, hypothetical."""

from __future__ import annotations

from accord.languages import patterns as re
from accord.languages.en.clauses.verbs import Verb, cues
from accord.languages.en.text.phrases import Line

__all__ = ["CALLED_OFF", "PUT_OFF", "by_governor", "deny", "governor_of", "noun_status", "put_off", "status_of"]

# Where no verb is read, words are searched for.
PUT_OFF = re.compile(
    r"(?<![\w-])(?:postpon\w+|defer(?:s|red|ring)?|shelv\w+|(?<!without )(?<!no )delay(?:s|ed|ing)?|re-?schedul\w+|(?:put|puts|putting) off|"
    r"h[eo]ld\w* (?:up|over)|(?:push\w*|moved|put|puts|putting) back|on (?:hold|ice)|adjourned sine die|(?-i:OFF))\b",
    re.IGNORECASE,
)
CALLED_OFF = re.compile(
    r"(?<![\w-])(?:cancel(?:l?ed|s|l?ing|lation)?|scrap(?:s|ped|ping)?|call\w* (?:it |them )?off|abandon\w*|"
    r"(?:will not|won't) (?:now )?(?:be held|take place|meet|convene|go ahead|happen))\b",
    re.IGNORECASE,
)


def status_of(line: Line, group: Verb, previous: Verb | None) -> str:
    chain = group.auxiliaries
    if any(a in ("not", "n't", "never", "cannot") for a in chain) or ("yet" in chain and "to" in chain):
        return "denied"
    if not cues("hypothetical").isdisjoint(line.lows(max(group.left - 2, 0), group.first)):
        return "hypothetical"
    modal = next(
        (
            a
            for a in chain
            if a in ("will", "shall", "would", "should", "could", "may", "might", "must", "ought", "needs")
        ),
        "",
    )
    if modal in cues("modal_planned") or modal == "would":
        return "planned"
    if modal in cues("modal_hypothetical"):
        return "hypothetical"
    if modal in cues("modal_proposed"):
        return "proposed"
    if group.form.lemma == "be" and line.low(group.end) in ("due", "expected", "scheduled"):
        return "planned"
    if "to" in chain and any(a in ("is", "are", "was", "were") for a in chain):
        return "planned"
    if (
        previous is not None
        and group.kind == "present"
        and "base" in group.form.forms
        and previous.form.lemma in cues("proposed")
        and any(line.low(k) == "that" for k in range(previous.end, group.first))
    ):
        return "proposed"
    if group.kind == "infinitive":
        if any(a in ("is", "are", "was", "were") for a in chain):
            return "planned"
        if previous is not None and previous.status == "reported" and "ceremony" in line.lows(0, group.first):
            return "reported"
        return _governed(line, group, previous, "planned")
    if group.kind == "ing" and line.low(group.first - 1) == "that":
        return "reported"
    if group.kind == "ing":
        return _governed(line, group, previous, previous.status if previous else "reported")
    return "reported"


def governor_of(line: Line, groups: list[Verb], i: int) -> Verb | None:
    """The verb that a verb hangs on: the one before, or, for ", doing ...", the last finite one."""
    earlier = groups[:i]
    if groups[i].kind == "ing" and line.low(groups[i].first - 1) == ",":
        return next((g for g in reversed(earlier) if g.kind not in ("infinitive", "ing")), None)
    if groups[i].kind == "ing" and line.low(groups[i].first - 1) == "and" and earlier and earlier[-1].kind == "ing":
        return None if earlier[-1].status == "reported" else earlier[-1]
    return earlier[-1] if earlier else None


def _governed(line: Line, group: Verb, previous: Verb | None, otherwise: str) -> str:
    """The status that a noun or verb before gives to "to do", "doing" ("agreed to open", "the necessity of opening")."""
    for i in range(group.first - 1, max(group.first - 4, group.left - 1, -1), -1):
        low = line.low(i)
        if low in ("after", "before", "since", "by"):
            return "reported"
        for status in ("proposed", "planned", "denied"):
            if low in cues(f"{status}_nouns") and (status != "denied"):
                return status
        if low in ("ready", "interested", "willing", "keen", "eager", "able"):
            return "proposed"
        if low in ("due", "set", "scheduled", "slated", "expected", "poised"):
            return "planned"
    if previous is not None:
        found = by_governor(previous)
        if found:
            return found if previous.status in ("reported", found) else previous.status
    return otherwise


def by_governor(verb: Verb) -> str:
    for status in ("denied", "postponed", "cancelled", "planned", "proposed"):
        if verb.form.lemma in cues(status):
            return status
    return ""


_UNFOUNDED = re.compile(
    r"\b(?:reports?|rumou?rs?|claims?|allegations?)\b.*\b(?:is|are|was|were) (?:un\w+|false|wrong|baseless|not true|groundless|fabricated)\b",
    re.IGNORECASE,
)
_CONTRARY = re.compile(
    r"\bthere (?:is|was|were|are) (?:no|never any|never a|not any) (?:plans?|intention|question)\b", re.IGNORECASE
)
_THAT = frozenset(
    "that report reports rumour rumours rumor rumors claim claims message messages allegation allegations having".split()
)


def deny(line: Line, groups: list[Verb]) -> None:
    """What somebody denies, or what is called unfounded, is denied."""
    unfounded = bool(_UNFOUNDED.search(line.text, line.span.start, line.span.end))
    contrary = _CONTRARY.search(line.text, line.span.start, line.span.end)
    for i, group in enumerate(groups):
        if contrary and line.tokens[group.main].start > contrary.start():
            group.status = "denied"
        if unfounded and group.form.lemma != "be":
            group.status = "denied"
        for earlier in groups[:i]:
            negating = "deny" in earlier.form.concepts and earlier.status == "reported" and not earlier.passive
            if negating and any(line.low(k) in _THAT for k in range(earlier.end, group.first)):
                group.status = "denied"


def put_off(line: Line, groups: list[Verb]) -> None:
    """What was planned and, later in the sentence, is said to be postponed or cancelled."""
    for i, group in enumerate(groups):
        status = by_governor(group)
        if status in ("postponed", "cancelled") and group.status == "reported" and group.passive:
            for earlier in groups[:i]:
                between = line.lows(earlier.end, group.first)
                if earlier.status == "planned" and not {";", "while", "but", "whereas"} & set(between):
                    earlier.status = status


def noun_status(line: Line, noun: Verb, governor: Verb | None, groups: list[Verb]) -> str | None:
    """How sure the act is that a noun names; None where the noun names a paper ("instruments of ratification")."""
    if "ratify" in noun.form.concepts and line.low(noun.main - 2) in ("instruments", "instrument"):
        return None
    told = _told_before(line, noun) or _told_behind(line, noun, governor, groups)
    if told or governor is None:
        return told or "reported"
    if governor.main > noun.main and not _happens(line, governor):
        return "reported"
    if (governor.passive and governor.first > noun.main) or governor.main < noun.main:
        found = by_governor(governor)
        if found and governor.form.lemma not in _PRESUPPOSING:
            talked_over = governor.form.lemma in _TALKING and noun.form.concepts[0] in ("visit", "meet")
            return "reported" if talked_over and found in ("planned", "proposed") else found
    return governor.status


def _told_before(line: Line, noun: Verb) -> str:
    """What the words before a noun say: "the planned visit", "a proposal for the opening", "during the visit"."""
    for i in range(noun.main - 1, max(noun.main - 6, -1), -1):
        low = line.low(i)
        if low in ("and", ",", "or", ";", "—") or line.covered(i, "date", "person"):
            break
        linked = line.low(i + 1) in ("of", "to", "for", "on", "in", "regarding", "about", "concerning")
        if linked and low in cues("proposed_nouns"):
            return "proposed"
        if linked and low in cues("planned_nouns"):
            return "planned"
        if low in _BEFORE_NOUN:
            return _BEFORE_NOUN[low]
    return ""


def _told_behind(line: Line, noun: Verb, governor: Verb | None, groups: list[Verb]) -> str:
    """What follows a noun says: ", planned for May," and a later "has been postponed"."""
    put_off_later = [g for g in groups if by_governor(g) in ("postponed", "cancelled")]
    for i in range(noun.end, min(noun.end + 14, len(line.tokens) - 1)):
        if line.low(i) == "," and line.low(i + 1) in _SCHEDULED and governor not in put_off_later:
            later = next((g for g in put_off_later if g.main > i + 1), None)
            return by_governor(later) if later else "planned"
    passive = next((g for g in put_off_later if g.main > noun.main and g.passive), None)
    if passive is not None and not {";", "while", "but", "whereas", "and"} & set(line.lows(noun.end, passive.first)):
        return by_governor(passive)
    slipped = next((i for i in range(noun.end, len(line.tokens)) if line.low(i) in _SLIPS), None)
    if slipped is not None and not {";", "while", "but", "whereas", "and", ","} & set(line.lows(noun.end, slipped)):
        return "postponed"
    return ""


def _happens(line: Line, governor: Verb) -> bool:
    """Whether the verb behind a noun tells of its happening ("is expected in May") rather than of what it brings ("is
    expected to foster trade")."""
    following = line.low(governor.end + 1)
    brings = (
        line.low(governor.end) == "to"
        and following not in _BEGINNINGS | {"next", "later", "a", "the", "an"}
        and not line.covered(governor.end + 1, "date")
    )
    return governor.form.lemma in _HAPPEN and not brings


_BEFORE_NOUN = {
    **dict.fromkeys(("planned", "upcoming", "forthcoming", "future", "next", "expected", "scheduled"), "planned"),
    **dict.fromkeys(("during", "after", "following"), "reported"),
    "possible": "hypothetical", "proposed": "proposed", "postponed": "postponed", "cancelled": "cancelled", "canceled": "cancelled",
}  # fmt: skip
_SCHEDULED = frozenset("planned scheduled foreseen due expected set slated".split())
_SLIPS = frozenset("slip slips slipped slipping".split())  # "the signing slipped to August"
_PRESUPPOSING = frozenset("set support note stress emphasise emphasize underline underscore highlight".split())
_TALKING = frozenset("discuss address examine negotiate explore consider".split())
_BEGINNINGS = frozenset("be take start begin happen open resume last follow come".split())
_HAPPEN = frozenset(
    "host receive defer reschedule put-off put-back push-back hold-up hold-over shelve call-off drop take happen hold occur start begin be schedule plan expect postpone cancel convene follow open slate set delay".split()
)
