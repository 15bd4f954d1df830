"""Figures in tables: rows of flows by year, or of years by flow, with the unit in the caption, the header or the cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.document import Span
from accord.languages.en.figure_words import FLOWS, Figure, Page, pattern
from accord.languages.en.flows import Parties
from accord.languages.en.lexicon import table
from accord.languages.en.numbers import parse_number
from accord.languages.en.units import currency, unit
from accord.languages.views import Mention
from accord.values import Amount, Change, Number, Period, plain

__all__ = ["table_figures"]

_NUMBER = re.compile(r"^(?P<open>\()?(?P<sign>[+−–-])?[ ]?(?:[$€£]|US\$|USD|EUR)?[ ]?(?P<number>\d[\d,. \u00a0]*)(?P<percent>[ ]?%|[ ]?per cent|[ ]?percent)?\)?\*?$")
_CHANGE = re.compile(r"\b(?:change|growth|increase|y/y|yoy|y-o-y|dynamics|rate|variation|difference)\b|[±Δ]|[/]\s*(?:19|20)\d\d", re.IGNORECASE)
_GENERAL = re.compile(r"^$|value|amount|total|volume|sum", re.IGNORECASE)
_SHARE = re.compile(r"\bshare\b|%\s*of|percent(?:age)? of", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SCALE = r"(?P<scale{0}>thousands?|thsd?|millions?|billions?|mln|bln|mn|bn|m)"
_MONEY = r"(?P<money{0}>US dollars|U\.S\. dollars|US\$|USD|dollars|euros?|EUR|€|\$|[A-Z]{{3}}|roubles|rubles|rupees|tonnes|tons|kWh|GWh|persons|people|head|MW|km)"
_UNIT = re.compile(
    rf"\b{_SCALE.format(1)}\.?(?: of)?[ ]?{_MONEY.format(1)}(?!\w)|(?<!\w){_MONEY.format(2)}[ ,]*(?:in )?{_SCALE.format(2)}\b|(?<!\w){_MONEY.format(3)}(?!\w)"
)
_TENS = {"thousand": 1e3, "thsd": 1e3, "ths": 1e3, "million": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bln": 1e9, "bn": 1e9}


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


def table_figures(page: Page, first: int, last: int) -> Iterator[tuple[int, Figure]]:
    """The figures of the table whose rows are the sentences [first, last), each with its row."""
    header = _cells(page, first)
    if len(header) < 2 or last - first < 2:
        return
    captions = [page.lines[i] for i in range(max(0, first - 2), first)]
    caption = next((_scale(line.text[line.span.start : line.span.end], line.span.start) for line in reversed(captions) if _UNIT.search(line.text, line.span.start, line.span.end)), None)
    default = _default(page, first)
    for index in range(first + 1, last):
        yield from ((index, f) for f in _row(page, index, header, caption, default))


def _cells(page: Page, index: int) -> list[_Cell]:
    line = page.lines[index]
    cells, at = [], line.span.start
    for part in line.text[line.span.start : line.span.end].split("\t"):
        lead = len(part) - len(part.lstrip())
        cells.append(_Cell(part.strip(), Span(at + lead, at + lead + max(len(part.strip()), 1))))
        at += len(part) + 1
    return cells


def _scale(text: str, offset: int) -> _Scale | None:
    """The unit in a caption or a header cell ("million US dollars", "USD mn", "(tonnes)")."""
    match = _UNIT.search(text)
    if match is None:
        return None
    side = next(n for n in "123" if match[f"money{n}"])
    words = match[f"money{side}"]
    scale = match[f"scale{side}"] if side != "3" else None
    factor = _TENS.get(scale.lower().rstrip("s") if len(scale) > 3 else scale.lower(), 1.0) if scale else 1.0
    known = unit(words)
    symbol = known[0] if known else "people" if words in ("persons", "people") else currency(words.replace("U.S.", "US").removeprefix("US ") if "dollar" in words else words)[0]
    if re.fullmatch(r"[A-Z]{3}", words) and not symbol:
        return None
    return _Scale(symbol, factor, Span(offset + match.start(), offset + match.end())) if symbol else None


def _topic(page: Page, index: int, cell: _Cell) -> _Topic | None:
    """The measure that a label names, with the states in it."""
    for name, words in table("measures")["trade"].items():
        match = re.search(rf"\b(?:{words})(?!\w)", cell.text, re.IGNORECASE)
        if match and name != "other":
            return _Topic(name, _parties(page, index, cell, name), cell.span)
    if re.match(r"(?:trade )?(?:balance|saldo)\b", cell.text, re.IGNORECASE):
        return _Topic("trade-balance", _parties(page, index, cell, "trade-balance"), cell.span)
    for name in ("killed", "injured", "displaced", "incidents"):
        if pattern(name).search(cell.text):
            return _Topic(name, None, cell.span)
    return None


def _parties(page: Page, index: int, cell: _Cell, measure: str) -> Parties | None:
    """The states of a label: "Exports of Peru to Bolivia", "Imports from Peru", "Peru → Bolivia"."""
    states = [m for m in page.here[index] if m.type == "state" and m.span in cell.span and len(m.states) == 1]
    if len(states) >= 2:
        first, second = states[0], states[1]
        lead = page.lines[index].text[cell.span.start : first.span.start].lower()
        if measure == "exports" and re.search(r"\bto (?:the )?$", lead) or measure == "imports" and re.search(r"\bfrom (?:the )?$", lead):
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


def _default(page: Page, first: int) -> _Topic | None:
    """What the caption or the nearest heading says that the whole table is of."""
    for index in range(first - 1, max(-1, first - 4), -1):
        line = page.lines[index]
        topic = _topic(page, index, _Cell(line.text[line.span.start : line.span.end], line.span))
        if topic is not None:
            return topic
    return None


def _row(page: Page, index: int, header: Sequence[_Cell], caption: _Scale | None, default: _Topic | None) -> Iterator[Figure]:
    cells = _cells(page, index)
    label = cells[0]
    topic = _topic(page, index, label)
    row_period = _period(page, index, label)
    own = _scale(label.text, label.span.start)
    made: list[Figure] = []
    for cell, head in zip(cells[1:], header[1:], strict=False):
        number = _number(cell)
        if number is None or _SHARE.search(head.text):
            continue
        value, percent = number
        column = _topic(page, _header_row(page, index), head)
        if percent or _CHANGE.search(head.text):
            _changed(page, made, head, cell, value, column)
            continue
        measured = column or topic or default
        told = column or topic or _period(page, _header_row(page, index), head) or _GENERAL.search(head.text) or _UNIT.search(head.text)
        if not told:
            continue
        scale = own or _scale(head.text, head.span.start) or caption
        figure = _figure(page, index, measured, topic, default, label, head, cell, value, scale, row_period)
        if figure is not None:
            made.append(figure)
    yield from made


def _header_row(page: Page, index: int) -> int:
    while index > 0 and page.lines[index - 1].kind == "row" and page.blocks[index - 1] == page.blocks[index] - 1:
        index -= 1
    return index


def _number(cell: _Cell) -> tuple[Number, bool] | None:
    match = _NUMBER.match(cell.text)
    if match is None:
        return None
    words = match["number"].replace("\u00a0", "").replace(" ", "").rstrip(".,")
    value = parse_number(words) if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", words) else None
    if value is None and re.fullmatch(r"\d+,\d{1,2}", words):
        value = plain(float(words.replace(",", ".")))
    if value is None:
        return None
    negative = match["sign"] in ("-", "−", "–") or match["open"] is not None
    return plain(-value if negative else value), match["percent"] is not None


def _period(page: Page, index: int, cell: _Cell) -> Mention | None:
    """The period that a label is: a year, a quarter, months of a year."""
    dated = next((d for d in page.lines[index].dates if d.span in cell.span and d.period is not None), None)
    if dated is not None:
        return dated
    match = _YEAR.search(cell.text)
    if match is None or len(cell.text) > 24:
        return None
    span = Span(cell.span.start + match.start(), cell.span.start + match.end())
    return Mention("date", span, period=Period.parse(match[0]))


def _changed(page: Page, made: list[Figure], head: _Cell, cell: _Cell, value: Number, column: _Topic | None) -> None:
    """Give a percent change to the figure that it is of: the year it names, else the one before it."""
    years = sorted(_YEAR.findall(head.text))
    target = next((f for f in made if years and f.period and f.period.period and f.period.period.iso == years[-1]), None) or (made[-1] if made else None)
    if target is not None and target.change is None and (column is None or column.measure == target.measure):
        target.change = Mention("change", cell.span, change=Change(value))


def _figure(page: Page, index: int, measured: _Topic | None, topic: _Topic | None, default: _Topic | None, label: _Cell, head: _Cell, cell: _Cell,
            value: Number, scale: _Scale | None, row_period: Mention | None) -> Figure | None:  # fmt: skip
    if measured is None:
        return None
    top = _header_row(page, index)
    period = _period(page, top, head) or row_period
    money = measured.measure in FLOWS | {"trade-turnover", "trade-balance", "investment"}
    if money and scale is None or period is None and measured is default:
        return None
    states = measured.parties or (default.parties if default else None)
    about = states or Parties(page.pair[:2], page.pair_spans[:2])
    if len(about.states) < 2:
        return None
    total = plain(float(value) * (scale.factor if scale and money else 1.0))
    mention = Mention("amount", cell.span, antecedents=(scale.span,) if scale and money else (), amount=Amount(total, scale.symbol if scale and money else ""))
    figure = Figure(measured.measure, measured.span, amount=mention, about=about.states, about_spans=about.spans, period=period)
    if measured is default and topic is None and row_period is None and measured.measure in FLOWS and not re.match(r"(?:grand )?total|all goods|overall", label.text, re.IGNORECASE):
        figure.goods, figure.goods_spans = label.text, (label.span,)
    return figure
