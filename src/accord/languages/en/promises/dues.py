"""By when something is promised: which date of a sentence is its due date, and which dates other things."""

from __future__ import annotations

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.promises.ahead import counted, counted_from
from accord.languages.en.promises.opening_words import MODALS, Opening
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line, heads
from accord.languages.en.values.dates import parse_date
from accord.languages.en.values.numbers import listed
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["Today", "appended", "dates_a_thing", "due_of", "to_come"]

Today = tuple[Period, tuple[Span, ...]]  # the day of writing and the words that tell it
_DUE = frozenset({"for", "by", "until", "before", "in", "on", "from", "within", "during", "", "since"})
_SETTING = frozenset(
    listed(
        "scheduled planned promised pledged slated due foreseen earmarked call convene schedule set plan arrange summon invite"
    )
)
_SPAN = re.compile(
    r"(?:this|next|end|['’]s|current|coming)\b.*\b(?:year|month|week|quarter|spring|summer|autumn|end)\b", re.I
)
_CLOSED = frozenset(listed("signed concluded adopted dated held established imposed agreed"))
_PARTS_OF = frozenset(listed("end beginning start close middle half quarter course summer autumn winter spring"))


def deadline(date: Mention, today: Today | None, text: str) -> Mention:
    """A date with a day, month or year for "within two weeks", counted from the day of writing."""
    words = text[date.span.start : date.span.end]
    if date.period is None and today is not None and _SPAN.search(words):
        found = parse_date(words, today[0])
        if found is not None and found.last >= today[0].first:
            return date.but(period=found, antecedents=(*date.antecedents, *today[1]))
    unit = next((u for u in ("days", "weeks", "months", "years") if date.attributes.get(u)), None)
    if date.attributes.get("form") != "duration" or unit is None or today is None:
        return date
    if date.attributes.get("direction") == "past":
        return date
    day, spans = today
    period = counted_from(day, int(date.attributes[unit]), unit)
    return date.but(period=period, antecedents=(*date.antecedents, *spans))


def due_of(line: Line, opening: Opening, last: int, today: Today | None) -> tuple[Mention | None, int | None]:
    """The date by which, and where its words begin, to be left out of what is promised."""
    turn = MODALS | {"to", "that", "on", "and"}
    near = range(opening.first - 1, max(opening.verb, opening.first - 7), -1)
    first = next((k for k in near if line.low(k) in turn), max(opening.verb, opening.first - 7))
    first = opening.verb if line.low(opening.verb + 1) in ("itself", "themselves") else first
    begin, end = line.tokens[first].start, line.tokens[last - 1].end
    told = [d for d in line.dates if d.span.end <= begin and d.period and d.period.first == d.period.last]
    since = (told[-1].period, told[-1].spans) if told and told[-1].period is not None else today
    here = [d for d in (deadline(d, since, line.text) for d in line.dates) if begin <= d.span.start <= end]
    here = [
        d
        for d in here
        if str(d.attributes.get("part", "")) in _DUE and not dates_a_thing(line, d, opening) and not _of_base(line, d)
    ]
    inside = [d for d in here if d.period]
    best = next((d for d in inside if d.attributes.get("part") in ("by", "until", "before")), None)
    best = best or next(iter(inside), None) or counted(line, begin, end, since)
    if best is None:
        vague = next((d for d in here if d.attributes.get("part") == "by" and d.span.end >= end), None)
        return _announced(line, opening, begin, today), _cut(line, vague) if vague is not None else None
    if best.attributes.get("part") == "from" and best.period is not None and best.period.open:
        best = best.but(period=Period.parse(best.period.iso.split("/")[0]))
    lasting = line.text[best.span.start :].startswith("over ")  # how long it takes is no day by which
    return (None if _told_today(best, today) else best), None if lasting else _cut(line, best)


def _told_today(date: Mention, today: Today | None) -> bool:
    """Whether a day told by its name is that of the promise itself: "pledged on Monday to", "agreed to meet again on Monday"
    only where it lies ahead."""
    if today is None or date.period is None or date.attributes.get("part") != "on" or today[0].first != today[0].last:
        return False
    return date.attributes.get("form") == "relative" and date.period.first == date.period.last <= today[0].last


def _of_base(line: Line, date: Mention) -> bool:
    """Whether a date is that of the figure from which a quantity is to rise: "from US$2.2 billion in 2024"."""
    before = next((m for m in line.amounts if 0 <= date.span.start - m.span.end <= 4), None)
    return before is not None and line.text[: before.span.start].rstrip().endswith(
        (" from", "up from", "compared with", "compared to")
    )


def to_come(line: Line, due: Mention, today: Today | None) -> Mention:
    """A due season, month or day whose year nobody told lies ahead: "approved last week its introduction from July"."""
    period, told = due.period, due.attributes
    if today is None or period is None or period.open or not told.get("context") or not {"month", "quarter"} & {*told}:
        return due
    part = due.attributes.get("part")
    if part not in ("from", "by", "until", "before", "in") or not (today[0].first - period.last).days > 0:
        return due
    if any(d.period and d is not due and d.span != due.span for d in line.dates) or "02-29" in period.iso:
        return due
    later = Period.parse("/".join(f"{int(day[:4]) + 1}{day[4:]}" for day in period.iso.split("/")))
    return due if part == "in" and later.last < today[0].first else due.but(period=later)


def appended(line: Line, last: int) -> Mention | None:
    """The date of what hangs on a promise behind its comma: ", to be completed in 2026", ", with delivery due by May"."""
    if line.low(last) != ",":
        return None
    near = line.lows(last + 1, last + 16)
    if not (
        near[:2] in (["to", "be"], ["the", "first"])
        or near[:3] == ["for", "the", "first"]
        or (near[:1] == ["which"] and near[1:3] and near[1] in ("shall", "will", "is", "are", "must", "should"))
        or set(near[:4]) & {"completion", "delivery", "due", "starting", "beginning", "effective"}
    ):
        return None
    lo, hi = line.tokens[last].start, line.tokens[min(last + 20, len(line.tokens) - 1)].end
    return next(
        (d for d in line.dates if d.period and lo < d.span.start < hi and str(d.attributes.get("part", "")) in _DUE),
        None,
    )


def _announced(line: Line, opening: Opening, begin: int, today: Today | None) -> Mention | None:
    """A date told before the promise: "By 2030, the sides plan", "set 1 July as the deadline"."""
    for date in line.dates:
        set_ = opening.strength == "call" and line.low(opening.verb) in ("gave", "given", "gives", "has", "have")
        if date.period and set_ and line.tokens[opening.verb].end <= date.span.start < line.tokens[opening.first].start:
            return date
        if (
            date.period
            and line.low(opening.first - 1) == "and"
            and begin >= date.span.start >= line.tokens[opening.verb].end
        ):
            return date
        ahead = date.attributes.get("part") in ("from", "on", "in", "since") and opening.strength in (
            "will",
            "thing",
            "shall",
        )
        fronted = line.text[date.span.end : date.span.end + 1] == "," and date.span.start < line.span.start + 10
        if ahead and fronted and date.period and today is not None and date.period.last >= today[0].first:
            return date.but(period=Period.day(date.period.first)) if date.period.open else date
        early = date.span.start < line.span.start + 16 and date.attributes.get("part") in ("by", "before")
        if date.period and date.span.end <= begin and (early or line.low(opening.verb) == "deadline"):
            return date
    return None


def _cut(line: Line, date: Mention) -> int | None:
    """Where the words that lead to a date begin: "by the end of", "not later than"."""
    i = next(k for k, t in enumerate(line.tokens) if t.end > date.span.start)
    leading = (PREPOSITIONS - {"of"}) | {
        "the",
        "no",
        "later",
        "than",
        "not",
        "end",
        ",",
        "on",
        "effect",
        "with",
        "starting",
        "as",
        "beginning",
    }
    while i > 0 and (line.low(i - 1) in leading or (line.low(i - 1) == "of" and line.low(i - 2) in _PARTS_OF)):
        i -= 1
    return line.tokens[i - 1].end if i > 0 else None


def dates_a_thing(line: Line, date: Mention, opening: Opening | None = None) -> bool:
    """Whether a date belongs to a paper, a comparison or the telling, not to what is to be done."""
    i = next((k for k, t in enumerate(line.tokens) if t.end > date.span.start), 0)
    before = line.lows(max(0, i - 4), i)
    if "compared" in before or "levels" in line.lows(i, i + 3) or "level" in line.lows(i, i + 3):
        return True
    if _year_of_a_name(line, date, i):
        return True
    if line.low(i - 1) in ("commencing", "ending", "ended") and line.low(i - 2) in (
        "year",
        "years",
        "months",
        "period",
    ):
        return True
    own = 0 if opening is None else opening.first + 2  # what is to be done itself: "shall be signed by May"
    if (opening is None or i - 5 > opening.first) and _CLOSED & set(line.lows(max(own, i - 5), i)):
        return True
    meant = opening is not None and (line.low(opening.first) in _SETTING or line.low(i - 2) in _SETTING)
    if not meant and (line.low(i - 1) == "for" or (line.low(i - 1) == "the" and line.low(i - 2) == "for")):
        return True
    if line.low(i - 1) == "of" and line.low(i - 2) in heads("papers"):
        return True
    if (line.low(i - 1) == "of" and line.covered(i - 2, "paper")) or date.attributes.get("part") == "since":
        return True
    return line.covered(i, "paper", "body") is not None or "said" in before or "announced" in before


def _year_of_a_name(line: Line, date: Mention, i: int) -> bool:
    """Whether a year belongs to what is called by it: "the 2012 agreement", "1982 UN Convention"."""
    after = line.tokens[i + 1] if i + 1 < len(line.tokens) else None
    year = line.tokens[i]
    if after is None or not (year.text.isdigit() and len(year.text) == 4 and date.span.end == year.end):
        return False
    if not after.word or after.low in PREPOSITIONS or line.finite(i + 1):
        return False
    return line.low(i - 1) in DETERMINERS or (after.capital and after.low not in ("and", "or", "to"))
