"""Who is who comes out the same whether documents come one by one, go again, are read again and judged, or all at once."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from accord.document import Document, Evidence
from accord.kinds import kinds
from accord.record import Claim, claim_id
from accord.resolve import find_people, resolve, voices
from accord.resolve.census import Census, Turn
from accord.resolve.facts import Shape
from accord.resolve.judge import judged_claims
from accord.resolve.made import make_made
from accord.resolve.roster import rows_of, totals_of
from accord.store import Kept, Store, local, sighted, tables, world
from accord.store.judgements import Word, anchor
from accord.store.rows import record_row
from accord.store.together import Together

STATES = ("TJK", "KGZ")
FULL = (
    "Farrukh Olimov", "Farrukh Olimov", "Olimov Farrukh", "Farrukh Sherali Olimov", "Farukh Olimov", "F. Olimov", "Bakhtiyor Olimov",
    "Bek Toromyrzaev", "Bek Toromirzaev", "Bek Toromyrza", "Bakyt Torobaev", "Olimova Zarina", "Zarina Olimova",
)  # fmt: skip
SURNAMES = ("Olimov", "Olimova", "Toromyrzaev", "Torobaev", "Farrukh")
OFFICES = (
    "President of {}",
    "Foreign Minister of {}",
    "the President",
    "Ambassador of {}",
    "leaders of both countries",
)
COUNTRIES = ("Tajikistan", "Kyrgyzstan")
DAYS = ("2025-03-12", "2024-11-02", "2019-05-01", "2022-02-01", "2015", "2013-06", "2011-02-03", "")


def somebody(dice: random.Random) -> str:
    office = dice.choice(OFFICES).format(dice.choice(COUNTRIES))
    name = dice.choice(FULL if dice.random() < 0.6 else SURNAMES)
    return dice.choice((name, name, name, office, f"{office.split(' of ')[0]} {name}", f"Tajik President {name}"))


def told(dice: random.Random) -> tuple[str, dict[str, Any]]:
    one, two = dice.sample(STATES, 2)
    date = {"date": day} if (day := dice.choice(DAYS)) else {}
    match dice.randrange(4):
        case 0:
            return "meeting", {"states": [one, two], "participants": sorted({somebody(dice), somebody(dice)})} | date
        case 1 | 2:
            visit = {"visitor": somebody(dice), "host": two} | date
            visit |= {"sending": one} if dice.random() < 0.6 else {}
            return "visit", visit | (
                {"office": dice.choice(("President", "Ambassador"))} if dice.random() < 0.5 else {}
            )
        case _:
            role = {"role": dice.choice(OFFICES).format(dice.choice(COUNTRIES))} if dice.random() < 0.5 else {}
            return "assessment", {"speaker": somebody(dice), "topic": ["border"], "stance": "positive"} | role


def paper(dice: random.Random) -> Kept:
    text, lines = f"{dice.randrange(10**9)}\n", [told(dice) for _ in range(dice.choice((0, 1, 1, 2, 3)))]
    spans = []
    for kind, values in lines:
        line = f"{kind} {sorted(values.items())}"
        spans.append((len(text), len(text) + len(line)))
        text += line + "\n"
    hash_ = hashlib.sha256(text.encode()).hexdigest()
    doc = f"{hash_[:9]}.txt"
    found = [
        Claim(
            claim_id(hash_, kind, values, a, b), hash_, doc, kind, values,
            (Evidence(doc, a, b, text[a:b], tuple(values)),), "reported", tuple(sorted(STATES)),
        )
        for (kind, values), (a, b) in zip(lines, spans, strict=True)
    ]  # fmt: skip
    return Kept(Document(hash_, doc, text, (), "en", doc), text.encode(), found)


def change(store: Store, dice: random.Random, number: int, read: list[Kept]) -> None:
    claims, words, papers = store.claims(), store.judgements(), store.documents()
    what = dice.random()
    if what < 0.45 or not claims:
        read.append(paper(dice))
        store.keep(read[-1:])
    elif what < 0.6:
        store.forget(dice.choice(papers).document.doc)
    elif what < 0.75:
        store.keep([dice.choice(read)])  # again, or for the first time since it was forgotten
    elif what < 0.9 or not words:
        when = f"2026-01-01T00:{number // 60 % 60:02}:{number % 60:02}+00:00"
        verdict = dice.choice(("wrong", "wrong", "right"))
        store.judge(Word(verdict, (anchor(dice.choice(claims)),), who="N", when=when))
    else:
        store.unjudge(dice.choice(words).id)


def remembered(store: Store) -> dict[str, Any]:
    """What the tables hold of people."""
    with store._engine.connect() as connection:
        seen = sighted.Sighted(connection, frozenset())
        persons = list(connection.scalars(select(tables.people.c.person)))
        return {
            "rows": sorted(repr(sighted.row_of(r)) for r in connection.execute(select(tables.sightings))),
            "names": {r.name: r.person for r in connection.execute(select(tables.spellings))},
            "totals": seen.totals(persons),
            "holdings": len(connection.execute(select(tables.holdings)).all()),
            "made": world.made_of(connection, [c.id for c in store.claims()]),
            "stirred": connection.execute(select(tables.stirred)).all(),
        }


def at_once(store: Store) -> dict[str, Any]:
    """What they hold when all claims are looked at anew."""
    from accord.resolve.spellings import short_form
    from accord.resolve.words import numbered

    claims = judged_claims(store.claims(), store.judged()[0])
    people = find_people(claims, kinds())
    rows = rows_of(people.sightings, people.persons)
    totals = totals_of(rows)
    names = {r.name: numbered(people.names.get(r.name) or short_form(r.name)) for r in rows if r.name}
    made = make_made(claims, {name: Shape(kind) for name, kind in kinds().items()}, people)
    held = sum(len(one.held) for one in totals.values())
    return {
        "rows": sorted(map(repr, rows)), "names": names, "totals": totals, "holdings": held, "made": made, "stirred": [],
    }  # fmt: skip


@pytest.mark.parametrize(("where", "seed"), [*(("sqlite", seed) for seed in range(5)), ("postgresql", 5)])
def test_step_by_step_or_all_at_once(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, seed: int
) -> None:
    dice, read = random.Random(seed), list[Kept]()
    place = tmp_path / "a.db" if where == "sqlite" else request.getfixturevalue("database")()
    with Store.open(place) as store:
        store.rebuild()
        monkeypatch.setattr(Together, "rebuild", lambda _: pytest.fail("all was put together anew"))
        monkeypatch.setattr(local, "forget_all", lambda _: None)
        for number in range(45):
            for _ in range(dice.choice((1, 1, 1, 4))):
                change(store, dice, dice.randrange(3600), read)
            found = [(record_row(r), [c.id for c in r.claims]) for r in store.records()]
            assert remembered(store) == at_once(store), (number, "what is remembered")
            whole = resolve(store.claims(), voices(store.prints()), store.judged()[0])
            assert found == [(record_row(r), [c.id for c in r.claims]) for r in whole], (number, "the records")
        with store._engine.connect() as connection:
            assert len(set(connection.scalars(select(tables.sightings.c.person)))) > 5


def test_the_order_of_reading_makes_no_difference(tmp_path: Path) -> None:
    papers = [paper(random.Random(seed)) for seed in range(20)]
    found = []
    for seed in range(3):
        order = random.Random(seed).sample(papers, len(papers))
        with Store.open(tmp_path / f"{seed}.db") as store:
            for one in order:
                store.keep([one])
                store.refresh()
            store.forget(order[0].document.doc)
            store.refresh()
            store.keep([order[0]])
            store.refresh()
            found.append((remembered(store), [record_row(r) for r in store.records()]))
    assert all(one == found[0] for one in found)


def test_only_people_whom_the_names_touch_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(3)
    others = [
        _visit(
            f"{dice.choice('BDGKLMNPRSTVZ')}{dice.choice('aeiou')}{'rlnmst'[n % 6]}o {chr(65 + n % 26)}e{n % 7}bekov", n
        )
        for n in range(80)
    ]
    with Store.open(tmp_path / "a.db") as store:
        store.keep([*others, _visit("Kairat Osmonov", 90)])
        store.rebuild()
        looked = list[set[str]]()
        real = Census.register
        monkeypatch.setattr(Census, "register", lambda self, papers: looked.append(set(papers)) or real(self, papers))
        monkeypatch.setattr(Together, "rebuild", lambda _: pytest.fail("all was put together anew"))
        store.keep([_visit("Kayrat Aibekovich Osmonov", 91)])
        store.refresh()
        assert len(looked) == 1
        assert len(looked[0]) == 2


def _visit(name: str, number: int) -> Kept:
    text = f"{number} {name} visited"
    hash_ = hashlib.sha256(text.encode()).hexdigest()
    values = {"visitor": name, "host": "KGZ", "sending": "TJK", "office": "Envoy", "date": "2025-03-12"}
    evidence = (Evidence(hash_, 0, len(text), text, tuple(values)),)
    claim = Claim(
        claim_id(hash_, "visit", values, 0, len(text)), hash_, hash_, "visit", values, evidence, "reported", STATES
    )
    return Kept(Document(hash_, hash_, text, (), "en", hash_), text.encode(), [claim])


def test_what_two_processes_remember_of_one_change_is_remembered_once(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        store.keep([_visit("Farrukh Olimov", 1)])
        store.rebuild()
        with store._engine.begin() as connection:
            rows = [sighted.row_of(r) for r in connection.execute(select(tables.sightings))]
            sighted.keep(connection, Turn(come=rows))
            assert [sighted.row_of(r) for r in connection.execute(select(tables.sightings))] == rows != []
