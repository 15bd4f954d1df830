"""What changes the record at the desk: judgements, codings, their undoing and their import."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import FastAPI, Form, Path, Request, UploadFile
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from accord.desk.coding import Study, code, draw, study_of, take_back
from accord.desk.judging import take_in, word_on
from accord.errors import NotFound, UsageError
from accord.store import Word
from accord.web.access import Person, Reader, Reviewer
from accord.web.answers.record import Said, said
from accord.web.asked import dyad_of
from accord.web.desk import ServedDesk, TheDesk
from accord.web.pages import page
from accord.web.refusal import Refusal
from accord.web.signing import local

__all__ = ["Brought", "Drawing", "Judging", "add_judging"]

_Text = Annotated[str, Form(max_length=1000)]
_Id = Annotated[str, Path(max_length=64)]
_Next = Annotated[str, Form(alias="next", max_length=2000)]


class Judging(BaseModel):
    """A person's word: the verdict (right, wrong, same, different, value, outcome, could-not-verify), the ids of the one
    claim or the two that it is about, and one line of reason, if there is one. `key` and `value` are of a correction,
    `value` alone of an outcome; `source` is where it was taken from."""

    verdict: str = Field(max_length=40)
    about: list[Annotated[str, Field(max_length=64)]] = Field(min_length=1, max_length=2)
    key: str = Field("", max_length=40)
    value: str = Field("", max_length=1000)
    source: str = Field("", max_length=1000)
    reason: str = Field("", max_length=1000)


class Drawing(BaseModel):
    """A sample to be drawn for two coders; of a kind and between two states (KEN-UGA) where given."""

    coders: list[Annotated[str, Field(max_length=100)]] = Field(min_length=2, max_length=2)
    seed: int = Field(1, ge=0, le=2**31)
    size: int = Field(50, ge=1, le=2000)
    kind: str = Field("", max_length=40)
    dyad: str = Field("", max_length=160)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line of an import that is no judgement, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of an import: how many were new and how many known; the lines that are no judgements; the judgements
    that were kept but whose claims are not in this store."""

    new: int
    known: int
    unreadable: list[Unreadable]
    lost: list[Said]


def add_judging(app: FastAPI) -> None:
    """Give the desk its addresses for judgements."""
    for path, act, status in (
        ("/api/judgements", judge, 201),
        ("/api/codings", say, 201),
        ("/api/review/two", begin, 201),
    ):
        app.post(path, status_code=status, tags=["review"])(act)
    app.delete("/api/judgements/{id}", tags=["review"])(undo)
    app.delete("/api/codings/{id}", tags=["review"])(unsay)
    app.post("/api/judgements/import", tags=["review"])(bring)
    app.get("/api/judgements.jsonl", tags=["review"], response_class=Response)(all_lines)
    for path, form in (
        ("/judgements", judge_form),
        ("/judgements/import", bring_form),
        ("/judgements/{id}/undo", undo_form),
        ("/codings", say_form),
        ("/codings/{id}/undo", unsay_form),
        ("/review/two", begin_form),
    ):
        app.post(path, include_in_schema=False)(form)


# ---------------------------------------------------------------------- judgements


def _word(desk: ServedDesk, person: Person, said: Judging) -> Word:
    reason, source = (" ".join(text.split()) for text in (said.reason, said.source))
    return word_on(desk.store, said.verdict, said.about, said.key, said.value, source, reason, person.name)


def judge(desk: TheDesk, person: Reviewer, given: Judging) -> Said:
    """Keep a judgement. It shows at once in all pages."""
    word = _word(desk, person, given)
    desk.store.judge(word)
    return said(word, person)


def undo(desk: TheDesk, person: Reviewer, id: _Id) -> Said:
    """Take a judgement of one's own back; an admin, anybody's."""
    word = next((w for w in desk.store.judgements() if w.id == id), None)
    if word is None:
        raise NotFound(f"no judgement has the id {id!r}", "/judgements lists them")
    if not said(word, person).undoable:
        raise Refusal(403, f"{word.who} said this", "ask them, or an admin, to take it back")
    return said(desk.store.unjudge(id), person)


def all_lines(desk: TheDesk, _person: Reader) -> Response:
    """All judgements as JSON lines, as `accord judgements --export` writes them."""
    text = "".join(json.dumps(w.as_dict(), ensure_ascii=False) + "\n" for w in desk.store.judgements())
    name = {"content-disposition": 'attachment; filename="judgements.jsonl"'}
    return Response(text, media_type="application/x-ndjson", headers=name)


def bring(desk: TheDesk, person: Reviewer, file: UploadFile) -> Brought:
    """Judgements from JSON lines; those that are known already are left alone."""
    try:
        lines = file.file.read().decode()
    except UnicodeDecodeError as error:
        raise UsageError("the file is no text in UTF-8", "give what `accord judgements --export` writes") from error
    taken = take_in(desk.store, lines)
    unread = [Unreadable(u.line, u.reason) for u in taken.unread]
    return Brought(taken.new, taken.known, unread, [said(w, person) for w in taken.lost])


# ---------------------------------------------------------------------- two coders


def _study(desk: ServedDesk) -> Study:
    if study := study_of(desk.store):
        return study
    raise NotFound("nothing is being coded", "draw a sample at /review/two first")


def begin(desk: TheDesk, _person: Reviewer, given: Drawing) -> Study:
    """Draw a sample for two coders."""
    return draw(desk.store, given.seed, given.size, given.coders, given.kind, dyad_of(given.dyad))


def say(desk: TheDesk, person: Reviewer, given: Judging) -> Said:
    """Keep what a coder says of a claim of the sample; nobody else sees it until both are done with the claim."""
    word = _word(desk, person, given)
    code(desk.store, _study(desk), word)
    return said(word, person)


def unsay(desk: TheDesk, person: Reviewer, id: _Id) -> Said:
    """Take a coding of one's own back."""
    return said(take_back(desk.store, _study(desk), id, person.name), person)


# ---------------------------------------------------------------------- the same by forms


def judge_form(
    desk: TheDesk,
    person: Reviewer,
    verdict: _Text,
    about: _Text,
    about_other: _Text = "",
    key: _Text = "",
    value: _Text = "",
    source: _Text = "",
    reason: _Text = "",
    next_: _Next = "/review",
) -> Response:
    judge(desk, person, _given(verdict, f"{about} {about_other}", key, value, source, reason))
    return RedirectResponse(local(next_), 303)


def say_form(
    desk: TheDesk,
    person: Reviewer,
    verdict: _Text,
    about: _Text,
    key: _Text = "",
    value: _Text = "",
    reason: _Text = "",
    next_: _Next = "/review/two",
) -> Response:
    say(desk, person, _given(verdict, about, key, value, "", reason))
    return RedirectResponse(local(next_), 303)


def undo_form(desk: TheDesk, person: Reviewer, id: _Id, next_: _Next = "/judgements") -> Response:
    undo(desk, person, id)
    return RedirectResponse(local(next_), 303)


def unsay_form(desk: TheDesk, person: Reviewer, id: _Id, next_: _Next = "/review/two") -> Response:
    unsay(desk, person, id)
    return RedirectResponse(local(next_), 303)


def bring_form(request: Request, desk: TheDesk, person: Reviewer, file: UploadFile) -> Response:
    return page(request, "brought.html", answer=bring(desk, person, file))


def begin_form(
    desk: TheDesk,
    person: Reviewer,
    first: _Text,
    second: _Text,
    seed: Annotated[int, Form(ge=0, le=2**31)] = 1,
    size: Annotated[int, Form(ge=1, le=2000)] = 50,
    kind: _Text = "",
    dyad: _Text = "",
) -> Response:
    begin(desk, person, Drawing(coders=[first, second], seed=seed, size=size, kind=kind, dyad=dyad))
    return RedirectResponse("/review/two", 303)


def _given(verdict: str, about: str, key: str, value: str, source: str, reason: str) -> Judging:
    ids: Any = about.replace("+", " ").split()
    if not 0 < len(ids) < 3:
        raise UsageError("a judgement is about one claim or two", "give their ids, with a space between")
    return Judging(verdict=verdict, about=ids, key=key, value=value, source=source, reason=reason)
