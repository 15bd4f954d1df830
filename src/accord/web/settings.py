"""What a desk is started with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """`as_of` is the day that the pages speak of (None: the day of the request). `language` is that of the pages."""

    store: Path
    host: str = "127.0.0.1"
    port: int = 8765
    read_only: bool = False
    as_of: date | None = None
    language: str = "en"
