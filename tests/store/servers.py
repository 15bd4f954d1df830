"""A PostgreSQL server of the tests' own, on 127.0.0.1 and a free port, gone when they end."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WITHOUT = "no PostgreSQL is installed: apt-get install postgresql"
_OFF = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "listen_addresses=127.0.0.1",
)  # the machine may not crash


def programs() -> Path | None:
    """Where the server's programs are: on the path, or the newest of Debian's."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    places = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((p.parent for p in places), key=lambda p: float(p.parent.name), default=None)


def owner() -> list[str] | None:
    """What a command begins with to be run by somebody whom the server accepts; None where there is nobody: it refuses root."""
    if os.geteuid():
        return []
    try:
        pwd.getpwnam("postgres")
    except KeyError:
        return None
    return ["runuser", "-u", "postgres", "--"]


@contextmanager
def running(bin_: Path, as_owner: list[str]) -> Iterator[str]:
    """The address of a server without databases of ours; its owner is called accord, and needs no password."""
    with tempfile.TemporaryDirectory(prefix="accord-postgresql-") as folder:
        home = Path(folder)
        if as_owner:
            shutil.chown(home, "postgres")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        options = " ".join(f"-c {o}" for o in (*_OFF, f"port={port}", f"unix_socket_directories={home}"))

        def call(*command: str) -> None:
            subprocess.run([*as_owner, *command], check=True, capture_output=True, cwd=home)

        call(str(bin_ / "initdb"), "-D", str(home / "data"), "-A", "trust", "-U", "accord", "-E", "UTF8", "--no-sync")
        control = (str(bin_ / "pg_ctl"), "-D", str(home / "data"), "-w", "-l", str(home / "log"))
        call(*control, "-o", options, "start")
        try:
            yield f"postgresql://accord@127.0.0.1:{port}"
        finally:
            call(*control, "-m", "immediate", "stop")
