"""Crossings, links, works, ties and memberships: sentences in many styles with what must be found, and near misses."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from .reading import check, claims

P = "planned"
_SETTING = "Chile and Nepal thanked Peru."
Row = tuple[str, list[Mapping[str, object]]]

CROSSING: list[Row] = [
    (
        "The Los Libertadores pass, closed since 3 July 2025 on account of snow, will reopen on 9 July 2025.",
        [{"action": "closed", "date": "2025-07-03"}, {"action": "reopened", "status": P, "date": "2025-07-09"}],
    ),
    (
        "The Astara land port, which Azerbaijan closed in 2020, is a ruin.",
        [{"name": "Astara", "action": "closed", "date": "2020"}],
    ),
    ("Kuwait and Iraq set up a working group on the Safwan crossing.", []),
    (
        "Peru and Bolivia agreed to set up a CEBAF at Desaguadero.",
        [{"name": "Desaguadero", "action": "planned", "status": P}],
    ),
    (
        "The border crossing point at Narva was closed on 3 May 2023.",
        [{"name": "Narva", "action": "closed", "date": "2023-05-03"}],
    ),
    (
        "Estonia closed the Narva border crossing and reopened it on 4 June 2024.",
        [{"name": "Narva", "action": "closed"}, {"name": "Narva", "action": "reopened", "date": "2024-06-04"}],
    ),
    (
        "The Torkham crossing, shut since 21 February 2025, reopened on 19 March 2025.",
        [{"name": "Torkham", "action": "closed"}, {"name": "Torkham", "action": "reopened", "date": "2025-03-19"}],
    ),
    (
        "The Chaman-Spin Boldak border crossing between Pakistan and Afghanistan reopened on Tuesday.",
        [{"name": "Chaman-Spin Boldak", "action": "reopened"}],
    ),
    (
        "They opened the border crossing point at Tornanádaska on the Slovakian border on 4 May 2020.",
        [{"name": "Tornanádaska", "action": "opened", "date": "2020-05-04"}],
    ),
    (
        "A new one-stop border post has been inaugurated at Ruhwa in Rusizi District.",
        [{"name": "Ruhwa", "action": "opened"}],
    ),
    (
        "Closed in 2021, the Kapikoy border gate was reopened in 2024.",
        [
            {"name": "Kapikoy", "action": "closed", "date": "2021"},
            {"name": "Kapikoy", "action": "reopened", "date": "2024"},
        ],
    ),
    (
        "The Kapikoy border gate will be closed from 1 July 2025.",
        [{"name": "Kapikoy", "action": "closed", "status": P}],
    ),
    (
        "Romania and Ukraine will open a border crossing between Vicovu in Romania and Krasnoilsk in Ukraine in 2026.",
        [{"name": "Vicovu–Krasnoilsk", "action": "planned", "status": P, "date": "2026"}],
    ),
    (
        "Sofia denied that the Makaza crossing would be closed.",
        [{"name": "Makaza", "action": "closed", "status": "denied"}],
    ),
    (
        "Reports that the Makaza checkpoint had been shut are unfounded, the ministry said.",
        [{"name": "Makaza", "action": "closed", "status": "denied"}],
    ),
    (
        "Bulgaria and Greece agreed to open the Rudozem-Xanthi border checkpoint by the end of 2026.",
        [{"name": "Rudozem-Xanthi", "action": "planned", "status": P}],
    ),
    (
        "Greece proposed reopening the Makaza crossing.",
        [{"name": "Makaza", "action": "reopened", "status": "proposed"}],
    ),
    (
        "The opening of the Makaza crossing has been postponed.",
        [{"name": "Makaza", "action": "opened", "status": "postponed"}],
    ),
    (
        "The Kasumbalesa border post is closed. It was shut on 2 March 2025 after a strike.",
        [{"name": "Kasumbalesa", "action": "closed", "date": "2025-03-02"}],
    ),
    (
        "Zambia shut the frontier post of Mokambo on 2 March 2025. The post reopened two days later.",
        [{"name": "Mokambo", "action": "closed", "date": "2025-03-02"}, {"name": "Mokambo", "action": "reopened"}],
    ),
    ("The closure of the Vaalimaa crossing was extended on 2 April 2025.", [{"name": "Vaalimaa", "action": "closed"}]),
    (
        "The Kazungula and Victoria Falls border posts were reopened on 5 May 2022.",
        [{"name": "Kazungula", "action": "reopened"}, {"name": "Victoria Falls", "action": "reopened"}],
    ),
    (
        "Finland could close the Vaalimaa crossing if arrivals rise.",
        [{"name": "Vaalimaa", "action": "closed", "status": "hypothetical"}],
    ),
    ("The Vaalimaa crossing remains closed.", [{"name": "Vaalimaa", "action": "closed"}]),
    ("The zebra crossing at the school was closed on 17 February 2025.", []),
    ("Some 350 lorries pass the Malaba border post every day.", []),
    ("Illegal crossings rose while the offices were closed.", []),
    ("The minister visited the Malaba border post and opened a conference in Nairobi.", []),
    (
        "The Makaza–Nymfaia crossing is to open round the clock as from 1 June 2025.",
        [{"name": "Makaza–Nymfaia", "action": "planned", "status": P, "date": "2025-06-01"}],
    ),
    (
        "The Makaza crossing is busy. Sofia denied that Makaza would shut for repairs.",
        [{"name": "Makaza", "action": "closed", "status": "denied"}],
    ),
    (
        "If the Sabro bridge were closed, those who cross it every day would be stranded.",
        [{"name": "Sabro", "action": "closed", "status": "hypothetical"}],
    ),
    ("The Makaza crossing is busy. The road to Makaza was closed.", []),
]

TRANSPORT: list[Row] = [
    (
        "Since 3 March 2025 there has been no train from Bucharest to Chisinau.",
        [{"from": "Bucharest", "to": "Chisinau", "action": "suspended", "date": "2025-03-03"}],
    ),
    (
        "Passenger boats ply once more between Batam and Johor.",
        [{"mode": "sea", "from": "Batam", "to": "Johor", "action": "resumed"}],
    ),
    ("Is the bus between Dhaka and Agartala suspended?", []),
    ("India and China agreed to resume direct flights.", [{"mode": "air", "action": "planned", "status": P}]),
    (
        "Venezuela grounded all flights to and from Panama on 30 July 2024.",
        [{"from": "VEN", "to": "PAN", "action": "suspended", "date": "2024-07-30"}],
    ),
    (
        "Ryanair will drop its route between Riga and Amman in October 2025.",
        [{"mode": "air", "action": "suspended", "status": P}],
    ),
    (
        "The Friendship Express, suspended in May 2023, will resume between Dhaka and Kolkata.",
        [{"mode": "rail", "action": "suspended", "date": "2023-05"}, {"action": "planned", "status": P}],
    ),
    ("Relations between Riga and Amman are of service to trade.", []),
    (
        "Direct flights between Hanoi and Vientiane resumed on 4 June 2024.",
        [{"mode": "air", "from": "Hanoi", "to": "Vientiane", "action": "resumed", "date": "2024-06-04"}],
    ),
    (
        "Syria and Saudi Arabia have resumed regular flights between Damascus and Riyadh after a 12-year hiatus.",
        [{"mode": "air", "from": "Damascus", "to": "Riyadh", "action": "resumed"}],
    ),
    (
        "A direct air service between Moscow and Tbilisi was suspended in October 2006.",
        [{"mode": "air", "action": "suspended", "date": "2006-10"}],
    ),
    (
        "Trains between Vienna and Bratislava, suspended in March 2020, shall run again by 1 June 2021.",
        [
            {"mode": "rail", "action": "suspended", "date": "2020-03"},
            {"mode": "rail", "action": "planned", "status": P},
        ],
    ),
    (
        "Zambia asked for a rail passenger service between Lusaka and Harare.",
        [{"mode": "rail", "from": "Lusaka", "to": "Harare", "action": "proposed", "status": "proposed"}],
    ),
    (
        "A Ghanaian carrier will fly from Accra to Abidjan three times a week.",
        [{"mode": "air", "from": "Accra", "to": "Abidjan", "action": "planned", "status": P}],
    ),
    (
        "The Belgrade-Sarajevo bus line was launched on 3 March 2024.",
        [{"mode": "bus", "from": "Belgrade", "to": "Sarajevo", "action": "launched", "date": "2024-03-03"}],
    ),
    (
        "A ferry service between Odesa and Varna is planned for 2027.",
        [{"mode": "sea", "from": "Odesa", "to": "Varna", "action": "planned", "status": P, "date": "2027"}],
    ),
    (
        "Coaches between Lima and Quito will run again from 1 May 2025.",
        [{"mode": "bus", "action": "planned", "status": P, "date": "2025-05-01"}],
    ),
    (
        "The airline will launch direct flights from Nairobi to Lusaka on 1 May 2025.",
        [{"mode": "air", "action": "planned", "status": P}],
    ),
    (
        "Flights between Nairobi and Lusaka will be suspended from 1 May 2025.",
        [{"mode": "air", "action": "suspended", "status": P}],
    ),
    (
        "The two sides discussed resuming flights between Hanoi and Vientiane.",
        [{"action": "proposed", "status": "proposed"}],
    ),
    (
        "The resumption of the boat service between Kisumu and Mwanza has been postponed.",
        [{"mode": "sea", "action": "planned", "status": "postponed"}],
    ),
    (
        "A bus service linking Skopje with Tirana, which students have asked for, remains a proposal.",
        [{"mode": "bus", "action": "proposed", "status": "proposed"}],
    ),
    ("The ferry between Odesa and Varna was back after three years.", [{"mode": "sea", "action": "resumed"}]),
    (
        "The first passenger train from Baku to Tbilisi in five years arrived on 2 June 2025.",
        [{"mode": "rail", "from": "Baku", "to": "Tbilisi", "action": "resumed", "date": "2025-06-02"}],
    ),
    (
        "The minister denied that flights between Baku and Tbilisi would be suspended.",
        [{"mode": "air", "action": "suspended", "status": "denied"}],
    ),
    (
        "Peru and Chile agreed to restore the train service between Tacna and Arica by 2026.",
        [{"mode": "rail", "action": "planned", "status": P}],
    ),
    (
        "The Tacna-Arica train was suspended in 2012 and resumed in 2016.",
        [{"action": "suspended", "date": "2012"}, {"action": "resumed", "date": "2016"}],
    ),
    (
        "Air links between Algeria and Morocco were cut in September 2021.",
        [{"mode": "air", "from": "DZA", "to": "MAR", "action": "suspended", "date": "2021-09"}],
    ),
    ("The president will fly from Accra to Abidjan on Monday.", []),
    ("Flights of fancy between Hanoi and Vientiane were discussed.", []),
    ("The road between Hanoi and Vientiane is long.", []),
    ("Trade between Accra and Abidjan resumed in May 2020.", []),
    (
        "A freight train between Zahedan and Quetta has been running since March 2023.",
        [{"mode": "rail", "action": "launched", "date": "2023-03"}],
    ),
    (
        "Flights between Chisinau and Tirana, suspended that February, came back on 3 June 2024.",
        [{"action": "suspended"}, {"action": "resumed", "date": "2024-06-03"}],
    ),
    (
        "The passenger ship between Bari and Durres, due to start in May 2025, is put off until after the summer.",
        [{"mode": "sea", "action": "launched", "status": "postponed", "date": "2025-05"}],
    ),
    (
        "The mayors of Lviv and Lublin want a bus line between the two towns.",
        [{"mode": "bus", "from": "Lviv", "to": "Lublin", "action": "proposed", "status": "proposed"}],
    ),
]

PROJECT: list[Row] = [
    (
        "The cornerstone of the Rusumo border market was laid by the prime ministers of Rwanda and Tanzania.",
        [{"name": "Rusumo border market", "action": "construction"}],
    ),
    (
        "Malawi will sell power to Mozambique once the Temane gas plant is on line.",
        [{"name": "Temane gas plant", "action": "mentioned"}],
    ),
    ("Has Peru halted the Lomas tunnel to Bolivia?", [{"name": "Lomas tunnel", "action": "mentioned"}]),
    (
        "Angola and Zambia signed an agreement on the construction of the Lobito–Chingola railway on 3 May 2025.",
        [{"name": "Lobito–Chingola railway", "action": "agreed", "date": "2025-05-03"}],
    ),
    (
        "Zambia and Tanzania reviewed plans for a gas pipeline between Dar es Salaam and Ndola.",
        [{"action": "planned", "status": P, "type": "pipeline", "states": ["TZA", "ZMB"]}],
    ),
    (
        "NordLink, which joins Norway and Germany, went into operation in 2021.",
        [{"name": "NordLink", "action": "inaugurated", "date": "2021"}],
    ),
    ("Peru's president was met at Jorge Chávez International Airport by Chile's foreign minister.", []),
    (
        "The two presidents inaugurated the Karuma-Tororo transmission line on 5 May 2024.",
        [
            {
                "name": "Karuma-Tororo transmission line",
                "action": "inaugurated",
                "date": "2024-05-05",
                "type": "power-line",
            }
        ],
    ),
    (
        "A bridge over the Drina river is under construction.",
        [{"name": "bridge over the Drina river", "action": "construction", "type": "bridge"}],
    ),
    ("Construction of the Lamu port began in 2012.", [{"name": "Lamu port", "action": "construction", "date": "2012"}]),
    (
        "Construction of the Tamale-Bolgatanga transmission line will begin in 2026.",
        [
            {"action": "planned", "status": P, "date": "2026"},
        ],
    ),
    (
        "The railway from Dakar to Bamako is to be rebuilt by 2030.",
        [{"name": "railway from Dakar to Bamako", "action": "planned", "status": P}],
    ),
    (
        "The Trans-Saharan gas pipeline has been suspended.",
        [{"name": "Trans-Saharan gas pipeline", "action": "suspended"}],
    ),
    (
        "A feasibility study of an airport at Kasane was dropped.",
        [{"name": "airport at Kasane", "action": "cancelled"}],
    ),
    ("There is no plan to build a road from Kasane to Maun.", [{"action": "planned", "status": "denied"}]),
    (
        "The 330 kV line from Livingstone to Hwange was completed in May 2021.",
        [{"name": "line from Livingstone to Hwange", "action": "completed", "date": "2021-05", "type": "power-line"}],
    ),
    ("The Gitega substation was completed in March 2022.", [{"name": "Gitega substation", "action": "completed"}]),
    (
        "Ground was broken for the Rusumo hydropower plant in 2017; it was completed in 2023.",
        [
            {"name": "Rusumo hydropower plant", "action": "construction", "date": "2017"},
            {"action": "completed", "date": "2023"},
        ],
    ),
    ("Work on the Lobito railway has begun.", [{"name": "Lobito railway", "action": "construction"}]),
    (
        "Ethiopia proposed a motorway between Moyale and Isiolo.",
        [{"name": "motorway between Moyale and Isiolo", "action": "planned", "status": "proposed"}],
    ),
    (
        "The Koysha hydropower project is being built by an Italian firm.",
        [{"name": "Koysha hydropower", "action": "construction", "type": "hydropower"}],
    ),
    ("They spoke of the Isimba power station.", [{"name": "Isimba power station", "action": "mentioned"}]),
    (
        "The Kazungula bridge was opened to traffic on 10 May 2021.",
        [{"name": "Kazungula bridge", "action": "inaugurated", "date": "2021-05-10"}],
    ),
    (
        "Zambia will build a dry port at Walvis Bay.",
        [{"name": "dry port at Walvis Bay", "action": "planned", "status": P}],
    ),
    (
        "The 220 kV line from Arad to Pancevo was finished in 2019, and a second one is planned for 2027.",
        [
            {"action": "completed", "date": "2019"},
            {"name": "second line from Arad to Pancevo", "action": "planned", "status": P, "date": "2027"},
        ],
    ),
    (
        "The completion of the Rusumo power plant was postponed to 2028.",
        [{"name": "Rusumo power plant", "action": "completed", "status": "postponed"}],
    ),
    ("The road to peace is long.", []),
    ("Office: Customs Road 4, Malaba", []),
    ("The Institute for Bridge Studies was opened in 2020.", []),
    ("Lorries wait on the road between Arad and Pancevo.", []),
    ("Both countries lie on the Northern Corridor.", []),
    (
        "The subsea cable known as Celtic Loop is to enter service in 2028.",
        [{"name": "Celtic Loop", "type": "power-line", "action": "completed", "status": P, "date": "2028"}],
    ),
    (
        "The last section of Via Carpatica, from Svidnik to the border, will be completed in 2027.",
        [{"name": "section of Via Carpatica, from Svidnik to the border", "action": "completed", "status": P}],
    ),
    (
        "They praised the rebuilding of the Zenica–Doboj section of the Sarajevo–Samac railway, finished in May 2024.",
        [
            {"name": "Zenica–Doboj section", "action": "completed", "date": "2024-05"},
            {"name": "Sarajevo–Samac railway", "action": "mentioned"},
        ],
    ),
    (
        "The new ramp at Mole 3, finished in August 2024, cost little.",
        [{"name": "ramp at Mole 3", "type": "port", "action": "completed"}],
    ),
    (
        "They cited the Nyagak power station, whose second block was commissioned in July 2024.",
        [{"name": "Nyagak power station", "action": "inaugurated", "date": "2024-07"}],
    ),
    (
        "Coaches between Ohrid and Pogradec fill. A railway linking those two towns could be built only if it paid.",
        [{"name": "railway between Ohrid and Pogradec", "action": "planned", "status": "hypothetical"}],
    ),
    ("The cable link known as quick was praised.", []),
]

TIE: list[Row] = [
    (
        "Kenya and Peru established diplomatic relations on 4 June 1975.",
        [{"type": "diplomatic-relations", "between": ["KEN", "PER"], "date": "1975-06-04", "action": "established"}],
    ),
    (
        "Ghana and Chile have had diplomatic relations since 3 May 1961.",
        [{"type": "diplomatic-relations", "action": "established", "date": "1961-05-03"}],
    ),
    (
        "Saudi Arabia severed diplomatic relations with Iran in January 2016.",
        [{"type": "diplomatic-relations", "action": "severed", "date": "2016-01"}],
    ),
    (
        "Iran and Saudi Arabia agreed to restore diplomatic relations in March 2023.",
        [{"type": "diplomatic-relations", "action": "restored", "status": P}],
    ),
    (
        "Ghana opened an embassy in Lima on 3 May 2021.",
        [{"type": "embassy", "between": ["GHA", "PER"], "action": "opened", "place": "Lima", "date": "2021-05-03"}],
    ),
    (
        "Ghana will open a consulate in Arequipa in 2027.",
        [{"type": "consulate", "action": "opened", "status": P, "place": "Arequipa"}],
    ),
    (
        "Ghana closed its embassy in Lima in 2019 and reopened it in 2022.",
        [
            {"type": "embassy", "action": "closed", "date": "2019"},
            {"type": "embassy", "action": "restored", "date": "2022"},
        ],
    ),
    (
        "Zambia raised its liaison office in Mombasa to a consulate general on 1 April 2025.",
        [{"type": "consulate", "between": ["ZMB", "KEN"], "action": "upgraded", "place": "Mombasa"}],
    ),
    (
        "He asked for a Zambian consulate in Mombasa.",
        [{"type": "consulate", "status": "proposed", "action": "opened", "place": "Mombasa"}],
    ),
    (
        "Algeria recalled its ambassador from Madrid on 19 March 2022.",
        [{"type": "ambassador", "action": "suspended", "date": "2022-03-19"}],
    ),
    (
        "The Algerian ambassador returned to Madrid in November 2023.",
        [{"type": "ambassador", "action": "restored", "date": "2023-11"}],
    ),
    (
        "Osaka and Hamburg became sister cities in 1989.",
        [{"type": "sister-cities", "between": ["Osaka", "Hamburg"], "action": "established", "date": "1989"}],
    ),
    (
        "Georgia and Chile lifted visa requirements in 2020.",
        [{"type": "visa-regime", "action": "established", "date": "2020"}],
    ),
    (
        "The lifting of visas between Ghana and Togo, announced for July, has been put off.",
        [{"type": "visa-regime", "between": ["GHA", "TGO"], "status": "postponed"}],
    ),
    (
        "Georgia and Chile introduced visa-free travel on 1 May 2020.",
        [{"type": "visa-regime", "action": "established", "date": "2020-05-01"}],
    ),
    (
        "Georgia imposed a visa requirement on Chile in 2021.",
        [{"type": "visa-regime", "action": "suspended", "date": "2021"}],
    ),
    (
        "Vietnam and Chile upgraded their strategic partnership in 2023.",
        [{"type": "strategic-partnership", "action": "upgraded", "date": "2023"}],
    ),
    (
        "Vietnam and Chile established a strategic partnership in 2023.",
        [{"type": "strategic-partnership", "action": "established", "date": "2023"}],
    ),
    ("Ghana maintains an embassy in Lima.", [{"type": "embassy", "place": "Lima", "between": ["GHA", "PER"]}]),
    (
        "The minister denied that Ghana would close its embassy in Lima.",
        [{"type": "embassy", "action": "closed", "status": "denied"}],
    ),
    ("The museum opened opposite the embassy.", []),
    ("The ambassador visited the school.", []),
    ("Ghana values its strategic partnership with Chile.", []),
    ("Relations between Ghana and Chile are warm.", []),
    (
        "Full ties were restored in July 2015.",
        [{"type": "diplomatic-relations", "action": "restored", "date": "2015-07"}],
    ),
]

MEMBERSHIP: list[Row] = [
    (
        "Kenya and Uganda are members of the East African Community.",
        [{"state": "KEN", "organisation": "EAC", "action": "member"}, {"state": "UGA", "organisation": "EAC"}],
    ),
    (
        "Kenya is a founding member of the East African Community; Rwanda joined in 2007.",
        [{"state": "KEN"}, {"state": "RWA", "organisation": "EAC", "action": "joined", "date": "2007"}],
    ),
    (
        "Thailand, a member of ASEAN since 1967, chaired the meeting.",
        [{"state": "THA", "organisation": "ASEAN", "action": "member", "date": "1967/.."}],
    ),
    (
        "Norway and Italy sit in NATO.",
        [{"state": "NOR", "organisation": "NATO"}, {"state": "ITA", "organisation": "NATO"}],
    ),
    (
        "Finland joined NATO on 4 April 2023.",
        [{"state": "FIN", "organisation": "NATO", "action": "joined", "date": "2023-04-04"}],
    ),
    (
        "Britain left the European Union in 2020.",
        [{"state": "GBR", "organisation": "EU", "action": "left", "date": "2020"}],
    ),
    (
        "Were Hungary to leave the European Union, trade would suffer.",
        [{"state": "HUN", "organisation": "EU", "action": "left", "status": "hypothetical"}],
    ),
    (
        "Serbia applied to join the European Union in 2009.",
        [{"state": "SRB", "organisation": "EU", "action": "applied", "date": "2009"}],
    ),
    (
        "Serbia applied for membership of the European Union.",
        [{"state": "SRB", "organisation": "EU", "action": "applied"}],
    ),
    ("NATO member Norway sent experts.", [{"state": "NOR", "organisation": "NATO", "action": "member"}]),
    ("Mexico is an observer in the Council of Europe.", [{"state": "MEX", "action": "observer"}]),
    ("Serbia is a candidate for the European Union.", [{"state": "SRB", "organisation": "EU", "action": "candidate"}]),
    ("The accession of Finland to NATO took a year.", [{"state": "FIN", "organisation": "NATO", "action": "joined"}]),
    ("Finland's accession to NATO took a year.", [{"state": "FIN", "organisation": "NATO", "action": "joined"}]),
    (
        "Georgia wants to join the European Union.",
        [{"state": "GEO", "organisation": "EU", "action": "joined", "status": "proposed"}],
    ),
    (
        "Mali withdrew from ECOWAS in January 2025.",
        [{"state": "MLI", "organisation": "ECOWAS", "action": "left", "date": "2025-01"}],
    ),
    ("Norway has not joined the European Union.", [{"state": "NOR", "organisation": "EU", "status": "denied"}]),
    ("Finland will join NATO in 2023.", [{"state": "FIN", "action": "joined", "status": P}]),
    (
        "Croatia has been a member of the European Union since 2013.",
        [{"state": "HRV", "organisation": "EU", "action": "member", "date": "2013/.."}],
    ),
    ("Kenya praised the East African Community.", []),
    ("Kenya took over the chair of the East African Community.", []),
    ("The president joined the talks in Brussels with the European Union.", []),
    ("Norway sells gas on the European Union market.", []),
    (
        "Poland, in NATO since 1999, backed Norway.",
        [{"state": "POL", "organisation": "NATO", "action": "member", "date": "1999/.."}],
    ),
    (
        "The franc is the currency of the West African Economic and Monetary Union (WAEMU), of which Mali is a member.",
        [{"state": "MLI", "organisation": "WAEMU", "action": "member"}],
    ),
    (
        "Armenia, which has belonged to the Eurasian Economic Union since 2015, said no.",
        [{"state": "ARM", "organisation": "EAEU", "action": "member"}],
    ),
]


def _check(kind: str, text: str, wanted: list[Mapping[str, object]]) -> None:
    told = claims(f"{text}\n{_SETTING}", "", kind)  # of one state alone the program tells nothing
    check(told, [{"status": "reported", **w} for w in wanted])


@pytest.mark.parametrize(("text", "wanted"), CROSSING)
def test_crossings(text: str, wanted: list[Mapping[str, object]]) -> None:
    _check("crossing", text, wanted)


@pytest.mark.parametrize(("text", "wanted"), TRANSPORT)
def test_links(text: str, wanted: list[Mapping[str, object]]) -> None:
    _check("transport", text, wanted)


@pytest.mark.parametrize(("text", "wanted"), PROJECT)
def test_works(text: str, wanted: list[Mapping[str, object]]) -> None:
    _check("project", text, wanted)


@pytest.mark.parametrize(("text", "wanted"), TIE)
def test_ties(text: str, wanted: list[Mapping[str, object]]) -> None:
    _check("tie", text, wanted)


@pytest.mark.parametrize(("text", "wanted"), MEMBERSHIP)
def test_memberships(text: str, wanted: list[Mapping[str, object]]) -> None:
    _check("membership", text, wanted)
