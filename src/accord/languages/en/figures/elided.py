"""Numbers that go on with the words of the one before, for another party or another time.

"Kenya gave 63 million dollars, Uganda 15", "258 of them from Peru and 150 from Chile", "640 million in 2021, against 61 in 2023",
"from 230 to 312 million between 2021 and 2024".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.anchors import anchors_in
from accord.languages.en.figures.compared import is_difference, year_before
from accord.languages.en.figures.times import period_of
from accord.languages.en.figures.words import TRADE, Figure, Page, aimed_at, kind_of, pattern
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention
from accord.languages.en.values.numbers import parse_number
from accord.values import Amount, Period, plain

__all__ = ["elided"]

_SILENT = frozenset({"headline", "row", "caption", "furniture", "title"})
_SCALES = frozenset({1e3, 1e5, 1e6, 1e7, 1e9, 1e12})
_FAR = 1000.0  # how many times greater the number before may be
_ORDERED = frozenset({"exports", "imports", "investment", "trade-balance"})
_TAIL = 110  # characters between a number and the next one's party
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SOME = r"(?: (?:some|about|around|nearly|almost|over|only|just|roughly|another|a further|up to|more than))*"
_TO_NUMBER = re.compile(rf"(?:['’]s?)?(?:,|:| \()?(?: (?:with|by|at|for|accounted for))?{_SOME} ?")
_JOINED = re.compile(
    r"(?:[,;(]|\b(?:and|while|whereas|but|against|versus))(?: (?:and|while|the|that of|those of|to|from|in|with|for|by|on))* $"
)
_AFTER_NAME = re.compile(r"(?:['’]s?)? (?P<n>\d+(?:[.,]\d+)*)(?![\w/:°–-]|[.,]\d)")
_AND = re.compile(r" and (?:the )?")
_EACH = re.compile(r"(?: percent| per cent|%)? (?:each|apiece)\b")
_LINK = r"(?:,? (?:of (?:them|these|it|which)|people|persons|more))? (?P<link>to|from|for|in|by|on) (?:the )?"
_BEHIND = re.compile(_LINK)
_ROW = re.compile(rf"[^.;]{{0,40}}?(?:,|,? and|;|,? while){_SOME} ")
_PARTS = re.compile(
    rf"(?:[^.;]{{0,80}}?)(?:\bincluding|\bamong (?:them|these)|\bof (?:whom|which|these|them)|: ?|\()(?: with)?{_SOME} ?",
)
_AGAINST = re.compile(rf"\b(?:as against|against|compared (?:with|to)|versus|(?:up|down) from|from|than|after){_SOME} ?$")
_BY = re.compile(rf"(?:,|\band|\bbut|\bthen|\bto|\(){_SOME} ?$")
_YEARS_BEFORE = re.compile(r" (?P<n>two|three|four|five|six|seven|eight|nine|ten) years (?:before|earlier)\b")
_NUMBERS = dict(zip("two three four five six seven eight nine ten".split(), range(2, 11), strict=True))
_FROM = re.compile(rf"\bfrom(?: the)?{_SOME} $")
_TO = re.compile(rf" to(?: the)?{_SOME} ")
_ENDS = re.compile(r"(?:between|from) .* (?:and|to) .*", re.IGNORECASE)


def elided(page: Page, index: int, told: Sequence[Figure], taken: set[int]) -> list[Figure]:
    """The figures of a sentence with those of its numbers that leave their words to the figure before them."""
    line = page.lines[index]
    found = list(told)
    if line.kind in _SILENT or not found:
        return found
    numbers = sorted([*line.amounts, *_called(page, index)], key=lambda m: m.span)
    for n, mention in enumerate(numbers):
        if mention.type == "change" or mention.amount is None:
            continue
        last = next((f for f in found if n and f.main.start == _before(numbers[:n])), None)
        known = next((f for f in found if f.main.start == mention.span.start), None)
        if mention.span.start in taken and (known is None or last is None or known.measure != last.measure):
            continue
        if last is None or last.amount is None or last.status != "reported":
            continue
        like = _like(line, last.amount, mention)
        if like is None or is_difference(line, like) or aimed_at(line.text, last.main.end, like.span, line.span.end):
            continue
        fresh = _of_another(page, index, last, like)
        if fresh is None and known is None:
            fresh = _at_another_time(page, index, last, like)
        if fresh is not None and known is not None and mention.span.start in taken:
            if not set(fresh.about) <= set(known.about) and known.status == "reported":
                known.about, known.about_spans = fresh.about, fresh.about_spans
        elif fresh is not None:
            found = [f for f in found if f is not known] + [fresh]
    _moved(line, found, taken)
    return found


def _called(page: Page, index: int) -> list[Mention]:
    """The numbers right behind a state ("Uganda 15"), which elsewhere are part of a name."""
    line, text = page.lines[index], page.lines[index].text
    known = [m.span for m in (*line.amounts, *line.dates)]
    found = []
    for state in page.here[index]:
        told = _AFTER_NAME.match(text, state.span.end, line.span.end) if state.type == "state" else None
        if told is not None and not any(k.overlaps(span := Span(*told.span("n"))) for k in known):
            value = parse_number(told["n"], False)
            if value is not None:
                found.append(Mention("number", span, amount=Amount(value)))
    return found


def _before(numbers: Sequence[Mention]) -> int:
    """Where the last of some numbers begins, changes and times left out."""
    told = (m for m in reversed(numbers) if m.type != "change" and kind_of(m) != "time")
    return next((m.span.start for m in told), -1)


def _like(line: Line, last: Mention, mention: Mention) -> Mention | None:
    """A number told in the unit of the one before, with its million where it has none; None where it counts another thing."""
    mine, theirs = mention.amount, last.amount
    assert mine is not None and theirs is not None
    kind = kind_of(mention)
    if kind == kind_of(last) and kind != "none":
        return mention
    noun, known = (str(m.attributes.get("noun", "")) for m in (mention, last))
    if kind != "none" or (noun and noun != known) or kind_of(last) == "time":
        return None
    bare = _DIGITS.fullmatch(line.text, mention.span.start, mention.span.end) is not None and mine.value < 1000
    scale = _scale(line, last) if bare else 1
    value = plain(mine.value * scale)
    if not theirs.value or not value or not 1 / _FAR < value / theirs.value < _FAR:
        return None
    if kind_of(last) == "money" and value < 1000:
        return None
    currency = {k: v for k, v in last.attributes.items() if k == "currency"}
    amount = replace(mine, value=value, unit=theirs.unit, low=None, high=None) if scale > 1 else replace(mine, unit=theirs.unit)
    return mention.but(amount=amount, antecedents=(last.span,), attributes={**mention.attributes, **currency})


def _scale(line: Line, told: Mention) -> float:
    """A million for "63 million dollars"."""
    digits = _DIGITS.search(line.text, told.span.start, told.span.end)
    if digits is None or told.amount is None:
        return 1
    number = float(digits[0].replace(",", "") or 0)
    scale = round(told.amount.value / number) if number else 1
    return scale if scale in _SCALES else 1


def _of_another(page: Page, index: int, last: Figure, mention: Mention) -> Figure | None:
    """ "..., Uganda 15", "150 from Chile": the number of another party of which the same is told."""
    states = [m for m in page.here[index] if m.type == "state" and m.states]
    text, start = page.lines[index].text, last.main.end
    found = [s for s in states if start <= s.span.start and s.span.end <= mention.span.start]
    if found and _TO_NUMBER.fullmatch(text, found[-1].span.end, mention.span.start):
        mine = found[-1:]
        own = [s for s in states if s.span.end <= last.main.start]
        if not own or mention.span.start - start > _TAIL:
            return None
        if _EACH.match(text, mention.span.end) and len(found) > 1 and _AND.fullmatch(text, found[-2].span.end, mine[0].span.start):
            mine = found[-2:]
        if not _JOINED.search(text, start, mine[0].span.start) and text[start : mine[0].span.start] != " and the ":
            return None
        return _with(last, mention, own[-1], mine)
    behind = _next(text, states, mention)
    if behind is None:
        return None
    link, mine = behind[0], [behind[1]]
    other = _next(text, states, last.amount) if last.amount else None
    between = start if other is None else other[1].span.end
    if other is not None and other[0] == link and _ROW.fullmatch(text, between, mention.span.start):
        return _with(last, mention, other[1], mine)
    if other is None and _PARTS.fullmatch(text, start, mention.span.start):
        return _with(last, mention, None, mine)
    return None


def _next(text: str, states: Sequence[Mention], mention: Mention) -> tuple[str, Mention] | None:
    """The state that a number is joined to by a small word right behind it, with the word."""
    after = next((s for s in states if s.span.start >= mention.span.end), None)
    link = _BEHIND.fullmatch(text, mention.span.end, after.span.start) if after is not None else None
    return (link["link"], after) if link is not None and after is not None else None


def _with(last: Figure, mention: Mention, own: Mention | None, mine: Sequence[Mention]) -> Figure | None:
    """The figure before with another number, about these states in the place of its own; of the whole where it has none."""
    new = tuple(dict.fromkeys(s for m in mine for s in m.states))
    old = own.states if own is not None else ()
    if set(new) & set(old):
        return None
    names = tuple(a for a in last.about if len(a) != 3 or not a.isupper())
    about = tuple(a for a in last.about if a not in names)
    if not old:
        rest = [a for a in about if a not in new][:1]
        fresh = (*rest, *new) if last.measure in _ORDERED else (*new, *rest)
    elif last.measure in TRADE:
        if not set(old) & set(about):
            return None
        if set(new) & set(about):
            fresh = tuple(reversed(about))
        else:
            fresh = tuple(dict.fromkeys(s for a in about for s in (new if a in old else (a,))))
    elif set(old) & set(about) and not set(new) & set(about):
        fresh = tuple(dict.fromkeys(s for a in about for s in (new if a in old else (a,))))
    else:
        last.about, fresh = (*names, *old), new
        last.about_spans = (*last.about_spans, own.span) if own is not None else last.about_spans
    figure = _same(last, mention)
    figure.about, figure.about_spans = (*names, *fresh), (*last.about_spans, *(m.span for m in mine))
    return figure


def _same(last: Figure, mention: Mention) -> Figure:
    return replace(last, amount=mention, change=None, words=last.words)


def _at_another_time(page: Page, index: int, last: Figure, mention: Mention) -> Figure | None:
    """ "Against 390 in 2022", "and 80 million in 2022", "melted to 0.3 last year": the same thing at a time of its own."""
    line, start = page.lines[index], last.main.end
    between = line.text[start : mention.span.start]
    if ";" in between or len(between) > _TAIL or any(
        start <= a.span.start < mention.span.start and a.measure != last.measure for a in anchors_in(page, index)
    ):
        return None
    based = _AGAINST.search(between) is not None
    if not based and not (pattern("told_again").search(between) or _BY.search(between)):
        return None
    stops = [m.span for m in line.amounts if m.span != mention.span]
    period = _years_before(line, last, mention)
    period = period or period_of(line, mention.span, (start, line.span.end), stops, True)
    if based and (period is None or period.attributes.get("form") == "ago"):
        period = year_before(line, [last], mention) or period
    if period is None or period.period is None:
        return None
    mine, theirs = period.period, last.period.period if last.period is not None else None
    if theirs is not None and (mine == theirs or (not based and mine.overlaps(theirs))):
        return None
    figure = _same(last, mention)
    figure.period = period
    return figure


def _years_before(line: Line, last: Figure, mention: Mention) -> Mention | None:
    """ "Two years before" a year that was told."""
    words = _YEARS_BEFORE.match(line.text, mention.span.end, line.span.end)
    told = last.period.period if last.period is not None else None
    if words is None or told is None or last.period is None or not re.fullmatch(r"\d{4}", told.iso):
        return None
    year = told.first.year - _NUMBERS[words["n"]]
    return last.period.but(span=Span(*words.span()), period=Period.year(year), antecedents=last.period.spans)


def _moved(line: Line, found: list[Figure], taken: set[int]) -> None:
    """ "From 230 to 312 million between 2021 and 2024": each of the two sums at its own end of the time."""
    for after in [f for f in found if f.amount is not None and f.status == "reported"]:
        ends, first = _ends(line, after), _moved_from(line, after)
        before = next((f for f in found if first is not None and f.main.start == first.span.start), None)
        if ends is None or first is None or (before is None and first.span.start in taken):
            continue
        if before is None or before.measure == after.measure:
            found[:] = [f for f in found if f is not before]
            found.append(replace(_same(after, first), period=ends[0]))
            after.period = ends[1]


def _moved_from(line: Line, after: Figure) -> Mention | None:
    """The sum that a figure is said to have moved from, right before it."""
    assert after.amount is not None and after.amount.amount is not None
    if (value := after.amount.attributes.get("from")) is not None:
        words = re.search(rf"{_FROM.pattern[:-1]}(?P<n>[^;]{{1,30}}?){_TO.pattern}$", line.text[: after.main.start])
        span = Span(*words.span("n")) if words is not None else after.main
        return after.amount.but(span=span, amount=replace(after.amount.amount, value=plain(value)))
    told = [m for m in line.amounts if m.type != "change" and m.amount is not None and m.span.end <= after.main.start]
    if not told or not _TO.fullmatch(line.text, told[-1].span.end, after.main.start):
        return None
    like = _like(line, after.amount, told[-1])
    return like if _FROM.search(line.text, line.span.start, told[-1].span.start) else None


def _ends(line: Line, figure: Figure) -> tuple[Mention, Mention] | None:
    """The two years of "between 2021 and 2024", where that is the time of a figure."""
    told = figure.period
    if told is None or told.period is None or told.period.open:
        return None
    words = line.text[max(line.span.start, told.span.start - 8) : told.span.end]
    years = re.fullmatch(r"(\d{4})/(\d{4})", told.period.iso)
    if years is None or not _ENDS.search(words):
        return None
    first, last = (told.but(period=Period.parse(year)) for year in years.groups())
    return first, last
