"""Tables in plain text: columns set apart by tabs, bars or several spaces, with figures in them or at the same places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from accord.sources.tables import Row

__all__ = ["tables"]

_APART = re.compile(r"\s*\|\s*|[ ]*\t\s*|(?<![$€£])[ ]{2,}")
_PARTS = ("|", "\t", "  ")
"""One of which all that parts columns holds."""
_RULE = re.compile(r"[\s|+:=_*-]*")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_FIGURE = re.compile(
    rf"[-+−–(]?(?:[A-Z]{{0,3}}[$€£]\s*|[A-Z]{{3}}\s)?\d[\d\s.,]*(?:[)%*]|\s?[A-Za-z]{{1,3}}\d?|\s?[mb]illion)?|(?:\d{{1,2}}[-–\d]*\s)?{_MONTH}(?:\s\d{{1,2}},?)?(?:\s\d{{4}})?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}"
)
"""What tables hold and prose does not: numbers and days alone in a cell."""
_DAY = re.compile(
    rf"(?:\d{{1,2}}[-–\d]*\s)?{_MONTH}(?:\s\d{{1,2}},?)?(?:\s\d{{4}})?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}"
)
_BARRED = re.compile(r"[^|]+\|[^|]*\S")
_TAB = re.compile(r"\S[ ]*\t\s*\S")
_ONE_TAB, _TABS = re.compile(r"\t"), re.compile(r"\t+")
_GAP = re.compile(r"(?<=\S)[ ]{2,}(?=\S)")
_OVER = 3
"""Lines at the head of a run in columns that may be none of its table, and one."""
_MOST = 0.6
"""Share of the lines of a table that are as wide as each other, or that have a column at one place."""
_WIDEST = 70
"""Characters of a cell."""
_FEWEST = 2


Found = tuple[int, int, list[tuple[int, Row]]]


def tables(lines: Sequence[str]) -> list[Found]:
    """The tables in raw lines: from which line to which, and their rows with the line of each."""
    if not any(part in line for line in lines for part in _PARTS):
        return []
    found = {start: (start, end, rows) for start, end, rows in _figured(lines)}
    owner = {line: start for start, end, _ in found.values() for line in range(start, end)}
    for start, end, rows in _worded(lines):
        within = [found[first] for first in dict.fromkeys(owner[at] for at in range(start, end) if at in owner)]
        if all(start <= first and last <= end and len(own) < len(rows) for first, last, own in within):
            for first, _, _ in within:
                del found[first]
            found[start] = (start, end, rows)
    return [found[start] for start in sorted(found)]


def _figured(lines: Sequence[str]) -> Iterator[Found]:
    """Those with figures, and those parted by bars."""
    index = 0
    while index < len(lines):
        last = _run(lines, index)
        rows = _rows(lines, index, last) if last - index >= _FEWEST else []
        if rows:
            yield rows[0][0], rows[-1][0] + 1, rows
        index = max(last, index + 1)


def _worded(lines: Sequence[str]) -> Iterator[Found]:
    """Those parted by tabs, or in columns, whatever they hold; of a run of such lines the first may stand over a table."""
    for apart, read in ((_TAB, _tabbed), (_GAP, _in_columns)):
        for start, end in _runs(lines, apart):
            tried = ((at, read(lines, at, end)) for at in range(start, min(start + _OVER, end)))
            at, rows = next(((at, rows) for at, rows in tried if rows), (end, []))
            if rows:
                yield at, end, rows


def _runs(lines: Sequence[str], apart: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stretches of lines that all hold what parts columns, or go on behind an empty cell."""
    start: int | None = None
    for index, line in enumerate([*lines, ""]):
        goes_on = start is not None and apart is _TAB and line[:1] == "\t" and line.strip() != ""
        if goes_on or apart.search(line):
            start = index if start is None else start
        elif start is not None:
            yield start, index
            start = None


def _cells(line: str) -> list[str]:
    text = line.strip()
    cells = _APART.split(text.strip("|"))
    return [cell.strip() for cell in cells]


def _tabular(line: str) -> bool:
    cells = _cells(line)
    prose = any(len(cell.split()) > 3 and cell[-1] in ".!?;:," for cell in cells[:-1])
    return len(cells) > 1 and not prose and all(len(cell) <= _WIDEST for cell in cells)


def _run(lines: Sequence[str], start: int) -> int:
    """Where the run of lines in columns ends; rules within it and single gaps between its lines belong to it."""
    index = last = start
    while index < len(lines):
        if _tabular(lines[index]):
            last = index + 1
        elif not (last > start and _RULE.fullmatch(lines[index]) and index - last < 2):
            break
        index += 1
    return last


def _rows(lines: Sequence[str], start: int, end: int) -> list[tuple[int, Row]]:
    """The rows of a run that is a table: at least two with a figure, and most of them as wide as each other."""
    told = [(i, _cells(lines[i])) for i in range(start, end) if not _RULE.fullmatch(lines[i])]
    if barred := _barred(lines, told):
        return barred
    with_figures = [
        any(_FIGURE.fullmatch(cell) for cell in cells[1:]) or (len(cells) > 2 and _DAY.fullmatch(cells[0]) is not None)
        for _, cells in told
    ]
    figured = [cells for (_, cells), yes in zip(told, with_figures, strict=True) if yes]
    if len(figured) < _FEWEST or 2 * len(figured) < len(told):
        return []
    width, most = Counter(len(cells) for cells in figured).most_common(1)[0]
    if 2 * most < len(figured):
        return []
    first, last = with_figures.index(True), len(told) - with_figures[::-1].index(True)
    while last < len(told) and len(told[last][1]) == width:
        last += 1
    head = [row for row in told[max(0, first - 2) : first] if len(row[1]) >= width - 1]
    told = [*head, *told[first:last]]
    indented = [i for i, cells in told if len(cells) == width - 1 and lines[i][:1].isspace()]
    return [(i, Row(("", *cells) if i in indented else tuple(cells))) for i, cells in told]


def _tabbed(lines: Sequence[str], start: int, end: int) -> list[tuple[int, Row]]:
    """The rows of lines with tabs between words, most of them with as many: a table whatever it holds."""
    for tabs, most in ((_ONE_TAB, 1.0), (_TABS, _MOST)):
        told = [(i, [cell.strip() for cell in tabs.split(lines[i].rstrip())]) for i in range(start, end)]
        if _alike([len(cells) for _, cells in told], most):
            return [(i, Row(tuple(cells))) for i, cells in told]
    return []


def _alike(widths: Sequence[int], share: float) -> bool:
    """Whether rows are enough, three or two of three cells, and that share of them as wide as each other."""
    if not widths:
        return False
    width, most = Counter(widths).most_common(1)[0]
    return width > 1 and len(widths) + (width > 2) > _FEWEST and most >= share * len(widths)


def _in_columns(lines: Sequence[str], start: int, end: int) -> list[tuple[int, Row]]:
    """The rows of lines in which columns begin at the same places: four lines, or three of three columns; fewer may be
    signatures side by side."""
    if end - start <= _FEWEST:
        return []
    begun = Counter(gap.end() for line in lines[start:end] for gap in _GAP.finditer(line))
    edges = [0, *sorted(at for at, count in begun.items() if count >= _MOST * (end - start))]
    if (
        len(edges) < 2
        or end - start + len(edges) <= 2 * _FEWEST + 1
        or any(line[at - 1 : at].strip() for line in lines[start:end] for at in edges[1:])
    ):
        return []
    cut = [(i, [lines[i][a:b].strip() for a, b in pairwise([*edges, None])]) for i in range(start, end)]
    return [(i, Row(tuple(cells))) for i, cells in cut]


def _barred(lines: Sequence[str], told: Sequence[tuple[int, list[str]]]) -> list[tuple[int, Row]]:
    """The rows of a run whose lines are all parted by bars, as many in each, three lines at least: a table whatever it
    holds. A cell may be empty, the first or last too, where no bars stand around the lines."""
    if len(told) <= _FEWEST or not all(_BARRED.search(lines[i]) for i, _ in told):
        return []
    around = all(lines[i].strip()[:1] == "|" for i, _ in told)
    cut = [(i, [c.strip() for c in (lines[i].strip().strip("|") if around else lines[i]).split("|")]) for i, _ in told]
    rows = cut if len({len(cells) for _, cells in cut}) == 1 else told
    return [(i, Row(tuple(cells))) for i, cells in rows] if len({len(cells) for _, cells in rows}) == 1 else []
