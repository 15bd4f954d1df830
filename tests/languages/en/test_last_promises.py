"""Promises told without a promising word: infinitives, modals, schedules, papers; and near misses that are none."""

from __future__ import annotations

import pytest
from tests.languages.en.test_promises import drafts

FOUND = [  # lead, sentence, who, a word of what, due, target
    ("Georgia and Armenia met.", "The prime ministers set the task of bringing mutual trade to $1 billion.", "GEO", "trade", None, 1e9),
    ("Fiji and Australia met.", "Australia is providing A$68 million over four years to upgrade the Fijian base.", "AUS", "upgrade", "2029", 68e6),
    ("Poland and Lithuania met.", "The stretch is expected to be handed over to traffic by the end of 2025, the Polish ministry said.", "POL", "stretch", "2025", None),
    ("Zambia and Malawi met.", "Lusaka will finish the bridge by the weekend.", "ZMB", "bridge", "2025-03-15/2025-03-16", None),
    ("Laos and Vietnam met.", "Vietnam shall assist Laos in building a school in Sekong, to be completed in 2026.", "VNM", "school", "2026", None),
    ("Ecuador and Peru met.", "The Commission resolved: to clear the mines of sector Tiwinza by 2026.", "ECU", "mines", "2026", None),
    ("Qatar and Oman met.", "Oman offered to mediate.", "OMN", "mediate", None, None),
    ("Peru and Chile met.", "Chile requests to deepen the channel from 13 to 14 metres.", "CHL", "channel", None, 14),
    ("Kenya and Uganda met.", "The sides consider it possible to bring trade to $3 billion in the coming years.", "KEN", "trade", None, 3e9),
    ("Guinea and Mali met.", "Conakry agreed the release of 40 Malian lorries.", "GIN", "release", None, 40),
    ("Ghana and Togo met.", "It was settled that the Ghanaian side would bear 60 percent of the upkeep.", "GHA", "bear", None, None),
    ("Senegal and Mali met.", "The Council approved the introduction of a single sticker for taxis from July.", "SEN", "sticker", "2025-07", None),
    ("Honduras and Belize met.", "Honduras reserves the right to take the islet to the Security Council.", "HND", "islet", None, None),
    ("Tanzania and Rwanda met.", "Kigali asks that Tanzania cut the port fee by 30 percent.", "TZA", "fee", None, 30),
    ("Tanzania and Rwanda met.", "The memorandum foresees the setting up of a dry port at Isaka by December 2026.", "TZA", "port", "2026-12", None),
    ("Slovakia and Poland met.", "Slovakia is considering building a second footbridge.", "SVK", "footbridge", None, None),
    ("Oman and Iran met.", "Tehran is prepared to pipe 28 million cubic metres of gas a day to Sohar.", "IRN", "gas", None, 28e6),
    ("Laos and Thailand met.", "The target: a trade volume of 11 billion dollars by 2027.", "LAO", "billion", "2027", 11e9),
]  # fmt: skip

SILENT = [
    "Oman and Yemen met. It is crucial to understand that the paper ends a long dispute.",
    "Oman and Yemen met. The bridge was planned in 2009 but never built.",
    "Latvia and Estonia met. Trade is likely to suffer if the road stays shut.",
    "Qatar and Bahrain met. The company will pay a dividend of 2 riyals a share.",
    "Austria and Czechia met. Temelín was built to last 40 years.",
    "Peru and Chile met. Migrants are forced to sleep in tents.",
    "Norway and Sweden met. They have close ties and intend to keep it that way.",
    "Syria and Lebanon met. Some 300,000 refugees came to stay with relatives.",
    "India and Nepal met. India built the hospital in 1995 and wanted to please its neighbour.",
]


@pytest.mark.parametrize(("lead", "text", "by", "word", "due", "target"), FOUND)
def test_what_is_to_come_is_found(
    lead: str, text: str, by: str, word: str, due: str | None, target: float | None
) -> None:
    found = drafts(f"{lead}\n{text}")
    assert any(
        by in (d.get("by") or []) and word in str(d.get("what")) and d.get("due") == due
        and (target is None or d.get("target") == target)
        for d in found
    ), found  # fmt: skip


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_promise_gives_none(text: str) -> None:
    assert drafts(text.replace(". ", ".\n", 1)) == []


def test_a_denial_is_a_promise_denied() -> None:
    found = drafts("Colombia and Ecuador met.\nQuito denied reports that Ecuador would raise the duty to 40 percent.")
    assert [(d.get("by"), d.status) for d in found] == [(["ECU"], "denied")]
