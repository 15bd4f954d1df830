"""What states do together or to each other, in tables: calendars of exercises and fairs, lists of sanctions."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.rows.grid import Grid, Row
from accord.languages.en.rows.heads import meanings
from accord.languages.en.rows.page import Page, first_name, home, titled
from accord.languages.en.rows.sides import Pair, named_in
from accord.languages.en.text.phrases import Line, heads
from accord.languages.views import Argument, Clause, Mention
from accord.values import Period

__all__ = ["happening_rows"]

_SANCTION = re.compile(
    r"\b(?:sanction\w*|ban(?:s|ned)?|embargo\w*|freez\w+|froze[n]?|blacklist\w*|(?:de)?listed|listings?|asset|restrict\w+"
    r"|tariffs?|quota|duty|duties|boycott\w*|closure of airspace)\b",
    re.IGNORECASE,
)
_EXPELLED = re.compile(r"\b(?:expel\w*|expul\w+|persona non grata|ordered out|sent home)\b", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:exercises?|drills?|manoeuvres|war games|fairs?|festivals?|tournaments?|calendar)\b", re.IGNORECASE
)
_FORMS = ("exercise", "exhibition", "forum", "summit", "tournament", "celebration")
_WHO = ("state", "organisation")
_MARKED = re.compile(r"\s*[(\[][^()]*[)\]]$|\*+$")
_CAPTION = 120  # characters
_LONGEST = 12  # words of an event's name


def happening_rows(grid: Grid, page: Page) -> Iterator[Clause]:
    """The measures of a list of sanctions, and the events of a calendar."""
    pair = Pair(page.pair, page.pair_spans)
    for row in grid.rows:
        clause = _measure(row, page) or _staged(row, page.lines[row.line], pair, page.today)
        if clause is not None:
            yield clause


def _measure(row: Row, page: Page) -> Clause | None:
    """A measure of one state against another, each in a cell of its own, or of the one whose measures the table lists."""
    sides = [c for m in ("sender", "by", "who", "with", "host", "to") for c in row.all(m) if row.within(c, *_WHO)]
    sides = list({c.span: c for c in sides}.values())
    cell = row.cell("what", "type")
    if not sides or cell is None or cell in sides:
        return None
    over = [c.text for _, c in row.grid.above if len(c.text) < _CAPTION]
    form = "expulsion" if _EXPELLED.search(cell.text) else "sanction"
    if form == "sanction" and not _SANCTION.search(" ".join((cell.text, *over))):
        return None
    against, more = named_in(row, sides[-1:], _WHO)
    states, spans = named_in(row, sides[:1], _WHO)
    if len(sides) == 1 and row.grid.has("host") and any(_SANCTION.search(words) for words in over):
        owner = home(row.grid, page, against)
        states, spans = ((owner[0],), (owner[1],)) if owner is not None else ((), ())
    both = tuple(dict.fromkeys((*states[:1], *against)))
    if not states or len(both) < 2:
        return None
    event = Mention("event", cell.span, _name(cell), both, (*spans[:1], *more), form=form)
    return _clause(row, event, row.day(), page.today)


def _name(cell: Cell) -> str:
    return " ".join(_MARKED.sub("", cell.text).split())


def _staged(row: Row, line: Line, pair: Pair, today: Period | None) -> Clause | None:
    """An event of a calendar: its name under a head for it, its day, its place and its states."""
    when = row.day("when", "start")
    if when is None:
        return None
    cells = row.all("occasion", "what", "title", "session")
    named = first_name(row) if not cells and titled(row.grid, _TITLE, "when", "start") else None
    for cell in [*cells, *([named] if named is not None else [])]:
        form = _form(row, cell, line)
        if not form or len(cell.text.split()) > _LONGEST or _verb(line, cell):
            continue
        told = [c for c in row.all("with", "who", "host", "by", "sender") if c is not cell]
        states, spans = named_in(row, told, _WHO)
        if len(states) < 2:
            more, other = named_in(row, [cell], ("state",))
            states, spans = tuple(dict.fromkeys((*states, *more))), (*spans, *other)
        if len(states) < 2:
            states = tuple(dict.fromkeys((*states, *pair.states[:3])))
            spans = (*spans, *pair.spans[:3])
        if len(states) > 1:
            event = Mention("event", cell.span, _name(cell), states, spans, form=form)
            return _clause(row, event, when, today)
    return None


def _form(row: Row, cell: Cell, line: Line) -> str:
    """The type of an event, by its name's nouns, else by the head over it."""
    known = heads("events")
    heads_ = (c.head.text for c in row.grid.columns if "occasion" in c.means or not c.means)
    over = (c.text for _, c in row.grid.above[:2] if "occasion" in meanings(c.text))
    for words in (cell.text, *heads_, *over):
        for word in reversed(re.findall(r"[^\W\d_]+", words.lower())):
            form = next((f for parts, f in known.get(word, ()) if len(parts) == 1), "")
            if form in _FORMS:
                return form
    return ""


def _verb(line: Line, cell: Cell) -> bool:
    """Whether a cell tells a sentence, which its own readers read."""
    return any(line.finite(i) and not t.capital for i, t in enumerate(line.tokens) if t.start in range(*_ends(cell)))


def _ends(cell: Cell) -> tuple[int, int]:
    return cell.span.start, cell.span.end


def _clause(row: Row, event: Mention, when: Mention | None, today: Period | None) -> Clause:
    arguments = [Argument(event, "object")]
    cell = row.cell("where")
    if cell is not None and not cell.text[:1].isdigit():
        name = cell.text.partition(",")[0].partition("(")[0].strip()
        span = Span(cell.span.start, cell.span.start + len(name))
        arguments += [Argument(Mention("place", span, name, attributes={"name": name}), "at")] if name else []
    told = when.period if when is not None else None
    status = "planned" if told is not None and today is not None and told.first > today.last else "reported"
    return Clause("deed", event.span, row.span, row.line, tuple(arguments), when, status)
