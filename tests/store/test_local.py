"""Records that a change reaches are put together anew, and come out as if all were."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, literal, select

from accord.document import Block, Document, Evidence
from accord.kinds import kinds
from accord.record import Claim, Role, claim_id
from accord.resolve import anew, block, paragraph_prints, resolve, voices
from accord.store import Kept, Store, tables
from accord.store.judgements import Word, anchor
from accord.store.model import WHOLE
from accord.store.rows import record_row
from accord.store.together import Together

STATES = ("TJK", "KGZ", "UZB", "KAZ")
NAMES = ("Farrukh Olimov", "F. Olimov", "Olimov", "Farukh Alimov", "Bek Toromyrzaev", "Toromyrzaev", "President of Tajikistan",
         "Foreign Minister of Kyrgyzstan", "Kyrgyz Foreign Minister Bek Toromyrzaev", "Bakyt Torobaev")  # fmt: skip
TITLES = (
    "Treaty on the State Border",
    "Border Treaty",
    "Agreement on Water",
    "Water Agreement",
    "Agreement on Air Services",
)
CROSSINGS = ("Kairagach", "Kayragach", "Kyzyl-Bel", "Guliston-Kyzyl-Bel", "Guliston")
DAYS = ("2025-03-12", "2025-03-13", "2025-03", "2025", "2024-11-02", "2025-04-02", "")
STORIES = tuple(
    " ".join(f"{word}{n}" for word in "the talks on water began in the old town hall of".split()) for n in range(4)
)


def told(dice: random.Random) -> tuple[str, dict[str, Any], str]:
    """A kind, values and a status."""
    pair = sorted(dice.sample(STATES, 2))
    date = {"date": day} if (day := dice.choice(DAYS)) else {}
    match dice.randrange(6):
        case 0:
            step = dice.choice(("signed", "ratified"))
            said = {
                "title": dice.choice(TITLES),
                "parties": pair,
                "form": "treaty",
                "action": step,
                "topic": ["border"],
            }
            return "agreement", said | date, "reported"
        case 1:
            said = {"name": dice.choice(CROSSINGS), "action": dice.choice(("closed", "reopened")), "states": pair}
            return "crossing", said | date, dice.choice(("reported", "planned"))
        case 2:
            who = sorted(dice.sample(NAMES, 2))
            return "meeting", {"states": pair, "participants": who, "place": "Osh"} | date, "reported"
        case 3:
            visit = {"visitor": dice.choice(NAMES), "host": pair[1], "sending": pair[0], "office": "President"}
            return "visit", visit | date, "reported"
        case 4:
            said = {
                "measure": "trade-turnover",
                "about": pair,
                "value": dice.choice((12000000, 12200000, 5)),
                "unit": "USD",
            }
            return "indicator", said | ({"period": "2024"} if dice.random() < 0.8 else {}), "reported"
        case _:
            aim = {
                "by": [pair[0]],
                "what": dice.choice(("open a consulate in Osh", "resume flights to Osh")),
                "due": "2026",
            }
            return "commitment", aim, "reported"


def document(dice: random.Random, number: int) -> tuple[Document, list[Claim], tuple[int, ...]]:
    lines = [told(dice) for _ in range(dice.randrange(1, 5))]
    text, spans = f"{number}\n", []
    for kind, values, status in lines:
        line = f"{kind} {status}: {sorted(values.items())}"
        spans.append((len(text), len(text) + len(line)))
        text += line + "\n"
    head = len(text)
    text += "\n".join(dice.choices(STORIES, k=dice.randrange(3)))
    hash_ = hashlib.sha256(text.encode()).hexdigest()
    doc = f"{number:04}.txt"
    found = [
        Claim(
            claim_id(hash_, kind, values, a, b), hash_, doc, kind, values,
            (Evidence(doc, a, b, text[a:b], tuple(values)),), status, concerned(kind, values),
        )
        for (kind, values, status), (a, b) in zip(lines, spans, strict=True)
    ]  # fmt: skip
    blocks = []
    for line in text[head:].splitlines():
        blocks.append(Block("paragraph", head, head + len(line)))
        head += len(line) + 1
    paper = Document(hash_, doc, text, tuple(blocks), "en", doc)
    return paper, found, paragraph_prints(text, blocks)


def concerned(kind: str, values: dict[str, Any]) -> tuple[str, ...]:
    said = [values.get(f.name) or [] for f in kinds()[kind].with_role(Role.CONCERNS)]
    return tuple(sorted({s for one in said for s in (one if isinstance(one, list) else [one]) if s in STATES}))


def judge(store: Store, dice: random.Random, claims: list[Claim], number: int) -> None:
    verdict = dice.choice(("right", "wrong", "wrong", "same", "same", "different", "different", "value", "unverified"))
    alike = [c for c in claims if c.kind == claims[0].kind]
    chosen = alike[: 2 if verdict in ("same", "different") else 1]
    if verdict in ("same", "different") and len(chosen) < 2:
        return
    field, new = ("date", "2025-05-05") if verdict == "value" else ("", None)
    when = f"2026-01-01T{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}+00:00"
    store.judge(Word(verdict, tuple(anchor(c) for c in chosen), field, None, new, who="N", when=when))


def step(store: Store, dice: random.Random, number: int) -> None:
    claims, words, papers = store.claims(), store.judgements(), store.documents()
    dice.shuffle(claims)
    what = dice.random()
    if what < 0.4 or not claims:
        paper, found, prints = document(dice, number)
        store.keep([Kept(paper, paper.text.encode(), found, prints=prints)])
    elif what < 0.55:
        store.forget(dice.choice(papers).document.doc)
    elif what < 0.85 or not words:
        judge(store, dice, claims, number)
    else:
        store.unjudge(dice.choice(words).id)


def rows(records: Any) -> list[tuple[dict[str, Any], list[str]]]:
    return [(record_row(r), [c.id for c in r.claims]) for r in sorted(records, key=lambda r: r.id)]


def whole(store: Store) -> list[tuple[dict[str, Any], list[str]]]:
    return rows(resolve(store.claims(), voices(store.prints()), store.judged()[0]))


def counted(store: Store, anew: bool = False) -> dict[str, int]:
    """How many records each circle has, as it is kept, or counted anew."""
    s, c = tables.record_states.c, tables.circles.c
    kept = select(c.states, c.records)
    found = select(s.states, func.count().label("records")).where(s.states.contains("-")).group_by(s.states)
    whole = select(literal(WHOLE).label("states"), func.count().label("records")).select_from(tables.records)
    with store._engine.connect() as connection:
        rows = [*connection.execute(found), *connection.execute(whole)] if anew else connection.execute(kept)
        return {row.states: row.records for row in rows if row.records}


@pytest.mark.parametrize("limit", [3, 120])
@pytest.mark.parametrize("seed", range(2))
def test_whatever_happens_the_records_are_those_of_a_full_rebuild(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, limit: int
) -> None:
    """With windows narrowed, so that a small archive has large blocks."""
    for module in (block, anew):
        monkeypatch.setattr(module, "BLOCK_LIMIT", limit, raising=False)
    for module in (block, anew):
        monkeypatch.setattr(module, "WINDOW", max(1, limit // 4))
    rebuilt: list[int] = []
    real = Together.rebuild
    monkeypatch.setattr(Together, "rebuild", lambda store: rebuilt.append(1) or real(store))
    dice = random.Random(seed)
    with Store.open(tmp_path / "a.db") as store:
        store.rebuild()
        for number in range(20):
            for _ in range(dice.choice((1, 1, 1, 4))):
                step(store, dice, dice.randrange(10**6))
            assert rows(store.records()) == whole(store), (number, "after a change")
            assert counted(store) == counted(store, anew=True), (number, "the records of each circle")
    assert len(rebuilt) < (2 if limit == 120 else 12)
