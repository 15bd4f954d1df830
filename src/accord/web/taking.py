"""What changes the shelf of documents: reading what is dropped or pasted, and forgetting a document."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import FastAPI, File, Form, Path, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

from accord.store import Forgotten
from accord.values import Period
from accord.web.access import Admin, Reader, Reviewer
from accord.web.answers.documents import Underway, told
from accord.web.desk import ServedDesk, TheDesk
from accord.web.pages import page
from accord.web.uploads import uploaded

__all__ = ["add_taking"]

_Files = Annotated[list[UploadFile] | None, File(description="Documents, or ZIPs of them.")]
_Text = Annotated[str, Form(max_length=2_000_000, description="A text, in place of a file.")]
_Name = Annotated[str, Form(max_length=200, description="What the text is called.")]
_Published = Annotated[str, Form(max_length=10, description="When they were published, where they do not say so.")]
_Hash = Annotated[str, Path(max_length=64, pattern="^[0-9a-f]{64}$")]


def add_taking(app: FastAPI) -> None:
    """Give the desk what takes documents in and forgets them."""
    app.post("/documents", include_in_schema=False)(take)
    app.post("/api/documents", status_code=202, tags=["documents"])(take_json)
    app.get("/documents/{hash}/forget", include_in_schema=False)(forget_page)
    app.post("/documents/{hash}/forget", include_in_schema=False)(forget)
    app.delete("/api/documents/{hash}", tags=["documents"])(forget_json)


def _take(desk: ServedDesk, who: str, files: list[UploadFile] | None, text: str, name: str, published: str) -> Underway:
    if published:
        Period.parse(published)
    return told(desk.readings.start(uploaded(files or [], text, name), published.strip(), who))


def take(
    desk: TheDesk,
    person: Reviewer,
    files: _Files = None,
    text: _Text = "",
    name: _Name = "",
    published: _Published = "",
) -> Response:
    """Start reading, and show how far it is."""
    started = _take(desk, person.name, files, text, name, published)
    return RedirectResponse(f"/documents/reading?number={started.number}", 303)


def take_json(
    desk: TheDesk,
    person: Reviewer,
    files: _Files = None,
    text: _Text = "",
    name: _Name = "",
    published: _Published = "",
) -> Underway:
    """Start reading files or a text; `/api/documents/reading` tells how far it is."""
    return _take(desk, person.name, files, text, name, published)


def forget_page(request: Request, desk: TheDesk, _person: Reader, hash: _Hash) -> Response:
    """What would go with a document."""
    return page(request, "forget.html", **_shown(desk, hash), gone=None)


def forget(request: Request, desk: TheDesk, _person: Admin, hash: _Hash) -> Response:
    """Remove a document, and say what went with it."""
    shown = _shown(desk, hash)
    return page(request, "forget.html", **shown, gone=desk.store.forget(hash))


def forget_json(desk: TheDesk, _person: Admin, hash: _Hash) -> Forgotten:
    """Remove a document and exactly its claims; nothing of its content stays in the store."""
    return desk.store.forget(hash)


def _shown(desk: ServedDesk, hash_: str) -> dict[str, Any]:
    return {"document": desk.store.document(hash_), "claims": len(desk.store.claims(document=hash_))}
