"""The gold claims of the five seed texts, put together (skipped where `shared/` does not lie beside the repository)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from accord.document import Evidence
from accord.record import Claim, Record, Role, claim_id
from accord.resolve import find_people

from .helpers import kinds, records

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "gold" / "seeds.jsonl").exists(), reason="../shared is not here")


def _claim(line: dict[str, Any]) -> Claim:
    doc, kind, quote = line.pop("doc"), line.pop("kind"), line.pop("quote")
    status, concerns = line.pop("status", "reported"), set(line.pop("concerns", ()))
    values = {f.name: line[f.name] for f in kinds()[kind].fields if f.name in line}
    for f in kinds()[kind].with_role(Role.CONCERNS):
        said = values.get(f.name) or []
        concerns |= {s for s in (said if isinstance(said, list) else [said]) if len(s) == 3 and s.isupper()}
    start = (SHARED / "seeds" / doc).read_text(encoding="utf-8").find(quote)
    evidence = (Evidence(doc, start, start + len(quote), quote, tuple(values)),)
    return Claim(
        claim_id(doc, kind, values, start, start + 1), doc, doc, kind, values, evidence, status, tuple(sorted(concerns))
    )


@cache
def claims() -> tuple[Claim, ...]:
    lines = (SHARED / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_claim(json.loads(line)) for line in lines)


@cache
def gold() -> tuple[Record, ...]:
    return records(*claims())


def having(kind: str, **values: Any) -> list[Record]:
    return [
        r
        for r in gold()
        if r.kind == kind and any(all(c.values.get(k) == v for k, v in values.items()) for c in r.claims)
    ]


def test_the_border_treaty_under_its_titles_is_one_record() -> None:
    (record,) = having("agreement", form="treaty", topic="border")
    assert len({c.doc for c in record.claims}) == 2
    titles = {record.values["title"], *(text for text, _ in record.other["title"])}
    assert {
        "Treaty on the State Border",
        "Treaty on the Delimitation and Demarcation of the Kyrgyz-Tajik Border",
    } <= titles
    assert record.values["date"] == "2025-03-13"


@pytest.mark.parametrize(
    ("short", "double"), [("Kairagach", "Madaniyat-Kayragach"), ("Kyzyl-Bel", "Guliston-Kyzyl-Bel")]
)
def test_crossings_under_two_names(short: str, double: str) -> None:
    assert having("crossing", name=short) == having("crossing", name=double)
    (record,) = having("crossing", name=short)
    assert [step for step, _ in record.steps] == ["closed", "reopened"]


def test_the_visit_has_two_sources() -> None:
    (record,) = having("visit", visitor="Emomali Rahmon", host="KGZ")
    assert record.voices == 2


def test_nowruz_was_planned_and_held() -> None:
    (record,) = having("event", name="International Nowruz celebration")
    assert [step for step, _ in record.steps] == ["planned", "reported"]


def test_the_signed_papers_stay_apart() -> None:
    papers = having("agreement", date="2025-03-12/2025-03-13")
    # the fourteen, two parts of them told alone, and the treaty
    assert len([r for r in papers if "count" not in r.values]) == 17
    assert len([r for r in papers if r.values.get("count") == 14]) == 1


def test_figures_of_a_year_and_of_its_quarter_stay_apart() -> None:
    turnover = having("indicator", measure="trade-turnover")
    assert sorted(str(r.values.get("period")) for r in turnover) == ["2024", "2025-Q1"]
    assert all("value" not in r.other for r in turnover)


def test_the_aim_of_500_million_is_one_promise_of_two_texts() -> None:
    (record,) = having("commitment", target=500000000)
    assert (record.values["due"], record.voices) == ("2030", 2)


def test_people() -> None:
    people = {p.name: p for p in find_people(claims(), kinds()).listed()}
    assert {"Emomali Rahmon", "Sadyr Japarov", "Kokhir Rasulzoda", "Nursultan Nazarbayev"} <= set(people)
    assert not any("resident" in name or "expert" in name for name in people)
