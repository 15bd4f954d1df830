"""Links between places in tables: "Lima – Guayaquil | resumed | 3 May", under a head that says route or line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.table_cells import Cell
from accord.languages.en.names.links import AIRLINE, MODES
from accord.languages.en.names.naming import called
from accord.languages.en.rows.acts import Said, acts_of, begun, dated_ahead, told_in
from accord.languages.en.rows.grid import Grid, Row
from accord.languages.en.rows.page import Page
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention
from accord.values import Period

__all__ = ["route_rows"]

_APART = re.compile(r"\s+(?:[–—-]|to|→|↔|⇄|<->|>|/)\s+|\s*[–—→↔⇄]\s*")
_CLOSE = re.compile(r"(?<=[a-zà-ÿ.)])[-/](?=[A-ZÀ-Þ])")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_CAPITAL = r"(?:(?:al|el|as|ash|an|ar)-)?[^\W\d_a-zß-ÿ][^\W\d_]*\.?"
_NAME = re.compile(
    rf"{_CAPITAL}(?:[ ’'-](?:{_CAPITAL}|(?:de|del|la|las|los|el|al|of|du|da|do|dos|van|der|des|le|les|sur|upon|am|an|na)(?!\w))){{0,5}}"
)
_NOUN = r"(?:line|route|service|link|connection|ferry|bus|train|flights?|express|shuttle|air|rail|sea|coach|boat|ship|sleeper)s?"
_LEAD = re.compile(
    rf"(?:(?:new|direct|daily|weekly|air|rail|sea|road|night|passenger|freight|cargo)\s+)*(?:{_NOUN})?:?\s*", re.I
)
_TAIL = re.compile(rf"\s+(?:(?:passenger|freight|night|direct)\s+)*{_NOUN}$", re.I)
_MORE = {
    "railcar": "rail",
    "railcars": "rail",
    "carrier": "",
    "carriers": "",
    "sailing": "sea",
    "sailings": "sea",
    "port": "sea",
    "airport": "air",
    "lines": "",
    "tracks": "rail",
}
_TURNED = re.compile(
    rf"(?P<goal>{_NAME.pattern})(?:\s*\([^()]*\)|,\s*[A-ZÀ-Þ][\w ]+)?\s+(?:from|via)\s+(?P<start>{_NAME.pattern})"
)
_PART = rf"{_CAPITAL}(?:[ ]{_CAPITAL}){{0,2}}"
_NAMED = re.compile(rf"(?<!\w)(?P<first>{_PART})(?:[–-]|[ ][–—-][ ])(?P<second>{_PART})")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FROM = re.compile(r"\b(?:from|as of|since|starting|starts)\s+\S*\d|\b(?:from|since|starting) \w+ \d", re.IGNORECASE)
_OF_ALL = re.compile(
    r"\b(?:flights?|lines|routes|services|links|trains|buses|ferries|connections|destinations|departures|network)\b[^.;]{0,30}?\b(?:(?:to and )?from|out of|of|to|serving)\s+(?:the )?(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_DOMESTIC = re.compile(r"\b(?:domestic|dom\.|internal|inland)", re.IGNORECASE)
_MOST = 0.5  # share of the rows that must be routes, where no head says that they are


def route_rows(grid: Grid, page: Page) -> Iterator[Clause]:
    """What the rows of a table of links tell of each of them."""
    lines, today = page.lines, page.today
    hub = _hub(grid, page) if grid.has("host") or grid.has("to") or grid.has("where") else None
    ends = [(row, told) for row in grid.rows if (told := _ends(grid, row, hub)) is not None]
    routes = hub is not None or grid.has("route") or grid.has("from", "to") or len(ends) > _MOST * len(grid.rows)
    if grid.has("project") or grid.has("crossing"):
        return
    ends += [(row, told) for row in grid.rows if row not in [r for r, _ in ends] and (told := _inside(row)) is not None]
    for row, (cells, (first, second)) in ends:
        mode = _own_mode(row, cells) or _told_by(row.section) or (_mode(grid, lines) if routes else "")
        if not mode or _at_home(row, first, second) or _silent(row):
            continue
        names = _called(first, second, lines[row.line]), _called(second, first, lines[row.line])
        link = Mention(
            "transport",
            Span(cells[0].span.start, cells[-1].span.end),
            f"{names[0]}-{names[1]}",
            tuple(dict.fromkeys((*first.states, *second.states))),
            (first.span, second.span),
            form=mode,
            attributes={"from": names[0], "to": names[1]},
        )
        for act in acts_of("transport", row, [] if row.all("when") else cells, today) or _since(row, today):
            status = "planned" if act.act == "plan" else "proposed" if act.act == "propose" else act.status
            argument = (Argument(link, "object"),)
            yield Clause(f"transport/{act.act}", act.span, row.span, row.line, argument, act.when, status)


def _silent(row: Row) -> bool:
    """Whether a row tells what became of its link in words that no act is known for ("upgrade", "extra flight")."""
    spoken = [c for c in row.all("status", "what", "type") if not _told_by(c.text) and row.day_of(c) is None]
    return bool(spoken) and not any(told_in("transport", c) for _, c in row.pairs())


def _at_home(row: Row, first: Mention, second: Mention) -> bool:
    """Whether both ends of a link lie in one state."""
    domestic = any(_DOMESTIC.search(c.text) for c in row.cells)
    return domestic or (len(first.states) == 1 and first.states == second.states)


def _since(row: Row, today: Period | None) -> list[Said]:
    """That a link runs since a day, where that is all a row tells."""
    cells = row.all("since", "joined", "start") or [c for _, c in row.pairs() if _FROM.search(c.text)]
    told = next(((c, day) for c in cells if (day := row.day_of(c)) is not None), None)
    return [dated_ahead(begun(Said("launch", told[0].span, when=told[1])), today)] if told is not None else []


def _called(end: Mention, other: Mention, line: Line) -> str:
    """The name of an end; a state's name beside a town is that of the town ("Lima – Panama")."""
    if end.type == "state" and (other.type != "state" or other.form == "capital"):
        return line.text[end.span.start : end.span.end]
    return called(end)


def _hub(grid: Grid, page: Page) -> Mention | None:
    """The town that the words over a table of links say that all of them begin in ("Flights from Lima")."""
    for _, cell in grid.above:
        match = _OF_ALL.search(cell.text)
        if match is not None:
            at = cell.span.start + match.end()
            found = (m for m in page.mentions if m.span.start == at and m.type in ("place", "state"))
            return next((m for m in found if m.type == "place" or m.form == "capital"), None)
    return None


def _ends(grid: Grid, row: Row, hub: Mention | None) -> tuple[list[Cell], tuple[Mention, Mention]] | None:
    """The cells that tell a link, and its two ends: one cell "A – B", one under "from" and one under "to", or one that
    names where a link of the hub goes."""
    if grid.has("from", "to"):
        start, end = row.cell("from"), row.cell("to")
        if start is not None and end is not None and start is not end:
            both = _end(row, start.text, start.span.start), _end(row, end.text, end.span.start)
            return None if both[0] is None or both[1] is None else ([start, end], (both[0], both[1]))
    goal = row.cell("to", "host", "where") if hub is not None else None
    if hub is not None and goal is not None and (far := _end(row, goal.text, goal.span.start)) is not None:
        return [goal], (hub, far)
    told = row.all("route") or [c for _, c in row.pairs()][:2]
    for cell in told:
        match = _TURNED.fullmatch(cell.text)
        if match is not None:
            far = _end(row, match["goal"], cell.span.start)
            near = _end(row, match["start"], cell.span.start + match.start("start"))
            return None if far is None or near is None else ([cell], (near, far))
        pair = _pair(row, cell)
        if pair is not None:
            return [cell], pair
    return None


def _inside(row: Row) -> tuple[list[Cell], tuple[Mention, Mention]] | None:
    """The link that the words of a log name ("3 May | Lima–Quito flights resume")."""
    for cell in row.all("what") if row.all("when") else ():
        match = _NAMED.search(cell.text)
        if match is not None and told_in("transport", cell) and _told_by(cell.text + " " + row.section):
            ends = (_end(row, match[k], cell.span.start + match.start(k)) for k in ("first", "second"))
            first, second = ends
            if first is not None and second is not None:
                return [cell], (first, second)
    return None


def _pair(row: Row, cell: Cell) -> tuple[Mention, Mention] | None:
    blank = _ASIDE.sub(lambda m: " " * len(m[0]), cell.text).rstrip()
    blank = blank[: m.start()] if (m := _TAIL.search(blank)) else blank
    lead = _LEAD.match(blank)
    first = lead.end() if lead else 0
    parts, at = [], first
    for match in [*(_APART if _APART.search(blank, first) else _CLOSE).finditer(blank, first), None]:
        end = match.start() if match else len(blank)
        words = blank[at:end]
        parts.append((words.strip(), cell.span.start + at + len(words) - len(words.lstrip())))
        at = match.end() if match else end
    if not 2 <= len(parts) <= 4:
        return None
    ends = [_end(row, words, start) for words, start in parts]
    if any(end is None for end in ends) or ends[0] is None or ends[-1] is None:
        return None
    return None if called(ends[0]) == called(ends[-1]) else (ends[0], ends[-1])


def _end(row: Row, words: str, start: int) -> Mention | None:
    """The place that words name, as the gazetteer has it where it knows it."""
    words = _ASIDE.sub("", words).strip()
    if not _NAME.fullmatch(words) or words.lower() in MODES:
        return None
    span = Span(start, start + len(words))
    known = next((m for m in row.mentions if m.span == span and m.type in ("place", "state")), None)
    return known or Mention("place", span, words, form="unknown", attributes={"name": words})


def _told_by(words: str) -> str:
    """The only mode that words tell."""
    found = [_MORE.get(w, MODES.get(w, "")) for w in _WORD.findall(words.lower())]
    modes = {mode for mode in found if mode}
    if len(modes) == 1:
        return modes.pop()
    return "air" if not modes and AIRLINE.search(words) else ""


def _own_mode(row: Row, cells: Sequence[Cell]) -> str:
    """The mode that a row tells: under a head for it, in the words of the link, in its other cells."""
    own = row.all("mode", "type")
    rest = [c for column, c in row.pairs() if c not in own and c not in cells and not {"notes"} & set(column.means)]
    return next((mode for c in (*own, *cells, *rest, *row.all("notes")) if (mode := _told_by(c.text))), "")


def _mode(grid: Grid, lines: Sequence[Line]) -> str:
    """The mode of all links of a table: told by its heads, by the words over it, by the page's first lines."""
    heads = " ".join(c.head.text for c in grid.columns)
    first = [line.own for line in lines[:2]]
    return next((m for words in (heads, *(c.text for _, c in grid.above), *first) if (m := _told_by(words))), "")
