"""Tables of contacts: who went where, who met whom, by day and place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.rows.grid import Grid, Row
from accord.languages.en.rows.page import Page, Told, acts, city, direction, home, lead_mentions, owners, standing
from accord.languages.en.text.topics import topics_of
from accord.languages.views import Mention

__all__ = ["travels"]

_CONCEPTS = frozenset(("trip", "trip-last", "visit", "talks", "talks-last", "meet"))
_TALKS = re.compile(r"\b(?:met|meetings?|talks|bilaterals?|consultations?|conversations?|calls?)\b", re.IGNORECASE)
_CONTACTS = re.compile(
    r"\b(?:visits?|visitors?|contacts?|exchanges?|travels?|trips?|guests?|high-level)\b", re.IGNORECASE
)
_NONE = re.compile(r"\bno (?:visits?|meetings?|contacts?|exchanges?)\b", re.IGNORECASE)
_BY_PHONE = re.compile(r"\b(?:by |tele)?phone(?:d)?\b|\bby telephone\b|\btelephone\b", re.IGNORECASE)
_BY_VIDEO = re.compile(
    r"\b(?:by |via )?video(?:[- ]?(?:link|call|conference))?\b|\bonline\b|\bvirtual\w*\b", re.IGNORECASE
)
_WHO = ("visitor", "who")
_OTHER = re.compile(r"\b(?:ambassadors?|heads of mission|staff|chairs|members|contacts? for)\b", re.IGNORECASE)
_PART = r"[A-ZÀ-Þ][\w'’.-]+"
_NAME_OF = re.compile(rf"((?:{_PART} ){{1,3}}{_PART})(?= \()")
_NAME = re.compile(rf"(?:{_PART} ){{1,3}}{_PART}")
_TWO = re.compile(r"\s*(?:[-–—/&]|and|with|,)\s*", re.IGNORECASE)
_COUPLE = re.compile(r"[\w' ]*\b(?:couple|delegation|party)\b", re.IGNORECASE)
_TRIPS = re.compile(r"\b(?:trips?|travels?|journeys?|visits? (?:abroad|of|by)|foreign visits?|abroad)\b", re.IGNORECASE)
_TOWARDS = re.compile(r"\b(?:to|in)\s+(?:the\s+)?$", re.IGNORECASE)
_VISITS = re.compile(r"\b(?:visits?|guests?|visitors?|received|hosted|came|coming|arrivals)\b", re.IGNORECASE)
_SORT = re.compile(r"\b(state|official|working) visits?\b", re.IGNORECASE)
_LONG = 160  # characters; what names a table is shorter
_WORDS = re.compile(r"[^\W\d_]+")


def travels(grid: Grid, page: Page) -> Iterator[Told]:
    """Visits and talks that rows tell: under "who" with "where", or with a counterpart whom somebody over the table met."""
    if grid.head is None or not (grid.has("when") or grid.has("where") or grid.has("host")):
        return
    above = _above(grid)
    if not any(grid.has(m) for m in _WHO):
        if grid.has("visit"):
            for row in grid.rows:
                yield from _in_words(row, page, row.cell("visit"))
        elif grid.has("with") and _of_people(grid, "with") and (_TALKS.search(above) or _CONTACTS.search(above)):
            host = next((m for m in lead_mentions(grid, page, "person")), None)
            for row in grid.rows:
                yield from _met(row, page, host)
        elif _TRIPS.search(above) and (who := next(lead_mentions(grid, page, "person"), None)) is not None:
            for row in grid.rows:
                yield from _trip(row, page, who)
        return
    if not _of_people(grid, *_WHO) or _OTHER.search(above):
        return
    for row in grid.rows:
        cell = row.cell(*_WHO)
        people = _people(row, cell)
        other = _people(row, row.cell("with"))
        if cell is None or _NONE.search(" ".join(c.text for c in row.cells)):
            yield Told(row.line, (), _CONCEPTS)
        elif people and other:
            yield from _talks(row, page, [*people[:1], *other])
        elif len(people) > 1 and (_apart(cell, people) or len({m.states for m in people}) > 1):
            yield from _talks(row, page, people)
        elif people or _COUPLE.match(cell.text):
            yield from _visit(row, page, cell, people)


def _in_words(row: Row, page: Page, cell: Cell | None) -> Iterator[Told]:
    """A visit that one cell tells: "Premier Ada Moss of Peru to Chile"."""
    people = _people(row, cell)
    if cell is None or not people:
        return
    for mention in owners(row, cell):
        before = cell.text[: max(mention.span.start - cell.span.start, 0)]
        if (
            mention.type in ("state", "place")
            and _TOWARDS.search(before)
            and mention.states[:1] != people[0].states[:1]
        ):
            host = mention.but(states=mention.states[:1])
            place = city(row, Cell(cell.text, mention.span))
            yield _trip_told(row, page, people[0], host, place)
            return


def _trip(row: Row, page: Page, who: Mention) -> Iterator[Told]:
    """A visit of somebody named over the table to the state or place of the row."""
    where = row.cell("host", "with", "where", "to")
    hosts = [m for m in owners(row, where) if m.type in ("state", "place")]
    if hosts and (who.states or home(row.grid, page, hosts[0].states) is not None):
        whose = home(row.grid, page, hosts[0].states)
        who = who if who.states or whose is None else who.but(states=whose[:1])
        if who.states[:1] != hosts[0].states[:1]:
            yield _trip_told(row, page, who, hosts[0].but(states=hosts[0].states[:1]), city(row, where))


def _trip_told(row: Row, page: Page, visitor: Mention, host: Mention, place: Mention | None) -> Told:
    when = row.day("when")
    status = standing(" ".join(c.text for c in row.cells), when, page.today)
    sort = _SORT.search(" ".join([*(c.text for c in row.cells), _above(row.grid)]))
    manner = Mention("manner", row.span, form=sort[1].lower()) if sort is not None else None
    clause = acts("trip", row, [(visitor, "subject"), (host, "to"), (place, "at"), (manner, "by")], when, status)
    return Told(row.line, (clause,), _CONCEPTS)


def _above(grid: Grid) -> str:
    return " ".join(c.text for _, c in grid.above if len(c.text) < _LONG)


def _of_people(grid: Grid, *means: str) -> bool:
    """Whether most cells under columns of these meanings name people or offices."""
    named = sum(bool(_people(row, row.cell(*means))) for row in grid.rows)
    return 2 * named >= len(grid.rows) > 0


def _people(row: Row, cell: Cell | None) -> list[Mention]:
    """The people of a cell, those with the code or name of a state behind them of that state."""
    if cell is None:
        return []
    found = []
    people = [m for m in row.mentions if m.type == "person" and m.span.overlaps(cell.span)]
    named = [*people, *row.within(cell, "office")]  # a name and an office may stand in two cells
    named = [m for m in named if not m.attributes.get("pronoun")]
    outer = [m for m in named if not any(o is not m and m.span in o.span for o in named)]
    states = [m for m in owners(row, cell) if m.type == "state"]
    for mention in outer:
        behind = next((s for s in states if 0 <= s.span.start - mention.span.end <= 3), None)
        if behind is not None and not mention.states:
            mention = mention.but(states=behind.states, antecedents=(*mention.antecedents, behind.span))
        found.append(mention)
    return found or _named(row, cell, states)


def _named(row: Row, cell: Cell, states: list[Mention]) -> list[Mention]:
    """People whom nothing introduces: names with the state behind them ("Ada Moss (Peru)"), or a name alone in a cell, with
    the office of its column."""
    found = []
    for match in _NAME_OF.finditer(cell.text):
        span = Span(cell.span.start + match.start(1), cell.span.start + match.end(1))
        own = next((s for s in states if 0 <= s.span.start - span.end <= 3), None)
        if own is not None:
            found.append(Mention("person", span, match[1], own.states, (own.span,), form="name"))
    if found or not _NAME.fullmatch(cell.text):
        return found
    held = row.cell("office", "type")
    office = next(iter(row.within(held, "office")), None)
    words = (office.office or held.text) if office is not None and held is not None else held.text if held else ""
    of = office.states if office is not None and len(office.states) == 1 else ()
    spans = (held.span,) if held is not None else ()
    if office is None and not row.grid.has("visitor"):
        return []
    return [Mention("person", cell.span, cell.text, of, spans, office=words, form="office" if words else "name")]


def _apart(cell: Cell, people: list[Mention]) -> bool:
    """Whether two people of a cell are told one against the other: "A – B", "A (PER) and B (CHL)"."""
    gaps = (cell.text[a.span.end - cell.span.start : b.span.start - cell.span.start] for a, b in pairwise(people))
    return all(_TWO.fullmatch(re.sub(r"\([^)]*\)", "", gap)) for gap in gaps)


def _met(row: Row, page: Page, host: Mention | None) -> Iterator[Told]:
    people = _people(row, row.cell("with"))
    if host is None or not people:
        return
    if not host.states and (whose := home(row.grid, page, [s for m in people for s in m.states])) is not None:
        host = host.but(states=whose[:1], antecedents=(*host.antecedents, whose[1]))
    yield from _talks(row, page, [host, *people])


def _talks(row: Row, page: Page, people: list[Mention]) -> Iterator[Told]:
    """A meeting of a row's people; those whose state nothing tells are of the states that the page is about."""
    words = " ".join(c.text for c in row.cells)
    mode = "phone" if _BY_PHONE.search(words) else "video" if _BY_VIDEO.search(words) else "in-person"
    told = {s for m in people for s in m.states}
    sides: list[tuple[Mention, str]] = [(m, "subject") for m in people]
    while len(told) < 2 and (more := home(row.grid, page, told)) is not None:
        told.add(more[0])
        sides.append((Mention("state", more[1], more[0], more[:1], form="teller"), "subject"))
    if len(told) < 2:
        return
    place = None
    if mode == "in-person":
        place = city(row, row.cell("where")) or _lead_place(row.grid, page)
    when = row.day("when")
    manner = Mention("manner", row.span, mode, form=mode)
    subject = row.cell("topic", "what")
    topics = topics_of([w.lower() for w in _WORDS.findall(subject.text)]) if subject is not None else ()
    on = Mention("subject", subject.span, topics=topics) if subject is not None and topics else None
    status = standing(words, when, page.today)
    clause = acts("talks", row, [*sides, (place, "at"), (manner, "by"), (on, "on")], when, status)
    yield Told(row.line, (clause,), _CONCEPTS)


def _lead_place(grid: Grid, page: Page) -> Mention | None:
    """The place that the nearest words over a table name, where no column tells any."""
    for mention in lead_mentions(grid, page, "place", "state") if not grid.has("where") else ():
        if mention.type == "place" or mention.form == "capital":
            return mention.but(
                type="place", attributes={**mention.attributes, "name": mention.attributes.get("name", mention.name)}
            )
    return None


def _visit(row: Row, page: Page, cell: Cell, people: list[Mention]) -> Iterator[Told]:
    """Somebody's visit to the state of the row's place."""
    where = row.cell("where", "host", "to")
    place = city(row, where)
    sender, receiver = direction(row.grid, page)
    hosts = [m for m in owners(row, where) if m.type in ("state", "place")]
    if not hosts and not row.grid.has("where") and _VISITS.search(_above(row.grid)):
        known = people[0].states if people else ()
        known = known or ((sender[0],) if sender is not None else ())
        receiver = receiver or (home(row.grid, page, known) if known else None)
        hosts = [Mention("state", receiver[1], receiver[0], receiver[:1], form="name")] if receiver else []
    if not hosts:
        return
    host = hosts[0].but(states=hosts[0].states[:1])
    if people:
        visitor = people[0]
    else:
        visitor = Mention("office", cell.span, cell.text, office=cell.text, attributes={"role": cell.text})
    if not visitor.states or visitor.states[:1] == host.states:
        told = next((m for m in owners(row, row.cell("sender", "from", "with")) if m.states[:1] != host.states), None)
        whose = (told.states[0], told.span) if told is not None else sender
        whose = whose if whose is not None and whose[0] not in host.states else home(row.grid, page, host.states)
        if whose is None:
            return
        visitor = visitor.but(states=whose[:1], antecedents=(*visitor.antecedents, whose[1]))
    yield _trip_told(row, page, visitor, host, place)
