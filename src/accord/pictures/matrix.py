"""All pairs of the busiest states at once: a square for each, large by facts and coloured by their balance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import sqrt
from typing import Any

from accord.analysis.course import Dyad
from accord.gazetteer import display
from accord.pictures.network import HEADER, balance_colour, dyad_row
from accord.pictures.picture import LIGHT, Picture, Table, Theme, specification

__all__ = ["matrix_picture"]

_CELL = 26  # pixels


def matrix_picture(dyads: Sequence[Dyad], *, states: int = 24, theme: Theme = LIGHT) -> Picture:
    """The pairs among the states of which most is told, so many at most; each pair stands on both sides."""
    order, shown = _order(dyads, _busiest(dyads, states)), _shown(dyads, states)
    most = _most(shown)
    rows = [
        {
            "row": display(a),
            "column": display(b),
            "facts": d.facts,
            "balance": d.balance,
            "side": round((_CELL - 3) ** 2 * max(sqrt(d.facts / most), 0.12) ** 1.2, 1),
        }
        for d in shown
        for a, b in (d.states, d.states[::-1])
    ]
    size = _CELL * len(order)
    drawn = specification(theme, size, size, _layers([display(s) for s in order], rows, theme))
    title, description, table = matrix_numbers(dyads, states=states)
    return Picture(title, description, drawn, table)


def matrix_numbers(dyads: Sequence[Dyad], *, states: int = 24) -> tuple[str, str, Table]:
    """The title, the description and the table of such a matrix, without its order."""
    shown, order = _shown(dyads, states), _busiest(dyads, states)
    return (
        f"Matrix of {len(order)} states: activity and balance of their pairs",
        f"{len(shown)} pairs of {len(order)} states. A square is large by the facts told of a pair, at most "
        f"{_most(shown)}, and coloured by their balance, from conflict to cooperation.",
        Table(HEADER, tuple(dyad_row(d) for d in shown)),
    )


def _busiest(dyads: Sequence[Dyad], most: int) -> list[str]:
    """The states of the most active pairs, so many at most."""
    chosen: dict[str, None] = {}
    for d in dyads:
        if d.records and len(chosen.keys() | set(d.states)) <= most:
            chosen.update(dict.fromkeys(d.states))
    return list(chosen)


def _shown(dyads: Sequence[Dyad], states: int) -> list[Dyad]:
    chosen = set(_busiest(dyads, states))
    return [d for d in dyads if d.records and chosen.issuperset(d.states)]


def _most(shown: Sequence[Dyad]) -> int:
    """The facts of the pair of which most is told."""
    return max((d.facts for d in shown), default=1) or 1


def _order(dyads: Sequence[Dyad], chosen: Sequence[str]) -> list[str]:
    """Some states, each next the one most tied to those just before it."""
    weight: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for d in dyads:
        first, second = d.states
        weight[first][second] = weight[second][first] = 10 * d.facts + d.records
    order, left = list[str](), list(chosen)
    while left:
        best = max(
            left, key=lambda s: (sum(weight[s][t] / (len(order) - i) for i, t in enumerate(order)), -left.index(s))
        )
        order.append(best)
        left.remove(best)
    return order


def _layers(names: list[str], rows: list[dict[str, Any]], theme: Theme) -> list[dict[str, Any]]:
    def axis(field: str, orient: str, angle: int) -> dict[str, Any]:
        scale = {"domain": names, "paddingInner": 0, "paddingOuter": 0}
        labels = {"orient": orient, "labelAngle": angle, "labelLimit": 150, "labelPadding": 6, "domain": False}
        return {"field": field, "type": "nominal", "title": None, "scale": scale, "axis": labels}

    place = {"x": axis("column", "top", -60), "y": axis("row", "left", 0)}
    ground = [{"row": name, "column": name} for name in names]
    lattice = [{"row": a, "column": b} for a in names for b in names if a != b]
    cell = {"type": "rect", "width": _CELL - 1, "height": _CELL - 1}
    return [
        {"data": {"values": lattice}, "mark": cell | {"color": theme.land}, "encoding": place},
        {"data": {"values": ground}, "mark": cell | {"color": theme.water}, "encoding": place},
        {
            "data": {"values": rows},
            "mark": {"type": "square", "opacity": 1},
            "encoding": {
                **place,
                "size": {"field": "side", "type": "quantitative", "scale": None},
                "color": balance_colour(theme),
                "tooltip": [{"field": f} for f in ("row", "column", "facts", "balance")],
            },
        },
    ]
