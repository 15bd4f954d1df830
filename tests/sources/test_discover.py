"""What is found in folders, archives and pipes, in which order and under which names."""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import stat
import zipfile
from pathlib import Path

import pytest

from accord.errors import UsageError
from accord.sources import Problem, Raw, discover, read
from sources.reading import PROSE


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def names(*paths: str | Path, stdin: bytes | None = None) -> list[str]:
    return [entry.doc for entry in discover(paths, stdin)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "in"
    for name in ("b.txt", "a/c.txt", "a/.hidden.txt", ".DS_Store", ".git/x.txt", "a/Thumbs.db", "a/~$lock.docx"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(PROSE)
    (root / "z.zip").write_bytes(
        zipped(
            {
                "b.txt": PROSE.encode(),
                "__MACOSX/._b.txt": b"x",
                "deep/inner.zip": zipped({"c.txt": PROSE.encode()}),
            }
        )
    )
    return root


def test_a_folder(folder: Path) -> None:
    assert names(folder) == ["a/c.txt", "b.txt", "z.zip!/b.txt", "z.zip!/deep/inner.zip!/c.txt"]
    assert all(isinstance(entry, Raw) and read(entry).text == PROSE.strip() for entry in discover([folder]))


def test_the_order_of_paths_changes_nothing(folder: Path) -> None:
    assert names(folder / "b.txt", folder / "a") == names(folder / "a", str(folder / "b.txt")) == ["b.txt", "c.txt"]


def test_a_file_found_twice_is_read_once(folder: Path) -> None:
    assert names(folder, folder / "b.txt", folder) == names(folder)


def test_equal_names_are_told_apart_by_their_folders(folder: Path) -> None:
    (folder / "a" / "b.txt").write_text("Another text.")
    assert names(folder / "b.txt", folder / "a" / "b.txt") == ["a/b.txt", "in/b.txt"]


def test_pipes(folder: Path) -> None:
    assert names("-", stdin=b"Some text.") == [f"pasted-{hashlib.sha256(b'Some text.').hexdigest()[:8]}.txt"]
    assert names(stdin=b"<!DOCTYPE html><p>x")[0].endswith(".html")
    assert names("-", stdin=b"x") == names("-", stdin=b"x") != names("-", stdin=b"y")
    with pytest.raises(UsageError, match="nothing was piped in"):
        names("-")


def test_what_cannot_be_opened_is_named_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "bad.zip").write_bytes(b"PK\x03\x04 and nothing else")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    (folder / "circle").symlink_to(folder)
    (folder / "outside").symlink_to("/")
    os.mkfifo(folder / "pipe.txt")
    found = list(discover([folder, folder / "missing.txt"]))
    problems = {entry.doc.rpartition("/")[2]: str(entry.error) for entry in found if isinstance(entry, Problem)}
    assert set(problems) == {"bad.zip", "loop.txt", "gone.txt", "outside", "pipe.txt", "missing.txt"}
    assert all(name in text and ";" in text for name, text in problems.items())
    assert [entry.doc for entry in found if isinstance(entry, Raw)] == [
        "a/c.txt", "b.txt", "z.zip!/b.txt", "z.zip!/deep/inner.zip!/c.txt"]  # fmt: skip


def test_archives_in_archives_end_at_the_third(tmp_path: Path) -> None:
    data = PROSE.encode()
    for level in range(5):
        data = zipped({f"{level}.zip" if level else "a.txt": data})
    (tmp_path / "x.zip").write_bytes(data)
    (found,) = discover([tmp_path])
    assert isinstance(found, Problem) and found.doc.count("!/") == 3 and "unpack the outer" in str(found.error)


def test_members_that_lead_out_of_their_archive_are_named(tmp_path: Path) -> None:
    tricks = ["../../etc/evil.txt", "/abs\n.txt", "C:\\evil.txt", "a/../../b.txt"]
    (tmp_path / "x.zip").write_bytes(zipped({name: PROSE.encode() for name in [*tricks, "good..txt"]}))
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "x.zip", "a") as archive:
        archive.writestr(link, "/etc/passwd")
    found = {entry.doc: entry for entry in discover([tmp_path])}
    refused = {doc: str(entry.error) for doc, entry in found.items() if isinstance(entry, Problem)}
    assert [doc for doc in found if doc not in refused] == ["x.zip!/good..txt"]
    assert "x.zip!//abs\ufffd.txt" in refused and "is a link" in refused["x.zip!/link.txt"]
    assert len(refused) == 5 and all("do not trust this archive" in text for text in refused.values())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.zip"]


def test_what_is_found_can_be_sent_to_another_process(folder: Path) -> None:
    found = list(discover([folder]))
    again = pickle.loads(pickle.dumps(found))
    assert [entry.bytes() for entry in again] == [entry.bytes() for entry in found if isinstance(entry, Raw)]
