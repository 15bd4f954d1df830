"""Where the clauses of a sentence begin."""

from __future__ import annotations

from itertools import pairwise

from accord.languages.en.doings.act import Act
from accord.languages.en.doings.status import chain_of
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.date_parts import DAYS_AND_MONTHS
from accord.languages.en.values.numbers import listed

__all__ = ["segments"]

_CONNECTORS = frozenset(
    listed("; — : which who whom whose where when while whereas but although though because unless if that")
)
_SUBORDINATING = frozenset(listed("after before since until till once as"))
_TIMES = DAYS_AND_MONTHS | frozenset(listed("year month week day time date spring summer autumn winter decade"))
_FINITE = frozenset(listed("is are was were has have had will shall would could may might can should must does did do"))


_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS | {"-"}


def _finite(line: Line, i: int) -> bool:
    low = line.low(i)
    if low in _FINITE:
        return line.covered(i, "date") is None
    form = verbs().get(low)
    if form is None or line.tokens[i].capital or line.covered(i) or line.low(i - 1) in _BEFORE_NOUNS:
        return False
    return bool(form.forms & {"past", "pp"}) or (form.forms == {"s"} and bool(line.covered(i - 1)))


def segments(line: Line, acts: list[Act]) -> list[int]:
    """Where the clauses of a sentence begin: at connectors, and at the last comma or "and" between two verbs."""
    heads = {i for i in range(len(line.tokens)) if _finite(line, i)} | {a.at for a in acts if a.way.sort != "noun"}
    starts = {0}
    for i in range(len(line.tokens)):
        low = line.low(i)
        if (
            low in _CONNECTORS
            and not (low == "because" and line.low(i + 1) == "of")
            and not (
                low == "but" and line.low(i - 1) in ("all", "anything", "everything", "everyone", "nothing", "none")
            )
            and not (low in ("—", "–") and _inside_names(line, i))
            and not (low == "that" and line.low(i + 1) in _TIMES)
            and not (low == ":" and not (any(k < i for k in heads) and any(k > i for k in heads)))
        ) or (
            low in _SUBORDINATING
            and i
            and not (low == "as" and line.low(i + 1) in ("of", "from"))
            and not line.covered(i, "date")
            and not line.covered(i + 1, "date")
            and any(k in heads for k in range(i + 1, _stop(line, i + 1)))
        ):
            starts.add(i)
    order = sorted(heads)
    for a, b in pairwise(order):
        if any(a < s <= b for s in starts):
            continue
        cut = next(
            (
                k
                for k in range(chain_of(line, b), a, -1)
                if line.low(k) in ("and", ",", "or", "then") and not _inside_names(line, k)
            ),
            None,
        )
        if cut is not None:
            starts.add(cut)
    return sorted(starts)


def _stop(line: Line, i: int) -> int:
    while i < len(line.tokens) and line.low(i) not in _CONNECTORS and line.low(i) != ",":
        if line.low(i) == "and" and line.low(i + 1) in _FINITE:
            break
        i += 1
    return i


def _inside_names(line: Line, k: int) -> bool:
    """Whether "and" or a dash joins two names with no verb of their own between."""
    return (
        line.low(k) in ("and", "—", "–")
        and 0 < k < len(line.tokens) - 1
        and line.tokens[k - 1].capital
        and line.tokens[k + 1].capital
        and (line.low(k) == "and" or line.low(k + 1) not in DETERMINERS)
    )
