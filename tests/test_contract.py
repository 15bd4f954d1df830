"""What every kind meets, the next one too: nothing here names a kind."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.document import Block, Document
from accord.evaluate import faults
from accord.exports import check, claim_lines
from accord.extract import extract
from accord.kinds import kinds
from accord.kinds.base import Example, Kind
from accord.languages import available, catalogue
from accord.languages.en.learnt.model import NOTHING, using
from accord.record import STATUSES, Claim, Role, Type, claim_id
from accord.values import Period

PAGES = Path(__file__).resolve().parents[1] / "docs" / "kinds"
KINDS = list(kinds().values())
CASES = [(kind, example) for kind in KINDS for example in kind.examples]
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
each_example = pytest.mark.parametrize(("kind", "example"), CASES, ids=[f"{k.name}: {e.text[:60]}" for k, e in CASES])


def document(text: str, published: str = "") -> Document:
    """A page of one paragraph for each line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    date = Period.parse(published) if published else None
    return Document("0" * 64, "example.txt", text, tuple(blocks), "en", published=date)


def found(kind: Kind, example: Example) -> list[Claim]:
    """What the rules find; examples and near misses are theirs."""
    with using(NOTHING):
        return [claim for claim in extract(document(example.text, example.published)) if claim.kind == kind.name]


def lines(claims: Iterable[Claim]) -> list[dict[str, Any]]:
    return list(claim_lines(claims, least=0.0))


def holds(wanted: dict[str, Any], line: dict[str, Any]) -> bool:
    """Whether a line has the wanted values; lists in any order; no status means reported."""
    said = {"status": "reported", **line}
    return all(
        sorted(said.get(k) or []) == sorted(v) if isinstance(v, list) else said.get(k) == v for k, v in wanted.items()
    )


@each_kind
def test_a_kind_has_examples_and_a_near_miss(kind: Kind) -> None:
    assert any(e.finds for e in kind.examples)
    assert any(not e.finds for e in kind.examples)


@each_example
def test_examples_hold(kind: Kind, example: Example) -> None:
    got = lines(found(kind, example))
    if not example.finds:
        assert got == []
    for wanted in example.finds:
        shown = [{k: v for k, v in line.items() if k != "evidence"} for line in got]
        assert any(holds(dict(wanted), line) for line in got), f"{wanted} is not in {shown}"


@each_example
def test_claims_keep_the_schema_and_survive_json(kind: Kind, example: Example) -> None:
    for line in lines(extract(document(example.text, example.published))):
        assert list(faults(line)) == []
        assert json.loads(json.dumps(line, ensure_ascii=False)) == line


@each_example
def test_every_value_has_its_words(kind: Kind, example: Example) -> None:
    claims = extract(document(example.text, example.published))
    assert list(check(lines(claims), {"example.txt": example.text})) == []


@each_example
def test_the_id_follows_from_the_content(kind: Kind, example: Example) -> None:
    first, second = (extract(document(example.text, example.published)) for _ in range(2))
    assert first == second
    for claim in first:
        anchor = claim.evidence[0]
        assert claim.id == claim_id(claim.document, claim.kind, claim.values, anchor.start, anchor.end)
        assert claim.id.startswith(f"{claim.kind}-")


@each_kind
def test_fields_are_whole(kind: Kind) -> None:
    names = [field.name for field in kind.fields]
    assert len(names) == len(set(names))
    assert any(field.match for field in kind.fields), "nothing decides whether two claims are one"
    assert kind.with_role(Role.CONCERNS) or kind.with_role(Role.WHO) or kind.with_role(Role.TITLE)
    for field in kind.fields:
        assert bool(field.words) == (field.type in (Type.CODE, Type.CODES)), field.name
        if Role.DUE in field.roles or Role.WHEN in field.roles:
            assert field.type is Type.PERIOD, field.name


@each_kind
def test_a_page_names_every_field_and_its_words(kind: Kind) -> None:
    page = (PAGES / f"{kind.name}.md").read_text(encoding="utf-8")
    for field in kind.fields:
        assert f"`{field.name}`" in page, field.name
        assert all(word in page for word in field.words), field.name
    for example in kind.examples:
        assert example.text.replace("\n", " ") in page, example.text


@pytest.mark.parametrize("language", available())
@pytest.mark.parametrize("status", STATUSES)
@each_kind
def test_every_language_has_a_sentence_for_every_status(kind: Kind, status: str, language: str) -> None:
    assert catalogue.load(language).patterns(kind.name, status, {})


@pytest.mark.parametrize("language", available())
@each_kind
def test_every_language_names_the_section(kind: Kind, language: str) -> None:
    for example in kind.examples:
        for claim in found(kind, example):
            section = kind.section(claim.values)
            assert catalogue.load(language).get(f"section.{section}"), section


def test_pages_are_those_of_the_kinds() -> None:
    assert {page.stem for page in PAGES.glob("*.md")} == set(kinds())


_SENTENCES = [example.text for kind in KINDS for example in kind.examples]
_PIECES = st.one_of(
    st.sampled_from(_SENTENCES),
    st.sampled_from(_SENTENCES).flatmap(lambda s: st.integers(0, len(s)).map(lambda n: s[:n])),
    st.text(max_size=30),
    st.sampled_from(["\n", "\t", "\u200b", "\u00ad", "\u202e", "“", "—", "<script>", "&amp;", "𝕏", "1\u00a0000", "$"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=8).map(" ".join))
def test_hostile_text_breaks_nothing_and_evidence_stands(text: str) -> None:
    for claim in extract(document(text)):
        assert claim.evidence
        for piece in claim.evidence:
            assert text[piece.start : piece.end] == piece.quote
        assert list(faults(lines([claim])[0])) == []
