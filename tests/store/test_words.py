"""Records found by words: by the states of the record, and in a large store among what was read last."""

from __future__ import annotations

import fakes
import pytest
from sqlalchemy import text

from accord.pipeline import read
from accord.store import Store, Wanted, migrations, queries

FAIRS = "\n".join(f"event|Fair {n}|TJK,{'KGZ' if n % 2 else 'UZB'}|20{n:02}-05-01|reported|0.9" for n in range(12))


def fill(store: Store, **texts: str) -> None:
    read([fakes.raw(f"{name}.txt", said) for name, said in texts.items()], store, fakes.tools())
    store.refresh()


def wide(store: Store) -> str:
    """A record of three states, of which each of its two claims names two."""
    fill(
        store,
        a="agreement|Water Treaty|KAZ,UZB|2024|reported|0.9",
        b="agreement|Water Treaty|KAZ,TKM|2024|reported|0.9",
    )
    (record,) = store.records()
    assert record.concerns == ("KAZ", "TKM", "UZB") and len(record.claims) == 2
    return record.id


def test_a_claim_is_found_by_all_states_of_its_record(store: Store) -> None:
    id_ = wide(store)
    for states in (("KAZ",), ("KAZ", "TKM"), ("TKM", "UZB"), ("KAZ", "TKM", "UZB")):
        assert store.page(Wanted(between=states, words="water")) == ([id_], "")
        assert [hit.record for hit in store.hits("water", Wanted(between=states))] == [id_]
    assert store.page(Wanted(between=("TJK", "UZB"), words="water")) == ([], "")


def test_an_older_store_learns_the_states_of_its_claims(store: Store) -> None:
    id_ = wide(store)
    on_server = store._engine.dialect.name == "postgresql"
    bare = "words = to_tsvector('accord', 'water')" if on_server else "said = 'water'"
    with store._engine.begin() as connection:
        connection.execute(text(f"UPDATE fulltext SET {bare}"))
    wanted = Wanted(between=("TKM", "UZB"), words="water")
    assert store.page(wanted)[0] == []
    with store._engine.begin() as connection:
        connection.execute(text("UPDATE claims SET \"values\" = '{}'"))
        migrations._tenth(connection)
        migrations._tenth(connection)
    assert store.page(wanted)[0] == [id_]


@pytest.mark.parametrize("between", [(), ("TJK",), ("KGZ", "TJK")])
def test_a_list_with_words_is_the_list_of_those_that_have_them(store: Store, between: tuple[str, ...]) -> None:
    fill(store, a=FAIRS, b="event|Market|KGZ,TJK|2020-01-01|reported|0.9")
    every = [r.id for r in store.some(store.page(Wanted(between=between))[0]) if r.values["name"] != "Market"]
    some, after = [], ""
    while True:
        found = store.listed(Wanted(between=between, words="fair"), after, 4)
        some += found.ids
        assert not found.more and found.kinds == {"event": len(every)}
        if not (after := found.after):
            break
    assert some == every
    assert store.listed(Wanted("agreement", between, words="fair")).ids == []


def test_in_a_large_store_what_was_kept_last_is_looked_at(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store, a=FAIRS)
    whole = store.listed(Wanted(words="fair"))
    assert (len(whole.ids), whole.more) == (12, False) and not store.over("fair", 12)
    monkeypatch.setattr(queries, "SMALL", 5)
    monkeypatch.setattr(queries, "_LOOKED_AT", (5, 4))
    monkeypatch.setattr(queries, "_RANKED", (5, 3))
    found = store.listed(Wanted(words="fair"))
    names = [r.values["name"] for r in store.some(found.ids)]
    assert names == ["Fair 11", "Fair 10", "Fair 9", "Fair 8"] and found.more and found.kinds == {"event": 4}
    assert [r.values["name"] for r in store.some([h.record for h in store.hits("fair")])] == [
        "Fair 9",
        "Fair 10",
        "Fair 11",
    ]
    assert store.over("fair", 11)
