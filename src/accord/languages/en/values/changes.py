"""Percent changes in English: "up 4.3 per cent from the previous year", "a ninefold increase", "halved"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.values.absolute_dates import absolute
from accord.languages.en.values.numbers import parse_number
from accord.languages.views import Mention
from accord.values import Change, Number, plain

__all__ = ["PARTS", "change_of", "verbal_changes"]

_UP = (
    r"(?<!made[ ])(?<!make[ ])(?<!makes[ ])(?<!making[ ])(?<!taken[ ])up(?![ ]to)|ris(?:e|es|en|ing)|rose|grew|grow(?:n|s|ing|th)?|increas(?:e|es|ed|ing)|gain(?:s|ed)?"
    r"|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|expand(?:s|ed|ing)?|expansion"
    r"|boost(?:s|ed|ing)?|rais(?:e|es|ed|ing)|higher|skyrocketed|rocketed|improved|strengthened|accelerated|uptick|upturn"
    r"|advanc(?:ed|ing)|swell(?:ed|ing)|swollen|mounted|mounting|leap(?:t|ed|ing)?|spik(?:ed|ing)|rebound(?:ed|ing)|recovered"
    r"|widen(?:ed|ing)|balloon(?:ed|ing)|edged[ ]up|inched[ ]up|ticked[ ]up|crept[ ]up|went[ ]up|gone[ ]up|going[ ]up|picked[ ]up"
)
_DOWN = (
    r"down(?![ ]to)|fell|fall(?:s|en|ing)?|dropp?(?:s|ed|ing)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)"
    r"|shr(?:ank|unk|ink|inks|inking)|reduc(?:e|es|ed|ing|tion)|contract(?:s|ed|ing|ion)|plung(?:e|es|ed|ing)|lower"
    r"|slump(?:s|ed|ing)?|plummet(?:s|ed|ing)?|slid|cut|tumbl(?:e|ed|ing)|dipp?(?:s|ed)?|downturn"
    r"|slip(?:s|ped|ping)?|eased|dwindl(?:es|ed|ing)|sank|sunk|sinking"
    r"|retreat(?:ed|ing)|reced(?:ed|ing)|collaps(?:ed|ing)|weaken(?:ed|ing)|narrow(?:ed|ing)|nosedived|dived|crashed|crumbled"
    r"|edged[ ]down|inched[ ]down|ticked[ ]down|went[ ]down|gone[ ]down|going[ ]down"
)
_LINK = (
    r"(?:[ ](?:again|further|sharply|slightly|only|just|even|nearly|steadily|significantly|respectively|year-on-year"
    r"|annually))?"
)
_MORE_BY = r"[ ](?:an?[ ](?:further|additional|modest|mere|whopping|full|solid|record|impressive|staggering)|an?|another|the|as[ ]much[ ]as|some)"
_BEFORE = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b{_LINK}(?:[ ](?:by|of)(?:{_MORE_BY})?)?[ ]$", re.I)
_FAR = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b[^.;%]{{1,60}}?[ ](?P<by>by)(?:{_MORE_BY})?[ ]$", re.I)
_RATE = re.compile(
    r"\b(?:(?P<up>growth|increase|rise)|(?P<down>decrease|decline|drop|fall))(?:[ ]rate)?[ ]"
    r"(?:of|was|is|stood[ ]at|amounted[ ]to|reached|made[ ]up|totall?ed)[ ]$",
    re.I,
)
_LATER = re.compile(
    rf"[ ](?:\(?(?:year[- ]on[- ]year|year[- ]over[- ]year|yoy|y-o-y|annual|annualised|yearly|sharp|further"
    rf"|overall)\)?[ ])*"
    rf"(?:(?P<up>{_UP}|more|larger|greater)|(?P<down>{_DOWN}|less|fewer|smaller))\b",
    re.I,
)
_TIMES = re.compile(r"[ -]?(?P<times>times|fold)(?!\w)", re.I)
_MORE = re.compile(r"[ ](?:higher|more|greater|larger|bigger|increase|growth|rise|up)\b", re.I)
_VERBAL = re.compile(
    r"(?<![\w-])(?:(?P<compared>(?:more[ ]than|nearly|almost|over|about|roughly|at[ ]least)[ ])?"
    r"(?:(?P<doubled>doubled|doubling)|(?P<double>(?:(?<=to )|(?<=will )|(?<=can )|(?<=than ))double"
    r"|double(?=[ ](?:bilateral|mutual|total|trade|their|its|the|exports|imports|two-way)\b))"
    r"|(?P<tripled>tripled|trebled|tripling)|(?P<triple>(?<=to )triple|(?<=will )triple)|(?P<four>quadrupled)"
    r"|(?P<five>quintupled)|(?P<halved>halved|halving)"
    r"|(?P<fold>two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred)-?fold)"
    r"|(?P<verb>(?:" + _UP + "|" + _DOWN + r")(?:[ ]of|[ ](?:further[ ]|almost[ ]|nearly[ ]|more[ ]than[ ])?by)[ ]"
    r"(?:nearly[ ]|almost[ ]|more[ ]than[ ]|about[ ]|over[ ])?)"
    r"(?P<part>half|a[ ]third|one[ ]third|one-third|a[ ]quarter|one[ ]quarter|two[ -]thirds|three[ -]quarters"
    r"|a[ ]fifth|a[ ]tenth))"
    r"(?!\w)",
    re.I,
)
_VERBAL_HINT = re.compile(
    r"doubl|tripl|trebl|quadrupl|quintupl|halv|fold\b|\b(?:half|thirds?|quarters?|fifth|tenth)\b", re.IGNORECASE
)
PARTS = {
    "half": 50.0, "a third": 33.3, "one third": 33.3, "one-third": 33.3, "a quarter": 25.0,
    "one quarter": 25.0, "two thirds": 66.7, "two-thirds": 66.7, "three quarters": 75.0,
    "three-quarters": 75.0, "a fifth": 20.0, "a tenth": 10.0,
}  # fmt: skip
_FACTORS = {
    "doubled": 2.0, "double": 2.0, "tripled": 3.0, "triple": 3.0, "four": 4.0, "five": 5.0, "halved": 0.5,
}  # fmt: skip
_YEARLY = re.compile(
    r"\b(?:year[- ]on[- ]year|year[- ]over[- ]year|y-o-y|yoy|on[ ]the[ ]year|over[ ]the[ ]year|annually"
    r"|(?:from|over|on|than|than[ ]in|with|to|against|versus|vs\.?|of)[ ](?:the[ ])?(?:same|corresponding"
    r"|similar|analogous)[ ]"
    r"(?:period|month|quarter|time)(?:[ ](?:in|of))?[ ](?:the[ ])?(?:previous|last|preceding|prior)[ ]year"
    r"|(?:from|over|on|than|than[ ]in|with|to|against|versus|vs\.?)[ ](?:(?:in|that[ ]of)[ ])?"
    r"(?:(?:the[ ])?(?:previous|last|preceding|prior)[ ](?:year|month|quarter)|a[ ]year[ ](?:earlier|ago"
    r"|before)|the[ ]year[ ]before))\b",
    re.I,
)
_AGAINST = re.compile(
    r"\b(?:from|over|than|compared[ ](?:with|to)|in[ ]comparison[ ](?:with|to)|against|versus|relative[ ]to|since)[ ]"
    r"(?:in[ ]|that[ ]of[ ]|those[ ]of[ ]|the[ ])?"
    r"(?:(?:same|corresponding|similar)[ ](?:period|month|quarter|time)[ ](?:of|in)[ ]"
    r"|(?:figures?|levels?|results?|volume)[ ](?:of|in|for)[ ])?",
    re.I,
)
_NEXT_FIGURE = re.compile(r"\d[\d.,]*[ -]?(?:%|per[ ]?cent)")
_BASE_REACH = 90


def change_of(text: str, span: Span, here: Span, value: Number, measure: str) -> Mention | None:
    """The change told at a number: a percent with a word of rise or fall, or a multiple; None where it is none."""
    if not measure:
        return _multiple(text, span, here, value)
    if measure != "percent":
        return None
    signed = _signed(text, span, here, value)
    if signed is not None:
        return signed
    start = max(span.start, here.start - 40)
    told_before = text[start : here.start]
    before = _led(told_before)
    later = None if before else _LATER.match(text, here.end, span.end)
    told = before or later
    if told is None and told_before.lower().endswith("by "):
        start = max(span.start, here.start - 80)
        told = before = _last(_FAR, text[start : here.start])
    if told is None:
        return None
    first = start + before.start() if before else here.start
    if before and re.search(r"\d", before[0]):  # "rose by 22 percent and imports by 30": the verb is another's
        first = start + before.start("by")
    sign = 1 if told["up"] else -1
    place = Span(first, later.end() if later else here.end)
    return Mention("change", place, change=Change(plain(sign * value)), attributes=_base(text, span, place))


def _led(before: str) -> re.Match[str] | None:
    """The word of rise or fall that leads to a number."""
    return _BEFORE.search(before) or _RATE.search(before)


def _signed(text: str, span: Span, here: Span, value: Number) -> Mention | None:
    """Read "+4.3%" and "-4.3%", as tables have them."""
    sign = text[here.start - 1 : here.start] if here.start > span.start else ""
    alone = here.start - 1 <= span.start or (not text[here.start - 2].isalnum() and text[here.start - 2] not in "%)")
    if not sign or sign not in "+-−–" or not alone or text[here.start] in "+-":
        return None
    place = Span(here.start - 1, here.end)
    return Mention("change", place, change=Change(plain(value if sign == "+" else -value)))


def _last(pattern: re.Pattern, text: str) -> re.Match[str] | None:
    """The match that begins last: of several verbs, the nearest."""
    found, position = None, 0
    while match := pattern.search(text, position):
        found, position = match, match.start() + 1
    return found


def _multiple(text: str, span: Span, here: Span, value: Number) -> Mention | None:
    """Read "grew 2.5 times", "2.5 times higher", "a 3-fold increase"."""
    times = _TIMES.match(text, here.end, span.end)
    if times is None or value <= 1:
        return None
    before = _led(text[max(span.start, here.start - 40) : here.start])
    more = _MORE.match(text, times.end(), span.end)
    if before is not None and before["down"]:
        return None
    if times["times"].lower() == "times" and before is None and more is None:
        return None
    place = Span(here.start, times.end())
    return Mention("change", place, change=Change(plain(100 * value - 100)), attributes=_base(text, span, place))


def verbal_changes(text: str, span: Span) -> Iterator[Mention]:
    """Changes told without a figure: "doubled", "a ninefold increase", "declined by a third"."""
    if not _VERBAL_HINT.search(text, span.start, span.end):
        return
    for match in _VERBAL.finditer(text, span.start, span.end):
        place = Span(match.start(), match.end())
        percent = _percent(match)
        attributes: dict[str, Any] = _base(text, span, place)
        if match["compared"]:
            gt = match["compared"].lower().startswith(("more", "over", "at least"))
            attributes["comparison"] = "gt" if gt else "approx"
        yield Mention("change", place, change=Change(percent), attributes=attributes)


def _percent(match: re.Match[str]) -> Number:
    if match["part"]:
        sign = -1 if re.match(rf"(?:{_DOWN})\b", match["verb"], re.I) else 1
        return plain(sign * PARTS[match["part"].lower()])
    if match["fold"]:
        return plain(100 * (parse_number(match["fold"]) or 1) - 100)
    kind = next(name for name in _FACTORS if match[name])
    return plain(100 * _FACTORS[kind] - 100)


def _base(text: str, span: Span, place: Span) -> dict[str, Any]:
    """What a change is measured against: {"base": "previous"} or {"base": "2019"}, or nothing."""
    end = min(span.end, place.end + _BASE_REACH)
    other = _NEXT_FIGURE.search(text, place.end, end)
    end = other.start() if other else end
    yearly = _YEARLY.search(text, place.start, end)
    for against in _AGAINST.finditer(text, place.end, end):
        if yearly and yearly.start() <= against.start():
            break
        read = absolute(text, Span(against.end(), end))
        near = [r for r in read if r.period is not None and r.start - against.end() < 12]
        if near:
            return {"base": str(max(near, key=lambda r: r.end).period)}
    return {"base": "previous"} if yearly else {}
