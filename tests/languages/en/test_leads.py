"""What the lead of a list, and the heading over it, leave to what stands under them."""

from __future__ import annotations

from typing import Any

from accord.document import Block, Document
from accord.extract import extract
from accord.values import Period


def _claims(text: str, published: str, *kinds: str) -> list[dict[str, Any]]:
    """The claims of a text whose "#" lines are headings, whose "-" lines are items led by the last line before them."""
    blocks, at, lead, parts = list[Block](), 0, None, list[str]()
    for number, line in enumerate(text.split("\n")):
        kind = {"#": "heading", "-": "item"}.get(line[:1], "paragraph")
        words = line.lstrip("#- ") if kind != "paragraph" else line
        blocks.append(Block("headline" if number == 0 else kind, at, at + len(words), lead if kind == "item" else None))
        lead = lead if kind == "item" else number
        parts.append(words)
        at += len(words) + 1
    document = Document("0" * 64, "d.txt", "\n".join(parts), tuple(blocks), "en", published=Period.parse(published))
    return [{"kind": c.kind, "status": c.status, **c.values} for c in extract(document) if c.kind in kinds]


_TALKS = (
    "Consultations of Zambia and Malawi\nThe transport ministers of Zambia and Malawi met in Lusaka on 4 March 2025."
)


def test_a_title_says_whom_its_items_bind() -> None:
    told = _claims(
        f"{_TALKS}\nWhat Zambia will do\n- repair the weighbridge at Mwami by December 2025\n- no new levy on groundnuts\n"
        "What Malawi will do\n- pay 12 million dollars owed for electricity",
        "2025-03-05",
        "commitment",
    )
    assert {(c["what"].split()[0], *c["by"]) for c in told} == {("repair", "ZMB"), ("no", "ZMB"), ("pay", "MWI")}


def test_a_title_over_titles_says_it_of_their_items() -> None:
    told = _claims(
        f"{_TALKS}\n# Undertakings\n# Zambia\n- list of licensed hauliers to the secretariat within ten days\n# Malawi\n- release of the detained boats",
        "2025-03-05",
        "commitment",
    )
    assert [c["by"] for c in told] == [["ZMB"], ["MWI"]]


def test_what_was_left_open_is_no_promise() -> None:
    assert not _claims(
        f"{_TALKS}\n# What was not settled\n- no new levy on groundnuts\n# Background\n- a joint scanner at the border",
        "2025-03-05",
        "commitment",
    )


def test_a_title_of_a_signing_leaves_its_day_and_place_to_its_items() -> None:
    told = _claims(
        "Results of the week\n# Signed in Lusaka\nWhen: 6 March 2025\nWho: ministers Ana Phiri (Zambia) and Joe Banda (Malawi)\n"
        "- Amendment no. 3 to the power contract\n- Memorandum on plant health\n# Still open\n- Protocol on fisheries",
        "2025-03-07",
        "agreement",
    )
    signed = [c for c in told if c.get("action") == "signed"]
    assert {(c["title"], c["date"]) for c in signed} == {
        ("Amendment no. 3 to the power contract", "2025-03-06"),
        ("Memorandum on plant health", "2025-03-06"),
    }


def test_an_item_without_a_verb_is_of_the_day_that_the_record_bears() -> None:
    told = _claims(
        "Zambia and Malawi: measures\nLusaka, 6 March 2025\nThe two sides met in Lusaka on 6 March 2025.\n"
        "- suspension of the fisheries agreement of July 2019",
        "2025-03-07",
        "agreement",
    )
    assert ("suspended", "2025-03-06") in {(c.get("action"), c.get("date")) for c in told}


def test_a_session_to_come_is_told_without_a_verb() -> None:
    text = (
        "Conclusions of the Zambian-Malawian Joint Permanent Commission\nLusaka, 6 March 2025\n"
        "The twelfth session of the Joint Permanent Commission was held in Lusaka on 6 March 2025.\nNext {}: Lilongwe, spring 2026"
    )
    told = _claims(text.format("session"), "2025-03-07", "body")
    assert ("session-planned", 13, "Lilongwe") in {(c["action"], c.get("ordinal"), c.get("place")) for c in told}
    told = _claims(text.format("crop"), "2025-03-07", "body")
    assert "session-planned" not in {c["action"] for c in told}


def test_a_record_tells_by_its_title_that_a_body_sat() -> None:
    text = "{} of the Zambian-Malawian Joint Permanent Commission\nLusaka, 6 March 2025\nSession: 12th\n- The sides spoke of maize."
    told = _claims(text.format("Summary record"), "2025-03-07", "body")
    assert [(c["action"], c["ordinal"], c["date"]) for c in told] == [("session-held", 12, "2025-03-06")]


def test_a_lead_says_what_becomes_of_bare_links() -> None:
    told = _claims(
        "Lusaka airport: the summer list\n# Routes to be added\n- Lusaka – Lilongwe, 28 October 2025, two a week\n"
        "# Routes dropped\n- Lusaka – Harare\n# Routes by length\n- Lusaka – Nairobi",
        "2025-03-07",
        "transport",
    )
    assert [(c["from"], c["to"], c["action"], c.get("date")) for c in told] == [
        ("Lusaka", "Lilongwe", "planned", "2025-10-28"),
        ("Lusaka", "Harare", "suspended", None),
    ]


def test_what_is_undertaken_is_to_come() -> None:
    text = "{}\n- resumption of flights between Lusaka and Lilongwe from May 2025"
    told = _claims(f"{_TALKS}\n{text.format('Undertakings')}", "2025-03-05", "transport")
    assert [(c["action"], c["status"]) for c in told] == [("planned", "planned")]


def test_what_an_agenda_tells_is_to_come() -> None:
    text = "{}\n- 09:30 Talks between President Ana Phiri of Zambia and President Joe Banda of Malawi in Lusaka on 6 March 2025"
    told = _claims(text.format("Agenda of the Lusaka day"), "2025-03-07", "meeting")
    assert [c["status"] for c in told] == ["planned"]
    told = _claims(text.format("A day in Lusaka"), "2025-03-07", "meeting")
    assert [c["status"] for c in told] == ["reported"]


def test_the_articles_of_a_treaty_are_no_items_of_its_preamble() -> None:
    told = _claims(
        "Agreement on Pasture\nZambia and Malawi have agreed as follows:\n- the pastures along the Luangwa river",
        "2025-03-07",
        "commitment",
    )
    assert not told
