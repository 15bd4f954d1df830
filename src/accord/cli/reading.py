"""`accord read` and `accord forget`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from accord.cli.opening import opened
from accord.cli.progress import Progress
from accord.desk.words import plural
from accord.errors import UsageError
from accord.pipeline import Step, Summary, run
from accord.sources import Columns
from accord.store import Store
from accord.store.where import Where
from accord.values import Period

__all__ = ["How", "forget", "read", "read_into"]


@dataclass(frozen=True, slots=True)
class How:
    """How documents are read: the options of `accord read`."""

    manifest: Path | None = None
    published: str = ""
    columns: str = ""
    again: bool = False
    jobs: int = 1
    engine: str = "local"
    folder: Path | None = None


def read(where: Where, paths: Sequence[str], how: How, *, verbose: bool) -> int:
    """Read documents and say what became of them."""
    for given in paths:
        if given != "-" and not Path(given).exists():
            raise UsageError(f"there is nothing at {given}", "give files, folders or ZIPs that exist, or - to paste")
    if how.published:
        Period.parse(how.published)
    if how.jobs < 1:
        raise UsageError(f"--jobs {how.jobs} is no number of processes", "give 1 or more")
    with opened(where, create=True) as store:
        summary = read_into(store, paths, how, verbose=verbose)
        _report(summary, store.where)
    return 1 if summary.skipped else 0


def read_into(store: Store, paths: Sequence[str], how: How | None = None, *, verbose: bool = False) -> Summary:
    """Read documents into an open store, with progress on stderr."""
    how = how or How()
    with Progress() as progress:

        def told(step: Step, share: float) -> None:
            progress.step(share, step.claims)
            if verbose:  # told only now that the store has it for good
                print(f"{step.outcome}\t{step.doc}", flush=True)

        if how.engine == "ray":
            from accord.machines import run as on_machines

            start = partial(on_machines, folder=how.folder)
        else:
            start = partial(run, jobs=how.jobs)
        return start(
            list(dict.fromkeys(paths)),
            store,
            manifest=how.manifest,
            published=how.published,
            columns=Columns.parse(how.columns),
            stdin=_pasted() if "-" in paths else None,
            again=how.again,
            progress=told,
        )


def forget(where: Where, doc: str) -> int:
    """Remove one document."""
    with opened(where) as store:
        gone = store.forget(doc)
    names = f" (also known as {', '.join(n for n in gone.names if n != gone.doc)})" if len(gone.names) > 1 else ""
    print(f"forgotten: {gone.doc}{names} and {plural(gone.claims, 'claim')}")
    return 0


def _pasted() -> bytes:
    if sys.stdin.isatty():
        print("paste the text, then press Ctrl-D on a line of its own:", file=sys.stderr)
    return sys.stdin.buffer.read()


def _report(summary: Summary, where: Where) -> None:
    parts = [f"read {plural(summary.read, 'document')} ({plural(summary.claims, 'claim')})"]
    if summary.unchanged:
        parts.append(f"{summary.unchanged} unchanged")
    if summary.passed:
        parts.append(f"{summary.passed:,} passed over")
    if summary.before:
        parts.append(f"{summary.before} gone through before")
    if summary.skipped:
        parts.append(f"{len(summary.skipped)} skipped")
    print(f"{', '.join(parts)}; store: {where}")
    for skipped in summary.skipped:
        print(f"skipped {skipped}", file=sys.stderr)
