"""Counts between two states: incidents, agreements, visits, crossings, flights, travellers, emigrants, years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.compared import is_difference
from accord.languages.en.figures.crowds import are_displaced, bare_people
from accord.languages.en.figures.routes import with_route
from accord.languages.en.figures.times import period_of
from accord.languages.en.figures.whose import gates_in, of_that_period
from accord.languages.en.figures.words import (
    Figure,
    Page,
    aimed_at,
    between_states,
    counted,
    kind_of,
    last_match,
    pattern,
    vehicles,
)
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.units import PERSONS
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["counts"]

_REPORT = 12
_MANY = 1000  # trips; fewer are those of statesmen


@cache
def _nouns() -> dict[str, str]:
    """The nouns that are counted, and the measure of each."""
    return {noun: measure for measure, nouns in table("measures")["nouns"].items() for noun in nouns.split()}


def counts(page: Page, index: int, taken: set[int]) -> Iterator[Figure]:
    """Counts of incidents, agreements, visits, crossings, flights, travellers and emigrants between two states."""
    line = page.lines[index]
    for mention in line.amounts:
        if mention.span.start in taken or mention.amount is None or mention.type == "change":
            continue
        if is_difference(line, mention):
            taken.add(mention.span.start)
            continue
        measure = _counted(page, index, mention)
        if not measure or aimed_at(
            line.text, max(line.span.start, mention.span.start - 60), mention.span, line.span.end
        ):
            continue
        about, spans = _sides(page, index, measure, mention)
        if about and (measure == "flights" or (measure == "visitors" and _carried(line, mention))):
            about, spans = with_route(page, index, (about, spans))
        if not about or not (between_states(page) or _both(page, index)):
            continue
        taken.add(mention.span.start)
        change = _change(line, mention, taken)
        stops = [m.span for m in line.amounts if m is not mention and m is not change]
        based = bool(
            pattern("based").search(line.text, max(line.span.start, mention.span.start - 40), mention.span.start)
        )
        told = mention.span
        noun = str(mention.attributes.get("noun", ""))
        if noun and line.text[told.end + 1 :][: len(noun)].lower() == noun.lower():
            told = Span(told.start, told.end + 1 + len(noun))  # the date may follow the noun
        period = (
            period_of(line, told, (line.span.start, line.span.end), stops, based)
            if measure not in ("duration", "checkpoints")
            else None
        )
        if based and period is None:
            continue
        if measure == "agreements" and period is None:
            period = _since_founding(line, mention)
        if period is None and measure not in ("duration", "checkpoints", "agreements"):
            period = of_that_period(page, index)
        if period is None and measure == "visitors" and index - page.context.at <= _REPORT:
            period = page.context.main or page.context.period  # a statistical report tells all for one period
        page.context.count, page.context.at = measure, index if measure == "incidents" else page.context.at
        unit = {"incidents": "", **dict.fromkeys(("visitors", "population", "displaced"), "people")}.get(
            measure, mention.amount.unit
        )
        if measure == "other" and not unit and _people_numbered(line, mention):
            unit = "people"
        amount = mention.but(amount=replace(mention.amount, unit=unit))
        if change is not None:
            taken.add(change.span.start)
        yield Figure(measure, mention.span, amount=amount, change=change, about=about, about_spans=spans, period=period)


def _since_founding(line: Line, mention: Mention) -> Mention | None:
    """ "186 documents since the committee was launched in 1985": from that year on."""
    for date in line.dates:
        between = line.text[mention.span.end : date.span.start]
        if (
            date.period is not None
            and date.span.start > mention.span.end
            and re.search(r"\bsince [^.;]{3,70} in $", between)
        ):
            return date.but(period=Period.parse(f"{date.period.iso.partition('/')[0]}/.."))
    return None


def _carried(line: Line, mention: Mention) -> bool:
    """ "The ferry carried 48,000 passengers"."""
    lead = line.text[max(line.span.start, mention.span.start - 70) : mention.span.start]
    return counted("carried").search(lead) is not None


def _both(page: Page, index: int) -> bool:
    return len({s for m in page.here[index] if m.type == "state" for s in m.states}) > 1


def _change(line: Line, mention: Mention, taken: set[int]) -> Mention | None:
    """The change told with a count: "92,000, up 8 percent", "rose by 40 percent in 2024 to 92,000"."""
    for change in line.amounts:
        if change.type != "change" or change.span.start in taken:
            continue
        between = line.text[change.span.end : mention.span.start]
        if 0 < change.span.start - mention.span.end < 60 or re.fullmatch(
            r"(?: year[- ]on[- ]year)?,?(?: (?:in|during|over) [\w –-]{3,30})?,? (?:to|reaching|and reached)"
            r"(?: (?:about|some|almost|nearly))? ",
            between,
        ):
            return change
    return None


def _counted(page: Page, index: int, mention: Mention) -> str:
    """What a number counts, by its noun and the words about it; empty where it is no measure."""
    line = page.lines[index]
    noun, kind = str(mention.attributes.get("noun", "")).lower(), kind_of(mention)
    assert mention.amount is not None
    if kind == "time":
        return "duration" if _lasting(line, mention) else ""
    if kind not in ("none", "people") or mention.amount.value < 2:
        return ""
    if are_displaced(page, index, mention):
        return "displaced"
    named = _nouns().get(noun, "")
    if named == "visitors" and counted("held_up").search(line.text, line.span.start, line.span.end):
        return ""
    if named == "visitors" and counted("one_airport").search(line.text, line.span.start, line.span.end):
        return ""
    if (
        not named
        and bare_people(page, index, mention)
        and any(
            m.type == "state" and m.form.startswith("demonym") and 0 < m.span.start - mention.span.end < 10
            for m in page.here[index]
        )
    ):
        if counted("stopped").search(line.text, line.span.start, line.span.end):
            return ""
        named = (
            "visitors" if pattern("going").search(line.text, mention.span.end, mention.span.end + 48) else "population"
        )
    if named == "population" and not _told(line, mention, named, noun):
        named = "visitors" if pattern("going").search(line.text, mention.span.end, mention.span.end + 60) else named
    if noun in ("people", "persons", "passengers") and pattern("using").match(line.text, mention.span.end):
        return "visitors"
    if noun in ("trips", "visits", "journeys", "stays") and mention.amount.value >= _MANY:
        return "visitors"
    if noun in ("crossings", "passages", "entries", "exits", "transits"):
        named = _crossed(line, mention, noun)
    if noun in ("attempts", "cases", "acts") and counted("illegal").search(line.text, *_about(line, mention)):
        return "incidents"
    if named:
        return named if _told(line, mention, named, noun) else ""
    return _series(page, index, mention) if not noun else ""


def _about(line: Line, mention: Mention) -> tuple[int, int]:
    return mention.span.end, min(line.span.end, mention.span.end + 70)


def _crossed(line: Line, mention: Mention, noun: str) -> str:
    """What "19 illegal crossings", "41,206 truck crossings", "six road crossings" and "2.3 million crossings" count."""
    words = line.text[mention.span.end : mention.span.end + 40].lower().partition(noun)[0]
    if counted("illegal").search(words):
        return "incidents"
    if any(word.rstrip("s") + "s" in vehicles() for word in words.split()):
        return "other"
    assert mention.amount is not None
    many = mention.amount.value >= _MANY or counted("recorded").search(line.text, line.span.start, mention.span.start)
    return "visitors" if many else "checkpoints" if noun == "crossings" else ""


def _told(line: Line, mention: Mention, measure: str, noun: str) -> bool:
    """Whether the words about a number of agreements, visits ... tell a stock or a series, not one occasion."""
    text, span = line.text, mention.span
    after, before = text[span.end : span.end + 48], text[max(line.span.start, span.start - 90) : span.start]
    if measure == "agreements":
        stock = pattern("stock").search(before) or re.search(r"\b(?:in force|since|to date|so far)\b", after)
        return bool(stock) and not pattern("occasion").search(text, line.span.start, line.span.end)
    if measure == "visits":
        return bool(pattern("held").search(before) or re.search(r"took place|were (?:held|made|paid)", after))
    if measure == "checkpoints":
        border = noun in ("checkpoints", "crossings") or pattern("border_posts").match(after)
        reopened = re.search(r"\b(?:reopen|opened|closed)\b", after)
        return bool(border and pattern("posts").search(before + after) and not reopened)
    if measure == "other":
        return True
    if measure == "incidents":
        return noun != "cases" or bool(pattern("cases").match(after))
    if measure == "flights":
        return bool(pattern("weekly").search(text, line.span.start, line.span.end))
    if measure == "population":
        if pattern("quota").search(text, line.span.start, line.span.end):
            return False
        return bool(pattern("living").search(after))
    many = mention.amount is not None and mention.amount.value >= 1000
    if noun == "guests" and not many:
        return False
    return many or bool(pattern("travel").search(text, line.span.start, line.span.end))


def _series(page: Page, index: int, mention: Mention) -> str:
    """A bare number that goes on a count: "attacks fell from 26 in 2023 to 11", "23 raids, against 31 in 2023"."""
    line = page.lines[index]
    before = line.text[max(line.span.start, mention.span.start - 90) : mention.span.start]
    if pattern("killed").search(before) or pattern("injured").search(before):
        return ""
    of = pattern("numbered").search(line.text, line.span.start, mention.span.start)
    if of is None and (label := counted("label").search(line.text[line.span.start : mention.span.start])):
        return _numbered(label["what"], "")
    if of is not None:
        aimed = counted("unsure").search(line.text, line.span.start, of.start())
        return (
            "" if aimed or counted("raising").search(line.text, line.span.start, of.start()) else _numbered(of["what"])
        )
    linked = pattern("series").search(before)
    if linked and pattern("number_of").search(before):
        return "visitors"
    words = last_match(pattern("incidents"), line.text, line.span.start, mention.span.start)
    return "incidents" if linked and words and mention.span.start - words.end() < 110 else ""


def _people_numbered(line: Line, mention: Mention) -> bool:
    """ "The number of Iraqi students in Jordan has reached 14,000"."""
    of = pattern("numbered").search(line.text, line.span.start, mention.span.start)
    of = of or counted("label").search(line.text[line.span.start : mention.span.start])
    return of is not None and not PERSONS.isdisjoint(re.findall(r"[a-z-]+", of["what"].lower()))


def _numbered(what: str, least: str = "other") -> str:
    """The measure of "the number of border crossing points"; that of people stopped is "other"."""
    words = re.findall(r"[\w-]+", what.lower())
    if pattern("posts_counted").search(what.lower()) and not vehicles() & set(words):
        return "checkpoints"
    if counted("lives").search(what):
        return "population"
    if counted("stopped").search(what):
        return "other"
    if pattern("entering").search(what):
        return "visitors"
    if any(w in ("refugees", "displaced", "evacuees") for w in words):
        return "displaced"
    if not least and not PERSONS.isdisjoint(words):
        least = "other"
    return next((measure for w in words if (measure := _nouns().get(w))), "other" if vehicles() & set(words) else least)


def _lasting(line: Line, mention: Mention) -> bool:
    """ "After 23 years of negotiations", "remained shut for four years", "shall remain in force for ten years"."""
    text, span = line.text, mention.span
    assert mention.amount is not None
    if mention.amount.unit != "h" and re.match(
        r" of (?:negotiat|talks|conflict|dispute|closure|closed|hostilit)", text[span.end : span.end + 20]
    ):
        return True
    before = text[max(line.span.start, span.start - 60) : span.start]
    return bool(pattern("lasting").search(before))


def _sides(page: Page, index: int, measure: str, mention: Mention) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The two states that a count belongs to; none where the sentence is about something else."""
    line = page.lines[index]
    found: dict[str, Span] = {}
    gates = [m for m in gates_in(page, index) if m.span.end <= mention.span.start]
    if measure == "visitors" and gates and len(page.pair) > 1:
        gate = gates[-1]
        return (gate.name, *page.pair[:2]), (*gate.spans, *page.pair_spans[:2])
    for state in page.here[index]:
        if state.type == "state":
            if len(state.states) == 2:
                return state.states, state.spans
            found.setdefault(state.states[0] if state.states else "", state.span)
    found.pop("", None)
    if len(found) == 2:
        return tuple(found), tuple(found.values())
    pair = page.pair[:2], page.pair_spans[:2]
    if len(pair[0]) < 2:
        return (), ()
    if len(found) == 1 and next(iter(found)) in pair[0]:
        return pair
    border = pattern("border").search(line.text, line.span.start, line.span.end) or measure in (
        "duration",
        "visitors",
        "flights",
        "displaced",
        "checkpoints",
    )
    return (
        pair
        if border or (measure == "incidents" and not found) or (measure == "agreements" and not found)
        else ((), ())
    )
