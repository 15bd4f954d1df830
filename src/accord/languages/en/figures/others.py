"""Figures told in no fixed frame: people, vehicles and things that are shares, sums and times.

The last reader of a sentence: it takes the numbers that no other one took, unless they are aimed at, of one state's own
affairs, or such as every text has ("the two sides").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.again import again, keep
from accord.languages.en.figures.sums import sum_figure
from accord.languages.en.figures.whose import About, about_of, about_work, held_at, main_gate, pair_of_sentence
from accord.languages.en.figures.words import (
    Figure,
    Page,
    aimed_at,
    counted,
    kind_of,
    last_match,
    pattern,
    related,
    vehicles,
)
from accord.languages.en.figures.works import works_named
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import ordinal
from accord.languages.en.values.units import PERSONS
from accord.languages.views import Mention
from accord.values import Amount

__all__ = ["other_figures"]

_SILENT = frozenset({"headline", "heading", "row", "caption", "furniture", "title"})
_FEW = 4  # fewer people or things are those of one occasion
_SOME = 6  # fewer things are those of one occasion even where both states are named
_SEVERAL = 10  # fewer things, unless they were seized or held up
_CROWDS = frozenset({"families", "households"})
_WATER = frozenset({"m3", "km3", "l"})
_OF_WORKS = frozenset({"capacity", "generation", "duration"})
_OF_AGE = re.compile(
    r"\b[Aa]n? (?:[\w-]+ ){0,2}(?:m[ae]n|wom[ae]n|[a-z]+er|boy|girl|lad|youth|guard|student|sailor) of $|\baged? $"
)
_SOME_TIME = re.compile(r"h|days|weeks|months")
_PLAIN = frozenset({"none", "people", "boxes"})


def other_figures(page: Page, index: int, taken: set[int]) -> Iterator[Figure]:
    """The figures of a sentence that no other reader took."""
    line = page.lines[index]
    if line.kind in _SILENT or len(page.pair) < 2:
        return
    free = any(m.span.start not in taken for m in line.amounts)
    if not free and not counted("nth").search(line.text, line.span.start, line.span.end):
        return
    if not related(page, index):
        return
    if counted("home").search(line.text, line.span.start, line.span.end):
        return
    for nth in _so_manieth(page, index):
        keep(page, index, nth)
        yield nth
    last: Figure | None = None
    compared_to: Figure | None = None  # the figure before one that it is only compared with
    for mention in line.amounts:
        if mention.span.start in taken:
            continue
        if mention.type == "change":
            if last is not None and last.change is None and 0 < mention.span.start - last.main.end < 60:
                taken.add(mention.span.start)
                whole = compared_to if compared_to and line.text[mention.span.start - 1] == "(" else last
                whole.change = mention
            continue
        more = again(page, index, mention)
        figure = more or _figure(page, index, mention)
        if figure is None:
            continue
        compared_to = last if more else None
        taken.add(mention.span.start)
        page.context.counted, page.context.counted_at = figure, index
        last = figure
        yield figure


def _figure(page: Page, index: int, mention: Mention) -> Figure | None:
    line, span, kind = page.lines[index], mention.span, kind_of(mention)
    assert mention.amount is not None
    if kind == "money":
        return sum_figure(page, index, mention)
    start = max(line.span.start, span.start - 70, line.text.rfind(";", line.span.start, span.start))
    if kind == "area" and (
        counted("claimed").search(line.text, line.span.start, line.span.end)
        or (index and counted("claimed").search(line.text, page.lines[index - 1].span.start, span.start))
    ):
        about = pair_of_sentence(page, index)
        return _made("border-disputed", span, mention, about) if about[0] else None
    alone = len({s for m in page.here[index] if m.type == "state" for s in m.states}) < 2
    if alone and counted("one_state").search(line.text, line.span.start, line.span.end):
        return None
    if kind == "none" and counted("flights").match(line.text, span.end, line.span.end):
        return _counted(page, index, mention)  # a timetable is a fact
    if aimed_at(line.text, start, span, line.span.end) or counted("infinitive").search(line.text, start, span.start):
        raised = counted("raised").search(line.text, start, span.start)
        return _handled(page, index, mention) if kind in _PLAIN and not raised else None
    if kind == "percent":
        return _share(page, index, mention)
    if kind == "time":
        return _time(page, index, mention)
    if kind == "flow":
        return _other(page, index, mention)
    if kind in _PLAIN:
        return _handled(page, index, mention) or _counted(page, index, mention)
    if kind == "km" and counted("queue").search(line.text, start, span.start):
        queue = _other(page, index, mention)
        return replace(queue, known=True) if queue is not None else None
    if kind == "energy" and counted("generated").search(line.text, line.span.start, line.span.end):
        return _other(page, index, mention, "generation")
    unsure = counted("unsure").search(line.text, line.span.start, line.span.end)
    if kind == "volume" and mention.amount.unit in _WATER and not _of_goods(line) and unsure is None:
        return _other(page, index, mention)
    return None


def _of_goods(line: Line) -> bool:
    words = counted("goods").search(line.text, line.span.start, line.span.end)
    return bool(words or counted("sold").search(line.text, line.span.start, line.span.end))


def _so_manieth(page: Page, index: int) -> Iterator[Figure]:
    """ "The third such shooting this year", "the 41st protest lodged since January"."""
    line = page.lines[index]
    for match in counted("nth").finditer(line.text, line.span.start, line.span.end):
        value = ordinal(match["nth"])
        dates = [
            d for d in line.dates if d.period is not None and match.start("rest") <= d.span.start <= match.end() + 1
        ]
        about = pair_of_sentence(page, index)
        if value is None or not dates or not about[0]:
            continue
        span, noun = Span(*match.span("nth")), "noun" if match["noun"] else "kind"
        words = Span(*match.span(noun))
        measure = (
            "incidents"
            if (pattern("incidents").match(match[noun] + "s") or pattern("incidents").match(match[noun] + "es"))
            else "other"
        )
        figure = Figure(measure, words, amount=Mention("number", span, amount=Amount(value)), known=True)
        figure.period, (figure.about, figure.about_spans) = dates[0], about
        if measure == "other" and noun == "noun" and not counted("not_incident").match(match[noun]):
            figure.measure = measure = "incidents"
        if measure == "other":
            figure.goods, figure.goods_spans = match[noun], (words,)
        yield figure


def _made(measure: str, words: Span, mention: Mention, about: About, period: Mention | None = None) -> Figure:
    figure = Figure(measure, words, amount=mention, period=period)
    figure.about, figure.about_spans = about
    return figure


def _other(page: Page, index: int, mention: Mention, measure: str = "other") -> Figure | None:
    """A figure about the crossing, work or place that the sentence names, else about the two states."""
    whose = about_work if measure in _OF_WORKS else about_of
    about = whose(page, index, mention)
    return _made(measure, mention.span, mention, about, held_at(page, index, mention)) if about[0] else None


def _share(page: Page, index: int, mention: Mention) -> Figure | None:
    """ "61% of the works on the bridge have been done", "58 per cent of the seaborne cargo"."""
    line, span = page.lines[index], mention.span
    start, end = line.span.start, line.span.end
    if counted("progress").search(line.text, max(start, span.start - 90), min(end, span.end + 90)):
        works = counted("works_on").search(line.text, start, end)
        if works is not None and pair_of_sentence(page, index)[0]:
            return _made("other", span, mention, ((works["what"],), (Span(*works.span("what")),)))
        named = works_named(page, index) if pair_of_sentence(page, index)[0] else []
        near = [t for t in named if t.span.end <= span.start][-1:] or named[:1]
        about = ((near[0].name,), near[0].spans) if near else about_work(page, index, mention)
        return _made("other", span, mention, about, held_at(page, index, mention)) if about[0] else None
    carried = counted("freight").search(line.text, start, end) and not counted("sold").search(line.text, start, end)
    if counted("compared").match(line.text, span.end, end):
        return None
    if not carried and counted("trade").search(line.text, start, end):
        return None
    if line.text[span.start - 1 : span.start] == "(" or counted("changes").match(line.text, span.end):
        return None
    told = counted("share_of").match(line.text, span.end, end) or counted("partner").search(line.text, start, end)
    told = told or counted("part_of").search(line.text, start, span.start)
    crossed = len({s for m in page.here[index] if m.type == "state" for s in m.states}) > 1
    if not (told or carried or crossed):
        return None
    figure = _other(page, index, mention)
    if figure is not None and figure.period is None and counted("partner").search(line.text, start, end):
        figure.period = page.context.period if index - page.context.at <= 1 else page.context.main
    of = counted("share_of").match(line.text, span.end, line.span.end)
    if figure is not None and of is not None:
        figure.goods, figure.goods_spans = of["what"], (Span(*of.span("what")),)
    return figure


def _time(page: Page, index: int, mention: Mention) -> Figure | None:
    """ "The mean transit time was 17 days", "a wait of nine hours", "visas now take 24 days on average"."""
    line, span = page.lines[index], mention.span
    before = counted("taking").search(line.text, max(line.span.start, span.start - 80), span.start)
    before = before or (
        _SOME_TIME.match(mention.amount.unit if mention.amount else "")
        and counted("takes").search(line.text, max(line.span.start, span.start - 60), span.start)
    )
    if before is None and not counted("taken_for").match(line.text, span.end, line.span.end):
        return None
    figure = _other(page, index, mention, "duration")
    if figure is not None:
        figure.period = None
        gate = main_gate(page) if len(figure.about) == 2 else None
        if gate is not None:
            figure.about, figure.about_spans = (gate.name, *figure.about), (*gate.spans, *figure.about_spans)
        route = counted("route").search(line.text, line.span.start, span.start)
        if route is not None and len(figure.about) > 1:
            figure.about, figure.about_spans = (route[0],), (Span(*route.span()),)
    return figure


def _handled(page: Page, index: int, mention: Mention) -> Figure | None:
    """What a crossing or port can take: "a capacity of 800 lorries a day"."""
    line, span = page.lines[index], mention.span
    assert mention.amount is not None
    start = max(line.span.start, span.start - 70)
    words = counted("pass_by").search(line.text, start, span.start)
    if words is None and (mention.amount.comparison == "lt" or counted("by_trip").match(line.text, span.end)):
        words = counted("up_to").search(line.text, start, span.start)
    if words is None or mention.amount.value < 10:
        return None
    if kind_of(mention) == "none" and not mention.attributes.get("noun"):
        return None
    figure = _other(page, index, mention, "capacity")
    if figure is not None:
        figure.words, figure.period, figure.known = Span(*words.span()), None, True
    return figure


def _counted(page: Page, index: int, mention: Mention) -> Figure | None:
    """People, vehicles and things that are counted; "17,200 a day" of those named before."""
    line, span = page.lines[index], mention.span
    noun = _noun(line, mention)
    assert mention.amount is not None
    posts = counted("posts").match(line.text, span.end, line.span.end)
    if posts is not None and mention.amount.value >= 2:
        return _posts(page, index, mention)
    if counted("flights").match(line.text, span.end, line.span.end) and _weekly(line, mention):
        buses = counted("buses").search(line.text, line.span.start, line.span.end)
        return _other(page, index, mention, "flights") if mention.amount.value > 1 and not buses else None
    if mention.amount.value < _FEW or _idle(line, mention, noun):
        return None
    if counted("met").match(line.text, span.end):
        if counted("hostile").search(line.text, line.span.start, span.start):
            return _other(page, index, mention, "incidents")
        if counted("has_met").search(line.text, line.span.start, span.start):
            return _other(page, index, mention)
    crew = re.match(r" crew\b", line.text[span.end : span.end + 6]) is not None
    people = crew or kind_of(mention) == "people" or noun in PERSONS or _nationals(page, index, mention, noun)
    rate = counted("per_day").match(line.text, span.end, line.span.end)
    if not noun and not people and rate is None and not _bare(line, mention):
        return None
    if counted("present").match(noun) or (noun and not people and counted("idle_nouns").match(noun)):
        return None
    crossed = len({s for m in page.here[index] if m.type == "state" for s in m.states}) > 1
    few = not people and noun and rate is None and mention.amount.value < (_SOME if crossed else _SEVERAL)
    if few and not counted("stopped").search(line.text, line.span.start, line.span.end):
        return None
    if counted("one_airport").search(line.text, line.span.start, line.span.end):
        return None
    guards = counted("forces").match(noun) is not None
    measure = (
        "other"
        if guards
        else "incidents"
        if pattern("incidents").fullmatch(noun)
        else _measure(line, mention, people or noun in _CROWDS or (not noun and not _vehicles_before(line, mention)))
    )
    if not measure:
        return None
    figure = _other(page, index, mention, measure)
    if figure is None or figure.amount is None or mention.amount is None:
        return figure
    if measure == "population" and noun:
        goods, where = _goods(line, mention, noun)
        figure.about, figure.about_spans = (goods, *figure.about), (*where, *figure.about_spans)
    if people or (measure in ("displaced", "visitors", "population") and noun not in _CROWDS):
        figure.amount = mention.but(amount=replace(mention.amount, unit="people"))
    elif noun:
        figure.goods, figure.goods_spans = _goods(line, mention, noun)
    return figure


def _noun(line: Line, mention: Mention) -> str:
    """What a number counts: the noun behind it, "of its citizens" too."""
    own = str(mention.attributes.get("noun", "")).lower()
    of = None if own else counted("of_its").match(line.text, mention.span.end, line.span.end)
    return of["what"].lower() if of else own or ("containers" if kind_of(mention) == "boxes" else "")


def _posts(page: Page, index: int, mention: Mention) -> Figure | None:
    """ "The border has nine posts", "14 roadblocks"."""
    line = page.lines[index]
    if counted("named").search(line.text, max(line.span.start, mention.span.start - 24), mention.span.start):
        return None
    if not counted("posts_here").search(line.text, line.span.start, line.span.end):
        return None
    about = pair_of_sentence(page, index)
    return _made("checkpoints", mention.span, mention, about, held_at(page, index, mention)) if about[0] else None


def _idle(line: Line, mention: Mention, noun: str) -> bool:
    """Whether a number is one of those that every text has: "the two sides", "three officials said"."""
    text, span, amount = line.text, mention.span, mention.amount
    assert amount is not None
    if counted("sized_as").search(text, line.span.start, span.start):
        return True
    if counted("one_in").match(text, span.end) or counted("in_so_many").search(text, line.span.start, span.start):
        return True
    before = text[max(line.span.start, span.start - 30) : span.start]
    small = amount.value <= 20 and not text[span.start].isdigit()
    if small and counted("named").search(before):
        return True
    sent = counted("sent_away").search(text, line.span.start, line.span.end)
    if sent and counted("envoys").match(text, span.end + 1, line.span.end):
        return True  # an event of its own
    loaded = amount.value < 1000 and counted("loaded").search(before)
    if loaded and counted("ride").search(text, line.span.start, line.span.end):
        return not counted("seized").search(text, line.span.start, line.span.end)
    if amount.value < 12 and (counted("source").match(text, span.end) or counted("source_before").search(before)):
        return True
    people = not noun or noun not in vehicles()
    if people and counted("harmed").search(text, _clause_start(line, span), min(line.span.end, span.end + 50)):
        return True
    if _OF_AGE.search(text, max(line.span.start, span.start - 30), span.start) and not noun and amount.value < 100:
        return True
    return bool(re.match(r",|\)", text[span.end : span.end + 1])) and not noun and amount.value < 100  # an age


def _clause_start(line: Line, span: Span) -> int:
    """Where, at most 40 characters before a number, its own clause begins."""
    start = max(line.span.start, span.start - 40)
    cut = last_match(counted("next_clause"), line.text, start, span.start)
    return cut.end() if cut else start


def _bare(line: Line, mention: Mention) -> bool:
    """ "By our count nineteen were deported", "with 11 crew aboard"."""
    text, span = line.text, mention.span
    if counted("of_them").match(text, span.end) or counted("passive").match(text, span.end, line.span.end):
        return True
    people = counted("home_of").search(text, line.span.start, span.start)
    return bool(people or re.match(r" crew\b", text[span.end : span.end + 6]))


def _weekly(line: Line, mention: Mention) -> bool:
    return bool(counted("weekly").search(line.text, max(line.span.start, mention.span.start - 40), line.span.end))


def _nationals(page: Page, index: int, mention: Mention, noun: str) -> bool:
    """ "More than 740,000 Syrians", "80,000 ethnic Hungarians", "63 Venezuelan miners"."""
    end = mention.span.end
    for state in page.here[index]:
        if state.type == "state" and state.form.startswith("demonym") and 0 < state.span.start - end < 12:
            rest = page.lines[index].text[state.span.end : state.span.end + 1]
            return noun not in vehicles() and (rest in ("", ".", ",", " ")) and noun == _low(page, index, state)
    return False


def _low(page: Page, index: int, state: Mention) -> str:
    return page.lines[index].text[state.span.start : state.span.end].lower()


def _measure(line: Line, mention: Mention, people: bool) -> str:
    """What people are counted for; "other" for things."""
    text, span = line.text, mention.span
    start, end = line.span.start, line.span.end
    near = max(start, span.start - 90), min(end, span.end + 100)
    if not people:
        return "other"
    if counted("held_up").search(text, start, end):
        return "" if pattern("aim").search(text, start, end) else "other"
    driven = counted("drove").search(text, start, span.start) and counted("drove_after").match(text, span.end, end)
    if driven or counted("displaced").search(text, *near) or counted("counted_on").search(text, span.start, end):
        return "displaced"
    if counted("crosses").match(text, span.end, end) and counted("per_day").search(text, span.end, end):
        return "visitors"
    if counted("stopped").search(text, *near) or counted("at_work").search(text, *near):
        return "other"
    if counted("home_of").search(text, start, span.start) or counted("lives").search(text, span.end, near[1]):
        return "population"
    if counted("reckoned").search(text, start, span.start) and counted("dwelling").match(text, span.end, end):
        return "population"
    rate = counted("per_day").match(text, span.end, end)
    assert mention.amount is not None
    if counted("travels").search(text, *near) and (rate or mention.amount.value >= 100):
        return "visitors"
    return "other"


def _vehicles_before(line: Line, mention: Mention) -> bool:
    """ "The number of trucks passing, now 120 a day": what a bare number goes on to count."""
    words = re.findall(r"[a-z]+", line.text[line.span.start : mention.span.start].lower())
    return any(w in vehicles() for w in words)


def _goods(line: Line, mention: Mention, noun: str) -> tuple[str, tuple[Span, ...]]:
    """What is in the words of the text."""
    span = mention.span
    at = line.text.lower().find(noun, span.end, min(line.span.end, span.end + 80))
    if at < 0:
        return "", ()
    words = re.sub(r"^of (?:the |its |their |our )*[\d,.]* ?", "", line.text[span.end : at + len(noun)].strip(" -"))
    where = Span(at + len(noun) - len(words), at + len(noun))
    return line.text[where.start : where.end], (where,)
