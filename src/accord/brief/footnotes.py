"""The footnotes of a brief: one number for each quote, given in the order in which statements use them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from accord.brief.ground import Checked
from accord.brief.model import Annex, Footnote, Source, clean, plain_text
from accord.brief.passages import around, link, sentence_around
from accord.brief.words import Words
from accord.document import Document, Evidence
from accord.record import Claim

__all__ = ["Footnotes", "choose"]

_VOICES = 3  # documents that a statement is footnoted with at most, beyond those that its values need


def choose(checked: Sequence[Checked], copies: Mapping[str, str]) -> list[tuple[str, Evidence]]:
    """The fewest quotes, by document hash, that all values of a statement rest on, then one of each further voice."""
    needed: dict[tuple[str, Evidence], set[str]] = {}
    for item in checked:
        for claim, evidence in item.evidence:
            needed.setdefault((claim.document, evidence), set()).add(item.key)
    chosen: list[tuple[str, Evidence]] = []
    missing = {item.key for item in checked if item.evidence}
    while missing:
        held = {document for document, _ in chosen}
        best = max(
            needed,
            key=lambda n: (
                len(needed[n] & missing),
                n[0] in held,
                len(n[1].keys),
                -len(n[1].quote),
                n[1].doc,
                -n[1].start,
            ),
        )
        chosen.append(best)
        missing -= needed[best]
    voices = {copies.get(document, document) for document, _ in chosen}
    for candidate in sorted(needed, key=lambda n: (-len(needed[n]), -len(n[1].keys), n[1].doc, n[1].start)):
        voice = copies.get(candidate[0], candidate[0])
        if voice not in voices and len(voices) < _VOICES:
            voices.add(voice)
            chosen.append(candidate)
    return _apart(chosen)


def _apart(chosen: list[tuple[str, Evidence]]) -> list[tuple[str, Evidence]]:
    """Without the quotes that stand inside another one of the same document."""

    def inside(one: tuple[str, Evidence], other: tuple[str, Evidence]) -> bool:
        a, b = one[1], other[1]
        return one != other and one[0] == other[0] and b.start <= a.start and a.end <= b.end

    kept = [
        c for c in chosen if not any(inside(c, o) and (c[1].start, c[1].end) != (o[1].start, o[1].end) for o in chosen)
    ]
    seen: set[tuple[str, int, int]] = set()
    return [c for c in kept if (k := (c[0], c[1].start, c[1].end)) not in seen and not seen.add(k)]  # type: ignore[func-returns-value]


@dataclass
class Footnotes:
    """The register of footnotes. `document` gives a document by its hash; `copies` a near-copy's original."""

    document: Callable[[str], Document]
    words: Words
    copies: Mapping[str, str] = field(default_factory=dict)
    notes: list[Footnote] = field(default_factory=list)
    _numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)

    def number(self, hash_: str, evidence: Evidence) -> int:
        """The number of a quote, a new one where it has none yet."""
        key = (hash_, evidence.start, evidence.end)
        if key not in self._numbers:
            self._numbers[key] = len(self.notes) + 1
            self.notes.append(self._note(len(self.notes) + 1, hash_, evidence))
        return self._numbers[key]

    def numbers(self, quotes: Iterable[tuple[str, Evidence]]) -> tuple[int, ...]:
        """The numbers of quotes. Those that share sentences share a number: their sentences are the quote."""
        spans: dict[tuple[str, int, int], Evidence] = {}
        for hash_, evidence in quotes:
            document = self.document(hash_)
            start, end = sentence_around(document, evidence.start, evidence.end)
            spans[hash_, start, end] = replace(evidence, start=start, end=end, quote=document.text[start:end])
        inside = {k for k in spans for o in spans if k != o and k[0] == o[0] and o[1] <= k[1] and k[2] <= o[2]}
        return tuple(sorted({self.number(k[0], e) for k, e in spans.items() if k not in inside}))

    def for_claims(self, claims: Sequence[Claim], key: str) -> tuple[int, ...]:
        """The footnotes of one value of some claims: the first quote of each document, at most three."""
        found: dict[str, Evidence] = {}
        for claim in claims:
            own = [e for e in claim.evidence if key in e.keys] or list(claim.evidence)
            if own and len(found) < _VOICES:
                found.setdefault(claim.document, own[0])
        return self.numbers(found.items())

    def dated(self, document: Document) -> str:
        published = document.published
        return self.words.date(published.iso, "plain") if published else self.words.catalogue.text("label.undated")

    def _note(self, number: int, hash_: str, evidence: Evidence) -> Footnote:
        document = self.document(hash_)
        before, after = around(document, evidence.start, evidence.end)
        return Footnote(
            number=number,
            quote=plain_text(evidence.quote),
            before=before,
            after=after,
            document=hash_,
            doc=plain_text(document.doc),
            url=link(document.url, evidence.quote),
            publisher=self._publisher(document),
            title=plain_text(document.title),
            date=self.dated(document),
            start=evidence.start,
            end=evidence.end,
        )

    def _publisher(self, document: Document) -> str:
        return plain_text(document.publisher) or self.words.catalogue.text("label.no_publisher")

    def sources(self) -> tuple[Source, ...]:
        """The cited documents in the order of their first footnote, each with its near-copies."""
        cited: dict[str, list[int]] = {}
        for note in self.notes:
            cited.setdefault(note.document, []).append(note.number)
        found = []
        for hash_, numbers in cited.items():
            document = self.document(hash_)
            same = [h for h in sorted({*self.copies, *self.copies.values()}) if self._voice(h) == self._voice(hash_)]
            others = [self.document(h) for h in same if h != hash_]
            found.append(
                Source(
                    title=plain_text(document.title) or plain_text(document.doc),
                    publisher=self._publisher(document),
                    date=self.dated(document),
                    address=plain_text(document.url),
                    link=link(document.url),
                    doc=plain_text(document.doc),
                    footnotes=tuple(numbers),
                    copies=tuple(plain_text(d.publisher or d.doc) for d in others),
                )
            )
        return tuple(found)

    def _voice(self, hash_: str) -> str:
        return self.copies.get(hash_, hash_)

    def annexes(self) -> tuple[Annex, ...]:
        """The cited documents in full, cut at the passages cited."""
        cited: dict[str, list[Footnote]] = {}
        for note in self.notes:
            cited.setdefault(note.document, []).append(note)
        found = []
        for hash_, notes in cited.items():
            document, position = self.document(hash_), 0
            segments: list[tuple[str, int]] = []
            for note in sorted(notes, key=lambda n: (n.start, -n.end)):
                if note.start < position:
                    continue
                segments += [
                    (document.text[position : note.start], 0),
                    (document.text[note.start : note.end], note.number),
                ]
                position = note.end
            segments.append((document.text[position:], 0))
            title = plain_text(document.title) or plain_text(document.doc)
            found.append(Annex(title, plain_text(document.doc), tuple((clean(t), n) for t, n in segments if t)))
        return tuple(found)
