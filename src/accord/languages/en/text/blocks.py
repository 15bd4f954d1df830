"""The page as English shows it: lines of page furniture, captions, a lead told twice."""

from __future__ import annotations

from functools import cache

from accord.document import Block, Document, Span
from accord.errors import ValueFormatError
from accord.languages import patterns as re
from accord.languages.en.text.chronology import entries
from accord.languages.en.text.lexicon import table
from accord.languages.en.values.dates import dates
from accord.values import Period

__all__ = ["issued", "read_blocks"]


@cache
def _lines() -> re.Pattern:
    return re.compile(r"^\W*(?:" + "|".join(table("furniture")["lines"]) + ")", re.IGNORECASE)


@cache
def _closers() -> re.Pattern:
    return re.compile(r"^\W*(?:" + "|".join(table("furniture")["closers"]) + r")", re.IGNORECASE)


_CREDIT = re.compile(
    r"\b(?:photo|image|picture)(?: credit| by| courtesy)?\s*:|\(photo\b|\bphoto credit\b", re.IGNORECASE
)
_MADE_UP = re.compile(r"\bmade-up (?:example|document|text)\b", re.IGNORECASE)
_LONG_LINE = 220  # characters; page furniture is short


def read_blocks(document: Document) -> tuple[Block, ...]:
    """The document's blocks with furniture marked: nothing in those is a claim."""
    text, found, seen = document.text, [], set()
    closed = False
    for number, block in enumerate(document.blocks):
        words = text[block.start : block.end].strip()
        kind = block.kind
        folded = " ".join(words.lower().split())
        if kind in ("furniture", "caption"):
            pass
        elif (len(words) < 2 * _LONG_LINE and _MADE_UP.search(words)) or (
            len(words) < _LONG_LINE and (_lines().match(words) or _CREDIT.search(words))
        ):
            kind = "furniture"
            closed = closed or (bool(_closers().match(words)) and number > len(document.blocks) // 2)
        elif closed or (folded in seen and len(folded) > 20):
            kind = "furniture"
        seen.add(folded)
        found.append(block if kind == block.kind else Block(kind, block.start, block.end, block.lead))
    return tuple(found)


_HEADER_LINES = 5
_WEEKDAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_FULL_DATE = re.compile(r"\b(?:19|20)\d\d\b")


def issued(document: Document, blocks: tuple[Block, ...]) -> tuple[Period, Span] | None:
    """The day, with its words, that a line under the title or at the end gives the text ("Policy brief · 12 September
    2025", "Published on 5 May 2025"): one full date, or a month, in a short line. A line that opens with a weekday is a
    page header, which may show the day of printing or crawling, and the dates of a chronology are those of its entries."""
    told = entries(document.text, blocks)
    dates_told = set(told.values())
    blocks = tuple(b for n, b in enumerate(blocks) if n not in told and not any(d in b.span for d in dates_told))
    for block in blocks:
        words = document.text[block.start : block.end]
        if len(words) <= _LONG_LINE and (stamp := _STAMP.match(words)):
            found = _told(document, Span(block.start, min(block.end, block.start + stamp.end() + 24)))
            if found is not None:
                return found
    for block in blocks[:_HEADER_LINES]:
        words = document.text[block.start : block.end]
        if (
            len(words) <= _LONG_LINE
            and _ISSUE.search(words)
            and (found := _told(document, Span(block.start, block.end)))
        ):
            return found
        if timed := _TIMED.match(words):
            found = _told(document, Span(block.start, block.start + timed.end("day")))
            if found is not None and found[0].length.days == 0:
                return found
    for block in blocks[: 2 * _HEADER_LINES]:
        if block.kind in ("item", "row", "furniture") or (found := _opening(document, block)) is None:
            continue
        return found
    short = [b for b in blocks if b.kind not in ("furniture", "caption", "item", "row")]
    month = None
    for block in [*short[:_HEADER_LINES], *short[-_FOOTER_LINES:]]:
        words = document.text[block.start : block.end]
        if (
            len(words) > 90
            or block.kind == "headline"
            or _WEEKDAY.match(words)
            or not _FULL_DATE.search(words)
            or words.rstrip().endswith((".", ";", ","))
        ):
            continue
        if block in short[_HEADER_LINES:] and not _DATE_ALONE.fullmatch(words.strip()):
            continue
        found = _told(document, Span(block.start, block.end))
        if found is not None and found[0].length.days == 0:
            return found
        month = month or found
    return month


def _opening(document: Document, block: Block) -> tuple[Period, Span] | None:
    """The day with which a text opens ("Lima, 3 June 2025. The ministers ...", "LIMA, June 3, 2025 (Wire) - "), or that
    closes a line on its author or publisher ("By A. Person, senior fellow. 12 June 2026")."""
    words = document.text[block.start : block.end]
    match = _DATELINE.match(words)
    if match is None and len(words) <= _LONG_LINE:
        match = _BYLINE.search(words) or _STAMPED.search(words)
    if match is None:
        return None
    found = _told(document, Span(block.start + match.start("day"), block.start + match.end("day")))
    return found if found is not None and found[0].length.days == 0 else None


_DAY = (
    r"(?P<day>(?:\d{1,2}(?:st|nd|rd|th)?,? (?:of )?[A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?, \d{4}"
    r"|[A-Z]{3,9} \d{1,2}, \d{4}))"
)
_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'. -]{1,30}(?:[/,] ?[A-ZÀ-Þ][\w’'. -]{1,30})?(?:, | [-–—] | ))??"
    + _DAY
    + r"(?:\.(?= [A-ZÀ-Þ\"“])| ?\([^()]{2,40}\) ?(?:--?|–|—|:)| (?:--|-|–|—|/|\|) ?[A-ZÀ-Þ]|: (?=[A-ZÀ-Þ])|,? \d{1,2}[:.]\d\d)"
)
_BYLINE = re.compile(
    r"(?:^(?:By|From) [A-ZÀ-Þ][^|]{3,100}?[,.·|] ?|\b(?i:commentary|analysis|opinion|policy brief|press release|note|brief|bulletin)\b[^|·]{0,100}[,.·|—–-] ?)"
    + _DAY
    + r"(?=\.?$|\. [A-ZÀ-Þ][^.]{0,60}\.?$| [A-ZÀ-Þ][^.]{0,120}$)"
)
_STAMPED = re.compile(
    r"(?<![Nn]ext )(?<!to be )\b(?i:date of (?:issue|release|publication)|released|published|issued|posted)(?: on)?:? "
    + _DAY
)
_STAMP = re.compile(
    r"\W*(?:(?:first )?(?:published|posted|issued|released)(?: on| at)?|date(?: of (?:publication|issue|release))?|publication date|release date):?\s",
    re.IGNORECASE,
)
_TIMED = re.compile(
    r"\W*(?P<day>(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4}|[A-Z][a-z]+ \d{1,2},? \d{4}|\d{1,2}\.\d{1,2}\.\d{4}))(?:,| [-–|]| at)? \d{1,2}[:.]\d\d\b"
)
_ISSUE = re.compile(r"\b(?:issue|no\.?|nr\.?|vol(?:ume|\.)?|edition|bulletin)[ ]?\d", re.IGNORECASE)  # of a paper
_FOOTER_LINES = 4
_DATE_ALONE = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?,? [A-Z][a-z]+,? \d{4}|[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?, \d{4}|\d{1,2}[./]\d{1,2}[./]\d{4})(?:,? \d{1,2}:\d\d(?::\d\d)?)?"
)
_AMBIGUOUS = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_WITH_DAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day,? \(?(\d{1,2})[/.](\d{1,2})\)?", re.IGNORECASE)
_DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


def _told(document: Document, span: Span) -> tuple[Period, Span] | None:
    """The one day or month told in a line; of "05/11/2027" the day that a weekday of the text confirms."""
    found = [
        (d.period, d.span)
        for d in dates(document.text, [span], None)
        if d.period is not None and d.period.length.days <= 31
    ]
    if found:
        return found[0] if len(found) == 1 else None
    stamp = _AMBIGUOUS.search(document.text, span.start, span.end)
    if stamp is None:
        return None
    if (period := _as_dateline(document, stamp)) is not None:
        return period, Span(stamp.start(), stamp.end())
    for told in _WITH_DAY.finditer(document.text):
        options = []
        for day, month in ((told[2], told[3]), (told[3], told[2])):
            try:
                options.append(Period.parse(f"{stamp[3]}-{int(month):02}-{int(day):02}"))
            except ValueFormatError:
                continue
        days = [p for p in options if p.first.weekday() == _DAYS.index(told[1].lower())]
        if len(days) == 1 and {told[2].lstrip("0"), told[3].lstrip("0")} <= {
            stamp[1].lstrip("0"),
            stamp[2].lstrip("0"),
        }:
            return days[0], Span(stamp.start(), stamp.end())
    return None


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DAY_AND_MONTH = re.compile(
    r"(?:(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2})|(?P<day2>\d{1,2}) (?P<month2>[A-Z][a-z]{2,8}))\b(?=[.,]? ?\(|[.,:]? ?(?:--?|–|—|/))"
)


def _as_dateline(document: Document, stamp: re.Match[str]) -> Period | None:
    """The day of "03/09/2025" that a dateline without a year confirms ("Amman, Sept. 3 (Petra)")."""
    told = _DAY_AND_MONTH.search(document.text[: 4 * _LONG_LINE])
    month = (told["month"] or told["month2"])[:3].lower() if told else ""
    if told is None or month not in _MONTHS:
        return None
    day = int(told["day"] or told["day2"]), _MONTHS.index(month) + 1
    if day not in ((int(stamp[1]), int(stamp[2])), (int(stamp[2]), int(stamp[1]))):
        return None
    try:
        return Period.parse(f"{stamp[3]}-{day[1]:02}-{day[0]:02}")
    except ValueFormatError:
        return None
