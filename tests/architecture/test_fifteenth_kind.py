"""A fifteenth kind, dropped in a folder, walks from a document to the brief with nothing else edited."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

KIND = '''
"""Papers that pass from hand to hand: a kind that this test has made up."""

from accord.kinds.base import Draft, Example, Kind
from accord.kinds.common import anchor, near_states, put_date
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("paper", Type.NAME, frozenset({Role.TITLE}), Match.NAME, required=True),
    Field("states", Type.STATES, frozenset({Role.CONCERNS, Role.WHO}), Match.SET, required=True),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
)


def find(views):
    for clause in views.of("sign"):
        for paper in clause.mentions("paper"):
            draft = Draft("handover", anchor(views, clause), status=clause.status)
            draft.put("paper", paper.name, [paper.span])
            yield put_date(draft.put("states", *near_states(views, clause)), clause.when)


KIND = Kind("handover", FIELDS, find, lambda values: "general", None, (Example("Talks went on."),))
'''
RUN = """
import sys, accord.kinds
accord.kinds.__path__.append(sys.argv[1])
from accord.cli import main
sys.exit(main(sys.argv[2:]))
"""
TEXTS = {
    "a.txt": "NAIROBI - Kenya and Uganda signed a memorandum on lake fisheries in Kampala on 4 May 2024.",
    "b.txt": "Uganda and Kenya signed the memorandum on lake fisheries on 4 May 2024, officials recalled.",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fifteenth")
    (folder / "kinds").mkdir()
    (folder / "kinds" / "handover.py").write_text(KIND, encoding="utf-8")
    (folder / "in").mkdir()
    for name, text in TEXTS.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    assert "2 documents" in accord(folder, "read", "in")
    return folder


def accord(folder: Path, *words: str) -> str:
    command = [sys.executable, "-c", RUN, str(folder / "kinds"), *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_its_claims_are_extracted_and_exported(place: Path) -> None:
    lines = [json.loads(line) for line in accord(place, "export", "--claims", "-").splitlines()]
    mine = [line for line in lines if line["kind"] == "handover"]
    assert [line["doc"] for line in mine] == ["a.txt", "b.txt"]
    assert all(TEXTS[e["doc"]][e["start"] : e["end"]] == e["quote"] for line in mine for e in line["evidence"])


def test_its_records_are_put_together_listed_and_shown(place: Path) -> None:
    listed = accord(place, "list", "handovers", "--between", "KEN", "Uganda", "--format", "jsonl")
    records = [json.loads(line) for line in listed.splitlines()]
    assert len(records) == 1
    assert records[0]["date"] == "2024-05-04"
    shown = accord(place, "show", records[0]["id"])
    assert "a.txt" in shown
    assert "b.txt" in shown
    assert "lake fisheries" in accord(place, "search", "fisheries")


def test_it_stands_in_the_brief(place: Path) -> None:
    ids = [json.loads(line)["id"] for line in accord(place, "export", "-").splitlines()]
    (mine,) = [one for one in ids if one.startswith("handover-")]
    accord(place, "brief", "KEN", "UGA", "--as-of", "2025-01-01", "--output", "brief.html")
    assert mine in (place / "brief.html").read_text(encoding="utf-8")
