"""Where sources disagree, as the analysis finds it: each value with its quotes, and what may lie behind the difference."""

from __future__ import annotations

from accord.analysis.archive import Archive
from accord.analysis.contradictions import Agreement, contradictions
from accord.brief.model import Disagreement, plain_text
from accord.brief.sentences import Writer
from accord.languages.catalogue import fill
from accord.record import Type

__all__ = ["disagreements"]


def disagreements(writer: Writer, archive: Archive, most: int) -> tuple[Disagreement, ...]:
    """The best attested contradictions of an archive of which two values at least are grounded by their quotes."""
    found: list[Disagreement] = []
    for one in contradictions(archive):
        if len(found) == most:
            break
        values = [writer.value(one.record, one.key, camp.value, camp.claims) for camp in one.camps]
        kept = tuple(v for v in values if v is not None)
        if len(kept) > 1:
            found.append(Disagreement(_title(writer, one), kept, _explained(writer, one)))
    return tuple(found)


def _explained(writer: Writer, one: Agreement) -> str:
    if not one.explained:
        return ""
    told = [_worded(writer, one, reason) for reason in one.explained]
    return writer.words.catalogue.text("disagree.explained", reasons="; ".join(plain_text(t) for t in told))


def _worded(writer: Writer, one: Agreement, reason: str) -> str:
    """A reason with the value that it ends in as the brief writes it."""
    for camp in one.camps:
        bare = reason.removesuffix(f": {camp.value}")
        if bare != reason:
            return f"{bare}: {writer.worded(one.record, one.key, camp.value, camp.claims)}"
    return reason


def _title(writer: Writer, one: Agreement) -> str:
    """What it is that is differently told: the thing, and which of its values."""
    catalogue, record = writer.words.catalogue, one.record
    fields, frame = writer.fields(record.kind), writer.frame(record)
    figures = {n for n, f in fields.items() if f.type is Type.NUMBER}
    unsaid = {one.key, *record.other, *(figures if one.key in figures else ())}
    bare = {k for k in record.values if k not in unsaid}

    def shown(title: str) -> str:
        title = title[:1].upper() + title[1:]
        name = catalogue.text(f"key.{one.key}")
        return title if one.key == "value" else catalogue.text("disagree.line", title=title, key=name)

    for pattern in catalogue.nouns(record.kind, record.values):
        pieces = fill(pattern, lambda slot: None if slot.name not in bare else frame.fill(slot))
        if pieces is not None:
            return shown("".join(p.text for p in pieces))
    return shown(record.kind)
