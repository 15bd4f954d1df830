"""Where sources disagree: two values of one thing that cannot both hold. A difference of precision is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from accord.brief.ground import Failure, Shown
from accord.brief.model import Disagreement, Part, Statement
from accord.brief.sentences import Writer
from accord.brief.slots import moment
from accord.languages.catalogue import fill
from accord.record import Claim, Field, Record, Role, Type

__all__ = ["at_odds", "disagreements"]

_COMPARED = (Type.PERIOD, Type.NUMBER, Type.CODE)
_SILENT = frozenset({Role.STEP, Role.TOPIC, Role.UNIT})  # steps follow one another; topics and units are no facts


def disagreements(writer: Writer, records: Sequence[Record], most: int) -> tuple[Disagreement, ...]:
    """The first disagreements among the records, each value with its own footnotes."""
    found: list[Disagreement] = []
    for record in sorted(records, key=lambda r: (-r.voices, r.id)):
        for key, field in writer.fields(record.kind).items():
            if len(found) < most and record.other.get(key) and field.type in _COMPARED and not field.roles & _SILENT:
                found += _one(writer, record, key, field)
    return tuple(found)


def _one(writer: Writer, record: Record, key: str, field: Field) -> Iterator[Disagreement]:
    own = record.values.get(key)
    by_id = {c.id: c for c in record.claims}
    others = [(v, tuple(by_id[i] for i in ids if i in by_id)) for v, ids in record.other[key]]
    others = [(v, claims) for v, claims in others if claims and _apart(record, field, own, v, claims)]
    elsewhere = {c.id for _, claims in others for c in claims}
    holders = tuple(c for c in record.claims if c.id not in elsewhere and c.values.get(key) is not None)
    statements = [_value(writer, record, field, v, claims) for v, claims in [(own, holders), *others]]
    kept = tuple(s for s in statements if s is not None)
    if len(kept) > 1:
        title = _title(writer, record, key)
        yield Disagreement(title, kept)


def _apart(record: Record, field: Field, own: Any, other: Any, claims: Sequence[Claim]) -> bool:
    """Whether two values cannot both hold, with their units and words of comparison."""
    unit = record.values.get("unit")
    if field.type is Type.NUMBER and any(c.values.get("unit", unit) != unit for c in claims):
        return False
    comparisons = (record.values.get("comparison"), claims[0].values.get("comparison"))
    return at_odds(field.type, own, other, comparisons if field.name == "value" else (None, None))


def at_odds(kind: Type, one: Any, other: Any, comparisons: tuple[Any, Any] = (None, None)) -> bool:
    """Whether two values contradict each other. Dates that overlap, a rounded number and its finer form, and "more than
    12" beside 12.2 do not."""
    if one is None or other is None or one == other:
        return False
    if kind is Type.PERIOD:
        a, b = moment(one), moment(other)
        return a is not None and b is not None and not a.overlaps(b)
    if kind is not Type.NUMBER:
        return bool(kind is Type.CODE)
    if isinstance(one, (list, tuple)) or isinstance(other, (list, tuple)):
        low, high = _bounds(one), _bounds(other)
        return low[1] < high[0] or high[1] < low[0]
    if _allows(one, comparisons[0], other) or _allows(other, comparisons[1], one):
        return False
    return not _rounds_to(one, other) and not _rounds_to(other, one)


def _bounds(value: Any) -> tuple[float, float]:
    return (value[0], value[-1]) if isinstance(value, (list, tuple)) else (value, value)


def _allows(value: float, comparison: Any, other: float) -> bool:
    """Whether a value with its word of comparison leaves room for the other: "more than 12" for 12.2."""
    if comparison == "gt":
        return other >= value
    if comparison == "lt":
        return other <= value
    return bool(comparison == "approx" and abs(other - value) <= 0.1 * abs(value))


def _rounds_to(fine: float, coarse: float) -> bool:
    """Whether the coarser number is the finer one rounded to its own figures."""
    figures = max(1, len(f"{abs(coarse):.12g}".replace(".", "").strip("0")))
    return float(f"{fine:.{figures}g}") == float(coarse) and len(f"{fine:.12g}") > 1


def _value(writer: Writer, record: Record, field: Field, value: Any, claims: tuple[Claim, ...]) -> Statement | None:
    """One of the values as a statement; None where its quotes do not ground it."""
    if value is None or not claims:
        return None
    checked = writer.check([Shown(field.name, value, claims)], record)
    if isinstance(checked, Failure):
        return None
    text = _shown(writer, record, field, value, claims)
    notes = writer.footnotes.for_claims(claims, field.name)
    documents = len({c.document for c in claims})
    return Statement((Part(text, field.name),), (record.id,), notes, status=record.status, voices=documents)


def _shown(writer: Writer, record: Record, field: Field, value: Any, claims: Sequence[Claim]) -> str:
    words = writer.words
    if field.type is Type.PERIOD:
        return words.date(str(value), "plain")
    if field.type is Type.CODE:
        return words.catalogue.word(record.kind, field.name, str(value))
    said: Mapping[str, Any] = {"unit": record.values.get("unit"), **claims[0].values, field.name: value}
    quotes = [e.quote for c in claims for e in c.evidence]
    return words.amount(said, field.name, quotes)


def _title(writer: Writer, record: Record, key: str) -> str:
    """What it is that is differently told: the thing, and which of its values."""
    catalogue = writer.words.catalogue
    bare = {k: v for k, v in record.values.items() if k not in record.other}
    frame = writer.frame(record)
    name = catalogue.text(f"key.{key}")

    def shown(title: str) -> str:
        title = title[:1].upper() + title[1:]
        return title if key == "value" else catalogue.text("disagree.line", title=title, key=name)

    for pattern in catalogue.nouns(record.kind, record.values):
        pieces = fill(pattern, lambda slot: None if slot.name not in bare else frame.fill(slot))
        if pieces is not None:
            return shown("".join(p.text for p in pieces))
    return shown(record.kind)
