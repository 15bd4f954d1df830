"""Organisations: names in both spellings, members in time."""

from __future__ import annotations

from datetime import date

import pytest

from accord import gazetteer
from accord.gazetteer import all_organisations, members, organisation, organisation_names, state
from accord.gazetteer._tables import read_csv


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Shanghai Cooperation Organisation", "SCO"),
        ("Shanghai Cooperation Organization", "SCO"),
        ("the Collective Security Treaty Organization", "CSTO"),
        ("Arab League", "Arab League"),
        ("League of Arab States", "Arab League"),
        ("European Union", "EU"),
        ("eu", "EU"),
        ("EC", "EC"),
        ("European Council", "European Council"),
        ("Council of Europe", "Council of Europe"),
        ("Eurasian Economic Union", "EAEU"),
        ("Eurasian Economic Community", "EurAsEC"),
        ("EEC", "EEC"),
        ("East African Community", "EAC"),
        ("Turkic Council", "OTS"),
        ("Andean Community", "CAN"),
        ("World Bank", "WB"),
        ("Asian Development Bank", "ADB"),
        ("African Development Bank", "AfDB"),
        ("Islamic Development Bank", "IsDB"),
        ("Inter-American Development Bank", "IDB"),
        ("International Criminal Court", "ICC"),
        ("International Court of Justice", "ICJ"),
        ("Commonwealth of Nations", "Commonwealth"),
        ("Commonwealth of Independent States", "CIS"),
        ("the bloc", None),
        ("", None),
    ],
)
def test_organisation(name: str, key: str | None) -> None:
    found = organisation(name)
    assert (found.key if found else None) == key


@pytest.mark.parametrize(
    "key",
    [
        "CSTO",
        "SCO",
        "CIS",
        "EAEU",
        "UN",
        "EU",
        "NATO",
        "ASEAN",
        "AU",
        "ECOWAS",
        "EAC",
        "SADC",
        "IGAD",
        "Mercosur",
        "CARICOM",
        "OAS",
        "UNASUR",
        "CELAC",
        "CAN",
        "GCC",
        "Arab League",
        "OIC",
        "BRICS",
        "G7",
        "G20",
        "APEC",
        "SAARC",
        "BIMSTEC",
        "OSCE",
        "Council of Europe",
        "Visegrad Group",
        "Benelux",
        "OPEC",
        "OECD",
        "WTO",
        "IMF",
        "WB",
        "ADB",
        "AIIB",
        "EBRD",
        "EIB",
        "AfDB",
        "IsDB",
        "IDB",
        "UNDP",
        "UNHCR",
        "UNESCO",
        "WHO",
        "FAO",
        "IAEA",
        "ILO",
        "IOM",
        "UNICEF",
        "WFP",
        "ICC",
        "ICJ",
        "OTS",
        "ECO",
        "CICA",
        "TRACECA",
        "EAPC",
        "GUAM",
        "OAPEC",
        "OACPS",
        "Commonwealth",
        "OIF",
        "CPLP",
        "PIF",
        "MRC",
        "LCBC",
        "OMVS",
    ],
)
def test_known(key: str) -> None:
    found = organisation(key)
    assert found is not None and found.key == key


@pytest.mark.parametrize(
    ("key", "on", "inside", "outside"),
    [
        ("EU", date(2020, 1, 31), "GBR", "UKR"),
        ("EU", date(2020, 2, 1), "HRV", "GBR"),
        ("EU", date(2013, 6, 30), "BGR", "HRV"),
        ("NATO", date(2024, 3, 6), "FIN", "SWE"),
        ("NATO", date(2024, 3, 7), "SWE", "AUT"),
        ("SCO", date(2018, 1, 1), "IND", "IRN"),
        ("SCO", None, "BLR", "TKM"),
        ("CSTO", date(2010, 1, 1), "UZB", "AZE"),
        ("CSTO", date(2015, 1, 1), "TJK", "UZB"),
        ("EAEU", None, "KGZ", "TJK"),
        ("CIS", date(2009, 9, 1), "TJK", "GEO"),
        ("ECOWAS", date(2025, 2, 1), "NGA", "MLI"),
        ("OTS", None, "KGZ", "TJK"),
        ("G7", date(1976, 7, 1), "CAN", "RUS"),
        ("BRICS", date(2010, 6, 1), "BRA", "EGY"),
        ("EAC", None, "SOM", "ETH"),
    ],
)
def test_members(key: str, on: date | None, inside: str, outside: str) -> None:
    found = members(key, on)
    assert inside in found
    assert outside not in found


@pytest.mark.parametrize(
    ("key", "count"),
    [
        ("EU", 27),
        ("NATO", 32),
        ("SCO", 10),
        ("EAEU", 5),
        ("ASEAN", 11),
        ("GCC", 6),
        ("OIC", 57),
        ("SADC", 16),
        ("COMESA", 21),
        ("OSCE", 57),
        ("Council of Europe", 46),
        ("OECD", 38),
        ("APEC", 21),
        ("Arab League", 22),
        ("ECOWAS", 12),
        ("CARICOM", 15),
        ("PIF", 18),
        ("CICA", 28),
        ("ECO", 10),
        ("EAC", 8),
        ("IGAD", 8),
        ("OPEC", 12),
        ("BSEC", 13),
    ],
)
def test_counts_of_members(key: str, count: int) -> None:
    assert len(members(key, date(2026, 6, 1))) == count


def test_members_of_nothing() -> None:
    assert members("UN") == []
    assert members("Warsaw Pact", date(2000, 1, 1)) == []
    with pytest.raises(KeyError):
        members("no such thing")


def test_tables_are_whole() -> None:
    keys = {entry.key for entry in all_organisations()}
    assert len(keys) == len(all_organisations()) >= 180
    for key, alpha3, start, end in read_csv("members.csv"):
        assert key in keys
        assert state(alpha3).alpha3 == alpha3
        assert not end or start[:4] <= end[:4]
    kinds = {"political", "security", "economic", "financial", "judicial", "un-agency", "forum"}
    assert {entry.type for entry in all_organisations()} == kinds
    for entry in all_organisations():
        assert entry.ambiguous <= set(entry.surfaces)
        assert entry.founded and (entry.ended is None or entry.founded <= entry.ended)


def test_no_surface_names_two_organisations() -> None:
    owners: dict[str, set[str]] = {}
    for surface, key in organisation_names():
        owners.setdefault(surface, set()).add(key)
    assert {surface: keys for surface, keys in owners.items() if len(keys) > 1} == {}


def test_public_names_exist() -> None:
    assert [name for name in gazetteer.__all__ if not hasattr(gazetteer, name)] == []
