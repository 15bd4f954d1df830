"""The application: its questions, its errors, its files."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from accord.version import __version__
from accord.web.desk import Desk
from accord.web.faults import handle_faults
from accord.web.headers import guard_headers
from accord.web.imprint import drawings, register_drawing
from accord.web.question import questions, register
from accord.web.settings import Settings

__all__ = ["create_app"]

_ABOUT = "The record of relations between states: what was said, by whom, in which words. Every page's data."


def create_app(settings: Settings) -> FastAPI:
    """The desk over a store. Raises StoreError where the store cannot be opened."""
    desk = Desk(settings)

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
    )
    app.state.desk = desk
    handle_faults(app)
    guard_headers(app, settings)
    for question in questions():
        register(app, question)
    for drawing in drawings():
        register_drawing(app, drawing)
    app.mount("/static", StaticFiles(directory=str(resources.files("accord.web").joinpath("static"))), name="static")
    return app
