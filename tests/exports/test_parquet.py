"""Exports as tables: the rows of the JSON lines, typed; the questions of docs/parquet.md have answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from accord.exports import claim_lines, document_lines, record_lines, write_parquet
from accord.pipeline import run
from accord.store import Store

pq: Any = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install 'accord[parquet]'")
ROOT = Path(__file__).parents[2]
_QUESTIONS = re.findall(r"```sql\n(.*?)```", (ROOT / "docs" / "parquet.md").read_text(encoding="utf-8"), re.S)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The three tables of some samples, in a folder."""
    folder = tmp_path_factory.mktemp("tables")
    documents = [
        p
        for p in sorted((ROOT / "examples" / "documents").iterdir())
        if re.search("kenya|uganda|peru|tanzania", p.name)
    ]
    with Store.open(folder / "accord.db") as store:
        run(documents, store, manifest=ROOT / "examples" / "manifest.jsonl")
        lines = {
            "claims": claim_lines(store.claims()),
            "records": record_lines(store.records(), details=True),
            "documents": document_lines((store.document(s.document.hash), s.names, s.state) for s in store.documents()),
        }
        for name, some in lines.items():
            write_parquet(some, name, folder / f"{name}.parquet")
        yield folder


def test_rows_are_the_lines(tables: Path) -> None:
    with Store.open(tables / "accord.db") as store:
        lines = list(claim_lines(store.claims()))
    rows = pq.read_table(tables / "claims.parquet").to_pylist()
    assert [row["id"] for row in rows] == [line["id"] for line in lines] and len(rows) > 50
    for row, line in zip(rows, lines, strict=True):
        assert row["evidence"] == line["evidence"]
        assert (row["title"], row["value"], row["date"]) == (line.get("title"), line.get("value"), line.get("date"))
        assert set(line.get("parties", ())) <= set(row["states"])
    assert {row["status"] for row in rows} >= {"reported", "planned"}


def test_dates_are_days(tmp_path: Path) -> None:
    base = {
        "kind": "indicator",
        "id": "indicator-1",
        "measure": "exports",
        "about": ["KEN", "UGA"],
        "evidence": [],
        "confidence": 1.0,
    }
    lines = [{**base, "period": "2025-Q1"}, {**base, "period": "../2030"}, {**base, "period": "2021/.."}]
    write_parquet(lines, "records", tmp_path / "x.parquet")
    rows = pq.read_table(tmp_path / "x.parquet").to_pylist()
    assert [(r["period_first"], r["period_last"]) for r in rows] == [
        (date(2025, 1, 1), date(2025, 3, 31)),
        (None, date(2030, 12, 31)),
        (date(2021, 1, 1), None),
    ]


def test_a_range_keeps_both_ends(tmp_path: Path) -> None:
    line = {
        "kind": "incident",
        "id": "incident-1",
        "states": ["KEN"],
        "killed": [3, 5],
        "injured": 7,
        "evidence": [],
        "confidence": 1.0,
    }
    write_parquet([line], "records", tmp_path / "x.parquet")
    row = pq.read_table(tmp_path / "x.parquet").to_pylist()[0]
    assert (row["killed"], row["killed_high"], row["injured"], row["injured_high"]) == (3, 5, 7, None)


def test_a_table_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "x.parquet"
    target.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError):
        write_parquet(({"n": 1 / 0} for _ in range(1)), "claims", target)
    assert target.read_bytes() == b"before" and list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("question", _QUESTIONS, ids=[str(n) for n in range(len(_QUESTIONS))])
def test_the_questions_of_the_page_have_answers(tables: Path, question: str) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed: pip install duckdb")
    rows = duckdb.sql(re.sub(r"'(\w+\.parquet)'", lambda m: f"'{tables / m[1]}'", question)).fetchall()
    assert len(_QUESTIONS) == 5
    assert rows or "other_words" in question  # these samples may agree with each other
