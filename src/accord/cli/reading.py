"""`accord read` and `accord forget`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from accord.cli.opening import opened
from accord.cli.progress import Progress
from accord.desk.words import plural
from accord.errors import UsageError
from accord.pipeline import Step, Summary, run
from accord.store import Store
from accord.store.where import Where
from accord.values import Period

__all__ = ["forget", "read", "read_into"]


def read(
    where: Where, paths: Sequence[str], manifest: Path | None, published: str, *, again: bool, verbose: bool
) -> int:
    """Read documents and say what became of them."""
    for given in paths:
        if given != "-" and not Path(given).exists():
            raise UsageError(f"there is nothing at {given}", "give files, folders or ZIPs that exist, or - to paste")
    if published:
        Period.parse(published)
    with opened(where, create=True) as store:
        summary = read_into(store, paths, manifest, published, again=again, verbose=verbose)
        _report(summary, store.where)
    return 1 if summary.skipped else 0


def read_into(
    store: Store,
    paths: Sequence[str],
    manifest: Path | None = None,
    published: str = "",
    *,
    again: bool = False,
    verbose: bool = False,
) -> Summary:
    """Read documents into an open store, with progress on stderr."""
    with Progress("read", "documents") as progress:

        def told(step: Step, total: int) -> None:
            progress.step(total)
            if verbose:  # told only now that the store has it for good
                print(f"{step.outcome}\t{step.doc}", flush=True)

        return run(
            list(dict.fromkeys(paths)),
            store,
            manifest=manifest,
            published=published,
            stdin=_pasted() if "-" in paths else None,
            again=again,
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
    if summary.skipped:
        parts.append(f"{len(summary.skipped)} skipped")
    print(f"{', '.join(parts)}; store: {where}")
    for skipped in summary.skipped:
        print(f"skipped {skipped}", file=sys.stderr)
