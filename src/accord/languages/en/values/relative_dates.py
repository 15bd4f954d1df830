"""Dates told from another date: "yesterday", "last year", "two years ago", "the following day", "on Tuesday".

`relative` yields readings of one sentence; `resolve` turns a Relative into a Period once its anchor is known.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.values.date_parts import COUNT, WEEKDAY, Reading, Relative, count, weekday_number
from accord.values import Period

__all__ = ["relative", "resolve", "shifted"]

_HINT = re.compile(
    r"\b(?:today|weekend|yesterday|tomorrow|tonight|ago|earlier|later|last|this|next|past|coming|previous|current|same"
    r"|following|that|decade"
    r"|within|fortnight|every|each|annually|yearly|monthly|quarterly|weekly|before|after|preceding|year|beginning"
    r"|months?|period|[MTWFS][a-z]{2,5}day|the \d{1,2}(?:st|nd|rd|th))\b",
    re.I,
)
_UNIT = "(?P<unit>day|week|month|quarter|year|decade)"
_UNITS = "(?P<unit>hour|day|week|fortnight|month|quarter|year|decade)s?"

_NAMED_DAY = re.compile(
    r"\b(?P<name>(?:the[ ])?day[ ](?:before[ ]yesterday|after[ ]tomorrow)|today|yesterday|tomorrow|tonight"
    r"|this[ ](?:morning|afternoon|evening)|last[ ]night)\b(?!['’]s[ ](?:world|generation|youth))",
    re.I,
)
_NEAR = re.compile(
    r"(?<![\w-])(?:(?P<vague>earlier|later|early|late)[ ])?(?P<near>last|this|next|the[ ]current|the[ ]coming"
    r"|the[ ]past)[ ]"
    rf"{_UNIT}(?![\w-])(?![ ]of\b)",
    re.I,
)
_SEASON = re.compile(r"(?<![\w-])(?P<near>last|this|next)[ ](?P<season>spring|summer|autumn)(?![\w-])", re.I)
_WEEKEND = re.compile(
    r"\b(?:by|before|(?P<over>over|during|at|through)|this|until|(?P<last>last|the[ ]past))[ ](?:the[ ])?(?P<unit>weekend)\b(?![ ](?:of|in|after)\b)",
    re.I,
)
_OF_YEAR = re.compile(
    r"\b(?:the[ ])?(?P<vague>beginning|start|end|close)[ ]of[ ]the[ ](?P<unit>year|month|week)\b(?![ -]\d)"
    r"|\b(?P<end>year[ -]end|year['’]s[ ]end)\b"
    r"|(?<=before[ ])(?:the|this)[ ](?P<out>year|month|week)[ ](?:(?:is|was)[ ](?:out|over|up|done)|ends|ended|closes)\b",
    re.I,
)
_DECADE_END = re.compile(
    r"\b(?:the[ ])?(?P<vague>end|close|turn)[ ]of[ ](?:the|this|the[ ]current)[ ]decade\b"
    r"|(?<=before[ ])(?:the|this)[ ]decade[ ](?:(?:is|was)[ ](?:out|over|up|done)|ends|ended|closes)\b",
    re.I,
)
_TO_DATE = re.compile(
    r"\b(?:since|from)[ ]the[ ](?:beginning|start|turn)[ ]of[ ](?:the|this)[ ]year\b(?![ ](?:to|until|till|through|up))"
    r"|\b(?:so[ ]far[ ]this[ ]year|this[ ]year[ ](?:so[ ]far|to[ ]date)|year[ -]to[ -]date)\b",
    re.I,
)
_TEXTUAL = re.compile(
    r"(?<![\w-])(?:(?P<vague>later|earlier)[ ])?(?P<which>the[ ]same|that[ ]same|that|the[ ]following"
    r"|the[ ]next|the[ ]previous"
    r"|the[ ]preceding|the[ ]prior)[ ]" + _UNIT + r"(?![\w-])",
    re.I,
)
_DAY_BEFORE = re.compile(
    r"\bthe[ ](?P<unit>day|week|month|year)[ ](?P<which>before|after|earlier)(?=[ ]?[.,;)]|$)", re.I
)
_AGO = re.compile(
    rf"(?<![\w-])(?P<count>{COUNT})[ -]{_UNITS}[ ](?P<which>ago|earlier|later|before[ ]that|after[ ]that(?![ ](?:made|of|by|which|when|held))"
    rf"|prior)\b",
    re.I,
)
_SAME_PERIOD = re.compile(
    r"\bthe[ ](?:same|corresponding|similar|analogous)[ ](?:period|months?|quarter|time)"
    r"(?:[ ](?:of|in|last|a)\b(?:[ ]the)?)?[ ](?:(?P<previous>(?:last|previous|preceding|prior)[ ]year|year"
    r"(?:[ ](?:earlier|ago|before))?)"
    r"|(?P<year>(?:19|20)\d\d)(?!\w))",
    re.I,
)
_WITHIN = re.compile(
    rf"\b(?:within(?:[ ]the[ ]next)?|(?:in|over|during|for)[ ]the[ ](?:next|coming|following))[ ]"
    rf"(?P<count>{COUNT})(?:[ ]to[ ]{COUNT})?[ ]"
    rf"{_UNITS}\b(?![ ]of\b)",
    re.I,
)
_PAST = re.compile(
    rf"\b(?:(?:in|over|during|for|within)[ ])?the[ ](?:last|past|previous)[ ](?P<count>{COUNT})[ ]{_UNITS}\b", re.I
)
_EVERY = re.compile(
    rf"\b(?:(?:every|each)[ ](?:(?P<count>{COUNT}|other|second)[ ])?{_UNITS}|(?P<adverb>annually|yearly"
    rf"|quarterly|monthly|weekly))\b",
    re.I,
)
_OWNED = (  # what a weekday may own: "Thursday's trip"
    r"(?:\w+[ ])?(?:visits?|trips?|talks|meetings?|summit|session|calls?|conversation|encounter|attacks?|raids?|shootings?|incidents?|clash(?:es)?|"
    r"signing|ceremony|closure|(?:re)?opening|exchange|vote|round|strikes?|shelling|incursion|ruling|blast|ambush)\b"
)
_ON_WEEKDAY = re.compile(
    rf"(?<![\w-])(?:(?P<near>[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming|[Pp]ast)[ ])?(?P<weekday>{WEEKDAY})(?!-)(?!['’](?!s[ ]{_OWNED}))"
)
_WEEKDAYS = re.compile(
    rf"(?<![\w-])(?P<weekday>{WEEKDAY})(?P<joint>[ ]?[-–—][ ]?|,?[ ](?:to|until|till|through|and)[ ](?:on[ ])?)(?P<last>{WEEKDAY})(?!['’-])"
)
_NTH = re.compile(
    r"\b(?<=on )(?:the )(?P<nth>\d{1,2})(?:st|nd|rd|th)\b(?P<here>[ ]of[ ](?:this|the)[ ]month\b)?(?=[.,;)]|[ ](?:in|at|to|and|with|by|for|when|after|as|the|near|on|between)\b|$)"
)
_LAST_WEEK = re.compile(rf"(?<![\w-])(?P<weekday>{WEEKDAY})[ ](?:of[ ])?(?P<near>last|this|next)[ ]week\b(?!['’])")
_SAME_SPAN = re.compile(
    rf"\b(?:in|over|during|for|throughout)[ ]the[ ](?:said[ ]|same[ ])?(?:(?P<count>{COUNT})[ -]months?(?:[ ]period)?|(?:reporting|review|given)[ ]period|period[ ]under[ ]review)"
    r"(?![ ](?:of|to|in|ended|ending|through|from|up|since|after|before)\b)",
    re.I,
)
_MONTH = 32  # no day of a month is so far
_SHIFTS = {"last": -1, "the past": -1, "past": -1, "this": 0, "the current": 0, "next": 1, "the coming": 1, "coming": 1}
_TEXT_SHIFTS = {"same": 0, "that": 0, "following": 1, "next": 1, "previous": -1, "preceding": -1, "prior": -1}
_DURATIONS = {
    "fortnight": "P{}W",
    "year": "P{}Y",
    "month": "P{}M",
    "week": "P{}W",
    "day": "P{}D",
    "quarter": "P{}M",
    "decade": "P{}Y",
}
_ADVERBS = {"annually": "P1Y", "yearly": "P1Y", "quarterly": "P3M", "monthly": "P1M", "weekly": "P1W"}


def relative(text: str, span: Span) -> Iterator[Reading]:
    """The readings in one sentence, possibly overlapping."""
    if not _HINT.search(text, span.start, span.end):
        return
    for pattern in re.likely(_RULES, text, span.start, span.end):
        for match in pattern.finditer(text, span.start, span.end):
            reading = _RULES[pattern](match)
            if reading is not None:
                yield reading


def _named_day(match: re.Match[str]) -> Reading:
    name = match["name"].lower()
    shift = -1 if re.search("yesterday|night$", name) and name != "tonight" else 1 if "tomorrow" in name else 0
    if "day " in name:
        shift *= 2
    return Reading(match.start(), match.end(), "relative", relative=Relative("day", shift))


def _nth(match: re.Match[str]) -> Reading | None:
    """ "On the 22nd": that day of this month, or of the next or the last."""
    day = int(match["nth"])
    found = Relative("day-of-this-month" if match["here"] else "day-of-month", weekday=day)
    if not 0 < day < _MONTH:
        return None
    return Reading(match.start(), match.end(), "relative", relative=found, attributes={"nth": day})


def _weekdays(match: re.Match[str]) -> Reading | None:
    """ "From Thursday to Friday", "Monday and Tuesday": the days from the one to the other."""
    first = weekday_number(match["weekday"])
    days = (weekday_number(match["last"]) - first) % 7
    if not days or ("and" in match["joint"] and days > 1):
        return None
    return Reading(match.start(), match.end(), "relative", relative=Relative("weekdays", days, weekday=first))


def _last_week(match: re.Match[str]) -> Reading:
    """ "Friday of last week": that day of that week."""
    found = Relative("weekday-of", _SHIFTS[match["near"].lower()], weekday=weekday_number(match["weekday"]))
    return Reading(match.start(), match.end(), "relative", relative=found)


def _same_span(match: re.Match[str]) -> Reading:
    """ "Over the nine months", "in the reporting period": a span told before."""
    found = Relative("span", count(match["count"]) if match["count"] else 0, earlier=True)
    told = {"span": True} if match["count"] and "same" not in match[0] else {"same": True}
    start = match.start() + match[0].index(" ") + 1
    return Reading(start, match.end(), "relative", relative=found, attributes=told)


def _near(match: re.Match[str]) -> Reading | None:
    near, unit = match["near"].lower(), match["unit"].lower()
    if unit == "day" or (unit == "decade" and near != "this"):
        return None
    attributes = {"vague": match["vague"].lower()} if match["vague"] else {}
    found = None if unit == "decade" else Relative(unit, _SHIFTS[near])
    return Reading(match.start(), match.end(), "relative", relative=found, attributes=attributes)


_TO_COME = re.compile(
    r"\b(?:will|would|shall|due|set|plans?|planned|expected|scheduled|is to|are to|going to)\b[^.;]*$"
)


def _weekend(match: re.Match[str]) -> Reading:
    """The Saturday and Sunday of the week of writing, or of the one before: "by the weekend", "last weekend"; "over the
    weekend" those that have begun, unless something is to come."""
    if match["over"] and not _TO_COME.search(match.string, max(0, match.start() - 60), match.start()):
        return Reading(match.start("unit"), match.end(), "relative", relative=Relative("weekend begun", 0))
    shift = -1 if match["last"] else 0
    return Reading(match.start("unit"), match.end(), "relative", relative=Relative("weekend", shift))


def _season(match: re.Match[str]) -> Reading | None:
    """ "This autumn" falls in this year; "last autumn" and "next summer" may fall in two."""
    if match["near"].lower() != "this":
        return None
    told = {"season": match["season"].lower()}
    return Reading(match.start(), match.end(), "relative", relative=Relative("year"), attributes=told)


def _of_year(match: re.Match[str]) -> Reading:
    vague = "end" if (match["vague"] or "end").lower() in ("end", "close") else "early"
    found = Relative((match["unit"] or match["out"] or "year").lower())
    return Reading(match.start(), match.end(), "relative", relative=found, attributes={"vague": vague})


def _decade_end(match: re.Match[str]) -> Reading:
    """ "By the end of the decade": the next year with a nought at its end."""
    return Reading(match.start(), match.end(), "relative", relative=Relative("decade-end"), attributes={"vague": "end"})


def _to_date(match: re.Match[str]) -> Reading:
    """ "Since the beginning of the year": its days up to that of telling."""
    return Reading(match.start(), match.end(), "relative", relative=Relative("to-date"))


def _textual(match: re.Match[str]) -> Reading | None:
    which, unit = match["which"].lower().split()[-1], match["unit"].lower()
    if unit == "decade":
        return None
    found = Relative(unit, _TEXT_SHIFTS[which], earlier=True)
    return Reading(match.start(), match.end(), "relative", relative=found)


def _day_before(match: re.Match[str]) -> Reading:
    shift = 1 if match["which"].lower() == "after" else -1
    found = Relative(match["unit"].lower(), shift, earlier=True)
    return Reading(match.start(), match.end(), "relative", relative=found)


def _ago(match: re.Match[str]) -> Reading | None:
    number, unit, which = count(match["count"]), match["unit"].lower(), match["which"].lower()
    number, unit = (2 * number, "week") if unit == "fortnight" else (number, unit)
    attributes = {f"{unit}s": number}
    if unit in ("decade", "hour"):
        return Reading(match.start(), match.end(), "ago", attributes=attributes)
    forward = which in ("later", "after that")
    found = Relative(unit, number if forward else -number, earlier=which != "ago")
    form = "ago" if which == "ago" else "relative"
    if which in ("earlier", "prior") and unit == "year" and number == 1:
        found = Relative("period", -1, earlier=True)
    return Reading(match.start(), match.end(), form, relative=found, attributes=attributes)


def _same_period(match: re.Match[str]) -> Reading:
    if match["year"]:
        found, attributes = None, {"year": int(match["year"]), "same": True}
    else:
        found, attributes = Relative("period", -1, earlier=True), {"same": True}
    return Reading(match.start(), match.end(), "relative", relative=found, attributes=attributes)


def _within(match: re.Match[str]) -> Reading:
    number, unit = count(match["count"]), match["unit"].lower()
    attributes = {f"{unit}s": number}
    size, of = {"decade": (10, "year"), "fortnight": (2, "week"), "hour": (1 / 24, "day")}.get(unit, (1, unit))
    found = Relative(of, math.ceil(number * size))
    return Reading(match.start(), match.end(), "duration", relative=found, attributes=attributes)


def _past(match: re.Match[str]) -> Reading:
    attributes = {f"{match['unit'].lower()}s": count(match["count"]), "direction": "past"}
    return Reading(match.start(), match.end(), "duration", attributes=attributes)


def _every(match: re.Match[str]) -> Reading | None:
    if match["adverb"]:
        every = _ADVERBS[match["adverb"].lower()]
    else:
        words = (match["count"] or "one").lower()
        number = 2 if words in ("other", "second") else count(words)
        unit = match["unit"].lower()
        if unit not in _DURATIONS:
            return None
        every = _DURATIONS[unit].format(number * {"quarter": 3, "decade": 10, "fortnight": 2}.get(unit, 1))
    return Reading(match.start(), match.end(), "recurring", attributes={"every": every})


def _on_weekday(match: re.Match[str]) -> Reading:
    near = (match["near"] or "").lower()
    found = Relative("weekday", _SHIFTS.get(near, 0), weekday=weekday_number(match["weekday"]))
    attributes = {"near": near} if near else {}
    return Reading(match.start(), match.end(), "relative", relative=found, attributes=attributes)


_RULES: dict[re.Pattern, Callable[[re.Match[str]], Reading | None]] = {
    _TO_DATE: _to_date,
    _LAST_WEEK: _last_week,
    _WEEKDAYS: _weekdays,
    _NTH: _nth,
    _SAME_SPAN: _same_span,
    _NAMED_DAY: _named_day,
    _NEAR: _near,
    _SEASON: _season,
    _OF_YEAR: _of_year,
    _DECADE_END: _decade_end,
    _TEXTUAL: _textual,
    _DAY_BEFORE: _day_before,
    _AGO: _ago,
    _SAME_PERIOD: _same_period,
    _WITHIN: _within,
    _PAST: _past,
    _EVERY: _every,
    _ON_WEEKDAY: _on_weekday,
    _WEEKEND: _weekend,
}


def shifted(anchor: Period, unit: str, shift: int) -> Period | None:
    """The unit that lies so many units from the anchor; None where the anchor is too vague or open for it."""
    if anchor.open:
        return None
    first, last = anchor.first, anchor.last
    try:
        if unit == "day":
            near = first == last or (shift > 0 and (last - first).days < 10)
            return Period.day(last + timedelta(days=shift)) if near else None
        if unit == "week":
            if first != last:
                return None
            monday = first - timedelta(days=first.weekday()) + timedelta(weeks=shift)
            return Period.days(monday, monday + timedelta(days=6))
        if unit == "weekend begun":
            saturday = first - timedelta(days=(first.weekday() + 2) % 7)
            return Period.days(saturday, saturday + timedelta(days=1)) if first == last else None
        if unit == "weekend":
            if first != last:
                return None
            saturday = first - timedelta(days=first.weekday()) + timedelta(days=5 + 7 * shift)
            return Period.days(saturday, saturday + timedelta(days=1))
        if unit == "period":
            return _moved(anchor, shift)
        if first.year != last.year:
            return None
        if unit == "year":
            return Period.year(first.year + shift)
        size = 3 if unit == "quarter" else 1
        if (first.month - 1) // size != (last.month - 1) // size:
            return None
        index = first.year * (12 // size) + (first.month - 1) // size + shift
        year, rest = divmod(index, 12 // size)
        return Period.parse(f"{year}-Q{rest + 1}") if size == 3 else Period.month(year, rest + 1)
    except (ValueError, OverflowError):
        return None


def _moved(anchor: Period, years: int) -> Period | None:
    """The same days, months or quarter, so many years on."""
    if anchor.first.year != anchor.last.year:
        return None
    year = anchor.first.year
    if anchor.first == anchor.last:
        return Period.year(year + years)
    return Period.parse(anchor.iso.replace(f"{year:04}", f"{year + years:04}"))


def resolve(told: Relative, anchor: Period, future: bool) -> Period | None:
    """The period that a relative date means, from its anchor. `future`: the sentence speaks of what is to come."""
    if told.unit == "span":
        months = (anchor.last.year - anchor.first.year) * 12 + anchor.last.month - anchor.first.month + 1
        whole = anchor.length.days >= 27 and not anchor.open and months == (told.shift or months)
        return anchor if whole and months < 24 else None
    if told.unit == "decade-end":
        return Period.year(-(-anchor.first.year // 10) * 10) if anchor.first.year == anchor.last.year else None
    if told.unit == "to-date":
        day = anchor.first
        return Period.days(date(day.year, 1, 1), day) if anchor.first == anchor.last else None
    if told.unit == "weekday-of":
        week = shifted(anchor, "week", told.shift)
        return Period.day(week.first + timedelta(days=told.weekday or 0)) if week else None
    if told.unit == "day-of-this-month":
        return _in_month(told.weekday or 0, anchor)
    if told.unit == "weekdays":
        return _span_of_weekdays(told, anchor, future)
    if told.unit == "day-of-month":
        return _day_of_month(told.weekday or 0, anchor.first, future) if anchor.first == anchor.last else None
    if told.unit != "weekday":
        return shifted(anchor, told.unit, told.shift)
    if anchor.first != anchor.last or told.weekday is None:
        return None
    try:
        return _weekday(told, anchor.first, future)
    except OverflowError:
        return None


def _in_month(number: int, anchor: Period) -> Period | None:
    """The day of that number in the anchor's month."""
    try:
        return Period.day(anchor.first.replace(day=number)) if anchor.first.month == anchor.last.month else None
    except ValueError:
        return None


def _span_of_weekdays(told: Relative, anchor: Period, future: bool) -> Period | None:
    """The days from one weekday to another: over at the anchor in reports, begun after it in plans."""
    if anchor.first != anchor.last:
        return None
    ends = told.weekday if future else ((told.weekday or 0) + told.shift) % 7
    day = _weekday(Relative("weekday", weekday=ends), anchor.first, future)
    if day is None:
        return None
    span = timedelta(days=told.shift)
    return Period.days(day.first, day.first + span) if future else Period.days(day.first - span, day.first)


def _day_of_month(number: int, day: date, future: bool) -> Period | None:
    """The nearest day of that number: up to the anchor in reports, from it on in plans."""
    step = timedelta(days=1 if future else -1)
    for _ in range(2 * _MONTH):
        if day.day == number:
            return Period.day(day)
        day += step
    return None


def _weekday(told: Relative, day: date, future: bool) -> Period | None:
    """The nearest such weekday: up to the anchor in reports, after it in plans. "Next Tuesday" is ambiguous: None."""
    back = (day.weekday() - (told.weekday or 0)) % 7
    if told.shift > 0:
        return None
    if told.shift < 0:
        return Period.day(day - timedelta(days=back or 7))
    if future and back:
        return Period.day(day + timedelta(days=7 - back))
    return Period.day(day - timedelta(days=back))
