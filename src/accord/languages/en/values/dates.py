"""Dates in English running text, resolved against what the text and its publication fix.

`dates` gives mentions of type date. Their attributes: `part` (the concept of the preposition), `preposition` (its
word), `form` (absolute, partial, relative, ago, duration, recurring), `context` (True where the year or day comes from
elsewhere, whose words are then the antecedents), `dateline`, and what else was told (`month`, `day`, `years`, `every`,
`vague`).
A date that nothing fixes has no period.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import lru_cache
from typing import Any

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.values.absolute_dates import absolute
from accord.languages.en.values.date_parts import Partial, Reading, Relative
from accord.languages.en.values.datelines import day_of_head, told_year
from accord.languages.en.values.numbers import listed
from accord.languages.en.values.relative_dates import relative, resolve
from accord.languages.en.values.runs import runs
from accord.languages.en.values.tense import tense, to_come
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["date_spans", "dateline", "dates", "lead_day", "parse_date"]

_HINT = re.compile(
    r"\d{3}|day|week|month|hours|fortnight|\d[HQM]\d|year|ago\b|annual|quarter|yesterday|tomorrow|tonight|last night|this (?:morning"
    r"|afternoon|evening)|spring|summer|autumn|period"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|MAR|MAY|JAN|FEB|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC|decade"
    r"|[HQ][1-4]|FY|half|mester|\bon the \d"
)
_PREPOSITION = re.compile(
    r"\b(?P<word>no[ ]later[ ]than|not[ ]later[ ]than|as[ ]of|prior[ ]to|ahead[ ]of|starting(?:[ ](?:from|in"
    r"|on))?|effective(?:[ ]from)?"
    r"|on|in|by|since|until|till|from|during|before|after|through|throughout|for|at|between|over|of|dated"
    r"|within|to|following|around)"
    r"(?P<rest>(?:[ ](?:the|a|an|period|years?|month|early|late|mid|about|around|approximately|end|close"
    r"|beginning|start|middle|course|of|from|until))*)[ ]$",
    re.I,
)
_LED = re.compile(r"(?:from|between|within|in|over|during|for)(?=[ ])", re.I)
_PARTS = {
    "by": "by", "no later than": "by", "not later than": "by", "since": "since", "until": "until", "till": "until",
    "through": "until", "from": "from", "starting": "from", "starting from": "from", "effective": "from",
    "effective from": "from", "starting in": "from", "starting on": "from", "during": "during", "throughout": "during",
    "for": "during", "between": "during", "over": "during", "within": "by", "before": "before", "prior to": "before",
    "ahead of": "before", "after": "after", "following": "after",
}  # fmt: skip
_AT = frozenset(listed("on in of dated at as around"))
_LIMIT = re.compile(
    r"\b(?:by|until|till|before|later[ ]than)[ ](?:the[ ])?(?:(?:end|beginning|start|middle)[ ]of[ ]|late[ ]|early[ ]|mid-)?$"
)
_ROUGHLY = re.compile(r"\b(?:over|more[ ]than|about|around|some|nearly|almost|roughly|approximately)[ ]$", re.I)
_SINCE = re.compile(r"\bsince (?:the )?(?:\w{0,5})$", re.I)
_TO = re.compile(r"[ ](?:to|through|till|until)[ ]|[-–—]")
# A date without a year that points the wrong way in time counts as this many times as far; tuned by hand on the seed
# articles, where spring dates in articles of March are mostly of the same spring.
_WRONG_TENSE = 6
# A date in an aside about a paper or an earlier act lends its year to nothing outside it.
_ASIDE = re.compile(
    r",[ ](?:which[ ](?:was|had[ ]been)[ ])?(?:signed|adopted|concluded|initialled|ratified|established|opened|launched|dated|agreed|inaugurated|held)\b[^,;]*$"
    r"|\b(?:[Tt]reaty|[Aa]greement|[Pp]rotocol|[Dd]eclaration|[Mm]emorandum|[Uu]nderstanding|[Cc]onvention|[Aa]ccord)\b[^,;]*\bof[ ]$"
)
_BASE = re.compile(r"\b(?:compar\w+[ ](?:with|to)|than|over)[ ](?:in[ ])?the[ ](?:previous|preceding|prior)[ ]year")
_LEAD = 6  # sentences
_FAR = 12  # sentences over which "the nine months" finds nine months told before
_WEEK = timedelta(days=7)
_LATE = 2  # days that a report is brought out behind its dateline
_REACH = 3  # sentences over which a year is carried where the document holds others too


@dataclass(slots=True)
class _Context:
    """What the dates of one document are resolved against."""

    text: str
    published: Period | None
    line: Span | None = None  # the dateline's words
    reference: Period | None = None
    sentence: Span = field(default=Span(0, 0))
    index: int = 0
    lead: Period | None = None  # the latest full date of the first sentences, where no day of writing is known
    anchored: bool = False  # the reference is the very date that "the following day" and the like count from
    earlier: list[tuple[int, Mention]] = field(default_factory=list)
    stated: dict[tuple[int, int], set[int]] = field(default_factory=dict)  # years told anywhere for a month and day


def dates(text: str, sentences: Sequence[Span], published: Period | None) -> list[Mention]:
    """The dates in the sentences, in order and not overlapping. `published`: the day, month or year of writing."""
    context = _Context(text, published, reference=published)
    for sentence in sentences[:6]:
        found = dateline(text, sentence, published)
        if found:
            context.line = found[0]
            context.reference = found[1] or published or told_year(text, Span(found[0].start, sentence.end))
            break
    read = [(i, s, _readings(text, s)) for i, s in enumerate(sentences)]
    if context.reference is None:
        context.lead = _lead(readings for _, _, readings in read[:_LEAD])
    _collect_stated(context, [r for _, _, readings in read for r in readings])
    mentions: list[Mention] = []
    for index, sentence, readings in read:
        context.index, context.sentence = index, sentence
        for reading in readings:
            mention = _mention(context, reading)
            mentions.append(mention)
            if mention.period is not None and not mention.period.open and not _compared(context, mention):
                context.earlier.append((index, mention))
    return mentions


def _compared(context: _Context, mention: Mention) -> bool:
    """ "Compared with the previous year": a time that nothing after it goes on with."""
    lead = _BASE.bare.search(context.text, max(context.sentence.start, mention.span.start - 30), mention.span.end)
    return lead is not None and lead.end() == mention.span.end


def lead_day(text: str, sentences: Sequence[Span]) -> tuple[Period, Span] | None:
    """The latest full day that the first sentences tell as past, with its words, where what is told of later is to come: about
    when a text without a day of its own was written. A text that counts days from others ("two days later") is none such."""
    context = _Context(text, None)
    days: list[tuple[Period, Span]] = []
    done: list[Period] = []
    for index, sentence in enumerate(sentences):
        context.sentence = sentence
        for reading in _readings(text, sentence):
            period = reading.period
            if reading.relative is not None and reading.relative.earlier and reading.relative.shift > 0:
                return None
            if reading.form != "absolute" or period is None or period.open:
                continue
            future, past = tense(context.text, context.sentence, reading.start, reading.end)
            if not future:
                done.append(period)
            if past and not future and index < _LEAD and not period.length.days:
                days.append((period, Span(reading.start, reading.end)))
    lead = max(days, key=lambda day: day[0].last, default=None)
    return None if lead is None or any(p.first > lead[0].last for p in done) else lead


def date_spans(text: str, span: Span) -> list[Span]:
    """Where dates stand in a sentence, durations ("within five years") left out."""
    return [Span(r.start, r.end) for r in _readings(text, span) if r.form not in ("duration", "recurring")]


def parse_date(text: str, reference: Period | None = None) -> Period | None:
    """The period of the first date in a short text that has one."""
    context = _Context(text, reference, reference=reference, sentence=Span(0, len(text)), anchored=True)
    found = (_mention(context, reading) for reading in _readings(text, context.sentence))
    return next((m.period for m in found if m.period is not None), None)


def dateline(text: str, first_span: Span, published: Period | None = None) -> tuple[Span, Period | None] | None:
    """The place and date at the start of a report ("DUSHANBE, March 4 (Agency) —"): where, and which day.

    The day is None where the year is told neither there nor by `published`.
    """
    head = day_of_head(text, first_span)
    if head is None:
        return None
    span, best = head
    if best.period is not None or best.partial is None or published is None:
        return span, best.period
    return span, _nearest(best.partial, published, future=False, past=True)


@lru_cache(maxsize=1024)
def _readings(text: str, span: Span) -> Sequence[Reading]:
    """The readings of a sentence: earliest first, the longest where they overlap. Its dates are asked for, then its amounts."""
    if not _HINT.search(text, span.start, span.end):
        return ()
    found = sorted([*absolute(text, span), *relative(text, span), *runs(text, span)], key=lambda r: (r.start, -r.end))
    kept: list[Reading] = []
    for reading in found:
        if not kept or reading.start >= kept[-1].end:
            kept.append(reading)
        elif reading.form == "absolute" and kept[-1].form == "relative" and reading.end > kept[-1].end:
            kept[-1] = replace(reading, start=kept[-1].start)  # "on Wednesday and Thursday, 22 - 23 November 2023"
    return kept


def _collect_stated(context: _Context, readings: list[Reading]) -> None:
    for reading in readings:
        period = reading.period
        if period is not None and period.length.days < 31 and len(period.iso) >= 10:
            for day in {period.first, period.last}:
                context.stated.setdefault((day.month, day.day), set()).add(day.year)


def _mention(context: _Context, reading: Reading) -> Mention:
    """The mention of a reading, with its period as far as it is fixed."""
    word, part, start = _preposition(context, reading)
    attributes: dict[str, Any] = {"part": part, "form": reading.form, **reading.attributes}
    if reading.attributes.get("near") == "following" and word == "following":
        word, part, start = "", "", reading.start
    if word:
        attributes["preposition"] = word
    period, from_elsewhere = reading.period, False
    antecedents: tuple[Span, ...] = ()
    if reading.partial is not None:
        attributes |= _told(reading.partial)
        period, antecedents = _with_year(context, reading)
        from_elsewhere = period is not None
    elif reading.relative is not None:
        if reading.form != "ago" or not _ROUGHLY.search(context.text[max(0, reading.start - 20) : reading.start]):
            period, antecedents = _resolved(context, reading, reading.relative)
        from_elsewhere = period is not None
    elif reading.attributes.get("same"):
        period, antecedents = _same_period(context, int(reading.attributes["year"]))
    if from_elsewhere:
        attributes["context"] = True
    if context.line is not None and context.line.overlaps(Span(reading.start, reading.end)):
        attributes["dateline"] = True
    if part == "in":
        day = period.length.days < 28 if period is not None else word == "on"
        attributes["part"] = "on" if day else "in"
    if period is not None and part == "since" and not period.open:
        period = period.since()
    if part != "since":
        start = reading.start
    if part == "from" and period is not None and _TO.search(context.text, reading.start, reading.end):
        attributes["part"] = "during"
    return Mention("date", Span(start, reading.end), period=period, antecedents=antecedents, attributes=attributes)


def _preposition(context: _Context, reading: Reading) -> tuple[str, str, int]:
    """The preposition before a date: its word, its concept, and where it begins."""
    own = _LED.match(context.text, reading.start, reading.end)
    if own:
        word = own[0].lower()
        part = "by" if reading.form == "duration" and reading.relative and word != "for" else "during"
        return word, part, reading.start
    offset = max(context.sentence.start, reading.start - 48)
    match = _PREPOSITION.search(context.text, offset, reading.start)
    if match is None:
        return "", "", reading.start
    word, rest = match["word"].lower(), match["rest"].lower()
    if word == "before" and ("end" in rest or reading.attributes.get("vague") == "end"):
        return word, "by", match.start()
    part = _PARTS.get(word, "in" if word.split()[0] in _AT else "")
    return word, part, match.start()


def _told(partial: Partial) -> dict[str, int]:
    """The month and the day that a date without a year tells."""
    if partial.quarter:
        return {"quarter": partial.last[0] // 3}
    told = {"month": partial.first[0]}
    if partial.first[1]:
        told["day"] = partial.first[1]
    if partial.last != partial.first:
        told["last_month"] = partial.last[0]
        if partial.last[1]:
            told["last_day"] = partial.last[1]
    return told


def _with_year(context: _Context, reading: Reading) -> tuple[Period | None, tuple[Span, ...]]:
    """A date without a year, in the year that the text or the day of writing fixes."""
    partial = reading.partial
    if partial is None:
        return None, ()
    reference, line = context.reference, (context.line,) if context.line else ()
    if context.line and context.line.start <= reading.start < context.line.end:
        return reference if reference and not reference.length.days else None, ()
    near = reading.attributes.get("near")
    if near in ("that", "following", "previous"):
        period, spans = _beside(context, partial, str(near))
        if period is not None:
            return period, spans
    elif partial.year is not None or near:
        return _near_year(context, reading, reference or context.lead), line
    years = context.stated.get(partial.first, set()) if partial.first[1] else set()
    if len(years) == 1:
        year = next(iter(years))
        return partial.period(year), _antecedent(context, year)
    future, past = tense(context.text, context.sentence, reading.start, reading.end)
    if _SINCE.search(context.text[max(0, reading.start - 12) : reading.start + 6]):
        future, past = False, True
    leading = None if future else _leading(context, reading.start)
    if leading is not None and leading.period is not None:
        year = leading.period.first.year
        period = partial.period(year)
        limit = _LIMIT.search(context.text[max(0, reading.start - 24) : reading.start])
        if limit and period is not None and period.last < leading.period.first:
            period = partial.period(year + 1)
        return period, leading.spans
    if reference is not None:
        if context.anchored and reference.first.year == reference.last.year and reference.length.days > 31:
            return partial.period(reference.first.year), ()
        return _nearest(partial, reference, future, past), line
    if context.lead is not None:
        return _nearest(partial, context.lead, future, past), _antecedent(context, context.lead.first.year)
    return _carried(context, partial)


def _lead(sentences: Iterable[Sequence[Reading]]) -> Period | None:
    """The latest day told in full in the first sentences: when what is reported was new."""
    days = [
        r.period for readings in sentences for r in readings
        if r.form == "absolute" and r.period is not None and not r.period.open and r.period.length.days < 15
    ]  # fmt: skip
    return max(days, key=lambda day: day.last, default=None)


_BESIDE = re.compile(r", (?:on|in) (?:the )?")
_UNDER_WAY = 45  # days of a part "of the year" that may still be to come when its figures are told


def _leading(context: _Context, at: int) -> Mention | None:
    """The dated event before it in the sentence whose year a date shares: a day or month, or "In 2010," in front."""
    for index, mention in reversed(context.earlier):
        if index != context.index or mention.attributes.get("near") in ("last", "next", "this"):
            return None
        if context.line is not None and mention.span.overlaps(context.line):
            return None  # the day of writing leads nothing
        period = mention.period
        if mention.attributes["form"] == "absolute" and period and period.first.year == period.last.year:
            if context.reference is not None and _ASIDE.search(
                context.text[context.sentence.start : mention.span.start]
            ):
                return None
            front = mention.span.start - context.sentence.start < 8
            beside = _BESIDE.fullmatch(context.text, mention.span.end, at)  # "in 1962, on 1 August"
            return mention if period.length.days < 31 or front or beside else None
    return None


def _beside(context: _Context, partial: Partial, near: str) -> tuple[Period | None, tuple[Span, ...]]:
    """Read "that December", "the following May", "1 July of that year", from the nearest earlier date of the text."""
    for index, mention in reversed(context.earlier):
        period = mention.period
        if context.index - index > 2:
            break
        if (
            period is None
            or period.first.year != period.last.year
            or mention.attributes["form"] in ("duration", "recurring")
        ):
            continue
        options = [p for y in (-1, 0, 1) if (p := partial.period(period.first.year + y))]
        if near == "that":
            return partial.period(period.first.year), mention.spans
        if near == "following":
            return next((p for p in options if p.first > period.last), None), mention.spans
        return next((p for p in reversed(options) if p.last < period.first), None), mention.spans
    return None, ()


def _near_year(context: _Context, reading: Reading, reference: Period | None) -> Period | None:
    """Read "next March", "last December", "in March this year", "in the first half of the year"."""
    partial = reading.partial
    if partial is None or reference is None or reference.first.year != reference.last.year:
        return None
    if partial.year is not None:
        found = partial.period(reference.first.year + partial.year)
        if not reading.attributes.get("bare") or found is None:
            return found
        future, past = tense(context.text, context.sentence, reading.start, reading.end)
        early = past if found.first > reference.last else not future and (found.last - reference.last).days > _UNDER_WAY
        return partial.period(reference.first.year - 1) if early else found
    near = reading.attributes["near"]
    options = [p for y in (-1, 0, 1) if (p := partial.period(reference.first.year + y))]
    if near == "last":
        before = [p for p in options if p.last < reference.first]
        return before[-1] if before else None
    after = [p for p in options if p.first > reference.last]
    if near == "next":
        return after[0] if after else None
    return partial.period(reference.first.year)


def _nearest(partial: Partial, reference: Period, future: bool, past: bool) -> Period | None:
    """The occurrence nearest to the reference, one that goes against the tense counting as farther away."""
    if reference.length.days > 31:
        return partial.period(reference.first.year) if partial.year == 0 else None
    options: list[tuple[int, Period]] = []
    for year in (-1, 0, 1):
        period = partial.period(reference.first.year + year)
        if period is None:
            continue
        # Figures "in the first seven months" are those of months that are over.
        told = past or (not future and period.length.days > 31)
        starts = period.last if told and period.length.days > 31 else period.first
        ahead, behind = (starts - reference.last).days, (reference.first - period.last).days
        distance = max(ahead, behind, 0)
        wrong = (ahead > 0 and (past or (not future and period.length.days > 31))) or (behind > 0 and future)
        options.append((distance * (_WRONG_TENSE if wrong else 1), period))
    return min(options, key=lambda option: option[0])[1] if options else None


def _carried(context: _Context, partial: Partial) -> tuple[Period | None, tuple[Span, ...]]:
    """The year of the nearest earlier date of the text, where no other year can be meant."""
    dated = [
        (i, m)
        for i, m in context.earlier
        if m.period and m.period.first.year == m.period.last.year and len(m.period.iso) > 4
    ]
    if not dated:
        return None, ()
    index, nearest = dated[-1]
    years = {m.period.first.year for _, m in dated if m.period}
    year = nearest.period.first.year if nearest.period else 0
    if len(years) > 1 and context.index - index > _REACH and year != max(years):
        return None, ()
    return partial.period(year), nearest.spans


def _antecedent(context: _Context, year: int) -> tuple[Span, ...]:
    for _, mention in reversed(context.earlier):
        if mention.period and mention.period.first.year == year:
            return mention.spans
    return ()


def _resolved(context: _Context, reading: Reading, told: Relative) -> tuple[Period | None, tuple[Span, ...]]:
    """A relative date from the day of writing, or from the nearest earlier date of the text."""
    if not told.earlier:
        if context.reference is None:
            return None, ()
        future = told.unit in ("weekday", "weekdays", "day-of-month") and to_come(
            context.text, context.sentence, reading.start, reading.end
        )
        period = resolve(told, context.reference, future)
        if told.unit == "weekday" and not told.shift and _brought_out(context, period):
            period = context.published
        return period, (context.line,) if context.line else ()
    if context.anchored:
        return (resolve(told, context.reference, False) if context.reference else None), ()
    for index, mention in reversed(context.earlier):
        if context.index - index > (_FAR if told.unit == "span" else 2):
            break
        if mention.period is None or mention.attributes["form"] in ("duration", "recurring"):
            continue
        period = resolve(told, mention.period, False)
        if period is not None:
            return period, mention.spans
    return None, ()


def _brought_out(context: _Context, period: Period | None) -> bool:
    """Whether a weekday a week ago is that of publication: dated Tuesday, brought out on Wednesday, "on Wednesday"."""
    written, day = context.reference, context.published
    if period is None or written is None or day is None or written.last >= day.first or day.length.days:
        return False
    return period.first + _WEEK == day.first and (day.first - written.last).days <= _LATE


def _same_period(context: _Context, year: int) -> tuple[Period | None, tuple[Span, ...]]:
    """Read "the same period of 2023": the months of the nearest earlier date, in that year."""
    if context.anchored and context.reference and context.reference.length.days >= 27:
        return resolve(Relative("period", year - context.reference.first.year), context.reference, False), ()
    for index, mention in reversed(context.earlier):
        period = mention.period
        if context.index - index > 1:
            break
        if period is not None and period.length.days >= 27 and period.first.year == period.last.year:
            return resolve(Relative("period", year - period.first.year), period, False), mention.spans
    return None, ()
