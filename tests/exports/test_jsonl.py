"""Exports: the schema's form, every value with its words, nothing that depends on a clock or an order."""

from __future__ import annotations

import io
import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from accord.document import Block, Document, Evidence
from accord.evaluate import faults
from accord.exports import check, claim_lines, document_lines, own_states, record_lines, write
from accord.record import Claim, Record
from accord.values import Period

TEXT = "Rahmon visited Bishkek on 13 March 2025, where the Border Treaty was signed."


def evidence(quote: str, *keys: str, doc: str = "a.txt") -> Evidence:
    start = TEXT.index(quote)
    return Evidence(doc, start, start + len(quote), quote, keys)


TREATY = Claim(
    id="agreement-1",
    document="h1",
    doc="a.txt",
    kind="agreement",
    values={"title": "Border Treaty", "parties": ["TJK", "KGZ"], "date": "2025-03-13"},
    evidence=(evidence("the Border Treaty was signed", "title"), evidence("Rahmon visited Bishkek", "parties")),
    concerns=("KGZ", "TJK"),
    basis={"date": "inferred: the day of the visit"},
    confidence=0.91234,
)
OPINION = Claim(
    id="assessment-1",
    document="h1",
    doc="a.txt",
    kind="assessment",
    values={"speaker": "Rahmon", "topic": ["border"]},
    evidence=(evidence("Rahmon", "speaker", "concerns"), evidence("Border", "topic")),
    concerns=("KGZ", "TJK"),
    said_by=("Rahmon", "the ministry"),
    status="denied",
    confidence=0.2,
)


def test_lines_have_the_form_of_the_schema() -> None:
    first, second = claim_lines([OPINION, TREATY], least=0)
    assert not [*faults(first), *faults(second)]
    assert (first["kind"], first["confidence"], "concerns" in first, "status" in first) == (
        "agreement",
        0.912,
        False,
        False,
    )
    assert (second["concerns"], second["status"], second["said_by"]) == (
        ["KGZ", "TJK"],
        "denied",
        ["Rahmon", "the ministry"],
    )
    assert first["evidence"][0] == {
        "doc": "a.txt",
        "start": TEXT.index("the Border"),
        "end": TEXT.index("signed") + 6,
        "quote": "the Border Treaty was signed",
        "for": ["title"],
    }


def test_the_doubtful_are_left_out_unless_asked_for() -> None:
    assert [line["id"] for line in claim_lines([TREATY, OPINION])] == ["agreement-1"]
    assert len(list(claim_lines([TREATY, OPINION], least=0))) == 2


def test_own_states() -> None:
    assert set(own_states("agreement", TREATY.values)) == {"TJK", "KGZ"}
    assert own_states("assessment", OPINION.values) == ()


def test_every_value_has_its_words_or_its_basis() -> None:
    lines = list(claim_lines([TREATY, OPINION], least=0))
    assert list(check(lines, {"a.txt": TEXT})) == []
    bare = replace(TREATY, basis={}, evidence=TREATY.evidence[:1])
    assert list(check(claim_lines([bare]))) == [
        "agreement-1: nothing carries parties",
        "agreement-1: nothing carries date",
    ]
    assert next(iter(check(lines[:1], {"a.txt": f" {TEXT}"}))).startswith(
        "agreement-1: 'the Border Treaty was signed' is not at"
    )


def test_records_name_their_claims_in_the_evidence() -> None:
    other = replace(TREATY, id="agreement-2", doc="b.txt", document="h2", basis={}, confidence=0.6)
    record = Record(
        "agreement-9", "agreement", TREATY.values, "reported", ("KGZ", "TJK"), (TREATY, other),
        other={"date": (("2025-03", ("agreement-2",)),)}, steps=(("signed", ("agreement-1", "agreement-2")),),
        reasons=(("agreement-1", "agreement-2", 0.9, "same title"),), voices=2,
    )  # fmt: skip
    line = next(record_lines([record]))
    assert not list(faults(line))
    assert {piece["claim"] for piece in line["evidence"]} == {"agreement-1", "agreement-2"}
    assert line["confidence"] == 0.912
    full = next(record_lines([record], details=True))
    assert (full["sources"], full["voices"]) == (["a.txt", "b.txt"], 2)
    assert full["other"] == {"date": [{"value": "2025-03", "claims": ["agreement-2"]}]}
    assert not list(record_lines([replace(record, claims=(OPINION,))]))


def test_documents_are_exported_whole() -> None:
    document = Document(
        "h1", "a.txt", TEXT, (Block("paragraph", 0, len(TEXT)),), "en", published=Period.parse("2025-03")
    )
    line = next(document_lines([(document, ["b.txt", "a.txt"], "read")]))
    assert line == {
        "doc": "a.txt",
        "hash": "h1",
        "names": ["a.txt", "b.txt"],
        "state": "read",
        "language": "en",
        "media_type": "text/plain",
        "published": "2025-03",
        "blocks": [["paragraph", 0, len(TEXT), None]],
        "text": TEXT,
    }


def test_order_makes_no_difference() -> None:
    claims = [replace(TREATY, id=f"agreement-{n}", doc=f"{n % 3}.txt") for n in range(9)] + [OPINION]
    once = io.StringIO()
    write(claim_lines(claims, least=0), once)
    for seed in range(3):
        random.Random(seed).shuffle(claims)
        again = io.StringIO()
        write(claim_lines(claims, least=0), again)
        assert again.getvalue() == once.getvalue()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("before\n")

    def failing():  # type: ignore[no-untyped-def]
        yield {"a": 1}
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write(failing(), target)
    assert target.read_text() == "before\n"
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]
    assert write([{"a": "é"}], target) == 1
    assert json.loads(target.read_text(encoding="utf-8")) == {"a": "é"}
    assert write([{"a": 1}], Path("/dev/null")) == 1
