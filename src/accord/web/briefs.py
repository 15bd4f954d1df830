"""Briefs to be read in the desk or saved: as HTML, PDF, Word and Markdown."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import Depends, FastAPI, Path, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from accord.brief.build import Options
from accord.brief.command import FORMATS, moment
from accord.desk.words import days
from accord.errors import UsageError
from accord.record import TOPICS
from accord.web.access import Person, Reader
from accord.web.asked import Between, States
from accord.web.desk import ServedDesk, TheDesk

__all__ = ["SUFFIXES", "BriefOptions", "add_briefs"]

SUFFIXES = tuple(suffix.removeprefix(".") for suffix in FORMATS)
_TYPES = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
}
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
_Word = Annotated[str, Field(max_length=20)]
_Suffix = Annotated[str, Path(pattern=f"^({'|'.join(SUFFIXES)})$", description="The format.")]
_Save = Annotated[bool, Query(description="To be saved in place of shown.")]


class _Asked(BaseModel):
    """What may be asked of a brief; empty is all."""

    since: _Word = Field("", description="What happened from a day, a month or a year.")
    until: _Word = Field("", description="What happened to one.")
    topic: _Word = Field("", description=f"One of {', '.join(TOPICS)}.")
    changes: _Word = Field("", description="Tell what changed since a day, or since last-brief.")
    marking: str = Field("", max_length=100, description="A line at its head, such as RESTRICTED.")
    documents: bool = Field(False, description="With the documents in full.")


def _asked(asked: Annotated[_Asked, Query()]) -> _Asked:
    """Checked before any work is done. Raises UsageError and ValueFormatError."""
    days(asked.since, asked.until)
    if asked.changes and asked.changes != "last-brief":
        days(asked.changes, "")
    if asked.topic and asked.topic not in TOPICS:
        raise UsageError(f"no topic is called {asked.topic!r}", f"choose from {', '.join(TOPICS)}")
    return asked


BriefOptions = Annotated[_Asked, Depends(_asked)]


def add_briefs(app: FastAPI) -> None:
    """Give the desk its briefs."""
    for path, answer in (("/dyads/{first}/{second}/brief.{suffix}", dyad_file), ("/brief.{suffix}", file)):
        app.get(path, include_in_schema=False)(answer)
        app.get(f"/api{path}", tags=["briefs"], response_class=Response)(answer)


def dyad_file(
    request: Request,
    desk: TheDesk,
    person: Reader,
    states: Between,
    asked: BriefOptions,
    suffix: _Suffix,
    save: _Save = False,
) -> Response:
    """The brief on two states."""
    return _answer(request, desk, person, states, asked, suffix, save)


def file(
    request: Request,
    desk: TheDesk,
    person: Reader,
    states: States,
    asked: BriefOptions,
    suffix: _Suffix,
    save: _Save = False,
) -> Response:
    """The brief on any states, or on a topic."""
    return _answer(request, desk, person, states, asked, suffix, save)


def _answer(
    request: Request, desk: ServedDesk, person: Person, states: tuple[str, ...], asked: _Asked, suffix: str, save: bool
) -> Response:
    since, until = days(asked.since, asked.until)
    options = Options(
        desk.day,
        since,
        until,
        asked.marking.strip(),
        asked.documents,
        language=desk.settings.language,
        topic=asked.topic,
        changes_since=moment(desk.store, states, asked.topic, asked.changes),
    )
    data = desk.brief(states, options, f".{suffix}")
    if save and _notes(request, desk, person):
        desk.store.note_brief(states, asked.topic)
    name = "-".join(("brief", *states, asked.topic, desk.day.isoformat())).replace("--", "-")
    way = "inline" if suffix == "html" and not save else "attachment"
    headers = {"content-type": _TYPES[suffix], "content-disposition": f'{way}; filename="{name}.{suffix}"'}
    return Response(data, headers=headers | (_framed(data.decode()) if suffix == "html" else {}))


def _notes(request: Request, desk: ServedDesk, person: Person) -> bool:
    """Whether to remember this as the last brief: it was saved from a page of the desk by somebody who may write."""
    here = request.headers.get("sec-fetch-site") == "same-origin"
    return here and person.role != "reader" and not desk.settings.read_only


def _framed(html: str) -> dict[str, str]:
    """The brief's own policy, which knows its script by its hash, and that the desk may frame it."""
    found = _POLICY.search(html)
    assert found, "the brief's template lost its policy"
    return {
        "content-security-policy": f"{found[1].replace('&#39;', chr(39))}; frame-ancestors 'self'",
        "x-frame-options": "SAMEORIGIN",
    }
