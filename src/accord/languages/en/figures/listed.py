"""Goods listed with their sums under a line that says whose exports or imports they are:

"Main goods exported to Peru in 2024: / Wheat: 40 million dollars / Steel: 12 million dollars".
"""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.anchors import Anchor, anchors_in
from accord.languages.en.figures.flows import Parties, parties
from accord.languages.en.figures.table_cells import scale_of
from accord.languages.en.figures.times import is_base, told_dates
from accord.languages.en.figures.words import FLOWS, Figure, Page, kind_of
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention
from accord.values import plain

__all__ = ["listed_goods"]

_ITEM = re.compile(
    r"[ ]*(?:[-–—•*·]|\(?\d{1,2}[.)])?[ ]*(?P<goods>[^\W\d][^:;|]{1,60}?)[ ]?(?:[:(,=|–—-]+|\bworth|\bat)[ ]?$"
)
_LOOK_BACK = 12  # items from one to the line that leads to them


def listed_goods(page: Page, index: int, taken: set[int]) -> Iterator[Figure]:
    """The sum of an item of such a list."""
    line = page.lines[index]
    if line.kind not in ("item", "row") or not line.amounts:
        return
    mention = line.amounts[0]
    goods = _ITEM.match(line.text[line.span.start : mention.span.start])
    lead = _lead(page, index)
    if goods is None or lead is None or mention.span.start in taken or mention.type == "change":
        return
    at, anchor, about = lead
    amount = _scaled(mention, page.lines[at])
    if kind_of(amount) not in ("money", "weight", "volume", "energy"):
        return
    taken.add(mention.span.start)
    start = line.span.start + goods.start("goods")
    figure = Figure(anchor.measure, anchor.span, amount=amount, about=about.states, about_spans=about.spans)
    words = goods["goods"].strip()
    figure.goods = words if words[1:2].isupper() else words[0].lower() + words[1:]
    figure.goods_spans = (Span(start, start + len(words)),)
    dates = [d for d in told_dates(page.lines[at]) if not is_base(page.lines[at], d)]
    figure.period = dates[0] if len(dates) == 1 else page.context.period or page.context.main
    if len(line.amounts) > 1 and line.amounts[1].type == "change":
        figure.change = line.amounts[1]
        taken.add(line.amounts[1].span.start)
    yield figure


def _lead(page: Page, index: int) -> tuple[int, Anchor, Parties] | None:
    """The line that leads to an item and names a flow, with its states."""
    kind = page.lines[index].kind
    for at in range(index - 1, max(-1, index - _LOOK_BACK), -1):
        line = page.lines[at]
        if line.kind == kind:
            continue
        if line.kind not in ("heading", "headline") and line.text[line.span.end - 1] != ":":
            return None
        anchors = [a for a in anchors_in(page, at) if a.measure in FLOWS]
        if len({a.measure for a in anchors}) != 1:
            return None
        about = parties(anchors[0].measure, page, at, anchors[0].span, (line.span.start, line.span.end), True)
        about = about or (Parties(page.pair[:2], page.pair_spans[:2]) if len(page.pair) == 2 else None)
        return (at, anchors[0], about) if about is not None else None
    return None


def _scaled(mention: Mention, lead: Line) -> Mention:
    """A bare number in the unit that the lead names."""
    if mention.amount is None or mention.amount.unit or "currency" in mention.attributes:
        return mention
    scale = scale_of(lead.text[lead.span.start : lead.span.end], lead.span.start)
    if scale is None or not scale.symbol:
        return mention
    value = plain(float(mention.amount.value) * scale.factor)
    amount = type(mention.amount)(value, scale.symbol, mention.amount.comparison)
    return mention.but(type="amount", amount=amount, antecedents=(*mention.antecedents, scale.span))
