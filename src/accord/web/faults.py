"""Errors as the desk tells them: one shape in the API, one page for people; every message says what to do."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from accord.errors import AccordError, NotFound, OversizedSource, SourceError, StoreError, StoreLocked
from accord.web.headers import put
from accord.web.pages import page

__all__ = ["RESPONSES", "Fault", "handle_faults", "tell"]

_STATUS: tuple[tuple[type[AccordError], int], ...] = (
    (NotFound, 404),
    (OversizedSource, 413),
    (SourceError, 422),
    (StoreLocked, 503),
    (StoreError, 500),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What the API answers in place of data: the status, what is wrong, and what to do."""

    status: int
    reason: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Faulty:
    """The one shape of all errors."""

    error: Fault


RESPONSES: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": Faulty, "description": "What is wrong with the request, and what to do."},
    "5XX": {"model": Faulty, "description": "What is wrong with the desk or its store, and what to do."},
}
"""For the description of the API: what every address may answer in place of its data."""


def handle_faults(app: FastAPI) -> None:
    """Tell all errors in one shape."""

    def accord_error(request: Request, error: Exception) -> Response:
        assert isinstance(error, AccordError)
        status = next((code for kind, code in _STATUS if isinstance(error, kind)), 400)
        return tell(request, Fault(status, error.reason, error.mend))

    def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][1:]) or "the request"
        return tell(request, Fault(422, f"{where}: {first['msg']}", "see /openapi.json for what is expected"))

    def http_error(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        reason = error.detail if error.detail != HTTPStatus(error.status_code).phrase else error.detail.lower()
        answer = tell(request, Fault(error.status_code, reason, getattr(error, "mend", "")))
        answer.headers.update(error.headers or {})
        return answer

    def failed(request: Request, error: Exception) -> Response:
        fault = Fault(500, f"the desk failed on this: {type(error).__name__}", "please report it, with what it printed")
        answer = tell(request, fault)
        put(answer.headers)  # this answer passes no other room
        return answer

    app.add_exception_handler(Exception, failed)
    app.add_exception_handler(AccordError, accord_error)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http_error)


def tell(request: Request, fault: Fault) -> Response:
    """The answer that says what is wrong: JSON to programs, a page to people."""
    if request.url.path.startswith(("/api/", "/openapi.json")):
        return JSONResponse(asdict(Faulty(fault)), status_code=fault.status)
    return page(request, "fault.html", status=fault.status, fault=fault)
