"""What waits for people: in its order, page by page; closed by a word at once, and open again without it."""

from __future__ import annotations

import fakes
import pytest

from accord.pipeline import read
from accord.store import WHOLE, Doubtful, Open, Store, Word, anchor, queue

TEXT = "\n".join(f"event|Fair {n}|TJK,{'KGZ' if n % 2 else 'UZB'}|20{n:02}-05-01|reported|0.4" for n in range(8))
EVERY = Open()


def filled(store: Store) -> list[str]:
    """The ids of eight claims of two circles, each of which waits; the first are the most urgent."""
    read([fakes.raw("a.txt", TEXT)], store, fakes.tools())
    claims = sorted((r.claims[0] for r in store.records()), key=lambda c: str(c.values["name"]))
    for states in ("KGZ-TJK", "TJK-UZB"):
        own = [(n, c) for n, c in enumerate(claims) if "-".join(c.concerns) == states]
        store.queue.keep(states, [waits(c.id, 5 - n / 2, states, f"topic{n % 3}") for n, c in own])
    return [c.id for c in claims]


def waits(id_: str, priority: float, states: str, topic: str = "") -> Doubtful:
    return Doubtful(id_, "", priority, (states,), states, "event", (topic,), f'"{id_}"')


def ids(store: Store, asked: Open = EVERY) -> list[str]:
    return [body.strip('"') for body in store.queue.open(asked, limit=100).some]


def right(store: Store, id_: str, who: str = "Ana") -> Word:
    claim = store.claim(id_)
    assert claim is not None
    word = Word("right", (anchor(claim),), who=who, when="2026-01-01T00:00:00+00:00")
    store.judge(word)
    return word


def test_what_waits_goes_by_priority_across_circles(store: Store) -> None:
    every = filled(store)
    assert ids(store) == every
    some, after = [], ""
    while True:
        line = store.queue.open(EVERY, after=after, limit=3)
        some += [body.strip('"') for body in line.some]
        if not (after := line.after):
            break
    assert some == every
    at = store.queue.open(EVERY, every[3])
    assert (store.queue.count(EVERY), at.place, at.shown) == (8, 4, f'"{every[3]}"')
    assert (at.before, at.next) == (f'"{every[2]}"', f'"{every[4]}"')
    for gone in ("", every[0], "event-000000000000"):
        first = store.queue.open(EVERY, gone)
        assert (first.place, first.shown, first.before) == (1, f'"{every[0]}"', None)
        assert first.next == f'"{every[1]}"'
    last = store.queue.open(EVERY, every[7])
    assert (last.place, last.before, last.next) == (8, f'"{every[6]}"', None)
    on = store.queue.open(EVERY, after=store.queue.open(EVERY, limit=3).after, limit=3)
    assert (on.shown, on.next, on.some[0]) == (f'"{every[0]}"', f'"{every[1]}"', f'"{every[3]}"')


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        (Open("TJK-UZB"), [0, 2, 4, 6]),
        (Open(topic="topic1"), [1, 4, 7]),
        (Open(kind="visit"), []),
        (Open("KGZ-TJK", "event", pairs=False), [1, 3, 5, 7]),
        (Open(pairs=True), []),
    ],
)
def test_what_is_asked_of_it(store: Store, asked: Open, places: list[int]) -> None:
    every = filled(store)
    assert ids(store, asked) == [every[n] for n in places] and store.queue.count(asked) == len(places)
    assert ids(store, Open(without=(every[0], every[5]))) == [i for i in every if i not in (every[0], every[5])]
    assert store.queue.known() == (["KGZ-TJK", "TJK-UZB"], ["event"])


def test_a_word_closes_it_at_once_and_its_undoing_opens_it(store: Store) -> None:
    every = filled(store)
    mine, other = right(store, every[0]), right(store, every[0], "Ben")
    assert ids(store) == every[1:]
    store.queue.keep("TJK-UZB", [waits(i, 5 - n / 2, "TJK-UZB") for n, i in enumerate(every) if n % 2 == 0])
    assert ids(store) == every[1:]  # found before the word was said, and kept after it
    store.unjudge(mine.id)
    assert ids(store) == every[1:]
    store.unjudge(other.id)
    assert ids(store) == every


def test_all_together_come_in_place_of_all_circles_and_a_circle_of_all(store: Store) -> None:
    every = filled(store)
    store.queue.keep(WHOLE, [waits(every[4], 2, "TJK-UZB"), waits(every[5], 1, "KGZ-TJK")], "so made")
    assert ids(store) == [every[4], every[5]] and store.queue.made_of() == "so made"
    store.queue.keep("KGZ-TJK", [waits(every[1], 1, "KGZ-TJK")])
    assert ids(store) == [every[1]] and store.queue.made_of() == ""


def test_what_is_forgotten_waits_no_more(store: Store) -> None:
    filled(store)
    store.forget("a.txt")
    assert ids(store) == [] and store.queue.known() == ([], [])


def test_only_so_many_are_counted(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    every = filled(store)
    monkeypatch.setattr(queue, "_COUNTED", 5)
    assert store.queue.count(EVERY) == 5 and len(ids(store)) == len(every)
