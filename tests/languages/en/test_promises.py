"""Promises as they are reported: who is bound, to what, by when; and what only looks like a promise."""

from __future__ import annotations

from typing import Any

import pytest

from accord.kinds.base import Draft
from accord.kinds.commitment import KIND

from . import reading

PUBLISHED = "2025-03-10"


def drafts(text: str) -> list[Draft]:
    """The commitments of a document of one paragraph a line."""
    return reading.drafts(KIND, text, PUBLISHED)


FOUND: list[tuple[str, dict[str, Any]]] = [
    (
        "The Parties shall raise the quota of permits between Chad and Niger from 40,000 to 60,000 by 2027.",
        {"target": 60000, "base": "40000", "due": "2027"},
    ),
    (
        "Chad and Niger held talks. The governments' aim is commerce of $4 billion by 2030.",
        {"target": 4000000000, "due": "2030"},
    ),
    (
        "Chad shall supply, free of charge, two scanners to Niger by 2027.",
        {"by": ["TCD"], "due": "2027"},
    ),
    # ---- agreed, undertook, pledged, decided
    (
        "Chile and Argentina agreed to reopen the Pehuenche pass by the end of May 2025.",
        {"by": ["CHL", "ARG"], "what": "reopen the Pehuenche pass", "due": "2025-05"},
    ),
    (
        "Norway pledged to finance a new bridge over the Tana river in Finland by 2027.",
        {
            "by": ["NOR"],
            "what": "finance a new bridge over the Tana river in Finland",
            "due": "2027",
            "topic": "transport",
        },
    ),
    (
        "The two governments undertook to abolish customs duties on fruit before 1 July 2026. Ghana and "
        "Togo share a border.",
        {"by": ["GHA", "TGO"], "due": "2026-07-01", "what": "abolish customs duties on fruit"},
    ),
    (
        "Peru and Chile decided to double bilateral trade by 2030.",
        {"by": ["PER", "CHL"], "what": "double bilateral trade", "due": "2030", "measure": "trade-turnover"},
    ),
    (
        "Malaysia promised Thailand to return the seized boats within three weeks.",
        {"by": ["MYS"], "what": "return the seized boats"},
    ),
    (
        "Jordan has committed itself to supplying Lebanon with 250 MW of electricity.",
        {"by": ["JOR"], "target": 250, "unit": "MW", "topic": "energy"},
    ),
    (
        "Ministers from Oman and Yemen resolved to set up a joint border patrol.",
        {"what": "set up a joint border patrol", "topic": "border"},
    ),
    (
        "It was agreed that Zambia would repair the Kazungula ferry by June 2025 and that Botswana would "
        "widen the road. Zambia and Botswana are neighbours.",
        {"by": ["ZMB"], "what": "repair the Kazungula ferry", "due": "2025-06"},
    ),
    (
        "Serbia and Hungary agreed on raising trade to 10 billion euros by 2028.",
        {"target": 10_000_000_000, "unit": "EUR", "due": "2028"},
    ),
    # ---- aims and targets
    (
        "Brazil and Paraguay set a target of $15 billion in annual trade by 2030.",
        {"by": ["BRA", "PRY"], "target": 15_000_000_000, "unit": "USD", "due": "2030"},
    ),
    (
        "Egypt and Sudan set themselves the goal of bringing trade to 3 billion dollars by 2029.",
        {"by": ["EGY", "SDN"], "target": 3_000_000_000, "due": "2029", "measure": "trade-turnover"},
    ),
    ("India and Nepal aim to export 10,000 MW of hydropower within ten years.", {"target": 10_000, "unit": "MW"}),
    (
        "Angola and Namibia plan to build a power line of 400 kV by 2028.",
        {"by": ["AGO", "NAM"], "what": "build a power line of 400 kV", "due": "2028"},
    ),
    (
        "Both countries want to triple the number of tourists by 2027, Cuba's ministry of tourism said "
        "after talks with Mexico.",
        {"what": "triple the number of tourists", "due": "2027"},
    ),
    (
        "Under the plan that Spain and Portugal signed, trade is to reach 60 billion euros by 2027.",
        {"by": ["ESP", "PRT"], "target": 60_000_000_000, "due": "2027"},
    ),
    # ---- offers, readiness, interest, calls
    (
        "Iran is ready to supply Iraq with gas through the winter.",
        {"by": ["IRN"], "status": "proposed", "topic": "energy"},
    ),
    (
        "Japan offered Mongolia a loan of 300 million dollars for the airport.",
        {"by": ["JPN"], "target": 300_000_000, "status": "proposed"},
    ),
    (
        "Kuwait expressed its readiness to invest in the port of Basra in Iraq.",
        {"by": ["KWT"], "status": "proposed", "what": "invest in the port of Basra in Iraq"},
    ),
    (
        "Algeria proposed a joint patrol of the frontier with Niger.",
        {"by": ["DZA"], "status": "proposed", "what": "a joint patrol of the frontier with Niger"},
    ),
    (
        "Ethiopia called for the reopening of the Moyale crossing with Kenya by April 2025.",
        {"by": ["ETH"], "status": "proposed", "due": "2025-04"},
    ),
    (
        "Vietnam urged Cambodia to remove the pillars at Tay Ninh before 30 June 2025.",
        {"by": ["KHM"], "status": "proposed", "due": "2025-06-30", "what": "remove the pillars at Tay Ninh"},
    ),
    (
        "Latvia has shown interest in buying electricity from Lithuania.",
        {"by": ["LVA"], "status": "proposed", "what": "buying electricity from Lithuania"},
    ),
    # ---- treaties
    (
        "Article 4. The Parties shall exchange lists of travellers every three months. Done by Mali and Niger.",
        {"by": ["MLI", "NER"], "every": "P3M"},
    ),
    (
        "Each Party shall pay 2 million US dollars a year into the fund that Benin and Togo set up.",
        {"by": ["BEN", "TGO"], "target": 2_000_000, "unit": "USD", "every": "P1Y"},
    ),
    (
        "Mozambique shall build a weir at Massingir not later than 31 December 2028, and Zimbabwe shall "
        "share the cost.",
        {"by": ["MOZ"], "what": "build a weir at Massingir", "due": "2028-12-31"},
    ),
    (
        "Laos shall deliver to Thailand, on the first day of each month, the readings of the gauges.",
        {"by": ["LAO"], "every": "P1M"},
    ),
    (
        "The Contracting Parties shall by 2035 cut by half the discharge of salt, as compared with 2020. "
        "Signed by Jordan and Israel.",
        {"base": "2020", "due": "2035"},
    ),
    # ---- will and would
    (
        "Uruguay will build a second terminal at Fray Bentos for Argentina's lorries by 2026.",
        {"by": ["URY"], "due": "2026"},
    ),
    (
        "Survey teams of Guyana and Suriname will mark the islands in the second quarter of 2026.",
        {"by": ["GUY", "SUR"], "due": "2026-Q2"},
    ),
    (
        "Tunisian minister Salah Ben Youssef said that Tunisia would give Libya twelve ambulances by the "
        "end of the year.",
        {"by": ["TUN"], "what": "give Libya twelve ambulances", "due": "2025"},
    ),
    (
        "Poland's ministry announced that it will open the Kuznica post for lorries from Belarus on 1 June 2025.",
        {"by": ["POL"], "due": "2025-06-01"},
    ),
    (
        "Senegal and Gambia will jointly train their customs officers from January 2026.",
        {"by": ["SEN", "GMB"], "due": "2026-01"},
    ),
    # ---- nouns
    (
        "Their promise to remove the roadblocks by May 2025 was repeated when the presidents of Mali and Guinea met.",
        {"by": ["MLI", "GIN"], "due": "2025-05"},
    ),
    (
        "Rwanda repeated its pledge to withdraw its troops from Congo within 90 days.",
        {"by": ["RWA"], "what": "withdraw its troops from Congo"},
    ),
    # ---- other ways of saying it
    (
        "Cairo asked for transit rights, and Khartoum promised to answer by March 2026. Egypt and Sudan "
        "share the Nile.",
        {"by": ["SDN"], "due": "2026-03"},
    ),
    ("Togo pledged not to raise the port fees for Niger before 2027.", {"by": ["TGO"]}),
    (
        "Georgia must finish the customs hall on the border with Armenia by 1 May 2026.",
        {"by": ["GEO"], "what": "finish the customs hall on the border with Armenia", "due": "2026-05-01"},
    ),
    (
        "The goal is to raise trade between Chad and Cameroon to 900 million dollars by 2030.",
        {"target": 900_000_000, "due": "2030"},
    ),
    (
        "By 2030, trade between Chad and Cameroon should reach 900 million dollars, the two governments agreed.",
        {"target": 900_000_000, "due": "2030"},
    ),
    (
        "Under the accord between Syria and Lebanon the capacity of the line will be doubled by the end of 2027.",
        {"by": ["SYR", "LBN"], "due": "2027"},
    ),
    (
        "Sweden's pledge of 50 million euros for the Oresund tunnel to Denmark was repeated.",
        {"by": ["SWE"], "target": 50_000_000},
    ),
    ("Iceland stands ready to take over the patrols from Norway.", {"by": ["ISL"], "status": "proposed"}),
    (
        "Ukraine gave itself until the end of 2025 to return the rolling stock to Moldova.",
        {"by": ["UKR"], "due": "2025"},
    ),
    (
        '"We will reopen the line to Nepal by the end of 2025," said Indian rail minister Anil Rao.',
        {"by": ["IND"], "due": "2025"},
    ),
    ("Bhutan told India it would release the water by 1 April 2025.", {"by": ["BTN"], "due": "2025-04-01"}),
    (
        "The two ministers were agreed that Oman should pay a third of the cost. Yemen will pay the rest.",
        {"by": ["OMN"]},
    ),
    (
        "The trains between Sofia and Nis are to run every day from 15 December 2025, Bulgaria and Serbia agreed.",
        {"every": "P1D"},
    ),
    (
        "At the talks in Doha, Qatar committed 200 million dollars to the rebuilding of Lebanon's grid.",
        {"by": ["QAT"], "target": 200_000_000},
    ),
    ("Gabon and Angola intend to have demarcated the whole border by 2028.", {"by": ["GAB", "AGO"], "due": "2028"}),
    (
        "The sides set 1 July 2026 as the deadline for removing the fences between Kyrgyzstan and Uzbekistan.",
        {"due": "2026-07-01"},
    ),
    ("Mexico has agreed in principle to sell Guatemala 120 MW of power.", {"by": ["MEX"], "target": 120, "unit": "MW"}),
    (
        "The parties agreed to:\n- train 300 customs officers by 2026;\n- remove the roadblocks between "
        "Mali and Senegal.",
        {"what": "train 300 customs officers", "due": "2026"},
    ),
    ("An understanding was reached to share river data every month between China and Laos.", {"every": "P1M"}),
    ("Panama wants to buy 200 MW of electricity from Costa Rica.", {"by": ["PAN"], "status": "proposed"}),
    ("Tirana and Skopje vowed to abolish roaming fees by 2026.", {"by": ["ALB", "MKD"], "due": "2026"}),
    (
        "The sides agreed to bring trade to 600 million dollars by 2029 and to simplify the rules for "
        "Zambia and Malawi by June 2025.",
        {"what": "simplify the rules for Zambia and Malawi", "due": "2025-06"},
    ),
    (
        "Zambia, for its part, will let lorries from Malawi load without permits from 1 April 2025.",
        {"by": ["ZMB"], "due": "2025-04-01"},
    ),
    (
        "Oman recalled its envoy to Yemen. It will keep the post closed until 20 May 2025.",
        {"by": ["OMN"], "what": "keep the post closed", "due": "2025-05-20"},
    ),
    (
        "In it Estonia and Finland commit themselves to a decision on the route by December 2026.",
        {"what": "a decision on the route", "due": "2026-12"},
    ),
    ("India assured Nepal that it would release the fishermen within two weeks.", {"by": ["IND"], "due": "2025-03-24"}),
    (
        "Bolivia says it will honour the gas contract with Paraguay.",
        {"by": ["BOL"], "what": "honour the gas contract with Paraguay"},
    ),
    (
        "Botswana and Zimbabwe tasked their ministers with preparing a plan by the end of July 2025.",
        {"what": "preparing a plan", "due": "2025-07"},
    ),
    # ---- what is to be done with a thing, and by whom
    (
        "The duty on Togolese cement will be scrapped from 1 July 2025, Ghana's trade minister Kofi Mensah said.",
        {"by": ["GHA"], "what": "scrap the duty on Togolese cement", "due": "2025-07-01"},
    ),
    (
        "The bridge between Ghana and Togo is due to be completed in December 2026.",
        {"by": ["GHA", "TGO"], "what": "complete the bridge between Ghana and Togo", "due": "2026-12"},
    ),
    ("Togo's exports to Ghana are to reach $500 million by 2027.", {"target": 500_000_000, "measure": "exports"}),
    ("Mixed patrols of Ghana and Togo are to begin on 1 May 2025.", {"by": ["GHA", "TGO"], "due": "2025-05-01"}),
    (
        "The Presidents directed that the border post at Aflao be staffed at night from 1 May 2025. Ghana and Togo "
        "held talks.",
        {"by": ["GHA", "TGO"], "due": "2025-05-01", "topic": "border"},
    ),
    ("Costs shall be borne equally by the Parties. Chile and Peru signed.", {"by": ["CHL", "PER"]}),
    # ---- told to somebody else, wished, owed
    ("Togo wants Ghana to lift the ban on onions.", {"by": ["GHA"], "status": "proposed"}),
    ("Togo wants the deadline put off to 2027. Ghana has not answered.", {"by": ["TGO"], "due": "2027"}),
    ("Togo demanded that Ghana return the seized boats.", {"by": ["GHA"], "what": "return the seized boats"}),
    ("Togo insisted that Ghana pay for the damage.", {"by": ["GHA"], "status": "proposed"}),
    ("Togo called on Ghana to return the boats.", {"by": ["GHA"], "what": "return the boats"}),
    ("Ghana should lift the ban on Togolese onions.", {"by": ["GHA"], "status": "proposed"}),
    ("Ghana and Togo ought to set up a hotline between their navies.", {"by": ["GHA", "TGO"], "status": "proposed"}),
    (
        "The agreement obliges Peru to clear the minefields near Tacna within five years. Chile signed it.",
        {"by": ["PER"]},
    ),
    # ---- speakers, pronouns, asides
    (
        "\"We'll give Togo all the fuel it needs,\" Ghana's energy minister Kofi Mensah told reporters.",
        {"by": ["GHA"], "topic": "energy"},
    ),
    (
        "Chile, which holds the chair, undertook to circulate a draft by 15 April 2025. Peru and Bolivia agreed.",
        {"by": ["CHL"], "due": "2025-04-15"},
    ),
    (
        "Under the deal, Chile will buy 3 million tonnes of phosphate a year from Peru.",
        {"target": 3_000_000, "every": "P1Y"},
    ),
    (
        "President Kofi Mensah of Ghana undertook to study Togo's request.",
        {"by": ["GHA", "Kofi Mensah"], "what": "study Togo's request"},
    ),
    ("Ghana said it would not raise port fees for Togo.", {"by": ["GHA"], "what": "not raise port fees for Togo"}),
    # ---- acts named by nouns, lists, headlines
    (
        "The two delegations agreed on the exchange of 30 students a year. Ghana and Togo held talks.",
        {"target": 30, "every": "P1Y", "topic": "education"},
    ),
    (
        "The ministers of Chile and Peru discussed the line. They called for completion of the survey by May 2026.",
        {"status": "proposed", "due": "2026-05"},
    ),
    (
        "Ghana and Togo will:\n- build a dry port at Aflao by 2027;\n- exchange data on cargo every month.",
        {"by": ["GHA", "TGO"], "what": "exchange data on cargo every month", "every": "P1M"},
    ),
    ("Kenya targets exports of $900 million to Uganda by 2027.", {"by": ["KEN"], "target": 900_000_000, "due": "2027"}),
    (
        "Peru's minister proposed that the two countries set up a joint patrol with Chile by June 2025.",
        {"status": "proposed", "due": "2025-06"},
    ),
    (
        "The Parties undertook to abolish, before the end of 2026, the visa fees between Chile and Peru.",
        {"due": "2026"},
    ),
    (
        "Argentina will lift, as of 1 July 2025, the tax charged on Chilean lorries.",
        {"what": "lift the tax charged on Chilean lorries", "due": "2025-07-01"},
    ),
    ("Chile pledged to honour the 2012 agreement with Peru by 2027.", {"by": ["CHL"], "due": "2027"}),
]
SILENT = [
    # forecasts, hopes, what may be
    "Peru may close its border with Chile, officials warned.",
    "The tunnel between Chile and Argentina is expected to open in 2031.",
    "The project will create 3,000 jobs in Ghana and Togo by 2030.",
    "The road from Ghana to Togo will be 300 km long.",
    "The hospital in Lome will have 300 beds, Ghana's minister said.",
    "The leaders of Ghana and Togo showed political will by ending the dispute.",
    "Ghana should know better than Togo.",
    'Argentina would "not hesitate" to close the border with Chile, the minister said.',
    # no promise, and no party to one
    "Ghana refused to commit to a date for the return of the boats to Togo.",
    "Ghana has made no promise to Togo on the boats.",
    "Ghana ruled out lifting the ban on Togolese onions.",
    "The board proposed a dividend of 2 euros a share. Its mills stand in Finland and Estonia.",
    "Its publisher has ordered another 50,000 copies in Peru and Chile.",
    "Argentina and Chile vowed to step up cooperation.",
    "The Parties noted the need to increase trade between Chile and Peru.",
    "The Parties confirmed that the next session would be held in Lima in 2026. Chile and Peru met.",
    'The term "goods" shall mean all products. Chile and Peru signed.',
    # done, not promised
    "Chile and Argentina reopened the Pehuenche pass in May 2024.",
    "Brazil raised its trade with Paraguay to 9 billion dollars in 2023.",
    "The ministers of Egypt and Sudan met in Cairo on Monday.",
    # what a thing will bring
    "The railway will allow Uganda to export more coffee to Kenya.",
    "The line will boost trade between Angola and Namibia.",
    "The agreement would help Peru and Chile to attract investors.",
    # forecasts
    "Trade between Spain and Portugal will reach 60 billion euros next year, analysts say.",
    "Economists expect Ghana to lose market share in Togo.",
    "Kazakhstan will depend on water from Kyrgyzstan.",
    # at home
    "Turku county announced that it would hire 200 teachers. Finland and Estonia share a sea.",
    "Norway plans to raise its minimum wage next year.",
    # empty
    "Both countries sought to develop cooperative ties.",
    "Oman reaffirmed its commitment to strengthening relations with Yemen.",
    "The presidents of Peru and Chile agreed to continue their dialogue.",
    # not so, or only if
    "Cuba did not agree to open the strait to ships from Haiti.",
    "If Iran agrees to open the valve, Iraq will pay its debts.",
    "Were Latvia to close the border, Lithuania would lose a market.",
    "Laos refused to lower the fees for lorries from Vietnam.",
    "Kazakhstan faced the difficult task of establishing its sovereignty beside Tajikistan.",
    "Uruguay proposed a meeting of Bolivia and Paraguay in Montevideo.",
    # questions, told by other kinds
    "Will Jordan open the border with Syria?",
    "The President of Peru will visit Bolivia in May 2026.",
    "The next session of the commission of Oman and Yemen will be held in Muscat in 2026.",
    "Flights between Lima and La Paz will be resumed on 15 September 2025.",
    "This Agreement between Benin and Togo shall enter into force on 1 May 2026.",
    "It remains in force for ten years between Mali and Niger.",
]


@pytest.mark.parametrize(("text", "wanted"), FOUND, ids=[t[:60] for t, _ in FOUND])
def test_a_promise_is_found_with_its_terms(text: str, wanted: dict[str, Any]) -> None:
    found = [reading.show(d) for d in drafts(text)]
    assert any(all(f.get(k) == v for k, v in wanted.items()) for f in found), found


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_a_promise_is_none(text: str) -> None:
    assert [reading.show(d) for d in drafts(text)] == []
