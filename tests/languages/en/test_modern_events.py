"""Events as portals of today report them, with and without a day of their own."""

from __future__ import annotations

import pytest
from tests.languages.en.reading import check, claims

FOUND = [
    ("Days of Culture of Ghana in Kenya opened in Nairobi.", [{"name": "Days of Culture of Ghana", "type": "celebration", "states": ["GHA", "KEN"]}]),
    ("Days of Culture of Kenya will be held in the capital of Ghana.", [{"type": "celebration", "status": "planned"}]),
    ("Kenya and Ghana kickstarted a two-week military exercise at Nakuru on Monday.", [{"type": "exercise", "date": "2024-05-06"}]),
    ("The summit between Kenyan President Mary Otieno and Ghanaian President Kojo Mensah will be held on 20 May in Accra.",
     [{"type": "summit", "date": "2024-05-20", "status": "planned"}]),
    ("The presidents of Kenya and Ghana met in Accra on 3 May on the sidelines of a Group of Seven summit.", [{"name": "Group of Seven summit"}]),
    ("Mary Otieno, the President of Kenya, will attend a Kenya-Ghana trade summit in May. The Kenya-Ghana trade summit will be held on 20 May 2024.",
     [{"type": "summit", "date": "2024-05-20"}]),
]  # fmt: skip
NONE = [
    "Days of rain in Kenya and Ghana opened cracks in the roads.",
    "The presidents of Kenya and Ghana spoke of a summit.",
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_events_are_found(text: str, wanted: list[dict[str, object]]) -> None:
    check(claims(text, "2024-05-10", "event"), wanted)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_event_gives_none(text: str) -> None:
    assert claims(text, "2024-05-10", "event") == []
