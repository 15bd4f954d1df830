"""Errors as the desk tells them: one shape in the API, one page for people; every message says what to do."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from accord.errors import AccordError, NotFound, OversizedSource, SourceError, StoreError, StoreLocked
from accord.web.pages import page

__all__ = ["Fault", "handle_faults"]

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


def handle_faults(app: FastAPI) -> None:
    """Tell all errors in one shape."""

    def accord_error(request: Request, error: Exception) -> Response:
        assert isinstance(error, AccordError)
        status = next((code for kind, code in _STATUS if isinstance(error, kind)), 400)
        return _answer(request, Fault(status, error.reason, error.mend))

    def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][1:]) or "the request"
        return _answer(request, Fault(422, f"{where}: {first['msg']}", "see /openapi.json for what is expected"))

    def http_error(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        reason = error.detail if error.detail != HTTPStatus(error.status_code).phrase else error.detail.lower()
        answer = _answer(request, Fault(error.status_code, reason, ""))
        answer.headers.update(error.headers or {})
        return answer

    app.add_exception_handler(AccordError, accord_error)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http_error)


def _answer(request: Request, fault: Fault) -> Response:
    if request.url.path.startswith(("/api/", "/openapi.json")):
        shape = {"error": {"status": fault.status, "reason": fault.reason, "mend": fault.mend}}
        return JSONResponse(shape, status_code=fault.status)
    return page(request, "fault.html", status=fault.status, fault=fault)
