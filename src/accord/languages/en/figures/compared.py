"""Sums of one sentence beside each other: what one is compared with, moved from, or another partner's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.anchors import Anchor, bounds_of, cuts_in
from accord.languages.en.figures.times import is_base, told_dates
from accord.languages.en.figures.words import TRADE, Figure, Page, aimed_at, pattern
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention
from accord.values import Period

__all__ = [
    "FROM",
    "WHOLE_YEAR",
    "aimed_again",
    "compared",
    "given_away",
    "gone_elsewhere",
    "is_difference",
    "like_the_last",
    "moved",
    "of_subject",
    "own_period",
    "own_words",
    "party_between",
    "raised_to",
    "share_date",
    "told_year",
    "year_before",
]

FROM = re.compile(
    r"\b(?:rose|risen|rising|grew|grown|increased|climbed|jumped|went up|fell|fallen|falling|declined|decreased|dropped|narrowed"
    r"|widened|shrank|shrunk|slipped|swelled|up|down) from (?:the |an? |about |some )?$"
)
WHOLE_YEAR = re.compile(r"\b(?:the )?(?:full|whole|entire|current) year\b", re.IGNORECASE)
_NOW = re.compile(r"\bstands? (?:now |today )?(?:at|on)(?: \w+)? $")
_TURN = re.compile(
    r"(?:,|;)? (?:and|but|while|versus|against)? ?(?:that |those |the (?:figure|one) )?(?P<part>with|to|from) (?:the )?$"
)
_TURNED = re.compile(
    r",? (?:(?:to|at|for|by|was|were|came|amounted|stood|worth|reached|totall?ed|accounted|it|hit) ){0,3}$"
)
_IT = re.compile(
    r"(?:,|;|\b(?:and|but|before|until|then|when|though|although)) (?:it|they|the (?:figure|volume|total|value))\b"
)
_MORE = re.compile(
    r"(?: (?:US )?(?:dollars|euros|USD|EUR|people|persons|tourists|visitors|passengers|travellers|citizens|trucks|vehicles|tonnes"
    r"|tons|flights|units|students|cases|incidents))? (?:more|higher|less|lower|larger|greater|smaller|fewer) (?:than|compared)\b"
    r"| (?:year-on-year )?(?:increase|rise|jump|drop|fall|decline|decrease|gain) (?:in|on|over|from|compared)\b"
)
_GROWN_BY = re.compile(
    r"\b(?:increase|rise|jump|drop|fall|decline|decrease|growth|gain|reduction|difference) of(?: (?:about|some|around|nearly|almost|over|more than))* $"
)
_RAISED = re.compile(
    r"\bfrom (?:the (?:current|present|existing) )?$"
    r"|\b(?:elevat|rais|increas|lift|boost|bring|doubl|tripl|expand)\w* (?:the |their )?(?:current |existing |present )?[^,;.]{0,80} of $"
)
_AND_TO = re.compile(
    r"[^.;]{0,40}?(?:,|\band\b|\bor\b|\bthen\b)(?: (?:then|further|even|later|eventually))?(?: up)? to "
)
_BEHIND = re.compile(r"[^.;]{0,60}?[,(–—-]+ ?[^,;.]{0,30}")


def compared(line: Line, found: Sequence[Figure], change: Mention, measure: str) -> Figure | None:
    """ "587 million, against 511 million a year earlier, a rise of 15%": the figure that the one before compares."""
    fresh = [f for f in found if f.measure == measure and f.amount is not None]
    if len(fresh) < 2 or fresh[-1].main.end > change.span.start:
        return None
    main, base = fresh[-2:]
    between = line.text[base.main.end : change.span.start]
    told = line.text[max(line.span.start, base.main.start - 40) : base.main.start]
    if main.change is not None or not pattern("based").search(told) or not _BEHIND.fullmatch(between):
        return None
    return main if not re.search(r"\b(?:while|whereas|but)\b", between) else None


def like_the_last(line: Line, last: Figure | None, mention: Mention) -> Mention:
    """ "4,900 tonnes ..., down from 5,600": a bare number in the unit of the sum that is compared with it."""
    told = last.amount.amount if last is not None and last.amount is not None else None
    number = mention.amount
    if mention.type != "number" or mention.attributes.get("noun") or told is None or number is None:
        return mention
    before = line.text[max(line.span.start, mention.span.start - 40) : mention.span.start]
    again = pattern("based").search(before) or pattern("told_again").search(before)
    if not told.unit or not again or not 0.1 < number.value / max(told.value, 1) < 10:
        return mention
    assert last is not None and last.amount is not None
    return mention.but(type="amount", amount=replace(number, unit=told.unit), antecedents=(last.amount.span,))


def is_difference(line: Line, mention: Mention) -> bool:
    """ "170 million more than in 2023", "a rise of 40 million": by how much a sum moved, which is no sum of its own."""
    before = line.text[max(line.span.start, mention.span.start - 50) : mention.span.start]
    if mention.amount is None or mention.amount.unit == "percent":
        return False
    return _MORE.match(line.text, mention.span.end, line.span.end) is not None or _GROWN_BY.search(before) is not None


def aimed_again(line: Line, aims: Sequence[int], numbers: Sequence[Span], mention: Mention) -> bool:
    """The second sum of "is to rise to 5 billion in 2026 and to 10 billion by 2030"."""
    last = next((s for s in reversed(numbers) if s.end <= mention.span.start), None)
    return (
        last is not None
        and last.start in aims
        and _AND_TO.fullmatch(line.text, last.end, mention.span.start) is not None
    )


def given_away(page: Page, index: int) -> bool:
    """Whether a sentence, or the title, tells of relief: what is given is not sold."""
    lines = (page.lines[index], page.lines[0])
    return any(pattern("relief").search(line.text, line.span.start, line.span.end) for line in lines)


def raised_to(line: Line, numbers: Sequence[Span], mention: Mention) -> bool:
    """The second sum of "to double trade from A in 2024 to B": an aim, though the first is a figure."""
    text, start = line.text, line.span.start
    before = [s for s in numbers if s.end <= mention.span.start and text[s.start - 1] != "("]
    told = text[start : before[-1].start] if before else ""
    return (
        text[: mention.span.start].endswith(" to ")
        and _RAISED.search(told) is not None
        and aimed_at(text, start, before[-1], before[-1].end)
    )


def gone_elsewhere(page: Page, index: int, numbers: Sequence[Span], mention: Mention) -> bool:
    """ "8.1 bcm to Turkey and to Europe 9.8 bcm", "40 percent to the EU": whether a sum's own partner is no state."""
    line, span = page.lines[index], mention.span
    start = max([line.span.start, *(s.end for s in numbers if s.end <= span.start)])
    end = min([line.span.end, span.end + 60, *(s.start for s in numbers if s.start >= span.end)])
    states = [m.span for m in page.here[index] if m.type == "state"]
    for told in pattern("elsewhere").finditer(line.text, start, end):
        first, last = (span.end, told.start()) if told.start() >= span.end else (told.end(), span.start)
        if not any(first <= s.start < last for s in states) and not re.search(
            r"[,;]| and\b| while\b", line.text[first:last]
        ):
            return True
    return False


def of_subject(line: Line, before: Sequence[Anchor], mention: Mention) -> Anchor:
    """The anchor of a number: the last before it, but that of the sentence's subject behind "and it fell to"."""
    last = before[-1]
    spoken = _IT.search(line.text, last.span.end, mention.span.start) if len(before) > 1 else None
    return next((a for a in before if a.measure in TRADE), last) if spoken is not None else last


def moved(line: Line, before: Figure, after: Figure) -> bool:
    """Date the first sum of "narrowed from 238 billion to 230 billion": the months of the second, a year before."""
    told = after.period.period if after.period is not None else None
    between = line.text[before.main.end : after.main.start]
    if told is None or told.open or after.period is None or before.measure != after.measure or between != " to ":
        return False
    if told.length.days > 366 or any(before.main.end < d.span.start for d in told_dates(line)):
        return False
    iso = re.sub(r"\b\d{4}\b", lambda y: str(int(y[0]) - 1), told.iso)
    before.period = after.period.but(period=Period.parse(iso), antecedents=after.period.spans)
    before.about, before.about_spans = after.about, after.about_spans
    return True


def party_between(page: Page, index: int, numbers: Sequence[Span], mention: Mention) -> Mention | None:
    """ "With Peru to 360 million and with Chile to 149 million": the party named between two sums, for the second."""
    text = page.lines[index].text
    start = max((s.end for s in numbers if s.end <= mention.span.start), default=mention.span.start)
    for state in page.here[index]:
        if state.type == "state" and len(state.states) == 1 and start <= state.span.start < mention.span.start:
            lead = _TURN.search(text, start, state.span.start)
            if lead is not None and _TURNED.fullmatch(text, state.span.end, mention.span.start):
                return state
    return None


def told_year(line: Line, date: Mention | None, told: Mention | None) -> Mention | None:
    """ "At the end of the year" in an account of 2024 is that of 2024."""
    if (
        date is None
        or told is None
        or told.period is None
        or not date.attributes.get("vague")
        or date.attributes.get("form") != "relative"
    ):
        return date
    if not line.text[date.span.start : date.span.end].lower().endswith("the year"):
        return date
    return date.but(period=Period.year(told.period.first.year), antecedents=told.spans)


def share_date(line: Line, found: Sequence[Figure]) -> None:
    """Give the figures without a period the one date of their sentence, where there is just one."""
    if not found:
        return
    dates = [d for d in told_dates(line) if not is_base(line, d) and d.attributes.get("part") != "since"]
    dates = [d for d in dates if line.text[d.span.end : d.span.end + 2] != ": "]
    dates = [d for d in dates if not any(_own_date(line, f, d) for f in found)]
    if len(dates) == 1 and not aimed_at(line.text, line.span.start, dates[0].span, line.span.end):
        for figure in found:
            start, end = bounds_of(line, figure.main, cuts_in(line))
            if start <= dates[0].span.start < end and not _NOW.search(line.text, start, figure.main.start):
                figure.period = figure.period or dates[0]


def _own_date(line: Line, figure: Figure, date: Mention) -> bool:
    """Whether a date is that of a figure which others are only compared with ("402, from 318 in 2023")."""
    start = max(line.span.start, figure.main.start - 40)
    return figure.period is date and bool(pattern("based").search(line.text, start, figure.main.start))


def year_before(line: Line, found: Sequence[Figure], mention: Mention) -> Mention | None:
    """ "Against 480 million a year earlier": the period of the figure before, a year back."""
    words = pattern("year_before").match(line.text, mention.span.end, line.span.end)
    told = found[-1].period if found else None
    if told is None or told.period is None:
        return None
    # What a whole year, or months of it, are compared with are those of the year before.
    whole = re.fullmatch(r"\d{4}", told.period.iso) or 80 < told.period.length.days < 366
    if words is None and whole is None:
        return None
    iso = re.sub(r"\b\d{4}\b", lambda y: str(int(y[0]) - 1), told.period.iso)
    span = Span(*words.span()) if words is not None else mention.span
    return told.but(span=span, period=Period.parse(iso), antecedents=told.spans)


def own_words(line: Line, last: Figure | None, change: Mention) -> bool:
    """Whether a change has a time of its own that nothing dates ("and grew by 9 percent in the first half of this
    year" in a text without a day)."""
    if last is None or last.amount is None or " and " not in line.text[last.main.end : change.span.start]:
        return False
    return any(
        d.period is None
        and d.span.start >= change.span.end
        and pattern("date_link").fullmatch(line.text, change.span.end, d.span.start)
        for d in line.dates
    )


def own_period(line: Line, last: Figure | None, change: Mention) -> Mention | None:
    """The period of a change behind a figure, where another than the figure's is told with it."""
    if last is None or last.period is None:
        return None
    if " and " not in line.text[last.main.end : change.span.start]:
        return None
    end = bounds_of(line, change.span, cuts_in(line))[1]
    for date in told_dates(line):
        told = pattern("date_link").fullmatch(line.text, change.span.end, date.span.start)
        behind = last.main.end <= date.span.start < change.span.start
        fresh = not is_base(line, date) and date.period != last.period.period
        if (told or behind) and date.span.start < end and fresh:
            return date
    return None
