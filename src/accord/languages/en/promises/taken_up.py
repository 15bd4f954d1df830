"""What "it" stands for in a promise: the thing that the sentence before is about."""

from __future__ import annotations

from collections.abc import Sequence

from accord.languages import patterns as re
from accord.languages.en.promises.subjects import acting, head_of
from accord.languages.en.promises.terms import Terms
from accord.languages.en.text.phrases import PREPOSITIONS, Line

__all__ = ["take_up"]

_IT = re.compile(r"\b[Ii]t\b")
_LONGEST = 14  # tokens of a thing


def take_up(found: Terms, lines: Sequence[Line], index: int) -> bool:
    """Put into a promise, for "it", the thing with which the sentence before begins; False where none does."""
    line = lines[index - 1] if index else None
    verb = (
        next((k for k in range(1, len(line.tokens)) if line.finite(k) and not line.covered(k)), None) if line else None
    )
    if (
        line is None
        or verb is None
        or line.low(0) in PREPOSITIONS | {"it", "this", "there", "that", "he", "she", "they"}
    ):
        return False
    end = next((k for k in range(1, verb) if line.low(k) in (",", "(", "which", "that")), verb)
    head = head_of(line, 0, end)
    if (
        end > _LONGEST
        or acting(line, head)
        or line.covered(head, "state", "person", "office", "organisation") is not None
    ):
        return False
    thing = line.words(0, end)
    thing = thing if line.low(0) not in ("the", "a", "an") else thing[0].lower() + thing[1:]
    found.what = _IT.sub(thing.replace("\\", ""), found.what, count=1)
    found.what_spans = (*found.what_spans, line.slice(0, end))
    return True
