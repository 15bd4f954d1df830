"""At a glance: seven lines for a reader who has one minute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from accord.analysis.commitments import OUTCOMES, Commitment
from accord.brief.model import Chart, Line, Part, Row, Statement
from accord.brief.promises import soonest_first
from accord.brief.ranking import MENTION, day, importance, newest_first, when
from accord.brief.sentences import Writer
from accord.brief.targets import aimed_at, share_of
from accord.pictures import Bar, turnover_picture
from accord.record import Field, Record, Role, Type

__all__ = ["Glance", "trade_chart", "trade_figures"]

_LINKS = 5
_STANDING = ("reported", "planned", "proposed", "postponed")
_TURNOVER = "trade-turnover"
_FEWEST_BARS = 2
_YEAR = 364  # days
_PAIR = 2


@dataclass
class Glance:
    """Builds the lines from all records of the brief. `section_of` names a record's section; `ledger` is what was
    promised, `records` all that it points at, by id."""

    writer: Writer
    fields_of: Mapping[str, Mapping[str, Field]]
    section_of: Callable[[Record], str]
    states: tuple[str, ...]
    as_of: date
    ledger: Sequence[Commitment]
    records: Mapping[str, Record]

    def build(self, records: Sequence[Record], balance: Callable[[], Statement | None]) -> tuple[Line, ...]:
        lines = {
            "contact": self._contact(records) if len(self.states) <= _PAIR else [],
            "agreements": self._agreements(records),
            "trade": self._trade(records) if len(self.states) == _PAIR else [],
            "commitments": self._commitments(),
            "links": self._links(records),
            "incident": self._incident(records),
            "course": [s for s in (balance(),) if s],
        }
        text = self.writer.words.catalogue.text
        return tuple(Line(text(f"glance.{key}"), tuple(found)) for key, found in lines.items() if found)

    def pair(self, name: str, records: Sequence[Record]) -> Line | None:
        """One line for the states of this glance among others: the last contact, and the latest turnover."""
        found = self._contact(records) + (self._trade(records)[:1] if len(self.states) == _PAIR else [])
        return Line(name, tuple(found)) if found else None

    def _of(self, records: Sequence[Record], section: str, status: str = "reported") -> list[Record]:
        found = [r for r in records if self.section_of(r) == section and r.status == status]
        return newest_first(found, self.fields_of, self.as_of)

    def _first(self, records: Sequence[Record]) -> list[Statement]:
        """The statement of the first record that has one."""
        for record in records:
            statement = self.writer.statement(record)
            if statement:
                return [statement]
        return []

    def _role(self, record: Record, role: Role) -> object:
        fields = self.fields_of[record.kind]
        return next((record.values[n] for n, f in fields.items() if role in f.roles and record.values.get(n)), None)

    def _has_role(self, record: Record, role: Role) -> bool:
        return any(role in f.roles for f in self.fields_of[record.kind].values())

    # ------------------------------------------------------------------------------------------------------ the lines

    def _contact(self, records: Sequence[Record]) -> list[Statement]:
        """The last visit or talks between holders of office that are dated; else the weightiest undated."""
        found = [r for r in self._of(records, "contacts") if not self._later(r) and self._of_people(r)]
        dated = [r for r in found if when(r, self.fields_of[r.kind])]
        heavy = sorted(found, key=lambda r: -importance(r, self.fields_of[r.kind], self.as_of))
        return self._first(dated or heavy)

    def _of_people(self, record: Record) -> bool:
        fields = self.fields_of[record.kind]
        return any(Role.WHO in f.roles and f.type in (Type.PERSON, Type.PEOPLE) for f in fields.values())

    def _later(self, record: Record) -> bool:
        found = when(record, self.fields_of[record.kind])
        return found is not None and found.first > self.as_of

    def _agreements(self, records: Sequence[Record]) -> list[Statement]:
        """How many there are by what was read, and the latest."""
        counts = [r for r in records if self._role(r, Role.MEASURE) == "agreements" and r.status == "reported"]
        counts = [r for r in counts if not when(r, self.fields_of[r.kind], Role.PERIOD)] or counts
        counts.sort(key=lambda r: (-r.voices, -self._number(r), r.id))
        papers = [r for r in self._of(records, "agreements") if self._titled(r) and not self._later(r)]
        newest = day(when(papers[0], self.fields_of[papers[0].kind])) if papers else 0
        same_day = [r for r in papers if day(when(r, self.fields_of[r.kind])) >= newest - 1]
        same_day.sort(key=lambda r: -importance(r, self.fields_of[r.kind], self.as_of))
        return self._first(counts) + self._first([*same_day, *papers])

    def _titled(self, record: Record) -> bool:
        return bool(self._role(record, Role.TITLE)) and self._role(record, Role.STEP) != MENTION

    def _number(self, record: Record) -> float:
        value = self._role(record, Role.VALUE)
        return float(value) if isinstance(value, (int, float)) else 0.0

    def _trade(self, records: Sequence[Record]) -> list[Statement]:
        """The last whole year's turnover, a later part of a year, and how much of the target that is."""
        figures = trade_figures(records, self.fields_of, self.states)
        years = [r for r in figures if self._whole_year(r)]
        latest = figures[-1:] if figures and figures[-1] not in years[-1:] else []
        found = self._first(years[-1:]) + self._first(latest)
        aims = [c for c in self.ledger if self._role(c.record, Role.MEASURE) == _TURNOVER]
        target = aimed_at(aims) or next(iter(aims), None)
        if target is None or not set(self.states) <= set(target.record.concerns):
            return found
        aimed = self._first([target.record])
        base = self._first((years or figures)[-1:])
        return found + aimed + (self._share(target, base, aimed) if base and aimed else [])

    def _whole_year(self, record: Record) -> bool:
        found = when(record, self.fields_of[record.kind], Role.PERIOD)
        return found is not None and found.length.days in (364, 365)

    def _share(self, target: Commitment, shown: Sequence[Statement], aimed: Sequence[Statement]) -> list[Statement]:
        """The share of the target that the latest figure is, with the figure's word of comparison."""
        towards = target.progress
        figure = shown[0].records[0] if shown else ""
        if towards is None or towards.latest.record != figure:
            return []
        text = self.writer.words.catalogue.text
        before, _, after = text("glance.share").partition("{share}")
        share = share_of(self.writer.words, towards, self.records[figure])
        parts = (Part(before), Part(share, "share", True), Part(after))
        notes = tuple(sorted({*shown[0].footnotes, *aimed[0].footnotes}))
        return [Statement(parts, (figure, target.record.id), notes, (text("label.reckoned"),))]

    def _commitments(self) -> list[Statement]:
        """How many there are of each outcome, and the next one due."""
        counts = Counter(c.outcome for c in self.ledger)
        ordered = soonest_first(self.ledger, self.as_of)
        coming = [c for c in ordered if c.outcome == "open" and c.due]
        first = self._first([c.record for c in coming or ordered])
        if not first:
            return []
        text = self.writer.words.catalogue.text
        parts: list[Part] = []
        for outcome in sorted(counts, key=("open", *OUTCOMES).index):
            before, _, after = text(f"glance.{outcome}").partition("{n}")
            parts += [Part(", ")] if parts else []
            parts += [Part(before), Part(str(counts[outcome]), outcome, True), Part(after)]
        parts.append(Part(text("glance.next") if coming else ". "))
        notes = (text("label.counted"), *first[0].notes)
        return [replace(first[0], parts=(*parts, *first[0].parts), notes=notes)]

    def _links(self, records: Sequence[Record]) -> list[Statement]:
        """Each crossing and link with its latest state."""
        latest: dict[tuple[str, ...], Record] = {}
        for record in records:
            fields = self.fields_of[record.kind]
            names = [str(record.values.get(n)) for n, f in fields.items() if {Role.TITLE, Role.WHERE} <= f.roles]
            if not names or not self._has_role(record, Role.STEP) or record.status not in _STANDING:
                continue
            key = (record.kind, *sorted(n.casefold() for n in names))
            if key not in latest or self._freshness(record) > self._freshness(latest[key]):
                latest[key] = record
        found = sorted(latest.values(), key=lambda r: (-self._freshness(r)[0], -r.voices, r.id))
        statements: list[Statement] = []
        for record in found:
            if len(statements) == _LINKS or not self.writer.try_out(record):
                continue
            statement = self.writer.statement(record, "short")
            if statement:
                statements.append(self._with_status(statement, record))
        return statements

    def _freshness(self, record: Record) -> tuple[int, int, int, str]:
        """How late its news is: its date, else the day on which it was published; done before merely planned."""
        found = when(record, self.fields_of[record.kind])
        published = max((day(self.writer.published(c.document)) for c in record.claims), default=0)
        return (day(found) or published, int(record.status == "reported"), record.voices, record.id)

    def _with_status(self, statement: Statement, record: Record) -> Statement:
        text = self.writer.words.catalogue.text
        told = record.status in ("reported", self._role(record, Role.STEP))
        word = "" if told else f" – {text(f'glance.status_{record.status}')}"
        first = statement.parts[0]
        first = replace(first, text=first.text[:1].upper() + first.text[1:])
        return replace(statement, parts=(first, *statement.parts[1:], Part(word + ".")))

    def _incident(self, records: Sequence[Record]) -> list[Statement]:
        """The last violence or dispute on the ground: what has casualties to count and takes no steps."""
        found = [
            r
            for r in self._of(records, "security")
            if self._has_role(r, Role.VALUE)
            and not self._has_role(r, Role.MEASURE)
            and not self._has_role(r, Role.STEP)
        ]
        dated = [r for r in found if when(r, self.fields_of[r.kind])]
        return self._first(dated or found)


def trade_figures(
    records: Sequence[Record], fields_of: Mapping[str, Mapping[str, Field]], states: Sequence[str]
) -> list[Record]:
    """Turnover between the states as reported for a time, in the currency that most of it is told in, oldest first."""
    found = []
    for record in records:
        values, fields = record.values, fields_of[record.kind]
        measured = any(Role.MEASURE in f.roles and values.get(n) == _TURNOVER for n, f in fields.items())
        timed = when(record, fields, Role.PERIOD)
        about = set(values.get("about") or states)
        if measured and timed and not timed.open and values.get("value") is not None and record.status == "reported":
            found += [record] if set(states) <= about and not values.get("goods") else []
    units = [str(r.values.get("unit")) for r in found]
    main = max(sorted(set(units)), key=units.count, default="")
    found = [r for r in found if str(r.values.get("unit")) == main]
    return sorted(found, key=lambda r: (day(when(r, fields_of[r.kind], Role.PERIOD)), r.id))


def trade_chart(writer: Writer, records: Sequence[Record], states: Sequence[str], most: int = 10) -> Chart | None:
    """The chart of turnover by period, of grounded figures only; None for fewer than two."""
    fields_of = {r.kind: writer.fields(r.kind) for r in records}
    words, bars, rows = writer.words, [], []
    figures = trade_figures(records, fields_of, states)[-most:]
    for record in figures:
        statement = writer.statement(record)
        period = when(record, fields_of[record.kind], Role.PERIOD)
        if statement and period:
            shown = words.amount(record.values, "value", [e.quote for c in record.claims for e in c.evidence])
            label = words.date(period.iso, "plain")
            bars.append(Bar(label, float(record.values["value"]), shown, period.length.days < _YEAR))
            rows.append(Row(label, shown, statement.footnotes))
    if len(bars) < _FEWEST_BARS:
        return None
    text = words.catalogue.text
    picture = turnover_picture(bars, str(figures[-1].values.get("unit") or ""), text("label.chart"))
    return Chart(text("label.chart"), text("label.chart_alt"), text("label.chart_value"), tuple(rows), picture)
