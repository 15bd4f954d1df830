"""`accord eval` gives the figures of score.py and the faults of check.py, line for line."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from accord.cli import main
from accord.evaluate import faults, grouped, load, score
from accord.evaluate.agree import alike, days, same_date, same_number

REPO = Path(__file__).parents[2]
SHARED = REPO.parent / "shared" / "gold"
GOLD = [p for p in (SHARED / "seeds.jsonl", *sorted((REPO / "examples").glob("gold*.jsonl"))) if p.exists()]

needs_shared = pytest.mark.skipif(not (SHARED / "score.py").exists(), reason="../shared is not here")


def noisy(lines: list[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """Claims as a mediocre reader would find them: some lost, some doubled, some wrong in a key."""
    dice, found = random.Random(seed), []
    for line in lines:
        fate = dice.random()
        claim = {k: copy.deepcopy(v) for k, v in line.items() if k not in ("optional", "quote", "date_from", "undated")}
        claim["id"] = f"{line['kind']}-{len(found)}"
        claim["evidence"] = [{"doc": f"some/folder/{claim['doc']}", "start": 0, "end": 3, "quote": "abc", "for": []}]
        if fate < 0.2:
            continue
        if fate < 0.6:
            key = dice.choice([k for k in claim if k not in ("doc", "kind", "id", "evidence")])
            value = claim[key]
            if isinstance(value, list):
                dice.shuffle(value)
                claim[key] = value[:-1] or ["FRA"]
            elif isinstance(value, str):
                claim[key] = dice.choice([value[:-3] or "x", f"the {value} of old", "2025-03", "planned"])
            elif value is not True:
                claim[key] = value + dice.choice([0, 1])
            if dice.random() < 0.3:
                del claim[key]
        if fate > 0.9:
            found.append(claim)
        if dice.random() < 0.3:
            claim["date"] = "2025-03-13"
        found.append(claim)
    return found


BESIDE = ("       »", "       ~")  # what ours adds under a miss or a false claim


@needs_shared
@pytest.mark.parametrize("gold", GOLD, ids=lambda p: p.stem)
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("options", [[], ["--by", "kind", "--misses"], ["--by", "doc", "--json"]], ids=" ".join)
def test_figures_are_those_of_score_py(
    gold: Path, seed: int, options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export = tmp_path / "claims.jsonl"
    claims = noisy(load(gold), seed)
    random.Random(seed).shuffle(claims)
    export.write_text("".join(json.dumps(line) + "\n" for line in claims), encoding="utf-8")
    theirs = subprocess.run(
        [sys.executable, SHARED / "score.py", gold, export, *options], capture_output=True, text=True, check=True
    )
    assert main(["eval", str(gold), str(export), *options]) == 0
    ours = [line for line in capsys.readouterr().out.splitlines() if not line.startswith(BESIDE)]
    assert ours == theirs.stdout.splitlines()


@needs_shared
def test_figures_of_a_folder_and_of_some_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = load(SHARED / "seeds.jsonl")
    docs = sorted({line["doc"] for line in lines})
    gold, export = tmp_path / "gold.jsonl", tmp_path / "claims.jsonl"
    gold.write_text("".join(json.dumps(line) + "\n" for line in lines if line["doc"] != docs[0]))
    export.write_text("".join(json.dumps(line) + "\n" for line in lines))
    folder = SHARED.parent / "seeds"
    for options in (["--folder", str(folder)], ["--docs", f"{docs[1]},{docs[2]}"]):
        command = [sys.executable, SHARED / "score.py", gold, export, *options]
        theirs = subprocess.run(command, capture_output=True, text=True, check=True)
        assert main(["eval", str(gold), str(export), *options]) == 0
        assert capsys.readouterr().out == theirs.stdout


BAD = [
    {"kind": "marriage"},
    {"kind": "visit", "visitor": "x"},
    {"kind": "visit", "visitor": "x", "host": "KGZ", "type": "secret", "colour": "red"},
    {"kind": "indicator", "measure": "exports", "period": "2025-13-1"},
    {"kind": "indicator", "measure": "luck", "value": "many"},
    {"kind": "agreement", "parties": ["TJK"], "count": True, "date": "March", "topic": ["border", "love"]},
    {
        "kind": "event",
        "name": "x",
        "states": [],
        "evidence": [{"quote": "", "start": 0, "end": 1}, {"quote": "a", "start": 3, "end": 2}],
    },
    {"kind": "event", "name": "x", "states": [], "status": "maybe", "id": "e", "plover": "x"},
]


@needs_shared
def test_faults_are_those_of_check_py(tmp_path: Path) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in BAD))
    theirs = subprocess.run([sys.executable, SHARED / "check.py", file], capture_output=True, text=True, check=False)
    ours = [f"{number}: {fault}" for number, line in enumerate(BAD, 1) for fault in faults(line)]
    assert [*ours, f"{len(ours)} faults"] == theirs.stdout.splitlines()


@pytest.mark.parametrize("gold", GOLD, ids=lambda p: p.stem)
def test_gold_keeps_its_form_and_is_found_in_itself(gold: Path) -> None:
    lines = load(gold)
    assert [fault for line in lines for fault in faults(line)] == []
    figures = grouped(score(lines, lines).tallies)["all"]
    assert (figures["f1"], figures["slots"]) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("Kairagach", "Kayragach", True),
        ("Treaty on the State Border", "State Border Treaty", True),
        ("Tajik", "Tajikistan", True),
        ("Treaty on the State Border", "Treaty on Water", False),
        ("", "x", False),
    ],
)
def test_names(a: str, b: str, agree: bool) -> None:
    assert alike(a, b) is agree


@pytest.mark.parametrize(
    ("gold", "got", "agree"),
    [
        ("2025-03", "2025-03-13", True),
        ("2025-03-13", "2025-03", False),
        ("2025-Q1", "2025-02", True),
        ("2024-H2", "2024-07/2024-12", True),
        ("../2030", "2030", True),
        ("2021/..", "2021", True),
        ("2021/..", "2022", False),
        ("", "anything", True),
        ("2025", "soon", False),
    ],
)
def test_dates(gold: str, got: str, agree: bool) -> None:
    assert same_date(gold, got) is agree


@pytest.mark.parametrize("text", ["2025-13", "2025-02-30", "soon", "2025-H3", "x/2025", None, ""])
def test_what_is_no_date(text: str | None) -> None:
    assert days(text) is None


def test_numbers_agree_within_half_a_percent() -> None:
    assert same_number(1000, 1004)
    assert not same_number(1000, 1006)
    assert not same_number(1, "many")
