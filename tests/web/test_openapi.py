"""The API keeps to its own description, whatever it is asked: made-up requests, good and bad, from the document itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
from fastapi import FastAPI
from fastapi.responses import PlainTextResponse, Response
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from accord.web import Settings, create_app

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
EXAMPLES = 5  # for each address and mode
ERROR = {"status", "reason", "mend"}


@pytest.fixture(scope="module")
def app(read_store: Path, tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """A desk that may be changed: the requests carry the token."""
    return create_app(Settings(Path(shutil.copy(read_store, tmp_path_factory.mktemp("api") / "samples.db"))))


@pytest.fixture(scope="module")
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as found:
        found.headers["x-csrf-token"] = found.get("/api/session").json()["csrf"]
        yield found


@pytest.mark.parametrize("mode", GenerationMode, ids=lambda mode: mode.value)
def test_made_up_requests_are_answered_as_described(app: FastAPI, client: TestClient, mode: GenerationMode) -> None:
    operations = [found.ok() for found in schemathesis.openapi.from_dict(app.openapi()).get_all_operations()]
    assert len(operations) > 10
    faults = {operation.label: fault for operation in operations if (fault := _asked(operation, mode, client))}
    assert faults == {}


def test_a_fault_would_be_found(store_path: Path) -> None:
    broken = create_app(Settings(store_path))

    @broken.get("/api/broken")
    def divide(by: int) -> float:
        return 1 / (by // 1000)

    @broken.get("/api/other-shape")
    def other() -> Response:
        return PlainTextResponse("none of what was said", status_code=302)

    paths = {"/api/broken": "Server error", "/api/other-shape": "Undocumented"}
    with TestClient(broken, base_url="http://127.0.0.1", raise_server_exceptions=False) as asking:
        for operation in [o.ok() for o in schemathesis.openapi.from_dict(broken.openapi()).get_all_operations()]:
            if said := paths.pop(operation.path, ""):
                assert said in _asked(operation, GenerationMode.POSITIVE, asking)
        answer = asking.get("/api/broken?by=1")
    assert paths == {}
    assert answer.json()["error"]["reason"] == "the desk failed on this: ZeroDivisionError"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def _asked(operation: Any, mode: GenerationMode, client: TestClient) -> str:
    """Ask an address many things; the first answer that is not as described, in words."""

    @seed(20250630)
    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy(mode))
    def ask(case: Any) -> None:
        sent = case.as_transport_kwargs("http://127.0.0.1")
        assert not sent.pop("cookies", None)  # none are described; the client has the session's
        made = requests.Request(**sent).prepare()
        body = made.body.encode() if isinstance(made.body, str) else made.body
        answer = client.request(made.method or "GET", made.url or "", headers=dict(made.headers), content=body)
        case.validate_response(answer, checks=list(CHECKS))

    try:
        ask()
    except Unsatisfiable:  # an address without parameters cannot be asked wrongly
        return ""
    except FailureGroup as group:
        return "; ".join(f"{fault.title}: {fault.message}" for fault in group.exceptions)
    return ""


def test_every_address_says_what_errors_look_like(app: FastAPI) -> None:
    described = app.openapi()
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            errors = [code for code in operation["responses"] if code.startswith(("4", "5"))]
            assert errors == ["4XX", "5XX"], f"{method} {path}"
    schema = described["components"]["schemas"]["Fault"]
    assert set(schema["properties"]) == ERROR


@pytest.mark.parametrize(
    ("path", "status"),
    [("/api/nowhere", 404), ("/api/dyads?x=1", 422), ("/api/dyads/KEN/KEN", 400), ("/api/records/x?limit=0", 422)],
)
def test_errors_are_what_the_description_says(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status and set(answer.json()["error"]) == ERROR
    assert client.post("/api/dyads").json()["error"]["status"] == 405
