"""What a desk answers is what the commands write."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import accord
from accord.cli import main
from accord.desk import Desk
from accord.desk.why import BECAME
from accord.errors import NotFound, StoreError, UsageError
from accord.record import Told

AS_OF = "2025-12-31"
TEXTS = {
    "a.txt": "Lima, 2 February 2025\n\nPeru and Bolivia signed the Agreement on Seed Certification in Lima on 1 February "
    "2025.\n\nTrade between Peru and Bolivia reached $12.2 million in 2024.\n\nPeru and Bolivia agreed to raise trade "
    "turnover to $500 million by 2030.\n\nIt rained all week in the valley of Vilque.\n",
    "b.txt": "La Paz, 9 February 2025\n\nTrade between Peru and Bolivia reached $19.4 million in 2024.\n\nForeign Minister "
    "Hilda Quispe of Peru paid an official visit to Bolivia on 7 February 2025.\n",
    "ru.txt": "Президенты двух стран обсудили вопросы торговли и сотрудничества на встрече в столице в понедельник вечером.\n",
    "broken.pdf": "%PDF-1.7 and no more",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with accord.open(folder / "accord.db", as_of=AS_OF, create=True) as desk:
        summary = desk.read([folder / name for name in TEXTS])
        assert (summary.read, len(summary.skipped)) == (2, 2)
    return folder


@pytest.fixture
def desk(place: Path) -> Iterator[Desk]:
    with accord.open(place / "accord.db", as_of=AS_OF) as opened:
        yield opened


PAIR = ("Peru", "Bolivia")
ASKED: list[tuple[list[str], Any]] = [
    (["commitments"], lambda d: d.commitments()),
    (["commitments", "--topic", "trade", "--between", *PAIR], lambda d: d.commitments(topic="trade", between=PAIR)),
    (["contradictions"], lambda d: d.contradictions()),
    (["timeline", *PAIR], lambda d: d.timeline(*PAIR)),
    (["course", *PAIR, "--by", "year"], lambda d: d.course(*PAIR, by="year")),
    (["course", *PAIR, "--time", "2025"], lambda d: d.course(*PAIR, by="year")[-1].facts),
    (["dyads"], lambda d: d.dyads()),
    (["changes", "--since", "2020"], lambda d: d.changes("2020")),
    (["list", "agreements"], lambda d: d.records(kind="agreement")),
    (["search", "Seed"], lambda d: d.search("Seed")),
    (["documents"], lambda d: d.documents()),
    (["why", "Vilque"], lambda d: d.why("Vilque")),
]


@pytest.mark.parametrize(("words", "ask"), ASKED, ids=[" ".join(w) for w, _ in ASKED])
def test_commands_and_python_give_the_same_lines(
    desk: Desk, place: Path, capsys: pytest.CaptureFixture[str], words: list[str], ask: Any
) -> None:
    dated = ["--as-of", AS_OF] if words[0] in ("commitments", "timeline", "course", "dyads", "why") else []
    assert main([*words, *dated, "--store", str(place / "accord.db"), "--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    found = ask(desk)
    assert lines and lines == json.loads(json.dumps([answer.as_dict() for answer in found]))
    for answer in found:
        assert isinstance(answer, Told)
        assert repr(answer).startswith(f"{type(answer).__name__}(") and "\n" not in repr(answer)
        assert not hasattr(answer, "_repr_html_")


def test_claims_are_what_export_writes(desk: Desk, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["export", "-", "--claims", "--topic", "trade", "--store", str(place / "accord.db")])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [c.as_dict() for c in desk.claims(topic="trade")] == lines
    assert all("trade" in line["topic"] for line in lines) and lines
    assert len(desk.claims()) > len(lines)


def became(desk: Desk, words: str, between: Sequence[str] = ()) -> list[str]:
    return [answer.became for answer in desk.why(words, between=between)]


@pytest.mark.parametrize(
    ("words", "wanted", "told"),
    [
        ("Quispe", "shown", "in the brief of"),  # a person
        ("Seed Certification", "shown", "in the brief of"),  # a paper
        ("Hilda Kispe", "shown", "in the brief of"),  # spelled nearly so
        ("Vilque", "no-claim", "nothing was claimed"),  # read, and no claim there
        ("b.txt", "shown", "it was read"),  # a document
        ("ru.txt", "not-read", "kept, not read for facts: Russian"),
        ("торговли", "not-read", "kept, not read for facts: Russian"),
        ("broken.pdf", "skipped", "PDF"),
        ("zebra", "never-read", "none of the 3 documents"),
    ],
)
def test_why(desk: Desk, words: str, wanted: str, told: str) -> None:
    found = desk.why(words)
    assert wanted in BECAME
    assert wanted in [answer.became for answer in found]
    assert told in next(answer.reason for answer in found if answer.became == wanted)


def test_why_shows_the_sentence_that_nothing_was_claimed_of(desk: Desk) -> None:
    (answer,) = desk.why("vilque")
    assert (answer.what, answer.document) == ("It rained all week in the valley of Vilque.", "a.txt")


def test_why_of_an_id_and_of_other_states(desk: Desk) -> None:
    (record,) = desk.records(kind="agreement")
    assert [answer.id for answer in desk.why(record.id)] == [record.id]
    assert [answer.id for answer in desk.why(record.claims[0].id)] == [record.id]
    assert became(desk, record.id, ("Peru", "Chile")) == ["elsewhere"]
    assert became(desk, "agreement-000000000000") == ["never-read"]


def test_why_of_what_is_doubtful_withheld_or_without_room(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    (record,) = desk.records(kind="agreement")
    monkeypatch.setattr("accord.desk.why.THRESHOLD", 1.1)
    assert became(desk, record.id) == ["doubtful"]
    monkeypatch.undo()
    held = {record.id: "a date that its quotes do not ground"}
    monkeypatch.setattr("accord.desk.why._Briefs.of", lambda self, record: (frozenset(), held))
    assert [(a.became, a.reason) for a in desk.why(record.id)] == [("withheld", held[record.id])]
    monkeypatch.setattr("accord.desk.why._Briefs.of", lambda self, record: (frozenset(), {}))
    assert became(desk, record.id) == ["no-room"]


def test_a_judgement_is_kept_and_taken_back(desk: Desk) -> None:
    (agreement,) = desk.records(kind="agreement")
    before = [r.as_dict() for r in desk.records(sure=None)]
    word = desk.judge("value", agreement.claims[0].id, key="date", value="2025-02-02", who="ana", reason="gazette")
    assert desk.judgements() == (word,)
    assert desk.get(agreement.claims[0].id).values["date"] == "2025-02-02"
    assert desk.undo(word.id) == word
    assert [r.as_dict() for r in desk.records(sure=None)] == before
    with pytest.raises(UsageError, match="no agreement has a key"):
        desk.judge("value", agreement.id, key="colour", value="red")


def test_briefs(desk: Desk, tmp_path: Path) -> None:
    assert any("Seed Certification" in s.text for s in desk.brief(*PAIR).statements())
    summary = desk.write_brief(*PAIR, output=tmp_path / "brief.md")
    assert summary.statements == len(desk.brief(*PAIR).statements())
    assert "Seed Certification" in (tmp_path / "brief.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda d: d.commitments(topic="trad"), "did you mean trade?"),
        (lambda d: d.dyads(topic="love"), "the topics are border, security"),
        (lambda d: d.records(kind="treaty"), "the kinds are agreements"),
        (lambda d: d.records(kind="visit", topic="trade"), "visits have no topic"),
        (lambda d: d.timeline("Peru", "PER"), "'Peru' and 'PER' are one state"),
        (lambda d: d.course("Peru", "Bolivia", by="week"), "say one of month, year"),
        (lambda d: d.commitments(due_within="soon"), "write 90d"),
        (lambda d: d.commitments(outcomes=["done"]), "the outcomes are kept"),
        (lambda d: d.changes(between=("Kenya", "Uganda")), "no brief on KEN and UGA has been written"),
        (lambda d: d.judge("maybe", "x"), "no verdict is called 'maybe'"),
        (lambda d: d.read("nowhere"), "there is nothing at nowhere"),
    ],
)
def test_what_cannot_be_asked_is_named(desk: Desk, ask: Any, told: str) -> None:
    with pytest.raises(UsageError, match=told.replace("?", r"\?")):
        ask(desk)


def test_what_is_not_there(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        accord.open(tmp_path / "none.db")
    with pytest.raises(NotFound, match="nothing has the id"):
        desk.get("visit-000000000000")


def test_every_question_with_a_topic_takes_only_known_ones(desk: Desk) -> None:
    """Each method with a topic refuses an unknown one and, with a known one, gives some of what it gives without."""
    asked = 0
    for name, method in inspect.getmembers(Desk, inspect.isfunction):
        if "topic" not in inspect.signature(method).parameters or name == "archive":
            continue
        first = {"timeline": PAIR, "course": PAIR, "search": ("Peru",), "changes": ("2020",)}.get(name, ())
        with pytest.raises(UsageError, match="no topic is called"):
            getattr(desk, name)(*first, topic="nonsense")
        assert len(getattr(desk, name)(*first, topic="water")) == 0 < len(getattr(desk, name)(*first)), name
        asked += 1
    assert asked == 9
