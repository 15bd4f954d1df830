"""Figures in tables of what is no trade: arrivals, aid, refugees, students, lorries, the lengths and costs of works.

What a number is, the head of its column says, else the label of its row, else the caption; whom it is about, the partner
or the work in its row or over its column, with the state whose table it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.flows import Parties
from accord.languages.en.figures.table_cells import Cell, Scale, cells, paid_in, scale_of, whole
from accord.languages.en.figures.table_days import ABOVE, day_over, told_over
from accord.languages.en.figures.table_frames import Column, Frame, Row
from accord.languages.en.figures.table_heads import Topic, captions, partner_of
from accord.languages.en.figures.table_sorts import Sort, in_brackets, of_column, of_people, sort_of, wording
from accord.languages.en.figures.table_times import in_year, joined, mention_of
from accord.languages.en.figures.whose import About
from accord.languages.en.figures.words import TRADE, Figure, Page, kind_of
from accord.languages.views import Mention
from accord.values import Amount, Number, plain

__all__ = ["Things", "in_words", "told_amount"]

_THOUSANDS = re.compile(r"(?<!\w)(?:thousands?|thsd|[’']000s?|millions?|mln)(?!\w)(?! (?:tons|tonnes))", re.IGNORECASE)
_ROUTE = re.compile(r"^(?P<a>[^\W\d_][\w .’'-]+?) ?(?:–|—|↔|→| - |-|/) ?(?P<b>[^\W\d_][\w .’'-]+?)(?: \(.*\))?$")
_NAME = re.compile(r"^[^(,;·]{3,80}")
_WAY = re.compile(r"(?<!\w)(to|into|from) (?:the )?$", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:^|[;,.(] ?)(?P<told>[^;,.()]{3,60}?),? (?:is |are |stands? )?in (?:brackets|parenthes[ie]s)", re.IGNORECASE
)
_IN_UNITS = re.compile(r"\bkm\b|kilomet|kv\b|[kMGT]Wh", re.IGNORECASE)
_OTHERS = re.compile(r"(?:all |the )?(?:others?|rest|remaining)\b", re.IGNORECASE)
_TOTAL = re.compile(r"(?:grand |sub-?)?totals?\b|all\b|overall|altogether|both\b|together", re.IGNORECASE)
_BY_UNIT = {"km": "line-length", "kV": "voltage", "power": "capacity", "energy": "generation"}
_OF_WORKS = frozenset({"line-length", "voltage", "capacity", "generation", "cost"})
_VICTIMS = frozenset({"killed", "injured"})
_CLOSE = 4  # characters before a name that opens a cell
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_LONG = 110  # characters of a caption that may name what is counted


def told_amount(page: Page, index: int, cell: Cell) -> Iterator[Mention]:
    """The amounts that a cell of a row tells in words of its own: "123 km", "rail, 139 km"."""
    for mention in page.lines[index].amounts:
        if mention.span in cell.span and mention.amount is not None and mention.type != "change":
            yield mention


def in_words(page: Page, index: int, cell: Cell) -> bool:
    """Whether a cell tells an amount among words of its own: "60 scholarships a year for Peruvian students"."""
    own = [m for m in page.lines[index].amounts if m.span in cell.span]
    return bool(own) and len(cell.text.split()) > 2


@dataclass(slots=True)
class Things:
    """A table in the reading as one of things that are counted or measured."""

    page: Page
    frame: Frame
    above: Sequence[tuple[int, Cell]]
    partners: frozenset[str]
    sorts: list[Sort | None] = field(default_factory=list)
    caption: Sort | None = None
    works: bool = False
    turned: bool = False  # whether the works stand over the columns
    posts: bool = False
    home: About = ((), ())
    told: Mention | None = None

    @classmethod
    def of(cls, page: Page, frame: Frame, title: int, last: int) -> Things:
        above = captions(page, title, frame.top)
        labels = [(i, c) for i in range(frame.top, last) for c in cells(page.lines[i])[:3]]
        heads = [(frame.top, c.head) for c in frame.columns]
        partners = {m.states[0] for i, c in [*labels, *heads] if (m := _partner(page, i, c)) is not None}
        made = cls(page, frame, above, frozenset(partners))
        made.sorts = [of_column(c) or of_people(page, frame.top, c.head) for c in frame.columns]
        near = [c for c in _nearest(page, above) if len(c.text) <= _LONG]
        made.caption = next((s for c in near if (s := sort_of(c.text, c.span.start)) is not None), None)
        firsts = [c.head.text for c in frame.columns[:2]]
        made.works = any(wording("things").match(t) for t in firsts)
        made.turned = not made.works and not any(made.sorts) and _sized(page, frame, last)
        words = " ".join(c.text for c in near[:2]) if not firsts[0] else ""
        made.posts = any(wording("posts").match(t) for t in firsts) or wording("of_posts").search(words) is not None
        made.home = _home(page, above, frame, partners)
        made.told = told_over(page, above, frame.top)
        return made

    def figures(self, row: Row, at: int, column: Column, cell: Cell, number: Number | None) -> Iterator[Figure]:
        """The figures that a cell tells, with a number of its own or amounts in words."""
        if number is None:
            for mention in told_amount(self.page, row.index, cell):
                figure = self._told_here(row, at, column, mention)
                if figure is not None:
                    yield figure
            return
        figure = self._numbered(row, at, column, cell, number)
        if figure is not None:
            yield figure

    def _sort(self, row: Row, at: int, column: Column, money: bool) -> Sort | None:
        """What the numbers of a cell are."""
        head = self.sorts[at]
        label = sort_of(row.label.text, row.label.span.start) if row.partner is None else None
        label = label or (of_people(self.page, row.index, row.label) if row.partner is None else None)
        label = label or (in_brackets(row.label) if row.partner is not None else None)
        if head is not None and label is not None and head.money == label.money and label.measure != "other":
            return label if head.measure == "other" else head
        if head is None and not self._open(row, column):
            return None
        for sort in (head, label, self.caption):
            if sort is not None and sort.money == money:
                return sort
        if not money and head is None and column.when is not None and _peoples(row):
            return Sort("other", "people", False, frozenset({"none", "people"}), False, row.label.span)
        if not money and head is None and column.when is not None and self._counted(row):
            return Sort("other", "", False, frozenset({"none"}), False, row.label.span)
        if money and head is None and (self.works or self._work(row)) and column.scale is not None:
            return Sort("cost", "", True, frozenset(), False, column.scale.span)
        return None

    def _counted(self, row: Row) -> bool:
        """Whether a row by years is that of a thing that is counted or weighed, by its own words."""
        frame, text = self.frame, whole(row.label)
        if (
            self.posts
            or self.works
            or (frame.topic is not None and frame.topic.measure in TRADE)
            or row.topic is not None
            or row.when is not None
            or row.partner is not None
        ):
            return False
        if len(self.page.pair) < 2 or _OTHERS.match(text) or wording("no_count").search(text):
            return False
        return re.match(r"[^\W\d_]{3}", text) is not None

    def _open(self, row: Row, column: Column) -> bool:
        """Whether the head of a column leaves it to others what its numbers are: a year, a partner, a unit, a work."""
        if column.when or column.partner or self._named(column):
            return True
        text = column.head.text
        if column.scale is not None:
            text = text.replace(self._words(column.scale.span), " ")
        for mention in self.page.here[self.frame.top]:
            if mention.type == "state" and mention.span in column.head.span:
                text = text.replace(self._words(mention.span), " ")  # "Into Peru"
        return not wording("general").sub(" ", _bare(text)).strip()

    def _words(self, span: Span) -> str:
        return self.page.lines[0].text[span.start : span.end]

    def _named(self, column: Column) -> bool:
        """Whether a column is that of one work, by its name: the labels under it tell lengths, sizes and costs."""
        own = column.topic or column.when or column.partner or column.scale or column.kind
        return self.turned and not own and re.match(r"[^\W\d_a-z][\w’'-]+ ", column.head.text) is not None

    def _work(self, row: Row) -> bool:
        return any(m.type in ("project", "work") and m.span.overlaps(row.label.span) for m in self.page.here[row.index])

    def _told_here(self, row: Row, at: int, column: Column, mention: Mention) -> Figure | None:
        """An amount that a cell tells with its unit: of a work, or of what its column is of."""
        kind = kind_of(mention)
        assert mention.amount is not None
        sort = self._sort(row, at, column, kind == "money")
        label = sort_of(row.label.text, row.label.span.start)
        about = self._about(row, column)
        named = about is not None and about[0][:1] and not _is_state(about[0][0])
        measure = sort.measure if sort is not None and (sort.money or kind in sort.kinds) else ""
        if named and kind in _BY_UNIT and measure != "border-length":
            measure = _BY_UNIT[kind]
        if not measure and label is not None and kind in label.kinds and column.when is None:
            measure = label.measure
        if not measure and named and label is not None and label.measure in ("capacity", "voltage"):
            measure = "voltage" if kind == "kV" else "capacity"
        if not measure or about is None or (kind in ("none", "people") and sort is None):
            return None
        words = sort.span if sort is not None else mention.span
        return self._made(measure, words, mention, about, row, column)

    def _numbered(self, row: Row, at: int, column: Column, cell: Cell, value: Number) -> Figure | None:
        """A bare number with what head, label and caption say of it."""
        head, frame = column.head.text, self.frame
        if _BARE_YEAR.fullmatch(cell.text) and self.sorts[at] is None and column.when is None:
            return None
        if wording("aimed").search(head) or wording("differences").search(head):
            return None
        scale = row.scale or column.scale or frame.scale
        sort = self._sort(row, at, column, True) if scale is not None and scale.money else None
        own = row.scale or column.scale
        if sort is None or (own is not None and not own.money):
            scale = own if own is None or not own.money else None
            scale = scale or (frame.scale if frame.scale is not None and not frame.scale.money else None)
            sort = None if own is not None and own.money else self._sort(row, at, column, False)
        about = self._about(row, column)
        if sort is not None and sort.measure in _VICTIMS:
            about = self._victims(column) or about or self._pair()
        if sort is None or about is None or not self._of_states(sort, row, column, scale):
            return None
        if (
            sort.measure in ("line-length", "border-length", "voltage", "generation")
            and scale is None
            and not (_IN_UNITS.search(head + row.label.text))
        ):
            return None
        factor, unit = self._unit(sort, scale, row, column, about)
        amount = Amount(plain(float(value) * factor), unit)
        spans = (scale.span,) if scale is not None else ()
        mention = Mention("amount", cell.span, antecedents=spans, amount=amount)
        if not value and sort.measure in _VICTIMS:
            return None
        figure = self._made(sort.measure, sort.span, mention, about, row, column)
        if wording("ahead").search(head):
            figure.status = "planned"
        return figure

    def _of_states(self, sort: Sort, row: Row, column: Column, scale: Scale | None) -> bool:
        """Whether a number is between states: the price of one thing is, where a row or head names one or tells a year."""
        if not sort.single or row.partner is not None or column.partner is not None:
            return True
        named = any(m.type == "state" and m.span in row.label.span for m in self.page.here[row.index])
        return scale is not None and scale.per and (named or row.when is not None)

    def _unit(self, sort: Sort, scale: Scale | None, row: Row, column: Column, about: About) -> tuple[float, str]:
        """How many of which unit one of a number is."""
        if scale is not None and (sort.money or not scale.money):
            symbol = paid_in(scale, about[0])
            factor = 1.0 if sort.single and not scale.per else scale.factor
            return factor, (sort.unit if symbol in ("", "people") else symbol)
        caption = " ".join(c.text for _, c in self.above[:2])
        for text in (row.label.text, column.head.text, caption):
            if match := _THOUSANDS.search(text):
                return (1e6 if match[0].lower().startswith("m") else 1e3), sort.unit
        symbol = {"line-length": "km", "border-length": "km", "voltage": "kV"}.get(sort.measure, sort.unit)
        return 1.0, symbol

    def _about(self, row: Row, column: Column) -> About | None:
        """Whom a number is about: the partner of its row or column with the table's own state, a work, a post, the pair."""
        home, spans = self.home
        partner = row.partner or _partner(self.page, row.index, row.label) or column.partner
        partner = partner or _partner(self.page, self.frame.top, column.head) or self.frame.partner
        text = whole(row.label)
        label = sort_of(text, row.label.span.start) is not None
        if partner is not None and not (self.works or self._work(row)):
            other = self._other(row, partner)
            home, spans = other if other is not None else (home, spans)
            both = [*zip(home, spans, strict=False), *zip(self.page.pair[:2], self.page.pair_spans[:2], strict=False)]
            own = [(h, s) for h, s in both if h != partner.states[0]][:1]
            return (partner.states[0], *(h for h, _ in own)), (partner.span, *(s for _, s in own))
        if self._named(column):
            return self._by_name(column.head, row)
        if row.when is not None or (label and not self.works and not self._work(row)):
            return self._named_in(row.index, row.label) or self._named_in(self.frame.top, column.head) or self._pair()
        if self.works or self._work(row) or self.posts or self._placed(row):
            return self._by_name(row.label, row)
        if column.when is not None and of_column(column) is None and self._counted(row):
            return self._named_in(row.index, row.label) or self._pair()
        if _TOTAL.match(text) and home:
            return home[:1], spans[:1]
        return None

    def _other(self, row: Row, partner: Mention) -> About | None:
        """The state that a label names beside the partner over its column: "Egypt: deposits", "Cubans at work"."""
        if row.partner is not None:
            return None
        for mention in self.page.here[row.index]:
            beside = mention.type == "state" and mention.span in row.label.span and len(mention.states) == 1
            if beside and mention.states != partner.states:
                return mention.states, (mention.span,)
        return None

    def side(self, row: Row, partner: Mention) -> tuple[str, tuple[Span, ...]]:
        """The state beside a partner, where the table as a whole tells none: the label's, the caption's, the pair's."""
        home, spans = self._other(row, partner) or self.home
        if not home or home[0] == partner.states[0]:
            return "", ()
        return home[0], spans[:1]

    def directed(self, row: Row, column: Column) -> Topic | None:
        """The flow that "To Peru" or "From Peru" is in a head or a label: of the goods of the other state of the pair."""
        if self.caption is not None:
            return None
        heads = [(self.frame.top, column.head), (row.index, row.label), (self.frame.top, self.frame.columns[0].head)]
        for index, cell in heads:
            for state in self.page.here[index]:
                if state.type != "state" or state.span not in cell.span or len(state.states) != 1:
                    continue
                way = _WAY.search(self.page.lines[0].text[max(0, state.span.start - 10) : state.span.start])
                others = [p for p in self.page.pair[:2] if p != state.states[0]]
                if way is not None and state.span.start - cell.span.start < 3 * _CLOSE and len(others) == 1:
                    measure = "imports" if way[1].lower() == "from" else "exports"
                    spans = (*self.page.other(state.states[0])[1], state.span)
                    return Topic(measure, Parties((others[0], state.states[0]), spans), cell.span)
        return None

    def free(self, column: Column) -> bool:
        """Whether the head of a column leaves it to the caption what its numbers are."""
        return self.sorts[self.frame.columns.index(column)] is None

    def aside(self) -> Cell | None:
        """What a caption says that the numbers in brackets are: "price in dollars in brackets"."""
        for _, cell in self.above:
            if match := _ASIDE.search(cell.text):
                return Cell(match["told"], Span(cell.span.start + match.start("told"), cell.span.start + match.end()))
        return None

    def beside(self, row: Row, column: Column, told: Cell, cell: Cell, value: Number) -> Figure | None:
        """The figure that a number in brackets is, of which the caption says what it is."""
        sort, scale, about = sort_of(told.text, told.span.start), scale_of(told.text, told.span.start), None
        about = self._about(row, column)
        if sort is None or about is None:
            return None
        factor = scale.factor if scale is not None and not sort.single else 1.0
        unit = paid_in(scale, about[0]) if scale is not None else sort.unit
        mention = Mention("amount", cell.span, antecedents=(told.span,), amount=Amount(plain(value * factor), unit))
        return self._made(sort.measure, sort.span, mention, about, row, column)

    def _by_name(self, label: Cell, row: Row) -> About | None:
        """A work, a post, a place or the ends of a way by its name, with the states in its row or of the pair."""
        name = _NAME.match(label.text.partition(" · ")[0])
        if name is None or _OTHERS.match(label.text) or _TOTAL.match(label.text):
            return None
        words = name[0].strip(" -–—")
        states, spans = self._states(row)
        return (words, *states), (Span(label.span.start, label.span.start + len(words)), *spans)

    def _states(self, row: Row) -> About:
        """The states of a row that is no partner's, at most two; else those of the pair."""
        found = {s: m.span for m in self.page.here[row.index] if m.type == "state" for s in m.states}
        for state, span in zip(self.page.pair[:2], self.page.pair_spans[:2], strict=False):
            if len(found) < 2:
                found.setdefault(state, span)
        return tuple(found)[:2], tuple(found.values())[:2]

    def _placed(self, row: Row) -> bool:
        """Whether a row is that of a place or a post, or of a way between two."""
        named = [m for m in self.page.here[row.index] if m.type in ("place", "gate", "crossing")]
        if any(m.span.start - row.label.span.start < _CLOSE and m.span in row.label.span for m in named):
            return True
        return _ROUTE.match(row.label.text) is not None and bool(named)

    def _victims(self, column: Column) -> About | None:
        """Whose the victims under a head are: "Peruvians killed"."""
        heads = [m for m in self.page.here[self.frame.top] if m.type == "state" and m.span in column.head.span]
        return (heads[0].states, heads[0].spans) if len(heads) == 1 and len(heads[0].states) == 1 else None

    def _named_in(self, index: int, cell: Cell) -> About | None:
        """The states that a label names ("Qatari visitors to Bahrain"), one with the table's own."""
        found = {
            m.states[0]: m.span for m in self.page.here[index] if m.type == "state" and m.states and m.span in cell.span
        }
        if len(found) == 1:
            for state, span in zip(*self.home, strict=False):
                found.setdefault(state, span)
            for state, span in zip(self.page.pair[:2], self.page.pair_spans[:2], strict=False):
                if len(found) < 2:
                    found.setdefault(state, span)
        return (tuple(found)[:2], tuple(found.values())[:2]) if len(found) > 1 else None

    def _pair(self) -> About | None:
        pair = self.page.pair[:2], self.page.pair_spans[:2]
        return pair if len(pair[0]) == 2 else None

    def _made(
        self,
        measure: str,
        words: Span,
        mention: Mention,
        about: About,
        row: Row,
        column: Column,
    ) -> Figure:
        figure = Figure(measure, words, amount=mention, known=True)
        figure.about, figure.about_spans = about
        if measure not in _OF_WORKS or _is_state(about[0][0]):
            figure.period = self._period(row, column)
        if measure in _VICTIMS and row.when is None and column.when is None:
            figure.period = day_over(self.page, self.above, self.frame.top) or figure.period
        if measure == "other" and row.topic is None:
            figure.goods, figure.goods_spans = self._goods(row, column)
        return figure

    def _goods(self, row: Row, column: Column) -> tuple[str, tuple[Span, ...]]:
        """The things that are counted, in the words of a label or a head."""
        named = row.partner is not None or row.when is not None
        cell = row.label if not named and (sort_of(row.label.text, 0) or self._counted(row)) else column.head
        priced = column.scale is not None and column.scale.per and cell is column.head
        text = "" if priced and "," not in cell.text else re.split(r"[,(]", whole(cell))[0].strip()
        if not text or (sort_of(text, 0) is None and cell is column.head):
            return "", ()
        return text, (Span(cell.span.start, cell.span.start + len(text)),)

    def _period(self, row: Row, column: Column) -> Mention | None:
        """When a number was so: what head, label and caption tell, else a date told right over the table."""
        frame = self.frame
        days = [d for d in self.page.lines[row.index].dates if d.span in row.label.span and d.period is not None]
        entry = self.page.lines[row.index].entry
        if row.when is not None and column.when is None and (days or entry is not None):
            return days[0] if days else entry
        own = joined(column.when or row.when, [row.when, *frame.times], frame.annual)
        dated = next((w for w in (column.when, row.when) if w is not None), None)
        if dated is None and self.told is not None:
            return self.told
        return mention_of(in_year(own, self.page.today), self.home[0] or self.page.pair[:2]) or self.told


def _peoples(row: Row) -> bool:
    """Whether a label is the name of a people: "Peruvians"."""
    return row.partner is not None and row.partner.form.startswith("demonym") and whole(row.label)[-1:] == "s"


def _bare(text: str) -> str:
    """A head without its brackets, marks and digits."""
    return re.sub(r"[\d.,;:()/*%$€£'’–—-]+", " ", _THOUSANDS.sub(" ", text))


def _nearest(page: Page, above: Sequence[tuple[int, Cell]]) -> Iterator[Cell]:
    """The lines over a table up to the first heading, and the title of the text."""
    headed = False
    for index, cell in above:
        if not headed or index == 0:
            yield cell
        headed = headed or page.lines[index].kind in ("headline", "heading")


def _sized(page: Page, frame: Frame, last: int) -> bool:
    """Whether at least two labels of a table tell lengths, capacities, voltages, costs."""
    labels = [cells(page.lines[i])[0] for i in range(frame.top + 1, last)]
    return len({s.measure for c in labels if (s := sort_of(c.text, 0)) is not None} & _OF_WORKS) > 1


def _partner(page: Page, index: int, cell: Cell) -> Mention | None:
    """The one state that a label is, brackets and marks aside."""
    text = re.sub(r" ?(?:\([^()]*\)|\[[^\[\]]*\])$", "", cell.text)
    return partner_of(page, index, Cell(text, Span(cell.span.start, cell.span.start + len(text)))) if text else None


def _is_state(name: str) -> bool:
    return re.fullmatch(r"[A-Z]{3}", name) is not None


def _home(page: Page, above: Sequence[tuple[int, Cell]], frame: Frame, partners: set[str]) -> About:
    """The state whose table it is: one that a caption or a sentence over the table names and no row, else of the pair."""
    near = [*(i for i, _ in above), *range(frame.top - 1, max(-1, frame.top - ABOVE), -1), frame.top]
    for index in dict.fromkeys(near):
        if page.lines[index].kind == "row" and index != frame.top:
            continue
        for mention in page.here[index]:
            if mention.type == "state" and len(mention.states) == 1 and mention.states[0] not in partners:
                return mention.states, (mention.span,)
    if frame.home[0] and frame.home[0] not in partners:
        return (frame.home[0],), frame.home[1][:1]
    rest = [(s, p) for s, p in zip(page.pair, page.pair_spans, strict=False) if s not in partners]
    return ((rest[0][0],), (rest[0][1],)) if rest else ((), ())
