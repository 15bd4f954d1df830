"""What becomes of a work is weighed over all its sentences; near misses give other actions or none."""

import pytest
from tests.languages.en.reading import claims, document

from accord.languages.en.doings.works_evidence import NONE, outcomes
from accord.languages.en.learnt.model import Model, using
from accord.languages.en.text.weights import weights_of
from accord.languages.en.view import view

TOLD = [
    ("Kenya and Uganda discussed the Sio–Busia water pipeline.", [("mentioned", "reported")]),
    ("Crews of Kenya and Uganda are laying the Sio–Busia water pipeline.", [("construction", "reported")]),
    ("Kenya and Uganda will build the Sio–Busia water pipeline.", [("planned", "planned")]),
    ("Kenya and Uganda scrapped the Sio–Busia water pipeline.", [("cancelled", "reported")]),
]
NAMED = [
    ("Kenya and Uganda toured the Struma motorway tunnel.", "Struma motorway tunnel"),
    ("Kenya and Uganda toured the Kerch ferry harbour.", "Kerch ferry harbour"),
    ("Kenya and Uganda toured a container depot at Malaba.", "container depot at Malaba"),
]


_SIO = "Kenya and Uganda spoke of the Sio–Busia bridge.\n"
STEPS = [
    (f"{_SIO}Work on the bridge was launched in 2019 and stopped in 2021.", ["construction", "suspended"]),
    (f"{_SIO}Work on the bridge was launched in 2019 and talks stopped in 2021.", ["construction"]),
    (f"{_SIO}The bridge is being built by Kenya and will be ready next spring.", ["completed", "construction"]),
    ("The Sio–Busia bridge of Kenya and Uganda, opened in 1954, has been under repair since July 2024.", ["construction", "inaugurated"]),
    ("The Sio–Busia bridge of Kenya and Uganda, opened in 1954, is admired.", ["inaugurated"]),
    ("The Sio–Busia bridge of Kenya and Uganda, now 60% finished, should be ready by October 2026.", ["completed", "construction"]),
    ("Kenya told Uganda that the Sio–Busia bridge, announced in 1998, would be finished in 2028.", ["announced", "completed"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), STEPS)
def test_each_step_of_a_sentence(text: str, wanted: list[str]) -> None:
    assert sorted(c["action"] for c in claims(text, "2025-06-17", "project")) == wanted


@pytest.mark.parametrize(("text", "wanted"), TOLD, ids=[t[:40] for t, _ in TOLD])
def test_actions(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(c["action"], c["status"]) for c in claims(text, "2025-06-17", "project")] == wanted


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_names_with_plain_nouns_before_their_head(text: str, name: str) -> None:
    assert name in [m.name for m in view(document(text)).mentions if m.type == "project"]


def test_the_line_is_the_work_told_last() -> None:
    text = "Kenya and Uganda discussed the Sio–Busia railway.\nThe line was completed in 2021, Kenya said."
    told = claims(text, "2025-06-17", "project")
    assert [(c["name"], c["action"], c["date"]) for c in told] == [("Sio–Busia railway", "completed", "2021")]


def test_a_cost_names_the_work_told_last() -> None:
    text = "Kenya and Uganda discussed the Sio–Busia railway.\nRepairs would cost Kenya and Uganda $28 million."
    assert [c["about"] for c in claims(text, "2025-06-17", "indicator")] == [["Sio–Busia railway"]]


def test_chances_add_up() -> None:
    told = outcomes({"read complete reported": 1.0}, weights_of("works_action"), weights_of("works_status"))
    assert sum(told.values()) == pytest.approx(1.0)
    assert (
        told["completed/reported"]
        > outcomes({}, weights_of("works_action"), weights_of("works_status"))["completed/reported"]
    )
    assert NONE in told


LEARNT = {
    "kinds": {"names": ["project"], "bias": [-200], "marks": {"w=zorbed": [500]}},
    "keys": {},
    "codes": {
        "project": {
            "action": {"bias": {"mentioned": 0, "visited": 0}, "marks": {"w=zorbed": {"visited": 200}}},
            "status": {"bias": {"planned": 0, "reported": 50}, "marks": {}},
        }
    },
}
SILENT = "Kenya and Uganda scrapped the Sio–Busia water pipeline.\nThe pipeline was zorbed on 3 May 2025."
LEARNED = [
    ("Kenya and Uganda zorbed the Sio–Busia water pipeline.", ["visited"]),
    (f"{SILENT}", ["mentioned", "visited"]),
    ("Kenya and Uganda zorbed the Sio–Busia water pipeline after the Malaba bridge was completed in 2019.", ["completed", "mentioned"]),
    (SILENT.replace("pipeline was", "minister was"), ["mentioned"]),
    (f"{_SIO}Work on the bridge was launched in 2019, zorbed and stopped in 2021.", ["construction", "suspended"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), LEARNED)
def test_sentences_tell_of_a_work_what_such_ones_are_learnt_to_tell(text: str, wanted: list[str]) -> None:
    with using(Model(LEARNT)):
        found = [c["action"] for c in claims(text, "2025-06-17", "project")]
    assert sorted(found) == wanted
