"""What the readers of figures share: a figure in the making, the page it stands on, the words that measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.phrases import Line
from accord.languages.views import Clause, Mention

__all__ = [
    "FLOWS",
    "TRADE",
    "Context",
    "Figure",
    "Page",
    "aimed_at",
    "between_states",
    "counted",
    "kind_of",
    "last_match",
    "pattern",
    "purpose_of",
    "related",
    "trade_words",
    "vehicles",
    "with_unit",
]

FLOWS = frozenset({"exports", "imports"})
TRADE = frozenset({"trade-turnover", "exports", "imports", "trade-balance", "investment", "remittances"})
_LED = re.compile(r"«(\w+)»\|")
_KINDS = {
    symbol: kind
    for kind, symbols in {
        "km": "km mi nmi", "m": "m ft", "kV": "kV", "power": "kW MW GW MVA", "energy": "kWh MWh GWh TWh",
        "weight": "t kg", "percent": "percent", "people": "people", "volume": "bbl m3 km3 l m3/d barrels/day", "area": "ha km2 m2 acre",
        "time": "years months weeks days h min", "boxes": "TEU", "flow": "m3/s",
    }.items()
    for symbol in symbols.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words that name a measure of trade ("exports", "bought"); "other" for what takes a number away from trade."""

    measure: str
    span: Span
    goods: bool = False  # they name the goods of a flow told before ("display panels fell ...")


@dataclass(slots=True)
class Figure:
    """A figure in the making: its measure with the words that tell it, and what is known of it."""

    measure: str
    words: Span
    amount: Mention | None = None
    change: Mention | None = None
    trend: str = ""
    about: tuple[str, ...] = ()
    about_spans: tuple[Span, ...] = ()
    period: Mention | None = None
    goods: str = ""
    goods_spans: tuple[Span, ...] = ()
    of: str = ""
    of_spans: tuple[Span, ...] = ()
    status: str = "reported"
    last: bool = False  # by the last reader, that knows no frame
    known: bool = False  # by a reader of the rest, yet by words that leave no doubt

    @property
    def main(self) -> Span:
        """Where its number stands."""
        mention = self.amount or self.change
        return mention.span if mention else self.words


@dataclass(slots=True)
class Context:
    """What a sentence takes from those before it: the trade spoken of, the incident, the project, the currency."""

    block: int = -1
    at: int = -9  # the sentence of the last figure of trade
    measure: str = ""
    words: Span | None = None
    states: tuple[str, ...] = ()
    state_spans: tuple[Span, ...] = ()
    period: Mention | None = None
    main: Mention | None = None  # the period that the first figure of trade, or the title, tells
    main_at: int = -9
    whole_at: int = -9  # the sentence that told last of one state's trade with all the world
    money: Mention | None = None
    money_at: int = -9
    project: Mention | None = None
    projects: list[Mention] = field(default_factory=list)
    project_at: int = -9
    cost_at: int = -9
    count: str = ""
    hurt_at: int = -99  # the sentence of the last casualties
    hurt_period: Mention | None = None
    incident: tuple[str, tuple[Span, ...]] = ("", ())
    counted: Figure | None = None  # the last count, for the numbers that go on with it
    counted_at: int = -9
    home: tuple[str, tuple[Span, ...]] | None = None  # the state whose trade the tables of the text tell
    flight: bool | None = None  # whether the text is about people in flight
    relations: bool | None = None  # whether the text is about the relations of states


@dataclass(frozen=True, slots=True)
class Page:
    """The document as the readers of figures see it: its sentences with the mentions and clauses of each."""

    lines: Sequence[Line]
    blocks: Sequence[int]
    here: Sequence[Sequence[Mention]]
    own: Sequence[Sequence[Clause]]
    pair: tuple[str, ...]
    pair_spans: tuple[Span, ...]
    context: Context = field(default_factory=Context)
    today: date | None = None  # the day of telling, where it is known
    notions: dict[int, list[tuple[int, str]]] = field(default_factory=dict)  # by sentence, see `evidence`
    anchors: dict[int, list[Anchor]] = field(default_factory=dict)  # by sentence, see `anchors`

    def other(self, state: str) -> tuple[str, tuple[Span, ...]]:
        """The other one of the document's pair; the state whose trade is told, where the tables name its partners."""
        if self.context.home is not None and state != self.context.home[0]:
            return self.context.home
        for mine, theirs in ((0, 1), (1, 0)):
            if len(self.pair) > 1 and self.pair[mine] == state:
                return self.pair[theirs], self.pair_spans[theirs : theirs + 1]
        return "", ()


@cache
def _patterns(name: str) -> dict[str, re.Pattern]:
    exact = ("purpose", "titled", "route") if name == "counted" else ()
    patterns = table(name)["patterns"].items()
    return {key: re.compile(words, 0 if key in exact else re.IGNORECASE) for key, words in patterns}


def pattern(key: str) -> re.Pattern:
    """A pattern of measures.toml."""
    return _patterns("measures")[key]


def counted(key: str) -> re.Pattern:
    """A pattern of counted.toml."""
    return _patterns("counted")[key]


@cache
def trade_words(led: bool = True) -> dict[str, str]:
    """What names each measure of trade, as regular expressions; without `led` all but what begins with no word of its own."""
    own = table("measures")["led"]
    return {
        measure: _LED.sub(lambda told: f"{own[told[1]]}|" if led else "", words)
        for measure, words in table("measures")["trade"].items()
    }


@cache
def vehicles() -> frozenset[str]:
    """What carries people and goods, in the plural."""
    return frozenset(table("counted")["nouns"]["vehicles"].split())


def between_states(page: Page) -> bool:
    """Whether the text is about the relations of states: two different marks of it stand somewhere, or one and both states
    of its pair in one sentence, and no words of pastimes."""
    if page.context.relations is None:
        text = page.lines[0].text
        marks = (m[0][:6].lower() for m in counted("mark").finditer(text))
        first = next(marks, "")
        page.context.relations = any(mark != first for mark in marks) or _told_beside(page, text, bool(first))
    return page.context.relations


def _told_beside(page: Page, text: str, marked: bool) -> bool:
    """Whether a text with one mark at most is about the relations of states all the same."""
    marked = marked or len({m[0].lower() for m in counted("weak_mark").finditer(text)}) > 2
    beside = marked and _side_by_side(page) > 0
    often = _in_title(page) and bool(counted("traffic_mark").search(text))
    return (beside or often) and not counted("pastime").search(text)


def related(page: Page, index: int) -> bool:
    """Whether a sentence may tell figures between two states: its text is about their relations, or it names both and the
    text has no words of pastimes."""
    if between_states(page):
        return True
    named = {s for m in page.here[index] if m.type == "state" for s in m.states}
    return len(named & set(page.pair)) > 1 and not counted("pastime").search(page.lines[0].text)


def _in_title(page: Page) -> bool:
    """Whether the first line names both states of the document's pair."""
    named = {s for m in page.here[0] if m.type == "state" for s in m.states} if page.here else set()
    return len(page.pair) > 1 and set(page.pair[:2]) <= named


def _side_by_side(page: Page) -> int:
    """In how many sentences both states of the document's pair are named."""
    pair = set(page.pair[:2])
    if len(pair) < 2:
        return 0
    return sum(pair <= {s for m in here if m.type == "state" for s in m.states} for here in page.here)


def purpose_of(line: Line, mention: Mention) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """What a sum is for: "for the modernisation of the check post", or the title before it."""
    span = mention.span
    told = counted("purpose").match(line.text, span.end, line.span.end)
    if told is not None:
        return (told["what"],), (Span(*told.span("what")),)
    title = counted("titled").search(line.text, line.span.start, span.start)
    if title is not None and title.start() == line.span.start:
        return (title["what"],), (Span(*title.span("what")),)
    return (), ()


def kind_of(mention: Mention) -> str:
    """The kind of unit that an amount is told in: money, percent, km, people, none ..."""
    unit = mention.amount.unit if mention.amount else ""
    if unit in _KINDS:
        return _KINDS[unit]
    if "currency" in mention.attributes or (len(unit) == 3 and unit.isascii() and unit.isalpha() and unit.isupper()):
        return "money"
    return "other" if unit else "none"


def last_match(words: re.Pattern, text: str, start: int, end: int) -> re.Match[str] | None:
    """The last place between two offsets where a pattern matches."""
    return max(words.finditer(text, start, end), key=lambda m: m.start(), default=None)


def with_unit(mention: Mention, earlier: Mention | None) -> Mention:
    """ "165 million" after "540 million dollars": the same currency, resting on both."""
    amount = mention.amount
    if amount is None or earlier is None or earlier.amount is None or amount.value < 1000:
        return mention
    unit = replace(amount, unit=earlier.amount.unit)
    shared = {k: v for k, v in earlier.attributes.items() if k == "currency"}
    return mention.but(amount=unit, antecedents=(earlier.span,), attributes={**mention.attributes, **shared})


def aimed_at(text: str, start: int, span: Span, end: int) -> bool:
    """Whether a figure is a target, a forecast or only possible, by the words from `start` to it, and those after."""
    told = text[start : span.start]
    if (met := pattern("aim_met").search(told)) is not None:
        told = told[met.end() :]  # "surpassed the target to reach 1.7 billion"
    return bool(pattern("aim").search(told) or pattern("aim_after").match(text, span.end, end))
