"""A figure that was promised, beside its series: how far it is, what it needs a year, what is seen a year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from accord.analysis.commitments import Commitment
from accord.analysis.targets import Progress
from accord.brief.ground import Failure, Shown
from accord.brief.model import Chart, Part, Row, Statement
from accord.brief.sentences import Writer
from accord.brief.words import Words
from accord.languages.catalogue import Piece, fill, parse_pattern
from accord.pictures import LIGHT, WIDE, Captions, Picture, Theme, target_picture
from accord.record import Field, Record, Role
from accord.values import Number, plain

__all__ = ["aimed_at", "drawn", "share_of", "target_chart", "target_statement"]


def aimed_at(lines: Sequence[Commitment]) -> Commitment | None:
    """The promise of a figure that is best sourced, one with a date before others; None where none has a series."""
    found = [c for c in lines if c.progress is not None]
    return min(found, key=lambda c: (c.due is None, -c.record.voices, c.record.id), default=None)


def share_of(words: Words, towards: Progress, latest: Record) -> str:
    """The latest figure as a share of the target, with the figure's word of comparison."""
    quotes = [e.quote for c in latest.claims for e in c.evidence]
    comparison = words.comparison(str(latest.values.get("comparison") or ""), towards.latest.value, quotes)
    share = _percent(words, towards.share)
    return f"{comparison} {share}" if comparison else share


def _percent(words: Words, share: float) -> str:
    """Two figures are enough for what is reckoned."""
    percent = abs(100 * share)
    rounded: Number = plain(float(f"{percent:.2g}") if percent < 10 else round(percent))
    return words.quantity(rounded, "percent")


def target_statement(writer: Writer, line: Commitment, records: Mapping[str, Record]) -> Statement | None:
    """How a promised figure stands, with the quotes of the promise and of each figure; None where a quote does not
    ground what it rests on."""
    towards, words = line.progress, writer.words
    if towards is None:
        return None
    latest = records[towards.latest.record]
    rests = [line.record, latest, *(records[i] for i in towards.observed_from)]
    rests = list({r.id: r for r in rests}.values())
    told = [writer.statement(r) for r in rests]
    if any(t is None for t in told):
        return None
    slots = _slots(words, line, towards, latest)
    marked = {"share", "required", "required_fall"}
    if len(towards.observed_from) > 1:
        marked |= {"observed", "observed_fall"}
    elif towards.observed_from and isinstance(
        writer.check([Shown("change", latest.values.get("change"), latest.claims)], latest), Failure
    ):
        slots = {k: v for k, v in slots.items() if not k.startswith("observed")}
    pattern = parse_pattern(words.catalogue.text("target.progress"))
    pieces = fill(pattern, lambda slot: [Piece(slots[slot.name], slot.name)] if slot.name in slots else None) or []
    parts = tuple(Part(p.text, p.key, p.key in marked) for p in pieces if p.text)
    notes = tuple(sorted({n for t in told if t for n in t.footnotes}))
    return Statement(parts, tuple(r.id for r in rests), notes, (words.catalogue.text("label.reckoned"),))


def _slots(words: Words, line: Commitment, towards: Progress, latest: Record) -> dict[str, str]:
    """The values of the sentence in words, those that there are."""
    quotes = [e.quote for c in latest.claims for e in c.evidence]
    slots = {
        "value": words.amount(latest.values, "value", quotes),
        "period": words.date(str(towards.latest.period), "on"),
        "share": share_of(words, towards, latest),
    }
    if line.due is not None and towards.required_growth is not None:
        fall = "_fall" if towards.required_growth < 0 else ""
        slots |= {"due": words.date(str(line.due), "by"), f"required{fall}": _percent(words, towards.required_growth)}
    if towards.observed_growth is not None:
        fall = "_fall" if towards.observed_growth < 0 else ""
        slots[f"observed{fall}"] = _percent(words, towards.observed_growth)
    return slots


def drawn(
    words: Words, fields: Iterable[Field], line: Commitment, *, theme: Theme = LIGHT, width: int = WIDE
) -> Picture:
    """The picture of a promise that has a series: its figures, the target, and the growth that it needs; `fields` are
    those of its kind. Raises ValueError for a promise without."""
    towards = line.progress
    if towards is None:
        raise ValueError(f"{line.record.id} has no series")
    text = words.catalogue.text
    target = words.quantity(towards.target, towards.unit)
    due = words.date(str(line.due), "by") if line.due else ""
    needs = ""
    if towards.required_growth is not None:
        path = "target.needs" if towards.required_growth >= 0 else "target.needs_fall"
        needs = text(path, growth=_percent(words, towards.required_growth))
    shown = tuple(words.quantity(p.value, towards.unit) for p in towards.series)
    label = text("target.label", target=target, due=due).strip()
    captions = Captions(_title(words, fields, line.record), shown, label, needs)
    return target_picture(line, captions, theme=theme, width=width)


def _title(words: Words, fields: Iterable[Field], promise: Record) -> str:
    key = next(f.name for f in fields if Role.MEASURE in f.roles)
    measure = words.catalogue.word(promise.kind, key, str(promise.values[key]))
    return words.catalogue.text("target.title", measure=measure[:1].upper() + measure[1:])


def target_chart(writer: Writer, line: Commitment, records: Mapping[str, Record]) -> Chart | None:
    """The chart of a promised figure with its table, each row with its footnotes; None where one is not grounded."""
    towards, words = line.progress, writer.words
    if towards is None:
        return None
    rows = []
    for point in towards.series:
        told = writer.statement(records[point.record])
        if told is None:
            return None
        label = words.date(str(point.period), "plain")
        rows.append(Row(label, words.quantity(point.value, towards.unit), told.footnotes))
    promised = writer.statement(line.record)
    if promised is None:
        return None
    text = words.catalogue.text
    due = words.date(str(line.due), "plain") if line.due else text("label.undated")
    target = words.quantity(towards.target, towards.unit)
    rows.append(Row(text("label.table_target", due=due), target, promised.footnotes))
    picture = drawn(words, writer.fields(line.record.kind).values(), line)
    return Chart(picture.title, text("target.alt"), text("target.value"), tuple(rows), picture)
