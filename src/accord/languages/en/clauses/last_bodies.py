"""The last reader of bodies: their founding and their end, told in any words before or behind their name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.clauses.last_papers import standing
from accord.languages.en.clauses.sittings import OF_PAPER
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["decided", "last_foundings"]

_DECIDED = re.compile(
    r"\b(?:decid|agre|resolv|determin)(?:ed?|es|ing)\s+(?:(?:today|jointly|also|in principle|mutually)\s+)*(?:to|on|upon|that)\s+(?:(?:the|a|an)\s+)?(?:\w+ly\s+)?$",
    re.IGNORECASE,
)


def _by_the_way(line: Line, clause: Clause) -> bool:
    """Whether a founding is a participle beside its body, without a day: "the commission set up under it met in May"."""
    if clause.concept != "establish" or clause.status != "reported" or clause.nominal:
        return False
    body = next((b for b in clause.mentions("body") if b.span.end <= clause.trigger.start), None)
    if body is None or line.text[body.span.end : clause.trigger.start].strip():
        return False
    return clause.when is None


def decided(line: Line, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses with bodies that are agreed to be set up, no later day being told, as founded by that decision."""
    clauses = [c for c in clauses if not _by_the_way(line, c)]
    return [
        replace(c, status="reported", tense="past")
        if c.concept == "establish"
        and c.status == "planned"
        and c.when is None
        and c.mentions("body")
        and not line.dates
        and _DECIDED.search(line.text, line.span.start, c.trigger.start)
        else c
        for c in clauses
    ]


_VERBS = {
    "establish": r"establish(?:ed|es|ing)?|creat(?:ed|es|e|ing)|set(?:s|ting)? up|form(?:ed|s|ing)?|found(?:ed|s|ing)|institut(?:ed|es|e|ing)|constitut(?:ed|es|e|ing)|launch(?:ed|es|ing)?|"
    r"inaugurat(?:ed|es|e|ing)|put in place|stood up|c(?:a|o)me(?:s)? into being|c(?:a|o)me(?:s)? into existence|t(?:ook|akes?) shape|(?:was|is) born",
    "dissolve": r"dissolv(?:ed|es|e|ing)|abolish(?:ed|es|ing)?|disband(?:ed|s|ing)?|scrapp(?:ed|ing)|disbanding|do(?:ne)? away with",
}  # fmt: skip
_BEFORE = [
    (
        c,
        re.compile(
            rf"\b(?P<act>{words}|(?:establishment|creation|formation|launch|founding|dissolution|setting up) of)\s+(?:(?:a|an|the|their|its|this|that|new|permanent|special|first|own)\s+){{0,3}}$",
            re.IGNORECASE,
        ),
    )
    for c, words in _VERBS.items()
]
_BEHIND = [
    (
        c,
        re.compile(
            rf"^[\s,(]*(?:(?:between|of|on|for|with|to)\s[^,;:]{{2,70}}?[\s,]+|of\s(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?(?:,\s|\sand\s|,\sand\s)){{1,4}}[A-Z][\w’'-]+[\s,]+)?(?:to be [^,;:]{{2,50}},\s+)?(?P<aux>(?:(?:which|that|was|were|is|are|has|have|had|been|be|being|will|would|should|may|to|first|recently|also|now|never|not|yet|"
            rf"\w+ly|originally)\s+)*)(?P<act>{words})\b",
            re.IGNORECASE,
        ),
    )
    for c, words in _VERBS.items()
]
_HELP = re.compile(r"\b(?:was|were|is|are|been|be|being)\b", re.IGNORECASE)


def last_foundings(line: Line, index: int, mentions: Sequence[Mention], clauses: Sequence[Clause]) -> list[Clause]:
    """Clauses of founding or dissolving for the bodies of a sentence that no clause founds or dissolves."""
    done = {
        a.mention.span
        for c in clauses
        if c.sentence == index and c.concept in _VERBS
        for a in c.arguments
        if a.mention.type == "body" and a.part in ("object", "of")
    }
    found: list[Clause] = []
    for body in (m for m in mentions if m.type == "body"):
        if body.span in done or body.ordinal is not None or body.attributes.get("plural"):
            continue
        told = _told(line, body)
        if told is None:
            continue
        concept, trigger, status = told
        if status not in ("reported", "planned", "proposed"):
            continue
        scope = Span(min(trigger.start, body.span.start), max(trigger.end, body.span.end))
        tense = "past" if status == "reported" else "future"
        found.append(
            Clause(concept, trigger, scope, index, (Argument(body, "of"),), _day(line, trigger), status, tense)
        )
    return found


def _told(line: Line, body: Mention) -> tuple[str, Span, str] | None:
    before = line.text[max(line.span.start, body.span.start - 90) : body.span.start]
    behind = line.text[body.span.end : line.span.end]
    for concept, pattern in _BEFORE:
        match = pattern.search(before)
        if match is not None:
            start = body.span.start - len(before)
            return (
                concept,
                Span(start + match.start("act"), start + match.end("act")),
                standing(before[: match.start()], ""),
            )
    for concept, pattern in _BEHIND:
        match = pattern.match(behind)
        if match is None:
            continue
        verb = match["act"].lower()
        aside = not match["aux"].strip() or _HELP.search(match["aux"])
        if not (aside or verb.endswith(("being", "existence"))) or not verb.endswith(
            ("ed", "up", "place", "done", "being", "existence", "shape", "born")
        ):
            continue
        trigger = Span(body.span.end + match.start("act"), body.span.end + match.end("act"))
        return concept, trigger, standing(match["aux"], "")
    return None


def _day(line: Line, trigger: Span) -> Mention | None:
    """The day right behind the verb."""
    return next(
        (
            d
            for d in line.dates
            if d.period is not None
            and 0 <= d.span.start - trigger.end < 60
            and not OF_PAPER.match(line.text, d.span.end)
            and not re.search(r"[;,]|\b(?:met|meets|held|will|said)\b", line.text[trigger.end : d.span.start])
        ),
        None,
    )
