"""Amounts, percent changes and bare counts in English running text.

`amounts` finds them and gives mentions of type amount ("$12.2 million", "812 kilometres and 40 metres"), change ("up
4.3 per cent from the previous year") and number ("fourteen additional agreements"). A mention covers the number, its
unit and its words of comparison. What belongs to a date, a name, a time of day or a score is left alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.values.changes import change_of, verbal_changes
from accord.languages.en.values.dates import date_spans
from accord.languages.en.values.nouns import counted_noun
from accord.languages.en.values.numbers import NUMBER, parse_number
from accord.languages.en.values.units import CURRENCY_AFTER, CURRENCY_BEFORE, PERSONS, UNIT_AFTER, currency, unit
from accord.languages.views import Mention
from accord.values import Amount, Number, plain

__all__ = ["amounts"]

_HINT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twel|thirt|fourt|fift|sixt|sevent|eight|ninet"
    r"|twent|fort|half|halv|an? (?:hundred|thousand|dozen|million|billion|decade|third|quarter)|doubl|tripl|trebl"
    r"|quadrupl|quintupl|hundred|zero)",
    re.I,
)
_SIDE = rf"(?P<money%>{CURRENCY_BEFORE}(?=\d))?(?P<number%>(?i:{NUMBER}))(?P<scale%>(?<=\d)(?:[MmBbKk]|[ \u00a0]m)(?![\w-]))?"
# A number that is no part of a name (HPP-1, G20), a time (10:30), a fraction or score (1/3) or a decimal.
_QUANTITY = re.compile(
    r"(?<![\w/:#@=&])(?<!\d[.,+])(?<![A-Za-z]-)"
    + _SIDE.replace("%", "1")
    + r"(?:(?P<joint>[ ]?[-–—][ ]?|[ ]to[ ]|[ ]and[ ]|[ ]or[ ])"
    + _SIDE.replace("%", "2")
    + r")?(?![/:+]?\d)"
)
_BEFORE = re.compile(
    r"(?<![\w-])(?:(?P<not>(?:not|never|without)[ ]exceed(?:ing)?)|(?P<gt>(?:more|greater|higher|larger|longer"
    r"|better)[ ]than|(?<!turned )over|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?"
    r"|at[ ](?:the[ ])?least|(?:no|not)[ ](?:fewer|less)[ ]than|upwards[ ]of|north[ ]of|in[ ]excess[ ]of"
    r"|a[ ]minimum[ ]of)"
    r"|(?P<lt>(?:less|fewer|lower|smaller)[ ]than|under|below|(?<!added )(?<!adding )(?<!adds )(?<!add )up[ ]to|at[ ](?:the[ ])?most|(?:no|not)[ ]more[ ]than"
    r"|a[ ]maximum[ ]of|south[ ]of)"
    r"|(?P<approx>about|nearly|almost|around|some|roughly|approximately|approx\.?|circa|ca?\.|close[ ]to"
    r"|an[ ]estimated))[ ]?(?:an?[ ]|another[ ]|further[ ])?$",
    re.I,
)
_TILDE = re.compile(r"(?<![\w-])(?P<approx>~)[ ]?(?:an?[ ]|another[ ]|further[ ])?$", re.I)
# Of sums alone: the verb says that they were more or less.
_PASSED = re.compile(
    r"\b(?:(?P<gt>top(?:s|ped|ping)|pass(?:ed|es|ing)|cross(?:ed|es|ing)|broke|broken|beat(?:s|en)?|breached)"
    r"|(?P<lt>(?:f[ae]ll(?:s|ing)?|stop(?:s|ped)?|came)[ ](?:just[ ])?short[ ]of|shy[ ]of)"
    r"|(?P<approx>approach(?:es|ed|ing)|near(?:s|ed|ing)|close[ ]on))[ ](?:the[ ])?$",
    re.I,
)
_AFTER = re.compile(
    r"(?:(?P<gt>\+(?!\w)|[ ]or[ ](?:more|above|over)\b|[ ]at[ ]least\b|[ ]plus\b)|(?P<lt>[ ]or[ ](?:less|fewer"
    r"|under)\b"
    r"|[ ]at[ ]most\b)|(?P<approx>-odd\b|[ ]or[ ]so\b))",
    re.I,
)
_LABEL = re.compile(
    r"\b(?:article|art\.?|resolution|no\.?|nos\.?|number|chapter|section|paragraph|para\.?|clause|annex"
    r"|appendix|page|pp?\."
    r"|phase|route|highway|protocol|boeing|airbus|flight|channel|stage|level|lot|unit|block|room|building|gate|order"
    r"|decree|law|directive|regulation|vision|agenda|mission|category|schedule|part|item|figure|fig\.?|table|version"
    r"|tel\.?|phone|fax|box|volume|vol\.?|point|step|footnote|note|track|checkpoint|pillar|goal|sdg|class|grade|area"
    r"|zone|sector|school|hospital|plant|line|corridor|covid|day|group[ ]of|top|photo|chart|aged?)[ ]?$",
    re.I,
)
_SIGN = re.compile(r"[№§#][ ]?$")
_FROM = re.compile(r"\b(?:from|between)[ ](?:an?[ ]|about[ ]|around[ ]|some[ ])?$", re.I)
_MOVED = re.compile(
    r"\b(?:ris(?:es?|en|ing)|rose|gr(?:ew|ow|own|ows|owing)|increas\w*|up|down|fell|fall(?:s|en|ing)?|declin\w*"
    r"|dropp?\w*|decreas\w*|climb\w*|jump\w*|surg\w*|expand\w*|expansion|rais\w*|reduc\w*|went|gone|soar\w*"
    r"|growth|cut|lift\w*|boost\w*|bring(?:s|ing)?|brought|tak(?:es|ing)|took|shr[aiu]nk|widen\w*|extend\w*)"
    r"\b[^.;]{0,70}$",
    re.I,
)
_TIME = re.compile(r"[ ]?(?:[ap]\.?m\b|o.clock|hours?[ ](?:local|gmt|moscow)|gmt\b|utc\b|local[ ]time)", re.I)
# "700m kWh", "1.2m tourists": the letter counts millions, not metres.
_MILLIONS_OF = re.compile(
    r"(?:[-–—][\d.]+[mMbB])?[ ](?:(?:k|M|G|T)Wh|m³|m3|cubic|bbl|barrels?|tonnes?|tons?|t|acres|hectares|ha|litres|people|passengers"
    r"|tourists?|visitors?|travell?ers|arrivals|migrants|refugees|pilgrims|workers|trips|cars|vehicles|trucks|containers"
    r"|TEU|(?-i:[A-Z])[a-z]+(?:ns|ese|is|rs|es)[ ](?:visited|came|crossed|travelled|entered|went|live|flew|holidayed))\b"
)
_POINTS = re.compile(r"[ -](?:percentage|basis)[ -]points?\b|[ ]?(?:pp|p\.p\.)(?!\w)", re.I)
_ON_FOOT = re.compile(
    r"[ -]foot[ -](?:passengers?|patrols?|soldiers|traffic|travellers|crossers)\b|[ ]day[ -](?:trip\w*|excursions?)\b",
    re.I,
)
_AGE = re.compile(r"[ -]old\b", re.I)
_FOR = re.compile(r"\b(?:for|of|after|lasted|took|spanning|by|a|in|within|last|is|was)[ ]$", re.I)
_TIMES_LONG = frozenset({"years", "months", "weeks", "days", "h"})
_PHONE = re.compile(r"(?:\+\d|\(\d{2,5}(?:[ ]\d{2,4})*\))[\d() -]{5,}")
_FRACTIONS = frozenset({"third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths"})
_IDIOMS = frozenset({"another", "hand", "side", "way", "thing", "time", "word", "thirds"})
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_SECTION = re.compile(r"[.)](?:\s|$)|\.\d")


@dataclass(slots=True)
class _Found:
    """A quantity as matched: where, its numbers, its unit, and what was said of it."""

    start: int
    end: int
    value: Number
    unit: str = ""
    low: Number | None = None
    high: Number | None = None
    comparison: str = ""
    is_money: bool = False
    spelled: bool = False
    attributes: dict[str, Any] = field(default_factory=dict)


def amounts(text: str, spans: Iterable[Span], dates: Iterable[Span] | None = None) -> list[Mention]:
    """The amounts, changes and counts in the given spans (sentences), in order and not overlapping.

    `dates` are the spans of the dates in the text, where the caller has them already; they are no amounts.
    """
    found: list[Mention] = []
    known = None if dates is None else sorted(dates)
    for span in spans:
        if not _HINT.search(text, span.start, span.end):
            continue
        taken = date_spans(text, span) if known is None else known[_index(known, span.start) : _index(known, span.end)]
        found.extend(_in_span(text, span, taken))
    return found


def _index(spans: list[Span], position: int) -> int:
    """How many of the ordered spans begin before a position."""
    return bisect_left(spans, position, key=lambda span: span.start)


def _in_span(text: str, span: Span, dates: list[Span]) -> Iterator[Mention]:
    """The mentions in one sentence, verbs of change ("doubled") among the figures."""
    figures: list[Mention] = []
    position = span.start
    phones = [Span(m.start(), m.end()) for m in _PHONE.finditer(text, span.start, span.end)]
    dates = [*dates, *phones] if phones else dates
    while match := _QUANTITY.search(text, position, span.end):
        mention, position = _read(text, span, match, dates)
        if mention is not None and (not figures or figures[-1].span.end <= mention.span.start):
            figures.append(mention)
    figures = _moves(text, figures)
    verbs = list(verbal_changes(text, span))
    told = [f for f in figures if f.type == "change"]
    verbs = [v for v in verbs if not any(v.span.overlaps(f.span) for f in told)]
    figures = [f for f in figures if not any(v.span.overlaps(f.span) for v in verbs)]
    yield from sorted([*figures, *verbs], key=lambda m: m.span)


def _moves(text: str, figures: list[Mention]) -> list[Mention]:
    """The figures with "from 3% to 5%" put together: a move where something rose or fell, else a range."""
    joined: list[Mention] = []
    for figure in figures:
        last = joined[-1] if joined else None
        if last is None or text[last.span.end : figure.span.start] != " to ":
            joined.append(figure)
            continue
        low, high = last.amount, figure.amount
        if not low or not high or low.unit != high.unit or not low.unit or low.low or high.low:
            joined.append(figure)
            continue
        told = text[max(0, last.span.start - 60) : last.span.start]
        if told.lower().endswith("from ") and _MOVED.search(told[:-5]):
            joined[-1] = figure.but(attributes={**figure.attributes, "from": low.value})
        elif low.value < high.value:
            amount = replace(low, low=low.value, high=high.value)
            joined[-1] = last.but(span=Span(last.span.start, figure.span.end), amount=amount)
        else:
            joined.append(figure)
    return joined


def _read(text: str, span: Span, match: re.Match[str], dates: list[Span]) -> tuple[Mention | None, int]:
    """The mention at a match, if it is one, and where to look next."""
    here = Span(match.start("number1"), match.end())
    for date in dates:
        if date.overlaps(here):
            if match["joint"] and not date.overlaps(Span(match.start("number1"), match.end("number1"))):
                break
            return None, max(date.end, match.end("number1"))
    found = _quantity(text, span, match, dates)
    if found is None:
        return None, _skip(text, match)
    if _POINTS.match(text, found.end):
        return None, found.end
    _compare(text, span, found)
    return _mention(text, span, found), found.end


_DIGITS_ON = re.compile(r"(?:[-–./:]?\d)*")


def _skip(text: str, match: re.Match[str]) -> int:
    """Past a figure that is no amount: the rest of a phone number, a score or a decimal goes with it."""
    rest = _DIGITS_ON.match(text, match.end())
    return max(rest.end() if rest else match.end(), match.start() + 1)


def _quantity(text: str, span: Span, match: re.Match[str], dates: list[Span]) -> _Found | None:
    """The number or range at a match with its unit; None for labels, times, years and scores."""
    first = _side(text, match, "1", span)
    if first is None or _no_quantity(text, span, match):
        return None
    second = _range_side(text, span, match, dates) if match["joint"] else None
    if second is None:
        return _second_part(text, span, first)
    if match["joint"].strip() == "and" and text[max(0, match.start() - 8) : match.start()].lower() != "between ":
        return _second_part(text, span, first)
    return _range(text, match, first, second)


def _side(text: str, match: re.Match[str], side: str, span: Span) -> _Found | None:
    """One number of a match with its currency or unit."""
    words, scale, money = match["number" + side], match["scale" + side] or "", match["money" + side] or ""
    end = match.end("number" + side)
    after = CURRENCY_AFTER.match(text, end + len(scale), span.end)
    if scale and not money and not after and not _MILLIONS_OF.match(text, end + len(scale), span.end):
        scale = ""
    value = parse_number(words + scale.lower(), False)
    end += len(scale)
    measure = None if money or after or _ON_FOOT.match(text, end) else UNIT_AFTER.match(text, end, span.end)
    if value is None and "," in words and (measure or money or after):
        value = parse_number(words, True)
    if value is None:
        return None
    spelled = not words[0].isdigit()
    start = match.start("money" + side) if money else match.start("number" + side)
    if money or after:
        return _money(start, end, value, money, after, spelled)
    if measure is None:
        attached = end < len(text) and (text[end].isalnum() or text[end] == "_")
        return (
            None if attached and text[end : end + 4].lower() != "fold" else _Found(start, end, value, spelled=spelled)
        )
    symbol, factor = unit(measure["word"] or measure["symbol"]) or ("", 1)
    return _Found(start, measure.end(), plain(value * factor), symbol, spelled=spelled)


def _money(
    start: int, end: int, value: Number, before: str, after: re.Match[str] | None, spelled: bool
) -> _Found | None:
    """A sum of money: the code before or after it, and the currency's shared name where there is no code."""
    code, shared = currency(before) if before else ("", "")
    if after is not None and not code:
        words = after["code"] or after["name"] or after["won"] or after["cfa"]
        code, shared = currency(words, after["adjective"] or after["korea"] or "")
    if after is not None:
        end = after.end()
    attributes = {"currency": shared} if shared and not code else {}
    return _Found(start, end, value, code, is_money=True, spelled=spelled, attributes=attributes)


def _range_side(text: str, span: Span, match: re.Match[str], dates: list[Span]) -> _Found | None:
    here = Span(match.start("number2"), match.end("number2"))
    return None if any(d.overlaps(here) for d in dates) else _side(text, match, "2", span)


def _range(text: str, match: re.Match[str], first: _Found, second: _Found) -> _Found | None:
    """Two numbers as a range, or as a move from one to the other ("rose from 640 to 905")."""
    low, high, joint = first.value, second.value, match["joint"].strip()
    scaled = re.search(r"[a-z]{2,}$", match["number2"], re.I)
    if second.value and scaled and not re.search(r"[a-z]{2,}$|[ ]", match["number1"], re.I) and not first.spelled:
        factor = parse_number("1 " + scaled[0].lower())
        if factor and low < 1000 and low * factor >= high:
            return second  # "between 900 and 1.2 million" leaves open what 900 counts
        low = plain(low * factor) if factor and low < 1000 else low
    measure, money = second.unit or first.unit, first.is_money or second.is_money
    attributes = {**first.attributes, **second.attributes}
    told = text[max(0, match.start() - 60) : match.start()]
    if joint == "to" and told.lower().endswith("from ") and _MOVED.search(told[:-5]):
        return replace(second, unit=measure, is_money=money, attributes={**attributes, "from": low})
    if low >= high:
        return replace(first, unit=first.unit or measure, end=first.end) if joint in ("to", "or") else None
    start, from_ = first.start, _FROM.search(text, max(0, match.start() - 20), match.start())
    if from_:
        start = from_.start()
    return _Found(start, second.end, low, measure, low, high, "", money, first.spelled, attributes)


_METRES_MORE = re.compile(r"(?:,?[ ]and|,)?[ ](\d{1,3})[ ](?:m|metres|meters)\b")


def _second_part(text: str, span: Span, first: _Found) -> _Found:
    """A measure told in two units ("812 kilometres and 40 metres") as one."""
    if first.unit == "km":
        more = _METRES_MORE.match(text, first.end, span.end)
        if more:
            return replace(first, value=plain(first.value + int(more[1]) / 1000), end=more.end())
    return first


def _no_quantity(text: str, span: Span, match: re.Match[str]) -> bool:
    """Whether the number is a label, a year, a time of day, a section number or a phone number."""
    if match["money1"]:
        return False
    start, end, words = match.start(), match.end("number1"), match["number1"]
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")" and len(words) < 3:
        return True  # "Article 12 (2)"
    label = _LABEL.search(text, max(span.start, start - 24), start) or _SIGN.search(
        text, max(span.start, start - 3), start
    )
    if (label and not (label[0].lower() == "number " and "," in words)) or _TIME.match(text, end):
        return True
    if not words[0].isdigit():
        return False
    if re.match(r"[-–]\d+[-–]\d", text[end : end + 8]) or (
        match["joint"]
        and text[match.end() : match.end() + 1] == "-"
        and text[match.end() + 1 : match.end() + 2].isdigit()
    ):
        return True
    if start == span.start and _SECTION.match(text, end):
        return True
    if _YEAR.fullmatch(words):
        rest = UNIT_AFTER.match(text, end, span.end) or CURRENCY_AFTER.match(text, end, span.end)
        noun, _ = counted_noun(text, end, span.end)
        return not rest and noun not in PERSONS and not (noun and int(words) % 50 == 0)
    return bool(re.fullmatch(r"0\d+", words))


def _compare(text: str, span: Span, found: _Found) -> None:
    """Take the words of comparison of a quantity into its span."""
    offset = max(span.start, found.start - 40)
    before = _BEFORE.search(text, offset, found.start) or _TILDE.search(text, offset, found.start)
    after = _AFTER.match(text, found.end, span.end)
    comparison = (before and before.lastgroup) or (after and after.lastgroup) or ""
    if comparison == "not":
        comparison = "lt"
    if not comparison and found.is_money and (passed := _PASSED.search(text, offset, found.start)):
        comparison = passed.lastgroup or ""
    if (
        before
        and found.unit in _TIMES_LONG
        and before[0].lower() == "over "
        and not _FOR.search(text, max(0, before.start() - 12), before.start())
    ):
        before, comparison = None, ""  # "over three decades, ..." is during them
    found.comparison = comparison
    if before:
        found.start = before.start()
    if after:
        found.end = after.end()


def _mention(text: str, span: Span, found: _Found) -> Mention | None:
    """The mention for a quantity: a change where the words around a percent tell one, else an amount or a number."""
    here = Span(found.start, found.end)
    told = change_of(text, span, here, found.value, found.unit)
    if told is not None:
        compared = {"comparison": found.comparison} if found.comparison else {}
        return told.but(attributes={**told.attributes, **compared})
    if found.unit in ("years", "months") and _AGE.match(text, found.end):
        return None
    amount = Amount(found.value, found.unit, found.comparison, found.low, found.high)
    if found.unit or found.is_money:
        return Mention("amount", here, amount=amount, attributes=found.attributes)
    return _counted(text, span, found, amount)


def _counted(text: str, span: Span, found: _Found, amount: Amount) -> Mention | None:
    """A bare number with the noun it counts; people are an amount of their own unit."""
    noun, _ = counted_noun(text, found.end, span.end, single=found.value == 1)
    here = Span(found.start, found.end)
    attributes = {**found.attributes, "noun": noun} if noun else found.attributes
    hyphened = found.spelled and text[found.end : found.end + 1] == "-"
    if noun in _FRACTIONS or (hyphened and not noun) or (found.value == 1 and noun in _IDIOMS):
        return None
    if noun in PERSONS:
        return Mention("amount", here, amount=replace(amount, unit="people"), attributes=attributes)
    if not noun and found.low is None and not found.comparison and not _stands_alone(text, span, found):
        return None
    return Mention("number", here, amount=amount, attributes=attributes)


def _stands_alone(text: str, span: Span, found: _Found) -> bool:
    """Whether a number without a noun is one: not "one of the", "the two also", "Nord Stream 2"."""
    if found.value == 1:
        return False
    before = text[max(span.start, found.start - 24) : found.start]
    if found.spelled:
        return not re.search(r"\b(?:the|these|those|all|any|every|between)[ ]$", before, re.I)
    named = re.search(r"[A-Z][\w’'-]*[ ]$", before)
    if named and not named[0].isupper() and text[found.end - 1].isalpha():
        return True  # "imports from Korea 571.3 million"
    return not named or found.start - len(named[0]) <= span.start
