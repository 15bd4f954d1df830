"""Who meets whom: a network of states, each line a pair, wide by what is told of it and coloured by its balance.

The layout is of Fruchterman and Reingold (1991, Graph Drawing by Force-directed Placement) from a circle in the order of
codes, so that the same pairs give the same picture. Groups of states that nothing links are laid out one by one, and put
on shelves, the largest first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import ceil, sqrt
from typing import Any

import numpy as np

from accord.analysis.course import Dyad
from accord.gazetteer import display
from accord.pictures.picture import LIGHT, Cell, Picture, Table, Theme, specification
from accord.pictures.projection import Points

__all__ = ["HEADER", "balance_colour", "dyad_row", "network_picture"]

HEADER = ("first", "second", "facts", "balance", "last", "records")
_WIDTH = 760  # pixels
_STEP = 92.0  # pixels between states that are linked
_ROUNDS = 250
_EDGE = (34.0, 30.0)  # pixels around a group, for names
_AXES: dict[str, Any] = {a: {"field": a, "type": "quantitative", "scale": None, "axis": None} for a in ("x", "y")}

Spot = tuple[float, float]


def network_picture(dyads: Sequence[Dyad], *, top: int = 40, theme: Theme = LIGHT) -> Picture:
    """The most active pairs of states, so many at most, as a network."""
    shown = [d for d in dyads if d.records][:top]
    spots, height = _layout(shown)
    most = max((_weight(d) for d in shown), default=1)
    facts = sum(d.facts for d in shown)
    states = len(spots)
    drawn = specification(
        theme, _WIDTH, height, [_edges(shown, spots, most, theme), *_nodes(shown, spots, theme)],
        resolve={"scale": {"size": "independent"}},
    )  # fmt: skip
    return Picture(
        f"Network of {states} states: the {len(shown)} most active pairs of the record",
        f"{states} states, {len(shown)} pairs with {facts} facts; the widest line: {_pair(shown)}. "
        "A line is wide by facts and coloured by their balance, from conflict to cooperation.",
        drawn,
        Table(HEADER, tuple(dyad_row(d) for d in shown)),
    )


def _weight(dyad: Dyad) -> int:
    return max(dyad.facts, 1)


def _pair(shown: Sequence[Dyad]) -> str:
    return " and ".join(map(display, shown[0].states)) if shown else "none"


def dyad_row(dyad: Dyad) -> tuple[Cell, ...]:
    """The row of a pair under `HEADER`."""
    last = dyad.last.isoformat() if dyad.last else None
    return *dyad.states, dyad.facts, dyad.balance, last, dyad.records


# ------------------------------------------------------------------ layers


def _edges(shown: Sequence[Dyad], spots: Mapping[str, Spot], most: int, theme: Theme) -> dict[str, Any]:
    rows = [
        {
            "pair": " and ".join(map(display, d.states)),
            "x": spots[d.states[0]][0],
            "y": spots[d.states[0]][1],
            "x2": spots[d.states[1]][0],
            "y2": spots[d.states[1]][1],
            "facts": d.facts,
            "width": round(1.5 + 7 * sqrt(_weight(d) / most), 2),
            "balance": d.balance,
        }
        for d in sorted(shown, key=_weight)
    ]
    return {
        "data": {"values": rows},
        "mark": {"type": "rule", "strokeCap": "round", "opacity": 0.85},
        "encoding": {
            **_AXES,
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
            "strokeWidth": {"field": "width", "type": "quantitative", "scale": None},
            "color": balance_colour(theme),
            "tooltip": [{"field": f} for f in ("pair", "facts", "balance")],
        },
    }


def balance_colour(theme: Theme) -> dict[str, Any]:
    """The colour of a balance, the PLOVER scale from -10 to 10; without one, that of none."""
    return {
        "field": "balance", "type": "quantitative", "title": "balance (mean PLOVER score)",
        "scale": {"domain": [-10, 0, 10], "range": [theme.conflict, theme.even, theme.cooperation], "interpolate": "rgb"},
        "legend": {"orient": "top", "gradientLength": 160, "gradientThickness": 8, "values": [-10, -5, 0, 5, 10]},
        "condition": {"test": "!isValid(datum.balance)", "value": theme.even},
    }  # fmt: skip


def _nodes(shown: Sequence[Dyad], spots: Mapping[str, Spot], theme: Theme) -> list[dict[str, Any]]:
    total: dict[str, int] = defaultdict(int)
    for dyad in shown:
        for state in dyad.states:
            total[state] += dyad.facts
    rows = [
        {"state": display(s), "code": s, "x": x, "y": y, "below": y + 23, "facts": total[s]}
        for s, (x, y) in sorted(spots.items())
    ]
    below = {**_AXES, "y": {**_AXES["y"], "field": "below"}, "text": {"field": "state"}}
    name = {"type": "text", "fontSize": 10, "baseline": "middle"}
    halo = {"stroke": theme.ground, "strokeWidth": 3, "strokeOpacity": 0.85, "strokeJoin": "round"}
    disc = {
        "type": "circle",
        "size": 700,
        "color": theme.ground,
        "stroke": theme.line,
        "strokeWidth": 1.2,
        "opacity": 1,
    }
    layers = [
        {"mark": disc, "encoding": {**_AXES, "tooltip": [{"field": "state"}, {"field": "facts"}]}},
        {
            "mark": name | {"fontSize": 9.5, "fontWeight": "bold", "color": theme.ink},
            "encoding": {**_AXES, "text": {"field": "code"}},
        },
        {"mark": name | {"color": theme.ground} | halo, "encoding": below},
        {"mark": name | {"color": theme.soft}, "encoding": below},
    ]
    return [{"data": {"values": rows}, **layer} for layer in layers]


# ------------------------------------------------------------------ layout


def _layout(shown: Sequence[Dyad]) -> tuple[dict[str, Spot], int]:
    """Where each state stands, in pixels, and how high the picture is."""
    links = {d.states: sqrt(_weight(d)) for d in shown}
    boxes = [(group, *_box(_forces(group, links))) for group in _groups(links)]
    boxes.sort(key=lambda box: (-len(box[0]), -box[2][1], box[0]))
    spots: dict[str, Spot] = {}
    left = top = deep = 0.0
    for group, points, (across, down) in boxes:
        if left and left + across > _WIDTH:
            left, top, deep = 0.0, top + deep, 0.0
        for state, (x, y) in zip(group, points.tolist(), strict=True):
            spots[state] = round(left + x, 1), round(top + y, 1)
        left, deep = left + across, max(deep, down)
    return spots, max(ceil(top + deep), 120)


def _groups(links: Mapping[tuple[str, str], float]) -> list[list[str]]:
    """States linked with each other, directly or not."""
    group_of: dict[str, list[str]] = {}
    for first, second in links:
        a, b = (group_of.get(state) or [state] for state in (first, second))
        merged = a if a is b else a + b
        for state in merged:
            group_of[state] = merged
    return [sorted(group) for group in {id(g): g for g in group_of.values()}.values()]


def _forces(group: Sequence[str], links: Mapping[tuple[str, str], float]) -> Points:
    """Springs along links, repulsion between all, cooling; in pixels."""
    number = {state: i for i, state in enumerate(group)}
    angle = 2 * np.pi * np.arange(len(group)) / len(group)
    at: Points = np.column_stack((np.cos(angle), np.sin(angle))) * _STEP * sqrt(len(group)) / 1.5
    pull = np.zeros((len(group), len(group)))
    for first, second in links:
        if first in number:
            pull[number[first], number[second]] = pull[number[second], number[first]] = 1.0
    for turn in range(_ROUNDS):
        gap = at[:, None, :] - at[None, :, :]
        far = np.maximum(np.hypot(gap[..., 0], gap[..., 1]), 1.0)
        push = _STEP**2 / far - pull * far**2 / _STEP
        np.fill_diagonal(push, 0.0)
        move = (gap / far[..., None] * push[..., None]).sum(axis=1) - 0.06 * at
        length = np.maximum(np.hypot(move[:, 0], move[:, 1]), 1e-9)
        heat = _STEP * (1 - turn / _ROUNDS) * 0.5
        at = at + move / length[:, None] * np.minimum(length, heat)[:, None]
    return _flattened(at)


def _flattened(at: Points) -> Points:
    """Turned so that the longest way lies across, and no wider than the picture."""
    centred = at - at.mean(axis=0)
    axis = np.linalg.svd(centred, full_matrices=False)[2][0]
    if axis[0] < 0 or (axis[0] == 0 and axis[1] < 0):
        axis = -axis
    turned: Points = centred @ np.array([[axis[0], -axis[1]], [axis[1], axis[0]]])
    room = _WIDTH - 2 * _EDGE[0]
    return turned * min(1.0, room / max(float(np.ptp(turned[:, 0])), 1.0))


def _box(points: Points) -> tuple[Points, Spot]:
    """The points from the corner of their box, with its size; pixels."""
    low, size = points.min(axis=0), np.ptp(points, axis=0)
    return points - low + _EDGE, (float(size[0]) + 2 * _EDGE[0], float(size[1]) + 2 * _EDGE[1])
