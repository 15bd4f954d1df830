"""The commitments of a brief: each promise or plan with what became of it, and the words that say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from accord.analysis.bearing import DONE, NOT_DONE_, PART, STILL
from accord.analysis.commitments import Commitment
from accord.brief.model import Part, Section, Statement, plain_text
from accord.brief.sentences import Writer
from accord.brief.targets import aimed_at, target_chart, target_statement
from accord.record import Record

__all__ = ["Promises", "soonest_first"]

_SAYS = {
    "kept": (DONE,), "partly": (PART,), "broken": (NOT_DONE_,), "overdue": (STILL,), "contradicted": (DONE, NOT_DONE_),
}  # fmt: skip
_OPEN, _OVER, _KEPT, _UNDATED = range(4)
_TOLD = 2  # records that are told as what says so


def soonest_first(lines: Sequence[Commitment], as_of: date) -> list[Commitment]:
    """What is due soonest first, then what is past its date, then what was kept, the latest first, then what has no
    date; of these what was agreed before what was proposed."""

    def order(c: Commitment) -> tuple[int, int, int, str]:
        due = c.due.last.toordinal() if c.due else 0
        group = _KEPT if c.outcome == "kept" else _UNDATED if c.due is None else _OPEN if c.due.last >= as_of else _OVER
        agreed = c.record.status in ("reported", "planned")
        return group, due if group == _OPEN else -due, 0 if agreed else 1, c.record.id

    return sorted(lines, key=order)


@dataclass
class Promises:
    """Writes the lines of the ledger. `records` are all that a line may point at, by id."""

    writer: Writer
    lines: Sequence[Commitment]
    records: Mapping[str, Record]
    as_of: date

    def section(self, most: int, command: str) -> tuple[Section, ...]:
        """The section, at most so many promises long, with the chart of the figure that is aimed at; `command` shows
        all."""
        told: list[Statement] = []
        ordered = soonest_first(self.lines, self.as_of)
        shown, more = 0, ""
        for place, line in enumerate(ordered):
            if shown == most:
                more = self.writer.words.catalogue.text("label.more", n=len(ordered) - place, command=command)
                break
            statement = self.statement(line)
            if statement is not None:
                shown += 1
                told.append(statement)
                growth = target_statement(self.writer, line, self.records)
                told += [growth] if growth else []
        aimed = aimed_at(self.lines)
        chart = target_chart(self.writer, aimed, self.records) if aimed else None
        title = self.writer.words.catalogue.text("section.commitments")
        return (Section("commitments", title, tuple(told), chart, more),) if told else ()

    def statement(self, line: Commitment) -> Statement | None:
        """A promise with its outcome. An outcome that rests on words which are not grounded is not told."""
        promised = self.writer.statement(line.record)
        if promised is None:
            return None
        says, own = self._says(line), self._own(line)
        told = [s for r in says[:_TOLD] if (s := self.writer.statement(r)) is not None]
        text = self.writer.words.catalogue.text
        if says and not told and not line.judged:
            return replace(promised, notes=(*promised.notes, text("outcome.ungrounded")))
        parts = [Part(text(f"outcome.{line.outcome}"), "outcome", True), Part(": "), *promised.parts]
        if line.outcome == "unverified" and line.record.status == "reported":
            parts.append(Part(text("outcome.silence")))
        for one in told:
            parts += [Part(text("outcome.says")), *one.parts]
        notes = [n for s in (promised, *told) for n in s.notes] + [self._note(line)]
        return Statement(
            tuple(parts),
            tuple(dict.fromkeys(i for s in (promised, *told) for i in s.records)),
            tuple(sorted({*own, *(n for s in (promised, *told) for n in s.footnotes)})),
            tuple(dict.fromkeys(notes)),
            promised.status,
            max(s.voices for s in (promised, *told)),
        )

    def _says(self, line: Commitment) -> list[Record]:
        """The other records that the outcome rests on, the first word of each verdict."""
        found = dict.fromkeys(
            b.record for verdict in self._wanted(line) for b in line.follow_up if b.verdict == verdict
        )
        return [self.records[i] for i in found if i != line.record.id and i in self.records]

    def _own(self, line: Commitment) -> tuple[int, ...]:
        """The footnotes of the record's own claims that the outcome rests on."""
        ids = {
            i
            for b in line.follow_up
            if b.verdict in self._wanted(line) and b.record == line.record.id
            for i in b.claims
        }
        return self.writer.footnotes.for_claims([c for c in line.record.claims if c.id in ids], "")

    def _wanted(self, line: Commitment) -> tuple[str, ...]:
        return _SAYS.get(line.outcome, ())

    def _note(self, line: Commitment) -> str:
        text = self.writer.words.catalogue.text
        if line.judged:
            return text("outcome.judged", reason=plain_text(line.reason))
        if line.outcome == "open":
            return text("outcome.note_open" if line.due else "outcome.note_undated")
        return text("outcome.note_unverified" if line.outcome == "unverified" else "outcome.note")
