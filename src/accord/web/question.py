"""A question of the desk: one function whose answer is a page, a JSON document and, where it is a table, a CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from inspect import Parameter, Signature, signature
from pkgutil import iter_modules
from typing import Annotated, Any, TypeVar, get_type_hints

from anyio import to_thread
from fastapi import Depends, FastAPI, Query, Request
from fastapi.responses import Response

from accord.errors import UsageError
from accord.web.pages import page

__all__ = ["Cursor", "Limit", "Question", "Table", "csv_answer", "paged", "questions", "register"]

_T = TypeVar("_T")
Table = tuple[Sequence[str], Sequence[Sequence[Any]]]
"""The header and the rows of a table."""

Cursor = Annotated[str, Query(max_length=200, description="Where the page begins: `next` of the page before.")]
Limit = Annotated[int, Query(ge=1, le=500, description="How many lines at most.")]


@dataclass(frozen=True, slots=True)
class Question:
    """`path` is its address (the API's is the same under /api, or `/api` + `api` where given); `answer` a function with
    FastAPI's parameters that returns a dataclass; `template` its page; `table` makes the answer's rows for the CSV
    beside it."""

    path: str
    answer: Callable[..., Any]
    template: str
    table: Callable[[Any], Table] | None = None
    api: str = ""

    @property
    def name(self) -> str:
        return self.template.removesuffix(".html")


def paged(found: Sequence[_T], cursor: str, limit: int) -> tuple[list[_T], str | None]:
    """A page of what was found, and the cursor of the next one. Raises UsageError for a cursor that is none."""
    if cursor and not cursor.isdecimal():
        raise UsageError(f"{cursor!r} is no cursor", "give the `next` of the page before")
    start = int(cursor or 0)
    return list(found[start : start + limit]), str(start + limit) if len(found) > start + limit else None


def questions() -> Iterator[Question]:
    """All questions, found by walking the folder of answers; fixed addresses first, for the first that fits answers."""
    from accord.web import answers

    modules = sorted(iter_modules(answers.__path__), key=lambda m: m.name)
    found = [q for m in modules for q in getattr(import_module(f"accord.web.answers.{m.name}"), "QUESTIONS", ())]
    yield from sorted(found, key=lambda q: q.path.count("{"))


def register(app: FastAPI, question: Question) -> None:
    """Give a question its three addresses."""
    shape = get_type_hints(question.answer)["return"]
    api = "/api" + (question.api or question.path)
    app.get(api, response_model=shape, name=f"{question.name}-json", tags=["record"])(question.answer)

    app.get(question.path, include_in_schema=False, name=question.name)(_html(question))
    if question.table:
        app.get(f"{api}.csv", name=f"{question.name}-csv", tags=["tables"], response_class=Response)(_csv(question))


def _html(question: Question) -> Callable[..., Awaitable[Response]]:
    """The page: answered and written in one go of a thread, in the order of asking."""

    async def html(request: Request, **asked: Any) -> Response:
        desk = request.app.state.desk

        def made() -> Response:
            with desk.store.at_once():
                answer = question.answer(**asked)
            return page(request, question.template, answer=answer)

        return await to_thread.run_sync(made, limiter=desk.makers)

    hints = get_type_hints(question.answer, include_extras=True)
    own = (p.replace(annotation=hints[p.name], kind=Parameter.KEYWORD_ONLY) for p in _parameters(question.answer))
    request = Parameter("request", Parameter.KEYWORD_ONLY, annotation=Request)
    html.__signature__ = Signature([request, *own])  # type: ignore[attr-defined]
    return html


def _parameters(call: Callable[..., Any]) -> Iterable[Parameter]:
    return signature(call).parameters.values()


def _csv(question: Question) -> Callable[..., Response]:
    make = question.table
    assert make is not None
    asked = Depends(question.answer)

    def table(answer: Any = asked) -> Response:
        return csv_answer(question.name, *make(answer))

    return table


def csv_answer(name: str, header: Sequence[str], rows: Sequence[Sequence[Any]]) -> Response:
    """A table as a file to keep."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    kept = f'attachment; filename="{name}.csv"'
    return Response(text.getvalue(), media_type="text/csv; charset=utf-8", headers={"content-disposition": kept})


def _cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    text = ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return f"'{text}" if text[:1] in "=+-@\t\r\n" and not isinstance(value, (int, float)) else text
