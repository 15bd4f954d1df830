"""Records do not depend on the order of claims; removing a document removes exactly its claims; undoing restores."""

from __future__ import annotations

import random
import time
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.record import Claim
from accord.resolve import Judgement

from .helpers import claim, records

SYLLABLES = "ka ra gach ky zyl bel ma da ni yat gu lis ton ba tken osh su ghd khu jand ro gun na rek"
DATES = st.sampled_from(["", "2021-05", "2024", "2025-03-12", "2025-03-13", "2025-03-12/2025-03-13", "2025-04-02"])
CROSSINGS = st.sampled_from(
    ["Kairagach", "Kayragach", "Madaniyat-Kayragach", "Kyzyl-Bel", "Guliston-Kyzyl-Bel", "Guliston"]
)
TITLES = st.sampled_from(
    ["Treaty on the State Border", "Treaty on the Delimitation of the Border", "Agreement on Water", "water agreement"]
)
PEOPLE = st.sampled_from(["Emomali Rahmon", "Rahmon", "President of Tajikistan", "Kokhir Rasulzoda", "Sadyr Japarov"])
DOCS = st.sampled_from(list("abcde"))


def _with(date: str, **values: Any) -> dict[str, Any]:
    return values | ({"date": date} if date else {})


def _crossing(doc: str, name: str, action: str, date: str, at: int) -> Claim:
    return claim("crossing", doc, at=at, **_with(date, name=name, action=action, states=["TJK", "KGZ"]))


def _paper(doc: str, title: str, action: str, date: str, at: int) -> Claim:
    return claim(
        "agreement",
        doc,
        at=at,
        **_with(date, title=title, action=action, parties=["TJK", "KGZ"], form="treaty", topic="border"),
    )


def _visit(doc: str, who: str, date: str, kind: str, at: int) -> Claim:
    return claim(
        "visit", doc, at=at, **_with(date, visitor=who, host="KGZ", sending="TJK", type=kind, office="President")
    )


def _figure(doc: str, value: int, period: str, at: int) -> Claim:
    return claim(
        "indicator",
        doc,
        at=at,
        measure="trade-turnover",
        about=["TJK", "KGZ"],
        value=value,
        **({"period": period} if period else {}),
    )


AT = st.integers(0, 2000)
CLAIMS = st.one_of(
    st.builds(_crossing, DOCS, CROSSINGS, st.sampled_from(["closed", "reopened"]), DATES, AT),
    st.builds(_paper, DOCS, TITLES, st.sampled_from(["signed", "ratified"]), DATES, AT),
    st.builds(_visit, DOCS, PEOPLE, DATES, st.sampled_from(["state", "working"]), AT),
    st.builds(_figure, DOCS, st.sampled_from([5, 500, 505]), st.sampled_from(["", "2024", "2024-Q1"]), AT),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(CLAIMS, max_size=14), st.randoms(use_true_random=False))
def test_records_do_not_depend_on_order(claims: list[Claim], rng: random.Random) -> None:
    found = records(*claims)
    mixed = claims[:]
    rng.shuffle(mixed)
    assert records(*mixed) == found
    assert records(*claims, *claims) == found
    ids = [c.id for r in found for c in r.claims]
    assert sorted(ids) == sorted({c.id for c in claims})


@settings(max_examples=60, deadline=None)
@given(st.lists(CLAIMS, min_size=2, max_size=10, unique_by=lambda c: c.id))
def test_judgements_hold_and_can_be_undone(claims: list[Claim]) -> None:
    before = records(*claims)
    a, b = claims[0].id, claims[1].id
    apart = records(*claims, judgements=[Judgement("different", (a, b))])
    assert not any({a, b} <= {c.id for c in r.claims} for r in apart)
    together = records(*claims, judgements=[Judgement("same", (a, b))])
    assert any({a, b} <= {c.id for c in r.claims} for r in together)
    assert records(*claims) == before


@settings(max_examples=60, deadline=None)
@given(st.lists(CLAIMS, max_size=12))
def test_every_value_of_a_record_is_some_claims(claims: list[Claim]) -> None:
    for record in records(*claims):
        for key, value in record.values.items():
            assert any(c.values.get(key) == value for c in record.claims)
        for key, others in record.other.items():
            for value, ids in others:
                holders = {c.id: c.status if key == "status" else c.values.get(key) for c in record.claims}
                assert ids and all(holders[i] == value for i in ids)


def test_the_work_grows_nearly_with_the_claims() -> None:
    rng = random.Random(1)
    syllables = SYLLABLES.split()

    def name() -> str:
        return "".join(rng.choices(syllables, k=3)).title()

    names = [name() + "-" + name() for _ in range(600)]
    claims = [
        _crossing(f"d{n % 400}", rng.choice(names), "reopened", f"20{rng.randint(10, 25)}-{rng.randint(1, 12):02}", n)
        for n in range(2000)
    ]
    start = time.process_time()
    assert records(*claims)
    assert time.process_time() - start < 15
