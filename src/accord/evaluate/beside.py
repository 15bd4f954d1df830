"""What stands beside a miss or a false claim: its sentence, and the claim or gold line that came nearest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from accord.document import Document, Span
from accord.evaluate.agree import Line, fold
from accord.evaluate.same import slot_agrees
from accord.evaluate.score import Outcome
from accord.languages import view

__all__ = ["Page", "errors", "nearest"]

_NOT_TOLD = frozenset({"doc", "kind", "optional", "quote", "date_from", "undated", "evidence", "id", "basis", "confidence", "concerns", "plover"})  # fmt: skip
_WORD = re.compile(r"\w+")


class Page:
    """A document's sentences, to be found by a claim's evidence or by a gold line's quote or values."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _sentences(self) -> list[Span]:
        return [sentence.span for sentence in view(self._document).sentences]

    def sentence(self, line: Line) -> str:
        """The sentence that a line rests on; empty where none can be told."""
        span = self._of_evidence(line) or self._of_quote(line)
        return " ".join(self._document.text[span.start : span.end].split()) if span else ""

    def _of_evidence(self, line: Line) -> Span | None:
        anchor = next(iter(line.get("evidence", ())), None)
        if anchor is None:
            return None
        own = Span(anchor["start"], anchor["end"])
        held = [s for s in self._sentences if s.overlaps(own)]
        return Span(min(s.start for s in held), max(s.end for s in held)) if held else own

    def _of_quote(self, line: Line) -> Span | None:
        """The sentence that shares most words with the quote; without one, with the values."""
        wanted = set(_WORD.findall(fold(line.get("quote") or " ".join(_told(line)))))
        if not wanted or not self._sentences:
            return None
        shared = [len(wanted & self._words(span)) for span in self._sentences]
        return self._sentences[shared.index(max(shared))] if max(shared) else None

    def _words(self, span: Span) -> set[str]:
        return set(_WORD.findall(fold(self._document.text[span.start : span.end])))


def _told(line: Line) -> Iterator[str]:
    for key, value in line.items():
        if key not in _NOT_TOLD:
            yield from (str(v) for v in (value if isinstance(value, list) else [value]))


def nearest(line: Line, others: Sequence[Line]) -> tuple[Line, Mapping[str, tuple[object, object]]] | None:
    """The line of the same kind and document that agrees on most keys, and the keys on which the two differ (own value,
    the other's); None where no key agrees with any."""
    best: tuple[int, Line] | None = None
    for other in others:
        if (other["kind"], _base(other)) == (line["kind"], _base(line)):
            agreeing = sum(slot_agrees(k, v, other.get(k)) for k, v in line.items() if k not in _NOT_TOLD)
            if agreeing and (best is None or agreeing > best[0]):
                best = agreeing, other
    if best is None:
        return None
    keys = [k for k in dict.fromkeys([*line, *best[1]]) if k not in _NOT_TOLD]
    differing = {
        k: (line.get(k), best[1].get(k))
        for k in keys
        if line.get(k) != best[1].get(k) and not (k in line and slot_agrees(k, line[k], best[1].get(k)))
    }
    return best[1], differing


def _base(line: Line) -> str:
    return str(line.get("doc", "")).rsplit("/", 1)[-1]


def errors(outcome: Outcome, pages: Mapping[str, Page]) -> Iterator[str]:
    """Each miss and each false claim (as score.py prints them), under it its sentence, and where another line came near,
    the keys that differ."""
    falses = [line for _, line in outcome.falses]
    for line in outcome.misses:
        yield f"MISSED {_json(line, 'quote')}"
        yield from _under(line, line.get("quote", ""), nearest(line, falses), pages.get(line["doc"]), "claimed")
    for doc, line in outcome.falses:
        quote = next((e["quote"] for e in line.get("evidence", ())), "")
        yield f"FALSE  {doc} {_json(line, 'evidence', 'id', 'plover')}"
        yield from _under(line, quote, nearest(line, outcome.misses), pages.get(doc), "gold has")


def _json(line: Line, *without: str) -> str:
    return json.dumps({k: v for k, v in line.items() if k not in without}, ensure_ascii=False)


def _under(
    line: Line,
    quote: str,
    near: tuple[Line, Mapping[str, tuple[object, object]]] | None,
    page: Page | None,
    other: str,
) -> Iterator[str]:
    if sentence := (page.sentence(line) if page else "") or quote:
        yield f"       » {sentence}"
    if near:
        differing = "; ".join(f"{key} {mine!r}, {other} {theirs!r}" for key, (mine, theirs) in near[1].items())
        yield f"       ~ {differing or 'nothing differs but the standing, or a second claim for one line'}"
