"""States: names, near misses, time, languages, and that the tables are whole."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

from accord import gazetteer
from accord.gazetteer import KINDS, capital, display, forms, names, resolve, state, suggest
from accord.gazetteer._tables import read_table

NAMES = [
    ("Niger", "NER"),
    ("Nigeria", "NGA"),
    ("Dominica", "DMA"),
    ("Dominican Republic", "DOM"),
    ("the Dominican Republic", "DOM"),
    ("Guinea", "GIN"),
    ("Guinea-Bissau", "GNB"),
    ("Guinea Bissau", "GNB"),
    ("Equatorial Guinea", "GNQ"),
    ("Papua New Guinea", "PNG"),
    ("Congo-Brazzaville", "COG"),
    ("Republic of the Congo", "COG"),
    ("DRC", "COD"),
    ("DR Congo", "COD"),
    ("Democratic Republic of the Congo", "COD"),
    ("Zaire", "COD"),
    ("North Korea", "PRK"),
    ("DPRK", "PRK"),
    ("Democratic People's Republic of Korea", "PRK"),
    ("South Korea", "KOR"),
    ("Republic of Korea", "KOR"),
    ("China", "CHN"),
    ("Republic of China", "TWN"),
    ("People's Republic of China", "CHN"),
    ("Sudan", "SDN"),
    ("South Sudan", "SSD"),
    ("Samoa", "WSM"),
    ("American Samoa", "ASM"),
    ("Ireland", "IRL"),
    ("Northern Ireland", "GBR"),
    ("Georgia", "GEO"),
    ("Burma", "MMR"),
    ("Myanmar", "MMR"),
    ("Swaziland", "SWZ"),
    ("Eswatini", "SWZ"),
    ("Turkey", "TUR"),
    ("Türkiye", "TUR"),
    ("TURKIYE", "TUR"),
    ("Czech Republic", "CZE"),
    ("Czechia", "CZE"),
    ("Czechoslovakia", "CSK"),
    ("Ivory Coast", "CIV"),
    ("Côte d’Ivoire", "CIV"),
    ("cote d'ivoire", "CIV"),
    ("Macedonia", "MKD"),
    ("North Macedonia", "MKD"),
    ("Cape Verde", "CPV"),
    ("Cabo Verde", "CPV"),
    ("East Timor", "TLS"),
    ("UK", "GBR"),
    ("Great Britain", "GBR"),
    ("U.S.", "USA"),
    ("America", "USA"),
    ("Emirates", "ARE"),
    ("Kyrgyz Republic", "KGZ"),
    ("Kirghizia", "KGZ"),
    ("Holland", "NLD"),
    ("Holy See", "VAT"),
    ("Serbia", "SRB"),
    ("Serbia and Montenegro", "SCG"),
    ("GDR", "DDR"),
    ("West Germany", "DEU"),
    ("kg", "KGZ"),
    ("tJk", "TJK"),
    ("XK", "XKX"),
    ("Кыргызстан", "KGZ"),
    ("Киргизия", "KGZ"),
    ("Узбекистан", "UZB"),
    ("Тоҷикистон", "TJK"),
    ("Қирғизистон", "KGZ"),
    ("Royaume-Uni", "GBR"),
    ("Allemagne", "DEU"),
    ("États-Unis", "USA"),
    ("Deutschland", "DEU"),
    ("日本", "JPN"),
    ("Korea", None),
    ("Congo", None),
    ("CS", None),
    ("Tajik", None),
    ("Bishkek", None),
    ("Ruritania", None),
    ("", None),
]


@pytest.mark.parametrize(("name", "code"), NAMES)
def test_resolve(name: str, code: str | None) -> None:
    assert resolve(name) == code


DATED = [
    ("CS", date(1990, 5, 1), "CSK"),
    ("CS", date(2004, 5, 1), "SCG"),
    ("USSR", date(1985, 1, 1), "SUN"),
    ("USSR", date(1991, 12, 26), None),
    ("Yugoslavia", date(1999, 3, 24), "YUG"),
    ("Yugoslavia", date(2010, 1, 1), None),
    ("South Sudan", date(2011, 7, 8), None),
    ("South Sudan", date(2011, 7, 9), "SSD"),
    ("Burma", date(2024, 1, 1), "MMR"),
    ("East Germany", date(1990, 10, 2), "DDR"),
    ("East Germany", date(1990, 10, 3), None),
]


@pytest.mark.parametrize(("name", "on", "code"), DATED)
def test_resolve_on_a_day(name: str, on: date, code: str | None) -> None:
    assert resolve(name, on) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Tajik", "TJK"),
        ("Kyrgyz", "KGZ"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Dutch", "NLD"),
        ("Emirati", "ARE"),
        ("Laotian", "LAO"),
        ("the Kremlin", "RUS"),
        ("Moscow", None),  # of Russia and of the Soviet Union: a day decides
        ("Rabat", "MAR"),
        ("Nur-Sultan", "KAZ"),
        ("Congolese", None),
        ("Dominican", None),
    ],
)
def test_every_kind_on_request(name: str, code: str | None) -> None:
    assert resolve(name, kinds=KINDS) == code


def test_a_day_decides_between_a_state_and_its_forerunner() -> None:
    assert resolve("Moscow", date(1980, 1, 1), kinds=KINDS) == "SUN"
    assert resolve("Moscow", date(2020, 1, 1), kinds=KINDS) == "RUS"


@pytest.mark.parametrize(
    ("on", "seat"),
    [
        (date(1995, 1, 1), "Almaty"),
        (date(1998, 1, 1), "Akmola"),
        (date(2010, 1, 1), "Astana"),
        (date(2019, 3, 22), "Astana"),
        (date(2019, 3, 23), "Nur-Sultan"),
        (date(2022, 9, 16), "Nur-Sultan"),
        (date(2022, 9, 17), "Astana"),
        (None, "Astana"),
    ],
)
def test_capital_of_kazakhstan(on: date | None, seat: str) -> None:
    assert capital("KAZ", on) == seat


@pytest.mark.parametrize(
    ("typo", "meant"),
    [
        ("Tajikstn", "Tajikistan"),
        ("Kyrgizstan", "Kyrgyzstan"),
        ("Untied Kingdom", "United Kingdom"),
        ("Korea", "South Korea"),
        ("Korea", "North Korea"),
        ("Congo", "Republic of the Congo"),
        ("Congo", "Democratic Republic of the Congo"),
        ("CS", "Czechoslovakia"),
    ],
)
def test_suggest(typo: str, meant: str) -> None:
    assert meant in suggest(typo)[:3]


def test_nothing_to_suggest() -> None:
    assert suggest("qqqqqqqq") == []


@pytest.mark.parametrize(
    ("code", "locale", "shown"),
    [
        ("KGZ", "en", "Kyrgyzstan"),
        ("KGZ", "ru", "Киргизия"),
        ("TJK", "tg", "Тоҷикистон"),
        ("DEU", "fr", "Allemagne"),
        ("TUR", "en_GB", "Türkiye"),
        ("KGZ", "xx", "Kyrgyzstan"),
        ("ZZZ", "en", "ZZZ"),
    ],
)
def test_display(code: str, locale: str, shown: str) -> None:
    assert display(code, locale) == shown


def test_state_by_code() -> None:
    assert state("kg") is state("KGZ")
    with pytest.raises(KeyError):
        state("CS")
    with pytest.raises(KeyError):
        state("ZZ")


def test_numbers_of_the_data_sets() -> None:
    table = {
        "USA": (2, 2),
        "DEU": (255, 260),
        "YEM": (679, 678),
        "SRB": (345, 340),
        "KIR": (946, 970),
        "TJK": (702, 702),
    }
    assert {code: (state(code).cow, state(code).gw) for code in table} == table


@pytest.mark.parametrize("entry", gazetteer.all_states(), ids=lambda entry: entry.alpha3)
def test_every_state_is_complete_or_says_why(entry: gazetteer.State) -> None:
    assert len(entry.alpha3) == 3
    assert len(entry.alpha2) == 2
    assert (
        (entry.demonyms and entry.plurals and entry.capital) or "neither people nor capital" in entry.note or entry.note
    )
    assert (entry.cow is None) == (entry.gw is None)
    assert entry.cow or entry.status == "territory" or "no COW" in entry.note
    if entry.start and entry.end:
        assert entry.start < entry.end


@pytest.mark.parametrize("entry", gazetteer.all_states(), ids=lambda entry: entry.alpha3)
def test_every_name_and_capital_leads_back(entry: gazetteer.State) -> None:
    on = entry.start if entry.end else None
    assert resolve(entry.name, on) == entry.alpha3
    if entry.capital:
        day = on or date(2026, 1, 1)
        shared = {"Kingston"}
        assert resolve(entry.capital, day, kinds=KINDS) == entry.alpha3 or entry.capital in shared


def test_counts() -> None:
    by_status: dict[str, int] = defaultdict(int)
    for entry in gazetteer.all_states():
        by_status[entry.status] += 1
    assert by_status["state"] >= 195
    assert by_status["former"] == 5
    assert len(gazetteer.all_states()) == 255


def test_surfaces() -> None:
    found = list(names())
    assert len(found) == len(set(found))
    assert {kind for _, _, kind in found} == set(KINDS)
    assert all(surface == surface.strip() and surface for surface, _, _ in found)
    assert ("Korea" not in {surface for surface, _, _ in found}) and ("Tajiks", "TJK", "demonym-plural") in found


def test_a_shared_surface_is_flagged_and_living_states_come_first() -> None:
    owners: dict[str, list[str]] = defaultdict(list)
    for form in forms():
        if form.alpha3 not in owners[form.surface]:
            owners[form.surface].append(form.alpha3)
    for surface, codes in owners.items():
        living = [code for code in codes if state(code).status != "former"]
        assert codes[: len(living)] == living
        assert len(living) < 2 or gazetteer.ambiguous(surface), surface


def test_every_warning_stands_for_a_surface() -> None:
    surfaces = {form.surface for form in forms()}
    table = list(read_table("ambiguous.tsv"))
    assert [row[0] for row in table if row[0] not in surfaces] == []
    assert {row[1] for row in table} == {"word", "person", "region", "part", "states", "people"}


@pytest.mark.parametrize(
    "surface",
    ["Georgia", "Jordan", "Chad", "Turkey", "Guinea", "Congo", "Niger", "Polish", "Chile", "Mali", "Oman", "Cuba"],
)
def test_flagged(surface: str) -> None:
    assert gazetteer.ambiguous(surface)


@pytest.mark.parametrize("surface", ["Nigeria", "Tajikistan", "Guinea-Bissau", "South Sudan", "Kyrgyz", "Israel"])
def test_not_flagged(surface: str) -> None:
    assert not gazetteer.ambiguous(surface)
