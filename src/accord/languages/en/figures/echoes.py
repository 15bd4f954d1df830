"""Numbers set beside one that was told, for another time: "152 GWh (February: 88)", "512 million, against 297 million in the
same months of 2021"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.series import SUM, TIME
from accord.languages.en.figures.table_times import mention_of, when_of
from accord.languages.en.figures.whose import over
from accord.languages.en.figures.words import Figure, Page, kind_of
from accord.languages.en.values.amounts import amounts
from accord.languages.en.values.numbers import parse_number
from accord.languages.views import Mention
from accord.values import Amount, Period, plain

__all__ = ["echoed"]

_BACK = r"(?:the|a|one|in the|the previous|the preceding|last) year(?: (?:before|earlier|ago|previously))?|(?:in |during |over )?the same (?:months?|period|quarter|half)(?: (?:of|in) (?:19|20)\d\d| (?:a|the) year (?:before|earlier))"
_WHEN = rf"(?:in |for |during )?(?:{TIME}|{_BACK})"
_OWN = rf"(?:,? ?\(?(?:in |for |during )?(?:{TIME})\)?)?"
_APPROX = r"(?:about |some |around |only |just |nearly |almost |~)?"
_IN_BRACKETS = re.compile(
    rf"(?:[ ]?\([+−–-]?[\d.,]+ ?%\))? ?\((?:(?P<when>{_WHEN})(?: ?[:=,]| [–—-])? {_APPROX}(?P<sum>{SUM})|{_APPROX}(?P<sum2>{SUM}),? (?P<when2>{_WHEN}))\)"
)
_AGAINST = re.compile(
    rf"{_OWN},? (?:(?:as )?(?:against|compared (?:with|to)|versus|vs\.?)) {_APPROX}(?P<sum>{SUM}),? (?P<when>{_WHEN})(?!\w)"
)
_MARKS = ("(", "gainst", "compared", "versus", "vs")
_SCALES = {"b": 1e9, "m": 1e6, "t": 1e3, "k": 1e3}
_SCALE = re.compile(r"(?<=[\d ])(?:(?P<s>[bm])(?:illion|n|ln)?|(?P<k>t)housand|k)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_APART = 60  # times that one may be as large as the other


def echoed(page: Page, index: int, told: Sequence[Figure]) -> list[Figure]:
    """The figures of a sentence with those that are set beside one of them for another time."""
    line = page.lines[index]
    found = list(told)
    if not told or not any(line.text.find(m, line.span.start, line.span.end) > 0 for m in _MARKS):
        return found
    for figure in told:
        if figure.amount is None or figure.status != "reported" or figure.measure == "duration":
            continue
        end = figure.amount.span.end
        match = _IN_BRACKETS.match(line.text, end, line.span.end) or _AGAINST.match(line.text, end, line.span.end)
        other = _other(page, index, figure, match) if match is not None else None
        if other is not None:
            span = other.main
            found = [f for f in found if f is figure or not f.main.overlaps(span)]
            found.append(other)
    return found


def _other(page: Page, index: int, figure: Figure, match: re.Match[str]) -> Figure | None:
    """The figure beside one, of its measure and unit."""
    groups = match.groupdict()
    key = "2" if groups.get("sum2") else ""
    span, when = Span(*match.span(f"sum{key}")), Span(*match.span(f"when{key}"))
    mention = _amount(page, index, figure, span)
    if mention is None:
        return None
    figure.period = over(page, figure)
    own = _own_date(page, index, figure, when)
    if own is not None:
        figure.period = own
    period = _period(page, figure, when)
    if period is None:
        return None
    return replace(figure, amount=mention, change=None, trend="", period=period)


def _amount(page: Page, index: int, figure: Figure, span: Span) -> Mention | None:
    """The number at a place, in the unit and scale of the figure before it where it tells none."""
    line, first = page.lines[index], figure.amount
    mention = next(iter(amounts(line.text, [span], [])), None) or _bare(line.text[span.start : span.end], span)
    dated = _YEAR.fullmatch(line.text, span.start, span.end) is not None  # "356 (October 2023)"
    if dated or mention is None or mention.amount is None or first is None or first.amount is None:
        return None
    amount, words = mention.amount, line.text[span.start : span.end]
    unit, value = amount.unit, float(amount.value)
    if unit == "m" and kind_of(first) != "m":
        unit, value = "", value * 1e6
    elif not unit and _SCALE.search(words) is None and (told := _SCALE.search(_words(page, index, first))):
        value *= _SCALES[(told["s"] or told["k"] or "k").lower()]
    if unit and unit != first.amount.unit:
        return None
    if not first.amount.value or not 1 / _APART < value / float(first.amount.value) < _APART:
        return None
    amount = replace(amount, value=plain(value), unit=first.amount.unit, low=None, high=None)
    return first.but(type=first.type, span=mention.span, amount=amount, antecedents=(first.span,))


def _bare(words: str, span: Span) -> Mention | None:
    """A number without any unit."""
    value = parse_number(words) if re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?", words) else None
    return Mention("number", span, amount=Amount(value)) if value is not None else None


def _words(page: Page, index: int, mention: Mention) -> str:
    return page.lines[index].text[mention.span.start : mention.span.end]


def _own_date(page: Page, index: int, figure: Figure, when: Span) -> Mention | None:
    """The date that leads to a figure, where the one beside it was taken for its own: "Sales 2023: 38 bn (2022: 31 bn)"."""
    if figure.period is not None and not figure.period.span.overlaps(when):
        return None
    dates = [d for d in page.lines[index].dates if d.period is not None and d.span.end <= figure.main.start]
    return dates[-1] if dates else None


def _period(page: Page, figure: Figure, when: Span) -> Mention | None:
    """The time of the number beside a figure: as told, or the figure's own in another year."""
    words = page.lines[0].text[when.start : when.end]
    own = figure.period.period if figure.period is not None else None
    told = when_of(words, when.start)
    year = told.year if told is not None else None
    back = re.search(r"same|year", words) is not None
    if not back and told is not None and year is None and own is not None and not own.open and told.months:
        later = told.months[1] > own.last.month
        told = replace(told, year=own.last.year - later)
    if not back:
        return mention_of(told, figure.about)
    if own is None or own.open or figure.period is None:
        return None
    year = year or own.first.year - 1
    iso = re.sub(r"\b\d{4}\b", lambda m: str(int(m[0]) - own.first.year + year), own.iso)
    return figure.period.but(span=when, period=Period.parse(iso), antecedents=figure.period.spans)
