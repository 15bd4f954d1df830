"""The occasion that a document reports, the visit, session or talks of its opening, and what it lends to the papers signed
and the bodies that met on it: the day and the place."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from accord.languages import patterns as re
from accord.languages.en.clauses.dating import lead_of
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention
from accord.values import Period

__all__ = ["Occasion", "aside", "occasion_of", "on_occasion"]

_OPENING = 12  # sentences that tell of the occasion
_OLD = 400  # days behind which a report is no longer of its day
_NEWS = 60  # days that an occasion lies from the day of publication at most
_BEHIND = 6  # days that a report is written behind what it tells
_REACH = 25  # sentences behind the occasion in which an act without a date is of it
_OCCASIONS = frozenset("visit session sitting meet talk hold attend receive sign agree discuss".split())
_LENT = frozenset("sign adopt initial exchange establish session sitting hold list".split())
_LENT_LISTED = _LENT | frozenset("approve extend suspend terminate".split())  # as the items of a record of it tell
_LIMITS = ("since", "until", "by", "before", "after")
_HELPED = re.compile(r"\b(?:was|were|is|are|been|being|be|get|got)\b[^,;]{0,24}$", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:had|has|have|having)\b(?:\W+\w+){0,3}\W*$", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:last|previous|earlier|already|previously|in the past|formerly|years? ago|first|once|originally|recall\w*)\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"[\s,(]*(?:(?:first|originally|already|previously|jointly|\w+ly)\s+)?$")
_THERE = re.compile(
    r"\b(?:there|on that occasion|at (?:that|this) (?:session|meeting|summit|round))\b(?! (?:is|are|was|were|has|have)\b)"
)
_WHO = re.compile(r"\b(?:who|which|whose|whom)\b")


_PREVIOUS = re.compile(
    r"\b(?:last|previous|preceding)\s+(?:\w+\s+){0,2}(?:session|meeting|visit|round|summit)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and where it was, and the sentence that tells of it."""

    when: Mention | None = None
    place: Mention | None = None
    sentence: int = 0


def aside(line: Line, clause: Clause) -> bool:
    """Whether a clause is a participle beside a noun ("the treaty signed in 2005"): background, no news."""
    before = line.text[max(line.span.start, clause.trigger.start - 60) : clause.trigger.start]
    if clause.nominal or _HELPED.search(before):
        return False
    if line.kind not in ("headline", "heading") and any(
        m.span.end <= clause.trigger.start and _BARE.match(line.text[m.span.end : clause.trigger.start])
        for m in clause.mentions("paper")
    ):
        return True
    return clause.passive or bool(
        clause.concept in ("sign", "adopt", "initial", "establish", "reach")
        and clause.mentions("paper", "body", parts=("subject",))
    )


def occasion_of(
    lines: Sequence[Line], clauses: Sequence[Clause], mentions: Sequence[Mention], published: Period | None
) -> Occasion:
    """The first thing of the opening that happened on a day near the publication, else the first such day named."""
    if any(m.attributes.get("own") for m in mentions):
        return Occasion()  # a treaty's text reports nothing
    home = _dateline(lines, mentions)
    for clause in sorted(clauses, key=lambda c: (c.sentence, c.trigger.start)):
        if clause.sentence >= _OPENING:
            break
        when = clause.when
        line = lines[clause.sentence]
        if (
            clause.concept in _OCCASIONS
            and clause.status == "reported"
            and when is not None
            and when.span in line.span
            and _current(when, published)
            and not aside(line, clause)
            and not _WHO.search(line.text, clause.trigger.end, max(when.span.start, clause.trigger.end))
            and not _PERFECT.search(line.text[line.span.start : clause.trigger.start])
            and not _PREVIOUS.search(line.text, line.span.start, line.span.end)
        ):
            return Occasion(_last_day(lines, when, mentions), _place(line, clause) or home, clause.sentence)
    for index, line in enumerate(lines[: _OPENING // 2]):
        when = next((d for d in line.dates if _current(d, published)), None)
        if when is not None and (published is not None or index < 3):
            return Occasion(_told_before(when, lead_of(lines)), home, index)
    return Occasion(None, home)


def _told_before(day: Mention, lead: Mention | None) -> Mention:
    """The day that the first sentences tell, where the first one named is that of the writing a few days later."""
    if lead is None or lead.period is None or day.period is None or lead.period.length.days or day.period.length.days:
        return day
    return lead if 0 < (day.period.first - lead.period.first).days <= _BEHIND else day


def _last_day(lines: Sequence[Line], when: Mention, mentions: Sequence[Mention]) -> Mention:
    """The day that heads the text where it lies within the days of the occasion: the day of its papers."""
    assert when.period is not None
    if when.period.length.days == 0:
        return when
    for line in lines[:8]:
        named = _heading_city(line, mentions)
        for day in line.dates:
            headed = day.span.start <= _head(line) or (named is not None and day.span.start - named.span.end <= 14)
            if headed and day.period is not None and day.period.length.days == 0 and day.period.within(when.period):
                return day
    return when


_OPENERS = re.compile(r"[\W_]*(?:(?:done|issued|adopted|given|released|made)\s+(?:at|in)\s+)?", re.IGNORECASE)


def _head(line: Line) -> int:
    """Where the words of a line begin, behind brackets and dashes: "(Rome, 13 November 2025)"."""
    match = _OPENERS.match(line.text, line.span.start, line.span.end)
    return match.end() if match else line.span.start


def _heading_city(line: Line, mentions: Sequence[Mention]) -> Mention | None:
    head = _head(line)
    return next((m for m in mentions if line.span.start <= m.span.start <= head and _city(m)), None)


def _current(when: Mention, published: Period | None) -> bool:
    period = when.period
    if period is None or period.open or period.length.days > 10 or when.attributes.get("part") in _LIMITS:
        return False
    if published is None or published.open or published.length.days > 31:
        return True
    return abs((published.last - period.first).days) <= _NEWS and (period.last - published.last).days <= 1


def _city(mention: Mention) -> bool:
    return (
        mention.type in ("place", "state")
        and mention.form in ("capital", "city")
        and bool(mention.attributes.get("name"))
    )


def _place(line: Line, clause: Clause) -> Mention | None:
    found = [
        a.mention
        for part in ("at", "to")
        for a in clause.arguments
        if a.part == part and (a.mention.type == "place" or _city(a.mention))
    ]
    return found[0].but(type="place") if found else None


def _dateline(lines: Sequence[Line], mentions: Sequence[Mention]) -> Mention | None:
    """The city in front of the date at the head of a text ("Ankara, 9 October 2026", "BUJUMBURA, January 24 -")."""
    for line in lines[:8]:
        city = _heading_city(line, mentions)
        if city is not None and any(0 <= d.span.start - city.span.end <= 14 for d in line.dates):
            return city.but(type="place")
    return None


def on_occasion(
    lines: Sequence[Line],
    clauses: Sequence[Clause],
    occasion: Occasion,
    items: Collection[int] = (),
    today: Period | None = None,
) -> list[Clause]:
    """The clauses of signing, adopting, founding and meeting told without a day of their own, given the occasion's; `items`
    are the sentences that list what was signed on it."""
    found: list[Clause] = []
    clauses = [_to_come(c, today) for c in clauses]
    clauses = _foreseen(lines, clauses, today)
    if occasion.when is None:
        return clauses
    for clause in clauses:
        if clause.concept == "list" and clause.sentence in items:
            clause = replace(clause, concept="sign")
        lent = _LENT_LISTED if _fragment(lines[clause.sentence]) else _LENT
        if clause.concept in lent and clause.status == "reported" and clause.mentions("paper", "body", "ordinal"):
            clause = _lent(lines[clause.sentence], clause, occasion, clause.sentence in items)
        found.append(clause)
    return found


_LATER = frozenset("visit session sitting meet talk hold arrive".split())


def _foreseen(lines: Sequence[Line], clauses: Sequence[Clause], today: Period | None) -> list[Clause]:
    """The papers to be signed without a day of their own, given the day and place of the session or visit to come that is
    a text's first news, or the day to come told right before."""
    dated = sorted(
        (c for c in clauses if c.concept in _LATER and c.sentence < _OPENING),
        key=lambda c: (c.sentence, c.trigger.start),
    )
    first = next((c for c in dated if c.when is not None and c.when.period is not None), None)
    later = Occasion()
    if first is not None and _ahead(first.when, None if first.status == "planned" else today):
        later = Occasion(first.when, _place(lines[first.sentence], first), first.sentence)
    found: list[Clause] = []
    for c in clauses:
        if c.concept in ("sign", "exchange") and c.status == "planned" and c.when is None and c.mentions("paper"):
            near = later if later.when is not None and c.sentence > later.sentence else Occasion()
            when = near.when or _near_ahead(lines, c, today)
            if when is not None:
                told = {**when.attributes, "inherited": True}
                when = when.but(antecedents=(*when.antecedents, when.span), attributes=told)
                c = _placed(replace(c, when=when), near)
        found.append(c)
    return found


def _ahead(when: Mention | None, today: Period | None) -> bool:
    """Whether a few days are told that, where the day of writing is given, lie behind it."""
    if when is None or when.period is None or when.period.open or when.period.length.days > 10:
        return False
    return when.attributes.get("part") not in _LIMITS and (today is None or when.period.first > today.last)


def _near_ahead(lines: Sequence[Line], clause: Clause, today: Period | None) -> Mention | None:
    """The last day to come told in the two sentences before."""
    for line in reversed(lines[max(0, clause.sentence - 2) : clause.sentence]):
        if today is not None or _SET_FOR.search(line.text, line.span.start, line.span.end):
            found = [d for d in line.dates if _ahead(d, today)]
            if found:
                return found[-1]
    return None


_SET_FOR = re.compile(r"\b(?:scheduled|planned|set|due|expected|slated|will)\b")


def _to_come(clause: Clause, today: Period | None) -> Clause:
    """A sitting or a signing told of a day behind that of publication is planned, however it is told; one that took its
    day from a passage about years ago has none."""
    when = clause.when
    if today is None or when is None or when.period is None or clause.concept not in (*_LENT, "enter-force"):
        return clause
    if any(m.attributes.get("own") for m in clause.mentions("paper")):
        return clause
    if when.attributes.get("inherited"):
        if when.attributes.get("stage"):
            return clause
        far = clause.concept in ("sign", "adopt", "initial") and (today.first - when.period.last).days > _OLD
        return replace(clause, when=None) if far else clause
    later = not when.period.open and today.length.days < 32 and when.period.first > today.last
    if later and clause.status == "reported" and clause.concept in ("sitting", "sign", "exchange", "enter-force"):
        return replace(clause, status="planned", tense="future")
    return clause


def _lent(line: Line, clause: Clause, occasion: Occasion, item: bool) -> Clause:
    when = clause.when
    told = when is not None and not when.attributes.get("inherited")
    assert occasion.when is not None and occasion.when.period is not None
    if when is not None and (when.attributes.get("stage") or (item and occasion.sentence > clause.sentence)):
        return clause
    if told:
        own = when.period if when is not None else None
        if own is not None and not own.open and own.overlaps(occasion.when.period):
            return _placed(clause, occasion)
        return clause
    if item:
        if (
            when is not None
            and when.period is not None
            and when.period.overlaps(occasion.when.period)
            and when.period.length <= occasion.when.period.length
        ):
            return _placed(clause, occasion)
    else:
        if (
            (aside(line, clause) and not _fragment(line))
            or clause.tense == "future"
            or not 0 <= clause.sentence - occasion.sentence <= _REACH
        ):
            return clause
        papers = [p.span for p in clause.mentions("paper")] if _fragment(line) else []
        days = (d for d in line.dates if d.period is not None and not line.calls_paper(d, papers))
        if next(days, None) is not None and clause.sentence != occasion.sentence:
            return clause
        before = line.text[line.span.start : clause.trigger.start]
        if _PERFECT.search(before) or _EARLIER.search(line.text, line.span.start, line.span.end):
            return clause
        if when is not None and _THERE.search(line.text, line.span.start, line.span.end):
            return clause
        if when is not None and _newer(line, when, occasion) and not _finer(when, occasion):
            return clause
    lent = occasion.when.but(
        antecedents=(*occasion.when.antecedents, occasion.when.span),
        attributes={**occasion.when.attributes, "inherited": True},
    )
    return _placed(replace(clause, when=lent), occasion)


def _fragment(line: Line) -> bool:
    """Whether a line is an item of a list that tells without a verb ("protocol on rescue, signed", "extension of the
    treaty"), or does what it tells ("is hereby terminated")."""
    if "hereby" in line.said:
        return True
    if line.kind != "item":
        return False
    return not any(line.finite(i) and line.low(i) not in _ENDED for i in range(len(line.tokens)))


_ENDED = frozenset("signed initialled adopted approved exchanged extended suspended terminated".split())


def _finer(when: Mention, occasion: Occasion) -> bool:
    """Whether the occasion's day lies within the days inherited: "visit of 12 and 13 May", "Rome, 13 May"."""
    assert occasion.when is not None and occasion.when.period is not None
    return when.period is not None and occasion.when.period.within(when.period) and occasion.when.period != when.period


def _newer(line: Line, when: Mention, occasion: Occasion) -> bool:
    """Whether an inherited day is told between the occasion and the act: the act is of that day, then."""
    assert occasion.when is not None and occasion.when.period is not None
    if when.period is None or when.period.open or when.period.length.days > 10:
        return False
    far = (when.period.first - occasion.when.period.last).days
    return when.period.overlaps(occasion.when.period) or (
        0 <= far <= _NEWS and when.span.start > occasion.when.span.start and when.span.start < line.span.start
    )


def _placed(clause: Clause, occasion: Occasion) -> Clause:
    if occasion.place is None or clause.mentions("place", parts=("at",)):
        return clause
    return replace(clause, arguments=(*clause.arguments, Argument(occasion.place, "at")))
