"""Pictures of the desk: drawn by a process of their own, since reading what is to be drawn and drawing it holds Python's
lock for seconds, and kept ready.

A `Sketch` says what to draw; it is drawn when it is first asked for, and again when the store or the day has changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from threading import Lock
from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import Depends, Query

from accord.errors import AccordError
from accord.pictures import NARROW, THEMES, WIDE, Cell, Picture, Table, Theme, png, svg
from accord.version import __version__
from accord.web.settings import Settings

if TYPE_CHECKING:
    from accord.web.desk import ServedDesk

__all__ = ["Drawings", "Drawn", "Form", "Look", "Sketch", "drawn", "numbers", "plain_look"]

_KEPT = 96  # pictures, and files of them
_Now = tuple[str, str, bool]
Form = Literal["svg", "png"]


@dataclass(frozen=True, slots=True)
class _Look:
    """How a picture is to look: its colours, and its width in pixels where it can be narrow."""

    theme: str = "light"
    size: str = "wide"

    @property
    def colours(self) -> Theme:
        return THEMES[self.theme]

    @property
    def width(self) -> int:
        return NARROW if self.size == "narrow" else WIDE


async def _look(
    theme: Annotated[Literal["light", "dark"], Query(description="The colours.")] = "light",
    size: Annotated[Literal["wide", "narrow"], Query(description="For a desk or a phone; maps are wide.")] = "wide",
) -> _Look:
    return _Look(theme, size)


Look = Annotated[_Look, Depends(_look)]
plain_look = _Look()
"""The look of a picture whose numbers alone are asked for."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What to draw: `draw(desk, look, *given)` makes the picture."""

    draw: Callable[..., Picture]
    given: tuple[Hashable, ...]
    look: _Look = plain_look


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture in words and numbers: a title, what it shows, and a table of rows under a header."""

    title: str
    description: str
    header: list[str]
    rows: list[list[Cell]]


def drawn(picture: Picture) -> Drawn:
    """What a picture shows, for the API and for those who cannot see it."""
    return numbers(picture.title, picture.description, picture.table)


def numbers(title: str, description: str, table: Table) -> Drawn:
    """What a picture shows, without the picture."""
    return Drawn(title, description, list(table.header), [list(row) for row in table.rows])


class Drawings:
    """The pictures of a desk, those asked for last kept ready."""

    def __init__(self, desk: ServedDesk) -> None:
        self._desk = desk
        self._pictures = lru_cache(maxsize=_KEPT)(self._draw)
        self._files = lru_cache(maxsize=_KEPT)(self._write)
        self._press: ProcessPoolExecutor | None = None
        self._lock = Lock()

    def picture(self, sketch: Sketch) -> Picture:
        """What a sketch is a sketch of, as the store is now."""
        return self.picture_of(self._now(), sketch)

    def picture_of(self, now: _Now, sketch: Sketch) -> Picture:
        """The same as of a time, where that is known already."""
        return self._pictures(now, sketch)

    def file(self, sketch: Sketch, form: Form) -> bytes:
        """The picture as SVG or PNG. Raises AccordError where it cannot be drawn."""
        return self._files(self._now(), sketch, form)

    def tag(self, sketch: Sketch, form: Form) -> str:
        """What changes whenever the file may."""
        parts = (__version__, *self._now(), sketch.draw.__qualname__, sketch.given, sketch.look, form)
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]

    def close(self) -> None:
        with self._lock:
            if self._press:
                self._press.shutdown(cancel_futures=True)
                self._press = None

    def _now(self) -> _Now:
        """What changes whenever a picture may: also once more when what was behind has been counted."""
        return self._desk.store.stamp(), self._desk.day.isoformat(), self._desk.counting.behind

    def _draw(self, _now: _Now, sketch: Sketch) -> Picture:
        return sketch.draw(self._desk, sketch.look, *sketch.given)

    def _write(self, now: _Now, sketch: Sketch, form: Form) -> bytes:
        with self._lock:
            if self._press is None:
                settings = self._desk.settings
                self._press = ProcessPoolExecutor(1, get_context("spawn"), _open, (settings,))
            waiting = self._press.submit(_printed, now, sketch, form)
        try:
            return waiting.result()
        except BrokenProcessPool as error:
            with self._lock:
                self._press = None
            raise AccordError("the picture could not be drawn", "ask for it once more, or for its table") from error


_opened: list[ServedDesk] = []  # in the process that draws: its own desk on the same store


def _open(settings: Settings) -> None:
    from accord.web.findings import served

    _opened.append(served(settings))


def _printed(now: _Now, sketch: Sketch, form: Form) -> bytes:
    picture = _opened[0].drawings.picture_of(now, sketch)
    return svg(picture).encode() if form == "svg" else png(picture)
