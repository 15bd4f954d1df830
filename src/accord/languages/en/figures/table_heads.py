"""What the words about a table say of it: the measure of a label, its states, the caption, the notes, whose table it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.flows import Parties
from accord.languages.en.figures.table_cells import Cell, Scale, scale_of
from accord.languages.en.figures.words import Page, pattern, trade_words
from accord.languages.en.names.names import find_names
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.units import state_of_currency
from accord.languages.views import Mention

__all__ = ["Topic", "captions", "home_of", "note_of", "partner_of", "topic_of"]

_CAPTION = 140
_UNITS_LINE = re.compile(
    r"\b(?:values?|figures|amounts|data)\b[^.;]{0,30}\b(?:in|expressed)\b|\breference period\b", re.IGNORECASE
)
_BALANCE = re.compile(
    r"(?:foreign |external |merchandise |net )?(?:trade |commercial )?(?:balance|saldo|deficit|surplus|net (?:trade|exports))\b",
    re.IGNORECASE,
)
_VALUED = re.compile(r"(?!(?:Table|Tab\.?|Figure|Fig\.?|Chart|Box)\b)[^:]{2,60}: ")
_EXCHANGE = re.compile(
    r"(?:total |overall )?(?:trade |two-way |mutual |bilateral |annual )*(?:exchanges?|commerce)\b(?! (?:of|rates?|students?|visits?|programmes?|in)\b)",
    re.IGNORECASE,
)
_LABEL = 60


@dataclass(frozen=True, slots=True)
class Topic:
    """What a row or a column is of: a measure with its parties, and the words that say so."""

    measure: str
    parties: Parties | None
    span: Span


@cache
def _measures() -> list[tuple[str, re.Pattern]]:
    """The measures of trade, each with what names it."""
    named = ((name, words) for name, words in trade_words().items() if name != "other")
    return [(name, re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE)) for name, words in named]


def topic_of(page: Page, index: int, cell: Cell) -> Topic | None:
    """The measure that a label names, with the states in it."""
    if not cell.text:
        return None
    if _BALANCE.match(cell.text):
        return Topic("trade-balance", _parties(page, index, cell, "trade-balance"), cell.span)
    if _EXCHANGE.match(cell.text):
        return Topic("trade-turnover", _parties(page, index, cell, "trade-turnover"), cell.span)
    for name, words in _measures():
        if words.search(cell.text):
            return Topic(name, _parties(page, index, cell, name), cell.span)
    for name in ("killed", "injured", "displaced", "incidents", "visitors", "flights_a_week"):
        if len(cell.text) < _LABEL and pattern(name).search(cell.text):
            name = name.partition("_")[0]
            return Topic(name, None, cell.span)
    return None


def _parties(page: Page, index: int, cell: Cell, measure: str) -> Parties | None:
    """The states of a label: "Exports of Peru to Bolivia", "Imports from Peru", "Peru → Bolivia"."""
    states = _states_in(page, index, cell)
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


def _states_in(page: Page, index: int, cell: Cell) -> list[Mention]:
    """The states named in a cell, or in a caption, which is no line."""
    if cell.span in page.lines[index].span:
        return [m for m in page.here[index] if m.type == "state" and m.span in cell.span and len(m.states) == 1]
    found = (m for m in find_names(cell.text) if m.type == "state" and len(m.states) == 1)
    return [m.but(span=Span(m.span.start + cell.span.start, m.span.end + cell.span.start)) for m in found]


def partner_of(page: Page, index: int, cell: Cell) -> Mention | None:
    """The one state that a label is."""
    for mention in page.here[index]:
        if mention.type != "state" or mention.span not in cell.span or len(mention.states) != 1:
            continue
        rest = cell.text.replace(page.lines[index].text[mention.span.start : mention.span.end], "", 1)
        if re.fullmatch(
            r"(?:\d{1,2}[.)]? ?)?(?:(?:to|from|and|with|into|the|republic|of|trade|kingdom|total)\b ?)*[ .:*()\d]*",
            rest.strip(),
            re.IGNORECASE,
        ):
            return mention
    return None


def captions(page: Page, title: int, top: int) -> list[tuple[int, Cell]]:
    """The words over a table, nearest first: its caption, its title row, the headings and short lines before it, and
    what a release says at its head of all its values."""
    line = page.lines[top]
    above = page.lines[title - 1].span.end if title else 0
    caption = Span(above, line.span.start)
    found = []
    if line.text[caption.start : caption.end].strip():
        found.append((top, Cell(line.text[caption.start : caption.end], caption)))
    for index in range(top - 1, -1, -1):
        row = page.lines[index]
        words = line.text[row.span.start : row.span.end]
        near = index >= title - 3 and (row.kind != "paragraph" or (len(words) <= _CAPTION and words[-1:] not in ".!?"))
        near = near or (index >= title - 1 and re.match(r"(?:Table|Tab\.)\b", words) is not None)
        if (row.kind == "row" and index < title) or _tells_value(row):
            continue
        if near or (row.kind in ("headline", "heading") and index < title) or _UNITS_LINE.search(words):
            found.append((index, Cell(words, row.span)))
    return found


def _tells_value(line: Line) -> bool:
    """Whether a line over a table is a label with a number of its own: "Bridge: 1,461 m; 89 million euros"."""
    if line.kind not in ("item", "paragraph") or not line.amounts:
        return False
    words = line.text[line.span.start : line.amounts[0].span.start]
    return _VALUED.match(words) is not None and scale_of(words, 0) is None


def note_of(page: Page, last: int) -> str:
    """The words under a table, where the marks of its header are explained."""
    rows = page.lines[last : last + 4]
    return " ".join(r.text[r.span.start : r.span.end] for r in rows if r.kind != "row")


def home_of(
    page: Page, topic: Topic | None, labels: Sequence[tuple[int, Cell]], scale: Scale | None
) -> tuple[str, tuple[Span, ...]]:
    """The state whose trade a table tells: the one of the pair that no row names as partner, the first of the caption,
    the one whose money the table counts in."""
    partners = {m.states[0] for i, c in labels if (m := partner_of(page, i, c)) is not None}
    others = [(s, span) for s, span in zip(page.pair, page.pair_spans, strict=False) if s not in partners]
    if topic is not None and topic.parties is not None and topic.parties.states[0] not in partners:
        return topic.parties.states[0], topic.parties.spans[:1]
    if partners and others:
        return others[0][0], (others[0][1],)
    state = _payer(scale)
    if state and state not in partners:
        return state, (scale.span,) if scale is not None else ()
    return "", ()


def _payer(scale: Scale | None) -> str:
    """The state whose own currency a table counts in."""
    if scale is None or not scale.money or scale.shared or scale.symbol in ("USD", "EUR", "XOF", "XAF"):
        return ""
    return state_of_currency(scale.symbol)
