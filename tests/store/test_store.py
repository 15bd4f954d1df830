"""The store: what goes in comes out, what is forgotten is gone, and nothing half-done is ever seen."""

from __future__ import annotations

import itertools
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import fakes
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.errors import NotFound, StoreError, StoreFull, StoreLocked, StoreVersion
from accord.exports import claim_lines, document_lines
from accord.pipeline import read
from accord.store import Skipped, Store, Wanted
from accord.store import migrations as migrating
from accord.store.engine import translated, writing
from accord.store.migrations import MIGRATIONS, migrate
from accord.store.sqlite import APPLICATION_ID, network_filesystem, open_engine

TEXTS = {"a.txt": fakes.TREATY, "b.txt": fakes.SECOND, "c.txt": fakes.DOUBTFUL, "ru.txt": fakes.RUSSIAN}


def fill(store: Store, texts: dict[str, str] | None = None, **options: object) -> None:
    read([fakes.raw(doc, text) for doc, text in (texts or TEXTS).items()], store, fakes.tools(), **options)  # type: ignore[arg-type]


def everything(store: Store) -> str:
    """All that a store exports, as text."""
    documents = document_lines((store.document(s.document.hash), s.names, s.state) for s in store.documents())
    return repr([*claim_lines(store.claims(), least=0), *documents, store.records(), store.skipped()])


def test_what_goes_in_comes_out(store: Store) -> None:
    fill(store)
    claims = store.claims()
    assert [(c.doc, c.values.get("title") or c.values["name"]) for c in claims] == [
        ("a.txt", "Border Treaty"),
        ("b.txt", "Border Treaty"),
        ("b.txt", "Nowruz"),
        ("c.txt", "Quarrel of neighbours"),
    ]
    stored = store.documents()[0]
    document = store.document(stored.document.hash)
    assert document.text == fakes.TREATY
    assert store.raw(document.hash) == fakes.TREATY.encode()
    assert fakes.extract(document) == tuple(store.claims(document=document.hash))
    assert [(s.doc, s.claims, s.state) for s in store.documents()] == [
        ("a.txt", 1, "read"),
        ("b.txt", 2, "read"),
        ("c.txt", 1, "read"),
        ("ru.txt", 0, "kept"),
    ]


def test_records_are_put_together_and_go_round(store: Store) -> None:
    fill(store)
    assert store.stale
    treaty = store.records(kind="agreement")[0]
    assert not store.stale
    assert [c.doc for c in treaty.claims] == ["a.txt", "b.txt"]
    assert treaty == next(r for r in fakes.resolver(store.claims(), {}) if r.kind == "agreement")
    fill(store, {"d.txt": "agreement|Water Treaty|KAZ,UZB|2024|reported|0.9\n"})
    assert len(store.records(kind="agreement")) == 2


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({}, ["Border Treaty", "Nowruz", "Quarrel of neighbours"]),
        ({"between": ["KGZ", "TJK"]}, ["Border Treaty", "Nowruz", "Quarrel of neighbours"]),
        ({"between": ["KGZ", "UZB"]}, ["Nowruz"]),
        ({"between": ["KGZ", "FRA"]}, []),
        ({"kind": "event"}, ["Nowruz", "Quarrel of neighbours"]),
        ({"since": date(2025, 3, 20)}, ["Border Treaty", "Nowruz"]),  # one of its claims says March only
        ({"since": date(2025, 4, 1)}, []),
        ({"until": date(2025, 3, 13)}, ["Border Treaty"]),
        ({"least": 0.5}, ["Border Treaty", "Nowruz"]),
        ({"topic": "water"}, []),
    ],
)
def test_asking_for_records(store: Store, asked: dict[str, object], names: list[str]) -> None:
    fill(store)
    found = store.records(**asked)  # type: ignore[arg-type]
    assert [r.id for r in found] == sorted(r.id for r in found)
    assert sorted(r.values.get("title") or r.values["name"] for r in found) == names


def test_searching(store: Store) -> None:
    fill(store)
    hits = store.search("border treaties")
    assert [hit.record.kind for hit in hits] == ["agreement"]
    assert "\x02Border\x03" in hits[0].snippet
    assert store.search("nowruz", Wanted(between=("UZB",)))
    assert not store.search("nowruz", Wanted(between=("FRA",)))
    assert store.search('"border treaty"')
    assert not store.search('"treaty border"')


@pytest.mark.parametrize(
    "words", ["", '"', "***", "a AND", "NEAR(", "title:x", "'; DROP TABLE claims --", "^", "quo-te*"]
)
def test_no_words_are_taken_for_operators(store: Store, words: str) -> None:
    fill(store)
    assert store.search(words) == []


def test_ids_may_be_shortened(store: Store) -> None:
    fill(store)
    record, claim = store.get("agreement-")[0], store.claims()[0]
    assert store.get(record.id) == (record, None)
    assert store.get(claim.id) == (record, claim)
    assert store.get(claim.id[:-2]) == (record, claim)
    with pytest.raises(NotFound, match="begins"):
        store.get("event-")
    with pytest.raises(NotFound, match="nothing has the id"):
        store.get("visit-1")


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_order_of_reading_makes_no_difference(tmp_path: Path, order: tuple[int, ...]) -> None:
    """The same bytes under two names are one document, called by the smaller, with what is said of that one."""
    files = [("x/b.txt", fakes.TREATY), ("a.txt", fakes.TREATY), ("c.txt", fakes.SECOND), ("z.txt", fakes.TREATY)]
    tools = fakes.tools({"x/b.txt": {"published": "2025-05"}, "a.txt": {"published": "2025-04"}})
    with Store.open(tmp_path / "a.db", resolver=fakes.resolver) as one:
        read([fakes.raw(*files[i]) for i in order], one, tools)
        with Store.open(tmp_path / "b.db", resolver=fakes.resolver) as two:
            read([fakes.raw(*file) for file in files], two, tools)
            assert everything(one) == everything(two)
        assert [s.names for s in one.documents()] == [("a.txt", "x/b.txt", "z.txt"), ("c.txt",)]
        assert str(one.documents()[0].document.published) == "2025-04"


def test_a_second_reading_changes_no_byte(store: Store, path: Path) -> None:
    fill(store)
    store.records()
    before = everything(store), path.read_bytes(), Path(f"{path}-wal").read_bytes()
    read(
        [*(fakes.raw(doc, text) for doc, text in TEXTS.items()), fakes.problem("bad.pdf")],
        store,
        fakes.tools(),
    )
    read([fakes.problem("bad.pdf")], store, fakes.tools())
    again = Path(f"{path}-wal").read_bytes()
    read([*(fakes.raw(doc, text) for doc, text in TEXTS.items()), fakes.problem("bad.pdf")], store, fakes.tools())
    assert Path(f"{path}-wal").read_bytes() == again
    store.forget("bad.pdf")
    assert everything(store) == before[0]


LINE = st.tuples(
    st.sampled_from(["agreement", "event"]),
    st.text(st.sampled_from("ABCDEFGHIJ"), min_size=1, max_size=4),
    st.sampled_from(["TJK,KGZ", "KEN,UGA", "PER,BOL,CHL"]),
    st.sampled_from(["2024", "2025-03-13"]),
    st.just("reported"),
    st.sampled_from(["0.4", "0.9"]),
)
TEXT = st.lists(LINE.map("|".join), min_size=1, max_size=4).map("\n".join)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXT, min_size=1, max_size=4, unique=True), which=st.integers(0, 3))
def test_forgetting_removes_exactly_its_claims(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], which: int
) -> None:
    """A store that forgot a document exports what one that never read it does."""
    folder = tmp_path_factory.mktemp("forget")
    named = {f"{number}.txt": text for number, text in enumerate(texts)}
    doc = list(named)[which % len(named)]
    rest = {name: text for name, text in named.items() if name != doc}
    with (
        Store.open(folder / "a.db", resolver=fakes.resolver) as one,
        Store.open(folder / "b.db", resolver=fakes.resolver) as two,
    ):
        fill(one, named)
        one.records()
        count = len([c for c in one.claims() if c.doc == doc])
        assert one.forget(doc).claims == count
        if rest:
            fill(two, rest)
        assert everything(one) == everything(two)


def test_forgetting_leaves_nothing_of_the_content(store: Store, path: Path) -> None:
    fill(store, {"a.txt": "event|Zanzibarquark|TJK,KGZ|2025|reported|0.9\n", "b.txt": fakes.SECOND})
    store.search("zanzibarquark")
    files = [path, Path(f"{path}-wal")]
    assert any(b"anzibarquark" in file.read_bytes() for file in files)
    store.forget("a.txt")
    assert not any(b"anzibarquark" in file.read_bytes() for file in files if file.exists())


def test_forgetting_by_any_name_and_by_hash(store: Store) -> None:
    read([fakes.raw("a.txt", fakes.TREATY), fakes.raw("b/a.txt", fakes.TREATY)], store, fakes.tools())
    assert store.forget("b/a.txt").names == ("a.txt", "b/a.txt")
    fill(store, {"same.txt": fakes.TREATY})
    fill(store, {"same.txt": fakes.SECOND})
    with pytest.raises(NotFound, match="2 documents are called") as error:
        store.forget("same.txt")
    assert store.forget(error.value.mend.split()[-1]).doc == "same.txt"
    with pytest.raises(NotFound, match="no document is called"):
        store.forget("other.txt")


def test_a_killed_transaction_leaves_nothing(path: Path) -> None:
    """A process that dies within a transaction leaves what was there before."""
    with Store.open(path, resolver=fakes.resolver) as store:
        fill(store)
        before = everything(store)
    script = (
        "import os, signal, sys; sys.path.insert(0, sys.argv[2]); import fakes\n"
        "from accord.store import Store, store as module\n"
        "module.fulltext.add = lambda *a: os.kill(os.getpid(), signal.SIGKILL)\n"
        "from accord.pipeline import read\n"
        "read([fakes.raw('new.txt', fakes.TREATY + 'more')], Store.open(sys.argv[1]), fakes.tools())\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path), str(Path(__file__).parent)], check=False)
    assert done.returncode == -9
    with Store.open(path, resolver=fakes.resolver) as store:
        assert everything(store) == before
        fill(store, {"new.txt": fakes.TREATY + "more"})
        assert len(store.documents()) == 5


def test_an_error_within_a_transaction_undoes_it(store: Store, path: Path) -> None:
    engine = open_engine(path, 1, False)
    with pytest.raises(ZeroDivisionError), writing(engine, path) as connection:
        connection.exec_driver_sql("INSERT INTO meta VALUES ('x', 'y')")
        raise ZeroDivisionError
    engine.dispose()
    with closing(sqlite3.connect(path)) as connection:
        assert not connection.execute("SELECT 1 FROM meta WHERE key = 'x'").fetchall()


def test_settings_of_a_store(store: Store, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)


def test_stores_migrate(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An older store is brought up; one of a newer Accord is named and left alone."""
    with Store.open(path, resolver=fakes.resolver) as store:
        fill(store)

    def second(connection: object) -> None:
        connection.exec_driver_sql("CREATE TABLE later (id TEXT PRIMARY KEY)")  # type: ignore[attr-defined]

    engine = open_engine(path, 1, False)
    newer = (*MIGRATIONS, second)
    assert migrate(engine, path, newer) == len(newer)
    assert migrate(engine, path, newer) == len(newer)
    engine.dispose()
    with pytest.raises(StoreVersion, match="newer Accord"):
        Store.open(path)
    monkeypatch.setattr(migrating, "MIGRATIONS", newer)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM claims").fetchone() == (4,)


def test_topics_of_an_older_store_become_lists(path: Path) -> None:
    told = 'Border news\nagreement|On "topic": trade|TJK,KGZ|2025-03-13|reported|0.9\n'
    with Store.open(path, resolver=fakes.resolver) as store:
        fill(store, {"a.txt": told})
        (claim,) = store.claims()
        with store._engine.begin() as connection:
            of_before = json.dumps(dict(claim.values) | {"topic": "trade"})
            connection.exec_driver_sql('UPDATE claims SET "values" = ?', (of_before,))
            connection.exec_driver_sql("PRAGMA user_version = 15")
    with Store.open(path, resolver=fakes.resolver) as store:
        assert [c.values for c in store.claims()] == [dict(claim.values) | {"topic": ["trade"]}]


def test_a_migration_that_fails_changes_nothing(path: Path) -> None:
    Store.open(path).close()

    def broken(connection: object) -> None:
        connection.exec_driver_sql("CREATE TABLE half (id TEXT)")  # type: ignore[attr-defined]
        raise ZeroDivisionError

    engine = open_engine(path, 1, False)
    with pytest.raises(ZeroDivisionError):
        migrate(engine, path, (*MIGRATIONS, broken))
    engine.dispose()
    with closing(sqlite3.connect(path)) as connection:
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchall()


@pytest.mark.parametrize("content", [b"hello, I am a letter", b"PK\x03\x04" * 50])
def test_a_file_that_is_no_store(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreVersion, match="no store of Accord"):
        Store.open(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreVersion, match="another program"):
        Store.open(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    path.touch()
    with Store.open(path) as store:
        assert store.documents() == []


def test_a_damaged_store_is_named(path: Path) -> None:
    with Store.open(path, resolver=fakes.resolver) as store:
        fill(store, {f"{n}.txt": f"{fakes.TREATY}{n}" for n in range(50)})
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        Store.open(path).documents()


def test_no_store_and_no_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="accord read"):
        Store.open(tmp_path / "none.db", create=False)
    with pytest.raises(StoreError, match="folder"):
        Store.open(tmp_path / "no" / "such" / "a.db")
    with pytest.raises(StoreError):
        Store.open(tmp_path)


def test_a_locked_store(path: Path) -> None:
    with (
        Store.open(path, wait=0.05, resolver=fakes.resolver) as store,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        fill(store)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLocked, match="another process"):
            fill(store, {"new.txt": "talk"})
        assert len(store.claims()) == 4  # reading goes on meanwhile
        other.execute("ROLLBACK")
        fill(store, {"new.txt": "talk"})


def test_a_full_disk_is_named_and_what_was_read_is_kept(path: Path) -> None:
    with Store.open(path, resolver=fakes.resolver) as store:
        fill(store)
        with translated(path), store._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreFull, match="free some space"):
            fill(store, {"big.txt": "".join(f"event|E{n}|TJK,KGZ|2025|reported|0.9\n" for n in range(2000))})
    with Store.open(path, resolver=fakes.resolver) as store:
        assert len(store.documents()) == 4


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/local ext4 rw 0 0
//nas/share /mnt/my\\040share cifs rw 0 0
me@host:/ /mnt/ssh fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/tmp/a.db", ""),
        ("/home/me/a.db", "nfs4"),
        ("/home/local/a.db", ""),
        ("/homes/a.db", ""),
        ("/mnt/my share/a.db", "cifs"),
        ("/mnt/ssh/deep/a.db", "fuse.sshfs"),
    ],
)
def test_network_drives_are_noticed(tmp_path: Path, place: str, kind: str) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert network_filesystem(Path(place), mounts) == kind
    assert network_filesystem(Path(place), tmp_path / "none") == ""


def test_on_a_network_drive_there_is_no_write_ahead_log(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accord.store.sqlite.network_filesystem", lambda path: "nfs4")
    with Store.open(path, resolver=fakes.resolver) as store:
        fill(store)
        assert "network drive (nfs4)" in store.notice
        assert not Path(f"{path}-wal").exists()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_skipped_has_its_reason_once() -> None:
    assert str(Skipped("a.pdf", "a.pdf is encrypted", "unlock it")) == "a.pdf: is encrypted; unlock it"
    assert str(Skipped("a.pdf", "encrypted")) == "a.pdf: encrypted"


def test_records_changed_meanwhile_are_put_together_again(path: Path) -> None:
    """A reading that another process ends while records are put together is not missed."""
    calls = []

    def slow(claims, prints, judgements):  # type: ignore[no-untyped-def]
        calls.append(len(claims))
        if len(calls) == 1:
            with Store.open(path, resolver=fakes.resolver) as other:
                fill(other, {"late.txt": "event|Late|TJK,KGZ|2025|reported|0.9\n"})
        return fakes.resolver(claims, prints)

    with Store.open(path, resolver=slow) as store:
        fill(store)
        assert "Late" in {r.values.get("name") for r in store.records()}
    assert calls == [4, 5]


def test_processes_may_read_into_one_new_store_at_once(path: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[2]); import fakes\n"
        "from accord.pipeline import read\n"
        "from accord.store import Store\n"
        "with Store.open(sys.argv[1]) as store:\n"
        "    files = [fakes.raw(f'{n}.txt', f'{fakes.TREATY}{n}') for n in range(int(sys.argv[3]), 40)]\n"
        "    read(files, store, fakes.tools())\n"
    )
    command = [sys.executable, "-c", script, str(path), str(Path(__file__).parent)]
    running = [subprocess.Popen([*command, str(n)], stderr=subprocess.PIPE) for n in range(4)]
    assert [(process.communicate()[1], process.returncode) for process in running] == [(b"", 0)] * 4
    with Store.open(path, resolver=fakes.resolver) as store:
        assert len(store.documents()) == len(store.claims()) == 40
