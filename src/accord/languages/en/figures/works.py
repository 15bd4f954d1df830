"""Figures of works: their length, voltage, capacity, generation and cost."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.times import period_of
from accord.languages.en.figures.words import (
    Figure,
    Page,
    counted,
    kind_of,
    last_match,
    pattern,
    purpose_of,
    with_unit,
)
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import DETERMINERS, Line
from accord.languages.views import Mention

__all__ = ["is_distance", "meant_work", "remember_project", "work_figures", "works_named"]

_ROUTE = frozenset(
    ["from", "between", "over", "across", "in", "at", "near", "linking", "connecting", "to", "of", "through"]
)
_SMALL = frozenset(["the", "and", "to", "with", "-", "river", "of", "city", "port", "town", "from", "between", "in"])
_NAMELESS = frozenset(
    [
        "the",
        "this",
        "that",
        "its",
        "new",
        "whole",
        "entire",
        "same",
        "planned",
        "joint",
        "existing",
        "current",
        "old",
        "first",
        "second",
        "main",
    ]
)
_BARE = re.compile(r"(?:million|billion|bn|mn)$", re.IGNORECASE)
_OWN = frozenset(
    {"pipeline", "railway", "road", "bridge", "plant", "dam", "terminal", "tunnel", "cable", "interconnector", "port"}
)
_UNITS = frozenset(
    ["-", "kv", "km", "mw", "gw", "kw", "megawatt", "gigawatt", "kilometre", "kilometer", "kilovolt", "metre", "mile"]
)
_ROUTED = re.compile(r"\b(?:from|between) (?:[A-Z][\w’'-]+ ?)+(?:to|and) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4}"
_APPOSED = re.compile(rf"(?P<name>{_NAME}), (?:an?|the) (?:[\w.,-]+ ){{0,6}}$")
_IN_PAREN = re.compile(rf"(?P<name>{_NAME}) \((?:about |some |with |of )?$")
_PAREN = re.compile(r"\((?:[^()]{0,20})$")
_NO_WORKS = frozenset({"state", "person", "organisation", "date", "body"})
_KIN = {"line": ("line", "railway", "railroad", "pipeline")}  # nouns that a work may be called by again
_FAMILIES = (
    "plant station dam hydro power solar wind reservoir farm park nuclear",
    "railway railroad rail road line highway motorway corridor track route",
    "bridge causeway tunnel crossing viaduct link",
    "line cable interconnect grid kv",
    "pipe canal channel",
    "port terminal airport quay",
)
_ANOTHER = re.compile(r"\b[Tt]he (?P<noun>[a-z]+), an? $")  # "the interconnection, a line of 544 km"
_SPANS = re.compile(r"\b(?:bridge|tunnel|viaduct|causeway|section|cable|quay|pier)\b")
_SIZES = frozenset({"capacity", "voltage", "line-length"})
_BESIDE = 40  # characters between a size and the noun of a work that nothing names
_FORESEEN = re.compile(
    r"\b(?:initially|originally|previously|earlier|first) (?:\w+ly )?(?:forecast|plann|project|estimat|expect|envisag|budget)\w*"
    r"(?: (?:at|cost|of|sum))* $"
)
_BACK = 6  # sentences that "the line" may look back to the last one named


def remember_project(page: Page, index: int) -> None:
    """Keep the last project named, for "the line" and "the total cost" in the sentences after it."""
    named = [m for m in page.here[index] if m.type == "project" and m.name]
    telling = index == 0 or page.lines[index].amounts or any(m.type == "paper" for m in page.here[index])
    if not named and page.context.project is None and telling:
        named = list(_things(page, index, True))
    if named and not (named[0] not in page.here[index] and page.context.project is not None):
        best = max(named, key=lambda m: bool(m.attributes.get("named")))
        page.context.project, page.context.project_at = best, index
        page.context.projects += named
    if any(m.type == "paper" for m in page.here[index]):
        known = {p.name for p in page.context.projects}
        page.context.projects += [t for t in _things(page, index, True) if t.name not in known]


def works_named(page: Page, index: int) -> list[Mention]:
    """The works that a sentence names."""
    return [_headmost(page.lines[index], t, list(_things(page, index))) for t in _things(page, index)]


def meant_work(page: Page, index: int) -> Mention | None:
    """The work that "the line" or "the port" of a sentence stands for, where one was named not long before."""
    line, context = page.lines[index], page.context
    back = pattern("works_back").search(line.text, line.span.start, line.span.end)
    if back is None or index - context.project_at > _BACK or line.text[slice(*back.span())].lower() == "it":
        return None
    meant = _meant(page, back[0])
    return meant.but(span=Span(*back.span()), antecedents=(meant.span,)) if meant is not None else None


def _headmost(line: Line, thing: Mention, things: list[Mention]) -> Mention:
    """ "The section of the railway": the section; "the pipeline known as GIPL": GIPL."""
    for other in things:
        if other.span.end < thing.span.start and re.fullmatch(
            r" (?:of|on) (?:the )?", line.text[other.span.end : thing.span.start]
        ):
            return other
    alias = pattern("alias").match(line.text, thing.span.end, line.span.end)
    if alias is None:
        return thing
    return thing.but(name=alias["name"], antecedents=(*thing.antecedents, Span(*alias.span("name"))))


def work_figures(page: Page, index: int, taken: set[int]) -> Iterator[Figure]:
    """Lengths, voltages, capacities, outputs and costs, each with the work that it is of."""
    line = page.lines[index]
    papers = [m.span for m in page.here[index] if m.type == "paper"]
    titled = any(a.span in p for a in line.amounts for p in papers)
    things = list(_things(page, index, titled)) if line.amounts else []
    for n, mention in enumerate(line.amounts):
        if mention.span.start in taken or mention.type == "change":
            continue
        money = None
        if (
            mention.type == "number"
            and _BARE.search(line.text[mention.span.start : mention.span.end])
            and not mention.attributes.get("noun")
        ):
            money = page.context.money if index - page.context.money_at <= 1 else None
            mention = with_unit(mention, money)
        measure, words = _work_measure(line, mention, page, index)
        if not measure:
            continue
        stops = [m.span for m in line.amounts if m is not line.amounts[n]]
        told = page.blocks[max(page.context.project_at, 0)] == page.blocks[index]
        thing = _thing(page, index, line, mention, things, measure)
        told = told and thing is not None
        lent = _lent(page, index, mention, things) if measure == "cost" and not told else None
        if lent is not None:
            taken.add(mention.span.start)
            yield lent
            continue
        if thing is None:
            continue
        taken.add(mention.span.start)
        based = bool(
            pattern("based").search(line.text, max(line.span.start, mention.span.start - 40), mention.span.start)
        )
        period = None
        if measure == "cost":
            page.context.money, page.context.money_at, page.context.cost_at = (
                mention if money is None else page.context.money,
                index,
                index,
            )
            period = (
                period_of(line, mention.span, (line.span.start, line.span.end), stops, True)
                if based
                else _contract_date(line, mention)
            )
        elif measure == "generation" or (measure == "line-length" and _finished(line, mention)):
            period = period_of(line, mention.span, (line.span.start, line.span.end), stops)
        yield Figure(measure, words, amount=mention, about=(thing.name,), about_spans=thing.spans, period=period)


def _finished(line: Line, mention: Mention) -> bool:
    """ "80 km have been laid", not "508 km long and built for ..."."""
    after = line.text[mention.span.end : mention.span.end + 40]
    return not re.match(r"[ -]long\b", after) and bool(
        re.search(r"\b(?:lay|laid|built|completed|rebuilt|paved|had been)\b", after)
    )


def _lent(page: Page, index: int, mention: Mention, things: list[Mention]) -> Figure | None:
    """A sum granted or lent between the two states, or a cost that they bear, where no work is named with it."""
    line, text = page.lines[index], page.lines[index].text
    start, end = line.span.start, line.span.end
    if things or len(page.pair) < 2 or pattern("offered").search(text, start, mention.span.start):
        return None
    states = {s for m in page.here[index] if m.type == "state" for s in m.states}
    words = last_match(pattern("lent"), text, max(start, mention.span.start - 60), mention.span.start)
    words = words or pattern("lent").search(text, mention.span.end, min(end, mention.span.end + 60))
    if words is None or not states or states - set(page.pair[:2]):
        return None
    numbers = [m.span for m in line.amounts if m is not mention]
    period = period_of(line, mention.span, (start, end), numbers)
    what, spans = purpose_of(line, mention)
    about = (*what, *page.pair[:2])
    return Figure("cost", Span(*words.span()), mention, None, "", about, (*spans, *page.pair_spans[:2]), period)


def _contract_date(line: Line, mention: Mention) -> Mention | None:
    """ "Lent 90 million under a contract of 3 February 2025"."""
    for date in line.dates:
        if (
            date.period is not None
            and date.span.start > mention.span.end
            and re.search(
                r"\b(?:contract|agreement|deal) (?:of|dated|signed on|signed in) $",
                line.text[date.span.start - 24 : date.span.start],
            )
        ):
            return date
    return None


def _work_measure(line: Line, mention: Mention, page: Page, index: int) -> tuple[str, Span]:
    text, span, kind = line.text, mention.span, kind_of(mention)
    if text[span.end : span.end + 2] == "/h":
        return "", span
    start, end = line.span.start, line.span.end
    around = (max(start, span.start - 110), min(end, span.end + 70))
    if kind == "kV":
        return "voltage", span
    if kind in ("power", "volume", "weight") and pattern("raised_to").search(text, start, span.start):
        return "", span  # "from 550 MW to 1,100 MW": an aim
    if kind == "power":
        if pattern("not_capacity").search(text, max(start, span.start - 60), span.start):
            return "", span
        if counted("flowing").search(text, max(start, span.start - 60), span.start):
            return "", span
        return "capacity", span
    if (
        kind in ("km", "m")
        and not is_distance(line, span)
        and not counted("altitude").search(text, max(start, span.start - 60), min(end, span.end + 40))
        and not pattern("moving").search(text[max(start, span.start - 40) : span.start])
    ):
        near = pattern("length").search(text, max(start, span.start - 80), min(end, span.end + 40))
        near = near or (pattern("sized").match(text, span.end, end) if kind == "km" else None)
        return ("line-length", Span(*near.span())) if near else ("", span)
    if kind in ("volume", "weight", "people", "energy", "none") or kind == "other":
        key = "generation" if kind == "energy" else "capacity"
        near = pattern(key).search(text, *around)
        if near and (
            kind != "none"
            or mention.attributes.get("noun")
            in ("vehicles", "lorries", "trucks", "containers", "wagons", "cars", "teu", "barrels")
        ):
            return key, Span(*near.span())
    if kind == "money" and (debt := counted("debt").search(text, max(start, span.start - 90), span.start)) is not None:
        return "", Span(*debt.span())
    if kind == "money" and _FORESEEN.search(text, max(start, span.start - 50), span.start):
        return "", span
    if kind == "money" and not re.search(
        pattern("to_give").pattern, text[max(start, span.start - 50) : span.start], re.IGNORECASE
    ):
        near = last_match(pattern("cost"), text, start, span.start) or pattern("cost").search(text, span.end, around[1])
        if near and span.start - near.end() < 60:
            return "cost", Span(*near.span())
        if _PAREN.search(text[max(start, span.start - 24) : span.start]) and not counted("trade").search(
            text, start, span.start
        ):
            return "cost", span
        if index - page.context.cost_at <= 1 and mention.antecedents:
            return "cost", span
    return "", span


def is_distance(line: Line, span: Span) -> bool:
    """Whether a number of kilometres is a distance: "15 km from the border", "cut the way from 28 km to 3 km"."""
    text = line.text
    if counted("distance").search(text, line.span.start, span.start):
        return True
    runs = pattern("runs").search(text, max(line.span.start, span.start - 40), span.start)
    return runs is None and bool(pattern("away").match(text[span.end : span.end + 40]))


def _things(page: Page, index: int, titles: bool = False) -> Iterator[Mention]:
    """The works that a sentence names: projects, and noun phrases with a work's head noun and a name in them; with
    `titles` those in the titles of papers too."""
    line = page.lines[index]
    known = [m for m in page.here[index] if m.type == "project"]
    known += [m for m in page.here[index] if m.type == "crossing" and m.name and _priced(page, index, m)]
    names = [
        m.span
        for m in page.here[index]
        if m.type in ("body", "office", "organisation") or (m.type == "paper" and not titles)
    ]
    yield from known
    for match in pattern("works").finditer(line.text, line.span.start, line.span.end):
        span = Span(*match.span())
        if any(span.overlaps(m.span) for m in known) or any(span in n for n in names):
            continue
        found = _phrase(line, span)
        apposed = _APPOSED.search(line.text, max(line.span.start, span.start - 90), span.start)
        named = Span(*apposed.span("name")) if apposed else None
        others = [m.span for m in page.here[index] if m.type in _NO_WORKS] + [a.span for a in line.amounts]
        if named is not None and not any(named.overlaps(other) for other in others):
            yield Mention("project", named, line.text[named.start : named.end], attributes={"named": True})
        elif found is not None:
            yield found


def _priced(page: Page, index: int, crossing: Mention) -> bool:
    """Whether a crossing is one that money is spent on: "modernise the crossing, at a cost of"."""
    text = page.lines[index].text
    return bool(re.match(r"[^.;\d]{0,40}\bat a (?:total )?cost\b", text[crossing.span.end : crossing.span.end + 80]))


def _phrase(line: Line, head: Span) -> Mention | None:
    """The noun phrase about a work's head noun, with its route or place; None where nothing in it names one."""
    first = next((i for i, t in enumerate(line.tokens) if t.end > head.start), None)
    if first is None:
        return None
    end = next((i for i, t in enumerate(line.tokens) if t.start >= head.end), len(line.tokens))
    start = line.left(first)
    while start < first and _dropped(line, start):
        start += 1
    end = _numbered(line, first, end)
    named = end - 1 > first or any(t.capital for t in line.tokens[max(start, 1) : first]) or (start == 0 and first > 0)
    last = _routed(line, end)
    named = named or last > end
    route = _ROUTED.search(line.text, line.tokens[last - 1].end, line.span.end)
    near = route is not None and route.start() - line.tokens[last - 1].end < 24
    if not named and (start < first or near) and route is not None:
        name, spans = f"{line.words(start, last)} {route[0]}", (Span(*route.span()),)
        return Mention("project", line.slice(start, last), name, antecedents=spans, attributes={"named": True})
    name = line.words(start, last)
    if not named or (line.low(start) in DETERMINERS and start == first) or len(name.split()) < 2:
        return None
    return Mention("project", line.slice(start, last), name, attributes={"named": True})


def _dropped(line: Line, i: int) -> bool:
    """Whether a word before the noun is no part of the name: figures, units, "the new"."""
    low = line.low(i)
    return bool(line.covered(i, "amount", "number", "date")) or low in _NAMELESS or low in _UNITS or low[0].isdigit()


def _numbered(line: Line, first: int, end: int) -> int:
    """The end of "Road 12A" and "the line Chorrera–Pasaje"."""
    tokens = line.tokens
    while end < len(tokens) and tokens[first].capital and (re.match(r"\d+\w?$", tokens[end].text) or tokens[end].glued):
        end += 1
    while end < len(tokens):
        name = tokens[end].capital and tokens[end].word and not line.covered(end, "state", "date", "person")
        if not name and not (line.low(end) == "-" and end + 1 < len(tokens) and tokens[end + 1].capital):
            break
        end += 1
    return end


def _routed(line: Line, end: int) -> int:
    """The end of "from A to B", "between A and B", "in the port of C" behind a work's noun."""
    last, j = end, end
    while line.low(end) in _ROUTE and j < len(line.tokens) and j - end < 14:
        token = line.tokens[j]
        if token.word and token.capital and not line.covered(j, "date", "person"):
            last = j + 1
        elif token.low not in _SMALL | _ROUTE and not token.text[0].isdigit():
            break
        j += 1
    if end < last < len(line.tokens) and re.match(r"\d+$", line.tokens[last].text):
        last += 1
    return last


def _thing(page: Page, index: int, line: Line, mention: Mention, things: list[Mention], measure: str) -> Mention | None:
    """What a figure is of: a work named behind "on" or "for", the nearest in the sentence, else the one named last."""
    text, span = line.text, mention.span
    for thing in things:
        if thing.span.start >= span.end and pattern("for_work").fullmatch(text, span.end, thing.span.start):
            return thing
    bracketed = _IN_PAREN.search(text, max(line.span.start, span.start - 80), span.start) if measure in _SIZES else None
    if bracketed is not None and not any(t.span.end == bracketed.end("name") for t in things):
        named = Span(*bracketed.span("name"))
        if not any(named.overlaps(m.span) for m in page.here[index] if m.type in _NO_WORKS):
            return Mention("project", named, bracketed["name"])
    near = [t for t in things if t.span.end <= span.start or t.span.start - span.end < 60]
    before = [t for t in near if t.span.end <= span.start]
    context = page.context
    back = pattern("works_back").search(text, line.span.start, line.span.end)
    whole = [t for t in before if not text.startswith("its ", t.span.start - 4)]
    if whole and (same := _ANOTHER.search(text, line.span.start, whole[-1].span.start)) is not None:
        known = _meant(page, same["noun"])
        if known is not None:
            return known.but(span=Span(*same.span("noun")), antecedents=(known.span,))
    if before:
        return _headmost(line, max(whole or before, key=lambda t: t.span.end), things)
    led = back is not None and (measure == "cost" or back.end() <= span.start)
    if near and not led:
        return near[0]
    within = next((t for t in things if span in t.span), None)
    if within is not None:
        return within
    new = _new_work(page, index, mention) if back is None else None
    new = new or (_sized(page, index, mention) if measure in _SIZES else None)
    if new is not None:
        return new
    meant = _meant(page, back[0] if back else "")
    recent = meant is not None and index - context.project_at <= (40 if _titled(page) else _BACK)
    if recent and meant is not None and (back or index - context.project_at <= 1 or mention.antecedents):
        context.project_at = index
        return meant.but(span=Span(*back.span()) if back else meant.span, antecedents=(meant.span,))
    if (
        measure == "cost"
        and (paren := _PAREN.search(text[max(line.span.start, span.start - 24) : span.start])) is not None
    ):
        return _headed(line, span.start - len(paren[0]))
    return _unnamed(page, line, span) if measure in _SIZES else None


def _unnamed(page: Page, line: Line, span: Span) -> Mention | None:
    """ "The line carries at most 350 MW", "84 km of rail": a work by its noun beside its size; the one that the text is
    about, where it names one."""
    start, end = max(line.span.start, span.start - _BESIDE), min(line.span.end, span.end + _BESIDE)
    beside = list(pattern("works_beside").finditer(line.text, start, end))
    if not beside:
        return None
    near = min(beside, key=lambda m: span.start - m.end() if m.end() <= span.start else m.start() - span.end)
    if (known := page.context.project) is not None:
        return known.but(span=Span(*near.span("what")), antecedents=(known.span,))
    return Mention("project", Span(*near.span("what")), near["what"])


def _new_work(page: Page, index: int, mention: Mention) -> Mention | None:
    """ "A 530-km railway": a work without a name, that is none of those named before."""
    line = page.lines[index]
    for match in pattern("works").finditer(line.text, line.span.start, line.span.end):
        lead = line.text[max(line.span.start, match.start() - 40) : match.start()]
        made = pattern("making").search(line.text, line.span.start, match.start())
        if made and pattern("indefinite").search(lead) and abs(match.start() - mention.span.end) < 60:
            return Mention("project", Span(*match.span()), match[0])
    return None


def _sized(page: Page, index: int, mention: Mention) -> Mention | None:
    """ "A 4-km spur to the livestock port", "works on a 32-kilometre road section": a work that its size stands before;
    with "the" the one named before."""
    line, span = page.lines[index], mention.span
    told = pattern("sized").match(line.text, span.end, line.span.end)
    if told is None or (kind_of(mention) == "m" and not _SPANS.search(told["what"])):
        return None
    lead = line.text[max(line.span.start, span.start - 16) : span.start]
    known = _same_kind(page, told["what"]) if re.search(r"\b[Tt]he $", lead) else None
    known = page.context.project if re.search(r"\b(?:[Ii]t|[Tt]his) (?:is|was) an? $", lead) else known
    if known is not None:
        return known.but(span=Span(*told.span("what")), antecedents=(known.span,))
    words = told["what"]
    return Mention("project", Span(*told.span("what")), words)


def _same_kind(page: Page, words: str) -> Mention | None:
    """The last work named that words such as "plant" or "road and rail crossing" may stand for."""
    named = _meant(page, words)
    if named is not None and named is not page.context.project:
        return named
    last = page.context.project
    mine, its = (
        {n for n, kin in enumerate(_FAMILIES) if any(w in name.lower() for w in kin.split())}
        for name in (words, last.name if last is not None else "")
    )
    return last if not its or mine & its else None


def _meant(page: Page, words: str) -> Mention | None:
    """What "the line", "the total cost" or "it" stands for: a project named with that noun, else the document's own."""
    context, noun = page.context, words.lower().split()[-1] if words else ""
    for project in reversed(context.projects):
        names = project.name.lower().split()
        if len(noun) > 3 and any(w.endswith(_KIN.get(noun, noun)) for w in names):
            return project
    if noun in _OWN:
        return None  # "the bridge", and none was named
    return context.projects[0] if context.projects and words and _titled(page) else context.project


def _titled(page: Page) -> bool:
    """Whether the document's first line names the project that it is about."""
    return bool(page.here) and any(m.type == "project" for m in page.here[0])


def _headed(line: Line, end: int) -> Mention | None:
    """The title before "(USD 26 million)", without the form of its paper."""
    words = line.text[line.span.start : end].strip()
    rest = pattern("paper_form").sub("", words)
    if (
        not rest
        or len(rest.split()) > 12
        or re.search(r"[$€£:;]", rest)
        or not any(w[0].isupper() for w in rest.split()[1:])
        or rest.split()[-1].lower() in verbs()
    ):
        return None
    start = end - len(line.text[line.span.start : end].split(rest)[-1]) - len(rest)
    return Mention("project", Span(start, start + len(rest)), rest)
