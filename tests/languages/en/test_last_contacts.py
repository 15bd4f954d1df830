"""Visits, meetings, ties, events and memberships in wordings of many publishers, with near misses that give nothing."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from .reading import check, claims

_KINDS = ("visit", "meeting", "tie", "event", "membership")
ROWS: list[tuple[str, str, list[Mapping[str, object]]]] = [
    (
        "2024-05-20",
        "Gaborone, 14 May 2024. President Mokgweetsi Masisi of Botswana is in Lusaka today on a one-day working visit, during which he held talks with his Zambian counterpart, Hakainde Hichiwena.",
        [
            {"kind": "meeting", "states": ["BWA", "ZMB"]},
            {"kind": "visit", "visitor": "Mokgweetsi Masisi", "host": "ZMB", "date": "2024-05-14"},
        ],
    ),
    (
        "2024-05-20",
        "The prime ministers of Latvia and Estonia sat down in Valga on 3 April 2024 to discuss the common energy market.",
        [{"kind": "meeting", "states": ["LVA", "EST"], "date": "2024-04-03"}],
    ),
    (
        "2024-05-20",
        "Questions of transit will be dealt with by the foreign ministers of Lesotho and South Africa, Lejone Mpotjoane and Naledi Pandor, in Maseru on 22 May 2024.",
        [{"kind": "meeting", "states": ["LSO", "ZAF"], "status": "planned"}],
    ),
    (
        "2024-05-20",
        "Over a working lunch in Bratislava on Friday 17 May, Robert Fico and the Hungarian Prime Minister, Viktor Orszag, spoke of migration. Fico is Prime Minister of Slovakia.",
        [{"kind": "meeting", "states": ["HUN", "SVK"], "date": "2024-05-17"}],
    ),
    (
        "2024-05-20",
        "Malawi's president, Lazarus Chakwenda, touched down at Maputo International Airport on Tuesday, 7 May 2024, at the start of a three-day stay in Mozambique.",
        [{"kind": "visit", "visitor": "Lazarus Chakwenda", "host": "MOZ", "date": "2024-05-07/2024-05-09"}],
    ),
    (
        "2024-05-20",
        "A delegation of the Finnish parliament led by Speaker Jussi Halla-aho travelled to Tallinn on 9 May 2024.",
        [{"kind": "visit", "visitor": "Jussi Halla-aho", "host": "EST", "date": "2024-05-09"}],
    ),
    (
        "2024-05-20",
        "Nepal and Bhutan have had diplomatic relations since 3 June 1983.",
        [{"kind": "tie", "type": "diplomatic-relations", "between": ["BTN", "NPL"], "date": "1983-06-03"}],
    ),
    (
        "2024-05-20",
        "Ghana and Togo entered into diplomatic relations in 1961; Ghana has kept an embassy in Lome ever since.",
        [{"kind": "tie", "type": "diplomatic-relations", "between": ["TGO", "GHA"], "date": "1961"}],
    ),
    (
        "2024-05-20",
        "Rwanda on 24 January 2024 summoned Burundi's charge d'affaires in Kigali over remarks made by the Burundian president. The two neighbours share a border.",
        [{"kind": "event", "name": "summoning of Burundi's charge d'affaires", "date": "2024-01-24"}],
    ),
    (
        "2024-05-20",
        "From 1 June 2024 holders of ordinary passports of Georgia may enter Kuwait without a visa.",
        [{"kind": "tie", "type": "visa-regime", "between": ["GEO", "KWT"], "date": "2024-06-01", "status": "planned"}],
    ),
    (
        "2024-05-20",
        "Slovakia's consulate general in Uzhhorod, Ukraine, shut its doors on 1 March 2022.",
        [{"kind": "tie", "type": "consulate", "between": ["SVK", "UKR"], "date": "2022-03-01"}],
    ),
    (
        "2024-05-20",
        "The twin town agreement between Gorizia in Italy and Nova Gorica in Slovenia has been in place since 1965.",
        [{"kind": "tie", "type": "sister-cities", "between": ["Gorizia", "Nova Gorica"], "date": "1965"}],
    ),
    (
        "2024-05-20",
        "Peru's ambassador in Mexico City was called home for consultations on 20 December 2022, Peru's foreign ministry said. Mexico's president had criticised Peru.",
        [{"kind": "tie", "type": "ambassador", "between": ["PER", "MEX"], "date": "2022-12-20"}],
    ),
    (
        "2024-05-20",
        "Bosnia and Herzegovina was granted EU candidate status in December 2022; Croatia has been a member of the Union since 2013.",
        [
            {"kind": "membership", "state": "HRV", "organisation": "EU", "date": "2013/.."},
            {"kind": "membership", "state": "BIH", "organisation": "EU", "date": "2022-12"},
        ],
    ),
    (
        "2024-05-20",
        "Troops of Thailand and Malaysia opened their annual exercise, Land Ex Thamal, near Songkhla on 6 May 2024.",
        [{"kind": "event", "name": "annual exercise, Land Ex Thamal", "type": "exercise", "date": "2024-05-06"}],
    ),
    (
        "2024-05-20",
        "The Philippine and Indonesian navies carried out a coordinated patrol of the Celebes Sea in March 2024. Indonesia and the Philippines share the waters.",
        [{"kind": "event", "name": "coordinated patrol of the Celebes Sea", "type": "exercise", "date": "2024-03"}],
    ),
    (
        "2024-05-20",
        "A festival of Armenian culture was held in Vilnius, Lithuania, from 4 to 6 October 2023.",
        [
            {
                "kind": "event",
                "name": "festival of Armenian culture",
                "type": "celebration",
                "date": "2023-10-04/2023-10-06",
            }
        ],
    ),
    (
        "2024-05-20",
        "Jordan sent two aircraft carrying 40 tonnes of medicines to Libya on 15 September 2023 after the floods.",
        [{"kind": "event", "name": "Jordan medicines aid to Libya", "type": "aid", "date": "2023-09-15"}],
    ),
    (
        "2024-05-20",
        "Czech Foreign Minister Jan Lipavsky, who is on a trip to Warsaw, was received on Thursday by Poland's President Andrzej Duda. PRAGUE, May 16, 2024.",
        [
            {"kind": "meeting", "states": ["CZE", "POL"], "date": "2024-05-16"},
            {"kind": "visit", "visitor": "Jan Lipavsky", "host": "POL", "date": "2024-05-16"},
        ],
    ),
    (
        "2024-05-20",
        "The state visit of King Felipe VI to the Netherlands, planned for 17-18 April 2024, went ahead as scheduled. Spain and the Netherlands are partners.",
        [{"kind": "visit", "visitor": "Felipe VI", "host": "NLD", "date": "2024-04-17/2024-04-18"}],
    ),
    (
        "2024-05-20",
        "Uruguay's Luis Lacalle Pou hosted Paraguayan President Santiago Pena at the Suarez residence on 8 November 2023.",
        [{"kind": "meeting", "states": ["URY", "PRY"], "date": "2023-11-08"}],
    ),
    (
        "2024-05-20",
        "Oman's Sultan Haitham bin Tarik will be the guest of Kuwait on 13 May 2024, the Kuwait News Agency reported.",
        [{"kind": "visit", "visitor": "Haitham bin Tarik", "host": "KWT", "date": "2024-05-13", "status": "planned"}],
    ),
    (
        "2024-05-20",
        "The minister for agriculture of Namibia, Calle Schlettwein, met his Angolan opposite number on the sidelines of the SADC meeting in Luanda on 8 March 2024.",
        [{"kind": "meeting", "states": ["NAM", "AGO"], "date": "2024-03-08"}],
    ),
    (
        "2024-05-20",
        "Consultations took place between Deputy Foreign Minister of Belarus Yuri Ambrazevich and Deputy Foreign Minister of Cuba Gerardo Penalver in Minsk on 21 February 2024.",
        [{"kind": "meeting", "states": ["BLR", "CUB"], "date": "2024-02-21"}],
    ),
    (
        "2024-05-20",
        "The talks between Lebanon's caretaker prime minister, Najib Mikati, and the Cypriot president, Nikos Christodoulides, lasted two hours. They were held in Beirut on 2 May 2024.",
        [{"kind": "meeting", "states": ["LBN", "CYP"]}],
    ),
    (
        "2024-05-20",
        "Invited by President Abdel Fattah el-Sirri, Sudan's army chief Abdel Fattah al-Burhan flew to Cairo on 29 February 2024.",
        [{"kind": "visit", "visitor": "Abdel Fattah al-Burhan", "host": "EGY", "date": "2024-02-29"}],
    ),
    (
        "2024-05-20",
        "Chad has closed its embassy in Tripoli, the Libyan foreign ministry confirmed on 4 May 2024.",
        [{"kind": "tie", "type": "embassy", "between": ["TCD", "LBY"], "date": "2024-05-04"}],
    ),
    (
        "2024-05-20",
        "Denmark and Greenland's Nordic neighbour Iceland exchanged resident ambassadors in 1947. Denmark and Iceland are close.",
        [{"kind": "tie", "type": "ambassador", "between": ["ISL", "DNK"], "date": "1947"}],
    ),
    (
        "2024-05-20",
        "Mongolia and Kyrgyzstan raised their relations to the level of a comprehensive partnership during the visit on 20 November 2023.",
        [{"kind": "tie", "type": "strategic-partnership", "between": ["KGZ", "MNG"], "date": "2023-11-20"}],
    ),
    (
        "2024-05-20",
        "Sri Lankan and Maldivian coast guards finished the Dosti drill off Male on 25 February 2024. Sri Lanka and Maldives joined India.",
        [{"kind": "event", "name": "Dosti drill", "type": "exercise", "date": "2024-02-25"}],
    ),
    (
        "2024-05-20",
        "The planned trip of Burundi's foreign minister Albert Shingiro to Kampala, Uganda, has been put off to June 2024.",
        [{"kind": "visit", "visitor": "Albert Shingiro", "host": "UGA", "date": "2024-06", "status": "postponed"}],
    ),
    ("2024-05-20", "Cameroon's Paul Biya did not travel to Libreville. Gabon said it understood.", []),
    ("2024-05-20", "Kazakh trains pass through the town daily. Kazakhstan and Mongolia have no common border.", []),
    (
        "2024-05-20",
        "The book tells of a meeting of minds between Portuguese and Angolan poets. Portugal and Angola share a language.",
        [],
    ),
    ("2024-05-20", "A visit to the doctor costs 20 euros in Austria and 15 in Slovenia.", []),
    ("2024-05-20", "Tourists from Jordan visited Egypt in great numbers.", []),
    ("2024-05-20", "Tunisia's airline opened a ticket office in Algiers in 2019. Algeria is a big market.", []),
    ("2024-05-20", "Relations between Serbia and Montenegro have been cool.", []),
    ("2024-05-20", "The Bulgarian minister said a meeting would make no sense. North Macedonia disagreed.", []),
    ("2024-05-20", "Swiss exporters met their targets in Liechtenstein last year.", []),
    ("2024-05-20", "Fans of both teams, from Uruguay and Chile, were seen in the streets.", []),
    ("2024-05-20", "The ambassador of Vietnam in Vientiane lives in Laos with his family.", []),
    ("2024-05-20", "A strategic partnership takes years to build, the Omani analyst said in Iran.", []),
    ("2024-05-20", "The president of the Ghana football association visited the stadium of Togo's champions.", []),
    ("2024-05-20", "Membership of the EU brings Slovenia rules and money, and Austria too.", []),
    (
        "2024-05-20",
        "A ministerial-level conversation was held online on 30 April 2024 by Honduras's Enrique Reina and Guatemala's Carlos Ramiro Martinez, the two foreign ministers.",
        [{"kind": "meeting", "states": ["HND", "GTM"], "mode": "video", "date": "2024-04-30"}],
    ),
    (
        "2024-05-20",
        "Eswatini is one of the few states with an embassy in Taipei; Taiwan opened its embassy in Mbabane in 1968.",
        [{"kind": "tie", "type": "embassy", "between": ["TWN", "SWZ"], "date": "1968"}],
    ),
    (
        "2024-05-20",
        "Yerevan and Riyadh established diplomatic ties on 25 November 2023 by exchange of notes in Abu Dhabi. Armenia and Saudi Arabia had none before.",
        [{"kind": "tie", "type": "diplomatic-relations", "between": ["SAU", "ARM"], "date": "2023-11-25"}],
    ),
    (
        "2024-05-20",
        "The friendship days of Benin and Nigeria will open in Porto-Novo on 2 June 2024 with a parade and a craft fair.",
        [
            {
                "kind": "event",
                "name": "friendship days of Benin and Nigeria",
                "type": "celebration",
                "date": "2024-06-02",
                "status": "planned",
            }
        ],
    ),
    (
        "2024-05-20",
        "Turkmenistan sent 300 tonnes of flour as a gift to Afghanistan in October 2023.",
        [{"kind": "event", "name": "Turkmenistan flour aid", "type": "aid", "date": "2023-10"}],
    ),
    (
        "2023-10-18",
        "Luanda, 17 Oct (ANGOP) - Angolan President João Lourenço and his Congolese counterpart, Félix Tshilombe, conferred in Luanda on Tuesday on the situation in the east of the Democratic Republic of the Congo.",
        [{"kind": "meeting", "states": ["COD", "AGO"], "date": "2023-10-17"}],
    ),
    (
        "2023-10-18",
        "Bulgaria's Rumen Radev and North Macedonia's Stevo Pendarovski exchanged views on minority rights in Skopje on 4 February 2023. Radev is the president of Bulgaria and Pendarovski of North Macedonia.",
        [{"kind": "meeting", "states": ["MKD", "BGR"], "date": "2023-02-04"}],
    ),
    (
        "2023-10-18",
        '"I had a long phone conversation with Prime Minister Kyriakos Mitsotakis of Greece on Monday," Cypriot President Nikos Christodoulides told reporters.',
        [{"kind": "meeting", "states": ["CYP", "GRC"], "mode": "phone", "date": "2023-10-16"}],
    ),
    (
        "2023-10-18",
        "A video call took place on 11 October 2023 between Icelandic Foreign Minister Thordis Gylfadottir and her Norwegian colleague Anniken Huitfeldt.",
        [{"kind": "meeting", "states": ["ISL", "NOR"], "mode": "video", "date": "2023-10-11"}],
    ),
    (
        "2023-10-18",
        "Trade was on the table when Ugandan President Yoweri Musenyi sat with President William Rutere of Kenya in Entebbe on 13 October 2023.",
        [{"kind": "meeting", "states": ["UGA", "KEN"], "date": "2023-10-13"}],
    ),
    (
        "2023-10-18",
        "Singaporean Defence Minister Ng Eng Hen called on Brunei's Sultan Hassanal Bolkiah on 9 October 2023.",
        [{"kind": "meeting", "states": ["SGP", "BRN"], "date": "2023-10-09"}],
    ),
    (
        "2023-10-18",
        "The transport ministers of Senegal and Mauritania, El Malick Ndiaye and Ely Ould Fery, went over the timetable of the Rosso bridge on 2 October 2023.",
        [{"kind": "meeting", "states": ["MRT", "SEN"], "date": "2023-10-02"}],
    ),
    (
        "2023-10-18",
        "Finland's Sauli Niinisto is in Oslo from 10 to 12 October 2023 on a state visit at the invitation of King Harald V of Norway.",
        [{"kind": "visit", "visitor": "Sauli Niinisto", "host": "NOR", "date": "2023-10-10/2023-10-12"}],
    ),
    (
        "2023-10-18",
        "Having concluded her three-day trip to Suva, Samoan Prime Minister Fiame Naomi Mata'afa returned to Apia on 6 October 2023. Fiji hosted her.",
        [{"kind": "visit", "visitor": "Fiame Naomi Mata'afa", "host": "FJI", "date": "2023-10-04/2023-10-06"}],
    ),
    (
        "2023-10-18",
        "Guinea-Bissau's president, Umaro Sissoco Embalo, will make his way to Praia, Cape Verde, on 27 October 2023.",
        [
            {
                "kind": "visit",
                "visitor": "Umaro Sissoco Embalo",
                "host": "CPV",
                "date": "2023-10-27",
                "status": "planned",
            }
        ],
    ),
    (
        "2023-10-18",
        "Dutch Prime Minister Mark Rutte drove to Brussels for dinner with Belgian counterpart Alexander De Croo on 5 October 2023.",
        [
            {"kind": "meeting", "states": ["NLD", "BEL"], "date": "2023-10-05"},
            {"kind": "visit", "visitor": "Mark Rutte", "host": "BEL", "date": "2023-10-05"},
        ],
    ),
    (
        "2023-10-18",
        "The Thai premier, Srettha Thavisin, flies out to Vientiane for a working visit on October 30, the Lao news agency said.",
        [{"kind": "visit", "visitor": "Srettha Thavisin", "host": "LAO", "date": "2023-10-30", "status": "planned"}],
    ),
    (
        "2023-10-18",
        "A visit by the Emir of Kuwait to Muscat foreseen for 24 October 2023 has been scrapped. Oman's court gave no reason.",
        [{"kind": "visit", "visitor": "Emir of Kuwait", "host": "OMN", "date": "2023-10-24", "status": "cancelled"}],
    ),
    (
        "2023-10-18",
        "Tanzania and Zambia have been linked by diplomatic relations since 1964.",
        [{"kind": "tie", "type": "diplomatic-relations", "between": ["ZMB", "TZA"], "date": "1964"}],
    ),
    (
        "2023-10-18",
        "In 2010 Malaysia opened an honorary consulate in Gaborone, Botswana.",
        [{"kind": "tie", "type": "consulate", "between": ["MYS", "BWA"], "date": "2010"}],
    ),
    (
        "2023-10-18",
        "Bolivia broke off diplomatic relations with Israel on 31 October 2009 and restored them in 2019.",
        [
            {"kind": "tie", "type": "diplomatic-relations", "between": ["BOL", "ISR"], "date": "2009-10-31"},
            {"kind": "tie", "type": "diplomatic-relations", "between": ["BOL", "ISR"], "date": "2019"},
        ],
    ),
    (
        "2023-10-18",
        "Estonia downgraded its relations with Belarus to the level of charge d'affaires on 1 February 2023.",
        [{"kind": "tie", "type": "diplomatic-relations", "between": ["EST", "BLR"], "date": "2023-02-01"}],
    ),
    (
        "2023-10-18",
        "Australia announced in March 2023 that it would reopen its embassy in Kyiv. Ukraine welcomed this.",
        [{"kind": "tie", "type": "embassy", "between": ["AUS", "UKR"], "status": "planned"}],
    ),
    (
        "2023-10-18",
        "Japan and Ecuador lifted their bond to a strategic partnership in 2022.",
        [{"kind": "tie", "type": "strategic-partnership", "between": ["ECU", "JPN"], "date": "2022"}],
    ),
    (
        "2023-10-18",
        "Nigerien citizens will be able to enter Algeria without visas from 1 November 2023.",
        [{"kind": "tie", "type": "visa-regime", "between": ["NER", "DZA"], "date": "2023-11-01", "status": "planned"}],
    ),
    (
        "2023-10-18",
        "Kuwait's embassy in Beirut was shut and its staff flown home on 30 October 2021. Lebanon regretted it.",
        [{"kind": "tie", "type": "embassy", "between": ["KWT", "LBN"], "date": "2021-10-30"}],
    ),
    (
        "2023-10-18",
        "Moldova expelled 45 Russian diplomats and embassy staff in August 2023.",
        [{"kind": "event", "name": "expulsion of 45 Russian diplomats", "type": "expulsion", "date": "2023-08"}],
    ),
    (
        "2023-10-18",
        "Kazakhstan and Mongolia ran a joint search-and-rescue drill on the border on 21 September 2023.",
        [
            {
                "kind": "event",
                "name": "joint search-and-rescue drill on the border",
                "type": "exercise",
                "date": "2023-09-21",
            }
        ],
    ),
    (
        "2023-10-18",
        "The Days of Uzbek Cinema opened in Baku, Azerbaijan, on 3 October 2023. Uzbekistan brought five films.",
        [{"kind": "event", "name": "Days of Uzbek Cinema", "type": "celebration", "date": "2023-10-03"}],
    ),
    (
        "2023-10-18",
        "Zimbabwe banned imports of South African maize on 1 August 2023.",
        [
            {
                "kind": "event",
                "name": "Zimbabwe ban on imports of South African maize",
                "type": "sanction",
                "date": "2023-08-01",
            }
        ],
    ),
    (
        "2023-10-18",
        "Eritrea freed 11 Yemeni fishermen on 14 June 2023, Yemen's coast guard said.",
        [{"kind": "event", "name": "release of 11 Yemeni fishermen", "date": "2023-06-14"}],
    ),
    (
        "2023-10-18",
        "The Morocco-Spain Business Forum met in Marrakesh on 2 February 2023.",
        [{"kind": "event", "name": "Morocco-Spain Business Forum", "type": "forum", "date": "2023-02-02"}],
    ),
    (
        "2023-10-18",
        "India shipped 20,000 tonnes of wheat to Afghanistan through Chabahar in March 2023.",
        [{"kind": "event", "name": "India wheat aid to Afghanistan", "type": "aid", "date": "2023-03"}],
    ),
    (
        "2023-10-18",
        "Lithuania slapped sanctions on 20 Georgian officials on 11 October 2023.",
        [
            {
                "kind": "event",
                "name": "Lithuania sanctions on 20 Georgian officials",
                "type": "sanction",
                "date": "2023-10-11",
            }
        ],
    ),
    (
        "2023-10-18",
        "The naval exercise Sea Breeze, hosted by Bulgaria with Romania, wrapped up on 25 September 2023.",
        [{"kind": "event", "name": "naval exercise Sea Breeze", "type": "exercise", "date": "2023-09-25"}],
    ),
    (
        "2023-10-18",
        "Timor-Leste joined the WTO in 2024, and Tonga did so in 2007.",
        [{"kind": "membership", "state": "TLS", "organisation": "WTO", "date": "2024"}],
    ),
    (
        "2023-10-18",
        "Albania and North Macedonia, both members of NATO, opened accession talks with the EU in July 2022.",
        [
            {"kind": "membership", "state": "MKD", "organisation": "NATO"},
            {"kind": "membership", "state": "ALB", "organisation": "NATO"},
        ],
    ),
    ("2023-10-18", "The presidents of the two football clubs met in Doha. Qatar and Bahrain sent teams.", []),
    (
        "2023-10-18",
        "Polish Prime Minister Mateusz Morawiecki said that Lithuanian President Gitanas Nauseda was right.",
        [],
    ),
    ("2023-10-18", "Chilean Foreign Minister Alberto van Klaveren thanked the Peruvian minister for the letter.", []),
    ("2023-10-18", "The Egyptian ambassador in Khartoum gave an interview to a Sudanese daily.", []),
    ("2023-10-18", "Danish customs officers met a consignment of bulbs from the Netherlands.", []),
    ("2023-10-18", "Trips to Laos are cheap, a Thai travel agent said.", []),
    ("2023-10-18", "Relations between the Czech Republic and Slovakia are excellent.", []),
    ("2023-10-18", "The consulate of Tunisia in Palermo, Italy, has a library.", []),
    ("2023-10-18", "A visa for Rwanda costs 50 dollars in Burundi.", []),
    ("2023-10-18", "The exercise of power in Mali and Niger is in the hands of soldiers.", []),
    ("2023-10-18", "Latvian exporters want EU membership for Georgia.", []),
    ("2023-10-18", "Congolese women released a song about Angola.", []),
    ("2023-10-18", "Iraq's minister reviewed the figures that Jordan's minister had sent him.", []),
    ("2023-10-18", "The Maltese president lives in a palace, the Tunisian president in another.", []),
    (
        "2025-05-20",
        "Germany brought controls back to the Danish border on 16 October 2023; Denmark replied in kind on 7 July 2024.",
        [
            {"kind": "event", "date": "2023-10-16", "states": ["DEU", "DNK"]},
            {"kind": "event", "date": "2024-07-07", "states": ["DEU", "DNK"]},
        ],
    ),
    (
        "2025-05-20",
        "Ghana thanked the people of Togo for the 2,300 tons of humanitarian aid sent after the floods.",
        [{"kind": "event", "type": "aid", "states": ["GHA", "TGO"]}],
    ),
    (
        "2025-05-20",
        "Chad also handed over 35 dialysis machines for hospitals in Niger on 3 March.",
        [{"kind": "event", "type": "aid", "date": "2025-03-03"}],
    ),
    (
        "2025-05-20",
        "Togo presented Benin with ten patrol motorcycles on 7 May.",
        [{"kind": "event", "name": "donation of ten patrol motorcycles", "type": "aid"}],
    ),
    (
        "2025-05-20",
        "Three Gambian rustlers who had lost their way were handed over to Senegal at Keur Ayip on 3 May. Gambia said so.",
        [{"kind": "event", "name": "handover of Three Gambian rustlers", "date": "2025-05-03"}],
    ),
    (
        "2025-05-20",
        "Last month Kenya lodged a complaint against Uganda with the East African Court of Justice.",
        [{"kind": "event", "states": ["KEN", "UGA"], "date": "2025-04"}],
    ),
    (
        "2025-05-20",
        "Chile and Argentina agreed to reopen consultations on glaciers. The first round is pencilled in for 18 November in Mendoza.",
        [{"kind": "event", "type": "consultation", "date": "2025-11-18", "status": "planned"}],
    ),
    (
        "2025-05-20",
        "Bad news for sailors: the Finnish-Estonian regatta off Hanko, set for 21 June, is off.",
        [{"kind": "event", "name": "Finnish-Estonian regatta", "status": "cancelled", "type": "tournament"}],
    ),
    (
        "2025-05-20",
        "Peru on Monday handed the Ecuadorean ambassador in Lima a note of protest over the felling of boundary posts.",
        [{"kind": "event", "date": "2025-05-19", "states": ["PER", "ECU"]}],
    ),
    (
        "2025-05-20",
        "Two men from the Indian High Commission were told last night to get out of Nepal.",
        [{"kind": "event", "type": "expulsion", "states": ["IND", "NPL"]}],
    ),
    (
        "2025-05-20",
        "Burundi's ambassador to Kigali, Deo Nkesh, was recalled for consultations on Tuesday.",
        [
            {
                "kind": "tie",
                "type": "ambassador",
                "between": ["BDI", "RWA"],
                "action": "suspended",
                "date": "2025-05-20",
                "place": "Kigali",
            }
        ],
    ),
    (
        "2025-05-20",
        "Algeria pulled its own envoy out of Rabat, Morocco, in July 2021 and has not sent a replacement.",
        [{"kind": "tie", "type": "ambassador", "between": ["DZA", "MAR"], "action": "suspended", "status": "reported"}],
    ),
    (
        "2025-05-20",
        "Nigeria has had no ambassador in Cotonou, Benin, since September 2023.",
        [{"kind": "tie", "type": "ambassador", "between": ["NGA", "BEN"], "action": "suspended", "date": "2023-09"}],
    ),
    (
        "2025-05-20",
        "Visa-free travel of up to 30 days has applied to citizens of Mongolia and Kazakhstan since 2014.",
        [{"kind": "tie", "type": "visa-regime", "between": ["MNG", "KAZ"], "action": "established", "date": "2014"}],
    ),
    (
        "2025-05-20",
        "From 1 July Azerbaijani citizens will not need visas for stays of up to 30 days in Albania.",
        [{"kind": "tie", "type": "visa-regime", "action": "established", "date": "2025-07-01", "status": "planned"}],
    ),
    (
        "2025-05-20",
        "Narva in Estonia and Kotka in Finland, which have been twinned since 1980, share a choir.",
        [{"kind": "tie", "type": "sister-cities", "between": ["Narva", "Kotka"], "date": "1980"}],
    ),
    (
        "2025-05-20",
        "Kuwait's statement said imports of Iraqi dates were suspended on 3 May until further notice.",
        [
            {
                "kind": "tie",
                "type": "trade-regime",
                "between": ["KWT", "IRQ"],
                "action": "suspended",
                "date": "2025-05-03",
            }
        ],
    ),
    (
        "2025-05-20",
        "Sri Lanka cut the duty on Indian onions from 40 to 10 rupees a kilo on 1 May.",
        [
            {
                "kind": "tie",
                "type": "trade-regime",
                "between": ["IND", "LKA"],
                "action": "upgraded",
                "date": "2025-05-01",
            }
        ],
    ),
    ("2025-05-20", "Oman had advised Kuwait against severing relations with Lebanon outright.", []),
    ("2025-05-20", "Kuwaiti patrols held talks with Iraqi ones; a note of protest had been drafted but not sent.", []),
    ("2025-05-20", "Some 31,400 Haitians returned to Haiti from the Dominican Republic in September.", []),
    ("2025-05-20", "The ambassadors of Peru and Chile sent notes back and forth about the library.", []),
    (
        "2025-05-20",
        "By Decree 14 of 3 May the Government of Paraguay suspended the entry of poultry products from Brazil.",
        [{"kind": "event", "type": "sanction", "states": ["PRY", "BRA"], "date": "2025-05-03"}],
    ),
    (
        "2025-05-20",
        "South Sudan expelled the Kenyan deputy head of mission on Friday; Nairobi answered by expelling a South Sudanese attaché.",
        [{"kind": "event", "type": "expulsion", "date": "2025-05-16"}, {"kind": "event", "type": "expulsion"}],
    ),
    (
        "2025-05-20",
        "Norway has withdrawn its observers from the Philippines.",
        [{"kind": "event", "name": "withdrawal of observers", "states": ["NOR", "PHL"]}],
    ),
    (
        "2025-05-20",
        "It came three days after Botswana recalled its ambassador from Harare, Zimbabwe.",
        [{"kind": "tie", "type": "ambassador", "date": None}],
    ),
    (
        "2025-05-20",
        "Peru closed its embassy in Quito, Ecuador, on 19 May. Peru suspended visa-free travel with Ecuador.",
        [
            {"kind": "tie", "type": "embassy", "date": "2025-05-19"},
            {"kind": "tie", "type": "visa-regime", "action": "suspended", "date": None},
        ],
    ),
    (
        "2025-05-20",
        "Peru suspended visa-free travel with Ecuador on 19 May. Peru suspended visa-free travel with Ecuador after a quarrel.",
        [{"kind": "tie", "type": "visa-regime", "action": "suspended", "date": "2025-05-19"}],
    ),
    (
        "2025-05-20",
        "The presidents of Peru and Ecuador, meeting in Lima on 19 May, decided to elevate relations to a strategic partnership.",
        [
            {"kind": "meeting", "states": ["PER", "ECU"], "date": "2025-05-19"},
            {"kind": "tie", "type": "strategic-partnership", "date": "2025-05-19"},
        ],
    ),
    (
        "2025-05-20",
        "The presidents of Peru and Ecuador met in Lima on 19 May. Peru and Ecuador have elevated relations to a strategic partnership.",
        [
            {"kind": "meeting", "states": ["PER", "ECU"], "date": "2025-05-19"},
            {"kind": "tie", "type": "strategic-partnership", "date": None},
        ],
    ),
    ("2025-05-20", "Finland handed over the presidency of the Barents Council to Norway on 3 May.", []),
    ("2025-05-20", "In April Kenya released figures on Ugandan imports, and Chile recalled Argentine cars.", []),
]


@pytest.mark.parametrize(("published", "text", "wanted"), ROWS, ids=[t[:50] for _, t, _ in ROWS])
def test_last_contacts(published: str, text: str, wanted: list[Mapping[str, object]]) -> None:
    check(claims(text, published, *_KINDS), wanted)
