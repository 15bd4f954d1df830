"""Dates that name a day, month, quarter or year: "March 12-13, 2025", "Q1 2025", "the 1990s", "March 14".

`absolute` yields readings of one sentence; what lacks its year is left to be resolved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from accord.document import Span
from accord.errors import ValueFormatError
from accord.languages import patterns as re
from accord.languages.en.values.date_parts import (
    COUNT,
    DAY,
    MONTH,
    WEEKDAY,
    YEAR,
    YEAR_DIGITS,
    YEAR_OF,
    Partial,
    Reading,
    count,
    day_number,
    month_number,
    span_of,
    year_of,
)
from accord.languages.en.values.nouns import counted_noun
from accord.languages.en.values.numeric_dates import NUMERIC, NUMERIC_SPAN, numeric, numeric_span
from accord.languages.en.values.spelled_dates import seasonal, spelled_dates
from accord.languages.en.values.units import CURRENCY_AFTER, PERSONS, UNIT_AFTER
from accord.values import Period

__all__ = ["absolute"]

_MONTH_HINT = re.compile(MONTH)
_DIGIT_HINT = re.compile(r"\d{3}|\d[HQM]|[HQ]\d|quarter|half|mester|months")
_JOINT = r"(?:[ ]?[-–—][ ]?|[ ](?:to|and|through|till|until|or)[ ])"
_THROUGH = r"(?:[ ]?[-–—][ ]?|,?[ ](?:to|through|till|until)[ ])"
_WEEKDAY = rf"(?:{WEEKDAY},?[ ](?:the[ ])?)?"
_VAGUE = r"(?:(?P<vague>early|mid|late|end(?=-)|(?:the[ ])?(?:beginning|start|middle|end)[ ]of)[ -])?"

_DAY_FIRST = re.compile(
    rf"(?<![\w.,/:])(?<![A-Za-z]-){_WEEKDAY}"
    rf"(?P<days>(?:(?P<d1>{DAY})(?P<more>(?:,[ ]{DAY})*)(?P<joint>,?{_JOINT})(?:the[ ])?)?(?P<d2>{DAY}))"
    rf"(?:[ ]day)?[ ](?:of[ ])?"
    rf"(?P<month>{MONTH}){YEAR_OF}?"
)
_MONTH_FIRST = re.compile(
    rf"(?<![\w-]){_WEEKDAY}(?P<month>{MONTH})[ ](?:the[ ])?"
    rf"(?P<days>(?P<d1>{DAY})(?:(?P<more>(?:,[ ]{DAY})*)(?P<joint>,?{_JOINT})(?P<d2>{DAY})"
    rf"(?![ ]?{MONTH}))?){YEAR_OF}?"
)
_BETWEEN = re.compile(r"\b[Bb]etween[ ](?:the[ ])?$")
_ACROSS = re.compile(
    rf"(?<![\w-])(?:(?P<m1>{MONTH})[ ](?P<d1>{DAY})|(?P<e1>{DAY})[ ](?P<n1>{MONTH}))(?:,?[ ]"
    rf"(?P<y1>{YEAR}))?(?:{_THROUGH}|(?P<joint>[ ]and[ ]))"
    rf"(?:(?P<m2>{MONTH})[ ](?P<d2>{DAY})|(?P<e2>{DAY})[ ](?P<n2>{MONTH})){YEAR_OF}?"
)
_MONTHS_ACROSS = re.compile(
    rf"(?<![\w-])(?P<m1>{MONTH})(?:[ ](?P<y1>{YEAR}))?(?P<joint>{_JOINT})(?P<m2>{MONTH})(?:[ ](?:months|period))?"
    rf"(?![ ]\d\d?\b){YEAR_OF}?"
)
_MONTH_ALONE = re.compile(
    rf"(?<![\w-]){_VAGUE}(?:(?P<near>[Nn]ext|[Ll]ast|[Tt]his)[ ])?(?P<month>(?![A-Z]{{3}}\b)(?:{MONTH}))(?![ ]\d\d?(?!\d))"
    rf"(?:,?[ ]of)?{YEAR_OF}?"
)
_NEEDED = re.compile(
    r"\b(?:in|since|by|until|till|from|during|of|for|before|after|between|through|throughout|early|late|mid"
    r"|every|each|following|previous|preceding|same)"
    r"(?:[ -]|[ ](?:the[ ])?(?:month[ ]of|end[ ]of|beginning[ ]of|middle[ ]of|start[ ]of)[ ])$",
    re.I,
)
_EVERY = re.compile(r"\b(?:every|each)[ ]$", re.I)
_QUALIFIED = re.compile(r"(?:\b(?:the|a|an|its|their|this|that|last|next|previous|recent)|['’]s)[ ]$", re.I)

_PART_OF_YEAR = re.compile(
    r"(?<![\w-])(?:(?:the[ ])?(?:(?P<ord>first|second|third|fourth|last|final|1st|2nd|3rd|4th|I{1,3}|IV)[ ]"
    r"(?P<part>quarter|half|semester|trimester)"
    r"|(?:first[ ])?(?P<months>" + COUNT + r")[ -]months?(?=[ ](?:of|in|this|last)[ ])"
    r"|first[ ](?P<quarters>two|three|2|3)[ ]quarters"
    r"|(?P<one>first)[ ]month(?=[ ]of[ ](?:(?:this|last|the(?:[ ]current)?)[ ]year|\d{4})))"
    r"|Q(?P<q>[1-4])|(?P<q2>[1-4])Q|H(?P<h>[12])|(?P<h2>[12])H)"
    r"(?:(?:[ ](?:of|in)|,)?(?:[ ]the[ ]year)?[ ]?(?P<year>" + YEAR + r")"
    r"|[ ](?:of[ ]|in[ ])?(?P<which>this|last|next|the[ ]current|the[ ]past|the[ ]coming)[ ]year\b|"
    r"(?P<bare>[ ](?:of|in)[ ]the[ ]year)?\b)"
)
_LETTERED = re.compile(r"(?:\b(?:in|for|during|over|since|by|of|than|and|vs\.?)[ ]|[,(:;][ ]?|^)$")  # "in Q1", "(H1)"
_HALF_TOLD = re.compile(r"semester$|\b(?:in|during|over|for|throughout)[ ]the[ ]first[ ]half$")
_HALF_OF = re.compile(r"[ ](?:of|in)\b")
_FIRST_MONTHS = re.compile(
    rf"\b(?:the[ ])?first[ ](?P<months>{COUNT})[ ]months\b(?![ ](?:of|in|after|since|from|following)\b)"
)
_YEAR_QUARTER = re.compile(rf"(?<![\w-])(?P<year>{YEAR_DIGITS})[- ]?(?:Q(?P<q>[1-4])|H(?P<h>[12]))(?!\w)")
_SHORT = re.compile(
    rf"(?<![\w-])(?:(?P<q>[1-4])Q|(?P<h>[12])H|(?P<m>[2-9]|1[01])M)[ ]?['’]?(?P<year>{YEAR_DIGITS}|\d\d)(?![\w%]|[.,]\d)"
    rf"|(?<![\w-])(?P<months>{COUNT})[ ]months[ ]into[ ](?P<into>{YEAR})"
)
_YEAR_FIRST = re.compile(
    rf"(?<![\w./-])(?P<year>{YEAR_DIGITS})[ ]\((?:(?P<day>{DAY})[ ])?(?P<month>{MONTH})(?:[ ](?P<d>{DAY}))?\)"
)
_PRINTED = re.compile(  # "07-May-2024", "May, 07, 2024", "May 07,2024", "May 7/2024"
    rf"(?<![\w-])(?:(?P<d1>{DAY})-(?P<m1>{MONTH})-(?P<y1>{YEAR})|(?P<m2>{MONTH})(?:,[ ](?P<d2>{DAY}),[ ]|[ ](?P<d3>{DAY})[,/])(?P<y2>{YEAR}))"
)
_YEARS_ACROSS = re.compile(
    rf"(?<![\w./-])(?P<lead>(?:[Ff]rom|[Bb]etween)[ ])?(?P<y1>{YEAR_DIGITS})(?P<joint>[ ]?[-–—][ ]?|/|[ ]to[ ]"
    rf"|[ ]through[ ]|[ ]and[ ]|[ ]until[ ])"
    rf"(?P<y2>{YEAR}|\d\d(?![\w/-]|\.\d))"
)
_ENTRY = re.compile(r"[ ](?:–|—|--?)[ ]")  # "2018 – Trade falls": a chronology's
_DECADE = re.compile(
    r"(?<![\w-])(?:the[ ])?(?:(?P<vague>early|mid|late)[ -])?(?P<decade>(?:1[5-9]"
    r"|20)\d0)['’]?s(?!\w)"
)
_YEAR_ALONE = re.compile(
    r"(?<![\w./:$€£-])(?:(?P<vague>[Ee]arly|[Mm]id|[Ll]ate|[Ee]nd(?=-)|(?:[Tt]he[ ])?(?:[Bb]eginning|[Ss]tart|[Mm]iddle"
    r"|[Ee]nd|close)[ ]of)(?:[ ]the[ ]year)?[ -])?"
    r"(?:(?:the[ ])?(?P<season>spring|summer|autumn|fall|winter)(?:[ ]of)?[ ])?"
    r"(?P<fiscal>(?:the[ ])?(?:fiscal|financial|calendar)?[ ]?year[ ]|FY[ ]?)?"
    rf"(?P<year>{YEAR})(?![.,]\d|[-/–]\w|%|:\d)"
)
_STRONG = re.compile(
    r"\b(?:in|since|by|until|till|during|within|before|after|throughout|as[ ]of|as[ ](?:early|late|far[ ]back)[ ]as"
    r"|end[ -]|early|late|signed|dated|and[ ]again[ ]in|closed|ended|finished|whole[ ]of|all[ ]of)[ ](?:about[ ]|around[ ]|the[ ])?$",
    re.I,
)
_DONE = re.compile(  # "opened 2007", "in force 2012"
    r"\b(?:opened|reopened|re-opened|established|inaugurated|founded|concluded|ratified|expired|lapsed|completed|launched|built|suspended|terminated"
    r"|denounced|initialled|joined|renewed|extended|recogni[sz]ed|begun|started|commissioned|adopted|revised|restored|severed|force|set up|accession)[ ]$",
    re.I,
)
_WEAK = re.compile(
    r"(?:\b(?:of|from|to|for|than|over|with|against|through|between|versus|around|circa|on|the|an?|its|their"
    r"|his|her|our|this"
    r"|and|or|both|recent)[ ]|['’]s?[ ]|[(\[,;–—][ ]?|:[ ](?=$)|\t|\|[ ]?)$",
    re.I,
)
_NOUN_AFTER = re.compile(
    r"[ -](?:figures?|levels?|reports?|data|budgets?|elections?|seasons?|results?|edition|summit|agreement"
    r"|treaty|census|war"
    r"|saw|was|is|will|has|became|marks?|marked|witnessed)\b"
)
_COUNTED_RANGE = re.compile(r"(?:[ ](?:to|and|or)[ ]|[-–])\d{3,4}[ ][a-z]")
_AFTERWARDS = re.compile(
    r"[ ](?:(?P<near>next|last)(?=[ ]?[.,;)]|$)|(?P<of>of[ ](?:that|the[ ]same|that[ ]same|the[ ]said)[ ]year)"
    r"|(?P<follows>(?:of[ ])?the[ ](?:following|next)[ ]year))"
)
_BESIDE = re.compile(r"\b(?P<which>that(?:[ ]same)?|the[ ](?:same|following|next|previous|preceding))[ ]$", re.I)
_ORDINALS = {"first": 1, "1st": 1, "I": 1, "second": 2, "2nd": 2, "II": 2, "third": 3, "3rd": 3, "III": 3,
             "fourth": 4, "4th": 4, "IV": 4}  # fmt: skip


def absolute(text: str, span: Span) -> Iterator[Reading]:
    """The readings in one sentence, possibly overlapping."""
    month = _MONTH_HINT.search(text, span.start, span.end) is not None
    digit = _DIGIT_HINT.search(text, span.start, span.end) is not None
    for pattern in re.likely(_RULES, text, span.start, span.end):
        read, hint = _RULES[pattern]
        if month if hint == "month" else digit:
            for match in pattern.finditer(text, span.start, span.end):
                reading = read(text, span, match)
                if reading is not None:
                    yield _placed(text, span, reading)
    yield from spelled_dates(text, span)


def _placed(text: str, span: Span, reading: Reading) -> Reading:
    """A date without a year that other words set beside another: "1 July of that year", "that December", "10 May next"."""
    if reading.partial is None or reading.partial.year is not None or "near" in reading.attributes:
        return reading
    after = _AFTERWARDS.match(text, reading.end, span.end)
    if after is not None:
        near = after["near"] or ("that" if after["of"] else "following")
        return replace(reading, end=after.end(), attributes={**reading.attributes, "near": near})
    before = _BESIDE.search(text[max(span.start, reading.start - 24) : reading.start])
    if before is None:
        return reading
    near = {"same": "that", "that": "that", "following": "following", "next": "following"}.get(
        before["which"].lower().split()[-1], "previous"
    )
    return replace(reading, attributes={**reading.attributes, "near": near})


def _dated(match: re.Match[str], partial: Partial, end: int | None = None) -> Reading | None:
    """The reading of a month or day span: with its year where YEAR_OF told one."""
    year, shift = year_of(match)
    start, end = match.start(), match.end() if end is None else end
    if year is None:
        if partial.period(2024) is None:
            return None
        partial = replace(partial, year=shift)
        return Reading(start, end, "partial", partial=partial)
    crosses = partial.last[0] < partial.first[0]
    period = span_of(year - crosses, partial.first, year, partial.last)
    return None if period is None else Reading(start, end, "absolute", period)


def _days(text: str, span: Span, match: re.Match[str]) -> Reading | None:
    """Read "March 12-13, 2025", "12 and 13 March"."""
    month = month_number(match["month"])
    first, last = match["d1"] or match["d2"], match["d2"] or match["d1"]
    low, high = day_number(first), day_number(last)
    if match["d1"] and match["d2"] and (match["joint"].strip() in ("and", "or", ",") or match["more"]):
        days = [day_number(day) for day in re.findall(r"\d+", match["days"])]
        between = (
            _BETWEEN.search(text[max(span.start, match.start() - 12) : match.start()]) is not None
            and len(days) == 2
            and low < high
        )
        if days != list(range(low, high + 1)) and not between:
            year, _ = year_of(match)
            attributes = {"month": month, "days": days} | ({"year": year} if year else {})
            return Reading(match.start(), match.end(), "absolute" if year else "partial", attributes=attributes)
    if low > high:
        return None
    if (
        match["d1"]
        and not match["d2"]
        and not match["year"]
        and text[max(span.start, match.start() - 3) : match.start()].lower().strip() == "in"
    ):
        return _dated(match, Partial((month, 0), (month, 0)), match.end("month"))  # "In May 12 people died"
    return _dated(match, Partial((month, low), (month, high)))


def _across(text: str, span: Span, match: re.Match[str]) -> Reading | None:
    """Read "from March 30 to April 2, 2025", "between March 30 and April 2"."""
    if match["joint"] and not _BETWEEN.search(text, max(span.start, match.start() - 16), match.start()):
        return None
    first = month_number(match["m1"] or match["n1"]), day_number(match["d1"] or match["e1"])
    last = month_number(match["m2"] or match["n2"]), day_number(match["d2"] or match["e2"])
    if match["y1"] and match["year"]:
        period = span_of(int(match["y1"]), first, int(match["year"]), last)
        return None if period is None else Reading(match.start(), match.end(), "absolute", period)
    return _dated(match, Partial(first, last))


def _months_across(text: str, span: Span, match: re.Match[str]) -> Reading | None:
    """Read "January-September 2024", "from May to June"."""
    first, last = month_number(match["m1"]), month_number(match["m2"])
    between = text[max(span.start, match.start() - 8) : match.start()].lower() == "between "
    listed = match["joint"].strip() in ("and", "or") and not between
    if first == last or (listed and (last != first + 1 or match["y1"])):
        return None
    if match["y1"]:
        end_year, _ = year_of(match)
        period = end_year and span_of(int(match["y1"]), (first, 0), end_year, (last, 0))
        reading = Reading(match.start(), match.end(), "absolute", period) if period else None
    else:
        reading = _dated(match, Partial((first, 0), (last, 0)))
    return replace(reading, start=match.start() - 8) if reading and between else reading


def _month_alone(text: str, span: Span, match: re.Match[str]) -> Reading | None:
    """Read "in early March 2025", "last December"; not the verbs march and may, nor people called May."""
    month = month_number(match["month"])
    partial = Partial((month, 0), (month, 0))
    end = match.end()
    if not match["year"] and not match["which"]:
        end = match.end("month")
        before = text[max(span.start, match.start() - 24) : match.start()]
        if (every := _EVERY.search(before)) is not None:
            attributes: dict[str, object] = {"every": "P1Y", "month": month}
            return Reading(match.start() - len(every[0]), end, "recurring", attributes=attributes)
        needed = _NEEDED.search(before) or match["vague"] or match["near"]
        doubtful = month in (3, 5) or len(match["month"]) < 4
        following = text[end : end + 2]
        if not needed and (doubtful or not _QUALIFIED.search(before) or following[1:].isupper()):
            return None
    reading = _dated(match, partial, end)
    if reading is None:
        return None
    told = {"near": match["near"].lower()} if match["near"] else {}
    if match["vague"]:
        told["vague"] = _vague(match["vague"])
    return replace(reading, attributes=told)


def _vague(words: str) -> str:
    """early, mid or late, as "the beginning of" and the like say it."""
    words = words.lower()
    if re.search("early|beginning|start", words):
        return "early"
    return "mid" if re.search("mid", words) else "end" if re.search("end|close", words) else "late"


def _part_of_year(text: str, span: Span, match: re.Match[str]) -> Reading | None:
    """Read "the first quarter of 2025", "Q1 2025", "the first nine months of 2024"."""
    quarter, half = match["q"] or match["q2"], match["h"] or match["h2"]
    if match["ord"]:
        quarterly = match["part"] in ("quarter", "trimester")
        number = _ORDINALS.get(match["ord"], 4 if quarterly else 2)
        quarter, half = (number, None) if quarterly else (None, number)
    told = bool(match["year"] or match["which"])
    if match["one"]:
        return _of_the_year(match, _dated(match, Partial((1, 0), (1, 0))))
    if match["quarters"]:
        return _of_the_year(match, _dated(match, Partial((1, 0), (3 * count(match["quarters"]), 0))))
    if match["months"]:
        number = count(match["months"])
        if number > 12 or not (told or match["bare"]) or ("first" not in match[0] and number < 2):
            return None
        return _of_the_year(match, _dated(match, Partial((1, 0), (number, 0))))
    lettered = bool(match["q"] or match["h"]) and _LETTERED.search(
        text[max(span.start, match.start() - 10) : match.start()]
    )
    spelled = match["part"] and (match["ord"] not in ("last", "final") or match["bare"])
    if not (told or spelled or lettered):
        return None
    if not told and half and not (match["bare"] or lettered):
        before = _HALF_TOLD.search(text, max(0, match.start() - 12), match.end())
        if before is None or _HALF_OF.match(text, match.end()):
            return None
    if (quarter and int(quarter) > 4) or (half and int(half) > 2):
        return None
    if half:
        return _of_the_year(match, _dated(match, Partial((6 * int(half) - 5, 0), (6 * int(half), 0))))
    year, _ = year_of(match)
    if year is not None:
        return Reading(match.start(), match.end(), "absolute", Period.parse(f"{year}-Q{quarter}"))
    whole = Partial((3 * int(quarter or 1) - 2, 0), (3 * int(quarter or 1), 0), quarter=True)
    return _of_the_year(match, _dated(match, whole))


def _of_the_year(match: re.Match[str], reading: Reading | None) -> Reading | None:
    """A part "of the year" is one of the year of writing."""
    if reading is None or reading.partial is None or not match["bare"]:
        return reading
    return replace(reading, partial=replace(reading.partial, year=0), attributes={**reading.attributes, "bare": True})


def _first_months(text: str, span: Span, match: re.Match[str]) -> Reading | None:
    """Read "the first nine months" of a year that is told elsewhere."""
    number = count(match["months"])
    return _dated(match, Partial((1, 0), (number, 0))) if 1 < number < 12 else None


def _short(text: str, span: Span, match: re.Match[str]) -> Reading | None:
    """Read "2Q25", "1H 2025", "9M25", "nine months into 2025"."""
    if match["months"]:
        number = count(match["months"])
        period = span_of(int(match["into"]), (1, 0), int(match["into"]), (number, 0)) if 1 < number < 12 else None
        return Reading(match.start(), match.end(), "absolute", period) if period else None
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    if match["q"]:
        return Reading(match.start(), match.end(), "absolute", Period.parse(f"{year}-Q{match['q']}"))
    first, last = (6 * int(match["h"]) - 5, 6 * int(match["h"])) if match["h"] else (1, int(match["m"]))
    return Reading(match.start(), match.end(), "absolute", span_of(year, (first, 0), year, (last, 0)))


def _year_quarter(text: str, span: Span, match: re.Match[str]) -> Reading | None:
    if match["q"]:
        return Reading(match.start(), match.end(), "absolute", Period.parse(f"{match['year']}-Q{match['q']}"))
    half = int(match["h"])
    return _dated(match, Partial((6 * half - 5, 0), (6 * half, 0)))


def _year_first(text: str, span: Span, match: re.Match[str]) -> Reading | None:
    """ "2019 (March)", as chronologies write."""
    day, month = match["day"] or match["d"], month_number(match["month"])
    at = (month, day_number(day) if day else 0)
    period = span_of(int(match["year"]), at, int(match["year"]), at)
    return None if period is None else Reading(match.start(), match.end(), "absolute", period)


def _printed(text: str, span: Span, match: re.Match[str]) -> Reading | None:
    month, day = month_number(match["m1"] or match["m2"]), day_number(match["d1"] or match["d2"] or match["d3"])
    year = int(match["y1"] or match["y2"])
    period = span_of(year, (month, day), year, (month, day))
    return None if period is None else Reading(match.start(), match.end(), "absolute", period)


def _years_across(text: str, span: Span, match: re.Match[str]) -> Reading | None:
    """Read "2021-2022", "2021/22", "from 2025 to 2027"; "2025-03" is a month."""
    first, joint, lead = int(match["y1"]), match["joint"].strip(), (match["lead"] or "").strip().lower()
    short = len(match["y2"]) == 2
    last = first // 100 * 100 + int(match["y2"]) if short else int(match["y2"])
    start, end = match.start("y1") if lead != "between" else match.start(), match.end()
    if joint == "and" and lead != "between":
        return None
    if joint in ("to", "through", "until") and short:
        return None
    if short and last <= first:
        if joint == "-" and 0 < int(match["y2"]) < 13 and int(match["y2"]) != (first + 1) % 100:
            return Reading(start, end, "absolute", Period.month(first, int(match["y2"])))
        return None
    if short and 0 < int(match["y2"]) < 13 and last != first + 1:
        if joint == "-":
            return Reading(start, end, "absolute", Period.month(first, int(match["y2"])))
        return None
    if last <= first or UNIT_AFTER.match(text, match.end(), span.end):
        return None
    if first % 50 == last % 50 == 0 and counted_noun(text, match.end(), span.end)[0]:
        return None
    return Reading(match.start() if lead else start, end, "absolute", Period.parse(f"{first}/{last}"))


def _decade(text: str, span: Span, match: re.Match[str]) -> Reading | None:
    first = int(match["decade"])
    attributes = {"vague": match["vague"]} if match["vague"] else {}
    start = match.start()
    return Reading(start, match.end(), "absolute", Period.parse(f"{first}/{first + 9}"), attributes=attributes)


def _year_alone(text: str, span: Span, match: re.Match[str]) -> Reading | None:
    """A year, where the words around make it one: "in 2024", "(1996)", "the 2025 treaty"; not "2024 tonnes"."""
    end = match.end()
    attributes = {"vague": _vague(match["vague"])} if match["vague"] else {}
    months = None
    if match["season"]:
        attributes["season"] = match["season"]
        months = seasonal(match["season"], int(match["year"]), text)
    try:
        year = int(match["year"])
        period = span_of(year, (months[0], 0), year, (months[1], 0)) if months else Period.year(year)
        reading = Reading(match.start(), end, "absolute", period, attributes=attributes)
    except ValueFormatError:
        return None
    if match["vague"] or match["season"] or match["fiscal"]:
        return reading
    if UNIT_AFTER.match(text, end, span.end) or CURRENCY_AFTER.match(text, end, span.end):
        return None
    before = text[max(span.start, match.start() - 24) : match.start()]
    noun, _ = counted_noun(text, end, span.end)
    if int(match["year"]) % 50 == 0 and _COUNTED_RANGE.match(text, end, span.end):
        return None
    if noun and int(match["year"]) % 50 == 0 and not _NOUN_AFTER.match(text, end, span.end):
        return None  # "1500 vehicles"
    if (strong := _STRONG.search(before)) is not None:
        return None if noun in PERSONS and strong[0].lower().startswith(("by", "after", "before")) else reading
    if not before.strip(" \t(") or before[-1] in "\t\n":
        whole = (
            text[end : end + 1] in ("", "\t", "\n") or end >= span.end or text[end] in ").,:" or _ENTRY.match(text, end)
        )
        return reading if whole or _NOUN_AFTER.match(text, end, span.end) else None
    if _WEAK.search(before) and noun not in PERSONS:
        return reading
    if _DONE.search(before) and (
        end >= span.end or text[end] in ".,;:)(\n\t" or text[end : end + 2] in (" (", " –", " —")
    ):
        return reading
    return reading if _NOUN_AFTER.match(text, end, span.end) and not before[-2:-1].isupper() else None


_Read = Callable[[str, Span, re.Match[str]], Reading | None]
_RULES: Mapping[re.Pattern, tuple[_Read, str]] = {
    _ACROSS: (_across, "month"),
    _DAY_FIRST: (_days, "month"),
    _MONTH_FIRST: (_days, "month"),
    _MONTHS_ACROSS: (_months_across, "month"),
    _MONTH_ALONE: (_month_alone, "month"),
    _PART_OF_YEAR: (_part_of_year, "digit"),
    _FIRST_MONTHS: (_first_months, "digit"),
    _YEAR_QUARTER: (_year_quarter, "digit"),
    _SHORT: (_short, "digit"),
    _YEAR_FIRST: (_year_first, "month"),
    NUMERIC_SPAN: (numeric_span, "digit"),
    NUMERIC: (numeric, "digit"),
    _PRINTED: (_printed, "month"),
    _YEARS_ACROSS: (_years_across, "digit"),
    _DECADE: (_decade, "digit"),
    _YEAR_ALONE: (_year_alone, "digit"),
}
