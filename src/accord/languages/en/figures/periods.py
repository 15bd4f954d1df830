"""When a figure held, chosen among all dates in reach by what speaks for each.

Candidates are the dates of its sentence, those told shortly before, those of headings and of the first sentences, the
same a year back where the words ask for it, what its reader proposes, and none.
Evidence is where a date stands, how far, how exact it is, what leads it in, what stands between, what is measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.choice import Evidence, likeliest
from accord.languages.en.figures.evidence import notions_of
from accord.languages.en.figures.times import fiscal_year, is_base, told_dates, up_to
from accord.languages.en.figures.whose import closed, until_today
from accord.languages.en.figures.words import FLOWS, TRADE, Figure, Page, kind_of, pattern
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["NO_DATE", "Candidate", "candidates", "period_chosen", "place_of", "sentences_before"]

Candidate = tuple[Mention | None, Evidence]
_BACK, _LEAD = 4, 3  # sentences before a figure, and first ones of a text, whose dates are in reach
_BESIDE = 60  # characters around a date whose words tell what happened then
# What is added to the log odds of no date: a date left out spoils a figure, one too many its period alone. With it, no more
# figures without a date get one than by rules.
NO_DATE = -1.0
_HEADS = ("headline", "heading", "title")
_NAMES = ("paper", "event", "body", "organisation")
_FAR = (3, 8, 15, 30, 60)  # characters
_GRAINS = (
    (3000, "decade"), (366, "years"), (364, "year"), (180, "half"), (92, "span"), (85, "quarter"), (32, "months"), (27, "month"),
    (1, "days"), (0, "day"),
)  # fmt: skip
_CLASSES = {
    measure: name
    for name, measures in {
        "trade": " ".join(sorted(TRADE)),
        "hurt": "killed injured incidents",
        "works": "line-length voltage capacity generation duration",
        "border": "border-length border-delimited border-disputed checkpoints",
        "people": "displaced population visitors",
        "acts": "agreements visits flights",
        "cost": "cost",
    }.items()
    for measure in measures.split()
}
_CUT = re.compile(r"[,;:()—–]|\b(?:and|but|while|whereas|which|who|that|when|where)\b")
_PARTED = re.compile(r";|\b(?:while|whereas|but)\b")
_COMPARED = re.compile(
    r"\b(?:from|against|than|versus|compared (?:with|to)|exceeding|above|below|over)(?: (?:the|an?|about|some|only|just))* $",
    re.IGNORECASE,
)
_YEAR_BACK = re.compile(
    r"\b(?:an? year (?:earlier|ago|before|previously)|(?:the )?(?:previous|preceding|prior) year|the year before|last year"
    r"|(?:the )?(?:same|corresponding|comparable|like) (?:period|months?|quarter|stretch|span|time)(?: (?:of )?(?:the )?(?:previous|last"
    r"|preceding|prior) year| (?:a|one) year (?:earlier|ago|before))?|twelve months (?:earlier|before|ago))\b",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"\b(?:is|are|has|have|stands?|remains?|runs?|there(?:’s|'s)|currently|now|today)\b", re.IGNORECASE
)


class _Number(NamedTuple):
    """A number whose date is asked for."""

    page: Page
    at: int  # its sentence
    span: Span
    measure: str
    group: str  # of the measure
    kind: str  # of the unit
    based: bool  # another figure is compared with it


def period_chosen(page: Page, index: int, figure: Figure) -> Mention | None:
    """The likeliest date of a figure; None where none is likelier than any."""
    mention = figure.amount or figure.change
    assert mention is not None
    return likeliest(candidates(page, index, mention, figure.measure, figure), "periods", NO_DATE)


def candidates(page: Page, index: int, mention: Mention, measure: str, figure: Figure | None = None) -> list[Candidate]:
    """All that may be the date of a number, each with what speaks for or against it; none is the first."""
    line, span = page.lines[index], mention.span
    kind = "change" if mention.type == "change" else kind_of(mention)
    based = _COMPARED.search(line.text, max(line.span.start, span.start - 40), span.start) is not None
    name = "flow" if measure in FLOWS else measure
    number = _Number(page, index, span, name, _CLASSES.get(measure, "other"), kind, based)
    found: list[Candidate] = [(None, _of_none(number))]
    states = figure.about if figure is not None else ()
    for date, place, evidence in (*_in_sentence(number), *_told_before(number), *_year_back(number)):
        fit = _fitted(page, index, date, measure, states)
        if fit is not None and fit.period is not None:
            found.append((fit, evidence | _of_its_kind(number, fit.period, place)))
    if figure is not None:
        read = figure.period
        _propose(found, read, _fitted(page, index, read, measure, states) if read is not None else None, number.group)
    return found


def _fitted(page: Page, index: int, date: Mention, measure: str, states: tuple[str, ...]) -> Mention | None:
    """A date as a figure takes it: open ones closed by the day of telling, fiscal years as their months."""
    line = page.lines[index]
    fit = closed(line, up_to(line, date) if date.span in line.span else date, page.today)
    if fit is None:
        return None
    fit = fiscal_year(line, fit, (*states, *page.pair))
    return fit if measure in TRADE else until_today(line, fit, page.today)


def _iso(date: Mention | None) -> str:
    return date.period.iso if date is not None and date.period is not None else ""


def _grain(period: Period) -> str:
    """How exact a period is."""
    return "open" if period.open else next(name for least, name in _GRAINS if period.length.days >= least)


def _of_none(number: _Number) -> Evidence:
    """What speaks for a figure without a date."""
    line = number.page.lines[number.at]
    start, end = line.span.start, line.span.end
    told = min(2, sum(not is_base(line, d) for d in told_dates(line)))
    found = {"none", f"none {number.measure}", f"none {number.group}", f"none kind={number.kind}", f"none block={line.kind}",
             f"none dates={told}", f"none dates={told} {number.group}"}  # fmt: skip
    if _STANDING.search(line.text, start, end):
        found |= {"none standing", f"none standing {number.group}"}
    if _every_year(number):
        found.add("none yearly")
    if pattern("that_period").search(line.text, start, end):
        found.add("none that period")
    return found


def _every_year(number: _Number) -> bool:
    line, end = number.page.lines[number.at], number.span.end
    return pattern("yearly").search(line.text, end, min(line.span.end, end + 50)) is not None


def _of_its_kind(number: _Number, period: Period, place: str) -> Evidence:
    """Place and exactness of a date beside what is measured."""
    grain, today = _grain(period), number.page.today
    found = {f"{a} {b}" for a in (place, grain) for b in (number.measure, number.group)} | {f"{place} {grain}"}
    return found | {"to come"} if today is not None and period.first > today else found


def _in_sentence(number: _Number) -> Iterator[tuple[Mention, str, Evidence]]:
    """The dates of the number's own sentence."""
    line, span = number.page.lines[number.at], number.span
    text, own = line.text, [d for d in line.dates if d.period is not None]
    at_which = told_dates(line) if own else []
    for date in own:
        behind = date.span.start >= span.end
        titles = text[date.span.end : date.span.end + 2]
        if behind and titles == ": ":
            continue  # "(2023: 10 million)"
        side = "behind" if behind else "before"
        start, end = (span.end, date.span.start) if behind else (date.span.end, span.start)
        numbers = min(2, sum(start <= m.span.start < end for m in line.amounts))
        dates = min(2, sum(start <= d.span.start < end for d in own))
        cuts = min(3, len(_CUT.findall(text[start:end])) if start < end else 0)
        role = _role(number.page, number.at, date, at_which)
        found = {f"{side} far={sum(end - start >= f for f in _FAR)}", f"{side} numbers={numbers}", f"{side} dates={dates}",
                 f"{side} cuts={cuts}", f"{side} of {min(3, len(own))}", *role, *(f"{r} {side}" for r in role)}  # fmt: skip
        if start < end and _PARTED.search(text, start, end):
            found.add(f"{side} parted")
        if number.based:
            found |= {f"based {side}", f"based {side} numbers={min(1, numbers)}", f"based {side} cuts={min(1, cuts)}"}
            found |= {f"based base {side}"} & {f"based {r} {side}" for r in role}
        if behind and pattern("date_link").fullmatch(text, start, end):
            found |= {"linked", f"linked {number.based}"}
        if lead := str(date.attributes.get("preposition", "")):
            found.add(f"lead={lead.split()[0]} {side}")
        if not behind and titles in (": ", " ("):
            found.add("titles")
        yield date, "own", found


def _role(page: Page, index: int, date: Mention, told: list[Mention]) -> Evidence:
    """What a date tells in its own sentence: a base, when something was said, the date of a paper."""
    line = page.lines[index]
    found = {f"form={date.attributes.get('form')}"}
    if date.attributes.get("part"):
        found.add(f"part={date.attributes['part']}")
    if date.attributes.get("vague"):
        found.add("vague")
    if is_base(line, date):
        found.add("base")
    if not any(date is d for d in told):
        found.add("said")
    if any(m.type in _NAMES and date.span in m.span for m in page.here[index]):
        found.add("in a name")
    return found


def _told_before(number: _Number) -> Iterator[tuple[Mention, str, Evidence]]:
    """The dates of other sentences in reach, the nearest first, each period once."""
    page, line = number.page, number.page.lines[number.at]
    if _every_year(number):
        return
    that = pattern("that_period").search(line.text, line.span.start, line.span.end) is not None
    own = min(2, sum(d.period is not None for d in line.dates))
    mine = {name for _, name in notions_of(page, number.at)}
    seen: set[str] = set()
    for at in sentences_before(page, number.at):
        before, place = page.lines[at], place_of(page, number.at, at)
        at_which = told_dates(before) if before.dates else []
        for date in reversed(before.dates):
            if date.period is None or date.period.iso in seen:
                continue
            told = _told_with(page, at, date)
            found = {f"{piece} {place}" for piece in (f"with {own} own", *_role(page, at, date, at_which))}
            found |= {f"told {name} {number.group}" for name in told}
            found.add(f"shares {min(2, len(told & mine))} {number.group}")
            if that:
                found |= {f"that period {place}", f"that period {_grain(date.period)}"}
            if number.based:
                found.add(f"based back {place}")
            if not seen:
                found |= {"told last", f"told last {place}"}
            if before.amounts:
                found.add(f"beside numbers {place}")
            seen.add(date.period.iso)
            yield date, place, found


def sentences_before(page: Page, index: int) -> Iterator[int]:
    """The sentences before in which a figure's date, or what it is about, may be told, the nearest first."""
    yield from range(index - 1, max(-1, index - _BACK - 1), -1)
    for at in range(index - _BACK - 1, -1, -1):
        if at < _LEAD or page.lines[at].kind in _HEADS:
            yield at


def place_of(page: Page, index: int, at: int) -> str:
    """Where a sentence stands as seen from a later one."""
    if page.lines[at].kind in _HEADS:
        return "heading"
    if index - at > _BACK:
        return "lead"
    return f"{'block' if page.blocks[at] == page.blocks[index] else 'before'} {min(3, index - at)}"


def _told_with(page: Page, index: int, date: Mention) -> set[str]:
    """The notions of the words around a date."""
    tokens = page.lines[index].tokens
    return {name for i, name in notions_of(page, index) if abs(tokens[i].start - date.span.start) < _BESIDE}


def _year_back(number: _Number) -> Iterator[tuple[Mention, str, Evidence]]:
    """ "Against 31 a year earlier": the date told last, in the year before."""
    page, line, span = number.page, number.page.lines[number.at], number.span
    asked = _YEAR_BACK.search(line.text, span.end, min(line.span.end, span.end + 40))
    if asked is None:
        return
    lines = [d for d in line.dates if d.span.end <= span.start]
    told = [d for d in lines if d.period and not d.period.open] or [
        d
        for at in sentences_before(page, number.at)
        for d in reversed(page.lines[at].dates)
        if d.period and not d.period.open
    ][:1]
    if told and told[-1].period is not None:
        iso = re.sub(r"\b\d{4}\b", lambda year: str(int(year[0]) - 1), told[-1].period.iso)
        back = told[-1].but(span=Span(*asked.span()), period=Period.parse(iso), antecedents=told[-1].spans)
        yield back, "year back", {"year back", f"year back {number.based}"}


def _propose(found: list[Candidate], read: Mention | None, fit: Mention | None, group: str) -> None:
    """What its reader says of a figure's date, as it says it; `fit` is that date as other figures would take it."""
    same = [i for i, (date, _) in enumerate(found) if _iso(date) == _iso(fit)]
    if not same:
        same = [len(found)]
        found.append((read, {"derived"}))
    for i in same:
        told = f"proposed {bool(_iso(fit))}"
        found[i] = (read, found[i][1] | {told, f"{told} {group}"})
