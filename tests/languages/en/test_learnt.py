"""What was learnt beside the rules: chances of sentences, guesses made of mentions, and where they count."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from accord.document import Span
from accord.extract import _without_aims
from accord.kinds import kinds
from accord.kinds.base import Draft
from accord.kinds.guessed import _measured, agreeing, fill, told_again
from accord.languages.en.learnt.model import NOTHING, Model, model, using
from accord.languages.en.view import view
from accord.languages.views import Guess, Mention, Views

from .reading import claims, document

DAY = "2024-05-03"
TEXT = "Peruvian Foreign Minister Ana Quispe zorbed Bolivia on 2 May 2024."
REST = " Peru and Bolivia share Lake Titicaca. Bolivian officials spoke of Peru and Peruvian officials of Bolivia."


def _key(sort: str, usual: bool, **marks: int) -> list[dict[str, object]]:
    return [{"sort": sort, "usual": usual, "bias": -200, "marks": {m.replace("_", " "): w for m, w in marks.items()}}]


WEIGHTS: dict[str, Any] = {
    "kinds": {"names": ["visit"], "bias": [-400], "marks": {"w=zorbed": [700], "w=share": [-100]}},
    "keys": {
        "visit": {
            "visitor": _key("person", True, is_person=500),
            "host": _key("state", True, pair_1=100),
            "sending": _key("state", True, pair_0=300),
            "date": _key("period", True, back_0=400),
        }
    },
    "codes": {"visit": {"status": {"bias": {"planned": 0, "reported": 50}, "marks": {"w=may": {"planned": 20}}}}},
}
MODEL = Model(WEIGHTS)


@pytest.fixture
def taught() -> Iterator[None]:
    with using(MODEL):
        yield


def _views(text: str) -> Views:
    return view(document(text, DAY))


def test_a_sentence_is_as_likely_as_its_marks_say(taught: None) -> None:
    guesser = _views(TEXT + REST).guesser
    assert guesser is not None
    assert guesser.chance(0, "visit") == pytest.approx(0.953, abs=0.001)  # -4 + 7
    assert guesser.chance(1, "visit") == pytest.approx(0.007, abs=0.001)  # -4 - 1
    assert guesser.chance(0, "meeting") == 0  # nothing was learnt of it


def test_sentences_that_likely_tell_of_a_kind(taught: None) -> None:
    guesser = _views(TEXT + REST).guesser
    assert guesser is not None
    assert list(guesser.likely("visit", 0.5)) == [0]
    assert list(guesser.likely("meeting", 0.5)) == []


def test_only_the_keys_that_are_asked_for_are_guessed(taught: None) -> None:
    guesser = _views(TEXT + REST).guesser
    assert guesser is not None
    whole, days = guesser.guess(0, "visit"), guesser.guess(0, "visit", ["date"])
    assert list(days.keys) == ["date"] and days.keys["date"] == whole.keys["date"]
    assert days.sure == {"date": whole.sure["date"]}


def test_nothing_is_told_without_weights() -> None:
    assert model() is NOTHING
    guesser = _views(TEXT + REST).guesser
    assert guesser is not None and guesser.chance(0, "visit") == 0
    assert claims(TEXT + REST, DAY, "visit") == []


def test_a_guess_is_made_of_the_mentions_of_its_sentence(taught: None) -> None:
    guesser = _views(TEXT + REST).guesser
    assert guesser is not None
    guess = guesser.guess(0, "visit")
    assert {name: [m.name for m in of] for name, of in guess.keys.items() if name != "date"} == {
        "visitor": ["Ana Quispe"],
        "host": ["BOL"],
        "sending": ["PER"],
        "office": ["Foreign Minister"],
        "role": ["Foreign Minister"],
    }
    assert guess.status == "reported"
    assert guess.sure["visitor"] == pytest.approx(0.953, abs=0.001)  # -2 + 5


def test_what_no_rule_reads_is_claimed_as_it_was_learnt(taught: None) -> None:
    found = claims(TEXT + REST, DAY, "visit")
    assert found == [
        {
            "kind": "visit",
            "status": "reported",
            "visitor": "Ana Quispe",
            "host": "BOL",
            "date": "2024-05-02",
            "sending": "PER",
            "office": "Foreign Minister",
        }
    ]


def test_what_a_rule_reads_is_not_claimed_twice(taught: None) -> None:
    text = TEXT.replace("zorbed", "zorbed and visited") + REST
    assert [c["visitor"] for c in claims(text, DAY, "visit")] == ["Ana Quispe"]


def test_a_day_that_rules_leave_empty_is_filled(taught: None) -> None:
    text = "On 2 May 2024 there was rain. Peruvian Foreign Minister Ana Quispe visited Bolivia." + REST
    with using(NOTHING):
        assert ["date" in c for c in claims(text, DAY, "visit")] == [False]
    near = deepcopy(WEIGHTS)
    near["keys"]["visit"]["date"] = _key("period", True, back_1=400)
    with using(Model(near)):
        assert [c["date"] for c in claims(text, DAY, "visit")] == ["2024-05-02"]
        assert ["date" in c for c in claims(text, "2024-05-01", "visit")] == [False]  # not yet


def test_a_promise_told_as_made_is_filled_with_a_day_to_come() -> None:
    text = "Kenya and Uganda agreed to open an office. It is due by 1 March 2025." + REST
    due = deepcopy(WEIGHTS)
    due["keys"] = {"commitment": {"due": _key("period", False, back_0=400)}}
    promise = Draft("commitment", Span(text.index("It"), text.index(" Peru"))).put("by", ["KEN", "UGA"])
    with using(Model(due)):
        views = _views(text)
        fill(kinds()["commitment"], views, promise)
        gone_by = Draft("commitment", promise.anchor, status="planned").put("by", ["KEN", "UGA"])
        fill(kinds()["commitment"], view(document(text, "2025-05-01")), gone_by)
    assert promise.status == "reported" and promise.get("due") == "2025-03-01"  # DAY is in 2024
    assert gone_by.get("due") is None  # what is to come is due on no day gone by


def test_weights_are_in_use_only_for_a_while() -> None:
    with using(MODEL):
        with using(NOTHING):
            assert model() is NOTHING
        assert model() is MODEL
    assert model() is NOTHING


def test_a_guess_agrees_with_a_draft_field_by_field(taught: None) -> None:
    guesser = _views(TEXT + REST).guesser
    assert guesser is not None
    visit = kinds()["visit"]
    draft = Draft("visit", Span(0, len(TEXT)), status="planned")
    draft.put("visitor", "Quispe").put("host", "PER").put("date", "2024-05").put("type", "official")
    assert dict(agreeing(visit, draft, guesser, 0)) == {"status": False, "visitor": True, "host": False, "date": True}


def _agreement(title: str, parties: list[str], date: str = "", *, bare: bool | None = None) -> Draft:
    """A draft; a guess where `bare` is told, which says whether its title names nothing by itself."""
    draft = Draft("agreement", Span(0, 9)).put("title", title).put("parties", parties).put("date", date)
    if bare is not None:
        words = Mention("words", Span(0, 9), title, definite=bare)
        draft.guess = Guess("agreement", 0, 0.9, "reported", {"title": (words,)}, {}, {})
    return draft


TOLD = _agreement("Treaty on the State Border", ["KEN", "UGA"], "2024-05-02")


@pytest.mark.parametrize(
    ("guess", "again"),
    [
        (_agreement("this treaty", ["KEN", "UGA"], bare=True), True),
        (_agreement("border treaty", ["UGA", "KEN"], bare=False), True),
        (_agreement("memorandum on tea", ["KEN", "UGA"], bare=False), False),
        (_agreement("this treaty", ["KEN", "TZA"], bare=True), False),
        (_agreement("this treaty", ["KEN", "UGA"], "2019", bare=True), False),
    ],
)
def test_a_guess_of_what_is_told_already(guess: Draft, again: bool) -> None:
    assert told_again(kinds()["agreement"], TOLD, guess) is again


def test_a_figure_is_told_again_by_its_value() -> None:
    told = Draft("indicator", Span(0, 9)).put("measure", "exports").put("value", 40)
    indicator = kinds()["indicator"]
    assert told_again(indicator, told, Draft("indicator", Span(20, 29)).put("measure", "imports").put("value", 40))
    assert not told_again(indicator, told, Draft("indicator", Span(20, 29)).put("measure", "exports").put("value", 41))


def _tie(between: list[str], date: str = "", action: str = "established", sort: str = "diplomatic-relations") -> Draft:
    draft = Draft("tie", Span(0, 9)).put("type", sort).put("between", between).put("date", date)
    return draft.put("action", action)


@pytest.mark.parametrize(
    ("guess", "again"),
    [
        (_tie(["PER", "BOL", "SUN"], "1991"), True),  # one more state
        (_tie(["PER", "BOL"], "", ""), True),  # as no step
        (_tie(["PER", "CHL"], "1991"), False),
        (_tie(["PER", "BOL"], "1992"), False),
        (_tie(["PER", "BOL"], "1991", "severed"), False),
        (_tie(["PER", "BOL"], "1991", sort="embassy"), False),
    ],
)
def test_what_is_called_by_its_sort_alone_is_told_again_at_its_time(guess: Draft, again: bool) -> None:
    assert told_again(kinds()["tie"], _tie(["PER", "BOL"], "1991"), guess) is again


def test_a_paper_guessed_as_no_step_is_told_again() -> None:
    signed = _agreement("treaty on salt", ["PER", "BOL"], "2024-05-02").put("action", "signed")
    guess = _agreement("treaty on salt", ["PER", "BOL"], "2024-05-02")
    assert told_again(kinds()["agreement"], signed, guess)
    assert not told_again(kinds()["agreement"], signed, guess.put("action", "ratified"))


def test_what_a_promise_aims_at_is_no_figure() -> None:
    commitment, indicator = kinds()["commitment"], kinds()["indicator"]
    promise = Draft("commitment", Span(0, 30)).put("by", ["KEN"]).put("what", "raise trade").put("target", 500)
    guess = Guess("indicator", 0, 0.9, "reported", {}, {}, {})
    aim, other = (Draft("indicator", Span(10, 20), guess=guess).put("value", v) for v in (500, 300))
    told = Draft("indicator", Span(10, 20)).put("value", 500)  # found by a rule
    left = _without_aims([(commitment, [promise]), (indicator, [aim, other, told])])
    assert [drafts for _, drafts in left] == [[promise], [other, told]]


def test_what_is_to_come_is_not_told_as_done(taught: None) -> None:
    assert claims(TEXT + REST, "2024-04-01", "visit") == []  # of 2 May, and told as held


@pytest.mark.parametrize(("key", "measured"), [("value", True), ("change", True), ("goods", False)])
def test_a_figure_has_a_value_or_a_change(key: str, measured: bool) -> None:
    draft = Draft("indicator", Span(0, 9)).put("measure", "exports").put(key, 4)
    assert _measured(kinds()["indicator"], draft) is measured
    assert _measured(kinds()["visit"], Draft("visit", Span(0, 9)))


def test_a_guess_without_its_organisation_has_the_one_told_last() -> None:
    weights = deepcopy(WEIGHTS)
    weights["kinds"] = {"names": ["membership"], "bias": [-400], "marks": {"w=others": [900]}}
    weights["keys"] = {"membership": {"state": _key("state", True, order_0=500)}}
    weights["codes"] = {}
    with using(Model(weights)):
        text = "Kenya is a member of the East African Community. Others are Uganda and Rwanda."
        found = {(c["state"], c["organisation"]) for c in claims(text, DAY, "membership")}
        assert found >= {("UGA", "EAC"), ("RWA", "EAC")}
        assert claims("Others are Uganda and Rwanda." + REST, DAY, "membership") == []  # none was named
        assert claims("Others are Uganda and Rwanda. Others are Peru and Bolivia." + REST, DAY, "membership") == []
