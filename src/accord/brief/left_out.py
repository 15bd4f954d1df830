"""What the brief does not show, each thing with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from accord.brief.model import LeftOut, SkippedLike, plain_text
from accord.brief.ranking import confidence
from accord.brief.sentences import Withheld
from accord.brief.words import Words
from accord.record import Record

__all__ = ["left_out", "skipped_lines"]

_QUOTE = 90


def left_out(
    words: Words,
    withheld: Iterable[Withheld],
    doubtful: Sequence[Record],
    skipped: Sequence[SkippedLike],
    outside: Sequence[str],
    threshold: float,
    most: int,
) -> LeftOut:
    """The lines of what was left out, at most so many of each sort, with the number of the rest."""
    text = words.catalogue.text
    held = [_withheld(words, w) for w in sorted(withheld, key=lambda w: w.record.id)]
    doubts = [
        text(
            "left.confidence",
            record=_about(record),
            confidence=f"{confidence(record):.2f}",
            threshold=f"{threshold:.2f}",
        )
        for record in sorted(doubtful, key=lambda r: r.id)
    ]
    lost, unread = skipped_lines(words, skipped, most)
    counts = {"withheld": len(held), "doubtful": len(doubts), "skipped": unread, "outside": len(outside)}
    return LeftOut(
        _cut(words, held, most, "left.more_withheld"),
        _cut(words, doubts, most, "left.more_withheld"),
        lost,
        _cut(words, outside, most, "left.more"),
        counts,
    )


def skipped_lines(words: Words, skipped: Sequence[SkippedLike], most: int) -> tuple[tuple[str, ...], int]:
    """The lines of what could not be read, at most so many, and how many there are."""
    lines = [_skipped(words, s) for s in skipped]
    return _cut(words, lines, most, "left.more"), len(lines)


def _cut(words: Words, lines: Sequence[str], most: int, path: str) -> tuple[str, ...]:
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[:most], words.catalogue.text(path, n=len(lines) - most))


def _excerpt(quote: str) -> str:
    quote = plain_text(quote)
    return f"“{quote}”" if len(quote) <= _QUOTE else f"“{quote[:_QUOTE].rsplit(' ', 1)[0]} …”"


def _about(record: Record) -> str:
    """A record by its id and its first quote."""
    quote = next((e.quote for c in record.claims for e in c.evidence), "")
    return f"{record.id} ({_excerpt(quote)})" if quote else record.id


def _withheld(words: Words, item: Withheld) -> str:
    text = words.catalogue.text
    if item.failure is None:
        return text("left.nowords", record=_about(item.record))
    failure = item.failure
    value = failure.value if isinstance(failure.value, str) else words.join([str(v) for v in _list(failure.value)])
    name = text(f"key.{failure.key}")
    if not failure.quotes:
        return text("left.unquoted", record=item.record.id, key=name, value=plain_text(value))
    quotes = "; ".join(_excerpt(q) for q in failure.quotes[:2])
    return text("left.ungrounded", record=item.record.id, key=name, value=plain_text(value), quotes=quotes)


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _skipped(words: Words, item: SkippedLike) -> str:
    reason = plain_text(item.reason) + (f"; {plain_text(item.mend)}" if item.mend else "")
    doc = plain_text(item.doc)
    return reason if reason.startswith(doc) else words.catalogue.text("left.skipped_line", doc=doc, reason=reason)
