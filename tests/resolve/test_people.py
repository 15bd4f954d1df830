"""Who is who: surnames, offices and spellings."""

from __future__ import annotations

import pytest

from accord.resolve import find_people
from accord.resolve.offices import Office, read_title
from accord.resolve.spellings import same_person_name
from accord.values import Period

from .helpers import claim, kinds

VISIT = claim(
    "visit", "a", visitor="Emomali Rahmon", host="KGZ", sending="TJK", office="President", date="2025-03-12/2025-03-13"
)
PRAISE = claim(
    "assessment", "b", speaker="Emomali Rahmon", role="President of Tajikistan", topic="border", stance="positive"
)


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("President of Tajikistan", "", Office("president", "TJK")),
        ("the Tajik President", "", Office("president", "TJK")),
        ("Emomali Rahmon", "Emomali Rahmon", None),
        ("President Rahmon", "Rahmon", Office("president", "")),
        ("Tajik President Emomali Rahmon", "Emomali Rahmon", Office("president", "TJK")),
        ("President of the Republic of Tajikistan Emomali Rahmon", "Emomali Rahmon", Office("president", "TJK")),
        ("Cabinet Chairman of Kyrgyzstan", "", Office("cabinet chairman", "KGZ")),
        ("Minister of Foreign Affairs of the Kyrgyz Republic", "", Office("foreign minist", "KGZ")),
        ("Kyrgyz Foreign Minister", "", Office("foreign minist", "KGZ")),
        ("Minister of Transport", "", Office("minist transport", "")),
        ("Kyrgyzstan", "", Office("", "KGZ")),
        ("a Kyrgyz economist", "", Office("economist", "KGZ")),
        ("CSTO", "", Office("csto", "")),
    ],
)
def test_names_and_offices(text: str, name: str, office: Office | None) -> None:
    title = read_title(text)
    assert (title.name, title.office, title.group) == (name, office, False)


@pytest.mark.parametrize(
    "text", ["leaders of both countries", "prime ministers", "many experts", "co-chairs of the commissions"]
)
def test_several_people_are_nobody_in_particular(text: str) -> None:
    assert read_title(text).group


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Emomali Rahmon", "Emomali Rahmon", True),
        ("Emomali Rahmon", "Эмомали Рахмон", True),
        ("Emomali Rahmon", "Emomali Rakhmonov", True),
        ("Nikol Pashinyan", "Nikol Vovayi Pashinyan", True),
        ("Xi Jinping", "Jinping Xi", True),
        ("Rahmon", "Emomali Rahmon", None),
        ("E. Rahmon", "Emomali Rahmon", None),
        ("Rustam Emomali", "Emomali Rahmon", False),
        ("Ilham Aliyev", "Heydar Aliyev", False),
        ("H. Aliyev", "Ilham Aliyev", False),
        ("Sadyr Japarov", "Sadyr Zhaparov", True),
        ("Japarov", "Rahmon", False),
    ],
)
def test_names_of_people(a: str, b: str, same: bool | None) -> None:
    assert same_person_name(a, b) is same
    assert same_person_name(b, a) is same


def test_an_office_stands_for_its_holder_at_a_compatible_date() -> None:
    people = find_people([VISIT, PRAISE], kinds())
    march = Period.parse("2025-03")
    rahmon = people.who("Emomali Rahmon", "c")
    for text in ("President of Tajikistan", "the Tajik President"):
        assert people.same(people.who(text, "c", march), rahmon)[0] is True
    assert people.same(people.who("President", "c", march, "TJK"), rahmon)[0] is True
    assert people.same(people.who("Rahmon", "c", march, "TJK"), rahmon)[0] is True
    assert people.same(people.who("President of Kyrgyzstan", "c", march), rahmon)[0] is False
    assert people.same(people.who("Foreign Minister of Tajikistan", "c", march), rahmon)[0] is False


def test_an_office_far_in_time_is_not_given_to_its_later_holder() -> None:
    people = find_people([VISIT], kinds())
    assert people.who("President of Tajikistan", "c", Period.parse("1993")).person == ""
    assert people.who("President of Tajikistan", "c", None).person == ""


def test_an_office_with_two_holders_goes_by_date() -> None:
    old = claim(
        "visit", "a", visitor="Almazbek Atambayev", host="TJK", sending="KGZ", office="President", date="2016-05-01"
    )
    new = claim("visit", "b", visitor="Sadyr Japarov", host="TJK", sending="KGZ", office="President", date="2023-05-01")
    people = find_people([old, new], kinds())
    assert people.who("President of Kyrgyzstan", "c", Period.parse("2016-07")).person == "Almazbek Atambayev"
    assert people.who("President of Kyrgyzstan", "c", Period.parse("2024")).person == "Sadyr Japarov"
    assert people.who("President of Kyrgyzstan", "c", Period.parse("2019-06")).person == ""


def test_two_people_of_one_surname_stay_apart() -> None:
    father = claim(
        "visit", "a", visitor="Heydar Aliyev", host="TUR", sending="AZE", office="President", date="1999-01-10"
    )
    son = claim("visit", "b", visitor="Ilham Aliyev", host="TUR", sending="AZE", office="President", date="2020-01-10")
    short = claim("visit", "c", visitor="Aliyev", host="TUR", sending="AZE", date="2020-01-10")
    people = find_people([father, son, short], kinds())
    assert {p.name for p in people.listed()} == {"Heydar Aliyev", "Ilham Aliyev", "aliev"} or len(people.listed()) == 3
    assert people.same(people.who("Aliyev", "c"), people.who("Ilham Aliyev", "b"))[0] is None


def test_a_surname_is_read_with_the_full_name_in_its_document() -> None:
    father = claim("visit", "a", visitor="Heydar Aliyev", host="TUR", sending="AZE", date="1999-01-10")
    son = claim("visit", "b", visitor="Ilham Aliyev", host="TUR", sending="AZE", date="2020-01-10")
    short = claim("assessment", "b", speaker="President Aliyev", topic="energy", stance="positive")
    people = find_people([father, son, short], kinds())
    assert people.who("President Aliyev", "b").person == "Ilham Aliyev"


def test_the_list_of_people() -> None:
    talk = claim("meeting", "c", states=["TJK", "KGZ"], participants=["Rahmon", "Sadyr Japarov"], date="2025-03-31")
    planned = claim(
        "meeting", "d", "planned", states=["TJK", "KGZ"], participants=["Emomali Rahmon"], date="2026-01-01"
    )
    crowd = claim("meeting", "e", states=["TJK", "KGZ"], participants=["leaders of both countries"])
    people = {p.name: p for p in find_people([VISIT, PRAISE, talk, planned, crowd], kinds()).listed()}
    assert set(people) == {"Emomali Rahmon", "Sadyr Japarov"}
    rahmon = people["Emomali Rahmon"]
    assert rahmon.spellings == ("Emomali Rahmon", "Rahmon")
    assert rahmon.offices == (("President", "TJK", "2025-03-12/2025-03-13", "2025-03-12/2025-03-13"),)
    assert rahmon.last_contact == "2025-03-31"
    assert people["Sadyr Japarov"].offices == ()


def test_people_do_not_depend_on_order() -> None:
    claims = [VISIT, PRAISE, claim("meeting", "c", states=["TJK", "KGZ"], participants=["Rahmon", "Sadyr Japarov"])]
    assert find_people(claims, kinds()).listed() == find_people(reversed(claims), kinds()).listed()
