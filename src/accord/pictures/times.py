"""Time across a picture: which stretch of it is shown, where a day lies, and which marks its axis has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["Axis", "recent"]

_STRAY = 0.1  # of all, at most so many old ones are left out
_TICKS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400)  # months between two marks
_APART = 46.0  # pixels between two marks at least
_YEAR = 12  # months


def recent(days: Sequence[date]) -> int:
    """How many of some days, sorted, lie so far back that the others have twice the room without them: at most a tenth."""
    start = 0
    for k in range(1, int(len(days) * _STRAY) + 1):
        if 2 * (days[-1] - days[k]).days <= (days[-1] - days[start]).days:
            start = k
    return start


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` to `last` over so many pixels, beginning at `left`."""

    first: date
    last: date
    left: float
    width: float

    def __call__(self, day: date) -> float:
        """The pixel of the start of a day; one beyond the axis lies at its end."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(self.left + self.width * min(max(share, 0.0), 1.0), 1)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Pixels and words of the marks: months, or years where there is no room for months."""
        months = (self.last.year - self.first.year) * _YEAR + self.last.month - self.first.month + 1
        step = next((s for s in _TICKS if self.width / max(months / s, 1) >= _APART), _TICKS[-1])
        at = self.first.year * _YEAR + self.first.month - 1
        at += -at % step
        while at // _YEAR <= date.max.year and (day := date(at // _YEAR, at % _YEAR + 1, 1)) <= self.last:
            if day >= self.first:
                yield (
                    self(day),
                    str(day.year) if step >= _YEAR else f"{day:%b} {day.year}" if at % _YEAR == 0 else f"{day:%b}",
                )
            at += step

    @classmethod
    def over(cls, days: Sequence[date], left: float, width: float) -> Axis:
        """An axis that some days lie on, with a little room on both sides."""
        first, last = min(days), max(days)
        room = timedelta(days=max(round((last - first).days * 0.02), 3))
        return cls(max(first, date.min + room) - room, min(last, date.max - room) + room, left, width)
