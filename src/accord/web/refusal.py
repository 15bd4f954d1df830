"""A request that is refused: the status, why, and what to do instead."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import HTTPException

__all__ = ["Refusal"]


class Refusal(HTTPException):
    """Told like every other error of the desk: a page for people, one shape in the API."""

    def __init__(self, status: int, reason: str, mend: str = "", headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, reason, dict(headers or {}))
        self.mend = mend
