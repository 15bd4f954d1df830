"""Figures in tables: rows of flows by year, years by flow, partners or goods by either; the unit in caption, header or cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.flows import Parties
from accord.languages.en.figures.table_cells import (
    Cell,
    cells,
    change_kind,
    change_years,
    number_of,
    paid_in,
    parted,
    scale_of,
    trend_of,
    whole,
)
from accord.languages.en.figures.table_frames import Column, Frame, Row
from accord.languages.en.figures.table_heads import (
    Topic,
    captions,
    home_of,
    note_of,
    partner_of,
    topic_of,
)
from accord.languages.en.figures.table_sorts import missing, side_of
from accord.languages.en.figures.table_things import Things, told_amount
from accord.languages.en.figures.table_times import When, in_year, joined, mention_of, when_of
from accord.languages.en.figures.words import FLOWS, TRADE, Figure, Page, kind_of
from accord.languages.en.text.issued import tells_issue
from accord.languages.views import Mention
from accord.values import Amount, Change, Number, plain

__all__ = ["table_figures", "table_home"]

_GENERAL = re.compile(r"^$|value|amount|total|volume|sum|\b(?:fob|cif)\b", re.IGNORECASE)
_ALL = re.compile(r"(?:grand |sub-?)?totals?\b|all goods|all products|overall|whole|altogether", re.IGNORECASE)
_REST = re.compile(r"(?:all |the )?(?:others?|rest|miscellaneous|remaining|n\.?e\.?s\.?)\b|other goods", re.IGNORECASE)
_CHILD = re.compile(
    r"(?=re-?exports)|(?:of which|o/w|incl(?:\.|uding|udes)?|thereof|among (?:them|which)|in particular|there of)\b[ ,:]*|[-–—•·>]+[ ]+",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_STAMP = 25  # characters beside a day in a line that only tells it
_OPENING = 3  # characters of a cell before an amount


def table_figures(page: Page, first: int, last: int) -> Iterator[tuple[int, Figure]]:
    """The figures of the tables whose rows are the sentences [first, last), each with its row.

    A row without numbers begins a new table: a row of one cell is its title, one of several its header; a row of one
    cell between rows of numbers names what follows it.
    """
    if _labelled(page, first, last):
        yield from _table(page, first, first, last, True)
        return
    top, title = first, first
    for index in range(first, last + 1):
        if index < last and not (index > top and _heads(page, index) and not _section(page, index, last)):
            continue
        yield from _table(page, title, top, index)
        if len(_filled(page, top)) > 1:
            title = index
        top = index


def _labelled(page: Page, first: int, last: int) -> bool:
    """Whether rows are labels with what is told of each: two cells, the second in words more often than a number."""
    rows = [cells(page.lines[i]) for i in range(first, last)]
    if len(rows) < 2 or any(len(row) != 2 for row in rows):
        return False
    worded = sum(len(row[1].text.split()) > 2 and number_of(row[1]) is None for row in rows)
    return 2 * worded >= len(rows) and worded > 1


def table_home(page: Page) -> tuple[str, tuple[Span, ...]] | None:
    """The state whose trade a text tells, where the rows of its first table are its partners."""
    rows = [i for i, line in enumerate(page.lines) if line.kind == "row"]
    if len(rows) < 3:
        return None
    last = next((i for i in range(rows[0], len(page.lines)) if page.lines[i].kind != "row"), len(page.lines))
    labels = [(i, cells(page.lines[i])[0]) for i in range(rows[0], last)]
    if len({m.states[0] for i, c in labels if (m := partner_of(page, i, c)) is not None}) < 2:
        return None
    header = cells(page.lines[rows[0]])
    above = captions(page, rows[0], rows[0])
    scales = (scale_of(c.text, c.span.start) for c in [*header, *(c for _, c in above)])
    topic = next((t for i, c in above if (t := topic_of(page, i, c)) is not None), None)
    home = home_of(page, topic, labels, next((s for s in scales if s), None))
    return home if home[0] else None


def _filled(page: Page, index: int) -> list[Cell]:
    return [c for c in cells(page.lines[index]) if c.text]


def _section(page: Page, index: int, last: int) -> bool:
    """Whether a row of one cell stands under a header and over rows of numbers: "Exports", "Live animals"."""
    if len(_filled(page, index)) != 1 or index + 1 >= last:
        return False
    return not _heads(page, index + 1)


def _heads(page: Page, index: int) -> bool:
    """Whether a row is a header or a title: no cell but the first is a number, years aside."""
    filled = _filled(page, index)
    return (
        all(number_of(c) is None or _YEAR.fullmatch(whole(c)) for c in filled[1:])
        and not any(missing(c.text) or trend_of(c) or parted(c)[1] or _measured(page, index, c) for c in filled[1:])
        and (len(filled) != 2 or bool(when_of(filled[1].text, 0)) or number_of(filled[1]) is None)
    ) or len(filled) == 1


def _measured(page: Page, index: int, cell: Cell) -> bool:
    """Whether a cell opens with an amount and its unit: "123 km"."""
    return any(
        m.span.start - cell.span.start <= _OPENING and m.amount is not None and kind_of(m) not in ("none", "time")
        for m in told_amount(page, index, cell)
    )


def _table(page: Page, title: int, top: int, last: int, bare: bool = False) -> Iterator[tuple[int, Figure]]:
    header = cells(page.lines[top])
    if not bare and top and page.lines[top - 1].kind == "row" and _heads(page, top - 1):
        header = _under(cells(page.lines[top - 1]), header)
    if len(header) < 2 or last - top < 2:
        return
    bare = bare or any(number_of(c) is not None and not _YEAR.fullmatch(whole(c)) for c in header[1:])
    frame = _frame(page, title, top, last, header, bare)
    things = Things.of(page, frame, title, last)
    for index in range(top + (not bare), last):
        yield from ((index, f) for f in _figures(page, index, frame, things))


def _under(upper: Sequence[Cell], lower: list[Cell]) -> list[Cell]:
    """The heads of a table with two header rows: "September" over "2025"."""
    if len(upper) != len(lower) or len({c.text for c in upper}) < 2:
        return lower
    both = zip(upper, lower, strict=True)
    return [low if up.text == low.text else Cell(f"{up.text} · {low.text}".strip(" ·"), low.span) for up, low in both]


def _frame(page: Page, title: int, top: int, last: int, header: Sequence[Cell], bare: bool) -> Frame:
    above = captions(page, title, top)
    told, notes = " ".join(c.text for _, c in above[:3]), note_of(page, last)
    heads = [Cell("", Span(c.span.start, c.span.start)) for c in header] if bare else list(header)
    columns = [_column(page, top, head, told) for head in heads]
    scale = None if bare else next((c.scale for c in columns if c.scale), None)
    if scale is not None and sum(c.scale is not None for c in columns) == 1 and not columns[0].scale:
        scale = scale if sum(not c.kind for c in columns[1:]) == 1 else None
    scale = scale or next((s for _, c in above if (s := scale_of(c.text, c.span.start)) and s.factor != 1), None)
    scale = scale or next((s for _, c in above if (s := scale_of(c.text, c.span.start))), None)
    scale = scale or (s if (s := scale_of(notes, page.lines[last - 1].span.end + 1)) and s.factor != 1 else None)
    topic = next((t for i, c in above if (t := topic_of(page, i, c)) is not None), columns[0].topic)
    times = [when_of(c.text, c.span.start) for i, c in above if not _issued(page, i, c)]
    main = page.context.main
    if main is not None and main.period is not None and not any(times):
        times.append(_read_off(main))
    years = [c.when.year for c in columns if c.when and c.when.year and not c.kind]
    annual = not any(c.when and c.when.months for c in columns if not c.kind)
    given = next((t for t in times if t is not None and t.months is not None), None)
    if given is not None and given.year is not None and years and given.year != max(years):
        annual = False
    labels = [cells(page.lines[i])[0] for i in range(top + 1, last)]
    home = home_of(page, topic, [(i, c) for i, c in zip(range(top + 1, last), labels, strict=True)], scale)
    return Frame(top, columns, scale, topic, times, notes, annual, home)


def _issued(page: Page, index: int, cell: Cell) -> bool:
    """Whether a line over a table only tells the day of the text."""
    days = [d for d in page.lines[index].dates if d.span in cell.span and d.period and d.period.length.days <= 1]
    return tells_issue(cell.text) or any(len(cell.text) - (d.span.end - d.span.start) < _STAMP for d in days)


def _read_off(date: Mention) -> When | None:
    """A date that a sentence tells, as a time of a table."""
    period = date.period
    if period is None or period.open or period.first.year != period.last.year or period.length.days < 27:
        return None
    months = (period.first.month, period.last.month)
    return When(period.first.year, None if months == (1, 12) else months, "Q" in period.iso, spans=date.spans)


def _column(page: Page, top: int, head: Cell, told: str) -> Column:
    scale = scale_of(head.text, head.span.start)
    priced = scale is not None and scale.per
    kind = change_kind(head.text, told) if head.text and not priced else ""
    topic = topic_of(page, top, head) if not priced else None
    return Column(
        head,
        topic,
        when_of(head.text, head.span.start),
        scale,
        partner_of(page, top, head) if topic is None else None,
        kind,
    )


def _figures(page: Page, index: int, frame: Frame, things: Things) -> list[Figure]:
    found = cells(page.lines[index])
    coded = len(found) > 2 and (not found[0].text or number_of(found[0]) is not None) and _worded(found[1])
    row = _row(page, index, found[coded], frame)
    if not any(c.text for c in found[1:]):
        frame.partner = row.partner if row.topic is None else None
        frame.section, frame.listing = row.topic or (frame.section if row.partner else None), False
        return []
    for at, (whole_cell, column) in enumerate(zip(found[1:], frame.columns[1:], strict=False), 1):
        cell, aside = parted(whole_cell)
        number = number_of(cell)
        if column.kind == "share":
            continue
        if (number is not None and (number[1] or column.kind)) or trend_of(cell):
            value = number[0] if number is not None else None
            if value is None or not _changed(row, frame, column, cell, value):
                row.made += _moved(page, row, column, frame, things, cell, value)
            continue
        value = number[0] if number is not None else None
        figure = _figure(page, row, column, frame, things, cell, value) if value is not None else None
        counted = list(things.figures(row, at, column, cell, value)) if _untraded(figure) else []
        row.made += counted or ([figure] if figure is not None else [])
        if aside is not None:
            _aside(row, column, frame, things, aside)
    return row.made


def _aside(row: Row, column: Column, frame: Frame, things: Things, cell: Cell) -> None:
    """The number in brackets behind another, of which the caption says what it is: a change, a price."""
    told, number = things.aside(), number_of(cell)
    if told is None or number is None:
        return
    if change_kind(told.text, ""):
        _changed(row, frame, Column(told, None, None, None, None, "change"), cell, number[0])
        return
    figure = things.beside(row, column, told, cell, number[0])
    row.made += [figure] if figure is not None else []


def _moved(
    page: Page, row: Row, column: Column, frame: Frame, things: Things, cell: Cell, value: Number | None
) -> list[Figure]:
    """A flow of which a table tells only how it changed: by so many percent, or an arrow."""
    measured = column.topic or row.topic
    if measured is None or measured.measure not in TRADE or column.kind in ("index", "percent"):
        return []
    about = _about(page, measured, row, column, frame, things)
    when = joined(column.when or row.when, [row.when, *frame.times], frame.annual)
    period = mention_of(when, _fiscal_states(frame, about)) or things.told
    if len(about.states) < 2 or period is None or any(f.measure == measured.measure for f in row.made):
        return []
    figure = Figure(measured.measure, measured.span if value is not None else cell.span, trend=trend_of(cell))
    if value is not None:
        figure.change = Mention("change", cell.span, antecedents=(column.head.span,), change=Change(value))
    figure.about, figure.about_spans, figure.period = about.states, about.spans, period
    return [figure]


def _untraded(figure: Figure | None) -> bool:
    return figure is None or figure.measure not in TRADE


def _worded(cell: Cell) -> bool:
    """Whether the cell behind a number is the label: "2204 | Wine"."""
    return number_of(cell) is None and re.search(r"[^\W\d_]{3}", cell.text) is not None


def _row(page: Page, index: int, label: Cell, frame: Frame) -> Row:
    """A row's label: a measure, a time, a partner, a part of the row above, goods."""
    text = whole(label)
    child = _CHILD.match(text)
    topic = topic_of(page, index, label)
    when = when_of(label.text, label.span.start) if number_of(label) is None or _YEAR.fullmatch(text) else None
    partner = partner_of(page, index, label) if topic is None else None
    scale = scale_of(label.text, label.span.start)
    if topic is not None and not child:
        frame.parent, frame.unit, frame.listing = topic, scale, False
    frame.listing = (frame.listing or (child is not None and child.end() == len(text))) and topic is None
    goods: Cell | None = None
    if (
        partner is None
        and (topic is None or child)
        and (when is None or (when.months is None and not text[:4].isdigit()))
    ):
        start = child.end() if child else 0
        words = text[start:].strip()
        if words and not _ALL.match(words) and not _REST.match(words):
            goods = Cell(words, Span(label.span.start + start, label.span.start + start + len(words)))
    part = child is not None or frame.listing
    same = topic is not None and frame.parent is not None and topic.measure == frame.parent.measure
    if part and (topic is None or same):
        topic, scale = frame.parent, scale or frame.unit
    elif not part and topic is None and not _ALL.match(text):
        frame.parent = None
    return Row(index, label, topic or frame.section, when, scale, partner, goods)


def _changed(row: Row, frame: Frame, column: Column, cell: Cell, value: Number) -> bool:
    """Give a percent change to the figure that it is of: the later year it names, else the latest before it."""
    kind = column.kind
    if kind == "percent":
        column_cells = frame.columns[1:]
        kind = "change" if value < 0 or all(c.kind != "index" for c in column_cells) else "index"
        if not (value < 60 or row.made):
            return False
    fresh = [f for f in row.made[row.changed :] if f.change is None] or [f for f in row.made if f.change is None]
    if column.topic is not None:
        fresh = [f for f in fresh if f.measure == column.topic.measure]
    years = change_years(column.head.text)
    named = [f for f in fresh if years and f.period and f.period.period and str(years[-1]) in f.period.period.iso]
    fresh = named or fresh
    if not fresh:
        return False
    dated = [f for f in fresh if f.period is not None and f.period.period is not None]
    target = max(dated, key=lambda f: f.period.period.last) if dated else fresh[-1]  # type: ignore[union-attr]
    change = plain(round(value - 100, 4)) if kind == "index" else value
    target.change = Mention("change", cell.span, antecedents=(column.head.span,), change=Change(change))
    row.changed = len(row.made)
    return True


def _figure(
    page: Page, row: Row, column: Column, frame: Frame, things: Things, cell: Cell, value: Number
) -> Figure | None:
    measured = column.topic or row.topic or (frame.topic if things.free(column) else None)
    if measured is None or measured.measure == "trade-turnover":
        measured = things.directed(row, column) or measured
    if any(s is not None and s.per for s in (column.scale, row.scale)):
        return None
    if measured is None and row.partner is not None and things.free(column):
        side = side_of(frame.columns[0].head.text)
        measured = Topic(side, None, frame.columns[0].head.span) if side else None
    told = (
        column.topic or column.when or column.scale or column.partner or row.topic or _GENERAL.search(column.head.text)
    )
    if measured is None or not told:
        return None
    if measured.measure not in TRADE and measured is frame.topic:
        return None
    about = _about(page, measured, row, column, frame, things)
    if len(about.states) < 2:
        return None
    scale = row.scale or column.scale or frame.scale
    money = measured.measure in TRADE
    if money and (scale is None or scale.symbol == "people"):
        return None
    note = frame.times if not frame.notes else [_noted(column, frame), *frame.times]
    own = joined(column.when or row.when, [row.when, *note], frame.annual and not (row.when and row.when.months))
    period = mention_of(in_year(own, page.today), _fiscal_states(frame, about))
    if period is None:
        return None
    symbol = paid_in(scale, about.states) if scale else ""
    measure, words = measured.measure, measured.span
    if row.partner is not None and measured is frame.topic and measure in (*FLOWS, "trade-turnover"):
        measure = side_of(frame.columns[0].head.text) or measure
    if (
        row.partner is not None
        and measure in FLOWS
        and measured.parties
        and measured.parties.states[1] == about.states[0]
    ):
        measure = "imports" if measure == "exports" else "exports"  # "bought from Peru", of each row's state
    if scale is not None and money and not scale.money and scale.symbol and measure not in FLOWS:
        measure, words = "other", scale.span  # tonnes are none of the trade told before them
    amount = Amount(plain(float(value) * scale.factor), symbol) if scale and money else Amount(value)
    mention = Mention("amount", cell.span, antecedents=(scale.span,) if scale and money else (), amount=amount)
    figure = Figure(measure, words, amount=mention, about=about.states, about_spans=about.spans, period=period)
    if (
        row.goods is not None
        and measure in FLOWS | {"other"}
        and (row.topic is None or row.topic is frame.parent or row.topic is frame.section)
    ):
        text = row.goods.text
        figure.goods = text if text[1:2].isupper() else text[0].lower() + text[1:]
        figure.goods_spans = (row.goods.span,)
    return figure


def _fiscal_states(frame: Frame, about: Parties) -> tuple[str, ...]:
    return (frame.home[0], *about.states) if frame.home[0] else about.states


def _noted(column: Column, frame: Frame) -> When | None:
    """What the note at a column's mark tells of its time: "(a) January-September"."""
    mark = re.search(r"\(([a-z\d*]{1,2})\)$", column.head.text)
    if mark is None:
        return None
    told = re.search(rf"\({re.escape(mark[1])}\)[ ]?([^().;]+)", frame.notes)
    return when_of(told[1], column.head.span.start) if told else None


def _about(page: Page, measured: Topic, row: Row, column: Column, frame: Frame, things: Things) -> Parties:
    """The states of a number: its partner with the state whose table it is, else those of label, column, caption, pair."""
    partner = row.partner or column.partner or frame.partner
    home, spans = frame.home
    if partner is not None and not home:
        home, spans = things.side(row, partner)
    if partner is not None and home and partner.states[0] != home:
        return Parties((home, partner.states[0]), (*spans[:1], partner.span))
    if partner is not None and partner.states[0] != home:
        return Parties((), ())  # whose trade with it is not told
    found = measured.parties or (row.topic and row.topic.parties) or (frame.topic.parties if frame.topic else None)
    if found is not None:
        return found
    pair = Parties(page.pair[:2], page.pair_spans[:2])
    if home and len(pair.states) == 2 and pair.states[1] == home:
        return Parties(pair.states[::-1], pair.spans[::-1])
    return pair
