"""Figures by their years, told side by side or in lines of their own under what they are of.

"Trade turnover, USD mln / 2021 - 503.7; 2022 - 714.2", "Goods sold to Peru, US$: / July 11.2 million / August 9.8 million".
"""

from __future__ import annotations

from collections.abc import Iterator
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

__all__ = ["series_figures"]

_MONTH = rf"(?:{'|'.join(MONTHS)}|{'|'.join(m[:3] for m in MONTHS)})\.?"
_TIME = rf"(?:{_MONTH}(?: (?:19|20)\d\d)?|(?:Q[1-4]|H[12]) (?:19|20)\d\d|(?:19|20)\d\d(?:[/–-]\d\d(?!\d))?)"
_SUM = r"(?:[A-Z]{0,3}[$€£]|[A-Z]{3} )? ?\d[\d,.]*(?: ?(?:million|billion|thousand|mln|bln|bn|mn|m|b|k)\b)?(?: (?:dollars|euros|tonnes|tons|t|people|persons|GWh|MWh|km)\b)?"
_PAIR = re.compile(
    rf"(?<![\w.,-])(?P<when>{_TIME})(?:\)?(?: ?[:=]| [–—-]|,)? )(?:about |some |around |~)?(?P<sum>{_SUM})(?!\w|-)"
)
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
    if not pairs or not _runs(line.text, pairs, line.span):
        return
    before = line.text[line.span.start : pairs[0].start()].strip(" -–—•*·")
    if before:
        start = line.text.index(before, line.span.start)
        lead: _Lead | None = _Lead(index, Cell(before, Span(start, start + len(before))))
    else:
        lead = _above(page, index)
    if lead is None or len(lead.cell.text) > _LEAD:
        return
    found = [f for pair in pairs if (f := _figure(page, index, lead, pair)) is not None]
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
        words = line.text[line.span.start : line.span.end]
        if _PAIR.match(words.lstrip(" -–—•*·")):
            continue
        heads = line.kind in ("heading", "headline") or words[-1:] == ":" or words[-1:].isalnum() or words[-1:] == ")"
        return _Lead(at, Cell(words, line.span)) if heads and len(words) <= _LEAD else None
    return None


def _figure(page: Page, index: int, lead: _Lead, pair: re.Match[str]) -> Figure | None:
    line, span = page.lines[index], Span(*pair.span("sum"))
    mention = next(iter(amounts(line.text, [span], [])), None)
    scale = scale_of(lead.cell.text, lead.cell.span.start)
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
        return mention.but(amount=Amount(plain(float(amount.value) * 1e6), "", amount.comparison))
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
