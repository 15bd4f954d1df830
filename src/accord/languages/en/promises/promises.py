"""What is promised, planned, aimed at or offered: by whom, what, how much, by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accord.document import Span
from accord.languages.en.promises.conjuncts import conjuncts, reach, shared_act, summed, within
from accord.languages.en.promises.dues import Today
from accord.languages.en.promises.elsewhere import told_elsewhere
from accord.languages.en.promises.givers import giver
from accord.languages.en.promises.last import last_openings
from accord.languages.en.promises.lists import item_opening, lead_of, listed_here, opening_of, whose_under
from accord.languages.en.promises.opening_words import MODALS, Opening, words
from accord.languages.en.promises.openings import openings
from accord.languages.en.promises.promiser_words import BUSY
from accord.languages.en.promises.promisers import By, Promisers
from accord.languages.en.promises.taken_up import take_up
from accord.languages.en.promises.terms import Terms, is_vague, terms
from accord.languages.en.text.leads import undertaken_under
from accord.languages.en.text.phrases import DETERMINERS, Line
from accord.languages.en.text.topics import topics_of
from accord.languages.en.values.dates import dateline
from accord.languages.en.values.numbers import listed
from accord.languages.views import Argument, Clause, Mention
from accord.values import Period

__all__ = ["promises"]

DOUBTED = "commit-doubted"
_FREE = ("firm", "noun", "plan", "will")  # how firmly one must promise whose state nobody tells

_REOPEN = frozenset(listed("open reopen restart resume relaunch restore reopening resuming opening"))
_STARTED = frozenset(
    listed("follow launched resumed opened reopened started restored relaunched launch resume open reopen")
)
_CLOSING = frozenset(listed("will would shall said says that who : should must which urged"))
_LINKS = frozenset(
    listed("crossing crossings checkpoint checkpoints ferry flights flight trains bus buses service services")
)


def promises(
    lines: Sequence[Line],
    mentions: Sequence[Mention],
    clauses: Sequence[Clause],
    pair: tuple[str, ...],
    pair_spans: tuple[Span, ...],
    together: bool,
    published: Period | None = None,
    header: tuple[Period, Span] | None = None,
) -> list[Clause]:
    """Clauses of the concept "commit", each with one mention of type "promise"; `together`: the pair is told of as one.
    What only looks like a promise, or whose giver is not found, is "commit-doubted" where its sentence tells nothing else."""
    found: list[Clause] = []
    promisers = Promisers(lines, mentions, pair, pair_spans, together)
    lead: tuple[Line, Opening, int] | None = None
    today = _today(lines, published) or _of_header(header)
    for index, line in enumerate(lines):
        taken: list[Span] = []
        if (led := lead_of(line, lines[index + 1] if index + 1 < len(lines) else None)) is not None:
            lead = (line, led, index)
            continue
        own = list(openings(line, promisers, index))
        over = lead[0] if lead else line
        if lead is not None and listed_here(line):
            own = (
                list(item_opening(line, lead[1], bare=lead[1].status == "reported" and "follows" not in lead[0].said))
                or own
            )
        elif lead is None or index > lead[2] + 1 or line.kind == "heading":
            lead = None
        if not any(o.inherited for o in own) and (under := undertaken_under(line)) is not None and not _told(line):
            own = list(item_opening(line, opening_of(under), bare=True)) or own
            over = whose_under(line, under)
        before, doubted = len(found), list[Clause]()
        for opening in _with_last(line, own, promisers, index, found, before):
            if opening.first >= len(line.tokens):
                continue
            told = over if opening.inherited else line
            setting = _Setting(lines, promisers, today or _just_told(lines, index), told, doubted)
            for clause in _told_together(line, index, opening, setting, taken):
                taken.append(clause.arguments[0].mention.span)
                found.append(clause)
        if len(found) == before:
            found += _apart(doubted)
    return found


def _told(line: Line) -> bool:
    """Whether a line is a sentence, which tells itself what is promised."""
    return any(t.low in MODALS or (line.finite(i) and not line.covered(i)) for i, t in enumerate(line.tokens))


def _apart(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """Of clauses that share words the first."""
    taken: list[Span] = []
    for clause in clauses:
        span = clause.arguments[0].mention.span
        if not any(span.overlaps(t) for t in taken):
            taken.append(span)
            yield clause


def _with_last(
    line: Line, own: Sequence[Opening], promisers: Promisers, index: int, found: Sequence[Clause], before: int
) -> Iterator[Opening]:
    """The openings of a sentence, and those of the last reader where they gave nothing."""
    yield from own
    if len(found) == before:
        seen = {o.first for o in own if o.strength in ("will", "thing", "shall", "firm")}
        yield from (o for o in last_openings(line, promisers, index) if o.first not in seen)


def _told_together(
    line: Line, index: int, opening: Opening, setting: _Setting, taken: Sequence[Span]
) -> Iterator[Clause]:
    """The promises that hang on one word, those of one topic put together where they have no day and no number apart."""
    before: tuple[Opening, Clause] | None = None
    for part in conjuncts(line, opening):
        own = [*taken, before[1].arguments[0].mention.span] if before is not None else taken
        clause = _clause(line, index, part, setting, own)
        if clause is not None and clause.concept == DOUBTED:
            setting.doubted.append(clause)
            continue
        if clause is not None and before is not None and within(line, before[0]) and _one(before[1], clause):
            whole = replace(before[0], end=part.end)
            again = _clause(line, index, whole, setting, taken)
            before = whole, again if again is not None and again.concept != DOUBTED else before[1]
        elif clause is not None:
            if before is not None:
                yield before[1]
            before = part, clause
    if before is not None:
        yield before[1]


def _one(a: Clause, b: Clause) -> bool:
    """Whether two promises of one sentence count as one (SCHEMA.md, Conventions): of one topic, with no other day or number."""
    one, other = a.arguments[0].mention, b.arguments[0].mention
    days = [c.when.period.iso for c in (a, b) if c.when is not None and c.when.period is not None]
    apart = other.amount is not None or len(set(days)) > 1 or (b.when is not None and a.when is None)
    return not apart and one.topics[:1] == other.topics[:1]


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a promise is read against: the document's lines, whom its promises bind, the day of writing, the lead-in; and
    where what is doubted is put."""

    lines: Sequence[Line]
    promisers: Promisers
    today: Today | None
    told: Line
    doubted: list[Clause]


def _today(lines: Sequence[Line], published: Period | None) -> Today | None:
    """The day of the dateline (its year may stand in the masthead), of a line of its own, or of the publication."""
    short = [
        line for line in lines[:6] if len(line.tokens) <= 12 and not any(map(line.finite, range(len(line.tokens))))
    ]
    heads = [d for line in short for d in line.dates if _day(d) is not None]
    for line in lines[:8]:
        found = dateline(line.text, line.span, published)
        if found is None:
            continue
        told = next((d for d in line.dates if d.span.overlaps(found[0])), None)
        if told is not None and (day := _day(told)) is not None:
            return day, told.spans
        if told is not None and heads and heads[0].period is not None and {"month", "day"} <= set(told.attributes):
            year, month, day_of = heads[0].period.first.year, told.attributes["month"], told.attributes["day"]
            return Period.parse(f"{year}-{int(month):02}-{int(day_of):02}"), (told.span, heads[0].span)
    if heads and heads[0].period is not None:
        return heads[0].period, heads[0].spans
    return (published, ()) if published is not None and published.first == published.last else None


def _of_header(header: tuple[Period, Span] | None) -> Today | None:
    """The day that a text bears or its lead tells."""
    return (header[0], (header[1],)) if header is not None and header[0].first == header[0].last else None


def _just_told(lines: Sequence[Line], index: int) -> Today | None:
    """The last day told in the two sentences before, of which a text without a day of its own counts on."""
    days = [d for line in lines[max(0, index - 2) : index] for d in line.dates if d.attributes.get("part") == "on"]
    return next(((day, d.spans) for d in reversed(days) if (day := _day(d)) is not None), None)


def _day(date: Mention) -> Period | None:
    return date.period if date.period is not None and date.period.first == date.period.last else None


def _clause(line: Line, index: int, opening: Opening, setting: _Setting, taken: Sequence[Span]) -> Clause | None:
    promisers, told = setting.promisers, setting.told
    last = reach(line, opening)
    alone = (
        opening.strength != "thing"
        and opening.head == opening.first
        and line.low(opening.first) not in words("words", "whole")
    )
    span = line.slice(opening.head, max(last, opening.head + 1))
    if last <= opening.first or (last == opening.first + 1 and alone) or any(span.overlaps(t) for t in taken):
        return None
    by = promisers.by(told if told is not line else line, index, opening.shared or opening, told is not line)
    if by is not None and len(by.states) > 4:
        return None
    unbound = (by is None or not by.states) and _free(line, opening)
    by = by or By((), ())
    found = terms(line, index, opening, last, setting.lines, setting.today)
    if opening.shared is not None:
        _share(line, opening, opening.shared, found, span)
    if opening.strength == "thing" and line.low(opening.head) == "it" and not take_up(found, setting.lines, index):
        return None
    _name_body(line, index, opening, found, promisers, span)
    lows = [t.low for t in line.tokens if span.start <= t.start < span.end]
    sound = (unbound or bool(by.states)) and _worth(line, opening, lows, found, by.states, promisers, index)
    if not sound and is_vague(lows, opening.strength):
        return None
    promise = Mention(
        "promise",
        span,
        found.what,
        by.states,
        by.spans,
        amount=found.target,
        topics=_topics(line, opening, last, setting.lines[max(index - 2, 0) : index]),
        attributes={
            "people": _people(line, opening, by.spans, promisers),
            "body": promisers.is_body(by),
            "spans": found.target_spans,
            "what_spans": found.what_spans or (span,),
            "measure": found.measure,
            "base": found.base,
            "base_spans": found.base_spans,
            "every": found.every,
            "every_spans": found.every_spans,
        },
    )
    scope = Span(min(opening.trigger.start, span.start), max(span.end, opening.trigger.end))
    return Clause(
        DOUBTED if not sound else "commit-last" if opening.last else "commit",
        opening.trigger,
        scope,
        index,
        (Argument(promise, "object"),),
        found.due,
        opening.status,
        "future",
        said_by=promisers.said_by(line, index, opening),
    )


def _name_body(line: Line, index: int, opening: Opening, found: Terms, promisers: Promisers, span: Span) -> None:
    """Tell which joint body is to meet, where "it" or "which" takes it up."""
    if line.low(opening.first) == "meet" and opening.head == opening.first and opening.strength == "thing":
        body = promisers.body_before(line, opening.verb, index)
        if body is not None:
            found.what, found.what_spans = f"{body.name} to {found.what}", (body.span, *(found.what_spans or (span,)))


def _free(line: Line, opening: Opening) -> bool:
    """Whether a promise is so told that it counts though nobody tells whose state it binds; no business's own plan, no offer."""
    if opening.strength not in _FREE or (opening.strength == "noun" and (opening.last or opening.status == "proposed")):
        return False
    if words("words", "vague_objects") & set(line.lows(opening.first, opening.first + 3)):
        return False
    return not BUSY & set(line.lows(max(0, opening.verb - 6), opening.verb))


def _share(line: Line, opening: Opening, shared: Opening, found: Terms, span: Span) -> None:
    """Give a promise without a verb the act, and the unit of its sum, that it shares with the one before it."""
    act, own = shared_act(line, shared, opening.first)
    sums = Span(line.tokens[shared.head].start, line.tokens[opening.first].start)
    beside = summed(line, sums, next((m for m in line.amounts if m.spans == found.target_spans), None))
    if found.target is not None and beside is not None and beside.amount is not None:
        found.target = replace(found.target, unit=beside.amount.unit)
    found.what, found.what_spans = f"{act} {found.what}".strip(), (own, *(found.what_spans or (span,)))


def _people(line: Line, opening: Opening, spans: Sequence[Span], promisers: Promisers) -> tuple[str, ...]:
    """Whoever gives a word of his own: "the minister promised to", "I will"."""
    if opening.strength not in ("firm", "soft", "will", "plan", "noun", "past") or len(spans) > 2:
        return ()
    if {"we", "we'll", "we're", "our"} & set(line.lows(max(0, opening.verb - 4), opening.verb + 1)):
        return ()
    own = opening.doer < 0 and giver(line, promisers.verb_start(line, opening.verb))
    return (own,) if own else promisers.named(line, spans) if opening.strength not in ("noun", "past") else ()


def _topics(line: Line, opening: Opening, last: int, before: Sequence[Line]) -> tuple[str, ...]:
    """The topics of what is to be done: of its object first, then of all its words, then of the sentence."""
    first = opening.first + 1 if opening.head == opening.first else opening.head
    near = min(
        last,
        next(
            (
                k
                for k in range(first + 1, last)
                if line.low(k) in ("in", "over", "at", "with", "from", "through", "by", "between")
            ),
            last,
        ),
    )
    return (
        topics_of(line.lows(first, near))
        or topics_of(line.lows(opening.head, last))
        or topics_of(line.lows(0, len(line.tokens)))
        or next((t for b in reversed(before) if (t := topics_of(b.lows(0, len(b.tokens))))), ("general",))
    )


def _link(lows: Sequence[str]) -> bool:
    """Whether what is promised is that a crossing opens or a connection runs again: other kinds tell it."""
    return lows[0] in _REOPEN and bool(set(lows[1:7]) & _LINKS)


def _link_told(lows: Sequence[str]) -> bool:
    """Whether what will be so is that a connection is launched or runs again: "flights will be resumed"."""
    return bool(set(lows) & _STARTED) and bool(set(lows[:8]) & (_LINKS | {"post", "posts"}))


def _worth(
    line: Line,
    opening: Opening,
    lows: Sequence[str],
    found: Terms,
    states: tuple[str, ...],
    promisers: Promisers,
    index: int,
) -> bool:
    """Whether what was read says something that can be kept or broken."""
    fixed = found.due is not None or found.target is not None or bool(found.every) or bool(found.base)
    if lows and told_elsewhere(lows, opening.strength):
        return False
    if lows[0] in ("elevate", "upgrade") and {"partnership", "level"} & set(lows[:9]):
        return False
    if "visit" in lows[:6] or (opening.strength == "thing" and "open" not in lows and _link_told(lows)):
        return False
    if not lows or (lows[0] in DETERMINERS and opening.strength not in ("thing", "noun", "item") and len(lows) < 2):
        return False
    if _link(lows) and opening.strength in ("firm", "plan", "will", "noun"):
        return False
    if (
        words("words", "gatherings") & set(lows[:4])
        and opening.strength != "soft"
        and lows[0] in ("hold", "convene", "host", "attend", "join", "open", "assemble")
    ):
        return False
    if opening.strength == "thing" and not opening.firm and not promisers.public(line, index):
        return False
    if (lows[1:2] == ["it"] and len(lows) < 5 and not fixed) or (lows[1:2] == ["them"] and len(lows) < 6):
        return False
    if opening.last and lows[0] == "leave" and len(lows) < 4:
        return False
    if opening.last and (
        (opening.strength == "noted" and _link_told(lows))
        or not promisers.public(line, index)
        or is_vague(lows, opening.strength)
    ):
        return False
    if opening.strength in ("past", "noted") and not fixed:
        return False
    if not fixed and is_vague(lows, opening.strength):
        return False
    of_pair = fixed and len(promisers.pair.states) > 1 and states[:1] and states[0] in promisers.pair.states
    if (
        len(states) == 1
        and (opening.strength in ("will", "plan", "past") or not promisers.both.states)
        and opening.strength not in ("call", "wish")
        and not of_pair
        and not promisers.foreign(line, index, states)
    ):
        return False
    return opening.strength != "thing" or fixed or opening.firm
