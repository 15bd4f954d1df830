"""What the head of a column says of its cells: the day, the place, the partner, the paper, what became of it."""

from __future__ import annotations

from functools import cache

from accord.languages import patterns as re
from accord.languages.en.text.lexicon import table

__all__ = ["DAYS", "meanings", "wholly"]

DAYS = frozenset(
    "when signed ratified in-force deposited expires opened closed since joined left due start end next last".split()
)  # meanings of columns whose cells tell a day
_ALONE = {"on": "when", "at": "where", "by": "by"}  # heads that mean something only where they stand alone
_FEW = 0.25
_HALF = 0.5


_ASIDE = re.compile(r"\s*\([^()]*\)")


@cache
def _known() -> tuple[re.Pattern, dict[str, str]]:
    """A pattern of all the words of heads, the longest first, and what each group of words means."""
    known = {words: means for means, several in table("rows")["heads"].items() for words in reversed(several)}
    order = sorted(known, key=lambda words: (-len(words), words))
    parts = [re.escape(w[:-1]) + r"\w*" if w.endswith("*") else re.escape(w) for w in order]
    pattern = re.compile(r"(?<![\w])(?:" + "|".join(f"({part})" for part in parts) + r")(?![\w])")
    return pattern, {str(n): known[words] for n, words in enumerate(order, 1)}


@cache
def meanings(head: str) -> tuple[str, ...]:
    """What the words of a column's head say that its cells tell, in their order: "Date and place" is when and where. A head
    of which they are few of the words is a name."""
    words, known = " ".join((_ASIDE.sub("", head) or head).lower().split()), _known()[1]
    if words in _ALONE:
        return (_ALONE[words],)
    found = dict.fromkeys(known[str(m.lastindex)] for m in _known()[0].finditer(words))
    return tuple(found) if _share(words) >= _FEW else ()


def wholly(head: str) -> bool:
    """Whether words are a head's and little else: at least half of them say what cells tell."""
    return _share(" ".join(head.lower().split())) >= _HALF


def _share(words: str) -> float:
    return sum(len(m[0].split()) for m in _known()[0].finditer(words)) / max(len(words.split()), 1)
