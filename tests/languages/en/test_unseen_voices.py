"""What pages of the whole world showed of judgements: who speaks, on what, and what is only told."""

from __future__ import annotations

import pytest

from accord.kinds.assessment import KIND

from . import reading

_SETTING = "Ghana and Togo held talks on trade on Thursday.\n"
_KEYS = ("speaker", "topic", "stance")

JUDGED: list[tuple[str, tuple[str, ...]]] = [
    # ---- an institution's name before its officer's
    (
        '"This is a breakthrough for trade between the two countries," Director of the Institute of African Studies Kofi '
        "Mensah-Adu told the newspaper.",
        ("Kofi Mensah-Adu", "trade", "positive"),
    ),
    (
        "Senior Researcher at the Centre for Border Studies Ama Serwaa warned that the fee would harm trade.",
        ("Ama Serwaa", "trade", "negative"),
    ),
    (
        "Expert at the Delta Club Irina Solo believes that the trade agreement is extremely beneficial.",
        ("Irina Solo", "trade", "positive"),
    ),
    # ---- asides behind a name
    (
        'Ruth Okello, KenAir UK country manager, said: "Togo is an incredibly important market for our trade."',
        ("Ruth Okello", "trade", "positive"),
    ),
    ("Anna Berg, 54, a former diplomat, regards the border treaty as a mistake.", ("Anna Berg", "border", "negative")),
    # ---- "to X", "for X", "in X's view"
    (
        "The trade minister of Togo, Paulo Teixe, spoke on Friday.\nTo Paulo Teixe, the trade deal is a disaster.",
        ("Paulo Teixe", "trade", "negative"),
    ),
    (
        'For the head of the Lome Chamber of Commerce (LCC), Jan Lind, "the trade agreement would be very advantageous".',
        ("Jan Lind", "trade", "positive"),
    ),
    # ---- who spoke last, called anew
    (
        "The trade deal will be costly, economist Jan Lind said on Friday.\nIt is a grave mistake, the businessman stressed.",
        ("Jan Lind", "trade", "negative"),
    ),
    # ---- infinitives of telling, and those who are told
    (
        "Ghana's trade minister, Jan Lind, spoke on Friday.\nHe went on to describe the trade deal as a serious mistake.",
        ("Jan Lind", "trade", "negative"),
    ),
    ("Trade Minister Jan Lind took to X to condemn the trade ban.", ("Jan Lind", "trade", "negative")),
    (
        "The trade deal is a serious mistake, political analyst Jan Lind told the Herald.",
        ("Jan Lind", "trade", "negative"),
    ),
    # ---- offices: a leader, "the PM", one designate, whose turn it is
    (
        "President Kofi Lind of Togo met traders on Friday.\nThe Togolese leader called the trade deal a grave mistake.",
        ("Kofi Lind", "trade", "negative"),
    ),
    (
        "The prime minister of Togo, Kofi Lind, spoke on Friday.\nThe trade deal was a grave mistake, the PM warned.",
        ("Kofi Lind", "trade", "negative"),
    ),
    (
        "Togo's ambassador-designate to Ghana Kofi Lind presented his credentials on Friday.\nThe ambassador called the trade "
        "deal a grave mistake.",
        ("Kofi Lind", "trade", "negative"),
    ),
    (
        "President Awa Sarr of Togo met the minister on Friday.\nFor his part, Minister Kofi Lind conveyed his regards.\nHe called "
        "the trade deal a grave mistake.",
        ("Kofi Lind", "trade", "negative"),
    ),
    # ---- names of states and rows of fields are no topics
    (
        "Prime Minister Jan Lind said Solomon Islands enjoyed an excellent relationship with New Zealand.",
        ("Jan Lind", "general", "positive"),
    ),
    (
        "The High Commissioner, Jan Lind, praised the friendship between the two countries.",
        ("Jan Lind", "general", "positive"),
    ),
]

SILENT = [
    '"The final survey was carried out by the state railway company," minister Kojo Antwi said.',
    '"Both presidents witnessed the signing of the agreement," the minister, Kojo Antwi, said.',
    '"The delegation arrived this morning," Ambassador Kojo Antwi said.',
    '"All borders are open and trucks have crossed since Monday," the ministry of interior announced.',
    "The minister, Kojo Antwi, welcomed two new ambassadors to Accra.",
    'Minister Kojo Antwi spoke of "security and defence cooperation including maritime patrols and training of officers".',
]


@pytest.mark.parametrize(("text", "wanted"), JUDGED, ids=[w[0] + " " + t[:40] for t, w in JUDGED])
def test_who_judges_what(text: str, wanted: tuple[str, ...]) -> None:
    found = [reading.show(d) for d in reading.drafts(KIND, _SETTING + text, "2025-03-10")]
    assert [tuple(str(f[k]) for k in _KEYS) for f in found] == [wanted]


@pytest.mark.parametrize("text", SILENT)
def test_what_took_place_is_no_judgement(text: str) -> None:
    assert reading.drafts(KIND, _SETTING + text, "2025-03-10") == []


def test_a_name_keeps_its_own_first_word() -> None:
    text = (
        _SETTING + "President To Lan of Vietnam praised the friendship.\nTo Lan thanked Togo for its strong friendship."
    )
    found = reading.drafts(KIND, text, "2025-03-10")
    assert {str(d.values["speaker"].value) for d in found} == {"To Lan"}
