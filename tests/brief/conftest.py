"""Briefs of small invented shelves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from accord.brief.build import Options
from accord.brief.command import make_brief
from accord.brief.model import Brief

from .samples import SAMPLES, line
from .shelf import Shelf, document, shelf

PAIR = ["KEN", "UGA"]
TODAY = date(2025, 6, 1)


def sample_shelf(kind: str, text: str = "", everywhere: bool = True, **more: Any) -> Shelf:
    """A shelf with the one claim of a kind's sample."""
    paper = document(f"{kind}.txt", text or SAMPLES[kind][0], publisher="The Lake Wire", url="https://example.org/a")
    return shelf([paper], [line(kind, **more)], everywhere)


@pytest.fixture
def brief_of() -> Callable[..., Brief]:
    def made(book: Shelf, **options: Any) -> Brief:
        return make_brief(book, PAIR, Options(**{"as_of": TODAY, **options}))

    return made
