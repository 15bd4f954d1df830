"""Figures of borders (length, delimited, disputed) and of works (length, voltage, capacity, generation, cost)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.document import Span
from accord.languages.en.figure_times import period_of
from accord.languages.en.figure_words import Figure, Page, kind_of, pattern, with_unit
from accord.languages.en.phrases import DETERMINERS, Line
from accord.languages.en.lexicon import verbs
from accord.languages.views import Mention

__all__ = ["border_figures", "remember_project", "work_figures"]

_ROUTE = frozenset("from between over across in at near linking connecting to of through".split())
_SMALL = frozenset("the and to with - river of city port town from between in".split())
_NAMELESS = frozenset("the this that its new whole entire same planned joint existing current old first second main".split())
_BARE = re.compile(r"(?:million|billion|bn|mn)$", re.IGNORECASE)
_ROUTED = re.compile(r"\b(?:from|between) (?:[A-Z][\w’'-]+ ?)+(?:to|and) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_PAREN = re.compile(r"\((?:[^()]{0,20})$")
_BACK = 6  # sentences that "the line" may look back to the last one named


# ------------------------------------------------------------------ borders
def border_figures(page: Page, index: int, taken: set[int]) -> Iterator[Figure]:
    """Kilometres and shares of the border between two states."""
    line = page.lines[index]
    text, start, end = line.text, line.span.start, line.span.end
    words = pattern("border").search(text, start, end)
    told = words or page.context.count == "border" and index - page.context.at <= 2
    numbers = [m for m in line.amounts if kind_of(m) in ("km", "percent") and m.type == "amount" and m.span.start not in taken]
    if not told or not numbers:
        return
    about, spans = _neighbours(page, index)
    if len(about) < 2:
        return
    for n, mention in enumerate(numbers):
        stop = next((m.span.start for m in numbers[n + 1 :] if not _modifies(text, m.span, kind_of(m))), end)
        before = numbers[n - 1].span.end if n else start
        measure, where = _border_measure(text, mention, before, stop, kind_of(mention))
        if measure:
            taken.add(mention.span.start)
            page.context.count, page.context.at = "border", index
            period = period_of(line, mention.span, (start, end), [m.span for m in line.amounts]) if measure != "border-length" else None
            yield Figure(measure, where, amount=mention, about=about, about_spans=spans, period=period)


def _border_measure(text: str, mention: Mention, before: int, stop: int, kind: str) -> tuple[str, Span]:
    """Which figure of a border a number is, by the words up to the next number, then by those before it."""
    span = mention.span
    if _modifies(text, span, kind):
        return "border-length", span
    disputed, delimited = pattern("disputed").search(text, span.end, stop), pattern("delimited").search(text, span.end, stop)
    if disputed and (not delimited or disputed.start() <= delimited.start()):
        return "border-disputed", Span(*disputed.span())
    if delimited:
        return "border-delimited", Span(*delimited.span())
    earlier = pattern("delimited").search(text, max(before, span.start - 60), span.start)
    if (late := pattern("disputed").search(text, max(before, span.start - 60), span.start)) is not None:
        return "border-disputed", Span(*late.span())
    if earlier:
        return "border-delimited", Span(*earlier.span())
    if kind == "percent" or pattern("moving").search(text[max(0, span.start - 40) : span.start]):
        return "", span
    after = pattern("border").search(text, span.end, min(stop, span.end + 48))
    if after and not re.match(r"[^.;,]*\b(?:from|to|away|inside|off|near|along|wide|deep)\b", text[span.end : after.start()]) and not re.match(r" (?:stretch|section|part|sector|segment)", text[span.end : span.end + 10]):
        return "border-length", Span(*after.span())
    last = None
    for last in pattern("border").finditer(text, max(before, span.start - 90), span.start):
        pass
    if last and re.search(r"\b(?:fence|wall|road|zone|covers?|stretch|section)\b|;", text[last.end() : span.start]):
        return "", span
    if last and not pattern("away").match(text[span.end : span.end + 40]) and not re.search(r"\b(?:from|near|to|along) the \w* ?$", text[max(0, last.start() - 16) : last.start()]):
        return "border-length", Span(*last.span())
    return "", span


def _modifies(text: str, span: Span, kind: str) -> bool:
    """ "The 933-kilometre common boundary"."""
    return kind == "km" and bool(re.match(r"[ -](?:long )?(?:[\w-]+ ){0,3}(?:border|boundary|frontier)\b", text[span.end : span.end + 50])) and not re.match(r" (?:of|from|along|near|to|have|has)\b", text[span.end : span.end + 6])


def _neighbours(page: Page, index: int) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The two states of a border: those of the sentence or the two before it, else the document's pair."""
    states: dict[str, Span] = {}
    for at in range(index, max(-1, index - 3), -1):
        for mention in page.here[at]:
            if mention.type == "state":
                for i, state in enumerate(mention.states):
                    span = mention.antecedents[min(i, len(mention.antecedents) - 1)] if mention.antecedents and len(mention.states) > 1 else mention.span
                    states.setdefault(state, span)
        if len(states) == 2:
            return tuple(states), tuple(states.values())
        if len(states) > 2:
            break
    return page.pair[:2], page.pair_spans[:2]


# ------------------------------------------------------------------ works
def remember_project(page: Page, index: int) -> None:
    """Keep the last project named, for "the line" and "the total cost" in the sentences after it."""
    named = [m for m in page.here[index] if m.type == "project" and m.name] or list(_things(page, index, True))
    if named and not (named[0] not in page.here[index] and page.context.project is not None):
        best = max(named, key=lambda m: bool(m.attributes.get("named")))
        page.context.project, page.context.project_at = best, index
        page.context.projects += named


def work_figures(page: Page, index: int, taken: set[int]) -> Iterator[Figure]:
    """Lengths, voltages, capacities, outputs and costs, each with the work that it is of."""
    line = page.lines[index]
    things = list(_things(page, index))
    for n, mention in enumerate(line.amounts):
        if mention.span.start in taken or mention.type == "change":
            continue
        money = None
        if mention.type == "number" and _BARE.search(line.text[mention.span.start : mention.span.end]) and not mention.attributes.get("noun"):
            money = page.context.money if index - page.context.money_at <= 1 else None
            mention = with_unit(mention, money)
        measure, words = _work_measure(line, mention, page, index)
        if not measure:
            continue
        stops = [m.span for m in line.amounts if m is not line.amounts[n]]
        thing = _thing(page, index, line, mention, things, measure)
        if thing is None:
            continue
        taken.add(mention.span.start)
        based = bool(pattern("based").search(line.text, max(line.span.start, mention.span.start - 40), mention.span.start))
        period = None
        if measure == "cost":
            page.context.money, page.context.money_at, page.context.cost_at = mention if money is None else page.context.money, index, index
            period = period_of(line, mention.span, (line.span.start, line.span.end), stops, True) if based else _contract_date(line, mention)
        elif measure == "generation" or re.search(r"\b(?:lay|laid|built|completed|rebuilt|paved|had been)\b", line.text[mention.span.end : mention.span.end + 40]):
            period = period_of(line, mention.span, (line.span.start, line.span.end), stops)
        yield Figure(measure, words, amount=mention, about=(thing.name,), about_spans=thing.spans, period=period)


def _contract_date(line: Line, mention: Mention) -> Mention | None:
    """ "Lent 90 million under a contract of 3 February 2025"."""
    for date in line.dates:
        if date.period is not None and date.span.start > mention.span.end and re.search(r"\b(?:contract|agreement|deal) (?:of|dated|signed on|signed in) $", line.text[date.span.start - 24 : date.span.start]):
            return date
    return None


def _work_measure(line: Line, mention: Mention, page: Page, index: int) -> tuple[str, Span]:
    text, span, kind = line.text, mention.span, kind_of(mention)
    start, end = line.span.start, line.span.end
    around = (max(start, span.start - 110), min(end, span.end + 70))
    if kind == "kV":
        return "voltage", span
    if kind == "power":
        if pattern("not_capacity").search(text, max(start, span.start - 60), span.start):
            return "", span
        return "capacity", span
    if kind in ("km", "m") and not pattern("away").match(text[span.end : span.end + 40]) and not pattern("moving").search(text[max(start, span.start - 40) : span.start]):
        near = pattern("length").search(text, max(start, span.start - 80), min(end, span.end + 40))
        return ("line-length", Span(*near.span())) if near else ("", span)
    if kind in ("volume", "weight", "people", "energy", "none") or kind == "other":
        key = "generation" if kind == "energy" else "capacity"
        near = pattern(key).search(text, *around)
        if near and (kind != "none" or mention.attributes.get("noun") in ("vehicles", "lorries", "trucks", "containers", "wagons", "cars", "teu", "barrels")):
            return key, Span(*near.span())
    if kind == "money" and not re.search(pattern("to_give").pattern, text[max(start, span.start - 50) : span.start], re.IGNORECASE):
        near = _last(pattern("cost"), text, start, span.start) or pattern("cost").search(text, span.end, around[1])
        if near and span.start - near.end() < 60:
            return "cost", Span(*near.span())
        if _PAREN.search(text[max(start, span.start - 24) : span.start]):
            return "cost", span
        if index - page.context.cost_at <= 1 and mention.antecedents:
            return "cost", span
    return "", span


def _last(words: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for found in words.finditer(text, start, end):
        pass
    return found


def _things(page: Page, index: int, titles: bool = False) -> Iterator[Mention]:
    """The works that a sentence names: projects, and noun phrases with a work's head noun and a name in them; with
    `titles` those in the titles of papers too."""
    line = page.lines[index]
    known = [m for m in page.here[index] if m.type == "project"]
    names = [m.span for m in page.here[index] if m.type in ("body", "office", "organisation") or m.type == "paper" and not titles]
    yield from known
    for match in pattern("works").finditer(line.text, line.span.start, line.span.end):
        span = Span(*match.span())
        if any(span.overlaps(m.span) for m in known) or any(span in n for n in names):
            continue
        found = _phrase(line, span)
        if found is not None:
            yield found


def _phrase(line: Line, head: Span) -> Mention | None:
    """The noun phrase about a work's head noun, with its route or place; None where nothing in it names one."""
    first = next((i for i, t in enumerate(line.tokens) if t.end > head.start), None)
    if first is None:
        return None
    end = next((i for i, t in enumerate(line.tokens) if t.start >= head.end), len(line.tokens))
    start = line.left(first)
    while start < first and (line.covered(start, "amount", "number", "date") or line.low(start) in _NAMELESS or line.tokens[start].text[0].isdigit() or line.low(start) in ("-", "kv", "km", "mw", "kilometre", "kilometer", "kilovolt", "metre", "mile")):
        start += 1
    if line.tokens[first].capital:
        while end < len(line.tokens) and (re.match(r"\d+\w?$", line.tokens[end].text) or line.tokens[end].glued):
            end += 1  # "Road 12A"
    while end < len(line.tokens) and line.tokens[end].capital and line.tokens[end].word and not line.covered(end, "state", "date", "person") or line.low(end) in ("-", "–") and end + 1 < len(line.tokens) and line.tokens[end + 1].capital:
        end += 1  # "the line Chorrera–Pasaje"
    last, named = end, end - 1 > first or any(t.capital for t in line.tokens[max(start, 1) : first]) or start == 0 and first > 0
    j = end
    if line.low(j) in _ROUTE:
        while j < len(line.tokens) and j - end < 14:
            token = line.tokens[j]
            if token.word and token.capital and not line.covered(j, "date", "person"):
                last, named = j + 1, True
            elif token.low not in _SMALL and token.low not in _ROUTE and token.low not in ("berth", "section", "outskirts") and not token.text[0].isdigit():
                break
            j += 1
    if last < len(line.tokens) and last > end and re.match(r"\d+$", line.tokens[last].text):
        last += 1
    route = _ROUTED.search(line.text, line.tokens[last - 1].end, line.span.end) if not named and start < first else None
    if route:
        return Mention("project", line.slice(start, last), f"{line.words(start, last)} {route[0]}", antecedents=(Span(*route.span()),), attributes={"named": True})
    if not named or not any(line.tokens[i].word for i in range(start, last)) or line.low(start) in DETERMINERS and start == first:
        return None
    name = line.words(start, last)
    return Mention("project", line.slice(start, last), name, attributes={"named": True}) if len(name.split()) > 1 else None


def _thing(page: Page, index: int, line: Line, mention: Mention, things: list[Mention], measure: str) -> Mention | None:
    """What a figure is of: a work named behind "on" or "for", the nearest in the sentence, else the one named last."""
    text, span = line.text, mention.span
    for thing in things:
        if thing.span.start >= span.end and re.fullmatch(r"[ -]*(?:(?:on|for|in|into|towards?|of) (?:the )?(?:(?:construction|building|new|dredging|repair|modernisation) (?:of )?(?:the )?)?)?(?:[\w-]+ ){0,2}", text[span.end : thing.span.start]):
            return thing
    near = [t for t in things if t.span.end <= span.start or t.span.start - span.end < 60]
    before = [t for t in near if t.span.end <= span.start]
    context = page.context
    back = pattern("works_back").search(text, line.span.start, line.span.end)
    if before:
        return max(before, key=lambda t: t.span.end)
    if near and (measure != "cost" or not back):
        return near[0]
    within = next((t for t in things if span in t.span), None)
    if within is not None:
        return within
    meant = _meant(page, back[0] if back else "")
    recent = meant is not None and index - context.project_at <= (40 if _titled(page) else _BACK)
    if recent and meant is not None and (back or index - context.project_at <= 1 or mention.antecedents):
        context.project_at = index
        return meant.but(span=Span(*back.span()) if back else meant.span, antecedents=(meant.span,))
    if measure == "cost" and (paren := _PAREN.search(text[max(line.span.start, span.start - 24) : span.start])) is not None:
        return _headed(line, span.start - len(paren[0]))
    return None


def _meant(page: Page, words: str) -> Mention | None:
    """The project that "the line", "the total cost" or "it" stands for: one named with that noun, else the document's own."""
    context, noun = page.context, words.lower().split()[-1] if words else ""
    for project in reversed(context.projects):
        if len(noun) > 3 and any(w.endswith(noun) for w in project.name.lower().split()):
            return project
    return context.projects[0] if context.projects and words and _titled(page) else context.project


def _titled(page: Page) -> bool:
    """Whether the document's first line names the project that it is about."""
    return bool(page.here) and any(m.type == "project" for m in page.here[0])


def _headed(line: Line, end: int) -> Mention | None:
    """The title before "(USD 26 million)", without the form of its paper."""
    words = line.text[line.span.start : end].strip()
    rest = re.sub(r"^(?:[Aa]n? |[Tt]he )?(?:contract|agreement|memorandum of understanding|deal|loan|project)(?: agreement)? (?:for|on) (?:the )?", "", words, flags=re.IGNORECASE)
    if not rest or len(rest.split()) > 12 or re.search(r"[$€£:;]", rest) or not any(w[0].isupper() for w in rest.split()[1:]) or rest.split()[-1].lower() in verbs():
        return None
    start = end - len(line.text[line.span.start : end].split(rest)[-1]) - len(rest)
    return Mention("project", Span(start, start + len(rest)), rest)
