"""What is believed of a record: values, others, steps, status, voices and judgements."""

from __future__ import annotations

from accord.resolve import Judgement, record_id

from .helpers import claim, kinds, records

TRADE = {"measure": "trade-turnover", "about": ["TJK", "KGZ"], "unit": "USD", "period": "2024"}
SUBJECTS = """
water management and energy facilities
construction and use of roads
cooperation in agriculture
veterinary and phytosanitary safety
industry and new technologies
energy-efficient technologies and seismic resilience
youth policy
physical culture and sports
sister-city relations between Bishkek and Dushanbe
cooperation between Osh Region and Gorno-Badakhshan
customs information exchange
combating money laundering
export trade cooperation
labour migration
"""
NAMED = {"parties": ["TJK", "KGZ"], "title": "Agreement on Water"}


def test_most_voices_are_believed_and_the_rest_is_kept() -> None:
    one = claim("indicator", "a", **TRADE, value=12200000, change=4.3)
    two = claim("indicator", "b", **TRADE, value=12200000)
    three = claim("indicator", "c", **TRADE, value=77000000)
    (record,) = records(one, two, three)
    assert record.values["value"] == 12200000
    assert record.values["change"] == 4.3
    assert record.other == {"value": ((77000000, (three.id,)),)}
    assert record.voices == 3


def test_the_place_of_an_act_is_that_of_the_step_that_stands() -> None:
    signed = claim("agreement", "a", **NAMED, date="2023-05-08", action="signed", place="Copacabana")
    exchanged = claim("agreement", "b", **NAMED, date="2024-03-06", action="exchanged", place="Lima")
    in_force = claim("agreement", "c", **NAMED, date="2024-04-05", action="in-force")
    (record,) = records(signed, exchanged, in_force)
    assert (record.values["action"], record.values["date"]) == ("in-force", "2024-04-05")
    assert "place" not in record.values and "place" not in record.other
    (record,) = records(signed, exchanged)
    assert record.values["place"] == "Lima"


def test_copies_count_once() -> None:
    copies = [claim("indicator", doc, **TRADE, value=77000000) for doc in "abc"]
    own = [claim("indicator", doc, **TRADE, value=12200000) for doc in "de"]
    (record,) = records(*copies, *own, voices={"a": "a", "b": "a", "c": "a"})
    assert record.values["value"] == 12200000
    assert record.voices == 3


def test_a_difference_of_precision_is_no_other_value() -> None:
    vague = claim("indicator", "a", **TRADE, value=12000000, comparison="gt")
    exact = claim("indicator", "b", **TRADE, value=12200000)
    (record,) = records(vague, exact)
    assert record.values["value"] == 12200000
    assert "comparison" not in record.values
    assert record.other == {}
    year = claim("agreement", "a", **NAMED, date="2025", action="signed")
    day = claim("agreement", "b", **NAMED, date="2025-03-13", action="signed")
    (record,) = records(year, day)
    assert record.values["date"] == "2025-03-13"
    assert record.other == {}


def test_near_dates_of_one_name_are_one_record_with_both() -> None:
    one = claim("event", "a", name="Nowruz celebration", states=["TJK", "KGZ"], date="2025-03-31")
    two = claim("event", "b", name="Nowruz celebration", states=["TJK", "KGZ"], date="2025-03-21")
    (record,) = records(one, two)
    assert record.values["date"] == "2025-03-21"
    assert record.other["date"] == (("2025-03-31", (one.id,)),)
    assert "contradict" in record.reasons[0][3]


def test_planned_and_held_are_one_record_with_two_steps() -> None:
    plan = claim("event", "a", "planned", name="joint celebration of Nowruz", states=["TJK", "KGZ"], date="2025-03-30")
    held = claim("event", "b", name="International Nowruz celebration", states=["TJK", "KGZ", "UZB"], date="2025-03-31")
    (record,) = records(plan, held)
    assert record.status == "reported"
    assert record.values["date"] == "2025-03-31"
    assert record.steps == (("planned", (plan.id,)), ("reported", (held.id,)))
    assert record.other["status"] == (("planned", (plan.id,)),)
    assert record.concerns == ("KGZ", "TJK", "UZB")
    (alone,) = records(plan)
    assert alone.status == "planned"


def test_steps_stand_in_the_order_of_time_and_the_date_is_the_last_ones() -> None:
    ratified = claim("agreement", "a", **NAMED, date="2025-01-10", action="ratified")
    signed = claim("agreement", "b", **NAMED, date="2024-05-01", action="signed")
    negotiated = claim("agreement", "c", **NAMED, action="negotiated")
    (record,) = records(ratified, signed, negotiated)
    assert [name for name, _ in record.steps] == ["negotiated", "signed", "ratified"]
    assert (record.values["action"], record.values["date"]) == ("ratified", "2025-01-10")
    assert record.other == {}


def test_an_undated_closing_stands_before_the_reopening() -> None:
    closed = claim("crossing", "a", name="Kairagach", action="closed", states=["TJK", "KGZ"])
    reopened = claim("crossing", "a", at=9, name="Kairagach", action="reopened", states=["TJK", "KGZ"])
    (record,) = records(closed, reopened)
    assert [name for name, _ in record.steps] == ["closed", "reopened"]
    assert record.values["action"] == "reopened"
    shut = claim("crossing", "b", name="Kairagach", action="closed", states=["TJK", "KGZ"], date="2026-01-01")
    (record,) = records(reopened, shut)
    assert record.values["action"] == "closed"


def test_closed_twice_is_two_records_and_the_reopening_goes_with_the_nearer() -> None:
    first = claim("crossing", "a", name="Kairagach", action="closed", states=["TJK", "KGZ"], date="2010-04")
    second = claim("crossing", "b", name="Kairagach", action="closed", states=["TJK", "KGZ"], date="2021-05")
    opened = claim("crossing", "c", name="Kairagach", action="reopened", states=["TJK", "KGZ"], date="2025-03-13")
    found = records(first, second, opened)
    assert sorted(tuple(c.id for c in r.claims) for r in found) == sorted(
        [(first.id,), tuple(sorted((second.id, opened.id)))]
    )


def test_a_denial_stands_beside_the_report() -> None:
    said = claim("visit", "a", visitor="Sadyr Japarov", host="TJK", date="2025-07-08")
    denied = claim("visit", "b", "denied", visitor="Sadyr Japarov", host="TJK", date="2025-07-08")
    (record,) = records(said, denied)
    assert record.status == "reported"
    assert record.other["status"] == (("denied", (denied.id,)),)


def test_spellings_and_the_fullest_name() -> None:
    full = claim(
        "visit", "a", visitor="Emomali Rahmon", host="KGZ", sending="TJK", office="President", date="2025-03-12"
    )
    short = claim("visit", "b", visitor="Rahmon", host="KGZ", sending="TJK", date="2025-03-12")
    office = claim("visit", "c", visitor="President of Tajikistan", host="KGZ", sending="TJK", date="2025-03-12")
    (record,) = records(full, short, office)
    assert record.values["visitor"] == "Emomali Rahmon"
    assert {text for text, _ in record.other["visitor"]} == {"Rahmon", "President of Tajikistan"}


def test_fourteen_agreements_stay_fourteen() -> None:
    subjects = SUBJECTS.strip().splitlines()
    common = {"parties": ["KGZ", "TJK"], "date": "2025-03-12/2025-03-13", "action": "signed", "form": "agreement"}
    one = [claim("agreement", "a", at=100 * n, title=f"agreement on {s}", **common) for n, s in enumerate(subjects)]
    two = [
        claim("agreement", "b", at=100 * n, title=f"Agreement on {s.title()}", **common) for n, s in enumerate(subjects)
    ]
    bulk = claim("agreement", "a", count=14, **common)
    found = records(*one, *two, bulk)
    assert sorted(len(r.claims) for r in found) == [1] + [2] * 14


def test_the_id_is_made_of_the_claims() -> None:
    one = claim("indicator", "a", **TRADE, value=1)
    (record,) = records(one)
    assert record.id == record_id("indicator", [one.id])
    assert record.id.startswith("indicator-") and len(record.id) == len("indicator-") + 12


ONE = claim("crossing", "a", name="Kairagach", action="opened", states=["TJK", "KGZ"])
TWO = claim("crossing", "b", name="Kayragach", action="opened", states=["TJK", "KGZ"])
FAR = claim("crossing", "c", name="Fotekhobod", action="opened", states=["TJK", "KGZ"])


def test_a_judgement_parts_and_joins_and_leaving_it_out_undoes_it() -> None:
    before = records(ONE, TWO, FAR)
    assert len(before) == 2
    assert len(records(ONE, TWO, FAR, judgements=[Judgement("different", (ONE.id, TWO.id))])) == 3
    joined = records(ONE, TWO, FAR, judgements=[Judgement("same", (FAR.id, ONE.id), "Ann", "2026-01-01", "renamed")])
    assert len(joined) == 1
    assert any("judged the same by Ann: renamed" in words for *_, words in joined[0].reasons)
    assert records(ONE, TWO, FAR) == before


def test_the_later_word_holds_and_different_beats_a_chain_of_same() -> None:
    early, late = (
        Judgement("different", (ONE.id, TWO.id), time="2026-01-01"),
        Judgement("same", (TWO.id, ONE.id), time="2026-02-01"),
    )
    assert len(records(ONE, TWO, judgements=[late, early])) == 1
    chain = [
        Judgement("same", (ONE.id, FAR.id)),
        Judgement("same", (FAR.id, TWO.id)),
        Judgement("different", (ONE.id, TWO.id)),
    ]
    found = records(ONE, TWO, FAR, judgements=chain)
    assert not any({ONE.id, TWO.id} <= {c.id for c in r.claims} for r in found)


def test_a_claim_judged_wrong_is_left_out_and_one_judged_right_is_sure() -> None:
    (record,) = records(ONE, TWO, judgements=[Judgement("wrong", (TWO.id,)), Judgement("right", (ONE.id,))])
    assert [c.id for c in record.claims] == [ONE.id]
    assert record.claims[0].confidence == 1.0


def test_a_judged_value_is_believed_and_the_former_kept() -> None:
    a, b = claim("indicator", "a", **TRADE, value=12200000), claim("indicator", "b", **TRADE, value=77000000)
    (record,) = records(a, b, judgements=[Judgement("value", (b.id,), "Ann", "2026-01-01", "table", "value", 77000000)])
    assert record.values["value"] == 77000000
    assert record.other["value"] == ((12200000, (a.id,)),)
    assert any("judged by Ann" in words for *_, words in record.reasons)


def test_kinds_that_are_not_known_are_left_out() -> None:
    assert "agreement" in kinds()
    assert records() == ()
