"""What readings since a moment changed, as a section: what was added, changed, put in doubt, confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accord.analysis.archive import Archive
from accord.analysis.changes import Change, changes
from accord.brief.model import Part, Section, Statement
from accord.brief.sentences import Writer

__all__ = ["news"]


def news(writer: Writer, archive: Archive, since: str, most: int, command: str) -> Section:
    """The changes of an archive by what was read after a moment (ISO 8601), each with its quotes; `command` shows all."""
    text = writer.words.catalogue.text
    title = text("section.changes", date=writer.words.date(since[:10], "plain"))
    found = changes(archive, since)
    told: list[Statement] = []
    for place, change in enumerate(found):
        if len(told) == most:
            more = text("label.more", n=len(found) - place, command=command)
            return Section("changes", title, tuple(told), more=more)
        statement = writer.statement(change.record)
        if statement is not None:
            told.append(_told(writer, change, statement))
    return Section("changes", title, tuple(told), more="" if told else text("changes.none"))


def _told(writer: Writer, change: Change, statement: Statement) -> Statement:
    text = writer.words.catalogue.text
    was = tuple(_was(writer, change))
    parts = (Part(text(f"changes.{change.sort}"), "sort"), Part(" "), *statement.parts)
    return replace(statement, parts=parts, notes=(*statement.notes, *was))


def _was(writer: Writer, change: Change) -> Iterator[str]:
    """What was believed before, where the quotes of those who said it ground it."""
    catalogue, record = writer.words.catalogue, change.record
    for key, (before, _) in change.values.items():
        if key == "status":
            yield catalogue.text(
                "changes.was", key=catalogue.text("key.status"), value=catalogue.text(f"steps.{before}")
            )
            continue
        holders = tuple(c for c in record.claims if c.values.get(key) == before)
        shown = writer.value(record, key, before, holders) if holders else None
        if shown is not None:
            yield catalogue.text("changes.was", key=catalogue.text(f"key.{key}"), value=shown.text)
