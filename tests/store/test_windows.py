"""Large blocks, of which only the windows around what changed are read, come out as when all is compared: with claims that
stand in one block, and of which one pair in four that could be one thing is."""

from __future__ import annotations

import random
import zlib
from pathlib import Path
from typing import Any

import pytest
from test_local import rows, step, whole

from accord.resolve import anew, block, records
from accord.resolve.compare import Grade, Pair, compare
from accord.resolve.facts import Facts
from accord.store import Store
from accord.store.together import Together

DAYS = ("2025-03-12", "2025-03-12", "2025-03-13", "2025-03")


def told(dice: random.Random) -> tuple[str, dict[str, Any], str]:
    said: dict[str, Any] = {"states": ["KGZ", "TJK"], "date": dice.choice(DAYS)}
    said |= {"place": place} if (place := dice.choice(("Osh", "Khujand", "Batken", "Dushanbe", ""))) else {}
    return "meeting", said | ({"topic": topic} if (topic := dice.choice(("water", "trade", ""))) else {}), "reported"


def sparse(a: Facts, b: Facts) -> Pair:
    pair = compare(a, b)
    if zlib.crc32(f"{pair.a} {pair.b}".encode()) % 4:
        return Pair(pair.a, pair.b, 0.0, Grade.NONE, False, pair.marks)
    return pair


@pytest.mark.parametrize(
    ("where", "limit", "window", "seed"),
    [
        ("sqlite", 3, 1, 0), ("sqlite", 5, 1, 1), ("sqlite", 8, 2, 2), ("sqlite", 8, 2, 5), ("sqlite", 12, 3, 3),
        ("postgresql", 3, 1, 0),
    ],
)  # fmt: skip
def test_the_windows_of_large_blocks(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    where: str,
    limit: int,
    window: int,
    seed: int,
) -> None:
    for module in (block, anew):
        monkeypatch.setattr(module, "BLOCK_LIMIT", limit)
        monkeypatch.setattr(module, "WINDOW", window)
    for changed in (records, anew):
        monkeypatch.setattr(changed, "compare", sparse)
    monkeypatch.setattr(anew, "_MORE", 1)
    monkeypatch.setattr("test_local.told", told)
    rebuilt: list[int] = []
    real = Together.rebuild
    monkeypatch.setattr(Together, "rebuild", lambda store: rebuilt.append(1) or real(store))
    dice = random.Random(seed * 7919 + limit)
    place = tmp_path / "a.db" if where == "sqlite" else request.getfixturevalue("database")()
    with Store.open(place) as store:
        store.rebuild()
        for number in range(30):
            for _ in range(dice.choice((1, 1, 1, 4))):
                step(store, dice, dice.randrange(10**6))
            assert rows(store.records()) == whole(store), (number, "after a change")
    assert len(rebuilt) < 12
