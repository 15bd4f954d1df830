"""By when and how much, where a promise counts it: "in five years", "before November", "by a quarter", "the 12 remaining"."""

from __future__ import annotations

from typing import Any

import pytest

from accord.kinds.base import Draft
from accord.kinds.commitment import KIND

from . import reading


def drafts(text: str) -> list[Draft]:
    return reading.drafts(KIND, text, "2025-03-10")


FOUND: list[tuple[str, dict[str, Any]]] = [
    ("Ghana and Togo plan to bring trade to $500 million in five years.", {"due": "2030", "target": 500_000_000}),
    ("Ghana and Togo agreed to form a joint company within 18 months.", {"due": "2026-09"}),
    ("Ghana and Togo agreed to reopen the Aflao post within three weeks.", {"due": "2025-03-31"}),
    ("Ghana and Togo agreed to repair the Aflao bridge before November.", {"due": "../2025-10"}),
    ("Ghana promised to send three experts to Togo in January.", {"due": "2026-01"}),
    (
        "Ghana promised Togo that the trade agreement under negotiation would be concluded by the end of next year.",
        {"due": "2026"},
    ),
    (
        "Ghana and Togo agreed to open three posts, Aflao, Kpoglu and Wli, in stages within 90 days.",
        {"due": "2025-06-08"},
    ),
    ("Ghana and Togo pledged to halve the number of permits.", {"target": 50, "unit": "percent"}),
    (
        "Ghana intends to cut its food import bill from Togo, now $700 million a year, by a quarter by 2027.",
        {"target": 25, "unit": "percent", "due": "2027"},
    ),
    ("Ghana and Togo agreed to reopen five secondary border posts by 1 October.", {"target": 5}),
    ("Ghana and Togo agreed to plant the 12 remaining border markers in 2026.", {"target": 12}),
    ("Ghana and Togo agreed to raise the number of flights to seven in October.", {"target": 7, "due": "2025-10"}),
    (
        "Two fast patrol boats, a grant worth 9 billion yen, will be delivered by Japan to Ghana by 2027.",
        {"target": 2, "due": "2027"},
    ),
]


@pytest.mark.parametrize(("text", "values"), FOUND)
def test_what_a_promise_counts(text: str, values: dict[str, Any]) -> None:
    found = drafts(text)
    assert any(all(d.get(k) == v for k, v in values.items()) for d in found), [d.values for d in found]


NEAR = [
    ("Ghana and Togo agreed to plant the 12 border markers in 2026.", "target", 12),
    ("Ghana and Togo agreed to repair the Aflao bridge before the end of November.", "due", "../2025-10"),
    ("Ghana agreed to repair the Aflao bridge, and Togo closed the Wli post from 1 April 2025.", "due", "2025-04-01"),
    ("Ghana agreed to repair the bridge that Togo built within three years of the war.", "due", "2028"),
    ("Ghana and Togo agreed to halve the fee to 20 dollars by 2027.", "target", 50),
]


@pytest.mark.parametrize(("text", "key", "wrong"), NEAR)
def test_what_only_looks_like_it(text: str, key: str, wrong: object) -> None:
    found = drafts(text)
    assert found and all(d.get(key) != wrong for d in found), [d.values for d in found]
