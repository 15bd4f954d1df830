"""Who meets whom: a network of states, each line a pair, wide by its facts, or by its meetings and visits, and coloured by
its balance.

The layout is of Fruchterman and Reingold (1991, Graph Drawing by Force-directed Placement) from a circle in the order of
codes, so that the same pairs give the same picture. Groups of states that nothing links are laid out one by one, and put
on shelves, the largest first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import ceil, sqrt
from typing import Any, Literal

import numpy as np

from accord.analysis.course import Dyad
from accord.gazetteer import display
from accord.pictures.picture import LIGHT, PIXELS, WIDE, Cell, Picture, Table, Theme, specification
from accord.pictures.projection import Points

__all__ = ["HEADER", "Weight", "balance_colour", "dyad_row", "network_numbers", "network_picture"]

HEADER = ("first", "second", "facts", "contacts", "balance", "last", "records")
_STEP = 92.0  # pixels between states that are linked
_ROUNDS = 250
_EDGE = (34.0, 30.0)  # pixels around a group, for names

Spot = tuple[float, float]
Links = Mapping[tuple[str, str], int]
Weight = Literal["facts", "contacts"]


def network_picture(dyads: Sequence[Dyad], *, by: Weight = "facts", top: int = 40, theme: Theme = LIGHT) -> Picture:
    """The pairs of states with the most facts, or the most contacts (meetings, visits and talks), so many at most."""
    shown = _chosen(dyads, by)[:top]
    links = {d.states: _weight(d, by) for d in shown}
    spots, height = _layout(links)
    drawn = specification(
        theme, WIDE, height, [_edges(shown, spots, links, theme), *_nodes(spots, links, theme)],
        resolve={"scale": {"size": "independent"}},
    )  # fmt: skip
    title, description, table = network_numbers(dyads, by=by, top=top)
    return Picture(title, description, drawn, table)


def network_numbers(dyads: Sequence[Dyad], *, by: Weight = "facts", top: int = 40) -> tuple[str, str, Table]:
    """The title, the description and the table of such a network, without its layout."""
    shown = _chosen(dyads, by)[:top]
    states = {state for d in shown for state in d.states}
    what = "facts" if by == "facts" else "meetings, visits and talks"
    most = f"; the widest line: {' and '.join(map(display, shown[0].states))}" if shown else ""
    return (
        f"Network of {len(states)} states: the {len(shown)} pairs with the most {what}",
        f"{len(states)} states, {len(shown)} pairs with {sum(getattr(d, by) for d in shown)} {what}{most}. "
        f"A line is wide by {what} and coloured by the balance of all facts, from conflict to cooperation.",
        Table(HEADER, tuple(dyad_row(d) for d in shown)),
    )


def _chosen(dyads: Sequence[Dyad], by: Weight) -> list[Dyad]:
    if by == "facts":
        return [d for d in dyads if d.records]
    return sorted((d for d in dyads if d.contacts), key=lambda d: (-d.contacts, -d.facts, d.states))


def _weight(dyad: Dyad, by: Weight) -> int:
    return max(int(getattr(dyad, by)), 1)


def dyad_row(dyad: Dyad) -> tuple[Cell, ...]:
    """The row of a pair under `HEADER`."""
    last = dyad.last.isoformat() if dyad.last else None
    return *dyad.states, dyad.facts, dyad.contacts, dyad.balance, last, dyad.records


# ------------------------------------------------------------------ layers


def _edges(shown: Sequence[Dyad], spots: Mapping[str, Spot], links: Links, theme: Theme) -> dict[str, Any]:
    most = max(links.values(), default=1)
    rows = [
        {
            "pair": " and ".join(map(display, d.states)),
            "x": spots[d.states[0]][0],
            "y": spots[d.states[0]][1],
            "x2": spots[d.states[1]][0],
            "y2": spots[d.states[1]][1],
            "facts": d.facts,
            "contacts": d.contacts,
            "width": round(1.5 + 7 * sqrt(links[d.states] / most), 2),
            "balance": d.balance,
        }
        for d in sorted(shown, key=lambda d: links[d.states])
    ]
    return {
        "data": {"values": rows},
        "mark": {"type": "rule", "strokeCap": "round", "opacity": 0.85},
        "encoding": {
            **PIXELS,
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
            "strokeWidth": {"field": "width", "type": "quantitative", "scale": None},
            "color": balance_colour(theme),
            "tooltip": [{"field": f} for f in ("pair", "facts", "contacts", "balance")],
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


def _nodes(spots: Mapping[str, Spot], links: Links, theme: Theme) -> list[dict[str, Any]]:
    total: dict[str, int] = defaultdict(int)
    for states, weight in links.items():
        for state in states:
            total[state] += weight
    rows = [
        {"state": display(s), "code": s, "x": x, "y": y, "below": y + 23, "told": total[s]}
        for s, (x, y) in sorted(spots.items())
    ]
    below = {**PIXELS, "y": {**PIXELS["y"], "field": "below"}, "text": {"field": "state"}}
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
        {"mark": disc, "encoding": {**PIXELS, "tooltip": [{"field": "state"}, {"field": "told"}]}},
        {
            "mark": name | {"fontSize": 9.5, "fontWeight": "bold", "color": theme.ink},
            "encoding": {**PIXELS, "text": {"field": "code"}},
        },
        {"mark": name | {"color": theme.ground} | halo, "encoding": below},
        {"mark": name | {"color": theme.soft}, "encoding": below},
    ]
    return [{"data": {"values": rows}, **layer} for layer in layers]


# ------------------------------------------------------------------ layout


def _layout(links: Links) -> tuple[dict[str, Spot], int]:
    """Where each state stands, in pixels, and how high the picture is."""
    boxes = [(group, *_box(_forces(group, links))) for group in _groups(links)]
    boxes.sort(key=lambda box: (-len(box[0]), -box[2][1], box[0]))
    spots: dict[str, Spot] = {}
    left = top = deep = 0.0
    for group, points, (across, down) in boxes:
        if left and left + across > WIDE:
            left, top, deep = 0.0, top + deep, 0.0
        for state, (x, y) in zip(group, points.tolist(), strict=True):
            spots[state] = round(left + x, 1), round(top + y, 1)
        left, deep = left + across, max(deep, down)
    return spots, max(ceil(top + deep), 120)


def _groups(links: Links) -> list[list[str]]:
    """States linked with each other, directly or not."""
    group_of: dict[str, list[str]] = {}
    for first, second in links:
        a, b = (group_of.get(state) or [state] for state in (first, second))
        merged = a if a is b else a + b
        for state in merged:
            group_of[state] = merged
    return [sorted(group) for group in {id(g): g for g in group_of.values()}.values()]


def _forces(group: Sequence[str], links: Links) -> Points:
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
    room = WIDE - 2 * _EDGE[0]
    return turned * min(1.0, room / max(float(np.ptp(turned[:, 0])), 1.0))


def _box(points: Points) -> tuple[Points, Spot]:
    """The points from the corner of their box, with its size; pixels."""
    low, size = points.min(axis=0), np.ptp(points, axis=0)
    return points - low + _EDGE, (float(size[0]) + 2 * _EDGE[0], float(size[1]) + 2 * _EDGE[1])
