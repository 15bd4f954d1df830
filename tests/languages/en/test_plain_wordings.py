"""Crossings, events, incidents, visits and meetings told in plain words, with near misses that give nothing."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from .reading import check, claims

Row = tuple[str, str, list[Mapping[str, object]]]  # kind, text, what is claimed of it

ROWS: list[Row] = [
    # crossings: other nouns, bare names, bridges by what passes
    ("crossing", "Togo and Benin reopened the landing place at Agbanakin on 2 March.", [{"name": "Agbanakin", "action": "reopened"}]),
    ("crossing", "Togo and Benin shall open a junction point at Tohoun.", [{"name": "Tohoun", "action": "planned"}]),
    ("crossing", "Togo locked the gates at Hilla-Kondji on 2 March, stranding traders from Benin.", [{"name": "Hilla-Kondji", "action": "closed"}]),
    ("crossing", "Togo and Benin opened the Mono bridge to lorries on 2 March.", [{"name": "Mono", "action": "opened"}]),
    ("crossing", "Togo and Benin opened the Mono bridge on 2 March.", []),
    ("crossing", "Togo's border with Benin is busy. Both Tohoun and Vellin will reopen for cars on 2 April.", [{"name": "Tohoun", "action": "reopened", "status": "planned"}, {"name": "Vellin", "action": "reopened", "status": "planned"}]),
    ("crossing", "On the border of Togo and Benin lorries were rolling through the Tohoun post as usual on 2 March.", []),
    ("crossing", "The Tohoun crossing between Togo and Benin is closed from 2 April.", [{"name": "Tohoun", "action": "closed", "status": "planned"}]),
    # events by plain verbs
    ("event", "Togolese and Beninese soldiers trained side by side at Parakou from 2 to 6 March.", [{"type": "exercise", "date": "2026-03-02/2026-03-06"}]),
    ("event", "Togolese firefighters reached Benin on 2 March after the floods at Malanville.", [{"type": "aid", "date": "2026-03-02"}]),
    ("event", "Togo lent Benin four helicopters in January 2026 to put out the fires.", [{"name": "Togo aid of helicopters to Benin", "type": "aid"}]),
    ("event", "Togo sent Benin 4,000 visitors in January 2026.", []),
    ("event", "Togo put three Beninese officials on its sanctions list on 2 March.", [{"type": "sanction", "name": "Togo sanctions on three Beninese officials"}]),
    ("event", "Togo and Benin swapped prisoners on 2 March.", [{"name": "prisoner swap", "date": "2026-03-02"}]),
    ("event", "A working group was set up in 2017 for the return of Togolese refugees from Benin.", []),
    # incidents
    ("incident", "Following the events of 2 March, when Togolese soldiers detained six Beninese farmers, the ambassador called on 5 March.", [{"type": "detention", "date": "2026-03-02"}]),
    ("incident", "Fishermen in Togo said three of their boats had been held by the Beninese since Monday.", [{"type": "detention", "date": "2026-03-16"}]),
    # visits and meetings
    ("visit", "The Togolese Prime Minister is in Cotonou. The visit of the Beninese President to Togo was expected last week. It was foreseen for 9 and 10 March and has been put off.", [{"host": "TGO", "status": "postponed", "date": "2026-03-09/2026-03-10"}]),
    ("visit", "During a state visit to Lomé in January 2026 by the Beninese president the countries signed two memorandums.", [{"host": "TGO", "type": "state", "date": "2026-01"}]),
    ("visit", "The tour takes Togolese Foreign Minister Kossi Amegan to Cotonou on 3 April and to Accra on 5 April.", [{"host": "BEN", "status": "planned", "date": "2026-04-03"}, {"host": "GHA", "status": "planned", "date": "2026-04-05"}]),
    ("visit", "No Togolese foreign minister has visited Benin in twelve years.", []),
    ("visit", "Kossi Amegan, the Togolese Foreign Minister, was in Cotonou, Benin, over the weekend.", [{"host": "BEN", "date": "2026-03-14/2026-03-15"}]),
    ("visit", "2019 (March): State visit of President Kossi Amegan of Togo to Benin.", [{"host": "BEN", "date": "2019-03"}]),
    ("meeting", "The Togolese Prime Minister Kossi Amegan was given a working lunch by President Luc Dossou of Benin on 2 March.", [{"participants": ["Kossi Amegan", "Luc Dossou"], "date": "2026-03-02"}]),
    ("meeting", "A joint committee chaired by the energy ministers of Togo and Benin will hold its ninth meeting in Lomé in April.", []),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "wanted"), ROWS, ids=[r[1][:60] for r in ROWS])
def test_plain_wordings(kind: str, text: str, wanted: list[Mapping[str, object]]) -> None:
    check(claims(text, "2026-03-18", kind), wanted)
