#!/usr/bin/env python3
"""Planted truth: archives whose things, contradictions and kept promises are known, read and asked like any other.

    planted.py [--documents 2000] [--seed 1] [--errors]

Things are told 1 to 12 times in varied wording, spelling, precision and order; some sources contradict each other, some
are only vaguer; promises are kept, broken, half kept, overdue or never heard of again; yearly things come back; people
share a surname. Printed: pairwise precision, recall and F1 of identity over the claims that were found, the share of
false merges, precision and recall of contradictions, and how many outcomes of promises are right. Seed 1 is scored; what
was tuned was tuned on other seeds.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from accord.analysis.archive import Archive
from accord.analysis.commitments import ledger
from accord.analysis.contradictions import contradictions
from accord.gazetteer import all_states, places
from accord.pipeline import house, read
from accord.sources import discover
from accord.store import Store

AS_OF = date(2026, 6, 30)
_DYADS = 80  # pairs of states in an archive, each of its own
_SUBJECTS = (
    "Fisheries", "Seed Certification", "Road Transit", "Extradition", "Customs Data", "Veterinary Control", "Air Services",
    "Water Metering", "Student Exchange", "Tourism Promotion", "Double Taxation", "Forest Fires", "Railway Tariffs",
    "Mining Safety", "Consular Assistance", "Grain Storage", "Postal Services", "Nuclear Safety",
)  # fmt: skip
_FORMS = ("Agreement", "Protocol", "Convention", "Memorandum")
_FIRST = "Adil Berik Chanda Dorji Elmira Farida Gaston Hilda Imre Jovan Kofi Lucia Mirela Nadir Oksana Paulo".split()
_LAST = (
    "Khalmatov Zhumabek Tchokwe Achterberg Villanueva Sharapov Odhiambo Quispe Nguyentran Gelashvili Bouzidi Kowalewski "
    "Dashdorj Fuentealba Srisai Mwansa Petrosian Lungu"
).split()
_CROSSINGS = "Kairagach Dzhaltyr Morokwe Sabandia Khonpha Zhelezka Tambura Chirinda Yakoruda Desagua".split()
_SPELLINGS = (("kh", "h"), ("zh", "j"), ("dzh", "j"), ("ai", "ay"), ("ou", "u"), ("ch", "tch"))
_MONTHS = "January February March April May June July August September October November December".split()


class _State(NamedTuple):
    code: str
    name: str
    capital: str
    towns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that happened or was promised: how it is told, and what became of it."""

    id: str
    kind: str
    dyad: tuple[str, str]
    tellings: tuple[tuple[str, date], ...]  # sentence, earliest day of the document
    contradicted: tuple[int, ...] = ()  # the tellings that cannot both be true
    outcome: str = ""


@dataclass
class World:
    """The archive: each document's sentences with the things that they tell."""

    things: dict[str, Thing] = field(default_factory=dict)
    documents: list[tuple[str, date, list[tuple[str, str]]]] = field(default_factory=list)


def spelled(name: str, dice: random.Random) -> str:
    """A name in one of its spellings."""
    low = name.lower()
    options = [(a, b) for a, b in _SPELLINGS if a in low]
    if not options or dice.random() < 0.6:
        return name
    a, b = dice.choice(options)
    return " ".join(word.capitalize() for word in low.replace(a, b, 1).split())


def told_date(day: date, dice: random.Random, vague: float = 0.2) -> str:
    month = _MONTHS[day.month - 1]
    if dice.random() < vague:
        return f"in {month} {day.year}"
    return f"on {dice.choice((f'{day.day} {month} {day.year}', f'{month} {day.day}, {day.year}'))}"


def _day(dice: random.Random, first: date = date(2023, 1, 10), last: date = date(2025, 11, 20)) -> date:
    return first + timedelta(days=dice.randrange((last - first).days))


def _times(dice: random.Random) -> int:
    return min(12, 1 + int(dice.expovariate(0.45)))


class Planter:
    """Makes the things of one dyad."""

    def __init__(self, dyad: tuple[_State, _State], dice: random.Random) -> None:
        self.dice = dice
        one, two = dyad
        self.dyad = (one.code, two.code)
        self.a, self.ca, self.ta = one.name, one.capital, one.towns[0]
        self.b, self.cb, self.towns = two.name, two.capital, two.towns
        self.number = 0

    def thing(
        self, kind: str, tellings: list[tuple[str, date]], *, odds: tuple[int, ...] = (), outcome: str = ""
    ) -> Thing:
        self.number += 1
        return Thing(f"{'-'.join(self.dyad)}-{self.number}", kind, self.dyad, tuple(tellings), odds, outcome)

    def tell(
        self, patterns: list[str], day: date, *, date_of: date | None = None, **words: str
    ) -> list[tuple[str, date]]:
        """So many tellings, each in a wording of its own."""
        return [
            (self._filled(self.dice.choice(patterns), date_of or day, words), day) for _ in range(_times(self.dice))
        ]

    def _filled(self, pattern: str, day: date, words: Mapping[str, str]) -> str:
        own = {k: spelled(v, self.dice) if k in ("crossing", "person") else v for k, v in words.items()}
        one, two = (self.a, self.b) if self.dice.random() < 0.5 else (self.b, self.a)
        return pattern.format(a=self.a, b=self.b, ca=self.ca, cb=self.cb, ta=self.ta, one=one, two=two,
                              when=told_date(day, self.dice), **own)  # fmt: skip

    # ------------------------------------------------------------------ things

    def agreement(self, subject: str) -> Thing:
        day, form = _day(self.dice), self.dice.choice(_FORMS)
        title = f"{form} on {subject}"
        patterns = [
            "{one} and {two} signed the {title} in {ca} {when}.",
            "The {title} was signed by {one} and {two} {when}.",
            "In {ca} {one} and {two} signed the {title} {when}.",
            "The {title} between {one} and {two} was signed {when}.",
        ]
        tellings = self.tell(patterns, day, title=title)
        odds: tuple[int, ...] = ()
        if len(tellings) > 1 and self.dice.random() < 0.2:
            odds = (0, 1)
            exact = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
            other = day + timedelta(days=self.dice.randrange(2, 6))
            wrong = f"{other.day} {_MONTHS[other.month - 1]} {other.year}"
            tellings[0] = (f"{self.a} and {self.b} signed the {title} in {self.ca} on {exact}.", day)
            tellings[1] = (
                f"The {title} between {self.a} and {self.b} was signed on {wrong}.",
                day + timedelta(days=60),
            )
        return self.thing("agreement", tellings, odds=odds)

    def visit(self, name: str) -> Thing:
        day = _day(self.dice)
        patterns = [
            "Foreign Minister {person} of {a} paid an official visit to {b} {when}.",
            "{a}'s Foreign Minister {person} visited {cb} {when}.",
            "The Foreign Minister of {a}, {person}, arrived in {cb} {when} for an official visit.",
        ]
        first, last = name.split()
        return self.thing("visit", self.tell(patterns, day, person=f"{first} {last}"))

    def crossing(self, name: str) -> Iterator[Thing]:
        """Closed and reopened: steps of one thing. Closed long before: another."""
        shut = _day(self.dice, date(2023, 1, 15), date(2023, 6, 1))
        opened = _day(self.dice, date(2024, 1, 5), date(2024, 10, 5))
        before = _day(self.dice, date(2016, 1, 5), date(2017, 10, 5))
        closing = ["The {crossing} border crossing between {one} and {two} was closed {when}."]
        opening = ["The {crossing} border crossing between {one} and {two} was reopened {when}.",
                   "{one} and {two} reopened the {crossing} crossing point {when}."]  # fmt: skip
        told = [*self.tell(closing, shut, crossing=name), *self.tell(opening, opened, crossing=name)]
        yield self.thing("crossing", told)
        yield self.thing("crossing", self.tell(closing, date(2023, 1, 10), date_of=before, crossing=name)[:2])

    def festival(self, name: str) -> Iterator[Thing]:
        """A yearly thing: each year its own."""
        for year in (2023, 2024, 2025):
            day = date(year, 5, self.dice.randrange(3, 27))
            patterns = [
                "The {festival} of {a} and {b} was held in {ta} {when}.",
                "{a} and {b} held the {festival} in {ta} {when}.",
            ]
            yield self.thing("event", self.tell(patterns, day, festival=name)[:4])

    def session(self, ordinal: int) -> Thing:
        day = _day(self.dice)
        number = f"{ordinal}{'th' if 10 < ordinal % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(ordinal % 10, 'th')}"
        patterns = ["The {number} session of the {a}-{b} Joint Trade Commission was held in {ca} {when}.",
                    "{a} and {b} held the {number} session of their Joint Trade Commission in {ca} {when}."]  # fmt: skip
        return self.thing("body", self.tell(patterns, day, number=number))

    def trade(self, year: int, million: float, odds: float = 0.25) -> Thing:
        """A figure: told plainly, rounded, as a bound; now and then with another value."""
        day = date(year + 1, 2, 5)
        exact = f"${million:.1f} million"
        told = [f"Trade between {self.a} and {self.b} reached {exact} in {year}."]
        for _ in range(_times(self.dice)):
            rounded = int(million) if million >= 100 else million
            told.append(
                self.dice.choice(
                    (
                        f"Trade between {self.a} and {self.b} exceeded ${int(million * 0.97)} million in {year}.",
                        f"In {year} bilateral trade between {self.a} and {self.b} amounted to {exact}.",
                        f"Trade turnover between {self.b} and {self.a} was about ${rounded} million in {year}.",
                    )
                )
            )
        contradicted = self.dice.random() < odds
        if contradicted:
            wrong = million * self.dice.choice((0.6, 1.5, 1.9))
            told.append(f"Trade between {self.a} and {self.b} amounted to ${wrong:.1f} million in {year}.")
        return self.thing("indicator", [(t, day) for t in told], odds=(0, len(told) - 1) if contradicted else ())

    # ------------------------------------------------------------------ promises

    def target(self, value: float, latest: float) -> Iterator[Thing]:
        """A figure to be reached by the end of 2025, with the figure of 2025 where there is one."""
        aim = value * 2
        promise = [f"{self.a} and {self.b} agreed to raise trade turnover to ${aim:.0f} million by 2025."]
        share = latest / aim
        outcome = "kept" if share >= 1 else "partly" if (latest - value) / (aim - value) >= 0.5 else "broken"
        yield self.thing("commitment", [(t, date(2023, 3, 1)) for t in promise], outcome=outcome)
        yield self.trade(2025, latest, odds=0.0)

    def deed(self, outcome: str, crossing: str, city: str) -> Iterator[Thing]:
        """Something to be opened, with what was heard of it."""
        due = date(2024, self.dice.randrange(5, 11), 28)
        month = f"{_MONTHS[due.month - 1]} {due.year}"
        told, done = self.dice.choice(
            (
                (
                    f"{self.a} will open a consulate in {city}, {self.b}, by {month}.",
                    f"{self.a} opened a consulate in {city}, {self.b}, {{when}}.",
                ),
                (
                    f"{self.a} and {self.b} agreed to open the {crossing} border crossing by {month}.",
                    f"The {crossing} border crossing between {self.a} and {self.b} was opened {{when}}.",
                ),
            )
        )
        tellings = [(told, date(2023, 9, 1))]
        when = due - timedelta(days=self.dice.randrange(5, 60))
        if outcome == "kept":
            day = f"on {when.day} {_MONTHS[when.month - 1]} {when.year}"
            tellings.append((done.format(when=day), when))
        if outcome == "overdue":
            tellings.append((told.replace(month, "the end of 2026"), due + timedelta(days=60)))
        if outcome == "broken":
            thing = f"the consulate in {city}" if "consulate" in told else f"the {crossing} border crossing"
            tellings.append((f"{self.a} cancelled the opening of {thing}.", due + timedelta(days=20)))
        yield self.thing("promise", tellings, outcome=outcome)


def _pairs(dice: random.Random) -> list[tuple[_State, _State]]:
    """Pairs of states that have a capital and another town in the gazetteer."""
    towns: dict[str, list[str]] = defaultdict(list)
    for surface, place in places.names(min_population=100_000):
        if surface == place.name and not place.common and surface.isascii() and " " not in surface:
            towns[place.country].append(surface)
    known = []
    for state in all_states("state"):
        own = [t for t in sorted(set(towns[state.alpha3])) if t != state.capital]
        if (
            len(own) >= len(_DEEDS)
            and state.capital.isascii()
            and "," not in state.capital
            and " " not in state.name
            and state.alpha3 not in _HARD
        ):
            known.append(_State(state.alpha3, state.name, state.capital, tuple(dice.sample(own, len(_DEEDS)))))
    dice.shuffle(known)
    return list(zip(known[::2], known[1::2], strict=False))[:_DYADS]


_DEEDS = ("kept", "unverified", "overdue", "broken")
_HARD = frozenset({"GEO", "JOR", "TCD", "NER", "MLI", "GIN", "COG", "DMA"})  # names that are also something else


def _things(planter: Planter, dice: random.Random, letters: str) -> Iterator[Thing]:
    """All that happens between two states. `letters` make names that no other pair has."""
    for subject in dice.sample(_SUBJECTS, 12):
        yield planter.agreement(subject)
    names = [f"{one} {two}" for one, two in zip(dice.sample(_FIRST, 4), dice.choices(_LAST, k=4), strict=True)]
    for name in names:
        yield planter.visit(name)
    crossings = [c + letters for c in dice.sample(_CROSSINGS, 7)]
    for crossing in crossings[:3]:
        yield from planter.crossing(crossing)
    yield from planter.festival(dice.choice(("Harvest Festival", "Festival of Neighbours", "Border Fair")))
    first = dice.randrange(4, 18)
    for ordinal in (first, first + 1):
        yield planter.session(ordinal)
    base = round(dice.uniform(12, 900), 1)
    yield planter.trade(2022, base, odds=0.0)
    yield planter.trade(2023, round(base * dice.uniform(0.9, 1.3), 1))
    yield from planter.target(base, round(base * dice.choice((1.1, 1.7, 2.1)), 1))
    for outcome, crossing, town in zip(_DEEDS, crossings[3:], planter.towns, strict=True):
        yield from planter.deed(outcome, crossing, town)


def world(documents: int, seed: int) -> World:
    """An archive of so many documents: the tellings of all things dealt out, each document on one pair of states."""
    dice = random.Random(seed)
    made = World()
    decks: list[tuple[tuple[_State, _State], list[tuple[date, str, str]]]] = []
    for dyad in _pairs(dice):
        letters = dice.choice("aeio") + dice.choice("bdgklmnrstv") + dice.choice("aeiou")
        things = list(_things(Planter(dyad, dice), dice, letters))
        made.things |= {t.id: t for t in things}
        deck = [(_told_on(t, day, dice), sentence, t.id) for t in things for sentence, day in t.tellings]
        dice.shuffle(deck)
        decks.append((dyad, deck))
    total = sum(len(deck) for _, deck in decks)
    size = max(1, round(total / documents))
    for dyad, deck in decks:
        deck.sort()
        for start in range(0, len(deck), size):
            part = _once(deck[start : start + size])
            day = max(told[0] for told in part) + timedelta(days=1)
            made.documents.append(
                (f"{dyad[0].code}-{dyad[1].code}-{start // size:03}.txt", day, [(s, i) for _, s, i in part])
            )
    return made


def _told_on(thing: Thing, day: date, dice: random.Random) -> date:
    """When a thing is told: up to two years later, but promises and what became of them in their time."""
    if thing.outcome:
        return day
    return min(day + timedelta(days=dice.randrange(1, 700)), AS_OF - timedelta(days=20))


def _once(part: list[tuple[date, str, str]]) -> list[tuple[date, str, str]]:
    """A document tells a thing once."""
    first: dict[str, tuple[date, str, str]] = {}
    for told in part:
        first.setdefault(told[2], told)
    return list(first.values())


def text_of(day: date, sentences: list[tuple[str, str]]) -> str:
    """A document's text: its day, then a paragraph a sentence."""
    return "\n\n".join([f"{day.day} {_MONTHS[day.month - 1]} {day.year}", *(s for s, _ in sentences)]) + "\n"


# ---------------------------------------------------------------------- asking


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", action="store_true", help="show what went wrong")
    args = parser.parse_args()
    made = world(args.documents, args.seed)
    with tempfile.TemporaryDirectory() as folder:
        _write(made, Path(folder) / "texts")
        with Store.open(Path(folder) / "planted.db") as store:
            read(list(discover([Path(folder) / "texts"])), store, house)
            spots = _spots(made, store)
            archive = Archive.of(store)
            told = _told(archive, spots)
            print(f"{len(made.documents)} documents, {len(made.things)} things, {sum(map(len, spots.values()))} tellings, "
                  f"{len(told)} claims of them, {len(archive.records)} records")  # fmt: skip
            _identity(archive, told, args.errors)
            _contradictions(archive, told, made, args.errors)
            _outcomes(archive, told, made, args.errors)
    return 0


Spots = dict[str, list[tuple[int, int, str]]]


def _write(made: World, folder: Path) -> None:
    folder.mkdir(parents=True)
    for name, day, sentences in made.documents:
        (folder / name).write_text(text_of(day, sentences), encoding="utf-8")


def _spots(made: World, store: Store) -> Spots:
    """Where in the clean text of each document its things are told."""
    texts = {
        name.rsplit("/", 1)[-1]: store.document(s.document.hash).text for s in store.documents() for name in s.names
    }
    spots: Spots = {}
    for name, _, sentences in made.documents:
        found = [(texts[name].find(s), s, thing) for s, thing in sentences]
        spots[name] = [(at, at + len(s), thing) for at, s, thing in found if at >= 0]
    return spots


def _told(archive: Archive, spots: Spots) -> dict[str, tuple[str, str]]:
    """Claim -> the thing whose telling it stands in, and its record. Promises and their deeds are told apart by what
    becomes of them, not by identity."""
    found = {}
    for record in archive.records:
        for claim in record.claims:
            name = claim.doc.rsplit("/", 1)[-1]
            at = claim.evidence[0].start
            thing = next((t for first, last, t in spots.get(name, ()) if first <= at < last), None)
            if thing is not None:
                found[claim.id] = thing, record.id
    return found


def _identity(archive: Archive, told: Mapping[str, tuple[str, str]], errors: bool) -> None:
    claims = {c.id: c for r in archive.records for c in r.claims}
    by_thing: dict[tuple[str, str], list[str]] = defaultdict(list)
    by_record: dict[str, list[str]] = defaultdict(list)
    for claim, (thing, record) in told.items():
        by_thing[thing, claims[claim].kind].append(claim)
        by_record[record].append(claim)
    wanted = {pair for some in by_thing.values() for pair in combinations(sorted(some), 2)}
    made = {pair for some in by_record.values() for pair in combinations(sorted(some), 2)}
    right = len(wanted & made)
    precision, recall = right / max(1, len(made)), right / max(1, len(wanted))
    print(f"identity: precision {precision:.4f}, recall {recall:.4f}, F1 {2 * precision * recall / max(1e-9, precision + recall):.4f}; "
          f"false merges {len(made - wanted) / max(1, len(made)):.4f}")  # fmt: skip
    if errors:
        for name, pairs in (("MERGED", made - wanted), ("APART", wanted - made)):
            for a, b in sorted(pairs)[:40]:
                print(
                    name, claims[a].kind, "|", claims[a].evidence[0].quote[:110], "|", claims[b].evidence[0].quote[:110]
                )


def _contradictions(archive: Archive, told: Mapping[str, tuple[str, str]], made: World, errors: bool) -> None:
    where: dict[str, set[str]] = defaultdict(set)
    for name, _, sentences in made.documents:
        for sentence, thing in sentences:
            where[f"{thing} {sentence}"].add(name)
    wanted = {
        t.id
        for t in made.things.values()
        if t.contradicted and all(where[f"{t.id} {t.tellings[i][0]}"] for i in t.contradicted)
    }
    found: dict[str, str] = {}
    for agreement in contradictions(archive):
        things = {told[c.id][0] for camp in agreement.camps for c in camp.claims if c.id in told}
        for thing in things or {agreement.record.id}:
            found[thing] = f"{agreement.key}: " + " / ".join(str(c.value) for c in agreement.camps)
    right = len(wanted & found.keys())
    print(f"contradictions: precision {right / max(1, len(found)):.4f}, recall {right / max(1, len(wanted)):.4f} "
          f"({len(wanted)} planted, {len(found)} found)")  # fmt: skip
    if errors:
        for thing in sorted(found.keys() - wanted)[:20]:
            print("NONE", thing, found[thing], made.things[thing].tellings[:4] if thing in made.things else "")
        for thing in sorted(wanted - found.keys())[:20]:
            print("MISSED", thing, [s for s, _ in made.things[thing].tellings])


def _outcomes(archive: Archive, told: Mapping[str, tuple[str, str]], made: World, errors: bool) -> None:
    wanted = {t.id: t.outcome for t in made.things.values() if t.outcome}
    got: dict[str, set[str]] = defaultdict(set)
    reasons: dict[str, str] = {}
    first = {t.id: t.tellings[0][0] for t in made.things.values() if t.outcome}
    for entry in ledger(archive, AS_OF):
        for claim in entry.record.claims:
            thing = told.get(claim.id, ("", ""))[0]
            if thing in wanted and claim.evidence[0].quote in first[thing]:  # the promise as it was first given
                got[thing].add(entry.outcome)
                reasons[thing] = entry.reason
    right = sum(got.get(t) == {o} for t, o in wanted.items())
    print(
        f"outcomes: {right / max(1, len(wanted)):.4f} right of {len(wanted)}; {sum(t not in got for t in wanted)} not found at all"
    )
    if errors:
        for thing, outcome in sorted(wanted.items()):
            if got.get(thing) != {outcome}:
                print(
                    "OUTCOME",
                    thing,
                    "wanted",
                    outcome,
                    "got",
                    sorted(got.get(thing, ())),
                    reasons.get(thing, ""),
                    made.things[thing].tellings,
                )


if __name__ == "__main__":
    sys.exit(main())
