"""The command line: what each command prints, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import fakes
import pytest

import accord
from accord.cli.commands import app

Run = Callable[..., Any]
COMMANDS = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]


def test_the_commands_of_the_contract_are_there() -> None:
    contract = "read brief list search people show documents forget export demo eval"
    assert sorted(COMMANDS) == sorted(contract.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_teaches_by_examples(run: Run, command: str) -> None:
    help_ = run(command, "--help")
    assert help_.code == 0
    assert f"accord {command}" in help_.out.split("Example", 1)[1]
    assert "--store" in help_.out


def test_help_and_version(run: Run) -> None:
    assert "Exit codes" in run("--help").out
    assert run("--version").out == f"accord {accord.__version__}\n"
    bare = run()
    assert bare.code == 2
    assert "Commands:" in bare.out + bare.err


def test_reading(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(fakes.TREATY)
    first = run("read", "a.txt")
    assert (first.code, first.out) == (0, "read 1 document (1 claim); store: accord.db\n")
    assert run("read", "a.txt").out == "read 0 documents (0 claims), 1 unchanged; store: accord.db\n"
    assert run("read", "a.txt", "--again", "--verbose").out.startswith("read\ta.txt\n")


def test_what_is_skipped_is_named_with_reason_and_mend(filled: Run, tmp_path: Path) -> None:
    (tmp_path / "in" / "bad.txt").write_text("BROKEN")
    (tmp_path / "in" / "ru.txt").write_text(fakes.RUSSIAN)
    ran = filled("read", "in")
    assert ran.code == 1
    assert "3 unchanged, 2 skipped" in ran.out
    assert "skipped bad.txt: is broken; mend it\n" in ran.err
    assert "skipped ru.txt: kept, not read for facts: Russian\n" in ran.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["read", "nowhere"], "there is nothing at nowhere"),
        (["read"], "Missing argument"),
        (["read", "in", "--published", "March"], "'March' is no ISO 8601 date"),
        (["read", "in", "--manifest", "none.jsonl"], "none.jsonl"),
        (["list", "treaties"], "the kinds are agreements, assessments, bodies"),
        (["list", "visits", "--since", "soon"], "'soon' is no ISO 8601 date"),
        (["list", "visits", "--since", "2025", "--until", "2024"], "--since 2025 is later than --until 2024"),
        (["list", "visits", "--between", "Tajikistan", "Kirgistann"], "did you mean"),
        (["list", "visits", "--between", "Tajikistan"], "requires 2 arguments"),
        (["list", "visits", "--format", "xml"], "xml"),
        (["list", "visits", "--topic", "love"], "the topics are border, security"),
        (["brief", "TJK", "Tadschikistan"], "are one state"),
        (["brief", "TJK", "KGZ", "-o", "brief.odt"], "no brief is written as .odt"),
        (["brief", "TJK", "KGZ", "-o", "brief.pdf", "--template", "t.docx"], "--template is for Word"),
        (["show", "visit-1"], "nothing has the id 'visit-1'"),
        (["forget", "other.txt"], "no document is called 'other.txt'"),
        (["export", "-", "--claims", "--documents"], "two exports"),
        (["eval", "none.jsonl"], "none.jsonl cannot be read"),
        (["frobnicate"], "frobnicate"),
        (["list", "visits", "--frob"], "--frob"),
    ],
)
def test_wrong_usage(filled: Run, words: list[str], told: str) -> None:
    ran = filled(*words)
    assert ran.code == 2
    assert told in " ".join(ran.err.split())
    assert ran.out == ""


def test_without_a_store(run: Run) -> None:
    ran = run("list", "visits")
    assert (ran.code, ran.out) == (3, "")
    assert "accord: there is no store at accord.db; run `accord read` first" in ran.err


def test_a_locked_store_ends_with_3(filled: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ACCORD_WAIT", "0.1")
    (tmp_path / "new.txt").write_text("talk")
    with closing(sqlite3.connect("accord.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        ran = filled("read", "new.txt")
    assert ran.code == 3
    assert "another process is writing to it; wait until it is done" in ran.err


def test_a_file_that_is_no_store_ends_with_3(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear colleague, " * 20)
    ran = run("documents", "--store", "letter.txt")
    assert ran.code == 3
    assert "letter.txt is no store of Accord" in ran.err


def test_the_store_is_named_in_three_ways(filled: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    Path("accord.db").rename("other.db")
    Path("accord.db-wal").unlink(missing_ok=True)
    listed = filled("documents", "--store", "other.db").out
    assert "a.txt" in listed
    assert filled("--store", "other.db", "documents").out == listed
    monkeypatch.setenv("ACCORD_STORE", "other.db")
    assert filled("documents").out == listed
    assert filled("documents", "--store", "none.db").code == 3


def test_listing_in_plain_lines(filled: Run) -> None:
    ran = filled("list", "agreements", "--between", "Таджикистан", "KGZ")
    assert ran.code == 0
    head, line = ran.out.splitlines()
    assert head.split() == ["DATE", "TITLE", "PARTIES", "SOURCES", "ID"]
    assert line.startswith("2025-03-13  Border Treaty  TJK; KGZ")
    assert "\x1b" not in ran.out
    assert filled("list", "agreement").out == filled("list", "Agreements").out


def test_listing_says_what_was_left_out(filled: Run) -> None:
    ran = filled("list", "events")
    assert "Quarrel" not in ran.out
    assert "1 record under the threshold left out (--doubtful shows them)" in ran.err
    assert "Quarrel" in filled("list", "events", "--all").out
    doubtful = filled("list", "events", "--doubtful")
    assert "Quarrel" in doubtful.out
    assert len(doubtful.out.splitlines()) == 2
    dated = filled("list", "events", "--all", "--since", "2025")
    assert "1 record without a date left out" in dated.err
    assert "Nowruz" in dated.out
    none = filled("list", "visits")
    assert (none.code, none.out, none.err) == (0, "", "no visits of this sort\n")


def test_so_many_lines_at_most(run: Run, tmp_path: Path) -> None:
    days = range(1, 29)
    lines = [
        f"event|Fair {month}-{day}|TJK,KGZ|2025-{month:02}-{day:02}|reported|0.9"
        for month in range(1, 9)
        for day in days
    ]
    (tmp_path / "a.txt").write_text("\n".join(lines))
    run("read", "a.txt")
    listed = run("list", "events")
    assert len(listed.out.splitlines()) == 1 + 200
    assert listed.err == "the newest 200 alone (--limit 0 shows all)\n"
    days = [row["date"] for row in csv.DictReader(io.StringIO(run("list", "events", "--format", "csv").out))]
    assert days == sorted(days, reverse=True)
    assert len(days) == len(run("list", "events", "--limit", "0").out.splitlines()) - 1 == 224
    shown = [line.split()[0] for line in run("list", "events", "--limit", "3").out.splitlines()[1:]]
    assert shown == days[:3]
    found = run("search", "Fair", "--limit", "2")
    assert len(found.out.splitlines()) == 2 * 2
    assert found.err == "the best 2 alone (--limit 0 shows more)\n"
    assert run("list", "events", "--limit", "-1").code == 2


def test_listing_for_programs(filled: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(filled("list", "agreements", "--format", "csv").out)))
    assert rows[0]["title"] == "Border Treaty"
    assert (rows[0]["status"], rows[0]["sources"], rows[0]["parties"]) == ("reported", "2", "TJK; KGZ")
    line = json.loads(filled("list", "agreements", "--format", "jsonl").out)
    assert line["sources"] == ["a.txt", "sub/b.txt"]
    assert len(line["claims"]) == 2


def test_hostile_text_is_only_text(run: Run, tmp_path: Path) -> None:
    name = "=HYPERLINK(1)\x1b[31m<script>"
    (tmp_path / "a.txt").write_text(f"event|{name}|TJK,KGZ|2025|reported|0.9\n")
    run("read", "a.txt")
    assert "\x1b" not in run("list", "events").out + run("search", "script").out
    row = next(csv.DictReader(io.StringIO(run("list", "events", "--format", "csv").out)))
    assert row["name"].startswith("'=HYPERLINK")


def test_searching(filled: Run) -> None:
    ran = filled("search", "border", "treaty")
    assert ran.out.startswith("agreement-")
    assert "*Border* *Treaty*" in ran.out
    assert "[a.txt]" in ran.out or "[sub/b.txt]" in ran.out
    assert filled("search", "nowruz", "--between", "TJK", "France").err == "nothing found for 'nowruz'\n"
    row = json.loads(filled("search", "nowruz", "--format", "jsonl").out)
    assert row["kind"] == "event"


def test_showing_one_record(filled: Run) -> None:
    id_ = json.loads(filled("list", "agreements", "--format", "jsonl").out)["id"]
    ran = filled("show", id_[:-3])
    for part in (
        "agreement: Border Treaty",
        "2 sources, 2 voices",
        "but also: 2025-03 ",
        "[1] a.txt (Border news)",
        "[2] sub/b.txt (Later)",
        "“agreement|Border Treaty|TJK,KGZ|2025-03|reported|0.8”",
        "for date, parties, title",
        "[2] with [1], score 1.00",
        "same name",
    ):
        assert part in ran.out
    claim = json.loads(filled("export", "-", "--claims").out.splitlines()[0])["id"]
    assert f"(the record of the claim {claim})" in filled("show", claim).out
    assert json.loads(filled("show", id_, "--format", "jsonl").out)["id"] == id_


def test_documents(filled: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("BROKEN")
    filled("read", "bad.txt")
    ran = filled("documents")
    assert "3 documents in English, 4 claims" in ran.out
    assert "1 skipped:" in ran.out
    assert ran.out.splitlines()[-1].split() == ["bad.txt", "is", "broken", "mend", "it"]
    rows = list(csv.DictReader(io.StringIO(filled("documents", "--format", "csv").out)))
    assert [(row["document"], row["state"]) for row in rows][-1] == ("bad.txt", "skipped")


def test_people_are_asked_by_state(filled: Run) -> None:
    assert filled("people", "TJK").code == 0
    assert filled("people", "Tajikistan", "--on", "2025-03").code == 0
    assert "nobody of this sort" in filled("people", "--office", "no such office").err
    assert filled("people", "Nowhereland").code == 2


def test_forgetting(filled: Run) -> None:
    assert filled("forget", "sub/b.txt").out == "forgotten: sub/b.txt and 2 claims\n"
    assert "Nowruz" not in filled("list", "events").out
    assert filled("forget", "sub/b.txt").code == 2


def test_exporting(filled: Run, tmp_path: Path) -> None:
    ran = filled("export", "out.jsonl", "--claims")
    assert (ran.out, ran.err) == ("", "3 claims in out.jsonl\n")
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [line["doc"] for line in lines] == ["a.txt", "sub/b.txt", "sub/b.txt"]
    assert filled("export", "-", "--claims", "--all").out.count("\n") == 4
    assert filled("export", "-").out.count("\n") == 2
    documents = [json.loads(line) for line in filled("export", "-", "--documents").out.splitlines()]
    assert documents[0]["text"] == fakes.TREATY
    assert filled("export", "nowhere/out.jsonl").code == 3
    assert not list(tmp_path.glob(".*"))


def test_pasted_text(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(fakes.TREATY.encode())))
    assert run("read", "-").code == 0
    assert "pasted" in run("documents").out


@dataclass
class Written:
    statements: int = 3
    withheld: int = 1
    doubtful: int = 2
    skipped: int = 0


def test_the_brief_is_asked_for_as_it_was_said(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}

    def write_brief(store: object, **options: Any) -> Written:
        asked.update(options)
        return Written()

    monkeypatch.setattr("accord.brief.command.write_brief", write_brief)
    ran = filled(
        *[
            "brief",
            "Kirgisistan",
            "TJK",
            "-o",
            "b.docx",
            "--since",
            "2024",
            "--until",
            "2025-02",
            "--as-of",
            "2025-03-01",
        ],
        *["--with-documents", "--template", "t.docx", "--marking", "Internal"],
        *["--topic", "Trade", "--changes-since", "2025-01"],
    )
    assert (ran.code, ran.out) == (0, "b.docx\n")
    assert ran.err == "3 statements; left out: 1 withheld, 2 doubtful, 0 skipped\n"
    assert asked == {
        "states": ["KGZ", "TJK"],
        "output": Path("b.docx"),
        "since": date(2024, 1, 1),
        "until": date(2025, 2, 28),
        "as_of": date(2025, 3, 1),
        "with_documents": True,
        "template": Path("t.docx"),
        "marking": "Internal",
        "topic": "trade",
        "changes_since": "2025-01",
    }
    assert filled("brief", "KGZ", "TJK").out == ""
    assert asked["as_of"] == date.today()


def test_the_demo(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    (corpus / "documents").mkdir(parents=True)
    (corpus / "documents" / "a.txt").write_text(fakes.TREATY)
    (corpus / "documents" / "b.txt").write_text(fakes.SECOND)
    (corpus / "manifest.jsonl").write_text('{"doc": "a.txt", "published": "2025-04"}\n')
    monkeypatch.setattr("accord.cli.demo.examples", lambda: corpus)
    monkeypatch.setattr("accord.brief.command.write_brief", lambda store, **options: Written())
    ran = run("demo", "--store", "demo.db", "--output", "demo.html")
    assert ran.code == 0
    assert "the brief on Kyrgyzstan and Tajikistan is in demo.html" in ran.out
    assert "made up" in ran.err
    scratch = run("demo")
    assert "accord-demo-" in scratch.out


def test_the_sample_corpus_is_found() -> None:
    from accord.cli.demo import examples

    assert list((examples() / "documents").iterdir())


def test_a_manifest_dates_the_documents(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(fakes.DOUBTFUL)
    (tmp_path / "m.jsonl").write_text('{"doc": "a.txt", "published": "2025-04", "other": 1}\n')
    run("read", "a.txt")
    assert run("read", "a.txt", "--manifest", "m.jsonl").out.startswith("read 1 document")
    assert run("read", "a.txt", "--manifest", "m.jsonl").out.startswith("read 0 documents (0 claims), 1 unchanged")
    line = json.loads(run("export", "-", "--claims", "--all").out)
    assert (line["date"], line["basis"]) == ("2025-04", {"date": "manifest"})


def test_stopping_by_hand(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("accord.store.Store.documents", interrupted)
    ran = filled("documents")
    assert ran.code == 130
    assert ran.err.strip().startswith("accord: stopped; what was read is kept")


def test_progress_in_plain_lines(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from accord.cli.progress import Progress

    clock = iter([0.0, 2.0, 4.0])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    with Progress(patience=0.0) as progress:
        progress.step(0.25, 3)
        progress.step(1.0)
    assert capsys.readouterr().err == (
        "read 1 documents (0.5 a second), 3 claims; 25% of the input, about 6 s left ...\n"
        "read 2 documents (0.5 a second), 3 claims; 100% of the input ...\n"
    )
    monkeypatch.undo()
    with Progress() as progress:
        progress.step(0.5)
    assert capsys.readouterr().err == ""


def test_waiting_is_told_of_after_a_second_only(capsys: pytest.CaptureFixture[str]) -> None:
    from accord.cli.progress import waiting

    with waiting("writing"):
        pass
    assert capsys.readouterr().err == ""
    with waiting("writing", patience=0.0):
        time.sleep(0.2)
    assert capsys.readouterr().err == "writing ...\n"


def test_progress_and_tables_on_a_terminal(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal there are tables and colours; in a pipe (all tests above) there are none."""
    from accord.cli.progress import Progress

    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with Progress(patience=0.0) as progress:
        progress.step(0.5)
        progress.step(1.0)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "120")
    assert "─" in filled("list", "agreements").out
    assert "Border" in filled("search", "border").out


def _real(*words: str, cwd: Path, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-c", "import sys; from accord.cli import main; sys.exit(main())", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, **options)


def test_a_real_run_from_end_to_end(tmp_path: Path) -> None:
    """Own process, own readers and rules: read, list, export, eval."""
    text = (
        "Tajikistan, Kyrgyzstan sign border treaty\n\n"
        "Bishkek, March 13, 2025. The presidents of Tajikistan and Kyrgyzstan "
        "signed the Treaty on the State Border in Bishkek on March 13, 2025, both governments said.\n"
    )
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(text)
    (tmp_path / "news" / "empty.txt").write_text("")
    ran = _real("read", "news", cwd=tmp_path)
    assert ran.returncode == 1, ran.stderr
    assert "skipped empty.txt" in ran.stderr
    assert "Treaty on the State Border" in _real("list", "agreements", cwd=tmp_path).stdout
    assert _real("export", "claims.jsonl", "--claims", cwd=tmp_path).returncode == 0
    scored = _real("eval", "claims.jsonl", "claims.jsonl", cwd=tmp_path)
    assert scored.returncode == 0
    assert scored.stdout.splitlines()[-1].split()[5] == "1.00"


def test_a_reader_that_has_seen_enough(tmp_path: Path) -> None:
    words = "['export', '-', '--documents', '--store', sys.argv[1]]"
    script = f"import sys; from accord.cli import main; sys.exit(main({words}))"
    with closing(_store(tmp_path / "a.db")):
        pass
    command = f'"{sys.executable}" -c "{script}" "{tmp_path / "a.db"}" | head -c 10; exit ${{PIPESTATUS[0]}}'
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def _store(path: Path) -> Any:
    from accord.pipeline import read
    from accord.store import Store

    store = Store.open(path)
    read([fakes.raw(f"{n}.txt", f"{n} " + "talk " * 2000) for n in range(40)], store, fakes.tools())
    return store


def test_a_quote_is_shown_in_its_passage(filled: Run) -> None:
    id_ = json.loads(filled("list", "agreements", "--format", "jsonl").out)["id"]
    assert "more talk" not in filled("show", id_).out
    assert "more talk" in filled("show", id_, "--passages").out


def test_topics_are_asked_for_everywhere(filled: Run) -> None:
    """Every command that lists records takes --topic, names all topics, and guesses at a misspelt one."""
    asked = {
        "list": ["agreements"], "search": ["Border"], "export": ["-"], "commitments": [], "contradictions": [],
        "timeline": ["TJK", "KGZ"], "course": ["TJK", "KGZ"], "dyads": [], "changes": ["--since", "2020"],
    }  # fmt: skip
    for command, words in asked.items():
        help_ = " ".join(filled(command, "--help").out.split())
        assert "border, security, trade" in help_ and "institutions, general" in help_, command
        ran = filled(command, *words, "--topic", "boarder")
        assert (ran.code, ran.out) == (2, ""), command
        assert "did you mean border? the topics are border, security" in ran.err, command


LISTINGS = (
    ["list", "agreements"],
    ["search", "Border"],
    ["timeline", "TJK", "KGZ"],
    ["changes", "--since", "2020"],
    ["why", "Border"],
)


@pytest.mark.parametrize("words", LISTINGS, ids=lambda words: words[0])
def test_every_listing_leads_to_its_words_in_two_steps(filled: Run, words: list[str]) -> None:
    found = set(re.findall(r"\b(?:agreement|event)-[0-9a-f]{12}\b", filled(*words).out))
    assert found
    for id_ in found:
        page = filled("show", id_)
        assert page.code == 0
        assert re.search(r"“.+”  \(\d+-\d+\)", page.out)
