"""Which of a sentence's dates a figure belongs to."""

from __future__ import annotations

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.words import pattern
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention
from accord.values import Period

_TWO_YEARS = re.compile(r"\d{4}/\d{4}")
_SHORT = re.compile(r"\d{4}[-–/]\d\d$")
_RANGE = re.compile(r" (?:to|until|till|through) ")
_RANGE_FROM = re.compile(r"\bfrom $", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:()]|\b(?:and|but|while|which|who|that|when|where)\b")
_DATELINE = re.compile(r",?(?: \d{4})?\s*(?:\([^)]{0,40}\))?\s*(?:—|–|--|- |: )")
_LOW_WORD = re.compile(r"(?<![\w.’'-])[a-z]")
_HEAD = 60  # characters of a sentence in which its dateline stands
_OF_DATA = re.compile(
    r"\b(?:data|figures|statistics|results|numbers|reports?) (?:from|for|over) (?:the )?$", re.IGNORECASE
)
_GOES_ON = re.compile(
    r",? (?:and |thus |thereby )?(?:to|(?:to )?reach(?:ed|ing)?|stood at|standing at|came to|(?:to )?amount(?:ed|ing)? to|totall?ed|totall?ing"
    r"|hit|hitting|made up|making up|exceed(?:ed|ing)|was|were) (?:about |around |over |nearly |almost |some |more than |the )*"
)
_DURING = re.compile(r" (?:in|during|for) ")

__all__ = ["fiscal_start", "fiscal_year", "is_base", "of_another", "period_of", "told_dates", "up_to"]
# With which month the fiscal years of states begin; all others begin theirs with January.
_FISCAL = {
    state: month
    for month, states in {
        4: "IND JPN GBR CAN ZAF NAM BWP LSO SWZ MWI JAM HKG SGP MMR KWT BRN GUY",
        7: "PAK BGD NPL KEN UGA TZA RWA BDI ETH EGY AUS NZL BTN MUS GMB TON WSM SLE",
        10: "USA THA TTO HTI LAO",
        8: "FJI",
    }.items()
    for state in states.split()
}
_UP_TO = re.compile(
    r"\b(?:(?:up|down) (?:to|until|till)|(?:so far|year[- ]to[- ]date|to date)(?: (?:to|until|through))?|through(?! the)"
    r"|(?:from|since) (?:the )?(?:beginning|start) of (?:the|this) year (?:to|until|till|through))"
    r" (?:the )?(?:(?:month|end|close) of )?$",
    re.IGNORECASE,
)


def told_dates(line: Line) -> list[Mention]:
    """The dates of a sentence at which things were so, not those at which they were said or signed."""
    text, start = line.text, line.span.start
    return [
        d
        for d in line.dates
        if d.period is not None
        and d.attributes.get("preposition") != "within"
        and not pattern("said_on").search(text, max(start, d.span.start - 40), d.span.start)
        and not (
            not d.attributes.get("label")
            and 2 < d.span.start - start < _HEAD
            and _DATELINE.match(text, d.span.end)
            and not _LOW_WORD.search(text[start : d.span.start])
        )
    ]


def is_base(line: Line, date: Mention) -> bool:
    """Whether a date is only what a figure is compared with ("than in 2023", "the same period of 2024")."""
    if _OF_DATA.bare.search(line.text, max(line.span.start, date.span.start - 30), date.span.start):
        return False
    if date.attributes.get("same") or (
        date.attributes.get("preposition") in ("over", "from", "against", "than") and "years" in date.attributes
    ):
        return True
    if _RANGE.search(line.text, date.span.start, date.span.end) and _RANGE_FROM.search(
        line.text, max(line.span.start, date.span.start - 8), date.span.start
    ):
        return False  # "from January to September"
    if pattern("since_event").search(line.text, max(line.span.start, date.span.start - 60), date.span.start):
        return True
    return bool(pattern("base_before").search(line.text, max(line.span.start, date.span.start - 48), date.span.start))


def period_of(
    line: Line, span: Span, bounds: tuple[int, int], stops: list[Span], based: bool = False
) -> Mention | None:
    """The date of the figure at `span`: one that follows closely, else the last before it, else any in its clause.

    `stops` are the other figures of the sentence: what stands behind the next one belongs to that. A figure that is
    itself a base ("against 31 in 2023") takes only the date that follows it.
    """
    start, end = bounds
    following = min((s.start for s in stops if s.start >= span.end), default=end)
    dates = [d for d in told_dates(line) if start <= d.span.start < end]
    dates = [d for d in dates if not (d.span.start >= span.end and line.text[d.span.end : d.span.end + 2] == ": ")]
    after = [
        d for d in dates if span.end <= d.span.start < following and d.span.start - span.end < (24 if based else 60)
    ]
    titled = [d for d in dates if d.span.end < span.start and line.text[d.span.end : span.start] == ": "]
    if titled and titled[-1].span.start > start and line.text[titled[-1].span.start - 1] in "(;[":
        return titled[-1]  # "(2023: $340m)"
    close = [d for d in after if pattern("date_link").fullmatch(line.text, span.end, d.span.start)]
    if based:
        return close[0] if close else next((d for d in after if "years" in d.attributes), None)
    if fresh := [d for d in close if not is_base(line, d) or _its_own(line, span, d)]:
        return fresh[0]
    dates = [d for d in dates if not is_base(line, d) and (_goes_on(line, d, span) or not of_another(line, d, stops))]
    before = [d for d in dates if d.span.end <= span.start]
    own = next((d for d in after if d in dates and _one_clause(line, span.end, d.span.start)), None)
    if own is not None and before and not _one_clause(line, before[-1].span.end, span.start):
        return own  # "agreed on the first half of 2027, and that 4,000 passed in the first quarter"
    if before:
        late = [d for d in told_dates(line) if before[-1].span.end < d.span.start < d.span.end <= span.start]
        spell = next((d for d in late if d.attributes.get("preposition") == "over" and "years" in d.attributes), None)
        return spell or before[-1]
    return next((d for d in dates if d.span.start >= span.end), None)


def _goes_on(line: Line, date: Mention, span: Span) -> bool:
    """ "Grew by 14 percent in 2023 and reached 395 million": the date of a change is that of the sum it led to."""
    return date.span.end <= span.start and _GOES_ON.fullmatch(line.text, date.span.end, span.start) is not None


def _its_own(line: Line, span: Span, date: Mention) -> bool:
    """ "To 1.2 billion during the same period in 2017": a year before, yet the figure's own."""
    return bool(date.attributes.get("same")) and _DURING.fullmatch(line.text, span.end, date.span.start) is not None


def of_another(line: Line, date: Mention, others: list[Span]) -> bool:
    """Whether a date follows right behind another figure ("against 31 in 2023")."""
    start = date.span.start
    return any(s.end <= start and pattern("date_link").fullmatch(line.text, s.end, start) for s in others)


def _one_clause(line: Line, start: int, end: int) -> bool:
    """Whether nothing between two places of a sentence begins another clause."""
    return _CLAUSE.search(line.text, start, end) is None


def fiscal_start(states: tuple[str, ...]) -> int | None:
    """The month with which the fiscal years of a figure's states begin, where they have one and the same."""
    begins = {_FISCAL[s] for s in states if s in _FISCAL}
    return begins.pop() if len(begins) == 1 else None


def fiscal_year(line: Line, date: Mention, states: tuple[str, ...]) -> Mention:
    """ "2023/24" as the months of a fiscal year, where the states of a figure have one and the same."""
    period = date.period
    if period is None or not _TWO_YEARS.fullmatch(period.iso):
        return date
    known = [s for s in states if len(s) == 3 and s.isupper()][:2]
    begins = {_FISCAL[s] for s in known if s in _FISCAL}
    words = line.text[date.span.start : date.span.end]
    if len(begins) != 1 or not (date.attributes.get("fiscal") or _SHORT.search(words)):
        return date
    month = begins.pop()
    first, last = period.iso.split("/")
    return date.but(period=Period.parse(f"{first}-{month:02}/{last}-{month - 1:02}"))


def up_to(line: Line, date: Mention) -> Mention:
    """ "Up to August": the months of a year from January on."""
    period = date.period
    if period is None or not re.fullmatch(r"\d{4}-(?:0[2-9]|1[0-2])", period.iso):
        return date
    whole = date.attributes.get("vague") == "end" and date.attributes.get("preposition") == "by"
    if not whole and not _UP_TO.search(line.text, max(line.span.start, date.span.start - 60), date.span.start):
        return date
    return date.but(period=Period.parse(f"{period.iso[:4]}-01/{period.iso}"))
