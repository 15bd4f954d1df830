"""Whom a figure without a frame of its own is about, and when it held."""

from __future__ import annotations

from datetime import date

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.times import is_base, of_another, period_of, told_dates
from accord.languages.en.figures.words import TRADE, Figure, Page, counted, kind_of, pattern
from accord.languages.en.figures.works import works_named
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention
from accord.values import Period

__all__ = [
    "About",
    "about_of",
    "about_work",
    "closed",
    "gates_in",
    "held_at",
    "main_gate",
    "of_entry",
    "of_that_period",
    "of_work",
    "over",
    "pair_of_sentence",
    "thing_of",
    "year_before_it",
]

_NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]+")
_POST = re.compile(
    r"\b(?:crossing|checkpoint|post|point|bridge|there|they|complex|centre|facility|capacity|terminal|works?|cost)\b",
    re.IGNORECASE,
)
_OF_THAT = re.compile(r" of (?:that|this|it|them|those|these)\b")
_MONTH, _YEAR = 26, 366  # days
_LABEL = 30  # characters from a month to the number of its label
_IN = frozenset({"in", "during", "for", "over", "of"})
_SIZES = frozenset({"line-length", "voltage", "capacity", "generation", "cost"})
_NEAR = 3  # sentences, its own first, in which a work is the one that a figure is of
_BACK = 12  # sentences that "the checkpoint" looks back
About = tuple[tuple[str, ...], tuple[Span, ...]]


def pair_of_sentence(page: Page, index: int) -> About:
    """The two states of a sentence: those named in it, or the document's own; none where others alone are named."""
    states: dict[str, Span] = {}
    for mention in page.here[index]:
        if mention.type == "state":
            for at, state in enumerate(mention.states):
                spans = mention.spans
                states.setdefault(state, spans[min(at + len(spans) - len(mention.states), len(spans) - 1)])
    pair = page.pair[:2]
    if len(pair) < 2:
        return (tuple(states), tuple(states.values())) if len(states) == 2 else ((), ())
    if not states or set(states) & set(pair):
        others = [s for s in states if s not in pair]
        if len(states) == 2 and others and len(page.pair) > 2 and others[0] in page.pair:
            return tuple(states), tuple(states.values())
        return pair, page.pair_spans[:2]
    return (), ()


def gates_in(page: Page, index: int) -> list[Mention]:
    """The crossings that a sentence names."""
    return [m for m in page.here[index] if m.type in ("crossing", "gate") and m.name and not m.definite]


def thing_of(page: Page, index: int, mention: Mention) -> Mention | None:
    """The crossing or work that a figure is of: the last named before it in the sentence, else one close behind."""
    span = mention.span
    named = gates_in(page, index)
    named += works_named(page, index)
    before = [t for t in named if t.span.end <= span.start]
    after = [t for t in named if 0 <= t.span.start - span.end < 90]
    if before:
        return max(before, key=lambda t: t.span.end)
    return min(after, key=lambda t: t.span.start) if after else _by_a_word(page, index)


def _by_a_word(page: Page, index: int) -> Mention | None:
    """A work named before that the sentence calls by its own name alone ("Paks" for the Paks plant)."""
    line = page.lines[index]
    names = {m[0]: Span(*m.span()) for m in _NAME.finditer(line.text, line.span.start, line.span.end)}
    for m in page.here[index]:
        if m.type in ("state", "person", "date", "organisation"):
            names = {n: s for n, s in names.items() if not s.overlaps(m.span)}
    for project in reversed(page.context.projects):
        if word := next((n for n in names if len(n) > 3 and n in project.name.split()[:2]), ""):
            return project.but(span=names[word], antecedents=project.spans)
    return None


def about_of(page: Page, index: int, mention: Mention) -> About:
    """The crossing, work or place that a sentence names or means, with the two states; none where others are meant."""
    states, spans = pair_of_sentence(page, index)
    if not states:
        return (), ()
    thing = thing_of(page, index, mention) or _place(page, index) or _meant(page, index)
    return ((thing.name, *states), (*thing.spans, *spans)) if thing is not None else (states, spans)


def about_work(page: Page, index: int, mention: Mention) -> About:
    """The crossing or work that a figure is of alone, where the sentence names or means one; else the two states."""
    states, spans = pair_of_sentence(page, index)
    thing = thing_of(page, index, mention) or _meant(page, index) if states else None
    if thing is not None:
        return (thing.name,), thing.spans
    return states, spans


def of_work(page: Page, index: int, figure: Figure) -> Figure:
    """A size or a cost told of two states alone, with the work that the sentences before it speak of."""
    pair = len(figure.about) == 2 and all(len(a) == 3 and a.isupper() for a in figure.about)
    if not pair or figure.measure not in _SIZES or figure.status != "reported":
        return figure
    work = told_last(page, index)
    if work is not None:
        figure.about, figure.about_spans = (work.name, *figure.about), (*work.spans, *figure.about_spans)
    return figure


def told_last(page: Page, index: int) -> Mention | None:
    """The work that a sentence names or the last before it, where no crossing came between."""
    for at in range(index, max(-1, index - _NEAR), -1):
        if named := [m for m in page.here[at] if m.type in ("project", "work") and m.name and not m.definite]:
            return named[0]
        if gates_in(page, at):
            return None
    return None


def _place(page: Page, index: int) -> Mention | None:
    """ "9,000 lorries passed at Kasumbalesa": the place at or through which something goes."""
    text = page.lines[index].text
    for place in page.here[index]:
        lead = text[max(page.lines[index].span.start, place.span.start - 24) : place.span.start]
        if place.type == "place" and place.form != "capital" and counted("place_before").search(lead):
            return place
    return None


def _meant(page: Page, index: int) -> Mention | None:
    """What "the checkpoint", "there" or "the works" stand for: the last crossing or work named before."""
    line = page.lines[index]
    back = counted("back").search(line.text, line.span.start, line.span.end)
    if back is None:
        return None
    at_post = _POST.search(back[0]) is not None
    for at in range(index - 1, max(-1, index - _BACK), -1):
        named = gates_in(page, at) if at_post else []
        named += [m for m in page.here[at] if m.type == "project" and m.name and not m.definite]
        named = named or works_named(page, at)
        if named and named[-1].type == "gate":
            named = [_main_gate(page, named[-1])]
        if named:
            return named[-1].but(span=Span(*back.span()), antecedents=named[-1].spans)
    return None


def main_gate(page: Page) -> Mention | None:
    """The crossing that the text names before any other, and names again."""
    for at in range(len(page.lines)):
        for gate in gates_in(page, at):
            if page.lines[0].text.count(gate.name) > 1:
                return gate
    return None


def _main_gate(page: Page, near: Mention) -> Mention:
    """The crossing that the text is about: one of its first sentences that it names again, else the nearest."""
    first = [g for at in range(min(3, len(page.lines))) for g in gates_in(page, at)]
    return next((g for g in first if g.name != near.name and page.lines[0].text.count(g.name) > 2), near)


def held_at(page: Page, index: int, mention: Mention, based: bool = False) -> Mention | None:
    """The date of a figure: one in its own clause, else the last before it in the sentence."""
    line = page.lines[index]
    stops = [m.span for m in line.amounts if m is not mention and kind_of(m) != "time"]
    end = line.text.find(";", mention.span.end, line.span.end)
    bounds = line.span.start, line.span.end if end < 0 else end
    found = period_of(line, mention.span, bounds, stops, based)
    if found is None and not based:
        dates = [d for d in told_dates(line) if bounds[0] <= d.span.start < bounds[1] and not is_base(line, d)]
        if not _part_of_another(line, mention.span, bounds[0]):
            others = [m.span for m in line.amounts if m is not mention and kind_of(m) not in ("time", "km", "m")]
            dates = [d for d in dates if not of_another(line, d, others)]
        found = dates[0] if len(dates) == 1 else None
    if found is None and not based:
        found = of_that_period(page, index) or _of_before(page, index, mention)
    return closed(line, found, page.today)


def _part_of_another(line: Line, span: Span, start: int) -> bool:
    """ "67 TWh in 2024, of which 31 percent", "962 million of that": part of a figure, whose date it shares."""
    told = counted("part_of").search(line.text, start, span.start)
    return told is not None or _OF_THAT.match(line.text, span.end) is not None


def of_that_period(page: Page, index: int) -> Mention | None:
    """ "In the quarter", "over the same period": the months told last before, or those that the text is about."""
    line = page.lines[index]
    if pattern("that_period").search(line.text, line.span.start, line.span.end) is None:
        return None
    for at in range(index - 1, max(-1, index - 4), -1):
        dates = [d for d in told_dates(page.lines[at]) if d.period is not None and not is_base(page.lines[at], d)]
        long = [d for d in dates if d.period is not None and _MONTH < d.period.length.days < _YEAR]
        if long:
            return long[-1]
    return page.context.main


def year_before_it(page: Page, index: int) -> Mention | None:
    """ "They spoke of the work done in 2024. Trade rose by 34 percent": the one year or part of it that the sentence before tells."""
    if not index or page.blocks[index - 1] != page.blocks[index]:
        return None
    line = page.lines[index - 1]
    dates = [d for d in told_dates(line) if d.period is not None and d.attributes.get("preposition") in _IN]
    if len(dates) != 1 or len(line.dates) > 1 or is_base(line, dates[0]):
        return None
    period = dates[0].period
    assert period is not None
    over = page.today is None or period.last < page.today
    return dates[0] if over and _MONTH < period.length.days <= _YEAR else None


def _of_before(page: Page, index: int, mention: Mention) -> Mention | None:
    """The day of what the sentence before tells, for a count of the same event: "The field closed on Sunday night. Some
    6,800 passengers were affected"; "since then" from the date told last."""
    line = page.lines[index]
    then = counted("since_then").search(line.text, *(line.span.start, line.span.end))
    happened = counted("came_about").search(line.text, mention.span.end, min(line.span.end, mention.span.end + 60))
    if not then and (not happened or pattern("standing").search(line.text, line.span.start, line.span.end)):
        return None
    for at in range(index - 1, max(-1, index - 4), -1):
        if page.blocks[at] != page.blocks[index] and not then:
            return None
        dates = [d for d in told_dates(page.lines[at]) if d.period is not None and not is_base(page.lines[at], d)]
        if dates:
            return _begun(dates[-1]) if then else dates[-1]
    return None


def of_entry(page: Page, index: int, figure: Figure) -> Mention | None:
    """The date of the entry of a chronology that a figure stands in, where its sentence tells none: a count is of the day,
    trade of a month or a year."""
    line = page.lines[index]
    entry = line.entry
    if entry is None or entry.period is None or figure.measure in _SIZES or figure.status != "reported":
        return None
    if figure.measure.startswith(("border", "duration")) or any(d.period is not None for d in line.dates):
        return None
    if figure.measure in TRADE and entry.period.length.days <= _MONTH:
        return None
    if entry.period.open or pattern("standing").search(line.text, line.span.start, line.span.end):
        return None
    return entry.but(attributes={**entry.attributes, "inherited": True})


def over(page: Page, figure: Figure) -> Mention | None:
    """The period of a figure; the month of a label that would be to come ("Sales in March: 152 GWh"), as the last one over."""
    found, today = figure.period, page.today
    if found is None or found.period is None or today is None or found.period.open or figure.status != "reported":
        return found
    text = page.lines[0].text
    label = text[found.span.end : figure.main.start]
    if found.period.first <= today or re.search(r"\d{4}", text[found.span.start : found.span.end]):
        return found
    if ":" not in label or len(label) > _LABEL:
        return found
    if found.period.first.year - today.year > 1 or not found.attributes.get("month"):
        return found
    iso = re.sub(r"\b\d{4}\b", lambda year: str(int(year[0]) - 1), found.period.iso)
    return found.but(period=Period.parse(iso)) if Period.parse(iso).first <= today else found


def _begun(date: Mention) -> Mention:
    assert date.period is not None
    return date.but(period=Period.parse(f"{date.period.iso.partition('/')[0]}/.."))


def until_today(line: Line, when: Mention, today: date | None) -> Mention:
    """ "This year" as the days of it that have gone, "the same period a year ago" as those of the year before."""
    period = when.period
    if period is None or today is None or today.timetuple().tm_yday < 32 or not re.fullmatch(r"\d{4}", period.iso):
        return when
    words = line.text[when.span.start : when.span.end].lower()
    back = today.year - period.first.year
    told = "this year" in words or "current year" in words if not back else back == 1 and "same period" in words
    if not told:
        return when
    last = date(period.first.year, today.month, min(today.day, 28))
    return when.but(period=Period.days(period.first, last))


def closed(line: Line, found: Mention | None, today: date | None) -> Mention | None:
    """ "Since 8 December 2024" as the days from then to the day of telling; "since March, when ..." as March."""
    if found is None or found.period is None or found.period.last != date.max:
        return found
    if line.text[found.span.end : found.span.end + 6] == ", when":
        return found.but(period=Period.parse(found.period.iso.partition("/")[0]))
    if today is None:
        return found
    return found.but(period=Period.days(found.period.first, today)) if found.period.first < today else None
