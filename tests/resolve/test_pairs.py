"""Claims of one thing and claims of two, kind by kind, with near misses. Every pair comes from two documents."""

from __future__ import annotations

from typing import Any

import pytest

from .helpers import claim, records

BORDER = {"parties": ["TJK", "KGZ"], "form": "treaty", "topic": ["border"], "action": "signed"}
RAHMON = {"visitor": "Emomali Rahmon", "host": "KGZ", "sending": "TJK"}
TRADE = {"measure": "trade-turnover", "about": ["TJK", "KGZ"], "unit": "USD"}
TALKS = {"states": ["TJK", "KGZ"], "participants": ["Emomali Rahmon", "Sadyr Japarov"]}
SESSION = {"name": "Intergovernmental Commission on Trade", "parties": ["TJK", "KGZ"]}
CLASH = {"states": ["KGZ", "TJK"], "type": "clash"}
LINE = {"name": "Datka-Sughd power line", "type": "power-line", "states": ["TJK", "KGZ"]}
PAPER = {"parties": ["TJK", "KGZ"], "form": "memorandum"}
FERRY = {"mode": "sea", "from_": "Agadir", "to": "Dakar"}
DEAD = {"measure": "killed", "about": ["TJK", "KGZ"]}
AIM = {"by": ["KGZ", "TJK"], "topic": ["trade"], "target": 500000000, "unit": "USD"}

SAME: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    # agreements
    ("agreement", BORDER | {"title": "Treaty on the State Border", "date": "2025-03-13"},
     BORDER | {"title": "Treaty on the Delimitation and Demarcation of the Kyrgyz-Tajik Border",
     "date": "2025-03-12/2025-03-13"}),
    ("agreement", {"title": "Agreement on Water", "parties": ["TJK", "KGZ"], "date": "2024-05-01", "action": "signed"},
     {"title": "water agreement", "parties": ["KGZ", "TJK"], "date": "2025-01-10", "action": "ratified"}),
    ("agreement", {"title": "Agreement on Water", "parties": ["TJK", "KGZ"], "date": "2024-05-01", "action": "signed"},
     {"title": "Agreement on Water", "parties": ["TJK", "KGZ"], "date": "2024-05-03", "action": "signed"}),
    ("agreement", {"count": 14, "parties": ["TJK", "KGZ"], "date": "2025-03-12/2025-03-13", "action": "signed"},
     {"count": 14, "parties": ["KGZ", "TJK"], "date": "2025-03-13", "action": "signed"}),
    ("agreement", {"count": 14, "parties": ["TJK", "KGZ"], "date": "2025-03-13", "action": "signed"},
     {"count": 16, "parties": ["KGZ", "TJK"], "date": "2025-03-13", "action": "signed"}),
    ("agreement", {"title": "Khujand Declaration on Eternal Friendship", "parties": ["TJK", "KGZ", "UZB"],
     "date": "2025-03-31"},
     {"title": "Khujand Declaration on Eternal Friendship", "parties": ["TJK", "KGZ"], "date": "2025-03-31"}),
    ("agreement", PAPER | {"title": "memorandum on cross-border peace", "date": "2019-09", "place": "Moroto"},
     PAPER | {"title": "Moroto memorandum", "date": "2019"}),
    ("agreement", PAPER | {"title": "Memorandum on Water", "date": "2023-11-14", "action": "ratified"},
     PAPER | {"title": "Memorandum on Water", "date": "2024-02-02", "action": "ratified"}),
    # visits and meetings
    ("visit", RAHMON | {"date": "2025-03-12/2025-03-13"}, RAHMON | {"date": "2025-03"}),
    ("visit", RAHMON | {"date": "2025-03-12/2025-03-13", "office": "President"},
     {"visitor": "President of Tajikistan", "host": "KGZ", "date": "2025-03-12"}),
    ("visit", RAHMON | {"date": "2025-03-12"}, {"visitor": "Rakhmon", "host": "KGZ", "date": "2025-03-12"}),
    ("visit", RAHMON | {"date": "2025-03-12"}, RAHMON | {"date": "2025-03-14"}),
    ("visit", RAHMON | {"date": "2025-03-12", "type": "state"}, RAHMON | {"type": "state"}),
    ("meeting", TALKS | {"date": "2025-03-12"}, TALKS | {"participants": ["Rahmon"], "date": "2025-03-12/2025-03-13"}),
    ("meeting", TALKS | {"date": "2025-03-12"}, {"states": ["KGZ", "TJK"], "date": "2025-03-12"}),
    ("meeting", TALKS | {"date": "2025-03-12"}, TALKS | {"participants": ["Emomali Rahmon", "Sadyr Japarov",
     "Kokhir Rasulzoda"], "date": "2025-03-12"}),
    # bodies, events
    ("body", SESSION | {"action": "session-planned", "ordinal": 17, "date": "2021-Q1"},
     SESSION | {"action": "session-held", "ordinal": 17, "date": "2021-03-20"}),
    ("body", SESSION | {"action": "session-planned", "date": "2021-Q1"}, SESSION | {"action": "session-held",
     "date": "2021-05-20"}),
    ("event", {"name": "joint celebration of Nowruz", "states": ["KGZ", "TJK"], "date": "2025-03-31"},
     {"name": "International Nowruz celebration", "states": ["TJK", "KGZ", "UZB"], "date": "2025-03-31"}),
    ("event", {"name": "Nowruz celebration", "states": ["KGZ", "TJK"], "date": "2025-03-31"},
     {"name": "Nowruz celebration", "states": ["TJK", "KGZ"], "date": "2025-03-21"}),
    # figures and promises
    ("indicator", DEAD | {"period": "2021-04-28", "value": 7, "unit": "people"},
     DEAD | {"period": "2021-04-28/2021-04-29", "value": 9}),
    ("indicator", {"measure": "voltage", "value": 220, "unit": "kV", "about": ["Nam Mo–Tuong Duong power line"]},
     {"measure": "voltage", "value": 220, "unit": "kV", "about": ["line from Nam Mo to Tuong Duong"]}),
    ("indicator", TRADE | {"period": "2024", "value": 12200000}, TRADE | {"period": "2024", "value": 12000000,
     "comparison": "gt"}),
    ("indicator", TRADE | {"period": "2024", "value": 12200000}, TRADE | {"period": "2024", "value": 77000000}),
    ("indicator", TRADE | {"period": "2024", "value": 12200000}, TRADE | {"period": "2024", "change": 4.3}),
    ("indicator", TRADE | {"period": "2024", "value": 5}, TRADE | {"period": "2024-01/2024-12", "value": 5}),
    ("indicator", {"measure": "exports", "about": ["TJK", "KGZ"], "period": "2024", "value": 5, "goods": "coal"},
     {"measure": "exports", "about": ["TJK", "KGZ"], "period": "2024", "value": 6, "goods": "coal"}),
    ("indicator", {"measure": "border-length", "about": ["TJK", "KGZ"], "value": 971, "unit": "km"},
     {"measure": "border-length", "about": ["KGZ", "TJK"], "value": 984, "unit": "km"}),
    ("commitment", AIM | {"what": "boost trade turnover to $500mn", "due": "2030"},
     AIM | {"what": "increase trade turnover to 500 million US dollars"}),
    ("commitment", {"by": ["KGZ"], "what": "open a consulate in Khujand", "due": "2026"},
     {"by": ["KGZ"], "what": "open a new consulate in Khujand", "due": "2026-06"}),
    # places on the ground
    ("crossing", {"name": "Kairagach", "action": "reopened", "states": ["TJK", "KGZ"]},
     {"name": "Kayragach", "action": "reopened", "states": ["TJK", "KGZ"], "date": "2025-03-13"}),
    ("crossing", {"name": "Guliston-Kyzyl-Bel", "action": "reopened", "states": ["TJK", "KGZ"]},
     {"name": "Kyzyl-Bel", "action": "reopened", "states": ["TJK", "KGZ"]}),
    ("crossing", {"name": "Kyzyl-Bel", "action": "closed", "states": ["TJK", "KGZ"], "date": "2021-05"},
     {"name": "Kyzyl-Bel", "action": "reopened", "states": ["TJK", "KGZ"], "date": "2025-03-13"}),
    ("incident", CLASH | {"date": "2021-04-28/2021-05-01", "place": "Batken"}, CLASH | {"date": "2021-04-29"}),
    ("incident", CLASH | {"date": "2021-04-28", "place": "Batken"}, CLASH | {"date": "2021-04-28",
     "type": "shooting", "place": "Batken"}),
    ("incident", CLASH | {"date": "2021-04-28", "place": "Vorukh"}, CLASH | {"date": "2021-04-28",
     "place": "Vorukh, Sughd region"}),
    ("project", LINE | {"action": "construction"}, LINE | {"action": "inaugurated", "date": "2025-03-31"}),
    ("project", LINE | {"action": "completed", "date": "2030", "status": "planned"},
     LINE | {"action": "completed", "date": "2025", "status": "postponed"}),
    ("transport", FERRY | {"action": "launched", "date": "2025-10-14"}, FERRY | {"action": "suspended", "date": "2026"}),
    ("transport", {"mode": "air", "from_": "Dushanbe", "to": "Bishkek", "action": "suspended"},
     {"mode": "air", "from_": "Bishkek", "to": "Dushanbe", "action": "resumed", "date": "2025-03-14"}),
    ("membership", {"state": "KGZ", "organisation": "CSTO"},
     {"state": "KGZ", "organisation": "CSTO", "action": "member"}),
    ("tie", {"type": "diplomatic-relations", "between": ["TJK", "KGZ"], "date": "1993-01-14"},
     {"type": "diplomatic-relations", "between": ["KGZ", "TJK"], "date": "1993"}),
    ("assessment", {"speaker": "Sadyr Japarov", "topic": ["border"], "stance": "positive"},
     {"speaker": "Sadyr Zhaparov", "topic": ["border"], "stance": "positive"}),
    ("assessment", {"speaker": "Sadyr Japarov", "topic": ["border", "trade"]},
     {"speaker": "Sadyr Japarov", "topic": ["trade"]}),
]  # fmt: skip

OTHER: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("agreement", BORDER | {"title": "Treaty on the State Border", "date": "2025-03-13"},
     BORDER | {"title": "Treaty on the Delimitation and Demarcation of the Kyrgyz-Tajik Border", "date": "2025-05-13"}),
    ("agreement", BORDER | {"title": "Treaty on the State Border", "date": "2025-03-13"},
     BORDER | {"title": "Protocol on the Border", "date": "2025-03-13", "form": "protocol"}),
    ("agreement", {"title": "Agreement on Water", "parties": ["TJK", "KGZ"]},
     {"title": "Agreement on Water", "parties": ["TJK", "UZB"]}),
    ("agreement", {"title": "Agreement on Water", "parties": ["TJK", "KGZ"], "date": "2004", "action": "signed"},
     {"title": "Agreement on Water", "parties": ["TJK", "KGZ"], "date": "2015", "action": "signed"}),
    ("agreement", {"count": 14, "parties": ["TJK", "KGZ"], "date": "2025-03-13", "action": "signed"},
     {"title": "Agreement on Water", "parties": ["TJK", "KGZ"], "date": "2025-03-13", "action": "signed"}),
    ("agreement", {"title": "programme of cooperation in culture", "parties": ["TJK", "KGZ"], "term": "2021/2023"},
     {"title": "programme of cooperation in culture", "parties": ["TJK", "KGZ"], "term": "2024/2026"}),
    ("agreement", PAPER | {"title": "memorandum on cross-border peace", "date": "2019-09", "place": "Kampala"},
     PAPER | {"title": "Moroto memorandum", "date": "2019"}),
    ("agreement", PAPER | {"title": "memorandum on cross-border peace", "date": "2019-09", "place": "Moroto"},
     PAPER | {"title": "Moroto memorandum", "date": "2021"}),
    ("agreement", PAPER | {"title": "Memorandum on Water", "date": "2004", "action": "ratified"},
     PAPER | {"title": "Memorandum on Water", "date": "2015", "action": "ratified"}),
    ("agreement", PAPER | {"title": "Memorandum on Water"}, PAPER | {"title": "second Memorandum on Water"}),
    ("visit", RAHMON | {"date": "2025-03-12"}, RAHMON | {"date": "2025-07-12"}),
    ("visit", RAHMON | {"date": "2025-03-12"}, RAHMON | {"host": "UZB", "date": "2025-03-12"}),
    ("visit", RAHMON | {"date": "2025-03-12"}, RAHMON | {"visitor": "Kokhir Rasulzoda", "date": "2025-03-12"}),
    ("visit", RAHMON | {"date": "2025-03-12", "office": "President"},
     {"visitor": "Foreign Minister of Tajikistan", "host": "KGZ", "sending": "TJK", "date": "2025-03-12"}),
    ("visit", RAHMON | {"date": "2025-03-12"}, RAHMON),
    ("visit", {"visitor": "Ilham Aliyev", "host": "TUR", "date": "2001"},
     {"visitor": "Heydar Aliyev", "host": "TUR", "date": "2001"}),
    ("meeting", {"states": ["TJK", "KGZ"]}, {"states": ["TJK", "KGZ"]}),
    ("meeting", TALKS | {"date": "2025-03-12"}, TALKS | {"date": "2025-03-31"}),
    ("meeting", TALKS | {"date": "2025-03-12"}, TALKS | {"participants": ["Kokhir Rasulzoda", "Adylbek Kasymaliev"],
     "date": "2025-03-12"}),
    ("meeting", TALKS | {"date": "2025-03-12"}, TALKS | {"participants": ["Emomali Rahmon", "Adylbek Kasymaliev"],
     "date": "2025-03-12"}),
    ("meeting", TALKS | {"date": "2025-03-31"}, TALKS | {"states": ["TJK", "KGZ", "UZB"], "date": "2025-03-31"}),
    ("body", SESSION | {"action": "session-held", "ordinal": 16}, SESSION | {"action": "session-held", "ordinal": 17}),
    ("body", SESSION | {"action": "session-planned", "date": "2021-Q1"}, SESSION | {"action": "session-held",
     "date": "2022-11-20"}),
    ("body", SESSION | {"action": "established", "date": "2010"}, SESSION | {"action": "session-held",
     "date": "2022-11-20"}),
    ("body", SESSION | {"action": "mentioned"}, SESSION | {"name": "Intergovernmental Council on Trade",
     "action": "mentioned"}),
    ("event", {"name": "Nowruz celebration", "states": ["KGZ", "TJK"], "date": "2025-03-21"},
     {"name": "Nowruz celebration", "states": ["KGZ", "TJK"], "date": "2026-03-21"}),
    ("indicator", TRADE | {"period": "2024", "value": 12200000}, TRADE | {"period": "2024-Q1", "value": 12200000}),
    ("indicator", TRADE | {"period": "2024", "value": 12200000}, TRADE | {"period": "2024", "value": 12200000,
     "unit": "KZT"}),
    ("indicator", TRADE | {"period": "2024", "value": 5}, TRADE | {"about": ["TJK", "KAZ"], "period": "2024",
     "value": 5}),
    ("indicator", {"measure": "exports", "about": ["TJK", "KGZ"], "period": "2024", "value": 5},
     {"measure": "exports", "about": ["KGZ", "TJK"], "period": "2024", "value": 5}),
    ("indicator", {"measure": "exports", "about": ["TJK", "KGZ"], "period": "2024", "value": 5, "goods": "coal"},
     {"measure": "exports", "about": ["TJK", "KGZ"], "period": "2024", "value": 5, "goods": "cotton"}),
    ("indicator", {"measure": "duration", "about": ["TJK", "KGZ"], "value": 23, "unit": "years"},
     {"measure": "duration", "about": ["TJK", "KGZ"], "value": 4, "unit": "years"}),
    ("indicator", TRADE | {"period": "2024", "value": 12200000}, TRADE | {"value": 60000000}),
    ("commitment", AIM | {"what": "boost trade", "due": "2030"}, AIM | {"what": "boost trade", "due": "2030",
     "unit": "EUR"}),
    ("commitment", AIM | {"what": "boost trade", "due": "2025"}, AIM | {"what": "boost trade", "due": "2030"}),
    ("commitment", {"by": ["KGZ"], "what": "open a consulate in Khujand"},
     {"by": ["UZB"], "what": "open a consulate in Khujand"}),
    ("crossing", {"name": "Kyzyl-Bel", "action": "closed", "date": "2021-05"},
     {"name": "Kyzyl-Bel", "action": "closed", "date": "2024-05"}),
    ("crossing", {"name": "Kyzyl-Bel", "action": "closed"}, {"name": "Kairagach", "action": "closed"}),
    ("incident", CLASH | {"date": "2021-04-28"}, CLASH | {"date": "2022-09-16"}),
    ("incident", CLASH, CLASH),
    ("incident", CLASH | {"place": "Kyrgyz-Tajik border"}, CLASH | {"date": "2021/2022",
     "place": "Kyrgyz-Tajik border"}),
    ("project", LINE | {"action": "announced"}, LINE | {"name": "Datka-Kemin power line", "action": "announced"}),
    ("project", {"name": "Kambarata HPP-1", "action": "announced"}, {"name": "Kambarata HPP-2", "action": "announced"}),
    ("transport", {"mode": "air", "from_": "Dushanbe", "to": "Bishkek", "action": "resumed"},
     {"mode": "air", "from_": "Khujand", "to": "Bishkek", "action": "resumed"}),
    ("transport", {"mode": "air", "from_": "Dushanbe", "to": "Bishkek", "action": "resumed"},
     {"mode": "rail", "from_": "Dushanbe", "to": "Bishkek", "action": "resumed"}),
    ("membership", {"state": "KGZ", "organisation": "CSTO"}, {"state": "TJK", "organisation": "CSTO"}),
    ("membership", {"state": "KGZ", "organisation": "CSTO"}, {"state": "KGZ", "organisation": "SCO"}),
    ("tie", {"type": "embassy", "between": ["KAZ", "TJK"], "place": "Dushanbe"},
     {"type": "embassy", "between": ["TJK", "KAZ"], "place": "Astana"}),
    ("assessment", {"speaker": "Sadyr Japarov", "topic": ["border"]}, {"speaker": "Sadyr Japarov", "topic": ["trade"]}),
    ("assessment", {"speaker": "Sadyr Japarov", "topic": ["border", "energy"]},
     {"speaker": "Sadyr Japarov", "topic": ["trade", "water"]}),
    ("transport", FERRY | {"action": "launched", "date": "2025-10-14"}, FERRY | {"action": "suspended", "date": "2019"}),
    ("project", LINE | {"action": "completed"}, LINE | {"name": "second Datka-Sughd power line", "action": "planned"}),
    ("indicator", DEAD | {"period": "2021-04-28", "value": 7}, DEAD | {"period": "2021-04", "value": 9}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "a", "b"), SAME)
def test_one_thing(kind: str, a: dict[str, Any], b: dict[str, Any]) -> None:
    first, second = claim(kind, "a", **a), claim(kind, "b", **b)
    found = records(first, second)
    assert len(found) == 1
    assert [c.id for c in found[0].claims] == sorted([first.id, second.id])
    (one, two, score, words), *_ = found[0].reasons
    assert {one, two} == {first.id, second.id}
    assert 0.7 <= score <= 1
    assert words


@pytest.mark.parametrize(("kind", "a", "b"), OTHER)
def test_two_things(kind: str, a: dict[str, Any], b: dict[str, Any]) -> None:
    assert len(records(claim(kind, "a", **a), claim(kind, "b", **b))) == 2


def test_one_document_tells_two_meetings_apart() -> None:
    talks = TALKS | {"place": "Dushanbe", "date": "2025-08-20"}
    assert (
        len(records(claim("meeting", "a", at=1, **talks), claim("meeting", "a", at=2, **talks | {"place": "Rogun"})))
        == 2
    )


def test_papers_of_one_list_stay_apart_and_a_renamed_one_does_not() -> None:
    short = BORDER | {"title": "Treaty on the State Border", "date": "2025-03-13"}
    long_ = BORDER | {"title": "Treaty on the Delimitation and Demarcation of the Border", "date": "2025-03-13"}
    listed = [claim("agreement", "a", at=100, **short), claim("agreement", "a", at=180, **long_)]
    assert len(records(*listed)) == 2
    again = [claim("agreement", "a", at=100, **short), claim("agreement", "a", at=900, **long_)]
    assert len(records(*again)) == 1
    between = claim("agreement", "a", at=500, title="protocol on tea", form="protocol", parties=["TJK", "KGZ"])
    assert len(records(*again, between)) == 3


def test_a_one_sided_name_is_left_alone_where_two_fit() -> None:
    double = claim("crossing", "a", name="Guliston-Kyzyl-Bel", action="opened", states=["TJK", "KGZ"])
    one = claim("crossing", "b", name="Kyzyl-Bel", action="opened", states=["TJK", "KGZ"])
    two = claim("crossing", "c", name="Guliston", action="opened", states=["TJK", "KGZ"])
    assert len(records(double, one)) == 1
    assert len(records(double, one, two)) == 3


def test_an_undated_event_is_left_alone_where_two_years_fit() -> None:
    def nowruz(doc: str, **date: str) -> Any:
        return claim("event", doc, name="Nowruz celebration", states=["TJK", "KGZ"], **date)

    assert len(records(nowruz("a"), nowruz("b", date="2025-03-21"))) == 1
    assert len(records(nowruz("a"), nowruz("b", date="2025-03-21"), nowruz("c", date="2026-03-21"))) == 3


def test_a_hypothesis_does_not_join_what_says_more() -> None:
    dream = claim("visit", "a", "hypothetical", visitor="Sadyr Japarov", host="TJK", type="state")
    held = claim("visit", "b", visitor="Sadyr Japarov", host="TJK", type="state", date="2025-07-08")
    assert len(records(dream, held)) == 2


def test_one_text_tells_of_one_paper_at_two_steps() -> None:
    paper = PAPER | {"title": "Protocol on Customs Posts"}
    signed, ending = claim("agreement", date="2009-04-09", **paper), claim("agreement", action="suspended", **paper)
    assert len(records(signed, ending)) == 1
    assert (
        len(records(signed, claim("agreement", at=9, **paper))) == 2
    )  # the same step twice, once dated: two for all we know


def test_a_paper_named_by_its_place_is_left_alone_where_two_fit() -> None:
    named = claim("agreement", "a", title="Moroto memorandum", date="2019", **PAPER)
    signed = [
        claim("agreement", doc, title=title, date="2019-09", place="Moroto", **PAPER)
        for doc, title in (("b", "memorandum on peace"), ("c", "memorandum on pasture"))
    ]
    assert len(records(named, signed[0])) == 1
    assert len(records(named, *signed)) == 3
