"""The course of relations in a brief: the balance of cooperation and conflict by year, or by month of one year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from accord.analysis.archive import Archive
from accord.analysis.course import Fact, Span, course
from accord.brief.model import Chart, Part, Row, Section, Statement
from accord.brief.sentences import Writer
from accord.brief.words import Words
from accord.languages.catalogue import Piece, fill, parse_pattern
from accord.pictures import course_picture
from accord.values import plain

__all__ = ["Relations"]

_QUOTED = 5  # facts that a balance is footnoted with, those that weigh most
_FEWEST = 2  # facts of a balance, years told, bars
_SCALE = 10  # PLOVER scores run from minus this to this
_MOST = 12


class Relations:
    """The balance of the records of an archive up to a day."""

    def __init__(self, writer: Writer, archive: Archive, as_of: date, command: str) -> None:
        self.writer, self.command = writer, command
        self.years = _until(course(archive, as_of, by="year"), as_of)
        months = _until(course(archive, as_of, by="month"), as_of) if len(self.years) == 1 else ()
        self.told = [s for s in self.years if len(s.facts) >= _FEWEST]  # one fact is no balance
        self.spans: Sequence[Span] = (months if len(months) >= _FEWEST else self.years)[-_MOST:]

    def latest(self) -> Statement | None:
        """The balance of the last year that has facts."""
        return self._statement(self.told[-1]) if self.told else None

    def section(self) -> tuple[Section, ...]:
        """The last years with their facts, and the chart where there is more than one bar."""
        told = [s for span in reversed(self.told[-_FEWEST:]) if (s := self._statement(span)) is not None]
        text = self.writer.words.catalogue.text
        chart = self._chart() if len(self.spans) >= _FEWEST else None
        more = text("course.more", command=self.command) if self.command else ""
        return (Section("course", text("section.course"), tuple(told), chart, more),) if told else ()

    def _statement(self, span: Span) -> Statement | None:
        words = self.writer.words
        slots = {
            "time": Piece(span.label, "time"),
            "facts": Piece(str(len(span.facts)), "facts"),
            "balance": Piece(_signed(words, span.balance), "balance"),
            "least": Piece(_signed(words, -_SCALE), "scale"),
            "most": Piece(_signed(words, _SCALE), "scale"),
        }
        if span.low is not None and span.high is not None:
            slots |= {"low": Piece(_signed(words, span.low), "low"), "high": Piece(_signed(words, span.high), "high")}
        pattern = parse_pattern(words.catalogue.text("course.balance"))
        pieces = fill(pattern, lambda slot: [slots[slot.name]] if slot.name in slots else None) or []
        cited = self._cited(span)
        if not cited:
            return None
        parts = tuple(Part(p.text, p.key, p.key not in ("", "time", "scale")) for p in pieces if p.text)
        ids = tuple(dict.fromkeys(i for s in cited for i in s.records))
        return Statement(parts, ids, _numbers(cited), (words.catalogue.text("course.reckoned"),), voices=span.sources)

    def _cited(self, span: Span) -> list[Statement]:
        """The statements of the facts that weigh most, the latest of equals first."""

        def weight(fact: Fact) -> tuple[float, int, str]:
            return -abs(fact.event.score), -fact.period.last.toordinal(), fact.record.id

        told = [self.writer.statement(f.record) for f in sorted(span.facts, key=weight)[:_QUOTED]]
        return [s for s in told if s is not None]

    def _chart(self) -> Chart:
        words = self.writer.words
        text = words.catalogue.text
        rows = tuple(
            Row(words.date(s.label, "plain"), _signed(words, s.balance), _numbers(self._cited(s))) for s in self.spans
        )
        return Chart(text("section.course"), text("course.alt"), text("course.value"), rows, course_picture(self.spans))


def _until(spans: Sequence[Span], as_of: date) -> tuple[Span, ...]:
    """The times that have begun: what is planned for a later one is no part of the course yet."""
    return tuple(s for s in spans if s.label <= as_of.isoformat())


def _numbers(statements: Sequence[Statement]) -> tuple[int, ...]:
    return tuple(sorted({n for s in statements for n in s.footnotes}))


def _signed(words: Words, score: float) -> str:
    number = words.number(plain(abs(round(score, 1))))
    return f"+{number}" if score > 0 else f"−{number}" if score < 0 else number
