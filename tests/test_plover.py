"""Events as PLOVER codes them: the tables of the manual, the mapping of docs/plover.md, and how standing changes a code."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from accord.kinds import kinds
from accord.plover import MODES, TYPES, Act, event
from accord.record import STATUSES, Type

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "plover.md").read_text(encoding="utf-8")
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in PAGE.splitlines()
    if line.count("|") == 7 and not re.match(r"\|( kind| ---)", line)
]


def values(done: str, word: str, kind: str) -> dict[str, Any]:
    many = "three or more" in done
    found: dict[str, Any] = {"states": ["FRA", "ESP", "PRT"][: 3 if many else 2], "between": ["FRA", "ESP"]}
    if kind == "tie":
        return found | {"type": "visa-regime" if "regime" in done else "embassy", "action": word}
    key = next((f.name for f in kinds()[kind].fields if word in f.words), None)
    return found | ({key: word} if key else {})


CASES = [
    (kind, done, word.strip(), type_, mode, int(quad), float(score))
    for kind, done, type_, mode, quad, score in ROWS
    for word in done.rpartition(": ")[2].split(",")
]


@pytest.mark.parametrize(("kind", "done", "word", "type_", "mode", "quad", "score"), CASES)
def test_the_page_says_how_an_act_is_coded(
    kind: str, done: str, word: str, type_: str, mode: str, quad: int, score: float
) -> None:
    got = kinds()[kind].plover(values(done, word, kind), "reported")
    assert got is not None
    assert (got.type, got.mode, got.quad, got.score) == (type_, mode, quad, score)
    assert got.context


def test_the_page_names_every_kind_that_has_events() -> None:
    silent = {"indicator", "membership"}
    assert {row[0] for row in ROWS} == set(kinds()) - silent


@pytest.mark.parametrize("name", ["indicator", "membership"])
def test_figures_and_memberships_are_no_events(name: str) -> None:
    assert kinds()[name].plover({"action": "joined", "value": 3}, "reported") is None


def test_what_was_only_mentioned_is_no_event() -> None:
    assert kinds()["project"].plover({"action": "mentioned"}, "reported") is None
    assert kinds()["agreement"].plover({"parties": ["FRA", "ESP"]}, "reported") is None
    assert kinds()["assessment"].plover({"stance": "mixed"}, "reported") is None


@pytest.mark.parametrize("mode", MODES)
def test_a_mode_has_the_sign_of_its_type(mode: tuple[str, str]) -> None:
    quad, score = TYPES[mode[0]]
    assert (MODES[mode] > 0) == (quad in (1, 2))
    assert score <= 0 or quad in (1, 2)


@pytest.mark.parametrize(
    ("act", "status", "wanted"),
    [
        (Act("CONSULT", "visit", refused="meet"), "reported", ("CONSULT", "visit")),
        (Act("CONSULT", "visit", refused="meet"), "planned", ("AGREE", "")),
        (Act("CONSULT", "visit", refused="meet"), "cancelled", ("REJECT", "meet")),
        (Act("CONSULT", "visit", refused="meet"), "postponed", None),
        (Act("SUPPORT"), "denied", None),
        (Act("SUPPORT"), "hypothetical", None),
        (Act("SUPPORT"), "cancelled", ("REJECT", "")),
        (Act("COERCE", "restrict"), "planned", ("THREATEN", "restrict")),
        (Act("SANCTION", "withdraw"), "proposed", ("THREATEN", "relations")),
        (Act("ASSAULT"), "planned", ("THREATEN", "violence")),
        (Act("COERCE", "restrict"), "cancelled", None),
    ],
)
def test_standing_changes_the_code(act: Act, status: str, wanted: tuple[str, str] | None) -> None:
    got = event(act, status, {})
    assert (got and (got.type, got.mode)) == wanted


@pytest.mark.parametrize(
    ("topic", "contexts"), [("water", ("natural_resource",)), (["border", "trade"], ("territory", "economic"))]
)
def test_topics_give_contexts(topic: str | list[str], contexts: tuple[str, ...]) -> None:
    got = event(Act("AGREE"), "reported", {"topic": topic})
    assert got is not None
    assert got.context == contexts


def test_every_act_of_every_kind_has_a_score() -> None:
    for kind in kinds().values():
        codes = [f for f in kind.fields if f.type is Type.CODE and f.name in ("type", "action", "mode", "stance")]
        for words in product(*(f.words for f in codes)):
            given = {"states": ["FRA", "ESP"]} | {f.name: w for f, w in zip(codes, words, strict=True)}
            for status in STATUSES:
                got = kind.plover(given, status)
                assert got is None or -10 <= got.as_json()["score"] <= 10
