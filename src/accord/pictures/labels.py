"""Words on a picture so that none lies on another: each takes the first free spot of those it may have.

Greedy, in the order given (Christensen, Marks and Shieber 1995, Algorithms for Point-Feature Label Placement: the
simplest of those compared). Widths of words are estimates: no font is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

__all__ = ["Box", "Label", "Labels", "around", "width_of"]

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""

_GAP = 1.5  # pixels between two labels
_NARROW, _WIDE = frozenset("iljtfrI.,'’-–() "), frozenset("mwMWGOQ@")


@dataclass(frozen=True, slots=True)
class Label:
    """A text with its middle, in pixels."""

    text: str
    x: float
    y: float
    size: float


def width_of(text: str, size: float) -> float:
    """About how wide a text is in Arial or Liberation Sans, in pixels."""
    return size * sum(0.32 if c in _NARROW else 0.86 if c in _WIDE else 0.7 if c.isupper() else 0.56 for c in text)


def around(x: float, y: float, text: str, size: float, away: float) -> Iterator[tuple[float, float]]:
    """Middles of a label beside a mark, the best first: right, left, above, below, the corners."""
    across, down = width_of(text, size) / 2 + away, size / 2 + away
    for dx, dy in ((1, 0), (-1, 0), (0, -1), (0, 1)):
        yield x + dx * across, y + dy * down
    for dx, dy in ((1, -1), (1, 1), (-1, -1), (-1, 1)):
        yield x + dx * (across - away / 2), y + dy * (down - away / 4)


@dataclass(slots=True)
class Labels:
    """A frame from (0, 0) with what is taken in it."""

    width: float
    height: float
    taken: list[Box] = field(default_factory=list)

    def block(self, x: float, y: float, radius: float) -> None:
        """Keep a mark free of words."""
        self.taken.append((x - radius, y - radius, x + radius, y + radius))

    def put(self, text: str, size: float, spots: Iterable[tuple[float, float]]) -> Label | None:
        """The label at the first free spot; None where there is none."""
        across, down = width_of(text, size) / 2 + _GAP, size * 0.6
        for x, y in spots:
            box = (x - across, y - down, x + across, y + down)
            if self._free(box):
                self.taken.append(box)
                return Label(text, round(x, 1), round(y, 1), size)
        return None

    def _free(self, box: Box) -> bool:
        left, top, right, bottom = box
        if left < 2 or top < 2 or right > self.width - 2 or bottom > self.height - 2:
            return False
        return all(right <= a or left >= c or bottom <= b or top >= d for a, b, c, d in self.taken)
