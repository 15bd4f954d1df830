"""Dates told by months that run up to one, by the season, or in words: "the nine months to September", "in the autumn",
"the ninth of June two thousand and nineteen". Readings of one sentence, as in `absolute_dates`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.values.date_parts import (
    COUNT,
    DAY,
    MONTH,
    YEAR,
    YEAR_OF,
    Partial,
    Reading,
    count,
    day_number,
    month_number,
    span_of,
    year_of,
)
from accord.languages.en.values.numbers import ONES, SMALL_ORDINALS, TENS, TENS_ORDINALS

__all__ = ["SEASONS", "seasonal", "southern", "spelled_dates"]

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}  # of the north; a winter has two years
_SOUTH = re.compile(
    r"\b(?:Argentin|Chile|Urugua|Paragua|Bolivia|Brazil|Peru|Australia|New Zealand|South Africa|Mozambi|Namibia|Botswan"
    r"|Zimbabw|Zambia|Malawi|Lesotho|Eswatini|Madagasca|Angola|Fiji|Samoa|Tonga|Vanuatu)"
)
_HINT = re.compile(
    r"months?\b|half|\byear|quarter|spring|summer|autumn|\bup to|thousand|hundred|twenty|nineteen|(?:th|rst|ond|ird)[ ](?:day[ ])?of[ ]",
    re.I,
)
_TO = r"[ ](?:period[ ])?(?:to|through|up[ ]to|until|till|ending|ended)[ ](?:in[ ]|on[ ])?(?:the[ ]end[ ]of[ ]|end-|late[ ])?"
_RUN = re.compile(
    rf"\b(?:the[ ])?(?:first[ ]|last[ ]|past[ ])?(?:(?P<count>{COUNT})[ -]months?|(?:fiscal|financial|full|trading)?[ ]?"
    rf"(?P<unit>year|quarter|half[ -]year|half))"
    rf"{_TO}(?:(?P<day>{DAY})[ ])?(?P<month>{MONTH})(?:[ ](?P<after>{DAY})(?![ ]?%))?{YEAR_OF}?",
    re.I,
)
_UP_TO = re.compile(rf"\bup[ ]to[ ](?:the[ ]end[ ]of[ ])?(?P<month>{MONTH})(?![ ]\d\d?(?!\d)){YEAR_OF}?")
_SEASON = re.compile(
    r"\b(?:(?P<word>(?:[Ii]n|[Dd]uring|[Ff]rom|[Ff]or)[ ]the|(?:[Bb]y|[Uu]ntil|[Ss]ince|[Bb]efore|[Aa]fter|[Aa]t)(?:[ ]the)?(?:[ ](?:end|close|start|beginning|middle)[ ]of(?:[ ]the)?)?)[ ](?:early|late|mid)?[ -]?"
    r"|(?P<near>[Ll]ast|[Tt]his|[Nn]ext)[ ])"
    r"(?P<season>spring|summer|autumn)(?P<which>[ ](?:of[ ])?(?:this|last|next)[ ]year)?"
    r"(?=[ ]?(?:[.,;:)–—]|$)|[ ](?:and|or|to|but|in|at|with|when|after|before|for|as|by|on|while|if|the|he|she|it|they|a)\b)"
)
_HALF_MONTH = re.compile(
    rf"\b(?:the[ ])?(?P<half>first|second|latter)[ ]half[ ]of[ ](?P<month>{MONTH})(?![ ]\d\d?(?!\d)){YEAR_OF}?"
)
_NTH = SMALL_ORDINALS | TENS_ORDINALS
_DAY_WORDS = f"(?:twenty|thirty)[- ](?:{'|'.join([*_NTH][:9])})|{'|'.join([*SMALL_ORDINALS])}|twentieth|thirtieth"
_YEAR_WORDS = r"(?:(?:two|one)[ ]thousand(?:[ -][a-z]+){0,5}|(?:nineteen|twenty)(?:[ -][a-z]+){1,4})"
_IN_WORDS = re.compile(
    rf"\b(?:the[ ])?(?:(?P<words>{_DAY_WORDS})|(?P<number>{DAY}))[ ](?:day[ ])?(?:of[ ])?(?:the[ ]month[ ]of[ ])?(?P<month>{MONTH})"
    rf"(?:,?[ ](?:of[ ])?(?:(?:in[ ])?the[ ]year[ ])?(?:of[ ])?(?:(?P<worded>{_YEAR_WORDS})|(?P<year>{YEAR})))?",
    re.I,
)


def southern(text: str) -> bool:
    """Whether the text is of the southern half of the world, where seasons have other months."""
    return _SOUTH.search(text, 0, 1500) is not None


def seasonal(season: str, year: int, text: str) -> tuple[int, int] | None:
    """The first and the last month of a season, where the text fixes them."""
    return None if southern(text) else SEASONS.get(season)


def spelled_dates(text: str, span: Span) -> Iterator[Reading]:
    """The readings of one sentence, possibly overlapping."""
    if not _HINT.search(text, span.start, span.end):
        return
    for pattern, read in _RULES:
        for match in pattern.finditer(text, span.start, span.end):
            reading = read(text, match)
            if reading is not None:
                yield reading


def _run(text: str, match: re.Match[str]) -> Reading | None:
    """Read "the nine months to September 2025", "the year ended 30 June 2024", "the quarter to March"."""
    unit = (match["unit"] or "").lower()
    size = count(match["count"]) if match["count"] else 12 if unit == "year" else 3 if unit == "quarter" else 6
    day = match["day"] or match["after"]
    if size > 24 or (day and day_number(day) < 28) or (match["count"] and size < 2):
        return None
    last = month_number(match["month"])
    year, shift = year_of(match)
    back, month = divmod(last - size, 12)
    first = month + 1
    if year is not None:
        period = span_of(year + back, (first, 0), year, (last, 0))
        return Reading(match.start(), match.end(), "absolute", period) if period else None
    if back < -1 or (back == -1 and shift is not None):
        return None
    return Reading(match.start(), match.end(), "partial", partial=Partial((first, 0), (last, 0), shift))


def _up_to(text: str, match: re.Match[str]) -> Reading | None:
    """Read "up to August": the year's months so far."""
    last = month_number(match["month"])
    if last < 2:
        return None
    year, shift = year_of(match)
    if year is not None:
        return Reading(match.start(), match.end(), "absolute", span_of(year, (1, 0), year, (last, 0)))
    return Reading(match.start(), match.end(), "partial", partial=Partial((1, 0), (last, 0), shift))


def _season(text: str, match: re.Match[str]) -> Reading | None:
    """Read "in the autumn", "last spring"; in the south only where no month is meant."""
    season = match["season"]
    if southern(text):
        return None
    first, last = SEASONS[season]
    start = match.start("season") if match["word"] else match.start("near")
    told: dict[str, object] = {"season": season}
    partial = Partial((first, 0), (last, 0))
    near = (match["near"] or "").lower()
    if match["which"]:
        which = match["which"].split()[-2]
        partial = replace(partial, year={"this": 0, "last": -1, "next": 1}[which])
    elif near == "this":
        partial = replace(partial, year=0)
    elif near:
        told["near"] = near
    return Reading(start, match.end(), "partial", partial=partial, attributes=told)


def _half_month(text: str, match: re.Match[str]) -> Reading | None:
    """Read "the second half of September"."""
    month = month_number(match["month"])
    end = 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    days = (1, 15) if match["half"] == "first" else (16, end)
    year, shift = year_of(match)
    if year is not None:
        return Reading(match.start(), match.end(), "absolute", span_of(year, (month, days[0]), year, (month, days[1])))
    return Reading(match.start(), match.end(), "partial", partial=Partial((month, days[0]), (month, days[1]), shift))


def _number(words: str) -> int | None:
    """The year that words tell: "two thousand and twenty-seven", "nineteen ninety-six"."""
    found, seen = 0, False
    tokens = re.split(r"[ -]", words.lower())
    for at, word in enumerate(tokens):
        if word in ("thousand", "hundred"):
            found *= 1000 if word == "thousand" else 100
        elif word in TENS or word in ONES:
            value = TENS.get(word) or ONES[word]
            if at == 1 and found in (19, 20) and tokens[0] in ("nineteen", "twenty") and value >= 10:
                found *= 100
            found += value
            seen = True
        elif word != "and":
            break
    return found if seen and 1400 < found < 2200 else None


def _in_words(text: str, match: re.Match[str]) -> Reading | None:
    if not match["words"] and not match["worded"] and " day " not in match[0].lower():
        return None
    year = int(match["year"]) if match["year"] else _number(match["worded"]) if match["worded"] else None
    if match["words"]:
        tens, _, unit = match["words"].lower().replace("-", " ").partition(" ")
        day = TENS[tens] + _NTH[unit] if unit else _NTH[tens]
    else:
        day = day_number(match["number"])
    point = (month_number(match["month"]), day)
    if not match["year"] and not match["worded"]:
        return Reading(match.start(), match.end(), "partial", partial=Partial(point, point))
    period = span_of(year, point, year, point) if year else None
    return Reading(match.start(), match.end(), "absolute", period) if period else None


_RULES: tuple[tuple[re.Pattern, Callable[[str, re.Match[str]], Reading | None]], ...] = (
    (_RUN, _run),
    (_UP_TO, _up_to),
    (_HALF_MONTH, _half_month),
    (_SEASON, _season),
    (_IN_WORDS, _in_words),
)
