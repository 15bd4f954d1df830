"""What is promised, planned, aimed at or offered: by whom, what, how much, by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages.en.lexicon import topics_of, verbs
from accord.languages.en.phrases import DETERMINERS, Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["promises"]

_FIRM = ("agree", "pledge", "decide", "plan")
_SOFT = ("offer",)
_SOFT_WORDS = frozenset("ready readiness willing willingness interested interest prepared keen intention".split())
_FIRM_WORDS = frozenset("commitment committed commitments pledge promise determination".split())
_ENDERS = frozenset("; : — which who while whereas but because although".split())
_ACTORS = ("state", "person", "office", "organisation")
_LONGEST = 160  # characters of what is promised


def promises(lines: Sequence[Line], mentions: Sequence[Mention], clauses: Sequence[Clause], pair: tuple[str, ...], pair_spans: tuple[Span, ...]) -> list[Clause]:
    """Clauses of the concept "commit", each with one mention of type "promise"."""
    found: list[Clause] = []
    for index, line in enumerate(lines):
        own = [c for c in clauses if c.sentence == index]
        here = [m for m in mentions if m.span in line.span]
        taken: list[Span] = []
        for clause, first, status in _openings(line, own):
            span = _what(line, first)
            if span is None or any(span.overlaps(t) for t in taken):
                continue
            promise = _promise(line, clause, span, here, own)
            if promise is None:
                continue
            taken.append(span)
            due = _due(line, span)
            scope = Span(min(clause.trigger.start, span.start), max(span.end, clause.trigger.end))
            found.append(Clause("commit", clause.trigger, scope, index, (Argument(promise, "object"),), due, status, "future"))
    return found


def _openings(line: Line, own: Sequence[Clause]) -> Iterator[tuple[Clause, int, str]]:
    """Where a promise's content begins: (the promising clause, first token of what is promised, status)."""
    starts = {t.start: i for i, t in enumerate(line.tokens)}
    for clause in own:
        if clause.nominal:
            continue
        i = starts.get(clause.trigger.end, None)
        i = next((k for k, t in enumerate(line.tokens) if t.start >= clause.trigger.end), None)
        if i is None or clause.status in ("denied", "hypothetical", "cancelled"):
            continue
        if clause.concept in _FIRM + _SOFT:
            first = _content(line, i)
            if first is not None and not clause.nominal:
                soft = clause.concept in _SOFT or clause.status == "proposed" or line.low(i - 1) in ("hope", "hopes", "hoped", "seek", "seeks", "sought", "want", "wants")
                yield clause, first, "proposed" if soft else "reported"
        elif clause.status == "planned" and clause.tense == "future" and _will(line, clause):
            first = next(k for k, t in enumerate(line.tokens) if t.start >= clause.trigger.start)
            yield clause, first, "reported"
    for k, token in enumerate(line.tokens):
        if token.low in _SOFT_WORDS | _FIRM_WORDS and line.low(k + 1) in ("to", "in", "for"):
            clause = next((c for c in own if c.scope.start <= token.start < c.scope.end), None)
            first = _content(line, k + 1)
            if clause is not None and first is not None and line.low(first) in verbs():
                yield replace(clause, trigger=Span(token.start, token.end)), first, "proposed" if token.low in _SOFT_WORDS else "reported"


def _content(line: Line, i: int) -> int | None:
    """The verb of "to do", "on doing", "in doing" right after a promising word."""
    for k in range(i, min(i + 4, len(line.tokens))):
        low = line.low(k)
        if low in ("to", "on", "in", "of", "for"):
            j = k + 1
            while line.low(j).endswith("ly") or line.low(j) in ("further", "jointly", "not", "the"):
                j += 1
            form = verbs().get(line.low(j))
            if form is not None and (low == "to" and "base" in form.forms or "ing" in form.forms):
                return j
            return None
        if low not in ("jointly", "also", "in", "principle", "today", "yesterday", ","):
            return None
    return None


def _will(line: Line, clause: Clause) -> bool:
    """Whether a clause in the future is an act of a state or its officials."""
    subjects = clause.mentions(*_ACTORS, parts=("subject",))
    return bool(subjects) and not clause.passive and clause.concept not in ("reach", "rise", "say", "stress", "meet", "visit", "arrive", "")


def _what(line: Line, first: int) -> Span | None:
    """From the verb to the end of its clause, the due date left out."""
    j = first + 1
    while j < len(line.tokens):
        token = line.tokens[j]
        if token.low in _ENDERS or token.low == "." and j == len(line.tokens) - 1 or token.low == '"':
            break
        if line.covered(j, "date") and line.low(j - 1) in ("by", "in", "on", "before", "until", "within", "from", "of"):
            break
        if token.low == "," and not _list_goes_on(line, j + 1):
            break
        form = verbs().get(token.low)
        if token.low == "and" and (nxt := verbs().get(line.low(j + 1))) is not None and "past" in nxt.forms and "base" not in nxt.forms:
            break
        if form is not None and line.finite(j) and j > first + 2 and token.low not in ("as",):
            break
        if token.end - line.tokens[first].start > _LONGEST:
            break
        j += 1
    while j > first + 1 and line.low(j - 1) in ("by", "in", "on", "before", "until", "and", "within", "from", "the", "end", "of", ",", "also", "no", "later", "than", "at", "latest", "as"):
        j -= 1
    return line.slice(first, j) if j > first + 1 else None


def _list_goes_on(line: Line, k: int) -> bool:
    return any(line.low(j) == "and" for j in range(k, min(k + 8, len(line.tokens)))) and not any(line.finite(j) for j in range(k, min(k + 6, len(line.tokens)))) and line.low(k) not in ("and", "with", "adding", "saying", "while")


def _promise(line: Line, clause: Clause, span: Span, here: Sequence[Mention], own: Sequence[Clause]) -> Mention | None:
    actors = [m for m in clause.mentions(*_ACTORS, parts=("subject",)) if m.states]
    if not actors:
        actors = [m for m in here if m.type in _ACTORS and m.states and m.span.end <= span.start and not m.form.startswith("demonym")][-2:]
    states = tuple(dict.fromkeys(s for m in actors for s in m.states))
    if not states or len(states) > 4:
        return None
    target = next((m for m in line.amounts if m.type == "amount" and m.span in span and m.amount and m.amount.unit not in ("years", "months", "days", "hours", "weeks")), None)
    words = " ".join(line.text[span.start : span.end].split())
    lows = [t.low for t in line.tokens if span.start <= t.start < span.end]
    if len(words) < 8 or lows[0] in DETERMINERS or lows[0] in ("be", "have", "do", "say", "note", "stress", "continue", "address", "discuss") and len(lows) < 4:
        return None
    measure = "trade-turnover" if target and any(w in ("trade", "turnover") for w in lows) else ""
    return Mention("promise", span, words, states, tuple(s for m in actors for s in m.spans), amount=target.amount if target else None, topics=topics_of(lows) or ("general",),
                   attributes={"spans": target.spans if target else (), "measure": measure})  # fmt: skip


def _due(line: Line, span: Span) -> Mention | None:
    """The date by which: the first that follows what is promised or stands at its end, else one before with "by"."""
    after = [d for d in line.dates if d.period and d.span.start >= span.start and d.span.start - span.end < 40]
    if after:
        return after[0]
    return next((d for d in line.dates if d.period and d.attributes.get("part") in ("by", "until", "before")), None)
