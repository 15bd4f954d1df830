"""Verbs and nouns of action: how sure they are told to be, who does them, when."""

from __future__ import annotations

import pytest

from accord.languages.en.view import view
from accord.languages.views import Clause, Views

from .reading import document


def read(text: str, published: str = "") -> Views:
    """The views of a text whose lines are paragraphs."""
    return view(document(text, published))


def clause(text: str, concept: str, published: str = "") -> Clause:
    return next(c for c in read(text, published).clauses if c.concept == concept)


@pytest.mark.parametrize(
    ("text", "concept", "status"),
    [
        ("Kenya and Uganda signed a protocol on fisheries.", "sign", "reported"),
        ("Kenya and Uganda will sign a protocol on fisheries.", "sign", "planned"),
        ("Kenya and Uganda are to sign a protocol on fisheries in May.", "sign", "planned"),
        ("Kenya and Uganda agreed to sign a protocol on fisheries.", "sign", "planned"),
        ("Kenya proposed that the two sides sign a protocol on fisheries.", "sign", "proposed"),
        ("Kenya and Uganda could sign a protocol on fisheries.", "sign", "hypothetical"),
        ("Kenya and Uganda did not sign a protocol on fisheries.", "sign", "denied"),
        ("Kenya and Uganda have yet to sign a protocol on fisheries.", "sign", "denied"),
        ("Kenya failed to sign a protocol on fisheries with Uganda.", "sign", "denied"),
        (
            "The report that Kenya had denounced the Treaty on Fisheries with Uganda is unfounded.",
            "terminate",
            "denied",
        ),
        ("Kenya denied that it had suspended the Treaty on Fisheries with Uganda.", "suspend", "denied"),
        ("The signing of a protocol on fisheries was postponed to next year.", "sign", "postponed"),
        ("The signing of a protocol on fisheries took place on Monday.", "sign", "reported"),
        ("The signing of the protocol on fisheries is expected to please both sides.", "sign", "reported"),
        ("They discussed the possibility of resuming flights.", "resume", "proposed"),
        ("They called for the reopening of the border.", "reopen", "proposed"),
    ],
)
def test_how_sure_an_act_is(text: str, concept: str, status: str) -> None:
    assert clause(text, concept).status == status


@pytest.mark.parametrize(
    ("text", "concept", "part", "kind", "names"),
    [
        (
            "Kenyan Foreign Minister Ann Otieno met Ugandan President Joel Okello in Kampala.",
            "meet",
            "subject",
            "person",
            ["Ann Otieno"],
        ),
        (
            "Kenyan Foreign Minister Ann Otieno met Ugandan President Joel Okello in Kampala.",
            "meet",
            "object",
            "person",
            ["Joel Okello"],
        ),
        (
            "Kenyan Foreign Minister Ann Otieno met Ugandan President Joel Okello in Kampala.",
            "meet",
            "at",
            "place",
            ["Kampala"],
        ),
        (
            "Ann Otieno, Foreign Minister of Kenya, visited Uganda and signed a protocol on fisheries.",
            "sign",
            "subject",
            "person",
            ["Ann Otieno"],
        ),
        (
            "On Monday President Joel Okello of Uganda was received by Kenyan Prime Minister Tom Mboya Ouma.",
            "receive",
            "subject",
            "person",
            ["Tom Mboya Ouma"],
        ),
    ],
)
def test_who_does_it_to_whom(text: str, concept: str, part: str, kind: str, names: list[str]) -> None:
    assert [m.name for m in clause(text, concept).mentions(kind, parts=(part,))] == names


@pytest.mark.parametrize(
    ("text", "concept", "when"),
    [
        ("Kenya and Uganda signed a protocol on fisheries on 4 May 2024.", "sign", "2024-05-04"),
        ("The Protocol on Fisheries, signed in Nairobi on 4 May 2024, regulates nets.", "sign", "2024-05-04"),
        ("The Protocol on Fisheries, signed in 2022 and ratified in 2023, regulates nets.", "ratify", "2023"),
        (
            "President Okello visited Nairobi on 4 May 2024.\nDuring the visit Kenya and Uganda signed a protocol on fisheries.",
            "sign",
            "2024-05-04",
        ),
        ("The Protocol on Fisheries of 1977 was suspended.", "suspend", None),
        (
            "Kenya and Uganda signed a protocol on tea on 4 May 2024 in Nairobi, the ministry said.",
            "sign",
            "2024-05-04",
        ),
        ("Programmes for youth for the period 2025-2027 were signed.", "sign", None),
    ],
)
def test_when_it_happened(text: str, concept: str, when: str | None) -> None:
    found = clause(text, concept).when
    assert (found.period.iso if found is not None and found.period is not None else None) == when


@pytest.mark.parametrize(
    ("text", "concept", "when"),
    [
        ("Ann Otieno of Kenya visited Uganda on 4 May 2025.\nThey recalled the Treaty of Peace of 2 June 1999.\nThey signed a protocol on trade.", "sign", "2025-05-04"),
        ("Kenya and Uganda met on 4 May 2025.\nThe last session was held on 2 June 2021.\nThey signed a protocol on trade.", "sign", "2025-05-04"),
        ("On 4 May 2025 the Council, established by a declaration signed on 2 June 2021, met.\nKenya and Uganda signed a protocol.", "meet", "2025-05-04"),
        ("Nairobi, 4 May 2025\nThe delegations of Kenya and Uganda, meeting in a warm atmosphere, signed a protocol on fisheries.", "sign", "2025-05-04"),
        ("Kenya and Uganda had signed a protocol on fisheries.", "sign", None),
    ],
)  # fmt: skip
def test_what_dates_an_act_without_a_date(text: str, concept: str, when: str | None) -> None:
    found = [c for c in read(text).clauses if c.concept == concept and c.status == "reported"]
    assert (str(found[-1].when.period) if found[-1].when and found[-1].when.period else None) == when
