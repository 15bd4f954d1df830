"""People with their offices, by name, by office, by counterpart and by pronoun."""

from __future__ import annotations

import pytest

from .test_clauses import read


@pytest.mark.parametrize(
    ("text", "name", "office", "states"),
    [
        ("Kenyan Foreign Minister Ann Otieno spoke.", "Ann Otieno", "Foreign Minister", ("KEN",)),
        ("Ann Otieno, Foreign Minister of Kenya, spoke.", "Ann Otieno", "Foreign Minister", ("KEN",)),
        ("The Foreign Minister of Kenya, H.E. Ms. Ann Otieno, spoke.", "Ann Otieno", "Foreign Minister", ("KEN",)),
        ("Deputy Prime Minister of Kenya Ann Otieno spoke.", "Ann Otieno", "Deputy Prime Minister", ("KEN",)),
        ("Kenyan Minister of Foreign Affairs Ann Otieno spoke.", "Ann Otieno", "Minister of Foreign Affairs", ("KEN",)),
        (
            "The Minister of Trade, Mines and Industry of Kenya, Ann Otieno, spoke.",
            "Ann Otieno",
            "Minister of Trade, Mines and Industry",
            ("KEN",),
        ),
        ("The President of Kenya, His Excellency Ann OTIENO, spoke.", "Ann Otieno", "President", ("KEN",)),
        ("Kenya's ambassador in Kampala, Ann Otieno, spoke.", "Ann Otieno", "Ambassador", ("KEN",)),
        ("Kenyan army spokesman Colonel Ann Otieno spoke.", "Ann Otieno", "Army Spokesman", ("KEN",)),
        ("Kenyan PM Ann Otieno spoke.", "Ann Otieno", "Prime Minister", ("KEN",)),
        (
            "Kenyan Deputy Prime Minister and Foreign Minister Ann Otieno spoke.",
            "Ann Otieno",
            "Deputy Prime Minister and Foreign Minister",
            ("KEN",),
        ),
        ("Taoiseach Ann Otieno spoke.", "Ann Otieno", "Taoiseach", ("IRL",)),
        ("The Kenyan side was headed by Foreign Minister Ann Otieno.", "Ann Otieno", "Foreign Minister", ("KEN",)),
        ("Kenyan Foreign Minister Lin Mei-hua spoke.", "Lin Mei-hua", "Foreign Minister", ("KEN",)),
        ("Kenyan Foreign Minister Israel Otieno spoke.", "Israel Otieno", "Foreign Minister", ("KEN",)),
        ("Foreign Minister Nursultan Abenov of Kazakhstan spoke.", "Nursultan Abenov", "Foreign Minister", ("KAZ",)),
        ("President Ann Otieno from the Republic of Kenya spoke.", "Ann Otieno", "President", ("KEN",)),
        ("Kenyan President HE Ann Otieno spoke.", "Ann Otieno", "President", ("KEN",)),
        ("The Foreign Minister of Kenya, H.E Dr. Ann Otieno, spoke.", "Ann Otieno", "Foreign Minister", ("KEN",)),
        (
            "The delegation was led by Hon. Dr. Ann Otieno E.G.H., Foreign Minister of Kenya.",
            "Ann Otieno",
            "Foreign Minister",
            ("KEN",),
        ),
        ("President Ts.Batbold of Mongolia spoke.", "Ts.Batbold", "President", ("MNG",)),
        ("Mongolian President Ts. Batbold spoke.", "Ts. Batbold", "President", ("MNG",)),
        (
            "Lt. Gen. Md. Shafiq Alam, Chief of Army Staff of Bangladesh, spoke.",
            "Md. Shafiq Alam",
            "Chief of Army Staff",
            ("BGD",),
        ),
        (
            "The chairman of the United Nations Special Commission, Ann Otieno, spoke.",
            "Ann Otieno",
            "Chairman of the United Nations Special Commission",
            (),
        ),
        (
            "The general secretary of the International Confederation of Unions, Ann Otieno, spoke.",
            "Ann Otieno",
            "General Secretary of the International Confederation of Unions",
            (),
        ),
        ("President Ann Otieno of Kenya's largest union spoke.", "Ann Otieno", "President", ()),
    ],
)
def test_a_named_office_holder(text: str, name: str, office: str, states: tuple[str, ...]) -> None:
    person = next(m for m in read(text).mentions if m.type == "person")
    assert (person.name, person.office, person.states) == (name, office, states)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The presidents of Kenya, Uganda and Rwanda met.",
            ["President of Kenya", "President of Uganda", "President of Rwanda"],
        ),
        (
            "The foreign ministers of Kenya and Uganda - Ann Otieno and Joel Okello - met.",
            ["Ann Otieno", "Joel Okello"],
        ),
        ("Foreign Ministers Ann Otieno of Kenya and Joel Okello of Uganda met.", ["Ann Otieno", "Joel Okello"]),
        (
            "Kenyan Foreign Minister Ann Otieno and her Ugandan counterpart Joel Okello met.",
            ["Ann Otieno", "Joel Okello"],
        ),
    ],
)
def test_several_at_once(text: str, names: list[str]) -> None:
    found = [
        m.name
        for m in read(text).mentions
        if m.type in ("person", "office") and m.states and not m.attributes.get("pronoun")
    ]
    assert found == names


def test_a_surname_stands_for_the_fullest_name() -> None:
    views = read("Kenyan Foreign Minister Ann Otieno arrived in Kampala.\nOtieno said the talks were useful.")
    assert {m.name for m in views.mentions if m.type == "person"} == {"Ann Otieno"}


@pytest.mark.parametrize(
    "text",
    [
        "The Kenya Defence Force said so.",
        "The General Border Committee met in Kenya.",
        "They paid an Official Visit to Kenya.",
        "Uganda Revenue Committee said so.",
        "In the town of Vila Nova, its mayor spoke.",
    ],
)
def test_no_person(text: str) -> None:
    assert [m.name for m in read(text).mentions if m.type == "person"] == []


def test_an_invitation_keeps_two_people_apart() -> None:
    views = read(
        "At the invitation of H.E. Ann Otieno, President of the Republic of Kenya, H.E. Joel Okello, President of the "
        "Republic of Uganda, paid an official visit to Kenya."
    )
    assert [(m.name, m.states) for m in views.mentions if m.type == "person"] == [
        ("Ann Otieno", ("KEN",)),
        ("Joel Okello", ("UGA",)),
    ]


def test_the_government_spoken_of_before_is_the_ministers() -> None:
    views = read("Uganda thanked Kenya.\nKenya shut the border on Tuesday.\nInterior Minister Ann Otieno said so.")
    assert next(m.states for m in views.mentions if m.type == "person") == ("KEN",)


def test_the_head_of_state_at_home_is_who_is_named() -> None:
    views = read(
        "NAIROBI, 4 May 2025 (Unit) - The President of the Republic, H.E. Ann Otieno, met Ugandan Prime Minister Joel Okello.\n"
        "The Head of State thanked Uganda for its help to Kenya."
    )
    assert [m.name for m in views.mentions if m.type == "person"][-1] == "Ann Otieno"


def test_she_is_the_officeholder_told_of_last() -> None:
    views = read("Kenyan President Ann Otieno spoke.\nThe Ugandan president arrived on Tuesday.\nShe leaves tonight.")
    assert next(m.states for m in views.mentions if m.attributes.get("pronoun")) == ("UGA",)


def test_he_is_the_person_named_before() -> None:
    views = read("Ugandan President Joel Okello arrived in Nairobi.\nHe praised the treaty.")
    assert [m.name for m in views.mentions if m.attributes.get("pronoun")] == ["Joel Okello"]


def test_his_in_an_opening_phrase_is_whoever_the_sentence_is_about() -> None:
    views = read(
        "Kenyan President Ann Otieno spoke.\nLast May, during his visit to the north, Ugandan President Joel Okello spoke.\n"
        "He also praised the treaty."
    )
    assert [m.name for m in views.mentions if m.attributes.get("pronoun")] == ["Joel Okello", "Joel Okello"]


def test_she_is_not_the_guest_of_an_opening_participle() -> None:
    views = read(
        "Receiving Ugandan Ambassador Joel Okello, Kenyan President Ann Otieno spoke.\nShe praised the treaty."
    )
    assert [m.name for m in views.mentions if m.attributes.get("pronoun")] == ["Ann Otieno"]


def test_whose_office_the_comma_of_a_participle_parts() -> None:
    views = read(
        "Kenyan President Ann Otieno spoke.\nMeeting Ugandan Ambassador Joel Okello, the President praised the treaty."
    )
    assert next(m.office for m in views.mentions if m.name == "Joel Okello") == "Ambassador"


def test_a_report_from_abroad_gives_the_minister_no_state_of_its_dateline() -> None:
    text = (
        "NAIROBI - Foreign Minister Joel Okello on Monday met his Rwandan and Ugandan counterparts at a forum in Kenya.\n"
        "Uganda and Rwanda trade."
    )
    assert "KEN" not in next(m.states for m in read(text).mentions if m.name == "Joel Okello")


def test_a_counterpart_has_the_state_told_behind_the_name() -> None:
    views = read(
        "Ugandan Foreign Minister Joel Okello and his counterpart Ann Otieno, Kenya's cabinet secretary of Foreign Affairs, spoke."
    )
    assert [(m.name, m.states) for m in views.mentions if m.type == "person" and not m.attributes.get("pronoun")] == [
        ("Joel Okello", ("UGA",)),
        ("Ann Otieno", ("KEN",)),
    ]


def test_a_counterpart_holds_the_office_of_the_other() -> None:
    views = read("Kenyan President Ann Otieno and her Ugandan counterpart Joel Okello spoke.")
    assert next(m.attributes["role"] for m in views.mentions if m.name == "Joel Okello") == "President of Uganda"


def test_the_letterhead_comes_before_the_dateline() -> None:
    views = read(
        "Presidency of the Republic of Peru\nARICA, 28 May 2025 - The President of the Republic, Ana Ruiz, met her Chilean counterpart, "
        "Luis Soto.\nThe head of state praised Chile."
    )
    assert [m.name for m in views.mentions if m.type == "person"][-1] == "Ana Ruiz"


def test_a_shortened_name_is_the_same_person() -> None:
    views = read("President Ts.Batbold of Mongolia spoke.\nBatbold said the talks with Kenya were useful.")
    assert {m.name for m in views.mentions if m.type == "person"} == {"Ts.Batbold"}


def test_two_surnames_are_two_people() -> None:
    views = read("Kenyan Foreign Minister Ann Otieno met Kenyan Trade Minister Paul Otieno.")
    assert len({m.name for m in views.mentions if m.type == "person"}) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Foreign Minister (FM) Odo Kello of Uganda arrived in Nairobi.", {"Odo Kello"}),
        ("According to the Foreign Office, the foreign minister is visiting Kenya.", set()),
        ("The State Department, the president and the army of Uganda said no.", set()),
        ("Odo Kello, the Ugandan foreign minister, spoke.", {"Odo Kello"}),
    ],
)
def test_letters_behind_an_office_and_houses_of_state(text: str, names: set[str]) -> None:
    views = read(text, "")
    assert {m.name for m in views.mentions if m.type == "person"} == names
