"""A numeric target held against the series of its figure: how far it is, what it needs a year, what is seen a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from accord.analysis.archive import Archive, period_of
from accord.record import Field, Match, Record, Role, Type
from accord.values import Number, Period

__all__ = ["Figures", "Point", "Progress", "progress"]

_YEAR = 365.25
_LEAST, _MOST = 350, 380  # days of a year's figure


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series: its period, the value in the target's unit, and the record."""

    period: Period
    value: Number
    record: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How a target stands. Growth is a share a year (0.86 = 86 %), compound; `share` is the latest value over the
    target. `required_from` and `observed_from` are the records that each rests on."""

    target: Number
    unit: str
    due: Period | None
    series: tuple[Point, ...]
    base: Number | None
    share: float
    required_growth: float | None
    required_from: tuple[str, ...]
    observed_growth: float | None
    observed_from: tuple[str, ...]

    @property
    def latest(self) -> Point:
        return self.series[-1]

    @property
    def reached(self) -> bool:
        """Whether the latest figure is what was aimed at, or beyond it on the side away from the base."""
        if self.falling:
            return self.latest.value <= self.target
        return self.latest.value >= self.target

    @property
    def falling(self) -> bool:
        start = self.base if self.base is not None else self.series[0].value
        return self.target < start

    @property
    def way(self) -> float:
        """The share of the way from where it stood to the target that is behind: 1 where it is reached."""
        start = self.base if self.base is not None else self.series[0].value
        whole = float(self.target) - float(start)
        return 1.0 if whole == 0 else (float(self.latest.value) - float(start)) / whole


class Figures:
    """The figures of an archive, found by what they measure, in which unit, and of whom."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._series: dict[tuple[str, str, tuple[str, ...]], tuple[Point, ...]] = {}
        self._found: dict[tuple[str, str], dict[frozenset[str], list[Record]]] = defaultdict(lambda: defaultdict(list))
        for record in archive.records:
            if archive.fields(record, Role.MEASURE) and archive.fields(record, Role.PERIOD):
                key = str(archive.first(record, Role.MEASURE) or ""), str(archive.first(record, Role.UNIT) or "")
                self._found[key][frozenset(_about(archive, record))].append(record)

    def of(self, measure: str, unit: str, states: Iterable[str]) -> Iterator[Record]:
        """The figures of a measure that are about just these states, or say of nobody whom they are about; all of the
        measure where no states are given."""
        groups, wanted = self._found.get((measure, unit), {}), frozenset(states)
        for about in (wanted, frozenset[str]()) if wanted else groups:
            yield from groups.get(about, ())

    def series(self, measure: str, unit: str, states: tuple[str, ...]) -> tuple[Point, ...]:
        """The figures in the order of time, one a period; the whole years alone where there are any."""
        if (key := (measure, unit, states)) not in self._series:
            points = sorted(self._points(*key), key=lambda p: (p.period.last, p.period.first, p.record))
            yearly = [p for p in points if _LEAST <= p.period.length.days <= _MOST]
            self._series[key] = tuple(_one_a_period(yearly or points))
        return self._series[key]

    def _points(self, measure: str, unit: str, states: tuple[str, ...]) -> Iterator[Point]:
        archive = self.archive
        for record in self.of(measure, unit, states):
            value, period = archive.first(record, Role.VALUE), period_of(archive.first(record, Role.PERIOD))
            if archive.due(record) is not None or not isinstance(value, (int, float)) or period is None or period.open:
                continue
            if states and _about(archive, record) and _narrower(archive, record):
                continue
            yield Point(period, value, record.id)


def progress(promise: Record, archive: Archive, figures: Figures) -> Progress | None:
    """How a promise with a target stands by the figures of its measure; None without a target or a figure.

    Whole years are preferred: a part of a year is no measure of a yearly target.
    """
    target = archive.first(promise, Role.VALUE)
    unit = str(archive.first(promise, Role.UNIT) or "")
    measure = archive.first(promise, Role.MEASURE)
    if not isinstance(target, (int, float)) or not measure:
        return None
    series = figures.series(str(measure), unit, promise.concerns)
    if not series:
        return None
    due = archive.due(promise)
    latest = series[-1]
    required = _required(float(latest.value), float(target), latest.period, due)
    observed, rests = _observed(series, archive)
    return Progress(
        target,
        unit,
        due,
        series,
        _base(promise, archive),
        float(latest.value) / float(target) if target else 0.0,
        required,
        (promise.id, latest.record) if required is not None else (),
        observed,
        rests,
    )


def _about(archive: Archive, record: Record) -> Sequence[str]:
    return [str(v) for f in archive.fields(record, Role.CONCERNS) for v in record.values.get(f.name) or ()]


def _narrower(archive: Archive, record: Record) -> bool:
    """Whether a figure is of a part of the measure: of certain goods, or of one event."""
    loose: list[Field] = [f for f in archive.kinds[record.kind].fields if f.match is Match.NAME and f.type is Type.TEXT]
    return any(record.values.get(f.name) not in (None, "") for f in loose)


def _one_a_period(points: Sequence[Point]) -> list[Point]:
    """The last told of each period, in the order of time."""
    found: dict[tuple[Any, Any], Point] = {}
    for point in points:
        found[point.period.first, point.period.last] = point
    return list(found.values())


def _required(value: float, target: float, at: Period, due: Period | None) -> float | None:
    """The compound growth a year from a period's end to the due date's."""
    if due is None or value <= 0 or target <= 0:
        return None
    years = (due.last - at.last).days / _YEAR
    return round((target / value) ** (1 / years) - 1, 4) if years >= 0.5 else None


def _observed(series: Sequence[Point], archive: Archive) -> tuple[float | None, tuple[str, ...]]:
    """The growth a year that the figures show: between the first and the last, else what the last one tells."""
    first, last = series[0], series[-1]
    years = (last.period.last - first.period.last).days / _YEAR
    if years >= 0.9 and first.value > 0 and last.value > 0:
        return round((float(last.value) / float(first.value)) ** (1 / years) - 1, 4), (first.record, last.record)
    record = archive.by_id.get(last.record)
    change = archive.first(record, Role.CHANGE) if record else None
    if isinstance(change, (int, float)) and _LEAST <= last.period.length.days <= _MOST:
        return round(change / 100, 4), (last.record,)
    return None, ()


def _base(promise: Record, archive: Archive) -> Number | None:
    """Where the promise itself says that it starts from."""
    told = str(archive.first(promise, Role.BASE) or "")
    try:
        value = float(told)
    except ValueError:
        return None
    return None if 1900 <= value <= 2100 and value.is_integer() else value
