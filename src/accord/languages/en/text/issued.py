"""The day that a text bears: in its dateline, in a line on its publication, under its title, at its end."""

from __future__ import annotations

from collections.abc import Mapping

from accord.document import Block, Document, Span
from accord.errors import ValueFormatError
from accord.languages import patterns as re
from accord.languages.en.text.blocks import LONG_LINE
from accord.languages.en.text.chronology import entries
from accord.languages.en.values.datelines import told_year
from accord.languages.en.values.dates import dateline, dates
from accord.values import Period

__all__ = ["issued", "tells_issue"]

_HEADER_LINES = 5
_FOOTER_LINES = 4
_UNDER_TITLE = 3  # lines in which furniture may tell the day ("2 min read · 7 May 2024")
_LEAD = 250  # characters of a first sentence
_ALONE = 90  # characters of a line that only tells the day, and by whom
_WEEKDAY = re.compile(r"^\W*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b", re.IGNORECASE)
_FULL_DATE = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = (
    r"(?P<day>(?:\d{1,2}(?:st|nd|rd|th)?,? (?:of )?[A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?, \d{4}"
    r"|[A-Z]{3,9} \d{1,2}, \d{4}))"
)
_OPENING = re.compile(
    _DAY
    + r"(?:\.(?= [A-ZÀ-Þ\"“])| ?\([^()]{2,40}\) ?(?:--?|–|—|:)| (?:--|-|–|—|/|\|) ?[A-ZÀ-Þ]|: (?=[A-ZÀ-Þ])|,? (?:at )?\d{1,2}[:.]\d\d)"
)
_BYLINE = re.compile(
    r"(?:^(?:By|From) [A-ZÀ-Þ][^|]{3,100}?[,.·|] ?|\b(?i:commentary|analysis|opinion|policy brief|press release|note|brief|bulletin)\b[^|·]{0,100}[,.·|—–-] ?)"
    + _DAY
    + r"(?=\.?$|\. [A-ZÀ-Þ][^.]{0,60}\.?$| [A-ZÀ-Þ][^.]{0,120}$)"
)
_STAMPED = re.compile(
    r"(?<![Nn]ext )(?<!to be )\b(?i:date of (?:issue|release|publication)|released|published|issued|posted|filed|(?:first )?printed)(?: on)?:? "
    + _DAY
)
_STAMP = re.compile(
    r"\W*(?:(?:first )?(?:published|posted|issued|released)(?: on| at)?|(?:a version of )?this article appeared in (?:the )?print(?: edition)? on|date(?: of (?:publication|issue|release))?|publication date|release date):?\s",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\W*(?:last )?(?:updated|update)(?: on| at)?:?\s", re.IGNORECASE)
_REVISED = re.compile(  # "Compiled by the desk. Last revised 30 June 2024.", "A card of the desk. 6 May 2024."
    r"(?:\b(?i:revised|amended|compiled|checked|verified|corrected|prepared|as of|situation on|status|state of play|current to)(?: (?:on|at|as of))?[:,]? |(?<=\. ))"
    rf"(?:{_DAY}|\d{{1,2}}[./]\d{{1,2}}[./]20\d\d)(?=[.)]?$)"
)
_FACT = re.compile(  # what a line with a day tells of rather than the day of a page
    r"\b(?:established|signed|opened|inaugurated|since|ratified|recognised|recognized|joined|founded|restored|concluded|closed|in force|into force|relations)\b",
    re.IGNORECASE,
)
_DONE = re.compile(rf"\b(?:Done|Signed|Adopted|Made) (?:at|in) [^.;]{{2,60}}? {_DAY}(?=\.?\s*$)", re.MULTILINE)
_ISSUE = re.compile(r"\b(?:issue|no\.?|nr\.?|vol(?:ume|\.)?|edition|bulletin)[ ]?\d", re.IGNORECASE)  # of a paper
_OUTLIVED = 2  # years, and how many later days, that show that a text was written after a day
_LONG = 10  # years after which one later day shows it
_FORTNIGHT = 16  # days that an issue tells of at most
_MONTH_AND_YEAR = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?P<year>(?:19|20)\d\d)\b"
)
_TO_COME = re.compile(
    r"\b(?:by|until|till|through|before|from|to|shall|will|would|plan\w*|expect\w*|due|target\w*|schedul\w*|next|expir\w*|valid)\b[^\n]*$",
    re.IGNORECASE,
)
_TIME = re.compile(  # what may stand beside a day that stands alone
    r"(?:[\W\d]|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|at|am|pm|a\.m|p\.m|hrs?|gmt|utc|[a-z]{1,3}t|news id|id|no|story|first|published)\b)*",
    re.IGNORECASE,
)

_PLACE = re.compile(  # "Quito, July 2023", "Press Office, Parliament of Peru, 4 May 2024"
    r"(?:Source: )?(?!Treaty|Agreement|Protocol|Convention|Memorandum|Declaration)[A-ZÀ-Þ][\w'’.-]*(?:,? (?:(?!Treaty|Agreement|Protocol|Convention|Memorandum|Declaration)[A-ZÀ-Þ][\w'’.-]*|of|the|for|and|&)){0,11}(?:,(?: the)?| ?[·|–—-])\s*$"
)

Day = tuple[Period, Span]


def issued(document: Document, blocks: tuple[Block, ...], told: Mapping[int, Span] | None = None) -> Day | None:
    """The day, with its words, that a line under the title or at the end gives the text ("Policy brief · 12 September
    2025", "Published on 5 May 2025"), or its dateline: one full date, or a month, in a short line. A line over the title
    that opens with a weekday is a page header, which may show the day of printing or crawling; so is a footer's day of
    the last change; the dates of a chronology are those of its entries (`told`, where they are known)."""
    told = entries(document.text, blocks) if told is None else told
    days = set(told.values())
    blocks = tuple(b for n, b in enumerate(blocks) if n not in told and not any(d in b.span for d in days))
    for read in (_stamped, _numbered, _opened, _alone, _updated, _revised, _titled, _done, _in_one_year, _week):
        found = read(document, blocks)
        if found is not None and not _outlived(document.text, found[0]):
            return found
    return None


def _outlived(text: str, day: Period) -> bool:
    """Whether a text tells of several days long after one, as of things done: then it was not written on it."""
    late = (m for m in _MONTH_AND_YEAR.finditer(text) if int(m["year"]) >= day.last.year + _OUTLIVED)
    done = [m for m in late if not _TO_COME.search(text, text.rfind("\n", 0, m.start()) + 1, m.start())]
    return len(done) >= _OUTLIVED or any(int(m["year"]) >= day.last.year + _LONG for m in done)


def tells_issue(words: str) -> bool:
    """Whether a line tells when a text was released or last changed."""
    return bool(_STAMPED.search(words) or _UPDATED.match(words))


def _stamped(document: Document, blocks: tuple[Block, ...]) -> Day | None:
    """ "Published on 5 May 2025", in any short line."""
    for block in blocks:
        stamp = _STAMP.match(document.text, block.start, block.end)
        if block.end - block.start <= LONG_LINE and stamp is not None:
            found = _told(document, Span(block.start, min(block.end, stamp.end() + 24)))
            if found is not None:
                return found
    return None


def _numbered(document: Document, blocks: tuple[Block, ...]) -> Day | None:
    """The day of an issue: "Bulletin No. 12, 3 June 2025"."""
    for block in blocks[:_HEADER_LINES]:
        short = block.end - block.start <= LONG_LINE
        if short and _ISSUE.search(document.text, block.start, block.end):
            found = _told(document, block.span)
            if found is not None:
                return found
    return None


def _opened(document: Document, blocks: tuple[Block, ...]) -> Day | None:
    """The day with which a text opens ("Lima, 3 June 2025. The ministers ...", "LIMA, June 3, 2025 (Wire) - "), or that
    closes a line on its author or publisher ("By A. Person, senior fellow. 12 June 2026")."""
    text = document.text
    for block in blocks[: 2 * _HEADER_LINES]:
        short = block.end - block.start <= LONG_LINE
        if short and (stamp := _STAMPED.search(text, block.start, block.end)) is not None:
            span = Span(stamp.start("day"), stamp.end("day"))
        elif block.kind in ("item", "row", "furniture"):
            continue
        elif (head := dateline(text, block.span)) is not None:
            span = head[0]
        else:
            match = _OPENING.match(text, block.start, block.end)
            if match is None and short:
                match = _BYLINE.search(text[block.start : block.end]) and _BYLINE.search(text, block.start, block.end)
            if match is None:
                continue
            span = Span(match.start("day"), match.end("day"))
        found = _told(document, span)
        if found is not None and found[0].length.days == 0:
            return found
    return None


def _alone(document: Document, blocks: tuple[Block, ...]) -> Day | None:
    """A short line under the title, or one at the end that holds nothing else; the month that one tells where none tells
    a day."""
    title = next((n for n, b in enumerate(blocks) if b.kind == "headline"), -1)
    rows = [(n, b) for n, b in enumerate(blocks) if b.kind not in ("caption", "item", "row")]
    words = [(n, b) for n, b in rows if b.kind != "furniture" or 0 <= title < n <= title + _UNDER_TITLE]
    month, body = None, _body(blocks)
    for place, (number, block) in enumerate(words):
        head = place < _HEADER_LINES and number < body
        if not head and place < len(words) - _FOOTER_LINES:
            continue
        line = document.text[block.start : block.end].strip()
        if len(line) > _ALONE or number == title or not _FULL_DATE.search(line) or line.endswith((".", ";", ",")):
            continue
        if head and _WEEKDAY.match(line) and not 0 <= title < number:
            continue
        found = _told(document, block.span)
        if found is not None and _FACT.search(line[: found[1].start - block.start]):
            continue
        if found is None or (not head and not _only(document, block, found[1])) or _UPDATED.match(line):
            continue
        if found[0].length.days == 0:
            return found
        month = month or found
    return month


def _body(blocks: tuple[Block, ...]) -> int:
    """The first block that is no line of a head."""
    return next((n for n, b in enumerate(blocks) if b.end - b.start > LONG_LINE), len(blocks))


def _only(document: Document, block: Block, day: Span) -> bool:
    """Whether a line holds its day, and at most its hour, alone."""
    rest = document.text[block.start : day.start] + " " + document.text[day.end : block.end]
    return _PLACE.match(rest) is not None or _TIME.fullmatch(rest) is not None


def _updated(document: Document, blocks: tuple[Block, ...]) -> Day | None:
    """The day of the last change, told in the head of a page that tells no other."""
    for block in blocks[: min(_HEADER_LINES, _body(blocks))]:
        match = _UPDATED.match(document.text, block.start, block.end)
        if match is not None and block.end - block.start <= _ALONE:
            found = _told(document, block.span)
            if found is not None and found[0].length.days == 0:
                return found
    return None


def _revised(document: Document, blocks: tuple[Block, ...]) -> Day | None:
    """The day at the end of a line of the head that tells who compiled or revised the page."""
    for block in blocks[: min(_HEADER_LINES, _body(blocks))]:
        line = document.text[block.start : block.end].rstrip()
        match = _REVISED.search(line) if len(line) <= 2 * _ALONE else None
        if match is not None:
            found = _told(document, Span(block.start + match.start(), block.start + match.end()))
            if found is not None and found[0].length.days == 0:
                return found
    return None


def _titled(document: Document, blocks: tuple[Block, ...]) -> Day | None:
    """The full day in a heading ("Weekly briefing, 16 January 2025")."""
    for block in blocks[:_HEADER_LINES]:
        if block.kind in ("headline", "title") and block.end - block.start <= LONG_LINE:
            found = _told(document, block.span)
            if found is not None and found[0].length.days == 0:
                return found
    return None


def _week(document: Document, blocks: tuple[Block, ...]) -> Day | None:
    """The days that a digest or a diary tells of, in one of its first short lines ("2 to 8 June 2025")."""
    for block in blocks[:_HEADER_LINES]:
        if block.kind in ("headline", "heading", "paragraph") and block.end - block.start <= _ALONE:
            found = _told(document, block.span)
            if found is not None and 0 < found[0].length.days <= _FORTNIGHT:
                return found
    return None


def _done(document: Document, blocks: tuple[Block, ...]) -> Day | None:
    """The day on which a text says that it was done ("Done at Lima on 13 May 2025")."""
    for block in reversed(blocks):
        match = _DONE.search(document.text, block.start, block.end)
        if match is not None:
            return _told(document, Span(match.start("day"), match.end("day")))
    return None


def _in_one_year(document: Document, blocks: tuple[Block, ...]) -> Day | None:
    """A dateline without its year, in the one year that the rest of the text leaves."""
    for block in blocks[: 2 * _HEADER_LINES]:
        head = dateline(document.text, block.span) if block.kind not in ("item", "row", "furniture") else None
        if head is not None:
            day = told_year(document.text, Span(head[0].start, min(block.end, head[0].start + _LEAD)))
            return None if day is None else (day, head[0])
    return None


_AMBIGUOUS = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_WITH_DAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day,? \(?(\d{1,2})[/.](\d{1,2})\)?", re.IGNORECASE)
_MONTH_NAME = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY_FIRST = re.compile(rf"\b\d{{1,2}} {_MONTH_NAME}\b")
_MONTH_FIRST = re.compile(rf"\b{_MONTH_NAME} \d{{1,2}}\b(?!\d)")
_DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


def _told(document: Document, span: Span) -> tuple[Period, Span] | None:
    """The one day or month told in a line; of "05/11/2027" the day that a weekday of the text confirms, or the fifth of
    November where the text names the day before the month."""
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
    if _DAY_FIRST.search(document.text) and not _MONTH_FIRST.search(document.text):
        try:
            return Period.parse(f"{stamp[3]}-{int(stamp[2]):02}-{int(stamp[1]):02}"), Span(stamp.start(), stamp.end())
        except ValueFormatError:
            return None
    return None


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DAY_AND_MONTH = re.compile(
    r"(?:(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2})|(?P<day2>\d{1,2}) (?P<month2>[A-Z][a-z]{2,8}))\b(?=[.,]? ?\(|[.,:]? ?(?:--?|–|—|/))"
)


def _as_dateline(document: Document, stamp: re.Match[str]) -> Period | None:
    """The day of "03/09/2025" that a dateline without a year confirms ("Amman, Sept. 3 (Petra)")."""
    told = _DAY_AND_MONTH.search(document.text[: 4 * LONG_LINE])
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
