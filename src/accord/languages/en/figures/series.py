"""Figures by their years, told side by side or in lines of their own under what they are of.

"Trade turnover, USD mln / 2021 - 503.7; 2022 - 714.2", "Goods sold to Peru, US$: / July 11.2 million / August 9.8 million".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.labelled import about_label, fitting
from accord.languages.en.figures.table_cells import Cell, Scale, paid_in, scale_of
from accord.languages.en.figures.table_heads import topic_of
from accord.languages.en.figures.table_sorts import of_people, sort_of
from accord.languages.en.figures.table_times import When, mention_of, when_of
from accord.languages.en.figures.words import TRADE, Figure, Page, kind_of
from accord.languages.en.values.amounts import amounts
from accord.languages.en.values.date_parts import MONTHS
from accord.languages.views import Mention
from accord.values import Amount, plain

__all__ = ["SUM", "TIME", "series_figures"]

_MONTH = rf"(?:{'|'.join(MONTHS)}|{'|'.join(m[:3] for m in MONTHS)})\.?"
TIME = rf"(?:{_MONTH}(?: (?:19|20)\d\d)?|(?:Q[1-4]|H[12]) (?:19|20)\d\d|(?:19|20)\d\d(?:[/–-]\d\d(?!\d))?)"
_UNIT = r"(?:US dollars|dollars|euros|USD|EUR|(?:metric )?tonnes|tons|t|people|persons|GWh|MWh|TWh|km|bcm|m3|[A-Z]{3})"
SUM = (
    r"(?:(?:[A-Z]{0,3}[$€£]|[A-Z]{1,3} )? ?\d[\d,.]*(?<![.,])"
    rf"(?: ?(?:million|billion|thousand|mln|bln|bn|mn|m|b|k)\b)?(?: {_UNIT}\b)?)"
)
_PAIR = re.compile(
    rf"(?<![\w.,-])(?P<when>{TIME})(?:\)?(?: ?[:=]| [–—-]|,)? )(?:about |some |around |~)?(?P<sum>{SUM})(?!\w|-)"
)
_TURNED = re.compile(rf"(?<![\w.,-])(?P<sum>{SUM}) \((?:in )?(?P<when>{TIME})\)")
_BETWEEN = re.compile(r"(?:[;,|/·•) ]|and)*|\s*\([^()]*\)[;,|/· ]*")
_ALONE = re.compile(r"\s*(?:\([^()]*\))?[.;,]?\s*")
_BACK = 10  # lines in which a lead is looked for
_LONGEST = 300  # characters of a line of several years
_LEAD = 120  # characters of one
_MILLIONS = re.compile(r"\d ?m$")


@dataclass(frozen=True, slots=True)
class _Lead:
    """What the numbers of a series are: the sentence and the words that say so."""

    index: int
    cell: Cell


def series_figures(page: Page, index: int, taken: set[int]) -> Iterator[Figure]:
    """The figures of a line that sets times beside numbers."""
    line = page.lines[index]
    if not (line.amounts or line.dates) or line.span.end - line.span.start > _LONGEST:
        return
    pairs = list(_PAIR.finditer(line.text, line.span.start, line.span.end))
    if len(pairs) < 2 and "(" in line.own:
        turned = list(_TURNED.finditer(line.text, line.span.start, line.span.end))
        pairs = turned if len(turned) > 1 else pairs
    if not pairs or not _runs(line.text, pairs, line.span):
        return
    before = line.text[line.span.start : pairs[0].start()].strip(" +-–—•*·")
    if before:
        start = line.text.index(before, line.span.start)
        lead: _Lead | None = _Lead(index, Cell(before, Span(start, start + len(before))))
    else:
        lead = _above(page, index)
    if lead is None or len(lead.cell.text) > _LEAD:
        return
    scale = scale_of(lead.cell.text, lead.cell.span.start) or _shared(line.text, pairs, line.span)
    found = [f for pair in pairs if (f := _figure(page, index, lead, pair, scale)) is not None]
    if len(found) == len(pairs):
        spans = [Span(*p.span()) for p in pairs]
        taken.update(m.span.start for m in line.amounts if any(m.span.overlaps(s) for s in spans))
        for figure in found:
            figure.change = _change(page, index, figure, taken) if len(pairs) == 1 else None
        yield from found


def _runs(text: str, pairs: list[re.Match[str]], span: Span) -> bool:
    """Whether pairs stand side by side to the end of a line, or one fills it."""
    if any(not _BETWEEN.fullmatch(text, a.end(), b.start()) for a, b in pairwise(pairs)):
        return False
    if len(pairs) == 1:
        head = text[span.start : pairs[0].start()].strip(" -–—•*·")
        return not head and _ALONE.fullmatch(text, pairs[0].end(), span.end) is not None
    return True


def _above(page: Page, index: int) -> _Lead | None:
    """The heading or lead over a series of lines that begin with their times."""
    for at in range(index - 1, max(-1, index - _BACK), -1):
        line = page.lines[at]
        words = line.own
        if _PAIR.match(words.lstrip(" -–—•*·")):
            continue
        heads = line.kind in ("heading", "headline") or words[-1:] == ":" or words[-1:].isalnum() or words[-1:] == ")"
        return _Lead(at, Cell(words, line.span)) if heads and len(words) <= _LEAD else None
    return None


def _shared(text: str, pairs: Sequence[re.Match[str]], line: Span) -> Scale | None:
    """The unit that the first or the last of several numbers tells for all, or that follows them: "102.6; 112.4; 169.7
    million USD", "1.3 (2023), 1.1 (2022), both in billions of dollars"."""
    if len(pairs) < 2:
        return None
    tail = scale_of(re.sub(r"\b([mb]illion)s of\b", r"\1    ", text[pairs[-1].end() : line.end]), pairs[-1].end())
    told = (scale_of(re.sub(r"\d", " ", p["sum"]), p.start("sum")) for p in (pairs[-1], pairs[0]))
    return next((s for s in told if s is not None), tail)


def _figure(page: Page, index: int, lead: _Lead, pair: re.Match[str], scale: Scale | None) -> Figure | None:
    line, span = page.lines[index], Span(*pair.span("sum"))
    mention = next(iter(amounts(line.text, [span], [])), None)
    topic = topic_of(page, lead.index, lead.cell)
    if mention is None or mention.amount is None:
        return None
    if topic is not None and topic.measure in TRADE:
        measure, words = topic.measure, topic.span
        mention = _scaled(mention, scale, pair["sum"])
        about = (topic.parties.states, topic.parties.spans) if topic.parties else (page.pair[:2], page.pair_spans[:2])
        if kind_of(mention) not in ("money", "weight", "volume", "energy"):
            return None
    else:
        sort = of_people(page, lead.index, lead.cell) or sort_of(lead.cell.text, lead.cell.span.start)
        if sort is None:
            return None
        mention = _scaled(mention, scale if scale is None or scale.money == sort.money else None, pair["sum"])
        if not fitting(sort, mention):
            return None
        if sort.unit and mention.amount is not None:
            mention = mention.but(amount=Amount(mention.amount.value, sort.unit, mention.amount.comparison))
        measure, words = sort.measure, sort.span
        about = about_label(page, lead.index, lead.cell, sort)
    if len(about[0]) < 1 or (measure in TRADE and len(about[0]) < 2):
        return None
    period = mention_of(_when(page, pair, lead), about[0])
    if period is None:
        return None
    return Figure(measure, words, amount=mention, about=about[0], about_spans=about[1], period=period, known=True)


def _scaled(mention: Mention, scale: Scale | None, words: str) -> Mention:
    """A number in the unit and scale that its lead tells, where it has none of its own; "1.9m" of people as millions."""
    amount = mention.amount
    assert amount is not None
    if amount.unit == "m" and _MILLIONS.search(words):
        unit = paid_in(scale, ()) if scale is not None and scale.money else ""
        return mention.but(amount=Amount(plain(float(amount.value) * 1e6), unit, amount.comparison))
    if amount.unit or scale is None:
        return mention
    spoken = re.search(r"[a-z]{2,}", words) is not None  # "11.2 million" under "US$"
    value = amount.value if spoken else plain(float(amount.value) * scale.factor)
    unit = paid_in(scale, ())
    return mention.but(
        type="amount", amount=Amount(value, unit, amount.comparison), antecedents=(*mention.antecedents, scale.span)
    )


def _when(page: Page, pair: re.Match[str], lead: _Lead) -> When | None:
    """The time of a pair; a month without its year is of the year that the lead tells, else the last one over."""
    told = when_of(pair["when"], pair.start("when"))
    if told is None or told.year is not None or told.months is None:
        return told
    year = when_of(lead.cell.text, lead.cell.span.start)
    if year is not None and year.year is not None:
        return When(year.year, told.months, told.quarter, spans=(*told.spans, *year.spans))
    return When(_last(told.months[1], page.today), told.months, told.quarter, spans=told.spans) if page.today else None


def _last(month: int, today: date) -> int:
    return today.year if month <= today.month else today.year - 1


def _change(page: Page, index: int, figure: Figure, taken: set[int]) -> Mention | None:
    """The percent in brackets behind a sum: "6.4 million (-43% from July)"."""
    for mention in page.lines[index].amounts:
        if mention.type == "change" and mention.span.start >= figure.main.end:
            taken.add(mention.span.start)
            return mention
    return None
