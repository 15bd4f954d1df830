"""Who says what of it: speakers of sentences and quotations, the subject and stance of what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from accord.languages.en.lexicon import table, topics_of
from accord.languages.en.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["opinions"]

_JUDGING = ("stress", "praise", "criticise", "judge", "accuse")
_SAYING = ("say", *_JUDGING, "deny")
_ACCORDING = re.compile(r"\b(?:[Aa]ccording to|[Ii]n the (?:view|opinion|words) of|[Ff]or)\s", re.ASCII)
_IN_HIS_VIEW = re.compile(r"\b[Ii]n (?:his|her|their) (?:view|opinion|words|assessment)\b")


@cache
def _stems(key: str) -> tuple[str, ...]:
    return tuple(table("stance")[key].split())


def opinions(lines: Sequence[Line], mentions: Sequence[Mention], clauses: Sequence[Clause], blocks: Sequence[str]) -> list[Clause]:
    """Clauses of the concept "assess": the subject is the speaker, the object an "opinion" with topics and stance."""
    found: list[Clause] = []
    speaker: Mention | None = None
    inside = False
    topic: tuple[str, ...] = ()
    for index, line in enumerate(lines):
        words = line.text[line.span.start : line.span.end]
        own = _speaker(line, index, mentions, clauses)
        quoted, inside_after = _quotation(words, inside)
        if own is not None:
            speaker, verb = own
        elif quoted or inside:
            following = _speaker(lines[index + 1], index + 1, mentions, clauses) if index + 1 < len(lines) and not inside_after else None
            if speaker is None and following is not None:
                speaker = following[0]
            verb = "quote"
        else:
            speaker, verb, inside = None, "", inside_after
            topic = topics_of(line.lows(0, len(line.tokens))) or topic
            continue
        inside = inside_after
        if speaker is not None:
            opinion = _opinion(line, speaker, verb, topic)
            if opinion:
                arguments = (Argument(speaker, "subject"), Argument(opinion, "object"))
                found.append(Clause("assess", opinion.span, line.span, index, arguments))
        if inside is False and not quoted and verb == "quote":
            speaker = None
        topic = topics_of(line.lows(0, len(line.tokens))) or topic
    return found


def _quotation(words: str, inside: bool) -> tuple[bool, bool]:
    """Whether a sentence is (partly) a quotation, and whether one is still open at its end."""
    opens = words.count("“") + words.count("«")
    closes = words.count("”") + words.count("»")
    straight = words.count('"')
    if straight:
        inside_after = inside ^ bool(straight % 2)
    elif opens > closes:
        inside_after = True
    elif closes > opens:
        inside_after = False
    else:
        inside_after = inside and not closes
    return bool(opens or straight) or inside, inside_after


def _speaker(line: Line, index: int, mentions: Sequence[Mention], clauses: Sequence[Clause]) -> tuple[Mention, str] | None:
    here = [m for m in mentions if m.span in line.span]
    match = _ACCORDING.search(line.text, line.span.start, line.span.end)
    if match and not match[0].startswith(("For", "for")):
        speaker = next((m for m in here if match.end() - 1 <= m.span.start <= match.end() + 6 and m.type in ("person", "office", "group", "organisation", "state")), None)
        if speaker:
            return speaker, "judge"
    match = _IN_HIS_VIEW.search(line.text, line.span.start, line.span.end)
    if match:
        speaker = next((m for m in here if m.type == "person" and match.start() <= m.span.start < match.end()), None)
        if speaker:
            return speaker, "judge"
    best: tuple[Mention, str] | None = None
    for clause in clauses:
        if clause.sentence != index or clause.concept not in _SAYING or clause.status not in ("reported",):
            continue
        subjects = clause.mentions("person", "office", "group", "organisation", "state", parts=("subject",)) or _after(clause, line)
        if not subjects or clause.passive:
            continue
        speaker = next((m for m in reversed(subjects) if m.type in ("person", "group", "office")), subjects[-1])
        if best is None or clause.concept in _JUDGING and best[1] not in _JUDGING:
            best = speaker, clause.concept
    return best


def _after(clause: Clause, line: Line) -> list[Mention]:
    """A speaker who stands behind the verb: '"...", said X'."""
    return [a.mention for a in clause.arguments if a.part == "object" and a.mention.type in ("person", "office", "group") and a.mention.span.start - clause.trigger.end < 3 and clause.concept == "say"]


def _opinion(line: Line, speaker: Mention, verb: str, before: tuple[str, ...]) -> Mention | None:
    words = [t.low for t in line.tokens if not t.start < speaker.span.end <= t.end or True]
    outside = [t.low for t in line.tokens if not (speaker.span.start <= t.start and t.end <= speaker.span.end)]
    positive = sum(w.startswith(_stems("positive")) for w in outside)
    negative = sum(w.startswith(_stems("negative")) for w in outside)
    contrast = any(w in _stems("contrast") for w in outside)
    if verb in ("say", "deny") and not positive and not negative:
        return None
    if verb == "quote" and not positive and not negative:
        return None
    stance = _stance(verb, positive, negative, contrast)
    topics = topics_of(outside) or before or ("general",)
    return Mention("opinion", line.span, form=stance, topics=topics, attributes={"verb": verb, "strength": positive + negative, "words": len(words)})


def _stance(verb: str, positive: int, negative: int, contrast: bool) -> str:
    if verb in ("criticise", "accuse"):
        return "mixed" if contrast and positive else "negative"
    if positive and negative:
        return "mixed" if contrast else ("positive" if positive > negative else "negative")
    if negative:
        return "negative"
    if positive or verb == "praise" or verb == "stress":
        return "positive"
    return "neutral"
