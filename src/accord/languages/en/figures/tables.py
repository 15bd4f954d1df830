"""Figures in tables: rows of flows by year, or of years by flow, the unit in caption, header or cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accord.document import Span
from accord.languages.en.figures.flows import Parties
from accord.languages.en.figures.words import FLOWS, TRADE, Figure, Page, pattern
from accord.languages.en.text.lexicon import table
from accord.languages.en.values.dates import parse_date
from accord.languages.en.values.numbers import parse_number
from accord.languages.en.values.units import CURRENCY_AFTER, CURRENCY_BEFORE, currency, unit
from accord.languages.views import Mention
from accord.values import Amount, Change, Number, Period, plain

__all__ = ["table_figures"]

_NUMBER = re.compile(
    r"^(?P<open>\()?(?P<sign>[+−–-])?[ ]?(?:[$€£]|US\$|USD|EUR)?[ ]?(?P<number>\d[\d,. \u00a0]*)"
    r"(?P<percent>[ ]?%|[ ]?per cent|[ ]?percent)?\)?\*?$"
)
_CHANGE = re.compile(
    r"\b(?:change|growth|increase|y/y|yoy|y-o-y|dynamics|rate|variation|difference)\b|[±Δ]|[/]\s*(?:19|20)\d\d",
    re.IGNORECASE,
)
_GENERAL = re.compile(r"^$|value|amount|total|volume|sum", re.IGNORECASE)
_FINER = re.compile(r"\b(?:half|quarter|Q[1-4]|H[12]|months?)\b", re.IGNORECASE)
_ALL = re.compile(r"(?:grand )?total|all goods|overall", re.IGNORECASE)
_SHARE = re.compile(r"\bshare\b|%\s*of|percent(?:age)? of", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SCALE = re.compile(
    r"(?<![A-Za-z])(?:thousands?|thsd?|ths|millions?|billions?|mln|bln|mn|bn|m)(?![A-Za-z])", re.IGNORECASE
)
_CAPTION = 140
_LEAD = len(r"[ \u00a0-]?")  # what stands between a number and its currency
_UNIT = re.compile(
    rf"(?<!\w)(?:(?P<before>{CURRENCY_BEFORE})(?=(?:m|mn|bn|mln|bln)\b|\W|$)|{CURRENCY_AFTER.pattern[_LEAD:]}"
    r"|(?P<other>metric tons|tonnes|tons|kWh|MWh|GWh|persons|people|MW|km)(?!\w))"
)
_TENS = {
    "thousand": 1e3,
    "thsd": 1e3,
    "ths": 1e3,
    "million": 1e6,
    "mln": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bln": 1e9,
    "bn": 1e9,
}


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Scale:
    """The unit of a table's numbers: its symbol, how many of it one counts, the words that say so."""

    symbol: str
    factor: float
    span: Span


@dataclass(frozen=True, slots=True)
class _Topic:
    """What a row or a column is of: a measure with its parties, and the words that say so."""

    measure: str
    parties: Parties | None
    span: Span


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a table's rows share: the header with its sentence, the unit and the topic that the caption gives."""

    header: tuple[_Cell, ...]
    top: int
    scale: _Scale | None
    topic: _Topic | None
    period: Mention | None


def table_figures(page: Page, first: int, last: int) -> Iterator[tuple[int, Figure]]:
    """The figures of the tables whose rows are the sentences [first, last), each with its row.

    A row without numbers begins a new table: a row of one cell is its title, one of several its header.
    """
    top, title = first, first
    for index in range(first, last + 1):
        if index < last and not (index > top and _heads(page, index)):
            continue
        yield from _table(page, title, top, index)
        if len(_filled(page, top)) > 1:
            title = index
        top = index


def _filled(page: Page, index: int) -> list[_Cell]:
    return [c for c in _cells(page, index) if c.text]


def _heads(page: Page, index: int) -> bool:
    """Whether a row is a header or a title: no cell but the first is a number, years aside."""
    cells = _filled(page, index)
    return (
        all(_number(c) is None or _YEAR.fullmatch(c.text) for c in cells[1:])
        and (len(cells) != 2 or bool(_YEAR.fullmatch(cells[1].text)))
    ) or len(cells) == 1


def _table(page: Page, title: int, top: int, last: int) -> Iterator[tuple[int, Figure]]:
    header = _cells(page, top)
    if len(header) < 2 or last - top < 2:
        return
    line = page.lines[top]
    start = page.lines[title - 1].span.start if title else 0
    bare = any(_number(c) is not None and not _YEAR.fullmatch(c.text) for c in header[1:])
    caption = None if bare else next((s for s in (_scale(c.text, c.span.start) for c in header) if s), None)
    caption = caption or _scale(line.text[start : line.span.start], start, True)
    heads = tuple(_Cell("", Span(c.span.start, c.span.start)) for c in header) if bare else tuple(header)
    frame = _Frame(heads, top, caption, _default(page, title, top), _caption_period(page, title, top))
    for index in range(top + (not bare), last):
        yield from ((index, f) for f in _row(page, index, frame))


def _cells(page: Page, index: int) -> list[_Cell]:
    line = page.lines[index]
    cells, at = [], line.span.start
    for part in line.text[line.span.start : line.span.end].split("\t"):
        lead = len(part) - len(part.lstrip())
        cells.append(_Cell(part.strip(), Span(at + lead, at + lead + max(len(part.strip()), 1))))
        at += len(part) + 1
    return cells


def _scale(text: str, offset: int, last: bool = False) -> _Scale | None:
    """The unit in a caption or a header cell ("million US dollars", "USD mn"), no amount; the last one if asked."""
    found = [
        m
        for m in _UNIT.finditer(text)
        if not re.search(r"\d[ ]?(?:million|billion|thousand|mln|bln|mn|bn|m)?[ ]?$", text[: m.start()])
        and not re.match(r"[ ]?\d", text[m.end() :])
    ]
    if not found:
        return None
    match = found[-1] if last else found[0]
    symbol = _symbol(match)
    around = Span(max(0, match.start() - 20), min(len(text), match.end() + 14))
    scale = next(
        (
            s
            for s in _SCALE.finditer(text, around.start, around.end)
            if s.end() <= match.start() or s.start() >= match.end()
        ),
        None,
    )
    words = scale[0].lower() if scale else ""
    start, end = (min(match.start(), scale.start()), max(match.end(), scale.end())) if scale else match.span()
    lead = re.search(r"(?:[,(:]|\bin)[ ]?$", text[:start])
    start = lead.start() if lead else start  # "trade, million euros" says that it is a scale, no number
    return _Scale(
        symbol, _TENS.get(words.rstrip("s") if len(words) > 3 else words, 1.0), Span(offset + start, offset + end)
    )


def _symbol(match: re.Match[str]) -> str:
    """The code or symbol of a unit's words; empty for a currency name that several states share."""
    if match["other"]:
        known = unit(match["other"])
        return known[0] if known else "people"
    if match["before"]:
        return currency(match["before"])[0]
    return currency(
        match["code"] or match["name"] or match["won"] or match["cfa"], match["adjective"] or match["korea"] or ""
    )[0]


def _topic(page: Page, index: int, cell: _Cell) -> _Topic | None:
    """The measure that a label names, with the states in it."""
    for name, words in table("measures")["trade"].items():
        match = re.search(rf"\b(?:{words})(?!\w)", cell.text, re.IGNORECASE)
        if match and name != "other":
            return _Topic(name, _parties(page, index, cell, name), cell.span)
    if re.match(r"(?:trade )?(?:balance|saldo)\b", cell.text, re.IGNORECASE):
        return _Topic("trade-balance", _parties(page, index, cell, "trade-balance"), cell.span)
    for name in ("killed", "injured", "displaced", "incidents", "visitors", "flights_a_week"):
        if len(cell.text) < 60 and pattern(name).search(cell.text):
            name = name.partition("_")[0]
            return _Topic(name, None, cell.span)
    return None


def _parties(page: Page, index: int, cell: _Cell, measure: str) -> Parties | None:
    """The states of a label: "Exports of Peru to Bolivia", "Imports from Peru", "Peru → Bolivia"."""
    states = [m for m in page.here[index] if m.type == "state" and m.span in cell.span and len(m.states) == 1]
    if len(states) >= 2:
        first, second = states[0], states[1]
        lead = page.lines[index].text[cell.span.start : first.span.start].lower()
        if (measure == "exports" and re.search(r"\bto (?:the )?$", lead)) or (
            measure == "imports" and re.search(r"\bfrom (?:the )?$", lead)
        ):
            first, second = second, first
        return Parties((first.states[0], second.states[0]), (first.span, second.span))
    if len(states) == 1:
        state = states[0]
        rest, spans = page.other(state.states[0])
        if not rest:
            return None
        lead = page.lines[index].text[cell.span.start : state.span.start].lower()
        turned = bool(re.search(r"\b(?:to|from|with|into) (?:the )?$", lead))
        names = (rest, state.states[0]) if turned else (state.states[0], rest)
        return Parties(names, (state.span, *spans))
    return None


def _default(page: Page, title: int, top: int) -> _Topic | None:
    """What the caption, the title row or the sentences just before say that the whole table is of."""
    line = page.lines[top]
    above = page.lines[title - 1].span.end if title else 0
    caption = Span(above, line.span.start)
    options = [(top, _Cell(line.text[caption.start : caption.end], caption))]
    options += [
        (i, _Cell(line.text[page.lines[i].span.start : page.lines[i].span.end], page.lines[i].span))
        for i in range(top - 1, max(-1, title - 4), -1)
    ]
    return next((t for i, cell in options if cell.text.strip() and (t := _topic(page, i, cell)) is not None), None)


def _caption_period(page: Page, title: int, top: int) -> Mention | None:
    """The period that the caption gives the whole table."""
    line = page.lines[top]
    above = page.lines[title - 1].span.end if title else 0
    caption = line.text[above : line.span.start]
    if caption.strip():
        period = parse_date(caption)
        return None if period is None or period.open else Mention("date", Span(above, line.span.start), period=period)
    for index in range(top - 1, max(-1, title - 3), -1):
        line = page.lines[index]
        if line.kind in ("paragraph", "item") and (
            line.span.end - line.span.start > _CAPTION or line.text[line.span.end - 1] in ".!?"
        ):
            return None
        dates = [d for d in line.dates if d.period is not None and not d.period.open and d.period.length.days > 26]
        if dates:
            return dates[0] if len(dates) == 1 else None
    return None


def _joined(told: Mention | None, caption: Mention | None) -> Mention | None:
    """A year of a row or column with the months of the caption: "2024" under "January-September"."""
    if told is None or caption is None:
        return told or caption
    assert told.period is not None and caption.period is not None
    if (
        len(told.period.iso) != 4
        or caption.period.first.year != caption.period.last.year
        or len(caption.period.iso) == 4
    ):
        return told
    iso = caption.period.iso.replace(caption.period.iso[:4], told.period.iso)
    return told.but(period=Period.parse(iso), antecedents=(*told.antecedents, caption.span))


def _row(page: Page, index: int, frame: _Frame) -> Iterator[Figure]:
    cells = _cells(page, index)
    label = cells[0]
    topic = _topic(page, index, label)
    row_period = _period(page, index, label)
    own = _scale(label.text, label.span.start)
    made: list[Figure] = []
    for cell, head in zip(cells[1:], frame.header[1:], strict=False):
        number = _number(cell)
        if number is None or _SHARE.search(head.text):
            continue
        value, percent = number
        column = _topic(page, frame.top, head)
        if percent or _CHANGE.search(head.text):
            _changed(made, head, cell, value, column)
            continue
        period = _joined(_period(page, frame.top, head) or row_period, frame.period)
        if not (
            column
            or topic
            or (period is not None and period is not row_period)
            or _GENERAL.search(head.text)
            or _UNIT.search(head.text)
        ):
            continue
        scale = own or _scale(head.text, head.span.start) or frame.scale
        figure = _figure(page, column, topic, frame, cell, value, scale, period)
        if figure is not None:
            _with_goods(figure, column or topic, row_period, label)
            made.append(figure)
    yield from made


def _number(cell: _Cell) -> tuple[Number, bool] | None:
    match = _NUMBER.match(cell.text)
    if match is None:
        return None
    words = match["number"].replace("\u00a0", "").replace(" ", "").rstrip(".,")
    value = parse_number(words) if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", words) else None
    if value is None and re.fullmatch(r"\d+,\d{1,2}|\d{1,3}(?:\.\d{3})+,\d+", words):
        value = plain(float(words.replace(".", "").replace(",", ".")))
    if value is None:
        return None
    negative = match["sign"] in ("-", "−", "–") or match["open"] is not None
    return plain(-value if negative else value), match["percent"] is not None


def _period(page: Page, index: int, cell: _Cell) -> Mention | None:
    """The period that a label is: a year, a quarter, months of a year."""
    dated = next((d for d in page.lines[index].dates if d.span in cell.span and d.period is not None), None)
    if dated is not None and dated.period is not None:
        finer = _FINER.search(cell.text)
        return None if finer and len(dated.period.iso) == 4 else dated
    match = _YEAR.search(cell.text)
    if match is None or len(cell.text) > 24:
        return None
    span = Span(cell.span.start + match.start(), cell.span.start + match.end())
    return Mention("date", span, period=Period.parse(match[0]))


def _changed(made: list[Figure], head: _Cell, cell: _Cell, value: Number, column: _Topic | None) -> None:
    """Give a percent change to the figure that it is of: the year it names, else the one before it."""
    years = sorted(_YEAR.findall(head.text))
    named = (f for f in made if years and f.period and f.period.period and f.period.period.iso == years[-1])
    target = next(named, None) or (made[-1] if made else None)
    if target is not None and target.change is None and (column is None or column.measure == target.measure):
        target.change = Mention("change", cell.span, change=Change(value))


def _figure(
    page: Page,
    column: _Topic | None,
    topic: _Topic | None,
    frame: _Frame,
    cell: _Cell,
    value: Number,
    scale: _Scale | None,
    period: Mention | None,
) -> Figure | None:
    measured = column or topic or frame.topic
    if measured is None:
        return None
    money = measured.measure in TRADE
    if (money and scale is None) or period is None:
        return None
    counted = scale is not None and scale.symbol and not re.fullmatch(r"[A-Z]{3}", scale.symbol)
    if scale is not None and money and counted and measured.measure not in FLOWS:
        measured = _Topic("other", measured.parties, scale.span)  # tonnes are none of the trade told before them
    parties = measured.parties or (column and topic and topic.parties) or (frame.topic.parties if frame.topic else None)
    about = parties or Parties(page.pair[:2], page.pair_spans[:2])
    if len(about.states) < 2:
        return None
    amount = Amount(plain(float(value) * scale.factor), scale.symbol) if scale and money else Amount(value)
    mention = Mention("amount", cell.span, antecedents=(scale.span,) if scale and money else (), amount=amount)
    return Figure(
        measured.measure, measured.span, amount=mention, about=about.states, about_spans=about.spans, period=period
    )


def _with_goods(figure: Figure, named: _Topic | None, row_period: Mention | None, label: _Cell) -> None:
    """The label of a row as goods, where only the caption says what the table is of."""
    if named is None and row_period is None and figure.measure in FLOWS | {"other"} and not _ALL.match(label.text):
        words = label.text
        figure.goods = words if words[1:2].isupper() else words[0].lower() + words[1:]
        figure.goods_spans = (label.span,)
