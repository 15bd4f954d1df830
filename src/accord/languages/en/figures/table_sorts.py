"""What the head of a column, the label of a row or a caption says that numbers are, where they are no trade."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.figures.table_frames import Column
from accord.languages.en.figures.words import Page
from accord.languages.en.text.lexicon import table

__all__ = ["Sort", "in_brackets", "missing", "of_column", "of_people", "side_of", "sort_of", "wording"]


@dataclass(frozen=True, slots=True)
class Sort:
    """What numbers are said to be: a measure, its unit, whether of money, the kinds of unit that go with it."""

    measure: str
    unit: str
    money: bool
    kinds: frozenset[str]
    single: bool  # the price of one
    span: Span


@cache
def _sorts() -> dict[re.Pattern, dict[str, str]]:
    return {re.compile(rf"(?<!\w)(?:{s['words']})(?!\w)", re.IGNORECASE): s for s in table("tables")["sorts"]}


@cache
def wording(key: str) -> re.Pattern:
    """A pattern of tables.toml."""
    return re.compile(table("tables")["patterns"][key], re.IGNORECASE)


def missing(text: str) -> bool:
    """Whether a cell says that it has no number: a dash, "n/a"."""
    return wording("missing").match(text) is not None


def sort_of(text: str, offset: int, money: bool | None = None) -> Sort | None:
    """What a head, a label or a caption says that numbers are; of money or not, where that is known."""
    for words in re.likely(_sorts(), text):
        told = _sorts()[words]
        if money is not None and bool(told.get("money")) != money:
            continue
        if match := words.search(text):
            kinds = frozenset(told.get("kinds", "none people").split())
            span = Span(offset + match.start(), offset + match.end())
            return Sort(
                told["measure"], told.get("unit", ""), bool(told.get("money")), kinds, bool(told.get("single")), span
            )
    return None


def side_of(head: str) -> str:
    """The flow to the partners under a head that says on which side they stand: "Buyer", "Supplier"."""
    return "exports" if wording("buyers").match(head) else "imports" if wording("sellers").match(head) else ""


def of_column(column: Column) -> Sort | None:
    if column.topic is not None and column.topic.measure in ("trade-turnover", "exports", "imports", "trade-balance"):
        return None
    if column.scale is not None and column.scale.per:
        return Sort("other", "", True, frozenset({"money"}), True, column.scale.span)
    money = True if column.scale is not None and column.scale.money else None
    return sort_of(column.head.text, column.head.span.start, money)


def of_people(page: Page, index: int, cell: Cell) -> Sort | None:
    """That the people of a state are counted: as guests ("Peruvians to Bolivia") or as residents ("Peruvians in Bolivia")."""
    for state in page.here[index]:
        if state.type != "state" or not state.form.startswith("demonym") or state.span not in cell.span:
            continue
        rest = page.lines[index].text[state.span.end : cell.span.end]
        if way := re.match(
            r" (?:(?:arriv|com|cross|enter|go|travell|visit)ing )?(to|in|into|from|abroad|living)\b", rest
        ):
            measure = "population" if way[1] in ("in", "living", "abroad") else "visitors"
            return Sort(measure, "people", False, frozenset({"none", "people"}), False, cell.span)
    return None


def in_brackets(label: Cell) -> Sort | None:
    """What the brackets behind a partner say: "Peru (loans)"."""
    match = re.search(r"\(([^()]+)\)", label.text)
    return sort_of(match[1], label.span.start + match.start(1)) if match else None
