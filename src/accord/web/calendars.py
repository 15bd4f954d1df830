"""What is due, as a calendar file (iCalendar, RFC 5545) that calendars can subscribe to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import Response

from accord.document import Evidence
from accord.values import Period
from accord.web.access import Reader
from accord.web.answers.commitments import Outcome, Promise, Within, chosen
from accord.web.asked import Between, Topic
from accord.web.desk import ServedDesk, TheDesk
from accord.web.telling import words

__all__ = ["add_calendars", "calendar"]

_DAY = timedelta(days=1)
_SPAN = timedelta(days=31)  # what is due within more is entered on its last day


def add_calendars(app: FastAPI) -> None:
    """Give the desk its calendars."""
    for path, answer in (
        ("/commitments.ics", all_calendar),
        ("/dyads/{first}/{second}/commitments.ics", dyad_calendar),
    ):
        app.get(path, include_in_schema=False)(answer)
        app.get(f"/api{path}", tags=["tables"], response_class=Response)(answer)


def all_calendar(
    request: Request, desk: TheDesk, _person: Reader, topic: Topic = "", outcome: Outcome = "", within: Within = 0
) -> Response:
    """What is due between any states."""
    return _answer(request, desk, chosen(desk, (), topic, outcome, within))


def dyad_calendar(
    request: Request,
    desk: TheDesk,
    _person: Reader,
    states: Between,
    topic: Topic = "",
    outcome: Outcome = "",
    within: Within = 0,
) -> Response:
    """What is due between two states."""
    return _answer(request, desk, chosen(desk, states, topic, outcome, within))


def _answer(request: Request, desk: ServedDesk, found: Sequence[Promise]) -> Response:
    data = calendar(desk, found, str(request.base_url))
    name = 'attachment; filename="commitments.ics"'
    return Response(data, headers={"content-type": "text/calendar; charset=utf-8", "content-disposition": name})


def calendar(desk: ServedDesk, found: Sequence[Promise], address: str) -> bytes:
    """The file. An event has the record's id for its UID, so that a later file changes it in place; its SEQUENCE counts
    the changes of the store."""
    from icalendar import Calendar

    whole = Calendar()
    whole.add("prodid", "-//Accord//The desk//EN")
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    whole.add("x-wr-calname", words(desk.settings.language).catalogue.text("interface.commitments.title"))
    sequence = int(desk.store.stamp().rpartition(":")[2] or 0)
    promises = {promise.line.id: promise for promise in found if promise.due}
    lines = {line.id: line for line in desk.lines(list(promises))}
    for record in desk.store.some(list(promises)):
        promise, sentence = promises[record.id], lines[record.id].sentence
        whole.add_component(_event(desk, promise, sentence, record.claims[0].evidence[0], sequence, address))
    return bytes(whole.to_ical())


def _event(desk: ServedDesk, p: Promise, sentence: str, evidence: Evidence, sequence: int, address: str) -> Any:
    from icalendar import Event

    said = words(desk.settings.language)
    first, last = _days(Period.parse(str(p.due)))
    told = f"{said.catalogue.text(f'interface.outcome.{p.outcome}')}: {p.reason}"
    event = Event()
    event.add("uid", f"{p.line.id}@accord")
    event.add("sequence", sequence)
    event.add("dtstamp", datetime.combine(desk.day, time(), UTC))
    event.add("dtstart", first)
    event.add("dtend", last + _DAY)
    event.add("summary", sentence)
    due_told = f"{said.catalogue.text('interface.commitments.due')} {p.due_told}"
    event.add("description", f"{due_told}\n{told}\n\n“{evidence.quote}”\n{evidence.doc}")
    event.add("url", f"{address}records/{p.line.id}")
    event.add("transp", "TRANSPARENT")
    if p.line.topic:
        event.add("categories", [p.line.topic])
    return event


def _days(due: Period) -> tuple[date, date]:
    """The days of an event: those of a day or a month, else the last one; the first where there is no last."""
    if due.last == date.max:
        return due.first, due.first
    return (due.first, due.last) if not due.open and due.length < _SPAN else (due.last, due.last)
