"""An act found in a sentence, before it is a clause."""

from __future__ import annotations

from dataclasses import dataclass, field

from accord.languages.en.doings.words import Way
from accord.languages.views import Mention

__all__ = ["Act"]


@dataclass(slots=True)
class Act:
    """A way found at tokens [at, end) of a sentence, its auxiliaries from `first`, in the segment [left, right)."""

    way: Way
    first: int
    at: int
    end: int
    left: int = 0
    right: int = 0
    status: str = "reported"
    dated: bool = False
    wished: bool = False  # only its importance is spoken of
    things: list[Mention] = field(default_factory=list)
    own: Mention | None = None  # the date of its things alone

    @property
    def concept(self) -> str:
        return f"{self.way.kind}/{self.way.concept}"
