"""A store on a server is the store in a file: the same exports and answers, one writer at a time, words for what fails."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import fakes
import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from accord.errors import StoreError, StoreLocked, StoreVersion, UsageError
from accord.exports import claim_lines, write
from accord.pipeline import read, run
from accord.store import Store, Wanted
from accord.store.engine import writing
from accord.store.where import beside, where, written

SAMPLES = Path(__file__).parents[2] / "examples"
Make = Callable[[], str]


def lines(store: Store) -> str:
    out = io.StringIO()
    write(claim_lines(store.claims(), least=0), out)
    return out.getvalue() + repr(store.records())


@pytest.fixture(scope="module")
def both(database: Make, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Store]]:
    """The same documents in a file, and on a server."""
    documents = sorted(p for p in (SAMPLES / "documents").iterdir() if p.is_file())[:8]
    places: list[str | Path] = [tmp_path_factory.mktemp("both") / "accord.db", database()]
    with ExitStack() as after:
        found = [after.enter_context(Store.open(place)) for place in places]
        for store in found:
            run(documents, store, manifest=SAMPLES / "manifest.jsonl")
        yield found


def test_both_give_the_same_bytes(both: list[Store]) -> None:
    one, other = both
    assert len(one.claims()) > 50
    assert lines(one) == lines(other)
    assert [s.doc for s in one.documents()] == [s.doc for s in other.documents()]
    assert one.page(Wanted(kind="agreement"), limit=5) == other.page(Wanted(kind="agreement"), limit=5)
    assert one.count(Wanted(topic="trade")) == other.count(Wanted(topic="trade"))


@pytest.mark.parametrize(
    "words",
    ["agreement", "signed the", "joint commission", '"joint commission"', "TRADE", "president's", "24/7", "of"],
)
def test_both_find_the_same_words(both: list[Store], words: str) -> None:
    one, other = ({found.record.id for found in store.search(words)} for store in both)
    assert one == other
    pages = [store.page(Wanted(words=words), limit=1000)[0] for store in both]
    assert pages[0] == pages[1]


def test_words_found_are_marked(database: Make) -> None:
    with Store.open(database(), resolver=fakes.resolver) as store:
        read([fakes.raw("a.txt", "agreement|Accord of São Tomé|TJK,KGZ|2025|reported|0.9")], store, fakes.tools())
        assert [f.snippet.count("\x02") for f in store.search("sao")] == [1]
        assert store.search("são tomé") and store.search("ACCORDS") and not store.search("tomé accord lisbon")


def test_writers_wait_for_each_other_and_nothing_is_lost(database: Make) -> None:
    place = database()
    Store.open(place).close()

    def write_some(number: int) -> None:
        with Store.open(place, resolver=fakes.resolver) as store:
            texts = [
                fakes.raw(f"{number}-{i}.txt", f"event|Fair {number}.{i}|TJK,KGZ|2025|reported|0.9") for i in range(5)
            ]
            read(texts, store, fakes.tools())

    writers = [threading.Thread(target=write_some, args=(n,)) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with Store.open(place, resolver=fakes.resolver) as store:
        assert len(store.claims()) == len(store.records()) == len(store.documents()) == 20


def test_a_writer_that_waits_too_long_is_told_so_and_readers_are_not_kept_waiting(database: Make) -> None:
    with Store.open(database(), wait=0.2, resolver=fakes.resolver) as store:
        with writing(store._engine, store.where):
            began = time.monotonic()
            assert store.claims() == []
            assert time.monotonic() - began < 0.2
            with pytest.raises(StoreLocked, match="another process is writing"):
                store.note_brief()
        store.note_brief()
        assert store.last_brief()


def test_a_writer_sees_what_the_one_before_kept(database: Make) -> None:
    place, begun = database(), threading.Event()
    with Store.open(place) as one, Store.open(place) as other:

        def second() -> None:
            begun.set()
            other.coding.keep_study("second")

        waiting = threading.Thread(target=second)
        with writing(one._engine, one.where) as connection:
            waiting.start()
            begun.wait()
            time.sleep(0.2)
            connection.execute(text("INSERT INTO meta VALUES ('study', 'first')"))
        waiting.join()
        assert one.coding.study() == "second"


def test_what_is_forgotten_is_in_no_table(database: Make) -> None:
    with Store.open(database(), resolver=fakes.resolver) as store:
        read([fakes.raw("a.txt", "event|Quincunx|TJK,KGZ|2025|reported|0.9")], store, fakes.tools())
        assert len(store.records()) == 1
        store.forget("a.txt")
        with store._engine.connect() as connection:
            tables = list(connection.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")))
            rows = [str(row) for table in tables for row in connection.execute(text(f"SELECT * FROM {table}"))]
        assert "fulltext" in tables and not any("uincunx" in row.lower() for row in rows)


def test_databases_that_are_no_store(database: Make, server: str) -> None:
    import psycopg

    foreign, newer = database(), database()
    with psycopg.connect(foreign, autocommit=True) as connection:
        connection.execute("CREATE TABLE letters (a text)")
    with pytest.raises(StoreVersion, match="of another program"):
        Store.open(foreign)
    Store.open(newer).close()
    with psycopg.connect(newer, autocommit=True) as connection:
        connection.execute("UPDATE accord_version SET number = 99")
    with pytest.raises(StoreVersion, match="newer Accord"):
        Store.open(newer)
    with pytest.raises(StoreError, match=r"cannot be reached.*does not exist"):
        Store.open(f"{server}/nowhere")
    port = make_url(server).port or 0
    with pytest.raises(StoreError, match="check that its server runs"):
        Store.open(f"postgresql://accord:hush@127.0.0.1:{port ^ 1}/accord", wait=1)


def test_an_address_with_its_password_is_never_shown() -> None:
    at = where("postgresql://ana:hush@db.example.org/relations")
    assert str(at) == "postgresql://ana:***@db.example.org/relations" and "hush" not in repr(at)
    assert where(written(at)) == at
    assert beside(at, ".users.json") == Path("relations.users.json")


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ("mysql://ana@host/db", "no store is kept at mysql://"),
        ("postgresql://ana@host", "names no database"),
        ("postgresql://host:port/db", "no address of a database"),
    ],
)
def test_addresses_that_are_none(given: str, error: str) -> None:
    with pytest.raises(UsageError, match=error):
        where(given)


@pytest.mark.parametrize("given", ["accord.db", "a/b:c.db", Path("x.db")])
def test_all_else_is_a_file(given: str | Path) -> None:
    assert where(given) == Path(given)


def test_the_desk_stands_on_either(both: list[Store]) -> None:
    from fastapi.testclient import TestClient

    from accord.web import Settings, create_app

    told = []
    for store in both:
        settings = Settings(store.where, as_of=date(2025, 6, 30), read_only=True)
        with TestClient(create_app(settings), base_url="http://127.0.0.1") as client:
            told.append(
                [
                    client.get(f"/api/{page}").json()
                    for page in ("dyads", "commitments", "contradictions", "people", "documents")
                ]
            )
            assert client.get("/").status_code == 200
    assert told[0] == told[1] and told[0][0]["total"] > 0
