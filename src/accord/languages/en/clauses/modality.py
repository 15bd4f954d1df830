"""How sure an act is told to be: planned, proposed, denied, postponed, hypothetical."""

from __future__ import annotations

import re

from accord.languages.en.clauses.verbs import Verb, cues
from accord.languages.en.text.phrases import Line

__all__ = ["by_governor", "deny", "governor_of", "noun_status", "put_off", "status_of"]


def status_of(line: Line, group: Verb, previous: Verb | None) -> str:
    chain = group.auxiliaries
    if any(a in ("not", "n't", "never", "cannot") for a in chain) or ("yet" in chain and "to" in chain):
        return "denied"
    if any(line.low(i) in cues("hypothetical") for i in range(max(group.left - 2, 0), group.first)):
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
    words = line.text[line.span.start : line.span.end]
    unfounded = bool(_UNFOUNDED.search(words))
    contrary = _CONTRARY.search(words)
    for i, group in enumerate(groups):
        if contrary and line.tokens[group.main].start > line.span.start + contrary.start():
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


def noun_status(line: Line, noun: Verb, governor: Verb | None, groups: list[Verb]) -> str:
    if "ratify" in noun.form.concepts and line.low(noun.main - 2) in ("instruments", "instrument"):
        return "denied-noun"
    for i in range(noun.main - 1, max(noun.main - 6, -1), -1):
        low = line.low(i)
        if low in ("and", ",", "or", ";", "—") or line.covered(i, "date", "person"):
            break
        linked = line.low(i + 1) in ("of", "to", "for", "on", "in", "regarding", "about", "concerning")
        if low in cues("proposed_nouns") and linked:
            return "proposed"
        if low in (
            "planned",
            "upcoming",
            "forthcoming",
            "future",
            "next",
            "possible",
            "proposed",
            "expected",
            "scheduled",
        ):
            return {"possible": "hypothetical", "proposed": "proposed"}.get(low, "planned")
        if low in cues("planned_nouns") and linked:
            return "planned"
        if low in ("postponed", "cancelled", "canceled"):
            return "postponed" if low == "postponed" else "cancelled"
        if low in ("during", "after", "following"):
            return "reported"
    for i in range(noun.end, min(noun.end + 14, len(line.tokens) - 1)):
        if line.low(i) == "," and line.low(i + 1) in (
            "planned",
            "scheduled",
            "foreseen",
            "due",
            "expected",
            "set",
            "slated",
        ) and (governor is None or by_governor(governor) not in ("cancelled", "postponed")):
            later = next(
                (g for g in groups if g.main > i + 1 and by_governor(g) in ("cancelled", "postponed")), None
            )
            return by_governor(later) if later else "planned"
    later = next(
        (g for g in groups if g.main > noun.main and g.passive and by_governor(g) in ("postponed", "cancelled")), None
    )
    if later is not None and not {";", "while", "but", "whereas", "and"} & set(line.lows(noun.end, later.first)):
        return by_governor(later)
    if governor is None:
        return "reported"
    if governor.main > noun.main and (
        governor.form.lemma not in _HAPPEN
        or (
            line.low(governor.end) == "to"
            and line.low(governor.end + 1) not in _BEGINNINGS
            and line.low(governor.end + 1) not in ("next", "later", "a", "the", "an")
            and not line.covered(governor.end + 1, "date")
        )
    ):
        return "reported"
    if (governor.passive and governor.first > noun.main) or governor.main < noun.main:
        found = by_governor(governor)
        if found and governor.form.lemma not in (
            "set",
            "support",
            "note",
            "stress",
            "emphasise",
            "emphasize",
            "underline",
            "underscore",
            "highlight",
            "welcome-idea",
        ):
            if (
                found in ("planned", "proposed")
                and governor.form.lemma in ("discuss", "address", "examine", "negotiate", "explore", "consider")
                and noun.form.concepts[0] in ("visit", "meet")
            ):
                return "reported"
            return found
    return governor.status


_BEGINNINGS = frozenset("be take start begin happen open resume last follow come".split())
_HAPPEN = frozenset(
    "host receive defer reschedule put-off call-off drop take happen hold occur start begin be schedule plan expect postpone cancel convene follow open slate set delay".split()
)
