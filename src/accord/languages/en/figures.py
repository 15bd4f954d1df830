"""What an amount measures: trade, borders, casualties, lines, costs; of whom and over which period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from accord.document import Span
from accord.languages.en.lexicon import table
from accord.languages.en.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["figures"]

_MONEY = re.compile(r"^[A-Z]{3}$")
_TRADE = frozenset({"trade-turnover", "exports", "imports", "trade-balance"})
_BREAK = frozenset({";", "—"})


@cache
def _measures() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"\b(?:{row['words']})\b", re.IGNORECASE)) for name, row in table("measures")["words"].items())


@cache
def _kinds(measure: str) -> frozenset[str]:
    """The kinds of unit that a measure is told in: money, percent, km, people, none ..."""
    return frozenset(table("measures")["words"][measure]["units"].split())


@dataclass(slots=True)
class _Found:
    """A figure in the making."""

    measure: str
    words: Span
    amount: Mention | None = None
    change: Mention | None = None
    trend: str = ""


@dataclass(slots=True)
class _Context:
    """What a figure takes from the sentence before: its period and measure, in the same paragraph."""

    block: int = -1
    measure: str = ""
    period: Mention | None = None


def figures(lines: Sequence[Line], blocks: Sequence[int], mentions: Sequence[Mention], clauses: Sequence[Clause], pair: tuple[str, ...], pair_spans: tuple[Span, ...]) -> list[Clause]:
    """Clauses of the concept "figure", each with one mention of type "figure"."""
    found: list[Clause] = []
    context = _Context()
    for index, line in enumerate(lines):
        if blocks[index] != context.block:
            context = _Context(blocks[index])
        if not line.amounts or line.kind == "row":
            continue
        here = [m for m in mentions if m.span in line.span]
        own = [c for c in clauses if c.sentence == index]
        for figure in _figures(line, here, own, context):
            status = _status(figure, own)
            if status in ("proposed", "hypothetical", "denied") or _aimed_at(figure, own):
                continue
            mention = _mention(line, figure, here, own, context, pair, pair_spans)
            found.append(Clause("figure", mention.span, _scope(line, mention), index, (Argument(mention, "object"),), status="reported"))
    return found


def _figures(line: Line, here: Sequence[Mention], own: Sequence[Clause], context: _Context) -> Iterator[_Found]:
    last: _Found | None = None
    ready: list[_Found] = []
    for mention in line.amounts:
        if mention.attributes.get("from") and mention.type == "number":
            pass
        if mention.type == "change":
            if last is not None and last.change is None and _joined(line, last, mention) and last.measure not in ("duration", "killed"):
                last.change = mention
                continue
            measure = _measure_near(line, mention, "percent", context)
            if measure:
                last = _Found(measure[0], measure[1], change=mention)
                ready.append(last)
            continue
        kind = _unit_kind(mention)
        measure = _measure_near(line, mention, kind, context)
        if measure:
            if ready and ready[-1].amount is None and ready[-1].change is not None and ready[-1].measure == measure[0] and _close(ready[-1].change, mention):
                ready[-1].amount = mention  # "rose by 4 % to 12 million"
                last = ready[-1]
                continue
            last = _Found(measure[0], measure[1], amount=mention)
            ready.append(last)
    yield from ready


def _close(a: Mention, b: Mention) -> bool:
    return b.span.start - a.span.end < 40


def _joined(line: Line, last: _Found, change: Mention) -> bool:
    """Whether a percent change belongs to the figure before it: nothing but small words and dates between."""
    before = last.amount or last.change
    assert before is not None
    between = line.text[before.span.end : change.span.start]
    return len(between) < 90 and not re.search(r"[;]|\b(?:exports?|imports?|while|whereas)\b", between, re.IGNORECASE)


def _unit_kind(mention: Mention) -> str:
    unit = mention.amount.unit if mention.amount else ""
    if _MONEY.match(unit):
        return "money"
    return {"": "none", "percent": "percent", "km": "km", "mi": "km", "kV": "kV", "MW": "power", "GW": "power", "kW": "power", "kWh": "energy", "GWh": "energy", "MWh": "energy", "TWh": "energy",
            "people": "people", "t": "weight", "m": "m", "m3": "volume", "ha": "area", "km2": "area"}.get(unit, "time" if unit in ("years", "months", "days", "hours", "weeks", "minutes") else "other")  # fmt: skip


def _measure_near(line: Line, mention: Mention, kind: str, context: _Context) -> tuple[str, Span] | None:
    """The measure whose words stand nearest to an amount in its part of the sentence, those before it first."""
    noun = str(mention.attributes.get("noun", "")).lower()
    start, end = _segment(line, mention.span)
    best: tuple[int, str, Span] | None = None
    for name, pattern in _measures():
        if kind not in _kinds(name):
            continue
        if noun and kind in ("none", "people") and (match := pattern.fullmatch(noun)):
            return name, mention.span
        for match in pattern.finditer(line.text, start, end):
            before = match.end() <= mention.span.start
            gap = mention.span.start - match.end() if before else match.start() - mention.span.end
            cost = gap if before else int(gap * 1.3) + 4
            if kind in ("none", "people") and cost > 40 or cost > 160:
                continue
            if best is None or cost < best[0]:
                best = cost, name, Span(match.start(), match.end())
    if best:
        return best[1], best[2]
    if kind == "kV":
        return "voltage", mention.span
    if kind == "power":
        return "capacity", mention.span
    if kind == "energy":
        return "generation", mention.span
    if kind in ("money", "percent") and context.measure in _TRADE and mention.type == "change":
        return context.measure, mention.span
    return None


def _segment(line: Line, span: Span) -> tuple[int, int]:
    """The stretch of the sentence around a span, up to a semicolon or a dash; a list of figures keeps its commas."""
    start, end = line.span.start, line.span.end
    for token in line.tokens:
        if token.low == ";" or token.low == "while" or token.low == "whereas":
            if token.end <= span.start:
                start = token.end
            elif token.start >= span.end:
                end = token.start
                break
    return start, end


def _status(figure: _Found, own: Sequence[Clause]) -> str:
    mention = figure.amount or figure.change
    assert mention is not None
    clause = next((c for c in own if mention.span in c.scope and not c.nominal and c.trigger.end <= mention.span.start), None)
    return clause.status if clause else "reported"


def _aimed_at(figure: _Found, own: Sequence[Clause]) -> bool:
    """A target is a commitment, not a figure."""
    mention = figure.amount or figure.change
    assert mention is not None
    return figure.measure in _TRADE | {"investment"} and any(mention.span in c.scope and c.status == "planned" for c in own if not c.nominal)


def _mention(line: Line, figure: _Found, here: Sequence[Mention], own: Sequence[Clause], context: _Context, pair: tuple[str, ...], pair_spans: tuple[Span, ...]) -> Mention:
    main = figure.amount or figure.change
    assert main is not None
    period = _period(line, main, figure, context)
    about, spans = _about(line, figure, main, here, pair, pair_spans)
    context.measure, context.period = figure.measure, period or context.period
    parts = [s for s in (figure.words, figure.amount.span if figure.amount else None, figure.change.span if figure.change else None) if s]
    amount = figure.amount.amount if figure.amount else None
    if figure.measure in ("killed", "injured", "displaced", "incidents", "agreements", "visits", "checkpoints") and amount is not None and amount.unit == "people" and figure.measure == "incidents":
        amount = None
    return Mention(
        "figure", Span(min(s.start for s in parts), max(s.end for s in parts)), figure.measure, antecedents=spans, amount=amount,
        change=figure.change.change if figure.change else None, period=period.period if period else None,
        attributes={"about": about, "spans": figure.amount.spans if figure.amount else (), "change_spans": figure.change.spans if figure.change else (),
                    "period_spans": period.spans if period else ()},
    )  # fmt: skip


_UNDATED = frozenset({"voltage", "line-length", "border-length", "border-delimited", "border-disputed", "duration", "capacity", "cost", "agreements", "visits", "checkpoints"})


def _period(line: Line, main: Mention, figure: _Found, context: _Context) -> Mention | None:
    dates = [d for d in line.dates if d.period is not None]
    start, end = _segment(line, main.span)
    inside = [d for d in dates if start <= d.span.start < end]
    if figure.measure in _UNDATED:
        return None
    if inside:
        after = [d for d in inside if 0 <= d.span.start - main.span.end < 30 and not re.search(r"\bfrom\b|compared|than|against", line.text[main.span.end : d.span.start])]
        before = [d for d in inside if d.span.end <= main.span.start]
        chosen = after[0] if after else (before[-1] if before else inside[0])
        if figure.change and figure.amount is None and re.search(r"compared|than|against|over", line.text[main.span.end : chosen.span.start]):
            return before[-1] if before else (context.period if context.measure else None)
        return chosen
    if figure.measure in _TRADE and context.measure in _TRADE:
        return context.period
    return None


def _about(line: Line, figure: _Found, main: Mention, here: Sequence[Mention], pair: tuple[str, ...], pair_spans: tuple[Span, ...]) -> tuple[list[str], tuple[Span, ...]]:
    if figure.measure in ("exports", "imports"):
        return _flow(line, figure, here, pair, pair_spans)
    if figure.measure in ("line-length", "voltage", "capacity", "generation", "cost"):
        thing = _nearest(main, [m for m in here if m.type in ("project", "crossing")])
        if thing is not None:
            return [thing.name], (thing.span,)
    if figure.measure in ("killed", "injured", "displaced"):
        victims = [m for m in here if m.type == "state" and m.form.startswith("demonym") and 0 <= m.span.start - main.span.end < 14]
        if victims:
            return list(victims[0].states), victims[0].spans
    states: dict[str, Span] = {}
    start, end = _segment(line, main.span)
    for m in here:
        if m.type in ("state", "person") and start <= m.span.start < end:
            for s in m.states:
                states.setdefault(s, m.span)
    if len(states) == 2:
        return list(states), tuple(states.values())
    if len(states) == 1 and figure.measure in ("investment", "visitors", "trade-balance", "population"):
        return list(states), tuple(states.values())
    return list(pair[:2]), pair_spans[:2]


def _nearest(main: Mention, things: Sequence[Mention]) -> Mention | None:
    return min(things, key=lambda m: min(abs(m.span.start - main.span.end), abs(main.span.start - m.span.end)), default=None)


def _flow(line: Line, figure: _Found, here: Sequence[Mention], pair: tuple[str, ...], pair_spans: tuple[Span, ...]) -> tuple[list[str], tuple[Span, ...]]:
    """Exporter and importer (importer and exporter for imports): "A's exports to B", "exports to B", "B bought from A"."""
    owner = other = None
    spans: list[Span] = []
    start, end = _segment(line, figure.words)
    states = [m for m in here if m.type == "state" and len(m.states) == 1 and start <= m.span.start < end]
    for m in states:
        before = line.text[max(line.span.start, m.span.start - 8) : m.span.start].lower().split()
        word = before[-1] if before else ""
        if word in ("to", "from") or word == "the" and len(before) > 1 and before[-2] in ("to", "from"):
            other = other or m
        elif owner is None:
            owner = m
    names = [m.states[0] for m in (owner, other) if m]
    spans = [m.span for m in (owner, other) if m]
    if owner and other and names[0] != names[1]:
        return names, tuple(spans)
    if len(pair) >= 2:
        if owner and owner.states[0] in pair[:2]:
            rest = next(s for s in pair if s != owner.states[0])
            return [owner.states[0], rest], (owner.span, *pair_spans[:2])
        if other and other.states[0] in pair[:2]:
            rest = next(s for s in pair if s != other.states[0])
            return [rest, other.states[0]], (other.span, *pair_spans[:2])
    return list(pair[:2]), pair_spans[:2]


def _scope(line: Line, mention: Mention) -> Span:
    return line.span if line.span.end - line.span.start <= 400 else mention.span
