"""The cells of a table's rows: their words, numbers, units, and which columns tell changes, indices and shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.table_times import NOTE
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import parse_number
from accord.languages.en.values.units import (
    CURRENCY_AFTER,
    CURRENCY_BEFORE,
    CURRENCY_LEAD,
    CURRENCY_LETTERS,
    USERS,
    currency,
    unit,
)
from accord.values import Number, plain

__all__ = [
    "Cell",
    "Scale",
    "cells",
    "change_kind",
    "change_years",
    "number_of",
    "paid_in",
    "parted",
    "scale_of",
    "trend_of",
    "whole",
]

_NUMBER = re.compile(
    r"^(?P<open>\()?(?P<sign>[+−–▲▼↑↓-])?[ ]?(?:[$€£]|US\$|USD|EUR)?[ ]?(?P<number>\d[\d,. \u00a0\u2009\u202f]*)"
    r"(?P<percent>[ ]?%|[ ]?per cent|[ ]?percent)?\)?\*?$"
)
_CHANGE = re.compile(
    r"\b(?:change[ds]?|growth|increase|rise|y/y|yoy|y-o-y|m/m|mom|dynamics|rate|variation|var|difference|diff|up/down"
    r"|\+/-|increment)\b|[±Δ∆]|\+/[-−–]|[/]\s*(?:19|20)\d\d",
    re.IGNORECASE,
)
_INDEX = re.compile(
    r"\bind(?:ex|ices)\b|(?:%|per ?cent|percentage)\)? (?:to|of|against|vs\.?) (?:the )?(?:same|corresponding|previous|preceding|last"
    r"|(?:19|20)\d\d|[A-Z][a-z]{2,8}[ –-])|\bratio\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\bshares?\b|\bweight\b|\bstructure\b|%\s*of (?:the )?total|percent(?:age)? of|\bper ?cent of total", re.IGNORECASE
)
_PERCENT = re.compile(r"%|\bper ?cent\b|\bpct\b", re.IGNORECASE)
_RATIO = re.compile(r"(?<!\d)(?:(?:19|20)?\d\d)[ ]?/[ ]?(?:(?:19|20)?\d\d)(?!\d)")
_FISCAL = re.compile(
    "|".join(rf"(?<!\d)20{n:02}[ ]?[/–-][ ]?(?:20)?{n + 1:02}(?!\d)" for n in range(60))
)  # years one after the other are no ratio
_SCALE = re.compile(
    r"(?<![A-Za-z])(?:thousands?|thsd?|ths|millions?|billions?|mln|bln|mn|bn|m|crores?|lakhs?|[’']?000s?)(?![A-Za-z\d]|[.,]\d)",
    re.IGNORECASE,
)
_THOUSAND = re.compile(r"(?<![\d.,])1[ ,.]?000(?![\d.,]|,\d)")
_TENS = {
    "thousand": 1e3, "thsd": 1e3, "ths": 1e3, "million": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9,
    "bln": 1e9, "bn": 1e9, "crore": 1e7, "lakh": 1e5, "000": 1e3, "'000": 1e3, "’000": 1e3,
}  # fmt: skip
_BESIDE = re.compile(r"^([+−–-]?\d[\d,. ]*?) ?\(([+−–-]?\d[\d,.]*[ ]?%?)\)$")
_TRENDS = {"▲": "up", "↑": "up", "▼": "down", "↓": "down", "▬": "flat", "↔": "flat", "=": "flat", "→": "flat"}
_UNIT = re.compile(
    rf"(?:(?<!\w)|(?<=(?<!\w)M)(?=[$€£]))(?:(?P<letter>{'|'.join(CURRENCY_LETTERS)})(?=[ ]?(?:million|billion|mln|bln|mn|bn|m)\b)"
    rf"|(?P<before>{CURRENCY_BEFORE})(?=(?:m|mn|bn|mln|bln)\b|\W|$)|{CURRENCY_AFTER.pattern[len(CURRENCY_LEAD) :]}"
    r"|(?P<other>metric tons|tonnes|tons|kt|kilotonnes|lit(?:re|er)s|cu\.? ?m|kWh|MWh|GWh|TWh|persons|people|MW|km|cubic met(?:re|er)s|m3|m³|bcm|mcm|hectares|barrels)(?!\w))"
)


_PER = re.compile(
    r"(?<=[\w$€£)])(?:[ ]?/[ ]?(?!\d)| per | an? )(?:1[ ,.]?000 |100 )?(?:unit|tonne|ton|t|barrel|bbl|head|[kMG]?Wh|[kM]W(?:[- ]?month)?|m3|m³|cubic met(?:re|er)"
    r"|litre|liter|kg|kilo(?:gram)?|bushel|box|container|TEU|truck|lorry|vehicle|car|wagon|person|passenger|tourist|night|pack|sack|visa|trip|ticket)(?!\w)",
    re.IGNORECASE,
)
_CENTS = re.compile(r"\b(?:(?P<us>(?:US |American )?cents?)|(?P<euro>euro[ ]?cents?))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Scale:
    """The unit of a table's numbers: its symbol, how many of it one counts, the words that say so."""

    symbol: str
    factor: float
    span: Span
    shared: str = ""  # the name of a currency that several states share
    per: bool = False  # whether it is the price of one of something: "US$ per barrel"

    @property
    def money(self) -> bool:
        return bool(self.shared) or re.fullmatch(r"[A-Z]{3}", self.symbol) is not None


def cells(line: Line) -> list[Cell]:
    found, at = [], line.span.start
    for part in line.own.split("\t"):
        lead = len(part) - len(part.lstrip())
        found.append(Cell(part.strip(), Span(at + lead, at + lead + max(len(part.strip()), 1))))
        at += len(part) + 1
    return found


def whole(cell: Cell) -> str:
    """The words of a cell without the mark of a note."""
    return NOTE.sub("", cell.text)


def scale_of(text: str, offset: int, last: bool = False) -> Scale | None:
    """The unit in a caption or a header cell ("million US dollars", "USD mn"), no amount; one with a scale before one
    without, the last one if asked."""
    if (price := _price(text, offset)) is not None:
        return price
    text = _THOUSAND.sub(lambda m: "thsd".ljust(len(m[0])), text)
    found = [
        m
        for m in _UNIT.finditer(text)
        if not re.search(r"\d[ ]?(?:million|billion|thousand|mln|bln|mn|bn|m)?[ ]?$", text[: m.start()])
        and not re.match(r"[ ]?\d", text[m.end() :])
    ]
    if not found:
        return None
    told = [(m, s) for m in found if (s := _scale_beside(text, m, found)) is not None]
    match, scale = (told[-1 if last else 0]) if told else (found[-1 if last else 0], None)
    symbol, shared = _symbol(match)
    words = scale[0].lower() if scale else ""
    start, end = (min(match.start(), scale.start()), max(match.end(), scale.end())) if scale else match.span()
    lead = re.search(r"(?:[,(:]|\bin)[ ]?$", text[:start])
    start = lead.start() if lead else start  # "trade, million euros" says that it is a scale, no number
    factor = _TENS.get(words) or _TENS.get(words.rstrip("s"), 1.0)
    if match["other"] and (known := unit(match["other"])) is not None:
        factor *= known[1]  # "bcm"
    return Scale(symbol, factor, Span(offset + start, offset + end), shared)


def _price(text: str, offset: int) -> Scale | None:
    """The currency in which the price of one of something is told: "US cents per kWh", "US$ a barrel"."""
    per = _PER.search(text)
    if per is None:
        return None
    before = text[: per.start()]
    if (cents := _CENTS.search(before)) is not None:
        return Scale(
            "EUR" if cents["euro"] else "USD", 0.01, Span(offset + cents.start(), offset + per.end()), per=True
        )
    money = scale_of(before, offset, True)
    if money is None or not money.money or money.span.end < offset + len(before.rstrip(" )")):
        return None
    return replace(money, span=Span(money.span.start, offset + per.end()), per=True)


def _scale_beside(text: str, match: re.Match[str], others: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """The word of scale next to a unit."""
    first = max([m.end() for m in others if m.end() <= match.start()] + [match.start() - 20, 0])
    last = min([m.start() for m in others if m.start() >= match.end()] + [match.end() + 14, len(text)])
    return next(
        (s for s in _SCALE.finditer(text, first, last) if s.end() <= match.start() or s.start() >= match.end()), None
    )


def _symbol(match: re.Match[str]) -> tuple[str, str]:
    """The code or symbol of a unit's words; else the name of a currency that several states share."""
    if match["letter"]:
        return currency(match["letter"])
    if match["other"]:
        known = unit(match["other"])
        return (known[0], "") if known else ("people", "")
    if match["before"]:
        return currency(match["before"])
    return currency(
        match["code"] or match["name"] or match["won"] or match["cfa"], match["adjective"] or match["korea"] or ""
    )


def number_of(cell: Cell) -> tuple[Number, bool] | None:
    """The number that a cell is, and whether it is a percent."""
    match = _NUMBER.match(whole(cell))
    if match is None:
        return None
    words = re.sub(r"[ \u00a0\u2009\u202f]", "", match["number"]).rstrip(".,")
    value = parse_number(words) if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", words) else None
    if value is None and re.fullmatch(r"\d+,\d{1,2}|\d{1,3}(?:\.\d{3})+,\d+", words):
        value = plain(float(words.replace(".", "").replace(",", ".")))
    if value is None:
        return None
    negative = match["sign"] in ("-", "−", "–", "▼", "↓") or match["open"] is not None
    return plain(-value if negative else value), match["percent"] is not None


def parted(cell: Cell) -> tuple[Cell, Cell | None]:
    """A cell, and the number that stands in brackets behind its own: "18.9 (7.1)"."""
    match = _BESIDE.match(cell.text)
    if match is None:
        return cell, None
    parts = (Cell(match[n], Span(cell.span.start + match.start(n), cell.span.start + match.end(n))) for n in (1, 2))
    return next(parts), next(parts)


def trend_of(cell: Cell) -> str:
    """Which way an arrow points that stands in a cell alone."""
    return _TRENDS.get(cell.text, "")


def paid_in(scale: Scale, states: Sequence[str]) -> str:
    """The unit of a scale; of a currency that several states share, that of the first state that uses it."""
    users = USERS.get(scale.shared, {}) if scale.shared else {}
    return scale.symbol or next((users[s] for s in states if s in users), "")


def change_kind(text: str, caption: str) -> str:
    """What a column tells beside its sums: "change", "index" (of 100), "share", "percent" where its head leaves it open."""
    text = _FISCAL.sub("", text)
    if _SHARE.search(text):
        return "share"
    if _INDEX.search(text):
        return "index"
    if _CHANGE.search(text):
        return "change"
    if not _PERCENT.search(text) and not (_RATIO.fullmatch(text)):
        return ""
    if _INDEX.search(caption) and not _CHANGE.search(caption):
        return "index"
    return "change" if _CHANGE.search(caption) else "percent"


def change_years(text: str) -> list[int]:
    """The years that a column of changes compares ("Var. % 25/24"), the later one last."""
    years = [int(y) for y in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)]
    if not years and (short := re.search(r"(?<!\d)(\d\d)[ ]?[/-][ ]?(\d\d)(?!\d)", text)):
        years = [2000 + int(short[1]), 2000 + int(short[2])]
    return sorted(years)
