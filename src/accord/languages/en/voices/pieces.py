"""A piece of a text that is somebody's."""

from __future__ import annotations

from dataclasses import dataclass

from accord.document import Span
from accord.languages.views import Mention

__all__ = ["Said"]


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """A stretch of a sentence that is somebody's: `manner` is say, stress, praise, blame, warn, judge, expect,
    positive, negative (moods and feelings told), quote, according, answer, question or speech; `turn` numbers the
    answers of an interview; `more` are the next sentences of a quotation, and `tone` the manner in which it is told."""

    speaker: Mention | None
    manner: str
    line: int
    span: Span
    trigger: Span
    word: str = ""
    turn: int = -1
    tone: str = ""
    more: tuple[tuple[int, Span], ...] = ()

    @property
    def parts(self) -> tuple[tuple[int, Span], ...]:
        """The stretches sentence by sentence, each with its line."""
        return ((self.line, self.span), *self.more)
