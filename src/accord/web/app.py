"""The application: its questions, its errors, its files."""

from __future__ import annotations

import mimetypes
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources

from fastapi import Depends, FastAPI, Request
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles

from accord.version import __version__
from accord.web.briefs import add_briefs
from accord.web.calendars import add_calendars
from accord.web.faults import RESPONSES, Fault, handle_faults, tell
from accord.web.findings import served
from accord.web.gate import Gate
from accord.web.headers import Headed
from accord.web.imprint import drawings, register_drawing
from accord.web.judging import add_judging
from accord.web.originals import add_originals
from accord.web.parameters import known_only
from accord.web.question import questions, register
from accord.web.refusal import Refusal
from accord.web.sessions import Sessions
from accord.web.settings import Settings
from accord.web.signing import add_signing
from accord.web.taking import add_taking

__all__ = ["create_app"]

mimetypes.add_type("application/speculationrules+json", ".rules")

_ABOUT = "The record of relations between states: what was said, by whom, in which words. Every page's data."


def create_app(settings: Settings) -> FastAPI:
    """The desk over a store. Raises StoreError where the store cannot be opened."""
    desk = served(settings)

    @asynccontextmanager
    async def living(_app: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()

    app = FastAPI(
        title="Accord",
        version=__version__,
        description=_ABOUT,
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=living,
        responses=RESPONSES,
        dependencies=[Depends(known_only)],
    )
    app.state.desk = desk
    app.state.sessions = Sessions(settings)
    handle_faults(app)
    app.add_middleware(Gate, sessions=app.state.sessions, tell=_tell)
    app.add_middleware(Headed)
    add_signing(app)
    add_judging(app)
    add_taking(app)
    add_originals(app)
    add_briefs(app)
    add_calendars(app)
    for question in questions():
        register(app, question)
    for drawing in drawings():
        register_drawing(app, drawing)
    app.mount("/static", StaticFiles(directory=str(resources.files("accord.web").joinpath("static"))), name="static")
    return app


def _tell(request: Request, refusal: Refusal) -> Response:
    """The gate's refusals look like all other errors."""
    answer = tell(request, Fault(refusal.status_code, refusal.detail, refusal.mend))
    answer.headers.update(refusal.headers or {})
    return answer
