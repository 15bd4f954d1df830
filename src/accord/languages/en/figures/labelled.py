"""Figures of lines that are a label with its value: "Common border: 101 km", "Price USD 2.15 bn", "Peruvians in Bolivia: 9,400"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.figures.table_heads import topic_of
from accord.languages.en.figures.table_sorts import Sort, of_people, sort_of
from accord.languages.en.figures.whose import About, held_at
from accord.languages.en.figures.words import TRADE, Figure, Page, kind_of
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.date_parts import MONTHS
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["about_label", "fitting", "labelled_figures", "labelled_trade", "with_label_dates"]

_LABEL = re.compile(
    r"(?:[-–—•*·]|\(?\d{1,2}[.)])?[ ]*(?P<label>[^\W\d_][^:;.|\n]{2,70}?)(?P<mark> ?: ?| [–—-] | ?\.(?: ?\.){2,} ?|\t| )(?:(?:about|some|around|nearly|over|almost|just) |~)?$"
)
_LEFT = re.compile(r"[ ]?[(,] ?(?:19|20)\d\d\)?$|\([^()]*\)$|,? (?:19|20)\d\d$")
_DATED = re.compile(
    rf"^[^:;.|]{{2,70}}?[ ,(](?P<when>(?:(?P<month>{'|'.join(MONTHS)})(?: (?P<y1>(?:19|20)\d\d))?|(?P<y2>(?:19|20)\d\d)))\)?(?:: |\t)"
)
_INNER = re.compile(r"(?:[.)] |\s)(?P<label>[A-Z][a-z]+(?: [a-z]+){0,3}): ?$")
_OF = re.compile(r"\b(?:of|for) (?:the |a )?(?:[\d,.]+[ -](?:km|MW|kV)[ -])?(?P<what>[^\W\d_][\w’' –-]{3,50})$")
_TO_COME = re.compile(
    r" (?:\w+ ){0,2}(?:promised|planned|pledged|expected|offered|wanted|sought|asked for|foreseen|proposed|eventually|by 20\d\d)\b"
)
_ALONE = re.compile(r" ?(?:$|[,;(])")  # behind a number that tells itself what is told
_ROUTE = re.compile(
    r"^[^\W\d_a-z][\w’']+(?: [^\W\d_a-z][\w’']+)? ?[–-] ?[^\W\d_a-z][\w’']+(?: [^\W\d_a-z][\w’']+)?(?=:| [a-z]|$)"
)
_COMMON = re.compile(r"\b(?:common|shared|dividing|demarcation|border|boundary) line\b", re.IGNORECASE)
_BARE_LENGTH = re.compile(r"(?:(?:total|overall|whole|full) )?length(?:,? (?:total|overall))?", re.IGNORECASE)
_FRONTIER = re.compile(r"\b(?:border|frontier|boundary)\b(?! (?:post|crossing|bridge|trade|market))", re.IGNORECASE)
_WORKS = frozenset({"cost", "line-length", "voltage", "capacity", "generation", "duration"})
_SHORT = 26  # words of such a line
_DEAR = 1_000_000  # a price from which on it is that of a work
_FEW = 8  # words of a label; lines from a value to it
_LONG = 80  # characters of a label in a line of its own
_LEAST = 4  # letters of a label without a mark
_NEAR = 14  # characters from a sum to its change
_BACK = 14  # sentences to the heading that names a work


def labelled_figures(page: Page, index: int, taken: set[int]) -> Iterator[Figure]:
    """The figure of a line that opens with what its first number is of, where that is no trade."""
    line = page.lines[index]
    told = [m for m in line.amounts if m.type != "change" and m.amount is not None and m.span.start not in taken]
    if not told or line.text.count(" ", line.span.start, line.span.end) > _SHORT:
        return
    for mention in told[:2]:
        at, label = _label(page, index, mention)
        sort = _sort(page, at, label, mention) if label is not None else None
        timed = label is not None and any(d.span in label.span for d in line.dates)
        if sort is None and timed and ":" in line.text[line.span.start : mention.span.start]:
            at, label = _above(page, index)  # "this October: 19,300", under what is counted
            sort = _sort(page, at, label, mention) if label is not None else None
        if label is None or sort is None or not fitting(sort, mention) or _TO_COME.match(line.text, mention.span.end):
            continue
        figure = _figure(page, index, at, label, sort, mention)
        if figure is not None:
            taken.add(mention.span.start)
            yield figure
            return


def labelled_trade(page: Page, index: int, taken: set[int]) -> Iterator[Figure]:
    """The sum of a line that opens with the flow that it is of, where no reader took it: "Trade 2022: 3.1 billion euros"."""
    line = page.lines[index]
    told = next((m for m in line.amounts if m.type != "change" and kind_of(m) == "money"), None)
    at, label = _label(page, index, told) if told is not None and told.span.start not in taken else (index, None)
    topic = topic_of(page, at, label) if label is not None and len(label.text.split()) < _FEW else None
    if told is None or label is None or topic is None or topic.measure not in TRADE:
        return
    if at == index and not re.search(r"[:\t–—]|- $", line.text[label.span.end : told.span.start]):
        return
    named = {s for m in page.here[at] if m.type == "state" and label and m.span in label.span for s in m.states}
    if len(named) < 2 and topic.measure != "trade-turnover":
        return  # of one state with all the world, as likely
    about = (topic.parties.states, topic.parties.spans) if topic.parties else (page.pair[:2], page.pair_spans[:2])
    if len(about[0]) == 2:
        taken.add(told.span.start)
        figure = Figure(topic.measure, topic.span, amount=told, about=about[0], about_spans=about[1])
        figure.period = held_at(page, index, told)
        change = next((m for m in line.amounts if m.type == "change" and m.span.start not in taken), None)
        if change is not None and 0 < change.span.start - told.span.end < _NEAR:
            figure.change = change
            taken.add(change.span.start)
        yield figure


def _label(page: Page, index: int, mention: Mention) -> tuple[int, Cell | None]:
    """The words before a number, where they are a label; those of the line above where the number opens its own."""
    line = page.lines[index]
    before = line.text[line.span.start : mention.span.start]
    if not before.strip(" -–—•*·~") or before.strip().lower() in ("about", "some", "around"):
        alone = _ALONE.match(line.text, mention.span.end, line.span.end) is not None
        return _above(page, index) if alone else (index, None)
    match = _LABEL.match(before) or _INNER.search(before)
    mark = match["mark"] if match is not None and match.re.groups > 1 else ":"
    if match is None or (mark == " " and sum(c.isalpha() for c in match["label"]) < _LEAST):
        return index, None
    start, words = line.span.start + match.start("label"), match["label"]
    if mark == " " and (sort := sort_of(words, 0)) is not None and sort.span.end - sort.span.start < len(words):
        return index, None  # words of a sentence, unless all of them are the label
    return index, Cell(words, Span(start, start + len(words)))


def _above(page: Page, index: int) -> tuple[int, Cell | None]:
    """The heading or the line over a line, where it is a label and not a sentence: no number opens it."""
    for at in range(index - 1, max(-1, index - _FEW), -1):
        line = page.lines[at]
        words = line.own
        opened = re.match(r"[^:]{2,40}: ?(?:about )?\d", words)
        if opened is not None:
            continue  # beside it in the list
        label = len(words) <= _LONG and line.kind != "row" and (words[-1:].isalnum() or words[-1:] in ":)")
        words = words.rstrip(":").rstrip()
        return at, Cell(words, Span(line.span.start, line.span.start + len(words))) if label and words else None
    return index, None


def _sort(page: Page, index: int, label: Cell, mention: Mention) -> Sort | None:
    """What the number of a label is; none where the label is of trade."""
    topic = topic_of(page, index, label)
    if topic is not None and topic.measure in TRADE:
        return None
    people = of_people(page, index, label)
    sort = sort_of(label.text, label.span.start, kind_of(mention) == "money")
    if people is not None and (sort is None or not sort.unit):
        return people
    if sort is None or not _heads(label, sort):
        return None
    if sort.measure == "line-length" and _of_border(page, index, label):
        return replace(sort, measure="border-length")
    dear = sort.single and mention.amount is not None and mention.amount.value >= _DEAR
    return replace(sort, measure="cost") if dear else sort


def _of_border(page: Page, index: int, label: Cell) -> bool:
    """Whether a length is that of the line between states: "Length of the common line", "Length" under "The frontier"."""
    if _COMMON.search(label.text):
        return True
    if _BARE_LENGTH.fullmatch(label.text) is None:
        return False
    for at in range(index - 1, max(-1, index - _BACK), -1):
        head = page.lines[at]
        if head.kind in ("heading", "headline"):
            named = any(m.type in ("project", "work", "gate") for m in page.here[at])
            return not named and _FRONTIER.search(head.text, head.span.start, head.span.end) is not None
    return False


def _heads(label: Cell, sort: Sort) -> bool:
    """Whether what a label tells of stands at its head or its end: "length of the border", "common border"."""
    start, end = sort.span.start - label.span.start, sort.span.end - label.span.start
    rest = _LEFT.sub("", label.text[end:])
    return len(label.text[:start].split()) < 2 or not rest.strip() or len(label.text.split()) < 5


def fitting(sort: Sort, mention: Mention) -> bool:
    """Whether a number is in a unit that goes with what it is said to be of."""
    kind = kind_of(mention)
    return kind == "money" if sort.money else kind in sort.kinds


def _figure(page: Page, index: int, at: int, label: Cell, sort: Sort, mention: Mention) -> Figure | None:
    about = about_label(page, at, label, sort)
    if not about[0] or mention.amount is None:
        return None
    if sort.unit:
        mention = mention.but(amount=replace(mention.amount, unit=sort.unit))
    figure = Figure(sort.measure, sort.span, amount=mention, known=True)
    figure.about, figure.about_spans = about
    if sort.measure not in _WORKS and not sort.measure.startswith("border"):
        figure.period = held_at(page, index, mention) or (_dated_label(page, at, label) if at != index else None)
    if sort.measure == "other" and not sort.money and not sort.unit:
        figure.goods, figure.goods_spans = _LEFT.sub("", label.text), (label.span,)
    return figure


def _dated_label(page: Page, at: int, label: Cell) -> Mention | None:
    """The date that a label in a line of its own tells."""
    dates = [d for d in page.lines[at].dates if d.span in label.span and d.period is not None]
    return dates[0] if len(dates) == 1 else None


def about_label(page: Page, index: int, label: Cell, sort: Sort) -> About:
    """Whom the number of a label is about: the work or the states that it names, the work of its section, the pair."""
    of = _OF.search(label.text) if sort.measure in _WORKS else None
    pair = page.pair[:2], page.pair_spans[:2]
    if of is not None and not any(m.type == "state" and m.span in label.span for m in page.here[index]):
        start = label.span.start + of.start("what")
        return (of["what"].strip(), *pair[0]), (Span(start, start + len(of["what"].strip())), *pair[1])
    found = {m.states[0]: m.span for m in page.here[index] if m.type == "state" and m.span in label.span and m.states}
    for state, span in zip(*pair, strict=False):
        if len(found) < 2:
            found.setdefault(state, span)
    work = _work(page, index) if sort.measure in _WORKS else None
    name = (work.name, work.span) if work is not None else _route(page) if sort.measure in _WORKS else None
    if name is not None:
        return (name[0], *tuple(found)[:2]), (name[1], *tuple(found.values())[:2])
    return tuple(found)[:2], tuple(found.values())[:2]


def _work(page: Page, index: int) -> Mention | None:
    """The work that the heading of a line names, or a line of its section before it, or the title."""
    for at in [*range(index, max(-1, index - _BACK), -1), 0]:
        if (named := _named(page, at)) is not None:
            return named
        if page.lines[at].kind in ("heading", "headline") and at and at != index:
            break
    return _named(page, 0)


def _named(page: Page, index: int) -> Mention | None:
    for mention in page.here[index]:
        if mention.type in ("project", "work") and mention.name and not mention.definite:
            return mention
    return None


def _route(page: Page) -> tuple[str, Span] | None:
    """The way between two places that the title of a text opens with: "Ilave - Juli: contract signed"."""
    first = page.lines[0]
    match = _ROUTE.match(first.text[first.span.start : first.span.end])
    if match is None or any(m.type == "state" and m.span.start < first.span.start + match.end() for m in page.here[0]):
        return None
    return match[0], Span(first.span.start, first.span.start + match.end())


def with_label_dates(page: Page) -> None:
    """Put among the dates of a line the year or month that ends its label: "Trade 2022: 3.1 billion euros"."""
    for line in page.lines:
        start, end = line.span.start, min(line.span.end, line.span.start + _LONG)
        if not line.amounts or (line.text.find(":", start, end) < 0 and line.text.find("\t", start, end) < 0):
            continue
        match = _DATED.match(line.own)
        period = _dated(page, match) if match is not None else None
        if match is None or period is None:
            continue
        span = Span(line.span.start + match.start("when"), line.span.start + match.end("when"))
        if not any(d.span.overlaps(span) and d.period is not None for d in line.dates):
            _put(
                line,
                Mention("date", span, form="absolute", period=period, attributes={"preposition": "in", "label": True}),
            )


def _dated(page: Page, match: re.Match[str]) -> Period | None:
    if match["y2"]:
        return Period.year(int(match["y2"]))
    month = MONTHS.index(match["month"]) + 1
    if match["y1"]:
        return Period.month(int(match["y1"]), month)
    if page.today is None:
        return None
    return Period.month(page.today.year - (month > page.today.month), month)


def _put(line: Line, told: Mention) -> None:
    line.dates[:] = sorted([*(d for d in line.dates if not d.span.overlaps(told.span)), told], key=lambda d: d.span)
