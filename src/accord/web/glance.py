"""A dyad at a glance: what a reader of one minute wants, from the analyses that its other pages are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter

from accord.analysis import Archive
from accord.brief.glance import trade_figures
from accord.record import Record, Role, Type
from accord.store import Asked
from accord.values import Period
from accord.web.desk import ServedDesk
from accord.web.telling import Line, words

__all__ = ["GLANCE", "Glance", "glance", "kept_glance"]

_IN_FORCE, _ENDED = "in-force", frozenset({"expired", "terminated", "suspended"})


@dataclass(frozen=True, slots=True)
class Glance:
    """The last meeting of people; how many papers were told of as signed and how many as in force (and not as ended
    since), with the latest; the next thing due; the last figure of trade; how many contradictions, promises that are
    past their date, and the balance (-10 to 10) of the last year that has any facts."""

    contact: Line | None
    papers: int
    in_force: int
    paper: Line | None
    due: Line | None
    due_on: str | None
    due_told: str
    past: int
    trade: Line | None
    contradictions: int
    year: str
    balance: float | None
    low: float | None
    high: float | None


GLANCE: TypeAdapter[Glance] = TypeAdapter(Glance)


def kept_glance(desk: ServedDesk, states: Sequence[str]) -> Glance | None:
    """What was found to stand out between two states; None where no record concerns them."""
    found, _ = desk.findings(GLANCE, Asked("glance", "-".join(states)), "", 1)
    return found[0] if found else None


def glance(desk: ServedDesk, states: Sequence[str]) -> Glance:
    """What stands out between two states."""
    archive, day = desk.archive(states), desk.day
    contact = max(_contacts(archive, day), key=lambda found: found[0], default=None)
    papers = sorted(_papers(archive, day), key=lambda found: found[0])
    promises = desk.ledger(states)
    ahead = [c for c in promises if c.due and c.due.last >= day and c.outcome in ("open", "partly")]
    fields = {name: kind.by_name for name, kind in archive.kinds.items()}
    figures = trade_figures(archive.records, fields, states)
    years = [span for span in desk.course(states, "year") if span.label <= f"{day.year:04}"]
    due = ahead[0] if ahead else None

    def told(record: Record | None) -> Line | None:
        return desk.line(record, states) if record else None

    return Glance(
        told(contact[1] if contact else None),
        len(papers),
        sum(_in_force(archive, record) for _, record in papers),
        told(papers[-1][1] if papers else None),
        told(due.record if due else None),
        str(due.due) if due else None,
        words(desk.settings.language).date(str(due.due)) if due else "",
        sum(c.outcome in ("overdue", "unverified", "broken") for c in promises),
        told(figures[-1] if figures else None),
        len(desk.contradictions(states)),
        years[-1].label if years else "",
        years[-1].balance if years else None,
        years[-1].low if years else None,
        years[-1].high if years else None,
    )


def _happened(archive: Archive, record: Record, day: date) -> Period | None:
    """When it happened, if it has by a day."""
    when = archive.when(record)
    return when if record.status == "reported" and when and not when.open and when.first <= day else None


def _contacts(archive: Archive, day: date) -> Iterator[tuple[tuple[date, str], Record]]:
    """Meetings and visits of people, each with the day by which it counts."""
    for record in archive.records:
        kind = archive.kinds[record.kind]
        people = any(f.type in (Type.PERSON, Type.PEOPLE) for f in kind.with_role(Role.WHO))
        if people and kind.section(record.values) == "contacts" and (when := _happened(archive, record, day)):
            yield (when.last, record.id), record


def _papers(archive: Archive, day: date) -> Iterator[tuple[tuple[date, str], Record]]:
    """Papers with a name of which some act is told."""
    for record in archive.records:
        section = archive.kinds[record.kind].section(record.values)
        if section != "agreements" or not archive.title(record) or archive.fields(record, Role.MEASURE):
            continue
        if when := _happened(archive, record, day):
            yield (when.last, record.id), record


def _in_force(archive: Archive, record: Record) -> bool:
    """Whether a paper is told of as in force, and not as ended."""
    steps = {archive.step(claim) for claim in record.claims if claim.status == "reported"}
    return _IN_FORCE in steps and not steps & _ENDED
