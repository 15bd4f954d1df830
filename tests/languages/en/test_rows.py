"""Tables of papers, sessions, contacts, members and missions, told row by row."""

from __future__ import annotations

from typing import Any

import pytest
from tests.languages.en.reading import check, claims

DAY = "2024-11-02"


def _told(text: str, *kinds: str) -> list[dict[str, Any]]:
    return claims(text, DAY, *kinds)


def test_papers_by_columns_of_days() -> None:
    found = _told(
        "Treaties between Peru and Thailand\n"
        "No.\tTitle\tDate of signature\tPlace\tEntry into force\n"
        "1\tTreaty on Extradition\t3 May 1999\tLima\t4 June 2001\n"
        "2\tAgreement on Tea\t12.05.2005\tBangkok\t-",
        "agreement",
    )
    check(
        found,
        [
            {"title": "Treaty on Extradition", "action": "signed", "date": "1999-05-03", "place": "Lima"},
            {"title": "Treaty on Extradition", "action": "in-force", "date": "2001-06-04", "parties": ["PER", "THA"]},
            {"title": "Agreement on Tea", "action": "signed", "date": "2005-05-12", "place": "Bangkok"},
        ],
    )


def test_papers_by_words_of_their_status() -> None:
    found = _told(
        "Papers of Peru and Thailand\n"
        "Document\tSigned on\tStatus\n"
        "Agreement on air services\t1 March 2012\tprolonged to 2030 on 7 July 2022\n"
        "Memorandum of understanding on tourism\t4 March 2019\tnot in force\n"
        "Protocol on customs\t\tunder negotiation",
        "agreement",
    )
    check(
        found,
        [
            {"title": "Agreement on air services", "action": "signed", "date": "2012-03-01"},
            {"action": "extended", "date": "2022-07-07", "expires": "2030"},
            {"title": "Memorandum of understanding on tourism", "action": "signed", "date": "2019-03-04"},
            {"title": "Protocol on customs", "action": "negotiated", "date": None},
        ],
    )


def test_who_is_bound_by_a_convention() -> None:
    found = _told(
        "Status of the Convention on Rivers (Lima, 3 May 2001)\n"
        "State\tSigned\tRatified\n"
        "Peru\t03/05/2001\t14/06/2003\n"
        "Chile\t03/05/2001\t\n"
        "Kenya\t-\tacceded 2004",
        "agreement",
    )
    check(
        found,
        [
            {"title": "Convention on Rivers", "parties": ["PER"], "action": "signed", "date": "2001-05-03"},
            {"parties": ["PER"], "action": "ratified", "date": "2003-06-14"},
            {"parties": ["CHL"], "action": "signed", "date": "2001-05-03"},
            {"parties": ["KEN"], "action": "ratified", "date": "2004"},
        ],
    )


def test_treaties_with_each_partner() -> None:
    found = _told(
        "Investment treaties of Georgia\nPartner\tSigned\tIn force\nPeru\t3 May 1999\t4 June 2001\nKenya\t5 May 2003\t-",
        "agreement",
    )
    check(found, [{"parties": ["PER", "GEO"]}, {"parties": ["PER", "GEO"]}, {"parties": ["KEN", "GEO"]}])


def test_states_in_columns() -> None:
    found = _told(
        "Convention on Winds: who stands where\n\tPeru\tChile\nSigned\t14 May 2010\t28 Feb 2011\n"
        "In force since\t13 Oct 2014\t13 Oct 2014",
        "agreement",
    )
    check(
        found,
        [
            {"parties": ["PER"], "date": "2010-05-14", "action": "signed"},
            {"parties": ["CHL"], "date": "2011-02-28", "action": "signed"},
            {"parties": ["PER", "CHL"], "date": "2014-10-13", "action": "in-force"},
        ],
    )


def test_figures_are_no_papers() -> None:
    found = _told(
        "Trade agreements of Peru, millions\nPartner\t2021\t2022\nChile\t1,200\t1,350\nKenya\t95\t88",
        "agreement",
        "tie",
    )
    assert found == []


def test_sessions() -> None:
    found = _told(
        "Sessions of the Peruvian-Thai Joint Commission\n"
        "Session\tDate\tVenue\nI\t3-4 May 1999\tLima\nII\t6 June 2003\tBangkok\nIII\tplanned for 2026\tLima",
        "body",
    )
    check(
        found,
        [
            {"ordinal": 1, "date": "1999-05-03/1999-05-04", "place": "Lima", "action": "session-held"},
            {"ordinal": 2, "date": "2003-06-06", "place": "Bangkok", "action": "session-held"},
            {"ordinal": 3, "date": "2026", "action": "session-planned", "status": "planned"},
        ],
    )


def test_last_and_next_session() -> None:
    found = _told(
        "Mechanisms of Peru and Thailand\nMechanism\tLast session\tNext session\n"
        "Joint Commission on Trade\t5th, Lima, May 2023\t6th, Bangkok, planned for 2025\n"
        "Joint Committee on Rivers\t2nd, Bangkok, 3 June 2022\t-",
        "body",
    )
    check(
        found,
        [
            {"name": "Joint Commission on Trade", "ordinal": 5, "date": "2023-05", "action": "session-held"},
            {"name": "Joint Commission on Trade", "ordinal": 6, "date": "2025", "action": "session-planned"},
            {"name": "Joint Committee on Rivers", "ordinal": 2, "date": "2022-06-03", "place": "Bangkok"},
        ],
    )


def test_visits() -> None:
    found = _told(
        "Contacts of Peru and Thailand\nWhen\tWho\tWhere\tPurpose\n"
        "3 May 1999\tPrime Minister Somchai Deelert (THA)\tLima\ttea\n"
        "Sept 2018\tForeign Minister Juan Quispe (PER)\tBangkok\tpostponed\n"
        "2020\tno visits\t\t",
        "visit",
    )
    check(
        found,
        [
            {"visitor": "Somchai Deelert", "host": "PER", "sending": "THA", "date": "1999-05-03", "place": "Lima"},
            {"visitor": "Juan Quispe", "host": "THA", "sending": "PER", "date": "2018-09", "status": "postponed"},
        ],
    )


def test_visits_whose_way_the_title_tells() -> None:
    found = _told(
        "State visits by Thai leaders to Peru\nYear\tGuest\tDays\n"
        "2016\tPrime Minister Somchai Deelert\t19–21 April\n2019\tForeign Minister Anan Chaiyot\t5 May",
        "visit",
    )
    check(
        found,
        [
            {"visitor": "Somchai Deelert", "host": "PER", "sending": "THA", "date": "2016-04-19/2016-04-21"},
            {"visitor": "Anan Chaiyot", "host": "PER", "date": "2019-05-05", "type": "state"},
        ],
    )


def test_talks() -> None:
    found = _told(
        "Contacts in 2023\nDate\tPlace\tParticipants\n"
        "3 May\tLima\tJuan Quispe (Peru), Anan Chaiyot (Thailand)\n"
        "6 June\tby telephone\tJuan Quispe (Peru), Anan Chaiyot (Thailand)",
        "meeting",
        "visit",
    )
    check(
        found,
        [
            {"states": ["PER", "THA"], "date": "2023-05-03", "place": "Lima", "mode": "in-person"},
            {"participants": ["Juan Quispe", "Anan Chaiyot"], "date": "2023-06-06", "mode": "phone"},
        ],
    )


def test_a_list_of_staff_tells_no_visits() -> None:
    found = _told(
        "Staff of the embassy of Peru in Thailand\nName\tPosition\tPlace\n"
        "Juan Quispe\tConsul\tBangkok\nAna Torres\tAttaché\tPhuket",
        "visit",
        "meeting",
    )
    assert found == []


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("joined 2016", {"action": "joined", "date": "2016"}),
        ("member", {"action": "member"}),
        ("left 1999", {"action": "left", "date": "1999"}),
        ("observer", {"action": "observer"}),
        ("never", None),
        ("–", None),
    ],
)
def test_members(cell: str, told: dict[str, Any] | None) -> None:
    found = _told(f"Who sits where\nState\tCSTO\tEAEU\nArmenia\t{cell}\tmember\nBelarus\tmember\tmember", "membership")
    other = [{"state": "ARM", "organisation": "EAEU"}] + [{"state": "BLR", "organisation": o} for o in ("CSTO", "EAEU")]
    check(found, other + ([{"state": "ARM", "organisation": "CSTO", **told}] if told else []))


def test_clubs_by_row() -> None:
    found = _told(
        "Where two neighbours belong\nOrganisation\tPeru\tChile\nAPEC\t1998\t1994\nOECD\tcandidate since 2022\t2010",
        "membership",
    )
    check(
        found,
        [
            {"state": "PER", "organisation": "APEC", "date": "1998"},
            {"state": "CHL", "organisation": "APEC", "date": "1994"},
            {"state": "PER", "organisation": "OECD", "action": "candidate"},
            {"state": "CHL", "organisation": "OECD", "action": "joined"},
        ],
    )


def test_missions() -> None:
    found = _told(
        "Missions tracker: third quarter of 2023\nSender\tHost city\tWhat\tDay\n"
        "Kenya\tLima\tembassy opened\t19 July\nPeru\tNairobi\tembassy closed\t31 August\n"
        "Chile\tTbilisi\tembassy planned\t2025",
        "tie",
    )
    check(
        found,
        [
            {"between": ["KEN", "PER"], "action": "opened", "date": "2023-07-19", "place": "Lima"},
            {"between": ["PER", "KEN"], "action": "closed", "date": "2023-08-31", "place": "Nairobi"},
            {"between": ["CHL", "GEO"], "action": "opened", "date": "2025", "status": "planned"},
        ],
    )


def test_relations_by_partner() -> None:
    found = _told(
        "Diplomatic relations of Kosovo\nCountry\tDate of establishment\tEmbassy\n"
        "Peru\t3 May 2009\tLima\nKenya\t6 May 2015\t-",
        "tie",
    )
    relations = "diplomatic-relations"
    check(
        found,
        [
            {"type": relations, "between": ["PER", "XKX"], "date": "2009-05-03"},
            {"type": relations, "between": ["KEN", "XKX"], "date": "2015-05-06"},
        ],
    )


def test_visa_rules() -> None:
    found = _told(
        "Visa-free travel: answers of the Georgian ministry\nPartner\tStay\tApplies from\n"
        "Malaysia\t90 days\t1 December 2023\nIran\twithdrawn\t2 July 2013",
        "tie",
    )
    check(
        found,
        [
            {"type": "visa-regime", "between": ["GEO", "MYS"], "action": "established", "date": "2023-12-01"},
            {"type": "visa-regime", "between": ["GEO", "IRN"], "action": "suspended", "date": "2013-07-02"},
        ],
    )


def test_twin_towns() -> None:
    found = _told("Twin towns\nPeru\tThailand\tSince\nTrujillo\tChiang Mai\t2004\nArequipa\tPhuket\t2010", "tie")
    check(
        found,
        [
            {"between": ["Trujillo", "Chiang Mai"], "date": "2004"},
            {"between": ["Arequipa", "Phuket"], "type": "sister-cities"},
        ],
    )


def test_days_of_cells_reach_what_other_cells_tell() -> None:
    found = _told(
        "Agenda of Peru and Thailand, June 2025\nDate\tEvent\n3 June\tPeruvian-Thai Joint Commission, 7th session\n"
        "10 June\tSong contest in Lima",
        "body",
    )
    check(found, [{"ordinal": 7, "date": "2025-06-03", "status": "planned"}])


def test_labels_with_what_became_of_them() -> None:
    found = _told(
        "Peru and Thailand\nJoint Commission on Trade\tfounded 1990; last session (5th) Lima, 3 May 2023\n"
        "Border Treaty\tsigned 5 June 2003, in force since 2005\nNumber of agreements\t12 (signed by 2003)",
        "body",
        "agreement",
    )
    check(
        found,
        [
            {"kind": "body", "action": "established", "date": "1990"},
            {"kind": "body", "action": "session-held", "ordinal": 5, "date": "2023-05-03", "place": "Lima"},
            {"kind": "agreement", "title": "Border Treaty", "action": "signed", "date": "2003-06-05"},
            {"kind": "agreement", "title": "Border Treaty", "action": "in-force", "date": "2005"},
        ],
    )


def test_partners_of_several_papers() -> None:
    found = _told(
        "Free trade agreements of Peru\nPartner\tStatus\tDate\nThailand\tsigned\t3 May 2009\nChile\tin force\t1 March 2009",
        "agreement",
    )
    check(
        found,
        [
            {"parties": ["THA", "PER"], "action": "signed", "date": "2009-05-03"},
            {"parties": ["CHL", "PER"], "action": "in-force", "date": "2009-03-01"},
        ],
    )


def test_trips_of_one_person() -> None:
    found = _told(
        "Trips abroad of President Juan Quispe of Peru\nDates\tCountry\tPurpose\n"
        "3-4 May 2023\tThailand\tstate visit\n6 June 2023\tPeru\tsummit\n7 July 2023\tKenya\tfair",
        "visit",
    )
    check(
        found,
        [
            {"visitor": "Juan Quispe", "host": "THA", "date": "2023-05-03/2023-05-04", "type": "state"},
            {"visitor": "Juan Quispe", "host": "KEN", "date": "2023-07-07"},
        ],
    )


def test_labels_of_clubs_and_relations() -> None:
    found = _told(
        "Peru\nCapital\tLima\nMember of\tAPEC and the OECD\nDiplomatic relations with Kenya\tsince 3 May 1970\n"
        "Embassies\t45 (2019)",
        "membership",
        "tie",
    )
    check(
        found,
        [
            {"state": "PER", "organisation": "APEC", "action": "member"},
            {"state": "PER", "organisation": "OECD"},
            {"type": "diplomatic-relations", "between": ["KEN", "PER"], "date": "1970-05-03"},
        ],
    )
