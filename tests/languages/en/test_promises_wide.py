"""Promises by whom, of what, in many manners of telling: sides, organisations, owners, askers; and what other kinds tell."""

from __future__ import annotations

import pytest
from tests.languages.en.test_promises import drafts

FOUND = [  # lead, sentence, by, a word of what, due, target
    ("Armenia and Georgia met.", "The parties bind themselves to exchange lists of prisoners by May 2026.", {"ARM", "GEO"}, "lists", "2026-05", None),
    ("Armenia and Georgia met.", "Both governments have committed themselves to halving the queue before the decade is out.", {"ARM", "GEO"}, "queue", "2030", None),
    ("Armenia and Georgia met.", "Armenia and Georgia, which in 2019 pledged to dredge the river, have yet to begin.", {"ARM", "GEO"}, "dredge", None, None),
    ("Armenia and Georgia met.", "The pair agreed on a joint probe of the shooting, to be completed by June 2026.", {"ARM", "GEO"}, "probe", "2026-06", None),
    ("Armenia and Georgia met.", "The sides reaffirmed that they would harmonise grazing rules by May 2026.", {"ARM", "GEO"}, "grazing", "2026-05", None),
    ("Armenia and Georgia met.", "Georgia plans a second bridge over the Debed by 2027.", {"GEO"}, "bridge", "2027", None),
    ("Zambia and Malawi met.", "The two premiers agreed to raise trade to 90 million dollars.", {"ZMB", "MWI"}, "trade", None, 9e7),
    ("Zambia and Malawi met.", "The Malawian guest offered to let Zambia use the dry port.", {"MWI"}, "port", None, None),
    ("Oman and Yemen met.", "The Sultanate has pledged to pay the nurses for one year.", {"OMN"}, "nurses", None, None),
    ("Togo and Ghana met.", "ECOWAS urged calm and offered to send a team to look at the line.", {"ECOWAS"}, "team", None, None),
    ("Chile and Peru met.", "The sides discussed the cable, in which Brazil takes part, and agreed to finish the study by mid-2026.", {"CHL", "PER"}, "study", "2026", None),
    ("Chile and Peru met.", "The sides agreed to finish the study by June 2026.", {"CHL", "PER"}, "study", "2026-06", None),
    ("Latvia and Estonia met.", "Latvia declared two Estonian brokers unwelcome and said it would tax their trucks from 1 May.", {"LVA"}, "tax", "2025-05-01", None),
    ("Kenya and Uganda met.", "It was decided that a joint team would inspect the pipeline twice a year.", {"KEN", "UGA"}, "pipeline", None, None),
    ("Laos and Thailand met.", "Bangkok gave Vientiane until 15 May to remove the sandbags.", {"LAO"}, "sandbags", "2025-05-15", None),
    ("Georgia and Armenia met.", "The talks produced a pledge by Armenia to admit Georgian lorries without permits.", {"ARM"}, "lorries", None, None),
    ("Egypt and Sudan met.", "The aim of the two governments is to link their grids at 300 MW by the end of the decade.", {"EGY", "SDN"}, "grids", "2030", 300),
    ("Oman and Iran met.", "The minister affirmed the readiness of Oman to host another round.", {"OMN"}, "round", None, None),
    ("Jordan and Syria met.", "Damascus wants the ban on its tomatoes lifted.", {"JOR"}, "tomatoes", None, None),
    ("Kuwait and Iraq met.", "Kuwait has asked for full access to the wrecks.", {"IRQ"}, "access", None, None),
    ("Cuba and Mexico met.", "Havana would ask Mexico to introduce a single visa by next spring.", {"MEX"}, "visa", "2026-03/2026-05", None),
    ("Mali and Niger met.", "Bamako said a response of the same kind would follow.", {"MLI"}, "response", None, None),
    ("Mali and Niger met.", "He called for the fisheries accord, in force since 2014, to be revised.", {"MLI"}, "accord", None, None),
    ("Chad and Niger met.", "The minister swore the raiders would be caught.", {"TCD"}, "raiders", None, None),
    ("Chad and Niger met.", "Each consignment shall be accompanied by a certificate of origin.", {"TCD"}, "certificate", None, None),
    ("Chad and Niger met.", "Holders of a river card shall be exempt from visas for stays of ten days.", {"TCD"}, "visas", None, None),
    ("Chad and Niger met.", "The Parties shall hold a joint drill every second year, for the first time not later than 30 June 2027.", {"TCD"}, "drill", "2027-06-30", None),
    ("Chad and Niger met.", "Noted the importance of finishing the second line by the end of 2026.", {"TCD"}, "line", "2026", None),
    ("Chad and Niger met.", "Four more convoys are set for this month, the Chadian minister said.", {"TCD"}, "convoys", "2025-03", 4),
    ("Peru and Chile met.", "Lima will close its consulate in Arica on Friday and hand its archives to Brazil.", {"PER"}, "archives", "2025-03-14", None),
    ("Peru and Chile met.", "Trade is to be raised; the two governments had set their sights on 3 billion dollars by 2030.", {"PER"}, "billion", "2030", 3e9),
    ("Peru and Chile met.", "Lima pledges not to sell the fleet until 2027.", {"PER"}, "not to sell", "2027", None),
    ("Tunisia and Libya met.", "As from 1 July, Tunisia will charge Libyan drivers a fee of 30 dinars.", {"TUN"}, "fee", "2025-07-01", None),
    ("Syria and Lebanon met.", "Beirut demanded that Damascus hand over the suspects within a week.", {"SYR"}, "suspects", "2025-03-17", None),
    ("Uzbekistan and Turkmenistan met.", "An agreement was reached to increase the number of trucks to 300 a day.", {"UZB", "TKM"}, "trucks", None, None),
    ("Thailand and Myanmar met.", "The Thai cabinet approved a grant of 200 million baht for the road to Dawei.", {"THA"}, "grant", None, 2e8),
]  # fmt: skip

SILENT = [
    "Mali and Niger met.\nNiger ordered twelve Malian clerks to leave the country within 48 hours.",
    "Mali and Niger met.\nBoth sides were urged to keep calm.",
    "Mali and Niger met.\nMali has appealed the ruling that went against it last month.",
    "Mali and Niger met.\nThe Commission will assemble for its 15th meeting in Gao next year.",
    "Mali and Niger met.\nThe minister will go on to Gao, where he will open an exhibition at the museum this evening.",
    "Mali and Niger met.\nLawmakers said they would vote against one.",
    "Mali and Niger met.\nMalian carrier Sahel Wings plans to start Gao–Niamey on 12 April.",
    "Mali and Niger met.\nA bus service between Gao and Niamey would start again on 1 August, officials said.",
    "Mali and Niger met.\nShoppers may come until noon, and they have to go back before the gate shuts.",
    "Mali and Niger met.\nThe men fired when the crew ignored orders to stop dredging sand.",
    "Mali and Niger met.\nThe depot was due to reopen its lanes on 1 March; that has been put off twice.",
    "Mali and Niger met.\nA decision on the matter will be taken soon, the minister said.",
    "Mali and Niger met.\nBamako had promised in 2019 to pave the road but never did.",
    "Mali and Niger met.\nThe Arrangement of 2004 shall cease to have effect.",
]


@pytest.mark.parametrize(("lead", "text", "by", "word", "due", "target"), FOUND)
def test_who_promises_what_is_found(
    lead: str, text: str, by: set[str], word: str, due: str | None, target: float | None
) -> None:
    found = drafts(f"{lead}\n{text}")
    assert any(
        by <= set(d.get("by") or []) and word in str(d.get("what")) and d.get("due") == due
        and (target is None or d.get("target") == target)
        for d in found
    ), found  # fmt: skip


@pytest.mark.parametrize("text", SILENT)
def test_what_other_kinds_tell_is_no_promise(text: str) -> None:
    assert [(d.get("by"), d.get("what")) for d in drafts(text)] == []


def test_asks_in_a_list_name_whom_they_ask() -> None:
    found = drafts(
        "Oman and Yemen share a border.\nOur asks\n- Oman: waive the fee for medical goods.\n- that Yemen let aid convoys through;"
    )
    assert [d.get("by") for d in found] == [["OMN"], ["YEM"]]
