"""What a number measures: trade, borders, casualties, lines, costs; of whom and over which period.

Each sentence is read for its figures in turn (trade, borders, works, casualties, counts); each reader takes the numbers
it knows. What a sentence leaves unsaid it takes from the ones before, as `Context` keeps them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.again import keep
from accord.languages.en.figures.anchors import remember_topic
from accord.languages.en.figures.apportioned import apportion
from accord.languages.en.figures.borders import border_figures
from accord.languages.en.figures.casualties import casualties, remember_incident
from accord.languages.en.figures.chosen import chosen
from accord.languages.en.figures.counts import counts
from accord.languages.en.figures.echoes import echoed
from accord.languages.en.figures.fiscal import with_fiscal_years
from accord.languages.en.figures.grants import grants
from accord.languages.en.figures.labelled import labelled_figures, labelled_trade, with_label_dates
from accord.languages.en.figures.last import last_figures
from accord.languages.en.figures.lately import with_months_so_far
from accord.languages.en.figures.listed import listed_goods
from accord.languages.en.figures.others import other_figures
from accord.languages.en.figures.routes import flight_figures
from accord.languages.en.figures.sections import sections
from accord.languages.en.figures.series import series_figures
from accord.languages.en.figures.shared import with_shared_units
from accord.languages.en.figures.table_cells import cells
from accord.languages.en.figures.table_things import in_words
from accord.languages.en.figures.tables import table_figures, table_home
from accord.languages.en.figures.times import fiscal_year
from accord.languages.en.figures.trade import trade_figures
from accord.languages.en.figures.traffic import traffic_figures
from accord.languages.en.figures.trends import trends
from accord.languages.en.figures.whose import of_entry, over, until_today
from accord.languages.en.figures.words import FLOWS, TRADE, Figure, Page
from accord.languages.en.figures.works import remember_project, work_figures
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.dates import dateline
from accord.languages.views import Argument, Clause, Mention
from accord.values import Period

__all__ = ["as_mention", "figures", "page_of"]

_BELOW = 2  # lines from trade to its flows
_FIRST = 6  # sentences in which a dateline may stand
_MARK = re.compile(r"[\s(]*(?P<first>\d{1,2}\.)?(?P<last>\d{1,2})[.)]?[ \t]+(?=[\"“]?[^\W\d_a-z])")
_MARKED = 3  # characters before the number of a line in a list
_NEAR = 3  # lines to the next number of a list
_LONGEST = 400  # characters of a sentence that is quoted whole


def figures(
    lines: Sequence[Line],
    blocks: Sequence[int],
    mentions: Sequence[Mention],
    clauses: Sequence[Clause],
    pair: tuple[str, ...],
    pair_spans: tuple[Span, ...],
    published: Period | None = None,
) -> list[Clause]:
    """Clauses of the concept "figure", each with one mention of type "figure"."""
    page = page_of(lines, blocks, mentions, clauses, pair, pair_spans, published)
    told = _without_rounded(page, list(_read(page)))
    _with_year_above(page, told)
    for index, figure in told:
        figure.measure = "other" if figure.measure == "remittances" else figure.measure
        figure.period = over(page, figure) or of_entry(page, index, figure)
        if figure.period is not None:
            figure.period = fiscal_year(page.lines[index], figure.period, (*figure.about, *page.pair))
            if figure.measure not in TRADE:
                figure.period = until_today(page.lines[index], figure.period, page.today)
    found = [_clause(page, index, figure) for index, figure in told]
    return sorted(found, key=lambda c: c.trigger)


def _with_year_above(page: Page, told: Sequence[tuple[int, Figure]]) -> None:
    """A flow in a list, told without its year right below the trade of one: "Trade 2023: 1.1 billion / Exports: 0.7 billion"."""
    above: tuple[int, Figure] | None = None
    for index, figure in told:
        line = page.lines[index]
        if figure.measure not in TRADE:
            continue
        if figure.period is not None:
            above = index, figure
        elif above is not None and line.kind in ("row", "item") and not line.dates and figure.measure in FLOWS:
            at, trade = above
            same = page.lines[at].kind == line.kind and set(figure.about) <= set(trade.about)
            if same and trade.measure in (*FLOWS, "trade-turnover") and index - at <= _BELOW:
                figure.period = trade.period


def page_of(
    lines: Sequence[Line],
    blocks: Sequence[int],
    mentions: Sequence[Mention],
    clauses: Sequence[Clause],
    pair: tuple[str, ...],
    pair_spans: tuple[Span, ...],
    published: Period | None = None,
) -> Page:
    """The document as the readers of figures see it."""
    today = published.last if published is not None and published.first == published.last else None
    here, own = _by_line(lines, mentions), _clauses_by_line(lines, clauses)
    page = Page(lines, blocks, here, own, pair, pair_spans, today=today)
    page.context.home = table_home(page)
    with_fiscal_years(page)
    with_months_so_far(page)
    with_label_dates(page)
    _without_marks(page)
    return page


def _without_marks(page: Page) -> None:
    """Leave out the numbers that only count the lines of a list: "4.1 Peru thanked Bolivia", "5 Fence: to be finished"."""
    told: dict[int, tuple[str, int]] = {}
    for index, line in enumerate(page.lines):
        first = line.amounts[0] if line.amounts else None
        if first is not None and first.span.start - line.span.start < _MARKED:
            mark = _MARK.match(line.text, line.span.start, line.span.end)
            if mark is not None and first.span.end <= mark.end("last"):
                told[index] = mark["first"] or "", int(mark["last"])
    for index, (above, number) in told.items():
        beside = (told.get(at) for at in (*range(index - _NEAR, index), *range(index + 1, index + _NEAR + 1)))
        if above or any(b is not None and abs(b[1] - number) == 1 for b in beside):
            page.lines[index].amounts = page.lines[index].amounts[1:]


def _without_rounded(page: Page, told: list[tuple[int, Figure]]) -> list[tuple[int, Figure]]:
    """The figures without those of a headline that the text gives more exactly ("up by a quarter": 25.6 percent)."""
    return [
        (index, figure)
        for index, figure in told
        if not (
            page.lines[index].kind in ("headline", "heading")
            and figure.period is None
            and any(at > index and _finer(figure, other) for at, other in told)
        )
    ]


def _finer(vague: Figure, exact: Figure) -> bool:
    """Whether a figure is the same as a vague one, told more exactly: near it, with a date."""
    if exact.measure != vague.measure or exact.period is None or set(exact.about) - set(vague.about):
        return False
    mine, theirs = _number(vague), _number(exact if vague.amount else replace(exact, amount=None))
    if mine is None or theirs is None:
        return False
    passed = vague.amount is not None and vague.amount.amount is not None and vague.amount.amount.comparison == "gt"
    return abs(mine - theirs) <= (0.12 if passed and theirs >= mine else 0.04) * abs(theirs)


def _number(figure: Figure) -> float | None:
    if figure.amount is not None and figure.amount.amount is not None:
        return float(figure.amount.amount.value)
    change = figure.change.change if figure.change is not None else None
    return float(change.percent) if change is not None else None


def _by_line(lines: Sequence[Line], mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions inside each sentence; both come in the order of the text. "US dollars" names no state, nor does the
    place of a dateline."""
    found: list[list[Mention]] = [[] for _ in lines]
    place = _dateline(lines)
    at = 0
    for mention in sorted(mentions, key=lambda m: (m.span.start, m.span.end)):
        while at < len(lines) and lines[at].span.end <= mention.span.start:
            at += 1
        inside = mention.type == "state" and at < len(lines) and any(mention.span in a.span for a in lines[at].amounts)
        inside = inside or (mention.type == "state" and place is not None and mention.span in place)
        if at < len(lines) and mention.span in lines[at].span and not inside:
            found[at].append(mention)
    return found


def _dateline(lines: Sequence[Line]) -> Span | None:
    """The words before the date of a dateline ("GENEVA, October 4 -")."""
    for line in lines[:_FIRST]:
        if (found := dateline(line.text, line.span)) is not None:
            return Span(line.span.start, found[0].start)
    return None


def _clauses_by_line(lines: Sequence[Line], clauses: Sequence[Clause]) -> list[list[Clause]]:
    found: list[list[Clause]] = [[] for _ in lines]
    for clause in clauses:
        if 0 <= clause.sentence < len(lines):
            found[clause.sentence].append(clause)
    return found


def _read(page: Page) -> Iterator[tuple[int, Figure]]:
    """The figures of the page with the sentences they stand in; tables are read whole."""
    index, own = 0, sections(page)
    while index < len(page.lines):
        page = own[index]
        if page.lines[index].kind == "row":
            last = index
            while last < len(page.lines) and page.lines[last].kind == "row":
                last += 1
            told = list(table_figures(page, index, last))
            yield from told
            yield from _told_in_rows(page, index, last, {at for at, _ in told})
            _remember_table(page, last, [f for _, f in told])
            index = last
            continue
        yield from ((index, figure) for figure in _sentence(page, index))
        index += 1


def _told_in_rows(page: Page, first: int, last: int, told: set[int]) -> Iterator[tuple[int, Figure]]:
    """The figures of rows that tell them in words: "Trade in 2024 | 73 million euros, up 8 percent"."""
    for index in range(first, last):
        if index not in told and any(in_words(page, index, cell) for cell in cells(page.lines[index])[1:]):
            yield from ((index, figure) for figure in _sentence(page, index))


def _remember_table(page: Page, last: int, told: list[Figure]) -> None:
    """What the sentences behind a table of trade between two states go on with."""
    traded = [f for f in told if f.measure in TRADE and len(f.about) == 2]
    if not traded or len({frozenset(f.about) for f in traded}) > 1:
        return
    figure, context = traded[0], page.context
    context.states, context.state_spans = figure.about, figure.about_spans
    context.block, context.at, context.period = page.blocks[last - 1], last - 1, None


def _sentence(page: Page, index: int) -> Iterator[Figure]:
    line = page.lines[index]
    remember_incident(page, index)
    if len(line.amounts) > 1:
        line.amounts = with_shared_units(line)
    taken: set[int] = set()
    side = [*series_figures(page, index, taken), *labelled_figures(page, index, taken)]
    framed = [*side, *listed_goods(page, index, taken), *(trade := list(trade_figures(page, index, taken)))]
    framed += labelled_trade(page, index, taken)
    for reader in (border_figures, work_figures, casualties, flight_figures, counts, traffic_figures):
        for figure in reader(page, index, taken):
            keep(page, index, figure)
            framed.append(figure)
    rest = [*grants(page, index, taken), *other_figures(page, index, taken), *last_figures(page, index, taken)]
    told = echoed(page, index, chosen(page, index, framed, rest, taken))
    apportion(page, index, told)
    yield from told
    yield from trends(page, index)
    if not trade:
        remember_topic(page, index)
    remember_project(page, index)


def _clause(page: Page, index: int, figure: Figure) -> Clause:
    line = page.lines[index]
    mention = as_mention(figure)
    scope = line.span if line.span.end - line.span.start <= _LONGEST else mention.span
    concept = "last-figure" if figure.last else "figure"
    return Clause(concept, mention.span, scope, index, (Argument(mention, "object"),), status=figure.status)


def _inferred(figure: Figure) -> str:
    """That the goods follow from the unit ("3.1 billion kWh" are of electricity), where no word says them."""
    amount = figure.amount
    told = amount is None or figure.goods_spans != (amount.span,)
    return "" if told else "inferred: the unit is one of electricity"


def as_mention(figure: Figure) -> Mention:
    """The figure as a mention: its values, and under `attributes` the words that each of them rests on."""
    amount, change, period = figure.amount, figure.change, figure.period
    attributes = {
        "about": figure.about,
        "words": (figure.words,),
        "spans": amount.spans if amount else (),
        "change_spans": change.spans if change else (),
        "period_spans": period.spans if period else (),
        "goods": figure.goods,
        "goods_spans": figure.goods_spans,
        "goods_basis": _inferred(figure),
        "of": figure.of,
        "of_spans": figure.of_spans,
    }
    return Mention(
        "figure",
        figure.main,
        figure.measure,
        antecedents=figure.about_spans,
        form=figure.trend,
        amount=amount.amount if amount else None,
        change=change.change if change else None,
        period=period.period if period else None,
        attributes=attributes,
    )
