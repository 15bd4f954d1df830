"""The timeline of two states: a lane for each kind, a dot for a day, a bar for what is known to a month or a year alone.

Marks of a lane that would lie on each other stand one under another; the words of those most told of stand beside their
marks, as many as there is room for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from accord.analysis.timeline import STANDINGS, Moment
from accord.gazetteer import display
from accord.pictures.labels import Labels, width_of
from accord.pictures.picture import LIGHT, PIXELS, WIDE, Picture, Table, Theme, specification
from accord.pictures.times import Axis, recent

__all__ = ["HEADER", "timeline_picture"]

HEADER = ("date", "standing", "kind", "what", "step", "sources", "id")
_MOST = 400  # moments, the latest
_SIDE, _HEAD, _ROW, _GAP = 8.0, 19.0, 13.0, 7.0  # pixels: margins, the head of a lane, a row of marks, beneath a lane
_DOT, _SIZE = 9.0, 9.5  # pixels: a dot with what surrounds it, the words of a mark
_LONGEST = 40  # letters
_LEGEND = 11.0


@dataclass(frozen=True, slots=True)
class _Mark:
    moment: Moment
    x: float
    x2: float
    y: float

    @property
    def dot(self) -> bool:
        return self.moment.period.first == self.moment.period.last


def timeline_picture(
    moments: Sequence[Moment],
    states: Sequence[str] = (),
    *,
    today: date | None = None,
    theme: Theme = LIGHT,
    width: int = WIDE,
) -> Picture:
    """Moments in the order of time, the latest 400 of those with an end, with a line at a day (None: without)."""
    closed = [m for m in moments if not m.period.open]
    told = closed[-_MOST:]
    early = recent([m.period.first for m in told])
    shown = told[early:]
    legend, top = _legend([m.standing for m in shown], theme, width)
    axis = _axis(shown, today, width)
    lanes, height = _lanes(shown, top, axis)
    marks = list(_marks(shown, axis, lanes))
    drawn = specification(
        theme, width, round(height),
        [*_ground(axis, lanes, top, height, today, theme), *_bars(marks, theme), *_dots(marks, theme),
         *_words(_names(marks, lanes, width, height), theme), *legend],
    )  # fmt: skip
    return Picture(
        " and ".join(map(display, states)) + ": timeline" if states else "Timeline",
        _description(shown, len(closed) - len(shown)),
        drawn,
        Table(HEADER, tuple(_row(m) for m in moments)),
    )


def _row(m: Moment) -> tuple[str | int, ...]:
    return str(m.period), m.standing, m.record.kind, m.title, m.step, m.voices, m.record.id


def _description(shown: Sequence[Moment], earlier: int) -> str:
    if not shown:
        return "Nothing with a day, a month or a year."
    counts = Counter(m.standing for m in shown)
    parts = ", ".join(f"{counts[s]} {_plain(s)}" for s in STANDINGS if counts[s])
    text = f"{len(shown)} moments from {shown[0].period} to {max(str(m.period) for m in shown)}: {parts}."
    return text + (f" {earlier} earlier ones are in the table alone." if earlier else "")


def _plain(word: str) -> str:
    return word.replace("-", " ")


# ------------------------------------------------------------------ where all stands


@dataclass(frozen=True, slots=True)
class _Lane:
    kind: str
    count: int
    top: float
    rows: dict[int, int]  # index of a moment -> row


def _axis(shown: Sequence[Moment], today: date | None, width: int) -> Axis:
    days = [d for m in shown for d in (m.period.first, m.period.last)] or [today or date(2000, 1, 1)]
    near = [today] if today and min(days) <= today <= max(days) + timedelta(days=400) else []
    return Axis.over([*days, *near], _SIDE, width - 2 * _SIDE)


def _lanes(shown: Sequence[Moment], top: float, axis: Axis) -> tuple[list[_Lane], float]:
    """A lane for each kind, the fullest first, and where the last one ends."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for index, m in enumerate(shown):
        by_kind[m.record.kind].append(index)
    lanes: list[_Lane] = []
    y = top
    for kind, some in sorted(by_kind.items(), key=lambda item: (-len(item[1]), item[0])):
        rows = _packed([(i, *_across(shown[i], axis)) for i in some])
        lanes.append(_Lane(kind, len(some), y, rows))
        y += _HEAD + _ROW * (max(rows.values()) + 1) + _GAP
    return lanes, max(y, top + _HEAD) + 20


def _across(m: Moment, axis: Axis) -> tuple[float, float]:
    """The pixels that a mark takes: those of its days, a dot's at least."""
    x, x2 = axis(m.period.first), axis(m.period.last)
    return (x - _DOT / 2, x2 + _DOT / 2) if x2 - x < _DOT else (x, x2)


def _packed(items: Sequence[tuple[int, float, float]]) -> dict[int, int]:
    """For each stretch the first row in which it is free."""
    ends: list[float] = []
    rows: dict[int, int] = {}
    for index, x, x2 in sorted(items, key=lambda item: (item[1], item[0])):
        row = next((r for r, end in enumerate(ends) if end + 1 <= x), len(ends))
        ends[row : row + 1] = [x2]
        rows[index] = row
    return rows


def _marks(shown: Sequence[Moment], axis: Axis, lanes: Sequence[_Lane]) -> Iterator[_Mark]:
    for lane in lanes:
        for index, row in lane.rows.items():
            x, x2 = axis(shown[index].period.first), axis(shown[index].period.last)
            yield _Mark(shown[index], x, max(x2, x + 7), round(lane.top + _HEAD + _ROW * (row + 0.5), 1))


def _names(marks: Sequence[_Mark], lanes: Sequence[_Lane], width: int, height: float) -> list[dict[str, Any]]:
    """The words beside marks: those most told of first, where they lie on nothing."""
    room = Labels(width, height - 20)
    for lane in lanes:
        across = width_of(f"{_plain(lane.kind)}  {lane.count}", 11) + 10
        room.taken.append((0, lane.top, _SIDE + across, lane.top + _HEAD - 2))
    for m in marks:
        room.taken.append((m.x - 5, m.y - 5, (m.x if m.dot else m.x2) + 5, m.y + 5))
    found = []
    for m in sorted(marks, key=lambda m: (-m.moment.voices, -m.moment.period.last.toordinal(), m.moment.record.id)):
        title = m.moment.title
        text = title if len(title) <= _LONGEST else title[: _LONGEST - 1].rstrip() + "…"
        half = width_of(text, _SIZE) / 2 + 8
        end = m.x if m.dot else m.x2
        if text and (label := room.put(text, _SIZE, ((end + half, m.y), (m.x - half, m.y)))):
            found.append({"text": text, "x": label.x, "y": label.y})
    return found


# ------------------------------------------------------------------ layers


def _colours(theme: Theme) -> dict[str, tuple[str, str]]:
    """Edge and filling by standing: what came about is filled."""
    return {
        "happened": (theme.cooperation, theme.cooperation),
        "planned": (theme.cooperation, theme.ground),
        "lapsed": (theme.even, theme.ground),
        "called-off": (theme.conflict, theme.conflict),
        "denied": (theme.conflict, theme.ground),
    }


def _ground(
    axis: Axis, lanes: Sequence[_Lane], top: float, height: float, today: date | None, theme: Theme
) -> Iterator[dict[str, Any]]:
    """Lines of the times, the lanes with their names, and the day on which it is told."""
    bottom = height - 20
    ticks = [{"x": x, "y": top, "y2": bottom, "text": text, "below": height - 6} for x, text in axis.ticks()]
    text = {"type": "text", "fontSize": 10, "color": theme.soft}
    if ticks:
        rule = {
            "mark": {"type": "rule", "color": theme.line, "opacity": 0.25},
            "encoding": {**PIXELS, "y2": {"field": "y2"}},
        }
        named = {
            "mark": text,
            "encoding": {**PIXELS, "y": {**PIXELS["y"], "field": "below"}, "text": {"field": "text"}},
        }
        yield from ({"data": {"values": ticks}, **layer} for layer in (rule, named))
    if lanes:
        heads = [
            {
                "x": _SIDE,
                "x2": axis.left + axis.width,
                "y": lane.top,
                "below": lane.top + 12,
                "text": f"{_plain(lane.kind)}  {lane.count}",
            }
            for lane in lanes
        ]
        rule = {
            "mark": {"type": "rule", "color": theme.line, "opacity": 0.5},
            "encoding": {**PIXELS, "x2": {"field": "x2"}},
        }
        named = {
            "mark": {
                "type": "text",
                "fontSize": 11,
                "fontWeight": "bold",
                "align": "left",
                "baseline": "middle",
                "color": theme.ink,
            },
            "encoding": {**PIXELS, "y": {**PIXELS["y"], "field": "below"}, "text": {"field": "text"}},
        }
        yield from ({"data": {"values": heads}, **layer} for layer in (rule, named))
    if today and axis.first <= today <= axis.last:
        row = [{"x": axis(today), "y": top, "y2": bottom}]
        mark = {"type": "rule", "color": theme.mark, "strokeDash": [3, 3]}
        yield {"data": {"values": row}, "mark": mark, "encoding": {**PIXELS, "y2": {"field": "y2"}}}


def _bars(marks: Sequence[_Mark], theme: Theme) -> Iterator[dict[str, Any]]:
    for standing, (edge, filling) in _colours(theme).items():
        rows = [
            {"x": m.x, "x2": m.x2, "y": m.y - 3, "y2": m.y + 3}
            for m in marks
            if not m.dot and m.moment.standing == standing
        ]
        if rows:
            mark = {"type": "rect", "cornerRadius": 3, "fill": filling, "stroke": edge, "fillOpacity": 0.45}
            yield {
                "data": {"values": rows},
                "mark": mark,
                "encoding": {**PIXELS, "x2": {"field": "x2"}, "y2": {"field": "y2"}},
            }


def _dots(marks: Sequence[_Mark], theme: Theme) -> Iterator[dict[str, Any]]:
    for standing in _colours(theme):
        rows = [{"x": m.x, "y": m.y} for m in marks if m.dot and m.moment.standing == standing]
        if rows:
            yield {"data": {"values": rows}, "mark": _dot(standing, theme), "encoding": PIXELS}


def _dot(standing: str, theme: Theme) -> dict[str, Any]:
    edge, filling = _colours(theme)[standing]
    shape = "diamond" if edge == theme.conflict else "circle"
    return {
        "type": "point",
        "shape": shape,
        "fill": filling,
        "stroke": edge,
        "strokeWidth": 1.4,
        "size": 42,
        "opacity": 1,
    }


def _words(names: list[dict[str, Any]], theme: Theme) -> Iterator[dict[str, Any]]:
    if names:
        mark = {"type": "text", "fontSize": _SIZE, "baseline": "middle", "color": theme.soft}
        yield {"data": {"values": names}, "mark": mark, "encoding": {**PIXELS, "text": {"field": "text"}}}


def _legend(standings: Sequence[str], theme: Theme, width: int) -> tuple[list[dict[str, Any]], float]:
    """The marks with their words, in lines, and where the lanes begin."""
    layers: list[dict[str, Any]] = []
    x, y = _SIDE + 5, 10.0
    for standing in (s for s in STANDINGS if s in standings):
        text = _plain(standing)
        across = width_of(text, _LEGEND) + 30
        if x + across > width:
            x, y = _SIDE + 5, y + 18
        row = [{"x": x, "y": y, "text": text, "at": x + 9}]
        word = {"type": "text", "fontSize": _LEGEND, "align": "left", "baseline": "middle", "color": theme.ink}
        beside = {**PIXELS, "x": {**PIXELS["x"], "field": "at"}, "text": {"field": "text"}}
        layers += [
            {"data": {"values": row}, "mark": _dot(standing, theme), "encoding": PIXELS},
            {"data": {"values": row}, "mark": word, "encoding": beside},
        ]
        x += across
    return layers, y + 16
